//! What the four contracts share: rows, clock, events and questions to each other.
//!
//! A contract is a shell: it turns a message into one call of its rulebook, announces the event it gets back and
//! hands a refusal to the caller. The rulebook reads and writes [`Rows`] and asks its neighbours through
//! [`PeopleAt`], [`ConsentAt`], [`RecordsAt`] and [`VisitsAt`].
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod ask;
#[cfg(feature = "std")]
mod describe;
#[cfg(target_arch = "riscv64")]
mod heap;
mod host;
mod introduction;
mod rows;

pub use ask::{ConsentAt, PeopleAt, RecordsAt, VisitsAt};
#[cfg(feature = "std")]
pub use describe::print_description;
pub use introduction::{Introduction, Unready};
pub use rows::Rows;

use chartkey_rules::Call;
use chartkey_vocabulary::{Account, Topics};
use codec::Encode;

/// Who calls, and when.
pub fn call() -> Call {
    Call { from: Account(host::caller()), at: host::now() }
}

/// Announces an event: its SCALE bytes as data, whom it concerns as topics.
#[inline(never)]
pub fn announce(event: &impl Topics) {
    let mut data = alloc::vec::Vec::new();
    event.encode_to(&mut data);
    host::deposit_event(&event.topics(), &data);
}

/// Ends a message: announces what happened, or hands the refusal back and undoes what was written.
///
/// Endings leave through here instead of ink!'s own, which would write its unchanged root back after every message
/// and encode each type a second time: a storage write and a third of the code less.
pub fn done<R: Encode>(outcome: Result<impl Topics, R>) -> ! {
    tell(outcome.map(|event| ((), event)))
}

/// As [`done`], with something to say to the caller.
pub fn tell<R: Encode>(outcome: Result<(impl Encode, impl Topics), R>) -> ! {
    pass(outcome.map(|(said, event)| {
        announce(&event);
        said
    }))
}

/// As [`tell`], where another contract announces what happened.
pub fn pass<R: Encode>(outcome: Result<impl Encode, R>) -> ! {
    match outcome {
        Ok(said) => end(host::KEPT, &Ok::<_, R>(said)),
        Err(refusal) => refuse(refusal),
    }
}

/// Ends a message: hands the refusal back and undoes what was written.
fn refuse<R: Encode>(refusal: R) -> ! {
    end(host::UNDONE, &Err::<(), R>(refusal))
}

/// Answers a question.
pub fn answer(said: impl Encode) -> ! {
    end(host::KEPT, &said)
}

/// The byte in front is ink!'s: the message was understood.
fn end(state: u32, said: &impl Encode) -> ! {
    let mut bytes = [0].to_vec();
    said.encode_to(&mut bytes);
    host::seal_return(state, &bytes)
}
