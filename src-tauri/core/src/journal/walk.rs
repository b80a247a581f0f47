//! The chain is walked beside the work, once each time an office is opened: nobody waits for it, and what it finds is told.

use super::{said, verify};
use crate::error::Result;
use rusqlite::{Connection, InterruptHandle};
use std::{
    sync::{Arc, OnceLock},
    thread::{JoinHandle, sleep, spawn},
    time::Duration,
};

/// A walk along the chain on a connection of its own. It ends with its owner, at once.
pub(crate) struct Walk {
    told: Arc<OnceLock<String>>,
    stop: InterruptHandle,
    thread: Option<JoinHandle<()>>,
}

impl Walk {
    /// Sets out.
    pub(crate) fn begin(db: Connection) -> Self {
        let told = Arc::new(OnceLock::new());
        let stop = db.get_interrupt_handle();
        let teller = Arc::clone(&told);
        let thread = spawn(move || {
            // A walk that was stopped, or met a page that cannot be read, has found nothing; whoever reads that page tells it.
            if let Ok(Some(sentence)) = fault(&db) {
                teller.get_or_init(|| sentence);
            }
        });
        Self { told, stop, thread: Some(thread) }
    }

    /// What was found, as a sentence; none: nothing yet, or all is as it was written.
    pub(crate) fn told(&self) -> Option<String> {
        self.told.get().cloned()
    }
}

fn fault(db: &Connection) -> Result<Option<String>> {
    verify(db)?.map(|fault| said(db, &fault)).transpose()
}

impl Drop for Walk {
    fn drop(&mut self) {
        let Some(thread) = self.thread.take() else { return };
        // between two statements there is nothing to interrupt: asked until it has ended
        while !thread.is_finished() {
            self.stop.interrupt();
            sleep(Duration::from_millis(1));
        }
        drop(thread.join());
    }
}
