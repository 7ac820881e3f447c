use super::*;
use crate::analysis::Analysis;
use crate::project::{Channel, Command, Entry, Estimate, Figures, Funnel, Segment, SegmentId, Staff, TeamRole, Usage};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1.0)
}

/// Hospitals and schools with Prio 1, shops with Prio 2; a seller with 1,000 hours and half an hour a contact.
fn worked() -> (Project, [SegmentId; 3], RoleId) {
    let product = Segment::new("Support");
    let customers = ["Hospitals", "Schools", "Shops"].map(Segment::new);
    let ids = [0, 1, 2].map(|at: usize| customers[at].id);
    let role = TeamRole {
        people: Some(1.0),
        selling_hours_per_year: Some(1000.0),
        hours_per_contact: Some(0.5),
        ..TeamRole::new("Seller")
    };
    let id = role.id;
    let phone = Channel {
        figures: Figures {
            cost_per_contact: Estimate::point(10.0),
            sales_per_contact: Estimate::point(200.0),
            ..Figures::default()
        },
        ..Channel::new("Phone")
    };
    let funnel = |customers: f64, each: f64| Funnel {
        customers: Estimate::point(customers),
        contacts_per_customer_per_year: Some(each),
        ..Funnel::default()
    };
    let mut project = Project { margin: 0.5, ..Project::default() };
    let mut commands = vec![
        Command::AddSegments { axis: Axis::Product, at: 0, segments: vec![product.clone()] },
        Command::AddSegments { axis: Axis::Customer, at: 0, segments: customers.to_vec() },
        Command::SetFit { products: vec![product.id], customers: ids[..2].to_vec(), fit: Fit::Prio1 },
        Command::SetFit { products: vec![product.id], customers: ids[2..].to_vec(), fit: Fit::Prio2 },
        Command::AddChannels { at: 0, channels: vec![phone.clone()] },
        Staff::Add { at: 0, entries: vec![Entry::Role(role)] }.into(),
    ];
    // 100 × 12 × .5 = 600 hours, 200 × 6 × .5 = 600, 300 × 4 × .5 = 600.
    for (id, customers, each) in [(ids[0], 100.0, 12.0), (ids[1], 200.0, 6.0), (ids[2], 300.0, 4.0)] {
        commands.push(Command::changes(Of::Funnel(id), &Funnel::default(), &funnel(customers, each)));
        let pair = ReachKey { customer: id, channel: phone.id };
        commands.push(Command::set(Of::Reach(pair), "usage", Usage::Main));
    }
    Command::All(commands).apply(&mut project).expect("sound");
    (project, ids, id)
}

fn size(project: &Project) -> Size {
    let analysis = Analysis::of(project);
    Size::of(project, &analysis.matrix, analysis.targets())
}

#[test]
fn the_chosen_cells_need_people() {
    let (mut project, ids, _) = worked();
    let found = size(&project);
    // By hand: 1,200 hours of 1,000 for Prio 1, 1,800 with Prio 2.
    assert!(close(found.needed(), 1.2) && close(found.by_prio[1], 1.8) && close(found.people, 1.0));
    assert_eq!((found.chosen_cells(), found.unknown(), found.roles[0].to_hire()), (2, 0, Some(1.0)));
    let fits: Vec<_> = found.needs.iter().map(|need| (need.target.customer, need.fits)).collect();
    assert_eq!(fits[0], (ids[0], 1.0));
    assert!(close(fits[1].1, 400.0 / 600.0) && fits[2].1 == 0.0, "{fits:?}");

    Command::set(Of::Sizing, "sized_for", SizedFor::Prio2).apply(&mut project).expect("a choice");
    let found = size(&project);
    assert!(close(found.needed(), 1.8) && found.chosen_cells() == 3);
}

