//! Whose customers are whose: loads as bars, customers as a table and on a sketch map, and the even split.

use eframe::egui::{Align, Event, Key, Memory, Modifiers, Rect, RichText, Ui, UiBuilder, vec2};

use crate::analysis::team::{Even, Load, Territories};
use crate::figure::territory_colour;
use crate::import;
use crate::project::{Account, Entry, Message, Of, Staff, TeamId, Territory, TerritoryId};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::fields::{Drafts, Slot, accessible_name, fault_line};
use crate::ui::widgets::table::{self, Column, SortKey};
use crate::ui::widgets::{Empty, keyboard, labelled_button};
use crate::ui::{Action, View};

use super::moving::Map;
use super::records::{Edited, More, RecordsPane, note};
use super::roles::record;

const PERSON: [Edited; 4] = [
    Edited::new("name", "team-person", "", 104.0, 1.0),
    Edited::new("place", "team-place", "", 84.0, 1.0),
    Edited::new("latitude", "team-latitude", "", 70.0, 0.0),
    Edited::new("longitude", "team-longitude", "", 70.0, 0.0),
];

const ACCOUNT: [Edited; 6] = [
    Edited::new("name", "team-account", "", 130.0, 2.0),
    Edited::new("place", "team-place", "", 84.0, 1.0),
    Edited::new("workload", "team-hours", "team-a-year", 68.0, 0.0),
    Edited::new("visits_per_year", "team-visits", "team-a-year", 68.0, 0.0),
    Edited::new("latitude", "team-latitude", "", 70.0, 0.0),
    Edited::new("longitude", "team-longitude", "", 70.0, 0.0),
];

