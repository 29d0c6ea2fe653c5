//! Where memory comes from, and when it goes back.

use std::ffi::{c_int, c_long};

/// A network asks for tens of megabytes and gives them back, hundreds of times a page; the system's allocator has each of them
/// mapped and cleared anew, a quarter of the time that finding text takes.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// `mi_option_purge_delay` in mimalloc.h; the crate has no name for it.
const PURGE_DELAY: c_int = 15;
/// How long memory that is free stays with this process, in milliseconds: longer than reading a page takes, so that the next
/// finds it in place. With mimalloc's one second, a tenth of the time goes into clearing what was there before.
const KEPT: c_long = 20_000;

#[allow(
    unsafe_code,
    reason = "mimalloc takes this from the environment or by this call, and the environment is not ours"
)]
mod option {
    use super::{c_int, c_long};

    unsafe extern "C" {
        pub(super) safe fn mi_option_set(option: c_int, value: c_long);
    }
}

/// Keeps free memory for the next page. To be called before the first network runs.
pub(crate) fn keep() {
    option::mi_option_set(PURGE_DELAY, KEPT);
}