#[test]
fn each_input_says_where_it_was_typed() {
    let (mut project, ids, role) = worked();
    let Some(Contacts::Customers { customers, each }) = size(&project).needs[0].contacts else { panic!("customers") };
    assert_eq!((customers.of, customers.field, customers.value), (Of::Funnel(ids[0]), "customers", 100.0));
    assert_eq!((each.field, each.value), ("contacts_per_customer_per_year", 12.0));
    let hours = |project: &Project| size(project).needs[0].handled[0].hours_per_contact.expect("given");
    assert_eq!(hours(&project).of, Of::Role(role));
    let there = HandlingKey { role, customer: ids[0] };
    Command::set(Of::Handling(there), "hours_per_contact", 2.0).apply(&mut project).expect("a pair");
    assert_eq!((hours(&project).of, hours(&project).value), (Of::Handling(there), 2.0));
}

#[test]
fn without_customers_the_funnel_says_how_many_contacts() {
    let (mut project, ids, _) = worked();
    let funnel = Funnel {
        meeting_rate: Some(0.2),
        offer_rate: Some(0.5),
        sale_rate: Some(0.25),
        sales_target: Some(10.0),
        ..Funnel::default()
    };
    project.plan.funnels.insert(ids[0], funnel);
    let need = &size(&project).needs[0];
    // By hand: 10 / (.2 · .5 · .25) = 400 contacts of half an hour are .2 of a person.
    assert!(matches!(need.contacts, Some(Contacts::Funnel { .. })) && close(need.people.expect("known"), 0.2));
    project.plan.funnels.remove(&ids[0]);
    let found = size(&project);
    assert_eq!((found.needs[0].people, found.unknown()), (Err(Missing::Contacts), 1));
}

#[test]
fn roles_share_a_segment() {
    let (mut project, ids, seller) = worked();
    let caller =
        TeamRole { selling_hours_per_year: Some(500.0), hours_per_contact: Some(0.25), ..TeamRole::new("Caller") };
    let id = caller.id;
    let share = |role, share: f64| Command::set(Of::Handling(HandlingKey { role, customer: ids[0] }), "share", share);
    let add = Staff::Add { at: 9, entries: vec![Entry::Role(caller)] }.into();
    Command::All(vec![add, share(seller, 0.25), share(id, 0.75)]).apply(&mut project).expect("sound");
    let found = size(&project);
    // By hand: 1,200 contacts · .25 · .5 = 150 hours of 1,000, and 1,200 · .75 · .25 = 225 of 500.
    assert!(close(found.needs[0].people.expect("known"), 0.15 + 0.45));
    assert!(close(found.roles[1].hours, 225.0) && found.roles[1].to_hire() == Some(1.0));
    // Nobody is there to call: none of it fits, and the seller's hours go to those behind.
    assert!(found.needs[0].fits < 1e-9 && close(found.needs[1].fits, 1.0));

    Command::All(vec![share(seller, 0.0), share(id, 0.0)]).apply(&mut project).expect("sound");
    assert_eq!(size(&project).needs[0].people, Ok(0.0), "a shop on the web takes nobody’s time");
}

#[test]
fn three_methods() {
    let (mut project, _, role) = worked();
    let with =
        |project: &mut Project, of, field, value: f64| Command::set(of, field, value).apply(project).expect("set");
    with(&mut project, Of::Sizing, "revenue_target", 10e6);
    with(&mut project, Of::Role(role), "sales_per_year", 250e3);
    with(&mut project, Of::Role(role), "cost_per_year", 35e3);
    with(&mut project, Of::Role(role), "commission", 0.06);
    let found = size(&project);
    assert!(close(found.breakdown.expect("both").people, 40.0));
    // By hand: half an hour brings 200, so that a full year of 1,000 hours sells 400,000 and leaves 200,000 − 35,000 −
    // 24,000 = 141,000; the 200 hours left sell 80,000 and leave 40,000 − 35,000 − 4,800 = 200.
    let steps = found.roles[0].steps.clone().expect("the cost is known");
    assert!(close(steps[0].profit, 141e3) && close(steps[1].profit, 200.0) && steps.len() == 2, "{steps:?}");
    assert_eq!(found.worth(), Some(2));
    // 250,000 a year at 50 % less 6 % and 35,000 leave something from the first month.
    assert_eq!(found.roles[0].worth_after, Some(Some(1)));
}
