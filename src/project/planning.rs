//! Every way in which the plan of reaching the market changes.

use std::collections::HashSet;
use std::sync::Arc;

use imbl::OrdMap;

use super::check::check_scenario;
use super::command::{channel_place, place};
use super::field::Record;
use super::{
    Axis, ChannelId, CommandError, ContactLimits, Delivery, Fault, Figures, Funnel, Offer, Project, Reach, ReachKey,
    Scenario, ScenarioId, SegmentId, Usage,
};

/// One change of how customer segments are reached, of offers, funnels or scenarios.
#[derive(Debug, Clone, PartialEq)]
pub enum Planning {
    /// Say how much customers prefer channels, 0 to 3; none takes it back.
    SetPreference {
        /// Which.
        keys: Vec<ReachKey>,
        /// How much.
        preference: Option<u8>,
    },
    /// Say whether channels can deliver.
    SetDelivery {
        /// Which.
        keys: Vec<ReachKey>,
        /// Whether.
        delivery: Delivery,
    },
    /// Use channels so.
    SetUsage {
        /// Which.
        keys: Vec<ReachKey>,
        /// How.
        usage: Usage,
    },
    /// Give a channel these figures for a segment; blank ones are inherited.
    SetOverrides {
        /// Which.
        key: ReachKey,
        /// What differs.
        figures: Figures,
    },
    /// Say what a product segment sells for.
    SetOffer {
        /// Which.
        product: SegmentId,
        /// For what.
        offer: Offer,
    },
    /// Say how a customer segment goes from contact to sale, and how many sales are wanted.
    SetFunnel {
        /// Which.
        customer: SegmentId,
        /// How.
        funnel: Funnel,
    },
    /// Put a new scenario in before the place `at`; a place past the end means the end.
    AddScenario {
        /// The place.
        at: usize,
        /// What is added.
        scenario: Scenario,
    },
    /// Call a scenario that.
    RenameScenario {
        /// Which.
        id: ScenarioId,
        /// The new name.
        name: Arc<str>,
    },
    /// Give a scenario so much money.
    SetBudget {
        /// Which.
        id: ScenarioId,
        /// How much.
        budget: f64,
    },
    /// Let a scenario last so many months, above zero.
    SetMonths {
        /// Which.
        id: ScenarioId,
        /// How many.
        months: f64,
    },
    /// Bound the contacts of a channel with a segment; blank limits take the bounds away.
    SetLimits {
        /// Which scenario.
        id: ScenarioId,
        /// Which contacts.
        key: ReachKey,
        /// How few and how many.
        limits: ContactLimits,
    },
    /// Remove scenarios.
    RemoveScenarios(Vec<ScenarioId>),
}

type Outcome = Result<(), CommandError>;

