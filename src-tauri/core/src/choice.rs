//! Closed sets of words: one code in the file and in JSON, one label on the page and on paper.

/// Declares such a set: `Variant = "code" "Nhãn"`.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$mark:meta])* $variant:ident = $code:tt $label:tt,)+ }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        $(#[$doc])*
        pub enum $name {
            $(#[doc = $label] $(#[$mark])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every one, in the order of the choice on screen.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word in the register and in JSON.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// What the office calls it.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// The one that a code or a label names, with or without marks.
            pub fn named(text: &str) -> Option<Self> {
                let wanted = crate::vietnamese::fold(text);
                Self::ALL.iter().copied().find(|one| one.code() == wanted || crate::vietnamese::fold(one.label()) == wanted)
            }

            /// All of them with their labels, for the page.
            #[allow(dead_code, reason = "not every closed set is chosen from on a page")]
            pub fn choices() -> Vec<crate::choice::Choice> {
                Self::ALL.iter().map(|one| crate::choice::Choice { code: one.code().into(), label: one.label().into() }).collect()
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.code().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let code = value.as_str()?;
                Self::ALL.iter().copied().find(|one| one.code() == code).ok_or(rusqlite::types::FromSqlError::InvalidType)
            }
        }
    };
}
pub(crate) use choice;

/// One choice of a closed set.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct Choice {
    /// The word in the register.
    pub code: String,
    /// What the office calls it.
    pub label: String,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    choice! {
        /// What a unit is paid by.
        Sample { Public = "public" "Hành chính sự nghiệp", Foreign = "foreign" "FDI", }
    }

    #[test]
    fn a_choice_is_read_by_code_and_by_label_without_marks() {
        assert_eq!(Sample::named("hanh chinh su nghiep"), Some(Sample::Public));
        assert_eq!(Sample::named(" FOREIGN"), Some(Sample::Foreign));
        assert_eq!(Sample::named("khác"), None);
        assert_eq!(Sample::choices().len(), Sample::ALL.len());
        assert_eq!(serde_json::to_string(&Sample::Foreign).unwrap(), r#""foreign""#);
        assert_eq!(serde_json::from_str::<Sample>(r#""public""#).unwrap(), Sample::Public);
    }
}
