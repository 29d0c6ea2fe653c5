//! An admin's pages. None of them opens a record, and each says so.

mod admins;
mod application;
mod applications;
mod appoint;
mod assignments;
mod chamber;
mod professionals;
mod why;
mod workers;

pub(crate) use self::{
    admins::Admins, application::Application, applications::Applications, assignments::Assignments,
    professionals::Professionals, workers::Workers,
};