/// Keys that give the selected customer to a person: 1 to the first, 0 to nobody.
const DIGITS: [Key; 10] =
    [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// The pane's own state.
#[derive(Debug, Default)]
pub struct TerritoriesPane {
    drafts: Drafts,
    people: RecordsPane,
    accounts: RecordsPane,
    map: Map,
    /// The imbalance before the last move by hand, and after which revision of the project.
    before: Option<(u64, Option<f64>)>,
}

impl TerritoriesPane {
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let (team, text) = (&view.project.team, view.text);
        if team.territories.is_empty() && team.accounts.is_empty() {
            Self::pasted(ui, view, out);
            let empty = Empty {
                title: text.get("team-territories-empty-title"),
                lines: &[text.get("team-territories-empty-what")],
                example: text.get("team-territories-empty-example"),
                steps: &[(icon::PLUS, text.get("team-add-person")), (icon::PLUS, text.get("team-add-account"))],
                hint: text.get("team-paste-hint"),
            };
            match empty.show(ui) {
                Some(0) => self.add_person(out),
                Some(_) => self.add_account(out),
                None => {}
            }
            return;
        }
        let found = view.analysis.territories();
        let area = ui.available_rect_before_wrap().shrink2(vec2(space::M, 0.0));
        let width = (area.width() * if area.width() > 1100.0 { 0.56 } else { 0.62 }).round();
        let left = Rect::from_min_size(area.min, vec2(width - space::M, area.height() - space::S));
        let right = Rect::from_min_max(area.min + vec2(width, 0.0), area.max - vec2(0.0, space::S));
        let wanted = 92.0 + super::records::ROW * team.territories.len().max(1) as f32;
        let upper = Rect::from_min_size(left.min, vec2(left.width(), wanted.clamp(120.0, left.height() * 0.45)));
        let lower = Rect::from_min_max(upper.left_bottom() + vec2(0.0, space::M), left.max);
        let child = |ui: &mut Ui, rect: Rect, salt: &str| {
            let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(salt));
            child.set_clip_rect(rect.expand(1.0).intersect(ui.clip_rect()));
            child
        };
        let rows = self.person_table(&mut child(ui, upper, "people"), view, found, out);
        self.account_table(&mut child(ui, lower, "accounts"), view, out);
        let mut at = child(ui, right, "map");
        self.said(&mut at, view, found, out);
        let size = at.available_size();
        let before = self.accounts.selected;
        self.map.ui(&mut at, view, size, &mut self.accounts.selected, &rows, out);
        if self.accounts.selected != before {
            self.accounts.reveal();
        }
        ui.advance_cursor_after_rect(area);
        if out.iter().any(|action| matches!(action, Action::Edit(command, _) if is_move(command))) {
            self.before = Some((view.revision, found.imbalance));
        }
        self.drafts.settle(view, ui.memory(Memory::focused), out);
    }

    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.drafts.settle(view, None, out);
    }

    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.drafts.drafts(view, out);
    }

    fn add_person(&mut self, out: &mut Vec<Action>) {
        let one = Territory::new("");
        self.people.start(TeamId::Territory(one.id), Of::Territory(one.id));
        out.push(Action::Edit(Staff::Add { at: usize::MAX, entries: vec![Entry::Territory(one)] }.into(), None));
    }

    fn add_account(&mut self, out: &mut Vec<Action>) {
        let one = Account::new("");
        self.accounts.start(TeamId::Account(one.id), Of::Account(one.id));
        out.push(Action::Edit(Staff::Add { at: usize::MAX, entries: vec![Entry::Account(one)] }.into(), None));
    }

    /// The people with their loads; where each row lies.
    fn person_table(
        &mut self,
        ui: &mut Ui,
        view: &View,
        found: &Territories,
        out: &mut Vec<Action>,
    ) -> Vec<(TerritoryId, Rect)> {
        let text = view.text;
        if RecordsPane::heading(ui, text.get("team-territories"), text.get("team-add-person")) {
            self.add_person(out);
        }
        let records: Vec<_> = (view.project.team.territories.iter())
            .map(|one| record(TeamId::Territory(one.id), Of::Territory(one.id), text.name(&one.name)))
            .collect();
        let mut loads = Loads { found, rows: Vec::new() };
        let table = ("territories", text.get("team-territories"));
        self.people.show(ui, view, table, &records, &PERSON, &mut loads, &mut self.drafts, out);
        loads.rows
    }

    fn account_table(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        let team = &view.project.team;
        if RecordsPane::heading(ui, text.get("team-accounts"), text.get("team-add-account")) {
            self.add_account(out);
        }
        if let Some(fault) = self.drafts.fault(text, |_| true) {
            fault_line(ui, &fault);
        } else {
            note(ui, text.get("team-paste-hint"));
        }
        let records: Vec<_> = (team.accounts.iter())
            .map(|one| record(TeamId::Account(one.id), Of::Account(one.id), text.name(&one.name)))
            .collect();
        let places = crate::figure::by_territory(view.project);
        let owners: Vec<_> = team.accounts.iter().map(places).collect();
        let table = ("accounts", text.get("team-accounts"));
        let mut owner = Owners { owners: &owners };
        let shown = self.accounts.show(ui, view, table, &records, &ACCOUNT, &mut owner, &mut self.drafts, out);
        if !shown.has_keys {
            return;
        }
        Self::pasted(ui, view, out);
        let Some(TeamId::Account(id)) = self.accounts.selected else { return };
        for (digit, key) in DIGITS.into_iter().enumerate() {
            if !keyboard::pressed_once(ui.ctx(), Modifiers::NONE, key) {
                continue;
            }
            let to = digit.checked_sub(1).map(|place| team.territories.get(place).map(|one| one.id));
            match to {
                Some(None) => {}
                Some(some) => out.push(Action::Edit(Staff::Assign(vec![(id, some)]).into(), None)),
                None => out.push(Action::Edit(Staff::Assign(vec![(id, None)]).into(), None)),
            }
        }
    }

    /// Adds the customers of a pasted table.
    fn pasted(ui: &Ui, view: &View, out: &mut Vec<Action>) {
        if ui.ctx().text_edit_focused() {
            return;
        }
        let paste = ui.input_mut(|input| {
            let at = input.events.iter().position(|event| matches!(event, Event::Paste(_)))?;
            match input.events.remove(at) {
                Event::Paste(text) => Some(text),
                _ => None,
            }
        });
        let Some(pasted) = paste else { return };
        match import::accounts(&pasted, view.text) {
            Ok(accounts) if accounts.is_empty() => out.push(Action::Warn(Message::new("team-pasted-nothing"))),
            Ok(accounts) => {
                let count = accounts.len();
                let entries = accounts.into_iter().map(Entry::Account).collect();
                out.push(Action::Edit(Staff::Add { at: usize::MAX, entries }.into(), None));
                out.push(Action::Say(Message::new("team-pasted").with("count", count)));
            }
            Err(message) => out.push(Action::Warn(message)),
        }
    }

    /// How uneven the loads are, and what the even split would make of it.
    fn said(&mut self, ui: &mut Ui, view: &View, found: &Territories, out: &mut Vec<Action>) {
        let text = view.text;
        let percent = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| text.percent(share));
        let before = self.before.filter(|(revision, _)| *revision != view.revision).map(|(_, before)| before);
        let words = match before {
            Some(before) => text.say(
                &Message::new("team-imbalance-was")
                    .with("now", percent(found.imbalance))
                    .with("before", percent(before)),
            ),
            None => text.with("team-imbalance-is", "now", percent(found.imbalance)),
        };
        ui.label(RichText::new(words).font(theme::heading()));
        let latest = view.analysis.even_territories();
        if latest.is_old {
            note(ui, text.get("budget-is-old"));
        }
        if let Some(even) =
            latest.found.filter(|even| !latest.is_old && even.person.len() == view.project.team.accounts.len())
        {
            ui.horizontal_wrapped(|ui| {
                let key = if even.is_best { "team-even-best" } else { "team-even-split" };
                let words = text.with(key, "imbalance", percent(even.territories.imbalance));
                ui.label(RichText::new(words).color(colors(ui).muted));
                let differs = assigned(view, even);
                let button = ui.add_enabled_ui(!differs.is_empty(), |ui| {
                    labelled_button(ui, icon::CHECK, text.get("team-use-even")).clicked()
                });
                if button.inner {
                    out.push(Action::Edit(Staff::Assign(differs).into(), None));
                }
            });
        }
        ui.horizontal(|ui| {
            let Some(field) = Of::Sizing.field("travel_speed") else { return };
            ui.label(RichText::new(text.label(field.name)).color(colors(ui).muted));
            let name = accessible_name(text, text.get("tab-team"), field.name, None);
            self.drafts.line(ui, view, Slot::new(Of::Sizing, "travel_speed"), &name, 56.0, "–");
        });
        ui.add_space(space::XS);
    }
}

