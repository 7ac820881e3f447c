//! Puts names beside points so that they don't lie on each other, on a mark or outside the frame.
//!
//! Pure and deterministic. The caller measures the names.

use super::{Point, Rect};

/// A name to be placed. Earlier ones get the better places where room is short.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Request {
    /// Centre of the mark.
    pub at: Point,
    /// Half the side of the mark's square.
    pub radius: f32,
    pub width: f32,
    pub height: f32,
}

/// The place of a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    pub rect: Rect,
    /// A line from the mark to the name, where the name isn't right beside it.
    pub leader: Option<[Point; 2]>,
}

/// Further names get no place.
pub const MOST: usize = 300;

/// Places considered for a name, at the most.
const CHOICE: usize = 48;
/// Neighbours that a name tries to move, at the most.
const PUSHED: usize = 5;
/// Free space around a name.
const AIR: f32 = 1.5;
/// Gaps between mark and name that are tried.
const GAPS: [f32; 9] = [3.0, 8.0, 15.0, 24.0, 36.0, 52.0, 72.0, 98.0, 130.0];
/// From this gap on, a leader ties the name to its mark.
const LEADER_FROM: f32 = 7.0;
/// Cost of a leader that crosses a mark or a name, in units of gap.
const CROSSING: f32 = 60.0;
/// Cost of a line under a name.
const UNDER: f32 = 9.0;
/// Cost of lying on another name: more than everything else together.
const OVERLAP: f32 = 10_000.0;

/// Places the names inside `frame`, off all marks, `obstacles` and each other, and preferably off the `lines`.
///
/// No place for a name whose point is outside the frame, that is larger than the frame, or that finds no room.
pub fn place(requests: &[Request], obstacles: &[Rect], lines: &[[Point; 2]], frame: Rect) -> Vec<Option<Placed>> {
    let inside = |request: &Request| {
        let Point { x, y } = request.at;
        x >= frame.x && x <= frame.right() && y >= frame.y && y <= frame.bottom()
    };
    let marks: Vec<Rect> = requests.iter().filter(|request| inside(request)).map(mark).collect();
    let mut names: Vec<Name> = (requests.iter().enumerate())
        .filter(|(_, request)| inside(request))
        .take(MOST)
        .map(|(place, request)| Name::new(place, *request, &marks, obstacles, lines, frame))
        .collect();
    find_neighbours(&mut names);
    choose(&mut names);
    settle(&mut names, &marks, obstacles, frame);
    let mut places = vec![None; requests.len()];
    for name in names {
        places[name.place] = name.settled;
    }
    places
}

/// The square that a mark fills.
fn mark(request: &Request) -> Rect {
    let (Point { x, y }, r) = (request.at, request.radius);
    Rect::new(x - r, y - r, 2.0 * r, 2.0 * r)
}

/// A place off all marks and obstacles, and its cost.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    placed: Placed,
    cost: f32,
}

struct Name {
    place: usize,
    request: Request,
    /// Cheapest first.
    candidates: Vec<Candidate>,
    /// Indices of names within reach, nearest first.
    near: Vec<usize>,
    chosen: Option<Candidate>,
    settled: Option<Placed>,
}

impl Name {
    fn new(
        place: usize,
        request: Request,
        marks: &[Rect],
        obstacles: &[Rect],
        lines: &[[Point; 2]],
        frame: Rect,
    ) -> Self {
        let reach = request.radius + GAPS[GAPS.len() - 1] + AIR;
        let Point { x, y } = request.at;
        let (width, height) = (reach + request.width, reach + request.height);
        let area = Rect::new(x - width, y - height, 2.0 * width, 2.0 * height);
        let near = |all: &[Rect]| all.iter().copied().filter(|one| one.overlaps(area)).collect::<Vec<_>>();
        let (marks, obstacles, own) = (near(marks), near(obstacles), mark(&request));
        let mut places: Vec<(Rect, f32)> =
            GAPS.iter().flat_map(|gap| around(&request, *gap).map(move |(rect, taste)| (rect, gap + taste))).collect();
        places.sort_by(|a, b| a.1.total_cmp(&b.1));
        let mut candidates: Vec<Candidate> = (places.into_iter())
            .filter(|(rect, _)| is_free(*rect, &marks, &obstacles, frame))
            .take(CHOICE)
            .map(|(rect, cost)| {
                let spot = Placed { rect, leader: leader(&request, rect) };
                let crossed = (spot.leader)
                    .map_or(0, |line| marks.iter().filter(|other| **other != own && crosses(line, **other)).count());
                let under = lines.iter().filter(|line| crosses(**line, rect)).count();
                Candidate { placed: spot, cost: cost + crossed as f32 * CROSSING + under as f32 * UNDER }
            })
            .collect();
        candidates.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        Self { place, request, candidates, near: Vec::new(), chosen: None, settled: None }
    }
}

