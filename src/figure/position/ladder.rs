//! The ladder of the offer: five rungs from operative to strategic, sold by price or by value.

use super::super::measure::{self, LINE_HEIGHT, Weight};
use super::super::sheet::{self, BODY, SMALL};
use super::super::{Anchor, Figure, Point, Rect, Shape, Stroke, Words, palette};
use super::{Chip, Flow, caption, draw_chip, flow_height, shown};
use crate::project::{Axis, PriceOrValue, Project, Rung};
use crate::text::Text;

/// A place on the ladder; none where it isn't chosen yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub rung: Option<Rung>,
    pub strategy: Option<PriceOrValue>,
}

/// The ladder and where everything stands in it.
#[derive(Debug)]
pub struct Ladder {
    pub figure: Figure,
    /// The product segments, in the team's order.
    pub chips: Vec<Chip>,
    bands: Vec<(Spot, Rect)>,
}

impl AsRef<Figure> for Ladder {
    fn as_ref(&self) -> &Figure {
        &self.figure
    }
}

impl Ladder {
    /// The place at a point.
    pub fn spot(&self, at: Point) -> Option<Spot> {
        let is_in = |band: &Rect| band.overlaps(Rect::new(at.x, at.y, 0.01, 0.01));
        self.bands.iter().find(|(_, band)| is_in(band)).map(|(spot, _)| *spot)
    }

    pub fn band(&self, spot: Spot) -> Option<Rect> {
        self.bands.iter().find(|(other, _)| *other == spot).map(|(_, band)| *band)
    }
}

/// From left to right.
pub(super) const STRATEGIES: [Option<PriceOrValue>; 3] = [Some(PriceOrValue::Price), None, Some(PriceOrValue::Value)];
/// From the top: the most strategic, and last what isn't placed.
const ROWS: [Option<Rung>; 6] = [
    Some(Rung::CustomersCustomers),
    Some(Rung::ValueProposition),
    Some(Rung::BusinessProcess),
    Some(Rung::Solution),
    Some(Rung::Product),
    None,
];
const HEAD: f32 = 26.0;
/// Between the lowest rung and what isn't placed.
const FOOT: f32 = 22.0;
const PAD: f32 = 8.0;
/// Radius of the number of a rung.
const NUMBER: f32 = 11.0;

fn means(rung: Rung) -> &'static str {
    match rung {
        Rung::Product => "rung-product-means",
        Rung::Solution => "rung-solution-means",
        Rung::BusinessProcess => "rung-business-process-means",
        Rung::ValueProposition => "rung-value-proposition-means",
        Rung::CustomersCustomers => "rung-customers-customers-means",
    }
}

/// The label of a row: its name and what it means, wrapped.
struct Label {
    name: Vec<String>,
    means: Vec<String>,
}

impl Label {
    fn of(rung: Option<Rung>, text: &Text, width: f32) -> Self {
        let (name, means) =
            rung.map_or(("position-not-placed", "position-not-placed-means"), |rung| (rung.key(), means(rung)));
        Self {
            name: measure::wrap(text.get(name), BODY, Weight::SemiBold, width, 2),
            means: measure::wrap(text.get(means), SMALL, Weight::Regular, width, 3),
        }
    }

    fn height(&self) -> f32 {
        (self.name.len() as f32 * BODY + self.means.len() as f32 * SMALL) * LINE_HEIGHT
    }

    fn draw(&self, figure: &mut Figure, x: f32, mut y: f32) {
        for line in &self.name {
            figure.text(Words::new(line, x, y + BODY, BODY).bold());
            y += BODY * LINE_HEIGHT;
        }
        for line in &self.means {
            figure.text(Words::new(line, x, y + SMALL, SMALL).coloured(palette::MUTED));
            y += SMALL * LINE_HEIGHT;
        }
    }
}

