//! Figures painted in the window in the theme's colours, laid out and tessellated only when something has changed.

use std::sync::Arc;

use eframe::egui::epaint::{Tessellator, TextShape};
use eframe::egui::{
    Color32, Galley, Mesh, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use crate::figure::palette;
use crate::figure::{self, Anchor, Figure, Paint, Words};
use crate::ui::theme::{self, Colors, colors};

/// A figure that is kept as long as its key, size and place stay the same.
#[derive(Debug)]
pub struct Picture<Key, Of = Figure> {
    made_for: Option<(Key, Vec2)>,
    laid_out: Option<Of>,
    painted: Painted,
}

impl<Key, Of> Default for Picture<Key, Of> {
    fn default() -> Self {
        Self { made_for: None, laid_out: None, painted: Painted::default() }
    }
}

impl<Key: PartialEq, Of: AsRef<Figure>> Picture<Key, Of> {
    /// Shows the picture in that much room; `lay_out` takes a width and a height. `words` are its accessible name.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        size: Vec2,
        key: Key,
        words: &str,
        lay_out: impl FnOnce((f32, f32)) -> Of,
    ) -> Response {
        let (rect, response) = ui.allocate_exact_size(size.floor().max(vec2(40.0, 40.0)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words));
        self.paint(ui, rect, key, lay_out);
        response
    }

    /// Paints the picture in a rectangle.
    pub fn paint(&mut self, ui: &Ui, rect: Rect, key: Key, lay_out: impl FnOnce((f32, f32)) -> Of) -> Option<&Of> {
        let wanted = Some((key, rect.size()));
        if self.made_for != wanted {
            self.laid_out = Some(lay_out((rect.width(), rect.height())));
            self.made_for = wanted;
            self.painted = Painted::default();
        }
        if let Some(laid_out) = &self.laid_out
            && ui.is_rect_visible(rect)
        {
            self.painted.paint(ui, rect, laid_out.as_ref());
            whole_on_hover(ui, rect, laid_out.as_ref());
        }
        self.laid_out.as_ref()
    }

    /// The picture as it was laid out last.
    pub fn laid_out(&self) -> Option<&Of> {
        self.laid_out.as_ref()
    }
}

/// Words that are cut short show themselves whole under the pointer.
fn whole_on_hover(ui: &Ui, rect: Rect, figure: &Figure) {
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()).filter(|at| rect.contains(*at)) else { return };
    for (place, shape) in figure.shapes.iter().enumerate() {
        let figure::Shape::Text(Words { whole: Some(whole), at, anchor, size, .. }) = shape else { continue };
        let figure::Shape::Text(words) = shape else { continue };
        let width = words.width();
        let left = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - width / 2.0,
            Anchor::End => at.x - width,
        };
        let line = Rect::from_min_size(rect.min + vec2(left, at.y - size), vec2(width, size * 1.3));
        if line.contains(pointer) {
            let id = ui.scope_id().with(("whole words", place));
            ui.interact(line, id, Sense::hover()).on_hover_text(whole);
        }
    }
}

/// The shapes of a figure at a place: one mesh, and the words on top of it.
#[derive(Debug, Default)]
struct Painted {
    at: Pos2,
    is_dark: bool,
    /// Laid out again by egui, as another allocation, when its glyph texture starts over or the scale changes. Galleys
    /// and meshes kept here are stale then.
    canary: Option<Arc<Galley>>,
    shapes: Vec<Shape>,
}

impl Painted {
    fn paint(&mut self, ui: &Ui, rect: Rect, figure: &Figure) {
        let canary = ui.painter().layout_no_wrap("0".to_owned(), theme::body(), Color32::PLACEHOLDER);
        let is_dark = ui.visuals().dark_mode;
        let is_fresh = self.canary.as_ref().is_some_and(|old| Arc::ptr_eq(old, &canary));
        if !is_fresh || self.at != rect.min || self.is_dark != is_dark {
            self.shapes = shapes(ui, rect.min, figure);
            (self.at, self.is_dark, self.canary) = (rect.min, is_dark, Some(canary));
        }
        ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())).extend(self.shapes.iter().cloned());
    }
}

