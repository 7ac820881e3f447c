//! Keys are handled in the order of events, however many of them come in one frame.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use nisje::project::{
    Axis, CellKey, Channel, Command, Decide, Fit, Participant, Project, Question, Round, Segment, usual_criteria,
};
use nisje::text::Language;
use nisje::ui::screens::channels::ChannelsScreen;
use nisje::ui::screens::decide::DecideScreen;
use nisje::ui::screens::matrix::MatrixScreen;
use nisje::ui::{Action, View, screen::Screen as _};

use super::ui_harness::Stage;

type Window<'a, Screen> = Harness<'a, Stage<Screen>>;

/// Five by eight cells that fit, four channels, the usual criteria, two people and an open round.
fn company() -> Project {
    let segments = |names: &str| names.chars().map(|name| Segment::new(name.to_string())).collect::<Vec<_>>();
    let (products, customers) = (segments("ABCDE"), segments("12345678"));
    let ids = |segments: &[Segment]| segments.iter().map(|segment| segment.id).collect::<Vec<_>>();
    let fits = Command::SetFit { products: ids(&products), customers: ids(&customers), fit: Fit::Undecided };
    let channels = ["Web", "Telephone", "Visit", "Fair"].map(Channel::new).to_vec();
    let people = ["Kari", "Ola"].map(Participant::new).to_vec();
    let criteria = usual_criteria(Into::into);
    let mut project = Project::default();
    for command in [
        Command::AddSegments { axis: Axis::Product, at: 0, segments: products },
        Command::AddSegments { axis: Axis::Customer, at: 0, segments: customers },
        fits,
        Command::AddChannels { at: 0, channels },
        Decide::AddCriteria { at: 0, criteria }.into(),
        Decide::SetParticipants(people.clone()).into(),
    ] {
        command.apply(&mut project).expect("sound");
    }
    let rows = project.matrix.segments(Axis::Product).iter().map(|segment| segment.id).collect::<Vec<_>>();
    let columns = project.matrix.segments(Axis::Customer).iter().map(|segment| segment.id).collect::<Vec<_>>();
    let cells = rows
        .iter()
        .flat_map(|product| columns.iter().map(|customer| CellKey { product: *product, customer: *customer }));
    let round = Round::new(Question::Prio, people, cells);
    Command::from(Decide::AddRound(round)).apply(&mut project).expect("sound");
    project
}

type Draw<Screen> = fn(&mut Screen, &mut eframe::egui::Ui, &View, &mut Vec<Action>);

fn open<'a, Screen: Default + 'a>(project: &Project, draw: Draw<Screen>) -> Window<'a, Screen> {
    let builder = Harness::builder().with_size((1280.0, 800.0)).with_max_steps(4000);
    let mut window = Stage::new(Screen::default(), project.clone(), Language::English, draw).harness(builder);
    window.run();
    window
}

/// The events of a key press as the window gives them: digits and letters type their text too.
fn press((modifiers, key): (Modifiers, Key)) -> Vec<Event> {
    let text = if modifiers == Modifiers::NONE { key.name().to_lowercase() } else { String::new() };
    let event = |pressed| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers };
    let mut events = vec![event(true)];
    if text.chars().count() == 1 {
        events.push(Event::Text(text));
    } else if key == Key::Space {
        events.push(Event::Text(" ".to_owned()));
    }
    events.push(event(false));
    events
}

/// A thousand presses of those keys, in an order of no meaning.
fn thousand(keys: &[(Modifiers, Key)]) -> Vec<(Modifiers, Key)> {
    let mut at = 12_345_usize;
    let mut next = || {
        at = at.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        keys[(at >> 33) % keys.len()]
    };
    (0..1000).map(|_| next()).collect()
}

/// The project after a thousand presses in one frame is the one after a thousand frames with one press each.
fn in_order<'a, Screen: 'a>(open: impl Fn() -> Window<'a, Screen>, keys: &[(Modifiers, Key)]) {
    let keys = thousand(keys);
    let mut slow = open();
    for key in &keys {
        slow.input_mut().events.extend(press(*key));
        slow.step();
    }
    slow.run();
    let mut fast = open();
    fast.input_mut().events.extend(keys.iter().flat_map(|key| press(*key)));
    let frames = fast.run();
    let (slow, fast) = (&slow.state().document, &fast.state().document);
    assert!(slow.project() != open().state().document.project(), "the keys do something");
    assert!(slow.project() == fast.project(), "not the same after {frames} frames");
}

const fn plain(key: Key) -> (Modifiers, Key) {
    (Modifiers::NONE, key)
}