/// Places around a mark at a gap, each with its cost: right first, then above and below to the right.
fn around(request: &Request, gap: f32) -> impl Iterator<Item = (Rect, f32)> {
    let Request { at, radius, width, height } = *request;
    let reach = radius + gap;
    let slant = reach * 0.72;
    let (right, left) = (at.x + reach, at.x - reach - width);
    let (above, below) = (at.y - reach - height, at.y + reach);
    let level = at.y - height / 2.0;
    let middle = at.x - width / 2.0;
    [
        (right, level, 0.0),
        (at.x + slant, at.y - slant - height, 1.0),
        (at.x + slant, at.y + slant, 1.2),
        (left, level, 2.0),
        (middle, above, 1.6),
        (middle, below, 1.8),
        (at.x - slant - width, at.y - slant - height, 3.0),
        (at.x - slant - width, at.y + slant, 3.2),
        (at.x - width * 0.2, above, 2.2),
        (at.x - width * 0.2, below, 2.4),
        (at.x - width * 0.8, above, 3.4),
        (at.x - width * 0.8, below, 3.6),
        (right, level - reach * 0.5, 1.4),
        (right, level + reach * 0.5, 1.5),
        (left, level - reach * 0.5, 3.0),
        (left, level + reach * 0.5, 3.1),
    ]
    .into_iter()
    .map(move |(x, y, taste)| (Rect::new(x, y, width, height), taste))
}

/// Inside the frame, off all marks and obstacles.
fn is_free(rect: Rect, marks: &[Rect], obstacles: &[Rect], frame: Rect) -> bool {
    let aired = rect.shrink(-AIR);
    frame.contains(rect) && !marks.iter().chain(obstacles).any(|other| aired.overlaps(*other))
}

/// From the edge of the mark to the nearest point of the name, unless that is near.
fn leader(request: &Request, rect: Rect) -> Option<[Point; 2]> {
    let Point { x, y } = request.at;
    let end = Point::new(x.clamp(rect.x, rect.right()), y.clamp(rect.y, rect.bottom()));
    let (dx, dy) = (end.x - x, end.y - y);
    let length = dx.hypot(dy);
    let gap = length - request.radius;
    (gap >= LEADER_FROM).then(|| {
        let start = request.radius / length;
        let stop = (length - AIR) / length;
        [Point::new(x + dx * start, y + dy * start), Point::new(x + dx * stop, y + dy * stop)]
    })
}

/// The line passes through the rectangle.
fn crosses(line: [Point; 2], rect: Rect) -> bool {
    rect.clip(line).is_some()
}

/// Cost of two names that touch, or of a leader that crosses the other name or leader.
fn conflict(a: &Placed, b: &Placed) -> f32 {
    let mut cost = if a.rect.shrink(-AIR).overlaps(b.rect) { OVERLAP } else { 0.0 };
    for (line, rect) in [(a.leader, b.rect), (b.leader, a.rect)] {
        if line.is_some_and(|line| crosses(line, rect)) {
            cost += CROSSING;
        }
    }
    if let (Some(a), Some(b)) = (a.leader, b.leader)
        && lines_cross(a, b)
    {
        cost += CROSSING;
    }
    cost
}

fn lines_cross([a, b]: [Point; 2], [c, d]: [Point; 2]) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

