use super::*;
use crate::project::Figures;
use proptest::prelude::*;

fn near(value: Option<f64>, expected: f64) -> bool {
    value.is_some_and(|value| (value - expected).abs() < 0.05)
}

fn typed(name: &str, cost: Estimate, sales: Estimate) -> Channel {
    Channel {
        figures: Figures { cost_per_contact: cost, sales_per_contact: sales, ..Figures::default() },
        ..Channel::new(name)
    }
}

fn at(name: &str, cost: f64, sales: f64) -> Channel {
    typed(name, Estimate::point(cost), Estimate::point(sales))
}

fn project(channels: impl IntoIterator<Item = Channel>) -> Project {
    Project { channels: channels.into_iter().collect(), ..Project::default() }
}

fn names(project: &Project, ids: &[ChannelId]) -> Vec<String> {
    ids.iter().map(|id| project.channel(*id).expect("a channel of it").1.name.to_string()).collect()
}

#[test]
fn the_dearer_contact_wins() {
    // madleadflow.com: $15 a contact at 3 % is $500 a sale, $50 at 40 % is $125.
    let of = |cost, rate| Channel {
        figures: Figures {
            cost_per_contact: Estimate::point(cost),
            sales_from: Some(SalesFrom::CloseRate),
            close_rate: Estimate::point(rate),
            revenue_per_sale: Estimate::point(1000.0),
            ..Figures::default()
        },
        ..Channel::new("")
    };
    let comparison = Comparison::of(&project([of(15.0, 0.03), of(50.0, 0.4)]));
    assert!(near(comparison.channels[0].cost_per_sale, 500.0));
    assert!(near(comparison.channels[1].cost_per_sale, 125.0));
    assert!(near(comparison.channels[0].return_on_contact, 2.0));
    assert!(near(comparison.channels[1].return_on_contact, 8.0));
}

#[test]
fn customer_acquisition_cost() {
    // Printed as 54.1, 250 and 12.9 for 487/9, 500/2 and 400/31.
    assert!(near(cost_per_sale(487.0, 9.0), 54.1));
    assert!(near(cost_per_sale(500.0, 2.0), 250.0));
    assert!(near(cost_per_sale(400.0, 31.0), 12.9));
}

#[test]
fn figures_of_a_channel() {
    // By hand: c 200, p 10 %, v 5,000, m 0.5, so s = 500 and a contact leaves 250 − 200.
    let channel = Channel {
        figures: Figures {
            cost_per_contact: Estimate::range(100.0, 200.0, 400.0),
            sales_from: Some(SalesFrom::CloseRate),
            close_rate: Estimate::range(0.05, 0.1, 0.2),
            revenue_per_sale: Estimate { low: Some(4000.0), likely: Some(5000.0), high: None },
            contacts_per_month: Some(30.0),
            ..Figures::default()
        },
        ..Channel::new("Telesales")
    };
    let project = Project { margin: 0.5, ..project([channel]) };
    let comparison = Comparison::of(&project);
    let figures = &comparison.channels[0];
    assert_eq!(figures.sales, Some(Spread { low: 200.0, likely: 500.0, high: 1000.0 }));
    assert!(near(figures.cost_per_sale, 2000.0));
    assert!(near(figures.return_on_contact, 2.5));
    assert!(near(figures.contribution_per_contact, 50.0));
    assert!(near(figures.contribution_per_month, 1500.0));
    assert!((figures.break_even_close_rate.expect("one") - 0.08).abs() < 1e-12);
    assert!(near(figures.break_even_sales, 400.0));
    assert_eq!(figures.standing, Standing::Efficient);
    assert_eq!(figures.gaps, []);
}

#[test]
fn at_break_even_nothing_is_left() {
    let sales = break_even_sales(200.0, 0.4).expect("a margin");
    assert!(near(contribution_per_contact(sales, 0.4, 200.0), 0.0));
    let close_rate = break_even_close_rate(200.0, 5000.0, 0.4).expect("a margin");
    assert!(near(Some(close_rate * 5000.0), sales));
}

#[test]
fn what_can_not_be_divided_is_none() {
    assert_eq!(cost_per_sale(10.0, 0.0), None);
    assert_eq!(cost_per_sale(0.0, 0.0), None);
    assert_eq!(return_on_contact(10.0, 0.0), None);
    assert_eq!(break_even_close_rate(10.0, 100.0, 0.0), None);
    assert_eq!(break_even_sales(10.0, 0.0), None);
    assert_eq!(return_on_contact(f64::MAX, f64::MIN_POSITIVE), None);
}

