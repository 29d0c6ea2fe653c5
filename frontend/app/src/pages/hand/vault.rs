//! The vault's own page: its doors, new ones, new keys, when it locks.

use super::{
    changes::{ChangePassphrase, PrintCode, Remove, Rotate},
    devices::{LetIn, UNNAMED},
    door::Door,
    guards::{ChooseGuardians, HelpSomebody},
};
use crate::{
    ask::{Wrong, doing},
    ground::passkey::{self, NoPasskey},
    hand::{Hand, hand},
    parts::{Button, Choose, Dialog, I, Icon, Look, Note, Page, Section, Sheet, Tone, icons, toast},
    places::Place,
    speech::{key, say, say_key, t},
};
use chartkey_flows::{Failure, Person, vault};
use chartkey_vault::{DoorId, DoorKind, entropy};
use leptos::prelude::*;

/// What the page's one dialog is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    Nothing,
    Passphrase,
    Code,
    Device,
    Guardians,
    Help,
    Rotate,
    Remove(DoorId),
}

/// Vault, devices, passkey, code.
#[component]
pub(crate) fn Vault() -> impl IntoView {
    let about = RwSignal::new(About::Nothing);
    view! {
        <Page title=t!("place-vault") lead=t!("vault-lead").signal() back=Place::Settings>
            <Door>
                <Doors about=about />
                <Ways about=about />
                <Locking />
                <Rest about=about />
                <Asking about=about />
            </Door>
        </Page>
    }
}

