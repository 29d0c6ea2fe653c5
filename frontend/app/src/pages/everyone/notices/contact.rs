//! Where else somebody is told that there is something new.

use crate::{
    ask::{Told, Wrong, asked, doing},
    hand::hand,
    parts::{Button, Field, Look, Section, Sheet, icons, toast},
    speech::{say, t},
};
use chartkey_protocol::Contact;
use leptos::prelude::*;

/// E-mail and telephone.
#[component]
pub(super) fn Elsewhere() -> impl IntoView {
    let hand = hand();
    let contact = asked(move || async move { Ok(hand.session()?.oracle().contact().await?) });
    // Made once: what somebody types stays when something new is told meanwhile.
    let first = Memo::new(move |known: Option<&Option<Contact>>| {
        known.cloned().flatten().or_else(|| contact.read(Clone::clone))
    });
    view! {
        <Section title=t!("contact")>
            {move || match first.get() {
                Some(contact) => view! { <Fields contact=contact /> }.into_any(),
                None => {
                    view! { <Told of=contact awaited=t!("contact-awaited").signal() lines=2 children=|_| () /> }
                        .into_any()
                }
            }}
        </Section>
    }
}

#[component]
fn Fields(contact: Contact) -> impl IntoView {
    let (hand, saving) = (hand(), doing());
    let email = RwSignal::new(contact.email.unwrap_or_default());
    let phone = RwSignal::new(contact.phone.unwrap_or_default());
    let wrong_email = Signal::derive(move || {
        email.with(|text| !text.trim().is_empty() && !is_email(text.trim())).then(|| say!("contact-email-wrong"))
    });
    let wrong_phone = Signal::derive(move || {
        phone.with(|text| !text.trim().is_empty() && plain(text).is_none()).then(|| say!("contact-phone-wrong"))
    });
    let none = move || email.with(|text| text.trim().is_empty()) && phone.with(|text| text.trim().is_empty());
    let off = Signal::derive(move || wrong_email.get().is_some() || wrong_phone.get().is_some() || none());
    let save = move || {
        let filled = |text: String| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        let contact = Contact { email: filled(email.get_untracked()), phone: plain(&phone.get_untracked()) };
        saving.start(async move {
            hand.session()?.oracle().put_contact(&contact).await?;
            toast(say!("contact-saved"));
            Ok(())
        });
    };
    let forget = move || {
        saving.start(async move {
            hand.session()?.oracle().drop_contact().await?;
            drop((email.try_set(String::new()), phone.try_set(String::new())));
            toast(say!("contact-forgotten"));
            Ok(())
        });
    };
    view! {
        <Sheet>
            <p class="small soft">{t!("contact-note")}</p>
            <form class="stack" on:submit=move |event| event.prevent_default()>
                <Field label=t!("contact-email") kind="email" fills="email" value=email error=wrong_email />
                <Field
                    label=t!("contact-phone")
                    help=t!("contact-phone-help")
                    kind="tel"
                    fills="tel"
                    value=phone
                    error=wrong_phone
                />
                <Wrong of=saving />
                <div class="row end wrap">
                    <Button look=Look::Quiet off=Signal::derive(none) on_press=forget>
                        {t!("contact-forget")}
                    </Button>
                    <Button look=Look::Main icon=icons::CHECK sends=true busy=saving.busy() off=off on_press=save>
                        {t!("contact-save")}
                    </Button>
                </div>
            </form>
        </Sheet>
    }
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.')) && !text.contains(' ')
}

/// `+` and digits, without what people put between them.
fn plain(text: &str) -> Option<String> {
    let kept: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '/' | '(' | ')')).collect();
    let digits = kept.strip_prefix('+')?;
    ((7..=15).contains(&digits.len()) && digits.bytes().all(|c| c.is_ascii_digit())).then_some(kept)
}
