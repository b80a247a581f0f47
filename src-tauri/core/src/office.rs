//! The office: one open register, the person at it, and the pen.
//!
//! Writing is possible only inside [`Office::act`]; what it changes is journalled, can be undone, and tells the page
//! what to read again.

use crate::{
    clock::{Clock, StillClock},
    error::{Error, Result},
    file,
    id::ActId,
    journal::{self, Entry, Hand, Noted, Undone, What},
    keys,
    progress::Progress,
    schema,
    tray::Tray,
    vault::Key,
    witness::Witness,
};
use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use std::{
    cell::RefCell,
    ops::Deref,
    path::{Path, PathBuf},
    sync::Arc,
};
use ts_rs::TS;

/// What a write answers: its value, the act (none when nothing changed) and the tables that it touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Done<T> {
    /// What the command answers.
    pub value: T,
    /// The act, for "Hoàn tác".
    pub act: Option<ActId>,
    /// The tables whose readers must read again.
    pub touched: Vec<String>,
}

impl<T> Done<T> {
    /// The same act with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Done<U> {
        Done { value: change(self.value), act: self.act, touched: self.touched }
    }
}

/// One open office.
pub struct Office {
    db: Connection,
    clock: Arc<dyn Clock>,
    who: String,
    folder: PathBuf,
    worker: Option<Worker>,
    progress: Arc<Progress>,
    /// Files that the person has laid ready.
    pub tray: Tray,
    lists: RefCell<crate::lists::Lists>,
    witness: Witness,
}

/// The program that reads workbooks in a process of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    /// The program's path.
    pub program: PathBuf,
    /// The words that make it a worker.
    pub arguments: Vec<String>,
}

/// How an office is opened.
pub struct Opening {
    /// The folder that holds `register.sovang`.
    pub folder: PathBuf,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The workbook reader; none: workbooks cannot be read.
    pub worker: Option<Worker>,
    /// Where long work tells how far it is.
    pub progress: Arc<Progress>,
}

/// The register's file name in its folder.
pub const REGISTER: &str = "register.sovang";

impl Office {
    /// Opens the register of a folder, making or upgrading it. `before_step` copies the file before a schema step.
    pub fn open(opening: Opening, key: &Key, before_step: impl FnOnce(&Connection) -> Result<()>) -> Result<Self> {
        let mut db = file::open(&opening.folder.join(REGISTER), key)?;
        match schema::shape(&db)? {
            schema::Shape::Current => {}
            schema::Shape::Blank => schema::climb(&mut db)?,
            schema::Shape::Older => {
                before_step(&db)?;
                schema::climb(&mut db)?;
            }
        }
        // before the journal listens: a key is no fact, and nobody did this
        keys::renew(&mut db, &opening.progress)?;
        Self::over(db, opening)
    }

    fn over(db: Connection, opening: Opening) -> Result<Self> {
        journal::prepare(&db)?;
        let Opening { folder, clock, worker, progress } = opening;
        Ok(Self {
            db,
            clock,
            who: String::new(),
            witness: Witness::beside(&folder),
            folder,
            worker,
            progress,
            tray: Tray::default(),
            lists: RefCell::default(),
        })
    }

    /// An office in memory that thinks it is `today`: for trials and tests.
    pub fn trial(today: NaiveDate) -> Result<Self> {
        let mut db = file::in_memory()?;
        schema::climb(&mut db)?;
        let opening = Opening {
            folder: PathBuf::new(),
            clock: Arc::new(StillClock::at(today)),
            worker: None,
            progress: Arc::default(),
        };
        let mut office = Self::over(db, opening)?;
        office.sit("Thử nghiệm");
        Ok(office)
    }

    /// The person sits down: from now on, acts carry this name.
    pub fn sit(&mut self, who: &str) {
        who.clone_into(&mut self.who);
    }

    /// Who is at the desk; empty when nobody has said.
    pub fn who(&self) -> &str {
        &self.who
    }

    /// The register, to read from. Writing through it is aborted: take the pen.
    pub fn db(&self) -> &Connection {
        &self.db
    }

    /// Today, by the office's clock.
    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// Now, by the office's clock.
    pub fn now(&self) -> DateTime<FixedOffset> {
        self.clock.now()
    }

