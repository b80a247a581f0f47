//! A file system of the database's that passes everything on to the real one and writes down what it was asked.
#![allow(unsafe_code, reason = "SQLite's file system is a table of C functions; there is no safe way to stand between")]

use rusqlite::ffi;
use std::{
    ffi::{CStr, OsStr, c_char, c_int, c_void},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, Once, PoisonError},
};

/// One thing that the database asked of the disk, or that the office called saved.
#[derive(Debug, Clone)]
pub enum Operation {
    Create { file: String },
    Write { file: String, at: usize, bytes: Vec<u8> },
    Cut { file: String, length: usize },
    Flush { file: String, kind: Kind },
    Remove { file: String, flushed: bool },
    Saved(usize),
}

/// What a file is to the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Main,
    Journal,
    Log,
}

/// Everything asked of the files of one folder, in order.
#[derive(Debug, Default)]
pub struct Recording {
    pub operations: Vec<Operation>,
}

impl Recording {
    /// The last thing that was called saved before this operation.
    pub fn saved_before(&self, end: usize) -> usize {
        let saved = self.operations[..end].iter().rev().find_map(|operation| match operation {
            Operation::Saved(turn) => Some(*turn),
            Operation::Create { .. }
            | Operation::Write { .. }
            | Operation::Cut { .. }
            | Operation::Flush { .. }
            | Operation::Remove { .. } => None,
        });
        saved.unwrap_or_default()
    }
}

/// Notes what was called saved.
pub fn saved(turn: usize) {
    note(|_| Some(Operation::Saved(turn)));
}

struct Watched {
    folder: PathBuf,
    operations: Vec<Operation>,
}

static WATCHED: Mutex<Option<Watched>> = Mutex::new(None);
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
static INSTALLED: Once = Once::new();

/// Makes the recorder the database's own file system, once; recordings take turns while the guard lives.
pub fn install() -> MutexGuard<'static, ()> {
    INSTALLED.call_once(register);
    ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Records what is asked of the files of a folder.
pub fn record(folder: &Path, work: impl FnOnce()) -> Recording {
    let watched = Watched { folder: folder.to_path_buf(), operations: Vec::new() };
    *WATCHED.lock().unwrap_or_else(PoisonError::into_inner) = Some(watched);
    work();
    let watched = WATCHED.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap();
    Recording { operations: watched.operations }
}

fn note(what: impl FnOnce(&Path) -> Option<Operation>) {
    if let Some(watched) = WATCHED.lock().unwrap_or_else(PoisonError::into_inner).as_mut()
        && let Some(operation) = what(&watched.folder)
    {
        watched.operations.push(operation);
    }
}

/// The file's own name, when it lies in the watched folder.
fn name_in(folder: &Path, path: &Path) -> Option<String> {
    (path.parent()? == folder).then(|| path.file_name().map(|name| name.to_string_lossy().into_owned()))?
}

/// An open file: ours first, the real one right behind it.
#[repr(C)]
struct Opened {
    base: ffi::sqlite3_file,
    /// Path and kind; null for files that nobody watches.
    about: *mut About,
}

struct About {
    path: PathBuf,
    kind: Kind,
}

/// SAFETY: callers pass a file that `open` below has filled, with the real file right behind it.
unsafe fn real(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    unsafe { file.cast::<u8>().add(size_of::<Opened>()).cast() }
}

/// SAFETY: as for `real`.
unsafe fn noted(file: *mut ffi::sqlite3_file, what: impl FnOnce(String, Kind) -> Operation) {
    let about = unsafe { (*file.cast::<Opened>()).about.as_ref() };
    if let Some(About { path, kind }) = about {
        note(|folder| name_in(folder, path).map(|name| what(name, *kind)));
    }
}

