//! What can be done with a record: share it, have it read, add a version, withdraw it.

use super::{
    super::{
        add::{DropZone, media_type},
        ask_reading::AskReading,
        give,
    },
    Whole,
    viewer::file_name,
};
use crate::{
    ask::{Wrong, doing},
    ground::{files::Picked, save},
    hand::hand,
    parts::{Button, Dialog, Go, I, Look, Note, OnItsWay, Tone, go, icons, toast},
    places::{Place, View},
    shelf,
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, add_record, intake::Checked};
use chartkey_vault::About;
use chartkey_vocabulary::Role;
use leptos::prelude::*;
use std::sync::Arc;

/// The buttons, and the dialogs behind them.
#[component]
pub(super) fn Acts(known: Arc<Whole>) -> impl IntoView {
    let hand = hand();
    let (reading, amending, withdrawing) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let is_author = untrack(|| hand.me()) == Some(known.row.author);
    let kept = known.kept;
    let id = known.id;
    let is_doctor = hand.member_now().is_some_and(|member| member.who.role == Role::Doctor);
    let (of_amend, of_withdraw) = (known.clone(), known);
    view! {
        {kept
            .then(|| {
                view! {
                    <a class="btn main" href=give::of_record(id)>
                        <I of=icons::KEY />
                        <span>{t!("record-share")}</span>
                    </a>
                    <Button icon=icons::CPU on_press=move || reading.set(true)>
                        {t!("record-have-read")}
                    </Button>
                }
            })}
        {is_doctor
            .then(|| {
                view! {
                    <Go to=Place::Opinion(id) icon=icons::STETHOSCOPE>
                        {t!("sign-off-opinion")}
                    </Go>
                }
            })}
        {(kept || is_author)
            .then(|| {
                view! {
                    <Button icon=icons::FILE_ADD on_press=move || amending.set(true)>
                        {t!("record-amend")}
                    </Button>
                }
            })}
        {kept
            .then(|| {
                view! {
                    <Button look=Look::Danger icon=icons::TRASH on_press=move || withdrawing.set(true)>
                        {t!("record-withdraw")}
                    </Button>
                }
            })}
        <Dialog open=reading title=t!("record-have-read") lead=t!("reading-lead").signal()>
            <AskReading record=id open=reading />
        </Dialog>
        <Dialog open=amending title=t!("record-amend") lead=t!("record-amend-note").signal()>
            <Amend known=of_amend.clone() open=amending />
        </Dialog>
        <Dialog open=withdrawing title=t!("record-withdraw-title")>
            <Withdraw known=of_withdraw.clone() open=withdrawing />
        </Dialog>
    }
}

/// A file as a new version.
#[component]
fn Amend(known: Arc<Whole>, open: RwSignal<bool>) -> impl IntoView {
    let hand = hand();
    let file = StoredValue::new_local(None::<Picked>);
    let (checked, wrong, stage) = (RwSignal::new(None::<Checked>), RwSignal::new(None::<String>), RwSignal::new(None));
    let (amending, looking) = (doing(), doing());
    let take = move |mut picked: Vec<Picked>| {
        let Some(one) = picked.pop() else { return };
        checked.set(None);
        wrong.set(None);
        file.set_value(None);
        looking.start(async move {
            match one.inspect().await {
                Ok(seen) => {
                    file.try_update_value(|file| *file = Some(one));
                    let _ = checked.try_set(Some(seen));
                }
                Err(why) => drop(wrong.try_set(Some(words::unfit(&why)))),
            }
            Ok(())
        });
    };
    let (id, newest) = (known.id, known.row.versions);
    let press = move || {
        let Some((seen, mut file)) = checked.get_untracked().zip(file.get_value()) else { return };
        amending.start(async move {
            let before = shelf::about(hand, id, newest).await;
            let about = About {
                title: before.as_ref().map_or_else(|| seen.file_name.clone(), |before| before.title.clone()),
                media_type: media_type(&seen).into(),
                file_name: seen.file_name,
                dated: before.as_ref().and_then(|before| before.dated),
                ..About::default()
            };
            let person = hand.person().await?;
            let mut told = move |now| {
                let _ = stage.try_set(Some(now));
            };
            let amended = add_record::amend(&person, id, newest, about, &mut file, &mut told).await;
            let _ = stage.try_set(None);
            amended?;
            toast(say!("record-amended"));
            hand.stir();
            let _ = open.try_set(false);
            Ok(())
        });
    };
    view! {
        <div class="stack">
            <DropZone take=take single=true />
            {move || wrong.get().map(|wrong| view! { <Note tone=Tone::Bad>{wrong}</Note> })}
            {move || {
                checked
                    .get()
                    .map(|seen| {
                        view! {
                            <Note tone=Tone::Good icon=icons::FILE_CHECK>
                                <bdi>{seen.file_name}</bdi>
                                " · "
                                {words::bytes(seen.size)}
                            </Note>
                        }
                    })
            }}
            <OnItsWay stage=stage />
            <Wrong of=amending />
            <div class="btns end">
                <Button
                    look=Look::Main
                    icon=icons::LOCK
                    busy=amending.busy()
                    off=Signal::derive(move || checked.with(Option::is_none))
                    on_press=press
                >
                    {t!("record-amend-yes")}
                </Button>
            </div>
        </div>
    }
}

/// Takes the record away for good, after it was said what that means.
#[component]
fn Withdraw(known: Arc<Whole>, open: RwSignal<bool>) -> impl IntoView {
    let hand = hand();
    let (withdrawing, saving) = (doing(), doing());
    let away = go();
    let (id, newest) = (known.id, known.row.versions);
    let keep = move || {
        saving.start(async move {
            let content = shelf::open(hand, id, newest, |_, _| ()).await?;
            if !save::save(&file_name(&content), &content.bytes) {
                return Err(Failure::Not("the browser did not save the file".into()));
            }
            toast(say!("record-withdraw-saved"));
            Ok(())
        });
    };
    let press = move || {
        let away = away.clone();
        withdrawing.start(async move {
            add_record::withdraw(hand.person().await?.signed_in(), id).await?;
            toast(say!("record-withdrawn"));
            let _ = open.try_set(false);
            hand.stir();
            away(Place::Records);
            Ok(())
        });
    };
    view! {
        <div class="stack">
            <p>{t!("record-withdraw-note")}</p>
            <Note tone=Tone::Doubt>{t!("record-withdraw-known")}</Note>
            <div class="btns">
                <Button icon=icons::DOWNLOAD busy=saving.busy() on_press=keep>
                    {t!("record-withdraw-save")}
                </Button>
                {(newest > 1)
                    .then(|| {
                        view! {
                            <a
                                class="small"
                                href=Place::Record(id, View::Versions).path()
                                on:click=move |_| open.set(false)
                            >
                                {t!("record-withdraw-older")}
                            </a>
                        }
                    })}
            </div>
            <Wrong of=saving />
            <Wrong of=withdrawing />
            <div class="btns end">
                <Button look=Look::Quiet on_press=move || open.set(false)>
                    {t!("cancel")}
                </Button>
                <Button look=Look::Grave icon=icons::TRASH busy=withdrawing.busy() on_press=press>
                    {t!("record-withdraw")}
                </Button>
            </div>
        </div>
    }
}
