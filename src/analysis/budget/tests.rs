use proptest::prelude::*;

use super::problem::Gate;
use super::*;
use crate::analysis::MatrixIndex;
use crate::analysis::channels::{Gap, Spread};
use crate::project::{
    Axis, Channel, Command, ContactLimits, Delivery, Estimate, FieldValue, Figures, Fit, Of, Project, ReachKey,
    Scenario, Segment, SegmentId, Usage,
};

pub(super) fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0)
}

pub(super) fn flat(value: f64) -> Spread {
    Spread { low: value, likely: value, high: value }
}

/// A pair of which a contact costs `cost` and leaves `left`.
pub(super) fn pair(place: usize, cost: f64, left: f64, least: f64, most: Option<f64>) -> Pair {
    let channel = Channel::new("");
    Pair {
        key: ReachKey { customer: SegmentId::random(), channel: channel.id },
        place,
        product: None,
        fit: Fit::Prio1,
        channel,
        margin: 1.0,
        cost,
        sales: left + cost,
        contribution: flat(left),
        least,
        most,
    }
}

pub(super) fn problem(budget: f64, pairs: Vec<Pair>, capacities: Vec<Option<f64>>) -> Problem {
    Problem { budget, months: 12.0, pairs, capacities, ..Problem::default() }
}

fn contacts(allocation: &Allocation) -> Vec<f64> {
    allocation.shares.iter().map(|share| (share.contacts * 1e6).round() / 1e6).collect()
}

#[test]
fn worked_by_hand() {
    // Web: 10 a contact leaves 20, at most 30 contacts. Phone: 50 leaves 75. Fair: 100 leaves 90, at least 1.
    // 1,000: the fair takes 100, the web 300, the phone what is left, 600 = 12 contacts. 90 + 600 + 900 = 1,590 is left,
    // and one more krone goes to the phone: 75/50.
    let web = pair(0, 10.0, 20.0, 0.0, Some(30.0));
    let phone = pair(1, 50.0, 75.0, 0.0, None);
    let fair = pair(2, 100.0, 90.0, 1.0, None);
    let found = problem(1000.0, vec![web, phone, fair], vec![None; 3]).solve().expect("it can be kept");
    assert_eq!(contacts(&found), [30.0, 12.0, 1.0]);
    assert!(near(found.contribution.likely, 1590.0) && near(found.spent, 1000.0) && near(found.marginal, 1.5));
    assert!(found.shares[0].at_most && found.shares[2].at_least && found.unspent.is_none());
}

#[test]
fn a_full_channel_moves_to_dearer_contacts() {
    // 10 contacts for two segments: 10 leaves 20 (2 a krone), 40 leaves 50. With 250: x + y = 10, 10 x + 40 y = 250 gives
    // x = y = 5. One more krone moves 1/30 of a contact, which leaves 30 more: 1.
    let pairs = vec![pair(0, 10.0, 20.0, 0.0, None), pair(0, 40.0, 50.0, 0.0, None)];
    let found = problem(250.0, pairs, vec![Some(10.0)]).solve().expect("it can be kept");
    assert_eq!(contacts(&found), [5.0, 5.0]);
    assert!(near(found.contribution.likely, 350.0) && near(found.marginal, 1.0));
}

#[test]
fn money_that_nothing_wants_is_left() {
    let found = problem(1000.0, vec![pair(0, 10.0, 20.0, 0.0, Some(30.0))], vec![None]).solve().expect("kept");
    assert!(near(found.spent, 300.0) && near(found.marginal, 0.0));
    assert_eq!(found.unspent, Some(Unspent::Capped));
    let problem = problem(1000.0, vec![pair(0, 10.0, -1.0, 0.0, None)], vec![None]);
    let found = problem.solve().expect("kept");
    assert_eq!((found.unspent, found.spent), (Some(Unspent::NothingPays), 0.0));
    assert_eq!(problem.idle(&found)[0].1, Idle::NothingLeft);
}

