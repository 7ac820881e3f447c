//! Deciding with evidence, by the names that widgets have for screen readers: a whole decision in the window, and each
//! part of the screen by itself.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use nisje::project::{Axis, CellKey, Criterion, Decision, Fit, Matters, Project, Stage, Template, Weighting};
use nisje::storage::settings::Appearance;
use nisje::storage::{self, Limits};
use nisje::text::Language;
use nisje::ui::screens::decide::DecideScreen;

use super::app::{Window, folder};
use super::ui_harness::Stage as Scene;

type Screen<'a> = Harness<'a, Scene<DecideScreen>>;

const NONE: Modifiers = Modifiers::NONE;
const ALT: Modifiers = Modifiers::ALT;
/// Cells of the worked example that are candidates, and criteria of the default set.
const CELLS: usize = 16;
const CRITERIA: usize = 8;

/// The words that the whole decision needs.
struct Words {
    code: &'static str,
    tab: &'static str,
    use_default: &'static str,
    criteria: &'static str,
    first_criterion: &'static str,
    weight: &'static str,
    scores: &'static str,
    first_cell_scored: &'static str,
    ranking: &'static str,
    sure: &'static str,
    undecided: [&'static str; 2],
    apply: &'static str,
    agreement: &'static str,
    new_participant: &'static str,
    start: &'static str,
    hand_to: [&'static str; 3],
    i_am: &'static str,
    vote_of_kari: &'static str,
    reveal: &'static str,
    w: &'static str,
    accept: &'static str,
    prio_1: &'static str,
}

const ENGLISH: Words = Words {
    code: "en",
    tab: "Decide",
    use_default: "Use the default set",
    criteria: "Criteria",
    first_criterion: "1. Buying urge: 12.5%",
    weight: "Weight of Market size",
    scores: "Scores",
    first_cell_scored: "Ceiling panels × Schools and kindergartens: Prio 3, 8 of 8 scored",
    ranking: "Ranking",
    sure: "of weightings, in the top 3",
    undecided: ["5 undecided", "0 undecided"],
    apply: "Apply 5 changes",
    agreement: "Agreement",
    new_participant: "Name of a new participant",
    start: "Start the round",
    hand_to: ["Hand the laptop to Kari", "Hand the laptop to Ola", "Hand the laptop to Siri"],
    i_am: "I am Kari",
    vote_of_kari: "Kari, Ceiling panels × Schools and kindergartens: 1",
    reveal: "Reveal the votes",
    w: "Kendall’s W 1",
    accept: "Accept the medians as Prio",
    prio_1: "16 Prio 1",
};

const NORWEGIAN: Words = Words {
    code: "nb",
    tab: "Beslutning",
    use_default: "Bruk standardsettet",
    criteria: "Kriterier",
    first_criterion: "1. Kjøpetrang: 12,5\u{a0}%",
    weight: "Vekten av Markedets størrelse",
    scores: "Poeng",
    first_cell_scored: "Himlingsplater × Skoler og barnehager: Prio 3, 8 av 8 har poeng",
    ranking: "Rangering",
    sure: "av vektingene, blant de 3 øverste",
    undecided: ["5 ikke prioritert", "0 ikke prioritert"],
    apply: "Bruk 5 endringer",
    agreement: "Enighet",
    new_participant: "Navn på ny deltaker",
    start: "Start runden",
    hand_to: ["Gi maskinen til Kari", "Gi maskinen til Ola", "Gi maskinen til Siri"],
    i_am: "Jeg er Kari",
    vote_of_kari: "Kari, Himlingsplater × Skoler og barnehager: 1",
    reveal: "Vis stemmene",
    w: "Kendalls W",
    accept: "Godta medianene som Prio",
    prio_1: "16 Prio 1",
};

/// A level for each cell and criterion that makes no two rows alike.
fn level(cell: usize, criterion: usize) -> Key {
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4][(cell * 7 + criterion * criterion + cell * criterion / 3) % 4]
}

/// The worked example before anybody has weighed or scored.
fn undecided(language: &str) -> Project {
    Project { decision: Decision::default(), ..storage::template(Template::Example, language) }
}

/// Everything from no criteria to an accepted round, in the real window.
fn decides(words: &Words, appearance: Appearance) {
    let folder = folder();
    let file = folder.path().join("undecided.ron");
    storage::save(&file, &undecided(words.code)).expect("written");
    let mut window = Window::looking(&folder, words.code, Some(&file), appearance, vec2(1280.0, 800.0));
    window.wait_for("the file is open", |window| window.has(words.tab));
    window.screen("tab-decide");
    window.click(words.use_default);
    window.expect(words.first_criterion);

    window.click(words.scores);
    for cell in 0..CELLS {
        for criterion in 0..CRITERIA {
            window.key(level(cell, criterion));
        }
    }
    window.expect(words.first_cell_scored);

    window.click(words.ranking);
    window.wait_for("the simulation", |window| window.has_part(words.sure));
    let rows = |window: &Window| -> Vec<String> {
        window.harness.query_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().label()).collect()
    };
    let before = rows(&window);
    window.click(words.criteria);
    window.harness.get_by_label(words.weight).focus();
    window.harness.run();
    for _ in 0..20 {
        window.key(Key::ArrowRight);
    }
    assert!(!window.has(words.first_criterion), "the shares follow the weight");
    window.click(words.ranking);
    assert_ne!(rows(&window), before, "the order follows the weights");
    window.ctrl(Key::Z);
    window.click(words.criteria);
    window.expect(words.first_criterion);

