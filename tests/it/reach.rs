//! The panes of the channels screen that plan: segments, economics, budget and funnel, and the comparison for a segment.

use eframe::egui::{Key, Modifiers, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use nisje::project::{Axis, Delivery, Estimate, Project, Reach, ReachKey, Template, Usage};
use nisje::storage;
use nisje::text::Language;
use nisje::ui::Action;
use nisje::ui::screen::Screen as _;
use nisje::ui::screens::channels::ChannelsScreen;

use super::ui_harness::Stage;

type Window<'a> = Harness<'a, Stage<ChannelsScreen>>;

const WIDE: Vec2 = vec2(1700.0, 1000.0);
const SMALL: Vec2 = vec2(1024.0, 560.0);

fn open<'a>(language: Language, size: Vec2, pane: &str) -> Window<'a> {
    let code = if language == Language::English { "en" } else { "nb" };
    let mut window = with(storage::template(Template::Example, code), language, size);
    click(&mut window, Role::Tab, pane);
    window
}

fn with<'a>(project: Project, language: Language, size: Vec2) -> Window<'a> {
    let builder = Harness::builder().with_size(size).with_max_steps(60).with_step_dt(1.0 / 60.0);
    let mut window = Stage::new(ChannelsScreen::default(), project, language, ChannelsScreen::ui).harness(builder);
    window.run();
    window
}

#[track_caller]
fn click(window: &mut Window<'_>, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).click();
    window.run();
}

fn press(window: &mut Window<'_>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

/// Types into the field of that name in place of what is there, and leaves it with Enter.
#[track_caller]
fn fill(window: &mut Window<'_>, field: &str, typed: &str) {
    window.get_by_label(field).focus();
    window.run();
    press(window, Modifiers::COMMAND, Key::A);
    window.get_by_label(field).type_text(typed);
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
}

fn project<'a>(window: &'a Window<'_>) -> &'a Project {
    window.state().document.project()
}

fn key(window: &Window<'_>, channel: &str, customer: &str) -> ReachKey {
    let project = project(window);
    let channel = project.channels.iter().find(|one| &*one.name == channel).expect(channel).id;
    let customers = project.matrix.segments(Axis::Customer);
    ReachKey { customer: customers.iter().find(|one| &*one.name == customer).expect(customer).id, channel }
}

fn reach(window: &Window<'_>, channel: &str, customer: &str) -> Reach {
    project(window).plan.reach(key(window, channel, customer)).clone()
}

fn has(window: &Window<'_>, part: &str) -> bool {
    said(window).iter().any(|said| said.contains(part))
}

/// All that stands in the window, as a screen reader has it; what keeps numbers together is a space.
fn said(window: &Window<'_>) -> Vec<String> {
    let words = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        let words = node.label().or_else(|| node.value()).unwrap_or_default();
        words.replace('\u{a0}', " ")
    };
    window.query_all_by(|_| true).map(|node| words(&node)).collect()
}

#[test]
fn pairs_are_said_by_mouse_and_by_keyboard() {
    let mut window = open(Language::English, WIDE, "Segments");
    let (phone, fish) = ("Telephone from the workshop", "Fish farmers");
    click(&mut window, Role::GridCell, "Telephone from the workshop for Fish farmers: not used");
    for (keyboard, check) in [
        (Key::Num3, (|reach| reach.preference == Some(3)) as fn(&Reach) -> bool),
        (Key::D, |reach| reach.delivery == Delivery::Yes),
        (Key::Space, |reach| reach.usage == Usage::Main),
        (Key::S, |reach| reach.usage == Usage::Supporting),
        (Key::Delete, |reach| reach.preference.is_none()),
    ] {
        press(&mut window, Modifiers::NONE, keyboard);
        assert!(check(&reach(&window, phone, fish)), "{keyboard:?}");
    }
    assert!(has(&window, "Telephone from the workshop for Fish farmers: supporting, can deliver"));
    click(&mut window, Role::RadioButton, "main");
    click(&mut window, Role::RadioButton, "Preference 2 of 3");
    assert_eq!(reach(&window, phone, fish).usage, Usage::Main);
    assert_eq!(reach(&window, phone, fish).preference, Some(2));
    window.state_mut().undo();
    window.run();
    assert_eq!(reach(&window, phone, fish).preference, None);
}

#[test]
fn keys_change_all_that_is_selected_as_one_step() {
    let mut window = open(Language::Norwegian, SMALL, "Segmenter");
    let before = project(&window).clone();
    press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    assert!(has(&window, "4 par er merket"));
    press(&mut window, Modifiers::NONE, Key::Num1);
    let ones = |project: &Project| project.plan.reaches.values().filter(|reach| reach.preference == Some(1)).count();
    assert!(ones(project(&window)) > ones(&before));
    window.state_mut().undo();
    window.run();
    assert_eq!(project(&window), &before);
}

#[test]
fn coverage_leads_to_what_it_is_about() {
    let mut window = open(Language::English, WIDE, "Segments");
    assert!(has(&window, "Agent in Denmark is chosen for Prio 3 segments only."));
    let none = "Fish farmers is Prio 1, and no channel is chosen for it.";
    assert!(!has(&window, none));
    for (channel, usage) in [("Net collector’s account managers", "main"), ("Founders’ own visits", "supporting")] {
        let pair = format!("{channel} for Fish farmers: {usage}");
        window
            .get_by(|node| node.role() == Role::GridCell && node.label().is_some_and(|label| label.starts_with(&pair)))
            .click();
        window.run();
        press(&mut window, Modifiers::NONE, Key::N);
        assert_eq!(reach(&window, channel, "Fish farmers").usage, Usage::None);
    }
    click(&mut window, Role::GridCell, "Office fitters for Restaurants and cafés: not used");
    click(&mut window, Role::Link, none);
    assert!(has(&window, "Office fitters for Fish farmers"));
    // The focus has come along: what is pressed is about that segment.
    press(&mut window, Modifiers::NONE, Key::M);
    assert_eq!(reach(&window, "Office fitters", "Fish farmers").usage, Usage::Main);
    assert!(!has(&window, none));
}

#[test]
fn figures_of_a_segment_are_given_and_inherited_again() {
    let mut window = open(Language::English, WIDE, "Segments");
    click(&mut window, Role::GridCell, "Telephone from the workshop for Fish farmers: not used");
    press(&mut window, Modifiers::NONE, Key::Enter);
    // Enter leads to the figures; the field's name is the channel's.
    let field = "Telephone from the workshop: likely cost per contact";
    fill(&mut window, field, "99");
    let (phone, fish) = ("Telephone from the workshop", "Fish farmers");
    let given = Estimate { low: Some(90.0), likely: Some(99.0), high: Some(160.0) };
    assert_eq!(reach(&window, phone, fish).figures.cost_per_contact, given);
    let own = |window: &Window<'_>| {
        project(window)
            .channels
            .iter()
            .find(|one| &*one.name == phone)
            .expect("the channel")
            .figures
            .cost_per_contact
            .likely
    };
    assert_eq!(own(&window), Some(120.0), "the channel's own figure stays");
    click(&mut window, Role::Button, "Telephone from the workshop: use the channel’s own cost per contact");
    assert!(reach(&window, phone, fish).figures.is_blank());
    // Typed back to what it would be anyway is inherited, too.
    fill(&mut window, field, "99");
    fill(&mut window, field, "120");
    assert!(reach(&window, phone, fish).figures.is_blank());
    // A name is the channel's own, wherever it is written.
    fill(&mut window, "Telephone from the workshop: Name", "Calls");
    assert!(project(&window).channels.iter().any(|one| &*one.name == "Calls"));
}

