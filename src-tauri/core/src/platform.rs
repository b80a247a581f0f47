//! The few questions that each system answers in its own way.

use std::io;
use std::path::Path;

use crate::place::Disk;

/// Which kind of disk lies under an existing folder.
#[cfg(target_os = "linux")]
pub(crate) fn disk_under(folder: &Path) -> io::Result<Disk> {
    let filesystem = rustix::fs::statfs(folder)?;
    let mount = rustix::fs::statvfs(folder)?;
    // Only the low 32 bits of the magic number count; some systems hand it over with the sign bit drawn out.
    let magic = u32::try_from(i128::from(filesystem.f_type) & 0xFFFF_FFFF).unwrap_or_default();
    if NETWORK.contains(&magic) || (magic == FUSE && !fuse_is_local(folder)) {
        return Ok(Disk::Network);
    }
    if mount.f_flag.contains(rustix::fs::StatVfsMountFlags::RDONLY) {
        return Ok(Disk::ReadOnly);
    }
    Ok(if sits_on_removable(folder) { Disk::Removable } else { Disk::Local })
}

/// NFS, SMB (three of its names), CIFS, Coda, NCP, AFS (two), Ceph, 9P, Lustre, GFS2, OCFS2: from `linux/magic.h` and `statfs(2)`.
#[cfg(target_os = "linux")]
const NETWORK: [u32; 13] = [
    0x6969,
    0x517B,
    0xFE53_4D42,
    0xFF53_4D42,
    0x7375_7245,
    0x564C,
    0x5346_414F,
    0x6B41_4653,
    0x00C3_6400,
    0x0102_1997,
    0x0BD0_0BD0,
    0x0116_1970,
    0x7461_636F,
];
#[cfg(target_os = "linux")]
const FUSE: u32 = 0x6573_5546;

/// FUSE carries sshfs and rclone as well as NTFS on a local disk; the mount table knows which.
#[cfg(target_os = "linux")]
fn fuse_is_local(folder: &Path) -> bool {
    mount_of(folder).is_some_and(|mount| ["fuseblk", "fuse.ntfs-3g", "fuse.exfat"].contains(&mount.kind.as_str()))
}

#[cfg(target_os = "linux")]
fn sits_on_removable(folder: &Path) -> bool {
    let Some(mount) = mount_of(folder) else { return false };
    let Some(name) = mount.device.strip_prefix("/dev/") else { return false };
    // A partition's folder in sysfs lies inside its disk's, and only the disk says whether it can be pulled out.
    let Ok(block) = Path::new("/sys/class/block").join(name).canonicalize() else { return false };
    let by_usb = block.components().any(|part| part.as_os_str().to_string_lossy().starts_with("usb"));
    let says_so = block
        .ancestors()
        .take(2)
        .any(|above| std::fs::read_to_string(above.join("removable")).is_ok_and(|answer| answer.trim() == "1"));
    by_usb || says_so
}

#[cfg(target_os = "linux")]
struct Mount {
    device: String,
    kind: String,
}

/// The mount that a folder lies on: the longest mount point above it, the last of its equals.
#[cfg(target_os = "linux")]
fn mount_of(folder: &Path) -> Option<Mount> {
    let table = std::fs::read_to_string("/proc/self/mounts").ok()?;
    table
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            let device = words.next()?.to_owned();
            let point = words.next()?.replace(r"\040", " ").replace(r"\011", "\t").replace(r"\134", r"\");
            let kind = words.next()?.to_owned();
            folder.starts_with(&point).then_some((point.len(), Mount { device, kind }))
        })
        .max_by_key(|(length, _)| *length)
        .map(|(_, mount)| mount)
}

/// Which kind of disk lies under an existing folder.
#[cfg(windows)]
#[allow(unsafe_code, reason = "Windows tells the kind of a drive only through this call, and no kept library wraps it")]
pub(crate) fn disk_under(folder: &Path) -> io::Result<Disk> {
    use std::os::windows::ffi::OsStrExt;
    use std::path::Component;
    use windows_sys::Win32::Storage::FileSystem::GetDriveTypeW;

    // From winbase.h: DRIVE_REMOVABLE, DRIVE_REMOTE, DRIVE_CDROM.
    const REMOVABLE: u32 = 2;
    const REMOTE: u32 = 4;
    const DISC: u32 = 5;
    let Some(Component::Prefix(prefix)) = folder.components().next() else {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "a path without a drive"));
    };
    let letter = match prefix.kind() {
        std::path::Prefix::Disk(letter) | std::path::Prefix::VerbatimDisk(letter) => letter,
        std::path::Prefix::UNC(..) | std::path::Prefix::VerbatimUNC(..) => return Ok(Disk::Network),
        std::path::Prefix::Verbatim(_) | std::path::Prefix::DeviceNS(_) => return Ok(Disk::Local),
    };
    let root: Vec<u16> =
        std::ffi::OsString::from(format!("{}:\\", char::from(letter))).encode_wide().chain([0]).collect();
    // SAFETY: `root` is a valid UTF-16 string that ends with zero and outlives the call, which only reads it.
    let kind = unsafe { GetDriveTypeW(root.as_ptr()) };
    Ok(match kind {
        REMOVABLE => Disk::Removable,
        REMOTE => Disk::Network,
        DISC => Disk::ReadOnly,
        _ => Disk::Local,
    })
}

/// Which kind of disk lies under an existing folder: on other systems we only know whether it takes writing.
#[cfg(not(any(target_os = "linux", windows)))]
pub(crate) fn disk_under(folder: &Path) -> io::Result<Disk> {
    let read_only = std::fs::metadata(folder)?.permissions().readonly();
    Ok(if read_only { Disk::ReadOnly } else { Disk::Local })
}
