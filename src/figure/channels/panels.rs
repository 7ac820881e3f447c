//! The channels for several customer segments side by side, with the same axes, so that places can be compared.

use super::{Axis, Chart, Scene, Shown, can_show, legend_entries};
use crate::analysis::channels::Spread;
use crate::analysis::{Analysis, Target, coverage};
use crate::figure::measure::{self, Weight};
use crate::figure::sheet::{self, BODY, MARGIN, SMALL};
use crate::figure::{Anchor, Figure, Point, Rect, Scale, Words, palette};
use crate::project::{Fit, Project};
use crate::text::Text;

/// Of more segments, the last are counted only.
const MOST: usize = 12;
/// Above a panel, for its name.
const TITLE: f32 = 26.0;
/// Left of and below a panel, for what stands at the ticks.
const TICKS: (f32, f32) = (64.0, 26.0);
/// Between panels.
const GAP: f32 = 14.0;
/// Right of a panel, for the names of lines that end there.
const LINE_NAMES: f32 = 64.0;
/// Below all panels, for the title of the cost axis.
const AXIS_TITLE: f32 = 24.0;
/// A panel of a sheet of paper.
const PANEL: (f32, f32) = (470.0, 340.0);

/// The panels on a sheet of paper, with heading, legend and notes.
pub(super) fn sheet(project: &Project, analysis: &Analysis, text: &Text, scale: Scale) -> Figure {
    let mut figure = sheet::figure(project, "report-channels", text);
    let scenes = scenes(project, analysis);
    let columns = columns(scenes.len().min(MOST), PANEL.0 / PANEL.1);
    let width = (PANEL.0 * columns.max(1) as f32).max(720.0);
    let mut y = sheet::heading(&mut figure, project, text.get("report-channels-side-by-side"), width, text);
    let rows = scenes.len().min(MOST).div_ceil(columns.max(1));
    let room = Rect::new(MARGIN, y, width, PANEL.1 * rows as f32 + AXIS_TITLE);
    let seen = draw(&mut figure, project, &scenes, room, scale, text);
    y = if scenes.is_empty() { y + 24.0 } else { room.bottom() + 12.0 };
    if let Some(lines) = seen {
        let all: Vec<Shown> = scenes.iter().flat_map(|scene| scene.each()).collect();
        let shown: Vec<Shown> = all.into_iter().filter(|(_, figures)| can_show(figures, scale)).collect();
        y = sheet::legend(&mut figure, legend_entries(&shown, &lines, text), y, width) + 8.0;
    }
    y = sheet::footnotes(&mut figure, &notes(&scenes, text), y, width);
    figure.sized(width + 2.0 * MARGIN, y + MARGIN)
}

/// The panels alone, for that much room.
pub fn panels(project: &Project, analysis: &Analysis, text: &Text, scale: Scale, size: (f32, f32)) -> Figure {
    let mut figure = Figure::new(text.get("report-channels-side-by-side"));
    let scenes = scenes(project, analysis);
    let notes = notes(&scenes, text);
    let foot = if notes.is_empty() { 0.0 } else { 20.0 };
    let room = Rect::new(0.0, 0.0, size.0, (size.1 - foot).max(40.0));
    draw(&mut figure, project, &scenes, room, scale, text);
    for note in notes {
        figure.text(Words::new(note, 0.0, size.1 - 6.0, SMALL).coloured(palette::MUTED));
    }
    figure.sized(size.0, size.1)
}

fn scenes(project: &Project, analysis: &Analysis) -> Vec<Scene> {
    let mut targets = Target::all(project, &analysis.matrix);
    targets.retain(|target| matches!(target.fit, Fit::Prio1 | Fit::Prio2));
    targets.sort_by_key(|target| target.fit);
    targets.into_iter().map(|target| Scene::of(project, target)).collect()
}

fn notes(scenes: &[Scene], text: &Text) -> Vec<String> {
    let more = scenes.len().saturating_sub(MOST);
    (more > 0).then(|| text.with("report-more-segments", "count", more)).into_iter().collect()
}