/// Lays the ladder out in a width; it is as high as it needs to be, and at least as high as given.
pub fn ladder_chart(project: &Project, text: &Text, (width, height): (f32, f32)) -> Ladder {
    let products = project.matrix.segments(Axis::Product);
    let label = (width * 0.3).clamp(172.0, 270.0).min(width * 0.5);
    let names_at = 2.0 * NUMBER + 12.0;
    let room = (width - label).max(60.0);
    let columns = [0.38, 0.24, 0.38].map(|share| room * share);
    let labels = ROWS.map(|rung| Label::of(rung, text, label - names_at - PAD));
    let spots = ROWS.map(|rung| STRATEGIES.map(|strategy| Spot { rung, strategy }));
    let mut placed = [const { [const { Vec::new() }; 3] }; 6];
    for segment in products {
        let position = project.position(segment.id);
        let row = ROWS.iter().position(|rung| *rung == position.rung).unwrap_or_default();
        let column = STRATEGIES.iter().position(|one| *one == position.strategy).unwrap_or_default();
        placed[row][column].push(segment);
    }
    let mut heights = [0.0_f32; 6];
    for (row, height) in heights.iter_mut().enumerate() {
        let chips = (0..3).map(|column| {
            let names = placed[row][column].iter().map(|segment| shown(segment, text));
            flow_height(names, columns[column] - 2.0 * PAD)
        });
        *height = chips.fold(labels[row].height(), f32::max) + 2.0 * PAD;
    }
    let spare = (height - HEAD - FOOT - heights.iter().sum::<f32>()).max(0.0) / 6.0;

    let mut figure = Figure::new(text.get("position-ladder"));
    let mut ladder_chips = Vec::new();
    let mut bands = Vec::new();
    figure.text(caption(text.get("position-strategic"), 0.0, HEAD - 9.0, label - PAD));
    let mut x = label;
    for (strategy, width) in STRATEGIES.into_iter().zip(columns) {
        let words = text.get(strategy.map_or("position-open", PriceOrValue::key));
        let words = Words::new(words, x + PAD, HEAD - 9.0, BODY);
        let words = if strategy.is_some() { words.bold() } else { words.coloured(palette::MUTED) };
        figure.text(words.within(width - PAD));
        x += width;
    }
    let mut y = HEAD;
    let grid = Stroke::new(palette::GRID, 1.0);
    let rail = |height: f32| Stroke::new(palette::MUTED, height);
    let mut rungs = Vec::new();
    for (row, rung) in ROWS.into_iter().enumerate() {
        if rung.is_none() {
            figure.text(caption(text.get("position-operative"), 0.0, y + 15.0, label - PAD));
            y += FOOT;
        }
        let height = heights[row] + spare;
        let mut x = label;
        for (column, width) in columns.into_iter().enumerate() {
            let band = Rect::new(x, y, width, height);
            if rung.is_none() {
                figure.fill(band, palette::HEADER, 0.0);
            }
            bands.push((spots[row][column], band));
            let mut flow = Flow::new(band.shrink(PAD));
            for segment in &placed[row][column] {
                let (rect, name) = flow.next(shown(segment, text));
                draw_chip(&mut figure, rect, &name, sheet::name_colour(&segment.name));
                ladder_chips.push(Chip { product: segment.id, rect });
            }
            x += width;
        }
        figure.line(Point::new(0.0, y), Point::new(width, y), grid);
        figure.line(Point::new(0.0, y + height), Point::new(width, y + height), grid);
        let text_x = if rung.is_some() { names_at } else { 0.0 };
        labels[row].draw(&mut figure, text_x, y + PAD - 1.0);
        if let Some(rung) = rung {
            rungs.push((rung, Point::new(NUMBER + 1.0, y + PAD + NUMBER)));
        }
        y += height;
    }
    let mut x = label;
    for width in columns {
        figure.line(Point::new(x, 4.0), Point::new(x, y), grid);
        x += width;
    }
    // The rail that ties the rungs together.
    if let (Some((_, top)), Some((_, bottom))) = (rungs.first(), rungs.last()) {
        figure.line(*top, *bottom, rail(1.5));
    }
    for (rung, centre) in rungs {
        let stroke = Some(rail(1.5));
        figure.shapes.push(Shape::Circle { centre, radius: NUMBER, fill: Some(palette::PAPER.into()), stroke });
        let words = Words::new(text.count(rung.number()), centre.x, centre.y, SMALL).bold();
        figure.text(words.centred().anchored(Anchor::Middle));
    }
    let order = |chip: &Chip| products.iter().position(|segment| segment.id == chip.product);
    ladder_chips.sort_by_cached_key(order);
    Ladder { figure: figure.sized(width, y + 1.0), chips: ladder_chips, bands }
}
