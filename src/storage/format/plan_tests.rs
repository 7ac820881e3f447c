use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::project::{
    Axis, Channel, ContactLimits, Delivery, Estimate, Figures, FixedCost, Funnel, Matrix, Offer, Plan, Project, Reach,
    ReachKey, SalesFrom, Scenario, Segment, SegmentId, Usage, check,
};

use super::tests::{amount, estimate, id, read_text, written};

fn overrides() -> impl Strategy<Value = Figures> {
    let sales_from = select(vec![None, Some(SalesFrom::Typed), Some(SalesFrom::CloseRate)]);
    let fixed_cost_is = select(vec![None, Some(FixedCost::Avoidable), Some(FixedCost::Committed)]);
    let more = (option::of(amount()), option::of(amount()), fixed_cost_is, option::of(0.0..=1.0), option::of(amount()));
    (estimate(amount()), estimate(amount()), estimate(0.0..=1.0), estimate(amount()), sales_from, more).prop_map(
        |(cost, sales, rate, revenue, sales_from, (contacts, fixed, fixed_cost_is, variable, hours))| Figures {
            cost_per_contact: cost,
            sales_from,
            sales_per_contact: sales,
            close_rate: rate,
            revenue_per_sale: revenue,
            contacts_per_month: contacts,
            fixed_cost_per_month: fixed,
            fixed_cost_is,
            variable_cost: variable,
            hours_per_contact: hours,
        },
    )
}

fn reach() -> impl Strategy<Value = Reach> {
    let (delivery, usage) = (select(Delivery::ALL.to_vec()), select(Usage::ALL.to_vec()));
    (option::of(0_u8..=3), delivery, usage, prop_oneof![Just(Figures::default()), overrides()])
        .prop_map(|(preference, delivery, usage, figures)| Reach { preference, delivery, usage, figures })
}

/// Something planned for each of a few pairs and segments, by numbers that are taken modulo what there is.
pub(super) fn plan() -> impl Strategy<Value = PlanSeed> {
    let share = || option::of(0.0..=1.0_f64);
    let offer = (estimate(amount()), share()).prop_map(|(revenue_per_sale, margin)| Offer { revenue_per_sale, margin });
    let amounts = prop::array::uniform5(option::of(amount()));
    let funnel = (share(), share(), share(), amounts, estimate(amount())).prop_map(
        |(meeting_rate, offer_rate, sale_rate, amounts, customers)| {
            let [sales_target, contacts_per_customer_per_year, purchases_per_year, meeting_cost, offer_cost] = amounts;
            Funnel {
                meeting_rate,
                offer_rate,
                sale_rate,
                sales_target,
                customers,
                contacts_per_customer_per_year,
                purchases_per_year,
                meeting_cost,
                offer_cost,
            }
        },
    );
    let limits = (option::of(amount()), option::of(amount())).prop_map(|(least, most)| ContactLimits { least, most });
    let scenario = (amount(), 0.1..1e3_f64, prop::collection::vec(limits, 0..4));
    (
        prop::collection::vec(reach(), 0..6),
        prop::collection::vec(offer, 0..4),
        prop::collection::vec(funnel, 0..4),
        prop::collection::vec(scenario, 0..3),
    )
        .prop_map(|(reaches, offers, funnels, scenarios)| PlanSeed { reaches, offers, funnels, scenarios })
}

#[derive(Debug, Clone)]
pub(super) struct PlanSeed {
    reaches: Vec<Reach>,
    offers: Vec<Offer>,
    funnels: Vec<Funnel>,
    scenarios: Vec<(f64, f64, Vec<ContactLimits>)>,
}

impl PlanSeed {
    pub(super) fn plan(self, matrix: &Matrix, channels: &imbl::Vector<Channel>) -> Plan {
        let ids = |axis| matrix.segments(axis).iter().map(|segment| segment.id).collect::<Vec<SegmentId>>();
        let (products, customers) = (ids(Axis::Product), ids(Axis::Customer));
        let pairs: Vec<_> = (customers.iter())
            .flat_map(|customer| channels.iter().map(|channel| ReachKey { customer: *customer, channel: channel.id }))
            .collect();
        let scenario = |(index, (budget, months, limits)): (usize, (f64, f64, Vec<ContactLimits>))| Scenario {
            id: id(index),
            budget,
            months,
            limits: pairs.iter().copied().rev().zip(limits.into_iter().filter(|one| !one.is_blank())).collect(),
            ..Scenario::new("Bold")
        };
        Plan {
            reaches: pairs.iter().copied().zip(self.reaches).filter(|(_, reach)| !reach.is_blank()).collect(),
            offers: products.into_iter().zip(self.offers).filter(|(_, offer)| !offer.is_blank()).collect(),
            funnels: customers.iter().copied().zip(self.funnels).filter(|(_, funnel)| !funnel.is_blank()).collect(),
            scenarios: self.scenarios.into_iter().enumerate().map(scenario).collect(),
        }
    }
}

