//! Where product segments stand: the ladder of the offer against price or value, and perceived value against cost.

use super::measure::{self, LINE_HEIGHT, Weight};
use super::sheet::{self, MARGIN, SMALL};
use super::{Anchor, Figure, Point, Rect, Shape, Stroke, Words, palette};
use crate::project::{Axis, Project, Segment, SegmentId};
use crate::text::Text;

mod ladder;
mod map;

pub use ladder::{Ladder, Spot, ladder_chart};
pub use map::{ValueMap, value_map};

/// A product segment's place in a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chip {
    pub product: SegmentId,
    pub rect: Rect,
}

const CHIP_HEIGHT: f32 = 24.0;
const CHIP_GAP: f32 = 6.0;
const CHIP_PAD: f32 = 8.0;
const NAME: f32 = 12.5;
/// Size of the exported pictures.
const SHEET: (f32, f32) = (980.0, 560.0);

/// Ladder and map below each other, as they are exported.
pub fn position(project: &Project, text: &Text) -> Figure {
    let mut figure = sheet::figure(project, "tab-position", text);
    let (width, height) = SHEET;
    let y = sheet::heading(&mut figure, project, text.get("tab-position"), width, text);
    let ladder = ladder_chart(project, text, (width, 0.0)).figure;
    let below = y + ladder.height + 28.0;
    figure.lay(ladder, MARGIN, y);
    if project.matrix.segments(Axis::Product).is_empty() {
        return figure.sized(width + 2.0 * MARGIN, below);
    }
    let map = value_map(project, text, (width, height)).figure;
    let bottom = below + map.height;
    figure.lay(map, MARGIN, below);
    figure.sized(width + 2.0 * MARGIN, bottom + MARGIN)
}

/// Names in rows, each as a chip, from left to right.
struct Flow {
    room: Rect,
    at: Point,
    /// Height of the row that is being filled.
    row: f32,
}

impl Flow {
    fn new(room: Rect) -> Self {
        Self { room, at: Point::new(room.x, room.y), row: 0.0 }
    }

    /// The next place for a name, and the name as it fits: on one line, else on two.
    fn next(&mut self, name: &str) -> (Rect, Vec<String>) {
        let most = self.room.width - 2.0 * CHIP_PAD;
        let lines = measure::wrap(name, NAME, Weight::Regular, most, 2);
        let widest = lines.iter().map(|line| measure::width(line, NAME, Weight::Regular)).fold(0.0, f32::max);
        let width = (widest + 2.0 * CHIP_PAD).min(self.room.width);
        let height = CHIP_HEIGHT + lines.len().saturating_sub(1) as f32 * NAME * LINE_HEIGHT;
        if self.at.x > self.room.x && self.at.x + width > self.room.right() {
            self.at = Point::new(self.room.x, self.at.y + self.row + CHIP_GAP);
            self.row = 0.0;
        }
        let rect = Rect::new(self.at.x, self.at.y, width, height);
        self.at.x += width + CHIP_GAP;
        self.row = self.row.max(height);
        (rect, lines)
    }

    /// Height of what has been placed.
    fn height(&self) -> f32 {
        self.at.y - self.room.y + self.row
    }
}

/// Height of a row of chips with these names in that width.
fn flow_height<'a>(names: impl Iterator<Item = &'a str>, width: f32) -> f32 {
    let mut flow = Flow::new(Rect::new(0.0, 0.0, width, 0.0));
    names.for_each(|name| drop(flow.next(name)));
    flow.height()
}

fn draw_chip(figure: &mut Figure, rect: Rect, lines: &[String], colour: palette::Rgb) {
    figure.shapes.push(Shape::Rect {
        rect,
        fill: Some(palette::PAPER.into()),
        stroke: Some(Stroke::new(palette::MUTED, 1.0)),
        radius: 4.0,
    });
    let centre = rect.centre();
    let first = centre.y - lines.len().saturating_sub(1) as f32 * NAME * LINE_HEIGHT / 2.0;
    for (place, line) in lines.iter().enumerate() {
        let y = first + place as f32 * NAME * LINE_HEIGHT;
        let words = Words::new(line, centre.x, y, NAME).centred().anchored(Anchor::Middle);
        figure.text(words.coloured(colour));
    }
}

fn caption(words: &str, x: f32, y: f32, width: f32) -> Words {
    Words::new(words, x, y, SMALL).within(width).coloured(palette::MUTED)
}

fn shown<'a>(segment: &'a Segment, text: &'a Text) -> &'a str {
    sheet::shown(&segment.name, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Of, PriceOrValue, Rung, Unit};
    use crate::text::Language;

    fn project(count: usize) -> Project {
        let mut project = Project::default();
        let segments = (0..count).map(|place| Segment::new(format!("Product number {place}"))).collect();
        Command::AddSegments { axis: Axis::Product, at: 0, segments }.apply(&mut project).expect("new ids");
        let ids: Vec<_> = project.matrix.segments(Axis::Product).iter().map(|segment| segment.id).collect();
        for (place, id) in ids.iter().enumerate().filter(|(place, _)| place % 7 != 6) {
            let points = |seed: usize| (seed * 37 % 21) as f64 / 2.0;
            for command in [
                Command::set(Of::Position(*id), "rung", Rung::ALL[place % 5]),
                Command::set(Of::Position(*id), "strategy", PriceOrValue::ALL[place % 2]),
                Command::set(Of::Position(*id), "perceived_value", points(place)),
                Command::set(Of::Position(*id), "perceived_cost", points(place * 3 + 1)),
            ] {
                command.apply(&mut project).expect("valid");
            }
        }
        project
    }

    #[test]
    fn every_product_stands_where_it_is_placed() {
        let text = Text::new(Language::English);
        for (count, width) in [(0, 400.0), (1, 400.0), (9, 700.0), (100, 500.0), (100, 1600.0)] {
            let project = project(count);
            let ladder = ladder_chart(&project, &text, (width, 500.0));
            assert_eq!(ladder.chips.len(), count);
            assert!(ladder.figure.height >= 500.0);
            for chip in &ladder.chips {
                let position = project.position(chip.product);
                let spot = Spot { rung: position.rung, strategy: position.strategy };
                assert_eq!(ladder.spot(chip.rect.centre()), Some(spot));
                let band = ladder.band(spot).expect("a band");
                assert!(band.contains(chip.rect), "{band:?} {:?}", chip.rect);
            }
            for (place, chip) in ladder.chips.iter().enumerate() {
                assert!(!ladder.chips[place + 1..].iter().any(|other| other.rect.overlaps(chip.rect)));
            }
        }
    }

    #[test]
    fn the_map_gives_the_points_back() {
        let text = Text::new(Language::Norwegian);
        let project = project(40);
        let map = value_map(&project, &text, (800.0, 600.0));
        assert_eq!(map.marks.len() + map.tray.len() + map.more, 40);
        for chip in map.marks.iter().filter(|chip| !map.is_shifted(chip.product)) {
            let position = project.position(chip.product);
            let (cost, value) = map.points(chip.rect.centre());
            assert_eq!((Some(cost), Some(value)), (position.perceived_cost, position.perceived_value));
        }
        let (cost, value) = map.points(Point::new(-50.0, 5000.0));
        assert_eq!((cost, value), (0.0, 0.0), "outside is the nearest edge");
        assert_eq!(map.points(Point::new(5000.0, -50.0)), (Unit::MOST_POINTS, Unit::MOST_POINTS));
    }
}
