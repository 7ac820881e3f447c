//! Territories as they are, and as they would be evenest.
//!
//! A person's load is the hours with the customers and on the way to them: visits × there and back / speed, as the crow
//! flies from where the person starts. A person without a place starts from the middle of the customers.

use imbl::Vector;

use super::split::{Costs, imbalance};
use crate::project::{Account, Coordinates, Project, Territory};

/// What one person has.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Load {
    /// Hours a year with customers.
    pub work: f64,
    /// Hours a year on the way.
    pub travel: f64,
    pub accounts: usize,
}

impl Load {
    pub fn hours(self) -> f64 {
        self.work + self.travel
    }
}

/// The territories as they are assigned.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Territories {
    /// By territory, in their order.
    pub loads: Vec<Load>,
    /// The heaviest over the mean, less 1; none without work.
    pub imbalance: Option<f64>,
    /// Accounts that are in none.
    pub unassigned: usize,
}

/// The mean radius of the earth, in km.
const EARTH: f64 = 6_371.0;

/// Great-circle distance in km (haversine), to the metre, so that machines with other last digits of a sine agree.
pub fn distance(from: Coordinates, to: Coordinates) -> f64 {
    let (lat_a, lat_b) = (from.0.to_radians(), to.0.to_radians());
    let half = |a: f64, b: f64| ((b - a) / 2.0).sin().powi(2);
    let h = half(lat_a, lat_b) + lat_a.cos() * lat_b.cos() * half(from.1.to_radians(), to.1.to_radians());
    (2.0 * EARTH * h.sqrt().min(1.0).asin() * 1e3).round() / 1e3
}

/// Hours a year on the way to an account.
fn travel(account: &Account, base: Option<Coordinates>, speed: Option<f64>) -> f64 {
    let way = || {
        let (visits, speed) = (account.visits_per_year?, speed.filter(|speed| *speed > 0.0)?);
        Some(visits * 2.0 * distance(base?, account.coordinates()?) / speed)
    };
    way().filter(|hours| hours.is_finite()).unwrap_or(0.0)
}

/// The middle of places, each as often as it is visited.
fn middle(accounts: impl Iterator<Item = (Coordinates, f64)>) -> Option<Coordinates> {
    let (mut sum, mut total) = ((0.0, 0.0), 0.0);
    for ((lat, lon), visits) in accounts {
        sum = (sum.0 + lat * visits, sum.1 + lon * visits);
        total += visits;
    }
    (total > 0.0).then(|| (sum.0 / total, sum.1 / total))
}

fn places<'a>(accounts: impl Iterator<Item = &'a Account>) -> Option<Coordinates> {
    middle(
        accounts.filter_map(|account| Some((account.coordinates()?, account.visits_per_year.unwrap_or(1.0).max(1e-6)))),
    )
}

/// Where each person starts from: their own place, or the middle of the accounts that `person` gives them.
fn bases(problem: &Problem, person: &[Option<usize>]) -> Vec<Option<Coordinates>> {
    let mine = |place: usize| {
        let all = problem.accounts.iter().zip(person);
        all.filter(move |(_, person)| **person == Some(place)).map(|(account, _)| account)
    };
    let base = |(place, territory): (usize, &Territory)| territory.coordinates().or_else(|| places(mine(place)));
    problem.territories.iter().enumerate().map(base).collect()
}

impl Territories {
    pub fn of(project: &Project) -> Self {
        let problem = Problem::given(project);
        let place = |account: &Account| {
            account.territory.and_then(|id| problem.territories.iter().position(|one| one.id == id))
        };
        let person: Vec<_> = problem.accounts.iter().map(place).collect();
        Self::assigned(&problem, &person)
    }

    /// The loads when the accounts are split like that, by the places of territories.
    pub fn assigned(problem: &Problem, person: &[Option<usize>]) -> Self {
        let bases = bases(problem, person);
        let mut loads = vec![Load::default(); problem.territories.len()];
        for (account, person) in problem.accounts.iter().zip(person) {
            let Some(load) = person.and_then(|place| loads.get_mut(place)) else { continue };
            load.work += account.workload.unwrap_or(0.0);
            load.travel += travel(account, person.and_then(|place| bases[place]), problem.speed);
            load.accounts += 1;
        }
        let hours: Vec<_> = loads.iter().map(|load| load.hours()).collect();
        let unassigned = person.iter().filter(|person| person.is_none()).count();
        Self { imbalance: imbalance(&hours), loads, unassigned }
    }
}

