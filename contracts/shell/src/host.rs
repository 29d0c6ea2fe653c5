//! The chain's host functions. The project's only unsafe code that crosses a border, so everything it offers is safe:
//! slices in, arrays out.
//!
//! ink! offers most of these too, but not storage under fixed keys, and rows can be cleared under fixed keys only.
#![allow(unsafe_code, reason = "host functions take pointers into the contract's memory")]

/// Declares host functions; off the chain, where a contract is only described, calling one is a bug.
macro_rules! host_functions {
    ($(fn $name:ident($($arg:ident: $ty:ty),*) $(-> $out:ty)?;)*) => {
        #[cfg(target_arch = "riscv64")]
        mod sys {
            #[polkavm_derive::polkavm_import(abi = polkavm_derive::default_abi)]
            unsafe extern "C" {
                $(pub(super) fn $name($($arg: $ty),*) $(-> $out)?;)*
            }
        }
        #[cfg(not(target_arch = "riscv64"))]
        mod sys {
            $(pub(super) unsafe fn $name($(_: $ty),*) $(-> $out)? {
                unreachable!("host functions answer on the chain only")
            })*
        }
    };
}

host_functions! {
    fn get_storage(flags: u32, key: *const u8, key_len: u32, out: *mut u8, out_len: *mut u32) -> u64;
    fn set_storage(flags: u32, key: *const u8, key_len: u32, value: *const u8, value_len: u32) -> u64;
    fn set_storage_or_clear(flags: u32, key: *const u8, value: *const u8) -> u64;
    fn hash_keccak_256(input: *const u8, input_len: u32, out: *mut u8);
    fn deposit_event(topics: *const [u8; 32], topic_count: u32, data: *const u8, data_len: u32);
    fn caller(out: *mut u8);
    fn now(out: *mut u8);
    fn seal_return(flags: u32, data: *const u8, data_len: u32);
    fn call(
        flags_and_callee: u64,
        ref_time_limit: u64,
        proof_size_limit: u64,
        deposit_and_value: u64,
        input: u64,
        output: u64
    ) -> u64;
}

/// A row never exceeds this many bytes; the chain refuses more.
pub(crate) const ROW: usize = 416;

/// As key length: the key is 32 bytes in the contract's fixed key space.
const FIXED: u32 = u32::MAX;
const SUCCESS: u64 = 0;
const CALLEE_REVERTED: u64 = 2;
const READ_ONLY: u32 = 0b0001_0000;

/// A message ends and what it wrote stays.
pub(crate) const KEPT: u32 = 0;
/// A message ends and what it wrote is undone.
pub(crate) const UNDONE: u32 = 1;

/// Reads the row at `key` into `out`; `None` when there is none.
pub(crate) fn get<'a>(key: &[u8; 32], out: &'a mut [u8; ROW]) -> Option<&'a [u8]> {
    let mut len = ROW as u32;
    // SAFETY: `out` is `len` bytes long, and the host writes at most that many and then how many.
    let code = unsafe { sys::get_storage(0, key.as_ptr(), FIXED, out.as_mut_ptr(), &mut len) };
    (code == SUCCESS).then_some(&out[..len as usize])
}

/// Writes the row at `key`.
pub(crate) fn set(key: &[u8; 32], row: &[u8]) {
    // SAFETY: the host reads a 32-byte key and `row.len()` bytes.
    unsafe { sys::set_storage(0, key.as_ptr(), FIXED, row.as_ptr(), row.len() as u32) };
}

/// Removes the row at `key`, so that its deposit returns.
pub(crate) fn clear(key: &[u8; 32]) {
    // SAFETY: the host reads 32 bytes each; a value of zeros means removal, whatever length the row had.
    unsafe { sys::set_storage_or_clear(0, key.as_ptr(), [0u8; 32].as_ptr()) };
}

/// Keccak-256.
pub(crate) fn keccak(bytes: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    // SAFETY: the host reads `bytes.len()` bytes and writes 32.
    unsafe { sys::hash_keccak_256(bytes.as_ptr(), bytes.len() as u32, out.as_mut_ptr()) };
    out
}

/// Deposits an event; four topics at most.
pub(crate) fn deposit_event(topics: &[[u8; 32]], data: &[u8]) {
    // SAFETY: the host reads `topics.len()` times 32 bytes and `data.len()` bytes.
    unsafe { sys::deposit_event(topics.as_ptr(), topics.len() as u32, data.as_ptr(), data.len() as u32) };
}

/// Ends the message with this answer.
pub(crate) fn seal_return(state: u32, answer: &[u8]) -> ! {
    // SAFETY: the host reads `answer.len()` bytes and does not come back.
    unsafe {
        sys::seal_return(state, answer.as_ptr(), answer.len() as u32);
        core::hint::unreachable_unchecked()
    }
}

/// Who called this contract.
pub(crate) fn caller() -> [u8; 20] {
    let mut out = [0; 20];
    // SAFETY: the host writes 20 bytes.
    unsafe { sys::caller(out.as_mut_ptr()) };
    out
}

/// The block's time in seconds.
pub(crate) fn now() -> u64 {
    let mut out = [0u64; 4];
    // SAFETY: the host writes a 256-bit number, least byte first, as this machine keeps its own.
    unsafe { sys::now(out.as_mut_ptr().cast()) };
    out[0]
}

/// Calls another contract without value, and gives what it answered, also when it refused.
///
/// The callee cannot call back into this contract: the host forbids re-entry unless asked to allow it. `None` when
/// the callee trapped or could not be called.
pub(crate) fn ask<'a>(callee: &[u8; 20], read_only: bool, input: &[u8], out: &'a mut [u8]) -> Option<&'a [u8]> {
    let mut len = out.len() as u32;
    let flags = if read_only { READ_ONLY } else { 0 };
    let (any_deposit, no_value) = ([u8::MAX; 32], [0u8; 32]);
    // SAFETY: contract memory lies below 4 GiB, so a pointer fits its half of a register; the host reads 20, 32, 32
    // and `input.len()` bytes, writes at most `len` bytes and then how many.
    let code = unsafe {
        sys::call(
            pair(flags, callee.as_ptr() as u32),
            u64::MAX,
            u64::MAX,
            pair(any_deposit.as_ptr() as u32, no_value.as_ptr() as u32),
            pair(input.len() as u32, input.as_ptr() as u32),
            pair(&raw mut len as u32, out.as_mut_ptr() as u32),
        )
    };
    matches!(code, SUCCESS | CALLEE_REVERTED).then_some(&out[..len as usize])
}

fn pair(high: u32, low: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}
