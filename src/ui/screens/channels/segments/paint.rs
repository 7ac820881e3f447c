//! Paints the grid: one mesh of lines and fills, and signs and names on top.
//!
//! Changes nothing and asks for nothing; the cost follows what is visible.

use std::f32::consts::FRAC_PI_2;
use std::sync::Arc;

use eframe::egui::epaint::{Mesh, TextShape};
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align, Align2, Color32, CornerRadius, FontId, Galley, Painter, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2,
};

use crate::analysis::Target;
use crate::project::{Delivery, Fit, Reach, ReachKey, Usage};
use crate::ui::View;
use crate::ui::theme::{self, Colors, colors, icon, space};
use crate::ui::widgets::badge::segment_badge;
use crate::ui::widgets::grid::paint::{Pixels, covered, fill, lines, outlines, triangle};
use crate::ui::widgets::grid::{Layout, Selection, Spot};
use crate::ui::widgets::table;

use super::names::BADGE;
use super::parts::segment_name;

pub(super) struct SegmentsScene<'a> {
    pub view: &'a View<'a>,
    pub layout: &'a Layout,
    /// The customer segments, line by line.
    pub targets: &'a [Target],
    pub selection: Selection,
    /// What the pointer is over.
    pub hovered: Option<Spot>,
    /// The grid has the focus.
    pub focused: bool,
}

/// Paints everything.
pub(super) fn paint(ui: &mut Ui, scene: &SegmentsScene) {
    let colors = colors(ui);
    let pixels = Pixels { per_point: ui.pixels_per_point() };
    let painter = ui.painter_at(scene.layout.area);
    let body = painter.with_clip_rect(scene.layout.body());
    pairs(&body, scene, colors, pixels);
    outlines(&body, scene.layout, scene.selection, scene.hovered, scene.focused, colors, pixels);
    bands(&painter, scene, colors, pixels);
    segments(ui, scene, colors);
    channels(&painter.with_clip_rect(scene.layout.column_band()), scene, colors);
    legend(ui, &painter.with_clip_rect(scene.layout.corner()), scene, colors);
}

fn pairs(painter: &Painter, scene: &SegmentsScene, colors: &Colors, pixels: Pixels) {
    let layout = scene.layout;
    let plan = &scene.view.project.plan;
    let mut mesh = Mesh::default();
    lines(&mut mesh, layout, colors, pixels);
    if let Some(range) = covered(layout, scene.selection, pixels) {
        fill(&mut mesh, range, colors.selection);
    }
    for row in layout.rows() {
        let Some(target) = scene.targets.get(row) else { break };
        for column in layout.columns() {
            let Some(channel) = scene.view.project.channels.get(column) else { break };
            let reach = plan.reach(ReachKey { customer: target.customer, channel: channel.id });
            if !reach.figures.is_blank() {
                let rect = pixels.inside(layout.rect(Spot::Cell { row, column }));
                corner(&mut mesh, rect.right_top() + vec2(-2.0, 2.0), dim(colors.muted, target));
            }
        }
    }
    painter.add(mesh);
    for row in layout.rows() {
        let Some(target) = scene.targets.get(row) else { break };
        for column in layout.columns() {
            let Some(channel) = scene.view.project.channels.get(column) else { break };
            let reach = plan.reach(ReachKey { customer: target.customer, channel: channel.id });
            if !reach.is_blank() {
                pair(painter, layout.rect(Spot::Cell { row, column }), reach, target, colors);
            }
        }
    }
    // Between those that have a Prio and the others.
    let first = scene.targets.iter().take_while(|target| target.is_prioritised()).count();
    if first > 0 && first < scene.targets.len() {
        let y = pixels.snap(layout.y(first)) - pixels.one();
        let end = layout.x(layout.size.columns).min(layout.area.right());
        painter.hline(layout.body().left()..=end, y, Stroke::new(2.0, colors.frame));
    }
}

/// What has no Prio steps back.
fn dim(color: Color32, target: &Target) -> Color32 {
    if target.is_prioritised() { color } else { color.gamma_multiply(0.55) }
}

fn corner(mesh: &mut Mesh, at: Pos2, color: Color32) {
    triangle(mesh, [at - vec2(7.0, 0.0), at, at + vec2(0.0, 7.0)], color);
}

