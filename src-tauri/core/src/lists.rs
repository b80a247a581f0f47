//! Remembered orders of long lists: the keys of a query's rows, so that any page of 250,000 is one look-up away.

use std::collections::BTreeMap;

/// How many lists are remembered at a time.
const ROOM: usize = 8;

/// The orders of the lists that are open on screen.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    generation: u64,
    orders: BTreeMap<String, Vec<i64>>,
}

impl Lists {
    /// The order of a query's rows, read anew when anything was written since.
    pub fn order<E>(
        &mut self,
        generation: u64,
        query: &str,
        read: impl FnOnce() -> Result<Vec<i64>, E>,
    ) -> Result<&[i64], E> {
        if self.generation != generation {
            self.orders.clear();
            self.generation = generation;
        }
        if self.orders.len() >= ROOM && !self.orders.contains_key(query) {
            self.orders.clear();
        }
        if !self.orders.contains_key(query) {
            let keys = read()?;
            self.orders.insert(query.to_owned(), keys);
        }
        Ok(self.orders.get(query).map(Vec::as_slice).unwrap_or_default())
    }
}
