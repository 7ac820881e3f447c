//! Whether the channels picked reach the segments that matter, in words.

use super::channels::{Comparison, Standing};
use super::findings::{Finding, Severity, Topic};
use super::names::segment_name;
use super::{MatrixIndex, Target};
use crate::project::{
    About, Axis, Channel, Delivery, Fit, Message, Project, Reach, ReachKey, SalesFrom, SegmentId, Usage, Value,
};

/// What should be looked at: warnings first, then by Prio, column and channel. Cost: the segments times the square of
/// the channels.
pub fn coverage(project: &Project, index: &MatrixIndex) -> Vec<Finding> {
    let mut targets = Target::all(project, index);
    targets.sort_by_key(|target| target.fit);
    let prioritised = targets.iter().filter(|target| target.is_prioritised());
    let mut findings: Vec<Finding> = prioritised.flat_map(|target| of_target(project, target)).collect();
    findings.extend(project.channels.iter().filter_map(|channel| only_later(project, &targets, channel)));
    findings.sort_by_key(|finding| finding.severity);
    findings
}

fn reach<'a>(project: &'a Project, customer: SegmentId, channel: &Channel) -> &'a Reach {
    project.plan.reach(ReachKey { customer, channel: channel.id })
}

fn of_target(project: &Project, target: &Target) -> Vec<Finding> {
    let customer = target.customer;
    let name = name_of(project, customer);
    let said = |severity, what: &'static str, why: &'static str, channel: Option<&Channel>| {
        let what = Message::new(what).with("segment", name.clone());
        let (what, about) = match channel {
            Some(channel) => {
                let key = ReachKey { customer, channel: channel.id };
                (what.with("channel", channel.shown_name()), About::from(key))
            }
            None => (what, About::customer(customer)),
        };
        Finding { topic: Topic::Coverage, severity, what, why: Message::new(why), about }
    };
    let picked: Vec<(usize, &Channel)> = (project.channels.iter().enumerate())
        .filter(|(_, channel)| reach(project, customer, channel).usage != Usage::None)
        .collect();
    let mut findings = Vec::new();
    if picked.is_empty() {
        if target.fit == Fit::Prio1 {
            let why = "coverage-prio1-without-channel-why";
            findings.push(said(Severity::Warning, "coverage-prio1-without-channel", why, None));
        } else if !project.channels.is_empty() {
            let mut finding = said(Severity::Gap, "coverage-none-picked", "coverage-none-picked-why", None);
            finding.what = finding.what.with("prio", Message::new(target.fit.key()));
            findings.push(finding);
        }
        return findings;
    }
    let can = |channel: &Channel| reach(project, customer, channel).delivery != Delivery::No;
    if target.fit == Fit::Prio1 && !picked.iter().any(|(_, channel)| can(channel)) {
        findings.push(said(
            Severity::Contradiction,
            "coverage-prio1-none-delivers",
            "coverage-prio1-none-delivers-why",
            None,
        ));
    }
    let comparison = Comparison::of_target(project, target);
    for (place, channel) in &picked {
        if !can(channel) {
            findings.push(said(
                Severity::Contradiction,
                "coverage-cant-deliver",
                "coverage-cant-deliver-why",
                Some(channel),
            ));
        }
        let standing = comparison.channels.get(*place).map(|figures| figures.standing);
        if standing == Some(Standing::Loses) {
            findings.push(said(Severity::Warning, "coverage-loses", "coverage-loses-why", Some(channel)));
        }
        if let Some(Standing::Dominated { by, clearly: true }) = standing {
            let by = project.channel(by).map_or_else(|| "".into(), |(_, channel)| channel.shown_name());
            let mut finding =
                said(Severity::Warning, "coverage-clearly-dominated", "coverage-clearly-dominated-why", Some(channel));
            finding.what = finding.what.with("by", by);
            findings.push(finding);
        }
        let figures = &comparison.channels[*place];
        let there = target.channel(project, channel).figures;
        let revenue = there.revenue_per_sale.likely;
        if figures.sales.zip(revenue).is_some_and(|(sales, revenue)| sales.likely > revenue * (1.0 + 1e-9)) {
            findings.push(said(
                Severity::Warning,
                "coverage-sales-above-price",
                "coverage-sales-above-price-why",
                Some(channel),
            ));
        }
        let has_price = target.product.is_some_and(|product| !project.plan.offer(product).revenue_per_sale.is_blank());
        let is_typed = there.sales_from() == SalesFrom::Typed && there.sales_per_contact.likely.is_some();
        let typed_here = reach(project, customer, channel).figures.sales_per_contact.likely.is_some();
        if has_price && is_typed && !typed_here && channel.figures.revenue_per_sale.likely.is_none() {
            findings.push(said(Severity::Hint, "coverage-price-ignored", "coverage-price-ignored-why", Some(channel)));
        }
        if let (Some(Ok(needed)), Some(most)) =
            (figures.break_even_contacts, project.plan.funnel(customer).most_contacts(1.0))
            && needed > most
        {
            let mut finding =
                said(Severity::Warning, "coverage-market-too-small", "coverage-market-too-small-why", Some(channel));
            finding.what = finding.what.with("needed", needed).with("most", most);
            findings.push(finding);
        }
        if reach(project, customer, channel).preference == Some(0) {
            findings.push(said(Severity::Hint, "coverage-not-preferred", "coverage-not-preferred-why", Some(channel)));
        }
    }
    if target.fit == Fit::Prio1 {
        let is_liked = |channel: &Channel| {
            reach(project, customer, channel).preference == Some(Reach::HIGHEST_PREFERENCE) && can(channel)
        };
        let served = picked.iter().any(|(_, channel)| is_liked(channel));
        let preferred = project
            .channels
            .iter()
            .filter(|channel| !served && reach(project, customer, channel).usage == Usage::None && is_liked(channel));
        findings.extend(preferred.map(|channel| {
            said(Severity::Hint, "coverage-preferred-unused", "coverage-preferred-unused-why", Some(channel))
        }));
    }
    findings
}

