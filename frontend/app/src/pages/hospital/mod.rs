//! A house's pages.

mod accesses;
mod desk;
mod doctors;
mod glasses;
mod held;
mod house;
mod rescue;

pub(crate) use self::{accesses::Accesses, desk::Desk, doctors::Doctors, house::House, rescue::Rescue};
