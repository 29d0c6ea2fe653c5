//! What the four contracts share: rows, clock, events and questions to each other.
//!
//! A contract is a shell: it turns a message into one call of its rulebook, announces the event it gets back and
//! hands a refusal to the caller. The rulebook reads and writes [`Rows`] and asks its neighbours through
//! [`PeopleAt`], [`ConsentAt`], [`RecordsAt`] and [`VisitsAt`].
//!
//! A contract is paid for by the byte, with every call anew, so three things here look unusual. Messages take what is
//! larger than a register as a `Box`: ink! first decodes a message into an enum of all messages and then takes it
//! apart again, and moves pointers there instead of structures. They end without returning, through [`done`] and its
//! sisters. And what a question finds in a [`row`] is handed out as it lies.
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

use chartkey_rules::{Call, Key, Storage, Table};
use chartkey_vocabulary::{Account, Topics};
use codec::{Decode, Encode};

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
    match outcome {
        Ok(event) => {
            announce(&event);
            end(host::KEPT, &[UNDERSTOOD, OK], &())
        }
        Err(refusal) => refuse(refusal),
    }
}

/// As [`done`], with something to say to the caller.
pub fn tell<R: Encode>(outcome: Result<(impl Encode, impl Topics), R>) -> ! {
    match outcome {
        Ok((said, event)) => {
            announce(&event);
            end(host::KEPT, &[UNDERSTOOD, OK], &said)
        }
        Err(refusal) => refuse(refusal),
    }
}

/// As [`tell`], where another contract announces what happened.
pub fn pass<R: Encode>(outcome: Result<impl Encode, R>) -> ! {
    match outcome {
        Ok(said) => end(host::KEPT, &[UNDERSTOOD, OK], &said),
        Err(refusal) => refuse(refusal),
    }
}

/// Ends a message: hands the refusal back and undoes what was written.
pub fn refuse(refusal: impl Encode) -> ! {
    end(host::UNDONE, &[UNDERSTOOD, ERR], &refusal)
}

/// Answers a question.
pub fn answer(said: impl Encode) -> ! {
    end(host::KEPT, &[UNDERSTOOD], &said)
}

/// Answers with what lies under `key`. A row is the SCALE bytes of its `V`, so nothing is read and written again.
#[inline(always)]
pub fn row<K: Encode, V: Encode + Decode>(table: Table<K, V>, key: &K) -> Option<V> {
    answer_row(&table.place(&Rows, key))
}

#[inline(never)]
fn answer_row(place: &Key) -> ! {
    let mut bytes = [UNDERSTOOD, NONE].to_vec();
    if let Some(row) = Rows.get(place) {
        bytes[1] = SOME;
        bytes.extend_from_slice(&row);
    }
    host::seal_return(host::KEPT, &bytes)
}

/// In front of every answer: ink! found the message.
const UNDERSTOOD: u8 = 0;
/// How SCALE begins a `Result`.
const OK: u8 = 0;
const ERR: u8 = 1;
/// How SCALE begins an `Option`.
const NONE: u8 = 0;
const SOME: u8 = 1;

fn end(state: u32, head: &[u8], said: &impl Encode) -> ! {
    let mut bytes = head.to_vec();
    said.encode_to(&mut bytes);
    host::seal_return(state, &bytes)
}
