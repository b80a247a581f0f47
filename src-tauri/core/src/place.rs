//! Is this folder fit for the office's data?
//!
//! The file must lie on a disk of this very machine. On a network share two machines may write at once; a USB stick is pulled out
//! and lies about what it has written; a synced folder copies half-written files about and brings old ones back.

use std::io;
use std::path::{Path, PathBuf};

use crate::platform;

/// The judgement on a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A disk of this machine.
    Fit,
    /// The data must not lie there.
    Unfit(Unfit),
}

/// Why the data must not lie in a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// A share of another machine.
    Network,
    /// A USB stick, a card, a floppy.
    Removable,
    /// A disc, or a disk that takes no writing.
    ReadOnly,
    /// A folder that this program copies to the internet.
    Synced(Sync),
}

/// A program that keeps folders in step over the internet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sync {
    /// Microsoft's.
    OneDrive,
    /// Dropbox.
    Dropbox,
    /// Google's.
    GoogleDrive,
    /// Apple's.
    ICloud,
    /// Box, pCloud, MEGA, Nextcloud, ownCloud, Syncthing, Yandex.
    Other,
}

impl Sync {
    fn name(self) -> &'static str {
        match self {
            Self::OneDrive => "OneDrive",
            Self::Dropbox => "Dropbox",
            Self::GoogleDrive => "Google Drive",
            Self::ICloud => "iCloud",
            Self::Other => "đồng bộ lên mạng",
        }
    }
}

impl Unfit {
    /// The sentence for the clerk: why not, and where instead.
    pub fn sentence(self) -> String {
        match self {
            Self::Network => "Thư mục này nằm trên máy khác trong mạng: hai máy cùng ghi sẽ làm hỏng dữ liệu. \
                Hãy chọn một thư mục trên ổ đĩa của chính máy này."
                .into(),
            Self::Removable => "Thư mục này nằm trên USB hoặc thẻ nhớ, rút ra lúc đang ghi sẽ làm hỏng dữ liệu. \
                Hãy chọn một thư mục trên ổ đĩa của máy; USB dùng để giữ bản sao lưu."
                .into(),
            Self::ReadOnly => {
                "Ổ đĩa này chỉ cho đọc, không ghi được. Hãy chọn một thư mục trên ổ đĩa của máy mà bạn có quyền ghi."
                    .into()
            }
            Self::Synced(sync) => format!(
                "Thư mục này do {} tự động đồng bộ, có thể đưa lại tệp cũ đè lên dữ liệu mới. \
                Hãy chọn một thư mục khác trên ổ đĩa của máy, ngoài thư mục đồng bộ.",
                match sync {
                    Sync::Other => "một chương trình",
                    Sync::OneDrive | Sync::Dropbox | Sync::GoogleDrive | Sync::ICloud => sync.name(),
                }
            ),
        }
    }
}

/// What the system says about the disk under a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disk {
    /// Built in, as far as the system knows.
    Local,
    /// Reached over the network.
    Network,
    /// Can be pulled out.
    Removable,
    /// Takes no writing.
    ReadOnly,
}

/// Judges a folder that need not exist yet: what counts is the nearest folder above it that does.
pub fn judge(folder: &Path) -> io::Result<Place> {
    let roots: Vec<(Sync, PathBuf)> = SYNC_ROOTS
        .iter()
        .filter_map(|(variable, sync)| Some((*sync, PathBuf::from(std::env::var_os(variable)?))))
        .filter(|(_, root)| !root.as_os_str().is_empty())
        .collect();
    let existing = nearest(folder)?;
    let real = existing.canonicalize()?;
    let disk = platform::disk_under(&real)?;
    Ok(weigh(folder, &roots, disk).or_unfit(weigh(&real, &roots, disk)))
}

impl Place {
    fn or_unfit(self, other: Self) -> Self {
        match self {
            Self::Fit => other,
            Self::Unfit(_) => self,
        }
    }

    /// The sentence, where there is something to say against the folder.
    pub fn sentence(self) -> Option<String> {
        match self {
            Self::Fit => None,
            Self::Unfit(unfit) => Some(unfit.sentence()),
        }
    }
}

/// The judgement itself, from what is known.
fn weigh(folder: &Path, sync_roots: &[(Sync, PathBuf)], disk: Disk) -> Place {
    if is_share_name(folder) {
        return Place::Unfit(Unfit::Network);
    }
    match disk {
        Disk::Network => return Place::Unfit(Unfit::Network),
        Disk::ReadOnly => return Place::Unfit(Unfit::ReadOnly),
        Disk::Removable => return Place::Unfit(Unfit::Removable),
        Disk::Local => {}
    }
    let by_root = sync_roots.iter().find(|(_, root)| folder.starts_with(root)).map(|(sync, _)| *sync);
    match by_root.or_else(|| sync_by_name(folder)) {
        Some(sync) => Place::Unfit(Unfit::Synced(sync)),
        None => Place::Fit,
    }
}

