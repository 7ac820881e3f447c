//! Customer segments and what is known of them: a table to fill in, two segments side by side, and for each whether it
//! is one market and how far its need has come.

use std::collections::BTreeSet;
use std::rc::Rc;

use eframe::egui::{Align, Frame, Layout, Margin, Memory, Panel, RichText, Role, TextEdit, Ui};

use crate::analysis::findings::Topic;
use crate::project::{AttributeKey, Axis, Command, Message, Segment, SegmentId};
use crate::ui::arrange::{self, Arrangement, Line};
use crate::ui::screen::{Group, Parts, Screen, ScreenRow};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::fields::Drafts;
use crate::ui::widgets::grid::Size;
use crate::ui::widgets::sheet::{self, Asked, Sheet};
use crate::ui::widgets::{Empty, choices, menu_item};
use crate::ui::{Action, Memo, Route, View};

mod attribute;
mod compare;
mod details;
mod heading;
mod shown;
mod source;

use attribute::AttributeForm;
use compare::ComparePane;
use heading::HeadingMenu;
use shown::Shown;
use source::TableSource;

pub const SCREEN: ScreenRow = ScreenRow {
    key: "customer-segments",
    icon: icon::LIST,
    group: Group::Market,
    new: || Box::<SegmentsScreen>::default(),
    parts: &MODES.names(),
    keys: &[(None, sheet::KEYS)],
    findings: &[Topic::Segments],
};

const MODES: Parts<Mode, 2> = Parts([(Mode::Table, "channels-table"), (Mode::Compare, "segments-mode-compare")]);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Table,
    Compare,
}

/// From this width on, the chosen segment is told of beside the table.
const BESIDE: f32 = 860.0;
const ROOMY: f32 = 1360.0;

/// What [`Shown`] is made for: revision, arrangement, hidden columns and language.
type ShownFor = (u64, Arrangement, BTreeSet<AttributeKey>, crate::text::Language);

/// The screen's own state.
#[derive(Debug)]
pub struct SegmentsScreen {
    mode: Mode,
    sheet: Sheet,
    arrangement: Arrangement,
    /// Columns that are left out.
    hidden: BTreeSet<AttributeKey>,
    shown: Memo<ShownFor, Rc<Shown>>,
    /// How often it was made.
    made: u64,
    heading: HeadingMenu,
    form: AttributeForm,
    compare: ComparePane,
    drafts: Drafts,
    /// The segment that was chosen last.
    chosen: Option<SegmentId>,
    /// A segment to go to, once it is there.
    wanted: Option<SegmentId>,
}

impl Default for SegmentsScreen {
    fn default() -> Self {
        Self {
            mode: Mode::default(),
            sheet: Sheet::new("segments"),
            arrangement: Arrangement::default(),
            hidden: BTreeSet::new(),
            shown: Memo::default(),
            made: 0,
            heading: HeadingMenu::default(),
            form: AttributeForm::default(),
            compare: ComparePane::default(),
            drafts: Drafts::default(),
            chosen: None,
            wanted: None,
        }
    }
}

impl Screen for SegmentsScreen {
    fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        if view.project.matrix.segments(Axis::Customer).is_empty() {
            Self::teach(ui, view, out);
            return;
        }
        self.arrangement.follow(view.project);
        self.strip(ui, view, out);
        match self.mode {
            Mode::Table => self.table(ui, view, out),
            Mode::Compare => self.compare.ui(ui, view, self.chosen, out),
        }
        self.drafts.settle(view, ui.memory(Memory::focused), out);
    }

    fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        let shown = self.shown(view);
        let mut sheet = std::mem::replace(&mut self.sheet, Sheet::new("segments"));
        sheet.commit(&mut TableSource { view, shown: &shown, out });
        self.sheet = sheet;
        self.compare.commit(view, out);
        self.drafts.settle(view, None, out);
    }

    fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        if self.sheet.is_editing() {
            let shown = Shown::of(view, &self.arrangement, &self.hidden, 0);
            self.sheet.drafts(&mut TableSource { view, shown: &shown, out });
        }
        self.compare.drafts(view, out);
        self.drafts.drafts(view, out);
    }

    fn go(&mut self, route: &Route) -> bool {
        let Some(mode) = MODES.routed(route) else { return false };
        self.mode = mode;
        true
    }

    fn part(&self) -> Option<&'static str> {
        MODES.name(self.mode)
    }
}

