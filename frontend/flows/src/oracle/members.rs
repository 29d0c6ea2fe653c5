//! Who is who, and finding professionals.

use super::{Oracle, TalkError, query, word};
use chartkey_protocol::{Found, MemberRow, MotionRow, Opening, Page, Paging, Relations, Search};
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

    /// A page of what the council carried, newest first; for admins.
    pub async fn carried(&self, paging: &Paging) -> Result<Page<MotionRow>, TalkError> {
        let wanted = [
            ("carried", Some("true".to_owned())),
            ("after", paging.after.clone()),
            ("limit", paging.limit.map(|limit| limit.to_string())),
        ];
        self.get(&query("/api/motions", &wanted)).await
    }

    /// A page of what the house and its doctors opened, newest first; for hospitals.
    pub async fn openings(&self, paging: &Paging) -> Result<Page<Opening>, TalkError> {
        let wanted = [("after", paging.after.clone()), ("limit", paging.limit.map(|limit| limit.to_string()))];
        self.get(&query("/api/house/openings", &wanted)).await
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
