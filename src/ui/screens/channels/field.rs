//! Fields that keep what is being typed until it can stand in the project.
//!
//! A draft is committed when its field loses the focus, and stays with a message when it can't be.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Align, Align2, Id, Key, Response, Stroke, TextEdit, Ui};

use crate::project::{
    Channel, ChannelId, ChannelKind, Command, Estimate, Fault, FieldName, Message, Of, Offer, Project, Unit,
    field::field_name,
};
use crate::text::Text;
use crate::ui::{Action, View, theme};

use super::plan_field::PlanSlot;
use crate::figure::ticks::round_to;

/// An end of an estimate, or its middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// The least that is realistic.
    Low,
    /// The one to reckon with.
    Likely,
    /// The most that is realistic.
    High,
}

impl End {
    /// All, from low to high.
    pub const ALL: [Self; 3] = [Self::Low, Self::Likely, Self::High];

    /// What it is of an estimate.
    pub fn of(self, estimate: &mut Estimate) -> &mut Option<f64> {
        match self {
            Self::Low => &mut estimate.low,
            Self::Likely => &mut estimate.likely,
            Self::High => &mut estimate.high,
        }
    }
}

/// An estimate of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// c.
    Cost,
    /// s, typed.
    Sales,
    /// p, typed as a percentage.
    CloseRate,
    /// v.
    Revenue,
}

impl Figure {
    /// Its name in messages.
    pub fn field(self) -> FieldName {
        match self {
            Self::Cost => field_name!("cost_per_contact"),
            Self::Sales => field_name!("sales_per_contact"),
            Self::CloseRate => field_name!("close_rate"),
            Self::Revenue => field_name!("revenue_per_sale"),
        }
    }

    /// What it is in a channel.
    pub fn of(self, channel: &mut Channel) -> &mut Estimate {
        match self {
            Self::Cost => &mut channel.figures.cost_per_contact,
            Self::Sales => &mut channel.figures.sales_per_contact,
            Self::CloseRate => &mut channel.figures.close_rate,
            Self::Revenue => &mut channel.figures.revenue_per_sale,
        }
    }

    fn is_share(self) -> bool {
        self == Self::CloseRate
    }
}

/// What of a channel a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The name.
    Name,
    /// The kind, in the team's words.
    Kind,
    /// A figure of an estimate.
    Figure(Figure, End),
    /// The most contacts a month.
    Contacts,
    /// What having the channel costs a month.
    FixedCost,
    /// The selling cost that grows with sales, as a percentage.
    VariableCost,
    /// The note.
    Note,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The project's currency.
    Currency,
    /// The project's contribution margin, as a percentage.
    Margin,
    /// Something of a channel.
    Channel(ChannelId, Part),
    /// Something of the plan.
    Plan(PlanSlot),
}

impl Slot {
    /// The field's id, the same wherever it stands.
    pub fn id(self) -> Id {
        Id::unique(("channel field", self))
    }

    /// What the project holds there, as it is written in the field; none when the channel is gone.
    fn written(self, project: &Project, text: &Text) -> Option<String> {
        let number = |number: Option<f64>| number.map_or_else(String::new, |number| exact(text, number));
        let percent = |share: Option<f64>| number(share.map(|share| round_to(share * 100.0, 1e-9)));
        Some(match self {
            Self::Currency => project.currency.to_string(),
            Self::Margin => percent(Some(project.margin)),
            Self::Plan(slot) => slot.written(project, text)?,
            Self::Channel(id, part) => {
                let (_, channel) = project.channel(id)?;
                match part {
                    Part::Name => channel.name.to_string(),
                    Part::Kind => match &channel.kind {
                        ChannelKind::Other(words) => words.to_string(),
                        _ => String::new(),
                    },
                    Part::Figure(figure, end) => {
                        let value = *end.of(figure.of(&mut channel.clone()));
                        if figure.is_share() { percent(value) } else { number(value) }
                    }
                    Part::Contacts => number(channel.figures.contacts_per_month),
                    Part::FixedCost => number(channel.figures.fixed_cost_per_month),
                    Part::VariableCost => percent(channel.figures.variable_cost),
                    Part::Note => channel.note.to_string(),
                }
            }
        })
    }
}

/// A number with all its decimals, as a field shows it.
pub fn exact(text: &Text, number: f64) -> String {
    let decimals = format!("{number}").split_once('.').map_or(0, |(_, fraction)| fraction.len());
    text.number(number, decimals.min(12))
}

#[derive(Debug, Clone, PartialEq)]
struct Draft {
    typed: String,
    /// What stood there when the typing began: when that changes elsewhere, the draft has had its time.
    before: String,
    fault: Option<Message>,
}

/// What has been typed and is not in the project yet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drafts(BTreeMap<Slot, Draft>);

impl Drafts {
    /// A field for one line; numbers stand to the right.
    pub fn line(&mut self, ui: &mut Ui, view: &View, slot: Slot, name: &str, width: f32, hint: &str) -> Response {
        self.show(ui, view, slot, name, |typed| {
            let align = match slot {
                Slot::Margin
                | Slot::Channel(_, Part::Figure(..) | Part::Contacts | Part::FixedCost | Part::VariableCost) => {
                    Align::Max
                }
                Slot::Plan(slot) if slot.is_number() => Align::Max,
                _ => Align::Min,
            };
            TextEdit::singleline(typed)
                .desired_width(width)
                .align(Align2([align, Align::Center]))
                .hint_text(hint.to_owned())
        })
    }

