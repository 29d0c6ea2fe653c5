//! Who somebody is, as patients will read it, and the certificate for the council.

use crate::{
    ask::{Doing, Wrong},
    hand::Hand,
    pages::shared::{ChooseCertificate, Entry, EntryFields},
    parts::{Choose, Sheet},
    speech::{say_key, t},
    words,
};
use chartkey_flows::{Failure, directory::Certificate, professional};
use chartkey_vocabulary::{Profile, Role};
use leptos::prelude::*;

/// What was filled in. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Form {
    role: RwSignal<Role>,
    entry: Entry,
    certificate: RwSignal<Option<Certificate>>,
}

impl Form {
    /// An empty one.
    pub(super) fn new(role: Role) -> Self {
        Self { role: RwSignal::new(role), entry: Entry::new(), certificate: RwSignal::new(None) }
    }

    /// Whether all is there that the registry wants.
    pub(super) fn is_whole(self) -> bool {
        self.entry.read().is_ok()
    }

    /// As what somebody applies.
    pub(super) fn role(self) -> Role {
        self.role.get_untracked()
    }

    /// Publishes card and certificate, and gives the profile that names them.
    ///
    /// # Errors
    /// When something is missing, or cannot be uploaded.
    pub(super) async fn publish(self, hand: Hand) -> Result<Profile, Failure> {
        let entry = untrack(|| self.entry.read()).map_err(|lacks| Failure::Not(say_key(lacks, &[])))?;
        let certificate = self.certificate.get_untracked();
        professional::profile_with(&hand.session()?, entry, certificate).await
    }
}

/// The fields, what is missing, and why it could not be sent.
#[component]
pub(super) fn Fields(form: Form, sending: Doing) -> impl IntoView {
    let roles = [Role::Doctor, Role::Hospital, Role::Pharmacy];
    let roles = roles.map(|role| (role, Signal::derive(move || words::role(role)))).to_vec();
    view! {
        <Sheet>
            <Choose legend=t!("form-role") options=roles value=form.role />
        </Sheet>
        <EntryFields entry=form.entry role=form.role />
        <Sheet>
            <ChooseCertificate chosen=form.certificate />
        </Sheet>
        <div role="status">
            {move || {
                let lacks = form.entry.read().err();
                lacks.map(|lacks| view! { <p class="small soft">{move || say_key(lacks, &[])}</p> })
            }}
        </div>
        <Wrong of=sending />
    }
}
