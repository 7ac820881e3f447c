use super::*;
use crate::project::field::field_name;
use crate::project::{Estimate, Figures, Owner, check};

/// Two products × three customers and one channel; of each segment's name the letter is its id's.
fn project() -> Project {
    let mut project = Project::default();
    for (axis, names) in [(Axis::Product, &["a", "b"][..]), (Axis::Customer, &["x", "y", "z"])] {
        let segments = names.iter().map(|name| segment(name)).collect();
        apply(&mut project, &Command::AddSegments { axis, at: 0, segments });
    }
    apply(&mut project, &Command::AddChannels { at: 0, channels: vec![channel("t")] });
    project
}

fn id(letter: &str) -> SegmentId {
    letter.repeat(8).parse().expect("8 letters")
}

fn segment(letter: &str) -> Segment {
    Segment { id: id(letter), ..Segment::new(letter) }
}

fn channel(letter: &str) -> Channel {
    Channel { id: letter.repeat(8).parse().expect("8 letters"), ..Channel::new(letter) }
}

fn key(product: &str, customer: &str) -> CellKey {
    CellKey { product: id(product), customer: id(customer) }
}

fn cell(fit: Fit, note: &str) -> Cell {
    Cell { fit, note: (!note.is_empty()).then(|| note.into()) }
}

fn apply(project: &mut Project, command: &Command) {
    command.apply(project).expect("a command that holds");
    assert_eq!(check(project), Ok(()), "after {command:?}");
}

#[track_caller]
fn fails(command: &Command, error: &CommandError) {
    let before = marked();
    let mut after = before.clone();
    assert_eq!(command.apply(&mut after).as_ref(), Err(error));
    assert_eq!(after, before);
}

/// [`project`] with some cells said something of.
fn marked() -> Project {
    let mut project = project();
    let cells = vec![
        (key("a", "x"), cell(Fit::Prio1, "they asked")),
        (key("a", "z"), cell(Fit::Undecided, "")),
        (key("b", "x"), cell(Fit::Prio3, "later")),
    ];
    apply(&mut project, &Command::SetCells(cells));
    project
}

fn names(project: &Project, axis: Axis) -> String {
    project.matrix.segments(axis).iter().map(|segment| &*segment.name).collect()
}

fn channel_names(project: &Project) -> String {
    project.channels.iter().map(|channel| &*channel.name).collect()
}

/// The fits, a row a product.
fn fits(project: &Project) -> Vec<String> {
    let matrix = &project.matrix;
    let sign = |product: &Segment, customer: &Segment| {
        let sign = matrix.cell(CellKey { product: product.id, customer: customer.id }).fit.sign();
        if sign.is_empty() { "·" } else { sign }
    };
    let row = |product| matrix.customers.iter().map(|customer| sign(product, customer)).collect();
    matrix.products.iter().map(row).collect()
}

#[test]
fn name_currency_margin() {
    let mut project = project();
    apply(&mut project, &Command::set(Of::Project, "name", "Nets"));
    apply(&mut project, &Command::set(Of::Project, "currency", "EUR"));
    apply(&mut project, &Command::set(Of::Project, "margin", 0.25));
    assert_eq!((&*project.name, &*project.currency, project.margin), ("Nets", "EUR", 0.25));
    for (margin, fault) in [
        (f64::NAN, Fault::NotFinite(field_name!("margin"))),
        (-0.1, Fault::Negative(field_name!("margin"))),
        (1.1, Fault::AboveOne(field_name!("margin"))),
    ] {
        fails(&Command::set(Of::Project, "margin", margin), &fault.into());
    }
}

#[test]
fn segments_go_where_they_are_put() {
    for (at, order) in [(0, "mnxyz"), (2, "xymnz"), (3, "xyzmn"), (usize::MAX, "xyzmn")] {
        let mut project = project();
        let segments = vec![segment("m"), segment("n")];
        apply(&mut project, &Command::AddSegments { axis: Axis::Customer, at, segments });
        assert_eq!(names(&project, Axis::Customer), order);
    }
}