fn find_neighbours(names: &mut [Name]) {
    let requests: Vec<Request> = names.iter().map(|name| name.request).collect();
    let reach = |request: &Request| {
        let gap = request.radius + GAPS[GAPS.len() - 1];
        (request.width + gap, request.height + gap)
    };
    for (place, name) in names.iter_mut().enumerate() {
        let mine = reach(&name.request);
        let mut near: Vec<(f32, usize)> = (requests.iter().enumerate())
            .filter(|(other, _)| *other != place)
            .filter_map(|(other, request)| {
                let theirs = reach(request);
                let (dx, dy) = (request.at.x - name.request.at.x, request.at.y - name.request.at.y);
                let in_reach = dx.abs() < mine.0 + theirs.0 && dy.abs() < mine.1 + theirs.1;
                in_reach.then_some((dx.hypot(dy), other))
            })
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0));
        name.near = near.into_iter().map(|(_, other)| other).collect();
    }
}

/// Chooses a candidate for each name, those with the fewest first, then improves one name, and a pair of names, at a time.
fn choose(names: &mut [Name]) {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|place| names[*place].candidates.len());
    let passes = if names.len() > 80 { 2 } else { 8 };
    for _ in 0..passes {
        let mut better = false;
        for &place in &order {
            let Some((cost, best)) = best_for(names, place, None) else { continue };
            if names[place].chosen.is_none_or(|now| cost < total(names, place, &now, None)) {
                names[place].chosen = Some(best);
                better = true;
            }
        }
        for &place in &order {
            better |= swap(names, place);
        }
        if !better {
            break;
        }
    }
}

/// Cost of a candidate beside the other names' choices, without one of them.
fn total(names: &[Name], place: usize, candidate: &Candidate, without: Option<usize>) -> f32 {
    let others = names[place].near.iter().filter(|other| Some(**other) != without);
    candidate.cost
        + others
            .filter_map(|other| names[*other].chosen)
            .map(|one| conflict(&candidate.placed, &one.placed))
            .sum::<f32>()
}

fn best_for(names: &[Name], place: usize, without: Option<usize>) -> Option<(f32, Candidate)> {
    let mut best: Option<(f32, Candidate)> = None;
    for candidate in &names[place].candidates {
        // They are sorted: none that follows can be better.
        if best.is_some_and(|(cost, _)| cost <= candidate.cost) {
            break;
        }
        let cost = total(names, place, candidate, without);
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, *candidate));
        }
    }
    best
}

/// Moves a badly placed name to its best place without one neighbour, and moves that neighbour; kept if the sum of costs
/// falls.
fn swap(names: &mut [Name], place: usize) -> bool {
    let Some(now) = names[place].chosen else { return false };
    let cost_now = total(names, place, &now, None);
    if cost_now < CROSSING {
        return false;
    }
    for other in names[place].near.iter().copied().take(PUSHED).collect::<Vec<_>>() {
        let Some(others) = names[other].chosen else { continue };
        let before = cost_now + total(names, other, &others, Some(place));
        let Some((_, mine)) = best_for(names, place, Some(other)) else { continue };
        names[place].chosen = Some(mine);
        if let Some((cost, theirs)) = best_for(names, other, None)
            && cost + total(names, place, &mine, Some(other)) + 0.5 < before
        {
            names[other].chosen = Some(theirs);
            return true;
        }
        names[place].chosen = Some(now);
    }
    false
}

