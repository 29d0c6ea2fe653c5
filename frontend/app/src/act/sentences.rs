//! What is said to the chain, in sentences for people: what, why, until when. Names stand where names are known.

use crate::{
    hand::Hand,
    speech::say,
    words::{self, full_day, full_time},
};
use chartkey_vocabulary::{
    CareMessage, ConsentMessage, Extent, Message, Motion, RecordsMessage, RegistryMessage, Scope, Terms, Verdict,
};

/// What one message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// What happens.
    pub(crate) what: String,
    /// What is opened, or why.
    pub(crate) why: Option<String>,
    /// Until when.
    pub(crate) until: Option<String>,
    /// How many times the same is said in one go.
    pub(crate) times: usize,
}

/// What all messages of a transaction say; the same said often is said once, with its number.
pub(crate) fn sentences(messages: &[Message], hand: Hand) -> Vec<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
    for message in messages {
        let sentence = of(message, hand);
        match said
            .iter_mut()
            .find(|known| (&known.what, &known.why, &known.until) == (&sentence.what, &sentence.why, &sentence.until))
        {
            Some(known) => known.times += 1,
            None => said.push(sentence),
        }
    }
    said
}

fn of(message: &Message, hand: Hand) -> Sentence {
    match message {
        Message::Registry(message) => registry(message, hand),
        Message::Consent(message) => consent(message, hand),
        Message::Records(message) => records(message, hand),
        Message::Care(message) => care(message, hand),
    }
}

fn just(what: String) -> Sentence {
    Sentence { what, why: None, until: None, times: 1 }
}

impl Sentence {
    fn why(self, why: String) -> Self {
        Self { why: Some(why), ..self }
    }

    fn until(self, until: String) -> Self {
        Self { until: Some(until), ..self }
    }
}

fn registry(message: &RegistryMessage, hand: Hand) -> Sentence {
    use RegistryMessage as M;
    let name = |who: &_| hand.name_of(*who);
    match message {
        M::Introduce { .. } => just(say!("act-introduce")),
        M::Register { role, .. } => just(say!("act-register", role = words::role(*role))),
        M::Leave {} => just(say!("act-leave")),
        M::RotateKeys { .. } => just(say!("act-rotate-keys")),
        M::Revise { .. } => just(say!("act-revise")),
        M::AttestLicence { who, .. } => just(say!("act-attest-licence", name = name(who))),
        M::Vote { motion } => just(say!("act-vote", motion = self::motion(motion, hand))),
        M::Retract { motion } => just(say!("act-unvote", motion = self::motion(motion, hand))),
        M::Assign { patient, doctor } => just(say!("act-assign", doctor = name(doctor), patient = name(patient))),
        M::Unassign { patient } => just(say!("act-unassign", patient = name(patient))),
        M::AppointGuardian { guardian } => just(say!("act-appoint-guardian", name = name(guardian))),
        M::DismissGuardian { guardian, .. } => just(say!("act-dismiss-guardian", name = name(guardian))),
        M::Affiliate { doctor } => just(say!("act-affiliate", name = name(doctor))),
        M::Part { hospital, doctor } => {
            let other = if hand.me() == Some(*doctor) { hospital } else { doctor };
            just(say!("act-part", name = name(other)))
        }
    }
}

/// What the council decides, as the end of a sentence.
pub(crate) fn motion(motion: &Motion, hand: Hand) -> String {
    let name = |who: &_| hand.name_of(*who);
    match motion {
        Motion::Approve(who) => say!("motion-approve", name = name(who)),
        Motion::Reject(who, why) => say!("motion-reject", name = name(who), reason = words::reason(*why)),
        Motion::Suspend(who, why) => say!("motion-suspend", name = name(who), reason = words::reason(*why)),
        Motion::Reinstate(who) => say!("motion-reinstate", name = name(who)),
        Motion::Appoint(who, office) => say!("motion-appoint", name = name(who), office = words::office(*office)),
        Motion::Dismiss(who) => say!("motion-dismiss", name = name(who)),
        Motion::Quorum(count) => say!("motion-quorum", count = *count),
        Motion::Upgrade(..) => say!("motion-upgrade"),
    }
}

