//! What can be read on the screen, from the shapes that egui produced.

use eframe::egui::epaint::{ClippedShape, RectShape, Shape, TextShape};
use eframe::egui::{Pos2, Rect, Vec2, emath::Rot2};

/// A line of text.
#[derive(Debug, Clone)]
pub struct Ink {
    /// The whole text that it is a line of, also of one that is cut short.
    pub text: String,
    /// What is painted, without what is clipped or covered.
    pub seen: Rect,
    /// All of it.
    pub whole: Rect,
    pub clip: Rect,
    pub elided: bool,
    /// Lines of the same text have the same number.
    number: usize,
}

impl Ink {
    /// How much is missing at the sides, and above or below, in points.
    pub fn missing(&self) -> Vec2 {
        (self.whole.size() - self.seen.size()).max(Vec2::ZERO)
    }

    /// Whether nothing of it is clipped at the sides.
    fn is_within(&self) -> bool {
        self.clip.expand(1.5).x_range().contains(self.whole.left())
            && self.clip.expand(1.5).x_range().contains(self.whole.right())
            && self.clip.intersects(self.whole)
    }

    pub fn is_seen(&self) -> bool {
        self.seen.width() > 0.5 && self.seen.height() > 0.5
    }
}

/// The lines of text and the handles of scroll bars, vertical and horizontal.
#[derive(Debug, Default)]
pub struct Screen {
    pub lines: Vec<Ink>,
    /// Frames that are cut at a side: what is seen and all of it.
    pub frames: Vec<(Rect, Rect)>,
    pub bars: [Vec<Rect>; 2],
}

impl Screen {
    pub fn of(shapes: &[ClippedShape]) -> Self {
        let mut screen = Self::default();
        for (number, ClippedShape { clip_rect, shape, .. }) in shapes.iter().enumerate() {
            screen.add(shape, *clip_rect, number);
        }
        screen.lines.retain(|line| line.whole.is_positive());
        screen
    }

    fn add(&mut self, shape: &Shape, clip: Rect, number: usize) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.add(shape, clip, number)),
            Shape::Text(text) => self.text(text, clip, number),
            Shape::Rect(rect) => self.rect(rect, clip),
            _ => {}
        }
    }

    fn text(&mut self, text: &TextShape, clip: Rect, number: usize) {
        for row in &text.galley.rows {
            let bounds = row.visuals.mesh_bounds.translate(row.pos.to_vec2());
            let whole = bounds.rotate_bb(Rot2::from_angle(text.angle)).translate(text.pos.to_vec2());
            self.lines.push(Ink {
                text: text.galley.job.text.clone(),
                seen: whole.intersect(clip),
                whole,
                clip,
                elided: text.galley.elided,
                number,
            });
        }
    }

    /// A fill hides what was painted before.
    fn rect(&mut self, shape: &RectShape, clip: Rect) {
        let rect = shape.rect.intersect(clip);
        let (width, height) = (shape.rect.width(), shape.rect.height());
        let is_cut = shape.rect.left() < clip.left() - 1.5 || shape.rect.right() > clip.right() + 1.5;
        if shape.stroke.width > 0.0 && shape.fill.a() > 0 && is_cut && rect.is_positive() {
            self.frames.push((rect, shape.rect));
        }
        // Handles of scroll bars are thin and let what is below shine through.
        if (1..255).contains(&shape.fill.a()) {
            for (place, (across, along)) in [(width, height), (height, width)].into_iter().enumerate() {
                if (4.0..=9.5).contains(&across) && along >= 11.0 {
                    self.bars[place].push(shape.rect);
                }
            }
        }
        if shape.fill.a() < 255 {
            return;
        }
        for line in &mut self.lines {
            if line.seen.intersects(rect) {
                line.seen = without(line.seen, rect);
            }
        }
    }

    /// Whether something cut or out of sight at the side or below can be scrolled to.
    pub fn scrolls(&self, horizontally: bool, near: Rect) -> bool {
        self.bars[usize::from(horizontally)]
            .iter()
            .any(|bar| if horizontally { bar.center().y >= near.top() } else { bar.center().x >= near.left() })
    }

    /// Texts that are painted over another one.
    pub fn overlaps(&self) -> Vec<(&Ink, &Ink)> {
        /// Ink of two texts may touch by this much, in points.
        const TOUCH: f32 = 1.5;
        let mut lines: Vec<_> = self.lines.iter().filter(|line| line.is_seen()).collect();
        lines.sort_by(|a, b| a.seen.left().total_cmp(&b.seen.left()));
        let mut found = Vec::new();
        for (place, a) in lines.iter().enumerate() {
            for b in lines[place + 1..].iter().take_while(|b| b.seen.left() < a.seen.right()) {
                let both = a.seen.intersect(b.seen);
                let is_same = a.number == b.number && a.text == b.text;
                let is_twice = a.text == b.text && (a.whole.min - b.whole.min).length() < 1.0;
                if both.width() > TOUCH && both.height() > TOUCH && !is_same && !is_twice {
                    found.push((*a, *b));
                }
            }
        }
        found
    }

    /// How often the text stands there whole.
    pub fn count(&self, text: &str) -> usize {
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let wanted = flat(text);
        let mut numbers: Vec<_> = self
            .lines
            .iter()
            .filter(|line| !line.elided && line.is_within() && flat(&line.text).contains(&wanted))
            .map(|line| line.number)
            .collect();
        numbers.dedup();
        numbers.len()
    }

    /// Whether any text is seen in the rectangle.
    pub fn has_ink(&self, rect: Rect) -> bool {
        self.lines.iter().any(|line| line.is_seen() && line.seen.intersects(rect))
    }
}

/// What is left of a rectangle beside another that lies on it; all of it where no rectangle would be left.
fn without(rect: Rect, cover: Rect) -> Rect {
    let mut left = rect;
    if cover.contains_rect(rect) {
        left.max = left.min;
    } else if cover.y_range().contains(rect.top()) && cover.y_range().contains(rect.bottom()) {
        if cover.left() <= rect.left() {
            left.min.x = cover.right();
        } else if cover.right() >= rect.right() {
            left.max.x = cover.left();
        }
    } else if cover.x_range().contains(rect.left()) && cover.x_range().contains(rect.right()) {
        if cover.top() <= rect.top() {
            left.min.y = cover.bottom();
        } else if cover.bottom() >= rect.bottom() {
            left.max.y = cover.top();
        }
    }
    left
}

/// A rectangle in short.
pub fn short(rect: Rect) -> String {
    let point = |at: Pos2| format!("{:.0},{:.0}", at.x, at.y);
    format!("{}–{}", point(rect.min), point(rect.max))
}
