//! A request on a page of several things: read at a glance, answered at once.

use super::{
    keys::{TermsFacts, Who},
    put_off,
};
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Go, Look, Sheet, Tone, icons, toast},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::consent;
use chartkey_protocol::RequestRow;
use chartkey_vocabulary::Between;
use leptos::prelude::*;

/// A request, with what to do about it.
#[component]
pub(super) fn RequestSheet(
    /// Which.
    row: RequestRow,
    /// Told when it is put off, where that can be; elsewhere there is a page for it.
    #[prop(optional)]
    put_off: Option<RwSignal<u32>>,
) -> impl IntoView {
    let hand = hand();
    let RequestRow { patient, reader, purpose, terms, at } = row;
    let between = Between { patient, reader, purpose };
    let giving = doing();
    let seen = StoredValue::new(terms.clone());
    let yes = move || {
        let terms = seen.get_value();
        giving.start(async move {
            let person = hand.person().await?;
            consent::agree(&person, between, &terms).await?;
            toast(say!("give-done", name = hand.name_of(reader)));
            Ok(())
        });
    };
    let note = move || {
        let role = hand.role_of(reader).map(words::role);
        let when = words::ago(at);
        role.map_or_else(|| when.clone(), |role| say!("role-and-note", role = role, note = when.clone()))
    };
    view! {
        <Sheet tone=Tone::Key>
            <div class="row">
                <Who account=reader />
                <div class="grow">
                    <h3>{move || say!("request-title", name = hand.name_of(reader))}</h3>
                    <p class="small soft">{note}</p>
                </div>
            </div>
            <TermsFacts purpose=purpose terms=terms />
            <Wrong of=giving />
            <div class="btns">
                <Button look=Look::Main icon=icons::KEY busy=giving.busy() on_press=yes>
                    {t!("give-key")}
                </Button>
                <Go to=Place::Asked(reader, purpose)>{t!("asked-change")}</Go>
                {match put_off {
                    Some(turn) => {
                        let later = move || {
                            put_off::request(between, at);
                            turn.update(|turn| *turn += 1);
                            toast(say!("asked-put-off"));
                        };
                        view! {
                            <Button look=Look::Quiet on_press=later>
                                {t!("asked-later")}
                            </Button>
                        }
                            .into_any()
                    }
                    None => {
                        view! {
                            <Go to=Place::Asked(reader, purpose) look=Look::Quiet>
                                {t!("asked-no")}
                            </Go>
                        }
                            .into_any()
                    }
                }}
            </div>
        </Sheet>
    }
}
