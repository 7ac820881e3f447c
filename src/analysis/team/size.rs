//! How many people a sales force needs, by three methods that are set side by side.
//!
//! Hours, contacts and money are those of a year. A figure that can't be computed is none; no result is NaN or infinite.

use crate::analysis::channels::whole_up;

/// Accounts that are contacted alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Accounts {
    pub count: f64,
    pub contacts_per_year: f64,
    pub hours_per_contact: f64,
}

/// The workload method: N = Σ accounts × contacts a year × hours a contact / selling hours a person a year.
pub fn workload(accounts: &[Accounts], selling_hours: f64) -> Option<f64> {
    let hours = accounts.iter().map(|one| one.count * one.contacts_per_year * one.hours_per_contact).sum::<f64>();
    people(hours, selling_hours)
}

/// The people that so many hours need. None without selling hours.
pub fn people(hours: f64, selling_hours: f64) -> Option<f64> {
    Some(hours / selling_hours).filter(|people| people.is_finite())
}

/// The breakdown method: sales target / sales a person. None where a person sells nothing.
pub fn breakdown(target: f64, sales_per_person: f64) -> Option<f64> {
    Some(target / sales_per_person).filter(|people| people.is_finite())
}

/// Whole people for so many: rounded up, but not for the noise of floating point.
pub fn whole_people(people: f64) -> f64 {
    whole_up(people)
}

/// What a person costs, and what is left of their sales.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pay {
    /// m: contribution margin, 0 to 1.
    pub margin: f64,
    /// Cost of a person a year.
    pub cost: f64,
    /// Share of sales that is paid as commission, 0 to 1.
    pub commission: f64,
}

impl Pay {
    /// Profit of sales that one more person adds: m·s − cost − commission·s.
    pub fn profit(&self, sales: f64) -> f64 {
        self.margin * sales - self.cost - self.commission * sales
    }

    /// The sales at which a person is worth the cost; none where no sales are enough.
    pub fn worth_from(&self) -> Option<f64> {
        let left = self.margin - self.commission;
        (left > 0.0).then(|| self.cost / left).filter(|sales| sales.is_finite())
    }
}

/// The incremental method: how many of the next people, one by one, add more than they cost. `added` are the sales that
/// each of them adds, in order.
pub fn incremental(pay: &Pay, added: impl IntoIterator<Item = f64>) -> usize {
    added.into_iter().take_while(|sales| pay.profit(*sales) > 0.0).count()
}

/// The share of full sales that a new person reaches in a month, from 0 for the first: it rises by the same step each
/// month and is 1 after `ramp_up` months.
pub fn ramp(month: usize, ramp_up: f64) -> f64 {
    if ramp_up <= 0.0 { 1.0 } else { ((month as f64 + 0.5) / ramp_up).min(1.0) }
}

/// What a new person has brought less what they have cost, summed up to the end of each month.
pub fn running(pay: &Pay, sales_per_year: f64, ramp_up: f64, months: usize) -> Vec<f64> {
    let mut sum = 0.0;
    let mut after = |month| {
        sum += Pay { cost: pay.cost / 12.0, ..*pay }.profit(sales_per_year / 12.0 * ramp(month, ramp_up));
        sum
    };
    (0..months).map(&mut after).collect()
}

/// The longest time that [`worth_after`] looks ahead, in months.
pub const HORIZON: usize = 60;

/// After how many months a new person has been worth the cost; none within [`HORIZON`].
pub fn worth_after(pay: &Pay, sales_per_year: f64, ramp_up: f64) -> Option<usize> {
    running(pay, sales_per_year, ramp_up, HORIZON).iter().position(|sum| *sum >= 0.0).map(|month| month + 1)
}