#[test]
fn who_dominates_whom() {
    let field = [at("cheap", 1.0, 5.5), at("better", 2.0, 9.0), at("best", 8.0, 18.0), at("worse", 4.0, 5.0)];
    let project = project(field);
    let comparison = Comparison::of(&project);
    assert_eq!(names(&project, &comparison.frontier), ["cheap", "better", "best"]);
    // Both "cheap" and "better" beat it; the first returns more.
    let by = project.channels[0].id;
    assert_eq!(comparison.channels[3].standing, Standing::Dominated { by, clearly: true });
}

#[test]
fn ties_dominate_neither() {
    let project = project([at("one", 2.0, 5.0), at("same", 2.0, 5.0), at("dearer", 3.0, 5.0)]);
    let comparison = Comparison::of(&project);
    assert_eq!(names(&project, &comparison.frontier), ["one", "same"]);
    let by = project.channels[0].id;
    assert_eq!(comparison.channels[2].standing, Standing::Dominated { by, clearly: true });
}

#[test]
fn ranges_that_overlap_are_not_clear() {
    let strong = typed("strong", Estimate::range(8.0, 10.0, 15.0), Estimate::range(80.0, 100.0, 120.0));
    let near = typed("near", Estimate::range(12.0, 20.0, 30.0), Estimate::point(60.0));
    let far = typed("far", Estimate::range(16.0, 20.0, 30.0), Estimate::point(60.0));
    let project = project([strong, near, far]);
    let comparison = Comparison::of(&project);
    let by = project.channels[0].id;
    assert_eq!(comparison.channels[1].standing, Standing::Dominated { by, clearly: false });
    assert_eq!(comparison.channels[2].standing, Standing::Dominated { by, clearly: true });
}

#[test]
fn the_most_convincing_dominator_is_named() {
    // All three dominate the last; the second is dominated itself, the third returns most.
    let project = project([at("a", 4.0, 9.0), at("b", 4.5, 8.5), at("c", 2.0, 8.0), at("last", 5.0, 7.0)]);
    let by = project.channels[2].id;
    assert_eq!(Comparison::of(&project).channels[3].standing, Standing::Dominated { by, clearly: true });
}

#[test]
fn what_is_missing_or_zero() {
    let gaps = |channel: Channel| {
        let comparison = Comparison::of(&project([channel]));
        (comparison.channels[0].gaps.clone(), comparison.channels[0].standing, comparison.frontier.len())
    };
    let none = Channel::new("");
    assert_eq!(gaps(none.clone()), (vec![Gap::Cost, Gap::Sales], Standing::Incomplete, 0));
    let rate = Channel { figures: Figures { sales_from: Some(SalesFrom::CloseRate), ..none.figures }, ..none };
    assert_eq!(gaps(rate), (vec![Gap::Cost, Gap::CloseRate, Gap::RevenuePerSale], Standing::Incomplete, 0));
    assert_eq!(gaps(at("", 0.0, 3.0)), (vec![Gap::ZeroCost], Standing::Efficient, 1));
    assert_eq!(gaps(at("", 3.0, 0.0)), (vec![Gap::ZeroSales], Standing::Loses, 0));
    let low_only = Estimate { low: Some(1.0), likely: None, high: None };
    assert_eq!(gaps(typed("", low_only, Estimate::point(1.0))), (vec![Gap::Cost], Standing::Incomplete, 0));
}

fn estimate() -> impl Strategy<Value = Estimate> {
    // Few values, so that ties are common.
    let figure = prop_oneof![4 => (0_u8..6).prop_map(f64::from), 1 => 0.0..1e300_f64, 1 => Just(f64::MIN_POSITIVE)];
    (prop::collection::vec(figure, 3), any::<[bool; 2]>(), 0_u8..8).prop_map(|(mut figures, ends, likely)| {
        figures.sort_by(f64::total_cmp);
        Estimate {
            low: ends[0].then_some(figures[0]),
            likely: (likely > 0).then_some(figures[1]),
            high: ends[1].then_some(figures[2]),
        }
    })
}

