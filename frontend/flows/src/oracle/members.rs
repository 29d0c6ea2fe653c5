//! Who is who, and finding professionals.

use super::{Oracle, TalkError, query, word};
use chartkey_protocol::{Found, MemberRow, MotionRow, Relations, Search};
use chartkey_vocabulary::{Account, Role, Standing};

impl Oracle {
    /// One member.
    pub async fn member(&self, account: Account) -> Result<MemberRow, TalkError> {
        self.get(&format!("/api/members/{account}")).await
    }

    /// Members by role and standing; for admins.
    pub async fn members(&self, role: Option<Role>, standing: Option<Standing>) -> Result<Vec<MemberRow>, TalkError> {
        let wanted = [("role", role.map(|role| word(&role))), ("standing", standing.map(|standing| word(&standing)))];
        self.all(&query("/api/members", &wanted)).await
    }

    /// What the council votes on, or what it carried; for admins.
    pub async fn motions(&self, carried: bool) -> Result<Vec<MotionRow>, TalkError> {
        self.all(&query("/api/motions", &[("carried", carried.then(|| "true".to_owned()))])).await
    }

    /// Who stands by a patient.
    pub async fn relations_of(&self, patient: Account) -> Result<Relations, TalkError> {
        self.get(&format!("/api/patients/{patient}/relations")).await
    }

    /// Professionals that fit a search.
    pub async fn directory(&self, search: &Search) -> Result<Vec<Found>, TalkError> {
        let wanted = [
            ("name", search.name.clone()),
            ("role", search.role.map(|role| word(&role))),
            ("specialty", search.specialty.map(|specialty| specialty.to_string())),
            ("language", search.language.clone()),
            ("place", search.place.clone()),
        ];
        self.all(&query("/api/directory", &wanted)).await
    }
}
