//! stub
#![allow(missing_docs)]
use crate::project::*;
use crate::ui::*;
#[derive(Debug, Default)]
pub struct ChannelsScreen {}
impl ChannelsScreen {
    pub fn ui(&mut self, _ui: &mut eframe::egui::Ui, _v: &View, _o: &mut Vec<Action>) {}
    pub fn show_cell(&mut self, _k: CellKey) {}
    pub fn find(&mut self) {}
}
pub const KEYS: &[(&str, &str)] = &[];
