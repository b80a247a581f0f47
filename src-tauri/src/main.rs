//! Sổ Vàng.
fn main() {}
