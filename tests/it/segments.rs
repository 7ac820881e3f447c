//! Channels by customer segment, used through the names of its widgets as a screen reader has them.

use eframe::egui::{Key, Modifiers, Vec2, accesskit::Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use nisje::project::{
    Axis, Channel, Command, Delivery, Estimate, Figures, Fit, Project, Reach, ReachKey, Segment, Usage,
};
use nisje::text::Language;
use nisje::ui::screen::Screen as _;
use nisje::ui::screens::channels::ChannelsScreen;

use super::ui_harness::Stage;

type Window<'a> = Harness<'a, Stage<ChannelsScreen>>;

const WIDE: Vec2 = vec2(1920.0, 1000.0);
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;

/// Four customer segments, of which the last but one comes first by Prio and the first has no Prio, and three channels.
fn company() -> Project {
    let at = |name: &str, cost, sales| Channel {
        figures: Figures {
            cost_per_contact: Estimate::point(cost),
            sales_per_contact: Estimate::point(sales),
            ..Figures::default()
        },
        ..Channel::new(name)
    };
    let product = Segment::new("Advice");
    let customers = ["Schools", "Shops", "Banks", "Farms"].map(Segment::new);
    let fits = [Fit::Undecided, Fit::Prio2, Fit::Prio1, Fit::Prio3];
    let fits = customers.iter().zip(fits).map(|(customer, fit)| Command::SetFit {
        products: vec![product.id],
        customers: vec![customer.id],
        fit,
    });
    let channels = vec![at("Web", 10.0, 100.0), at("Phone", 100.0, 800.0), at("Fair", 300.0, 400.0)];
    let begin = [
        Command::AddSegments { axis: Axis::Product, at: 0, segments: vec![product.clone()] },
        Command::AddSegments { axis: Axis::Customer, at: 0, segments: customers.to_vec() },
        Command::AddChannels { at: 0, channels },
    ];
    let mut project = Project::default();
    Command::All(begin.into_iter().chain(fits).collect()).apply(&mut project).expect("sound");
    project
}

/// The screen with its channels by segment.
fn open<'a>(project: Project, language: Language, size: Vec2) -> Window<'a> {
    let builder = Harness::builder().with_size(size).with_max_steps(60).with_step_dt(1.0 / 60.0);
    let mut window = Stage::new(ChannelsScreen::default(), project, language, ChannelsScreen::ui).harness(builder);
    window.run();
    let mode = window.state().text.get("channels-mode-segments").to_owned();
    window.get_by_role_and_label(Role::Tab, &mode).click();
    window.run();
    window
}

fn key(window: &Window<'_>, channel: &str, customer: &str) -> ReachKey {
    let project = window.state().document.project();
    let channel = project.channels.iter().find(|one| &*one.name == channel).expect("a channel of that name").id;
    let customers = project.matrix.segments(Axis::Customer);
    ReachKey { customer: customers.iter().find(|one| &*one.name == customer).expect("of that name").id, channel }
}

fn reach(window: &Window<'_>, channel: &str, customer: &str) -> Reach {
    window.state().document.project().plan.reach(key(window, channel, customer)).clone()
}

/// What the cell that begins so says.
fn cell(window: &Window<'_>, start: &str) -> String {
    let starts = |label: Option<String>| label.is_some_and(|label| label.starts_with(start));
    let node = window.get_by(|node| node.role() == Role::GridCell && starts(node.label()));
    node.accesskit_node().label().expect("a cell has a name")
}

fn cells(window: &Window<'_>) -> usize {
    window.get_all_by(|node| node.role() == Role::GridCell).count()
}

/// The cells that are selected, by the beginnings of their names.
fn selected(window: &Window<'_>) -> Vec<String> {
    let is = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::GridCell && node.is_selected() == Some(true)
    };
    let nodes = window.query_all_by(is);
    let name = |label: String| label.split(':').next().unwrap_or_default().to_owned();
    nodes.filter_map(|node| node.accesskit_node().label().map(name)).collect()
}

fn click(window: &mut Window<'_>, pair: &str) {
    let at = window.get_by_label(&cell(window, pair)).rect().center();
    point(window, at, Modifiers::NONE);
}