#[test]
fn what_clashes_is_named() {
    let twisted = pair(0, 1.0, 1.0, 5.0, Some(3.0));
    let key = twisted.key;
    let found = problem(100.0, vec![twisted], vec![None]).solve();
    assert_eq!(found, Err(Unsolved::Clash(vec![Clash::Bounds { key, least: 5.0, most: 3.0 }])));
    let much = [pair(0, 10.0, 1.0, 6.0, None), pair(0, 20.0, -1.0, 6.0, None)];
    let channel = much[0].key.channel;
    let found = problem(100.0, much.into(), vec![Some(10.0)]).solve();
    let clashes =
        vec![Clash::Capacity { channel, least: 12.0, capacity: 10.0 }, Clash::Budget { cost: 180.0, budget: 100.0 }];
    assert_eq!(found, Err(Unsolved::Clash(clashes)));
}

/// Two customer segments, one of them with a Prio, and three channels with figures but the last.
fn company() -> (Project, [SegmentId; 2]) {
    let at = |name, cost: f64, sales: f64| Channel {
        figures: Figures {
            cost_per_contact: Estimate::point(cost),
            sales_per_contact: Estimate::point(sales),
            fixed_cost_per_month: Some(100.0),
            contacts_per_month: Some(10.0),
            ..Figures::default()
        },
        ..Channel::new(name)
    };
    let (product, customers) = (Segment::new("Advice"), ["Banks", "Shops"].map(Segment::new));
    let ids = customers.clone().map(|segment| segment.id);
    let fit =
        |customer: usize, fit| Command::SetFit { products: vec![product.id], customers: vec![ids[customer]], fit };
    let mut project = Project::default();
    for command in [
        Command::AddSegments { axis: Axis::Product, at: 0, segments: vec![product.clone()] },
        Command::AddSegments { axis: Axis::Customer, at: 0, segments: customers.clone().into() },
        fit(0, Fit::Prio1),
        fit(1, Fit::Undecided),
        Command::AddChannels {
            at: 0,
            channels: vec![at("Web", 10.0, 30.0), at("Phone", 50.0, 100.0), Channel::new("Fair")],
        },
    ] {
        command.apply(&mut project).expect("sound");
    }
    (project, ids)
}

fn of(project: &Project, scenario: &Scenario) -> Problem {
    Problem::of(project, &MatrixIndex::of(&project.matrix), scenario)
}

#[test]
fn who_takes_part() {
    let (mut project, [banks, shops]) = company();
    let [web, phone, fair] = [0, 1, 2].map(|place| project.channels[place].id);
    let key = |customer, channel| ReachKey { customer, channel };
    let scenario = Scenario { budget: 1000.0, ..Scenario::new("") };
    let why = |project: &Project, scenario: &Scenario, wanted: ReachKey| {
        of(project, scenario).outside.into_iter().find(|(key, _)| *key == wanted).map(|(_, why)| why)
    };
    assert_eq!(why(&project, &scenario, key(banks, web)), None);
    assert_eq!(why(&project, &scenario, key(shops, web)), Some(Outside::NotPrioritised));
    assert_eq!(why(&project, &scenario, key(banks, fair)), Some(Outside::Missing(vec![Gap::Cost, Gap::Sales])));
    let plan = |project: &mut Project, command: Command| command.apply(project).expect("sound");
    plan(&mut project, Command::set_all([Of::Reach(key(banks, phone))], "usage", Usage::Main));
    assert_eq!(why(&project, &scenario, key(banks, web)), Some(Outside::NotPicked));
    assert_eq!(why(&project, &scenario, key(banks, phone)), None);
    plan(&mut project, Command::set_all([Of::Reach(key(banks, phone))], "delivery", Delivery::No));
    assert_eq!(why(&project, &scenario, key(banks, phone)), Some(Outside::CantDeliver));

    // Contacts that must be made take part without Prio and unpicked, but not where the channel can't deliver.
    let mut asking = scenario;
    for pair in [key(shops, web), key(banks, phone), key(banks, fair)] {
        asking.limits.insert(pair, ContactLimits { least: Some(2.0), most: None });
    }
    let problem = of(&project, &asking);
    assert_eq!(problem.pairs.iter().map(|pair| pair.key).collect::<Vec<_>>(), [key(shops, web)]);
    assert_eq!(
        problem.clashes(),
        [
            Clash::CantDeliver { key: key(banks, phone), least: 2.0 },
            Clash::Missing { key: key(banks, fair), least: 2.0 }
        ]
    );
}

