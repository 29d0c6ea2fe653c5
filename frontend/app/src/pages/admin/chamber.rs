//! The council: who is on it, what it votes on, and one's own vote. What every page of an admin shares.

use crate::{
    act,
    ask::{Wrong, doing},
    hand::{Hand, hand},
    parts::{Button, I, List, Look, Note, Section, Tag, Tone, icons, toast},
    speech::{say, t},
    words,
};
use chartkey_flows::{
    Failure,
    council::{self, Voted},
};
use chartkey_protocol::MotionRow;
use chartkey_vocabulary::{Account, Council, Motion};
use futures::future::try_join_all;
use leptos::prelude::*;

/// Admins see no records, and every page of theirs says so.
#[component]
pub(super) fn NoRecords() -> impl IntoView {
    view! {
        <Note icon=icons::EYE_OFF tone=Tone::Good>
            {t!("admin-no-records")}
        </Note>
    }
}

/// The council and what it votes on, as the chain has it.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Chamber {
    /// Who is on it, and how many must agree.
    pub(super) council: Council,
    /// What is open.
    pub(super) open: Vec<MotionRow>,
}

impl Chamber {
    /// What is open about somebody.
    pub(super) fn about(&self, who: Account) -> Vec<MotionRow> {
        self.open.iter().filter(|row| row.motion.subject() == Some(who)).cloned().collect()
    }
}

/// Asks for the council; the service's list of motions is held against the chain's ballots.
pub(super) async fn chamber(hand: Hand) -> Result<Chamber, Failure> {
    let who = hand.session()?;
    let listed = who.oracle().motions(false).await?;
    let at = who.now().await?;
    let at = &at;
    let ballots = listed.into_iter().map(|row| async move {
        let ballot = at.registry().ballot(row.motion).await?;
        Ok::<_, Failure>(ballot.map(|ballot| MotionRow { yes: ballot.yes, ..row }))
    });
    let open = try_join_all(ballots).await?.into_iter().flatten().collect();
    Ok(Chamber { council: at.registry().council().await?, open })
}

/// Votes, and says what became of it.
pub(super) async fn vote(hand: Hand, motion: Motion) -> Result<(), Failure> {
    match council::vote(&hand.session()?, motion).await? {
        Voted::Carried => toast(say!("vote-carried")),
        Voted::Waiting(missing) => toast(say!("vote-waiting", count = missing)),
    }
    Ok(())
}

/// What the council votes on of some sort; nothing while there is none.
#[component]
pub(super) fn UnderVote<F>(
    /// The council.
    chamber: Chamber,
    /// Of which sort.
    about: F,
) -> impl IntoView
where
    F: Fn(&Motion, &Council) -> bool,
{
    let Chamber { council, mut open } = chamber;
    open.retain(|row| about(&row.motion, &council));
    (!open.is_empty()).then(|| {
        view! {
            <Section title=t!("professionals-vote")>
                <List>
                    {open.into_iter().map(|row| view! { <OpenMotion row=row quorum=council.quorum /> }).collect_view()}
                </List>
            </Section>
        }
    })
}

/// One open motion: what it is, who agreed, and one's own vote.
#[component]
pub(super) fn OpenMotion(
    /// Which.
    row: MotionRow,
    /// How many must agree.
    quorum: u8,
) -> impl IntoView {
    let (hand, voting) = (hand(), doing());
    let MotionRow { motion, yes, until, .. } = row;
    let count = yes.len();
    let voters = yes.clone();
    let voted = move || hand.me().is_some_and(|me| voters.contains(&me));
    let own = move || hand.me().is_some() && hand.me() == motion.subject();
    let agree = move || voting.start(vote(hand, motion));
    let retract = move || {
        voting.start(async move {
            council::retract(&hand.session()?, motion).await?;
            toast(say!("vote-back"));
            Ok(())
        });
    };
    view! {
        <div class="line">
            <span class="kind" aria-hidden="true">
                <I of=icons::VOTE />
            </span>
            <div class="grow stack tight">
                <div>
                    <h3>{move || words::capital(&act::motion(&motion, hand))}</h3>
                    <p class="small soft">{move || agreed(&yes, hand)}</p>
                    {until
                        .map(|until| {
                            view! {
                                <p class="small soft">{move || say!("vote-until", when = words::near_day(until))}</p>
                            }
                        })}
                </div>
                <Wrong of=voting />
                <div class="row wrap">
                    <Tag tone=Tone::Key>{t!("vote-count", count = count, quorum = quorum)}</Tag>
                    {move || match (own(), voted()) {
                        (true, _) => view! { <span class="small soft">{t!("vote-own")}</span> }.into_any(),
                        (_, true) => {
                            view! {
                                <Button look=Look::Quiet busy=voting.busy() on_press=retract>
                                    {t!("vote-retract")}
                                </Button>
                            }
                                .into_any()
                        }
                        (_, false) => {
                            view! {
                                <Button icon=icons::CHECK busy=voting.busy() on_press=agree>
                                    {t!("vote-agree")}
                                </Button>
                            }
                                .into_any()
                        }
                    }}
                </div>
            </div>
        </div>
    }
}

/// Who agreed so far, by name.
pub(super) fn agreed(yes: &[Account], hand: Hand) -> String {
    if yes.is_empty() {
        return say!("vote-nobody");
    }
    let names: Vec<String> = yes.iter().map(|who| hand.name_of(*who)).collect();
    say!("vote-by", names = names.join(", "))
}
