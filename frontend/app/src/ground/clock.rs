//! The time, and waiting.

/// The time, in unix seconds.
pub(crate) fn now() -> u64 {
    // Before 1970 no browser's clock goes, and a fraction of a second matters to nobody.
    (js_sys::Date::now() / 1000.0).max(0.0) as u64
}

/// Waits so many milliseconds.
pub(crate) async fn pause(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}