#[test]
fn the_period_bounds_contacts_and_carries_fixed_costs() {
    let (project, [banks, _]) = company();
    let scenario = Scenario { budget: 3000.0, months: 6.0, ..Scenario::new("") };
    let problem = of(&project, &scenario);
    let found = problem.solve().expect("it can be kept");
    // By hand: 60 contacts a channel; the web's cost 600, so that 2,400 buys 48 by phone.
    assert_eq!(contacts(&found), [60.0, 48.0]);
    assert!(near(found.fixed_cost, 1200.0) && near(found.marginal, 1.0));
    assert!(problem.pairs.iter().all(|pair| pair.key.customer == banks));
}

#[test]
fn free_contacts_need_a_cap() {
    let (mut project, _) = company();
    let free = Channel {
        figures: Figures {
            cost_per_contact: Estimate::point(0.0),
            contacts_per_month: None,
            ..project.channels[0].figures
        },
        ..project.channels[0].clone()
    };
    Command::changes(Of::Channel(free.id), &project.channels[0], &free).apply(&mut project).expect("known");
    let scenario = Scenario { budget: 0.0, ..Scenario::new("") };
    assert_eq!(of(&project, &scenario).outside[0].1, Outside::Unlimited);
    Command::set(Of::Channel(free.id), "contacts_per_month", 5.0).apply(&mut project).expect("known");
    let found = of(&project, &scenario).solve().expect("it can be kept");
    assert!(near(found.shares[0].contacts, 60.0) && near(found.spent, 0.0));
}

#[test]
fn an_inherited_figure_moves_all_segments_at_once() {
    let (mut project, [banks, shops]) = company();
    let product = project.matrix.segments(Axis::Product)[0].id;
    let ranged = |place: usize, project: &Project| Channel {
        figures: Figures { cost_per_contact: Estimate::range(5.0, 10.0, 20.0), ..project.channels[place].figures },
        ..project.channels[place].clone()
    };
    let web = ranged(0, &project);
    for command in [
        Command::SetFit { products: vec![product], customers: vec![shops], fit: Fit::Prio2 },
        Command::changes(Of::Channel(web.id), &project.channels[0], &web),
        Command::set_all(
            vec![ReachKey { customer: shops, channel: project.channels[1].id }].into_iter().map(Of::Reach),
            "delivery",
            Delivery::No,
        ),
        Command::changes(
            Of::Reach(ReachKey { customer: banks, channel: project.channels[1].id }),
            &Figures::default(),
            &Figures { sales_per_contact: Estimate::range(90.0, 100.0, 120.0), ..Figures::default() },
        ),
    ] {
        command.apply(&mut project).expect("sound");
    }
    let problem = of(&project, &Scenario { budget: 1e5, ..Scenario::new("") });
    let found = problem.solve().expect("it can be kept");
    let tornado = tornado(&project, &problem, &found);
    // By hand: 120 contacts each. The web's, whatever the segment: 5 up and 10 down a contact. The phone's with the banks
    // alone: 10 down and 20 up, which is more.
    let keys: Vec<_> = tornado.bars.iter().map(|bar| bar.input.key).collect();
    assert_eq!(keys, ["input-of-pair", "input-of-channel"]);
    let bar = &tornado.bars[1];
    assert!(near(bar.at_low - tornado.base, 600.0) && near(bar.at_high - tornado.base, -1200.0));
    assert!(near(tornado.bars[0].swing(), 3600.0) && tornado.without_range == 2, "{tornado:?}");
}