#[test]
fn segments_are_stepped_through_and_stand_side_by_side() {
    let mut window = with(storage::template(Template::Example, "en"), Language::English, WIDE);
    let shown = |window: &Window<'_>| {
        let combo = window.get_by_role_and_label(Role::ComboBox, "Which segments");
        combo.accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(shown(&window), "All segments");
    press(&mut window, Modifiers::NONE, Key::PageDown);
    assert_eq!(shown(&window), "Side by side: Prio 1 and 2");
    assert!(has(&window, "Channels by segment, Prio 1 and 2"));
    press(&mut window, Modifiers::NONE, Key::PageDown);
    assert_eq!(shown(&window), "Restaurants and cafés", "Prio 1, and the first column of those");
    assert!(has(&window, "can’t deliver here"));
    press(&mut window, Modifiers::NONE, Key::PageUp);
    press(&mut window, Modifiers::NONE, Key::PageUp);
    assert_eq!(shown(&window), "All segments");
}

#[test]
fn own_against_external_and_what_moves_a_channel() {
    let mut window = open(Language::English, WIDE, "Economics");
    assert!(has(&window, "both cost") || has(&window, "is cheaper"));
    assert!(has(&window, "Inputs, the one that moves most first: "));
    fill(&mut window, "Sound survey: contribution margin", "65");
    let project = project(&window);
    let survey = project.matrix.segments(Axis::Product).iter().find(|one| &*one.name == "Sound survey").expect("it").id;
    assert_eq!(project.plan.offer(survey).margin, Some(0.65));
    fill(&mut window, "Sound survey: contribution margin", "165");
    assert!(has(&window, "can’t be above 100%"), "what can't be stays and says why");
}

