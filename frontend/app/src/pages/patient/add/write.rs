//! A few lines written here: they become a text file, and go the way of every other.

use crate::{
    ground::files::Picked,
    parts::{Area, Button, Look, Sheet, announce, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::intake::Unfit;
use leptos::{prelude::*, task::spawn_local};

/// So many letters are a few lines. Whoever has more to say has a program to say it in.
const MOST: usize = 4_000;

/// A place to write in, while it is open.
#[component]
pub(super) fn Write<F>(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Whether the lines are for the emergency card.
    for_card: bool,
    /// Takes what was written.
    take: F,
) -> impl IntoView
where
    F: Fn(Vec<Picked>) + Copy + Send + 'static,
{
    // Kept while it is closed, so that nobody loses what they wrote by a slip.
    let (text, unfit) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let looking = RwSignal::new(false);
    let too_many = move || text.with(|text| text.trim().chars().count()).saturating_sub(MOST);
    let error = Signal::derive(move || match too_many() {
        0 => unfit.get(),
        count => Some(say!("add-write-long", count = count)),
    });
    let off = Signal::derive(move || too_many() > 0 || text.with(|text| text.trim().is_empty()));
    Effect::new(move |_| {
        text.track();
        unfit.set(None);
    });
    let press = move || {
        let name = if for_card { say!("place-emergency") } else { say!("add-write-name") };
        let written = text.with_untracked(|text| Picked::written(&format!("{name}.txt"), text.trim()));
        looking.set(true);
        spawn_local(async move {
            // What is not taken stays here, where it can be put right.
            let checked = async {
                let file = written?;
                file.inspect().await?;
                Ok::<_, Unfit>(file)
            };
            let checked = checked.await;
            // The page may be left by then.
            if looking.try_get_untracked().is_none() {
                return;
            }
            looking.set(false);
            match checked {
                Ok(file) => {
                    text.set(String::new());
                    open.set(false);
                    take(vec![file]);
                    announce(say!("add-write-taken"));
                }
                Err(why) => unfit.set(Some(words::unfit(&why))),
            }
        });
    };
    move || {
        open.get().then(|| {
            view! {
                <Sheet>
                    <Area
                        label=t!("add-write-label")
                        value=text
                        lines=8
                        help=t!("add-write-help").signal()
                        error=error
                    />
                    <div class="btns">
                        <Button look=Look::Main icon=icons::CHECK busy=looking off=off on_press=press>
                            {t!("add-write-take")}
                        </Button>
                    </div>
                </Sheet>
            }
        })
    }
}
