//! Kinds of upper-level unions that can be the office (domain: Law on Trade Unions 50/2024/QH15 as amended in 2025).

use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

/// What our office is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// LĐLĐ huyện.
    District,
    /// LĐLĐ quận.
    UrbanDistrict,
    /// LĐLĐ thị xã.
    Town,
    /// LĐLĐ thành phố thuộc tỉnh.
    City,
    /// Công đoàn xã.
    Commune,
    /// Công đoàn phường.
    Ward,
    /// Công đoàn đặc khu.
    SpecialZone,
    /// Công đoàn khu công nghiệp, khu kinh tế.
    IndustrialZone,
    /// Công đoàn ngành địa phương.
    Sector,
    /// Công đoàn tổng công ty.
    Corporation,
    /// Anything else that the Điều lệ allows.
    Other,
}

impl Kind {
    /// Every kind, in the order of the choice on screen.
    pub const ALL: [Self; 11] = [
        Self::District,
        Self::UrbanDistrict,
        Self::Town,
        Self::City,
        Self::Commune,
        Self::Ward,
        Self::SpecialZone,
        Self::IndustrialZone,
        Self::Sector,
        Self::Corporation,
        Self::Other,
    ];

    /// The word in the register.
    pub const fn code(self) -> &'static str {
        match self {
            Self::District => "district",
            Self::UrbanDistrict => "urban_district",
            Self::Town => "town",
            Self::City => "city",
            Self::Commune => "commune",
            Self::Ward => "ward",
            Self::SpecialZone => "special_zone",
            Self::IndustrialZone => "industrial_zone",
            Self::Sector => "sector",
            Self::Corporation => "corporation",
            Self::Other => "other",
        }
    }

    /// What the office calls it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::District => "LĐLĐ huyện",
            Self::UrbanDistrict => "LĐLĐ quận",
            Self::Town => "LĐLĐ thị xã",
            Self::City => "LĐLĐ thành phố",
            Self::Commune => "Công đoàn xã",
            Self::Ward => "Công đoàn phường",
            Self::SpecialZone => "Công đoàn đặc khu",
            Self::IndustrialZone => "Công đoàn khu công nghiệp",
            Self::Sector => "Công đoàn ngành",
            Self::Corporation => "Công đoàn tổng công ty",
            Self::Other => "Khác",
        }
    }

    /// The kind that a code or a label names, with or without accents; anything unknown is [`Kind::Other`].
    pub fn named(text: &str) -> Self {
        let wanted = crate::vietnamese::fold(text);
        Self::ALL
            .into_iter()
            .find(|kind| kind.code() == wanted || crate::vietnamese::fold(kind.label()) == wanted)
            .unwrap_or(Self::Other)
    }
}

/// Profiles written by hand say "LĐLĐ huyện"; the page says `district`. Both are read.
impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::named(&text))
    }
}
