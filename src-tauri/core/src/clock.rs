//! Time comes in as an argument, so that every test can travel in it.

use chrono::{DateTime, FixedOffset, Local, NaiveDate};

/// Tells the time. The office asks nothing else for it.
pub trait Clock: Send + Sync {
    /// Now, with the offset of the place (Vietnam: +07:00).
    fn now(&self) -> DateTime<FixedOffset>;

    /// Today at the place.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// The clock of the computer.
#[derive(Debug, Clone, Copy)]
pub struct ComputerClock;

impl Clock for ComputerClock {
    #[allow(clippy::disallowed_methods, reason = "the one place that may ask the computer for the time")]
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }
}

/// A clock that stands still until it is moved. For tests and for papers that must come out the same twice.
#[derive(Debug)]
pub struct StillClock(std::sync::Mutex<DateTime<FixedOffset>>);

impl StillClock {
    /// Stands at nine in the morning, Vietnam time, of that day.
    #[allow(clippy::expect_used, clippy::missing_panics_doc, reason = "nine o'clock exists on every day")]
    pub fn at(day: NaiveDate) -> Self {
        let offset = FixedOffset::east_opt(7 * 3600).expect("BUG: +07:00 is a valid offset");
        let morning = day.and_hms_opt(9, 0, 0).expect("BUG: nine o'clock exists every day");
        Self(std::sync::Mutex::new(
            morning.and_local_timezone(offset).single().expect("BUG: fixed offsets have no gaps"),
        ))
    }

    /// Moves the clock on (or back).
    pub fn advance(&self, by: chrono::TimeDelta) {
        let mut now = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *now += by;
    }
}

impl Clock for StillClock {
    fn now(&self) -> DateTime<FixedOffset> {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
