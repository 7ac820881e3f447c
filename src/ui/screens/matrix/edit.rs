//! Carries out intents from keys, menu and text field.

use std::sync::Arc;

use eframe::egui::{FocusDirection, Ui};

use crate::import;
use crate::project::{Axis, CellKey, Command, Fit, Message, Of, Segment, SegmentId};
use crate::ui::widgets::grid::{Direction, Layout, Selection, Size, Spot};
use crate::ui::{Action, View};

use super::editor::{EditTarget, Editor, End};
use super::keys::Intent;
use super::{MatrixScreen, clipboard};

/// The axis and index of a heading.
fn heading(spot: Spot) -> Option<(Axis, usize)> {
    match spot {
        Spot::Row(place) => Some((Axis::Product, place)),
        Spot::Column(place) => Some((Axis::Customer, place)),
        Spot::Cell { .. } | Spot::AddRow | Spot::AddColumn => None,
    }
}

fn heading_spot(axis: Axis, place: usize) -> Spot {
    match axis {
        Axis::Product => Spot::Row(place),
        Axis::Customer => Spot::Column(place),
    }
}

impl MatrixScreen {
    pub(super) fn size(view: &View) -> Size {
        let matrix = &view.project.matrix;
        Size { rows: matrix.segments(Axis::Product).len(), columns: matrix.segments(Axis::Customer).len() }
    }

    /// The selected segments on an axis.
    pub(super) fn selected(&self, view: &View, axis: Axis) -> Vec<SegmentId> {
        let size = Self::size(view);
        let range = match axis {
            Axis::Product => self.selection.rows(size),
            Axis::Customer => self.selection.columns(size),
        };
        view.project
            .matrix
            .segments(axis)
            .iter()
            .skip(range.start)
            .take(range.len())
            .map(|segment| segment.id)
            .collect()
    }

    /// The first selected index on an axis, and the number of selected segments.
    fn covered(&self, view: &View, axis: Axis) -> std::ops::Range<usize> {
        match axis {
            Axis::Product => self.selection.rows(Self::size(view)),
            Axis::Customer => self.selection.columns(Self::size(view)),
        }
    }

    /// Makes the active cell the beachhead, or takes that back. Only a fit can be it.
    fn choose_beachhead(view: &View, active: Spot, out: &mut Vec<Action>) {
        let Spot::Cell { row, column } = active else { return };
        let [product, customer] = [(Axis::Product, row), (Axis::Customer, column)]
            .map(|(axis, place)| view.project.matrix.segments(axis).get(place).map(|segment| segment.id));
        let Some((product, customer)) = product.zip(customer) else { return };
        let key = CellKey { product, customer };
        if view.project.matrix.cell(key).fit == Fit::No {
            out.push(Action::Warn(Message::new("fault-not-a-fit")));
            return;
        }
        let cell = (!view.project.is_beachhead(key)).then_some(key);
        out.push(Action::Edit(Command::SetBeachhead(cell), None));
    }

