//! Fields of records as widgets, from the records' tables: what is typed stays a draft until it can be committed.
//!
//! A draft is committed on Enter or when its field loses the focus, and stays with a message when it is refused.

use std::collections::BTreeMap;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Align, Align2, Grid, Id, Key, Label, Response, RichText, Stroke, TextEdit, Ui, vec2};

use crate::figure::measure::{self, Weight};
use crate::project::{
    Command, End, Estimate, Fault, FieldInfo, FieldName, FieldValue, Message, Of, Options, Project, Shape, Unit,
};
use crate::text::Text;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::{Action, View};

use super::combo::Combo;
use super::keyboard;
use super::table::whole_field;

/// Width of a figure's field and of a text's in a form, in points.
const FIGURE: f32 = 84.0;
const TEXT: f32 = 160.0;

/// A field of a record; of a range, one of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    pub of: Of,
    /// The field's name in the record's table.
    pub field: &'static str,
    pub end: Option<End>,
}

impl Slot {
    pub fn new(of: Of, field: &'static str) -> Self {
        Self { of, field, end: None }
    }

    pub fn end(of: Of, field: &'static str, end: End) -> Self {
        Self { of, field, end: Some(end) }
    }

    /// The widget's id, the same wherever the field is drawn.
    pub fn id(self) -> Id {
        Id::unique(("field", self))
    }

    /// The project's value as it is written in the field; none when the record is gone.
    fn written(self, project: &Project, text: &Text) -> Option<String> {
        let unit = match self.of.field(self.field)?.shape {
            Shape::Number(unit, _) | Shape::Range(unit) => unit,
            _ => Unit::Count,
        };
        let number = |number: Option<f64>| match (number, unit) {
            (None, _) => String::new(),
            (Some(share), Unit::Share) => exact(text, (share * 1e11).round() / 1e9),
            (Some(number), _) => exact(text, number),
        };
        Some(match self.of.get(project, self.field)? {
            FieldValue::Text(text) => text.to_string(),
            FieldValue::Number(value) => number(value),
            FieldValue::Range(estimate) => number(self.end.unwrap_or(End::Likely).of(&estimate)),
            FieldValue::Level(level) => level.map_or_else(String::new, |level| level.to_string()),
            FieldValue::Choice(_) => String::new(),
        })
    }
}

/// The unit behind a number's label.
pub fn unit(view: &View, field: FieldInfo) -> String {
    match field.shape {
        Shape::Number(Unit::Money, _) | Shape::Range(Unit::Money) => {
            view.text.currency_symbol(&view.project.currency).to_owned()
        }
        Shape::Number(Unit::Share, _) | Shape::Range(Unit::Share) => "%".to_owned(),
        _ => String::new(),
    }
}

/// The accessible name of a field: the record's name, and the field's with the end that is meant.
pub fn accessible_name(text: &Text, record: &str, name: FieldName, end: Option<End>) -> String {
    let field = Message::new(name.key);
    let field = match end {
        Some(end) => Message::new("channels-end-of").with("end", Message::new(end.key())).with("figure", field),
        None => field,
    };
    text.say(&Message::new("channels-field-of").with("channel", record).with("field", field))
}

/// A number with all its decimals, as a field shows it.
pub fn exact(text: &Text, number: f64) -> String {
    text.exact(number)
}

#[derive(Debug, Clone, PartialEq)]
struct Draft {
    typed: String,
    /// The field's text when the typing began: the draft is stale when it has changed since.
    before: String,
    fault: Option<Message>,
}

/// What has been typed and is not in the project yet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drafts(BTreeMap<Slot, Draft>);

impl Drafts {
    /// A field of one line; numbers are set to the right.
    pub fn line(&mut self, ui: &mut Ui, view: &View, slot: Slot, name: &str, width: f32, hint: &str) -> Response {
        let is_number = slot
            .of
            .field(slot.field)
            .is_some_and(|field| matches!(field.shape, Shape::Number(..) | Shape::Range(_) | Shape::Level(..)));
        let align = if is_number { Align::Max } else { Align::Min };
        self.show(ui, view, slot, name, |typed| {
            TextEdit::singleline(typed)
                .desired_width(width)
                .align(Align2([align, Align::Center]))
                .hint_text(hint.to_owned())
        })
    }

