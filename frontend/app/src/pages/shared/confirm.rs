//! Asking once more before something is taken away.

use crate::{
    ask::{Doing, Wrong},
    parts::{Button, Dialog, Look},
    speech::t,
};
use leptos::prelude::*;

/// A dialog with one sentence, and two ways out of it. It stays while the thing is done.
#[component]
pub(crate) fn Confirm<F>(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What would happen.
    #[prop(into)]
    title: Signal<String>,
    /// What that means.
    #[prop(into)]
    note: Signal<String>,
    /// The words on the button that does it.
    #[prop(into)]
    yes: Signal<String>,
    /// Whether it is being done, and why not.
    doing: Doing,
    /// Does it.
    on_yes: F,
) -> impl IntoView
where
    F: Fn() + Clone + Send + Sync + 'static,
{
    view! {
        <Dialog open=open title=title lead=note stays=doing.busy()>
            <Wrong of=doing />
            <div class="row end wrap">
                <Button off=doing.busy() on_press=move || open.set(false)>
                    {t!("cancel")}
                </Button>
                <Button look=Look::Grave busy=doing.busy() on_press=on_yes.clone()>
                    {move || yes.get()}
                </Button>
            </div>
        </Dialog>
    }
}
