use super::*;
use proptest::prelude::*;

/// The same work with each of so many people.
fn alike(people: usize, work: &[f64]) -> Costs {
    Costs::new(people, work.iter().flat_map(|hours| vec![*hours; people]).collect())
}

/// The least heaviest load, by trying everything.
fn brute(costs: &Costs) -> f64 {
    let mut person = vec![0; costs.customers()];
    let mut least = f64::INFINITY;
    loop {
        least = least.min(costs.heaviest(&person));
        let Some(place) = person.iter().position(|one| one + 1 < costs.people) else { return least };
        person[..place].fill(0);
        person[place] += 1;
    }
}

fn never() -> bool {
    false
}

/// Numbers that look random, the same on every run.
fn numbers(seed: u64) -> impl Iterator<Item = f64> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / (1_u64 << 31) as f64
    })
}

/// People and customers strewn over a square; work, and travel from each person's base.
fn strewn(people: usize, customers: usize, seed: u64) -> Costs {
    let mut number = numbers(seed);
    let mut next = || number.next().unwrap_or(0.5);
    let bases: Vec<_> = (0..people).map(|_| (next(), next())).collect();
    let mut hours = Vec::new();
    for _ in 0..customers {
        let (work, x, y) = (5.0 + 40.0 * next(), next(), next());
        hours.extend(bases.iter().map(|(a, b)| work + 30.0 * ((a - x).powi(2) + (b - y).powi(2)).sqrt()));
    }
    Costs::new(people, hours)
}

#[test]
fn published_splits() {
    // oracles.md, "Even split": found by prtpy and by brute force. Greedy finds 11 in the second, differencing 10.
    for (work, people, heaviest) in [
        (&[4.0, 5.0, 6.0, 7.0, 8.0][..], 2, 15.0),
        (&[5.0, 5.0, 4.0, 4.0, 3.0, 3.0, 3.0], 3, 9.0),
        (&[1.0, 2.0, 3.0, 3.0, 5.0, 9.0, 9.0], 2, 16.0),
        (&[10.0, 8.0, 7.0, 6.0, 5.0], 2, 18.0),
    ] {
        let costs = alike(people, work);
        let found = costs.split(&never).expect("people");
        assert!((found.heaviest - heaviest).abs() < 1e-9, "{work:?}: {found:?}");
        assert!(costs.loads(&found.person).iter().all(|load| *load <= heaviest) && found.is_best());
    }
}

#[test]
fn nobody_and_nothing() {
    assert_eq!(Costs::new(0, Vec::new()).split(&never), None);
    let found = alike(3, &[]).split(&never).expect("people");
    assert_eq!((found.heaviest, found.person.len(), found.is_best()), (0.0, 0, true));
    assert!(alike(2, &[0.0, 0.0]).split(&never).expect("people").heaviest.abs() < 1e-9);
    assert_eq!(alike(2, &[1.0, 2.0]).split(&|| true), None, "cancelled");
}

#[test]
fn how_uneven() {
    assert_eq!(imbalance(&[15.0, 15.0]), Some(0.0));
    assert_eq!(imbalance(&[30.0, 10.0, 20.0]), Some(0.5));
    assert_eq!((imbalance(&[]), imbalance(&[0.0, 0.0])), (None, None));
}

#[test]
fn five_hundred_customers_come_close_to_the_bound() {
    for (people, seed) in [(5, 1), (8, 2), (12, 3)] {
        let costs = strewn(people, 500, seed);
        let found = costs.split(&never).expect("people");
        assert!(found.heaviest <= 1.05 * found.bound, "{people}: {} over {}", found.heaviest, found.bound);
        let even = alike(people, &numbers(seed).take(500).collect::<Vec<_>>()).split(&never).expect("people");
        assert!(even.heaviest <= 1.001 * even.bound, "{people}: {} over {}", even.heaviest, even.bound);
    }
}

#[test]
fn twelve_customers_equal_brute_force() {
    for seed in 0..6 {
        let costs = strewn(2, 12, seed);
        assert!((costs.split(&never).expect("people").heaviest - brute(&costs)).abs() < 1e-9);
    }
    let costs = strewn(3, 12, 7);
    assert!((costs.split(&never).expect("people").heaviest - brute(&costs)).abs() < 1e-9);
}

proptest! {
    #[test]
    fn few_customers_equal_brute_force(
        people in 1..4_usize,
        work in prop::collection::vec(0_u8..30, 0..8),
        detours in prop::collection::vec(0_u8..10, 24),
        same in any::<bool>(),
    ) {
        let hours = work.iter().enumerate().flat_map(|(customer, work)| {
            let detours = &detours;
            (0..people).map(move |person| {
                let detour = if same { 0 } else { detours[(customer * 3 + person) % detours.len()] };
                f64::from(*work) + f64::from(detour)
            })
        });
        let costs = Costs::new(people, hours.collect());
        let found = costs.split(&never).expect("people");
        let least = brute(&costs);
        prop_assert!((found.heaviest - least).abs() < 1e-9, "{} instead of {least}", found.heaviest);
        prop_assert!((costs.heaviest(&found.person) - found.heaviest).abs() < 1e-9);
    }
}