fn channel() -> impl Strategy<Value = Channel> {
    (estimate(), estimate(), 0.0..=1.0_f64, any::<bool>()).prop_map(|(cost, sales, rate, typed)| Channel {
        figures: Figures {
            cost_per_contact: cost,
            sales_per_contact: sales,
            revenue_per_sale: sales,
            close_rate: Estimate::point(rate),
            sales_from: Some(if typed { SalesFrom::Typed } else { SalesFrom::CloseRate }),
            contacts_per_month: Some(1e9),
            ..Figures::default()
        },
        ..Channel::new("")
    })
}

proptest! {
    /// Each standing, by its definition.
    #[test]
    fn what_a_standing_says_is_true(
        channels in prop::collection::vec(channel(), 0..12),
        margin in 0.0..=1.0_f64,
        commission in 0.0..=1.0_f64,
    ) {
        let mut channels = channels;
        if let Some(first) = channels.first_mut() {
            first.figures.variable_cost = Some(commission);
        }
        let comparison = Comparison::of(&Project { margin, ..project(channels) });
        let of = |figures: &ChannelFigures| {
            Some(Point { cost: figures.cost?.likely, left: figures.contribution?.likely })
        };
        let points: Vec<_> = comparison.channels.iter().filter_map(of).filter(|one| one.left > 0.0).collect();
        // What a mixture of two points leaves at a cost between theirs.
        let mixed = |a: Point, b: Point, cost: f64| {
            let share = (cost - a.cost) / (b.cost - a.cost);
            (a.cost < cost && cost <= b.cost).then_some(a.left + share * (b.left - a.left))
        };
        let by_mixture = |one: Point| {
            let cheaper = points.iter().copied().chain([Point::NOTHING]);
            let all = cheaper.flat_map(|a| points.iter().filter_map(move |b| mixed(a, *b, one.cost)));
            all.fold(f64::NEG_INFINITY, f64::max)
        };
        for figures in &comparison.channels {
            let point = of(figures);
            let dominated = point.is_some_and(|point| points.iter().any(|other| other.dominates(point)));
            prop_assert_eq!(figures.standing == Standing::Efficient, comparison.frontier.contains(&figures.id));
            match figures.standing {
                Standing::Incomplete => prop_assert!(point.is_none()),
                Standing::CantDeliver => prop_assert!(false, "all can deliver"),
                Standing::Loses => prop_assert!(point.expect("known").left <= 0.0),
                Standing::Dominated { by, .. } => {
                    let by = comparison.find(by).and_then(of).expect("compared");
                    prop_assert!(by.dominates(point.expect("known")));
                }
                Standing::BelowMixture { cheaper, dearer } => {
                    let point = point.expect("known");
                    let corner = |id| comparison.find(id).and_then(of).expect("compared");
                    let cheaper = cheaper.map_or(Point::NOTHING, corner);
                    prop_assert!(!dominated && mixed(cheaper, corner(dearer), point.cost) > Some(point.left));
                }
                Standing::Efficient => {
                    let point = point.expect("known");
                    let better = by_mixture(point);
                    prop_assert!(point.left > 0.0 && !dominated);
                    prop_assert!(better.is_nan() || better <= point.left * (1.0 + 1e-9), "{better} {point:?}");
                }
            }
        }
    }

    #[test]
    fn everything_is_a_number(channels in prop::collection::vec(channel(), 0..6), margin in 0.0..=1.0_f64) {
        for figures in Comparison::of(&Project { margin, ..project(channels) }).channels {
            let spreads = [figures.cost, figures.sales].into_iter().flatten();
            prop_assert!(spreads.clone().all(|one| one.low <= one.likely && one.likely <= one.high));
            let figures = [
                figures.cost_per_sale, figures.return_on_contact, figures.contribution_per_contact,
                figures.contribution_per_month, figures.break_even_close_rate, figures.break_even_sales,
            ];
            prop_assert!(figures.into_iter().flatten().all(f64::is_finite));
        }
    }

    #[test]
    fn order_moves_no_standing(channels in prop::collection::vec(channel(), 0..10), turn in 0_usize..10) {
        let before = Comparison::of(&project(channels.clone()));
        let mut turned = channels;
        let turn = turn.min(turned.len());
        turned.rotate_left(turn);
        turned.reverse();
        let after = Comparison::of(&project(turned));
        for figures in &before.channels {
            let other = after.find(figures.id).expect("the same channels");
            let blank = |standing| match standing {
                Standing::Dominated { by: _, clearly } => (1, clearly),
                Standing::Efficient => (0, false),
                Standing::Incomplete => (2, false),
                Standing::CantDeliver => (3, false),
                Standing::Loses => (4, false),
                Standing::BelowMixture { .. } => (5, false),
            };
            prop_assert_eq!(blank(figures.standing), blank(other.standing));
        }
    }
}

