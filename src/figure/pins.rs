//! The beachhead and its follow-ons as bowling pins: the front one first, the others behind it in the team's order.

use super::measure::{self, LINE_HEIGHT, Weight};
use super::sheet::{self, BODY, MARGIN, SMALL};
use super::{Anchor, Figure, Point, Rect, Shape, Stroke, Words, palette};
use crate::project::{Axis, CellKey, Fit, Project};
use crate::text::Text;

/// The pins and where each stands: the beachhead, then the follow-ons in order.
#[derive(Debug)]
pub struct Pins {
    pub figure: Figure,
    pub pins: Vec<(CellKey, Rect)>,
}

impl AsRef<Figure> for Pins {
    fn as_ref(&self) -> &Figure {
        &self.figure
    }
}

/// Room of a pin with its words.
const ROOM: (f32, f32) = (168.0, 156.0);
/// Height of a pin.
const PIN: f32 = 60.0;
/// Most pins in a row.
const MOST: usize = 7;
const WIDTH: f32 = 900.0;

/// The pins as they are exported.
pub fn pins(project: &Project, text: &Text) -> Figure {
    let part = "beachhead-and-follow-ons";
    let mut figure = sheet::figure(project, part, text);
    let y = sheet::heading(&mut figure, project, text.get(part), WIDTH, text);
    if project.beachhead.is_none() {
        figure.text(Words::new(text.get("beachhead-none"), MARGIN, y + 14.0, BODY).coloured(palette::MUTED));
        return figure.sized(WIDTH + 2.0 * MARGIN, y + 30.0 + MARGIN);
    }
    let chart = pins_chart(project, text, (WIDTH, 0.0)).figure;
    let bottom = y + chart.height;
    figure.lay(chart, MARGIN, y);
    let entries = sheet::fit_entries(|fit| count(project, fit), text);
    let bottom = sheet::legend(&mut figure, entries, bottom + 12.0, WIDTH);
    figure.sized(WIDTH + 2.0 * MARGIN, bottom + MARGIN)
}

/// The beachhead, then the follow-ons in order.
fn cells(project: &Project) -> impl Iterator<Item = CellKey> + '_ {
    let beachhead = project.beachhead.as_ref();
    beachhead.into_iter().flat_map(|all| std::iter::once(all.cell).chain(all.follow_ons.iter().copied()))
}

fn count(project: &Project, fit: Fit) -> usize {
    cells(project).filter(|cell| project.matrix.cell(*cell).fit == fit).count()
}

/// Lays the pins out in a width, from the front at the bottom; as high as they need, and at least as high as given.
pub fn pins_chart(project: &Project, text: &Text, (width, height): (f32, f32)) -> Pins {
    let mut figure = Figure::new(text.get("beachhead-and-follow-ons"));
    let across = ((width / ROOM.0) as usize).clamp(1, MOST);
    let mut rows: Vec<Vec<CellKey>> = Vec::new();
    for cell in cells(project) {
        // One in front, then two, three, four.
        let most = rows.len().min(across);
        match rows.last_mut() {
            Some(row) if row.len() < most => row.push(cell),
            _ => rows.push(vec![cell]),
        }
    }
    let needed = rows.len() as f32 * ROOM.1;
    let height = height.max(needed);
    // In the middle of the room that there is.
    let bottom = height - (height - needed) / 2.0;
    let mut pins = Vec::new();
    for (row, cells) in rows.iter().enumerate() {
        let left = (width - cells.len() as f32 * ROOM.0) / 2.0;
        let top = bottom - (row + 1) as f32 * ROOM.1;
        for (place, cell) in cells.iter().enumerate() {
            let room = Rect::new(left + place as f32 * ROOM.0, top, ROOM.0, ROOM.1);
            draw(&mut figure, project, text, *cell, pins.len(), room);
            pins.push((*cell, room.shrink(2.0)));
        }
    }
    Pins { figure: figure.sized(width, height), pins }
}

