//! Settings of the user: one small RON file, shared by all windows and versions of the program.
//!
//! A window writes only what was changed in it, over what stands in the file by then. Fields of newer versions, and known
//! fields whose value is of a newer kind, stay as they are.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use ron::value::RawValue;
use serde::de::{self, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::lock::Lock;
use super::{Error, Fault, Places, file};

/// Recent files that are remembered.
const RECENT: usize = 12;
/// Size of the file at the most.
const MOST_BYTES: u64 = 1 << 20;
/// Factors that the window can be zoomed by.
const ZOOM: std::ops::RangeInclusive<f32> = 0.5..=3.0;
/// How long a writer waits for others.
const LONGEST_WAIT: Duration = Duration::from_secs(3);

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Appearance {
    /// As the system has it.
    #[default]
    System,
    Light,
    Dark,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The language's code, as `en` or `nb`; none: the system's.
    pub language: Option<String>,
    pub appearance: Appearance,
    /// How large everything is drawn, 1 being as designed; between 0.5 and 3.
    pub zoom: f32,
    /// Width and height of the window in points.
    pub window: Option<(f32, f32)>,
    /// The rail shows icons only, also in a wide window.
    pub rail_folded: bool,
    /// The line with the next useful step is put away.
    pub next_step_hidden: bool,
    /// Files that were opened or saved, the last one first.
    recent: Vec<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            appearance: Appearance::default(),
            zoom: 1.0,
            window: None,
            rail_folded: false,
            next_step_hidden: false,
            recent: Vec::new(),
        }
    }
}

/// A file that was opened or saved before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    pub path: PathBuf,
    /// It is not there at present, perhaps on a disk that isn't connected.
    pub missing: bool,
}

/// The fields of the file by name, as text.
#[derive(Default)]
struct Fields(BTreeMap<String, Box<RawValue>>);

impl Settings {
    /// The settings on disk; the defaults when there are none. A file that is no RON is put aside as `settings.ron.bad`.
    pub fn load(places: &Places) -> Self {
        Self::of(&Fields::load(places.settings()))
    }

    fn of(fields: &Fields) -> Self {
        let default = Self::default();
        let settings = Self {
            language: fields.get("language").unwrap_or(default.language),
            appearance: fields.get("appearance").unwrap_or(default.appearance),
            zoom: fields.get("zoom").unwrap_or(default.zoom),
            window: fields.get("window").unwrap_or(default.window),
            rail_folded: fields.get("rail_folded").unwrap_or(default.rail_folded),
            next_step_hidden: fields.get("next_step_hidden").unwrap_or(default.next_step_hidden),
            recent: fields.get("recent").unwrap_or(default.recent),
        };
        settings.sound()
    }

    /// Writes what differs from `before` over the settings on disk.
    pub fn save(&self, before: &Self, places: &Places) -> Result<(), Error> {
        let path = places.settings();
        if let Some(folder) = path.parent() {
            file::private_folder(folder)?;
        }
        let lock = Lock::wait(&path.with_extension("lock"), LONGEST_WAIT);
        if !matches!(lock, Ok(Some(_))) {
            log::warn!("settings are written without a lock: {lock:?}");
        }
        let mut fields = Fields::load(path);
        let there = Self::of(&fields);
        let Self { language, appearance, zoom, window, rail_folded, next_step_hidden, .. } = self;
        let recent = self.merged_recent(before, &there);
        let written = fields
            .set("language", language, *language != before.language)
            .and_then(|()| fields.set("appearance", appearance, *appearance != before.appearance))
            .and_then(|()| fields.set("zoom", zoom, zoom.to_bits() != before.zoom.to_bits()))
            .and_then(|()| fields.set("window", window, *window != before.window))
            .and_then(|()| fields.set("rail_folded", rail_folded, *rail_folded != before.rail_folded))
            .and_then(|()| {
                fields.set("next_step_hidden", next_step_hidden, *next_step_hidden != before.next_step_hidden)
            })
            .and_then(|()| fields.set("recent", &recent, recent != there.recent))
            .map_err(|error| Error::io(path, std::io::Error::other(error.to_string())));
        written.and_then(|()| file::write_private(path, fields.to_ron().as_bytes()))
    }

    /// The recent files on disk, with what was remembered and forgotten here since `before`.
    fn merged_recent(&self, before: &Self, there: &Self) -> Vec<PathBuf> {
        let newest = before.recent.first();
        let remembered: Vec<_> = self.recent.iter().take_while(|path| Some(*path) != newest).collect();
        let is_forgotten = |path: &PathBuf| before.recent.contains(path) && !self.recent.contains(path);
        let others = there.recent.iter().filter(|path| !remembered.contains(path) && !is_forgotten(path));
        remembered.iter().copied().chain(others).take(RECENT).cloned().collect()
    }

