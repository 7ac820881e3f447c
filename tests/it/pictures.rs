//! One small picture of each screen and its parts. To update them: `UPDATE_SNAPSHOTS=1 cargo test --test it pictures`.
//!
//! Versions of the software Vulkan driver round some pixels differently: those pass, a moved or missing thing doesn't.

use eframe::egui::{Key, vec2};
use egui_kittest::{SnapshotOptions, SnapshotResults};
use nisje::storage::settings::Appearance;
use nisje::text::{Language, Text};
use nisje::ui::screens::SCREENS;
use tempfile::TempDir;

use super::app::{Window, folder};

fn take(window: &mut Window, name: &str) {
    window.harness.remove_cursor();
    window.harness.run();
    window.wait_for("what is computed", |window| !window.harness.state().is_computing());
    window.harness.run();
    let options = SnapshotOptions::new().threshold(2.0).max_failed_pixels(400);
    window.harness.snapshot_options(name, &options);
}

fn window(folder: &TempDir, language: &str, appearance: Appearance) -> Window<'static> {
    Window::looking(folder, language, None, appearance, vec2(1024.0, 640.0))
}

#[test]
fn start() {
    let folder = folder();
    take(&mut window(&folder, "nb", Appearance::Light), "start");
}

#[test]
fn chart() {
    let folder = folder();
    let mut window = window(&folder, "en", Appearance::Dark);
    window.click("Worked example");
    window.screen("tab-channels");
    window.click("Chart");
    take(&mut window, "chart");
}

#[test]
fn palette() {
    let folder = folder();
    let mut window = window(&folder, "en", Appearance::Light);
    window.ctrl(Key::K);
    take(&mut window, "palette");
}

/// Every other one light in Norwegian and dark in English.
#[test]
fn screens() {
    let parts = SCREENS.iter().flat_map(|row| {
        let parts: Vec<_> = row.parts.iter().map(|part| Some(*part)).collect();
        let parts = if parts.is_empty() { vec![None] } else { parts };
        parts.into_iter().map(move |part| (row.key, part))
    });
    let parts: Vec<_> = parts.collect();
    let mut results = SnapshotResults::new();
    for (turn, (language, appearance)) in [("nb", Appearance::Light), ("en", Appearance::Dark)].into_iter().enumerate()
    {
        let folder = folder();
        let mut window = window(&folder, language, appearance);
        let text = Text::new(Language::of_locale(language));
        window.click(text.get("start-example"));
        for (screen, part) in parts.iter().skip(turn).step_by(2) {
            window.show(text.get(screen));
            if let Some(part) = part {
                window.show(text.get(part));
            }
            take(&mut window, &part.unwrap_or(screen).replace("-mode-", "-").replace("tab-", ""));
        }
        results.extend_harness(&mut window.harness);
    }
}
