//! Rounds.
use super::{Candidates, draft::Drafts};
use crate::ui::{Action, View};
#[derive(Debug, Default)]
pub(super) struct AgreementPane {}
impl AgreementPane {
    pub fn is_voting(&self, _view: &View) -> bool {
        false
    }
    pub fn ui(
        &mut self,
        _ui: &mut eframe::egui::Ui,
        _view: &View,
        _c: &Candidates,
        _d: &mut Drafts,
        _out: &mut Vec<Action>,
    ) {
    }
}