/// Calls the real file's method of that name.
macro_rules! pass {
    ($method:ident, $file:expr $(, $argument:expr)*) => {{
        // SAFETY: SQLite hands us files that our own `open` has filled, and keeps its promises about the other arguments.
        unsafe {
            let real = real($file);
            match (*(*real).pMethods).$method {
                Some(method) => method(real $(, $argument)*),
                None => ffi::SQLITE_NOTFOUND,
            }
        }
    }};
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    let answer = pass!(xClose, file);
    // SAFETY: `about` is null or was made by `Box::into_raw` in `open`, and a file is closed once.
    unsafe {
        let opened = file.cast::<Opened>();
        if !(*opened).about.is_null() {
            drop(Box::from_raw((*opened).about));
            (*opened).about = std::ptr::null_mut();
        }
    }
    answer
}

unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, to: *mut c_void, length: c_int, at: i64) -> c_int {
    pass!(xRead, file, to, length, at)
}

unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, from: *const c_void, length: c_int, at: i64) -> c_int {
    let answer = pass!(xWrite, file, from, length, at);
    if answer == ffi::SQLITE_OK {
        // SAFETY: SQLite promises `length` readable bytes at `from`.
        let bytes = unsafe { std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(length).unwrap()) };
        let at = usize::try_from(at).unwrap();
        // SAFETY: a file of ours.
        unsafe { noted(file, |file, _| Operation::Write { file, at, bytes: bytes.to_vec() }) };
    }
    answer
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, length: i64) -> c_int {
    let answer = pass!(xTruncate, file, length);
    let length = usize::try_from(length).unwrap();
    // SAFETY: a file of ours.
    unsafe { noted(file, |file, _| Operation::Cut { file, length }) };
    answer
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    // The temporary disk need not really flush: what counts is that SQLite asked for it.
    // SAFETY: a file of ours.
    unsafe { noted(file, |file, kind| Operation::Flush { file, kind }) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, size: *mut i64) -> c_int {
    pass!(xFileSize, file, size)
}

unsafe extern "C" fn lock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    pass!(xLock, file, level)
}

unsafe extern "C" fn unlock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    pass!(xUnlock, file, level)
}

unsafe extern "C" fn check_reserved_lock(file: *mut ffi::sqlite3_file, answer: *mut c_int) -> c_int {
    pass!(xCheckReservedLock, file, answer)
}

unsafe extern "C" fn file_control(file: *mut ffi::sqlite3_file, operation: c_int, argument: *mut c_void) -> c_int {
    pass!(xFileControl, file, operation, argument)
}

unsafe extern "C" fn sector_size(file: *mut ffi::sqlite3_file) -> c_int {
    pass!(xSectorSize, file)
}

unsafe extern "C" fn device_characteristics(file: *mut ffi::sqlite3_file) -> c_int {
    pass!(xDeviceCharacteristics, file)
}

unsafe extern "C" fn shm_map(
    file: *mut ffi::sqlite3_file,
    page: c_int,
    size: c_int,
    extend: c_int,
    to: *mut *mut c_void,
) -> c_int {
    pass!(xShmMap, file, page, size, extend, to)
}

unsafe extern "C" fn shm_lock(file: *mut ffi::sqlite3_file, offset: c_int, count: c_int, flags: c_int) -> c_int {
    pass!(xShmLock, file, offset, count, flags)
}

unsafe extern "C" fn shm_barrier(file: *mut ffi::sqlite3_file) {
    // SAFETY: a file of ours, as in `pass!`.
    unsafe {
        let real = real(file);
        if let Some(barrier) = (*(*real).pMethods).xShmBarrier {
            barrier(real);
        }
    }
}

unsafe extern "C" fn shm_unmap(file: *mut ffi::sqlite3_file, delete: c_int) -> c_int {
    pass!(xShmUnmap, file, delete)
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// SAFETY: callers pass our own file system, whose `pAppData` is the real one.
unsafe fn below(ours: *mut ffi::sqlite3_vfs) -> *mut ffi::sqlite3_vfs {
    unsafe { (*ours).pAppData.cast() }
}

/// SAFETY: `name` is null or a C string, as the database promises.
unsafe fn path_of(name: *const c_char) -> Option<PathBuf> {
    (!name.is_null()).then(|| {
        let bytes = unsafe { CStr::from_ptr(name) };
        #[cfg(unix)]
        let name = <OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes.to_bytes());
        #[cfg(not(unix))]
        let name = OsStr::new(bytes.to_str().unwrap());
        PathBuf::from(name)
    })
}

