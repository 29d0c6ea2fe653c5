//! Between program and page: what wasm-bindgen writes, and where it sets HTML.

use super::{Form, pieces, tools};
use crate::site::Site;
use anyhow::{Context, Result, bail, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Makes the glue in `folder`: `app.js` and `app_bg.wasm`.
pub(super) fn around(site: &Site, wasm: &Path, folder: &Path, form: Form) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let mut bindgen = Command::new(tools::bindgen(site)?);
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "app", "--out-dir"]);
    bindgen.arg(folder).arg(wasm);
    if form == Form::Release {
        bindgen.args(["--remove-name-section", "--remove-producers-section"]);
    }
    run(&mut bindgen)?;
    let glue = folder.join("app.js");
    let mut text = fs::read_to_string(&glue)?;
    if form == Form::Release {
        shrink(site, &folder.join("app_bg.wasm"))?;
        for (_, piece) in pieces::files(folder)? {
            shrink(site, &piece)?;
        }
        text = pieces::fetching(&text, &fs::read_to_string(folder.join(pieces::LOADER))?)?;
    }
    let trust = fs::read_to_string(site.root.join("frontend/app/web/trust.js"))?;
    fs::write(&glue, trusting(&trust, &text)?)?;
    Ok(folder.into())
}

/// Runs wasm-opt where there is one; the app works without, and is larger.
fn shrink(site: &Site, wasm: &Path) -> Result<()> {
    let Some(optimizer) = tools::optimizer(site)? else { return Ok(()) };
    let small = wasm.with_extension("small");
    let mut command = Command::new("node");
    command.arg(optimizer).arg(wasm).arg("-o").arg(&small);
    // What rustc emits for wasm32 by itself; without the list the optimizer refuses to read it.
    command.args(["-Oz", "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext"]);
    command.args(["--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue", "--enable-simd"]);
    command.args(["--strip-debug", "--strip-producers"]);
    run(&mut command)?;
    Ok(fs::rename(small, wasm)?)
}

/// The glue with its one way to HTML led through our policy. Another version of wasm-bindgen may write it otherwise, and
/// then the build stops here rather than a page in somebody's browser.
fn trusting(trust: &str, glue: &str) -> Result<String> {
    const SETS: &str = ".innerHTML = getStringFromWasm0(";
    let mut written = format!("{trust}\n");
    let mut found = 0;
    for line in glue.lines() {
        match line.split_once(SETS) {
            Some((before, after)) => {
                let (start, length) = after
                    .split_once(')')
                    .and_then(|(arguments, _)| arguments.split_once(", "))
                    .context("the glue sets HTML in another way than known; see frontend/app/web/trust.js")?;
                written.push_str(&format!(
                    "{before}.innerHTML = chartkeyTrust.template(wasm, {start} >>> 0, {length} >>> 0, \
                     getStringFromWasm0({start}, {length}));\n"
                ));
                found += 1;
            }
            None => {
                written.push_str(line);
                written.push('\n');
            }
        }
    }
    ensure!(found <= 1, "the glue sets HTML in {found} places, one is known; see frontend/app/web/trust.js");
    for other in ["outerHTML", "insertAdjacentHTML", "document.write", "new Function", "eval("] {
        if glue.contains(other) {
            bail!("the glue uses {other}, which no policy of ours allows; see frontend/app/web/trust.js");
        }
    }
    Ok(written)
}

pub(super) fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{name} cannot be started"))?;
    ensure!(status.success(), "{name} failed");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_goes_through_the_policy_and_nothing_else_goes() {
        let glue = "a\n  getObject(arg0).innerHTML = getStringFromWasm0(arg1, arg2);\nb";
        let led = trusting("// trust", glue).expect("known");
        assert!(led.starts_with("// trust\n"));
        assert!(led.contains(
            "  getObject(arg0).innerHTML = chartkeyTrust.template(wasm, arg1 >>> 0, arg2 >>> 0, \
             getStringFromWasm0(arg1, arg2));\n"
        ));
        assert!(trusting("", &format!("{glue}\n{glue}")).is_err(), "a second way");
        assert!(trusting("", "x.outerHTML = y").is_err());
        assert!(trusting("", "x.innerHTML = getStringFromWasm0(odd;").is_err());
    }
}