/// The most by value for money, as for a knapsack whose contents can be cut.
fn knapsack(budget: f64, pairs: &[Pair]) -> f64 {
    let mut pairs: Vec<_> = pairs.iter().filter(|pair| pair.contribution.likely > 0.0).collect();
    pairs.sort_by(|a, b| (b.contribution.likely / b.cost).total_cmp(&(a.contribution.likely / a.cost)));
    let mut left = budget;
    (pairs.iter())
        .map(|pair| {
            let contacts = (left / pair.cost).min(pair.most.unwrap_or(f64::INFINITY));
            left -= contacts * pair.cost;
            contacts * pair.contribution.likely
        })
        .sum()
}

/// The most that is left when money costs `price` and the budget doesn't bind (Lagrange): no budget can do better.
fn bound(problem: &Problem, price: f64) -> f64 {
    let mut sum = price * problem.budget;
    for (channel, capacity) in problem.capacities.iter().enumerate() {
        let mut pairs: Vec<_> = problem.pairs.iter().filter(|pair| pair.place == channel).collect();
        let worth = |pair: &Pair| pair.contribution.likely - price * pair.cost;
        pairs.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
        let least: f64 = pairs.iter().map(|pair| pair.least).sum();
        sum += pairs.iter().map(|pair| worth(pair) * pair.least).sum::<f64>();
        let mut room = capacity.map_or(f64::INFINITY, |capacity| capacity - least);
        for pair in pairs.iter().filter(|pair| worth(pair) > 1e-9 * pair.contribution.likely.abs()) {
            let more = room.min(pair.most.map_or(f64::INFINITY, |most| most - pair.least));
            room -= more;
            sum += worth(pair) * more;
        }
    }
    sum
}

fn pairs(channels: usize, with_least: bool) -> impl Strategy<Value = Vec<Pair>> {
    let least = if with_least { 0.0..5.0_f64 } else { 0.0..1e-9 };
    let one = (0..channels, 0.5..500.0_f64, -50.0..900.0_f64, least, prop::option::of(0.0..80.0_f64), any::<bool>());
    let one = one.prop_map(move |(place, cost, left, least, room, asks)| {
        let least = if with_least && asks { least.round() } else { 0.0 };
        pair(place, cost, left, least, room.map(|room| least + room))
    });
    prop::collection::vec(one, 1..14)
}

prop_compose! {
    /// A problem whose constraints can be kept.
    pub(super) fn sound()(
        pairs in pairs(4, true), spare in prop::collection::vec(prop::option::of(0.0..60.0_f64), 4), money in 0.0..5e3_f64,
    ) -> Problem {
        let cost: f64 = pairs.iter().map(|pair| pair.least * pair.cost).sum();
        let least = |place| pairs.iter().filter(|pair| pair.place == place).map(|pair| pair.least).sum::<f64>();
        let capacities = spare.iter().enumerate().map(|(place, spare)| spare.map(|spare| least(place) + spare));
        let capacities = capacities.collect();
        problem(cost + money, pairs, capacities)
    }
}

