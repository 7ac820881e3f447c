//! Pictures as data: shapes and words, laid out once, in the order in which they are drawn.
//!
//! Knows the project, its analysis and the languages; no toolkit and no file. Units are CSS pixels, y grows downwards.

mod budget;
mod channels;
mod economics;
pub mod labels;
mod matrix;
pub mod measure;
pub mod palette;
mod pins;
mod plane;
pub mod png;
mod position;
mod priorities;
mod sheet;
pub mod svg;
mod team;
pub mod ticks;

pub use budget::{budget, budget_bars, budget_curve, channels_by_money};
pub use channels::{
    ChannelChart, ChannelPicture, Mark, PictureOf, Scene, channel_chart, channel_mark, channels, fitting, place,
};
pub use economics::{CostLines, cost_lines, tornado, tornado_bars};
pub use matrix::matrix;
pub use pins::{Pins, pins, pins_chart};
pub use plane::{Plane, Span, Window};
pub use position::{Chip, Ladder, Spot, ValueMap, ladder_chart, position, value_map};
pub use priorities::priorities;
pub use team::{MapFrame, by_territory, load_bars, map_frame, people_bars, team, territory_colour, territory_map};
pub use ticks::Scale;

use std::borrow::Cow;

use measure::Weight;
use palette::Rgb;

#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub width: f32,
    pub height: f32,
    /// What it shows, for those who can't see it.
    pub title: String,
    /// What is drawn, from the back to the front.
    pub shapes: Vec<Shape>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Rect {
        rect: Rect,
        fill: Option<Paint>,
        /// Outline, centred on the edge.
        stroke: Option<Stroke>,
        /// How much the corners are rounded.
        radius: f32,
    },
    /// A line through points.
    Line {
        /// At least two.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    Polygon {
        points: Vec<Point>,
        fill: Option<Paint>,
        stroke: Option<Stroke>,
    },
    Circle {
        centre: Point,
        radius: f32,
        fill: Option<Paint>,
        stroke: Option<Stroke>,
    },
    /// Words on one line.
    Text(Words),
}

/// Words on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// What is written.
    pub text: String,
    /// Where: on the base line, at the start, middle or end by the anchor.
    pub at: Point,
    /// Which point of the words is there.
    pub anchor: Anchor,
    pub size: f32,
    pub weight: Weight,
    pub colour: Rgb,
    /// Turned around `at`, in degrees clockwise.
    pub turn: f32,
    /// Drawn around the letters, so that lines behind them don't disturb.
    pub halo: Option<Rgb>,
    /// All of it, where what is written has been cut short.
    pub whole: Option<String>,
}

/// Which point of a text is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Anchor {
    #[default]
    Start,
    /// Half-way.
    Middle,
    /// Where it ends.
    End,
}

/// A colour that something behind may shine through.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paint {
    pub colour: Rgb,
    /// From 0, nothing to be seen, to 1, covering.
    pub opacity: f32,
}

impl From<Rgb> for Paint {
    fn from(colour: Rgb) -> Self {
        Self { colour, opacity: 1.0 }
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub paint: Paint,
    pub width: f32,
    /// Lengths of a dash and of the gap behind it.
    pub dash: Option<[f32; 2]>,
}

impl Stroke {
    /// A line without dashes.
    pub fn new(paint: impl Into<Paint>, width: f32) -> Self {
        Self { paint: paint.into(), width, dash: None }
    }