/// Usage as a disc or a ring, delivery as a hook or a cross, preference as dots below it.
fn pair(painter: &Painter, rect: Rect, reach: &Reach, target: &Target, colors: &Colors) {
    let (left, right) = if rect.width() < 60.0 { (11.5, 13.0) } else { (16.0, 20.0) };
    usage(painter, pos2(rect.left() + left, rect.center().y), reach.usage, dim(colors.accent, target));
    let side = rect.right() - right;
    let color = |delivery| if delivery == Delivery::Yes { colors.good } else { colors.error };
    let above = pos2(side, rect.center().y - 7.0);
    delivery(painter, above, reach.delivery, dim(color(reach.delivery), target));
    if let Some(preference) = reach.preference {
        let ink = |color| dim(color, target);
        dots(painter, pos2(side, rect.center().y + 8.0), preference, ink(colors.ink), ink(colors.muted));
    }
}

fn usage(painter: &Painter, at: Pos2, usage: Usage, color: Color32) {
    match usage {
        Usage::Main => drop(painter.circle_filled(at, 6.5, color)),
        Usage::Supporting => drop(painter.circle_stroke(at, 5.5, Stroke::new(2.0, color))),
        Usage::None => {}
    }
}

fn delivery(painter: &Painter, at: Pos2, delivery: Delivery, color: Color32) {
    let sign = match delivery {
        Delivery::Unknown => return,
        Delivery::Yes => icon::CHECK,
        Delivery::No => icon::CLOSE,
    };
    painter.text(at, Align2::CENTER_CENTER, sign, theme::small(), color);
}

fn dots(painter: &Painter, at: Pos2, preference: u8, ink: Color32, faint: Color32) {
    for dot in 0..Reach::HIGHEST_PREFERENCE {
        let at = at + vec2(6.5 * (f32::from(dot) - 1.0), 0.0);
        if dot < preference {
            painter.circle_filled(at, 2.6, ink);
        } else {
            painter.circle_stroke(at, 2.1, Stroke::new(1.0, faint));
        }
    }
}

/// The backgrounds and lines of the names.
fn bands(painter: &Painter, scene: &SegmentsScene, colors: &Colors, pixels: Pixels) {
    let layout = scene.layout;
    let (rows, columns) = (scene.selection.rows(layout.size), scene.selection.columns(layout.size));
    for (band, spots, chosen) in
        [(layout.row_band(), layout.rows(), rows), (layout.column_band(), layout.columns(), columns)]
    {
        let is_row = band == layout.row_band();
        let painter = painter.with_clip_rect(band);
        let mut mesh = Mesh::default();
        fill(&mut mesh, band, colors.background);
        for place in spots {
            let spot = if is_row { Spot::Row(place) } else { Spot::Column(place) };
            let rect = layout.rect(spot);
            if scene.selection.contains(spot, layout.size) {
                fill(&mut mesh, rect, colors.selected);
            } else if chosen.contains(&place) || scene.hovered == Some(spot) {
                fill(&mut mesh, rect, colors.hover);
            }
            let (x, y) = (pixels.snap(rect.right()), pixels.snap(rect.bottom()));
            let line = if is_row {
                Rect::from_min_max(pos2(rect.left(), y - pixels.one()), pos2(rect.right(), y))
            } else {
                Rect::from_min_max(pos2(x - pixels.one(), rect.top()), pos2(x, rect.bottom()))
            };
            fill(&mut mesh, line, colors.line);
        }
        painter.add(mesh);
        let active = scene.selection.active();
        let is_here = matches!((active, is_row), (Spot::Row(_), true) | (Spot::Column(_), false));
        if is_here && scene.focused {
            let stroke = Stroke::new(2.0, colors.accent);
            painter.rect_stroke(layout.rect(active), CornerRadius::ZERO, stroke, StrokeKind::Inside);
        }
    }
    let (area, body) = (layout.area, layout.body());
    painter.rect_filled(layout.corner(), CornerRadius::ZERO, colors.background);
    let edge = Stroke::new(1.0, colors.frame);
    let end = pos2(layout.x(layout.size.columns), layout.y(layout.size.rows));
    painter.hline(area.left()..=area.right().min(end.x), pixels.snap(body.top()) - pixels.one() / 2.0, edge);
    painter.vline(pixels.snap(body.left()) - pixels.one() / 2.0, area.top()..=area.bottom().min(end.y), edge);
}