/// A web contact takes 0.5 hours and a call 1. In a month there are 10 hours and 6 deliveries; one contact in two sells.
#[test]
fn hours_and_deliveries_bound_contacts() {
    let (mut project, [banks, _]) = company();
    let [web, phone] = [0, 1].map(|place| project.channels[place].id);
    for (channel, hours) in [(web, 0.5), (phone, 1.0)] {
        Command::set(Of::Channel(channel), "hours_per_contact", hours).apply(&mut project).expect("hours");
        let price = Estimate::point(60.0);
        Command::set(Of::Channel(channel), "revenue_per_sale", price).apply(&mut project).expect("a price");
        Command::set(Of::Channel(channel), "fixed_cost_per_month", None::<f64>).apply(&mut project).expect("none");
    }
    let used = |scenario: &Scenario| {
        let problem = of(&project, scenario);
        let found = problem.solve().expect("it can be kept");
        let contacts = |channel| {
            let place = problem.place(ReachKey { customer: banks, channel }).expect("it takes part");
            (found.shares[place].contacts * 1e6).round() / 1e6
        };
        (contacts(web), contacts(phone), found)
    };
    // Money and capacity alone: 10 contacts each.
    let scenario = Scenario { budget: 1e6, months: 1.0, ..Scenario::new("") };
    let (by_web, by_phone, _) = used(&scenario);
    assert_eq!((by_web, by_phone), (10.0, 10.0));
    // 10 hours: a web contact leaves 20 for half an hour, a call 50 for one. 10 calls and no web contact leave 500; one
    // hour more is worth 40 by the web, because the telephone is full.
    let (by_web, by_phone, found) = used(&Scenario { hours_per_month: Some(10.0), ..scenario.clone() });
    assert_eq!((by_web, by_phone), (0.0, 10.0));
    assert!(near(found.contribution.likely, 500.0), "{found:?}");
    // 6 deliveries: a web contact brings 30 / 60 sales, a call 100 / 60. 10 web contacts take 5 of them and leave 200;
    // the last goes to 0.6 calls.
    let (by_web, by_phone, _) = used(&Scenario { deliveries_per_month: Some(6.0), ..scenario });
    assert_eq!((by_web, by_phone), (10.0, 0.6));
}

/// A committed cost is paid whatever is used, so that it keeps no channel shut.
#[test]
fn committed_costs_are_paid_anyhow() {
    let (mut project, [banks, _]) = company();
    let web = project.channels[0].id;
    let scenario = Scenario { budget: 1000.0, months: 1.0, ..Scenario::new("") };
    // 10 contacts a month at 10 leave 200 and don't carry 500.
    Command::set(Of::Channel(web), "fixed_cost_per_month", 500.0).apply(&mut project).expect("a cost");
    let place = |problem: &Problem| problem.place(ReachKey { customer: banks, channel: web }).expect("it takes part");
    let problem = of(&project, &scenario);
    let found = problem.solve().expect("kept");
    assert!(near(found.shares[place(&problem)].contacts, 0.0));
    Command::set(Of::Channel(web), "fixed_cost_is", FieldValue::Choice(Some("Committed")))
        .apply(&mut project)
        .expect("is");
    let problem = of(&project, &scenario);
    let found = problem.solve().expect("kept");
    assert!(near(found.shares[place(&problem)].contacts, 10.0));
    assert!(near(found.fixed_cost, 500.0 + 100.0), "the web’s, and the telephone’s, which pays for itself: {found:?}");
}