    window.click(words.ranking);
    assert!(window.has_part(words.undecided[0]));
    window.click(words.apply);
    assert!(window.has_part(words.undecided[1]), "all at once");
    window.ctrl(Key::Z);
    assert!(window.has_part(words.undecided[0]), "and taken back at once");

    window.click(words.agreement);
    for name in ["Kari", "Ola", "Siri"] {
        window.type_into(words.new_participant, name);
        window.key(Key::Enter);
    }
    window.key(Key::Escape);
    window.click(words.start);
    window.click(words.hand_to[0]);
    for hand_to in words.hand_to {
        window.expect(hand_to);
        window.key(Key::Enter);
        for _ in 0..CELLS {
            window.key(Key::Num1);
        }
        assert_eq!(window.has(words.vote_of_kari), hand_to == words.hand_to[0], "others’ votes are not seen");
        window.key(Key::Enter);
    }
    assert!(!window.has(words.vote_of_kari) && !window.has(words.i_am) && !window.has_part(words.w));
    window.click(words.reveal);
    assert!(window.has_part(words.w.trim_end_matches(" 1")));
    window.click(words.accept);
    assert!(window.has_part(words.prio_1), "the medians are Prios");
    window.ctrl(Key::Z);
    assert!(!window.has_part(words.prio_1) && window.has(words.accept), "one step back");
    window.ctrl(Key::Y);
    assert!(window.has_part(words.prio_1));

    window.ctrl(Key::S);
    window.wait_for_status("undecided.ron");
    let saved = storage::open(&file, &Limits::default()).expect("what was saved").project;
    let round = saved.decision.rounds.front().expect("the round");
    assert_eq!((round.stage, round.votes.len(), round.participants.len()), (Stage::Accepted, 3 * CELLS, 3));
    assert_eq!(saved.decision.scores.len(), CELLS * CRITERIA);
    let firsts = saved.matrix.cells().values().filter(|cell| cell.fit == Fit::Prio1).count();
    assert_eq!(firsts, CELLS);
}

#[test]
fn a_whole_decision_in_english() {
    decides(&ENGLISH, Appearance::Dark);
}

#[test]
fn a_whole_decision_in_norwegian() {
    decides(&NORWEGIAN, Appearance::Light);
}

fn open<'a>() -> Screen<'a> {
    let project = undecided("en");
    let builder = Harness::builder().with_size((1024.0, 570.0)).with_max_steps(30);
    Scene::new(DecideScreen::default(), project, Language::English, nisje::ui::screen::Screen::ui).harness(builder)
}

fn press(screen: &mut Screen<'_>, modifiers: Modifiers, keys: &[Key]) {
    for key in keys {
        screen.key_press_modifiers(modifiers, *key);
        screen.run();
    }
}

