use super::{Life, id};
use chartkey_rules::town::cast::*;
use chartkey_vocabulary::{RecordsMessage as L, *};

/// What was written.
pub(super) struct Things {
    pub(super) report: RecordId,
    finding: FindingId,
}

/// A record with two versions, a machine's finding in it and a doctor's name under that.
pub(super) fn write(life: &mut Life) -> Things {
    let (salt, first) = (life.papers.salt(), life.papers.sealed(0));
    let report = RecordId(id(life.records(ADA, L::Add { owner: ADA, salt, kind: Kind::XRay, sealed: first })));
    let second = life.papers.sealed(0);
    life.records(ADA, L::Amend { record: report, expected: 1, sealed: second });
    let again = life.papers.sealed(0);
    life.records(ADA, L::Rekey { record: report, version: 1, cid: again.cid });
    life.records(DR_OLA, L::Announce { record: report, purpose: Purpose::SecondOpinion });

    let (model, code) = (Digest([2; 32]), Digest([3; 32]));
    let output = life.papers.sealed(1);
    let attestation =
        Attestation { record: report, version: 1, seen: first.commitment, model, code, output: output.commitment };
    let finding = FindingId(id(life.records(WORKER, L::Attest { attestation, cid: output.cid })));
    life.records(DR_LIN, L::SignOff { finding, verdict: Verdict::Amended });
    life.records(ATTESTER, L::AnchorLog { head: Digest([4; 32]), count: 7 });
    Things { report, finding }
}

/// The name is taken back, the record is withdrawn.
pub(super) fn withdraw(life: &mut Life, things: &Things) {
    life.records(DR_LIN, L::Retract { finding: things.finding });
    life.records(ADA, L::Withdraw { record: things.report });
}
