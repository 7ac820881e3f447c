//! Divides a room among panels, an axis note and a legend.

use super::panel::{self, Lines, Mark, Panel, range_box};
use super::scene::{ChannelPicture, PictureOf, Scene, Shown, fitting};
use crate::analysis::channels::Spread;
use crate::analysis::coverage;
use crate::figure::sheet::{self, BODY, ENTRY, Entry, SMALL};
use crate::figure::{Anchor, Figure, Point, Rect, Words, palette, plane::Plane};
use crate::project::{Owner, Project, Usage};
use crate::text::Text;

/// Panels side by side, at the most.
const MOST: usize = 12;
/// The least size of a panel.
const LEAST: (f32, f32) = (200.0, 150.0);
/// Above a panel, for its name.
const TITLE: f32 = 26.0;
/// Between panels.
const GAP: f32 = 14.0;
/// Below all panels, for what their axes are.
const AXES: f32 = 22.0;
/// A chart with less height has no legend.
const LEGEND_FROM: f32 = 240.0;

/// What has been drawn.
pub(super) struct Drawn {
    pub(super) panels: Vec<Plane>,
    pub(super) marks: Vec<Mark>,
    /// How many marks have no name for want of room.
    pub(super) without_name: usize,
}

/// The room that so many panels of that size take, with their legend.
pub(super) fn size_of(count: usize, (width, height): (f32, f32)) -> (f32, f32) {
    let count = count.clamp(1, MOST);
    let columns = columns(count, width / height);
    let rows = count.div_ceil(columns);
    ((width * columns as f32).max(720.0), height * rows as f32 + AXES + 2.0 * (ENTRY + 8.0))
}

/// How many columns make panels that are nearest to square, in room that is `ratio` times as wide as high.
fn columns(count: usize, ratio: f32) -> usize {
    let skew = |columns: usize| {
        let rows = count.div_ceil(columns);
        let shape = ratio * rows as f32 / columns as f32;
        let empty = (rows * columns - count) as f32 / (rows * columns) as f32;
        (shape / 1.4).ln().abs() + 1.5 * empty
    };
    (1..=count).min_by(|a, b| skew(*a).total_cmp(&skew(*b))).unwrap_or(1)
}

/// Draws the scenes in a room, each in a panel of its own, with one window and one legend for all.
pub(super) fn chart(
    figure: &mut Figure,
    project: &Project,
    scenes: &[Scene],
    picture: &ChannelPicture,
    text: &Text,
    mut room: Rect,
) -> Drawn {
    let mut drawn = Drawn { panels: Vec::new(), marks: Vec::new(), without_name: 0 };
    let scale = picture.scale;
    let all: Vec<Shown> = scenes.iter().flat_map(|scene| scene.shown(scale)).collect();
    if all.is_empty() {
        let key = if scenes.is_empty() { "report-no-prioritised" } else { "report-no-channels" };
        let words = Words::new(text.get(key), room.x, room.y + 16.0, BODY).within(room.width);
        figure.text(words.coloured(palette::MUTED));
        return drawn;
    }
    let window = picture.window.unwrap_or_else(|| fitting(scenes, scale));
    let lines = Lines::of(scenes, scale, window);
    let legend = sheet::Legend::lay_out(entries(&all, scenes, &lines, text), room.width);
    if room.height - legend.height >= LEGEND_FROM {
        room.height -= legend.height + 10.0;
        legend.draw(figure, Point::new(room.x, room.bottom() + 10.0));
    }
    let is_single = scenes.len() == 1 && picture.of != PictureOf::SideBySide;
    if !is_single {
        room.height -= AXES;
    }
    let most = (room.width / LEAST.0).floor().max(1.0) * (room.height / LEAST.1).floor().max(1.0);
    let count = scenes.len().min(MOST).min(most as usize);
    let mut columns = columns(count, room.width / room.height.max(1.0));
    columns = columns.min((room.width / LEAST.0).floor().max(1.0) as usize);
    let count = count.min(columns * (room.height / LEAST.1).floor().max(1.0) as usize);
    if !is_single {
        let mut words = text.with("report-axes", "currency", text.currency_symbol(&project.currency));
        if scenes.len() > count {
            words = format!("{words}. {}", text.with("report-more-segments", "count", scenes.len() - count));
        }
        let words = Words::new(words, room.x + room.width / 2.0, room.bottom() + AXES - 6.0, SMALL);
        figure.text(words.within(room.width).coloured(palette::MUTED).anchored(Anchor::Middle));
    }
    let rows = count.div_ceil(columns);
    let gap = if is_single { 0.0 } else { GAP };
    let (width, height) = (room.width / columns as f32, room.height / rows as f32);
    for (place, scene) in scenes[..count].iter().enumerate() {
        let (row, column) = (place / columns, place % columns);
        let corner = Point::new(room.x + column as f32 * width, room.y + row as f32 * height);
        let mut room = Rect::new(corner.x, corner.y, (width - gap).max(20.0), (height - gap).max(20.0));
        if !is_single {
            title(figure, project, scene, room, text);
            room = Rect::new(room.x, room.y + TITLE, room.width, room.height - TITLE);
        }
        let panel = Panel { scene, scale, window, text };
        let titles = is_single.then_some(&*project.currency);
        let (plane, without_name) = panel.draw(figure, room, titles, place, &mut drawn.marks);
        drawn.panels.push(plane);
        drawn.without_name += without_name;
    }
    drawn
}

