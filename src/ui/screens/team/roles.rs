//! Roles with their figures, what is in each, and who follows up what.

use eframe::egui::{Align, Memory, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

use crate::project::{Command, DutyKey, DutyPart, Entry, FollowUp, Message, Of, Staff, Task, TeamId, TeamRole};
use crate::ui::theme::{colors, icon, space};
use crate::ui::widgets::Empty;
use crate::ui::widgets::fields::{Drafts, fault_line};
use crate::ui::widgets::table::{Column, SortKey};
use crate::ui::{Action, View};

use super::records::{Edited, More, NoMore, Record, RecordsPane};

const ROLE: [Edited; 8] = [
    Edited::new("name", "team-role", "", 150.0, 1.0),
    Edited::new("people", "team-people", "", 66.0, 0.0),
    Edited::new("selling_hours_per_year", "team-selling-hours", "team-per-person-year", 92.0, 0.0),
    Edited::new("hours_per_contact", "team-hours", "channels-per-contact", 76.0, 0.0),
    Edited::new("sales_per_year", "team-sales", "team-per-person-year", 96.0, 0.0),
    Edited::new("cost_per_year", "team-cost", "team-per-person-year", 96.0, 0.0),
    Edited::new("commission", "team-commission", "team-of-sales", 92.0, 0.0),
    Edited::new("ramp_up_months", "team-ramp-up", "team-in-months", 84.0, 0.0),
];

const TASK: [Edited; 2] =
    [Edited::new("name", "team-task", "", 150.0, 2.0), Edited::new("kind", "team-kind", "", 152.0, 0.0)];

const FOLLOW_UP: [Edited; 3] = [
    Edited::new("name", "team-follow-up", "", 130.0, 2.0),
    Edited::new("followed_up_by", "team-by-whom", "", 90.0, 1.0),
    Edited::new("interval", "team-how-often", "", 152.0, 0.0),
];

/// The pane's own state.
#[derive(Debug, Default)]
pub struct RolesPane {
    drafts: Drafts,
    roles: RecordsPane,
    tasks: RecordsPane,
    follow_ups: RecordsPane,
}

impl RolesPane {
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let (team, text) = (&view.project.team, view.text);
        if team.roles.is_empty() && team.tasks.is_empty() && team.follow_ups.is_empty() {
            let empty = Empty {
                title: text.get("team-roles-empty-title"),
                lines: &[text.get("team-roles-empty-what")],
                example: text.get("team-roles-empty-example"),
                steps: &[(icon::PLUS, text.get("team-add-role"))],
                hint: "",
            };
            if empty.show(ui).is_some() {
                self.add_role(out);
            }
            return;
        }
        let area = ui.available_rect_before_wrap().shrink2(vec2(space::M, 0.0));
        let wanted = 100.0 + super::records::ROW * team.roles.len().max(1) as f32;
        let upper = Rect::from_min_size(area.min, vec2(area.width(), wanted.max(140.0).min(area.height() * 0.48)));
        let lower = Rect::from_min_max(upper.left_bottom() + vec2(0.0, space::M), area.max - vec2(0.0, space::S));
        let half = (lower.width() * 0.58).round();
        let left = Rect::from_min_size(lower.min, vec2(half - space::M, lower.height()));
        let right = Rect::from_min_max(lower.min + vec2(half, 0.0), lower.max);
        let child = |ui: &mut Ui, rect: Rect, salt: &str| {
            let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(salt));
            child.set_clip_rect(rect.expand(1.0).intersect(ui.clip_rect()));
            child
        };
        self.role_table(&mut child(ui, upper, "roles"), view, out);
        self.task_table(&mut child(ui, left, "tasks"), view, out);
        self.follow_up_table(&mut child(ui, right, "followups"), view, out);
        ui.advance_cursor_after_rect(area);
        self.drafts.settle(view, ui.memory(Memory::focused), out);
    }

    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.drafts.settle(view, None, out);
    }

    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.drafts.drafts(view, out);
    }

    fn add_role(&mut self, out: &mut Vec<Action>) {
        let role = TeamRole::new("");
        self.roles.start(TeamId::Role(role.id), Of::Role(role.id));
        out.push(Action::Edit(Staff::Add { at: usize::MAX, entries: vec![Entry::Role(role)] }.into(), None));
    }

    fn role_table(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        if RecordsPane::heading(ui, text.get("team-roles"), text.get("team-add-role")) {
            self.add_role(out);
        }
        if let Some(fault) = self.drafts.fault(text, |of| matches!(of, Of::Role(_))) {
            fault_line(ui, &fault);
        }
        let records: Vec<_> = (view.project.team.roles.iter())
            .map(|role| record(TeamId::Role(role.id), Of::Role(role.id), text.name(&role.name)))
            .collect();
        let table = ("roles", text.get("team-roles"));
        self.roles.show(ui, view, table, &records, &ROLE, &mut NoMore, &mut self.drafts, out);
    }

    fn task_table(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        if RecordsPane::heading(ui, text.get("team-tasks-in-roles"), text.get("team-add-task")) {
            let task = Task::new("");
            self.tasks.start(TeamId::Task(task.id), Of::Task(task.id));
            out.push(Action::Edit(Staff::Add { at: usize::MAX, entries: vec![Entry::Task(task)] }.into(), None));
        }
        let records: Vec<_> = (view.project.team.tasks.iter())
            .map(|task| record(TeamId::Task(task.id), Of::Task(task.id), text.name(&task.name)))
            .collect();
        let mut duties = Duties { wanted: None };
        let table = ("tasks", text.get("team-tasks"));
        self.tasks.show(ui, view, table, &records, &TASK, &mut duties, &mut self.drafts, out);
        if let Some((key, part)) = duties.wanted {
            out.push(Action::Edit(Command::set(Of::Duty(key), "part", part), None));
        }
    }

    fn follow_up_table(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        if RecordsPane::heading(ui, text.get("team-follow-ups"), text.get("team-add-follow-up")) {
            let one = FollowUp::new("");
            self.follow_ups.start(TeamId::FollowUp(one.id), Of::FollowUp(one.id));
            out.push(Action::Edit(Staff::Add { at: usize::MAX, entries: vec![Entry::FollowUp(one)] }.into(), None));
        }
        let records: Vec<_> = (view.project.team.follow_ups.iter())
            .map(|one| record(TeamId::FollowUp(one.id), Of::FollowUp(one.id), text.name(&one.name)))
            .collect();
        let table = ("followups", text.get("team-follow-ups"));
        self.follow_ups.show(ui, view, table, &records, &FOLLOW_UP, &mut NoMore, &mut self.drafts, out);
    }
}