/// A summary where there are no findings: that every Prio 1 segment has a channel can only be said where there is one.
pub fn nothing_found(index: &MatrixIndex) -> &'static str {
    if index.total().of(Fit::Prio1) > 0 { "coverage-nothing" } else { "coverage-no-prio1" }
}

/// A channel that is picked for Prio 3 alone, and for no segment without a Prio.
fn only_later(project: &Project, targets: &[Target], channel: &Channel) -> Option<Finding> {
    let used: Vec<_> =
        targets.iter().filter(|target| reach(project, target.customer, channel).usage != Usage::None).collect();
    (!used.is_empty() && used.iter().all(|target| target.fit == Fit::Prio3)).then(|| Finding {
        topic: Topic::Coverage,
        severity: Severity::Warning,
        what: Message::new("coverage-only-prio3").with("channel", channel.shown_name()),
        why: Message::new("coverage-only-prio3-why"),
        about: channel.id.into(),
    })
}

/// A customer segment's name, or the words for one that isn't given.
pub fn name_of(project: &Project, customer: SegmentId) -> Value {
    segment_name(project, Axis::Customer, customer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Estimate, Figures, Of, Segment};
    use proptest::prelude::*;

    struct World {
        project: Project,
        customers: Vec<SegmentId>,
    }

    /// Three customer segments of Prio 1, 2 and 3, and a strong and a weak channel.
    fn world() -> World {
        let at = |name, cost, sales| Channel {
            figures: Figures {
                cost_per_contact: Estimate::point(cost),
                sales_per_contact: Estimate::point(sales),
                ..Figures::default()
            },
            ..Channel::new(name)
        };
        let product = Segment::new("Advice");
        let customers = ["Banks", "Shops", "Schools"].map(Segment::new);
        let ids = customers.clone().map(|segment| segment.id);
        let fits = ids.into_iter().zip([Fit::Prio1, Fit::Prio2, Fit::Prio3]).map(|(customer, fit)| Command::SetFit {
            products: vec![product.id],
            customers: vec![customer],
            fit,
        });
        let mut project = Project::default();
        let begin = [
            Command::AddSegments { axis: Axis::Product, at: 0, segments: vec![product.clone()] },
            Command::AddSegments { axis: Axis::Customer, at: 0, segments: customers.into() },
            Command::AddChannels { at: 0, channels: vec![at("Strong", 1.0, 10.0), at("Weak", 2.0, 5.0)] },
        ];
        Command::All(begin.into_iter().chain(fits).collect()).apply(&mut project).expect("sound");
        World { project, customers: ids.into() }
    }

    impl World {
        fn key(&self, customer: usize, channel: usize) -> ReachKey {
            ReachKey { customer: self.customers[customer], channel: self.project.channels[channel].id }
        }

        fn plan(&mut self, command: Command) {
            command.apply(&mut self.project).expect("it can be done");
        }

        fn pick(&mut self, customer: usize, channel: usize) {
            let keys = vec![self.key(customer, channel)];
            self.plan(Command::set_all(keys.into_iter().map(Of::Reach), "usage", Usage::Main));
        }

        fn all(&self) -> Vec<&'static str> {
            let found = coverage(&self.project, &MatrixIndex::of(&self.project.matrix));
            found.iter().map(Finding::code).collect()
        }

        /// Without the question where nothing is picked.
        fn keys(&self) -> Vec<&'static str> {
            let all = self.all().into_iter();
            all.filter(|key| *key != "coverage-none-picked").collect()
        }
    }

    #[test]
    fn who_matters_is_reached() {
        let mut world = world();
        let asked = ["coverage-none-picked"; 2];
        assert_eq!(world.all(), [&["coverage-prio1-without-channel"][..], &asked].concat());
        world.pick(0, 0);
        assert_eq!(world.all(), asked, "where nothing is picked for Prio 2 and 3, that is asked");
        world.pick(1, 0);
        world.pick(2, 0);
        assert_eq!(world.all(), [""; 0]);
        let keys = vec![world.key(0, 0)];
        world.plan(Command::set_all(keys.into_iter().map(Of::Reach), "delivery", Delivery::No));
        assert_eq!(world.all(), ["coverage-prio1-none-delivers", "coverage-cant-deliver"]);
    }

    #[test]
    fn for_prio_3_alone() {
        let mut world = world();
        world.pick(0, 0);
        world.pick(2, 0);
        assert_eq!(world.keys(), [""; 0]);
        world.pick(2, 1);
        assert_eq!(world.keys(), ["coverage-clearly-dominated", "coverage-only-prio3"]);
        world.pick(1, 1);
        assert_eq!(world.keys(), ["coverage-clearly-dominated"; 2]);
    }

    #[test]
    fn what_customers_prefer() {
        let mut world = world();
        world.pick(0, 0);
        let keys = vec![world.key(0, 0)];
        world.plan(Command::set_all(keys.into_iter().map(Of::Reach), "preference", Some(0)));
        let keys = vec![world.key(0, 1)];
        world.plan(Command::set_all(keys.into_iter().map(Of::Reach), "preference", Some(3)));
        assert_eq!(world.keys(), ["coverage-not-preferred", "coverage-preferred-unused"]);
    }

    /// 100 contacts a month pay for the fixed cost; 40 customers four times a year allow 13.3. A contact sells for 10,
    /// and a sale brings 8.
    #[test]
    fn figures_that_a_market_or_a_price_contradicts() {
        let mut world = world();
        world.pick(0, 0);
        let mut strong = world.project.channels[0].clone();
        strong.figures.fixed_cost_per_month = Some(900.0);
        strong.figures.revenue_per_sale = Estimate::point(8.0);
        world.project.channels.set(0, strong.clone());
        assert_eq!(world.keys(), ["coverage-sales-above-price"]);
        let funnel = crate::project::Funnel {
            customers: Estimate::range(30.0, 40.0, 60.0),
            contacts_per_customer_per_year: Some(4.0),
            ..crate::project::Funnel::default()
        };
        world.project.plan.funnels.insert(world.customers[0], funnel);
        assert_eq!(world.keys(), ["coverage-sales-above-price", "coverage-market-too-small"]);
        strong.figures.revenue_per_sale = Estimate::default();
        strong.figures.fixed_cost_per_month = None;
        world.project.channels.set(0, strong);
        let product = world.project.matrix.segments(Axis::Product)[0].id;
        let offer = crate::project::Offer { revenue_per_sale: Estimate::point(500.0), margin: None };
        world.project.plan.offers.insert(product, offer);
        assert_eq!(world.keys(), ["coverage-price-ignored"]);
    }

    /// 1,500 · 1 − 2,000 = −500 a contact, though nothing is said to be better: chosen or not is a finding.
    #[test]
    fn a_chosen_channel_that_loses() {
        let mut world = world();
        let figures = Figures {
            cost_per_contact: Estimate::point(2000.0),
            sales_per_contact: Estimate::point(1500.0),
            ..Figures::default()
        };
        let channel = Channel { figures, ..Channel::new("Visits") };
        Command::AddChannels { at: 2, channels: vec![channel] }.apply(&mut world.project).expect("new");
        world.pick(0, 2);
        assert_eq!(world.keys(), ["coverage-loses"]);
    }

    #[test]
    fn a_liked_channel_is_enough() {
        let mut world = world();
        world.pick(0, 0);
        for channel in 0..2 {
            let keys = vec![world.key(0, channel)];
            world.plan(Command::set_all(keys.into_iter().map(Of::Reach), "preference", Some(3)));
        }
        assert_eq!(world.keys(), [""; 0], "the chosen one is liked as well");
    }

    #[test]
    fn not_for_prio_3_alone() {
        let mut world = world();
        world.pick(0, 0);
        world.pick(2, 1);
        let product = world.project.matrix.segments(Axis::Product)[0].id;
        let customers = vec![world.customers[1]];
        let undecided = Command::SetFit { products: vec![product], customers, fit: Fit::Undecided };
        undecided.apply(&mut world.project).expect("known");
        assert_eq!(world.keys(), ["coverage-clearly-dominated", "coverage-only-prio3"]);
        world.pick(1, 1);
        assert_eq!(world.keys(), ["coverage-clearly-dominated"], "an undecided segment isn't Prio 3");
        let index = |project: &Project| MatrixIndex::of(&project.matrix);
        assert_eq!(nothing_found(&index(&world.project)), "coverage-nothing");
        assert_eq!(nothing_found(&index(&Project::default())), "coverage-no-prio1");
    }

    proptest! {
        /// Every sentence holds, counted from the project by itself.
        #[test]
        fn what_is_found_is_true(
            figures in prop::collection::vec((0..6_u8, 0..6_u8, 0..3_usize), 2),
            pairs in prop::collection::vec((0..3_usize, 0..3_usize, 0..5_u8), 6),
            fits in prop::collection::vec(0..5_usize, 3),
        ) {
            let mut world = world();
            for (place, (cost, sales, commission)) in figures.into_iter().enumerate() {
                let figures = Figures {
                    cost_per_contact: Estimate::point(f64::from(cost)),
                    sales_per_contact: Estimate::point(f64::from(sales)),
                    variable_cost: Some(commission as f64 / 4.0),
                    ..Figures::default()
                };
                let channel = &world.project.channels[place];
                let command = Command::changes(Of::Channel(channel.id), &channel.figures, &figures);
                command.apply(&mut world.project).expect("known");
            }
            for (place, (delivery, usage, preference)) in pairs.into_iter().enumerate() {
                let keys = vec![world.key(place / 2, place % 2)];
                world.plan(Command::set_all(keys.iter().copied().map(Of::Reach), "delivery", Delivery::ALL[delivery]));
                world.plan(Command::set_all(keys.iter().copied().map(Of::Reach), "usage", Usage::ALL[usage]));
                world.plan(Command::set_all(keys.into_iter().map(Of::Reach), "preference", preference.checked_sub(1)));
            }
            let product = world.project.matrix.segments(Axis::Product)[0].id;
            let all = [Fit::No, Fit::Undecided, Fit::Prio1, Fit::Prio2, Fit::Prio3];
            for (place, fit) in fits.iter().enumerate() {
                let customers = vec![world.customers[place]];
                Command::SetFit { products: vec![product], customers, fit: all[*fit] }.apply(&mut world.project).expect("known");
            }
            let project = &world.project;
            let fit_of = |customer: SegmentId| {
                all[fits[world.customers.iter().position(|id| *id == customer).expect("one of them")]]
            };
            let chosen = |customer: SegmentId| {
                let is_used = move |channel: &&Channel| reach(project, customer, channel).usage != Usage::None;
                project.channels.iter().filter(is_used)
            };
            let left = |channel: &Channel| {
                let (sales, cost) = (channel.figures.sales_per_contact.likely, channel.figures.cost_per_contact.likely);
                sales.expect("given") * (1.0 - channel.figures.variable_cost.expect("given")) - cost.expect("given")
            };
            for finding in coverage(project, &MatrixIndex::of(&project.matrix)) {
                let channel = finding.about.channel.and_then(|id| project.channel(id)).map(|(_, channel)| channel);
                let can = |customer, channel: &Channel| reach(project, customer, channel).delivery != Delivery::No;
                let of = |test: &dyn Fn(SegmentId, &Channel) -> bool| {
                    finding.about.customer.zip(channel).is_some_and(|(customer, channel)| test(customer, channel))
                };
                let likes = |customer, channel: &Channel| reach(project, customer, channel).preference;
                let holds = match finding.code() {
                    "coverage-prio1-without-channel" => finding.about.customer.is_some_and(|customer| {
                        fit_of(customer) == Fit::Prio1 && chosen(customer).next().is_none()
                    }),
                    "coverage-none-picked" => finding.about.customer.is_some_and(|customer| {
                        matches!(fit_of(customer), Fit::Prio2 | Fit::Prio3) && chosen(customer).next().is_none()
                    }),
                    "coverage-prio1-none-delivers" => finding.about.customer.is_some_and(|customer| {
                        fit_of(customer) == Fit::Prio1 && chosen(customer).all(|channel| !can(customer, channel))
                    }),
                    "coverage-cant-deliver" => of(&|customer, channel| !can(customer, channel)),
                    "coverage-clearly-dominated" => of(&|customer, channel| {
                        project.channels.iter().any(|other| {
                            can(customer, other)
                                && other.figures.cost_per_contact.likely <= channel.figures.cost_per_contact.likely
                                && left(other) >= left(channel)
                        })
                    }),
                    "coverage-loses" => of(&|_, channel| left(channel) <= 0.0),
                    "coverage-not-preferred" => of(&|customer, channel| likes(customer, channel) == Some(0)),
                    "coverage-preferred-unused" => of(&|customer, channel| {
                        let is_best = chosen(customer).all(|other| !can(customer, other) || likes(customer, other) < Some(3));
                        chosen(customer).all(|other| other.id != channel.id) && is_best
                    }),
                    "coverage-only-prio3" => channel.is_some_and(|channel| {
                        world.customers.iter().all(|customer| {
                            fit_of(*customer) == Fit::Prio3 || chosen(*customer).all(|other| other.id != channel.id)
                        })
                    }),
                    _ => false,
                };
                prop_assert!(holds, "{finding:?}");
            }
        }
    }
}
