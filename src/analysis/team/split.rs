//! Splitting customers over people so that the heaviest load is least.
//!
//! A customer costs the person who has it an amount of hours: work, and travel from that person's base. That is
//! scheduling on unrelated machines. Up to [`EXACT`] customers it is solved exactly, by branch and bound; beyond, prices a
//! person give a lower bound and a start, and moves and swaps improve it. The bound holds for any prices: with y ≥ 0, Σ y =
//! 1, the heaviest load is at least Σ over customers of the least y·cost.

/// Up to so many customers the split is the best there is.
pub const EXACT: usize = 12;

/// Hours of each customer with each person.
#[derive(Debug, Clone, PartialEq)]
pub struct Costs {
    people: usize,
    /// Customer by customer.
    hours: Vec<f64>,
}

/// Customers over people.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// The person of each customer.
    pub person: Vec<usize>,
    /// The heaviest load, in hours.
    pub heaviest: f64,
    /// No split has a heaviest load below.
    pub bound: f64,
}

impl Split {
    /// It is known that none is better.
    pub fn is_best(&self) -> bool {
        self.heaviest <= self.bound + slack(self.bound)
    }
}

fn slack(hours: f64) -> f64 {
    1e-9 * hours.abs().max(1.0)
}

/// How uneven loads are: the heaviest over the mean, less 1. None without work.
pub fn imbalance(loads: &[f64]) -> Option<f64> {
    let mean = loads.iter().sum::<f64>() / loads.len() as f64;
    let heaviest = loads.iter().copied().fold(0.0, f64::max);
    Some(heaviest / mean - 1.0).filter(|_| mean > 0.0)
}

impl Costs {
    /// `hours` of each customer with each person, customer by customer; finite and not negative.
    pub fn new(people: usize, hours: Vec<f64>) -> Self {
        Self { people, hours }
    }

    fn customers(&self) -> usize {
        self.hours.len().checked_div(self.people).unwrap_or(0)
    }

    fn of(&self, customer: usize) -> &[f64] {
        &self.hours[customer * self.people..(customer + 1) * self.people]
    }

    fn least(&self, customer: usize) -> f64 {
        self.of(customer).iter().copied().fold(f64::INFINITY, f64::min)
    }

    pub fn loads(&self, person: &[usize]) -> Vec<f64> {
        let mut loads = vec![0.0; self.people];
        for (customer, person) in person.iter().enumerate() {
            loads[*person] += self.of(customer)[*person];
        }
        loads
    }

    /// The split with the least heaviest load: exact for few customers, close to the bound for many. None without
    /// people, or when cancelled.
    pub fn split(&self, cancelled: &dyn Fn() -> bool) -> Option<Split> {
        if self.people == 0 {
            return None;
        }
        let prices = Prices::of(self, cancelled)?;
        // The heaviest single customer, wherever it is cheapest, is a bound too.
        let single = (0..self.customers()).map(|customer| self.least(customer)).fold(0.0, f64::max);
        let bound = prices.bound.max(single);
        let mut best: Option<(f64, Vec<usize>)> = None;
        for start in [self.greedy(), prices.person.clone()] {
            let person = self.improved(start, bound, cancelled)?;
            let heaviest = self.heaviest(&person);
            if best.as_ref().is_none_or(|(least, _)| heaviest < *least) {
                best = Some((heaviest, person));
            }
        }
        let (heaviest, person) = best?;
        let found = Split { person, heaviest, bound };
        if self.customers() > EXACT || found.is_best() {
            return Some(found);
        }
        let mut search = Search::new(self, &prices.prices, found);
        search.branch(0, cancelled)?;
        Some(Split { bound: search.best.heaviest, ..search.best })
    }

    fn heaviest(&self, person: &[usize]) -> f64 {
        self.loads(person).into_iter().fold(0.0, f64::max)
    }