    /// A field of several lines, as wide as there is room.
    pub fn lines(&mut self, ui: &mut Ui, view: &View, slot: Slot, name: &str, hint: &str) -> Response {
        self.show(ui, view, slot, name, |typed| {
            TextEdit::multiline(typed).desired_width(f32::INFINITY).desired_rows(2).hint_text(hint.to_owned())
        })
    }

    fn show(
        &mut self,
        ui: &mut Ui,
        view: &View,
        slot: Slot,
        name: &str,
        edit: impl for<'t> FnOnce(&'t mut String) -> TextEdit<'t>,
    ) -> Response {
        let before = slot.written(view.project, view.text).unwrap_or_default();
        let draft = self.0.get(&slot);
        let faulty = draft.is_some_and(|draft| draft.fault.is_some());
        let mut typed = draft.map_or_else(|| before.clone(), |draft| draft.typed.clone());
        let id = slot.id();
        let response = ui
            .scope(|ui| {
                if faulty {
                    let stroke = Stroke::new(1.5, colors(ui).error);
                    let widgets = &mut ui.visuals_mut().widgets;
                    (widgets.inactive.bg_stroke, widgets.hovered.bg_stroke) = (stroke, stroke);
                }
                ui.add(edit(&mut typed).id(id))
            })
            .inner;
        ui.accesskit_node_builder(id, |node| node.set_label(name));
        if response.changed() {
            let before = self.0.remove(&slot).map_or(before, |draft| draft.before);
            if typed != before {
                self.0.insert(slot, Draft { typed: typed.clone(), before, fault: None });
            }
        }
        if response.gained_focus() && !ui.input(|input| input.pointer.any_down()) {
            select_all(ui, id, &typed);
        }
        if keyboard::left_by(&response, Key::Escape) {
            self.0.remove(&slot);
        }
        whole_field(ui, response, &typed, theme::body())
    }

    /// The first fault among the fields of those records, as a message with what was typed.
    pub fn fault(&self, text: &Text, of: impl Fn(Of) -> bool) -> Option<String> {
        self.fault_of(text, |slot| of(slot.of))
    }

    /// The first fault among those fields.
    pub fn fault_of(&self, text: &Text, is_meant: impl Fn(&Slot) -> bool) -> Option<String> {
        self.0.iter().filter(|(slot, _)| is_meant(slot)).find_map(|(_, draft)| {
            let fault = text.say(draft.fault.as_ref()?);
            let message = Message::new("channels-bad-figure").with("typed", draft.typed.as_str()).with("fault", fault);
            Some(text.say(&message))
        })
    }

    /// Commits what is typed in fields that don't have the focus. Earlier edits in `out` count as done.
    pub fn settle(&mut self, view: &View, focused: Option<Id>, out: &mut Vec<Action>) {
        if self.0.is_empty() {
            return;
        }
        let mut project = view.project.clone();
        for action in &*out {
            if let Action::Edit(command, _) = action
                && let Err(error) = command.apply(&mut project)
            {
                log::debug!("an edit that can't be done: {error}");
            }
        }
        let due: Vec<_> = self.0.keys().copied().filter(|slot| Some(slot.id()) != focused).collect();
        for slot in due {
            let Some(draft) = self.0.get(&slot) else { continue };
            if slot.written(&project, view.text).as_ref() != Some(&draft.before) {
                // The record is gone, or its field was changed elsewhere.
                self.0.remove(&slot);
            } else if draft.fault.is_none() {
                let committed =
                    self.value(slot, &project, view.text).map_err(Fault::message).and_then(|(value, used)| {
                        let command = Command::set(slot.of, slot.field, value);
                        command.apply(&mut project).map_err(|error| error.message())?;
                        Ok((command, used))
                    });
                match committed {
                    Ok((command, used)) => {
                        self.0.retain(|slot, _| !used.contains(slot));
                        out.push(Action::Edit(command, None));
                    }
                    Err(fault) => {
                        if let Some(draft) = self.0.get_mut(&slot) {
                            draft.fault = Some(fault);
                        }
                    }
                }
            }
        }
    }

    /// What [`Drafts::settle`] would write of all that is typed.
    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        if !self.0.is_empty() {
            self.clone().settle(view, None, out);
        }
    }

    /// The value that the draft stands for, and the drafts that go into it.
    fn value(&self, slot: Slot, project: &Project, text: &Text) -> Result<(FieldValue, Vec<Slot>), Fault> {
        let typed = |slot: &Slot| self.0.get(slot).map_or("", |draft| draft.typed.trim());
        let Some(field) = slot.of.field(slot.field) else { return Ok((typed(&slot).into(), vec![slot])) };
        let number = |slot: Slot, unit: Unit| {
            let size = if unit == Unit::Share { 100.0 } else { 1.0 };
            let number = read(text, typed(&slot), field.name)?.map(|number| number / size);
            number.map_or(Ok(()), |number| unit.check(field.name, number)).map(|()| number)
        };
        let value = match field.shape {
            Shape::Text | Shape::Choice(_) | Shape::Open(_) => typed(&slot).into(),
            Shape::Number(unit, _) => number(slot, unit)?.into(),
            Shape::Level(..) => {
                let level = read(text, typed(&slot), field.name)?;
                FieldValue::Level(level.map(|level| level.round().clamp(0.0, f64::from(u8::MAX)) as u8))
            }
            Shape::Range(unit) => {
                let Some(FieldValue::Range(before)) = slot.of.get(project, slot.field) else {
                    return Ok((Estimate::default().into(), vec![slot]));
                };
                let with = |slots: &[Slot]| {
                    let mut filled = before;
                    for slot in slots {
                        *slot.end.unwrap_or(End::Likely).of_mut(&mut filled) = number(*slot, unit)?;
                    }
                    if filled.is_in_order() { Ok(filled) } else { Err(Fault::OutOfOrder(field.name)) }
                };
                // All ends that are typed, if they go together, as when a whole range is moved up end by end;
                // otherwise this one alone.
                let ends = End::ALL.map(|end| Slot { end: Some(end), ..slot });
                let typed: Vec<_> = ends.into_iter().filter(|slot| self.0.contains_key(slot)).collect();
                return match with(&typed) {
                    Ok(filled) => Ok((filled.into(), typed)),
                    Err(_) => Ok((with(&[slot])?.into(), vec![slot])),
                };
            }
        };
        Ok((value, vec![slot]))
    }
}

