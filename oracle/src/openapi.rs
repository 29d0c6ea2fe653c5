//! What the oracle answers, as an OpenAPI document.

use crate::router;
use chartkey_protocol::{Problem, Why};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        Content, Ref, RefOr, Response,
        path::Operation,
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

/// What is said of all addresses together.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Chartkey oracle",
        description = "The consent-gated door to sealed records, the chain's index, notices, jobs and share links. \
            It holds ciphertext and never a key; every release is asked of the finalized chain and logged first."
    ),
    components(schemas(Problem, Why)),
    modifiers(&Bearer)
)]
pub(crate) struct Frame;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("The token of a session, from `POST /api/session`."))
            .build();
        document.components.get_or_insert_default().add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}

/// The document of every address.
pub fn document() -> utoipa::openapi::OpenApi {
    complete(router::routes().into_openapi())
}

/// Says of every address what all have in common: a name of its own, and that it may answer with a problem.
pub(crate) fn complete(mut document: utoipa::openapi::OpenApi) -> utoipa::openapi::OpenApi {
    for ((method, path), operation) in operations(&mut document) {
        // Handlers of different topics may be called the same; generators of clients need one name each.
        let words = path.split(['/', '{', '}']).filter(|word| !word.is_empty() && *word != "api");
        operation.operation_id = Some(std::iter::once(method).chain(words).collect::<Vec<_>>().join("_"));
        operation.responses.responses.entry("default".into()).or_insert_with(|| {
            let content = Content::new(Some(Ref::from_schema_name("Problem")));
            let mut response = Response::new("It cannot be done; `why` says of what sort the problem is.");
            response.content.insert("application/problem+json".into(), content);
            RefOr::T(response)
        });
    }
    document
}

/// Every operation, with its method and path.
fn operations(
    document: &mut utoipa::openapi::OpenApi,
) -> impl Iterator<Item = ((&'static str, String), &mut Operation)> {
    document.paths.paths.iter_mut().flat_map(|(path, item)| {
        [
            ("get", &mut item.get),
            ("put", &mut item.put),
            ("post", &mut item.post),
            ("delete", &mut item.delete),
            ("patch", &mut item.patch),
            ("head", &mut item.head),
        ]
        .into_iter()
        .filter_map(|(method, operation)| Some(((method, path.clone()), operation.as_mut()?)))
    })
}
