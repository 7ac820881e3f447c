//! The prioritised matrix as a picture.

use super::measure::{self, LINE_HEIGHT, Weight};
use super::sheet::{self, BODY, MARGIN, SMALL};
use super::{Anchor, Figure, Point, Rect, Shape, Stroke, Words, palette};
use crate::analysis::Analysis;
use crate::project::{Axis, Fit, Project, Segment};
use crate::text::Text;

/// Rows and columns that are drawn at the most.
const MOST: usize = 200;
/// A side with more segments than this has its names on one line, turned on top.
const FEW: usize = 12;
/// How wide the cells may be together so that the names on top need not be turned.
const MOST_WIDTH: f32 = 1_300.0;
/// How wide row names may be.
const NAME_WIDTH: f32 = 250.0;
/// How long turned column names may be.
const TURNED_LENGTH: f32 = 190.0;
/// The counts at the ends of rows and columns.
const COUNT_WIDTH: f32 = 58.0;

/// The matrix with its marks, counts and a legend, in the language of `text`.
///
/// Cells shrink as there are more of them; of more than 200 rows or columns the first are drawn, and a footnote says so.
pub fn matrix(project: &Project, analysis: &Analysis, text: &Text) -> Figure {
    let mut figure = sheet::figure(project, "report-matrix", text);
    let layout = Layout::of(project, text);
    let inner = (layout.cells.right() + 2.0 * COUNT_WIDTH - MARGIN).max(620.0);
    let [rows, columns] = Axis::ALL.map(|axis| project.matrix.segments(axis).len());
    let below = [
        text.get("report-matrix").to_owned(),
        text.with("report-products", "count", rows),
        text.with("report-customers", "count", columns),
    ];
    let top = sheet::heading(&mut figure, project, &below.join(" · "), inner, text);
    if rows + columns == 0 {
        let words = Words::new(text.get("report-no-segments"), MARGIN, top + 14.0, BODY).coloured(palette::MUTED);
        figure.text(words);
        return figure.sized(inner + 2.0 * MARGIN, top + 24.0 + MARGIN);
    }
    layout.draw_frame(&mut figure, text);
    layout.draw_counts(&mut figure, analysis, text);
    let beachhead = project.beachhead.as_ref().and_then(|beachhead| analysis.matrix.place(beachhead.cell));
    for (row, bounds) in layout.rows.iter().enumerate() {
        for (column, state) in analysis.matrix.cells(row, 0..layout.columns.len()) {
            let cell = Rect::new(layout.column_x(*column as usize), bounds.y, layout.cell.0, layout.cell.1);
            let inset = cell.shrink(if layout.cell.1 < 24.0 { 1.0 } else { 2.5 });
            sheet::mark(&mut figure, inset, state.fit, (layout.cell.1 * 0.44).clamp(8.0, 15.0));
            if beachhead == Some((row, *column as usize)) {
                sheet::corner_flag(&mut figure, inset, state.fit);
            }
            if state.has_note {
                let side = (layout.cell.1 * 0.24).clamp(4.0, 8.0);
                sheet::note_corner(&mut figure, inset.shrink(side * 0.25), state.fit, side);
            }
        }
    }
    let counts_end = layout.cells.bottom() + 2.0 * layout.count_height();

    let mut entries = sheet::fit_entries(|fit| analysis.matrix.total().of(fit), text);
    if beachhead.is_some() {
        entries.push(sheet::flag_entry(text));
    }
    if project.matrix.cells().values().any(|cell| cell.note.is_some()) {
        entries.push(sheet::Entry::new(10.0, text.get("report-has-note"), |figure| {
            sheet::note_corner(figure, Rect::new(0.0, 4.0, 10.0, 10.0), Fit::No, 9.0);
        }));
    }
    let y = sheet::legend(&mut figure, entries, counts_end + 20.0, inner);
    let y = sheet::footnotes(&mut figure, &left_out([rows, columns], text), y + 10.0, inner);
    figure.sized(inner + 2.0 * MARGIN, y + MARGIN - 8.0)
}

/// What isn't drawn, in words.
fn left_out(counts: [usize; 2], text: &Text) -> Vec<String> {
    ["report-first-products", "report-first-customers"]
        .into_iter()
        .zip(counts)
        .filter(|(_, all)| *all > MOST)
        .map(|(key, all)| text.say(&crate::project::Message::new(key).with("shown", MOST).with("all", all)))
        .collect()
}

/// A row or column header.
struct Header {
    lines: Vec<String>,
    colour: palette::Rgb,
    /// Upper edge of a row; columns are all alike.
    y: f32,
}

