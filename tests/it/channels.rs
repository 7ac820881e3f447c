//! The channels screen, used through the names of its widgets as a screen reader has them.

use eframe::egui::{Event, Key, Modifiers, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use nisje::analysis::Analysis;
use nisje::analysis::channels::{Comparison, Standing};
use nisje::project::{Channel, Command, Estimate, Figures, Of, Owner, Project, SalesFrom};
use nisje::text::Language;
use nisje::ui::screen::Screen as _;
use nisje::ui::screens::channels::ChannelsScreen;
use nisje::ui::{Action, View};

use super::ui_harness::Stage;

type Window<'a> = Harness<'a, Stage<ChannelsScreen>>;

const WIDE: Vec2 = vec2(1920.0, 1000.0);
const CTRL: Modifiers = Modifiers::COMMAND;

fn open<'a>(project: Project, language: Language, size: Vec2) -> Window<'a> {
    let builder = Harness::builder().with_size(size).with_max_steps(60).with_step_dt(1.0 / 60.0);
    let stage = Stage::new(ChannelsScreen::default(), project, language, ChannelsScreen::ui);
    let mut window = stage.harness(builder);
    window.run();
    window
}

fn three() -> Project {
    let at = |name: &str, cost, sales| Channel {
        figures: Figures {
            cost_per_contact: Estimate::range(cost / 2.0, cost, cost * 2.0),
            sales_per_contact: Estimate::point(sales),
            ..Figures::default()
        },
        ..Channel::new(name)
    };
    let channels = [at("Web", 10.0, 100.0), at("Phone", 100.0, 800.0), at("Fair", 300.0, 400.0)];
    Project { channels: channels.into_iter().collect(), margin: 0.5, ..Project::default() }
}

fn channel<'a>(window: &'a Window<'_>, name: &str) -> &'a Channel {
    let mut channels = window.state().document.project().channels.iter();
    channels.find(|channel| &*channel.name == name).expect("a channel of that name")
}

fn standing(window: &Window<'_>, name: &str) -> Standing {
    let comparison = Comparison::of(window.state().document.project());
    comparison.find(channel(window, name).id).expect("compared").standing
}

/// What the row that begins so says.
fn row(window: &Window<'_>, start: &str) -> String {
    let row =
        window.get_by(|node| node.role() == Role::Row && node.label().is_some_and(|label| label.starts_with(start)));
    row.accesskit_node().label().expect("a row has a name")
}

/// Types into the field of that name in place of what is there, and leaves it with Enter.
fn fill(window: &mut Window<'_>, field: &str, typed: &str) {
    window.get_by_label(field).focus();
    window.run();
    window.key_press_modifiers(CTRL, Key::A);
    window.get_by_label(field).type_text(typed);
    window.run();
    window.key_press(Key::Enter);
    window.run();
}

fn drag(window: &mut Window<'_>, point: &str, by: Vec2) {
    let from = window.get_by_label(point).rect().center();
    window.hover_at(from);
    window.run();
    window.drag_at(from);
    window.run();
    for share in [0.3, 0.7, 1.0] {
        window.hover_at(from + by * share);
        window.run();
    }
    window.drop_at(from + by);
    window.run();
}

#[test]
fn a_channel_from_nothing_in_both_languages() {
    for (language, add, name, cost, sales, decimal, efficient) in [
        (
            Language::English,
            "Add channel",
            "Name",
            "likely cost per contact",
            "likely sales per contact",
            "12.5",
            "efficient",
        ),
        (
            Language::Norwegian,
            "Legg til kanal",
            "Navn",
            "sannsynlig kostnad per kontakt",
            "sannsynlig salg per kontakt",
            "12,5",
            "effektiv",
        ),
    ] {
        let mut window = open(Project::default(), language, WIDE);
        window.get_by_label(add).click();
        window.run();
        let unnamed = window.state().text.get("unnamed").to_owned();
        let field = format!("{unnamed}: {name}");
        assert!(window.get_by_label(&field).is_focused(), "the name is typed first");
        window.get_by_label(&field).type_text("Web");
        window.run();
        window.key_press(Key::Enter);
        window.run();
        fill(&mut window, &format!("Web: {cost}"), decimal);
        assert_eq!(channel(&window, "Web").figures.cost_per_contact, Estimate::point(12.5));
        assert_eq!(standing(&window, "Web"), Standing::Incomplete);
        fill(&mut window, &format!("Web: {sales}"), "1 000,00 kr");
        assert_eq!(channel(&window, "Web").figures.sales_per_contact, Estimate::point(1000.0));
        assert_eq!(standing(&window, "Web"), Standing::Efficient);
        let row = row(&window, "Web,");
        assert!(row.ends_with(efficient) && row.contains(decimal), "{row}");
    }
}

#[test]
fn bad_input_stays_and_says_why() {
    let mut window = open(three(), Language::English, WIDE);
    let field = "Web: likely cost per contact";
    for (typed, why) in
        [("cheap", "must be a number"), ("-3", "can’t be negative"), ("99", "must rise from low over likely to high")]
    {
        fill(&mut window, field, typed);
        assert_eq!(window.get_by_label(field).value().as_deref(), Some(typed));
        window.get_by_label_contains(why);
        assert_eq!(channel(&window, "Web").figures.cost_per_contact.likely, Some(10.0));
    }
    // The end that was in the way goes along: both stand.
    fill(&mut window, "Web: high cost per contact", "120");
    assert_eq!(channel(&window, "Web").figures.cost_per_contact, Estimate::range(5.0, 99.0, 120.0));
    assert!(window.query_by_label_contains("must rise").is_none());
}

#[test]
fn escape_takes_back_and_leaving_keeps() {
    let mut window = open(three(), Language::English, WIDE);
    let field = "Web: likely cost per contact";
    window.get_by_label(field).focus();
    window.run();
    window.get_by_label(field).type_text("7");
    window.run();
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(channel(&window, "Web").figures.cost_per_contact.likely, Some(10.0));
    assert!(!window.state().document.is_unsaved());

    window.get_by_label(field).focus();
    window.run();
    window.get_by_label(field).type_text("7");
    window.run();
    // Two edits at once: the field that is left, and the button.
    window.get_by_label("Web: external").click();
    window.run();
    let web = channel(&window, "Web");
    assert_eq!((web.figures.cost_per_contact.likely, web.owner), (Some(7.0), Owner::External));
}

#[test]
fn what_is_being_typed_can_be_asked_for() {
    let mut window = open(three(), Language::English, WIDE);
    window.get_by_role_and_label(Role::TextInput, "Contribution margin").focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Contribution margin").type_text("25");
    window.run();
    assert!((window.state().document.project().margin - 0.5).abs() < 1e-12);
    let stage = window.state_mut();
    let mut out = Vec::new();
    let analysis = Analysis::of(stage.document.project());
    let view = View::new(&analysis, &stage.text);
    stage.screen.commit(&view, &mut out);
    assert_eq!(out, [Action::Edit(Command::set(Of::Project, "margin", 0.25), None)]);
}

#[test]
fn by_keyboard_alone() {
    let mut window = open(three(), Language::English, WIDE);
    window.key_press(Key::ArrowDown);
    window.run();
    window.key_press(Key::F2);
    window.run();
    assert!(window.get_by_label("Phone: Name").is_focused());
    for _ in 0..8 {
        window.key_press(Key::Tab);
        window.run();
        if window.get_by_label("Phone: low cost per contact").is_focused() {
            break;
        }
    }
    window.get_by_label("Phone: low cost per contact").type_text("60");
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(channel(&window, "Phone").figures.cost_per_contact.low, Some(60.0));
    // The next channel at the same field.
    window.key_press(Key::ArrowDown);
    window.key_press(Key::Enter);
    window.run();
    assert!(window.get_by_label("Fair: low cost per contact").is_focused());
    window.key_press(Key::Escape);
    window.run();

    let names = |window: &Window<'_>| {
        window.state().document.project().channels.iter().map(|channel| channel.name.to_string()).collect::<Vec<_>>()
    };
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    window.run();
    assert_eq!(names(&window), ["Web", "Fair", "Phone"]);
    window.key_press_modifiers(CTRL, Key::D);
    window.run();
    assert_eq!(names(&window), ["Web", "Fair", "Fair (copy)", "Phone"]);
    window.key_press(Key::Delete);
    window.run();
    window.key_press(Key::Home);
    window.run();
    window.key_press(Key::Delete);
    window.run();
    assert_eq!(names(&window), ["Fair", "Phone"]);
    assert_eq!(window.state().last_said(), "Removed Web");
    window.state_mut().document.undo();
    window.run();
    assert_eq!(names(&window), ["Web", "Fair", "Phone"]);
    window.key_press(Key::Insert);
    window.run();
    assert_eq!(names(&window).len(), 4);
}