fn point(window: &mut Window<'_>, at: eframe::egui::Pos2, modifiers: Modifiers) {
    use eframe::egui::{Event, PointerButton};
    window.hover_at(at);
    window.run();
    for pressed in [true, false] {
        window.event_modifiers(
            Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers },
            modifiers,
        );
    }
    window.run();
}

fn press(window: &mut Window<'_>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

#[test]
fn by_keyboard_alone_in_both_languages() {
    for (language, first, said) in [
        (Language::English, "Web for Banks: not used", "Web for Banks: main, Preference 3 of 3, can deliver"),
        (Language::Norwegian, "Web for Banks: brukes ikke", "Web for Banks: hovedkanal, Preferanse 3 av 3, kan levere"),
    ] {
        let mut window = open(company(), language, WIDE);
        assert_eq!(cell(&window, "Web for Banks"), first);
        assert_eq!(selected(&window), ["Web for Banks"], "the most urgent segment stands first");
        for key in [Key::Num3, Key::Space, Key::D] {
            press(&mut window, Modifiers::NONE, key);
        }
        assert_eq!(cell(&window, "Web for Banks"), said);
        for key in [Key::Space, Key::D, Key::Delete] {
            press(&mut window, Modifiers::NONE, key);
        }
        let now = reach(&window, "Web", "Banks");
        assert_eq!((now.preference, now.delivery, now.usage), (None, Delivery::No, Usage::Supporting));
        for key in [Key::Space, Key::D] {
            press(&mut window, Modifiers::NONE, key);
        }
        assert!(reach(&window, "Web", "Banks").is_blank(), "both have come round");
        window.state_mut().undo();
        window.run();
        assert_eq!(reach(&window, "Web", "Banks").delivery, Delivery::No);

        for (key, usage) in [(Key::M, Usage::Main), (Key::S, Usage::Supporting), (Key::N, Usage::None)] {
            press(&mut window, Modifiers::NONE, key);
            assert_eq!(reach(&window, "Web", "Banks").usage, usage);
        }
    }
}

#[test]
fn keys_walk_and_edits_go_to_all_that_is_selected() {
    let mut window = open(company(), Language::English, WIDE);
    for key in [Key::ArrowDown, Key::ArrowRight] {
        press(&mut window, Modifiers::NONE, key);
    }
    assert_eq!(selected(&window), ["Phone for Shops"]);
    press(&mut window, SHIFT, Key::ArrowRight);
    press(&mut window, SHIFT, Key::ArrowDown);
    let four = ["Phone for Shops", "Fair for Shops", "Phone for Farms", "Fair for Farms"];
    assert_eq!(selected(&window), four);
    press(&mut window, Modifiers::NONE, Key::Num2);
    for (channel, customer) in [("Phone", "Shops"), ("Fair", "Shops"), ("Phone", "Farms"), ("Fair", "Farms")] {
        assert_eq!(reach(&window, channel, customer).preference, Some(2));
    }
    assert!(reach(&window, "Web", "Shops").is_blank());
    window.state_mut().undo();
    window.run();
    assert!(window.state().document.project().plan.reaches.is_empty(), "one step");
    assert_eq!(selected(&window), four, "what is selected stays");
    press(&mut window, Modifiers::NONE, Key::Home);
    assert_eq!(selected(&window), ["Web for Farms"]);
}

#[test]
fn the_mouse_chooses_extends_and_uses() {
    let mut window = open(company(), Language::English, WIDE);
    click(&mut window, "Phone for Shops");
    assert_eq!(selected(&window), ["Phone for Shops"]);
    let far = window.get_by_label(&cell(&window, "Fair for Schools")).rect().center();
    point(&mut window, far, SHIFT);
    assert_eq!(selected(&window).len(), 6);
    let at = window.get_by_label(&cell(&window, "Web for Farms")).rect().center();
    // Some time goes by, so that the next click isn't one of three.
    for _ in 0..60 {
        window.step();
    }
    for _ in 0..2 {
        window.drag_at(at);
        window.drop_at(at);
    }
    window.run();
    assert_eq!(selected(&window), ["Web for Farms"]);
    assert_eq!(reach(&window, "Web", "Farms").usage, Usage::Main);
}

#[test]
fn the_choices_of_the_pair() {
    let mut window = open(company(), Language::English, vec2(1024.0, 574.0));
    click(&mut window, "Phone for Shops");
    for choice in ["supporting", "can’t deliver", "Preference 1 of 3"] {
        window.get_by_label(choice).click();
        window.run();
    }
    let said = "Phone for Shops: supporting, Preference 1 of 3, can’t deliver";
    assert_eq!(cell(&window, "Phone for Shops"), said);
    window.get_by_label("No preference said").click();
    window.run();
    assert_eq!(reach(&window, "Phone", "Shops").preference, None);
}

#[test]
fn figures_of_the_pair_and_back_to_the_channels_own() {
    let mut window = open(company(), Language::English, WIDE);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::Enter);
    // The figures of the segment.
    let field = "Phone: likely cost per contact";
    assert_eq!(window.get_by_label(field).value().as_deref(), Some("100"));
    window.get_by_label(field).focus();
    window.run();
    press(&mut window, CTRL, Key::A);
    window.get_by_label(field).type_text("150");
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let given = Figures { cost_per_contact: Estimate::point(150.0), ..Figures::default() };
    assert_eq!(reach(&window, "Phone", "Banks").figures, given);
    let own = |window: &Window<'_>| window.state().document.project().channels[1].figures.cost_per_contact;
    assert_eq!(own(&window), Estimate::point(100.0));

    window.get_by_role_and_label(Role::Tab, "Segments").click();
    window.run();
    assert!(cell(&window, "Phone for Banks").ends_with("figures of its own"));
    assert_eq!(selected(&window), ["Phone for Banks"]);
    window.get_by_label_contains("given here; otherwise NOK\u{a0}100");
    window.get_by_label("Use the channel’s own again").click();
    window.run();
    assert!(reach(&window, "Phone", "Banks").is_blank());
    assert!(window.query_by_label("Use the channel’s own again").is_none());
    window.state_mut().undo();
    window.run();
    assert_eq!(reach(&window, "Phone", "Banks").figures, given, "one step back");
}

