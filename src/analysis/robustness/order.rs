//! Puts cells in order by their totals, many times: of a block of draws side by side, or one draw after the other.
//!
//! A total and the cell's place are packed into one number, so that sorting moves one thing. Both ways see totals to the
//! same eight-millionth and give the same ranks; cells that are equal to that share the ranks that they take up.

use super::draw::{LANES, Lanes};

/// Steps from the best total to the worst. With a place below 128 a packed key stays within 31 bits.
const STEPS: f32 = 8_000_000.0;
/// 2²³: adding it to a number below leaves the number, rounded, in the low bits.
const MAGIC: f32 = 8_388_608.0;
/// The most cells that are sorted side by side.
const SIDE_BY_SIDE: usize = 128;
/// Bits of a place, for up to that many.
const PLACE_BITS: u32 = SIDE_BY_SIDE.ilog2();
/// Keeps keys among the ordinary numbers when their bits are read as such: neither subnormal nor infinite.
const ORDINARY: u32 = 0x4000_0000;

/// How far behind the best possible total a total is, in whole steps.
fn steps(behind: f32) -> u32 {
    (behind * STEPS + MAGIC).to_bits() - MAGIC.to_bits()
}

/// Sorts blocks of draws.
pub(super) struct Sorter {
    /// Pairs of rows to compare, in order: a network that sorts any values, without branches.
    network: Vec<(u8, u8)>,
    rows: Box<[Lanes; SIDE_BY_SIDE]>,
    keys: Vec<u64>,
}

impl Sorter {
    pub(super) fn new(cells: usize) -> Self {
        let network = if cells <= SIDE_BY_SIDE { network(cells) } else { Vec::new() };
        Self { network, rows: Box::new([[0.0; LANES]; SIDE_BY_SIDE]), keys: Vec::with_capacity(cells) }
    }

    /// Calls `tell` with the first rank, the number of ranks, the draw and the cell, for each cell and draw: a cell shares
    /// the ranks that it takes up with its equals. `behind` has a row a cell: how far its total is behind 1.
    pub(super) fn sort(&mut self, behind: &[Lanes], mut tell: impl FnMut(usize, usize, usize, usize)) {
        if behind.len() > SIDE_BY_SIDE {
            for lane in 0..LANES {
                self.keys.clear();
                let keys = behind.iter().enumerate();
                self.keys.extend(keys.map(|(cell, row)| u64::from(steps(row[lane])) << 32 | cell as u64));
                self.keys.sort_unstable();
                let mut first = 0;
                for equals in self.keys.chunk_by(|a, b| a >> 32 == b >> 32) {
                    equals.iter().for_each(|key| tell(first, equals.len(), lane, *key as u32 as usize));
                    first += equals.len();
                }
            }
            return;
        }
        for ((cell, row), behind) in self.rows.iter_mut().enumerate().zip(behind) {
            for (key, behind) in row.iter_mut().zip(behind) {
                *key = f32::from_bits(steps(*behind) << PLACE_BITS | cell as u32 | ORDINARY);
            }
        }
        for (first, second) in &self.network {
            let (first, second) = (usize::from(*first) % SIDE_BY_SIDE, usize::from(*second) % SIDE_BY_SIDE);
            let (low, high) = exchanged(self.rows[first], self.rows[second]);
            self.rows[first] = low;
            self.rows[second] = high;
        }
        let rows = &self.rows[..behind.len()];
        let place = |key: f32| key.to_bits() as usize % SIDE_BY_SIDE;
        let mut equal = [0_u32; LANES];
        for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
            for (equal, (a, b)) in equal.iter_mut().zip(row.iter().zip(next)) {
                *equal |= u32::from(a.to_bits() >> PLACE_BITS == b.to_bits() >> PLACE_BITS);
            }
        }
        if equal == [0; LANES] {
            for (rank, row) in rows.iter().enumerate() {
                row.iter().enumerate().for_each(|(lane, key)| tell(rank, 1, lane, place(*key)));
            }
            return;
        }
        for lane in 0..LANES {
            let mut first = 0;
            for equals in rows.chunk_by(|a, b| a[lane].to_bits() >> PLACE_BITS == b[lane].to_bits() >> PLACE_BITS) {
                equals.iter().for_each(|row| tell(first, equals.len(), lane, place(row[lane])));
                first += equals.len();
            }
        }
    }
}

