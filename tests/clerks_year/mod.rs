//! The clerk's year, month by month on one office: what is entered, what is counted, and the papers of each month.
//!
//! Not in the program yet, so not in the story: committee ballots and eligibility runs (April, November), certificates, tray labels,
//! script and pay sheet (May), lists of unit changes and duplicates on paper (August), the province's answer (December).

mod autumn;
mod spring;
mod summer;
mod winter;
mod year;

#[test]
fn the_clerks_year_month_by_month_with_the_papers_of_each() {
    let mut year = winter::the_year_before();
    winter::january(&mut year);
    winter::february(&mut year);
    spring::march(&mut year);
    let decision = spring::april(&mut year);
    spring::may(&mut year, &decision);
    spring::june(&mut year);
    summer::july(&mut year);
    summer::august(&mut year);
    summer::september(&mut year);
    autumn::october(&mut year);
    autumn::november(&mut year);
    autumn::december(&mut year);
    autumn::the_year_after(&mut year);
}
