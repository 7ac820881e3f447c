//! The sketch map, on which customers are picked and moved by hand.

use eframe::egui::{Id, Order, Pos2, Rect, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::analysis::team::{Problem, Territories};
use crate::figure::{MapFrame, by_territory, map_frame, territory_map};
use crate::project::{Account, AccountId, Message, Staff, TeamId, TerritoryId};
use crate::text::Language;
use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::picture::Picture;
use crate::ui::{Action, Memo, View};

/// How near the pointer must be to a mark, in points.
const REACH: f32 = 14.0;

/// The map's own state.
#[derive(Debug, Default)]
pub struct Map {
    picture: Picture<(u64, Language)>,
    /// The account that is being dragged.
    dragged: Option<AccountId>,
    /// The loads if it were dropped there.
    after: Memo<(u64, AccountId, TerritoryId), Option<f64>>,
}

impl Map {
    /// Draws the map. `rows` are the places of the territories in their table, where a customer can be dropped too.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        view: &View,
        size: Vec2,
        selected: &mut Option<TeamId>,
        rows: &[(TerritoryId, Rect)],
        out: &mut Vec<Action>,
    ) {
        let text = view.text;
        let (rect, response) = ui.allocate_exact_size(size.floor().max(vec2(80.0, 60.0)), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, text.get("team-map")));
        let key = (view.revision, text.language());
        self.picture.paint(ui, rect, key, |room| territory_map(view.project, by_territory(view.project), text, room));
        let Some(frame) = map_frame(view.project, (rect.width(), rect.height())) else { return };
        let place = |at: (f64, f64)| {
            let point = frame.at(at);
            pos2(point.x, point.y) + rect.min.to_vec2()
        };
        let palette = colors(ui);
        if let Some(TeamId::Account(id)) = *selected {
            let account = view.project.team.accounts.iter().find(|one| one.id == id);
            if let Some(at) = account.and_then(Account::coordinates) {
                ui.painter().circle_stroke(place(at), 11.0, (2.0, palette.accent));
            }
        }
        let pointer = response.interact_pointer_pos();
        if (response.clicked() || response.drag_started())
            && let Some(account) = pointer.and_then(|at| nearest(view, &frame, rect, at, |_| true))
        {
            *selected = Some(TeamId::Account(account.id));
            self.dragged = response.drag_started().then_some(account.id);
        }
        let Some(id) = self.dragged else { return };
        let target = pointer.and_then(|at| target(view, &frame, rect, rows, at, id));
        if let Some(at) = pointer {
            self.say(ui, view, at, id, target);
        }
        if let Some((_, row)) = target.and_then(|target| rows.iter().find(|(one, _)| *one == target)) {
            ui.painter().with_clip_rect(ui.ctx().content_rect()).rect_stroke(
                *row,
                3.0,
                (2.0, palette.accent),
                StrokeKind::Inside,
            );
        }
        if response.drag_stopped() {
            self.dragged = None;
            if let Some(target) = target {
                out.push(Action::Edit(Staff::Assign(vec![(id, Some(target))]).into(), None));
            }
        } else if !response.dragged() {
            self.dragged = None;
        }
    }

    /// Says at the pointer what moving the customer there makes of the imbalance.
    fn say(&mut self, ui: &Ui, view: &View, at: Pos2, id: AccountId, target: Option<TerritoryId>) {
        let (text, palette) = (view.text, colors(ui));
        let words = match target {
            None => text.get("team-drop-somewhere").to_owned(),
            Some(target) => {
                let after = *self.after.get((view.revision, id, target), || imbalance_after(view, id, target));
                let name = view.project.team.territories.iter().find(|one| one.id == target);
                let percent = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| text.percent(share));
                let message = Message::new("team-would-be")
                    .with("name", name.map_or("", |one| text.name(&one.name)))
                    .with("before", percent(view.analysis.territories().imbalance))
                    .with("after", percent(after));
                text.say(&message)
            }
        };
        let painter = ui.ctx().layer_painter(eframe::egui::LayerId::new(Order::Tooltip, Id::unique("team moving")));
        let galley = painter.layout_no_wrap(words, theme::body_strong(), palette.ink);
        let corner = at + vec2(16.0, 12.0);
        let screen = ui.ctx().content_rect();
        let corner = pos2(corner.x.min(screen.right() - galley.size().x - space::L), corner.y);
        let around = Rect::from_min_size(corner, galley.size()).expand(6.0);
        painter.rect(around, 4.0, palette.panel, (1.0, palette.frame), StrokeKind::Inside);
        painter.galley(corner, galley, palette.ink);
    }
}

/// The imbalance if the account belonged to that territory.
fn imbalance_after(view: &View, id: AccountId, target: TerritoryId) -> Option<f64> {
    let places = by_territory(view.project);
    let to = view.project.team.territories.iter().position(|one| one.id == target);
    let problem = Problem::given(view.project);
    let person: Vec<_> = problem.accounts.iter().map(|one| if one.id == id { to } else { places(one) }).collect();
    Territories::assigned(&problem, &person).imbalance
}

/// The account nearest to a point of the window, within reach.
fn nearest<'a>(
    view: &'a View,
    frame: &MapFrame,
    rect: Rect,
    at: Pos2,
    wanted: impl Fn(&Account) -> bool,
) -> Option<&'a Account> {
    let away = |account: &&Account| {
        let point = frame.at(account.coordinates()?);
        Some((pos2(point.x, point.y) + rect.min.to_vec2()).distance(at))
    };
    let all = view.project.team.accounts.iter().filter(|account| wanted(account));
    let near = all.filter_map(|account| Some((away(&account)?, account))).filter(|(far, _)| *far <= REACH);
    near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, account)| account)
}

/// Whose a customer becomes when it is dropped there: by a row of the table, a person's place, or another customer.
fn target(
    view: &View,
    frame: &MapFrame,
    rect: Rect,
    rows: &[(TerritoryId, Rect)],
    at: Pos2,
    dragged: AccountId,
) -> Option<TerritoryId> {
    if let Some((id, _)) = rows.iter().find(|(_, row)| row.contains(at)) {
        return Some(*id);
    }
    let base = view.project.team.territories.iter().find(|one| {
        one.coordinates().is_some_and(|place| {
            let point = frame.at(place);
            (pos2(point.x, point.y) + rect.min.to_vec2()).distance(at) <= REACH
        })
    });
    let other = || nearest(view, frame, rect, at, |one| one.id != dragged && one.territory.is_some())?.territory;
    base.map(|one| one.id).or_else(other)
}
