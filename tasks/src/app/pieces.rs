//! The program in pieces: what the first screen needs, and what is fetched when a page asks for it.
//!
//! `frontend/app/src/pieces` says where it is cut. The cutter writes the first piece for `wasm-bindgen`, the others beside
//! it, and a module that fetches them. That module and the glue import each other, and neither could be named by its
//! content; so the module becomes a part of the glue.

use super::{glue, tools};
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The module that fetches pieces, as the cutter calls it.
pub(super) const LOADER: &str = "__wasm_split.js";

/// Cuts the program; the first piece is what is returned.
pub(super) fn cut(site: &Site, wasm: &Path, folder: &Path) -> Result<PathBuf> {
    // Pieces of a build before this one would pass for this one's.
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let mut cutter = Command::new(tools::cutter(site)?);
    // It goes on where a function names others in a way it cannot follow, and says so.
    cutter.args(["--target", "web", "--out-name", "app"]).arg(wasm).arg(folder).env("RUST_LOG", "warn");
    glue::run(&mut cutter)?;
    Ok(folder.join("app.wasm"))
}

/// The other pieces: their names in the bundle, and where they lie.
pub(super) fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).and_then(called);
        files.extend(name.map(|name| (name, path)));
    }
    files.sort();
    Ok(files)
}

/// `split_patient.wasm` is a piece of its own, `chunk_3.wasm` what several share.
fn called(file: &str) -> Option<String> {
    match file.split_once('_')? {
        ("split", name) => Some(name.to_owned()),
        ("chunk", number) => Some(format!("shared-{number}")),
        _ => None,
    }
}

/// The glue with the module that fetches pieces in it. Another version of the cutter or of wasm-bindgen may write it
/// otherwise, and then the build stops here.
pub(super) fn fetching(glue: &str, loader: &str) -> Result<String> {
    let import = glue.lines().find(|line| line.starts_with("import ") && line.contains(LOADER));
    let import = import.context("the glue does not ask for its pieces")?;
    let name = import.strip_prefix("import * as ").and_then(|rest| rest.split(' ').next());
    let name = name.context("the glue asks for its pieces in another way than known")?;
    let (mut body, mut loads) = (String::new(), Vec::new());
    for line in loader.lines().filter(|line| !line.starts_with("import ")) {
        let line = match line.strip_prefix("export const ") {
            Some(rest) => {
                loads.push(rest.split(' ').next().unwrap_or_default());
                format!("const {rest}")
            }
            None => line.to_owned(),
        };
        body.push_str(&addressed(&line)?);
        body.push('\n');
    }
    ensure!(!loads.is_empty(), "the cutter wrote nothing that fetches a piece");
    ensure!(!body.contains("import.meta"), "the cutter fetches pieces in another way than known");
    let module = format!("const {name} = (() => {{\n{body}return {{ {} }};\n}})();", loads.join(", "));
    Ok(glue.replacen(import, &module, 1))
}

/// A line with the piece it fetches named as in the bundle, which puts its address there.
fn addressed(line: &str) -> Result<String> {
    const BEFORE: &str = "new URL(\"./";
    let Some((before, rest)) = line.split_once(BEFORE) else { return Ok(line.to_owned()) };
    let (file, after) = rest.split_once("\", import.meta.url)").context("a piece is fetched from somewhere else")?;
    let name = called(file).with_context(|| format!("{file} is no piece"))?;
    Ok(format!("{before}\"{{{name}}}\"{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\n\nfunction a() { return import1; }\n";

    const WRITTEN: &str = r#"import { initSync } from "./app.js";

let sharedImports = undefined;
/* gate, patient */
const __chunk_2 = makeLoad(() => {
    const src = fetch(new URL("./chunk_2.wasm", import.meta.url));
    return src;
}, []);
export const __wasm_split_load_gate = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_gate.wasm", import.meta.url));
    return src;
}, [__chunk_2]));
"#;

    #[test]
    fn what_fetches_pieces_becomes_a_part_of_the_glue() {
        let glue = fetching(GLUE, WRITTEN).expect("known");
        assert!(glue.starts_with("const import1 = (() => {\n"));
        assert!(glue.contains("fetch(\"{shared-2.wasm}\")") && glue.contains("fetch(\"{gate.wasm}\")"));
        assert!(glue.contains("return { __wasm_split_load_gate };\n})();"));
        assert!(glue.ends_with("function a() { return import1; }\n"));
        assert!(!glue.contains("import ") && !glue.contains("export "));
    }

    #[test]
    fn what_is_written_otherwise_stops_the_build() {
        assert!(fetching("function a() {}", WRITTEN).is_err());
        assert!(fetching(GLUE, "import { initSync } from \"./app.js\";").is_err());
        assert!(fetching(GLUE, &WRITTEN.replace("\"./split_gate", "\"../split_gate")).is_err());
    }

    #[test]
    fn only_pieces_are_pieces() {
        assert_eq!(called("split_patient.wasm").as_deref(), Some("patient.wasm"));
        assert_eq!(called("chunk_12.wasm").as_deref(), Some("shared-12.wasm"));
        assert_eq!(called("app_bg.wasm"), None);
        assert_eq!(called("__wasm_split.js"), None);
    }
}
