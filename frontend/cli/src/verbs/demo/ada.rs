//! Ada: tired two years ago, well today. Her doctor writes, her pharmacy hands out, a machine reads.

use super::{
    cast::{Cast, is_done, keep},
    drawing, papers,
    papers::Form,
    steps::{Chart, on, soon, terms},
};
use crate::verbs::job::{Work, work_off};
use anyhow::{Context, Result, ensure};
use chartkey_flows::{
    Person, findings, lookup, open_record,
    prescription::{self, Order},
    visit,
};
use chartkey_vocabulary::{
    DAY, Extent, FindingId, Kind, Kinds, PrescriptionId, Purpose, RecordId, Scope, Terms, Verdict, VisitId, VisitState,
};
use std::{path::Path, time::Duration};

const PICTURE: &str = "Drawing of a hand X-ray (drawn by a program, no photograph)";
const MOLE: &str = "Drawing of a mole on the forearm (drawn by a program, no photograph)";
/// In Ada's vault: a visit of today, which her doctor closes once its time has come.
const TODAY: &str = "demo-visit";

/// Everything but what changes Ada's vault.
pub(super) async fn chapter(cast: &Cast) -> Result<()> {
    let names = ["//Ada", "//DrLin", "//DrOkafor", "//Marktapotheke", "//Worker"].map(|key| cast.get(key));
    let [Some(ada), Some(lin), Some(okafor), Some(pharmacy), Some(worker)] = names else { return Ok(()) };
    if is_done(ada) {
        return Ok(());
    }
    let mut chart = Chart::open(cast, ada, ada.account()).await?;
    let now = chart.now();

    let mole = papers::picture(now, Kind::OtherImaging, MOLE, "mole.png", -240, drawing::mole());
    let mole = chart.add(ada, mole).await?;
    let lent = terms(Extent::Records(vec![mole]), now + 14 * DAY);
    chart.lend(okafor, Purpose::SecondOpinion, lent, mole).await?;

    let treatment = Terms { may_write: true, ..terms(Scope::everything(), now + 180 * DAY) };
    chart.ask_and_agree(lin, Purpose::Treatment, treatment).await?;
    let prescriptions = terms(Extent::Kinds(Kinds::PRESCRIPTIONS), now + 90 * DAY);
    chart.give(pharmacy, Purpose::Dispensing, prescriptions).await?;

    let (blood, scan) = records(&mut chart, ada).await?;
    let prescribed = treated(&mut chart, lin).await?;
    visits(&chart, lin, okafor).await?;
    lookup::register(ada, "AT", "1234010180").await?;
    let machine = terms(Extent::Records(vec![blood, scan]), now + 30 * DAY);
    chart.give(worker, Purpose::MachineAnalysis, machine).await?;
    chart.tend().await?;

    hand_out(pharmacy, prescribed).await?;
    open_record::open(lin, blood.into(), &mut Vec::new(), &mut |_| {}).await?;
    chart.have_read(worker, &[blood, scan]).await?;
    work_off(worker, &reader(cast)?).await?;
    sign(&chart, ada, lin, blood, scan).await
}

/// What Ada keeps herself; gives her newest blood count and the picture.
async fn records(chart: &mut Chart<'_>, ada: &Person) -> Result<(RecordId, RecordId)> {
    let now = chart.now();
    let table = include_str!("../../../demo/ada-blood.csv");
    let blood =
        chart.add_all(ada, papers::reports(now, "Blood count, iron, thyroid", "blood", Form::Csv, table)).await?;
    let scan = papers::picture(now, Kind::XRay, PICTURE, "hand.png", -420, drawing::hand());
    let scan = chart.add(ada, scan.noted("After a fall while skating; nothing was broken.")).await?;
    let shots = include_str!("../../../demo/ada-vaccinations.csv");
    chart.add(ada, papers::text(now, Kind::Vaccination, "Vaccinations", "vaccinations.csv", -38, shots)).await?;
    let card = include_str!("../../../demo/ada-card.txt");
    let card = chart.add(ada, papers::text(now, Kind::Other, "Emergency card", "emergency-card.txt", 0, card)).await?;
    chart.keep_card(card).await?;
    Ok((blood, scan))
}

