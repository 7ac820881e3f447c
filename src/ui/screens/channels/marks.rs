//! What is painted in the chart: marks, boxes, lines, and what they mean.

use eframe::egui::{Color32, Painter, Pos2, Rect, RichText, Shape, Stroke, StrokeKind, Ui, Vec2, vec2};
use egui_plot::{PlotPoint, PlotTransform};

use crate::project::Owner;
use crate::text::Text;
use crate::ui::View;
use crate::ui::theme::{self, Colors, colors};

use super::axes::{Scale, Span};
use super::chart::{Dot, Window};

/// The line through the efficient channels, from cheap to dear.
pub fn frontier(view: &View, dots: &[Dot]) -> Vec<Pos2> {
    (view.analysis.channels.frontier.iter())
        .filter_map(|id| dots.iter().find(|dot| dot.channel.id == *id))
        .map(|dot| dot.at.clamp(Pos2::new(-1e5, -1e5), Pos2::new(1e5, 1e5)))
        .collect()
}

/// The box from low to high.
pub fn range(painter: &Painter, scale: Scale, dot: &Dot, transform: &PlotTransform, palette: &Colors) {
    let seen = Window::of(transform);
    let (Some(cost), Some(sales)) = (dot.figures.cost, dot.figures.sales) else { return };
    if !cost.is_range() && !sales.is_range() {
        return;
    }
    // A low end of zero has no place on a log axis: the box goes on past the edge.
    let along = |amount: f64, span: Span| {
        let (low, high) = (span.min - span.length(), span.max + span.length());
        scale.place(amount).map_or(low, |place| place.clamp(low, high))
    };
    let corner = |cost: f64, sales: f64| {
        transform.position_from_point(&PlotPoint::new(along(cost, seen.cost), along(sales, seen.sales)))
    };
    let (low, high) = (corner(cost.low, sales.low), corner(cost.high, sales.high));
    let rect = Rect::from_two_pos(low, high);
    let color = color(dot.channel.owner, dot.dominated, palette);
    painter.rect(
        rect,
        3.0,
        color.gamma_multiply(0.1),
        Stroke::new(1.0, color.gamma_multiply(0.55)),
        StrokeKind::Middle,
    );
}

fn color(owner: Owner, dominated: bool, palette: &Colors) -> Color32 {
    match owner {
        _ if dominated => palette.dominated,
        Owner::Own => palette.own,
        Owner::External => palette.external,
    }
}

/// A channel's mark: a disc for an own one, a diamond for an external one; hollow when it is dominated.
pub fn marker(painter: &Painter, at: Pos2, radius: f32, owner: Owner, palette: &Colors, dominated: bool, chosen: bool) {
    let color = color(owner, dominated, palette);
    let fill = if dominated { palette.field } else { color };
    let stroke = Stroke::new(if dominated { 1.8 } else { 1.0 }, color);
    let draw = |radius: f32, fill: Color32, stroke: Stroke| match owner {
        Owner::Own => painter.circle(at, radius, fill, stroke),
        Owner::External => {
            let r = radius * 1.25;
            let corners = vec![at - vec2(0.0, r), at + vec2(r, 0.0), at + vec2(0.0, r), at - vec2(r, 0.0)];
            painter.add(Shape::convex_polygon(corners, fill, stroke))
        }
    };
    if chosen {
        draw(radius + 4.0, Color32::TRANSPARENT, Stroke::new(2.0, palette.accent));
    }
    draw(radius, fill, stroke);
}

/// What the signs mean, from right to left.
pub fn legend(ui: &mut Ui, text: &Text) {
    let palette = colors(ui);
    let entry = |ui: &mut Ui, key: &str, width: f32| {
        ui.label(RichText::new(text.get(key)).font(theme::small()).color(palette.muted));
        ui.allocate_space(vec2(width, 16.0)).1.center()
    };
    let at = entry(ui, "channels-legend-dominated", 12.0);
    marker(ui.painter(), at, 5.0, Owner::Own, palette, true, false);
    let at = entry(ui, "channels-legend-frontier", 20.0);
    ui.painter().hline((at.x - 9.0)..=(at.x + 9.0), at.y, Stroke::new(2.0, palette.good));
    for owner in [Owner::External, Owner::Own] {
        let at = entry(ui, owner.key(), 12.0);
        marker(ui.painter(), at, 5.0, owner, palette, false, false);
    }
}

/// A place for a line's name as near its upper end as there is room: above the line, or below it.
pub fn beside(ends: [Pos2; 2], below: bool, size: Vec2, frame: Rect, taken: &[Rect]) -> Option<Rect> {
    (0..20).map(|step| ends[1].lerp(ends[0], step as f32 / 20.0)).find_map(|at| {
        let corner = if below { at + vec2(5.0, 2.0) } else { at - size - vec2(5.0, 2.0) };
        let rect = Rect::from_min_size(corner, size);
        let free = frame.contains_rect(rect) && !taken.iter().any(|other| other.expand(2.0).intersects(rect));
        free.then_some(rect)
    })
}