struct Layout {
    /// All cells.
    cells: Rect,
    /// Width and height of one.
    cell: (f32, f32),
    rows: Vec<Header>,
    columns: Vec<Header>,
    /// Font sizes of row and column names.
    sizes: [f32; 2],
    turned: bool,
    header_height: f32,
}

impl Layout {
    fn of(project: &Project, text: &Text) -> Self {
        let [products, customers] = Axis::ALL.map(|axis| {
            let segments = project.matrix.segments(axis).iter().take(MOST);
            segments.map(|segment| (sheet::shown(&segment.name, text), segment)).collect::<Vec<_>>()
        });
        let mut height = side(products.len(), [40.0, 30.0, 24.0, 20.0, 15.0]);
        let row_size = name_size(height);
        let row_lines = if products.len() <= FEW { 2 } else { 1 };
        let mut rows = headers(&products, row_size, NAME_WIDTH, row_lines);
        if most_lines(&rows) > 1.0 {
            height = height.max(most_lines(&rows) * row_size * LINE_HEIGHT + 8.0);
        }
        let caption = measure::width(text.get("product-segments"), SMALL, Weight::Regular);
        let names_width = longest(&rows, row_size).max(caption);

        let upright = upright_width(&customers);
        let width = upright.unwrap_or_else(|| side(customers.len(), [56.0, 34.0, 26.0, 22.0, 16.0]));
        let column_size = if upright.is_some() { 12.0 } else { name_size(width) };
        let (most, lines) = match upright {
            Some(width) => (width - 10.0, 3),
            None => (TURNED_LENGTH, if width >= 34.0 { 2 } else { 1 }),
        };
        let columns = headers(&customers, column_size, most, lines);
        let header_height = if upright.is_some() {
            most_lines(&columns) * column_size * LINE_HEIGHT + 16.0
        } else {
            longest(&columns, column_size).max(40.0) + 14.0
        };
        let (x, y) = (MARGIN + names_width + 22.0, MARGIN + 62.0 + 20.0 + header_height);
        for (place, row) in rows.iter_mut().enumerate() {
            row.y = y + place as f32 * height;
        }
        let cells = Rect::new(x, y, columns.len() as f32 * width, rows.len() as f32 * height);
        let sizes = [row_size, column_size];
        Self { cells, cell: (width, height), rows, columns, sizes, turned: upright.is_none(), header_height }
    }

    fn column_x(&self, column: usize) -> f32 {
        self.cells.x + column as f32 * self.cell.0
    }

    fn count_height(&self) -> f32 {
        self.cell.1.min(30.0)
    }

    /// Headers and grid.
    fn draw_frame(&self, figure: &mut Figure, text: &Text) {
        let cells = self.cells;
        let top = cells.y - self.header_height;
        figure.fill(Rect::new(MARGIN, top, cells.right() - MARGIN, self.header_height), palette::HEADER, 0.0);
        figure.fill(Rect::new(MARGIN, cells.y, cells.x - MARGIN, cells.height), palette::HEADER, 0.0);
        let caption = |words: &str, x, y| Words::new(words, x, y, SMALL).coloured(palette::MUTED);
        figure.text(caption(text.get("customer-segments"), cells.x + 4.0, top - 6.0));
        figure.text(caption(text.get("product-segments"), MARGIN + 8.0, cells.y - 8.0));

        let line = Stroke::new(palette::GRID, 1.0);
        for row in 0..=self.rows.len() {
            let y = cells.y + row as f32 * self.cell.1;
            figure.line(Point::new(MARGIN, y), Point::new(cells.right(), y), line);
        }
        for column in 0..=self.columns.len() {
            let x = self.column_x(column);
            figure.line(Point::new(x, top), Point::new(x, cells.bottom()), line);
        }
        for row in &self.rows {
            let step = self.sizes[0] * LINE_HEIGHT;
            let first = row.y + self.cell.1 / 2.0 - (row.lines.len() as f32 - 1.0) * step / 2.0;
            for (place, words) in row.lines.iter().enumerate() {
                let y = first + place as f32 * step;
                figure.text(Words::new(words, MARGIN + 8.0, y, self.sizes[0]).centred().coloured(row.colour));
            }
        }
        for (place, column) in self.columns.iter().enumerate() {
            self.draw_column_name(figure, self.column_x(place) + self.cell.0 / 2.0, column);
        }
    }