#[test]
fn an_id_is_not_taken_twice() {
    let add = |segments| Command::AddSegments { axis: Axis::Product, at: 0, segments };
    fails(&add(vec![segment("m"), segment("m")]), &Fault::DuplicateSegment(id("m")).into());
    fails(&add(vec![segment("m"), segment("a")]), &Fault::DuplicateSegment(id("a")).into());
    // Nor on the other side.
    fails(&add(vec![segment("x")]), &Fault::DuplicateSegment(id("x")).into());
    let copy = segment("x");
    fails(
        &Command::DuplicateSegment { axis: Axis::Product, id: id("a"), copy },
        &Fault::DuplicateSegment(id("x")).into(),
    );
    fails(
        &Command::AddChannels { at: 0, channels: vec![channel("m"), channel("t")] },
        &Fault::DuplicateChannel(channel("t").id).into(),
    );
}

#[test]
fn a_segment_of_the_other_side_is_unknown() {
    let unknown = |letter| CommandError::UnknownSegment(id(letter));
    let axis = Axis::Product;
    fails(&Command::set(Of::Segment(axis, id("x")), "name", "new"), &unknown("x"));
    fails(&Command::MoveSegments { axis, ids: vec![id("a"), id("x")], to: 0 }, &unknown("x"));
    fails(&Command::DuplicateSegment { axis, id: id("m"), copy: segment("n") }, &unknown("m"));
    fails(&Command::RemoveSegments { axis, ids: vec![id("a"), id("z")] }, &unknown("z"));
    let fit = Fit::Prio1;
    fails(&Command::SetFit { products: vec![id("a")], customers: vec![id("x"), id("b")], fit }, &unknown("b"));
    fails(&Command::SetFit { products: vec![id("x")], customers: vec![id("x")], fit: Fit::No }, &unknown("x"));
    fails(&Command::SetCells(vec![(key("a", "y"), cell(fit, "")), (key("a", "b"), cell(fit, ""))]), &unknown("b"));
    fails(&Command::set(Of::Cell(key("x", "a")), "note", "why"), &unknown("x"));
    fails(&Command::set(Of::Cell(key("a", "m")), "note", "why"), &unknown("m"));
}

#[test]
fn rename() {
    let mut project = marked();
    apply(&mut project, &Command::set(Of::Segment(Axis::Product, id("b")), "name", "new"));
    assert_eq!(names(&project, Axis::Product), "anew");
    assert_eq!(fits(&project), ["1·X", "3··"]);
}

#[test]
fn moved_segments_keep_their_order() {
    let axis = Axis::Customer;
    for (ids, to, order) in [
        ("x", 1, "yxz"),
        ("x", 2, "yzx"),
        ("z", 0, "zxy"),
        ("zx", 0, "xzy"),
        ("xz", 1, "yxz"),
        ("yz", 99, "xyz"),
        ("xyz", 1, "xyz"),
        ("", 1, "xyz"),
    ] {
        let mut project = marked();
        let ids = ids.chars().map(|letter| id(&letter.to_string())).collect();
        apply(&mut project, &Command::MoveSegments { axis, ids, to });
        assert_eq!(names(&project, axis), order);
        assert_eq!(project.matrix.cells, marked().matrix.cells);
    }
}

#[test]
fn a_move_shares_what_stays() {
    let mut before = Project::default();
    let segments: Vec<_> = (0..1000).map(|place| Segment::new(place.to_string())).collect();
    let moved = segments[500].id;
    apply(&mut before, &Command::AddSegments { axis: Axis::Product, at: 0, segments });
    let places_that_differ = |to| {
        let mut after = before.clone();
        apply(&mut after, &Command::MoveSegments { axis: Axis::Product, ids: vec![moved], to });
        assert_eq!(after.matrix.find(Axis::Product, moved).map(|(place, _)| place), Some(to));
        let (before, after) = (&before.matrix.products, &after.matrix.products);
        (before.ptr_eq(after), before.iter().zip(after).filter(|(one, other)| !std::ptr::eq(*one, *other)).count())
    };
    assert_eq!(places_that_differ(500), (true, 0));
    let (_, written) = places_that_differ(501);
    assert!(written < 200, "{written} of 1000 places written anew");
}

