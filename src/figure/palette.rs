//! The colours that stand for something, shared by pictures, spreadsheets and the window.
//!
//! Safe for the colour-blind: the Prios fall in lightness, and a sign or a shape says the same as each colour. Text on
//! each of them keeps a contrast of 4.5 : 1 (WCAG 2.2, 1.4.3), marks on white 3 : 1 (1.4.11).

use std::fmt;

use crate::project::{Fit, Owner};

#[cfg(test)]
pub mod sight;

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// The colour as `0xRRGGBB`.
    pub fn number(self) -> u32 {
        u32::from_be_bytes([0, self.0, self.1, self.2])
    }
}

impl fmt::Display for Rgb {
    /// As in SVG: `#RRGGBB`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:06X}", self.number())
    }
}

/// Paper.
pub const PAPER: Rgb = Rgb(0xFF, 0xFF, 0xFF);
/// Text and strong lines.
pub const INK: Rgb = Rgb(0x1B, 0x24, 0x30);
/// Text that stands back.
pub const MUTED: Rgb = Rgb(0x5B, 0x66, 0x75);
/// Lines of a grid or a table.
pub const GRID: Rgb = Rgb(0xD5, 0xDA, 0xE2);
/// Behind headers.
pub const HEADER: Rgb = Rgb(0xF1, 0xF3, 0xF6);
/// Attack first.
pub const PRIO_1: Rgb = Rgb(0x1F, 0x3D, 0x7A);
/// Attack next.
pub const PRIO_2: Rgb = Rgb(0x24, 0x7C, 0x73);
/// Attack later.
pub const PRIO_3: Rgb = Rgb(0xE9, 0xD9, 0x8A);
/// A fit without a Prio.
pub const UNDECIDED: Rgb = Rgb(0xD9, 0xDC, 0xE3);
/// A channel of our own; its mark is a circle.
pub const OWN: Rgb = Rgb(0x2B, 0x6C, 0xB0);
/// An external channel; its mark is a diamond.
pub const EXTERNAL: Rgb = Rgb(0xC0, 0x56, 0x21);
/// The mark of a dominated channel, whoever runs it.
pub const DOMINATED: Rgb = Rgb(0x8B, 0x94, 0xA2);

/// Things told apart by colour, and by a number or their name too; text on them is paper.
pub const SERIES: [Rgb; 8] = [
    Rgb(0x07, 0x60, 0xAD),
    Rgb(0xCF, 0x3C, 0x13),
    Rgb(0x11, 0x51, 0x27),
    Rgb(0x60, 0x19, 0x54),
    Rgb(0x6F, 0x7B, 0x1C),
    Rgb(0x82, 0x23, 0x50),
    Rgb(0x51, 0x7E, 0x3E),
    Rgb(0x25, 0x36, 0x35),
];

/// What a cell with that fit is filled with; nothing where the offer doesn't fit.
pub const fn fill(fit: Fit) -> Option<Rgb> {
    match fit {
        Fit::No => None,
        Fit::Undecided => Some(UNDECIDED),
        Fit::Prio1 => Some(PRIO_1),
        Fit::Prio2 => Some(PRIO_2),
        Fit::Prio3 => Some(PRIO_3),
    }
}

/// What is written with on that fill.
pub const fn text_on(fit: Fit) -> Rgb {
    match fit {
        Fit::Prio1 | Fit::Prio2 => PAPER,
        Fit::No | Fit::Undecided | Fit::Prio3 => INK,
    }
}

/// The colour of a channel that nothing dominates.
pub fn of_owner(owner: Owner) -> Rgb {
    match owner {
        Owner::Own => OWN,
        Owner::External => EXTERNAL,
    }
}

#[cfg(test)]
mod tests {
    use super::sight::{contrast, least_difference};
    use super::*;

    #[test]
    fn text_can_be_read_on_every_fill() {
        for fit in Fit::CANDIDATES {
            let fill = fill(fit).expect("candidates are filled");
            assert!(contrast(fill, text_on(fit)) >= 4.5, "{fit:?}");
        }
        for ground in [PAPER, HEADER] {
            assert!(contrast(INK, ground) >= 4.5 && contrast(MUTED, ground) >= 4.5, "{ground}");
        }
    }

    #[test]
    fn marks_stand_out() {
        for mark in [OWN, EXTERNAL, DOMINATED] {
            assert!(contrast(mark, PAPER) >= 3.0, "{mark}");
        }
        for series in SERIES {
            assert!(contrast(series, PAPER) >= 4.5, "{series}");
        }
        assert!(contrast(PRIO_1, PRIO_2) >= 1.8 && contrast(PRIO_2, PRIO_3) >= 3.0);
    }

    #[test]
    fn series_are_told_apart_by_the_colour_blind() {
        assert!(least_difference(&SERIES) >= 10.0, "{}", least_difference(&SERIES));
    }

    #[test]
    fn written_as_svg_wants_it() {
        assert_eq!(Rgb(0x0A, 0x00, 0xFF).to_string(), "#0A00FF");
    }
}
