//! The part of a file that says how customer segments are reached: its shape, and what can be wrong with it.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use imbl::{OrdMap, Vector};
use serde::Deserialize;

use crate::project::{
    Axis, ChannelId, ContactLimits, Delivery, Estimate, Fault, Figures, Funnel, Offer, Plan, Reach, ReachKey, Record,
    SalesFrom, Scenario, ScenarioId, SegmentId, Usage,
};

use super::super::fault::FormatFault;
use super::super::scan::Step;
use super::{Finding, at_field, finding};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Reach")]
pub(super) struct ReachShape {
    customer: SegmentId,
    channel: ChannelId,
    #[serde(default)]
    preference: Option<u8>,
    #[serde(default)]
    delivery: Delivery,
    #[serde(default)]
    usage: Usage,
    #[serde(default)]
    cost_per_contact: Estimate,
    #[serde(default)]
    sales_from: Option<SalesFrom>,
    #[serde(default)]
    sales_per_contact: Estimate,
    #[serde(default)]
    close_rate: Estimate,
    #[serde(default)]
    revenue_per_sale: Estimate,
    #[serde(default)]
    contacts_per_month: Option<f64>,
    #[serde(default)]
    fixed_cost_per_month: Option<f64>,
    #[serde(default)]
    variable_cost: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Offer")]
pub(super) struct OfferShape {
    product: SegmentId,
    #[serde(default)]
    revenue_per_sale: Estimate,
    #[serde(default)]
    margin: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Funnel")]
pub(super) struct FunnelShape {
    customer: SegmentId,
    #[serde(default)]
    meeting_rate: Option<f64>,
    #[serde(default)]
    offer_rate: Option<f64>,
    #[serde(default)]
    sale_rate: Option<f64>,
    #[serde(default)]
    sales_target: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Scenario")]
pub(super) struct ScenarioShape {
    id: ScenarioId,
    #[serde(default)]
    name: Arc<str>,
    #[serde(default)]
    budget: f64,
    #[serde(default = "months")]
    months: f64,
    #[serde(default)]
    limits: Vec<LimitsShape>,
}

fn months() -> f64 {
    Scenario::new("").months
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Limits")]
struct LimitsShape {
    customer: SegmentId,
    channel: ChannelId,
    #[serde(default)]
    least: Option<f64>,
    #[serde(default)]
    most: Option<f64>,
}

/// The fields of a file that make a [`Plan`].
pub(super) struct PlanShape {
    pub(super) reaches: Vec<ReachShape>,
    pub(super) offers: Vec<OfferShape>,
    pub(super) funnels: Vec<FunnelShape>,
    pub(super) scenarios: Vec<ScenarioShape>,
}

/// What a plan may speak of.
pub(super) struct Known<'a> {
    pub(super) sides: &'a HashMap<SegmentId, Axis>,
    pub(super) channels: HashSet<ChannelId>,
}

impl Known<'_> {
    fn segment(&self, axis: Axis, id: SegmentId, path: &[Step], field: &'static str) -> Result<(), Finding> {
        if self.sides.get(&id) == Some(&axis) {
            return Ok(());
        }
        Err(finding(Fault::UnknownSegment(id), [path, &[Step::Field(field)]].concat()))
    }

    fn key(&self, key: ReachKey, path: &[Step]) -> Result<(), Finding> {
        self.segment(Axis::Customer, key.customer, path, "customer")?;
        if self.channels.contains(&key.channel) {
            return Ok(());
        }
        Err(finding(Fault::UnknownChannel(key.channel), [path, &[Step::Field("channel")]].concat()))
    }
}

/// Notices what is said twice.
struct Once<T>(HashSet<T>);

impl<T: Eq + Hash> Once<T> {
    fn new() -> Self {
        Self(HashSet::new())
    }

