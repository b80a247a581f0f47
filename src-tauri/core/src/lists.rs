//! Remembered orders of long lists: the keys of a query's rows, so that any page of 250,000 is one look-up away. Counts that
//! are a walk through the whole register are remembered the same way.

use std::collections::BTreeMap;

/// How many lists are remembered at a time.
const ROOM: usize = 8;

/// The orders of the lists that are open on screen, until one of the tables that they were read from is written.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    orders: BTreeMap<String, Order>,
}

#[derive(Debug)]
struct Order {
    reads: &'static [&'static str],
    keys: Vec<i64>,
}

impl Lists {
    /// The order of a query's rows, read anew when one of `tables` was written since; reading may ask for another order.
    pub fn order<E>(
        &mut self,
        query: &str,
        tables: &'static [&'static str],
        read: impl FnOnce(&mut Self) -> Result<Vec<i64>, E>,
    ) -> Result<&[i64], E> {
        if self.orders.len() >= ROOM && !self.orders.contains_key(query) {
            self.orders.clear();
        }
        if !self.orders.contains_key(query) {
            let keys = read(self)?;
            self.orders.insert(query.to_owned(), Order { reads: tables, keys });
        }
        Ok(self.orders.get(query).map(|order| order.keys.as_slice()).unwrap_or_default())
    }

    /// Forgets the orders that were read from one of these tables.
    pub fn forget(&mut self, touched: &[String]) {
        self.orders.retain(|_, order| !order.reads.iter().any(|table| touched.iter().any(|one| one == table)));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;

    fn keys(lists: &mut Lists, read: i64) -> Vec<i64> {
        lists.order::<()>("members", &["member", "membership"], |_| Ok(vec![read])).unwrap().to_vec()
    }

    #[test]
    fn a_list_is_read_again_when_one_of_its_tables_was_written() {
        let mut lists = Lists::default();
        assert_eq!(keys(&mut lists, 1), [1]);
        lists.forget(&["decision".to_owned()]);
        assert_eq!(keys(&mut lists, 2), [1]);
        lists.forget(&["decision".to_owned(), "membership".to_owned()]);
        assert_eq!(keys(&mut lists, 3), [3]);
    }
}