/// A number as typed; none when nothing is.
pub fn read(text: &Text, typed: &str, field: FieldName) -> Result<Option<f64>, Fault> {
    if typed.is_empty() {
        return Ok(None);
    }
    text.parse_number(typed).map(Some).ok_or(Fault::NotFinite(field))
}

fn select_all(ui: &Ui, id: Id, typed: &str) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(typed.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

/// A choice as a list to pick from; the choice that is picked.
pub fn choice(
    ui: &mut Ui,
    text: &Text,
    options: &'static Options,
    value: &FieldValue,
    name: &str,
) -> Option<FieldValue> {
    let place = |name: &str| options.names.iter().position(|one| *one == name);
    let words =
        |place: Option<usize>| place.and_then(|place| options.keys.get(place)).map_or("–", |key| text.get(key));
    let FieldValue::Choice(chosen) = value else { return None };
    let shown = words(chosen.and_then(place)).to_owned();
    let items = options.names.iter().enumerate().map(|(at, option)| (Some(*option), words(Some(at)).to_owned()));
    let combo = Combo { id: name, label: name, shown: &shown, width: 140.0 };
    combo.pick(ui, chosen, items).map(FieldValue::Choice)
}

/// What is wrong with what was typed.
pub fn fault_line(ui: &mut Ui, fault: &str) {
    let color = colors(ui).error;
    ui.add(
        Label::new(RichText::new(format!("{} {fault}", icon::WARNING)).font(theme::small()).color(color)).truncate(),
    );
}

/// A field's name before it, with its unit.
pub fn caption(ui: &mut Ui, view: &View, field: FieldInfo) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.label(view.text.label(field.name));
        ui.label(RichText::new(unit(view, field)).color(colors(ui).muted));
    });
}