/// How many columns make panels that are nearest to square, in room that is `ratio` times as wide as high.
fn columns(count: usize, ratio: f32) -> usize {
    (1..=count.max(1))
        .min_by(|a, b| {
            let skew = |columns: usize| {
                let rows = count.max(1).div_ceil(columns);
                let shape = ratio * rows as f32 / columns as f32;
                let empty = (rows * columns - count.max(1)) as f32 / (rows * columns) as f32;
                (shape / 1.4).ln().abs() + 1.5 * empty
            };
            skew(*a).total_cmp(&skew(*b))
        })
        .unwrap_or(1)
}

/// Draws the panels in a room; the lines of the first.
fn draw(
    figure: &mut Figure,
    project: &Project,
    scenes: &[Scene],
    room: Rect,
    scale: Scale,
    text: &Text,
) -> Option<super::Lines> {
    let count = scenes.len().min(MOST);
    if count == 0 {
        let words = Words::new(text.get("report-no-prioritised"), room.x, room.y + 16.0, BODY);
        figure.text(words.coloured(palette::MUTED));
        return None;
    }
    let columns = columns(count, room.width / room.height.max(1.0));
    let rows = count.div_ceil(columns);
    let (width, height) = (room.width / columns as f32, (room.height - AXIS_TITLE) / rows as f32);
    let shown = |scene: &'_ Scene| -> Vec<(usize, Spread, Spread)> {
        let all = scene.each();
        let seen = all.iter().enumerate().filter(|(_, (_, figures))| can_show(figures, scale));
        seen.filter_map(|(place, (_, figures))| Some((place, figures.cost?, figures.sales?))).collect()
    };
    let all: Vec<_> = scenes[..count].iter().flat_map(shown).collect();
    if all.is_empty() {
        let words = Words::new(text.get("report-no-channels"), room.x, room.y + 16.0, BODY);
        figure.text(words.coloured(palette::MUTED));
        return None;
    }
    let mut first = None;
    for (place, scene) in scenes[..count].iter().enumerate() {
        let (row, column) = (place / columns, place % columns);
        let (x, y) = (room.x + column as f32 * width, room.y + row as f32 * height);
        let frame = Rect::new(
            x + TICKS.0,
            y + TITLE,
            (width - TICKS.0 - LINE_NAMES - GAP).max(20.0),
            (height - TITLE - TICKS.1 - GAP).max(20.0),
        );
        title(figure, project, scene, Rect::new(frame.x, y + 4.0, frame.width + LINE_NAMES, 18.0), text);
        let chart = Chart {
            frame,
            cost: Axis::of(all.iter().map(|(_, cost, _)| *cost), scale, frame.x, frame.right()),
            sales: Axis::of(all.iter().map(|(.., sales)| *sales), scale, frame.bottom(), frame.y),
        };
        // The currency stands once, below all.
        chart.draw_axes(figure, "", text);
        let each = scene.each();
        let shown: Vec<Shown> = each.into_iter().filter(|(_, figures)| can_show(figures, scale)).collect();
        let (lines, _) = chart.draw(figure, &scene.comparison, &shown, text);
        first.get_or_insert(lines);
    }
    let at = Point::new(room.x + room.width / 2.0, room.bottom() - 6.0);
    let words = text.with("report-axes", "currency", &*project.currency);
    let words = Words::new(words, at.x, at.y, SMALL).coloured(palette::MUTED);
    figure.text(words.anchored(Anchor::Middle));
    first
}

/// The Prio and the name of a panel's segment.
fn title(figure: &mut Figure, project: &Project, scene: &Scene, rect: Rect, text: &Text) {
    let Some(target) = scene.target else { return };
    sheet::mark(figure, Rect::new(rect.x, rect.y, 22.0, 16.0), target.fit, 11.0);
    let name = text.value(&coverage::name_of(project, target.customer));
    let name = measure::ellipsis(&name, BODY, Weight::SemiBold, rect.width - 30.0);
    figure.text(Words::new(name, rect.x + 29.0, rect.y + 8.0, BODY).bold().centred());
}
