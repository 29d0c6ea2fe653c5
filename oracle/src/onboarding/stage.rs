//! What tests of people's affairs play on: an oracle with a few people.

use crate::{fixture::Fixture, session::SignedIn};
use chartkey_vocabulary::{Account, Role, Standing};

pub(crate) use crate::fixture::pass;

pub(crate) const ADA: Account = Account([1; 20]);
pub(crate) const BEN: Account = Account([2; 20]);
pub(crate) const DR_LIN: Account = Account([3; 20]);
pub(crate) const HOSPITAL: Account = Account([4; 20]);
pub(crate) const APPLICANT: Account = Account([5; 20]);
pub(crate) const HOUSE_APPLYING: Account = Account([6; 20]);

/// An oracle in a town.
pub(crate) struct Stage(Fixture);

impl std::ops::Deref for Stage {
    type Target = Fixture;

    fn deref(&self) -> &Fixture {
        &self.0
    }
}

impl Stage {
    pub(crate) async fn new() -> Self {
        let fixture = Fixture::new(|settings| {
            settings.faucet = Some("set".into());
            settings.limits.puzzle_bits = 8;
            settings.limits.faucet_gifts_per_day = 3;
        });
        let fixture = fixture.await;
        for (account, role, standing) in [
            (ADA, Role::Patient, Standing::Active),
            (BEN, Role::Patient, Standing::Active),
            (DR_LIN, Role::Doctor, Standing::Active),
            (HOSPITAL, Role::Hospital, Standing::Active),
            (APPLICANT, Role::Doctor, Standing::Pending),
            (HOUSE_APPLYING, Role::Hospital, Standing::Pending),
        ] {
            fixture.village.set(account, role, standing);
        }
        Self(fixture)
    }

    /// The messages that were sent, the latest last, and to whom.
    pub(crate) fn messages(&self) -> Vec<String> {
        let Ok(files) = std::fs::read_dir(self.app.settings.data.join("messages")) else { return Vec::new() };
        let mut files: Vec<_> = files.map(|file| file.expect("a file")).collect();
        files.sort_by_key(|file| file.metadata().expect("a file").modified().expect("a time"));
        files.iter().map(|file| std::fs::read_to_string(file.path()).expect("text")).collect()
    }

    /// Does something to the tables.
    pub(crate) async fn run(&self, statement: &'static str) {
        sqlx::query(statement).execute(self.app.db.pool()).await.expect("runs");
    }

    /// Counts rows.
    pub(crate) async fn count(&self, statement: &'static str) -> i64 {
        sqlx::query_scalar(statement).fetch_one(self.app.db.pool()).await.expect("counts")
    }
}

/// Signed in as this account.
pub(crate) fn signed_in(account: Account) -> SignedIn {
    SignedIn { account, address: String::new() }
}
