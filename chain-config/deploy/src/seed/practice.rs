//! What happens between them: guardians, records, keys, visits, a prescription handed out, a finding signed.

use super::{
    cast::{admin, worker},
    stage::{Player, Stage, cid, commitment, player, record, salt, sealed},
};
use chartkey_client::keccak;
use chartkey_vocabulary::{
    Attestation, Between, CareMessage, ConsentMessage, DAY, Digest, Extent, FindingId, Kind, Kinds, Link, Message,
    PrescriptionId, Purpose, RecordId, RecordsMessage, RegistryMessage, SLOT, Scope, Terms, Time, Verdict, VisitId,
    VisitState,
};

/// Ada's X-ray, which the worker reads and Dr Lin signs.
const XRAY: &str = "ada/xray";
const PRESCRIBED: &str = "ada/prescribed";

/// A guardian, a house with a doctor, a doctor proposed.
pub(super) async fn ties(stage: &mut Stage) -> anyhow::Result<()> {
    let (ada, ben, grace) = (player("Ada"), player("Ben"), player("Grace"));
    let (lin, house, admin) = (player("DrLin"), player("Lindenhof"), admin(stage));
    let at = stage.now().await?;

    let done = at.registry().guards(grace.account, ben.account).await?;
    let message = Message::Registry(RegistryMessage::AppointGuardian { guardian: grace.account });
    stage.unless(done, ("guardian", "//Grace acts for //Ben".into()), &ben, message).await?;

    let done = at.registry().affiliated(house.account, lin.account).await?.is_some();
    let message = Message::Registry(RegistryMessage::Affiliate { doctor: lin.account });
    stage.unless(done, ("house", "//DrLin belongs to //Lindenhof".into()), &house, message).await?;

    let done = at.registry().assignment(ada.account).await?.is_some();
    let message = Message::Registry(RegistryMessage::Assign { patient: ada.account, doctor: lin.account });
    stage.unless(done, ("proposal", "//DrLin is proposed to //Ada".into()), &admin, message).await?;
    Ok(())
}

/// Records of three patients, one of them added by a guardian, and an emergency card.
pub(super) async fn records(stage: &mut Stage) -> anyhow::Result<()> {
    let (ada, ben, chandra, grace) = (player("Ada"), player("Ben"), player("Chandra"), player("Grace"));
    add(stage, &ada, &ada, "ada/blood", Kind::LabReport).await?;
    add(stage, &ada, &ada, XRAY, Kind::XRay).await?;
    add(stage, &ada, &ada, "ada/card", Kind::Other).await?;
    add(stage, &ben, &grace, "ben/measles", Kind::Vaccination).await?;
    add(stage, &ben, &grace, "ben/ears", Kind::ConsultationNote).await?;
    add(stage, &chandra, &chandra, "chandra/mri", Kind::Mri).await?;

    let card = record(&ada, "ada/card");
    let done = stage.now().await?.consent().card(ada.account).await?.is_some();
    let message = Message::Consent(ConsentMessage::KeepCard { patient: ada.account, record: card });
    stage.unless(done, ("card", "//Ada keeps an emergency card".into()), &ada, message).await?;
    Ok(())
}

async fn add(stage: &mut Stage, owner: &Player, by: &Player, label: &str, kind: Kind) -> anyhow::Result<RecordId> {
    let id = record(owner, label);
    let done = stage.now().await?.records().record(id).await?.is_some();
    let message = RecordsMessage::Add { owner: owner.account, salt: salt(label), kind, sealed: sealed(label) };
    let what = ("record", format!("{kind:?} of //{} by //{}", owner.name, by.name));
    stage.unless(done, what, by, Message::Records(message)).await?;
    Ok(id)
}

/// Keys: one asked for and given, one given unasked, one counted, one asked for and still open, one link.
pub(super) async fn keys(stage: &mut Stage) -> anyhow::Result<()> {
    let (ada, ben, chandra, grace) = (player("Ada"), player("Ben"), player("Chandra"), player("Grace"));
    let (lin, okafor, soto) = (player("DrLin"), player("DrOkafor"), player("DrSoto"));
    let (pharmacy, worker, now) = (player("Marktapotheke"), worker(stage), stage.time().await?);

    let treatment = Terms { may_write: true, ..terms(Scope::everything(), now + 180 * DAY) };
    let between = Between { patient: ada.account, reader: lin.account, purpose: Purpose::Treatment };
    request(stage, &ada, &lin, Purpose::Treatment, treatment).await?;
    let done = stage.now().await?.consent().grant_of(between).await?.is_some();
    let message = Message::Consent(ConsentMessage::Answer { between, yes: true });
    stage.unless(done, ("key", "//Ada says yes to //DrLin: Treatment".into()), &ada, message).await?;

    let prescriptions = terms(Extent::Kinds(Kinds::PRESCRIPTIONS).into(), now + 90 * DAY);
    grant(stage, &ada, &ada, &pharmacy, Purpose::Dispensing, prescriptions).await?;
    let xray = Extent::Records(vec![record(&ada, XRAY)]);
    grant(stage, &ada, &ada, &worker, Purpose::MachineAnalysis, terms(xray.into(), now + 30 * DAY)).await?;
    let counted = Terms { openings: Some(3), ..terms(Scope::everything(), now + 30 * DAY) };
    grant(stage, &ben, &grace, &soto, Purpose::Treatment, counted).await?;

    let mri = Extent::Kinds(Kinds::from_iter([Kind::Mri]));
    request(stage, &chandra, &okafor, Purpose::SecondOpinion, terms(mri.into(), now + 14 * DAY)).await?;

    let link = Digest(commitment("chandra/link").0);
    let done = stage.now().await?.consent().link(chandra.account, link).await?.is_some();
    let open = Link { until: now + 7 * DAY, views: Some(5) };
    let message = Message::Consent(ConsentMessage::OpenLink { owner: chandra.account, link, terms: open });
    stage.unless(done, ("link", "//Chandra opens a link for five views".into()), &chandra, message).await?;
    Ok(())
}