/// Keeps names that don't overlap, in order, and searches the whole frame for the others.
fn settle(names: &mut [Name], marks: &[Rect], obstacles: &[Rect], frame: Rect) {
    let mut taken: Vec<Rect> = Vec::new();
    for name in &mut *names {
        if let Some(one) = name.chosen
            && !taken.iter().any(|other| one.placed.rect.overlaps(*other))
        {
            taken.push(one.placed.rect);
            name.settled = Some(one.placed);
        }
    }
    for name in names.iter_mut().filter(|name| name.settled.is_none()) {
        let Request { at, width, height, .. } = name.request;
        let (step_x, step_y) = ((width / 3.0).max(8.0), (height / 2.0).max(4.0));
        let columns = (((frame.width - width) / step_x).max(-1.0) + 1.0) as usize;
        let rows = (((frame.height - height) / step_y).max(-1.0) + 1.0) as usize;
        let spot = (0..rows)
            .flat_map(|row| (0..columns).map(move |column| (row, column)))
            .map(|(row, column)| {
                Rect::new(frame.x + column as f32 * step_x, frame.y + row as f32 * step_y, width, height)
            })
            .filter(|rect| is_free(*rect, marks, obstacles, frame))
            .filter(|rect| !taken.iter().any(|other| rect.overlaps(*other)))
            .map(|rect| ((rect.centre().x - at.x).hypot(rect.centre().y - at.y), rect))
            .reduce(|nearest, next| if next.0 < nearest.0 { next } else { nearest });
        if let Some((_, rect)) = spot {
            taken.push(rect);
            name.settled = Some(Placed { rect, leader: leader(&name.request, rect) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FRAME: Rect = Rect::new(10.0, 20.0, 600.0, 400.0);

    fn request(x: f32, y: f32, width: f32) -> Request {
        Request { at: Point::new(x, y), radius: 6.0, width, height: 15.0 }
    }

    #[test]
    fn a_lone_name_stands_right_of_its_mark() {
        let placed = place(&[request(100.0, 100.0, 50.0)], &[], &[], FRAME)[0].expect("room enough");
        assert_eq!(placed, Placed { rect: Rect::new(109.0, 92.5, 50.0, 15.0), leader: None });
    }

    #[test]
    fn at_the_right_edge_it_stands_left() {
        let placed = place(&[request(605.0, 100.0, 50.0)], &[], &[], FRAME)[0].expect("room enough");
        assert!((placed.rect.right() - (605.0 - 9.0)).abs() < 1e-3, "{placed:?}");
    }

    #[test]
    fn a_line_is_left_free_where_that_is_easy() {
        let line = [Point::new(10.0, 100.0), Point::new(610.0, 100.0)];
        let placed = place(&[request(100.0, 100.0, 50.0)], &[], &[line], FRAME)[0].expect("room enough");
        assert!(!crosses(line, placed.rect) && placed.rect.bottom() > 80.0, "{placed:?}");
    }

    #[test]
    fn no_place_without_room() {
        assert_eq!(place(&[request(100.0, 100.0, 601.0), request(0.0, 100.0, 10.0)], &[], &[], FRAME), [None, None]);
        assert_eq!(place(&[request(100.0, 100.0, 50.0)], &[FRAME], &[], FRAME), [None]);
    }

    #[test]
    fn points_on_one_spot_are_told_apart_by_leaders() {
        let placed = place(&[request(300.0, 200.0, 90.0); 20], &[], &[], FRAME);
        assert!(placed.iter().all(Option::is_some));
        assert!(placed.iter().flatten().filter(|one| one.leader.is_some()).count() >= 10);
    }

    fn check(requests: &[Request], obstacles: &[Rect], all: bool) -> Result<(), TestCaseError> {
        let placed = place(requests, obstacles, &[], FRAME);
        prop_assert_eq!(&placed, &place(requests, obstacles, &[], FRAME), "deterministic");
        for (at, one) in placed.iter().enumerate() {
            prop_assert!(one.is_some() || !all);
            let Some(one) = one else { continue };
            prop_assert!(FRAME.contains(one.rect));
            prop_assert!(!requests.iter().any(|request| mark(request).overlaps(one.rect)));
            prop_assert!(!obstacles.iter().any(|other| other.overlaps(one.rect)));
            prop_assert!(!placed[..at].iter().flatten().any(|other| other.rect.overlaps(one.rect)));
        }
        Ok(())
    }

    fn requests(most: usize) -> impl Strategy<Value = Vec<Request>> {
        let one = (10.0_f32..610.0, 20.0_f32..420.0, 1.0_f32..160.0);
        prop::collection::vec(one.prop_map(|(x, y, width)| request(x, y, width)), 0..=most)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn a_dozen_never_touch(requests in requests(12), x in 10.0_f32..500.0) {
            check(&requests, &[Rect::new(x, 100.0, 60.0, 14.0)], true)?;
        }

        #[test]
        fn what_is_placed_of_many_never_touches(requests in requests(90)) {
            check(&requests, &[], false)?;
        }
    }
}
