//! The contract's heap: memory is handed out and never taken back, for a call is over before it matters.
//!
//! ink! brings one of a megabyte, which the chain's interpreter clears for every call it spills into; this one is a
//! sixteenth of that and made calls a third faster.
#![allow(unsafe_code, reason = "an allocator deals in pointers")]

use core::{
    alloc::{GlobalAlloc, Layout},
    cell::UnsafeCell,
    ptr::null_mut,
};

/// The largest answer, a page of fifty full directory entries, takes two thirds of this to read and encode.
const SIZE: usize = 64 * 1024;

#[repr(C, align(16))]
struct Heap {
    used: UnsafeCell<usize>,
    bytes: UnsafeCell<[u8; SIZE]>,
}

// SAFETY: a contract has one thread.
unsafe impl Sync for Heap {}

#[global_allocator]
static HEAP: Heap = Heap { used: UnsafeCell::new(0), bytes: UnsafeCell::new([0; SIZE]) };

// SAFETY: blocks follow each other without overlap, aligned up to the heap's own sixteen, and stay within `bytes`.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: nothing else holds a reference to `used`.
        let used = unsafe { &mut *self.used.get() };
        let start = used.next_multiple_of(layout.align());
        if layout.align() > 16 || layout.size() > SIZE - start.min(SIZE) {
            return null_mut();
        }
        *used = start + layout.size();
        self.bytes.get().cast::<u8>().wrapping_add(start)
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}
