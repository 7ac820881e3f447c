//! The user's folders for settings, copies and versions.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// Folders that need not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    settings: PathBuf,
    recovery: PathBuf,
    versions: PathBuf,
}

impl Places {
    /// The folders of this user; those under `NISJE_HOME` if that is set. None when the user has no home.
    pub fn of_user() -> Option<Self> {
        if let Some(home) = std::env::var_os("NISJE_HOME").filter(|home| !home.is_empty()) {
            return Some(Self::under(Path::new(&home)));
        }
        let dirs = ProjectDirs::from("", "", "Nisje")?;
        let state = dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir());
        Some(Self {
            settings: dirs.config_dir().join("settings.ron"),
            recovery: state.join("recovery"),
            versions: state.join("versions"),
        })
    }

    /// Everything in one folder.
    pub fn under(folder: &Path) -> Self {
        Self {
            settings: folder.join("settings.ron"),
            recovery: folder.join("recovery"),
            versions: folder.join("versions"),
        }
    }

    /// The file with the settings.
    pub fn settings(&self) -> &Path {
        &self.settings
    }

    /// The folder with the copies of unsaved work.
    pub fn recovery(&self) -> &Path {
        &self.recovery
    }

    /// The folder with earlier saved states of files.
    pub fn versions(&self) -> &Path {
        &self.versions
    }

    /// The folder with reports of panics.
    pub(super) fn crashes(&self) -> PathBuf {
        self.recovery.join("crashes")
    }

    /// The folder with the copies of unsaved work that were thrown away.
    pub(super) fn thrown(&self) -> PathBuf {
        self.recovery.join("thrown")
    }
}