    /// The same line, dashed.
    #[must_use]
    pub fn dashed(self, dash: f32, gap: f32) -> Self {
        Self { dash: Some([dash, gap]), ..self }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

impl Point {
    /// The point at x and y.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

/// A rectangle; its width and height are not negative.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Rect {
    /// The rectangle with that left upper corner and size.
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    pub fn right(self) -> f32 {
        self.x + self.width
    }

    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    pub fn centre(self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Smaller by `by` on every side, bigger where that is negative.
    #[must_use]
    pub fn shrink(self, by: f32) -> Self {
        let (width, height) = ((self.width - 2.0 * by).max(0.0), (self.height - 2.0 * by).max(0.0));
        let centre = self.centre();
        Self::new(centre.x - width / 2.0, centre.y - height / 2.0, width, height)
    }

    /// The two have some area in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The other lies inside, edges included.
    pub fn contains(self, other: Self) -> bool {
        self.x <= other.x && other.right() <= self.right() && self.y <= other.y && other.bottom() <= self.bottom()
    }

    /// The area that the two have in common.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let (right, bottom) = (self.right().min(other.right()), self.bottom().min(other.bottom()));
        self.overlaps(other).then(|| Self::new(x, y, right - x, bottom - y))
    }

    /// The part of a line that lies inside (Liang and Barsky 1984). None where it only touches.
    pub fn clip(self, [from, to]: [Point; 2]) -> Option<[Point; 2]> {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let (mut enter, mut leave) = (0.0_f32, 1.0_f32);
        for (step, room) in
            [(-dx, from.x - self.x), (dx, self.right() - from.x), (-dy, from.y - self.y), (dy, self.bottom() - from.y)]
        {
            if step == 0.0 {
                if room < 0.0 {
                    return None;
                }
            } else if step < 0.0 {
                enter = enter.max(room / step);
            } else {
                leave = leave.min(room / step);
            }
        }
        let at = |share: f32| match share {
            0.0 => from,
            1.0 => to,
            share => Point::new(from.x + dx * share, from.y + dy * share),
        };
        (enter < leave).then(|| [at(enter), at(leave)])
    }
}

impl Shape {
    /// The same elsewhere.
    fn moved(mut self, right: f32, down: f32) -> Self {
        let shift = |point: &mut Point| (point.x, point.y) = (point.x + right, point.y + down);
        match &mut self {
            Self::Rect { rect, .. } => (rect.x, rect.y) = (rect.x + right, rect.y + down),
            Self::Line { points, .. } | Self::Polygon { points, .. } => points.iter_mut().for_each(shift),
            Self::Circle { centre, .. } => shift(centre),
            Self::Text(words) => shift(&mut words.at),
        }
        self
    }
}

impl Words {
    /// Running text that begins at a point of the base line.
    pub fn new(text: impl Into<String>, x: f32, y: f32, size: f32) -> Self {
        Self {
            text: text.into(),
            at: Point::new(x, y),
            anchor: Anchor::Start,
            size,
            weight: Weight::Regular,
            colour: palette::INK,
            turn: 0.0,
            halo: None,
            whole: None,
        }
    }

    /// The same, cut short with an ellipsis where it is wider than that.
    #[must_use]
    pub fn within(mut self, most: f32) -> Self {
        if let Cow::Owned(short) = measure::ellipsis(&self.text, self.size, self.weight, most) {
            self.whole = Some(std::mem::replace(&mut self.text, short));
        }
        self
    }

    /// The width of what is written.
    pub fn width(&self) -> f32 {
        measure::width(&self.text, self.size, self.weight)
    }

    /// The same, its capitals centred on y instead of standing on it.
    #[must_use]
    pub fn centred(mut self) -> Self {
        self.at.y += self.size * measure::CAP_HEIGHT / 2.0;
        self
    }

    /// The same in semi-bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { weight: Weight::SemiBold, ..self }
    }

    /// The same in another colour.
    #[must_use]
    pub fn coloured(self, colour: Rgb) -> Self {
        Self { colour, ..self }
    }

    /// The same with another point of it at its place.
    #[must_use]
    pub fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

impl AsRef<Figure> for Figure {
    fn as_ref(&self) -> &Figure {
        self
    }
}

impl Figure {
    /// An empty sheet of paper; its height is set when all is laid out.
    fn new(title: impl Into<String>) -> Self {
        Self { width: 0.0, height: 0.0, title: title.into(), shapes: Vec::new() }
    }

    /// The finished picture, with the paper behind it.
    fn sized(mut self, width: f32, height: f32) -> Self {
        (self.width, self.height) = (width.ceil(), height.ceil());
        let paper = Rect::new(0.0, 0.0, self.width, self.height);
        self.shapes
            .insert(0, Shape::Rect { rect: paper, fill: Some(palette::PAPER.into()), stroke: None, radius: 0.0 });
        self
    }

    /// Lays another picture on this one, without its paper.
    fn lay(&mut self, other: Figure, right: f32, down: f32) {
        self.shapes.extend(other.shapes.into_iter().skip(1).map(|shape| shape.moved(right, down)));
    }

    fn text(&mut self, words: Words) {
        if !words.text.is_empty() {
            self.shapes.push(Shape::Text(words));
        }
    }

    fn fill(&mut self, rect: Rect, paint: impl Into<Paint>, radius: f32) {
        self.shapes.push(Shape::Rect { rect, fill: Some(paint.into()), stroke: None, radius });
    }

    fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.shapes.push(Shape::Line { points: vec![from, to], stroke });
    }

    /// All words of the picture.
    fn words(&self) -> impl Iterator<Item = &Words> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(words) => Some(words),
            _ => None,
        })
    }
}
