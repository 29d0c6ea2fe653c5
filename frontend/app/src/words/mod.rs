//! How things are called: times, sizes, kinds, roles, purposes, refusals. A page asks here and composes nothing itself.

mod code;
mod event;
mod failure;
mod machine;
mod name;
mod notice;
mod number;
mod place;
mod time;
mod unfit;

pub(crate) use code::{countries, language_name, languages, specialties, specialty};
pub(crate) use event::{contract, event, event_icon};
pub(crate) use failure::{Said, failure};
pub(crate) use machine::{machine, machine_all};
pub(crate) use name::{
    emergency_reason, kind, kind_icon, kinds, kinds_of, last_digits, office, purpose, reason, role, short_account,
    standing, verdict,
};
pub(crate) use notice::{notice, notice_icon, notice_tone};
pub(crate) use number::{bytes, bytes_of, money, number, unit};
pub(crate) use place::{coordinates, geohash, neighbourhood, towns};
pub(crate) use time::{
    ago, capital, clock, full_day, full_time, in_days, month, near_day, near_time, now, tick, weekday,
};
pub(crate) use unfit::unfit;
