//! The grid for screen readers, and for tests that drive the window by names: nodes for what is visible.

use eframe::egui::{Id, Role, Ui};

use crate::analysis::coverage::name_of;
use crate::project::{Delivery, Project, Reach, ReachKey};
use crate::text::Text;
use crate::ui::widgets::grid::Spot;
use crate::ui::widgets::grid::tree::{Request, Tree};

use super::paint::Scene;
use super::{id, pair_name};

/// Adds the nodes below the grid's own, and returns what was asked of one. Does nothing while nobody listens.
pub(super) fn nodes(ui: &Ui, scene: &Scene) -> Option<Request> {
    let (view, layout) = (scene.view, scene.layout);
    let (project, text) = (view.project, view.text);
    let active = node_of(scene, project, scene.selection.active());
    let mut tree = Tree::of(ui, id(), text.get("segments-grid"), layout, scene.selection, active)?;
    for column in layout.columns() {
        let Some(channel) = project.channels.get(column) else { break };
        let name = text.value(&channel.shown_name()).into();
        let id = id().with(channel.id);
        tree.node(id, Spot::Column(column), Role::ColumnHeader, name, |node| node.set_column_index(column + 1));
    }
    tree.row(id().with("headings"), 0);
    for row in layout.rows() {
        let Some(target) = scene.targets.get(row) else { break };
        let row_id = id().with(target.customer.number());
        let name = text.value(&name_of(project, target.customer));
        let name = format!("{name}: {}", text.get(target.fit.key())).into();
        tree.node(row_id, Spot::Row(row), Role::RowHeader, name, |node| node.set_row_index(row + 1));
        for column in layout.columns() {
            let Some(channel) = project.channels.get(column) else { break };
            let key = ReachKey { customer: target.customer, channel: channel.id };
            let label = format!("{}: {}", pair_name(view, key, channel), said(text, project.plan.reach(key)));
            tree.node(cell(key), Spot::Cell { row, column }, Role::GridCell, label.into(), |node| {
                node.set_row_index(row + 1);
                node.set_column_index(column + 1);
            });
        }
        tree.row(row_id.with("row"), row + 1);
    }
    tree.finish()
}

fn cell(key: ReachKey) -> Id {
    id().with((key.customer.number(), key.channel.number()))
}

/// The node of a place, if there is such a place.
fn node_of(scene: &Scene, project: &Project, spot: Spot) -> Option<Id> {
    let customer = |row: usize| scene.targets.get(row).map(|target| target.customer);
    let channel = |column: usize| project.channels.get(column).map(|channel| channel.id);
    Some(match spot {
        Spot::Cell { row, column } => cell(ReachKey { customer: customer(row)?, channel: channel(column)? }),
        Spot::Row(row) => id().with(customer(row)?.number()),
        Spot::Column(column) => id().with(channel(column)?),
        Spot::AddRow | Spot::AddColumn => return None,
    })
}

/// What the team has said of a pair.
pub(super) fn said(text: &Text, reach: &Reach) -> String {
    let mut said = text.get(reach.usage.key()).to_owned();
    if let Some(preference) = reach.preference {
        said.push_str(", ");
        said.push_str(&text.with("reach-preference-of", "level", usize::from(preference)));
    }
    if reach.delivery != Delivery::Unknown {
        said.push_str(", ");
        said.push_str(text.get(reach.delivery.key()));
    }
    if !reach.figures.is_blank() {
        said.push_str(", ");
        said.push_str(text.get("segments-own-figures"));
    }
    said
}