/// The doors there are.
#[component]
fn Doors(about: RwSignal<About>) -> impl IntoView {
    let hand = hand();
    let rows = move || {
        let Some(person) = hand.person_now() else { return Vec::new() };
        let rows = person.vault().doors().map(|(door, name)| {
            // Devices alone are named by whoever lets them in; of the others there is nothing to say but what they are.
            let named = matches!(door.kind(), DoorKind::Device) && name != UNNAMED;
            let name = named.then(|| name.to_owned());
            (door.id(), mark(door.kind()), name)
        });
        rows.collect::<Vec<_>>()
    };
    let line = move |(id, (icon, key), name): (DoorId, (Icon, &'static str), Option<String>), last: bool| {
        view! {
            <div class="row between">
                <span class="kind" aria-hidden="true">
                    <I of=icon />
                </span>
                <div class="grow">
                    <h3>{move || say_key(key, &[])}</h3>
                    {name.map(|name| view! { <p class="small soft clip">{name}</p> })}
                </div>
                {(!last)
                    .then(|| {
                        view! {
                            <Button look=Look::Danger on_press=move || about.set(About::Remove(id))>
                                {t!("door-remove")}
                            </Button>
                        }
                    })}
            </div>
        }
    };
    view! {
        <Section title=t!("vault-doors")>
            <p class="soft">{t!("vault-doors-note")}</p>
            <div class="sheet flush list">
                {move || {
                    let rows = rows();
                    let last = rows.len() == 1;
                    rows.into_iter().map(|row| line(row, last)).collect_view()
                }}
            </div>
        </Section>
    }
}

fn mark(kind: &DoorKind) -> (Icon, &'static str) {
    match kind {
        DoorKind::Passphrase { .. } => (icons::LOCK, key!("door-passphrase")),
        DoorKind::Passkey { .. } => (icons::FINGERPRINT, key!("door-passkey")),
        DoorKind::Code => (icons::PRINTER, key!("door-code")),
        DoorKind::Guardians(_) => (icons::USERS, key!("door-guardians")),
        DoorKind::Device => (icons::MONITOR, key!("door-device")),
    }
}

/// Doors that can be added.
#[component]
fn Ways(about: RwSignal<About>) -> impl IntoView {
    let hand = hand();
    let making = doing();
    let refused = RwSignal::new(None::<&'static str>);
    let passkey = move || {
        refused.set(None);
        making.start(async move {
            match add_passkey(hand).await? {
                Ok(()) => toast(say!("passkey-added")),
                Err(why) => drop(refused.try_set(Some(unmade(why)))),
            }
            Ok(())
        });
    };
    view! {
        <Section title=t!("vault-ways")>
            <Sheet>
                <div class="row wrap">
                    <Button icon=icons::LOCK on_press=move || about.set(About::Passphrase)>
                        {t!("vault-new-passphrase")}
                    </Button>
                    {passkey::supported()
                        .then(|| {
                            view! {
                                <Button icon=icons::FINGERPRINT busy=making.busy() on_press=passkey>
                                    {t!("vault-add-passkey")}
                                </Button>
                            }
                        })}
                    <Button icon=icons::PRINTER on_press=move || about.set(About::Code)>
                        {t!("vault-print-code")}
                    </Button>
                    <Button icon=icons::MONITOR on_press=move || about.set(About::Device)>
                        {t!("vault-let-in")}
                    </Button>
                    <Button icon=icons::USERS on_press=move || about.set(About::Guardians)>
                        {t!("vault-guardians")}
                    </Button>
                </div>
                <Wrong of=making />
                {move || refused.get().map(|key| view! { <Note tone=Tone::Doubt>{move || say_key(key, &[])}</Note> })}
            </Sheet>
        </Section>
    }
}

const fn unmade(why: NoPasskey) -> &'static str {
    match why {
        NoPasskey::Unsupported => key!("passkey-unsupported"),
        NoPasskey::NoSecret => key!("passkey-no-secret"),
        NoPasskey::Refused => key!("passkey-refused"),
    }
}

/// The authenticator is asked before the vault is taken up, so that a vault is not held while somebody looks for a finger.
async fn add_passkey(hand: Hand) -> Result<Result<(), NoPasskey>, Failure> {
    let salt = chartkey_flows::random_bytes::<32>()?;
    let person = hand.person().await?;
    let account = person.account();
    drop(person);
    let made = match passkey::make(&account.0, &hand.name_of(account), &salt).await {
        Ok(made) => made,
        Err(why) => return Ok(Err(why)),
    };
    let hang = async move |person: &mut Person| {
        vault::change(person, |vault| {
            vault.add_passkey(&mut entropy(), &made.credential, salt, &made.secret, "passkey")?;
            Ok(())
        })
        .await
    };
    hand.change(hang).await.map(Ok)
}

/// When it locks by itself.
#[component]
fn Locking() -> impl IntoView {
    let hand = hand();
    let saving = doing();
    let minutes = RwSignal::new(hand.locks_after());
    let options = || [5u64, 12, 30, 60].map(|minutes| (minutes, t!("lock-minutes", count = minutes).signal())).to_vec();
    Effect::new(move |before: Option<u64>| {
        let now = minutes.get();
        if before.is_some_and(|before| before != now) {
            saving.start(async move { hand.lock_after(now).await });
        }
        now
    });
    view! {
        <Section title=t!("lock-title")>
            <Sheet>
                <Choose legend=t!("lock-after") options=options() value=minutes />
                <Wrong of=saving />
                <div class="row wrap">
                    <Button look=Look::Main icon=icons::LOCK on_press=move || hand.lock()>
                        {t!("lock-now")}
                    </Button>
                    <Button icon=icons::LOG_OUT on_press=move || hand.sign_out()>
                        {t!("sign-out")}
                    </Button>
                </div>
            </Sheet>
        </Section>
    }
}

/// What is seldom needed.
#[component]
fn Rest(about: RwSignal<About>) -> impl IntoView {
    view! {
        <Section title=t!("vault-rest")>
            <Sheet>
                <div class="row between wrap">
                    <p class="grow">{t!("vault-rotate-note")}</p>
                    <Button icon=icons::REFRESH on_press=move || about.set(About::Rotate)>
                        {t!("vault-rotate")}
                    </Button>
                </div>
                <div class="row between wrap">
                    <p class="grow">{t!("vault-help-note")}</p>
                    <Button on_press=move || about.set(About::Help)>{t!("vault-help")}</Button>
                </div>
            </Sheet>
        </Section>
    }
}

#[component]
fn Asking(about: RwSignal<About>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(about.get() != About::Nothing));
    Effect::new(move |_| {
        // Asked first, or the two would set each other for ever.
        if !open.get() && about.get_untracked() != About::Nothing {
            about.set(About::Nothing);
        }
    });
    let title = move || {
        let key = match about.get() {
            About::Nothing | About::Passphrase => key!("vault-new-passphrase"),
            About::Code => key!("vault-print-code"),
            About::Device => key!("vault-let-in"),
            About::Guardians => key!("vault-guardians"),
            About::Help => key!("vault-help"),
            About::Rotate => key!("vault-rotate"),
            About::Remove(_) => key!("door-remove"),
        };
        say_key(key, &[])
    };
    view! {
        <Dialog open=open title=title>
            {move || match about.get() {
                About::Nothing => ().into_any(),
                About::Passphrase => view! { <ChangePassphrase open=open /> }.into_any(),
                About::Code => view! { <PrintCode open=open /> }.into_any(),
                About::Device => view! { <LetIn /> }.into_any(),
                About::Guardians => view! { <ChooseGuardians /> }.into_any(),
                About::Help => view! { <HelpSomebody /> }.into_any(),
                About::Rotate => view! { <Rotate open=open /> }.into_any(),
                About::Remove(door) => view! { <Remove door=door open=open /> }.into_any(),
            }}
        </Dialog>
    }
}