fn is_move(command: &crate::project::Command) -> bool {
    matches!(command, crate::project::Command::Staff(Staff::Assign(_)))
}

/// The accounts that the even split would give to somebody else.
fn assigned(view: &View, even: &Even) -> Vec<(crate::project::AccountId, Option<TerritoryId>)> {
    let team = &view.project.team;
    let wanted = team.accounts.iter().zip(&even.person);
    wanted
        .map(|(account, place)| (account, team.territories.get(*place).map(|one| one.id)))
        .filter(|(account, to)| account.territory != *to)
        .map(|(account, to)| (account.id, to))
        .collect()
}

/// Customers, and hours as a bar with its deviation from the mean.
struct Loads<'a> {
    found: &'a Territories,
    rows: Vec<(TerritoryId, Rect)>,
}

impl Loads<'_> {
    fn load(&self, row: usize) -> Load {
        self.found.loads.get(row).copied().unwrap_or_default()
    }

    fn mean(&self) -> f64 {
        self.found.loads.iter().map(|load| load.hours()).sum::<f64>() / self.found.loads.len().max(1) as f64
    }
}

impl More for Loads<'_> {
    fn columns(&self, view: &View) -> Vec<Column<'static>> {
        let text = view.text;
        vec![
            Column::number(text.get("team-accounts").to_owned(), 74.0),
            Column::text(text.get("team-load-heading").to_owned(), 180.0, 2.0)
                .per(text.get("team-load-per").to_owned()),
        ]
    }

    fn text(&self, view: &View, row: usize, column: usize) -> String {
        let (text, load, mean) = (view.text, self.load(row), self.mean());
        if column == 0 {
            return text.count(load.accounts);
        }
        let above = if mean > 0.0 { load.hours() / mean - 1.0 } else { 0.0 };
        let sign = if above > 0.0 { "+" } else { "" };
        let message = Message::new("team-load").with("hours", text.figure(load.hours().round()));
        text.say(&message.with("above", format!("{sign}{}", text.percent(above))))
    }

    fn key(&self, row: usize, column: usize) -> SortKey {
        let load = self.load(row);
        SortKey::Number(if column == 0 { load.accounts as f64 } else { load.hours() })
    }

    fn cell(&mut self, ui: &mut Ui, view: &View, row: usize, column: usize, align: Align) {
        let words = self.text(view, row, column);
        let palette = colors(ui);
        let rect = ui.max_rect();
        if column == 0 {
            table::words(ui, &words, theme::body(), palette.ink, align);
            return;
        }
        if let Some(one) = view.project.team.territories.get(row) {
            let line = Rect::from_min_max(eframe::egui::pos2(ui.ctx().content_rect().left(), rect.top()), rect.max);
            self.rows.push((one.id, line.intersect(ui.clip_rect().union(line))));
        }
        let load = self.load(row);
        let most = self.found.loads.iter().map(|load| load.hours()).fold(1e-9, f64::max);
        let galley = ui.painter().layout_no_wrap(words, theme::small(), palette.ink);
        let room = (rect.width() - galley.size().x - 3.0 * space::S).max(20.0);
        let length = |hours: f64| room * (hours / most) as f32;
        let bar = Rect::from_min_size(rect.min + vec2(space::S, 8.0), vec2(length(load.work), rect.height() - 16.0));
        let colour = palette.drawn(territory_colour(row));
        ui.painter().rect_filled(bar, 1.0, colour);
        let way = Rect::from_min_size(bar.right_top(), vec2(length(load.travel), bar.height()));
        ui.painter().rect_filled(way, 1.0, colour.gamma_multiply(0.45));
        let mean = bar.left() + length(self.mean());
        ui.painter().vline(mean, rect.shrink2(vec2(0.0, 4.0)).y_range(), (1.5, palette.ink));
        let at = eframe::egui::pos2(way.right() + space::S, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, palette.ink);
    }
}