/// People who wait to be filled with work, in an order: how much of each demand fits into the hours there are. A demand
/// may take hours of several roles, in step; what fits of one leaves less to those behind it.
///
/// `demands` are hours by role; the result is a share of each, 0 to 1.
pub fn fitting(capacity: &[f64], demands: &[Vec<f64>]) -> Vec<f64> {
    let mut left = capacity.to_vec();
    demands
        .iter()
        .map(|hours| {
            let needed = hours.iter().zip(&left).filter(|(hours, _)| **hours > 0.0);
            let share = needed.map(|(hours, left)| left / hours).fold(1.0, f64::min).max(0.0);
            // Rounding must not take away what just fits.
            let share = if share > 1.0 - 1e-9 { 1.0 } else { share };
            for (left, hours) in left.iter_mut().zip(hours) {
                *left = (*left - hours * share).max(0.0);
            }
            share
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-9 * b.abs().max(1.0)
    }

    #[test]
    fn published_workloads() {
        let visits = |count, contacts_per_year| Accounts { count, contacts_per_year, hours_per_contact: 1.0 };
        // formulas.md, Team: (1000 × 36 + 2000 × 12)/1000 = 60.
        let people = workload(&[visits(1000.0, 36.0), visits(2000.0, 12.0)], 1000.0).expect("hours");
        assert!(close(people, 60.0), "{people}");
        // (200×4 + 450×2 + 1000×1)·12/1,200 = 27: hours a contact by class, twelve contacts a year.
        let class = |count, hours_per_contact| Accounts { count, contacts_per_year: 12.0, hours_per_contact };
        let people = workload(&[class(200.0, 4.0), class(450.0, 2.0), class(1000.0, 1.0)], 1200.0).expect("hours");
        assert!(close(people, 27.0), "{people}");
        assert_eq!(workload(&[visits(1.0, 1.0)], 0.0), None);
    }

    #[test]
    fn published_breakdown() {
        // formulas.md, Team: 10 M / 250 k = 40 (derived).
        assert_eq!(breakdown(10e6, 250e3), Some(40.0));
        assert_eq!(breakdown(10e6, 0.0), None);
    }

    #[test]
    fn published_increments() {
        // formulas.md, Team: margin 40 %, a person costs 35,000 and 6 % commission; added sales 250, 200, 150, 100 thousand
        // leave 50,000; 33,000; 16,000; −1,000: three more.
        let pay = Pay { margin: 0.4, cost: 35e3, commission: 0.06 };
        let added = [250e3, 200e3, 150e3, 100e3];
        for (sales, profit) in added.into_iter().zip([50e3, 33e3, 16e3, -1e3]) {
            assert!(close(pay.profit(sales), profit), "{sales}: {}", pay.profit(sales));
        }
        assert_eq!(incremental(&pay, added), 3);
        // 35,000 / (.4 − .06) by hand.
        assert!(close(pay.worth_from().expect("something is left"), 35e3 / 0.34));
        assert_eq!(Pay { commission: 0.4, ..pay }.worth_from(), None);
    }

    #[test]
    fn ramp_up() {
        // Six months that rise evenly reach half of full sales on average: by hand 6/12 · .5 + 6/12 = .75 of a year. The
        // published quota of 1 M at 30 % and 70 % for three months each comes to the same 750,000 (oracles.md).
        let year: f64 = (0..12).map(|month| 1e6 / 12.0 * ramp(month, 6.0)).sum();
        assert!(close(year, 750e3), "{year}");
        assert_eq!((ramp(0, 0.0), ramp(6, 6.0)), (1.0, 1.0));
    }

    #[test]
    fn when_a_new_person_is_worth_the_cost() {
        // By hand: 1,200 a year at a margin of .5 leave 50 a month, a person costs 25 a month: from the first month.
        let pay = Pay { margin: 0.5, cost: 300.0, commission: 0.0 };
        assert_eq!(worth_after(&pay, 1200.0, 0.0), Some(1));
        // With four months of ramp-up: 6.25 − 25, 18.75 − 25, 31.25 − 25, 43.75 − 25, then 25 a month: −18.75, −25, −18.75, 0.
        assert_eq!(worth_after(&pay, 1200.0, 4.0), Some(4));
        assert_eq!(worth_after(&pay, 500.0, 0.0), None);
    }

    #[test]
    fn what_fits() {
        // By hand: 10 hours take the first whole and half of the second; nothing is left.
        assert_eq!(fitting(&[10.0], &[vec![6.0], vec![8.0], vec![1.0]]), [1.0, 0.5, 0.0]);
        // The second role is what the second lacks; the third doesn't need it.
        let shares = fitting(&[10.0, 2.0], &[vec![2.0, 1.0], vec![2.0, 4.0], vec![4.0, 0.0]]);
        assert_eq!(shares, [1.0, 0.25, 1.0]);
        assert_eq!(fitting(&[0.0], &[vec![0.0], vec![1.0]]), [1.0, 0.0]);
    }

    proptest! {
        #[test]
        fn more_hours_never_need_fewer(hours in 0.0..1e6_f64, more in 0.0..1e6_f64, each in 1.0..3000.0_f64) {
            let (few, many) = (people(hours, each).expect("hours"), people(hours + more, each).expect("hours"));
            prop_assert!(few <= many);
            prop_assert!(whole_people(few) + 1e-6 >= few && whole_people(few) < few + 1.0);
        }

        #[test]
        fn what_fits_is_never_more_than_there_is(
            capacity in prop::collection::vec(0.0..100.0_f64, 2),
            demands in prop::collection::vec(prop::collection::vec(0.0..50.0_f64, 2), 0..6),
        ) {
            let shares = fitting(&capacity, &demands);
            for role in 0..2 {
                let used: f64 = shares.iter().zip(&demands).map(|(share, hours)| share * hours[role]).sum();
                prop_assert!(used <= capacity[role] + 1e-6);
            }
        }
    }
}
