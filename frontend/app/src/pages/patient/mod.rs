//! A patient's pages.

mod acting;
mod add;
mod ask_reading;
mod ask_visit;
mod asked;
mod emergency;
mod export;
mod gently;
mod give;
mod guardians;
mod health;
mod held;
mod home;
mod keys;
mod links;
mod log;
mod new_link;
mod prescription;
mod prescriptions;
mod put_off;
mod queued;
mod reading;
mod record;
mod records;
mod request;
mod sharing;
mod visit;
mod visits;

pub(super) use self::queued::Queued;
pub(super) use self::record::{HeatSlider, Leaf, Mark, Shown, Viewer};
pub(crate) use self::{
    acting::Acting, add::Add, ask_visit::AskVisit, asked::Asked, emergency::Emergency, export::Export, give::Give,
    guardians::Guardians, health::Health, held::Held, home::Home, links::Links, log::Log, new_link::NewLink,
    prescription::Prescription, prescriptions::Prescriptions, reading::Reading, record::Record, records::Records,
    sharing::Sharing, visit::Visit, visits::Visits,
};
