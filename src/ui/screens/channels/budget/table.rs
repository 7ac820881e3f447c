//! The table of a scenario: contacts, money and what they leave by pair, caps and minimums, and why a pair stands idle.

use std::collections::HashMap;

use eframe::egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::budget::{Idle, Outlook};
use crate::analysis::coverage::name_of;
use crate::project::{Message, ReachKey, ScenarioId};
use crate::ui::View;
use crate::ui::theme::{self, colors};
use crate::ui::widgets::choices;

use super::super::field::{Drafts, Slot};
use super::super::plan_field::PlanSlot;
use super::super::sheet::{self, Column};

const COLUMNS: [Column; 8] = [
    ("budget-column-segment", 112.0, false),
    ("budget-column-channel", 112.0, false),
    ("budget-column-least", 62.0, true),
    ("budget-column-most", 62.0, true),
    ("budget-column-contacts", 74.0, true),
    ("budget-column-money", 86.0, true),
    ("budget-column-contribution", 88.0, true),
    ("budget-column-why", 96.0, false),
];
/// Height of a row.
const ROW: f32 = 30.0;

/// Which pairs stand in the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Which {
    /// Those that money goes to.
    #[default]
    Used,
    /// Those that could get some and don't.
    Idle,
    /// Those that take no part.
    Outside,
}

/// A line of the table.
#[derive(Debug, Clone)]
struct Line {
    key: ReachKey,
    /// The place among the pairs; none for what takes no part.
    pair: Option<usize>,
    why: Option<Message>,
}

/// The rows as they were gathered last.
#[derive(Debug, Default)]
pub struct Rows {
    which: Which,
    made_for: Option<(u64, ScenarioId, bool)>,
    lines: HashMap<u8, Vec<Line>>,
}

impl Rows {
    fn lines(&self, which: Which) -> &[Line] {
        self.lines.get(&(which as u8)).map_or(&[], Vec::as_slice)
    }

    /// Which rows are shown, with how many there are.
    pub fn choices(&mut self, ui: &mut Ui, view: &View) {
        let text = view.text;
        let named =
            |which: Which, key: &str| (which, format!("{} · {}", text.get(key), text.count(self.lines(which).len())));
        let items = [
            named(Which::Used, "budget-used"),
            named(Which::Idle, "budget-idle"),
            named(Which::Outside, "budget-outside"),
        ];
        let items = [0, 1, 2].map(|at| (items[at].0, items[at].1.as_str()));
        if let Some(which) = choices(ui, Role::RadioButton, self.which, &items) {
            self.which = which;
        }
    }

    fn follow(&mut self, view: &View, found: &Outlook) {
        let made_for = Some((view.revision, found.scenario, view.budgets.is_old));
        if self.made_for == made_for {
            return;
        }
        self.made_for = made_for;
        self.lines.clear();
        let problem = &found.problem;
        let mut put = |which: Which, line: Line| self.lines.entry(which as u8).or_default().push(line);
        if let Ok(allocation) = &found.solved {
            for (place, (pair, share)) in problem.pairs.iter().zip(&allocation.shares).enumerate() {
                if share.contacts > 0.0 {
                    let why = if share.at_most {
                        Some("budget-at-most")
                    } else if share.at_least {
                        Some("budget-at-least")
                    } else {
                        None
                    };
                    put(Which::Used, Line { key: pair.key, pair: Some(place), why: why.map(Message::new) });
                }
            }
            for (key, why) in problem.idle(allocation) {
                let outside = matches!(why, Idle::Outside(_));
                let which = if outside { Which::Outside } else { Which::Idle };
                let pair = if outside { None } else { problem.place(key) };
                put(which, Line { key, pair, why: Some(why.message()) });
            }
        } else {
            for (place, pair) in problem.pairs.iter().enumerate() {
                put(Which::Used, Line { key: pair.key, pair: Some(place), why: None });
            }
            for (key, why) in &problem.outside {
                let why = Some(Idle::Outside(why.clone()).message());
                put(Which::Outside, Line { key: *key, pair: None, why });
            }
        }
    }

