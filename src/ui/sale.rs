//! Buying urge and buying process of cells: the scores of the criteria with these roles, given from anywhere.

use crate::analysis::score::difficulty;
use crate::project::{CellKey, Command, Criterion, Decide, Message, Role, usual_criterion};

use super::{Action, View};

/// The two that say how hard a sale is, in the order of the method.
pub const ROLES: [Role; 2] = [Role::BuyingUrge, Role::BuyingProcess];

/// The project's criterion of that role; the first of several counts.
pub fn criterion<'a>(view: &View<'a>, role: Role) -> Option<&'a Criterion> {
    view.project.decision.criteria.iter().find(|criterion| criterion.role == role)
}

/// The levels of that role in words, from 1: those of the project's criterion, or the method's where it has none.
pub fn levels(view: &View, role: Role) -> Vec<String> {
    let method = usual_criterion(role, |key| view.text.get(key).into());
    let own = criterion(view, role).map(|criterion| &criterion.anchors);
    let method = method.map(|criterion| criterion.anchors).unwrap_or_default();
    let words = |(place, usual): (usize, &std::sync::Arc<str>)| {
        let own = own.and_then(|anchors| anchors.get(place)).filter(|anchor| !anchor.trim().is_empty());
        own.unwrap_or(usual).to_string()
    };
    method.iter().enumerate().map(words).collect()
}

/// The level of some cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// All have this one, or none.
    Same(Option<u8>),
    Differs,
}

/// The level that all these cells have, if they agree.
pub fn level(view: &View, role: Role, cells: &[CellKey]) -> Level {
    let Some(criterion) = criterion(view, role) else { return Level::Same(None) };
    let mut all = cells.iter().map(|cell| view.project.decision.score(*cell, criterion.id).map(|score| score.level));
    let first = all.next().flatten();
    if all.all(|level| level == first) { Level::Same(first) } else { Level::Differs }
}

/// Sets the level of cells, as one step. A project without such a criterion gets the method's, and that is said.
pub fn set(view: &View, role: Role, cells: &[CellKey], level: Option<u8>) -> Vec<Action> {
    let scores = |criterion| Command::from(Decide::SetScores { cells: cells.to_vec(), criterion, level });
    if let Some(criterion) = criterion(view, role) {
        return vec![Action::Edit(scores(criterion.id), None)];
    }
    let Some(new) = usual_criterion(role, |key| view.text.get(key).into()) else { return Vec::new() };
    let said = Message::new("sale-criterion-added").with("criterion", &*new.name);
    let id = new.id;
    let add = Decide::AddCriteria { at: usize::MAX, criteria: vec![new] };
    vec![Action::Edit(Command::All(vec![add.into(), scores(id)]), None), Action::Say(said)]
}

/// “The sale is challenging”; none where urge or process isn't given.
pub fn difficulty_words(view: &View, cell: CellKey) -> Option<String> {
    let difficulty = difficulty(&view.project.decision, cell)?;
    Some(view.text.with("decide-difficulty", "difficulty", Message::new(difficulty.key())))
}
