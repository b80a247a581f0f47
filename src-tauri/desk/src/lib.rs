//! The door for terminal and browser.