/// A project as far as territories depend on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub accounts: Vector<Account>,
    pub territories: Vector<Territory>,
    /// In km an hour.
    pub speed: Option<f64>,
}

/// An even split.
#[derive(Debug, Clone, PartialEq)]
pub struct Even {
    /// The place of the territory of each account.
    pub person: Vec<usize>,
    pub territories: Territories,
    /// No split has a heaviest load below this; none where people start from the middle of their customers, because the
    /// way then depends on the split.
    pub bound: Option<f64>,
    /// Nothing is better.
    pub is_best: bool,
}

impl Problem {
    /// Accounts and people as they are, however few.
    pub fn given(project: &Project) -> Self {
        let team = &project.team;
        Self { accounts: team.accounts.clone(), territories: team.territories.clone(), speed: team.sizing.travel_speed }
    }

    /// None without accounts and people. Whose an account is now makes no difference.
    pub fn of(project: &Project) -> Option<Self> {
        let given = Self::given(project);
        if given.accounts.is_empty() || given.territories.is_empty() {
            return None;
        }
        let without = |account: &Account| Account { territory: None, ..account.clone() };
        Some(Self { accounts: given.accounts.iter().map(without).collect(), ..given })
    }

    fn costs(&self, bases: &[Option<Coordinates>]) -> Costs {
        let hours = self.accounts.iter().flat_map(|account| {
            let work = account.workload.unwrap_or(0.0);
            bases.iter().map(move |base| work + travel(account, *base, self.speed))
        });
        Costs::new(self.territories.len(), hours.collect())
    }

    /// Whether somebody's way depends on whose the customers are.
    fn is_open(&self) -> bool {
        let travels = |account: &Account| {
            account.coordinates().is_some() && account.visits_per_year.is_some_and(|visits| visits > 0.0)
        };
        self.speed.is_some_and(|speed| speed > 0.0)
            && self.territories.iter().any(|one| one.coordinates().is_none())
            && self.accounts.iter().any(travels)
    }

    /// Places for those who have none, far from each other: the account farthest from all places there are, in turn.
    fn spread(&self) -> Vec<Option<Coordinates>> {
        let mut bases: Vec<_> = self.territories.iter().map(Territory::coordinates).collect();
        let all: Vec<_> = self.accounts.iter().filter_map(Account::coordinates).collect();
        let Some(centre) = places(self.accounts.iter()) else { return bases };
        for place in 0..bases.len() {
            if bases[place].is_some() {
                continue;
            }
            let known: Vec<_> = bases.iter().flatten().copied().collect();
            let from = if known.is_empty() { vec![centre] } else { known };
            let far = |at: &Coordinates| from.iter().map(|base| distance(*base, *at)).fold(f64::INFINITY, f64::min);
            bases[place] = all.iter().max_by(|a, b| far(a).total_cmp(&far(b))).copied();
        }
        bases
    }

