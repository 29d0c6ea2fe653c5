//! Fields: what is asked, what helps, what is wrong with the answer.

use super::{I, choice::unique, icons};
use leptos::prelude::*;

/// Label, help and error around one control, which is given its name and the names of what describes it.
pub(crate) fn entry<V: IntoView + 'static>(
    label: Signal<String>,
    help: Option<Signal<String>>,
    error: Signal<Option<String>>,
    control: impl FnOnce(String, Signal<String>) -> V,
) -> impl IntoView {
    let id = unique("field");
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let describes = {
        let (help_id, error_id) = (help.map(|_| help_id.clone()), error_id.clone());
        Signal::derive(move || {
            let wrong = error.with(Option::is_some).then(|| error_id.clone());
            [help_id.clone(), wrong].into_iter().flatten().collect::<Vec<_>>().join(" ")
        })
    };
    view! {
        <div class="entry">
            <label for=id.clone()>{label}</label>
            {control(id, describes)}
            {help.map(|help| view! { <p class="help" id=help_id>{help}</p> })}
            <div id=error_id aria-live="polite">
                {move || {
                    error
                        .get()
                        .map(|error| {
                            view! {
                                <p class="error">
                                    <I of=icons::ALERT />
                                    <span>{error}</span>
                                </p>
                            }
                        })
                }}
            </div>
        </div>
    }
}

/// A line of text.
#[component]
pub(crate) fn Field(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The answer.
    value: RwSignal<String>,
    /// What helps.
    #[prop(optional, into)]
    help: Option<Signal<String>>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// `text` unless given: `password`, `email`, `tel`, `number`, `date`, `datetime-local`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in: `current-password`, `new-password`, `one-time-code`, `name`, `off`.
    #[prop(default = "off")]
    fills: &'static str,
    /// The keyboard a phone shows: `numeric`, `decimal`.
    #[prop(optional)]
    keyboard: Option<&'static str>,
    /// Whether it must be answered.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let control = move |id: String, describes: Signal<String>| {
        view! {
            <input
                class="field"
                id=id
                type=kind
                autocomplete=fills
                inputmode=keyboard
                required=required
                aria-describedby=describes
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        }
    };
    entry(label, help, error, control)
}

/// Several lines of text.
#[component]
pub(crate) fn Area(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The answer.
    value: RwSignal<String>,
    /// What helps.
    #[prop(optional, into)]
    help: Option<Signal<String>>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// How many lines are in view.
    #[prop(default = 4)]
    lines: u32,
) -> impl IntoView {
    let control = move |id: String, describes: Signal<String>| {
        view! {
            <textarea
                class="field"
                id=id
                rows=lines
                aria-describedby=describes
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
        }
    };
    entry(label, help, error, control)
}

/// One of many, in a list that opens. `Choose` is better while there are few.
#[component]
pub(crate) fn Pick<T>(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// What there is, each with its words.
    #[prop(into)]
    options: Signal<Vec<(T, String)>>,
    /// The choice.
    value: RwSignal<T>,
    /// What helps.
    #[prop(optional, into)]
    help: Option<Signal<String>>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let all = Signal::derive(move || options.with(|all| all.iter().map(|(_, words)| words.clone()).collect()));
    let chosen = move || options.with(|all| value.with(|value| all.iter().position(|(option, _)| option == value)));
    let choose = move |nth: usize| {
        if let Some(option) = options.with_untracked(|all| all.get(nth).map(|(option, _)| option.clone())) {
            value.set(option);
        }
    };
    picked(label, all, Signal::derive(chosen), Box::new(choose), help)
}

/// The list itself, whatever is picked from it.
fn picked(
    label: Signal<String>,
    all: Signal<Vec<String>>,
    chosen: Signal<Option<usize>>,
    choose: Box<dyn Fn(usize)>,
    help: Option<Signal<String>>,
) -> AnyView {
    let rows = move || {
        let chosen = chosen.get();
        let row = |(nth, words)| view! { <option value=nth prop:selected=chosen == Some(nth)>{words}</option> };
        all.get().into_iter().enumerate().map(row).collect_view()
    };
    let control = move |id: String, describes: Signal<String>| {
        view! {
            <span class="pick">
                <select
                    class="field"
                    id=id
                    aria-describedby=describes
                    on:change=move |event| {
                        if let Ok(nth) = event_target_value(&event).parse() {
                            choose(nth);
                        }
                    }
                >
                    {move || rows()}
                </select>
                <I of=icons::CHEVRON_DOWN />
            </span>
        }
    };
    entry(label, help, Signal::stored(None), control).into_any()
}

/// A field to look for something; the label is seen by nobody and heard by those who listen.
#[component]
pub(crate) fn SearchField(
    /// What is looked for.
    #[prop(into)]
    label: Signal<String>,
    /// The words.
    value: RwSignal<String>,
) -> impl IntoView {
    view! {
        <label class="withicon">
            <span class="unseen">{label}</span>
            <I of=icons::SEARCH />
            <input
                class="field"
                type="search"
                placeholder=label
                autocomplete="off"
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </label>
    }
}
