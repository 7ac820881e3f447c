//! Every way in which what is known of customer segments changes, besides the fields of records.

use std::collections::HashSet;

use super::field::Record;
use super::lookup::{attribute_place, put, require};
use super::{
    Attribute, AttributeId, AttributeKind, AttributeValue, Axis, CommandError, Fault, Project, SegmentId, ValueKey,
};

/// One change of the team's own attributes or their values.
#[derive(Debug, Clone, PartialEq)]
pub enum Describe {
    /// Inserts attributes before the place `at`; a place past the end means the end.
    AddAttributes { at: usize, attributes: Vec<Attribute> },
    /// Replaces the attribute that has the same id. Values follow: see [`set_attribute`].
    SetAttribute(Attribute),
    /// Moves an attribute to the place `to` in the list without it; past the end means the end.
    MoveAttribute { id: AttributeId, to: usize },
    /// Removes attributes and their values.
    RemoveAttributes(Vec<AttributeId>),
    /// Gives customer segments the same value of an attribute; none takes their values back.
    SetValues { customers: Vec<SegmentId>, attribute: AttributeId, value: Option<AttributeValue> },
}

type Outcome = Result<(), CommandError>;

impl Describe {
    /// The key of the command's name.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::AddAttributes { .. } => "command-add-attribute",
            Self::SetAttribute(_) => "command-set-attribute",
            Self::MoveAttribute { .. } => "command-move-attribute",
            Self::RemoveAttributes(_) => "command-remove-attribute",
            Self::SetValues { .. } => "command-set-value",
        }
    }

    /// Changes the project, or leaves it as it was on error.
    pub(super) fn apply(&self, project: &mut Project) -> Outcome {
        match self {
            Self::AddAttributes { at, attributes } => return add_attributes(project, *at, attributes),
            Self::SetAttribute(attribute) => return set_attribute(project, attribute),
            Self::MoveAttribute { id, to } => {
                let place = attribute_place(project, *id)?;
                let attributes = &mut project.market.attributes;
                let to = (*to).min(attributes.len() - 1);
                if place != to {
                    let attribute = attributes.remove(place);
                    attributes.insert(to, attribute);
                }
            }
            Self::RemoveAttributes(ids) => {
                ids.iter().try_for_each(|id| attribute_place(project, *id).map(|_| ()))?;
                project.market.attributes.retain(|attribute| !ids.contains(&attribute.id));
                drop_values(project, |key| ids.contains(&key.attribute));
            }
            Self::SetValues { customers, attribute, value } => {
                let place = attribute_place(project, *attribute)?;
                require(project, Axis::Customer, customers.iter().copied())?;
                if let Some(value) = value.as_ref().filter(|value| !value.is_blank()) {
                    project.market.attributes[place].check(value)?;
                }
                for customer in customers {
                    let key = ValueKey { customer: *customer, attribute: *attribute };
                    match value {
                        Some(value) => put(&mut project.market.values, key, value.clone(), AttributeValue::is_blank),
                        None if project.market.values.contains_key(&key) => drop(project.market.values.remove(&key)),
                        None => {}
                    }
                }
            }
        }
        Ok(())
    }
}

fn add_attributes(project: &mut Project, at: usize, attributes: &[Attribute]) -> Outcome {
    let list = &mut project.market.attributes;
    let mut known: HashSet<_> = list.iter().map(|attribute| attribute.id).collect();
    for attribute in attributes {
        Attribute::TABLE.check(attribute)?;
        if !known.insert(attribute.id) {
            return Err(Fault::DuplicateAttribute(attribute.id).into());
        }
    }
    let tail = list.split_off(at.min(list.len()));
    list.extend(attributes.iter().cloned());
    list.append(tail);
    Ok(())
}

/// Replaces an attribute and keeps its values: those of a renamed choice are renamed, those of another kind converted.
/// A choice from texts gets the texts as choices. Fails where a value can't be read in the new kind, so that none is
/// lost; values of choices that are removed go with them.
pub(super) fn set_attribute(project: &mut Project, attribute: &Attribute) -> Outcome {
    let place = attribute_place(project, attribute.id)?;
    let old = project.market.attributes[place].clone();
    if old == *attribute {
        return Ok(());
    }
    Attribute::TABLE.check(attribute)?;
    let mut attribute = attribute.clone();
    let mut changed = Vec::new();
    let values = project.market.values.iter().filter(|(key, _)| key.attribute == attribute.id);
    if old.kind != attribute.kind {
        for (key, value) in values {
            if attribute.kind == AttributeKind::Choice {
                let choice = match value {
                    AttributeValue::Text(text) => text.clone(),
                    AttributeValue::Number(number) => number.to_string().into(),
                };
                if !choice.trim().is_empty() && !attribute.choices.contains(&choice) {
                    attribute.choices.push(choice);
                }
            }
            let converted = attribute.convert(value).ok_or(Fault::AttributeValue(attribute.id))?;
            if converted != *value {
                changed.push((*key, Some(converted)));
            }
        }
    } else if old.kind == AttributeKind::Choice && old.choices != attribute.choices {
        for (key, value) in values {
            let AttributeValue::Text(choice) = value else { continue };
            if !attribute.choices.contains(choice) {
                changed.push((*key, renamed(&old, &attribute, choice)));
            }
        }
    }
    project.market.attributes.set(place, attribute);
    for (key, value) in changed {
        match value {
            Some(value) => drop(project.market.values.insert(key, value)),
            None => drop(project.market.values.remove(&key)),
        }
    }
    Ok(())
}

/// What a choice that is gone is called now: when as many choices came as went, they pair up in order.
fn renamed(old: &Attribute, new: &Attribute, choice: &std::sync::Arc<str>) -> Option<AttributeValue> {
    let gone: Vec<_> = old.choices.iter().filter(|choice| !new.choices.contains(choice)).collect();
    let come: Vec<_> = new.choices.iter().filter(|choice| !old.choices.contains(choice)).collect();
    let place = gone.iter().position(|gone| *gone == choice).filter(|_| gone.len() == come.len())?;
    come.get(place).map(|come| AttributeValue::Text((*come).clone()))
}

/// Gives a copied customer segment what is known of the one it was copied from.
pub(super) fn copy_segment(project: &mut Project, from: SegmentId, to: SegmentId) {
    let market = &mut project.market;
    if let Some(profile) = market.profiles.get(&from).cloned() {
        market.profiles.insert(to, profile);
    }
    let copied: Vec<_> = (market.values.iter())
        .filter(|(key, _)| key.customer == from)
        .map(|(key, value)| (ValueKey { customer: to, ..*key }, value.clone()))
        .collect();
    if !copied.is_empty() {
        market.values.extend(copied);
    }
}

/// Drops what is known of removed customer segments.
pub(super) fn drop_segments(project: &mut Project, gone: &HashSet<SegmentId>) {
    for id in gone {
        if project.market.profiles.contains_key(id) {
            project.market.profiles.remove(id);
        }
    }
    drop_values(project, |key| gone.contains(&key.customer));
}

fn drop_values(project: &mut Project, is_gone: impl Fn(&ValueKey) -> bool) {
    let values = &mut project.market.values;
    let gone: Vec<_> = values.keys().filter(|key| is_gone(key)).copied().collect();
    for key in &gone {
        values.remove(key);
    }
}

#[cfg(test)]
#[path = "describe_tests.rs"]
mod tests;