#[test]
fn a_commission_comes_off_the_margin() {
    // By hand: s 500, m 0.5, k 0.2, c 100: 500 · 0.3 − 100 = 50 a contact; F 1,010 takes 21 of them.
    let channel = Channel {
        figures: Figures {
            variable_cost: Some(0.2),
            fixed_cost_per_month: Some(1010.0),
            ..typed("Agents", Estimate::range(50.0, 100.0, 200.0), Estimate::range(400.0, 500.0, 600.0)).figures
        },
        ..typed("Agents", Estimate::range(50.0, 100.0, 200.0), Estimate::range(400.0, 500.0, 600.0))
    };
    let figures = ChannelFigures::of(&channel, 0.5);
    let spread = figures.contribution.expect("known figures");
    for (value, expected) in [(spread.low, -80.0), (spread.likely, 50.0), (spread.high, 130.0)] {
        assert!((value - expected).abs() < 1e-9, "{value}");
    }
    assert_eq!(figures.break_even_contacts, Some(Ok(21.0)));
    assert_eq!(figures.break_even_contacts_range, Some([Some(8.0), None]));
    let never = |channel: Channel, margin| ChannelFigures::of(&channel, margin).break_even_contacts;
    assert_eq!(never(channel.clone(), 0.0), Some(Err(Never::NoMargin)));
    assert_eq!(never(channel.clone(), 0.2), Some(Err(Never::Commission)));
    assert_eq!(never(channel.clone(), 0.3), Some(Err(Never::Loses)));
    let silent =
        Channel { figures: Figures { sales_per_contact: Estimate::point(0.0), ..channel.figures }, ..channel.clone() };
    assert_eq!(never(silent, 0.5), Some(Err(Never::NoSales)));
    assert_eq!(
        never(Channel { figures: Figures { fixed_cost_per_month: None, ..channel.figures }, ..channel }, 0.5),
        None
    );
}

/// Own sellers leave 1,445 · .4 − 300 = 278 a contact, the agent 2,000 · (.4 − .3) − 280 = −80: more sales at less cost
/// beat nothing when the commission takes them.
#[test]
fn a_commission_decides_who_leads() {
    let mut agent = at("Agent", 280.0, 2000.0);
    agent.figures.variable_cost = Some(0.3);
    let project = Project { margin: 0.4, ..project([at("Own sellers", 300.0, 1445.0), agent]) };
    let standings: Vec<_> = Comparison::of(&project).channels.iter().map(|one| one.standing).collect();
    assert_eq!(standings, [Standing::Efficient, Standing::Loses]);
}

/// At 50 a contact a mixture of 5/9 letters and 4/9 visits leaves 177.8, phone 100; half letters and half nothing leave 20
/// for 5, ads 5.
#[test]
fn below_a_mixture() {
    let field = [("Letters", 10.0, 100.0), ("Phone", 50.0, 300.0), ("Visits", 100.0, 900.0), ("Ads", 5.0, 20.0)];
    let project = Project { margin: 0.5, ..project(field.map(|(name, cost, sales)| at(name, cost, sales))) };
    let [letters, _, visits, _] = [0, 1, 2, 3].map(|place| project.channels[place].id);
    let standings: Vec<_> = Comparison::of(&project).channels.iter().map(|one| one.standing).collect();
    assert_eq!(
        standings,
        [
            Standing::Efficient,
            Standing::BelowMixture { cheaper: Some(letters), dearer: visits },
            Standing::Efficient,
            Standing::BelowMixture { cheaper: None, dearer: letters },
        ]
    );
}

/// Extended dominance in dampack's `test_calculate_icers.R`: UC, B, D and E on the frontier, C and A off it.
#[test]
fn the_frontier_of_a_published_table() {
    let table =
        [("UC", 5.0, 1.0), ("B", 10.0, 2.0), ("D", 35.0, 4.0), ("E", 55.0, 5.0), ("C", 25.0, 3.0), ("A", 12.0, 1.5)];
    // The effect stands for what is left: sales of cost + effect at a margin of 1.
    let project = project(table.map(|(name, cost, effect)| at(name, cost, cost + effect)));
    let comparison = Comparison::of(&project);
    assert_eq!(names(&project, &comparison.frontier), ["UC", "B", "D", "E"]);
    assert!(matches!(comparison.channels[4].standing, Standing::BelowMixture { .. }));
    assert!(matches!(comparison.channels[5].standing, Standing::Dominated { .. }));
}