    /// The office's clock itself.
    pub fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock)
    }

    /// The folder with the register.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The workbook reader.
    pub fn worker(&self) -> Result<&Worker> {
        self.worker.as_ref().ok_or_else(|| Error::broken("worker", "no workbook reader was given"))
    }

    /// Where long work says how far it is.
    pub fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    /// Remembered orders of long lists.
    pub(crate) fn lists(&self) -> &RefCell<crate::lists::Lists> {
        &self.lists
    }

    /// Does one thing, as big as what the person thinks of as one step: all of it or nothing.
    pub fn act<T>(&mut self, what: What, write: impl FnOnce(&Pen<'_>) -> Result<T>) -> Result<Done<T>> {
        self.write(what, "do", write)
    }

    /// Writes down something that is not the person's own step (when a backup was made): outside undo and redo.
    pub fn keep<T>(&mut self, what: What, write: impl FnOnce(&Pen<'_>) -> Result<T>) -> Result<Done<T>> {
        self.write(what, "keep", write)
    }

    fn write<T>(&mut self, what: What, kind: &str, write: impl FnOnce(&Pen<'_>) -> Result<T>) -> Result<Done<T>> {
        let now = self.now();
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let act = journal::begin(&tx)?;
        let pen = Pen { db: &tx, now, act, detail: RefCell::default(), barred: RefCell::default() };
        let value = write(&pen)?;
        let entry = Entry {
            what: what.id,
            label: what.label,
            detail: pen.detail.take(),
            who: &self.who,
            at: stamp(now),
            kind,
            undoes: None,
            root: None,
            barred: pen.barred.take(),
        };
        let written = journal::finish(&tx, act, &entry)?;
        tx.commit()?;
        Ok(self.done(value, written.as_ref().map(|_| act), written))
    }

    /// Takes back one act whole: the last one, or the one named.
    pub fn undo(&mut self, act: Option<ActId>) -> Result<Done<Undone>> {
        self.reverse(|db, hand| journal::undo(db, hand, act))
    }

    /// Does again what was undone last.
    pub fn redo(&mut self) -> Result<Done<Undone>> {
        self.reverse(journal::redo)
    }

    /// Takes back one act, leaving and naming what was changed since.
    pub fn undo_keeping_edited(&mut self, act: ActId) -> Result<Done<Undone>> {
        self.reverse(|db, hand| journal::undo_keeping_edited(db, hand, act))
    }

    fn reverse(
        &mut self,
        how: impl FnOnce(&Connection, &Hand<'_>) -> Result<(Undone, Option<Noted>)>,
    ) -> Result<Done<Undone>> {
        let at = stamp(self.now());
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (undone, written) = how(&tx, &Hand { who: &self.who, at, progress: &self.progress })?;
        tx.commit()?;
        let act = undone.act;
        Ok(self.done(undone, Some(act), written))
    }

    /// What follows every commit; `act` is what the person may take back.
    fn done<T>(&mut self, value: T, act: Option<ActId>, written: Option<Noted>) -> Done<T> {
        if let Some(written) = &written {
            self.witness.note(written);
            self.lists.get_mut().forget(&written.touched);
        }
        Done { value, act, touched: written.map(|written| written.touched).unwrap_or_default() }
    }

    /// Closes the file; the write-ahead log is folded in first.
    pub fn close(self) -> Result<()> {
        self.db.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
        self.db.close().map_err(|(_, error)| Error::from(error))
    }
}

fn stamp(now: DateTime<FixedOffset>) -> String {
    now.to_rfc3339_opts(SecondsFormat::Millis, false)
}

/// Leave to write, for as long as one act lasts.
pub struct Pen<'a> {
    db: &'a Connection,
    now: DateTime<FixedOffset>,
    act: ActId,
    detail: RefCell<String>,
    barred: RefCell<Option<String>>,
}

impl Pen<'_> {
    /// When the act happens.
    pub fn now(&self) -> DateTime<FixedOffset> {
        self.now
    }

    /// The day of the act.
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// The act that is being written.
    pub fn act(&self) -> ActId {
        self.act
    }

    /// Adds counts or numbers to the act's line in the history ("12 đoàn viên"). Never personal data.
    pub fn detail(&self, text: impl Into<String>) {
        self.detail.replace(text.into());
    }

    /// This act has no undo; the sentence says why and what to do instead.
    pub fn bar(&self, sentence: impl Into<String>) {
        self.barred.replace(Some(sentence.into()));
    }
}

impl Deref for Pen<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.db
    }
}