unsafe extern "C" fn open(
    ours: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives room for `szOsFile` bytes at `file`, which `register` made large enough for both files.
    unsafe {
        let path = path_of(name);
        let is_new = path.as_ref().is_some_and(|path| !path.exists());
        let opened = file.cast::<Opened>();
        (*opened).base.pMethods = std::ptr::null();
        (*opened).about = std::ptr::null_mut();
        let real_file = real(file);
        let below = below(ours);
        let answer = (*below).xOpen.unwrap()(below, name, real_file, flags, out);
        if (*real_file).pMethods.is_null() {
            return answer;
        }
        (*opened).base.pMethods = &raw const METHODS;
        let kind = if flags & ffi::SQLITE_OPEN_MAIN_DB != 0 {
            Some(Kind::Main)
        } else if flags & ffi::SQLITE_OPEN_WAL != 0 {
            Some(Kind::Log)
        } else if flags & ffi::SQLITE_OPEN_MAIN_JOURNAL != 0 {
            Some(Kind::Journal)
        } else {
            None
        };
        if let (Some(path), Some(kind)) = (path, kind) {
            (*opened).about = Box::into_raw(Box::new(About { path, kind }));
            if is_new && answer == ffi::SQLITE_OK {
                noted(file, |file, _| Operation::Create { file });
            }
        }
        answer
    }
}

unsafe extern "C" fn delete(ours: *mut ffi::sqlite3_vfs, name: *const c_char, flush: c_int) -> c_int {
    // SAFETY: our own file system and a C string, from SQLite.
    let (answer, path) = unsafe {
        let below = below(ours);
        ((*below).xDelete.unwrap()(below, name, flush), path_of(name))
    };
    if let (Some(path), true) = (path, answer == ffi::SQLITE_OK) {
        note(|folder| name_in(folder, &path).map(|file| Operation::Remove { file, flushed: flush != 0 }));
    }
    answer
}

/// Puts the recorder before the real file system and makes it the one that everybody uses.
fn register() {
    const NAME: &CStr = c"recorder";
    // SAFETY: the real file system lives for ever; ours is leaked, so it does too. All its other functions take their own
    // `sqlite3_vfs` only to find the real one's settings, which the copy carries.
    unsafe {
        let below = ffi::sqlite3_vfs_find(std::ptr::null());
        assert!(!below.is_null());
        let mut ours = *below;
        ours.pNext = std::ptr::null_mut();
        ours.zName = NAME.as_ptr();
        ours.szOsFile = c_int::try_from(size_of::<Opened>()).unwrap() + (*below).szOsFile;
        ours.pAppData = below.cast();
        ours.xOpen = Some(open);
        ours.xDelete = Some(delete);
        ours.xAccess = Some(access);
        ours.xFullPathname = Some(full_pathname);
        let ours = Box::leak(Box::new(ours));
        assert_eq!(ffi::sqlite3_vfs_register(ours, 1), ffi::SQLITE_OK);
    }
}

unsafe extern "C" fn access(ours: *mut ffi::sqlite3_vfs, name: *const c_char, flags: c_int, out: *mut c_int) -> c_int {
    // SAFETY: our own file system; the rest is passed on as it came.
    unsafe {
        let below = below(ours);
        (*below).xAccess.unwrap()(below, name, flags, out)
    }
}

unsafe extern "C" fn full_pathname(
    ours: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    length: c_int,
    out: *mut c_char,
) -> c_int {
    // SAFETY: our own file system; the rest is passed on as it came.
    unsafe {
        let below = below(ours);
        (*below).xFullPathname.unwrap()(below, name, length, out)
    }
}