const ARROWS: [(Modifiers, Key); 4] =
    [plain(Key::ArrowUp), plain(Key::ArrowDown), plain(Key::ArrowLeft), plain(Key::ArrowRight)];
const DIGITS: [(Modifiers, Key); 4] = [plain(Key::Num0), plain(Key::Num1), plain(Key::Num2), plain(Key::Num3)];

#[test]
fn a_thousand_keys_in_the_matrix() {
    let project = company();
    let more = [
        plain(Key::X),
        plain(Key::Space),
        plain(Key::Delete),
        plain(Key::Home),
        (Modifiers::SHIFT, Key::ArrowDown),
        (Modifiers::SHIFT, Key::ArrowRight),
    ];
    // The headings are left out: a removed one would end the test early.
    let keys: Vec<_> = ARROWS.into_iter().chain(DIGITS).chain(more).filter(|key| key.1 != Key::Delete).collect();
    in_order(|| open(&project, MatrixScreen::ui), &keys);
}

#[test]
fn a_thousand_keys_in_scores() {
    let project = company();
    let keys = ARROWS.into_iter().chain(DIGITS).chain([
        plain(Key::Num4),
        plain(Key::Num5),
        plain(Key::PageDown),
        plain(Key::R),
        plain(Key::C),
        (Modifiers::COMMAND, Key::ArrowDown),
    ]);
    let open = || {
        let mut window = open(&project, DecideScreen::ui);
        window.get_by_role_and_label(Role::Tab, "Scores").click();
        window.run();
        window
    };
    in_order(open, &keys.collect::<Vec<_>>());
}

#[test]
fn a_thousand_keys_in_channels_by_segment() {
    let project = company();
    let more = [Key::Space, Key::D, Key::M, Key::S, Key::N, Key::Delete].map(plain);
    let keys: Vec<_> = ARROWS.into_iter().chain(DIGITS).chain(more).collect();
    let open = || {
        let mut window = open(&project, ChannelsScreen::ui);
        let mode = window.state().text.get("channels-mode-segments").to_owned();
        window.get_by_role_and_label(Role::Tab, &mode).click();
        window.run();
        window
    };
    in_order(open, &keys);
}

#[test]
fn a_thousand_keys_in_a_ballot_and_in_the_sheet() {
    let project = company();
    let ballot = || {
        let mut window = open(&project, DecideScreen::ui);
        window.get_by_role_and_label(Role::Tab, "Agreement").click();
        window.run();
        window
    };
    let keys: Vec<_> = ARROWS.into_iter().chain(DIGITS).collect();
    in_order(
        || {
            let mut window = ballot();
            window.get_by_label("Hand the laptop to Kari").click();
            window.run();
            window.key_press(Key::Enter);
            window.run();
            window
        },
        &keys,
    );
    in_order(
        || {
            let mut window = ballot();
            let sheet = window.state().text.get("decide-sheet").to_owned();
            window.get_by_label(&sheet).click();
            window.run();
            window
        },
        &keys,
    );
}

/// What the shift of attention by a key leads to gets what is typed after it, even in the same frame.
#[test]
fn a_burst_of_typing_names_segments_and_writes_notes() {
    let mut window = open(&Project::default(), MatrixScreen::ui);
    let text = |text: &str| text.chars().map(|letter| Event::Text(letter.to_string())).collect::<Vec<_>>();
    let mut events = press(plain(Key::Enter));
    for name in ["Opplæring", "Drift"] {
        events.extend(text(name));
        events.extend(press(plain(Key::Enter)));
    }
    events.extend(press(plain(Key::Escape)));
    events.extend(press(plain(Key::Enter)));
    events.extend(text("Skoler"));
    events.extend(press(plain(Key::Enter)));
    events.extend(press(plain(Key::Escape)));
    // Typing over a cell opens its note; what is not a command stays what it is.
    events.extend(press(plain(Key::Num1)));
    events.extend(text("hello world"));
    events.extend(press(plain(Key::Enter)));
    events.extend(press(plain(Key::ArrowDown)));
    events.extend(press(plain(Key::X)));
    window.input_mut().events.extend(events);
    window.run();
    let stage = window.state();
    assert_eq!(stage.names(Axis::Product), ["Opplæring", "Drift"]);
    assert_eq!(stage.names(Axis::Customer), ["Skoler"]);
    assert_eq!(stage.signs(), ["1", "X"]);
    let matrix = &stage.document.project().matrix;
    let key =
        CellKey { product: matrix.segments(Axis::Product)[0].id, customer: matrix.segments(Axis::Customer)[0].id };
    assert_eq!(matrix.cell(key).note.as_deref(), Some("hello world"));
}
