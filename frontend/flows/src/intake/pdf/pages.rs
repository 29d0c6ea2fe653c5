//! How many pages: the tree is walked from its root, each branch once.

use super::{
    super::{MAX_PAGES, Unfit},
    token::{Dict, Value},
};
use std::collections::{HashMap, HashSet};

/// Branches and leaves that are remembered; a later object of the same number replaces an earlier one.
const MAX_NODES: usize = 200_000;
/// Children of all branches together.
const MAX_CHILDREN: usize = 200_000;

enum Node {
    Catalog(Option<u32>),
    Branch(Kids),
    Leaf,
    /// A list that stands on its own: some writers keep a branch's children there.
    List(Vec<u32>),
}

enum Kids {
    Here(Vec<u32>),
    There(u32),
}

/// What the objects say about pages.
#[derive(Default)]
pub(super) struct Pages {
    nodes: HashMap<u32, Node>,
    children: usize,
    root: Option<u32>,
}

impl Pages {
    /// A trailer names the root; the last one that does counts.
    pub(super) fn root(&mut self, trailer: &Dict) {
        self.root = trailer.reference("Root").or(self.root);
    }

    pub(super) fn note(&mut self, number: u32, value: &Value) -> Result<(), Unfit> {
        let Some(node) = node(value) else {
            self.nodes.remove(&number);
            return Ok(());
        };
        if let Node::Branch(Kids::Here(kids)) | Node::List(kids) = &node {
            self.children += kids.len();
        }
        self.nodes.insert(number, node);
        let too_many = self.nodes.len() > MAX_NODES || self.children > MAX_CHILDREN;
        if too_many { Err(Unfit::TooManyPages) } else { Ok(()) }
    }

    /// Walks the tree.
    pub(super) fn count(&self) -> Result<u32, Unfit> {
        const NONE: Unfit = Unfit::Damaged("a PDF without pages");
        let Some(Node::Catalog(tree)) = self.root.and_then(|root| self.nodes.get(&root)) else { return Err(NONE) };
        let (mut open, mut seen, mut pages) = (vec![tree.ok_or(NONE)?], HashSet::new(), 0);
        while let Some(number) = open.pop() {
            if !seen.insert(number) {
                return Err(Unfit::PageCircle);
            }
            match self.nodes.get(&number) {
                Some(Node::Branch(Kids::Here(kids))) => open.extend(kids),
                Some(Node::Branch(Kids::There(list))) => match self.nodes.get(list) {
                    Some(Node::List(kids)) if seen.insert(*list) => open.extend(kids),
                    Some(Node::List(_)) => return Err(Unfit::PageCircle),
                    _ => return Err(Unfit::Damaged("a PDF with pages that are missing")),
                },
                Some(Node::Leaf) => pages += 1,
                _ => return Err(Unfit::Damaged("a PDF with pages that are missing")),
            }
            if pages > MAX_PAGES {
                return Err(Unfit::TooManyPages);
            }
        }
        if pages == 0 { Err(NONE) } else { Ok(pages) }
    }
}

fn node(value: &Value) -> Option<Node> {
    let dict = match value {
        Value::Array(list) => return references(list).map(Node::List),
        Value::Dict(dict) => dict,
        _ => return None,
    };
    match dict.get("Kids") {
        _ if dict.is("Type", "Catalog") => Some(Node::Catalog(dict.reference("Pages"))),
        // Form fields have children as well, but no count.
        Some(Value::Array(kids)) if dict.is("Type", "Pages") || dict.get("Count").is_some() => {
            Some(Node::Branch(Kids::Here(references(kids)?)))
        }
        Some(Value::Reference(kids)) if dict.is("Type", "Pages") => Some(Node::Branch(Kids::There(*kids))),
        _ if dict.is("Type", "Page") => Some(Node::Leaf),
        None if dict.get("Type").is_none() && dict.get("Parent").is_some() && dict.get("MediaBox").is_some() => {
            Some(Node::Leaf)
        }
        _ => None,
    }
}

/// Numbers of the objects, when there is nothing else in the list.
fn references(list: &[Value]) -> Option<Vec<u32>> {
    list.iter().map(|value| if let Value::Reference(to) = value { Some(*to) } else { None }).collect()
}