    pub(super) fn carry_out(&mut self, ui: &Ui, view: &View, layout: &Layout, intent: Intent, out: &mut Vec<Action>) {
        let size = layout.size;
        let active = self.selection.active();
        match intent {
            Intent::Walk(walk) => self.select(walk.apply(self.selection, layout.page(), size)),
            Intent::Tab { forth } => match active.following(forth, size) {
                Some(spot) => self.select(Selection::at(spot)),
                None => Self::leave(ui, if forth { FocusDirection::Next } else { FocusDirection::Previous }),
            },
            Intent::Toggle if matches!(active, Spot::AddRow | Spot::AddColumn) => self.write(view, active, None),
            Intent::Toggle => {
                let marks = !self.is_marked(view);
                self.set_fit(view, if marks { Fit::Undecided } else { Fit::No }, out);
            }
            Intent::Set(fit) => self.set_fit(view, fit, out),
            Intent::Delete => match heading(active) {
                Some((axis, _)) => self.remove(view, axis, out),
                None => self.set_fit(view, Fit::No, out),
            },
            Intent::Beachhead => Self::choose_beachhead(view, active, out),
            Intent::Edit => self.write(view, active, None),
            Intent::Write(words) => self.write(view, active, Some(words)),
            Intent::Move(direction) => self.shift(view, direction, out),
            Intent::Duplicate => self.duplicate(view, out),
            Intent::Insert(axis) => {
                let axis = axis.unwrap_or(match active {
                    Spot::Column(_) | Spot::AddColumn => Axis::Customer,
                    Spot::Cell { .. } | Spot::Row(_) | Spot::AddRow => Axis::Product,
                });
                self.add_segment(axis, self.covered(view, axis).end.min(Self::count(size, axis)));
            }
            Intent::InsertBefore => {
                if let Some((axis, _)) = heading(active) {
                    self.add_segment(axis, self.covered(view, axis).start);
                }
            }
            Intent::SelectAll => {
                let all = Selection::all(size);
                self.with_headings = self.selection == all;
                self.selection = all;
            }
            Intent::Copy { headings } => self.copy(view, headings, out),
            Intent::Cut => {
                self.copy(view, false, out);
                self.set_fit(view, Fit::No, out);
            }
            Intent::Paste(table) => self.paste(view, &table, out),
            Intent::Menu => {
                let rect = layout.visible_rect(active);
                self.menu.open(rect.left_bottom());
            }
            Intent::Escape if self.selection.is_range() => self.select(Selection::at(active)),
            Intent::Escape => ui.memory_mut(|memory| memory.surrender_focus(Self::id())),
            Intent::Leave => Self::leave(ui, FocusDirection::Next),
        }
    }

    fn count(size: Size, axis: Axis) -> usize {
        match axis {
            Axis::Product => size.rows,
            Axis::Customer => size.columns,
        }
    }

    /// True if the active cell, or the first cell of the active row or column, is a fit.
    fn is_marked(&self, view: &View) -> bool {
        let index = &view.analysis.matrix;
        match self.selection.active() {
            Spot::Cell { row, column } => index.cell(row, column).fit != Fit::No,
            Spot::Row(row) => index.counts(Axis::Product, row).fits() > 0,
            Spot::Column(column) => index.counts(Axis::Customer, column).fits() > 0,
            Spot::AddRow | Spot::AddColumn => false,
        }
    }

    pub(super) fn set_fit(&self, view: &View, fit: Fit, out: &mut Vec<Action>) {
        let (products, customers) = (self.selected(view, Axis::Product), self.selected(view, Axis::Customer));
        if !products.is_empty() && !customers.is_empty() {
            out.push(Action::Edit(Command::SetFit { products, customers, fit }, None));
        }
    }

    /// Removes the selected segments on an axis and reports what was removed.
    fn remove(&mut self, view: &View, axis: Axis, out: &mut Vec<Action>) {
        let range = self.covered(view, axis);
        let ids = self.selected(view, axis);
        let Some(first) = view.project.matrix.segments(axis).get(range.start).filter(|_| !ids.is_empty()) else {
            return;
        };
        let marks: usize = range.clone().map(|place| view.analysis.matrix.counts(axis, place).fits()).sum();
        let message = if ids.len() == 1 {
            Message::new("matrix-removed").with("name", view.text.name(&first.name))
        } else {
            Message::new("matrix-removed-several").with("count", ids.len())
        };
        out.push(Action::Edit(Command::RemoveSegments { axis, ids }, None));
        out.push(Action::removed(message.with("marks", marks)));
        self.select(Selection::at(heading_spot(axis, range.start)));
    }

    /// Moves the selected headings, or the active cell's row or column, by one place.
    fn shift(&mut self, view: &View, direction: Direction, out: &mut Vec<Action>) {
        let axis = match direction {
            Direction::Up | Direction::Down => Axis::Product,
            Direction::Left | Direction::Right => Axis::Customer,
        };
        let active = self.selection.active();
        if heading(active).is_some_and(|(side, _)| side != axis) || matches!(active, Spot::AddRow | Spot::AddColumn) {
            return;
        }
        let range = self.covered(view, axis);
        let back = matches!(direction, Direction::Up | Direction::Left);
        let gap = if back { range.start.checked_sub(1) } else { Some(range.end + 1) };
        if let Some(gap) = gap.filter(|gap| *gap <= Self::count(Self::size(view), axis)) {
            self.move_to_gap(view, axis, gap, out);
        }
    }

