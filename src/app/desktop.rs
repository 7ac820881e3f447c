//! What the desktop offers.

use std::io;
use std::path::Path;

/// Whether a desktop's file dialog can be expected to answer: a session bus with a portal, or zenity.
pub fn native_dialogs_answer() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| Path::new(&folder).join("bus").exists());
    let zenity = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join("zenity").exists()));
    bus || zenity
}

/// Opens a file or folder with the program that the desktop has for it, without waiting for it.
pub fn open(path: &Path) -> io::Result<()> {
    open::that_detached(path)
}
