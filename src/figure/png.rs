//! A picture as PNG, drawn with the bundled fonts so that it looks the same on every machine.
//!
//! Fonts of the system serve only for letters that the bundled ones lack.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, FontResolver, Options, Tree, fontdb};
use thiserror::Error;

use super::measure::{self, INTER_REGULAR, INTER_SEMIBOLD};
use super::{Figure, svg};

/// Pixels a unit, for a picture that is sharp on any screen.
pub const SCALE: f32 = 2.0;
/// Pixels a side at the most.
pub const MAX_SIDE: f32 = 8_000.0;
/// Pixels at the most: 160 MB while it is drawn.
pub const MAX_PIXELS: f32 = 40_000_000.0;

/// Why a picture could not be drawn.
#[derive(Debug, Error)]
pub enum Error {
    /// The SVG is not understood.
    #[error(transparent)]
    Svg(#[from] usvg::Error),
    /// The picture has no area, or there is no memory for it.
    #[error("no room for the picture")]
    NoRoom,
    /// The pixels can't be written.
    #[error("{0}")]
    Encoding(String),
}

/// The bundled fonts alone.
static BUNDLED: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(INTER_REGULAR.to_vec());
    fonts.load_font_data(INTER_SEMIBOLD.to_vec());
    Arc::new(fonts)
});

/// The bundled fonts first, then those of the system. Read once, when a text first needs it.
static ALL: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = (**BUNDLED).clone();
    fonts.load_system_fonts();
    Arc::new(fonts)
});

/// The picture as a PNG file, so many pixels a unit, fewer where it would pass [`MAX_SIDE`] or [`MAX_PIXELS`].
pub fn write(figure: &Figure, scale: f32) -> Result<Vec<u8>, Error> {
    let covered = figure.words().all(|words| measure::is_covered(&words.text));
    let options = Options {
        fontdb: if covered { BUNDLED.clone() } else { ALL.clone() },
        font_resolver: FontResolver { select_font: Box::new(select_font), ..FontResolver::default() },
        ..Options::default()
    };
    let tree = Tree::from_str(&svg::write(figure), &options)?;
    let size = tree.size();
    let longest = size.width().max(size.height());
    let scale = scale.min(MAX_SIDE / longest).min((MAX_PIXELS / (size.width() * size.height())).sqrt());
    let pixels = |length: f32| (length * scale).round().max(1.0) as u32;
    let mut pixmap = Pixmap::new(pixels(size.width()), pixels(size.height())).ok_or(Error::NoRoom)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| Error::Encoding(error.to_string()))
}

/// Regular or semi-bold Inter: the first two fonts.
fn select_font(font: &usvg::Font, fonts: &mut Arc<fontdb::Database>) -> Option<fontdb::ID> {
    fonts.faces().nth(usize::from(font.weight() >= 600)).map(|face| face.id)
}