#[test]
fn a_copy_has_the_cells_and_stands_behind() {
    let mut project = marked();
    apply(&mut project, &Command::DuplicateSegment { axis: Axis::Product, id: id("a"), copy: segment("m") });
    assert_eq!(names(&project, Axis::Product), "amb");
    assert_eq!(fits(&project), ["1·X", "1·X", "3··"]);
    assert_eq!(project.matrix.cell(key("m", "x")).note.as_deref(), Some("they asked"));
    apply(&mut project, &Command::DuplicateSegment { axis: Axis::Customer, id: id("z"), copy: segment("n") });
    assert_eq!(names(&project, Axis::Customer), "xyzn");
    assert_eq!(fits(&project), ["1·XX", "1·XX", "3···"]);
}

#[test]
fn cells_go_with_their_segment() {
    let mut project = marked();
    apply(&mut project, &Command::RemoveSegments { axis: Axis::Customer, ids: vec![id("x"), id("y")] });
    assert_eq!(names(&project, Axis::Customer), "z");
    assert_eq!(fits(&project), ["X", "·"]);
    assert_eq!(project.matrix.cells.len(), 1);
    apply(&mut project, &Command::RemoveSegments { axis: Axis::Product, ids: vec![id("a")] });
    assert_eq!(project.matrix.cells.len(), 0);
}

#[test]
fn a_range_gets_a_fit_and_keeps_its_notes() {
    let mut project = marked();
    let customers = vec![id("x"), id("y")];
    let set = |products: &[&str], fit| Command::SetFit {
        products: products.iter().map(|letter| id(letter)).collect(),
        customers: customers.clone(),
        fit,
    };
    apply(&mut project, &set(&["a", "b"], Fit::Prio2));
    assert_eq!(fits(&project), ["22X", "22·"]);
    assert_eq!(project.matrix.cell(key("a", "x")), &cell(Fit::Prio2, "they asked"));
    // More cells than there are in the range, and fewer.
    for products in [&["a", "b"][..], &["a"]] {
        let mut cleared = marked();
        apply(&mut cleared, &set(products, Fit::No));
        assert_eq!(fits(&cleared)[0], "··X");
        assert_eq!(cleared.matrix.cell(key("a", "x")), &cell(Fit::No, "they asked"));
        assert!(!cleared.matrix.cells.contains_key(&key("a", "y")));
    }
}

#[test]
fn blank_cells_are_not_stored() {
    let mut project = marked();
    apply(&mut project, &Command::set(Of::Cell(key("b", "y")), "note", "no need"));
    assert_eq!(project.matrix.cell(key("b", "y")), &cell(Fit::No, "no need"));
    apply(&mut project, &Command::set(Of::Cell(key("b", "y")), "note", ""));
    let empty = Cell { fit: Fit::No, note: Some("".into()) };
    apply(&mut project, &Command::SetCells(vec![(key("b", "z"), empty)]));
    assert_eq!(project, marked());
    apply(&mut project, &Command::set(Of::Cell(key("a", "x")), "note", ""));
    assert_eq!(project.matrix.cell(key("a", "x")), &cell(Fit::Prio1, ""));
}

#[test]
fn of_a_cell_set_twice_the_last_stays() {
    let mut project = project();
    let cells = vec![(key("a", "x"), cell(Fit::Prio1, "")), (key("a", "x"), cell(Fit::Prio2, "why"))];
    apply(&mut project, &Command::SetCells(cells));
    assert_eq!(project.matrix.cell(key("a", "x")), &cell(Fit::Prio2, "why"));
}