#[test]
fn dragging_a_point_is_one_step() {
    let mut window = open(three(), Language::English, WIDE);
    let before = channel(&window, "Phone").clone();
    drag(&mut window, "Phone: point in the chart", vec2(60.0, -45.0));
    let after = channel(&window, "Phone").clone();
    let (cost, sales) = (after.figures.cost_per_contact, after.figures.sales_per_contact);
    assert!(
        cost.likely > before.figures.cost_per_contact.likely && sales.likely > before.figures.sales_per_contact.likely
    );
    // The range keeps its shape.
    let ratio = cost.high.expect("kept") / cost.likely.expect("set");
    assert!((ratio - 2.0).abs() < 0.02, "{cost:?}");
    assert!(window.state().last_said().starts_with("Phone: cost NOK"));
    assert!(window.state_mut().document.undo());
    assert_eq!(*channel(&window, "Phone"), before);
    assert!(!window.state_mut().document.undo(), "one step only");
    assert!(window.state_mut().document.redo());
    assert_eq!(*channel(&window, "Phone"), after);
}

#[test]
fn dragging_straight_changes_one_figure_and_moves_nothing_else() {
    let mut window = open(three(), Language::English, WIDE);
    let still = window.get_by_label("Web: point in the chart").rect();
    drag(&mut window, "Phone: point in the chart", vec2(300.0, 0.0));
    let phone = channel(&window, "Phone");
    assert!(phone.figures.cost_per_contact.likely > Some(100.0));
    assert_eq!(phone.figures.sales_per_contact.likely, Some(800.0));
    assert_eq!(window.get_by_label("Web: point in the chart").rect(), still);
}

