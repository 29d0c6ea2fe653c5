//! Finding a patient by a national number, which the service is not told.

use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Field, Note, Pick, Tone, icons},
    speech::t,
    words,
};
use chartkey_flows::lookup;
use chartkey_protocol::Why;
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// A national number has no fewer letters.
const SHORTEST: usize = 4;

/// Country, number, and who was found; to be laid into a form.
#[component]
pub(crate) fn ByNumber(
    /// Told who it is.
    #[prop(into)]
    found: Callback<Account>,
    /// What to do where nobody registered it.
    #[prop(into)]
    otherwise: Signal<String>,
    /// Whether the form is sent by it, and has nothing else to send.
    #[prop(optional)]
    sends: bool,
) -> impl IntoView {
    let (hand, finding) = (hand(), doing());
    let (country, number) = (RwSignal::new(*b"de"), RwSignal::new(String::new()));
    let nobody = RwSignal::new(false);
    let press = move || {
        nobody.set(false);
        finding.start(async move {
            let code = country.get_untracked();
            let code = String::from_utf8_lossy(&code).into_owned();
            match lookup::find(&hand.session()?, &code, number.get_untracked().trim()).await {
                Ok(account) => drop(found.try_run(account)),
                Err(failure) if failure.is(Why::NotFound) => drop(nobody.try_set(true)),
                Err(failure) => return Err(failure),
            }
            Ok(())
        });
    };
    let off = Signal::derive(move || number.with(|number| number.trim().len() < SHORTEST));
    let missed = move || {
        nobody.get().then(|| {
            view! {
                <Note tone=Tone::Doubt>
                    <strong>{t!("rescue-nobody")}</strong>
                    " "
                    {otherwise}
                </Note>
            }
        })
    };
    view! {
        <Pick label=t!("rescue-country") options=Signal::derive(words::countries) value=country />
        <Field label=t!("rescue-national") value=number />
        <Wrong of=finding />
        <div role="status">{missed}</div>
        <div class="row end">
            <Button icon=icons::SEARCH sends=sends busy=finding.busy() off=off on_press=press>
                {t!("rescue-find")}
            </Button>
        </div>
    }
}
