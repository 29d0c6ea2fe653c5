//! Builds the app into `.chartkey/app/`: the program, its words, its looks, each named by its content and packed.
//!
//! Cargo makes the wasm; for everybody it is cut into pieces; `wasm-bindgen` makes the glue around it, `wasm-opt` makes it
//! small, and what is left is text.

mod bundle;
mod glue;
mod pieces;
mod tools;

use crate::{build, say, site::Site};
use anyhow::{Context, Result};
use bundle::Bundle;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// For whom it is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// For whoever writes it: quickly, with the gallery and the wallet of the development chain.
    Development,
    /// For everybody: small.
    Release,
}

impl Form {
    const fn profile(self) -> &'static str {
        match self {
            Self::Development => "app-dev",
            Self::Release => "app",
        }
    }
}

/// Builds the app and says where it lies.
pub(crate) fn build(site: &Site, form: Form) -> Result<PathBuf> {
    let next = "mend what the compiler names above, then repeat the command";
    let wasm = say::step("Building the app", next, || compile(site, form))?;
    say::step("Bundling the app", "see the words above", || {
        let made = site.state.join(format!("app-{}", form.profile()));
        let glued = match form {
            Form::Development => glue::around(site, &wasm, &made, form)?,
            Form::Release => {
                let cut = pieces::cut(site, &wasm, &made)?;
                glue::around(site, &cut, &made, form)?
            }
        };
        let mut bundle = Bundle::default();
        gather(site, &mut bundle, &glued)?;
        let folder = place(site, form);
        bundle.write(&folder, form)?;
        report(&bundle, form);
        Ok(folder)
    })
}

/// The program that runs the app's tests in a browser, of the version they were compiled with.
pub(crate) fn test_runner(site: &Site) -> Result<PathBuf> {
    Ok(tools::bindgen(site)?.with_file_name("wasm-bindgen-test-runner"))
}

/// Where it lies.
pub(crate) fn place(site: &Site, form: Form) -> PathBuf {
    match form {
        Form::Development => site.state.join("app"),
        Form::Release => site.state.join("app-release"),
    }
}

fn compile(site: &Site, form: Form) -> Result<PathBuf> {
    let mut cargo = site.cargo();
    cargo.args(["build", "--package=chartkey-app", "--target=wasm32-unknown-unknown", "--profile", form.profile()]);
    let made = build::artifacts(match form {
        Form::Development => cargo.arg("--features=development"),
        Form::Release => smallest(site, &mut cargo),
    })?;
    let wasm = made.iter().filter(|artifact| artifact.package() == "chartkey-app").flat_map(|made| &made.filenames);
    let wasm = wasm.into_iter().find(|file| file.extension().is_some_and(|ending| ending == "wasm"));
    Ok(wasm.context("cargo made no wasm")?.clone())
}

/// Has the standard library compiled along, for size: in its short forms, without a sentence for each way the program
/// could end itself, and without the names of the places where. A page cannot go on after either; a development build
/// says both. The compiler calls these switches unstable, so they are given to this one build, which has a folder to
/// itself: what it shares with others would be compiled anew each time. And what is cut afterwards has to say where it
/// names other parts of itself.
fn smallest<'a>(site: &Site, cargo: &'a mut Command) -> &'a mut Command {
    const FLAGS: [&str; 4] =
        ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Clink-arg=--emit-relocs"];
    cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size", "--config"]);
    cargo.arg(format!("target.wasm32-unknown-unknown.rustflags = {FLAGS:?}"));
    cargo.env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_DIR", site.cache().join("app-release"))
}

/// Puts everything into the bundle; what names others comes after them.
fn gather(site: &Site, bundle: &mut Bundle, glued: &Path) -> Result<()> {
    let app = site.root.join("frontend/app");
    let web = app.join("web");
    for font in tools::fonts(site)? {
        bundle.add(font.name, fs::read(&font.path)?);
    }
    for name in ["icon.svg", "icon-maskable.svg", "icon-180.png", "looks.js"] {
        bundle.add(name, fs::read(web.join(name))?);
    }
    bundle.add("app.css", styles(&app.join("styles"))?.into_bytes());
    for (name, path) in pieces::files(glued)? {
        bundle.add(&name, fs::read(path)?);
    }
    bundle.add("app.wasm", fs::read(glued.join("app_bg.wasm"))?);
    bundle.add("app.js", fs::read(glued.join("app.js"))?);
    for name in ["app.webmanifest", "start.js"] {
        bundle.add(name, fs::read(web.join(name))?);
    }
    let mut links = String::new();
    for (code, words) in catalogues(&app.join("languages"))? {
        let address = bundle.add(&format!("lang/{code}.ftl"), words.into_bytes());
        links.push_str(&format!("<link rel=\"chartkey-language\" hreflang=\"{code}\" href=\"{address}\">\n"));
    }
    let index = fs::read_to_string(web.join("index.html"))?;
    bundle.keep("index.html", index.replace("{languages}\n", &links).into_bytes());
    let worker = web.join("worker.js");
    if worker.exists() {
        // A worker's address stays, or browsers would keep the old one beside it.
        let names = bundle.addresses().map(|address| format!("{address:?}")).collect::<Vec<_>>().join(", ");
        let text = fs::read_to_string(worker)?.replace("{build}", &bundle::named(names.as_bytes()));
        bundle.keep("worker.js", text.replace("{files}", &names).into_bytes());
    }
    Ok(())
}

/// All styles as one: what others stand on comes first, then each area's.
fn styles(folder: &Path) -> Result<String> {
    const FIRST: [&str; 4] = ["tokens.css", "base.css", "shell.css", "parts.css"];
    let rank = |name: &str| FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len());
    let mut names = files(folder, "css")?;
    names.sort_by_key(|name| (rank(name), name.clone()));
    let mut text = String::new();
    for name in names {
        text.push_str(&without_comments(&fs::read_to_string(folder.join(name))?));
    }
    Ok(text)
}

/// Drops comments and the blanks at the beginnings of lines. No text of ours in a style holds the sign of a comment.
fn without_comments(style: &str) -> String {
    let mut rest = style;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Each language's words, all areas in one text.
fn catalogues(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut languages = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(code) = entry.file_name().into_string() else { continue };
        if !entry.file_type()?.is_dir() {
            continue;
        }
        let mut words = String::new();
        for name in files(&entry.path(), "ftl")? {
            let text = fs::read_to_string(entry.path().join(name))?;
            // A comment of a file's own would hang on to the message after it.
            words.extend(text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| [line, "\n"]));
        }
        languages.push((code, words));
    }
    languages.sort();
    Ok(languages)
}

/// The files of a folder with an ending, by name.
fn files(folder: &Path, ending: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|found| found == ending) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// What the first screen costs, and all of it.
fn report(bundle: &Bundle, form: Form) {
    let (first, all) = bundle.sizes();
    let how = if form == Form::Release { "" } else { ", not made small" };
    say::note(format_args!("{} KB for the first screen, {} KB in all, packed{how}", first / 1000, all / 1000));
}