/// In a wrapping row: begins a new row where a field of that width doesn't fit beside its caption.
pub fn keep_together(ui: &mut Ui, view: &View, field: FieldInfo, width: f32) {
    let caption = format!("{} {}", view.text.label(field.name), unit(view, field));
    let caption = ui.painter().layout_no_wrap(caption, theme::body(), colors(ui).ink).size().x;
    if caption + width + 2.0 * space::S > ui.available_size_before_wrap().x {
        ui.end_row();
    }
}

/// Draws one field of a record, or of a range its three ends; `after` gets each widget that was drawn.
#[expect(clippy::too_many_arguments, reason = "a field, its record, and where it is drawn")]
pub fn field(
    ui: &mut Ui,
    view: &View,
    drafts: &mut Drafts,
    of: Of,
    field: FieldInfo,
    record: &str,
    width: f32,
    out: &mut Vec<Action>,
    after: &mut dyn FnMut(&Ui, Slot, &Response),
) {
    let name = field.name.name;
    if let Shape::Choice(options) | Shape::Open(options) = field.shape {
        let spoken = accessible_name(view.text, record, field.name, None);
        let value = of.get(view.project, name).unwrap_or(FieldValue::Choice(None));
        if let Some(picked) = choice(ui, view.text, options, &value, &spoken) {
            out.push(Action::Edit(Command::set(of, name, picked), None));
        }
        return;
    }
    for end in field.parts() {
        let slot = Slot { of, field: name, end: *end };
        let spoken = accessible_name(view.text, record, field.name, *end);
        let hint = end.map_or("–", |end| view.text.get(end.key()));
        let response = drafts.line(ui, view, slot, &spoken, width, hint);
        after(ui, slot, &response);
    }
}

/// Draws the fields of a record but those that are drawn elsewhere, side by side as far as there is room, and the first
/// fault among them below.
pub fn record(
    ui: &mut Ui,
    view: &View,
    drafts: &mut Drafts,
    of: Of,
    name: &str,
    elsewhere: &[&str],
    out: &mut Vec<Action>,
) {
    let rows: Vec<_> = of.fields().into_iter().filter(|row| !elsewhere.contains(&row.name.name)).collect();
    if rows.is_empty() {
        return;
    }
    let gap = space::S;
    let caption_of = |row: &FieldInfo| {
        let words = [view.text.label(row.name), unit(view, *row)].join(" ");
        measure::width(&words, theme::body().size, Weight::Regular)
    };
    let width_of = |row: &FieldInfo| match row.shape {
        Shape::Text | Shape::Choice(_) | Shape::Open(_) => TEXT,
        _ => row.parts().len() as f32 * (FIGURE + gap),
    };
    let widest = |width: &dyn Fn(&FieldInfo) -> f32| rows.iter().map(width).fold(0.0, f32::max);
    let group = widest(&caption_of) + widest(&width_of) + 3.0 * gap;
    let beside = ((ui.available_width() / group) as usize).clamp(1, rows.len());
    Grid::new(("record", of)).num_columns(2 * beside).spacing(vec2(gap, 6.0)).show(ui, |ui| {
        for (place, row) in rows.iter().enumerate() {
            caption(ui, view, *row);
            ui.horizontal(|ui| {
                let width = if row.shape == Shape::Text { TEXT } else { FIGURE };
                field(ui, view, drafts, of, *row, name, width, out, &mut |_, _, _| {});
                ui.add_space(gap);
            });
            if (place + 1) % beside == 0 {
                ui.end_row();
            }
        }
    });
    let is_here = |slot: &Slot| slot.of == of && !elsewhere.contains(&slot.field);
    if let Some(fault) = drafts.fault_of(view.text, is_here) {
        fault_line(ui, &fault);
    }
}