impl SegmentsScreen {
    fn shown(&mut self, view: &View) -> Rc<Shown> {
        let key = (view.revision, self.arrangement.clone(), self.hidden.clone(), view.text.language());
        let (arrangement, hidden, made) = (&self.arrangement, &self.hidden, &mut self.made);
        let make = || {
            *made += 1;
            Rc::new(Shown::of(view, arrangement, hidden, *made))
        };
        self.shown.get(key, make).clone()
    }

    /// The tabs, and what arranges the table.
    fn strip(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        let frame = Frame::new().inner_margin(Margin { left: 12, right: 12, top: 6, bottom: 4 });
        Panel::top("segments modes").frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                if let Some(mode) = choices(ui, Role::Tab, self.mode, &MODES.said(text)) {
                    self.commit(view, out);
                    self.mode = mode;
                }
                if self.mode != Mode::Table {
                    return;
                }
                ui.separator();
                arrange::menu(ui, view, &mut self.arrangement);
                self.columns_menu(ui, view);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.search(ui, view));
            });
        });
    }

    fn search(&mut self, ui: &mut Ui, view: &View) {
        let hint = view.text.get("segments-search");
        let field = TextEdit::singleline(&mut self.arrangement.query).desired_width(150.0).hint_text(hint);
        let response = ui.add(field);
        let id = response.id;
        ui.accesskit_node_builder(id, |node| node.set_label(hint));
        let shown = self.shown(view);
        let count = shown.lines.iter().filter(|line| matches!(line, Line::Segment(_))).count();
        if let Some(said) = arrange::said(view, &self.arrangement, count) {
            let label = RichText::new(said).font(theme::small()).color(colors(ui).muted);
            ui.add(eframe::egui::Label::new(label).truncate());
        }
    }

    /// A tick for each attribute that is a column.
    fn columns_menu(&mut self, ui: &mut Ui, view: &View) {
        use eframe::egui::PopupCloseBehavior::CloseOnClickOutside;
        use eframe::egui::containers::menu::{MenuButton, MenuConfig};
        let text = view.text;
        let button = MenuButton::new(text.get("segments-columns"));
        button.config(MenuConfig::new().close_behavior(CloseOnClickOutside)).ui(ui, |ui| {
            eframe::egui::ScrollArea::vertical().max_height(440.0).show(ui, |ui| {
                let mut group = None;
                for (of, key) in AttributeKey::all(&view.project.market) {
                    if group != Some(of) {
                        group = Some(of);
                        let name = RichText::new(text.get(of.key())).font(theme::small_strong());
                        ui.label(name.color(colors(ui).muted));
                    }
                    let mut is_shown = !self.hidden.contains(&key);
                    if ui.checkbox(&mut is_shown, text.attribute_name(view.project, key)).changed() {
                        if is_shown {
                            self.hidden.remove(&key);
                        } else {
                            self.hidden.insert(key);
                        }
                    }
                }
            });
        });
    }

    fn table(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let mut shown = self.shown(view);
        if let Some(wanted) = self.wanted
            && let Some(row) = shown.row(view, wanted)
        {
            self.wanted = None;
            self.sheet.select_row(row);
        }
        let width = ui.available_width();
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(space::M as i8));
        if width >= BESIDE {
            let size = if width >= ROOMY { 340.0 } else { 280.0 };
            let panel = Panel::right("segment").frame(frame).default_size(size).size_range(240.0..=460.0);
            panel.show(ui, |ui| self.details(ui, view, out));
        }
        shown = self.shown(view);
        let mut source = TableSource { view, shown: &shown, out };
        let drawn = self.sheet.show(ui, &mut source, shown.made);
        let row = self.sheet.active_row().and_then(|row| shown.segment(view, row));
        self.chosen = row.or(self.chosen);
        match drawn.asked {
            Some(Asked::Column(column)) => {
                if let Some(key) = shown.keys.get(column) {
                    let rect = drawn.geometry.rect(crate::ui::widgets::grid::Spot::Column(column));
                    self.heading.open(*key, rect.left_bottom());
                }
            }
            Some(Asked::AddColumn) => self.form.open_new(),
            Some(Asked::Remove) => self.remove(view, &shown, out),
            None => {}
        }
        let row_menu = self.sheet.menu(ui, &drawn.response, |ui| row_items(ui, view));
        match row_menu {
            Some(RowItem::Split) => self.split(view, out),
            Some(RowItem::Duplicate) => self.duplicate(view, out),
            Some(RowItem::Remove) => self.remove(view, &shown, out),
            Some(RowItem::Compare) => self.mode = Mode::Compare,
            None => {}
        }
        if let Some(key) = self.heading.show(ui, view, &mut self.arrangement, &mut self.hidden, out) {
            self.form.open(view, key);
        }
        self.form.show(ui, view, out);
    }

    /// Removes the selected segments.
    fn remove(&mut self, view: &View, shown: &Shown, out: &mut Vec<Action>) {
        let size = Size { rows: shown.lines.len(), columns: shown.columns.len() };
        let ids: Vec<_> = self.sheet.rows(size).filter_map(|row| shown.segment(view, row)).collect();
        if ids.is_empty() {
            return;
        }
        let removed = Message::new("segments-removed").with("count", ids.len());
        out.push(Action::Edit(Command::RemoveSegments { axis: Axis::Customer, ids }, None));
        out.push(Action::Say(removed));
    }

    /// Divides the chosen segment in two, and goes to the new half.
    fn split(&mut self, view: &View, out: &mut Vec<Action>) {
        let Some((_, segment)) = self.chosen.and_then(|id| view.project.matrix.find(Axis::Customer, id)) else {
            return;
        };
        let copy = Segment::new(view.text.with("segments-second-half", "name", view.text.name(&segment.name)));
        self.wanted = Some(copy.id);
        out.push(Action::Edit(Command::SplitSegment { id: segment.id, copy }, None));
        out.push(Action::Say(Message::new("segments-split-done").with("segment", &*segment.name)));
    }

    fn duplicate(&mut self, view: &View, out: &mut Vec<Action>) {
        let Some((_, segment)) = self.chosen.and_then(|id| view.project.matrix.find(Axis::Customer, id)) else {
            return;
        };
        let copy = Segment::new(view.text.with("matrix-copy-of", "name", view.text.name(&segment.name)));
        self.wanted = Some(copy.id);
        out.push(Action::Edit(Command::DuplicateSegment { axis: Axis::Customer, id: segment.id, copy }, None));
    }

    /// No customer segment yet: what this is for, and the first step.
    fn teach(ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        let empty = Empty {
            title: text.get("segments-none-title"),
            lines: &[text.get("segments-none-what"), text.get("segments-none-why")],
            example: text.get("segments-none-example"),
            steps: &[(icon::PLUS, text.get("segments-add-first"))],
            hint: text.get("segments-none-hint"),
        };
        if empty.show(ui).is_some() {
            let segments = vec![Segment::new(text.get("segments-first-name"))];
            out.push(Action::Edit(Command::AddSegments { axis: Axis::Customer, at: 0, segments }, None));
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum RowItem {
    Split,
    Duplicate,
    Compare,
    Remove,
}

fn row_items(ui: &mut Ui, view: &View) -> Option<RowItem> {
    let mut chosen = None;
    for (item, sign, words) in [
        (RowItem::Split, icon::COLUMNS, "segments-split"),
        (RowItem::Duplicate, icon::COPY, "segments-duplicate"),
        (RowItem::Compare, icon::SCALES, "segments-compare-this"),
        (RowItem::Remove, icon::TRASH, "segments-remove"),
    ] {
        if menu_item(ui, sign, view.text.get(words)) {
            chosen = Some(item);
        }
    }
    chosen
}
