//! A doctor's pages.

mod ask_key;
mod chart;
mod finding;
mod listing;
mod opinion;
mod patients;
mod prescribe;
mod prescribed;
mod sign_off;
mod today;
mod write;
mod write_note;
mod write_report;

pub(crate) use self::{
    ask_key::AskKey, chart::Chart, finding::Finding, listing::Listing, opinion::Opinion, patients::Patients,
    prescribe::Prescribe, prescribed::Prescribed, sign_off::SignOff, today::Today, write_note::WriteNote,
    write_report::WriteReport,
};