#[track_caller]
fn click(screen: &mut Screen<'_>, name: &str) {
    let Some(node) = screen.query_all_by_label(name).last() else { panic!("{name:?} is not on the screen") };
    node.click();
    screen.run();
}

fn write(screen: &mut Screen<'_>, field: &str, words: &str) {
    screen.get_by_label(field).focus();
    screen.run();
    screen.get_by_label(field).type_text(words);
    screen.run();
}

fn has(screen: &Screen<'_>, name: &str) -> bool {
    screen.query_all_by_label(name).next().is_some()
}

fn project<'a>(screen: &'a Screen<'_>) -> &'a Project {
    screen.state().document.project()
}

fn decision<'a>(screen: &'a Screen<'_>) -> &'a Decision {
    &project(screen).decision
}

fn names(screen: &Screen<'_>) -> Vec<String> {
    decision(screen).criteria.iter().map(|criterion| criterion.name.to_string()).collect()
}

fn undo(screen: &mut Screen<'_>) {
    screen.state_mut().undo();
    screen.run();
}

/// The screen with the default set.
fn with_criteria<'a>() -> Screen<'a> {
    let mut screen = open();
    click(&mut screen, "Use the default set");
    screen
}

/// The levels of the first candidate, in the order of the criteria.
fn first_cell(screen: &Screen<'_>) -> Vec<Option<u8>> {
    let segment = |axis| project(screen).matrix.segments(axis)[0].id;
    let cell = CellKey { product: segment(Axis::Product), customer: segment(Axis::Customer) };
    let level = |criterion: &Criterion| decision(screen).score(cell, criterion.id).map(|it| it.level);
    decision(screen).criteria.iter().map(level).collect()
}

#[test]
fn criteria_by_keyboard() {
    let mut screen = with_criteria();
    click(&mut screen, "Order");
    press(&mut screen, NONE, &[Key::ArrowDown]);
    press(&mut screen, ALT, &[Key::ArrowUp]);
    assert_eq!(names(&screen)[..2], ["Buying process", "Buying urge"]);
    press(&mut screen, NONE, &[Key::F2]);
    screen.get_by_label("Name of the criterion").type_text("How they decide");
    press(&mut screen, NONE, &[Key::Escape]);
    assert_eq!(names(&screen)[0], "Buying process", "Escape throws a draft away");
    press(&mut screen, NONE, &[Key::Delete]);
    assert_eq!(names(&screen).len(), CRITERIA - 1);
    assert_eq!(screen.state().last_said(), "Removed “Buying process”. Ctrl+Z brings it back.");
    press(&mut screen, NONE, &[Key::Insert]);
    screen.get_by_label("Name of the criterion").type_text("Fun");
    screen.run();
    // Another field takes the focus: the draft stands.
    screen.get_by_label("What level 5 stands for").focus();
    screen.run();
    screen.get_by_label("What level 5 stands for").type_text("We would do it for free");
    press(&mut screen, NONE, &[Key::Enter]);
    let last = decision(&screen).criteria.last().expect("the new one");
    assert_eq!((&*last.name, &*last.anchors[4]), ("Fun", "We would do it for free"));
    click(&mut screen, "4 levels");
    click(&mut screen, "Floor ≥ 2");
    click(&mut screen, "Less is better");
    let last = decision(&screen).criteria.last().expect("the new one");
    assert_eq!((last.levels(), last.floor), (4, None), "a floor doesn’t outlive its direction");
}

#[test]
fn a_dragged_slider_is_one_step() {
    let mut screen = with_criteria();
    let slider = screen.get_by_label("Weight of Growth").rect();
    screen.drag_at(slider.center());
    screen.run();
    for step in 1..=5_u8 {
        screen.hover_at(slider.center() + vec2(f32::from(step) * 8.0, 0.0));
        screen.run();
    }
    screen.drop_at(slider.center() + vec2(40.0, 0.0));
    screen.run();
    let weight = |screen: &Screen<'_>| decision(screen).criteria[3].weight;
    assert!(weight(&screen) > 1.3, "{}", weight(&screen));
    undo(&mut screen);
    assert!((weight(&screen) - 1.0).abs() < 1e-9);
}

