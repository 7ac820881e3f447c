//! The space that names of segments and channels need.

use crate::figure::measure::{self, Weight};
use crate::project::SegmentId;
use crate::text::Language;
use crate::ui::theme::{self, space};
use crate::ui::widgets::grid::Wanted;
use crate::ui::{Memo, View};

use super::parts::segment_name;

/// Width of a Prio's sign before a segment's name.
pub(super) const BADGE: f32 = 36.0;
/// Minimum width of the segments' names.
const NAME: f32 = 150.0;

/// The preferred sizes of the headings, measured when names change.
#[derive(Debug, Default)]
pub struct Names {
    wanted: Memo<(u64, Language), Wanted>,
}

impl Names {
    pub fn follow(&mut self, view: &View, customers: &[SegmentId]) -> Wanted {
        *self.wanted.get((view.revision, view.text.language()), || measured(view, customers))
    }
}

fn measured(view: &View, customers: &[SegmentId]) -> Wanted {
    let width = |words: &str, size: f32| measure::width(words, size, Weight::SemiBold);
    let segments = customers.iter().map(|id| width(segment_name(view, *id), theme::body().size));
    let row_width = segments.fold(0.0, f32::max) + BADGE + 2.0 * space::S;
    let (mut word, mut length) = (0.0_f32, 0.0_f32);
    for channel in &view.project.channels {
        let name = view.text.name(&channel.name);
        let size = theme::small().size;
        let longest = name.split_whitespace().map(|word| width(word, size)).fold(0.0, f32::max);
        word = word.max(longest);
        // Rotated names take two lines.
        length = length.max(longest.max(width(name, size) * 0.6));
    }
    let column_word = word + 2.0 * space::XS;
    Wanted { row_width, row_least: NAME, column_length: length + 2.0 * space::S, column_word }
}
