//! The rings that need a browser: the app's parts by themselves, and everybody's day in the built app.

use super::run::{self, Count};
use crate::{app, build, say, site::Site};
use anyhow::{Context, Result};
use std::{
    env,
    path::{Path, PathBuf},
};

/// What programs that use the app in a browser need to know; nothing on a machine without browser or Node.
pub(crate) fn surroundings(site: &Site, form: app::Form) -> Result<Option<Vec<(&'static str, PathBuf)>>> {
    let (Some(chromium), Some(_)) = (on_path("chromium"), on_path("node")) else {
        say::note("no Chromium or no Node found: the app is not used in a browser");
        return Ok(None);
    };
    let packages =
        site.peer("browser").context("tests/browser's packages are not in the cache; start through ./dev")?;
    Ok(Some(vec![
        ("CHARTKEY_APP", app::build(site, form)?),
        ("CHARTKEY_BROWSER", packages),
        ("CHARTKEY_CHROMIUM", chromium),
        ("CHARTKEY_ROOT", site.root.clone()),
        ("CHARTKEY_SCREENS", site.state.join("screens")),
    ]))
}

/// The tests that lie beside the app's code, in a browser without a page of ours.
pub(super) fn parts(site: &Site) -> Result<Count> {
    let Some(driver) = on_path("chromedriver") else {
        say::note("no chromedriver found: the app's parts are not tested in a browser");
        return Ok(Count::default());
    };
    let mut cargo = site.cargo();
    cargo.args(["test", "--no-run", "--package=chartkey-app", "--target=wasm32-unknown-unknown"]);
    cargo.args(["--profile=app-dev", "--features=development"]);
    let tests = say::step("Building the app's tests", "mend what the compiler names above", || {
        let made = build::artifacts(&mut cargo)?.into_iter().filter_map(build::Artifact::executable);
        Ok(made.filter(|built| built.test).collect::<Vec<_>>())
    })?;
    let runner = app::test_runner(site)?;
    let mut total = Count::default();
    for test in &tests {
        let mut command = run::limited();
        command.arg(&runner).arg(&test.path).current_dir(&test.folder).env("CHROMEDRIVER", &driver);
        // A busy machine starts a browser slowly.
        command.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
        total += run::counted(format!("{} · in Chromium", test.package), &mut command)?;
    }
    Ok(total)
}

/// Where a program lies.
fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|place: &PathBuf| Path::exists(place))
}