    /// Puts a file first among the recent ones. A path that is not UTF-8 can't be remembered.
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

    /// The same with values out of range replaced.
    fn sound(mut self) -> Self {
        self.zoom = if self.zoom.is_finite() { self.zoom.clamp(*ZOOM.start(), *ZOOM.end()) } else { 1.0 };
        self.window = self.window.filter(|(width, height)| {
            [width, height].iter().all(|size| size.is_finite() && (100.0..=100_000.0).contains(*size))
        });
        self.recent.truncate(RECENT);
        self
    }
}

impl Fields {
    fn load(path: &Path) -> Self {
        let read = match file::read_bounded(path, MOST_BYTES) {
            Ok(bytes) => options().from_bytes(&bytes).map_err(|error| error.to_string()),
            Err(error) if matches!(*error.fault, Fault::NotFound) => return Self::default(),
            Err(error) => Err(error.to_string()),
        };
        read.unwrap_or_else(|error| {
            let aside = path.with_extension("ron.bad");
            log::warn!("settings are put aside as {}: {error}", aside.display());
            if let Err(error) = fs::rename(path, &aside) {
                log::warn!("{}: {error}", aside.display());
            }
            Self::default()
        })
    }

    /// None when the field is absent, or of another kind.
    fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        options().from_str(self.0.get(name)?.get_ron()).ok()
    }

    fn set(&mut self, name: &str, value: &impl Serialize, is_changed: bool) -> ron::error::SpannedResult<()> {
        if is_changed || !self.0.contains_key(name) {
            let text = options().to_string(value).unwrap_or_default();
            self.0.insert(name.to_owned(), RawValue::from_boxed_ron(text.into_boxed_str())?);
        }
        Ok(())
    }

    fn to_ron(&self) -> String {
        let mut out = "(\n".to_owned();
        for (name, value) in &self.0 {
            // Writing to a string doesn't fail.
            let _ = writeln!(out, "  {name}: {},", value.get_ron().trim());
        }
        out + ")\n"
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name(String);
        impl<'de> Deserialize<'de> for Name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Identifier;
                impl Visitor<'_> for Identifier {
                    type Value = Name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a field's name")
                    }

                    fn visit_str<E: de::Error>(self, name: &str) -> Result<Name, E> {
                        Ok(Name(name.to_owned()))
                    }
                }
                deserializer.deserialize_identifier(Identifier)
            }
        }

        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Fields;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("settings")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Fields::default();
                while let Some(Name(name)) = map.next_key()? {
                    fields.0.insert(name, map.next_value()?);
                }
                Ok(fields)
            }
        }
        deserializer.deserialize_struct("Settings", &[], Any)
    }
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// Writes settings on a thread of its own. Dropping it waits for the last ones.
#[derive(Debug)]
pub struct Writer {
    orders: Option<Sender<Settings>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// A writer for settings that have just been loaded.
    pub fn new(places: Places, loaded: Settings) -> Self {
        let (orders, receiver) = channel::<Settings>();
        let mut before = loaded;
        let thread = std::thread::Builder::new().name("settings".to_owned()).spawn(move || {
            while let Ok(order) = receiver.recv() {
                let settings = receiver.try_iter().last().unwrap_or(order);
                match settings.save(&before, &places) {
                    Ok(()) => before = settings,
                    // What differs is written with the next ones.
                    Err(error) => log::error!("settings: {error}"),
                }
            }
        });
        let thread = thread.inspect_err(|error| log::error!("settings can't be written: {error}")).ok();
        Self { orders: Some(orders), thread }
    }