fn terms(scope: Scope, until: Time) -> Terms {
    Terms { scope, until, openings: None, may_write: false }
}

async fn grant(
    stage: &mut Stage,
    patient: &Player,
    by: &Player,
    reader: &Player,
    purpose: Purpose,
    terms: Terms,
) -> anyhow::Result<()> {
    let between = Between { patient: patient.account, reader: reader.account, purpose };
    let done = stage.now().await?.consent().grant_of(between).await?.is_some();
    let message = Message::Consent(ConsentMessage::Grant { between, terms });
    let what = ("key", format!("//{} gives {}: {purpose:?}", by.name, reader.called()));
    stage.unless(done, what, by, message).await?;
    Ok(())
}

async fn request(
    stage: &mut Stage,
    patient: &Player,
    reader: &Player,
    purpose: Purpose,
    terms: Terms,
) -> anyhow::Result<()> {
    let between = Between { patient: patient.account, reader: reader.account, purpose };
    let at = stage.now().await?;
    let done = at.consent().request_of(between).await?.is_some() || at.consent().grant_of(between).await?.is_some();
    let message = Message::Consent(ConsentMessage::Request { patient: patient.account, purpose, terms });
    let what = ("request", format!("//{} asks //{}: {purpose:?}", reader.name, patient.name));
    stage.unless(done, what, reader, message).await?;
    Ok(())
}

/// One visit agreed on, one proposed.
pub(super) async fn visits(stage: &mut Stage) -> anyhow::Result<()> {
    let (ben, chandra, grace) = (player("Ben"), player("Chandra"), player("Grace"));
    let (soto, okafor) = (player("DrSoto"), player("DrOkafor"));
    // Whole days from now, on the grid of quarters of an hour.
    let on = |now: Time, days: Time| (now + days * DAY).next_multiple_of(SLOT);
    let now = stage.time().await?;

    let agreed = ask(stage, &ben, &grace, &soto, "ben/visit", on(now, 3)).await?;
    let visit = stage.now().await?.care().visit(agreed).await?;
    let done = visit.is_none_or(|visit| visit.state == VisitState::Accepted);
    let message = Message::Care(CareMessage::Accept { visit: agreed });
    stage.unless(done, ("visit", "//DrSoto accepts".into()), &soto, message).await?;

    ask(stage, &chandra, &chandra, &okafor, "chandra/visit", on(now, 5)).await?;
    Ok(())
}

async fn ask(
    stage: &mut Stage,
    patient: &Player,
    by: &Player,
    doctor: &Player,
    label: &str,
    from: Time,
) -> anyhow::Result<VisitId> {
    let id = VisitId::derive(patient.account, salt(label), keccak);
    let done = stage.now().await?.care().visit(id).await?.is_some();
    let (patient_is, doctor_is) = (patient.account, doctor.account);
    let message = CareMessage::Ask { patient: patient_is, doctor: doctor_is, salt: salt(label), from, slots: 2 };
    let what = ("visit", format!("//{} asks //{} for half an hour for //{}", by.name, doctor.name, patient.name));
    stage.unless(done, what, by, Message::Care(message)).await?;
    Ok(id)
}

/// A prescription of three, handed out once.
pub(super) async fn prescription(stage: &mut Stage) -> anyhow::Result<()> {
    let (ada, lin, pharmacy) = (player("Ada"), player("DrLin"), player("Marktapotheke"));
    let record = add(stage, &ada, &lin, PRESCRIBED, Kind::Prescription).await?;
    let id = PrescriptionId::derive(lin.account, salt(PRESCRIBED), keccak);
    let found = stage.now().await?.care().prescription(id).await?;
    let message = CareMessage::Prescribe {
        salt: salt(PRESCRIBED),
        record,
        commitment: commitment("ada/prescribed/shown"),
        fills: 3,
        until: stage.time().await? + 90 * DAY,
    };
    let what = ("prescription", "//DrLin prescribes three fills to //Ada".into());
    stage.unless(found.is_some(), what, &lin, Message::Care(message)).await?;

    let done = found.is_some_and(|prescription| prescription.fills < 3);
    let message = Message::Care(CareMessage::Dispense { prescription: id });
    stage.unless(done, ("prescription", "//Marktapotheke hands out the first".into()), &pharmacy, message).await?;
    Ok(())
}

/// What the worker found in Ada's X-ray, and a doctor's name under it.
pub(super) async fn finding(stage: &mut Stage) -> anyhow::Result<()> {
    let (ada, lin, worker) = (player("Ada"), player("DrLin"), worker(stage));
    let attestation = Attestation {
        record: record(&ada, XRAY),
        version: 1,
        seen: commitment(XRAY),
        model: Digest(commitment("demo/model").0),
        code: Digest(commitment("demo/program").0),
        output: commitment("ada/xray/finding"),
    };
    let id = FindingId::derive(ada.account, &attestation, keccak);
    let found = stage.now().await?.records().finding(id).await?;
    let message = Message::Records(RecordsMessage::Attest { attestation, cid: cid("ada/xray/finding") });
    let what = ("finding", "the worker reads //Ada's X-ray".into());
    stage.unless(found.is_some(), what, &worker, message).await?;

    let done = found.is_some_and(|finding| !finding.signed.is_empty());
    let message = Message::Records(RecordsMessage::SignOff { finding: id, verdict: Verdict::Agree });
    stage.unless(done, ("finding", "//DrLin signs it off".into()), &lin, message).await?;
    Ok(())
}