pub fn record(id: TeamId, of: Of, name: &str) -> Record {
    Record { id, of, name: name.to_owned() }
}

/// A column a role: a filled circle is responsible, a ring takes part. A click goes on to the next.
struct Duties {
    wanted: Option<(DutyKey, DutyPart)>,
}

impl Duties {
    fn key(view: &View, row: usize, column: usize) -> Option<DutyKey> {
        let team = &view.project.team;
        Some(DutyKey { role: team.roles.get(column)?.id, task: team.tasks.get(row)?.id })
    }
}

impl More for Duties {
    fn columns(&self, view: &View) -> Vec<Column<'static>> {
        let name = |role: &TeamRole| Column::text(view.text.name(&role.name).to_owned(), 84.0, 1.0);
        view.project.team.roles.iter().map(name).collect()
    }

    fn text(&self, view: &View, row: usize, column: usize) -> String {
        let part = Self::key(view, row, column).map(|key| view.project.team.duty(key).part);
        part.filter(|part| *part != DutyPart::None)
            .map_or_else(String::new, |part| view.text.get(part.key()).to_owned())
    }

    fn key(&self, _: usize, _: usize) -> SortKey {
        SortKey::None
    }

    fn cell(&mut self, ui: &mut Ui, view: &View, row: usize, column: usize, _: Align) {
        let (team, text) = (&view.project.team, view.text);
        let Some(key) = Self::key(view, row, column) else { return };
        let part = team.duty(key).part;
        let rect = ui.max_rect();
        let response = ui.interact(rect.shrink(2.0), ui.scope_id().with(("duty", key)), Sense::CLICK);
        let names = (text.name(&team.roles[column].name), text.name(&team.tasks[row].name));
        let message = Message::new("team-duty-of").with("role", names.0).with("task", names.1);
        let name = text.say(&message.with("part", Message::new(part.key())));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let palette = colors(ui);
        let centre = rect.left_center() + vec2(space::S + 8.0, 0.0);
        match part {
            DutyPart::Responsible => drop(ui.painter().circle_filled(centre, 7.0, palette.accent)),
            DutyPart::TakesPart => drop(ui.painter().circle_stroke(centre, 6.5, Stroke::new(2.0, palette.accent))),
            DutyPart::None => drop(ui.painter().circle_filled(centre, 1.5, palette.frame)),
        }
        if response.has_focus() {
            ui.painter().rect_stroke(
                rect.shrink(2.0),
                3.0,
                Stroke::new(1.5, palette.accent),
                eframe::egui::StrokeKind::Inside,
            );
        }
        if response.on_hover_text(&name).clicked() {
            let next = match part {
                DutyPart::None => DutyPart::Responsible,
                DutyPart::Responsible => DutyPart::TakesPart,
                DutyPart::TakesPart => DutyPart::None,
            };
            self.wanted = Some((key, next));
        }
    }
}
