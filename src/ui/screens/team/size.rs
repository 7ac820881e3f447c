//! How many people the chosen cells need: three methods, what fits into the people there are, and what it rests on.

use eframe::egui::{Align, Frame, Label, Layout, Margin, Memory, RichText, Role, Ui, vec2};

use crate::analysis::coverage::name_of;
use crate::analysis::team::{Contacts, Need, Size};
use crate::figure::people_bars;
use crate::project::{Command, HandlingKey, Message, Of, RoleId, SizedFor};
use crate::text::Language;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::badge::segment_badge;
use crate::ui::widgets::fields::{self, Drafts, Slot, accessible_name, fault_line};
use crate::ui::widgets::picture::Picture;
use crate::ui::widgets::table::{self, Column, PAD, Rows, SortKey, Table, TableState};
use crate::ui::widgets::{Empty, choices};
use crate::ui::{Action, Route, View};

use super::cards::cards;
use super::records::ROW;

/// The pane's own state.
#[derive(Debug, Default)]
pub struct SizePane {
    drafts: Drafts,
    table: TableState,
    /// The role whose share and hours are edited.
    role: Option<RoleId>,
    chosen: Option<usize>,
    bars: Picture<(u64, Language)>,
}

impl SizePane {
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let (text, size) = (view.text, view.analysis.team_size());
        if size.needs.is_empty() {
            let empty = Empty {
                title: text.get("team-size-empty-title"),
                lines: &[text.get("team-size-empty-what")],
                example: text.get("team-size-empty-example"),
                steps: &[(icon::MATRIX, text.get("segments-to-matrix"))],
                hint: "",
            };
            if empty.show(ui).is_some() {
                out.push(Action::Go(Route::Screen("tab-matrix")));
            }
            return;
        }
        let roles = &view.project.team.roles;
        if !roles.iter().any(|role| Some(role.id) == self.role) {
            self.role =
                roles.iter().find(|role| role.selling_hours_per_year.is_some()).or(roles.front()).map(|one| one.id);
        }
        Frame::new().inner_margin(Margin::symmetric(space::M as i8, space::XS as i8)).show(ui, |ui| {
            Self::sized_for(ui, view, out);
            cards(ui, view, size, &mut self.drafts, out);
            ui.add_space(space::S);
            said(ui, view, size);
            let rows = size.needs.iter().filter(|need| need.people.is_ok()).count();
            let wanted = 34.0 + 36.0 * rows as f32;
            let height = wanted.min((ui.available_height() * 0.46).max(70.0));
            let key = (view.revision, text.language());
            let bars = vec2(ui.available_width(), height);
            let words = text.get("team-needs");
            self.bars.show(ui, bars, key, words, |room| people_bars(view.project, size, text, room));
            ui.add_space(space::S);
            self.roles(ui, view);
            self.needs(ui, view, size);
        });
        self.drafts.settle(view, ui.memory(Memory::focused), out);
    }

    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.drafts.settle(view, None, out);
    }

    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.drafts.drafts(view, out);
    }

    /// Down to which Prio the team is sized.
    fn sized_for(ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        ui.horizontal(|ui| {
            let name = Of::Sizing.field("sized_for").map(|field| text.label(field.name)).unwrap_or_default();
            ui.label(RichText::new(name).color(colors(ui).muted));
            let all = SizedFor::ALL.map(|one| (one, text.get(one.key())));
            if let Some(picked) = choices(ui, Role::RadioButton, view.project.team.sizing.sized_for, &all) {
                out.push(Action::Edit(Command::set(Of::Sizing, "sized_for", picked), None));
            }
        });
        ui.add_space(space::XS);
    }

    /// The role whose share of the contacts the table shows.
    fn roles(&mut self, ui: &mut Ui, view: &View) {
        let (text, roles) = (view.text, &view.project.team.roles);
        ui.horizontal(|ui| {
            if roles.is_empty() {
                ui.label(RichText::new(text.get("team-no-roles")).color(colors(ui).muted));
                return;
            }
            ui.label(RichText::new(text.get("team-contacts-by")).color(colors(ui).muted));
            let all: Vec<_> = roles.iter().map(|role| (Some(role.id), text.name(&role.name))).collect();
            if let Some(picked) = choices(ui, Role::RadioButton, self.role, &all) {
                self.role = picked;
            }
            if let Some(fault) = self.drafts.fault(text, |_| true) {
                fault_line(ui, &fault);
            }
        });
    }

    fn needs(&mut self, ui: &mut Ui, view: &View, size: &Size) {
        let text = view.text;
        let columns = [
            Column::text(text.get("report-customer"), 150.0, 1.0),
            Column::number(text.get("field-customers"), 88.0),
            Column::number(text.get("funnel-contacts"), 96.0).per(text.get("team-per-customer-year")),
            Column::number(text.get("team-share"), 84.0).per(text.get("team-of-contacts")),
            Column::number(text.get("team-hours"), 84.0).per(text.get("channels-per-contact")),
            Column::number(text.get("funnel-contacts"), 84.0).per(text.get("team-a-year")),
            Column::number(text.get("team-hours"), 76.0).per(text.get("team-a-year")),
            Column::number(text.get("team-people"), 74.0),
            Column { stretch: 1.0, ..Column::text(text.get("report-fits"), 110.0, 1.0) },
        ];
        let table = Table {
            salt: "needs",
            name: text.get("team-needs"),
            columns: &columns,
            row: ROW,
            made_for: view.revision,
            selects: true,
            keys: true,
            selected: self.chosen,
        };
        let mut rows = Needs { view, size, role: self.role, drafts: &mut self.drafts, focused: None };
        let shown = table.show(ui, &mut self.table, &mut rows);
        self.chosen = rows.focused.or(shown.selected).or(self.chosen);
    }
}

