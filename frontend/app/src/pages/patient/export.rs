//! Everything in one file, opened: every version of every record, what machines found, and a list of it all.

mod pack;

use crate::{
    ask::{Wrong, doing},
    ground::{clock, save},
    hand::{Hand, hand},
    parts::{Button, Look, Note, Page, Section, Sheet, Tick, Tone, announce, icons},
    shelf,
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, chart};
use chartkey_protocol::{RecordRow, utc};
use chartkey_vocabulary::Account;
use leptos::prelude::*;
use pack::Pack;

/// How far it is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Far {
    done: usize,
    all: usize,
    /// What did not open.
    closed: usize,
    /// Bytes in the finished file.
    size: Option<u64>,
}

/// Everything in one file.
#[component]
pub(crate) fn Export() -> impl IntoView {
    let hand = hand();
    let (older, findings) = (RwSignal::new(true), RwSignal::new(true));
    let far = RwSignal::new(Far::default());
    let packing = doing();
    let press = move || {
        let (whose, wants) = (hand.whose(), (older.get_untracked(), findings.get_untracked()));
        far.set(Far::default());
        packing.start(async move {
            let whose = whose.ok_or_else(|| Failure::Not("nobody is signed in".into()))?;
            let (file, closed) = pack(hand, whose, wants, far).await?;
            let name = format!("chartkey-{}.zip", &utc(clock::now())[..10]);
            if !save::save(&name, &file) {
                return Err(Failure::Not("the browser did not save the file".into()));
            }
            let size = file.len() as u64;
            let _ = far.try_update(|far| (far.size, far.closed) = (Some(size), closed));
            announce(say!("export-done", size = words::bytes(size)));
            Ok(())
        });
    };
    let progress = move || {
        let Far { done, all, .. } = far.get();
        (packing.busy().get() && all > 0).then(|| view! { <Counted done=done all=all /> })
    };
    let ended = move || {
        let Far { size, closed, .. } = far.get();
        size.map(|size| {
            view! {
                <Note tone=Tone::Good icon=icons::FILE_CHECK>
                    {move || say!("export-done", size = words::bytes(size))}
                </Note>
                {(closed > 0).then(|| view! { <Note tone=Tone::Doubt>{t!("export-closed", count = closed)}</Note> })}
            }
        })
    };
    view! {
        <Page title=t!("place-export") lead=t!("export-lead").signal()>
            <Section title=t!("export-what")>
                <Sheet>
                    <p>{t!("export-note")}</p>
                    <Tick value=older>{t!("export-older")}</Tick>
                    <Tick value=findings>{t!("export-findings")}</Tick>
                    <Note tone=Tone::Doubt>{t!("export-open")}</Note>
                    <div role="status">{progress} {ended}</div>
                    <Wrong of=packing />
                    <div class="btns end">
                        <Button look=Look::Main icon=icons::DOWNLOAD busy=packing.busy() on_press=press>
                            {t!("export-make")}
                        </Button>
                    </div>
                </Sheet>
            </Section>
        </Page>
    }
}

/// Records done, of all.
#[component]
fn Counted(done: usize, all: usize) -> impl IntoView {
    let share = done as f64 / all as f64 * 100.0;
    view! {
        <div class="progress">
            <span class="small">{t!("export-packing", done = done, count = all)}</span>
            <div
                class="track"
                role="progressbar"
                aria-label=t!("export-make")
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=format!("{share:.0}")
            >
                <i style:inline-size=format!("{share:.1}%")></i>
            </div>
        </div>
    }
}

/// Opens everything and packs it; how many things did not open comes along.
async fn pack(
    hand: Hand,
    whose: Account,
    (older, findings): (bool, bool),
    far: RwSignal<Far>,
) -> Result<(Vec<u8>, usize), Failure> {
    let rows = chart::records(&*hand.person().await?, whose).await?;
    let (mut pack, mut closed) = (Pack::begin(), 0);
    let all = rows.len();
    for (done, row) in rows.iter().enumerate() {
        let _ = far.try_update(|far| (far.done, far.all) = (done, all));
        closed += one(hand, row, (older, findings), &mut pack).await?;
    }
    Ok((pack.finish()?, closed))
}

/// Packs one record; how many of its parts did not open.
async fn one(hand: Hand, row: &RecordRow, (older, findings): (bool, bool), pack: &mut Pack) -> Result<usize, Failure> {
    let newest = row.versions.len() as u16;
    let (mut closed, first) = (0, if older { 1 } else { newest });
    let folder = pack.folder(row, shelf::about(hand, row.record, newest).await.as_deref());
    for number in (first..=newest).rev() {
        match shelf::open(hand, row.record, number, |_, _| ()).await {
            Ok(content) => pack.version(&folder, &content, &hand.name_of(content.version.by))?,
            Err(failure) => {
                skip(hand, &failure).await?;
                closed += 1;
            }
        }
    }
    for id in row.findings.iter().filter(|_| findings) {
        match shelf::finding(hand, *id).await {
            Ok(found) => pack.finding(&folder, &found)?,
            Err(failure) => {
                skip(hand, &failure).await?;
                closed += 1;
            }
        }
    }
    Ok(closed)
}

/// What does not open leaves the rest be; a closed vault ends it.
async fn skip(hand: Hand, failure: &Failure) -> Result<(), Failure> {
    hand.noticed(failure);
    hand.person().await.map(drop)
}