    /// Moves the selected segments on an axis to the boundary `gap`.
    pub(super) fn move_to_gap(&mut self, view: &View, axis: Axis, gap: usize, out: &mut Vec<Action>) {
        let range = self.covered(view, axis);
        let ids = self.selected(view, axis);
        if ids.is_empty() || (range.start..=range.end).contains(&gap) {
            return;
        }
        let to = if gap > range.end { gap - range.len() } else { gap };
        out.push(Action::Edit(Command::MoveSegments { axis, ids, to }, None));
        self.select(self.selection.moved(axis, range.start, to));
    }

    /// Duplicates the selected headings, or the active cell's row, each copy after its original.
    fn duplicate(&mut self, view: &View, out: &mut Vec<Action>) {
        let axis = heading(self.selection.active()).map_or(Axis::Product, |(axis, _)| axis);
        let range = self.covered(view, axis);
        let segments = view.project.matrix.segments(axis).iter().skip(range.start).take(range.len());
        let copies: Vec<_> = segments
            .map(|segment| {
                let copy = Segment::new(view.text.with("matrix-copy-of", "name", view.text.name(&segment.name)));
                Command::DuplicateSegment { axis, id: segment.id, copy }
            })
            .collect();
        if !copies.is_empty() {
            out.push(Action::Edit(Command::All(copies), None));
            self.select(Selection::at(heading_spot(axis, range.start + 1)));
        }
    }

    /// Opens the text field for a new segment at `at`.
    pub(super) fn add_segment(&mut self, axis: Axis, at: usize) {
        self.reveal = Some(heading_spot(axis, at));
        self.editor = Some(Editor::new(EditTarget::New(axis, at), ""));
    }

    /// True if keys act on cells rather than on headings.
    pub(super) fn is_on_cells(&self) -> bool {
        heading(self.selection.active()).is_none()
    }

    /// Opens the text field for the active place: a name, a note or a new segment. Words typed there replace a name and
    /// are added to a note.
    pub(super) fn write(&mut self, view: &View, spot: Spot, words: Option<String>) {
        let matrix = &view.project.matrix;
        let size = Self::size(view);
        let segment = |axis, place| matrix.segments(axis).get(place);
        match spot {
            Spot::AddRow | Spot::AddColumn => {
                let axis = if spot == Spot::AddRow { Axis::Product } else { Axis::Customer };
                let at = Self::count(size, axis);
                self.add_segment(axis, at);
                if let Some(words) = words {
                    self.editor = Some(Editor::typed(EditTarget::New(axis, at), &words));
                }
            }
            Spot::Row(place) | Spot::Column(place) => {
                let axis = if matches!(spot, Spot::Row(_)) { Axis::Product } else { Axis::Customer };
                if let Some(segment) = segment(axis, place) {
                    self.reveal = Some(spot);
                    let target = EditTarget::Name(axis, segment.id);
                    self.editor = Some(
                        words.map_or_else(|| Editor::new(target, &segment.name), |words| Editor::typed(target, &words)),
                    );
                }
            }
            Spot::Cell { row, column } => {
                if let (Some(product), Some(customer)) = (segment(Axis::Product, row), segment(Axis::Customer, column))
                {
                    let key = CellKey { product: product.id, customer: customer.id };
                    let note = matrix.cell(key).note.as_deref().unwrap_or_default();
                    self.reveal = Some(spot);
                    let target = EditTarget::Note(key);
                    self.editor = Some(match words {
                        None => Editor::new(target, note),
                        Some(words) if note.is_empty() => Editor::typed(target, &words),
                        Some(words) => Editor::typed(target, &format!("{note}\n{words}")),
                    });
                }
            }
        }
    }

    /// The position of a new segment that is being named between others.
    pub(super) fn new_between(&self, size: Size) -> Option<(Axis, usize)> {
        match self.editor.as_ref()?.target {
            EditTarget::New(axis, at) if at < Self::count(size, axis) => Some((axis, at)),
            _ => None,
        }
    }