/// What the size comes to, in sentences.
fn said(ui: &mut Ui, view: &View, size: &Size) {
    let text = view.text;
    let palette = colors(ui);
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if let Some(focus) = size.focus(|people| text.number(people, 2)) {
            let (sign, ink) =
                if size.is_short() { (icon::WARNING, palette.warning) } else { (icon::CHECK, palette.good) };
            ui.horizontal(|ui| {
                ui.label(RichText::new(sign).font(theme::icon_font()).color(ink));
                ui.add(Label::new(RichText::new(text.say(&focus)).font(theme::body_strong())).wrap());
            });
        }
        for (role, found) in view.project.team.roles.iter().zip(&size.roles) {
            let Some(after) = found.worth_after else { continue };
            let words = match after {
                Some(months) => {
                    text.say(&Message::new("team-worth").with("role", role.shown_name()).with("months", months))
                }
                None => text.with("team-never-worth", "role", role.shown_name()),
            };
            ui.add(Label::new(RichText::new(words).font(theme::small()).color(palette.muted)).truncate());
        }
    });
    ui.add_space(space::XS);
}

/// A row a segment: customers, contacts, the chosen role's share and hours as fields, and what follows.
struct Needs<'a> {
    view: &'a View<'a>,
    size: &'a Size,
    role: Option<RoleId>,
    drafts: &'a mut Drafts,
    /// The row of a field that gained the focus.
    focused: Option<usize>,
}

