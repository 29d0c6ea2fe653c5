//! My entry in the directory, as patients find it.

use crate::{
    ask::{Told, Wrong, asked, doing},
    hand::hand,
    pages::{
        everyone::NextFree,
        shared::{ChooseCertificate, Entry, EntryFields, settled},
    },
    parts::{Button, Columns, Empty, Go, Look, Note, Page, Section, Sheet, Tone, icons, toast},
    places::Place,
    speech::{say, say_key, t},
};
use chartkey_flows::{Failure, directory, directory::Certificate, professional};
use chartkey_vocabulary::{Account, Role, Standing};
use leptos::prelude::*;

/// My entry in the directory.
#[component]
pub(crate) fn Listing() -> impl IntoView {
    let hand = hand();
    let (entry, certificate) = (Entry::new(), RwSignal::new(None::<Certificate>));
    let listing = asked(move || async move {
        let person = hand.person().await?;
        let listing = directory::listing(&person, person.account()).await?;
        Ok::<_, Failure>((person.account(), listing))
    });
    // Once: what is being written must not be written over by news.
    let taken = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(Some(found)) = listing.read(|(_, listing)| listing.clone()) else { return };
        if !taken.get_untracked() {
            taken.set(true);
            entry.take(&found);
            // The council still looks at it.
            if found.member.who.standing == Standing::Pending {
                certificate.set(found.certificate);
            }
        }
    });
    // What is being written is not drawn anew by news either.
    let listed = Memo::new(move |_| listing.read(|(me, listing)| (*me, listing.is_some())));
    view! {
        <Page title=t!("place-listing") lead=t!("listing-lead")>
            {move || match listed.get() {
                Some((me, true)) => view! { <Written entry=entry certificate=certificate me=me /> }.into_any(),
                Some((_, false)) => {
                    view! {
                        <Empty icon=icons::STETHOSCOPE title=t!("listing-none") note=t!("listing-none-note")>
                            <Go to=Place::Apply look=Look::Main>
                                {t!("place-apply")}
                            </Go>
                        </Empty>
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <Told of=listing awaited=t!("listing-awaited") lines=5 children=|_| () />
                    }
                        .into_any()
                }
            }}
        </Page>
    }
}

#[component]
fn Written(entry: Entry, certificate: RwSignal<Option<Certificate>>, me: Account) -> impl IntoView {
    let hand = hand();
    let saving = doing();
    let role = Signal::derive(move || hand.role().unwrap_or(Role::Doctor));
    let save = move || {
        let Ok(written) = untrack(|| entry.read()) else { return };
        let chosen = certificate.get_untracked();
        saving.start(async move {
            let person = hand.person().await?;
            professional::revise_with(&person, written, chosen).await?;
            toast(say!("listing-saved"));
            settled(hand, &person).await
        });
    };
    let missing = move || entry.read().err();
    view! {
        <Columns>
            <form class="stack loose" on:submit=move |event| event.prevent_default()>
                <EntryFields entry=entry role=role />
                <Note tone=Tone::Doubt>{t!("listing-council")}</Note>
                <Sheet>
                    <ChooseCertificate chosen=certificate />
                </Sheet>
                <div aria-live="polite">
                    {move || missing().map(|key| view! { <p class="soft">{move || say_key(key, &[])}</p> })}
                </div>
                <Wrong of=saving />
                <div class="btns">
                    <Button
                        look=Look::Main
                        icon=icons::SIGNATURE
                        sends=true
                        busy=saving.busy()
                        off=Signal::derive(move || missing().is_some())
                        on_press=save
                    >
                        {t!("listing-save")}
                    </Button>
                </div>
            </form>
            <div class="stack loose">
                <Section title=t!("listing-seen")>
                    <Sheet>
                        {move || {
                            (hand.standing() != Some(Standing::Active))
                                .then(|| view! { <Note tone=Tone::Doubt>{t!("listing-not-active")}</Note> })
                        }}
                        {move || {
                            (role.get() == Role::Doctor)
                                .then(|| {
                                    view! {
                                        <div>
                                            <h3>{t!("listing-times")}</h3>
                                            <NextFree doctor=me />
                                            <p class="small soft">{t!("listing-times-note")}</p>
                                        </div>
                                    }
                                })
                        }}
                        <Go to=Place::Professional(me) icon=icons::EYE>
                            {t!("listing-look")}
                        </Go>
                    </Sheet>
                </Section>
            </div>
        </Columns>
    }
}
