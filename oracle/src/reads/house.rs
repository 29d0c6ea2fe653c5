//! What the people of a house opened: for its management, of patients who gave the house a key themselves.

use super::{
    asker::who,
    paging::{Window, page},
};
use crate::{
    app::App,
    columns::{identifier, number},
    db::hex,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Query, State},
};
use chartkey_protocol::{Opening, Page, Paging, Why};
use chartkey_vocabulary::{Account, Role, Time};
use sqlx::Row;

/// A house asks about so many of its people at most.
const PEOPLE: i64 = 1000;

/// Records the house and its doctors opened, the newest first; an opening counts once an hour, as patients are told it.
///
/// A doctor may work elsewhere too. What they open of patients who never gave this house a key is none of its business.
#[utoipa::path(get, path = "/api/house/openings", tag = "reads", security(("bearer" = [])),
    params(("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<Opening>)))]
pub(super) async fn openings(
    State(app): State<App>,
    asker: SignedIn,
    Query(paging): Query<Paging>,
) -> Answer<Page<Opening>> {
    let house = asker.account;
    if !who(&app, house).await?.is_some_and(|who| who.is(Role::Hospital)) {
        return Err(Failed::new(Why::NotAllowed, "Only hospitals see this."));
    }
    let window = Window::of(&paging)?;
    let mut found = Vec::new();
    for (reader, since) in people(&app, house).await? {
        found.extend(opened(&app, house, reader, since, window).await?);
    }
    found.sort_unstable_by_key(|(id, _)| std::cmp::Reverse(*id));
    let found = found.into_iter().map(|(id, row)| (id.to_string(), row)).collect();
    Ok(Json(page(&app, window.limit, found).await?))
}

/// The house, and its doctors with the day they came.
async fn people(app: &App, house: Account) -> Result<Vec<(Account, Time)>, Failed> {
    let rows = sqlx::query("SELECT doctor, since FROM affiliations WHERE hospital = $1 ORDER BY doctor LIMIT $2");
    let mut people = vec![(house, 0)];
    for row in rows.bind(hex(house.0)).bind(PEOPLE).fetch_all(app.db.pool()).await? {
        people.push((identifier(&row, "doctor")?, number(&row, "since")?));
    }
    Ok(people)
}

async fn opened(
    app: &App,
    house: Account,
    reader: Account,
    since: Time,
    window: Window,
) -> Result<Vec<(i64, Opening)>, Failed> {
    let rows = sqlx::query(
        "SELECT n.id, n.about, n.record, n.at FROM notices n \
         WHERE n.by_whom = $1 AND n.id < $2 AND n.kind = 'opened' AND n.account = n.about AND n.at >= $3 \
         AND (n.by_whom = $4 OR EXISTS (SELECT 1 FROM grants g WHERE g.patient = n.about AND g.reader = $4)) \
         ORDER BY n.id DESC LIMIT $5",
    )
    .bind(hex(reader.0))
    .bind(window.before)
    .bind(since as i64)
    .bind(hex(house.0))
    .bind(window.fetch())
    .fetch_all(app.db.pool())
    .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let (patient, record) = (identifier(&row, "about")?, identifier(&row, "record")?);
        found.push((row.try_get("id")?, Opening { reader, patient, record, at: number(&row, "at")? }));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{notices, onboarding::stage::*};
    use chartkey_vocabulary::RecordId;

    const RECORD: RecordId = RecordId([9; 16]);

    async fn opens(stage: &Stage, reader: Account, patient: Account, record: RecordId) {
        let mut tx = stage.app.db.write().await.expect("a transaction");
        notices::opened(&mut tx, patient, reader, record, stage.app.now()).await.expect("tells");
        tx.commit().await.expect("commits");
    }

    async fn seen(stage: &Stage, house: Account) -> Result<Vec<(Account, Account)>, Failed> {
        let told = openings(State(stage.app.clone()), signed_in(house), Query(Paging::default())).await?;
        Ok(told.0.rows.into_iter().map(|row| (row.reader, row.patient)).collect())
    }

    async fn put(stage: &Stage, sql: &'static str, one: Account, other: Account) {
        let done = sqlx::query(sql).bind(hex(one.0)).bind(hex(other.0)).execute(stage.app.db.pool()).await;
        done.expect("a row");
    }

    #[tokio::test]
    async fn a_house_sees_what_its_people_opened_of_patients_who_gave_it_a_key() {
        let stage = Stage::new().await;
        let joins = "INSERT INTO members (account, role, standing, epoch, since) VALUES ($1, 'hospital', 'active', 0, 1) \
                     ON CONFLICT (account) DO UPDATE SET role = 'hospital', standing = 'active'";
        sqlx::query(joins).bind(hex(HOSPITAL.0)).execute(stage.app.db.pool()).await.expect("a house");
        put(&stage, "INSERT INTO affiliations (hospital, doctor, since) VALUES ($1, $2, 1)", HOSPITAL, DR_LIN).await;
        let grant = "INSERT INTO grants (patient, reader, purpose, position, terms, until, given_by, since) \
                     VALUES ($1, $2, 'treatment', 1, '', 9, '', 1)";
        put(&stage, grant, ADA, HOSPITAL).await;
        opens(&stage, DR_LIN, ADA, RECORD).await;
        opens(&stage, DR_LIN, ADA, RECORD).await;
        opens(&stage, DR_LIN, BEN, RECORD).await;
        opens(&stage, HOSPITAL, BEN, RECORD).await;
        opens(&stage, APPLICANT, ADA, RECORD).await;
        let expected = [(HOSPITAL, BEN), (DR_LIN, ADA)];
        assert_eq!(
            seen(&stage, HOSPITAL).await.expect("a page"),
            expected,
            "its own, and its doctor's of its patients"
        );
        assert!(seen(&stage, DR_LIN).await.is_err(), "no house");
    }

    #[tokio::test]
    async fn what_a_doctor_opened_before_belonging_to_the_house_stays_unknown() {
        let stage = Stage::new().await;
        let joins = "INSERT INTO members (account, role, standing, epoch, since) VALUES ($1, 'hospital', 'active', 0, 1) \
                     ON CONFLICT (account) DO UPDATE SET role = 'hospital', standing = 'active'";
        sqlx::query(joins).bind(hex(HOSPITAL.0)).execute(stage.app.db.pool()).await.expect("a house");
        opens(&stage, DR_LIN, ADA, RECORD).await;
        let later = "INSERT INTO affiliations (hospital, doctor, since) VALUES ($1, $2, 9000000000)";
        put(&stage, later, HOSPITAL, DR_LIN).await;
        let grant = "INSERT INTO grants (patient, reader, purpose, position, terms, until, given_by, since) \
                     VALUES ($1, $2, 'treatment', 1, '', 9, '', 1)";
        put(&stage, grant, ADA, HOSPITAL).await;
        assert!(seen(&stage, HOSPITAL).await.expect("a page").is_empty());
    }
}