/// The lower and the higher of each lane. Written so that each comparison becomes one instruction for several lanes.
fn exchanged(a: Lanes, b: Lanes) -> (Lanes, Lanes) {
    let (mut low, mut high) = (a, b);
    for lane in 0..LANES {
        low[lane] = if a[lane] < b[lane] { a[lane] } else { b[lane] };
        high[lane] = if a[lane] > b[lane] { a[lane] } else { b[lane] };
    }
    (low, high)
}

/// Batcher's merge exchange sort (Knuth, The Art of Computer Programming 5.2.2, algorithm M) for so many values.
fn network(count: usize) -> Vec<(u8, u8)> {
    let mut pairs = Vec::new();
    let top = count.next_power_of_two() / 2;
    let mut p = top;
    while p > 0 {
        let (mut q, mut r, mut d) = (top, 0, p);
        loop {
            let compared = (0..count.saturating_sub(d)).filter(|place| place & p == r);
            pairs.extend(compared.map(|place| (place as u8, (place + d) as u8)));
            if q == p {
                break;
            }
            (d, q, r) = (q - p, q / 2, p);
        }
        p /= 2;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn networks_sort() {
        for count in (0..=20).chain([31, 100, 127, 128]) {
            let pairs = network(count);
            assert!(pairs.iter().all(|(a, b)| a < b && usize::from(*b) < count));
            // Whatever sorts all zeros and ones sorts everything; the thresholds of a few permutations stand for them.
            for step in [1, 7, 11, 13] {
                let start: Vec<_> = (0..count).map(|place| place * step * 31 % (count + 1)).collect();
                let mut values = start.clone();
                for (a, b) in &pairs {
                    let (a, b) = (usize::from(*a), usize::from(*b));
                    if values[a] > values[b] {
                        values.swap(a, b);
                    }
                }
                let mut expected = start;
                expected.sort_unstable();
                assert_eq!(values, expected, "{count}");
            }
        }
    }

    /// The first and the number of the ranks of each cell, by draw.
    fn ranks(cells: usize, behind: &[Lanes]) -> Vec<Vec<(usize, usize)>> {
        let mut ranks = vec![vec![(0, 0); cells]; LANES];
        Sorter::new(behind.len()).sort(behind, |first, count, lane, cell| {
            if cell < cells {
                ranks[lane][cell] = (first, count);
            }
        });
        ranks
    }

    proptest! {
        #[test]
        fn side_by_side_as_one_after_the_other(
            behind in prop::collection::vec(prop::array::uniform16((0..9_u8).prop_map(|eighth| f32::from(eighth) / 9.0)), 1..129),
        ) {
            let cells = behind.len();
            let found = ranks(cells, &behind);
            // Cells that are always behind make the list long enough for the other way.
            let mut longer = behind.clone();
            longer.resize(SIDE_BY_SIDE + 1, [1.0; LANES]);
            prop_assert_eq!(&found, &ranks(cells, &longer));
            for (lane, found) in found.iter().enumerate() {
                for (cell, (first, count)) in found.iter().enumerate() {
                    let of = |wanted: fn(&f32, &f32) -> bool| {
                        behind.iter().filter(|other| wanted(&other[lane], &behind[cell][lane])).count()
                    };
                    prop_assert_eq!((*first, *count), (of(|a, b| a < b), of(|a, b| a.total_cmp(b).is_eq())));
                }
            }
        }
    }
}
