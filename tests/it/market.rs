//! The screen of customer segments: the table that is filled in, one market or two, side by side.

use eframe::egui::{Event, Key, Modifiers, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use nisje::project::{Answer, Axis, Command, NeedLevel, Of, Profile, Project, Segment, Template};
use nisje::text::{Language, Text};
use nisje::ui::screen::Screen;
use nisje::ui::screens::segments::SegmentsScreen;

use super::ui_harness::Stage;

type Window<'a> = Harness<'a, Stage<SegmentsScreen>>;

fn open<'a>(project: Project, language: Language, size: Vec2) -> Window<'a> {
    let builder = Harness::builder().with_size(size).with_max_steps(60).with_step_dt(1.0 / 60.0);
    let mut window = Stage::new(SegmentsScreen::default(), project, language, Screen::ui).harness(builder);
    window.run();
    window
}

/// Three segments that nothing is known of.
fn blank() -> Project {
    let mut project = Project::default();
    let segments = ["Banks", "Schools", "Farms"].map(Segment::new).to_vec();
    Command::AddSegments { axis: Axis::Customer, at: 0, segments }.apply(&mut project).expect("new segments");
    project
}

fn plain<'a>() -> Window<'a> {
    open(blank(), Language::English, vec2(1500.0, 800.0))
}

fn press(window: &mut Window<'_>, key: Key) {
    window.key_press(key);
    window.run();
}

fn with(window: &mut Window<'_>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

fn typed(window: &mut Window<'_>, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run();
}

/// Makes a cell active, by the start of its accessible name.
#[track_caller]
fn go(window: &mut Window<'_>, start: &str) {
    let found = window.query_all_by(|node| node.label().is_some_and(|label| label.starts_with(start))).next();
    found.unwrap_or_else(|| panic!("{start:?} is not on the screen")).focus();
    window.run();
}

#[track_caller]
fn click(window: &mut Window<'_>, label: &str) {
    let found = window.query_all_by_label(label).last();
    found.unwrap_or_else(|| panic!("{label:?} is not on the screen")).click();
    window.run();
}

fn profile(window: &Window<'_>, place: usize) -> Profile {
    let project = window.state().document.project();
    project.market.profile(project.matrix.segments(Axis::Customer)[place].id)
}

fn loyalty(window: &Window<'_>) -> Vec<Option<u8>> {
    let count = window.state().document.project().matrix.segments(Axis::Customer).len();
    (0..count).map(|place| profile(window, place).loyalty).collect()
}

#[test]
fn typing_replaces_a_cell_and_enter_goes_on_below() {
    let mut window = plain();
    go(&mut window, "Banks, Loyalty");
    typed(&mut window, "4");
    press(&mut window, Key::Enter);
    typed(&mut window, "2");
    press(&mut window, Key::ArrowDown);
    typed(&mut window, "5");
    press(&mut window, Key::Tab);
    assert_eq!(loyalty(&window), [Some(4), Some(2), Some(5)]);
    typed(&mut window, "3");
    press(&mut window, Key::Enter);
    assert_eq!(profile(&window, 2).innovation_response, Some(3), "Tab went on to the next column");
    window.state_mut().undo();
    assert_eq!(profile(&window, 2).innovation_response, None);
}

#[test]
fn what_makes_no_sense_stays_in_the_field_with_the_reason() {
    let mut window = plain();
    go(&mut window, "Banks, Loyalty");
    typed(&mut window, "9");
    press(&mut window, Key::Enter);
    assert_eq!(loyalty(&window), [None; 3]);
    let fault = window.query_all_by_label_contains("not a whole number from 1 to 5").count();
    assert_eq!(fault, 1);
    press(&mut window, Key::Escape);
    assert_eq!(window.query_all_by_label_contains("not a whole number from 1 to 5").count(), 0);
}

#[test]
fn a_choice_is_picked_by_its_first_letters() {
    let mut window = plain();
    go(&mut window, "Schools, Level of need");
    typed(&mut window, "co");
    press(&mut window, Key::Enter);
    assert_eq!(profile(&window, 1).need_level, Some(NeedLevel::Conscious));
    go(&mut window, "Schools, Level of need");
    press(&mut window, Key::F2);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    assert_eq!(profile(&window, 1).need_level, Some(NeedLevel::Vision));
    go(&mut window, "Schools, Level of need");
    press(&mut window, Key::Delete);
    assert_eq!(profile(&window, 1).need_level, None);
}

#[test]
fn several_rows_are_changed_at_once_and_filled_down() {
    let mut window = plain();
    go(&mut window, "Banks, Loyalty");
    with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    typed(&mut window, "3");
    press(&mut window, Key::Enter);
    assert_eq!(loyalty(&window), [Some(3), Some(3), None]);
    go(&mut window, "Schools, Loyalty");
    with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    with(&mut window, Modifiers::COMMAND, Key::D);
    assert_eq!(loyalty(&window), [Some(3), Some(3), Some(3)]);
    window.state_mut().undo();
    assert_eq!(loyalty(&window), [Some(3), Some(3), None], "one step");
}

#[test]
fn a_block_is_pasted_and_copied_as_a_spreadsheet_has_it() {
    let mut window = plain();
    go(&mut window, "Banks, Industry");
    window.event(Event::Paste("Finance\tNorway\t20–50–900\nEducation\tBergen\t12\n".to_owned()));
    window.run();
    assert_eq!(&*profile(&window, 1).geography, "Bergen");
    assert_eq!(profile(&window, 0).employees.high, Some(900.0));
    with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    window.event(Event::Copy);
    window.run();
    assert_eq!(window.state().copied.last().map(String::as_str), Some("Finance\nEducation\n"));
    go(&mut window, "Banks, Loyalty");
    window.event(Event::Paste("3\tmany\n".to_owned()));
    window.run();
    assert_eq!(loyalty(&window), [None; 3], "all of it or nothing");
    assert!(window.state().last_said().contains("many"), "{}", window.state().last_said());
}

#[test]
fn names_are_added_at_the_end_one_after_the_other() {
    let mut window = plain();
    click(&mut window, "New segment");
    for name in ["Hospitals", "Shops"] {
        typed(&mut window, name);
        press(&mut window, Key::Enter);
    }
    press(&mut window, Key::Escape);
    assert_eq!(window.state().names(Axis::Customer), ["Banks", "Schools", "Farms", "Hospitals", "Shops"]);
    go(&mut window, "Farms");
    window.event(Event::Paste("Fields\tAgriculture\nForests\tForestry\n".to_owned()));
    window.run();
    assert_eq!(window.state().names(Axis::Customer)[2..], ["Fields", "Forests", "Shops"]);
    assert_eq!(&*profile(&window, 3).industry, "Forestry");
}

/// In both languages: a no leads to two segments, in one step.
#[test]
fn a_segment_that_is_not_one_market_is_split_in_one_step() {
    for language in Language::ALL {
        let text = Text::new(language);
        let mut window = open(blank(), language, vec2(1280.0, 800.0));
        go(&mut window, "Banks");
        let question = text.get("market-same-process");
        assert_eq!(window.query_all_by_label(question).count(), 1);
        assert_eq!(window.query_all_by_label(text.get("segments-split")).count(), 0);
        let no: Vec<_> = window.query_all_by_label(text.get("answer-no")).collect();
        no[1].click();
        window.run();
        assert_eq!(profile(&window, 0).same_process, Some(Answer::No));
        click(&mut window, text.get("segments-split"));
        assert_eq!(window.state().names(Axis::Customer), ["Banks", "Banks 2", "Schools", "Farms"]);
        assert_eq!((profile(&window, 0).same_process, profile(&window, 1).same_process), (None, None));
        window.state_mut().undo();
        assert_eq!(window.state().names(Axis::Customer).len(), 3);
        assert_eq!(profile(&window, 0).same_process, Some(Answer::No));
    }
}

#[test]
fn the_level_of_need_says_what_a_seller_does_and_does_not() {
    for language in Language::ALL {
        let text = Text::new(language);
        let mut window = open(blank(), language, vec2(1280.0, 800.0));
        go(&mut window, "Banks");
        for (level, is, does, does_not) in [
            ("need-latent", "need-latent-is", "need-latent-do", "need-latent-not"),
            ("need-conscious", "need-conscious-is", "need-conscious-do", "need-conscious-not"),
            ("need-vision", "need-vision-is", "need-vision-do", "need-vision-not"),
        ] {
            click(&mut window, text.get(level));
            for key in [is, does, does_not] {
                assert_eq!(window.query_all_by_label(text.get(key)).count(), 1, "{key}");
            }
        }
        assert_eq!(profile(&window, 0).need_level, Some(NeedLevel::Vision));
    }
}

fn order(window: &Window<'_>, names: &[&str]) -> Vec<String> {
    let mut rows: Vec<_> = names
        .iter()
        .filter_map(|name| {
            let start = format!("{name}, Loyalty");
            let cell =
                window.query_all_by(|node| node.label().is_some_and(|label| label.starts_with(&start))).next()?;
            Some((cell.accesskit_node().bounding_box()?.y0, (*name).to_owned()))
        })
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn a_heading_sorts_groups_and_hides_without_touching_the_project() {
    let mut project = blank();
    let ids: Vec<_> = project.matrix.segments(Axis::Customer).iter().map(|segment| segment.id).collect();
    for (id, level) in ids.iter().zip([3_u8, 1, 2]) {
        Command::set(Of::Profile(*id), "loyalty", Some(level)).apply(&mut project).expect("a level");
    }
    let before = project.clone();
    let mut window = open(project, Language::English, vec2(1500.0, 800.0));
    let names = ["Banks", "Schools", "Farms"];
    assert_eq!(order(&window, &names), names);
    click(&mut window, "Loyalty");
    click(&mut window, "Sort upwards");
    assert_eq!(order(&window, &names), ["Schools", "Farms", "Banks"]);
    click(&mut window, "Loyalty");
    window.get_by_role_and_label(Role::CheckBox, "1").click();
    window.run();
    assert_eq!(order(&window, &names), ["Farms", "Banks"], "what isn't ticked is left out");
    press(&mut window, Key::Escape);
    click(&mut window, "Loyalty");
    click(&mut window, "Hide this column");
    assert!(order(&window, &names).is_empty());
    assert_eq!(*window.state().document.project(), before);
}

#[test]
fn an_attribute_of_the_team_s_own_becomes_a_column() {
    let mut window = plain();
    go(&mut window, "Banks");
    with(&mut window, Modifiers::COMMAND, Key::ArrowRight);
    // Up to the heading of the last column, and on to the control behind it.
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::Enter);
    typed(&mut window, "Risk");
    click(&mut window, "Add attribute");
    let project = window.state().document.project();
    assert_eq!(project.market.attributes.len(), 1);
    assert_eq!(&*project.market.attributes[0].name, "Risk");
}

#[test]
fn two_segments_side_by_side_show_what_differs() {
    for (language, code) in [(Language::English, "en"), (Language::Norwegian, "nb")] {
        let text = Text::new(language);
        let project = nisje::storage::template(Template::Example, code);
        let mut window = open(project, language, vec2(1280.0, 800.0));
        click(&mut window, text.get("segments-mode-compare"));
        let lines = |window: &Window<'_>| window.query_all_by_role(Role::RowHeader).count();
        let all = lines(&window);
        click(&mut window, text.get("segments-compare-differing"));
        assert!(lines(&window) < all, "what both have in common is left out");
    }
}