#[test]
fn channels_come_change_move_and_go() {
    let mut project = project();
    apply(&mut project, &Command::AddChannels { at: 0, channels: vec![channel("m"), channel("n")] });
    apply(&mut project, &Command::AddChannels { at: 99, channels: vec![channel("p")] });
    assert_eq!(channel_names(&project), "mntp");

    let changed = Channel { name: "new".into(), owner: Owner::External, ..channel("n") };
    let of = Of::Channel(changed.id);
    apply(&mut project, &Command::changes(of, &channel("n"), &changed));
    assert_eq!(project.channel(changed.id), Some((1, &changed)));
    apply(&mut project, &Command::changes(of, &changed, &channel("n")));

    for (letter, to, order) in [("m", 2, "ntmp"), ("p", 0, "pntm"), ("n", 1, "pntm"), ("p", 99, "ntmp")] {
        apply(&mut project, &Command::MoveChannel { id: channel(letter).id, to });
        assert_eq!(channel_names(&project), order);
    }
    apply(&mut project, &Command::RemoveChannels(vec![channel("t").id, channel("n").id]));
    assert_eq!(channel_names(&project), "mp");
}

#[test]
fn channels_that_cannot_be() {
    let unknown = CommandError::UnknownChannel(channel("m").id);
    let of = |letter| Of::Channel(channel(letter).id);
    fails(&Command::set(of("m"), "note", "why"), &unknown);
    fails(&Command::MoveChannel { id: channel("m").id, to: 0 }, &unknown);
    fails(&Command::RemoveChannels(vec![channel("t").id, channel("m").id]), &unknown);

    let dear = Estimate::point(-1.0);
    fails(&Command::set(of("t"), "cost_per_contact", dear), &Fault::Negative(field_name!("cost_per_contact")).into());
    let sure = Channel {
        figures: Figures { close_rate: Estimate::range(0.5, 0.9, 1.2), ..Figures::default() },
        ..channel("m")
    };
    fails(&Command::AddChannels { at: 0, channels: vec![sure] }, &Fault::AboveOne(field_name!("close_rate")).into());
    fails(
        &Command::set(of("t"), "contacts_per_month", f64::INFINITY),
        &Fault::NotFinite(field_name!("contacts_per_month")).into(),
    );
    fails(
        &Command::set(of("t"), "revenue_per_sale", Estimate::range(3.0, 2.0, 4.0)),
        &Fault::OutOfOrder(field_name!("revenue_per_sale")).into(),
    );
    fails(&Command::set(of("t"), "margin", 0.5), &CommandError::UnknownField("margin"));
    fails(&Command::set(of("t"), "note", 0.5), &CommandError::UnknownField("note"));
    fails(&Command::set_all([of("t"), of("m")], "note", "why"), &unknown);
}

#[test]
fn all_or_none() {
    let add = Command::AddSegments { axis: Axis::Product, at: 9, segments: vec![segment("m")] };
    // What comes later builds on what came before.
    let mark = Command::SetCells(vec![(key("m", "x"), cell(Fit::Prio1, ""))]);
    let mut project = marked();
    apply(&mut project, &Command::All(vec![add.clone(), mark.clone()]));
    assert_eq!(fits(&project), ["1·X", "3··", "1··"]);

    let missing = Command::RemoveSegments { axis: Axis::Product, ids: vec![id("n")] };
    fails(&Command::All(vec![add.clone(), mark.clone(), missing]), &CommandError::UnknownSegment(id("n")));
    fails(&Command::All(vec![mark, add]), &CommandError::UnknownSegment(id("m")));
    let mut project = marked();
    apply(&mut project, &Command::All(Vec::new()));
    assert_eq!(project, marked());
}

#[test]
fn a_step_is_named_after_what_it_does() {
    let set = |fit| Command::SetFit { products: Vec::new(), customers: Vec::new(), fit };
    assert_eq!(set(Fit::No).name(), Message::new("command-clear-cells"));
    assert_eq!(set(Fit::Undecided).name(), Message::new("command-mark-cells"));
    assert_eq!(set(Fit::Prio3).name(), Message::new("command-set-prio"));
    assert_eq!(Command::All(vec![set(Fit::No), set(Fit::Prio1)]).name(), Message::new("command-clear-cells"));
    let field = Message::new("command-set").with("field", Message::new("field-close-rate"));
    assert_eq!(Command::set(Of::Project, "close_rate", 0.5).name(), field);
    assert_eq!(Command::All(Vec::new()).name(), Message::new("command-nothing"));
}
