//! How far a long piece of work has come, and the wish to stop it. Read without waiting for the office.

use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::sync::{
    Mutex,
    atomic::{AtomicBool, AtomicU64, Ordering},
};
use ts_rs::TS;

/// The progress of the one piece of work that runs at a time.
#[derive(Debug, Default)]
pub struct Progress {
    running: AtomicBool,
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
    phase: Mutex<String>,
}

/// Progress as the page sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressLine {
    /// Whether work is running now.
    pub running: bool,
    /// What is being done, in Vietnamese.
    pub phase: String,
    /// Steps done.
    pub done: u64,
    /// Steps in all; 0 when not known.
    pub total: u64,
}

impl Progress {
    /// Begins a phase of `total` steps (0: not known).
    pub fn begin(&self, phase: &str, total: u64) {
        phase.clone_into(&mut self.phase.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        self.running.store(true, Ordering::Relaxed);
    }

    /// One more step is done; refused when the person has asked to stop.
    pub fn step(&self) -> Result<()> {
        self.done.fetch_add(1, Ordering::Relaxed);
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(Error::refused("", "Đã dừng theo yêu cầu. Chưa có gì thay đổi."));
        }
        Ok(())
    }

    /// A command starts: what an earlier one left behind is cleared.
    pub fn reset(&self) {
        self.cancelled.store(false, Ordering::Relaxed);
        self.end();
    }

    /// A command has ended.
    pub fn end(&self) {
        self.running.store(false, Ordering::Relaxed);
    }

    /// Asks the running work to stop at its next step.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// How far it has come.
    pub fn line(&self) -> ProgressLine {
        ProgressLine {
            running: self.running.load(Ordering::Relaxed),
            phase: self.phase.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone(),
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
        }
    }
}
