//! Somebody's request: give the key, change what it opens, or say no.

use super::{
    gently::session,
    keys::{TermsFacts, Who, Wish, WishFields},
    put_off,
};
use crate::{
    ask::{Doing, Told, Wrong, asked, doing},
    hand::hand,
    pages::shared::Confirm,
    parts::{Bones, Button, Empty, Go, Look, Note, Page, Sheet, Tone, go, icons, toast},
    places::Place,
    speech::{say, say_key, t},
    words,
};
use chartkey_flows::consent;
use chartkey_vocabulary::{Account, Between, Purpose, Request, Terms};
use leptos::prelude::*;

/// Somebody's request.
#[component]
pub(crate) fn Asked(reader: Account, purpose: Purpose) -> impl IntoView {
    let hand = hand();
    let request = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            let between = Between { patient: whose.unwrap_or(who.account()), reader, purpose };
            // The chain's own word: what is agreed to here must be what was asked.
            let request = who.now().await?.consent().request_of(between).await?;
            Ok(request.map(|request| (between, request)))
        }
    });
    // The request is gone from the chain before its keys are wrapped; the page stays until they are.
    let giving = doing();
    let title = move || say!("asked-title", name = hand.name_of(reader));
    let mark = move || view! { <Who account=reader big=true /> };
    let lead = move || hand.role_of(reader).map(words::role).unwrap_or_default();
    view! {
        <Page title=title lead=Signal::derive(lead) back=Place::Sharing mark=mark>
            <Told of=request awaited=t!("asked-awaited") let:found>
                {match found.as_ref() {
                    Some((between, request)) => {
                        view! { <Answer between=*between request=request.clone() giving=giving /> }.into_any()
                    }
                    None => view! { <Gone giving=giving /> }.into_any(),
                }}
            </Told>
        </Page>
    }
}

/// No request any more: answered, taken back, or lapsed.
#[component]
fn Gone(giving: Doing) -> impl IntoView {
    move || {
        if giving.busy().get() {
            return view! { <Bones awaited=t!("give-wrapping") lines=2 /> }.into_any();
        }
        view! {
            <Wrong of=giving />
            <Empty icon=icons::KEY title=t!("asked-gone") note=t!("asked-gone-note").signal()>
                <Go to=Place::Sharing>{t!("asked-to-sharing")}</Go>
            </Empty>
        }
        .into_any()
    }
}

#[component]
fn Answer(between: Between, request: Request, giving: Doing) -> impl IntoView {
    let (hand, go) = (hand(), go());
    let (changing, refusing) = (RwSignal::new(false), RwSignal::new(false));
    let Request { terms, at } = request;
    let seen = StoredValue::new(terms.clone());
    let wish = Wish::of(&terms);
    let leave = go.clone();
    let yes = move || {
        let (terms, go) = (seen.get_value(), go.clone());
        giving.start(async move {
            let person = hand.person().await?;
            consent::agree(&person, between, &terms).await?;
            toast(say!("give-done", name = hand.name_of(between.reader)));
            go(Place::Held(between.reader, between.purpose));
            Ok(())
        });
    };
    let later = move || {
        put_off::request(between, at);
        toast(say!("asked-put-off"));
        leave(Place::Home);
    };
    let facts = terms.clone();
    view! {
        <Sheet tone=Tone::Key>
            <p class="soft">{move || say!("asked-when", when = words::ago(at))}</p>
            <TermsFacts purpose=between.purpose terms=facts />
            <Wrong of=giving />
            <div class="btns">
                <Button look=Look::Main icon=icons::KEY busy=giving.busy() on_press=yes>
                    {t!("give-key")}
                </Button>
                <Button on_press=move || changing.update(|open| *open = !*open)>{t!("asked-change")}</Button>
                <Button look=Look::Quiet on_press=later>
                    {t!("asked-later")}
                </Button>
                <Button look=Look::Quiet on_press=move || refusing.set(true)>
                    {t!("asked-no")}
                </Button>
            </div>
        </Sheet>
        {move || changing.get().then(|| view! { <Change between=between asked=seen.get_value() wish=wish giving=giving /> })}
        <Note>{t!("asked-note")}</Note>
        <Refuse between=between open=refusing />
    }
}

/// Other terms than those that were asked for.
#[component]
fn Change(between: Between, asked: Terms, wish: Wish, giving: Doing) -> impl IntoView {
    let (hand, go) = (hand(), go());
    let terms = Memo::new(move |_| wish.read(between.purpose));
    let press = move || {
        let Ok(terms) = terms.get_untracked() else { return };
        let go = go.clone();
        giving.start(async move {
            let person = hand.person().await?;
            consent::give(&person, between, terms).await?;
            toast(say!("give-done", name = hand.name_of(between.reader)));
            go(Place::Held(between.reader, between.purpose));
            Ok(())
        });
    };
    let more = move || terms.with(|terms| terms.as_ref().is_ok_and(|terms| terms.until > asked.until));
    view! {
        <Sheet>
            <h2>{t!("asked-change-title")}</h2>
            <WishFields wish=wish purpose=Signal::stored(between.purpose) />
            {move || match terms.get() {
                Ok(terms) => view! { <TermsFacts purpose=between.purpose terms=terms /> }.into_any(),
                Err(key) => view! { <p class="small soft" role="status">{say_key(key, &[])}</p> }.into_any(),
            }}
            {move || more().then(|| view! { <Note tone=Tone::Doubt>{t!("asked-longer")}</Note> })}
            <Wrong of=giving />
            <div class="btns">
                <Button
                    look=Look::Main
                    icon=icons::KEY
                    busy=giving.busy()
                    off=Signal::derive(move || terms.with(Result::is_err))
                    on_press=press
                >
                    {t!("asked-give-changed")}
                </Button>
            </div>
        </Sheet>
    }
}

/// Saying no is told to who asked, and so it is asked once more.
#[component]
fn Refuse(between: Between, open: RwSignal<bool>) -> impl IntoView {
    let (hand, go) = (hand(), go());
    let saying = doing();
    let press = move || {
        let go = go.clone();
        saying.start(async move {
            consent::refuse(&session(hand)?, between).await?;
            toast(say!("asked-refused"));
            let _ = open.try_set(false);
            go(Place::Sharing);
            Ok(())
        });
    };
    let title = move || say!("asked-no-title", name = hand.name_of(between.reader));
    view! {
        <Confirm
            open=open
            title=title
            note=t!("asked-no-lead")
            yes=t!("asked-no-yes")
            doing=saying
            on_yes=press
        />
    }
}
