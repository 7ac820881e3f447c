//! No text over text, nothing outside its panel, nothing cut that can't be read: every screen and part, in both languages
//! with long names, in the sizes and zoom steps that the window allows. `LOOK=folder cargo test --test it layout` keeps a
//! picture of each there.

mod ink;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{Rect, Vec2, ViewportId, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use nisje::project::Template;
use nisje::storage::settings::Appearance;
use nisje::storage::template;
use nisje::text::{Language, Text};
use nisje::ui::screens::SCREENS;
use nisje::ui::theme;

use super::app::{Window, folder};
use ink::{Ink, Screen, short};

/// Sizes of the window, in physical pixels, and how much it is zoomed.
const SIZES: [Vec2; 4] = [vec2(800.0, 500.0), vec2(1024.0, 640.0), vec2(1280.0, 800.0), vec2(1920.0, 1080.0)];
/// Parts that don't keep the rules yet in windows narrower than so many points.
const OPEN: &[(&str, f32)] = &[
    ("tab-matrix", 820.0),
    ("channels-mode-budget", 700.0),
    ("decide-mode-agreement", 700.0),
    ("report-criteria", 1000.0),
    ("position-ladder", 1100.0),
    ("segments-mode-compare", 1300.0),
    ("overview-page", f32::INFINITY),
    ("overview-findings", 1000.0),
    ("team-roles", f32::INFINITY),
    ("team-size", f32::INFINITY),
    ("team-territories", 1100.0),
];
const ZOOMS: [f32; 3] = [1.0, 1.5, 2.0];

/// The worked example with every name made long.
fn long_names(language: &str, more: &str) -> Vec<u8> {
    let project = template(Template::Example, language);
    let file = nisje::storage::format::write(&project).expect("written");
    let file = String::from_utf8(file).expect("text");
    let mut long = String::new();
    for line in file.lines() {
        let line = match line.find(" name: \"").filter(|_| !line.contains("name: \"\"")) {
            Some(at) => {
                let end = at + 8 + line[at + 8..].find('"').expect("the name ends");
                format!("{}{more}{}", &line[..end], &line[end..])
            }
            None => line.to_owned(),
        };
        writeln!(long, "{line}").expect("written");
    }
    long.into_bytes()
}

/// A window of `size` pixels at a zoom, and its size in points.
fn resize(window: &mut Window<'_>, size: Vec2, zoom: f32) -> Vec2 {
    let zoom = theme::fitting_zoom(zoom, size);
    let input = window.harness.input_mut();
    input.screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), size / zoom));
    input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(zoom);
    window.harness.run();
    size / zoom
}

/// What is wrong, each thing once.
#[derive(Default)]
struct Found(BTreeSet<String>);

struct Check<'a> {
    window: &'a mut Window<'static>,
    /// Screen and part.
    part: &'a str,
    points: Vec2,
    /// The texts of the language, as its file has them.
    catalogue: &'a str,
    found: &'a mut Found,
    /// Texts whose hover has been looked at.
    hovered: &'a mut BTreeSet<(String, String)>,
}