/// The Prio and the name of a panel's segment.
fn title(figure: &mut Figure, project: &Project, scene: &Scene, room: Rect, text: &Text) {
    let Some((target, _)) = scene.target else { return };
    sheet::mark(figure, Rect::new(room.x, room.y + 4.0, 22.0, 16.0), target.fit, 11.0);
    let name = text.value(&coverage::name_of(project, target.customer));
    let words = Words::new(name, room.x + 29.0, room.y + 12.0, BODY).bold().centred();
    figure.text(words.within(room.width - 30.0));
}

/// Legend entries for what the chart shows, and nothing that it doesn't.
fn entries(shown: &[Shown], scenes: &[Scene], lines: &Lines, text: &Text) -> Vec<Entry> {
    const MIDDLE: f32 = ENTRY / 2.0;
    const MARK: f32 = panel::MARK;
    let mut entries = Vec::new();
    let is_dominated = |shown: &Shown| shown.1.standing.is_beaten();
    for (owner, key) in [(Owner::Own, "report-own"), (Owner::External, "report-external")] {
        if shown.iter().any(|one| one.0.owner == owner && !is_dominated(one)) {
            entries.push(Entry::new(2.0 * MARK, text.get(key), |figure| {
                figure.shapes.push(panel::mark(Point::new(MARK, MIDDLE), MARK, owner, false));
            }));
        }
    }
    let dominated = |owner: &Owner| shown.iter().any(|one| one.0.owner == *owner && is_dominated(one));
    let owners: Vec<Owner> = [Owner::Own, Owner::External].into_iter().filter(dominated).collect();
    if !owners.is_empty() {
        let width = (2.0 * MARK + 4.0) * owners.len() as f32 - 4.0;
        entries.push(Entry::new(width, text.get("report-is-dominated"), |figure| {
            for (place, owner) in owners.iter().enumerate() {
                let x = MARK + (2.0 * MARK + 4.0) * place as f32;
                figure.shapes.push(panel::mark(Point::new(x, MIDDLE), MARK, *owner, true));
            }
        }));
    }
    for usage in [Usage::Main, Usage::Supporting] {
        let mut used = scenes.iter().filter_map(|scene| scene.target.as_ref()).flat_map(|(_, usage)| usage);
        if used.any(|one| *one == usage) {
            entries.push(Entry::new(2.0 * MARK, text.get(usage.key()), |figure| {
                figure.shapes.extend(panel::ring(Point::new(MARK, MIDDLE), MARK, usage));
            }));
        }
    }
    for (seen, key, stroke) in [
        (lines.frontier, "report-frontier", panel::frontier_stroke()),
        (lines.break_even, "report-break-even", panel::break_even_stroke()),
        (lines.returns, "report-return-line", panel::return_stroke()),
    ] {
        if seen {
            entries.push(Entry::new(28.0, text.get(key), |figure| {
                figure.line(Point::new(0.0, MIDDLE), Point::new(28.0, MIDDLE), stroke);
            }));
        }
    }
    if lines.loss {
        entries.push(Entry::new(24.0, text.get("report-loss"), |figure| {
            figure.fill(Rect::new(0.0, 3.0, 24.0, ENTRY - 6.0), panel::loss_paint(), 0.0);
        }));
    }
    let is_range = |spread: Option<Spread>| spread.is_some_and(Spread::is_range);
    if shown.iter().any(|(_, figures)| is_range(figures.cost) || is_range(figures.sales)) {
        entries.push(Entry::new(24.0, text.get("report-range"), |figure| {
            range_box(figure, Rect::new(0.0, 3.0, 24.0, ENTRY - 6.0), palette::MUTED);
        }));
    }
    entries
}
