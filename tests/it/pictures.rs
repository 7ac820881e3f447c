//! One small picture of each screen. To make them anew: `UPDATE_SNAPSHOTS=1 cargo test --test it pictures`.
//!
//! Another version of the software Vulkan may round a pixel otherwise: some are let pass, a moved or missing thing isn't.

use eframe::egui::{Key, vec2};
use egui_kittest::SnapshotOptions;
use nisje::storage::settings::Appearance;

use super::app::{Window, folder};

fn picture(name: &str, language: &str, appearance: Appearance, go: impl FnOnce(&mut Window)) {
    let folder = folder();
    let mut window = Window::looking(&folder, language, None, appearance, vec2(1024.0, 640.0));
    go(&mut window);
    window.harness.remove_cursor();
    window.harness.run();
    let options = SnapshotOptions::new().threshold(2.0).max_failed_pixels(400);
    window.harness.snapshot_options(name, &options);
}

#[test]
fn start() {
    picture("start", "nb", Appearance::Light, |_| {});
}

#[test]
fn matrix() {
    picture("matrix", "en", Appearance::Dark, |window| window.click("Worked example"));
}

#[test]
fn channels() {
    picture("channels", "nb", Appearance::Light, |window| {
        window.click("Gjennomført eksempel");
        window.ctrl(Key::Num3);
    });
}

#[test]
fn chart() {
    picture("chart", "en", Appearance::Dark, |window| {
        window.click("Worked example");
        window.ctrl(Key::Num3);
        window.click("Chart");
    });
}

#[test]
fn palette() {
    picture("palette", "en", Appearance::Light, |window| window.ctrl(Key::K));
}

#[test]
fn decide() {
    picture("decide", "nb", Appearance::Light, |window| {
        window.click("Gjennomført eksempel");
        window.ctrl(Key::Num2);
        window.click("Rangering");
        window.wait_for("the simulation", |window| window.has_part("av vektingene, blant"));
    });
}
