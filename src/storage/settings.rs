//! What the program remembers of its user: one small file.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Error, Fault, Places, file};

/// Recent files that are remembered.
const RECENT: usize = 12;
/// More than any settings need.
const MOST_BYTES: u64 = 1 << 20;
/// What zoom may be.
const ZOOM: std::ops::RangeInclusive<f32> = 0.5..=3.0;

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Appearance {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What the program remembers of its user. Fields of other versions are passed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language's code, as `en` or `nb`; none: the system's.
    pub language: Option<String>,
    /// Light or dark.
    pub appearance: Appearance,
    /// How large everything is drawn, 1 being as designed; between 0.5 and 3.
    pub zoom: f32,
    /// Width and height of the window in points.
    pub window: Option<(f32, f32)>,
    /// Files that were opened or saved, the last one first.
    recent: Vec<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { language: None, appearance: Appearance::default(), zoom: 1.0, window: None, recent: Vec::new() }
    }
}

/// A file that was opened or saved before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// The file.
    pub path: PathBuf,
    /// It is not there at present, perhaps on a disk that isn't connected.
    pub missing: bool,
}

impl Settings {
    /// The settings on disk; those of a new user when there are none. A file that can't be read is put aside as
    /// `settings.ron.bad`, and the program starts as new.
    pub fn load(places: &Places) -> Self {
        let path = places.settings();
        let read = match file::read_bounded(path, MOST_BYTES) {
            Ok((bytes, _)) => options().from_bytes(&bytes).map_err(|error| error.to_string()),
            Err(error) if matches!(*error.fault, Fault::NotFound) => return Self::default(),
            Err(error) => Err(error.to_string()),
        };
        let settings = read.unwrap_or_else(|error| {
            let aside = path.with_extension("ron.bad");
            log::warn!("settings are put aside as {}: {error}", aside.display());
            if let Err(error) = fs::rename(path, &aside) {
                log::warn!("{}: {error}", aside.display());
            }
            Self::default()
        });
        settings.sound()
    }

    /// Writes the settings to disk.
    pub fn save(&self, places: &Places) -> Result<(), Error> {
        let path = places.settings();
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| Error::io(folder, error))?;
        }
        let config = ron::ser::PrettyConfig::default().new_line("\n").indentor("  ").compact_arrays(false);
        let text = options()
            .to_string_pretty(self, config)
            .map_err(|error| Error::io(path, std::io::Error::other(error.to_string())))?;
        file::write_atomic(path, (text + "\n").as_bytes())
    }

    /// Puts a file first among the recent ones. One whose name is no text can't be remembered.
    pub fn remember(&mut self, path: &Path) {
        let path = fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
        if path.to_str().is_some() {
            self.recent.retain(|known| *known != path);
            self.recent.insert(0, path);
            self.recent.truncate(RECENT);
        }
    }

    /// Takes a file off the recent ones.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
    }

    /// The recent files, the last one first, as they are now. Looks at each on disk.
    pub fn recent(&self) -> Vec<Recent> {
        self.recent.iter().map(|path| Recent { path: path.clone(), missing: !path.is_file() }).collect()
    }

    /// The same with what is out of range mended.
    fn sound(mut self) -> Self {
        self.zoom = if self.zoom.is_finite() { self.zoom.clamp(*ZOOM.start(), *ZOOM.end()) } else { 1.0 };
        self.window = self.window.filter(|(width, height)| {
            [width, height].iter().all(|size| size.is_finite() && (100.0..=100_000.0).contains(*size))
        });
        self.recent.truncate(RECENT);
        self
    }
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> (tempfile::TempDir, Places) {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::under(&folder.path().join("new"));
        (folder, places)
    }

    #[test]
    fn written_and_read() {
        let (_folder, places) = places();
        assert_eq!(Settings::load(&places), Settings::default());
        let mut settings = Settings {
            language: Some("nb".to_owned()),
            appearance: Appearance::Dark,
            zoom: 1.25,
            window: Some((1280.0, 800.0)),
            ..Settings::default()
        };
        settings.remember(Path::new("/no/such/file.ron"));
        settings.save(&places).expect("saved");
        assert_eq!(Settings::load(&places), settings);
    }

    #[test]
    fn recent_files() {
        let (folder, _) = places();
        let file = folder.path().join("a.ron");
        fs::write(&file, "").expect("written");
        let mut settings = Settings::default();
        settings.remember(&file);
        for index in 0..RECENT {
            settings.remember(&folder.path().join(format!("{index}.ron")));
        }
        assert_eq!(settings.recent().len(), RECENT);
        settings.remember(&folder.path().join(".").join("a.ron"));
        settings.remember(&file);
        let recent = settings.recent();
        assert_eq!(recent.len(), RECENT);
        assert_eq!(recent[0], Recent { path: fs::canonicalize(&file).expect("is there"), missing: false });
        assert!(recent[1].missing);
        settings.forget(&recent[0].path);
        assert_eq!(settings.recent().len(), RECENT - 1);
    }

    #[test]
    fn other_versions_and_nonsense() {
        let (_folder, places) = places();
        fs::create_dir_all(places.settings().parent().expect("a folder")).expect("made");
        fs::write(places.settings(), "(zoom: NaN, window: (1.0, inf), new: {\"a\": [1]}, language: \"nb\")")
            .expect("written");
        assert_eq!(Settings::load(&places), Settings { language: Some("nb".to_owned()), ..Settings::default() });
    }

    #[test]
    fn what_cannot_be_read_is_kept_aside() {
        let (_folder, places) = places();
        fs::create_dir_all(places.settings().parent().expect("a folder")).expect("made");
        for bad in [&b"(zoom: "[..], b"\xFF\xFE", b"", &b"[".repeat(100_000)] {
            fs::write(places.settings(), bad).expect("written");
            assert_eq!(Settings::load(&places), Settings::default());
            assert_eq!(fs::read(places.settings().with_extension("ron.bad")).expect("kept"), bad);
            assert!(!places.settings().exists());
        }
    }
}