impl Needs<'_> {
    fn need(&self, row: usize) -> Option<&Need> {
        self.size.needs.get(row)
    }

    fn slot(&self, row: usize, column: usize) -> Option<Slot> {
        let customer = self.need(row)?.target.customer;
        let handling = |role| Of::Handling(HandlingKey { role, customer });
        Some(match column {
            1 => Slot { end: Some(crate::project::End::Likely), ..Slot::new(Of::Funnel(customer), "customers") },
            2 => Slot::new(Of::Funnel(customer), "contacts_per_customer_per_year"),
            3 => Slot::new(handling(self.role?), "share"),
            4 => Slot::new(handling(self.role?), "hours_per_contact"),
            _ => return None,
        })
    }

    /// What counts where nothing is given.
    fn hint(&self, row: usize, column: usize) -> String {
        let dash = || "–".to_owned();
        let (Some(need), Some(role)) = (self.need(row), self.role) else { return dash() };
        let place = self.view.project.team.roles.iter().position(|one| one.id == role);
        let handled = need.handled.iter().find(|one| Some(one.place) == place);
        match (column, handled) {
            (3, Some(one)) => self.view.text.number(one.share * 100.0, 0),
            (4, Some(one)) => {
                one.hours_per_contact.map_or_else(dash, |hours| fields::exact(self.view.text, hours.value))
            }
            _ => dash(),
        }
    }
}

impl Rows for Needs<'_> {
    fn count(&self) -> usize {
        self.size.needs.len()
    }

    /// Fields have accessible names of their own.
    fn text(&self, row: usize, column: usize) -> String {
        let (Some(need), text) = (self.need(row), self.view.text) else { return String::new() };
        match (column, need.people) {
            (0, _) => text.value(&name_of(self.view.project, need.target.customer)),
            (5, _) => need.contacts.map_or_else(String::new, |contacts| text.figure(contacts.per_year())),
            (6, Ok(_)) => text.figure(need.hours.iter().sum::<f64>().round()),
            (7, Ok(people)) => text.number(people, 2),
            (8, Ok(_)) => text.percent(need.fits),
            (8, Err(why)) => text.get(why.key()).to_owned(),
            _ => String::new(),
        }
    }

    fn cell(&mut self, ui: &mut Ui, row: usize, column: usize, align: Align) {
        let Some(need) = self.size.needs.get(row) else { return };
        let (text, palette) = (self.view.text, colors(ui));
        if column == 0 {
            let (customer, fit) = (need.target.customer, need.target.fit);
            segment_badge(ui, self.view, ui.max_rect().min + vec2(PAD, 3.0), customer, fit);
            ui.add_space(32.0);
            table::words(ui, &self.text(row, 0), theme::body(), palette.ink, align);
            return;
        }
        if let Some(slot) = self.slot(row, column) {
            let Some(field) = slot.of.field(slot.field) else { return };
            let role = self.role.and_then(|role| self.view.project.team.role(role));
            let segment = self.text(row, 0);
            let record = match role.filter(|_| column >= 3) {
                Some(role) => format!("{segment}, {}", text.name(&role.name)),
                None => segment,
            };
            let name = accessible_name(text, &record, field.name, slot.end);
            let hint = self.hint(row, column);
            let rect = ui.max_rect().shrink2(vec2(space::XS, 1.0));
            let response = self.drafts.line(ui, self.view, slot, &name, rect.width() - 10.0, &hint);
            if response.gained_focus() {
                self.focused = Some(row);
            }
            return;
        }
        let from_funnel = column == 5 && matches!(need.contacts, Some(Contacts::Funnel { .. }));
        let ink = match (column, need.people) {
            (8, Err(_)) => palette.warning,
            (8, Ok(_)) if need.fits < 1.0 => palette.warning,
            _ if from_funnel => palette.muted,
            _ => palette.ink,
        };
        let font = if column == 7 { theme::body_strong() } else { theme::body() };
        table::words(ui, &self.text(row, column), font, ink, align);
    }

    fn name(&self, row: usize, _: &[Column]) -> String {
        let told = [0, 7, 8].map(|column| self.text(row, column));
        told.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn key(&self, row: usize, column: usize) -> SortKey {
        SortKey::Text(self.text(row, column).to_lowercase())
    }

    fn has_hint(&self, row: usize) -> bool {
        self.need(row).is_some_and(|need| matches!(need.contacts, Some(Contacts::Funnel { .. })))
    }

    fn hint(&self, ui: &mut Ui, _: usize) {
        ui.label(self.view.text.get("team-from-funnel"));
    }
}