#[test]
fn dragging_sales_from_a_close_rate_changes_it_up_to_all() {
    let visits = Channel {
        figures: Figures {
            cost_per_contact: Estimate::point(100.0),
            sales_from: Some(SalesFrom::CloseRate),
            close_rate: Estimate::point(0.5),
            revenue_per_sale: Estimate::point(1000.0),
            ..Figures::default()
        },
        ..Channel::new("Visits")
    };
    let mut project = three();
    project.channels.push_back(visits);
    let mut window = open(project, Language::English, WIDE);
    drag(&mut window, "Visits: point in the chart", vec2(0.0, 20.0));
    let visits = channel(&window, "Visits");
    assert!(visits.figures.close_rate.likely.is_some_and(|rate| rate < 0.5));
    assert_eq!(visits.figures.revenue_per_sale.likely, Some(1000.0));
    drag(&mut window, "Visits: point in the chart", vec2(0.0, -600.0));
    assert_eq!(channel(&window, "Visits").figures.close_rate.likely, Some(1.0));
    assert!(window.state().last_said().contains("can’t be above 100%"));
}

#[test]
fn zero_and_missing_are_listed_beside_the_chart() {
    let mut project = three();
    let free = Channel {
        figures: Figures {
            cost_per_contact: Estimate::point(0.0),
            sales_per_contact: Estimate::point(5.0),
            ..Figures::default()
        },
        ..Channel::new("Rumour")
    };
    project.channels.push_back(free);
    project.channels.push_back(Channel::new("Agents"));
    let mut window = open(project, Language::English, WIDE);
    window.get_by_label("Rumour (cost is zero)");
    window.get_by_label("Linear").click();
    window.run();
    assert!(window.query_by_label("Rumour (cost is zero)").is_none());
    window.get_by_label("Rumour: point in the chart");
    window.get_by_label("Agents (missing: cost per contact, sales per contact)").click();
    window.run();
    window.get_by_label("Agents: Name");
}

#[test]
fn the_wheel_zooms_and_a_double_click_brings_all_back() {
    let mut window = open(three(), Language::English, WIDE);
    let phone = |window: &Window<'_>| window.get_by_label("Phone: point in the chart").rect().center();
    let before = phone(&window);
    let away = before + vec2(-120.0, -150.0);
    window.hover_at(away);
    window.run();
    let wheel = Event::MouseWheel {
        unit: eframe::egui::MouseWheelUnit::Point,
        delta: vec2(0.0, 60.0),
        phase: eframe::egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: eframe::egui::MouseWheelSource::Wheel,
    };
    window.event(wheel);
    window.run();
    assert!((phone(&window) - away).length() > (before - away).length() * 1.1);
    for _ in 0..2 {
        window.drag_at(away);
        window.drop_at(away);
    }
    window.run();
    assert!((phone(&window) - before).length() < 0.5);
}

#[test]
fn where_it_is_narrow_table_and_chart_take_turns() {
    let mut window = open(three(), Language::Norwegian, vec2(1024.0, 574.0));
    assert!(window.query_by_label("Phone: punkt i diagrammet").is_none());
    window.get_by_label("Diagram").click();
    window.run();
    window.get_by_label("Phone: punkt i diagrammet").click();
    window.run();
    window.get_by_label("Tabell").click();
    window.run();
    window.get_by_label("Phone: Navn");
}

#[test]
fn the_table_follows_the_choice() {
    let many = (0..60).map(|number| Channel::new(format!("Channel {number}"))).collect();
    let mut window = open(Project { channels: many, ..Project::default() }, Language::English, vec2(1024.0, 574.0));
    let is_there = |window: &Window<'_>, start: &str| {
        let is = |label: Option<String>| label.is_some_and(|label| label.starts_with(start));
        window.query_by(|node| node.role() == Role::Row && is(node.label())).is_some()
    };
    assert!(is_there(&window, "Channel 0,") && !is_there(&window, "Channel 59,"), "only what is seen is drawn");
    window.key_press(Key::End);
    window.run();
    assert!(is_there(&window, "Channel 59,") && !is_there(&window, "Channel 0,"));
}
