//! Signing in with a wallet.
//!
//! The oracle makes a text that names its domain, the chain, the account, a nonce and an end; the wallet signs it; the
//! oracle gives a token for it, once. Tokens travel in `Authorization: Bearer` only: a browser sends none by itself, so
//! no other site can make it act.

mod challenge;
mod sessions;
mod signature;
mod site;

pub use sessions::{Token, over, run};
pub use site::Deployed;

use crate::{
    app::App,
    limits::Gate,
    problem::{Answer, Failed},
};
use axum::{
    Json,
    extract::{FromRequestParts, State},
    http::{StatusCode, header::AUTHORIZATION, request::Parts},
};
use challenge::NonceError;
use chartkey_client::account_of;
use chartkey_protocol::{Challenge, NewSession, Session, SignIn, Why};
use chartkey_vocabulary::{Account, Standing};
use subxt::utils::AccountId32;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Somebody who signed in, as handlers take it; there is no other way to one than a live session.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// As contracts know them.
    pub account: Account,
    /// As they sign: SS58.
    pub address: String,
}

/// The addresses of this topic.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(site::site))
        .routes(routes!(ask))
        .routes(routes!(open, current, end))
        .routes(routes!(end_all))
}

/// Asks for the text to sign.
#[utoipa::path(post, path = "/api/session/challenge", tag = "session",
    request_body = Challenge, responses((status = 200, body = SignIn)))]
async fn ask(State(app): State<App>, Json(who): Json<Challenge>) -> Answer<SignIn> {
    let account: AccountId32 =
        who.address.parse().map_err(|_| Failed::new(Why::BadRequest, "This is not an account's address."))?;
    let (nonce, until) = challenge::make(&app, &account).await?;
    let text = SignIn::write(&app.settings.domain, app.genesis, &account.to_string(), &nonce, until);
    Ok(Json(SignIn { text, nonce, until }))
}

/// Opens a session for a signed text.
#[utoipa::path(post, path = "/api/session", tag = "session",
    request_body = NewSession, responses((status = 200, body = Session)))]
async fn open(State(app): State<App>, Json(signed): Json<NewSession>) -> Answer<Session> {
    let nonce = challenge::recognize(&app, &signed.nonce).await?.map_err(|error| match error {
        NonceError::Foreign => Failed::new(Why::Refused, "This oracle did not ask for this signature."),
        NonceError::Lapsed => lapsed(),
    })?;
    let text = SignIn::write(&app.settings.domain, app.genesis, &nonce.account.to_string(), &signed.nonce, nonce.until);
    if !signature::is_by(&nonce.account, &signed.scheme, &signed.signature.0, &text) {
        return Err(Failed::new(Why::Refused, "The signature does not fit the account and the text."));
    }
    not_suspended(&app, account_of(&nonce.account)).await?;
    sessions::open(&app, &nonce).await?.map(Json).ok_or_else(lapsed)
}

/// Whose session this is.
#[utoipa::path(get, path = "/api/session", tag = "session", security(("bearer" = [])),
    responses((status = 200, body = Session)))]
async fn current(session: Bearer) -> Answer<Session> {
    let Bearer { who, until, .. } = session;
    Ok(Json(Session { token: None, account: who.account, address: who.address, until }))
}

/// Signs out.
#[utoipa::path(delete, path = "/api/session", tag = "session", security(("bearer" = [])),
    responses((status = 204, description = "The session is over")))]
async fn end(State(app): State<App>, session: Bearer) -> Result<StatusCode, Failed> {
    sessions::end(&app, &session.token).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Signs out everywhere.
#[utoipa::path(delete, path = "/api/sessions", tag = "session", security(("bearer" = [])),
    responses((status = 204, description = "All sessions of the account are over")))]
async fn end_all(State(app): State<App>, session: Bearer) -> Result<StatusCode, Failed> {
    sessions::end_all(&app, session.who.account).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A live session, whatever the chain thinks of its account: enough to look at it and to end it.
struct Bearer {
    token: Token,
    who: SignedIn,
    until: u64,
}

/// The token a request carries.
pub fn token(parts: &Parts) -> Option<Token> {
    let (scheme, token) = parts.headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| Token::of(token.trim()))
}

impl FromRequestParts<App> for Bearer {
    type Rejection = Failed;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failed> {
        let sign_in = || Failed::new(Why::SignInNeeded, "Please sign in.");
        let token = token(parts).ok_or_else(sign_in)?;
        let open = sessions::find(app, &token).await?.ok_or_else(sign_in)?;
        if let Some(gate) = parts.extensions.get::<Gate>() {
            gate.account(open.who.account)?;
        }
        Ok(Self { token, who: open.who, until: open.until })
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Failed;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failed> {
        let Bearer { who, .. } = Bearer::from_request_parts(parts, app).await?;
        not_suspended(app, who.account).await?;
        Ok(who)
    }
}

/// Whoever the council suspended is told nothing more. Strangers may sign in: everybody is one before they register.
async fn not_suspended(app: &App, account: Account) -> Result<(), Failed> {
    match app.chain.who(account).await? {
        Some(who) if who.standing == Standing::Suspended => {
            Err(Failed::new(Why::NotAllowed, "This account is suspended.").denial("suspended"))
        }
        _ => Ok(()),
    }
}

fn lapsed() -> Failed {
    Failed::new(Why::Lapsed, "This text was signed too late or used before. Please sign in again.")
}

#[cfg(test)]
mod tests;
