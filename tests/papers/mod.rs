//! Papers as an office gets them: the files themselves, opened and read.

mod golden;
mod hostile;
mod pages;
mod rooms;
mod samples;
mod whole;
