use super::*;
use crate::project::field::field_name;
use crate::project::{Channel, Command, Delivery, Estimate, Figures, Funnel, Of, Offer, Segment, Usage, check};

fn project() -> (Project, ReachKey) {
    let mut project = Project::default();
    let (product, customer, channel) = (Segment::new("Advice"), Segment::new("Banks"), Channel::new("Phone"));
    let key = ReachKey { customer: customer.id, channel: channel.id };
    let add = |axis, segment| Command::AddSegments { axis, at: 0, segments: vec![segment] };
    let setup = [
        add(Axis::Product, product),
        add(Axis::Customer, customer),
        Command::AddChannels { at: 0, channels: vec![channel] },
    ];
    Command::All(setup.into()).apply(&mut project).expect("a sound beginning");
    (project, key)
}

fn apply(project: &mut Project, command: Command) {
    command.apply(project).expect("it can be done");
    assert_eq!(check(project), Ok(()));
}

/// A scenario with a limit, an offer, a funnel and an override.
fn planned() -> (Project, ReachKey) {
    let (mut project, key) = project();
    let product = project.matrix.segments(Axis::Product)[0].id;
    let cost = Estimate::point(7.0);
    apply(
        &mut project,
        Command::changes(
            Of::Reach(key),
            &Figures::default(),
            &Figures { cost_per_contact: cost, ..Figures::default() },
        ),
    );
    apply(
        &mut project,
        Command::changes(Of::Offer(product), &Offer::default(), &Offer { margin: Some(0.4), ..Offer::default() }),
    );
    let funnel = Funnel { sales_target: Some(3.0), ..Funnel::default() };
    apply(&mut project, Command::changes(Of::Funnel(key.customer), &Funnel::default(), &funnel));
    let scenario = Scenario::new("Careful");
    let id = scenario.id;
    apply(&mut project, Command::AddScenario { at: 9, scenario });
    let limits = ContactLimits { least: Some(1.0), most: Some(9.0) };
    apply(&mut project, Command::changes(Of::Limits(id, key), &ContactLimits::default(), &limits));
    (project, key)
}

#[test]
fn what_is_blank_is_not_kept() {
    let (mut project, key) = project();
    let before = project.clone();
    for (preference, kept) in [(Some(0), 1), (None, 0)] {
        apply(&mut project, Command::set(Of::Reach(key), "preference", preference));
        assert_eq!(project.plan.reaches.len(), kept);
    }
    apply(&mut project, Command::set(Of::Reach(key), "usage", Usage::Main));
    apply(&mut project, Command::set(Of::Reach(key), "delivery", Delivery::No));
    assert_eq!(project.plan.reach(key).usage, Usage::Main);
    apply(&mut project, Command::set(Of::Reach(key), "usage", Usage::None));
    apply(&mut project, Command::set(Of::Reach(key), "delivery", Delivery::Unknown));
    assert_eq!(project, before);
}

#[test]
fn what_goes_takes_its_plan_along() {
    let (project, key) = planned();
    let mut without = project.clone();
    apply(&mut without, Command::RemoveChannels(vec![key.channel]));
    assert!(without.plan.reaches.is_empty() && without.plan.scenarios[0].limits.is_empty());
    assert_eq!(without.plan.funnels.len(), 1);
    let mut without = project.clone();
    apply(&mut without, Command::RemoveSegments { axis: Axis::Customer, ids: vec![key.customer] });
    assert!(without.plan.reaches.is_empty() && without.plan.funnels.is_empty());
    assert!(without.plan.scenarios[0].limits.is_empty() && without.plan.offers.len() == 1);
    let mut without = project;
    let product = without.matrix.segments(Axis::Product)[0].id;
    apply(&mut without, Command::RemoveSegments { axis: Axis::Product, ids: vec![product] });
    assert!(without.plan.offers.is_empty() && without.plan.reaches.len() == 1);
}

#[test]
fn a_copied_segment_is_reached_alike() {
    let (mut project, key) = planned();
    let copy = Segment::new("Insurers");
    let other = ReachKey { customer: copy.id, ..key };
    apply(&mut project, Command::DuplicateSegment { axis: Axis::Customer, id: key.customer, copy });
    assert_eq!(project.plan.reach(other), project.plan.reach(key));
    assert_eq!(project.plan.funnel(other.customer), project.plan.funnel(key.customer));
    assert_eq!(project.plan.scenarios[0].limits(other), ContactLimits { least: Some(1.0), most: Some(9.0) });
    let (product, copy) = (project.matrix.segments(Axis::Product)[0].id, Segment::new("More advice"));
    let copied = copy.id;
    apply(&mut project, Command::DuplicateSegment { axis: Axis::Product, id: product, copy });
    assert_eq!(project.plan.offer(copied).margin, Some(0.4));
}

#[test]
fn refused_and_left_alone() {
    let (project, key) = planned();
    let id = project.plan.scenarios[0].id;
    let stranger = ReachKey { channel: ChannelId::random(), ..key };
    let customer = SegmentId::random();
    let rate = Funnel { offer_rate: Some(1.5), ..Funnel::default() };
    let range = Figures { close_rate: Estimate::range(0.3, 0.2, 0.4), ..Figures::default() };
    for (planning, error) in [
        (Command::set(Of::Reach(key), "preference", Some(4)), Fault::Preference(4).into()),
        (
            Command::set_all(vec![key, stranger].into_iter().map(Of::Reach), "usage", Usage::Main),
            CommandError::UnknownChannel(stranger.channel),
        ),
        (Command::set(Of::Funnel(customer), "sales_target", 1.0), CommandError::UnknownSegment(customer)),
        (
            Command::changes(Of::Funnel(key.customer), &Funnel::default(), &rate),
            Fault::AboveOne(field_name!("offer_rate")).into(),
        ),
        (
            Command::changes(Of::Reach(key), &Figures::default(), &range),
            Fault::OutOfOrder(field_name!("close_rate")).into(),
        ),
        (Command::set(Of::Scenario(id), "months", 0.0), Fault::Zero(field_name!("months")).into()),
        (Command::set(Of::Scenario(id), "budget", f64::NAN), Fault::NotFinite(field_name!("budget")).into()),
        (
            Command::AddScenario { at: 0, scenario: project.plan.scenarios[0].clone() },
            Fault::DuplicateScenario(id).into(),
        ),
    ] {
        let mut after = project.clone();
        assert_eq!(planning.apply(&mut after), Err(error));
        assert_eq!(after, project);
    }
}

#[test]
fn a_given_estimate_stands_for_the_whole() {
    let own = Figures {
        cost_per_contact: Estimate::range(1.0, 2.0, 3.0),
        close_rate: Estimate::point(0.1),
        fixed_cost_per_month: Some(10.0),
        ..Figures::default()
    };
    let given = Figures { cost_per_contact: Estimate::point(5.0), variable_cost: Some(0.2), ..Figures::default() };
    let expected = Figures { cost_per_contact: Estimate::point(5.0), variable_cost: Some(0.2), ..own };
    assert_eq!(given.over(&own), expected);
    assert_eq!(Figures::default().over(&own), own);
}
