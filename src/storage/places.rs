//! Where the program keeps what is not a project.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The user's folders for the program. They need not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    settings: PathBuf,
    recovery: PathBuf,
}

impl Places {
    /// The folders of this user; those under `NISJE_HOME` if that is set. None when the user has no home.
    pub fn of_user() -> Option<Self> {
        if let Some(home) = std::env::var_os("NISJE_HOME").filter(|home| !home.is_empty()) {
            return Some(Self::under(Path::new(&home)));
        }
        let dirs = ProjectDirs::from("", "", "Nisje")?;
        let state = dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir());
        Some(Self { settings: dirs.config_dir().join("settings.ron"), recovery: state.join("recovery") })
    }

    /// Everything in one folder.
    pub fn under(folder: &Path) -> Self {
        Self { settings: folder.join("settings.ron"), recovery: folder.join("recovery") }
    }

    /// The file with the settings.
    pub fn settings(&self) -> &Path {
        &self.settings
    }

    /// The folder with the copies of unsaved work.
    pub fn recovery(&self) -> &Path {
        &self.recovery
    }
}