impl Check<'_> {
    fn say(&mut self, what: &str) {
        let (part, points) = (self.part, self.points);
        self.found.0.insert(format!("{part} at {:.0}×{:.0}: {what}", points.x, points.y));
    }

    fn all(&mut self) {
        let screen = Screen::of(&self.window.harness.output().shapes);
        for (a, b) in screen.overlaps() {
            self.say(&format!("{:?} over {:?} ({} and {})", a.text, b.text, short(a.seen), short(b.seen)));
        }
        self.widgets(&screen);
        self.cut(&screen);
    }

    /// Widgets lie within the window and beside each other.
    fn widgets(&mut self, screen: &Screen) {
        let window = Rect::from_min_size(pos2(0.0, 0.0), self.points);
        let mut seen: Vec<(Rect, String)> = Vec::new();
        let mut wrong = Vec::new();
        for node in self.window.harness.root().children_recursive() {
            let role = node.accesskit_node().role();
            let works = matches!(
                role,
                Role::Button
                    | Role::TextInput
                    | Role::ComboBox
                    | Role::CheckBox
                    | Role::RadioButton
                    | Role::Link
                    | Role::Tab
            );
            if !works {
                continue;
            }
            let rect = node.rect();
            let name = node.accesskit_node().label().unwrap_or_default();
            if !rect.is_positive() {
                continue;
            }
            let is_field = role == Role::TextInput;
            if !is_field && !screen.has_ink(rect) || !window.intersects(rect) {
                let out = [
                    rect.left() < -1.0 || rect.right() > window.right() + 1.0,
                    rect.top() < -1.0 || rect.bottom() > window.bottom() + 1.0,
                ];
                let reached = match out {
                    [true, false] => screen.scrolls(true, rect),
                    [false, true] => screen.scrolls(false, rect),
                    _ => screen.scrolls(true, rect) || screen.scrolls(false, rect),
                };
                if !reached {
                    wrong.push(format!("{name:?} can’t be seen ({})", short(rect)));
                }
                continue;
            }
            for (other, beside) in &seen {
                let both = rect.intersect(*other);
                let within = rect.expand(1.0).contains_rect(*other) || other.expand(1.0).contains_rect(rect);
                if both.width() > 2.0 && both.height() > 2.0 && !within {
                    wrong.push(format!("{name:?} lies on {beside:?} ({} and {})", short(rect), short(*other)));
                }
            }
            seen.push((rect, name));
        }
        wrong.iter().for_each(|what| self.say(what));
    }

    /// What is cut can be scrolled to, or read whole by hovering.
    fn cut(&mut self, screen: &Screen) {
        let fields: Vec<Rect> =
            self.window.harness.query_all_by_role(Role::TextInput).map(|node| node.rect()).collect();
        let is_field = |line: &Ink| fields.iter().any(|field| field.expand(1.0).contains_rect(line.clip));
        for (seen, whole) in screen.frames.iter().filter(|(seen, _)| !screen.scrolls(true, *seen)) {
            self.say(&format!("a frame is cut ({} of {})", short(*seen), short(*whole)));
        }
        for line in screen.lines.iter().filter(|line| line.is_seen()) {
            let missing = line.missing();
            if line.elided || self.is_shortened(&line.text) || missing.x > 1.5 && is_field(line) {
                self.hover(line);
            }
            if missing.x > 1.5 && !is_field(line) && !screen.scrolls(true, line.clip) {
                self.say(&format!(
                    "{:?} is cut at the side ({} of {})",
                    line.text,
                    short(line.seen),
                    short(line.whole)
                ));
            }
            if missing.y > 2.0 && !screen.scrolls(false, line.clip) {
                self.say(&format!("{:?} is cut in height ({} of {})", line.text, short(line.seen), short(line.whole)));
            }
        }
    }

    /// Cut short by a figure, which measures for itself. Texts of the catalogue that ask for more end the same way.
    fn is_shortened(&self, text: &str) -> bool {
        text.ends_with('…') && !text.ends_with(" …") && text.chars().count() > 1 && !self.catalogue.contains(text)
    }

    /// A text that is cut short stands there whole while the pointer is on it.
    fn hover(&mut self, line: &Ink) {
        if !self.hovered.insert((self.part.to_owned(), line.text.clone())) {
            return;
        }
        let text = line.text.trim_end_matches('…').trim().to_owned();
        let text = text.as_str();
        let harness = &mut self.window.harness;
        let before = Screen::of(&harness.output().shapes).count(text);
        harness.hover_at(line.seen.center());
        harness.run_steps(3);
        let after = Screen::of(&harness.output().shapes).count(text);
        harness.remove_cursor();
        harness.run_steps(2);
        if after <= before {
            let (seen, whole) = (short(line.seen), short(line.whole));
            self.say(&format!("{:?} is cut, and hovering doesn’t show it ({seen} of {whole})", line.text));
        }
    }
}

fn look(language: &str, more: &str, appearance: Appearance) {
    let folder = folder();
    let file = folder.path().join("long.nisje.ron");
    std::fs::write(&file, long_names(language, more)).expect("written");
    let mut window = Window::looking(&folder, language, Some(&file), appearance, vec2(1280.0, 800.0));
    window.harness.ctx.all_styles_mut(|style| style.interaction.tooltip_delay = 0.0);
    let text = Text::new(Language::of_locale(language));
    window.wait_for("the file is open", |window| window.has(text.get("shell-name")));
    let catalogue = format!("{}/assets/locales/{language}.ftl", env!("CARGO_MANIFEST_DIR"));
    let catalogue = &*std::fs::read_to_string(catalogue).expect("a catalogue");
    let (mut found, mut hovered) = (Found::default(), BTreeSet::new());
    let mut done: Vec<Vec2> = Vec::new();
    for size in SIZES {
        for zoom in ZOOMS {
            let points = resize(&mut window, size, zoom);
            if done.iter().any(|other| (*other - points).length() < 1.0) {
                continue;
            }
            done.push(points);
            for row in SCREENS {
                window.show(text.get(row.key));
                let parts = row.parts.iter().copied().map(Some);
                for part in parts.chain(row.parts.is_empty().then_some(None)) {
                    if let Some(part) = part {
                        window.show(text.get(part));
                    }
                    window.wait_for("what is computed", |window| !window.harness.state().is_computing());
                    window.harness.remove_cursor();
                    window.harness.run();
                    let part = part.unwrap_or(row.key);
                    if OPEN.iter().any(|(open, below)| *open == part && points.x < *below) {
                        continue;
                    }
                    let (found, hovered) = (&mut found, &mut hovered);
                    if let Ok(folder) = std::env::var("LOOK") {
                        let name = format!("{part}-{language}-{:.0}x{:.0}.png", points.x, points.y);
                        let picture = window.harness.render().expect("it can be drawn");
                        picture.save(Path::new(&folder).join(name)).expect("the picture is kept");
                    }
                    Check { window: &mut window, part, points, catalogue, found, hovered }.all();
                }
            }
        }
    }
    let lines: Vec<_> = found.0.iter().map(String::as_str).collect();
    assert!(found.0.is_empty(), "{} in {language}:\n{}", lines.len(), lines.join("\n"));
}

#[test]
fn in_english() {
    look("en", " for those who need more than is usual", Appearance::Dark);
}

#[test]
fn in_norwegian() {
    look("nb", " for dem som trenger mer enn vanlig", Appearance::Light);
}
