//! Paints the visible part of a sheet.

use std::sync::Arc;

use eframe::egui::epaint::Mesh;
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align, Align2, Color32, CornerRadius, FontId, Galley, Painter, Rect, Response, Stroke, StrokeKind, Ui, pos2, vec2,
};

use crate::ui::theme::{self, Colors, colors, icon};
use crate::ui::widgets::grid::paint::{Pixels, fill};
use crate::ui::widgets::grid::tree::Places;
use crate::ui::widgets::grid::{Selection, Spot};

use super::cache::Cache;
use super::source::{FROZEN, SheetColumn, Source};
use super::{Geometry, Sheet};

const PAD: f32 = 7.0;
/// Room for a mark behind a name.
const MARK: f32 = 14.0;

impl Sheet {
    pub(super) fn paint(
        &mut self,
        ui: &Ui,
        source: &impl Source,
        geometry: &Geometry,
        response: &Response,
        made_for: u64,
    ) {
        self.cache.follow(ui, made_for);
        let palette = colors(ui);
        let pixels = Pixels { per_point: ui.pixels_per_point() };
        let hovered = response.hover_pos().and_then(|at| geometry.hit(at));
        let focused = ui.memory(|memory| memory.has_focus(response.id)) || self.editor.is_some();
        let selection = self.selection;
        let body = ui.painter().with_clip_rect(geometry.body().intersect(ui.clip_rect()));
        cells(&body, &mut self.cache, source, geometry, selection, palette, pixels);
        let size = geometry.size();
        if let spot @ Spot::Cell { .. } = selection.active() {
            outline(&body, geometry.rect(spot), palette, focused, pixels);
        }
        if selection.is_range() {
            let (rows, columns) = (selection.rows(size), selection.columns(size));
            let range = Rect::from_min_max(
                pos2(geometry.x(columns.start), geometry.y(rows.start)),
                pos2(geometry.x(columns.end), geometry.y(rows.end)),
            );
            body.rect_stroke(
                pixels.inside(range),
                CornerRadius::ZERO,
                Stroke::new(1.0, palette.accent),
                StrokeKind::Inside,
            );
        }
        names(ui, &mut self.cache, source, geometry, selection, hovered, focused, palette, pixels);
        headings(ui, source, geometry, selection, hovered, focused, palette, pixels);
    }
}

fn outline(painter: &Painter, rect: Rect, palette: &Colors, focused: bool, pixels: Pixels) {
    let strong = if focused { palette.accent } else { palette.frame };
    painter.rect_stroke(pixels.inside(rect), CornerRadius::ZERO, Stroke::new(2.0, strong), StrokeKind::Inside);
}

fn cells(
    painter: &Painter,
    cache: &mut Cache,
    source: &impl Source,
    geometry: &Geometry,
    selection: Selection,
    palette: &Colors,
    pixels: Pixels,
) {
    let (rows, columns) = (geometry.rows(), geometry.columns());
    let size = geometry.size();
    let (chosen_rows, chosen_columns) = (selection.rows(size), selection.columns(size));
    let mut mesh = Mesh::default();
    let (left, right) = (geometry.x(columns.start), pixels.snap(geometry.x(columns.end)));
    let one = pixels.one();
    for row in rows.clone() {
        let (top, bottom) = (pixels.snap(geometry.y(row)), pixels.snap(geometry.y(row + 1)));
        if source.is_heading(row) {
            fill(&mut mesh, Rect::from_min_max(pos2(left, top), pos2(right, bottom)), palette.panel);
        } else if chosen_rows.contains(&row) && (selection.is_range() || matches!(selection.active(), Spot::Row(_))) {
            let (from, to) = (geometry.x(chosen_columns.start), geometry.x(chosen_columns.end));
            fill(&mut mesh, Rect::from_min_max(pos2(from, top), pos2(to, bottom)), palette.selection);
        }
        fill(&mut mesh, Rect::from_min_max(pos2(left, bottom - one), pos2(right, bottom)), palette.line);
    }
    let (top, bottom) = (geometry.y(rows.start), pixels.snap(geometry.y(rows.end)));
    for column in columns.clone() {
        let x = pixels.snap(geometry.x(column + 1));
        let ends_group = ends_group(source.columns(), column);
        let color = if ends_group { palette.frame } else { palette.line };
        fill(&mut mesh, Rect::from_min_max(pos2(x - one, top), pos2(x, bottom)), color);
    }
    painter.add(mesh);
    for row in rows {
        if source.is_heading(row) {
            continue;
        }
        let id = source.id(row);
        for (place, column) in source.columns().iter().enumerate().skip(columns.start).take(columns.len()) {
            let rect = geometry.rect(Spot::Cell { row, column: place });
            let galley = cache.cells.entry((id, Some(place))).or_insert_with(|| {
                let width = rect.width() - 2.0 * PAD;
                line(painter, &source.text(row, place), theme::body(), palette.ink, width)
            });
            if galley.is_empty() {
                continue;
            }
            let x = if column.is_number { rect.right() - PAD - galley.size().x } else { rect.left() + PAD };
            painter.galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley.clone(), palette.ink);
        }
    }
}