#[test]
fn a_budget_is_changed_and_capped() {
    let mut window = open(Language::English, WIDE, "Budget");
    let marginal = |window: &Window<'_>| {
        said(window).into_iter().find(|said| said.starts_with("Marginal value of money")).unwrap_or_default()
    };
    assert_eq!(marginal(&window), "Marginal value of money 3.50");
    let row = "Restaurants and cafés, Telephone from the workshop, 1,683, 202,000, 707,000";
    assert!(has(&window, row));
    // Far fewer would not carry the channel's fixed cost of 180,000.
    fill(&mut window, "Telephone from the workshop, Restaurants and cafés: most contacts", "1600");
    assert!(has(&window, "Restaurants and cafés, Telephone from the workshop, 1,600, 192,000, 672,000, at its cap"));
    fill(&mut window, "Telephone from the workshop, Restaurants and cafés: fewest contacts", "1700");
    assert!(has(&window, "at least 1,700 contacts, but at most 1,600."));
    fill(&mut window, "Careful: budget", "1000");
    assert_eq!(project(&window).plan.scenarios[0].budget.to_bits(), 1000_f64.to_bits());
    assert!(has(&window, "The minimums cost NOK 204,000, and the budget is NOK 1,000."));
}

#[test]
fn the_least_budget_for_a_result_is_found_and_used() {
    let mut window = open(Language::English, WIDE, "Budget");
    fill(&mut window, "wanted", "300k");
    window.run();
    let said_after = said(&window);
    let leaves = said_after.iter().find(|said| said.ends_with("after fixed costs") && said.starts_with("leaves"));
    assert!(leaves.is_some(), "{said_after:?}");
    click(&mut window, Role::Button, "Use as budget");
    let budget = project(&window).plan.scenarios[0].budget;
    assert!(budget > 60_000.0 && budget < 400_000.0, "{budget}");
    fill(&mut window, "wanted", "900 mill");
    assert!(has(&window, "no budget reaches that; the most that there can be is NOK"));
    fill(&mut window, "wanted", "a lot");
    assert_eq!(project(&window).plan.scenarios[0].budget.to_bits(), budget.to_bits());
}

#[test]
fn scenarios_come_go_and_stand_side_by_side() {
    let mut window = open(Language::Norwegian, WIDE, "Budsjett");
    click(&mut window, Role::Button, "Lag kopi av Forsiktig");
    fill(&mut window, "Navn på scenarioet", "Mellom");
    fill(&mut window, "Mellom: budsjett", "400 000");
    let scenario = &project(&window).plan.scenarios[2];
    assert_eq!((&*scenario.name, scenario.budget.to_bits()), ("Mellom", 400_000_f64.to_bits()));
    window.get_by_role_and_label(Role::ComboBox, "Ved siden av").click();
    window.run();
    window.query_all_by_label("Dristig").last().expect("an entry").click();
    window.run();
    let fields = window.query_all_by(|node| node.label().is_some_and(|label| label == "Navn på scenarioet")).count();
    assert_eq!(fields, 2, "two scenarios beside each other");
    click(&mut window, Role::Button, "Fjern Mellom");
    assert_eq!(project(&window).plan.scenarios.len(), 2);
}

#[test]
fn without_a_scenario_one_is_offered() {
    let mut project = storage::template(Template::Example, "en");
    project.plan.scenarios = imbl::Vector::new();
    let mut window = with(project, Language::English, SMALL);
    click(&mut window, Role::Tab, "Budget");
    assert!(has(&window, "No scenario yet"));
    window.get_by(|node| node.label().is_some_and(|label| label.ends_with("Add scenario"))).click();
    window.run();
    assert_eq!(self::project(&window).plan.scenarios.len(), 1);
    window.run();
    assert!(has(&window, "Marginal value of money"));
}

#[test]
fn a_funnel_asks_for_contacts() {
    let mut window = open(Language::English, SMALL, "Funnel");
    // By hand: 30 sales / (0.2 · 0.5 · 0.35) = 857.1 contacts; by phone, 4 %: 750.
    assert!(has(&window, "By channel for Restaurants and cafés"));
    assert!(has(&window, "Telephone from the workshop, 750 (500 to 1,500)"));
    fill(&mut window, "Restaurants and cafés: sales wanted", "8");
    assert!(has(&window, "Telephone from the workshop, 200 (134"));
    fill(&mut window, "Restaurants and cafés: sales wanted", "many");
    assert!(has(&window, "many"), "what can't be read stays");
    assert!(window.state().document.project().plan.funnels.values().any(|funnel| funnel.sales_target == Some(8.0)));
}

#[test]
fn what_is_typed_counts_before_the_project_is_handed_on() {
    let mut window = open(Language::English, WIDE, "Budget");
    window.get_by_label("Careful: budget").focus();
    window.run();
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.get_by_label("Careful: budget").type_text("123");
    window.run();
    let mut out: Vec<Action> = Vec::new();
    window.state_mut().commit(|screen, view| screen.commit(view, &mut out));
    assert!(matches!(out[..], [Action::Edit(..)]), "{out:?}");
}
