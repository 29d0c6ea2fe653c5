//! Ben and Grace: a boy with sore ears, and his mother, who keeps his chart beside her own.

use super::{
    cast::{Cast, is_done},
    papers,
    papers::Form,
    steps::{Chart, on, terms},
};
use anyhow::Result;
use chartkey_flows::{Person, prescription::Order, tend};
use chartkey_vocabulary::{DAY, Kind, Purpose, Scope, Terms};

/// Both their charts.
pub(super) async fn chapter(cast: &Cast) -> Result<()> {
    let names = ["//Ben", "//Grace", "//DrSoto"].map(|key| cast.get(key));
    let [Some(ben), Some(grace), Some(soto)] = names else { return Ok(()) };
    if is_done(ben) || is_done(grace) {
        return Ok(());
    }
    // Whom a doctor may not know to be a guardian gets the key from the patient.
    tend::tend(ben).await?;
    bens(&mut Chart::open(cast, grace, ben.account()).await?, grace, soto).await?;
    tend::tend(ben).await?;
    graces(&mut Chart::open(cast, grace, grace.account()).await?, grace).await
}

/// Ben's, in his mother's hands.
async fn bens(chart: &mut Chart<'_>, grace: &Person, soto: &Person) -> Result<()> {
    let now = chart.now();
    let counted = Terms { openings: Some(3), may_write: true, ..terms(Scope::everything(), now + 30 * DAY) };
    chart.give(soto, Purpose::Treatment, counted).await?;

    let blood = include_str!("../../../demo/ben-blood.csv");
    chart.add_all(grace, papers::reports(now, "Blood: inflammation", "blood", Form::Csv, blood)).await?;
    let growth = include_str!("../../../demo/ben-growth.csv");
    chart.add_all(grace, papers::reports(now, "Height and weight", "growth", Form::Csv, growth)).await?;
    let shots = include_str!("../../../demo/ben-vaccinations.csv");
    chart.add(grace, papers::text(now, Kind::Vaccination, "Vaccinations", "vaccinations.csv", -44, shots)).await?;
    let card = include_str!("../../../demo/ben-card.txt");
    let card =
        chart.add(grace, papers::text(now, Kind::Other, "Emergency card", "emergency-card.txt", 0, card)).await?;
    chart.keep_card(card).await?;

    let ear = include_str!("../../../demo/ben-ear.txt");
    chart.add(soto, papers::text(now, Kind::ConsultationNote, "Visit: earache", "visit.txt", -75, ear)).await?;
    let syrup = include_str!("../../../demo/ben-amoxicillin.txt");
    let syrup = papers::text(now, Kind::Prescription, "Amoxicillin syrup", "amoxicillin.txt", -1, syrup);
    chart.prescribe(soto, syrup, Order { fills: 1, until: now + 60 * DAY }).await?;

    chart.agreed(soto, on(now, 3, 8), 2).await?;
    chart.visit(soto, on(now, 17, 8), 1).await?;
    Ok(())
}

/// Her own.
async fn graces(chart: &mut Chart<'_>, grace: &Person) -> Result<()> {
    let now = chart.now();
    let blood = include_str!("../../../demo/grace-blood.csv");
    chart.add_all(grace, papers::reports(now, "Blood lipids", "lipids", Form::Csv, blood)).await?;
    let shots = include_str!("../../../demo/grace-vaccinations.csv");
    chart.add(grace, papers::text(now, Kind::Vaccination, "Vaccinations", "vaccinations.csv", -45, shots)).await?;
    Ok(())
}
