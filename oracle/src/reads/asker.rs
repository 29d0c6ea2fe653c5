//! What somebody may see of a patient: all of it, what their keys cover, or nothing, not even whether there is anything.
//!
//! Decided from the index, as these are lists of names and times; whatever leads to content is asked of the chain.

use crate::{
    app::App,
    columns::{from_scale, identifier, maybe_identifier, word},
    db::hex,
    problem::Failed,
};
use chartkey_protocol::Why;
use chartkey_vocabulary::{Account, Facts, Purpose, RecordId, Role, Standing, Terms, Who};
use sqlx::Row;

/// What somebody may see of a patient.
pub(super) enum View {
    /// The patient, and guardians.
    Whole,
    /// Whoever holds a key.
    Keys(Keys),
}

/// The keys of one reader to one patient's records.
#[derive(Default)]
pub(super) struct Keys {
    reader: Option<Account>,
    grants: Vec<(Purpose, Terms)>,
    /// Records an emergency or an announced opening reaches.
    single: Vec<RecordId>,
}

impl View {
    /// Whether the record of these facts is shown.
    pub(super) fn shows(&self, facts: &Facts) -> bool {
        let Self::Keys(keys) = self else { return true };
        let covered = |(purpose, terms): &(Purpose, Terms)| {
            let reader = keys.reader.unwrap_or(facts.owner);
            purpose.reach().has(facts.kind) && terms.scope.covers(facts, reader)
        };
        keys.single.contains(&facts.record) || keys.grants.iter().any(covered)
    }
}

/// The answer to those who may see nothing; the same as for what does not exist.
pub(super) fn nothing() -> Failed {
    Failed::new(Why::NotFound, "There is nothing here for you to see.")
}

/// What `asker` may see of `patient`.
pub(super) async fn view(app: &App, asker: Account, patient: Account) -> Result<View, Failed> {
    if whole(app, asker, patient).await? {
        return Ok(View::Whole);
    }
    let keys = keys(app, asker, patient).await?;
    if keys.grants.is_empty() && keys.single.is_empty() { Err(nothing()) } else { Ok(View::Keys(keys)) }
}

/// Goes on for the patient and guardians only.
pub(super) async fn own(app: &App, asker: Account, patient: Account) -> Result<(), Failed> {
    if whole(app, asker, patient).await? { Ok(()) } else { Err(nothing()) }
}

/// Goes on for active admins only.
pub(super) async fn admin(app: &App, asker: Account) -> Result<(), Failed> {
    match who(app, asker).await? {
        Some(who) if who.is(Role::Admin) => Ok(()),
        _ => Err(Failed::new(Why::NotAllowed, "Only admins see this.")),
    }
}

/// Role and standing.
pub(super) async fn who(app: &App, account: Account) -> Result<Option<Who>, Failed> {
    let row = sqlx::query("SELECT role, standing FROM members WHERE account = $1")
        .bind(hex(account.0))
        .fetch_optional(app.db.pool())
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Who { role: word(&row, "role")?, standing: word(&row, "standing")? }))
}

async fn whole(app: &App, asker: Account, patient: Account) -> Result<bool, Failed> {
    if asker == patient {
        return Ok(true);
    }
    let guards = sqlx::query(
        "SELECT 1 FROM guardians g JOIN members m ON m.account = g.guardian \
         WHERE g.patient = $1 AND g.guardian = $2 AND m.role = 'patient' AND m.standing = 'active'",
    );
    let guards = guards.bind(hex(patient.0)).bind(hex(asker.0)).fetch_optional(app.db.pool()).await?;
    Ok(guards.is_some())
}

async fn keys(app: &App, reader: Account, patient: Account) -> Result<Keys, Failed> {
    let mut keys = Keys { reader: Some(reader), ..Keys::default() };
    let Some(who) = who(app, reader).await?.filter(|who| who.standing == Standing::Active) else { return Ok(keys) };
    let now = app.now();
    let rows = sqlx::query(
        "SELECT purpose, terms, ticket, ticket_until FROM grants \
         WHERE patient = $1 AND reader = $2 AND ended IS NULL AND until > $3",
    );
    let rows = rows.bind(hex(patient.0)).bind(hex(reader.0)).bind(now as i64).fetch_all(app.db.pool()).await?;
    for row in rows {
        let (purpose, terms): (Purpose, Terms) = (word(&row, "purpose")?, from_scale(&row, "terms")?);
        if !purpose.fits(who.role) {
            continue;
        }
        if terms.openings != Some(0) {
            keys.grants.push((purpose, terms));
        } else if row.try_get::<Option<i64>, _>("ticket_until")?.is_some_and(|until| until > now as i64) {
            // Used up, but for the opening under way.
            keys.single.extend(maybe_identifier::<RecordId>(&row, "ticket")?);
        }
    }
    if matches!(who.role, Role::Doctor | Role::Hospital) {
        keys.single.extend(emergency(app, reader, patient).await?);
    }
    Ok(keys)
}

async fn emergency(app: &App, reader: Account, patient: Account) -> Result<Option<RecordId>, Failed> {
    let row = sqlx::query(
        "SELECT c.record FROM emergencies e JOIN emergency_cards c ON c.patient = e.patient \
         WHERE e.patient = $1 AND e.reader = $2 AND e.mended IS NULL AND e.until > $3 LIMIT 1",
    );
    let row = row.bind(hex(patient.0)).bind(hex(reader.0)).bind(app.now() as i64);
    let Some(row) = row.fetch_optional(app.db.pool()).await? else { return Ok(None) };
    Ok(Some(identifier(&row, "record")?))
}
