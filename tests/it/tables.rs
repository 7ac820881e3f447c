//! Tables of rows: sorting, keys, widths and names, on the table of channels.

use eframe::egui::{Key, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use nisje::project::{Channel, Estimate, Project};
use nisje::text::Language;
use nisje::ui::screens::channels::ChannelsScreen;

use super::ui_harness::Stage;

type Window<'a> = Harness<'a, Stage<ChannelsScreen>>;

fn open<'a>() -> Window<'a> {
    let at = |name: &str, cost, sales| {
        let mut channel = Channel::new(name);
        channel.figures.cost_per_contact = Estimate::point(cost);
        channel.figures.sales_per_contact = Estimate::point(sales);
        channel
    };
    let channels = [at("Web", 20.0, 100.0), at("Phone", 100.0, 800.0), at("Fair", 3.0, 400.0), Channel::new("Post")];
    let project = Project { channels: channels.into_iter().collect(), margin: 0.5, ..Project::default() };
    let builder = Harness::builder().with_size(vec2(1920.0, 1000.0)).with_max_steps(60).with_step_dt(1.0 / 60.0);
    let mut window = Stage::new(ChannelsScreen::default(), project, Language::English, nisje::ui::screen::Screen::ui)
        .harness(builder);
    window.run();
    window
}

/// The first word of each row, from the top.
fn order(window: &Window<'_>) -> Vec<String> {
    let mut rows: Vec<_> = window
        .get_all_by_role(Role::Row)
        .map(|row| (row.rect().top(), row.accesskit_node().label().unwrap_or_default()))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, name)| name.split(',').next().unwrap_or_default().to_owned()).collect()
}

fn selected(window: &Window<'_>) -> String {
    let is_selected = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_selected() == Some(true);
    let row = window.get_all_by_role(Role::Row).find(is_selected).expect("a selected row");
    row.accesskit_node().label().unwrap_or_default().split(',').next().unwrap_or_default().to_owned()
}

fn heading(window: &mut Window<'_>, start: &str) {
    let heading = window
        .get_all_by_role(Role::ColumnHeader)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(start)))
        .expect("a heading");
    heading.click();
    window.run();
}

#[test]
fn a_heading_sorts_up_down_and_not_at_all() {
    let mut window = open();
    let own = ["Web", "Phone", "Fair", "Post"];
    assert_eq!(order(&window), own, "in the team's order");
    heading(&mut window, "Cost");
    assert_eq!(order(&window), ["Fair", "Web", "Phone", "Post"], "by number; without one last");
    heading(&mut window, "Cost");
    assert_eq!(order(&window), ["Phone", "Web", "Fair", "Post"]);
    heading(&mut window, "Cost");
    assert_eq!(order(&window), own);
    heading(&mut window, "Name");
    assert_eq!(order(&window), ["Fair", "Phone", "Post", "Web"]);
    let names: Vec<_> =
        window.state().document.project().channels.iter().map(|channel| channel.name.to_string()).collect();
    assert_eq!(names, own, "the project is left alone");
}

#[test]
fn keys_follow_the_rows_as_they_are_sorted() {
    let mut window = open();
    heading(&mut window, "Cost");
    assert_eq!(selected(&window), "Web");
    for (key, name) in [
        (Key::ArrowDown, "Phone"),
        (Key::ArrowUp, "Web"),
        (Key::ArrowUp, "Fair"),
        (Key::ArrowUp, "Fair"),
        (Key::End, "Post"),
        (Key::Home, "Fair"),
    ] {
        window.key_press(key);
        window.run();
        assert_eq!(selected(&window), name, "{key:?}");
    }
}

#[test]
fn cells_have_names_and_numbers_their_headings() {
    let window = open();
    let cells: Vec<_> = window.get_all_by_role(Role::Cell).filter_map(|cell| cell.accesskit_node().label()).collect();
    assert!(cells.iter().any(|cell| cell == "Name: Phone"), "{cells:?}");
    assert!(cells.iter().any(|cell| cell.starts_with("Cost") && cell.ends_with(": 100")), "{cells:?}");
}

#[test]
fn an_edge_resizes_a_column_and_a_double_click_fits_it() {
    let mut window = open();
    let edge = |window: &Window<'_>| {
        let name = window.get_all_by_role(Role::ColumnHeader).next().expect("a heading").rect();
        name.right_center()
    };
    let fitting = edge(&window);
    window.hover_at(fitting);
    window.run();
    window.drag_at(fitting);
    window.run();
    window.hover_at(fitting + vec2(60.0, 0.0));
    window.run();
    window.drop_at(fitting + vec2(60.0, 0.0));
    window.run();
    let wide = edge(&window);
    assert!((wide.x - fitting.x - 60.0).abs() < 3.0, "{fitting} {wide}");
    window.hover_at(wide);
    window.run();
    // Both clicks within the time of a double click: the harness runs one frame per event.
    for _ in 0..2 {
        window.drag_at(wide);
        window.drop_at(wide);
    }
    window.run();
    let fitted = edge(&window);
    assert!((fitted.x - fitting.x).abs() < 1.0, "as wide as its names: {fitting} {fitted}");
}