    /// A field for some lines, as wide as there is room.
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
                    let stroke = Stroke::new(1.5, theme::colors(ui).error);
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
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            self.0.remove(&slot);
        }
        response
    }

    /// The first fault among what belongs to that channel, or to the project, as a message with what was typed.
    pub fn fault(&self, text: &Text, channel: Option<ChannelId>) -> Option<String> {
        self.fault_in(text, |slot| slot.channel() == channel)
    }

    /// The first fault among those slots, as a message with what was typed.
    pub fn fault_in(&self, text: &Text, of: impl Fn(Slot) -> bool) -> Option<String> {
        self.0.iter().filter(|(slot, _)| of(**slot)).find_map(|(_, draft)| {
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
                // The channel is gone or another hand changed the figure.
                self.0.remove(&slot);
            } else if draft.fault.is_none() {
                match self.command(slot, &project, view.text) {
                    Ok((command, used)) => {
                        self.0.retain(|slot, _| !used.contains(slot));
                        if command.apply(&mut project).is_ok() {
                            out.push(Action::Edit(command, None));
                        }
                    }
                    Err(fault) => {
                        if let Some(draft) = self.0.get_mut(&slot) {
                            draft.fault = Some(fault.message());
                        }
                    }
                }
            }
        }
    }

    /// What committing that draft does, and which drafts go into it.
    fn command(&self, slot: Slot, project: &Project, text: &Text) -> Result<(Command, Vec<Slot>), Fault> {
        let typed = self.0.get(&slot).map_or("", |draft| draft.typed.trim());
        let command = match slot {
            Slot::Currency => Command::set(Of::Project, "currency", typed),
            Slot::Margin => {
                let share = read(text, typed, field_name!("margin"))?.unwrap_or(100.0) / 100.0;
                Unit::Share.check(field_name!("margin"), share)?;
                Command::set(Of::Project, "margin", share)
            }
            Slot::Plan(PlanSlot::Revenue(product, end)) => {
                let mut offer: Offer = project.plan.offer(product);
                let slot = |end| Slot::Plan(PlanSlot::Revenue(product, end));
                let used = self.fill(Figure::Revenue, end, &mut offer.revenue_per_sale, text, slot)?;
                return Ok((Command::changes(Of::Offer(product), &project.plan.offer(product), &offer), used));
            }
            Slot::Plan(slot) => slot.command(typed, text)?,
            Slot::Channel(id, part) => {
                let Some((_, before)) = project.channel(id) else { return Ok((Command::All(Vec::new()), vec![slot])) };
                let mut channel = before.clone();
                match part {
                    Part::Name => channel.name = typed.into(),
                    Part::Kind => channel.kind = ChannelKind::Other(typed.into()),
                    Part::Note => channel.note = Arc::from(typed),
                    Part::Contacts => {
                        let contacts = read(text, typed, field_name!("contacts_per_month"))?;
                        contacts.map_or(Ok(()), |contacts| {
                            Unit::Money.check(field_name!("contacts_per_month"), contacts)
                        })?;
                        channel.figures.contacts_per_month = contacts;
                    }
                    Part::FixedCost => {
                        let cost = read(text, typed, field_name!("fixed_cost_per_month"))?;
                        cost.map_or(Ok(()), |cost| Unit::Money.check(field_name!("fixed_cost_per_month"), cost))?;
                        channel.figures.fixed_cost_per_month = cost;
                    }
                    Part::VariableCost => {
                        let share = read(text, typed, field_name!("variable_cost"))?.map(|percent| percent / 100.0);
                        share.map_or(Ok(()), |share| Unit::Share.check(field_name!("variable_cost"), share))?;
                        channel.figures.variable_cost = share;
                    }
                    Part::Figure(figure, end) => {
                        let slot = |end| Slot::Channel(id, Part::Figure(figure, end));
                        let used = self.fill(figure, end, figure.of(&mut channel), text, slot)?;
                        return Ok((Command::changes(Of::Channel(id), before, &channel), used));
                    }
                }
                Command::changes(Of::Channel(id), before, &channel)
            }
        };
        Ok((command, vec![slot]))
    }

    /// Fills an estimate from its drafts: all of them if they go together, as when a whole range is moved up end by
    /// end, otherwise the one at `end` alone.
    fn fill(
        &self,
        figure: Figure,
        end: End,
        estimate: &mut Estimate,
        text: &Text,
        slot: impl Fn(End) -> Slot,
    ) -> Result<Vec<Slot>, Fault> {
        let field = figure.field();
        let unit = if figure.is_share() { Unit::Share } else { Unit::Money };
        let with = |ends: &[End]| {
            let mut filled = *estimate;
            for end in ends {
                let typed = self.0.get(&slot(*end)).map_or("", |draft| draft.typed.trim());
                let size = if figure.is_share() { 100.0 } else { 1.0 };
                *end.of(&mut filled) = read(text, typed, field)?.map(|number| number / size);
            }
            for end in [filled.low, filled.likely, filled.high].into_iter().flatten() {
                unit.check(field, end)?;
            }
            if filled.is_in_order() { Ok(filled) } else { Err(Fault::OutOfOrder(field)) }
        };
        let drafted: Vec<End> = End::ALL.into_iter().filter(|end| self.0.contains_key(&slot(*end))).collect();
        let (filled, used) = match with(&drafted) {
            Ok(filled) => (filled, drafted),
            Err(_) => (with(&[end])?, vec![end]),
        };
        *estimate = filled;
        Ok(used.into_iter().map(slot).collect())
    }
}

impl Slot {
    fn channel(self) -> Option<ChannelId> {
        match self {
            Self::Channel(id, _) => Some(id),
            Self::Currency | Self::Margin | Self::Plan(_) => None,
        }
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