#[test]
fn ways_of_weighing_keep_their_inputs() {
    let mut screen = with_criteria();
    click(&mut screen, "Which matters more");
    press(&mut screen, NONE, &[Key::ArrowLeft, Key::Equals, Key::ArrowRight]);
    assert!(has(&screen, "3 of 28 answered"));
    let ids: Vec<_> = decision(&screen).criteria.iter().map(|criterion| criterion.id).collect();
    let answers = [1, 2, 3, 4].map(|other| decision(&screen).matters(ids[0], ids[other]));
    assert_eq!(answers, [Some(Matters::More), Some(Matters::Equally), Some(Matters::Less), None]);
    // Back to the last answer, and another one.
    press(&mut screen, NONE, &[Key::Backspace, Key::ArrowLeft]);
    assert_eq!(decision(&screen).matters(ids[0], ids[3]), Some(Matters::More));
    click(&mut screen, "Ability to pay");
    assert_eq!(decision(&screen).matters(ids[0], ids[4]), Some(Matters::Less), "the question after");
    click(&mut screen, "Order");
    click(&mut screen, "Which matters more");
    assert_eq!(decision(&screen).weighting, Weighting::Pairs);
    assert!(has(&screen, "4 of 28 answered"));
}

#[test]
fn scores_by_keyboard_and_pointer() {
    let mut screen = with_criteria();
    click(&mut screen, "Scores");
    press(&mut screen, NONE, &[Key::Num4, Key::Num2, Key::ArrowDown, Key::Num5]);
    assert_eq!(first_cell(&screen)[..5], [Some(4), Some(2), None, Some(5), None], "what is passed over stays blank");
    assert!(has(&screen, "The sale is very easy"));
    // The process has four levels: 5 is none of them.
    press(&mut screen, NONE, &[Key::ArrowUp, Key::ArrowUp, Key::ArrowUp, Key::Num5]);
    assert_eq!(first_cell(&screen)[1], Some(2));
    press(&mut screen, NONE, &[Key::Num0]);
    assert_eq!(first_cell(&screen)[1], None);
    click(&mut screen, "Buying urge: 3");
    assert_eq!(first_cell(&screen)[0], Some(3));
    press(&mut screen, NONE, &[Key::Enter]);
    screen.get_by_label("Reason for Buying urge").type_text("They called us");
    press(&mut screen, NONE, &[Key::Enter]);
    assert!(decision(&screen).scores.values().any(|score| score.reason.as_deref() == Some("They called us")));
    // The keys are the pane's again.
    press(&mut screen, NONE, &[Key::Num5]);
    assert_eq!(first_cell(&screen)[0], Some(5));
    press(&mut screen, NONE, &[Key::ArrowUp, Key::R]);
    assert!(has(&screen, "Ceiling panels × Offices of 50–250 people: fit, undecided, 1 of 8 scored"));
    undo(&mut screen);
    assert!(has(&screen, "Ceiling panels × Offices of 50–250 people: fit, undecided, 0 of 8 scored"));
    press(&mut screen, NONE, &[Key::PageDown, Key::Num1]);
    assert!(has(&screen, "Ceiling panels × Libraries and culture houses: Prio 2, 1 of 8 scored"));
}

#[test]
fn a_veto_is_marked_and_never_proposed() {
    let mut screen = with_criteria();
    click(&mut screen, "Floor ≥ 3");
    click(&mut screen, "Scores");
    // The third candidate is undecided.
    press(&mut screen, NONE, &[Key::PageDown, Key::PageDown, Key::Num2]);
    assert!(has(&screen, "\u{e4e0} vetoed by Buying urge"));
    press(&mut screen, NONE, &[Key::PageDown, Key::ArrowUp, Key::Num4]);
    click(&mut screen, "Ranking");
    assert!(has(&screen, "Nothing to apply"), "the one that is scored and undecided is vetoed");
}