#[test]
fn the_menu_has_every_choice() {
    let mut window = open(company(), Language::Norwegian, WIDE);
    press(&mut window, SHIFT, Key::ArrowRight);
    let at = window.get_by_label(&cell(&window, "Phone for Banks")).rect().center();
    for choice in ["støttekanal", "kan ikke levere", "Preferanse 0 av 3"] {
        window.hover_at(at);
        window.run();
        window.event(eframe::egui::Event::PointerButton {
            pos: at,
            button: eframe::egui::PointerButton::Secondary,
            pressed: true,
            modifiers: Modifiers::NONE,
        });
        window.event(eframe::egui::Event::PointerButton {
            pos: at,
            button: eframe::egui::PointerButton::Secondary,
            pressed: false,
            modifiers: Modifiers::NONE,
        });
        window.run();
        window.get_by_role_and_label(Role::MenuItem, choice).click();
        window.run();
    }
    for channel in ["Web", "Phone"] {
        let now = reach(&window, channel, "Banks");
        assert_eq!((now.usage, now.delivery, now.preference), (Usage::Supporting, Delivery::No, Some(0)));
    }
    // By key, and the keys of the menu.
    press(&mut window, SHIFT, Key::F10);
    window.get_by_role_and_label(Role::MenuItem, "brukes ikke");
    press(&mut window, Modifiers::NONE, Key::N);
    assert!(window.query_by_role(Role::MenuItem).is_none());
    assert_eq!(reach(&window, "Phone", "Banks").usage, Usage::None);
}

