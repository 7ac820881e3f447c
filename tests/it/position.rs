//! Product segments on the ladder and the map, by mouse, by keys and by their fields.

use eframe::egui::{Key, Modifiers, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use nisje::project::{Axis, PriceOrValue, Project, Rung, SegmentId, Template};
use nisje::storage::template;
use nisje::text::{Language, Text};
use nisje::ui::screen::Screen;
use nisje::ui::screens::position::PositionScreen;

use super::ui_harness::Stage;

type Window<'a> = Harness<'a, Stage<PositionScreen>>;

fn open<'a>(project: Project, language: Language) -> Window<'a> {
    let builder = Harness::builder().with_size(vec2(1280.0, 800.0)).with_max_steps(60);
    let mut window = Stage::new(PositionScreen::default(), project, language, Screen::ui).harness(builder);
    window.run();
    window
}

fn product(window: &Window<'_>, name: &str) -> SegmentId {
    let products = window.state().document.project().matrix.segments(Axis::Product);
    products.iter().find(|segment| &*segment.name == name).expect("a product segment").id
}

fn spot(window: &Window<'_>, name: &str) -> (Option<Rung>, Option<PriceOrValue>) {
    let position = window.state().document.project().position(product(window, name));
    (position.rung, position.strategy)
}

fn at(window: &Window<'_>, label: &str) -> Pos2 {
    window.get_by_label(label).rect().center()
}

fn drag(window: &mut Window<'_>, from: Pos2, to: Pos2) {
    for step in [from, from, to] {
        window.hover_at(step);
        window.run();
        if step == from {
            window.drag_at(from);
            window.run();
        }
    }
    window.drop_at(to);
    window.run();
}

#[test]
fn a_product_is_dragged_to_another_rung_as_one_step() {
    let mut window = open(template(Template::Example, "en"), Language::English);
    assert_eq!(spot(&window, "Desk screens"), (Some(Rung::Product), Some(PriceOrValue::Price)));
    let from = at(&window, "Desk screens: Product · Volume, low price");
    let to = at(&window, "Wall panels made to measure: Solution · Value creation");
    drag(&mut window, from, to);
    assert_eq!(spot(&window, "Desk screens"), (Some(Rung::Solution), Some(PriceOrValue::Value)));
    window.get_by_label("Desk screens: Solution · Value creation");
    window.state_mut().undo();
    window.run();
    assert_eq!(spot(&window, "Desk screens"), (Some(Rung::Product), Some(PriceOrValue::Price)));
}

#[test]
fn keys_choose_and_move() {
    for (language, code, name) in
        [(Language::English, "en", "Sound survey"), (Language::Norwegian, "nb", "Lydmåling med råd")]
    {
        let project = template(Template::Example, code);
        let id = project.matrix.segments(Axis::Product).iter().find(|segment| &*segment.name == name);
        let Some(id) = id.map(|segment| segment.id) else { panic!("{name} is in the example") };
        let mut window = open(project, language);
        let chosen = |window: &Window<'_>| {
            let is_chosen = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_selected() == Some(true);
            let chip = window.get_all_by_role(eframe::egui::accesskit::Role::ListItem).find(is_chosen);
            chip.and_then(|node| node.accesskit_node().label()).expect("one is chosen")
        };
        for _ in 0..8 {
            if chosen(&window).starts_with(name) {
                break;
            }
            window.key_press(Key::ArrowUp);
            window.run();
            if !chosen(&window).starts_with(name) {
                window.key_press(Key::ArrowRight);
                window.run();
            }
        }
        assert!(chosen(&window).starts_with(name), "{}", chosen(&window));
        let rung = |window: &Window<'_>| window.state().document.project().position(id).rung;
        assert_eq!(rung(&window), Some(Rung::BusinessProcess));
        window.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
        window.run();
        assert_eq!(rung(&window), Some(Rung::ValueProposition));
        let text = Text::new(language);
        window.get_by_role_and_label(eframe::egui::accesskit::Role::Tab, text.get("position-map")).click();
        window.run();
        window.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
        window.run();
        let position = window.state().document.project().position(id).clone();
        assert_eq!((position.perceived_cost, position.perceived_value), (Some(2.0), Some(6.0)));
    }
}

#[test]
fn fields_are_typed_in_place_and_refused_with_a_reason() {
    let mut window = open(template(Template::Example, "en"), Language::English);
    let label = "Ceiling panels: perceived value";
    let type_in = |window: &mut Window<'_>, words: &str| {
        window.get_by_label(label).focus();
        window.run();
        window.get_by_label(label).type_text(words);
        window.run();
        window.key_press(Key::Enter);
        window.run();
    };
    type_in(&mut window, "11");
    let id = product(&window, "Ceiling panels");
    assert_eq!(window.state().document.project().position(id).perceived_value, Some(5.5));
    assert!(window.query_by_label_contains("can’t be above 10 points").is_some());
    type_in(&mut window, "7.5");
    assert_eq!(window.state().document.project().position(id).perceived_value, Some(7.5));
    assert!(window.query_by_label("3.5").is_some(), "the return follows");
}

#[test]
fn an_empty_project_is_told_what_to_do() {
    for language in [Language::English, Language::Norwegian] {
        let text = Text::new(language);
        let window = open(Project::default(), language);
        for key in ["position-empty-title", "position-empty-what", "position-empty-how", "segments-to-matrix"] {
            window.get_by_label(text.get(key));
        }
    }
}
