//! `./dev status`: what runs, where, and how far it is.

use crate::{
    oracle::{self, ORACLE},
    people::NO_PORT,
    rpc,
    service::Service,
    site::Site,
    up::NODE,
};
use anyhow::Result;

/// Prints a line per service.
pub(crate) fn run(site: &Site) -> Result<()> {
    let services = Service::all(site);
    if services.is_empty() {
        println!("nothing runs; ./dev up starts it");
    }
    for service in services {
        let how = match service.name.as_str() {
            NODE => match rpc::heights(service.port) {
                Ok((best, finalized)) => format!("block {best}, finalized {finalized}"),
                Err(error) => format!("does not answer: {error:#}"),
            },
            ORACLE if oracle::is_ready(service.port) => "ready".into(),
            ORACLE => "not ready: http://localhost says why at /ready".into(),
            _ => String::new(),
        };
        let port = if service.port == NO_PORT { "-".into() } else { service.port.to_string() };
        println!("{:<10} process {:<8} port {port:<6} {how}", service.name, service.pid);
    }
    Ok(())
}
