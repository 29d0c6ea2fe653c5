//! Finding professionals by name, specialty, language and place.

use super::paging::{behind, limit, page};
use crate::{
    app::App,
    columns::{from_scale, identifier, word},
    index::{Word, name_words, prefix},
    problem::{Answer, Failed},
};
use axum::{
    Json,
    extract::{Query, State},
};
use chartkey_protocol::{CardText, Found, Page, Paging, Search, Why};
use sqlx::{AssertSqlSafe, Row, any::AnyRow};

/// Words of a name that are looked for.
const WORDS: usize = 5;

/// Active professionals that fit all of a search, in the order of their accounts. For everybody: who looks for a doctor
/// need not say who they are, and professionals are listed by their own choice.
#[utoipa::path(get, path = "/api/directory", tag = "reads",
    params(("name" = Option<String>, Query), ("role" = Option<String>, Query), ("specialty" = Option<u16>, Query),
        ("language" = Option<String>, Query), ("place" = Option<String>, Query),
        ("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<Found>)))]
pub(super) async fn directory(
    State(app): State<App>,
    Query(search): Query<Search>,
    Query(paging): Query<Paging>,
) -> Answer<Page<Found>> {
    let limit = limit(&paging);
    let mut asked = Asked::new(behind(&paging)?);
    asked.narrow(&search)?;
    let (sql, values) = asked.sql(limit as i64 + 1);
    let query = values.into_iter().fold(sqlx::query(AssertSqlSafe(sql)), |query, value| query.bind(value));
    let mut found = Vec::new();
    for row in query.fetch_all(app.db.pool()).await? {
        let one = read(&row)?;
        found.push((one.account.to_string(), one));
    }
    Ok(Json(page(&app, limit, found).await?))
}

/// A search on its way to SQL: what is looked for is bound, only its shape is written.
struct Asked {
    conditions: Vec<String>,
    values: Vec<String>,
}

impl Asked {
    fn new(after: String) -> Self {
        let conditions = vec!["p.account > $1".into(), "m.standing = 'active'".into()];
        Self { conditions, values: vec![after] }
    }

    fn narrow(&mut self, search: &Search) -> Result<(), Failed> {
        if let Some(name) = &search.name {
            let words = name_words(name);
            if words.is_empty() || words.len() > WORDS {
                return Err(Failed::new(Why::BadRequest, "A name has one to five words."));
            }
            for (from, to) in words.iter().map(|word| prefix(word)) {
                let (from, to) = (self.bind(from), self.bind(to));
                self.conditions.push(format!(
                    "p.card IN (SELECT w.cid FROM directory_words w WHERE w.word >= {from} AND w.word < {to})"
                ));
            }
        }
        if let Some(place) = &search.place {
            let hash = !place.is_empty() && place.len() <= 5 && place.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if !hash {
                return Err(Failed::new(Why::BadRequest, "A place is one to five letters of a geohash."));
            }
            let place = place.to_ascii_lowercase();
            // The last letter of a geohash ends the range, in every collation.
            let (from, to) = (self.bind(format!("p:{place}")), self.bind(format!("p:{place}zzzzz")));
            self.conditions.push(format!(
                "p.account IN (SELECT t.account FROM profile_terms t WHERE t.term >= {from} AND t.term <= {to})"
            ));
        }
        if let Some(specialty) = search.specialty {
            self.term(format!("s:{specialty}"));
        }
        if let Some(language) = &search.language {
            self.term(format!("l:{}", language.to_ascii_lowercase()));
        }
        if let Some(role) = search.role {
            let role = self.bind(role.word().into());
            self.conditions.push(format!("m.role = {role}"));
        }
        Ok(())
    }

    fn term(&mut self, term: String) {
        let term = self.bind(term);
        self.conditions.push(format!("p.account IN (SELECT t.account FROM profile_terms t WHERE t.term = {term})"));
    }

    fn bind(&mut self, value: String) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    fn sql(self, rows: i64) -> (String, Vec<String>) {
        // A cross join is taken in the order written: from the few who were found, and never from all who are active,
        // patients among them.
        let sql = format!(
            "SELECT p.account, p.profile, m.role, d.card FROM profiles p CROSS JOIN members m \
             LEFT JOIN directory_cards d ON d.cid = p.card \
             WHERE m.account = p.account AND {} ORDER BY p.account LIMIT {rows}",
            self.conditions.join(" AND ")
        );
        (sql, self.values)
    }
}

fn read(row: &AnyRow) -> Result<Found, sqlx::Error> {
    let card: Option<String> = row.try_get("card")?;
    Ok(Found {
        account: identifier(row, "account")?,
        role: word(row, "role")?,
        profile: from_scale(row, "profile")?,
        card: card.and_then(|card| serde_json::from_str::<CardText>(&card).ok()),
    })
}