    /// The split with the least heaviest load. None when cancelled.
    pub fn even(&self, cancelled: &dyn Fn() -> bool) -> Option<Even> {
        /// How often those without a place move to the middle of their customers.
        const ROUNDS: usize = 8;
        let found = |person: Vec<usize>, bound: Option<f64>, is_best: bool| {
            let places: Vec<_> = person.iter().copied().map(Some).collect();
            Even { territories: Territories::assigned(self, &places), person, bound, is_best }
        };
        if !self.is_open() {
            let bases: Vec<_> = self.territories.iter().map(Territory::coordinates).collect();
            let split = self.costs(&bases).split(cancelled)?;
            let is_best = split.is_best();
            return Some(found(split.person, Some(split.bound), is_best));
        }
        let mut bases = self.spread();
        let mut best: Option<Even> = None;
        let heaviest = |even: &Even| even.territories.loads.iter().map(|load| load.hours()).fold(0.0, f64::max);
        for _ in 0..ROUNDS {
            let split = self.costs(&bases).split(cancelled)?;
            let places: Vec<_> = split.person.iter().copied().map(Some).collect();
            let next = self::bases(self, &places);
            let even = found(split.person, None, false);
            let is_lighter = best.as_ref().is_none_or(|best| heaviest(&even) < heaviest(best));
            if is_lighter {
                best = Some(even);
            }
            if next == bases {
                break;
            }
            bases = next;
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Entry, Sizing, Staff};

    const OSLO: Coordinates = (59.9139, 10.7522);
    const BERGEN: Coordinates = (60.3913, 5.3221);

    fn territory(at: Option<Coordinates>) -> Territory {
        Territory { latitude: at.map(|at| at.0), longitude: at.map(|at| at.1), ..Territory::new("") }
    }

    fn account(at: Coordinates, workload: f64, visits: f64) -> Account {
        Account {
            latitude: Some(at.0),
            longitude: Some(at.1),
            workload: Some(workload),
            visits_per_year: Some(visits),
            ..Account::new("")
        }
    }

    fn project(speed: Option<f64>, territories: &[Territory], accounts: &[Account]) -> Project {
        let mut project = Project::default();
        project.team.sizing = Sizing { travel_speed: speed, ..Sizing::default() };
        let entries = territories.iter().cloned().map(Entry::Territory);
        let entries = entries.chain(accounts.iter().cloned().map(Entry::Account)).collect();
        Command::from(Staff::Add { at: 0, entries }).apply(&mut project).expect("sound");
        project
    }

    #[test]
    fn as_the_crow_flies() {
        // A quarter of the equator, 2πR/4 = 10,007.543 km (derived); Oslo to Bergen is about 305 km.
        assert!((distance((0.0, 0.0), (0.0, 90.0)) - 10_007.543).abs() < 0.001);
        assert!((distance(OSLO, BERGEN) - 305.0).abs() < 2.0, "{}", distance(OSLO, BERGEN));
        assert!(distance(OSLO, OSLO) == 0.0 && (distance((0.0, 179.5), (0.0, -179.5)) - 111.195).abs() < 0.001);
    }

    #[test]
    fn loads_are_work_and_travel() {
        let people = [territory(Some(OSLO)), territory(Some(BERGEN))];
        let mut accounts = [account(OSLO, 40.0, 2.0), account(BERGEN, 10.0, 3.0), account(BERGEN, 5.0, 1.0)];
        for account in &mut accounts[..2] {
            account.territory = Some(people[0].id);
        }
        let found = Territories::of(&project(Some(61.0), &people, &accounts));
        // By hand: three visits of twice the way at 61 km/h.
        let way = 3.0 * 2.0 * distance(OSLO, BERGEN) / 61.0;
        assert!((found.loads[0].work - 50.0).abs() < 1e-9 && (found.loads[0].travel - way).abs() < 1e-9);
        assert_eq!((found.loads[0].accounts, found.loads[1], found.unassigned), (2, Load::default(), 1));
        assert_eq!(found.imbalance, Some(1.0), "one of two has all of it");
        let still = Territories::of(&project(None, &people, &accounts));
        assert!(still.loads[0].travel.abs() < 1e-9, "without a speed, no travel");
    }

    #[test]
    fn each_keeps_to_their_town() {
        let towns = [OSLO, BERGEN];
        let accounts: Vec<_> = (0..12).map(|at| account(towns[at % 2], 20.0, 4.0)).collect();
        for people in [[None, None], [Some(BERGEN), None], [Some(OSLO), Some(BERGEN)]] {
            let project = project(Some(60.0), &people.map(territory), &accounts);
            let even = Problem::of(&project).expect("accounts and people").even(&|| false).expect("not cancelled");
            let other = even.person[0];
            assert!(even.person.iter().enumerate().all(|(at, person)| (*person == other) == (at % 2 == 0)));
            assert!(even.territories.loads.iter().all(|load| load.travel < 1e-6 && (load.work - 120.0).abs() < 1e-9));
            assert_eq!(even.bound.is_some(), people.iter().all(Option::is_some));
        }
    }

    #[test]
    fn nothing_to_split() {
        assert_eq!(Problem::of(&Project::default()), None);
        let alone = project(None, &[territory(None)], &[account(OSLO, 1.0, 1.0)]);
        let even = Problem::of(&alone).expect("both").even(&|| false).expect("not cancelled");
        assert!(even.is_best && even.person == [0] && even.territories.imbalance == Some(0.0));
        let alone = Problem::of(&alone).expect("both");
        assert_eq!(alone.even(&|| true), None, "cancelled");
    }
}