    fn see(&mut self, what: T, path: &[Step]) -> Result<(), Finding> {
        if self.0.insert(what) { Ok(()) } else { Err(finding(FormatFault::SaidTwice, path)) }
    }
}

fn entry(list: &'static str, index: usize) -> [Step; 2] {
    [Step::Field(list), Step::Index(index)]
}

impl PlanShape {
    pub(super) fn into_plan(self, known: &Known) -> Result<Plan, Finding> {
        Ok(Plan {
            reaches: reaches(self.reaches, known)?,
            offers: offers(&self.offers, known)?,
            funnels: funnels(&self.funnels, known)?,
            scenarios: scenarios(self.scenarios, known)?,
        })
    }
}

fn reaches(shapes: Vec<ReachShape>, known: &Known) -> Result<OrdMap<ReachKey, Reach>, Finding> {
    let mut once = Once::new();
    let mut read = OrdMap::new();
    for (index, shape) in shapes.into_iter().enumerate() {
        let path = entry("reaches", index);
        let key = ReachKey { customer: shape.customer, channel: shape.channel };
        known.key(key, &path)?;
        once.see(key, &path)?;
        let figures = Figures {
            cost_per_contact: shape.cost_per_contact,
            sales_from: shape.sales_from,
            sales_per_contact: shape.sales_per_contact,
            close_rate: shape.close_rate,
            revenue_per_sale: shape.revenue_per_sale,
            contacts_per_month: shape.contacts_per_month,
            fixed_cost_per_month: shape.fixed_cost_per_month,
            variable_cost: shape.variable_cost,
        };
        let reach = Reach { preference: shape.preference, delivery: shape.delivery, usage: shape.usage, figures };
        Reach::TABLE.check(&reach).map_err(|wrong| at_field(wrong, &path))?;
        if !reach.is_blank() {
            read.insert(key, reach);
        }
    }
    Ok(read)
}

fn offers(shapes: &[OfferShape], known: &Known) -> Result<OrdMap<SegmentId, Offer>, Finding> {
    let mut once = Once::new();
    let mut read = OrdMap::new();
    for (index, shape) in shapes.iter().enumerate() {
        let path = entry("offers", index);
        known.segment(Axis::Product, shape.product, &path, "product")?;
        once.see(shape.product, &path)?;
        let offer = Offer { revenue_per_sale: shape.revenue_per_sale, margin: shape.margin };
        Offer::TABLE.check(&offer).map_err(|wrong| at_field(wrong, &path))?;
        if !offer.is_blank() {
            read.insert(shape.product, offer);
        }
    }
    Ok(read)
}

fn funnels(shapes: &[FunnelShape], known: &Known) -> Result<OrdMap<SegmentId, Funnel>, Finding> {
    let mut once = Once::new();
    let mut read = OrdMap::new();
    for (index, shape) in shapes.iter().enumerate() {
        let FunnelShape { customer, meeting_rate, offer_rate, sale_rate, sales_target } = *shape;
        let path = entry("funnels", index);
        known.segment(Axis::Customer, customer, &path, "customer")?;
        once.see(customer, &path)?;
        let funnel = Funnel { meeting_rate, offer_rate, sale_rate, sales_target };
        Funnel::TABLE.check(&funnel).map_err(|wrong| at_field(wrong, &path))?;
        if !funnel.is_blank() {
            read.insert(customer, funnel);
        }
    }
    Ok(read)
}

fn scenarios(shapes: Vec<ScenarioShape>, known: &Known) -> Result<Vector<Scenario>, Finding> {
    let mut ids = HashSet::new();
    let mut read = Vector::new();
    for (index, shape) in shapes.into_iter().enumerate() {
        let path = entry("scenarios", index);
        let ScenarioShape { id, name, budget, months, limits: shapes } = shape;
        if !ids.insert(id) {
            return Err(finding(Fault::DuplicateScenario(id), [&path[..], &[Step::Field("id")]].concat()));
        }
        let mut once = Once::new();
        let mut limits = OrdMap::new();
        for (index, shape) in shapes.into_iter().enumerate() {
            let path = [&path[..], &entry("limits", index)].concat();
            let key = ReachKey { customer: shape.customer, channel: shape.channel };
            known.key(key, &path)?;
            once.see(key, &path)?;
            let given = ContactLimits { least: shape.least, most: shape.most };
            ContactLimits::TABLE.check(&given).map_err(|wrong| at_field(wrong, &path))?;
            if !given.is_blank() {
                limits.insert(key, given);
            }
        }
        let scenario = Scenario { id, name, budget, months, limits };
        Scenario::TABLE.check(&scenario).map_err(|wrong| at_field(wrong, &path))?;
        read.push_back(scenario);
    }
    Ok(read)
}