fn draw(figure: &mut Figure, project: &Project, text: &Text, cell: CellKey, order: usize, room: Rect) {
    let fit = project.matrix.cell(cell).fit;
    let base = Point::new(room.centre().x, room.y + PIN + 6.0);
    draw_pin(figure, base, fit);
    if order == 0 {
        sheet::flag(figure, Point::new(base.x + 14.0, base.y - PIN), 22.0, palette::INK);
    }
    let width = room.width - 12.0;
    let mut y = base.y + 8.0;
    let caption = if order == 0 { text.get("tab-beachhead").to_owned() } else { format!("#{order}") };
    let mut line = |words: String, size: f32, weight: Weight, colour| {
        y += size * LINE_HEIGHT;
        let words = Words::new(words, base.x, y, size).anchored(Anchor::Middle).coloured(colour);
        figure.text(if weight == Weight::SemiBold { words.bold() } else { words });
    };
    line(caption, SMALL, Weight::SemiBold, palette::MUTED);
    let segment = |axis| project.matrix.find(axis, cell.on(axis)).map(|(_, segment)| segment.name.clone());
    for (axis, weight, size) in
        [(Axis::Product, Weight::SemiBold, BODY), (Axis::Customer, Weight::Regular, SMALL + 0.5)]
    {
        let name = segment(axis).unwrap_or_default();
        for words in measure::wrap(sheet::shown(&name, text), size, weight, width, 2) {
            line(words, size, weight, sheet::name_colour(&name));
        }
    }
}

/// A pin that stands on a point, in the colour and with the sign of its fit.
fn draw_pin(figure: &mut Figure, base: Point, fit: Fit) {
    let fill = palette::fill(fit).unwrap_or(palette::PAPER);
    let stroke = Some(Stroke::new(palette::MUTED, 1.0));
    let at = |x: f32, y: f32| Point::new(base.x + x, base.y - y);
    let neck = vec![at(-6.0, 32.0), at(-4.5, 46.0), at(4.5, 46.0), at(6.0, 32.0)];
    let body: Vec<Point> = (0..28)
        .map(|step| {
            let (sin, cos) = (step as f32 / 28.0 * std::f32::consts::TAU).sin_cos();
            at(cos * 13.5, 20.0 + sin * 20.0)
        })
        .collect();
    figure.shapes.push(Shape::Circle { centre: at(0.0, 51.0), radius: 8.0, fill: Some(fill.into()), stroke });
    figure.shapes.push(Shape::Polygon { points: neck, fill: Some(fill.into()), stroke: None });
    figure.shapes.push(Shape::Polygon { points: body, fill: Some(fill.into()), stroke });
    figure.line(at(-5.0, 41.0), at(5.0, 41.0), Stroke::new(palette::text_on(fit), 1.5));
    let sign = Words::new(fit.sign(), base.x, base.y - 20.0, 15.0).bold().centred().anchored(Anchor::Middle);
    figure.text(sign.coloured(palette::text_on(fit)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Segment};
    use crate::text::Language;

    #[test]
    fn pins_stand_behind_each_other_in_order() {
        let mut project = Project::default();
        let mut ids = Vec::new();
        for (axis, count) in [(Axis::Product, 1), (Axis::Customer, 12)] {
            let segments: Vec<_> = (0..count).map(|place| Segment::new(format!("Segment {place}"))).collect();
            ids.push(segments.iter().map(|segment| segment.id).collect::<Vec<_>>());
            Command::AddSegments { axis, at: 0, segments }.apply(&mut project).expect("new ids");
        }
        let (products, customers) = (ids[0].clone(), ids[1].clone());
        let fits = Command::SetFit { products, customers, fit: Fit::Prio2 };
        fits.apply(&mut project).expect("known");
        let key = |column: usize| CellKey { product: ids[0][0], customer: ids[1][column] };
        let text = Text::new(Language::English);
        assert!(pins_chart(&project, &text, (600.0, 100.0)).pins.is_empty());
        Command::SetBeachhead(Some(key(4))).apply(&mut project).expect("a fit");
        let order: Vec<_> = [7, 2, 0, 1, 3, 5, 6, 8, 9, 10, 11].map(key).into();
        Command::SetFollowOns(order.clone()).apply(&mut project).expect("beside it");
        for width in [100.0, 400.0, 900.0, 1900.0] {
            let chart = pins_chart(&project, &text, (width, 300.0));
            let found: Vec<_> = chart.pins.iter().map(|(cell, _)| *cell).collect();
            assert_eq!(found, std::iter::once(key(4)).chain(order.iter().copied()).collect::<Vec<_>>());
            assert!(chart.pins.windows(2).all(|pair| pair[1].1.y <= pair[0].1.y), "from front to back");
            for (place, (_, rect)) in chart.pins.iter().enumerate() {
                assert!(!chart.pins[place + 1..].iter().any(|(_, other)| other.overlaps(*rect)));
                assert!(rect.y >= 0.0 && rect.bottom() <= chart.figure.height);
            }
        }
    }
}
