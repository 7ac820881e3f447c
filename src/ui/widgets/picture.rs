//! Pictures as data, painted in the window in its own colours: what is seen is what is handed out.

use eframe::egui::epaint::TextShape;
use eframe::egui::{
    Align2, Color32, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
    vec2,
};

use crate::figure::palette::{self, Rgb};
use crate::figure::{self, Anchor, Figure, Paint, Words};
use crate::ui::theme::{self, Colors, colors};

/// A picture that is laid out anew only when what it shows has changed.
#[derive(Debug)]
pub struct Picture<Key> {
    made_for: Option<(Key, Vec2)>,
    figure: Option<Figure>,
}

impl<Key> Default for Picture<Key> {
    fn default() -> Self {
        Self { made_for: None, figure: None }
    }
}

impl<Key: PartialEq> Picture<Key> {
    /// Shows the picture in that much room; `draw` lays it out for a width and a height. `words` say what it shows.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        size: Vec2,
        key: Key,
        words: &str,
        draw: impl FnOnce((f32, f32)) -> Figure,
    ) -> Response {
        let size = size.floor().max(vec2(40.0, 40.0));
        let wanted = Some((key, size));
        if self.made_for != wanted {
            self.figure = Some(draw((size.x, size.y)));
            self.made_for = wanted;
        }
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words));
        if let Some(figure) = &self.figure
            && ui.is_rect_visible(rect)
        {
            paint(&ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())), rect.min, figure, colors(ui));
        }
        response
    }
}

/// Paints a picture with its left upper corner at a point; the paper is left out.
pub fn paint(painter: &Painter, at: Pos2, figure: &Figure, palette: &Colors) {
    let brush = Brush { painter, at: at.to_vec2(), palette };
    for shape in &figure.shapes {
        brush.paint(shape, figure);
    }
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

    fn paint(&self, shape: &figure::Shape, of: &Figure) {
        match shape {
            figure::Shape::Rect { rect, fill, stroke, radius } => {
                let is_paper = rect.width >= of.width && rect.height >= of.height;
                if is_paper && *fill == Some(palette::PAPER.into()) {
                    return;
                }
                let rect = Rect::from_min_size(pos2(rect.x, rect.y) + self.at, vec2(rect.width, rect.height));
                self.painter.rect(rect, *radius, self.fill(*fill), self.stroke(*stroke), StrokeKind::Middle);
            }
            figure::Shape::Line { points, stroke } => {
                let points: Vec<Pos2> = points.iter().map(|point| self.point(*point)).collect();
                self.line(&points, *stroke);
            }
            figure::Shape::Polygon { points, fill, stroke } => {
                let points = points.iter().map(|point| self.point(*point)).collect();
                self.painter.add(Shape::convex_polygon(points, self.fill(*fill), self.stroke(*stroke)));
            }
            figure::Shape::Circle { centre, radius, fill, stroke } => {
                self.painter.circle(self.point(*centre), *radius, self.fill(*fill), self.stroke(*stroke));
            }
            figure::Shape::Text(words) => self.words(words),
        }
    }

    fn line(&self, points: &[Pos2], stroke: figure::Stroke) {
        let plain = self.stroke(Some(stroke));
        if let Some([dash, gap]) = stroke.dash {
            self.painter.extend(Shape::dashed_line(points, plain, dash, gap));
        } else {
            self.painter.add(Shape::line(points.to_vec(), plain));
        }
    }

    fn words(&self, words: &Words) {
        let colour = |rgb: Rgb| self.palette.drawn_text(rgb);
        let font = theme::of_picture(words.size, words.weight);
        let galley = self.painter.layout_no_wrap(words.text.clone(), font, colour(words.colour));
        // The words stand on the base line.
        let base = galley.rows.first().and_then(|row| row.glyphs.first()).map_or(words.size, |glyph| glyph.pos.y);
        let along = match words.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => galley.size().x / 2.0,
            Anchor::End => galley.size().x,
        };
        let at = self.point(words.at);
        let angle = words.turn.to_radians();
        let (sin, cos) = angle.sin_cos();
        let corner = at - vec2(along * cos - base * sin, along * sin + base * cos);
        if words.halo.is_some() && words.turn == 0.0 {
            let rect = Align2::LEFT_TOP.anchor_size(corner, galley.size());
            self.painter.rect_filled(rect, 2.0, self.palette.background.gamma_multiply(0.75));
        }
        self.painter.add(TextShape::new(corner, galley, colour(words.colour)).with_angle(angle));
    }
}