impl Planning {
    /// The key of the change's name in the text catalogue.
    pub fn key(&self) -> &'static str {
        match self {
            Self::SetPreference { .. } => "command-set-preference",
            Self::SetDelivery { .. } => "command-set-delivery",
            Self::SetUsage { .. } => "command-set-usage",
            Self::SetOverrides { .. } => "command-set-overrides",
            Self::SetOffer { .. } => "command-set-offer",
            Self::SetFunnel { .. } => "command-set-funnel",
            Self::AddScenario { .. } => "command-add-scenario",
            Self::RenameScenario { .. } => "command-rename-scenario",
            Self::SetBudget { .. } => "command-set-budget",
            Self::SetMonths { .. } => "command-set-months",
            Self::SetLimits { .. } => "command-set-limits",
            Self::RemoveScenarios(_) => "command-remove-scenarios",
        }
    }

    /// Changes the project, or says why not and leaves it as it was.
    pub(super) fn apply(&self, project: &mut Project) -> Outcome {
        match self {
            Self::SetPreference { keys, preference } => {
                change_reaches(project, keys, |reach| reach.preference = *preference)
            }
            Self::SetDelivery { keys, delivery } => change_reaches(project, keys, |reach| reach.delivery = *delivery),
            Self::SetUsage { keys, usage } => change_reaches(project, keys, |reach| reach.usage = *usage),
            Self::SetOverrides { key, figures } => {
                change_reaches(project, &[*key], |reach| reach.figures = figures.clone())
            }
            Self::SetOffer { product, offer } => {
                Offer::TABLE.check(offer)?;
                place(project, Axis::Product, *product)?;
                put(&mut project.plan.offers, *product, *offer, Offer::is_blank);
                Ok(())
            }
            Self::SetFunnel { customer, funnel } => {
                Funnel::TABLE.check(funnel)?;
                place(project, Axis::Customer, *customer)?;
                put(&mut project.plan.funnels, *customer, *funnel, Funnel::is_blank);
                Ok(())
            }
            Self::AddScenario { at, scenario } => add_scenario(project, *at, scenario),
            Self::RenameScenario { id, name } => change_scenario(project, *id, |scenario| scenario.name = name.clone()),
            Self::SetBudget { id, budget } => change_scenario(project, *id, |scenario| scenario.budget = *budget),
            Self::SetMonths { id, months } => change_scenario(project, *id, |scenario| scenario.months = *months),
            Self::SetLimits { id, key, limits } => {
                ContactLimits::TABLE.check(limits)?;
                known(project, *key)?;
                change_scenario(project, *id, |scenario| {
                    put(&mut scenario.limits, *key, *limits, ContactLimits::is_blank);
                })
            }
            Self::RemoveScenarios(ids) => {
                ids.iter().try_for_each(|id| scenario_place(project, *id).map(|_| ()))?;
                project.plan.scenarios.retain(|scenario| !ids.contains(&scenario.id));
                Ok(())
            }
        }
    }
}

/// The segment and the channel are there.
fn known(project: &Project, key: ReachKey) -> Outcome {
    place(project, Axis::Customer, key.customer)?;
    channel_place(project, key.channel).map(|_| ())
}

/// Stores what is not blank; writes nothing when nothing changes, so that snapshots stay shared.
fn put<K: Ord + Clone, V: Clone + PartialEq>(map: &mut OrdMap<K, V>, key: K, value: V, is_blank: fn(&V) -> bool) {
    if map.get(&key).map_or_else(|| is_blank(&value), |old| *old == value) {
        return;
    }
    if is_blank(&value) {
        map.remove(&key);
    } else {
        map.insert(key, value);
    }
}

fn change_reaches(project: &mut Project, keys: &[ReachKey], change: impl Fn(&mut Reach)) -> Outcome {
    keys.iter().try_for_each(|key| known(project, *key))?;
    let mut changed = project.plan.reaches.clone();
    for key in keys {
        let mut reach = project.plan.reach(*key).clone();
        change(&mut reach);
        Reach::TABLE.check(&reach)?;
        put(&mut changed, *key, reach, Reach::is_blank);
    }
    project.plan.reaches = changed;
    Ok(())
}

fn scenario_place(project: &Project, id: ScenarioId) -> Result<usize, CommandError> {
    project.plan.scenario(id).map(|(place, _)| place).ok_or(CommandError::UnknownScenario(id))
}

fn change_scenario(project: &mut Project, id: ScenarioId, change: impl FnOnce(&mut Scenario)) -> Outcome {
    let place = scenario_place(project, id)?;
    let mut scenario = project.plan.scenarios[place].clone();
    change(&mut scenario);
    Scenario::TABLE.check(&scenario)?;
    if scenario != project.plan.scenarios[place] {
        project.plan.scenarios.set(place, scenario);
    }
    Ok(())
}

fn add_scenario(project: &mut Project, at: usize, scenario: &Scenario) -> Outcome {
    check_scenario(scenario)?;
    if project.plan.scenario(scenario.id).is_some() {
        return Err(Fault::DuplicateScenario(scenario.id).into());
    }
    scenario.limits.keys().try_for_each(|key| known(project, *key))?;
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
        Axis::Product => copy_value(&mut plan.offers, from, to),
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
        Axis::Product => drop_keys(&mut project.plan.offers, |id| gone.contains(id)),
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