    /// Draws the text field, if open, and applies its result.
    pub(super) fn edit(&mut self, ui: &mut Ui, view: &View, layout: &Layout, out: &mut Vec<Action>) {
        let Some(mut editor) = self.editor.take() else { return };
        let target = editor.target;
        let Some(end) = editor.show(ui, layout, view) else {
            self.editor = Some(editor);
            return;
        };
        if !matches!(end, End::Away(_)) {
            Self::take_focus(ui);
        }
        let active = self.selection.active();
        match end {
            End::Dropped => self.leave_adding(view),
            End::Away(draft) => {
                Self::keep(view, target, &draft, out);
            }
            End::Enter(draft) => {
                let kept = Self::keep(view, target, &draft, out);
                if let (EditTarget::New(axis, at), true) = (target, kept) {
                    self.add_segment(axis, at + 1);
                } else if matches!(target, EditTarget::New(..)) {
                    self.leave_adding(view);
                }
            }
            End::Tab { draft, forth } => {
                Self::keep(view, target, &draft, out);
                if let Some(spot) = active.following(forth, layout.size) {
                    self.select(Selection::at(spot));
                }
            }
            End::Pasted(lines) => {
                if let EditTarget::New(axis, at) = target {
                    let added = clipboard::paste(view, &lines, None, import::Target::Names { axis, at }, out);
                    self.add_segment(axis, at + added[axis as usize]);
                }
            }
        }
    }

    /// Writes an open draft to the project, as before saving or leaving. The field stays open.
    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        let Some(editor) = &self.editor else { return };
        let kept = Self::keep(view, editor.target, editor.draft(), out);
        if let (EditTarget::New(axis, at), true) = (editor.target, kept) {
            self.add_segment(axis, at + 1);
        }
    }

    /// What [`MatrixScreen::commit`] would write. A new segment has the same id as long as it is typed.
    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        let Some(editor) = &self.editor else { return };
        Self::keep(view, editor.target, editor.draft(), out);
        for action in out {
            if let Action::Edit(Command::AddSegments { segments, .. }, _) = action {
                segments.iter_mut().for_each(|segment| segment.id = editor.new);
            }
        }
    }

    /// After segments were added at the end: selects the first cell of the newest, or of the whole matrix while nothing is
    /// marked; goes on to the other axis while that has no segments.
    fn leave_adding(&mut self, view: &View) {
        let size = Self::size(view);
        let other = match (size.rows, size.columns) {
            (1.., 0) => Some(Spot::AddColumn),
            (0, 1..) => Some(Spot::AddRow),
            _ => None,
        };
        if let Some(spot) = other {
            return self.select(Selection::at(spot));
        }
        let (row, column) = match self.selection.active() {
            _ if size.rows == 0 || size.columns == 0 => return,
            Spot::AddRow | Spot::AddColumn if view.analysis.matrix.total().fits() == 0 => (0, 0),
            Spot::AddRow => (size.rows - 1, 0),
            Spot::AddColumn => (0, size.columns - 1),
            Spot::Row(_) | Spot::Column(_) | Spot::Cell { .. } => return,
        };
        self.select(Selection::at(Spot::Cell { row, column }));
    }

    /// Applies a draft. Returns whether it changed anything.
    fn keep(view: &View, target: EditTarget, draft: &str, out: &mut Vec<Action>) -> bool {
        let matrix = &view.project.matrix;
        let text: Arc<str> = draft.trim().into();
        let command = match target {
            EditTarget::New(axis, at) if !text.is_empty() => {
                Command::AddSegments { axis, at, segments: vec![Segment::new(text)] }
            }
            EditTarget::Name(axis, id) if matrix.find(axis, id).is_some_and(|(_, segment)| segment.name != text) => {
                Command::set(Of::Segment(axis, id), "name", text)
            }
            EditTarget::Note(key) if matrix.cell(key).note.as_deref().unwrap_or_default() != &*text => {
                Command::set(Of::Cell(key), "note", text)
            }
            _ => return false,
        };
        out.push(Action::Edit(command, None));
        true
    }
}
