//! The whole way of one record, through the typed client, against a real node.

use chartkey_client::SendError;
use chartkey_tests::{
    actors::adding,
    expect::{days, expect_allowed, expect_denied, expect_refused, seconds, wait_until},
    stack::Stack,
};
use chartkey_vocabulary::{
    ConsentError, ConsentEvent, ConsentMessage, Decision, Denial, Event, Kind, Message, Motion, Purpose, RecordsError,
    RegistryError, Role, Standing, Who,
};
use std::time::Duration;

const TREATMENT: Purpose = Purpose::Treatment;
const READING: Purpose = Purpose::MachineAnalysis;

/// Nobody acts as a doctor before the attester has seen a licence and the council has agreed by quorum.
#[tokio::test]
async fn a_doctor_is_one_once_the_council_says_so() -> anyhow::Result<()> {
    let stack = Stack::start().await?;
    let (ada, lin) = (stack.patient("ada").await?, stack.applicant("lin", Role::Doctor).await?);
    let (council, approve) = (stack.council()?, Motion::Approve(lin.account));
    let (first, second) = (&council.admins[0], &council.admins[1]);
    let asks = async || anyhow::Ok(lin.asks(&ada, TREATMENT, lin.terms(TREATMENT, days(30)).await?).await);

    expect_refused(asks().await?, ConsentError::ReaderNotActive);
    expect_refused(first.votes(approve).await, RegistryError::NotAttested);
    expect_refused(lin.attests_licence_of(&lin).await, RegistryError::NotAttester);
    stack.attester()?.attests_licence_of(&lin).await?;

    expect_refused(lin.votes(approve).await, RegistryError::NotAdmin);
    first.votes(approve).await?;
    expect_refused(first.votes(approve).await, RegistryError::AlreadyVoted);
    expect_refused(asks().await?, ConsentError::ReaderNotActive);
    second.votes(approve).await?;
    expect_refused(second.votes(approve).await, RegistryError::NotPending);

    let who = stack.chain().now().await?.registry().who(lin.account).await?;
    assert_eq!(who, Some(Who { role: Role::Doctor, standing: Standing::Active }));
    let asked = asks().await??;
    assert!(matches!(asked.events[0].event, Event::Consent(ConsentEvent::Requested { .. })));
    assert!(asked.events[0].concerns(ada.account) && asked.events[0].concerns(lin.account));
    Ok(())
}

/// A doctor opens, adds and signs from the patient's yes until the withdrawal, and at no other time.
#[tokio::test]
async fn access_opens_and_closes_with_consent() -> anyhow::Result<()> {
    let stack = Stack::start().await?;
    let (ada, lin) = (stack.patient("ada").await?, stack.clinician("lin").await?);
    let (ben, worker) = (stack.patient("ben").await?, stack.worker()?);
    let xray = ada.adds(&ada, "x-ray", Kind::XRay).await?;

    // Before: nobody opens, nobody writes, no machine reads.
    expect_denied(lin.may_open(&xray, TREATMENT).await?, Denial::NoGrant);
    expect_refused(lin.adds(&ada, "note", Kind::ConsultationNote).await, RecordsError::MayNotWrite);
    expect_refused(worker.attests(&xray).await, RecordsError::NoConsent);
    expect_refused(ada.answers(&ada, &lin, TREATMENT, true).await, ConsentError::NoSuchRequest);

    // A question is no key, and only the patient answers it.
    lin.asks(&ada, TREATMENT, lin.terms(TREATMENT, days(30)).await?).await?;
    let again = lin.asks(&ada, TREATMENT, lin.terms(TREATMENT, days(30)).await?).await;
    expect_refused(again, ConsentError::AlreadyRequested);
    expect_denied(lin.may_open(&xray, TREATMENT).await?, Denial::NoGrant);
    for other in [&lin, &ben, &worker] {
        expect_refused(other.answers(&ada, &lin, TREATMENT, true).await, ConsentError::NotYours);
    }
    ada.answers(&ada, &lin, TREATMENT, true).await?;

    // In force: for this purpose, this reader and this patient.
    expect_allowed(lin.may_open(&xray, TREATMENT).await?);
    expect_denied(lin.may_open(&xray, Purpose::Research).await?, Denial::NoGrant);
    expect_denied(lin.may_open(&xray, Purpose::Dispensing).await?, Denial::WrongPurpose);
    expect_denied(ben.may_open(&xray, TREATMENT).await?, Denial::WrongPurpose);
    let twice = ada.grants(&lin, TREATMENT, ada.terms(TREATMENT, days(1)).await?).await;
    expect_refused(twice, ConsentError::AlreadyGranted);
    let note = lin.adds(&ada, "note", Kind::ConsultationNote).await?;
    expect_refused(lin.adds(&ada, "note", Kind::ConsultationNote).await, RecordsError::AlreadyAdded);
    expect_refused(lin.adds(&ben, "note", Kind::ConsultationNote).await, RecordsError::MayNotWrite);

    // What a machine finds is a suggestion until a doctor with access puts their name under it.
    ada.grants(&worker, READING, ada.terms(READING, days(1)).await?).await?;
    let finding = worker.attests(&xray).await?;
    expect_refused(worker.attests(&xray).await, RecordsError::AlreadyAttested);
    expect_refused(ada.signs(finding).await, RecordsError::NotDoctor);
    lin.signs(finding).await?;
    expect_refused(lin.signs(finding).await, RecordsError::AlreadySigned);
    let signed = stack.chain().now().await?.records().finding(finding).await?.expect("it was found").signed;
    assert_eq!(signed.iter().map(|name| name.doctor).collect::<Vec<_>>(), [lin.account]);

    // Withdrawn: as if it had never been, but for the new epoch in which all is sealed anew.
    let between = ada.towards(&lin, TREATMENT);
    let foreign = ben.says(Message::Consent(ConsentMessage::Revoke { between })).await;
    expect_refused(foreign, ConsentError::NotYours);
    ada.revokes(&lin, TREATMENT).await?;
    expect_refused(ada.revokes(&lin, TREATMENT).await, ConsentError::NoGrant);
    for record in [&xray, &note] {
        expect_denied(lin.may_open(record, TREATMENT).await?, Denial::NoGrant);
    }
    expect_refused(lin.adds(&ada, "another", Kind::ConsultationNote).await, RecordsError::MayNotWrite);
    expect_refused(lin.signs(finding).await, RecordsError::NoConsent);
    let at = stack.chain().now().await?;
    assert_eq!(at.consent().desk(ada.account).await?.epoch, 1);
    assert_eq!(at.records().shelf(ada.account).await?.records, 2);
    Ok(())
}