/// A screen with an open round of two.
fn with_round<'a>() -> Screen<'a> {
    let mut screen = open();
    click(&mut screen, "Agreement");
    for name in ["Kari", "Ola"] {
        write(&mut screen, "Name of a new participant", name);
        press(&mut screen, NONE, &[Key::Enter]);
    }
    press(&mut screen, NONE, &[Key::Escape]);
    click(&mut screen, "Undecided 5");
    click(&mut screen, "Start the round");
    screen
}

#[test]
fn a_facilitator_enters_and_rounds_are_compared() {
    let mut screen = with_round();
    click(&mut screen, "Enter for several");
    for (kari, ola) in [(Key::Num1, Key::Num3), (Key::Num2, Key::Num2), (Key::Num1, Key::Num1)] {
        press(&mut screen, NONE, &[kari, ola]);
    }
    click(&mut screen, "Ola, Sound survey × Interior architects: 3");
    click(&mut screen, "Done entering");
    click(&mut screen, "Reveal the votes");
    let rows: Vec<_> = screen.query_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().label()).collect();
    assert_eq!(
        rows[0], "Ceiling panels × Offices of 50–250 people: Kari 1, Ola 3; between 1–3, to be chosen",
        "split first"
    );
    let stages = |screen: &Screen<'_>| decision(screen).rounds.iter().map(|round| round.stage).collect::<Vec<_>>();
    click(&mut screen, "Vote again");
    assert_eq!(stages(&screen), [Stage::Revealed, Stage::Open]);
    click(&mut screen, "Hand the laptop to Kari");
    press(&mut screen, NONE, &[Key::Enter, Key::Num3]);
    click(&mut screen, "Back to the round");
    click(&mut screen, "Reveal the votes");
    // Three cells that both voted on: Kari ranks them 1½, 3, 1½, Ola 3, 2, 1.
    assert!(has(&screen, "W 0.50 → – · no median has shifted"));
    click(&mut screen, "Accept the medians as Prio");
    let prio = |screen: &Screen<'_>, fit| project(screen).matrix.cells().values().filter(|it| it.fit == fit).count();
    assert_eq!((prio(&screen, Fit::Prio3), prio(&screen, Fit::Undecided)), (5, 4));
    undo(&mut screen);
    assert_eq!((prio(&screen, Fit::Prio3), prio(&screen, Fit::Undecided)), (4, 5));
    assert_eq!(stages(&screen), [Stage::Revealed, Stage::Revealed]);
}

#[test]
fn a_ballot_is_one_step_and_removed_rounds_end_it() {
    let mut screen = with_round();
    click(&mut screen, "Hand the laptop to Kari");
    assert!(!has(&screen, "Scores"), "while somebody votes nothing else is on the screen");
    click(&mut screen, "I am Kari");
    press(&mut screen, NONE, &[Key::Num1, Key::Num2, Key::Num3]);
    assert_eq!(decision(&screen).rounds[0].votes.len(), 3);
    undo(&mut screen);
    assert_eq!(decision(&screen).rounds[0].votes.len(), 0);
    undo(&mut screen);
    assert!(decision(&screen).rounds.is_empty() && has(&screen, "Scores"));
}

#[test]
fn weights_can_be_drawn_near_ours() {
    let folder = folder();
    let mut window = Window::looking(&folder, "en", None, Appearance::Dark, vec2(1280.0, 800.0));
    window.click("Worked example");
    window.screen("tab-decide");
    window.click("Ranking");
    window.wait_for("the simulation", |window| window.has_part("random weightings"));
    let sure = |window: &Window| -> String {
        let words = window.harness.query_all_by_label_contains("of weightings, in the top 3");
        words.filter_map(|node| node.accesskit_node().value().or(node.accesskit_node().label())).collect()
    };
    let all = sure(&window);
    window.click("Draw near our weights: how much a small change of them matters");
    window.wait_for("the simulation", |window| window.has_part("weightings drawn near yours"));
    assert_ne!(sure(&window), all, "near ours the leader is surer");
    window.click("Draw from all weights alike: how much hangs on the weights at all");
    window.wait_for("the simulation", |window| window.has_part("random weightings"));
    assert_eq!(sure(&window), all, "the same seed, the same figures");
}
