//! What happens elsewhere and may change what is in view.

use super::{Hand, Kept};
use crate::ground::clock;
use chartkey_flows::{Failure, SignedIn};
use chartkey_protocol::{Notice, Paging, Why};
use leptos::{prelude::*, task::spawn_local};

impl Hand {
    /// Looks at what went wrong somewhere: a session that has ended is said once, for the whole app.
    pub(crate) fn noticed(self, failure: &Failure) {
        let Some(who) = self.signed_in().filter(|_| failure.is(Why::SignInNeeded)) else { return };
        spawn_local(async move {
            // What was asked within the session before may be answered after it was renewed: only this one can say
            // whether it has ended.
            let over = who.oracle().session().await.is_err_and(|error| Failure::from(error).is(Why::SignInNeeded));
            if over && self.uses(&who) {
                self.ended.set(true);
            }
        });
    }

    /// Hears what the service has to tell, as long as this session is the one in use.
    pub(super) fn listen(self, who: SignedIn) {
        spawn_local(async move {
            let mut newest = None;
            while self.uses(&who) && !self.ended.get_untracked() {
                // What was missed while there was no line; then the line, which stays open.
                match self.catch_up(&who, newest).await {
                    Ok(now) => newest = now,
                    Err(failure) => self.noticed(&failure),
                }
                let after = newest;
                let mut told = |notice: Notice| {
                    newest = Some(notice.id);
                    self.unread.update(|unread| *unread += 1);
                    self.heard();
                    self.uses(&who)
                };
                if let Err(error) = who.oracle().hear_notices(after, &mut told).await {
                    self.noticed(&error.into());
                    clock::pause(10_000).await;
                }
                clock::pause(1_000).await;
            }
        });
    }

    async fn catch_up(self, who: &SignedIn, before: Option<u64>) -> Result<Option<u64>, Failure> {
        let page = who.oracle().notices(&Paging { after: None, limit: Some(50) }).await?;
        let unread = page.rows.iter().filter(|notice| !notice.read).count() as u64;
        if self.unread.get_untracked() != unread {
            self.unread.set(unread);
        }
        let now = page.rows.first().map(|notice| notice.id);
        if before.is_some() && now != before {
            self.heard();
        }
        Ok(now.or(Some(0)))
    }

    /// A word of the council, a guardian's appointment: who one is may be another than before, and so may all that is
    /// in view.
    fn heard(self) {
        spawn_local(async move { drop(self.look_again().await) });
    }

    /// Whether this session is the one in use.
    pub(super) fn uses(self, who: &SignedIn) -> bool {
        let mine = |kept: &Kept| kept.signed_in.as_ref().is_some_and(|now| now.is_same(who));
        self.kept.try_with_value(mine).unwrap_or(false)
    }
}
