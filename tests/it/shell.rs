//! What is around every screen: rail, bar, palette, keys, zoom.

use std::time::Duration;

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use nisje::project::Template;
use nisje::storage::settings::{Appearance, Settings};
use nisje::storage::{Places, save, template};
use nisje::text::{Language, Text};
use nisje::ui::screens::SCREENS;

use super::app::{Window, folder};

/// Whether that screen or part is the one shown, as screen readers hear it.
fn is_shown(window: &Window, name: &str) -> bool {
    let tab = window.harness.get_by_role_and_label(Role::Tab, name);
    tab.accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn the_rail_leads_to_every_screen() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    assert_eq!(window.harness.query_all_by_role(Role::Tab).count(), 0, "the start screen has no rail");
    window.click("Worked example");
    let text = Text::new(Language::English);
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    for row in SCREENS {
        window.show(text.get(row.key));
        assert!(is_shown(&window, text.get(row.key)));
    }
    for (row, digit) in SCREENS.iter().zip(digits) {
        window.ctrl(digit);
        assert!(is_shown(&window, text.get(row.key)));
    }
}

#[test]
fn the_rail_by_keyboard() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Worked example");
    let focused = |window: &Window, name| window.harness.get_by_role_and_label(Role::Tab, name).is_focused();
    let rail = |window: &mut Window| {
        window.harness.key_press_modifiers(Modifiers::SHIFT, Key::F6);
        window.harness.run();
    };
    rail(&mut window);
    assert!(focused(&window, "Matrix"));
    let text = Text::new(Language::English);
    window.key(Key::Home);
    window.key(Key::ArrowUp);
    assert!(focused(&window, text.get(SCREENS[0].key)), "the first one");
    window.key(Key::ArrowDown);
    assert!(focused(&window, text.get(SCREENS[1].key)) && is_shown(&window, "Matrix"), "arrows only move the focus");
    window.key(Key::End);
    assert!(focused(&window, text.get(SCREENS[SCREENS.len() - 1].key)));
    window.key(Key::Escape);
    window.key(Key::Num1);
    window.expect("Unsaved changes");
    rail(&mut window);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert!(is_shown(&window, "Decide"));
}

#[test]
fn the_rail_folds_and_counts_findings() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Worked example");
    let width = |window: &Window| window.harness.get_by_role_and_label(Role::Tab, "Matrix").rect().width();
    let open = width(&window);
    window.ctrl(Key::B);
    assert!(width(&window) < open / 2.0, "{} of {open}", width(&window));
    let described = |window: &Window, name| {
        window.harness.get_by_role_and_label(Role::Tab, name).accesskit_node().description().unwrap_or_default()
    };
    assert!(!described(&window, "Matrix").contains("open finding"));
    assert!(described(&window, "Channels").contains("open finding"), "{:?}", described(&window, "Channels"));
    drop(window);
    let settings = Settings::load(&Places::under(&folder.path().join("home")));
    assert!(settings.rail_folded, "it is remembered");
}

/// From a large zoom on a small laptop to hardly any room at all.
#[test]
fn rail_and_bar_have_room_in_small_windows() {
    for (language, undo, name) in [("en", "Undo", "Project name"), ("nb", "Angre", "Prosjektets navn")] {
        for (width, height) in [(1024.0, 640.0), (800.0, 500.0), (640.0, 400.0), (512.0, 320.0), (300.0, 200.0)] {
            let folder = folder();
            let file = folder.path().join("example.nisje.ron");
            save(&file, &template(Template::Example, language)).expect("written");
            let mut window = Window::looking(&folder, language, Some(&file), Appearance::Light, vec2(width, height));
            window.wait_for("the file is open", |window| window.harness.query_by_role(Role::Grid).is_some());
            for key in [Key::Num1, Key::Num2, Key::Num3] {
                window.ctrl(key);
                window.key(Key::F1);
                window.key(Key::Escape);
                if width < 512.0 {
                    // Enough that it draws at all.
                    continue;
                }
                let (name, undo) = (window.harness.get_by_label(name).rect(), window.harness.get_by_label(undo).rect());
                assert!(name.right() <= undo.left(), "{language} {width}: {name} and {undo}");
                let text = Text::new(Language::of_locale(language));
                let rail =
                    SCREENS.iter().map(|row| window.harness.get_by_role_and_label(Role::Tab, text.get(row.key)).rect());
                let rail: Vec<_> = rail.collect();
                assert!(rail.iter().all(|rect| rect.bottom() < height && rect.top() >= name.bottom()), "{rail:?}");
                assert!(rail.windows(2).all(|two| two[0].bottom() <= two[1].top()), "{rail:?}");
            }
        }
    }
}

#[test]
fn parts_of_screens_are_in_the_palette() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Worked example");
    window.ctrl(Key::K);
    window.type_into("Type a command", "channels budget");
    window.harness.get_by_label("Channels: Budget");
    window.type_into("Type a command", "channels: bud");
    window.key(Key::Enter);
    assert!(is_shown(&window, "Channels") && is_shown(&window, "Budget"));
}

#[test]
fn every_named_action_is_in_the_palette() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Worked example");
    window.ctrl(Key::K);
    window.type_into("Type a command", "channels png");
    let found = window.harness.get_all_by_label_contains("Export channels as PNG").count();
    assert_eq!(found, 1);
    window.type_into("Type a command", "to channels");
    window.key(Key::Enter);
    assert!(!window.has("Type a command"));
    let tab = window.harness.get_by_role_and_label(Role::Tab, "Channels");
    assert_eq!(tab.accesskit_node().toggled(), Some(Toggled::True));
}

#[test]
fn the_keys_are_listed() {
    let folder = folder();
    let mut window = Window::new(&folder, "nb", None);
    window.key(Key::F1);
    assert!(window.has_part("Ctrl+S: Lagre"));
    window.click("Lukk");
    assert!(!window.has_part("Ctrl+S: Lagre"));
}

#[test]
fn zoom_and_look_are_remembered() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.ctrl(Key::Plus);
    window.ctrl(Key::Plus);
    window.expect("120%");
    window.click("Norsk");
    drop(window);
    let places = Places::under(&folder.path().join("home"));
    let settings = Settings::load(&places);
    assert!((settings.zoom - 1.2).abs() < 1e-6, "{}", settings.zoom);
    assert_eq!(settings.language.as_deref(), Some("nb"));
}

#[test]
fn an_idle_window_is_not_drawn_again() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Worked example");
    window.harness.remove_cursor();
    window.harness.run();
    let delay = window.harness.output().viewport_output.values().map(|output| output.repaint_delay).min();
    assert_eq!(delay, Some(Duration::MAX), "nothing asks for another frame");
}