fn planned() -> Project {
    let (customer, channel) = (id(2), id(3));
    let key = ReachKey { customer, channel };
    let matrix = Matrix::new(
        [Segment { id: id(1), ..Segment::new("Advice") }].into_iter().collect(),
        [Segment { id: customer, ..Segment::new("Banks") }].into_iter().collect(),
        imbl::OrdMap::new(),
    );
    let figures = Figures {
        cost_per_contact: Estimate::range(1.0, 2.0, 3.5),
        sales_from: Some(SalesFrom::CloseRate),
        variable_cost: Some(0.1),
        ..Figures::default()
    };
    let reach = Reach { preference: Some(0), delivery: Delivery::Yes, usage: Usage::Main, figures };
    let limits = ContactLimits { least: Some(1.0), most: None };
    let plan = Plan {
        reaches: [(key, reach)].into_iter().collect(),
        offers: [(id(1), Offer { revenue_per_sale: Estimate::point(9.0), margin: Some(0.4) })].into_iter().collect(),
        funnels: [(customer, Funnel { offer_rate: Some(0.5), sales_target: Some(3.0), ..Funnel::default() })]
            .into_iter()
            .collect(),
        scenarios: [Scenario {
            id: id(4),
            budget: 1000.0,
            limits: [(key, limits)].into_iter().collect(),
            ..Scenario::new("Bold")
        }]
        .into_iter()
        .collect(),
    };
    let channels = [Channel { id: channel, ..Channel::new("Phone") }].into_iter().collect();
    Project { matrix, channels, plan, ..Project::default() }
}

#[test]
fn a_plan_as_it_is_written() {
    let project = planned();
    assert_eq!(check(&project), Ok(()));
    let expected = r#"  reaches: [
    (customer: "aaaaaaac", channel: "aaaaaaad", preference: 0, delivery: Yes, usage: Main, cost_per_contact: (low: 1.0, likely: 2.0, high: 3.5), sales_from: CloseRate, variable_cost: 0.1),
  ],
  offers: [
    (product: "aaaaaaab", revenue_per_sale: (likely: 9.0), margin: 0.4),
  ],
  funnels: [
    (customer: "aaaaaaac", offer_rate: 0.5, sales_target: 3.0),
  ],
  scenarios: [
    (
      id: "aaaaaaae",
      name: "Bold",
      budget: 1000.0,
      months: 12.0,
      limits: [
        (customer: "aaaaaaac", channel: "aaaaaaad", least: 1.0),
      ],
    ),
  ],
)
"#;
    let source = written(&project);
    assert_eq!(&source[source.find("  reaches").expect("is there")..], expected);
    assert_eq!(read_text(&source), Ok(project));
}

#[test]
fn without_a_plan_nothing_is_said_of_one() {
    let source = written(&Project { plan: Plan::default(), ..planned() });
    assert!(["reaches", "offers", "funnels", "scenarios"].iter().all(|list| !source.contains(list)), "{source}");
}

#[test]
fn what_is_blank_is_dropped() {
    let source = written(&planned());
    let (before, _) = source.split_once("  reaches").expect("is there");
    let by_hand = format!(
        "{before}  reaches: [(customer: \"aaaaaaac\", channel: \"aaaaaaad\")],
  offers: [(product: \"aaaaaaab\")],
  funnels: [(customer: \"aaaaaaac\")],
  scenarios: [(id: \"aaaaaaae\", limits: [(customer: \"aaaaaaac\", channel: \"aaaaaaad\")])],
)
"
    );
    let plan = read_text(&by_hand).expect("it can be read").plan;
    assert!(plan.reaches.is_empty() && plan.offers.is_empty() && plan.funnels.is_empty());
    let Some(Scenario { budget, months, limits, .. }) = plan.scenarios.front() else { panic!("a scenario") };
    assert!(*budget == 0.0 && (*months - 12.0).abs() < 1e-12 && limits.is_empty());
}