proptest! {
    #[test]
    fn one_row_is_a_knapsack_that_can_be_cut(pairs in pairs(1, false), budget in 0.0..1e4_f64) {
        let found = problem(budget, pairs.clone(), vec![None]).solve().expect("nothing clashes");
        prop_assert!(near(found.contribution.likely, knapsack(budget, &pairs)));
    }

    #[test]
    fn everything_is_kept_and_nothing_is_better(problem in sound()) {
        let found = problem.solve().expect("it can be kept");
        for (pair, share) in problem.pairs.iter().zip(&found.shares) {
            prop_assert!(share.contacts >= pair.least);
            prop_assert!(pair.most.is_none_or(|most| share.contacts <= most * (1.0 + 1e-12)));
        }
        for (used, capacity) in found.used.iter().zip(&problem.capacities) {
            prop_assert!(capacity.is_none_or(|capacity| *used <= capacity * (1.0 + 1e-9) + 1e-9));
        }
        prop_assert!(found.spent <= problem.budget * (1.0 + 1e-9) + 1e-9);
        // At the price of money that we name, no use of any budget beats ours: both are the best.
        let best = bound(&problem, found.marginal);
        prop_assert!(near(best, found.contribution.likely), "{best} {found:?}");
    }

    /// With fixed costs in the choice: as good as the best of all choices of channels.
    #[test]
    fn fixed_costs_are_in_the_choice(problem in sound(), fixed in prop::collection::vec(0.0..3e3_f64, 4)) {
        let mut with = problem.clone();
        with.gates = (0..4)
            .map(|channel| Gate {
                pairs: (0..with.pairs.len()).filter(|place| with.pairs[*place].place == channel).collect(),
                cost: fixed[channel],
            })
            .filter(|gate| !gate.pairs.is_empty())
            .collect();
        let found = with.solve().expect("it can be kept");
        prop_assert!(found.proven);
        let mut best = f64::NEG_INFINITY;
        for choice in 0..1_u32 << 4 {
            let mut fewer = problem.clone();
            let mut paid = 0.0;
            for gate in &with.gates {
                let channel = fewer.pairs[gate.pairs[0]].place;
                let must = gate.pairs.iter().any(|place| fewer.pairs[*place].least > 0.0);
                if must || choice >> channel & 1 == 1 {
                    paid += gate.cost;
                } else {
                    gate.pairs.iter().for_each(|place| fewer.pairs[*place].most = Some(0.0));
                }
            }
            best = best.max(fewer.solve().expect("it can be kept").contribution.likely - paid);
        }
        prop_assert!(near(found.profit(), best) || (found.profit() - best).abs() < 1e-3, "{} is not {best}", found.profit());
    }

    /// What is shared is kept, and its price is what a little more of it adds.
    #[test]
    fn shared_rows_are_kept_and_priced(problem in sound(), entries in prop::collection::vec(0.0..3.0_f64, 14), share in 0.0..1.0_f64) {
        let mut bounded = problem.clone();
        let free = problem.solve().expect("it can be kept");
        let entries: Vec<_> = entries.into_iter().enumerate().take(bounded.pairs.len()).collect();
        let sum = |contacts: &dyn Fn(usize) -> f64| entries.iter().map(|(place, by)| by * contacts(*place)).sum::<f64>();
        let least = sum(&|place| problem.pairs[place].least);
        let most = least + (sum(&|place| free.shares[place].contacts) - least) * share;
        bounded.rows = vec![Row { of: Shared::Hours, entries: entries.clone(), most }];
        let found = bounded.solve().expect("it can be kept");
        prop_assert!(sum(&|place| found.shares[place].contacts) <= most * (1.0 + 1e-9) + 1e-9);
        prop_assert!(found.contribution.likely <= free.contribution.likely + 1e-6 * free.contribution.likely.abs().max(1.0));
        let step = 1e-3 * (most - least).max(1e-3);
        let mut more = bounded.clone();
        more.rows[0].most += step;
        let gained = more.solve().expect("it can be kept").contribution.likely - found.contribution.likely;
        let noise = 1e-5 * found.contribution.likely.abs().max(1.0);
        prop_assert!(gained <= found.row_prices[0] * step + noise, "{gained} at {}", found.row_prices[0]);
    }

    #[test]
    fn one_more_unit_is_worth_what_is_said(problem in sound()) {
        let found = problem.solve().expect("it can be kept");
        let step = 1e-4 * problem.budget.max(1.0);
        let more = Problem { budget: problem.budget + step, ..problem.clone() }.solve().expect("it can be kept");
        let gained = more.contribution.likely - found.contribution.likely;
        let noise = 2e-6 * found.contribution.likely.abs().max(1.0);
        prop_assert!(gained <= found.marginal * step + noise, "{gained} {}", found.marginal * step);
        // Within the step the next constraint may begin to bind, but never before it.
        prop_assert!(found.marginal >= more.marginal - 1e-9);
    }

    #[test]
    fn clashes_when_nothing_is_feasible(
        pairs in pairs(3, true), capacities in prop::collection::vec(prop::option::of(0.0..12.0_f64), 3),
        budget in 0.0..2e3_f64, twist in any::<bool>(),
    ) {
        let mut pairs = pairs;
        if twist {
            pairs[0].most = Some(pairs[0].least - 0.5).filter(|most| *most >= 0.0);
        }
        let problem = problem(budget, pairs, capacities);
        // The solver's own verdict on the constraints as they stand.
        let mut programme = microlp::Problem::new(microlp::OptimizationDirection::Minimize);
        let variables: Vec<_> = problem.pairs.iter().map(|_| programme.add_var(1.0, (0.0, f64::INFINITY))).collect();
        let le = microlp::ComparisonOp::Le;
        for (pair, variable) in problem.pairs.iter().zip(&variables) {
            programme.add_constraint([(*variable, 1.0)], microlp::ComparisonOp::Ge, pair.least);
            if let Some(most) = pair.most {
                programme.add_constraint([(*variable, 1.0)], le, most);
            }
        }
        let costs: Vec<_> = problem.pairs.iter().zip(&variables).map(|(pair, one)| (*one, pair.cost)).collect();
        programme.add_constraint(costs, le, budget);
        for (place, capacity) in problem.capacities.iter().enumerate() {
            let of = problem.pairs.iter().zip(&variables).filter(|(pair, _)| pair.place == place);
            let row: Vec<_> = of.map(|(_, variable)| (*variable, 1.0)).collect();
            if let (Some(capacity), false) = (capacity, row.is_empty()) {
                programme.add_constraint(row, le, *capacity);
            }
        }
        let is_feasible = !matches!(programme.solve(), Err(microlp::Error::Infeasible));
        prop_assert_eq!(problem.clashes().is_empty(), is_feasible, "{:?}", problem.clashes());
    }

    #[test]
    fn the_curve_rises_ever_more_slowly(problem in sound()) {
        let Some(Curve { points }) = problem.curve(12, || false) else { return Ok(()) };
        let size = points.iter().map(|point| point.contribution.abs()).fold(1.0, f64::max);
        let slope = |at: &[CurvePoint]| (at[1].contribution - at[0].contribution) / (at[1].budget - at[0].budget);
        let step = points[1].budget - points[0].budget;
        for slopes in points.windows(2).map(slope).collect::<Vec<_>>().windows(2) {
            prop_assert!(slopes[1] >= -1e-5 * size / step && slopes[0] >= slopes[1] - 1e-5 * size / step);
        }
        prop_assert!(problem.curve(12, || true).is_none());
        let at = |budget: f64| Problem { budget, ..problem.clone() }.solve().expect("kept").contribution.likely;
        prop_assert!((at(points[7].budget) - points[7].contribution).abs() <= 1e-6 * size);
    }

    #[test]
    fn any_figures_come_to_an_end(figures in prop::collection::vec(prop::num::f64::POSITIVE, 6), budget in prop::num::f64::POSITIVE) {
        let (mut project, _) = company();
        let at = |place: usize, project: &Project| Channel { figures: Figures { cost_per_contact: Estimate::point(figures[place]), sales_per_contact: Estimate::point(figures[place + 2]), contacts_per_month: Some(figures[place + 4]), ..project.channels[place].figures }, ..project.channels[place].clone() };
        for place in 0..2 {
            let channel = at(place, &project);
            // What is too large to be a figure is refused before it comes here.
            let _ = Command::changes(Of::Channel(channel.id), &project.channels[place], &channel).apply(&mut project);
        }
        let problem = of(&project, &Scenario { budget, ..Scenario::new("") });
        if let Ok(found) = problem.solve() {
            prop_assert!(found.contribution.likely.is_finite() && found.spent.is_finite() && found.marginal.is_finite());
        }
        problem.curve(3, || false);
    }
}
