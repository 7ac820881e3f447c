//! The beachhead: chosen in the matrix, put in order as pins, and how hard its sale is.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use nisje::project::{Axis, CellKey, Decision, Project, Role as Meaning, Template};
use nisje::storage::template;
use nisje::text::{Language, Text};
use nisje::ui::screen::Screen;
use nisje::ui::screens::SCREENS;

use super::ui_harness::Stage;

type Window<'a> = Harness<'a, Stage<Box<dyn Screen>>>;

fn open<'a>(screen: &str, project: Project, language: Language) -> Window<'a> {
    let row = SCREENS.iter().find(|row| row.key == screen).expect("a screen");
    let builder = Harness::builder().with_size(vec2(1280.0, 800.0)).with_max_steps(60);
    let mut window =
        Stage::new((row.new)(), project, language, |screen, ui, view, out| screen.ui(ui, view, out)).harness(builder);
    window.run();
    window
}

fn project<'a>(window: &'a Window<'_>) -> &'a Project {
    window.state().document.project()
}

fn cell(project: &Project, product: &str, customer: &str) -> CellKey {
    let id = |axis, name: &str| {
        let segments = project.matrix.segments(axis);
        segments.iter().find(|segment| &*segment.name == name).expect("a segment").id
    };
    CellKey { product: id(Axis::Product, product), customer: id(Axis::Customer, customer) }
}

#[test]
fn a_key_in_the_matrix_chooses_it_and_takes_it_back() {
    let mut window = open("tab-matrix", template(Template::Example, "en"), Language::English);
    let chosen = |window: &Window<'_>| project(window).beachhead.as_ref().map(|beachhead| beachhead.cell);
    let first = cell(project(&window), "Ceiling panels", "Schools and kindergartens");
    window.get_by_label_contains("Quiet meeting room, fitted × Fish farmers: fit, Prio 1, beachhead");
    for expected in [Some(first), None] {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
        window.run();
        assert_eq!(chosen(&window), expected);
    }
    // A cell without a fit can't be it.
    window.key_press(Key::End);
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    window.run();
    assert_eq!(chosen(&window), None);
    assert!(window.state().last_said().contains("only a cell with a fit"), "{}", window.state().last_said());
}

#[test]
fn pins_are_put_in_order_by_keys_and_buttons() {
    for (language, code) in [(Language::English, "en"), (Language::Norwegian, "nb")] {
        let mut window = open("tab-beachhead", template(Template::Example, code), language);
        let order = |window: &Window<'_>| -> Vec<CellKey> {
            project(window).beachhead.iter().flat_map(|beachhead| beachhead.follow_ons.iter().copied()).collect()
        };
        let before = order(&window);
        window.key_press(Key::ArrowRight);
        window.run();
        window.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
        window.run();
        assert_eq!(order(&window)[..2], [before[1], before[0]]);
        window.key_press(Key::Delete);
        window.run();
        assert_eq!(order(&window), [before[1], before[2], before[3]]);
        // What was removed is offered, and comes last.
        let text = Text::new(language);
        let name = text.say(&nisje::analysis::cell_name(project(&window), before[0]));
        window.get_by_label(&text.with("follow-on-add", "cell", name)).click();
        window.run();
        assert_eq!(order(&window), [before[1], before[2], before[3], before[0]]);
        window.state_mut().undo();
        window.run();
        assert_eq!(order(&window).len(), 3);
    }
}

#[test]
fn without_a_beachhead_the_most_urgent_cells_are_offered() {
    let mut start = template(Template::Example, "en");
    start.beachhead = None;
    let mut window = open("tab-beachhead", start, Language::English);
    window.get_by_label("1 Wall panels made to measure × Restaurants and cafés").click();
    window.run();
    let expected = cell(project(&window), "Wall panels made to measure", "Restaurants and cafés");
    assert_eq!(project(&window).beachhead.as_ref().map(|beachhead| beachhead.cell), Some(expected));
    let window = open("tab-beachhead", Project::default(), Language::Norwegian);
    window.get_by_label(Text::new(Language::Norwegian).get("segments-to-matrix"));
}

#[test]
fn urge_and_process_are_the_scores_and_bring_their_criterion() {
    let mut start = template(Template::Example, "en");
    start.decision = Decision::default();
    let mut window = open("tab-matrix", start, Language::English);
    let name = "Ceiling panels × Schools and kindergartens";
    for (field, level) in [("Buying urge", "2 Slight interest"), ("Buying process", "4 Very thorough check")] {
        window.get_by_role_and_label(Role::ComboBox, &format!("{name}: {field}")).click();
        window.run();
        window.get_by_label_contains(level).click();
        window.run();
        assert!(window.state().last_said().contains(field), "{}", window.state().last_said());
    }
    let key = cell(project(&window), "Ceiling panels", "Schools and kindergartens");
    let decision = &project(&window).decision;
    let scores: Vec<_> = (decision.criteria.iter())
        .map(|criterion| (criterion.role, decision.score(key, criterion.id).map(|score| score.level)))
        .collect();
    assert_eq!(scores, [(Meaning::BuyingUrge, Some(2)), (Meaning::BuyingProcess, Some(4))]);
    window.get_by_label("The sale is very challenging");
    // The criterion and the score came as one step.
    window.state_mut().undo();
    window.run();
    assert_eq!(project(&window).decision.criteria.len(), 1);
}
