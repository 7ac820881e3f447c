//! How columns share the width of a table. All lengths in points.

/// What a column asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// The width at which nothing in it is cut, or the width that the user gave it.
    pub whole: f32,
    /// The width that it is reduced to before any other column loses figures.
    pub least: f32,
    /// The width below which the table scrolls sideways instead.
    pub hard: f32,
    /// Its part of what is left over, relative to other columns.
    pub grows: f32,
}

/// The widths of the columns in `room`; together more where they don't fit.
pub fn share(columns: &[Wanted], room: f32) -> Vec<f32> {
    let mut widths: Vec<f32> = columns.iter().map(|column| column.whole).collect();
    let limits: [fn(&Wanted) -> f32; 2] =
        [|column| column.least.min(column.whole).max(column.hard), |column| column.hard];
    for limit in limits {
        let excess = widths.iter().sum::<f32>() - room;
        if excess > 0.0 {
            shrink(&mut widths, &columns.iter().map(limit).collect::<Vec<_>>(), excess);
        }
    }
    let spare = room - widths.iter().sum::<f32>();
    let grows: f32 = columns.iter().map(|column| column.grows).sum();
    if spare > 0.0 && grows > 0.0 {
        for (width, column) in widths.iter_mut().zip(columns) {
            *width += spare * column.grows / grows;
        }
    }
    widths
}

/// Takes `excess` from the widest first, none below its limit.
fn shrink(widths: &mut [f32], limits: &[f32], excess: f32) {
    let at = |level: f32, width: f32, limit: f32| width.min(level.max(limit));
    let total = |level: f32| widths.iter().zip(limits).map(|(width, limit)| at(level, *width, *limit)).sum::<f32>();
    let wanted = widths.iter().sum::<f32>() - excess;
    // The common width that the widest are reduced to, by bisection: the total grows with it.
    let (mut low, mut high) = (0.0, widths.iter().copied().fold(0.0, f32::max));
    for _ in 0..24 {
        let middle = f32::midpoint(low, high);
        if total(middle) > wanted {
            high = middle;
        } else {
            low = middle;
        }
    }
    let reduced: Vec<_> = widths.iter().zip(limits).map(|(width, limit)| at(low, *width, *limit)).collect();
    widths.copy_from_slice(&reduced);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAME: Wanted = Wanted { whole: 300.0, least: 110.0, hard: 110.0, grows: 0.0 };
    const NUMBER: Wanted = Wanted { whole: 90.0, least: 90.0, hard: 60.0, grows: 0.0 };
    const BAR: Wanted = Wanted { whole: 96.0, least: 96.0, hard: 96.0, grows: 1.0 };

    #[test]
    fn names_are_whole_where_there_is_room_and_bars_take_the_rest() {
        assert_eq!(share(&[NAME, NUMBER, BAR], 600.0), [300.0, 90.0, 210.0]);
        assert_eq!(share(&[NAME, NUMBER], 600.0), [300.0, 90.0], "no empty column is spread");
    }

    #[test]
    fn names_are_cut_before_figures_and_the_longest_first() {
        let short = Wanted { whole: 150.0, ..NAME };
        let widths = share(&[NAME, short, NUMBER], 450.0);
        assert!((widths[0] - 210.0).abs() < 0.1 && (widths[1] - 150.0).abs() < 0.1, "{widths:?}");
        assert!((widths[2] - 90.0).abs() < 0.1);
        let widths = share(&[NAME, NUMBER], 180.0);
        assert!((widths[0] - 110.0).abs() < 0.1 && (widths[1] - 70.0).abs() < 0.1, "{widths:?}");
    }

    proptest! {
        #[test]
        fn widths_fill_no_more_than_the_room_unless_all_are_at_their_limit(
            columns in prop::collection::vec((60.0_f32..500.0, 50.0_f32..200.0, 40.0_f32..60.0, 0.0_f32..2.0), 1..12),
            room in 200.0_f32..2000.0,
        ) {
            let columns: Vec<_> = columns
                .into_iter()
                .map(|(whole, least, hard, grows)| Wanted { whole, least, hard, grows })
                .collect();
            let widths = share(&columns, room);
            let (total, least): (f32, f32) = (widths.iter().sum(), columns.iter().map(|column| column.hard).sum());
            prop_assert!(total <= room.max(least) + 0.5, "{} in {}", total, room);
            for (width, column) in widths.iter().zip(&columns) {
                prop_assert!(*width >= column.hard - 0.01);
            }
        }
    }
}
