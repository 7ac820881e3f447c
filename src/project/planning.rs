//! Plans of reaching the market: scenarios, and what follows when segments and channels are copied or removed.

use std::collections::HashSet;

use imbl::OrdMap;

use super::check::check_scenario;
use super::lookup::known_pair;
use super::{Axis, ChannelId, CommandError, ContactLimits, Fault, Project, ReachKey, Scenario, SegmentId};

pub(super) fn add_scenario(project: &mut Project, at: usize, scenario: &Scenario) -> Result<(), CommandError> {
    check_scenario(scenario)?;
    if project.plan.scenario(scenario.id).is_some() {
        return Err(Fault::DuplicateScenario(scenario.id).into());
    }
    scenario.limits.keys().try_for_each(|key| known_pair(project, *key))?;
    let mut scenario = scenario.clone();
    drop_blank(&mut scenario.limits);
    let scenarios = &mut project.plan.scenarios;
    scenarios.insert(at.min(scenarios.len()), scenario);
    Ok(())
}

fn drop_blank(limits: &mut OrdMap<ReachKey, ContactLimits>) {
    let blank: Vec<_> = limits.iter().filter(|(_, limits)| limits.is_blank()).map(|(key, _)| *key).collect();
    for key in &blank {
        limits.remove(key);
    }
}

/// Gives a copied segment what is planned for the one it was copied from.
pub(super) fn copy_segment(project: &mut Project, axis: Axis, from: SegmentId, to: SegmentId) {
    let plan = &mut project.plan;
    match axis {
        Axis::Product => {
            copy_value(&mut plan.offers, from, to);
            copy_value(&mut project.positions, from, to);
        }
        Axis::Customer => {
            copy_value(&mut plan.funnels, from, to);
            copy_keys(&mut plan.reaches, from, to);
            change_limits(project, |limits| copy_keys(limits, from, to));
        }
    }
}

fn copy_value<V: Clone>(map: &mut OrdMap<SegmentId, V>, from: SegmentId, to: SegmentId) {
    if let Some(value) = map.get(&from).cloned() {
        map.insert(to, value);
    }
}

fn copy_keys<V: Clone>(map: &mut OrdMap<ReachKey, V>, from: SegmentId, to: SegmentId) {
    let copied: Vec<_> = (map.iter())
        .filter(|(key, _)| key.customer == from)
        .map(|(key, value)| (ReachKey { customer: to, ..*key }, value.clone()))
        .collect();
    if !copied.is_empty() {
        map.extend(copied);
    }
}

/// Drops what is planned for removed segments.
pub(super) fn drop_segments(project: &mut Project, axis: Axis, gone: &HashSet<SegmentId>) {
    match axis {
        Axis::Product => {
            drop_keys(&mut project.plan.offers, |id| gone.contains(id));
            drop_keys(&mut project.positions, |id| gone.contains(id));
        }
        Axis::Customer => {
            drop_keys(&mut project.plan.funnels, |id| gone.contains(id));
            drop_reaches(project, |key| gone.contains(&key.customer));
        }
    }
}

/// Drops what is planned for removed channels.
pub(super) fn drop_channels(project: &mut Project, gone: &[ChannelId]) {
    drop_reaches(project, |key| gone.contains(&key.channel));
}

fn drop_reaches(project: &mut Project, is_gone: impl Fn(&ReachKey) -> bool) {
    drop_keys(&mut project.plan.reaches, &is_gone);
    change_limits(project, |limits| drop_keys(limits, &is_gone));
}

fn drop_keys<K: Ord + Clone, V: Clone>(map: &mut OrdMap<K, V>, is_gone: impl Fn(&K) -> bool) {
    let gone: Vec<_> = map.keys().filter(|key| is_gone(key)).cloned().collect();
    for key in &gone {
        map.remove(key);
    }
}

/// Changes the limits of all scenarios; those that stay as they are stay shared.
fn change_limits(project: &mut Project, change: impl Fn(&mut OrdMap<ReachKey, ContactLimits>)) {
    let scenarios = &mut project.plan.scenarios;
    for place in 0..scenarios.len() {
        let mut limits = scenarios[place].limits.clone();
        change(&mut limits);
        if limits != scenarios[place].limits {
            scenarios[place].limits = limits;
        }
    }
}

#[cfg(test)]
#[path = "planning_tests.rs"]
mod tests;
