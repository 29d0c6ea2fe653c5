//! How far a record is on its way: sealed, uploaded, named on the chain.

use super::{Note, Progress, icons};
use crate::speech::t;
use chartkey_flows::Stage;
use leptos::prelude::*;

/// How far; nothing before it begins. `told` of a flow sets the signal.
#[component]
pub(crate) fn OnItsWay(
    /// What the flow said last.
    #[prop(into)]
    stage: Signal<Option<Stage>>,
) -> impl IntoView {
    let counted = Memo::new(move |_| match stage.get() {
        Some(Stage::Sealing { .. }) => Some(0_u8),
        Some(Stage::Uploading { .. }) => Some(1),
        Some(Stage::Opening { .. }) => Some(2),
        Some(Stage::Telling) => Some(3),
        None => None,
    });
    let parts = move || match stage.get() {
        Some(Stage::Sealing { done, size } | Stage::Uploading { done, size } | Stage::Opening { done, size }) => {
            (done, size)
        }
        Some(Stage::Telling) | None => (0, 0),
    };
    let (done, size) = (Signal::derive(move || parts().0), Signal::derive(move || parts().1));
    view! {
        <div aria-live="polite">
            {move || match counted.get() {
                None => ().into_any(),
                Some(0) => view! { <Progress label=t!("stage-sealing") done=done size=size /> }.into_any(),
                Some(1) => view! { <Progress label=t!("stage-uploading") done=done size=size /> }.into_any(),
                Some(2) => view! { <Progress label=t!("stage-opening") done=done size=size /> }.into_any(),
                Some(_) => view! { <Note icon=icons::CLOCK>{t!("stage-telling")}</Note> }.into_any(),
            }}
        </div>
    }
}
