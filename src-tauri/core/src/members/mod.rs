//! Union members ("đoàn viên").

pub mod identity;