/// 100 / 10 = 10 likely, 80 / 20 = 4 at the worst; only the best end, at no cost, has no return.
#[test]
fn one_end_at_zero_leaves_the_others() {
    let channel = typed("Word of mouth", Estimate::range(0.0, 10.0, 20.0), Estimate::range(80.0, 100.0, 120.0));
    assert_eq!(ChannelFigures::of(&channel, 0.5).return_range, [Some(4.0), Some(10.0), None]);
}

#[test]
fn contacts_that_pay_for_a_fixed_cost() {
    // ceil(F / (s·m − c)), and none where the contribution is not above zero.
    assert_eq!(break_even_contacts(1000.0, 300.0), Some(4.0));
    assert_eq!(break_even_contacts(100.0, 0.1), Some(1000.0));
    assert_eq!(break_even_contacts(0.0, 5.0), Some(0.0));
    assert_eq!(break_even_contacts(1000.0, 0.0), None);
    assert_eq!(break_even_contacts(1000.0, -1.0), None);
}

#[test]
fn who_can_not_deliver_dominates_nobody() {
    use crate::analysis::{MatrixIndex, Target};
    use crate::project::{Command, Delivery, Of, ReachKey, Segment};
    let mut project = project([at("strong", 1.0, 10.0), at("weak", 2.0, 5.0)]);
    let customer = Segment::new("Banks");
    let key = ReachKey { customer: customer.id, channel: project.channels[0].id };
    let add = Command::AddSegments { axis: crate::project::Axis::Customer, at: 0, segments: vec![customer] };
    add.apply(&mut project).expect("a new column");
    let target =
        |project: &Project| Target::of(project, &MatrixIndex::of(&project.matrix), key.customer).expect("it is there");
    assert_eq!(Comparison::of_target(&project, &target(&project)), Comparison::of(&project));

    let delivery = Command::set(Of::Reach(key), "delivery", Delivery::No);
    delivery.apply(&mut project).expect("a known pair");
    let there = Comparison::of_target(&project, &target(&project));
    assert_eq!(
        there.channels.iter().map(|one| one.standing).collect::<Vec<_>>(),
        [Standing::CantDeliver, Standing::Efficient]
    );
    assert_eq!(there.frontier, [project.channels[1].id]);

    let figures = Figures { sales_per_contact: Estimate::point(50.0), ..Figures::default() };
    let other = ReachKey { channel: project.channels[1].id, ..key };
    (Command::changes(Of::Reach(other), &Figures::default(), &figures)).apply(&mut project).expect("a known pair");
    let there = Comparison::of_target(&project, &target(&project));
    assert_eq!(there.channels[1].return_on_contact, Some(25.0));
    assert_eq!(Comparison::of(&project).channels[1].return_on_contact, Some(2.5));
}

proptest! {
    #[test]
    fn so_many_contacts_pay_and_one_fewer_does_not(fixed in 0.0..1e9_f64, left in 1e-3..1e6_f64) {
        let contacts = break_even_contacts(fixed, left).expect("something is left");
        let noise = 1e-8 * fixed.max(1.0);
        prop_assert!(contacts * left >= fixed - noise);
        prop_assert!(contacts < 1.0 || (contacts - 1.0) * left < fixed + noise);
    }

    #[test]
    fn corners_hold_the_likely(channels in prop::collection::vec(channel(), 1..4), k in 0.0..=1.0_f64, m in 0.0..=1.0_f64) {
        for channel in channels {
            let channel = Channel { figures: Figures { variable_cost: Some(k), fixed_cost_per_month: Some(5.0), ..channel.figures }, ..channel };
            let figures = ChannelFigures::of(&channel, m);
            if let Some(spread) = figures.contribution {
                prop_assert!(spread.low <= spread.likely && spread.likely <= spread.high, "{spread:?}");
            }
            for ends in [figures.return_range, figures.cost_per_sale_range] {
                let known: Vec<_> = ends.into_iter().flatten().collect();
                prop_assert!(known.is_sorted(), "{ends:?}");
            }
        }
    }
}
