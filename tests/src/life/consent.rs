use super::Life;
use chartkey_rules::town::{cast::*, terms};
use chartkey_vocabulary::{ConsentMessage as O, *};

const LINK: Digest = Digest([0x71; 32]);

fn with(reader: Account, purpose: Purpose) -> Between {
    Between { patient: ADA, reader, purpose }
}

/// Keys are asked for, given, refused, made smaller.
pub(super) fn ask_and_answer(life: &mut Life) {
    let plain = terms(life.now());
    let ask = |purpose| O::Request { patient: ADA, purpose, terms: plain.clone() };
    life.consent(DR_LIN, ask(Purpose::Treatment));
    life.consent(DR_LIN, ask(Purpose::Research));
    life.consent(HOSPITAL, ask(Purpose::Insurance));
    life.consent(DR_LIN, O::DropRequest { patient: ADA, purpose: Purpose::Research });
    life.consent(ADA, O::Answer { between: with(DR_LIN, Purpose::Treatment), yes: true });
    life.consent(GUARDIAN, O::Answer { between: with(HOSPITAL, Purpose::Insurance), yes: false });
    for (reader, purpose) in [(WORKER, Purpose::MachineAnalysis), (PHARMACY, Purpose::Dispensing)] {
        life.consent(ADA, O::Grant { between: with(reader, purpose), terms: plain.clone() });
    }
    let counted = Terms { openings: Some(3), ..plain };
    life.consent(ADA, O::Grant { between: with(DR_OLA, Purpose::SecondOpinion), terms: counted });
    let except = Exclusions { kinds: Kinds::PRESCRIPTIONS, records: Vec::new() };
    let narrowing = Narrowing { openings: Some(2), except, ..Narrowing::default() };
    life.consent(ADA, O::Narrow { between: with(DR_OLA, Purpose::SecondOpinion), narrowing });
}

/// An emergency, and a link for somebody without an account.
pub(super) fn emergencies_and_links(life: &mut Life, card: RecordId) {
    life.consent(ADA, O::KeepCard { patient: ADA, record: card });
    life.consent(HOSPITAL, O::BreakGlass { patient: ADA, reason: EmergencyReason::LifeAtRisk });
    life.consent(ADA, O::MendGlass { patient: ADA, reader: HOSPITAL });
    life.consent(ADA, O::DropCard { patient: ADA });
    let terms = Link { until: life.now() + DAY, views: Some(2) };
    life.consent(ADA, O::OpenLink { owner: ADA, link: LINK, terms });
    life.consent(ATTESTER, O::ViewLink { owner: ADA, link: LINK });
    life.consent(ADA, O::CloseLink { owner: ADA, link: LINK });
}

/// All keys are taken or given back.
pub(super) fn take_back(life: &mut Life) {
    life.consent(DR_LIN, O::Revoke { between: with(DR_LIN, Purpose::Treatment) });
    life.consent(ADA, O::Revoke { between: with(WORKER, Purpose::MachineAnalysis) });
    life.consent(GUARDIAN, O::Revoke { between: with(PHARMACY, Purpose::Dispensing) });
    life.consent(ADA, O::Revoke { between: with(DR_OLA, Purpose::SecondOpinion) });
    life.consent(GUARDIAN, O::Renew { patient: ADA });
}