#[test]
fn a_segment_is_chosen_by_its_name_and_the_choices_go_to_all_of_it() {
    let mut window = open(company(), Language::English, WIDE);
    window.get_by_role_and_label(Role::RowHeader, "Shops: Prio 2").click();
    window.run();
    assert_eq!(selected(&window).len(), 3);
    window.get_by_label("3 pairs selected: choices and keys change all of them");
    window.get_by_role_and_label(Role::RadioButton, "can deliver").click();
    window.run();
    for channel in ["Web", "Phone", "Fair"] {
        assert_eq!(reach(&window, channel, "Shops").delivery, Delivery::Yes);
    }
    window.state_mut().undo();
    window.run();
    assert!(window.state().document.project().plan.reaches.is_empty(), "one step");
    press(&mut window, CTRL, Key::A);
    assert_eq!(selected(&window).len(), 12);
}

#[test]
fn the_same_pair_stays_chosen_when_priorities_change() {
    let mut window = open(company(), Language::English, WIDE);
    click(&mut window, "Phone for Farms");
    let farms = key(&window, "Phone", "Farms").customer;
    let products = vec![window.state().document.project().matrix.segments(Axis::Product)[0].id];
    let fit = Command::SetFit { products, customers: vec![farms], fit: Fit::No };
    window.state_mut().apply(&fit);
    window.run();
    assert_eq!(selected(&window), ["Phone for Farms"]);
    window.state_mut().undo();
    window.run();
    assert_eq!(selected(&window), ["Phone for Farms"]);
}

#[test]
fn findings_lead_to_their_pair() {
    let mut project = company();
    let mut window = open(project.clone(), Language::Norwegian, WIDE);
    window.get_by_label("Banks er Prio 1, og ingen kanal er valgt for det.");
    press(&mut window, Modifiers::NONE, Key::M);
    assert!(window.query_by_label_contains("ingen kanal er valgt").is_none());

    let key = key(&window, "Phone", "Farms");
    let reach = Reach { usage: Usage::Main, delivery: Delivery::No, ..Reach::default() };
    project.plan.reaches.insert(key, reach);
    let mut window = open(project, Language::English, WIDE);
    window.get_by_label("Phone is chosen for Farms though it can’t deliver there.").click();
    window.run();
    assert_eq!(selected(&window), ["Phone for Farms"]);
    press(&mut window, Modifiers::NONE, Key::N);
    assert!(window.query_by_label_contains("though it can’t deliver").is_none());
}

#[test]
fn it_fits_a_narrow_window() {
    for language in [Language::English, Language::Norwegian] {
        let mut window = open(company(), language, vec2(800.0, 430.0));
        assert_eq!(cells(&window), 12);
        press(&mut window, Modifiers::NONE, Key::Num2);
        assert_eq!(reach(&window, "Web", "Banks").preference, Some(2));
    }
}

#[test]
fn only_what_is_seen_is_there() {
    let mut project = company();
    let channels = (0..40).map(|number| Channel::new(format!("Way {number}"))).collect();
    let customers = (0..200).map(|number| Segment::new(format!("Town {number}"))).collect();
    Command::All(vec![
        Command::AddChannels { at: 9, channels },
        Command::AddSegments { axis: Axis::Customer, at: 9, segments: customers },
    ])
    .apply(&mut project)
    .expect("sound");
    let mut window = open(project, Language::English, vec2(1024.0, 574.0));
    assert!(cells(&window) < 400, "{} cells", cells(&window));
    press(&mut window, Modifiers::NONE, Key::End);
    for _ in 0..3 {
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
    }
    assert_eq!(selected(&window), ["Way 39 for Schools"]);
}

#[test]
fn without_segments_it_says_where_to_begin() {
    let project = Project { channels: [Channel::new("Web")].into_iter().collect(), ..Project::default() };
    let window = open(project, Language::English, WIDE);
    window.get_by_label("No customer segments yet");
    window.get_by_label("Go to the matrix");

    let mut project = company();
    let matrix = &project.matrix;
    let ids = |axis| matrix.segments(axis).iter().map(|segment| segment.id).collect::<Vec<_>>();
    let nothing = Command::SetFit { products: ids(Axis::Product), customers: ids(Axis::Customer), fit: Fit::No };
    nothing.apply(&mut project).expect("sound");
    open(project, Language::English, WIDE).get_by_label("No segment has a fit yet");
}