const SYNC_ROOTS: [(&str, Sync); 3] =
    [("OneDrive", Sync::OneDrive), ("OneDriveConsumer", Sync::OneDrive), ("OneDriveCommercial", Sync::OneDrive)];

/// Folder names that sync programs give: `OneDrive - Liên đoàn`, `Dropbox (Personal)`, `Google Drive`, `iCloudDrive`.
fn sync_by_name(folder: &Path) -> Option<Sync> {
    folder.components().find_map(|part| {
        let name = part.as_os_str().to_string_lossy().to_lowercase();
        let is =
            |word: &str| name == word || name.strip_prefix(word).is_some_and(|rest| rest.starts_with([' ', '-', '(']));
        if is("onedrive") {
            Some(Sync::OneDrive)
        } else if is("dropbox") {
            Some(Sync::Dropbox)
        } else if ["google drive", "googledrive", "my drive", "drivefs"].iter().any(|word| is(word)) {
            Some(Sync::GoogleDrive)
        } else if ["iclouddrive", "icloud drive", "mobile documents"].iter().any(|word| is(word)) {
            Some(Sync::ICloud)
        } else if [
            "box sync",
            "pcloud",
            "pclouddrive",
            "megasync",
            "mega",
            "nextcloud",
            "owncloud",
            "syncthing",
            "yandex.disk",
            "yandexdisk",
        ]
        .iter()
        .any(|word| is(word))
        {
            Some(Sync::Other)
        } else {
            None
        }
    })
}

/// `\\server\share` and its long form, however the path got here.
fn is_share_name(folder: &Path) -> bool {
    let name = folder.to_string_lossy();
    let long_form = name.strip_prefix(r"\\?\");
    match long_form {
        Some(rest) => rest.to_ascii_uppercase().starts_with(r"UNC\"),
        None => name.starts_with(r"\\") && !name.starts_with(r"\\.\"),
    }
}

fn nearest(folder: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(folder)?;
    whole
        .ancestors()
        .find(|above| above.exists())
        .map(Path::to_path_buf)
        .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "no folder above this one exists"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    fn on(disk: Disk, folder: &str) -> Place {
        weigh(Path::new(folder), &[(Sync::OneDrive, PathBuf::from("/home/lan/Tài liệu"))], disk)
    }

    #[test]
    fn a_disk_of_this_machine_is_fit() {
        assert_eq!(on(Disk::Local, "/home/lan/so-vang"), Place::Fit);
        assert_eq!(on(Disk::Local, r"C:\Users\Lan\AppData\Local\vn.sovang.app"), Place::Fit);
        assert_eq!(on(Disk::Local, r"\\?\C:\Users\Lan\AppData"), Place::Fit);
        let here = tempfile::tempdir().unwrap();
        assert_eq!(judge(&here.path().join("not").join("there yet")).unwrap(), Place::Fit);
    }

    #[test]
    fn a_share_a_stick_and_a_disc_are_not() {
        assert_eq!(on(Disk::Network, "/mnt/phong"), Place::Unfit(Unfit::Network));
        assert_eq!(on(Disk::Removable, r"E:\so-vang"), Place::Unfit(Unfit::Removable));
        assert_eq!(on(Disk::ReadOnly, "/cdrom"), Place::Unfit(Unfit::ReadOnly));
        assert_eq!(on(Disk::Local, r"\\may-chu\chung"), Place::Unfit(Unfit::Network));
        assert_eq!(on(Disk::Local, r"\\?\UNC\may-chu\chung"), Place::Unfit(Unfit::Network));
    }

    #[test]
    fn a_synced_folder_is_known_by_its_name_or_by_the_system() {
        let synced = |folder: &str| match on(Disk::Local, folder) {
            Place::Unfit(Unfit::Synced(sync)) => Some(sync),
            Place::Unfit(_) | Place::Fit => None,
        };
        assert_eq!(synced("/home/lan/Tài liệu/so-vang"), Some(Sync::OneDrive));
        assert_eq!(synced("/home/lan/OneDrive - Liên đoàn Lao động/so-vang"), Some(Sync::OneDrive));
        assert_eq!(synced("/home/lan/Dropbox (Personal)"), Some(Sync::Dropbox));
        assert_eq!(synced("/home/lan/Google Drive/My Drive"), Some(Sync::GoogleDrive));
        assert_eq!(synced("/home/lan/iCloudDrive/x"), Some(Sync::ICloud));
        assert_eq!(synced("/home/lan/Nextcloud/x"), Some(Sync::Other));
        assert_eq!(synced("/home/lan/dropboxes"), None);
        assert_eq!(
            synced("/home/lan/mega-tiệc"),
            Some(Sync::Other),
            "a false alarm costs one more click, a miss the data"
        );
    }

    #[test]
    fn every_refusal_says_where_instead() {
        for unfit in [Unfit::Network, Unfit::Removable, Unfit::ReadOnly, Unfit::Synced(Sync::Other)] {
            let sentence = unfit.sentence();
            assert!(sentence.contains("Hãy chọn") && sentence.ends_with('.'), "{sentence}");
        }
    }
}