/// What Dr. Lin writes; gives the prescription that is handed out.
async fn treated(chart: &mut Chart<'_>, lin: &Person) -> Result<PrescriptionId> {
    let now = chart.now();
    let note = include_str!("../../../demo/ada-visit.txt");
    chart.add(lin, papers::text(now, Kind::ConsultationNote, "Visit: iron and thyroid", "visit.txt", -6, note)).await?;
    let pills = |title: &str, file: &str, text: &str| papers::text(now, Kind::Prescription, title, file, -6, text);
    let levothyroxine = include_str!("../../../demo/ada-levothyroxine.txt");
    let levothyroxine = pills("Levothyroxine 75 micrograms", "levothyroxine.txt", levothyroxine);
    let order = Order { fills: 3, until: now + 270 * DAY };
    let handed_out = chart.prescribe(lin, levothyroxine, order).await?;
    let iron = pills("Iron capsules 100 mg", "iron.txt", include_str!("../../../demo/ada-iron.txt"));
    chart.prescribe(lin, iron, Order { fills: 2, until: now + 90 * DAY }).await?;
    Ok(handed_out)
}

/// Today, tomorrow, one called off, and one that waits for an answer.
async fn visits(chart: &Chart<'_>, lin: &Person, okafor: &Person) -> Result<()> {
    let now = chart.now();
    chart.agreed(lin, on(now, 1, 9), 2).await?;
    let (off, new) = chart.visit(lin, on(now, 4, 14), 3).await?;
    if new {
        visit::decline(lin, off).await?;
    }
    chart.visit(okafor, on(now, 8, 10), 2).await?;
    Ok(())
}

/// The pharmacy reads and hands out once.
async fn hand_out(pharmacy: &Person, prescribed: PrescriptionId) -> Result<()> {
    let (purpose, left) = (Some(Purpose::Dispensing), prescription::of(pharmacy, prescribed).await?.fills);
    if left == 3 {
        prescription::open(pharmacy, prescribed, purpose, &mut Vec::new(), &mut |_| {}).await?;
        prescription::dispense(pharmacy, prescribed).await?;
    }
    Ok(())
}

/// This program, as the worker's.
fn reader(cast: &Cast) -> Result<Work> {
    let text = |path: &Path| path.to_str().map(str::to_owned).context("a folder's name is no text");
    let (program, folder) = (text(&std::env::current_exe()?)?, text(cast.folder())?);
    Ok(Work::once(vec![program, "--home".into(), folder, "demo".into(), "read".into()]))
}

/// Dr. Lin puts her name under what was found in the blood; what was found in the picture waits for somebody.
async fn sign(chart: &Chart<'_>, ada: &Person, lin: &Person, blood: RecordId, scan: RecordId) -> Result<()> {
    let found = finding_of(ada, blood).await?;
    finding_of(ada, scan).await?;
    chart.tend().await?;
    let signed = findings::open(lin, found, Some(Purpose::Treatment)).await?.finding.signed;
    if signed.is_empty() {
        findings::sign(lin, found, Verdict::Agree).await?;
    }
    Ok(())
}

/// The finding about a record, as soon as the service has posted it.
async fn finding_of(ada: &Person, record: RecordId) -> Result<FindingId> {
    for _ in 0..600 {
        let found = findings::list(ada, ada.account()).await?;
        if let Some((id, _)) = found.iter().find(|(_, finding)| finding.attestation.record == record) {
            return Ok(*id);
        }
        tokio::time::sleep(Duration::from_millis(150)).await;
    }
    anyhow::bail!("what the worker found does not come to the chain")
}

/// What changes Ada's vault, and what can only be done later: a visit of today is closed by a run after it.
pub(super) async fn afterwards(cast: &mut Cast) -> Result<()> {
    let (Some(ada), Some(lin)) = (cast.get("//Ada"), cast.get("//DrLin")) else { return Ok(()) };
    if let Some(today) = ada.vault().setting(TODAY) {
        return close(lin, today.parse().context("the note in Ada's vault names no visit")?).await;
    }
    if is_done(ada) {
        return Ok(());
    }
    let chart = Chart::closed(cast, ada, ada.account()).await?;
    if let Some(soto) = cast.get("//DrSoto") {
        let labs = Extent::Kinds(Kinds::from_iter([Kind::LabReport]));
        chart.ask(soto, Purpose::Treatment, terms(labs, chart.now() + 30 * DAY)).await?;
    }
    let today = chart.agreed(lin, soon(chart.now()), 1).await?.to_string();
    let ada = cast.get_mut("//Ada").context("she was here")?;
    keep(ada, TODAY, &today).await
}

/// The doctor says that a visit took place, once it has begun.
async fn close(doctor: &Person, id: VisitId) -> Result<()> {
    let at = doctor.now().await?;
    let (visit, now) = (at.care().visit(id).await?, at.time().await?);
    if visit.is_some_and(|visit| visit.state == VisitState::Accepted && visit.from <= now) {
        ensure!(visit.is_some_and(|visit| visit.doctor == doctor.account()), "the visit is another doctor's");
        visit::complete(doctor, id).await?;
    }
    Ok(())
}