    fn draw_column_name(&self, figure: &mut Figure, centre: f32, column: &Header) {
        let (size, lines) = (self.sizes[1], column.lines.len() as f32);
        let step = size * LINE_HEIGHT;
        for (place, words) in column.lines.iter().enumerate() {
            let offset = place as f32 * step - (lines - 1.0) * step / 2.0;
            let words = Words::new(words, 0.0, 0.0, size).coloured(column.colour);
            figure.text(if self.turned {
                let at = Point::new(centre + offset + size * measure::CAP_HEIGHT / 2.0, self.cells.y - 7.0);
                Words { at, turn: -90.0, ..words }
            } else {
                let middle = self.cells.y - self.header_height / 2.0;
                Words { at: Point::new(centre, middle + offset), anchor: Anchor::Middle, ..words }.centred()
            });
        }
    }

    /// Fits and Prio 1 a row and a column.
    fn draw_counts(&self, figure: &mut Figure, analysis: &Analysis, text: &Text) {
        let number_size = self.sizes.map(|size| size.min(12.0));
        let small =
            |words: &str, x: f32, y: f32, size: f32| Words::new(words, x, y, size).coloured(palette::MUTED).centred();
        for (place, fit) in [None, Some(Fit::Prio1)].into_iter().enumerate() {
            let words = text.get(fit.map_or("report-fits", Fit::key));
            let count = |counts: crate::analysis::Counts| {
                let count = fit.map_or(counts.fits(), |fit| counts.of(fit));
                (count > 0).then(|| text.count(count))
            };
            let x = self.cells.right() + (place as f32 + 0.5) * COUNT_WIDTH;
            let y = self.cells.bottom() + (place as f32 + 0.5) * self.count_height();
            figure.text(small(words, x, self.cells.y - 12.0, SMALL).anchored(Anchor::Middle));
            figure.text(small(words, MARGIN + 8.0, y, SMALL));
            for (row, header) in self.rows.iter().enumerate() {
                let number = count(analysis.matrix.counts(Axis::Product, row)).unwrap_or_default();
                let middle = header.y + self.cell.1 / 2.0;
                figure.text(small(&number, x, middle, number_size[0]).anchored(Anchor::Middle));
            }
            for column in 0..self.columns.len() {
                let number = count(analysis.matrix.counts(Axis::Customer, column)).unwrap_or_default();
                let middle = self.column_x(column) + self.cell.0 / 2.0;
                let size = number_size[1].min(self.cell.0 / 1.9);
                figure.text(small(&number, middle, y, size).anchored(Anchor::Middle));
            }
            let total = count(analysis.matrix.total()).unwrap_or_default();
            let words = Words::new(total, x, y, 12.0).bold().centred().anchored(Anchor::Middle);
            // On the diagonal, where the row's count and the column's are the same.
            figure.text(words);
        }
        let outline = Stroke::new(palette::GRID, 1.0);
        figure.shapes.push(Shape::Rect { rect: self.cells, fill: None, stroke: Some(outline), radius: 0.0 });
    }
}

/// The length of a cell's side for so many of them.
fn side(count: usize, sides: [f32; 5]) -> f32 {
    let step = [FEW, 30, 60, 100].iter().filter(|limit| count > **limit).count();
    sides[step]
}

fn name_size(side: f32) -> f32 {
    (side * 0.56).clamp(9.0, BODY)
}

fn headers(segments: &[(&str, &Segment)], size: f32, most: f32, lines: usize) -> Vec<Header> {
    segments
        .iter()
        .map(|(name, segment)| Header {
            lines: measure::wrap(name, size, Weight::Regular, most, lines),
            colour: sheet::name_colour(&segment.name),
            y: 0.0,
        })
        .collect()
}

/// Width of the longest line.
fn longest(headers: &[Header], size: f32) -> f32 {
    let lines = headers.iter().flat_map(|header| &header.lines);
    lines.map(|line| measure::width(line, size, Weight::Regular)).fold(0.0, f32::max)
}

fn most_lines(headers: &[Header]) -> f32 {
    headers.iter().map(|header| header.lines.len()).max().unwrap_or(1) as f32
}

/// The least width of columns whose names stand upright on three lines with no word broken; none when there are too many.
fn upright_width(customers: &[(&str, &Segment)]) -> Option<f32> {
    if customers.len() > FEW {
        return None;
    }
    (0..=12).map(|step| 76.0 + step as f32 * 8.0).take_while(|width| width * customers.len() as f32 <= MOST_WIDTH).find(
        |width| {
            customers.iter().all(|(name, _)| {
                let most = width - 10.0;
                measure::words_fit(name, 12.0, Weight::Regular, most)
                    && measure::wrap(name, 12.0, Weight::Regular, most, 4).len() <= 3
            })
        },
    )
}
