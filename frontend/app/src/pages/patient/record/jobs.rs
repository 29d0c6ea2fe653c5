//! Readings that were asked for and are not there yet.

use crate::{
    ask::{Wrong, asked, doing},
    ground::clock,
    hand::hand,
    parts::{Button, Look, Tag, Tone, Waiting},
    speech::{key, say, say_key, t},
    words,
};
use chartkey_flows::Failure;
use chartkey_protocol::{JobRow, JobState};
use chartkey_vocabulary::RecordId;
use leptos::{prelude::*, task::spawn_local};

/// Between two looks while somebody reads, in milliseconds.
const BETWEEN: u32 = 5_000;

/// What is under way; nothing when nothing is.
#[component]
pub(super) fn Jobs(record: RecordId) -> impl IntoView {
    let hand = hand();
    let jobs = asked(move || async move {
        let rows = hand.person().await?.oracle().jobs(Some(record)).await.map_err(Failure::from)?;
        Ok(rows.into_iter().filter(|job| job.state != JobState::Done).collect::<Vec<_>>())
    });
    let waits =
        Memo::new(move |_| jobs.read(|jobs| jobs.iter().any(|job| job.state != JobState::Parked)).unwrap_or_default());
    // While somebody reads, how far they are changes without any notice.
    Effect::new(move |_| {
        if !waits.get() {
            return;
        }
        spawn_local(async move {
            while waits.try_get_untracked() == Some(true) {
                clock::pause(BETWEEN).await;
                if waits.try_get_untracked() == Some(true) {
                    jobs.again();
                }
            }
            // It is read: the record has a finding more.
            if waits.try_get_untracked() == Some(false) {
                hand.stir();
            }
        });
    });
    move || jobs.get().map(|jobs| jobs.iter().cloned().map(|job| view! { <Job job=job /> }).collect_view())
}

#[component]
fn Job(job: JobRow) -> impl IntoView {
    let hand = hand();
    let dropping = doing();
    let (name, worker, state, percent, at) = (job.job, job.worker, job.state, job.percent, job.at);
    let says = match state {
        JobState::Queued => key!("job-queued"),
        JobState::Leased => key!("job-reading"),
        JobState::Posting => key!("job-posting"),
        JobState::Parked => key!("job-parked"),
        JobState::Done => key!("job-done"),
    };
    let title = move || say!("job-waits", who = hand.name_of(worker), when = words::ago(at));
    let press = move || {
        let name = name.clone();
        dropping.start(async move {
            hand.person().await?.oracle().drop_job(&name).await.map_err(Failure::from)?;
            hand.stir();
            Ok(())
        });
    };
    view! {
        <Waiting title=Signal::derive(title) note=Signal::derive(move || say_key(says, &[]))>
            {percent
                .filter(|_| state == JobState::Leased)
                .map(|percent| view! { <Tag tone=Tone::Machine>{t!("finding-percent", percent = percent)}</Tag> })}
            <Wrong of=dropping />
            <Button look=Look::Quiet busy=dropping.busy() on_press=press>
                {t!("job-drop")}
            </Button>
        </Waiting>
    }
}
