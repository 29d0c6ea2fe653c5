//! Chandra: sugar that gets better, a knee that was mended, and a request to answer.

use super::{
    cast::{Cast, is_done},
    drawing, papers,
    papers::Form,
    steps::{Chart, on, terms},
};
use anyhow::{Context, Result};
use chartkey_flows::{
    Person, chart,
    link::{self, Wish},
    visit::{self, When},
};
use chartkey_vocabulary::{DAY, Exclusions, Extent, HOUR, Kind, Kinds, Purpose, Scope, Terms};

const SCAN: &str = "Drawing of a knee MRI (drawn by a program, no photograph)";
const LINK: &str = "Blood sugar, for the diabetes course";

/// Everything but the link, which is kept in her vault.
pub(super) async fn chapter(cast: &Cast) -> Result<()> {
    let names = ["//Chandra", "//DrOkafor", "//Lindenhof"].map(|key| cast.get(key));
    let [Some(chandra), Some(okafor), Some(house)] = names else { return Ok(()) };
    if is_done(chandra) {
        return Ok(());
    }
    let mut chart = Chart::open(cast, chandra, chandra.account()).await?;
    let now = chart.now();

    // The house need not know what the insurer writes.
    let except = Exclusions { kinds: Kinds::from_iter([Kind::Insurance]), records: Vec::new() };
    let scope = Scope { extent: Extent::Everything, except };
    let treatment = Terms { may_write: true, ..terms(scope, now + 60 * DAY) };
    chart.ask_and_agree(house, Purpose::Treatment, treatment).await?;
    let letters = Extent::Kinds(Kinds::from_iter([Kind::DischargeSummary]));
    chart.give(house, Purpose::HospitalAdministration, terms(letters, now + 30 * DAY)).await?;

    own(&mut chart, chandra).await?;
    let scan = papers::picture(now, Kind::Mri, SCAN, "knee.png", -133, drawing::knee());
    chart.add(house, scan.noted("Tear of the inner meniscus.")).await?;
    let letter = include_str!("../../../demo/chandra-discharge.txt");
    let letter =
        papers::text(now, Kind::DischargeSummary, "Discharge summary: left knee", "discharge.txt", -129, letter);
    chart.add(house, letter).await?;
    chart.tend().await?;

    let scans = Extent::Kinds(Kinds::from_iter([Kind::Mri]));
    chart.ask(okafor, Purpose::SecondOpinion, terms(scans, now + 14 * DAY)).await?;
    let (visit, new) = chart.visit(okafor, on(now, 5, 11), 2).await?;
    if new {
        visit::propose(okafor, visit, When { from: on(now, 6, 13) + HOUR / 2, slots: 2 }).await?;
    }
    Ok(())
}

/// What she keeps herself.
async fn own(chart: &mut Chart<'_>, chandra: &Person) -> Result<()> {
    let now = chart.now();
    let table = include_str!("../../../demo/chandra-diabetes.csv");
    chart.add_all(chandra, papers::reports(now, "Diabetes check", "diabetes", Form::Fhir, table)).await?;
    let shots = include_str!("../../../demo/chandra-vaccinations.csv");
    chart.add(chandra, papers::text(now, Kind::Vaccination, "Vaccinations", "vaccinations.csv", -51, shots)).await?;
    let cover = include_str!("../../../demo/chandra-insurance.txt");
    let cover = papers::text(now, Kind::Insurance, "Cover for the knee", "insurance.txt", -120, cover);
    chart.add(chandra, cover).await?;
    let card = include_str!("../../../demo/chandra-card.txt");
    let card = papers::text(now, Kind::Other, "Emergency card", "emergency-card.txt", 0, card);
    let card = chart.add(chandra, card).await?;
    chart.keep_card(card).await
}

/// A link to the two newest reports, for five views.
pub(super) async fn afterwards(cast: &mut Cast) -> Result<()> {
    let Some(chandra) = cast.get_mut("//Chandra") else { return Ok(()) };
    if is_done(chandra) || chandra.vault().links().any(|kept| kept.label == LINK) {
        return Ok(());
    }
    let rows = chart::records(chandra, chandra.account()).await?;
    let mut reports: Vec<_> = rows.iter().filter(|row| row.kind == Kind::LabReport).collect();
    reports.sort_by_key(|row| std::cmp::Reverse(row.written));
    let records: Vec<_> = reports.iter().take(2).map(|row| row.record).collect();
    let until = chandra.now().await?.time().await? + 7 * DAY;
    let (owner, public) = (chandra.account(), chandra.oracle().base().to_owned());
    let wish = Wish { owner, records, label: LINK.into(), passcode: None, until, views: Some(5) };
    link::open(chandra, &wish, &public).await.context("Chandra's link")?;
    cast.step();
    Ok(())
}