/// The customer segments with their Prio.
fn segments(ui: &mut Ui, scene: &SegmentsScene, colors: &Colors) {
    let layout = scene.layout;
    let mut apart = ui.new_child(eframe::egui::UiBuilder::new().max_rect(layout.row_band()));
    apart.set_clip_rect(layout.row_band().intersect(ui.clip_rect()));
    for row in layout.rows() {
        let Some(target) = scene.targets.get(row) else { break };
        let rect = layout.rect(Spot::Row(row));
        if target.fit != Fit::No {
            let at = pos2(rect.left() + 4.0, rect.center().y - 13.0);
            segment_badge(&apart, scene.view, at, target.customer, target.fit);
        }
        let ink = if target.is_prioritised() { colors.ink } else { colors.muted };
        let name = segment_name(scene.view, target.customer);
        let width = rect.width() - BADGE - space::S;
        let galley = wrapped(apart.painter(), name, theme::body(), ink, width, 1, Align::Min);
        let at = pos2(rect.left() + BADGE, rect.center().y - galley.size().y / 2.0);
        apart.painter().galley(at, galley, ink);
    }
}

/// The channels above their columns, level or upwards.
fn channels(painter: &Painter, scene: &SegmentsScene, colors: &Colors) {
    let layout = scene.layout;
    for column in layout.columns() {
        let Some(channel) = scene.view.project.channels.get(column) else { break };
        let rect = layout.rect(Spot::Column(column));
        let name = scene.view.text.value(&channel.shown_name());
        let foot = rect.bottom() - space::XS;
        if layout.turned {
            let length = rect.height() - 2.0 * space::XS;
            let galley = wrapped(painter, &name, theme::small(), colors.ink, length, 2, Align::Min);
            let at = pos2(rect.center().x - galley.size().y / 2.0, foot);
            painter.add(TextShape::new(at, galley, colors.ink).with_angle(-FRAC_PI_2));
        } else {
            let width = rect.width() - 2.0 * space::XS;
            let galley = wrapped(painter, &name, theme::small(), colors.ink, width, 3, Align::Center);
            // Laid out around its middle.
            painter.galley(pos2(rect.center().x, foot - galley.size().y), galley, colors.ink);
        }
    }
}

/// What the signs mean, left of the channels' names.
fn legend(ui: &Ui, painter: &Painter, scene: &SegmentsScene, colors: &Colors) {
    let text = scene.view.text;
    let rect = scene.layout.corner().shrink2(vec2(space::XS, space::XS));
    let step = (rect.height() / 4.0).min(19.0);
    let top = rect.bottom() - step * 3.5;
    let words = [
        text.get("segments-legend-usage"),
        text.get("segments-legend-preference"),
        text.get("segments-legend-delivery"),
        text.get("segments-own-figures"),
    ];
    for (place, words) in words.into_iter().enumerate() {
        let at = pos2(rect.left() + 15.0, top + step * place as f32);
        match place {
            0 => {
                usage(painter, at - vec2(8.0, 0.0), Usage::Main, colors.accent);
                usage(painter, at + vec2(8.0, 0.0), Usage::Supporting, colors.accent);
            }
            1 => dots(painter, at, 2, colors.ink, colors.muted),
            2 => {
                delivery(painter, at - vec2(8.0, 0.0), Delivery::Yes, colors.good);
                delivery(painter, at + vec2(8.0, 0.0), Delivery::No, colors.error);
            }
            _ => {
                let mut mesh = Mesh::default();
                corner(&mut mesh, at + vec2(4.0, -3.0), colors.muted);
                painter.add(mesh);
            }
        }
        let at = pos2(rect.left() + 36.0, at.y - 8.0);
        table::line(ui, at, rect.width() - 36.0, words, theme::small(), colors.muted);
    }
}

/// Words on so many lines, the last with an ellipsis where there is no room. egui keeps what it has laid out.
fn wrapped(
    painter: &Painter,
    words: &str,
    font: FontId,
    color: Color32,
    width: f32,
    most: usize,
    align: Align,
) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, color));
    job.halign = align;
    job.wrap = TextWrapping {
        max_width: width.max(1.0),
        max_rows: most,
        break_anywhere: most == 1,
        ..TextWrapping::default()
    };
    painter.layout_job(job)
}