/// The figure's shapes with its left upper corner at a point; the paper is left out.
fn shapes(ui: &Ui, at: Pos2, figure: &Figure) -> Vec<Shape> {
    let brush = Brush { painter: ui.painter(), at: at.to_vec2(), palette: colors(ui) };
    let options = ui.ctx().tessellation_options(|options| *options);
    // Shapes other than text use no texture.
    let mut tessellator = Tessellator::new(ui.ctx().pixels_per_point(), options, [1, 1], Vec::new());
    let mut mesh = Mesh::default();
    let mut texts = Vec::new();
    for shape in &figure.shapes {
        if let figure::Shape::Text(words) = shape {
            let (halo, text) = brush.words(words);
            if let Some(halo) = halo {
                tessellator.tessellate_shape(halo, &mut mesh);
            }
            texts.push(text);
        } else if !is_paper(shape, figure) {
            for shape in brush.shapes(shape) {
                tessellator.tessellate_shape(shape, &mut mesh);
            }
        }
    }
    texts.insert(0, Shape::mesh(mesh));
    texts
}

fn is_paper(shape: &figure::Shape, of: &Figure) -> bool {
    match shape {
        figure::Shape::Rect { rect, fill, .. } => {
            rect.width >= of.width && rect.height >= of.height && *fill == Some(palette::PAPER.into())
        }
        _ => false,
    }
}

/// Paints one shape other than text, in coordinates of the window.
pub fn paint_shape(painter: &Painter, shape: &figure::Shape, palette: &Colors) {
    painter.extend(Brush { painter, at: Vec2::ZERO, palette }.shapes(shape));
}

struct Brush<'a> {
    painter: &'a Painter,
    at: Vec2,
    palette: &'a Colors,
}

impl Brush<'_> {
    fn point(&self, point: figure::Point) -> Pos2 {
        pos2(point.x, point.y) + self.at
    }

    fn colour(&self, paint: Paint) -> Color32 {
        let colour = self.palette.drawn(paint.colour);
        if paint.opacity < 1.0 { colour.gamma_multiply(paint.opacity) } else { colour }
    }

    fn stroke(&self, stroke: Option<figure::Stroke>) -> Stroke {
        stroke.map_or(Stroke::NONE, |stroke| Stroke::new(stroke.width, self.colour(stroke.paint)))
    }

    fn fill(&self, fill: Option<Paint>) -> Color32 {
        fill.map_or(Color32::TRANSPARENT, |fill| self.colour(fill))
    }

    fn shapes(&self, shape: &figure::Shape) -> Vec<Shape> {
        let points = |points: &[figure::Point]| points.iter().map(|point| self.point(*point)).collect::<Vec<_>>();
        vec![match shape {
            figure::Shape::Rect { rect, fill, stroke, radius } => {
                let rect = Rect::from_min_size(pos2(rect.x, rect.y) + self.at, vec2(rect.width, rect.height));
                let (fill, stroke) = (self.fill(*fill), self.stroke(*stroke));
                eframe::egui::epaint::RectShape::new(rect, *radius, fill, stroke, StrokeKind::Middle).into()
            }
            figure::Shape::Line { points: line, stroke } => {
                let plain = self.stroke(Some(*stroke));
                match stroke.dash {
                    Some([dash, gap]) => return Shape::dashed_line(&points(line), plain, dash, gap),
                    None => Shape::line(points(line), plain),
                }
            }
            figure::Shape::Polygon { points: corners, fill, stroke } => {
                Shape::convex_polygon(points(corners), self.fill(*fill), self.stroke(*stroke))
            }
            figure::Shape::Circle { centre, radius, fill, stroke } => {
                let (centre, fill, stroke) = (self.point(*centre), self.fill(*fill), self.stroke(*stroke));
                eframe::egui::epaint::CircleShape { center: centre, radius: *radius, fill, stroke }.into()
            }
            figure::Shape::Text(_) => Shape::Noop,
        }]
    }

    /// What lies behind words so that lines don't disturb, and the words.
    fn words(&self, words: &Words) -> (Option<Shape>, Shape) {
        let colour = self.palette.drawn_text(words.colour);
        let font = theme::of_picture(words.size, words.weight);
        let galley = self.painter.layout_no_wrap(words.text.clone(), font, colour);
        // The words stand on the base line.
        let base = galley.rows.first().and_then(|row| row.glyphs.first()).map_or(words.size, |glyph| glyph.pos.y);
        let along = match words.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => galley.size().x / 2.0,
            Anchor::End => galley.size().x,
        };
        let angle = words.turn.to_radians();
        let (sin, cos) = angle.sin_cos();
        let corner = self.point(words.at) - vec2(along * cos - base * sin, along * sin + base * cos);
        let halo = (words.halo.is_some() && words.turn == 0.0).then(|| {
            let rect = Rect::from_min_size(corner, galley.size());
            Shape::rect_filled(rect, 2.0, self.palette.background.gamma_multiply(0.75))
        });
        (halo, TextShape::new(corner, galley, colour).with_angle(angle).into())
    }
}