fn consent(message: &ConsentMessage, hand: Hand) -> Sentence {
    use ConsentMessage as M;
    let name = |who: &_| hand.name_of(*who);
    match message {
        M::Introduce { .. } => just(say!("act-introduce")),
        M::Request { patient, purpose, terms } => {
            let what = say!("act-request", name = name(patient), scope = scope(&terms.scope));
            under(what, terms).why(words::purpose(*purpose))
        }
        M::DropRequest { patient, .. } => just(say!("act-drop-request", name = name(patient))),
        M::Answer { between, yes: true } => {
            just(say!("act-answer-yes", name = name(&between.reader))).why(words::purpose(between.purpose))
        }
        M::Answer { between, yes: false } => {
            just(say!("act-answer-no", name = name(&between.reader))).why(words::purpose(between.purpose))
        }
        M::Grant { between, terms } => {
            let what = say!("act-grant", name = name(&between.reader), scope = scope(&terms.scope));
            under(what, terms).why(words::purpose(between.purpose))
        }
        M::Revoke { between } => {
            just(say!("act-revoke", name = name(&between.reader))).why(words::purpose(between.purpose))
        }
        M::Renew { patient } if hand.me() == Some(*patient) => just(say!("act-renew-mine")),
        M::Renew { patient } => just(say!("act-renew", name = name(patient))),
        M::Narrow { between, narrowing } => {
            let said = just(say!("act-narrow", name = name(&between.reader))).why(words::purpose(between.purpose));
            match narrowing.until {
                Some(until) => said.until(full_day(until)),
                None => said,
            }
        }
        M::KeepCard { .. } => just(say!("act-keep-card")),
        M::DropCard { .. } => just(say!("act-drop-card")),
        M::BreakGlass { patient, reason } => {
            just(say!("act-break-glass", name = name(patient))).why(words::emergency_reason(*reason))
        }
        M::MendGlass { reader, .. } => just(say!("act-mend-glass", name = name(reader))),
        M::OpenLink { terms, .. } => {
            let what = match terms.views {
                Some(views) => say!("act-open-link-counted", count = views),
                None => say!("act-open-link"),
            };
            just(what).until(full_time(terms.until))
        }
        M::CloseLink { .. } => just(say!("act-close-link")),
        M::ViewLink { .. } => just(say!("act-view-link")),
    }
}

/// Which records a key opens.
pub(crate) fn scope(scope: &Scope) -> String {
    let inside = match &scope.extent {
        Extent::Everything => say!("scope-everything"),
        Extent::Kinds(kinds) => {
            let named: Vec<String> = words::kinds_of(*kinds).into_iter().map(words::kind).collect();
            say!("scope-kinds", kinds = named.join(", "))
        }
        Extent::Records(records) => say!("scope-records", count = records.len()),
        Extent::Written(from, until) => say!("scope-written", from = full_day(*from), until = full_day(*until)),
        Extent::ByReader => say!("scope-by-reader"),
    };
    let kept_back = words::kinds_of(scope.except.kinds).len() + scope.except.records.len();
    if kept_back == 0 { inside } else { say!("scope-except", scope = inside, count = kept_back) }
}

fn under(what: String, terms: &Terms) -> Sentence {
    let mut more = vec![full_day(terms.until)];
    if let Some(count) = terms.openings {
        more.push(say!("terms-openings", count = count));
    }
    if terms.may_write {
        more.push(say!("terms-may-write"));
    }
    just(what).until(more.join(" · "))
}

fn records(message: &RecordsMessage, hand: Hand) -> Sentence {
    use RecordsMessage as M;
    match message {
        M::Introduce { .. } => just(say!("act-introduce")),
        M::Add { owner, kind, .. } if hand.me() == Some(*owner) => {
            just(say!("act-add-mine", kind = words::kind(*kind)))
        }
        M::Add { owner, kind, .. } => just(say!("act-add", kind = words::kind(*kind), name = hand.name_of(*owner))),
        M::Amend { .. } => just(say!("act-amend")),
        M::Rekey { .. } => just(say!("act-rekey")),
        M::Withdraw { .. } => just(say!("act-withdraw")),
        M::Announce { purpose, .. } => just(say!("act-announce")).why(words::purpose(*purpose)),
        M::Attest { .. } => just(say!("act-attest")),
        M::SignOff { verdict: Verdict::Agree, .. } => just(say!("act-sign-off-agree")),
        M::SignOff { verdict: Verdict::Disagree, .. } => just(say!("act-sign-off-disagree")),
        M::SignOff { verdict: Verdict::Amended, .. } => just(say!("act-sign-off-amended")),
        M::Retract { .. } => just(say!("act-retract-finding")),
        M::AnchorLog { count, .. } => just(say!("act-anchor-log", count = *count)),
    }
}

fn care(message: &CareMessage, hand: Hand) -> Sentence {
    use CareMessage as M;
    let name = |who: &_| hand.name_of(*who);
    match message {
        M::Introduce { .. } => just(say!("act-introduce")),
        M::Ask { patient, doctor, from, .. } => {
            let other = if hand.me() == Some(*doctor) { patient } else { doctor };
            just(say!("act-ask-visit", name = name(other), when = full_time(*from)))
        }
        M::Propose { from, .. } => just(say!("act-propose-visit", when = full_time(*from))),
        M::Accept { .. } => just(say!("act-accept-visit")),
        M::Decline { .. } => just(say!("act-decline-visit")),
        M::Cancel { .. } => just(say!("act-cancel-visit")),
        M::Complete { .. } => just(say!("act-complete-visit")),
        M::Release { patient, doctor } => {
            let other = if hand.me() == Some(*doctor) { patient } else { doctor };
            just(say!("act-release", name = name(other)))
        }
        M::Prescribe { fills, until, .. } => just(say!("act-prescribe", count = *fills)).until(full_day(*until)),
        M::Dispense { .. } => just(say!("act-dispense")),
        M::Void { .. } => just(say!("act-void")),
    }
}
