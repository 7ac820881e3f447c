//! Two customer segments side by side, with what differs marked.

use std::borrow::Cow;

use eframe::egui::{Frame, Margin, Panel, Ui};

use crate::project::{AttributeGroup, AttributeKey, Axis, CellKey, Fit, Message, SegmentId};
use crate::ui::theme::space;
use crate::ui::widgets::combo::Combo;
use crate::ui::widgets::sheet::{Entry, Sheet, SheetColumn, Source};
use crate::ui::{Action, View};

use super::shown::column_id;
use super::source::command;

#[derive(Debug)]
pub(super) struct ComparePane {
    sheet: Sheet,
    sides: [Option<SegmentId>; 2],
    /// The segment that was chosen in the table when this was shown last.
    followed: Option<SegmentId>,
    differing: bool,
    lines: Vec<Line>,
    columns: Vec<SheetColumn>,
}

impl Default for ComparePane {
    fn default() -> Self {
        Self {
            sheet: Sheet::new("compare segments"),
            sides: [None; 2],
            followed: None,
            differing: false,
            lines: Vec::new(),
            columns: Vec::new(),
        }
    }
}

/// A line of the comparison.
#[derive(Debug, Clone, PartialEq)]
enum Line {
    Group(AttributeGroup),
    Attribute(AttributeKey),
    /// The heading of the product segments.
    Matrix,
    /// What a product segment is for each.
    Product(SegmentId),
}

impl ComparePane {
    pub fn ui(&mut self, ui: &mut Ui, view: &View, chosen: Option<SegmentId>, out: &mut Vec<Action>) {
        self.follow(view, chosen);
        let text = view.text;
        let frame = Frame::new().inner_margin(Margin::symmetric(space::M as i8, space::XS as i8));
        Panel::top("compared").frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                for (side, label) in [(0, "segments-compare-first"), (1, "segments-compare-second")] {
                    let shown = self.sides[side].map_or("–", |id| name(view, id));
                    let all = view.project.matrix.segments(Axis::Customer);
                    let combo = Combo { id: label, label: text.get(label), shown, width: 220.0 };
                    let items = all.iter().map(|segment| (Some(segment.id), text.name(&segment.name).to_owned()));
                    if let Some(picked) = combo.pick(ui, &self.sides[side], items) {
                        self.sides[side] = picked;
                    }
                }
                ui.checkbox(&mut self.differing, text.get("segments-compare-differing"));
            });
        });
        let made_for = self.fill(view);
        let mut source = CompareSource { view, sides: self.sides, lines: &self.lines, columns: &self.columns, out };
        let _ = self.sheet.show(ui, &mut source, made_for);
    }

    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        let (sides, lines, columns) = (self.sides, &self.lines, &self.columns);
        self.sheet.commit(&mut CompareSource { view, sides, lines, columns, out });
    }

    /// What [`Self::commit`] would write.
    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        let (sides, lines, columns) = (self.sides, &self.lines, &self.columns);
        self.sheet.drafts(&mut CompareSource { view, sides, lines, columns, out });
    }

    /// The chosen segment is the first; where none is chosen yet, the first two.
    fn follow(&mut self, view: &View, chosen: Option<SegmentId>) {
        let all = view.project.matrix.segments(Axis::Customer);
        for side in &mut self.sides {
            *side = side.filter(|id| view.project.matrix.find(Axis::Customer, *id).is_some());
        }
        if chosen.is_some() && chosen != self.followed {
            (self.followed, self.sides[0]) = (chosen, chosen);
        }
        let other = |taken: Option<SegmentId>| all.iter().map(|segment| segment.id).find(|id| Some(*id) != taken);
        self.sides[0] = self.sides[0].or_else(|| other(self.sides[1]));
        if self.sides[1].is_none() || self.sides[1] == self.sides[0] {
            self.sides[1] = other(self.sides[0]);
        }
    }

    fn fill(&mut self, view: &View) -> u64 {
        let text = view.text;
        self.columns = (self.sides.iter().enumerate())
            .filter_map(|(place, side)| side.map(|id| (place, id)))
            .map(|(place, id)| SheetColumn {
                key: place as u64,
                name: name(view, id).to_owned(),
                width: 320.0,
                ..SheetColumn::default()
            })
            .collect();
        self.lines.clear();
        let mut group = None;
        let lines = &mut self.lines;
        for (of, key) in AttributeKey::all(&view.project.market) {
            if self.differing && !differs(self.sides.map(|side| side.map(|id| text.attribute(view.project, key, id)))) {
                continue;
            }
            if group.replace(of) != Some(of) {
                lines.push(Line::Group(of));
            }
            lines.push(Line::Attribute(key));
        }
        let fits = |product| self.sides.map(|side| side.map(|id| fit(view, product, id)));
        let products = view.project.matrix.segments(Axis::Product).iter().map(|product| product.id);
        let products: Vec<_> = products
            .filter(|product| {
                let is_any = fits(*product).iter().flatten().any(|fit| *fit != Fit::No);
                is_any && (!self.differing || differs(fits(*product)))
            })
            .collect();
        if !products.is_empty() {
            lines.push(Line::Matrix);
            lines.extend(products.into_iter().map(Line::Product));
        }
        let sides = self.sides.iter().flatten().fold(0, |salt: u64, id| salt.rotate_left(7) ^ id.number());
        view.revision ^ sides.rotate_left(20) ^ (u64::from(self.differing) << 63) ^ (text.language() as u64) << 60
    }
}