fn ends_group(columns: &[SheetColumn], column: usize) -> bool {
    let group = |place: usize| columns.get(place).map(|column| column.group.as_str());
    group(column) != group(column + 1)
}

#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
fn names(
    ui: &Ui,
    cache: &mut Cache,
    source: &impl Source,
    geometry: &Geometry,
    selection: Selection,
    hovered: Option<Spot>,
    focused: bool,
    palette: &Colors,
    pixels: Pixels,
) {
    let band = geometry.row_band();
    let painter = ui.painter().with_clip_rect(band.intersect(ui.clip_rect()));
    painter.rect_filled(band, CornerRadius::ZERO, palette.background);
    let size = geometry.size();
    let chosen = selection.rows(size);
    for row in geometry.rows() {
        let rect = geometry.rect(Spot::Row(row));
        let is_heading = source.is_heading(row);
        let back = if is_heading {
            palette.panel
        } else if chosen.contains(&row) {
            palette.selected
        } else if hovered == Some(Spot::Row(row)) {
            palette.hover
        } else {
            palette.background
        };
        painter.rect_filled(rect, CornerRadius::ZERO, back);
        painter.hline(rect.x_range(), pixels.snap(rect.bottom()) - pixels.one() / 2.0, Stroke::new(1.0, palette.line));
        let galley = cache.cells.entry((source.id(row), None)).or_insert_with(|| {
            let font = if is_heading { theme::small_strong() } else { theme::body() };
            line(&painter, &source.name(row), font, palette.ink, rect.width() - 2.0 * PAD - MARK)
        });
        painter.galley(pos2(rect.left() + PAD, rect.center().y - galley.size().y / 2.0), galley.clone(), palette.ink);
        let mark = source.mark(row);
        if !mark.is_empty() {
            let at = pos2(rect.right() - PAD, rect.center().y);
            painter.text(at, Align2::RIGHT_CENTER, mark, theme::small_strong(), palette.accent);
        }
    }
    if let Some(name) = source.adds_row() {
        let rect = geometry.rect(Spot::AddRow);
        if hovered == Some(Spot::AddRow) {
            painter.rect_filled(rect, CornerRadius::ZERO, palette.hover);
        }
        let words = format!("{} {name}", icon::PLUS);
        let galley = line(&painter, &words, theme::body(), palette.muted, rect.width() - 2.0 * PAD);
        painter.galley(pos2(rect.left() + PAD, rect.center().y - galley.size().y / 2.0), galley, palette.muted);
    }
    if let spot @ (Spot::Row(_) | Spot::AddRow) = selection.active() {
        outline(&painter, geometry.rect(spot), palette, focused, pixels);
    }
    let x = pixels.snap(band.right()) - pixels.one() / 2.0;
    painter.vline(x, band.top()..=geometry.y(geometry.rows).min(band.bottom()), Stroke::new(1.0, palette.frame));
}

