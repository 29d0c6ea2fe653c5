//! Two engines read each page, apart from each other; what both say is likelier right.

pub mod combine;
pub mod lines;
pub mod ppocr;
pub mod tesseract;