    pub fn write(&self, settings: Settings) {
        if let Some(orders) = &self.orders {
            // A thread that has ended has said why in the log.
            let _ = orders.send(settings);
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(Err(_)) = self.thread.take().map(JoinHandle::join) {
            log::error!("the settings thread panicked");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places() -> (tempfile::TempDir, Places) {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::under(&folder.path().join("new"));
        (folder, places)
    }

    fn write(places: &Places, bytes: &[u8]) {
        fs::create_dir_all(places.settings().parent().expect("a folder")).expect("made");
        fs::write(places.settings(), bytes).expect("written");
    }

    fn some() -> Settings {
        Settings {
            language: Some("nb".to_owned()),
            appearance: Appearance::Dark,
            zoom: 1.25,
            window: Some((1280.0, 800.0)),
            ..Settings::default()
        }
    }

    #[test]
    fn written_and_read() {
        let (_folder, places) = places();
        assert_eq!(Settings::load(&places), Settings::default());
        let mut settings = some();
        settings.remember(Path::new("/no/such/file.ron"));
        settings.save(&Settings::default(), &places).expect("saved");
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
        write(&places, b"(zoom: NaN, window: (1.0, inf), new: {\"a\": [1]}, language: \"nb\")");
        assert_eq!(Settings::load(&places), Settings { language: Some("nb".to_owned()), ..Settings::default() });
    }

    #[test]
    fn fields_of_newer_versions_stay() {
        let (_folder, places) = places();
        write(&places, b"(panes: [Left(width: 3), Right], appearance: Contrast(4), zoom: 1.5, recent: [\"/a\"])");
        let before = Settings::load(&places);
        assert_eq!((before.zoom, before.appearance), (1.5, Appearance::System));
        let after = Settings { language: Some("en".to_owned()), ..before.clone() };
        after.save(&before, &places).expect("saved");
        let written = fs::read_to_string(places.settings()).expect("read");
        for kept in ["panes: [Left(width: 3), Right],", "appearance: Contrast(4),", "language: \"en\"", "/a"] {
            assert!(written.contains(kept), "{kept} in {written}");
        }
        // What is changed here is changed.
        let dark = Settings { appearance: Appearance::Dark, ..after.clone() };
        dark.save(&after, &places).expect("saved");
        assert_eq!(Settings::load(&places), dark);
    }

    #[test]
    fn windows_at_the_same_time_lose_nothing() {
        let (folder, places) = places();
        let at = |name: &str| folder.path().join(name);
        let mut first = Settings::default();
        first.remember(&at("old.ron"));
        first.remember(&at("older.ron"));
        first.save(&Settings::default(), &places).expect("saved");
        let threads: Vec<_> = (0..12)
            .map(|number| {
                let (places, path, before) = (places.clone(), at(&number.to_string()), first.clone());
                std::thread::spawn(move || {
                    let mut settings = before.clone();
                    settings.remember(&path);
                    if number == 3 {
                        settings.zoom = 2.0;
                    }
                    settings.save(&before, &places).expect("saved");
                })
            })
            .collect();
        for thread in threads {
            thread.join().expect("no panic");
        }
        let merged = Settings::load(&places);
        assert_eq!(merged.zoom.to_bits(), 2.0_f32.to_bits());
        for number in 0..12 {
            assert!(merged.recent.contains(&at(&number.to_string())), "{number}: {:?}", merged.recent);
        }
        let mut forgetful = merged.clone();
        forgetful.forget(&at("5"));
        forgetful.save(&merged, &places).expect("saved");
        assert!(!Settings::load(&places).recent.contains(&at("5")));
    }

    #[test]
    fn a_thread_writes_the_last_ones() {
        let (_folder, places) = places();
        let writer = Writer::new(places.clone(), Settings::default());
        for zoom in [1.1, 1.2, 1.3] {
            writer.write(Settings { zoom, ..Settings::default() });
        }
        drop(writer);
        assert_eq!(Settings::load(&places).zoom.to_bits(), 1.3_f32.to_bits());
    }

    #[test]
    fn what_cannot_be_read_is_kept_aside() {
        let (_folder, places) = places();
        for bad in [&b"(zoom: "[..], b"\xFF\xFE", b"", &b"[".repeat(100_000)] {
            write(&places, bad);
            assert_eq!(Settings::load(&places), Settings::default());
            assert_eq!(fs::read(places.settings().with_extension("ron.bad")).expect("kept"), bad);
            assert!(!places.settings().exists());
        }
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_them() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, places) = places();
        some().save(&Settings::default(), &places).expect("saved");
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(places.settings()), 0o600);
        assert_eq!(mode(places.settings().parent().expect("a folder")), 0o700);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn any_file_starts_the_program_and_can_be_written_over(
            bytes in prop::collection::vec(any::<u8>(), 0..60).prop_map(Some).boxed()
                .prop_union("[(]((zoom|recent|new|r#x|language): ?(1|\"a\"|None|Some[(]2[)]|[\\[]\"/a\"[\\]]|/[*]x[*]/ 4|-inf),? ?){0,4}[)]"
                    .prop_map(|text| Some(text.into_bytes())).boxed()),
        ) {
            let (_folder, places) = places();
            write(&places, &bytes.expect("some"));
            let before = Settings::load(&places);
            let after = Settings { language: Some("x".to_owned()), ..before.clone() };
            after.save(&before, &places).expect("saved");
            prop_assert_eq!(Settings::load(&places), after);
        }
    }
}