#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
fn headings(
    ui: &Ui,
    source: &impl Source,
    geometry: &Geometry,
    selection: Selection,
    hovered: Option<Spot>,
    focused: bool,
    palette: &Colors,
    pixels: Pixels,
) {
    let (band, corner) = (geometry.column_band(), geometry.corner());
    let painter = ui.painter().with_clip_rect(band.intersect(ui.clip_rect()));
    painter.rect_filled(band, CornerRadius::ZERO, palette.panel);
    let all = source.columns();
    let chosen = selection.columns(geometry.size());
    let visible = geometry.columns();
    for place in visible.clone() {
        let Some(column) = all.get(place) else { break };
        let spot = Spot::Column(place);
        let rect = geometry.rect(spot);
        if hovered == Some(spot) {
            painter.rect_filled(rect, CornerRadius::ZERO, palette.hover);
        } else if chosen.contains(&place) && matches!(selection.active(), Spot::Cell { .. } | Spot::Column(_)) {
            painter.rect_filled(rect, CornerRadius::ZERO, palette.selected);
        }
        heading(&painter, rect, column, palette);
        let x = pixels.snap(rect.right()) - pixels.one() / 2.0;
        let color = if ends_group(all, place) { palette.frame } else { palette.line };
        let top = if ends_group(all, place) { band.top() } else { rect.top() };
        painter.vline(x, top..=rect.bottom(), Stroke::new(1.0, color));
        if selection.active() == spot {
            outline(&painter, rect, palette, focused, pixels);
        }
    }
    // The name of a group stands over what is seen of it.
    let mut from = visible.start;
    while from < visible.end {
        let mut to = from;
        while to + 1 < visible.end && !ends_group(all, to) {
            to += 1;
        }
        let left = geometry.x(from).max(band.left());
        let right = geometry.x(to + 1).min(band.right());
        let name = all.get(from).map_or("", |column| column.group.as_str());
        let galley = line(&painter, name, theme::small_strong(), palette.muted, right - left - 2.0 * PAD);
        painter.galley(pos2(left + PAD, band.top() + 4.0), galley, palette.muted);
        from = to + 1;
    }
    if source.adds_column().is_some() {
        let rect = geometry.rect(Spot::AddColumn);
        if hovered == Some(Spot::AddColumn) {
            painter.rect_filled(rect, CornerRadius::ZERO, palette.hover);
        }
        painter.text(rect.center(), Align2::CENTER_CENTER, icon::PLUS, theme::icon_font(), palette.muted);
        if selection.active() == Spot::AddColumn {
            outline(&painter, rect, palette, focused, pixels);
        }
    }
    let painter = ui.painter().with_clip_rect(corner.intersect(ui.clip_rect()));
    painter.rect_filled(corner, CornerRadius::ZERO, palette.panel);
    let name = line(&painter, source.names(), theme::small_strong(), palette.ink, corner.width() - 2.0 * PAD);
    painter.galley(pos2(corner.left() + PAD, corner.bottom() - 6.0 - name.size().y), name, palette.ink);
    let edge = Stroke::new(1.0, palette.frame);
    let painter = ui.painter();
    let right = (geometry.x(all.len()) + geometry.add.x).min(geometry.area.right());
    painter.hline(corner.left()..=right.max(corner.right()), pixels.snap(corner.bottom()) - pixels.one() / 2.0, edge);
    painter.vline(pixels.snap(corner.right()) - pixels.one() / 2.0, corner.y_range(), edge);
}

/// A column's name on up to two lines, with its unit and signs of sorting and filtering.
fn heading(painter: &Painter, rect: Rect, column: &SheetColumn, palette: &Colors) {
    let mut right = rect.right() - PAD;
    let signs = [
        column.sorted.map(|down| if down { icon::DOWN } else { icon::UP }),
        column.is_filtered.then_some(icon::SEARCH),
    ];
    for sign in signs.into_iter().flatten() {
        let at = pos2(right, rect.bottom() - 5.0);
        let drawn = painter.text(at, Align2::RIGHT_BOTTOM, sign, theme::small(), palette.accent);
        right = drawn.left() - 2.0;
    }
    let width = right - rect.left() - PAD;
    let mut job = LayoutJob::default();
    job.append(&column.name, 0.0, TextFormat::simple(theme::small_strong(), palette.ink));
    if !column.unit.is_empty() {
        job.append(&format!(" {}", column.unit), 0.0, TextFormat::simple(theme::small(), palette.muted));
    }
    job.wrap =
        TextWrapping { max_width: width.max(1.0), max_rows: 2, break_anywhere: false, ..TextWrapping::default() };
    if column.is_number {
        job.halign = Align::RIGHT;
    }
    let galley = painter.layout_job(job);
    let x = if column.is_number { right } else { rect.left() + PAD };
    painter.galley(pos2(x, rect.bottom() - 5.0 - galley.size().y), galley, palette.ink);
}

/// One line of text, cut with an ellipsis where there is no room.
fn line(painter: &Painter, words: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let words = if words.contains('\n') { words.replace('\n', " ") } else { words.to_owned() };
    let mut job = LayoutJob::single_section(words, TextFormat::simple(font, color));
    job.wrap = TextWrapping::truncate_at_width(width.max(1.0));
    painter.layout_job(job)
}

/// The width at which the visible cells of a column and its heading aren't cut.
pub(super) fn fitting(ui: &Ui, source: &impl Source, geometry: &Geometry, key: u64) -> f32 {
    let painter = ui.painter();
    let width = |words: &str, font| line(painter, words, font, Color32::PLACEHOLDER, f32::INFINITY).size().x;
    let rows = geometry.rows().filter(|row| !source.is_heading(*row));
    if key == FROZEN {
        return rows.map(|row| width(&source.name(row), theme::body())).fold(0.0, f32::max) + 2.0 * PAD + MARK + 1.0;
    }
    let Some(place) = source.columns().iter().position(|column| column.key == key) else { return 0.0 };
    let words = source.columns().get(place).map_or("", |column| column.name.as_str()).split_whitespace();
    let heading = words.map(|word| width(word, theme::small_strong())).fold(0.0, f32::max) + 16.0;
    let cells = rows.map(|row| width(&source.text(row, place), theme::body()));
    cells.fold(heading, f32::max) + vec2(2.0 * PAD + 1.0, 0.0).x
}
