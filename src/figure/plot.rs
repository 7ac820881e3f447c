//! A plane with linear axes, for lines and points; ticks are round.

use super::measure::{self, Weight};
use super::sheet::{BODY, SMALL};
use super::{Anchor, Figure, Point, Rect, Scale, Stroke, Words, palette, ticks};

/// A plane with its axes.
pub(super) struct Plot {
    /// Where it lies.
    pub(super) frame: Rect,
    x: (f64, f64),
    y: (f64, f64),
}

/// Left of a plane, for what stands at the ticks.
const LEFT: f32 = 88.0;
/// Below it, for ticks and title.
const BELOW: f32 = 44.0;
/// Above it, for the title of the upright axis.
const ABOVE: f32 = 24.0;

impl Plot {
    /// A plane in a room, from the lowest to the highest value of each axis; a stretch of no length gets one.
    pub(super) fn within(room: Rect, x: (f64, f64), y: (f64, f64)) -> Self {
        let frame = Rect::new(
            room.x + LEFT,
            room.y + ABOVE,
            (room.width - LEFT - 36.0).max(20.0),
            (room.height - ABOVE - BELOW).max(20.0),
        );
        let stretch = |(low, high): (f64, f64)| if high > low { (low, high) } else { (low, low + low.abs().max(1.0)) };
        Self { frame, x: stretch(x), y: stretch(y) }
    }

    /// Where a point lies; what is off the axes lies at their ends.
    pub(super) fn at(&self, x: f64, y: f64) -> Point {
        let share = |value: f64, (low, high): (f64, f64)| (((value - low) / (high - low)).clamp(0.0, 1.0)) as f32;
        let (x, y) = (share(x, self.x), share(y, self.y));
        Point::new(self.frame.x + self.frame.width * x, self.frame.bottom() - self.frame.height * y)
    }

    /// Grid, ticks and titles. Amounts at the ticks are written by `write`.
    pub(super) fn draw(&self, figure: &mut Figure, titles: [&str; 2], write: impl Fn(f64) -> String) {
        let frame = self.frame;
        let grid = Stroke::new(palette::GRID, 1.0);
        let widest = |values: &[f64]| {
            values.iter().map(|value| measure::width(&write(*value), SMALL, Weight::Regular)).fold(0.0, f32::max)
        };
        let along = |(low, high): (f64, f64), apart: f32, length: f32| {
            ticks::along(Scale::Linear, low, high, (high - low) * f64::from(apart / length.max(1.0)))
        };
        // As close as the words let.
        let close = along(self.x, 60.0, frame.width);
        let across = along(self.x, (widest(&close) + 18.0).max(60.0), frame.width);
        for value in across {
            let x = self.at(value, self.y.0).x;
            figure.line(Point::new(x, frame.y), Point::new(x, frame.bottom()), grid);
            let words = Words::new(write(value), x, frame.bottom() + 16.0, SMALL);
            figure.text(words.coloured(palette::MUTED).anchored(Anchor::Middle));
        }
        for value in along(self.y, 34.0, frame.height) {
            let y = self.at(self.x.0, value).y;
            figure.line(Point::new(frame.x, y), Point::new(frame.right(), y), grid);
            let words = measure::ellipsis(&write(value), SMALL, Weight::Regular, LEFT - 10.0).into_owned();
            let words = Words::new(words, frame.x - 7.0, y, SMALL).coloured(palette::MUTED);
            figure.text(words.centred().anchored(Anchor::End));
        }
        let [below, beside] = titles;
        let below = measure::ellipsis(below, BODY, Weight::SemiBold, frame.width + LEFT);
        let title = Words::new(below, frame.centre().x, frame.bottom() + 37.0, BODY);
        figure.text(title.bold().anchored(Anchor::Middle));
        let beside = measure::ellipsis(beside, BODY, Weight::SemiBold, frame.width + LEFT);
        figure.text(Words::new(beside, frame.x - LEFT + 4.0, frame.y - 9.0, BODY).bold());
        if self.y.0 < 0.0 && self.y.1 > 0.0 {
            let zero = [self.at(self.x.0, 0.0), self.at(self.x.1, 0.0)];
            figure.line(zero[0], zero[1], Stroke::new(palette::MUTED, 1.0));
        }
    }
}
