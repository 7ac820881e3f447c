//! The names in the chart: where they stand, off each other and off the points.

use std::sync::Arc;

use eframe::egui::{Color32, Galley, Painter, Pos2, Rect, Stroke, Ui, pos2, vec2};

use crate::figure::labels::{self, Placed, Request};
use crate::figure::{self, Point};
use crate::ui::View;
use crate::ui::theme::{self, Colors, colors};

use super::chart::{Dot, RADIUS};
use super::table::cut;

/// Where the names stand, kept while nothing that matters changes.
#[derive(Debug)]
pub struct Names {
    requests: Vec<Request>,
    lines: Vec<[Point; 2]>,
    frame: Rect,
    placed: Vec<Option<Placed>>,
}

impl Default for Names {
    fn default() -> Self {
        Self { requests: Vec::new(), lines: Vec::new(), frame: Rect::ZERO, placed: Vec::new() }
    }
}

impl Names {
    /// Places the names off each other and off the points; the names, ready to be painted.
    pub fn place(
        &mut self,
        ui: &Ui,
        view: &View,
        dots: &[Dot],
        efficient: &[Pos2],
        frame: Rect,
    ) -> Vec<(Arc<Galley>, Color32)> {
        let palette = colors(ui);
        let names: Vec<_> = (dots.iter())
            .map(|dot| {
                let (font, color) =
                    if dot.dominated { (theme::body(), palette.muted) } else { (theme::body_strong(), palette.ink) };
                (cut(ui, &view.text.value(&dot.channel.shown_name()), font, color, 170.0), color)
            })
            .collect();
        let point = |at: &Pos2| Point { x: at.x, y: at.y };
        let requests: Vec<Request> = (dots.iter().zip(&names))
            .map(|(dot, (name, _))| Request {
                at: point(&dot.at),
                radius: RADIUS + 5.0,
                width: name.size().x,
                height: name.size().y,
            })
            .collect();
        let lines: Vec<_> = efficient.windows(2).map(|ends| [point(&ends[0]), point(&ends[1])]).collect();
        let frame = frame.shrink(2.0);
        if requests != self.requests || lines != self.lines || frame != self.frame {
            let room = figure::Rect::new(frame.left(), frame.top(), frame.width(), frame.height());
            let placed = labels::place(&requests, &[], &lines, room);
            *self = Self { requests, lines, frame, placed };
        }
        names
    }

    pub fn paint(&self, painter: &Painter, names: Vec<(Arc<Galley>, Color32)>, palette: &Colors) {
        for ((name, color), placed) in names.into_iter().zip(&self.placed) {
            let Some(placed) = placed else { continue };
            if let Some(leader) = placed.leader {
                painter.line_segment(leader.map(|end| pos2(end.x, end.y)), Stroke::new(1.0, palette.muted));
            }
            let rect = to_screen(placed.rect);
            // What lies below stays readable.
            painter.rect_filled(rect, 2.0, palette.field.gamma_multiply(0.75));
            painter.galley(rect.min, name, color);
        }
    }

    /// The room that they take.
    pub fn taken(&self) -> impl Iterator<Item = Rect> {
        self.placed.iter().flatten().map(|placed| to_screen(placed.rect))
    }
}

fn to_screen(rect: figure::Rect) -> Rect {
    Rect::from_min_size(pos2(rect.x, rect.y), vec2(rect.width, rect.height))
}