    /// Customers by hours, most first.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<_> = (0..self.customers()).collect();
        order.sort_by(|a, b| self.least(*b).total_cmp(&self.least(*a)));
        order
    }

    /// Each customer, heaviest first, goes to where the load is least with it.
    fn greedy(&self) -> Vec<usize> {
        let (mut loads, mut person) = (vec![0.0; self.people], vec![0; self.customers()]);
        for customer in self.order() {
            let hours = self.of(customer);
            let with = |place: &usize| loads[*place] + hours[*place];
            let place = (0..self.people).min_by(|a, b| with(a).total_cmp(&with(b))).unwrap_or(0);
            loads[place] += hours[place];
            person[customer] = place;
        }
        person
    }

    /// Moves and swaps customers of the heaviest load as long as that gets lighter.
    fn improved(&self, mut person: Vec<usize>, bound: f64, cancelled: &dyn Fn() -> bool) -> Option<Vec<usize>> {
        /// Each step lightens the heaviest load; in practice there are far fewer.
        const STEPS: usize = 4_000;
        let mut loads = self.loads(&person);
        for _ in 0..STEPS {
            if cancelled() {
                return None;
            }
            let heavy = (0..self.people).max_by(|a, b| loads[*a].total_cmp(&loads[*b])).unwrap_or(0);
            if loads[heavy] <= bound + slack(bound) {
                break;
            }
            let Some((moved, back, to)) = self.step(&person, &loads, heavy) else { break };
            loads[heavy] -= self.of(moved)[heavy];
            loads[to] += self.of(moved)[to];
            person[moved] = to;
            if let Some(back) = back {
                loads[to] -= self.of(back)[to];
                loads[heavy] += self.of(back)[heavy];
                person[back] = heavy;
            }
        }
        Some(person)
    }

    /// The move or swap that leaves the two people it touches with the lightest heavier load: the customer that leaves
    /// the heavy one, the one that comes back, and the other person. None where nothing helps.
    fn step(&self, person: &[usize], loads: &[f64], heavy: usize) -> Option<(usize, Option<usize>, usize)> {
        let mut best = (loads[heavy] - slack(loads[heavy]), None);
        let mine: Vec<_> = (0..person.len()).filter(|customer| person[*customer] == heavy).collect();
        for moved in &mine {
            let hours = self.of(*moved);
            let left = loads[heavy] - hours[heavy];
            for to in (0..self.people).filter(|to| *to != heavy) {
                let after = left.max(loads[to] + hours[to]);
                if after < best.0 {
                    best = (after, Some((*moved, None, to)));
                }
            }
        }
        if best.1.is_some() {
            return best.1;
        }
        for moved in mine {
            let hours = self.of(moved);
            let left = loads[heavy] - hours[heavy];
            for (back, to) in person.iter().enumerate().filter(|(_, to)| **to != heavy) {
                let other = self.of(back);
                let after = (left + other[heavy]).max(loads[*to] - other[*to] + hours[*to]);
                if after < best.0 {
                    best = (after, Some((moved, Some(back), *to)));
                }
            }
        }
        best.1
    }
}

/// A price for each person's hour, higher for those who would have too much; and the lower bound that they prove.
struct Prices {
    prices: Vec<f64>,
    bound: f64,
    /// The person with whom each customer is cheapest at those prices.
    person: Vec<usize>,
}

impl Prices {
    fn of(costs: &Costs, cancelled: &dyn Fn() -> bool) -> Option<Self> {
        const ROUNDS: usize = 240;
        let people = costs.people;
        let even = vec![1.0 / people as f64; people];
        let mut best = Self { prices: even.clone(), bound: 0.0, person: vec![0; costs.customers()] };
        let (mut prices, mut lightest) = (even, f64::INFINITY);
        for round in 0..ROUNDS {
            if cancelled() {
                return None;
            }
            let (mut loads, mut bound) = (vec![0.0; people], 0.0);
            let person: Vec<_> = (0..costs.customers())
                .map(|customer| {
                    let hours = costs.of(customer);
                    let priced = |place: &usize| prices[*place] * hours[*place];
                    let place = (0..people).min_by(|a, b| priced(a).total_cmp(&priced(b))).unwrap_or(0);
                    bound += priced(&place);
                    loads[place] += hours[place];
                    place
                })
                .collect();
            let heaviest = loads.iter().copied().fold(0.0, f64::max);
            if heaviest < lightest {
                (lightest, best.person) = (heaviest, person);
            }
            if bound > best.bound {
                (best.bound, best.prices) = (bound, prices.clone());
            }
            let mean = loads.iter().sum::<f64>() / people as f64;
            if mean <= 0.0 {
                break;
            }
            // Smaller and smaller steps; only sums and products, so that every machine takes the same ones.
            let step = 0.5 / (1.0 + 0.25 * round as f64);
            for (price, load) in prices.iter_mut().zip(&loads) {
                *price *= (1.0 + step * (load / mean - 1.0)).clamp(0.5, 2.0);
            }
            let sum: f64 = prices.iter().sum();
            prices.iter_mut().for_each(|price| *price /= sum);
        }
        Some(best)
    }
}