/// Whose each customer is.
struct Owners<'a> {
    /// By account, the place of its territory.
    owners: &'a [Option<usize>],
}

impl More for Owners<'_> {
    fn columns(&self, view: &View) -> Vec<Column<'static>> {
        vec![Column::text(view.text.get("team-territory").to_owned(), 96.0, 1.0).sorted()]
    }

    fn text(&self, view: &View, row: usize, _: usize) -> String {
        let place = self.owners.get(row).copied().flatten();
        let one = place.and_then(|place| Some((place, view.project.team.territories.get(place)?)));
        one.map_or_else(String::new, |(place, one)| format!("{} {}", place + 1, view.text.name(&one.name)))
    }

    fn key(&self, row: usize, _: usize) -> SortKey {
        self.owners.get(row).copied().flatten().map(|place| place as f64).into()
    }

    fn cell(&mut self, ui: &mut Ui, view: &View, row: usize, column: usize, align: Align) {
        let words = self.text(view, row, column);
        let palette = colors(ui);
        if let Some(place) = self.owners.get(row).copied().flatten() {
            let at = ui.max_rect().left_center() + vec2(space::S + 5.0, 0.0);
            ui.painter().circle_filled(at, 5.0, palette.drawn(territory_colour(place)));
            ui.add_space(16.0);
            table::words(ui, &words, theme::body(), palette.ink, align);
        } else {
            table::words(ui, view.text.get("team-nobody"), theme::body(), palette.muted, align);
        }
    }
}
