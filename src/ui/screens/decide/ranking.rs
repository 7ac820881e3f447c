//! The ranking.
use crate::project::CellKey;
use crate::ui::{Action, View};
#[derive(Debug, Default)]
pub(super) struct RankingPane {}
impl RankingPane {
    pub fn ui(&mut self, _ui: &mut eframe::egui::Ui, _view: &View, _out: &mut Vec<Action>) -> Option<CellKey> {
        None
    }
}