/// Branch and bound over customers, heaviest first.
struct Search<'a> {
    costs: &'a Costs,
    prices: &'a [f64],
    order: Vec<usize>,
    /// For the customers from a place of the order on: the sum of their cheapest priced hours, and of their least hours.
    rest: Vec<(f64, f64)>,
    /// People whose customers cost the same: two with the same load are interchangeable.
    alike: Vec<usize>,
    loads: Vec<f64>,
    person: Vec<usize>,
    best: Split,
    steps: u32,
}

impl<'a> Search<'a> {
    fn new(costs: &'a Costs, prices: &'a [f64], best: Split) -> Self {
        let order = costs.order();
        let mut rest = vec![(0.0, 0.0)];
        for customer in order.iter().rev() {
            let hours = costs.of(*customer);
            let priced = hours.iter().zip(prices).map(|(hours, price)| hours * price).fold(f64::INFINITY, f64::min);
            let (sum, least) = rest.last().copied().unwrap_or_default();
            rest.push((sum + priced, least + costs.least(*customer)));
        }
        rest.reverse();
        let same = |a: usize, b: usize| {
            (0..costs.customers()).all(|one| costs.of(one)[a].to_bits() == costs.of(one)[b].to_bits())
        };
        let alike = (0..costs.people).map(|place| (0..place).find(|other| same(*other, place)).unwrap_or(place));
        let alike = alike.collect();
        let (loads, person) = (vec![0.0; costs.people], vec![0; costs.customers()]);
        Self { costs, prices, order, rest, alike, loads, person, best, steps: 0 }
    }

    /// Places the customers from a place of the order on. None when cancelled.
    fn branch(&mut self, place: usize, cancelled: &dyn Fn() -> bool) -> Option<()> {
        self.steps = self.steps.wrapping_add(1);
        if self.steps.is_multiple_of(4096) && cancelled() {
            return None;
        }
        let heaviest = self.loads.iter().copied().fold(0.0, f64::max);
        let Some(customer) = self.order.get(place).copied() else {
            if heaviest < self.best.heaviest {
                (self.best.heaviest, self.best.person) = (heaviest, self.person.clone());
            }
            return Some(());
        };
        let (priced, least) = self.rest[place];
        let dual = self.loads.iter().zip(self.prices).map(|(load, price)| load * price).sum::<f64>() + priced;
        let mean = (self.loads.iter().sum::<f64>() + least) / self.costs.people as f64;
        let goal = self.best.heaviest - slack(self.best.heaviest);
        if heaviest.max(dual).max(mean) >= goal {
            return Some(());
        }
        let hours = self.costs.of(customer);
        let mut people: Vec<_> = (0..self.costs.people).collect();
        people.sort_by(|a, b| (self.loads[*a] + hours[*a]).total_cmp(&(self.loads[*b] + hours[*b])));
        let mut tried: Vec<(usize, f64)> = Vec::new();
        for person in people {
            let (before, kind) = (self.loads[person], self.alike[person]);
            if tried.contains(&(kind, before)) || before + hours[person] >= goal {
                continue;
            }
            tried.push((kind, before));
            self.loads[person] = before + hours[person];
            self.person[customer] = person;
            self.branch(place + 1, cancelled)?;
            self.loads[person] = before;
        }
        Some(())
    }
}

#[cfg(test)]
#[path = "split_tests.rs"]
mod tests;