    /// Draws the table in the room that is left.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, found: &Outlook, drafts: &mut Drafts) {
        self.follow(view, found);
        let least: f32 = COLUMNS.iter().map(|(_, width, _)| width).sum();
        let room = ui.available_width().max(least);
        let which = self.which;
        let lines = self.lines(which);
        ScrollArea::horizontal().id_salt("budget table across").auto_shrink(false).show(ui, |ui| {
            ui.set_min_width(room);
            let places = places(ui.min_rect().left(), room - 12.0);
            sheet::header(ui, view, &COLUMNS, &places);
            ui.spacing_mut().item_spacing.y = 0.0;
            if lines.is_empty() {
                let key = match which {
                    Which::Used => "budget-nothing-used",
                    Which::Idle => "budget-nothing-idle",
                    Which::Outside => "budget-nothing-outside",
                };
                ui.label(eframe::egui::RichText::new(view.text.get(key)).color(colors(ui).muted));
                return;
            }
            let area = ScrollArea::vertical().id_salt("budget table").auto_shrink(false);
            area.show_rows(ui, ROW, lines.len(), |ui, rows| {
                for line in &lines[rows] {
                    row(ui, view, found, line, drafts, &places);
                }
            });
        });
    }
}

/// The reason takes what the other columns leave.
fn places(left: f32, room: f32) -> Vec<(f32, f32)> {
    let fixed: f32 = COLUMNS.iter().map(|(_, width, _)| width).sum();
    let spare = (room - fixed).max(0.0);
    let mut at = left;
    (COLUMNS.iter().enumerate())
        .map(|(place, (_, width, _))| {
            let extra = match place {
                0 | 1 => spare * 0.25,
                7 => spare * 0.5,
                _ => 0.0,
            };
            let start = at;
            at += width + extra;
            (start, at)
        })
        .collect()
}

fn row(ui: &mut Ui, view: &View, found: &Outlook, line: &Line, drafts: &mut Drafts, places: &[(f32, f32)]) {
    let text = view.text;
    let palette = colors(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let segment = text.value(&name_of(view.project, line.key.customer));
    let Some((_, channel)) = view.project.channel(line.key.channel) else { return };
    let channel = text.value(&channel.shown_name());
    let share = line.pair.and_then(|place| found.solved.as_ref().ok()?.shares.get(place));
    let ink = if share.is_some_and(|share| share.contacts > 0.0) { palette.ink } else { palette.muted };
    let mut said = vec![segment.clone(), channel.clone()];
    sheet::words(ui, rect, places[0], &segment, theme::body(), ink, false);
    sheet::words(ui, rect, places[1], &channel, theme::body(), ink, false);
    for (slot, key, place) in [
        (PlanSlot::Least(found.scenario, line.key), "field-least-contacts", places[2]),
        (PlanSlot::Most(found.scenario, line.key), "field-most-contacts", places[3]),
    ] {
        let pair = format!("{channel}, {segment}");
        let message = Message::new("channels-field-of").with("channel", pair).with("field", text.get(key));
        sheet::field(ui, view, drafts, rect, place, Slot::Plan(slot), &text.say(&message), "–");
    }
    if let Some(share) = share.filter(|share| share.contacts > 0.0) {
        let amount = |amount: f64| text.money(amount, "");
        let decimals = usize::from(share.contacts < 10.0);
        let shown = [text.number(share.contacts, decimals), amount(share.money), amount(share.contribution)];
        for (words, place) in shown.iter().zip(&places[4..]) {
            sheet::words(ui, rect, *place, words, theme::body(), palette.ink, true);
        }
        said.extend(shown);
    }
    let mut hint = None;
    if let Some(why) = &line.why {
        let words = text.say(why);
        sheet::words(ui, rect, places[7], &words, theme::small(), palette.muted, false);
        said.push(words.clone());
        hint = Some(words);
    }
    let said = said.join(", ");
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &said));
    if let Some(hint) = hint {
        let over = Rect::from_min_max(pos2(places[7].0, rect.top()), rect.max);
        ui.interact(
            over,
            ui.scope_id().with(("why", line.key.customer.number(), line.key.channel.number())),
            Sense::hover(),
        )
        .on_hover_text(hint);
    }
}
