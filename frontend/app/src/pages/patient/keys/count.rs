//! How often, where it is counted.

use crate::parts::Field;
use leptos::prelude::*;

/// How often, as it is chosen. Cheap to copy.
#[derive(Clone, Copy)]
pub(in super::super) struct Count {
    /// Whether it is counted.
    pub(in super::super) counted: RwSignal<bool>,
    times: RwSignal<String>,
}

impl Count {
    /// Whether it is counted, and how often then, to begin with.
    pub(in super::super) fn new(counted: bool, times: u16) -> Self {
        Self { counted: RwSignal::new(counted), times: RwSignal::new(times.to_string()) }
    }

    /// How often; `None` when it is not counted.
    ///
    /// # Errors
    /// `wrong` when no such number was written.
    pub(in super::super) fn read(self, wrong: &'static str) -> Result<Option<u16>, &'static str> {
        if !self.counted.get() {
            return Ok(None);
        }
        let times = self.times.get().trim().parse().ok().filter(|times| *times > 0);
        times.map(Some).ok_or(wrong)
    }

    /// The field for the number, while it is counted.
    pub(in super::super) fn field(self, label: impl Into<Signal<String>>) -> impl IntoView {
        let label = label.into();
        move || {
            let counted = self.counted.get();
            counted.then(|| view! { <Field label=label kind="number" keyboard="numeric" value=self.times /> })
        }
    }
}
