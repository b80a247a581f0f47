//! The process that reads workbooks: a hostile or broken file can at worst end it, never the office.
//!
//! The office sends the bytes of a file and gets a [`Workbook`] back; one worker reads many files in turn and is started again
//! after a death. The worker gets no path and opens nothing itself.

use std::io::{self, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use crate::office::Worker;

use super::{MOST_BYTES, Unreadable, Workbook, read};

/// How long one file may take.
pub const MOST_TIME: Duration = Duration::from_mins(1);
/// Most memory of the worker, in bytes.
#[cfg(unix)]
const MOST_MEMORY: u64 = 512 * 1024 * 1024;
/// Nothing larger is believed to be an answer.
const MOST_ANSWER: u64 = 1024 * 1024 * 1024;

/// Reads files through a worker process.
pub struct Reader {
    worker: Worker,
    time: Duration,
    running: Option<Running>,
}

/// A worker that waits for files.
struct Running {
    child: Child,
    files: ChildStdin,
    answers: Receiver<Vec<u8>>,
}

impl Reader {
    /// A reader by this program; it is started when the first file comes.
    pub fn new(worker: Worker) -> Reader {
        Reader { worker, time: MOST_TIME, running: None }
    }

    /// The same with another limit of time, for tests.
    #[must_use]
    pub fn within(mut self, time: Duration) -> Reader {
        self.time = time;
        self
    }

    /// Reads one workbook.
    pub fn read(&mut self, bytes: &[u8]) -> Result<Workbook, Unreadable> {
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
            return read(bytes);
        }
        let mut running = match self.running.take() {
            Some(running) => running,
            None => Running::start(&self.worker).map_err(|_| Unreadable::ReaderDied)?,
        };
        if write_frame(&mut running.files, bytes).is_err() {
            running.stop();
            return Err(Unreadable::ReaderDied);
        }
        match running.answers.recv_timeout(self.time) {
            Ok(answer) => {
                self.running = Some(running);
                postcard::from_bytes(&answer).unwrap_or(Err(Unreadable::ReaderDied))
            }
            Err(RecvTimeoutError::Timeout) => {
                running.stop();
                Err(Unreadable::TooSlow)
            }
            Err(RecvTimeoutError::Disconnected) => {
                running.stop();
                Err(Unreadable::ReaderDied)
            }
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop();
        }
    }
}

impl Running {
    fn start(worker: &Worker) -> io::Result<Running> {
        let mut command = Command::new(&worker.program);
        command.args(&worker.arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        hide_console(&mut command);
        let mut child = command.spawn()?;
        let files = child.stdin.take().ok_or_else(|| io::Error::other("no way in"))?;
        let mut out = child.stdout.take().ok_or_else(|| io::Error::other("no way out"))?;
        let (sender, answers) = channel();
        std::thread::spawn(move || {
            while let Ok(Some(answer)) = read_frame(&mut out, MOST_ANSWER) {
                if sender.send(answer).is_err() {
                    break;
                }
            }
        });
        Ok(Running { child, files, answers })
    }

    /// Ends the worker, whatever it is doing.
    fn stop(mut self) {
        drop(self.files);
        // It may have ended by itself already; either way nothing remains of it.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Windows opens a console window for a program of the terminal unless told otherwise.
#[cfg(windows)]
fn hide_console(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn hide_console(_command: &mut Command) {}

/// What the worker program does: reads workbooks from its input until the input ends.
pub fn serve() -> io::Result<()> {
    limit_memory();
    // What a reader stumbles over is told in the answer; the text of a panic could quote the file.
    std::panic::set_hook(Box::new(|_| {}));
    let mut files = io::stdin().lock();
    let mut answers = io::stdout().lock();
    while let Some(bytes) = read_frame(&mut files, MOST_BYTES)? {
        let answer = std::panic::catch_unwind(|| read(&bytes))
            .unwrap_or_else(|_| Err(Unreadable::Corrupt("the reader stumbled".to_owned())));
        write_frame(&mut answers, &postcard::to_extend(&answer, Vec::new()).map_err(io::Error::other)?)?;
    }
    Ok(())
}

/// On Unix the system ends a worker that wants more. On Windows the caps of the readers are the only limit so far.
fn limit_memory() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let limit = Rlimit { current: Some(MOST_MEMORY), maximum: Some(MOST_MEMORY) };
        // Data, not address space: the window's program maps hundreds of megabytes of WebKit before it reads a row.
        // A stricter limit that was set from outside stays.
        setrlimit(Resource::Data, limit).ok();
    }
}

/// A length of eight bytes, then as many bytes.
fn write_frame(out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let length = u64::try_from(bytes.len()).map_err(io::Error::other)?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(bytes)?;
    out.flush()
}

/// The next frame; none at the end.
fn read_frame(input: &mut impl Read, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0_u8; 8];
    match input.read_exact(&mut length) {
        Ok(()) => {}
        Err(end) if end.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(fault) => return Err(fault),
    }
    let length = u64::from_le_bytes(length);
    if length > most {
        return Err(io::Error::other("frame over the limit"));
    }
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(0) < length {
        Err(io::Error::other("frame cut off"))
    } else {
        Ok(Some(bytes))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn frames_come_back_whole_and_ends_are_seen() {
        let mut wire = Vec::new();
        write_frame(&mut wire, b"mot").unwrap();
        write_frame(&mut wire, b"").unwrap();
        let mut input = wire.as_slice();
        assert_eq!(read_frame(&mut input, 10).unwrap().unwrap(), b"mot");
        assert_eq!(read_frame(&mut input, 10).unwrap().unwrap(), b"");
        assert!(read_frame(&mut input, 10).unwrap().is_none());
        let long = 11_u64.to_le_bytes();
        assert!(read_frame(&mut long.as_slice(), 10).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_worker_that_dies_or_sleeps_is_told_apart() {
        let worker = |program: &str, arguments: &[&str]| Worker {
            program: program.into(),
            arguments: arguments.iter().map(|word| (*word).to_owned()).collect(),
        };
        assert_eq!(Reader::new(worker("/bin/false", &[])).read(b"x"), Err(Unreadable::ReaderDied));
        assert_eq!(Reader::new(worker("/nowhere", &[])).read(b"x"), Err(Unreadable::ReaderDied));
        let mut slow = Reader::new(worker("/bin/sleep", &["5"])).within(Duration::from_millis(50));
        assert_eq!(slow.read(b"x"), Err(Unreadable::TooSlow));
    }
}