fn differs<T: PartialEq>(sides: [Option<T>; 2]) -> bool {
    let [first, second] = sides;
    first.is_some() && second.is_some() && first != second
}

fn fit(view: &View, product: SegmentId, customer: SegmentId) -> Fit {
    view.project.matrix.cell(CellKey { product, customer }).fit
}

fn name<'a>(view: &'a View, id: SegmentId) -> &'a str {
    view.project.matrix.find(Axis::Customer, id).map_or("", |(_, segment)| view.text.name(&segment.name))
}

struct CompareSource<'a, 'o> {
    view: &'a View<'a>,
    sides: [Option<SegmentId>; 2],
    lines: &'a [Line],
    columns: &'a [SheetColumn],
    out: &'o mut Vec<Action>,
}

impl Source for CompareSource<'_, '_> {
    fn title(&self) -> &str {
        self.view.text.get("segments-mode-compare")
    }

    fn names(&self) -> &str {
        self.view.text.get("segments-attribute")
    }

    fn names_width(&self) -> f32 {
        330.0
    }

    fn columns(&self) -> &[SheetColumn] {
        self.columns
    }

    fn count(&self) -> usize {
        self.lines.len()
    }

    fn id(&self, row: usize) -> u64 {
        match self.lines.get(row) {
            Some(Line::Attribute(key)) => column_id(*key),
            Some(Line::Product(id)) => id.number(),
            Some(Line::Group(group)) => *group as u64,
            Some(Line::Matrix) | None => 99,
        }
    }

    fn name(&self, row: usize) -> Cow<'_, str> {
        let (text, matrix) = (self.view.text, &self.view.project.matrix);
        match self.lines.get(row) {
            Some(Line::Attribute(key)) => {
                let (name, unit) =
                    (text.attribute_name(self.view.project, *key), text.attribute_unit(self.view.project, *key));
                if unit.is_empty() { name.into() } else { format!("{name} ({unit})").into() }
            }
            Some(Line::Group(group)) => text.get(group.key()).into(),
            Some(Line::Matrix) => text.get("tab-matrix").into(),
            Some(Line::Product(id)) => {
                matrix.find(Axis::Product, *id).map_or("", |(_, product)| text.name(&product.name)).into()
            }
            None => "".into(),
        }
    }

    fn mark(&self, row: usize) -> &'static str {
        let texts = [0, 1].map(|side| self.sides[side].map(|_| self.text(row, side)));
        if !self.is_heading(row) && differs(texts) { "≠" } else { "" }
    }

    fn is_heading(&self, row: usize) -> bool {
        matches!(self.lines.get(row), Some(Line::Group(_) | Line::Matrix))
    }

    fn text(&self, row: usize, column: usize) -> String {
        let Some(customer) = self.sides.get(column).copied().flatten() else { return String::new() };
        match self.lines.get(row) {
            Some(Line::Attribute(key)) => self.view.text.attribute(self.view.project, *key, customer),
            Some(Line::Product(product)) => match fit(self.view, *product, customer) {
                Fit::No => String::new(),
                fit => self.view.text.get(fit.key()).to_owned(),
            },
            _ => String::new(),
        }
    }

    fn written(&self, row: usize, column: Option<usize>) -> String {
        let customer = column.and_then(|column| self.sides.get(column).copied().flatten());
        match (self.lines.get(row), customer) {
            (Some(Line::Attribute(key)), Some(id)) => self.view.text.attribute_written(self.view.project, *key, id),
            (Some(Line::Product(_)), Some(_)) => column.map_or_else(String::new, |column| self.text(row, column)),
            _ => self.name(row).into_owned(),
        }
    }

    fn set(&mut self, entries: Vec<Entry>) -> Result<(), String> {
        let fixed = || self.view.text.get("segments-compare-fixed").to_owned();
        let cells: Result<Vec<_>, String> = entries
            .into_iter()
            .map(|Entry { row, column, text }| {
                let customer = column.and_then(|column| self.sides.get(column).copied().flatten());
                match (self.lines.get(row), customer) {
                    (Some(Line::Attribute(key)), Some(id)) => Ok((id, Some(*key), text)),
                    _ => Err(fixed()),
                }
            })
            .collect();
        if let Some(command) = command(self.view, cells?.into_iter())? {
            self.out.push(Action::Edit(command, None));
        }
        Ok(())
    }

    fn copied(&mut self, table: String, cells: usize) {
        self.out.push(Action::Copy(table, Message::new("matrix-copied").with("cells", cells)));
    }

    fn refuse(&mut self, fault: String) {
        self.out.push(Action::Warn(Message::new("segments-refused").with("fault", fault)));
    }

    fn several(&self, rows: usize) -> String {
        self.view.text.with("segments-several", "count", rows)
    }
}
