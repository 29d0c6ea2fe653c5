//! One language's messages.

use anyhow::Result;
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// One message.
pub(super) struct Message {
    /// In which file.
    pub(super) file: String,
    /// What is put into it.
    pub(super) arguments: BTreeSet<String>,
}

/// Messages by key.
pub(super) type Catalogue = BTreeMap<String, Message>;

/// Reads a language's folder; what cannot be read is told.
pub(super) fn read(folder: &Path, wrong: &mut Vec<String>) -> Result<Catalogue> {
    let mut catalogue = Catalogue::new();
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    for file in files {
        let name = file.file_name().to_string_lossy().into_owned();
        for (key, message) in of(&name, &fs::read_to_string(file.path())?, wrong) {
            if let Some(before) = catalogue.insert(key.clone(), message) {
                wrong.push(format!("{}: `{key}` is in {} and in {name}", folder.display(), before.file));
            }
        }
    }
    Ok(catalogue)
}

/// Reads a file.
pub(super) fn of(file: &str, text: &str, wrong: &mut Vec<String>) -> Catalogue {
    let (resource, errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    wrong.extend(errors.iter().map(|error| format!("{file}: {error}")));
    let mut catalogue = Catalogue::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let key = message.id.name.to_owned();
        let mut arguments = BTreeSet::new();
        match &message.value {
            Some(pattern) => gather(pattern, &mut arguments),
            None => wrong.push(format!("{file}: `{key}` says nothing")),
        }
        if catalogue.insert(key.clone(), Message { file: file.into(), arguments }).is_some() {
            wrong.push(format!("{file}: `{key}` is there twice"));
        }
    }
    catalogue
}

fn gather(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            within(expression, names);
        }
    }
}

fn within(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => inside(inline, names),
        Expression::Select { selector, variants } => {
            inside(selector, names);
            variants.iter().for_each(|variant| gather(&variant.value, names));
        }
    }
}

fn inside(expression: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        InlineExpression::VariableReference { id } => drop(names.insert(id.name.to_owned())),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| inside(argument, names));
        }
        InlineExpression::Placeable { expression } => within(expression, names),
        _ => {}
    }
}