/// A key ends when it says, without anybody doing anything.
#[tokio::test]
async fn a_key_ends_by_itself() -> anyhow::Result<()> {
    let stack = Stack::start().await?;
    let (ada, lin) = (stack.patient("ada").await?, stack.clinician("lin").await?);
    let blood = ada.adds(&ada, "blood", Kind::LabReport).await?;

    let past = ada.terms(TREATMENT, seconds(0)).await?;
    expect_refused(ada.grants(&lin, TREATMENT, past).await, ConsentError::Past);
    ada.grants(&lin, TREATMENT, ada.terms(TREATMENT, seconds(10)).await?).await?;
    expect_allowed(lin.may_open(&blood, TREATMENT).await?);

    wait_until("the key to end", Duration::from_secs(60), async || {
        Ok((!lin.may_open(&blood, TREATMENT).await?.is_allowed()).then_some(()))
    })
    .await?;
    assert_eq!(lin.may_open(&blood, TREATMENT).await?, Decision::Denied(Denial::Expired));
    expect_refused(lin.adds(&ada, "note", Kind::ConsultationNote).await, RecordsError::MayNotWrite);
    ada.grants(&lin, TREATMENT, ada.terms(TREATMENT, days(1)).await?).await?;
    expect_allowed(lin.may_open(&blood, TREATMENT).await?);
    Ok(())
}

/// The law is kept by the chain and not by the client: who signs without trying out is refused all the same, pays,
/// and changes nothing.
#[tokio::test]
async fn the_chain_refuses_whom_no_client_stopped() -> anyhow::Result<()> {
    let stack = Stack::start().await?;
    let (ada, lin, ben) = (stack.patient("ada").await?, stack.clinician("lin").await?, stack.patient("ben").await?);
    let blood = ada.adds(&ada, "blood", Kind::LabReport).await?;

    let terms = lin.terms(TREATMENT, days(30)).await?;
    let to_themselves = Message::Consent(ConsentMessage::Grant { between: ada.towards(&lin, TREATMENT), terms });
    let forged = adding(ada.account, "forged", Kind::LabReport);
    for (who, message) in [(&lin, &to_themselves), (&ben, &to_themselves), (&lin, &forged), (&ben, &forged)] {
        let outcome = who.insists(message.clone()).await;
        assert!(matches!(&outcome, Err(SendError::Failed(why)) if why.contains("ContractReverted")), "{outcome:?}");
    }
    expect_denied(lin.may_open(&blood, TREATMENT).await?, Denial::NoGrant);
    let at = stack.chain().now().await?;
    assert_eq!(at.consent().desk(ada.account).await?.grants, 0);
    assert_eq!(at.records().shelf(ada.account).await?.records, 1);
    assert_eq!(at.nonce(&lin.id()).await?, 3, "a registration and two refusals");
    Ok(())
}
