//! Documents and archives, an honest PDF first.

use super::{Hostile, bomb, hostile, pictures::png, zip};
use miniz_oxide::deflate::compress_to_vec_zlib;

const ONE_PAGE: &str = "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n\
    3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj\n";
const END: &str = "trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";

/// A PDF of one page with more objects.
pub(crate) fn pdf(more: &[u8]) -> Vec<u8> {
    [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ONE_PAGE.as_bytes(), more, END.as_bytes()].concat()
}

fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("9 0 obj <<{dict} /Length {}>> stream\n", data.len());
    [head.as_bytes(), data, b"\nendstream endobj\n"].concat()
}

fn pages(objects: &str) -> Vec<u8> {
    format!("%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n{objects}{END}").into_bytes()
}

/// Archives in archives in archives: sixteen at each of five levels.
fn archives() -> Vec<u8> {
    (0..5).fold(vec![0; 64], |inner, level| zip(&format!("{level}.zip"), &inner.repeat(16)))
}

/// LZW whose every code stands for one byte more than the one before, until the table is full, and then for the longest.
fn lzw(codes: u32) -> Vec<u8> {
    let (mut packed, mut bits, mut held) = (Vec::new(), 0_u64, 0);
    let growing = [256, 0].into_iter().chain(258..4_096);
    for (at, code) in growing.chain(std::iter::repeat(4_095)).take(codes as usize).enumerate() {
        let width = [512, 1_024, 2_048].iter().fold(9, |width, full| width + usize::from(at + 257 >= *full));
        (bits, held) = (bits << width | code, held + width);
        while held >= 8 {
            held -= 8;
            packed.push((bits >> held) as u8);
        }
    }
    packed
}

fn pdfs() -> Vec<Hostile> {
    let packed = compress_to_vec_zlib(b"7 0 <</S /JavaScript /JS (app.alert)>>", 6);
    let action = |text: &str| pdf(format!("8 0 obj <<{text}>> endobj\n").as_bytes());
    let circle = pages(
        "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 9>> endobj\n3 0 obj <</Type /Pages /Kids [2 0 R] /Count 9>> endobj\n",
    );
    let twice = pages("2 0 obj <</Type /Pages /Kids [3 0 R 3 0 R] /Count 2>> endobj\n3 0 obj <</Type /Page>> endobj\n");
    let mut many = format!(
        "2 0 obj <</Type /Pages /Count 1 /Kids [{}]>> endobj\n",
        (3..5_010).map(|n| format!("{n} 0 R ")).collect::<String>()
    );
    many.extend((3..5_010).map(|n| format!("{n} 0 obj <</Type /Page>> endobj\n")));
    let flate = "/Filter /FlateDecode";
    let lzw = lzw(900_000);
    let image = "/Subtype /Image /Width 60000 /Height 60000 /Filter /DCTDecode";
    let wall = stream("/Subtype /Image /Width 10000 /Height 10000 /Filter /FlateDecode", &bomb(100 << 20)).repeat(12);
    vec![
        hostile("PDF whose pages form a circle", "a.pdf", circle, "PageCircle"),
        hostile("PDF that shows one page twice", "a.pdf", twice, "PageCircle"),
        hostile("PDF of 5,007 pages", "a.pdf", pages(&many), "TooManyPages"),
        hostile("PDF whose drawing unpacks to 10 GB", "a.pdf", pdf(&stream(flate, &bomb(10 << 30))), "Bomb"),
        hostile(
            "PDF whose objects unpack to 10 GB",
            "a.pdf",
            pdf(&stream(&format!("/Type /ObjStm /N 1 /First 4 {flate}"), &bomb(10 << 30))),
            "Bomb",
        ),
        hostile(
            "PDF stream packed twice",
            "a.pdf",
            pdf(&stream("/Filter [/FlateDecode /FlateDecode]", &bomb(1 << 20))),
            "Bomb",
        ),
        hostile(
            "PDF stream of runs to 3 GB",
            "a.pdf",
            pdf(&stream("/Filter /RunLengthDecode", &vec![0x81; 48 << 20])),
            "Bomb",
        ),
        hostile("PDF stream of LZW to 2 GB", "a.pdf", pdf(&stream("/Filter /LZWDecode", &lzw)), "Bomb"),
        hostile("PDF picture of 60,000 by 60,000", "a.pdf", pdf(&stream(image, b"x")), "TooManyPixels"),
        hostile("PDF of twelve pictures of 100 MB", "a.pdf", pdf(&wall), "Bomb"),
        hostile("PDF that is an archive", "a.pdf", [pdf(b""), zip("a", b"a")].concat(), "TwoInOne"),
        hostile("PDF with an archive in a stream", "a.pdf", pdf(&stream("", &zip("a", b"a"))), "TwoInOne"),
        hostile("PDF behind something else", "a.pdf", [b"hello\n", &pdf(b"")[..]].concat(), "TwoInOne"),
        hostile("PDF with a megabyte behind it", "a.pdf", [pdf(b""), vec![7; 1 << 20]].concat(), "Trailing"),
        hostile("PDF with a script", "a.pdf", action("/S /JavaScript /JS (app.alert)"), "Active"),
        hostile("PDF with a script, written otherwise", "a.pdf", action("/S /J#61va#53cript"), "Active"),
        hostile(
            "PDF with a script in packed objects",
            "a.pdf",
            pdf(&stream(&format!("/Type /ObjStm /N 1 /First 4 {flate}"), &packed)),
            "Active",
        ),
        hostile("PDF that starts a program", "a.pdf", action("/S /Launch /F (cmd.exe)"), "Active"),
        hostile("PDF with a file inside", "a.pdf", pdf(&stream("/Type /EmbeddedFile", b"MZ")), "Active"),
        hostile(
            "PDF that is locked",
            "a.pdf",
            [&pdf(b"")[..], b"trailer <</Encrypt 4 0 R>>\nstartxref\n0\n%%EOF\n"].concat(),
            "Locked",
        ),
        hostile("PDF of lists in lists", "a.pdf", pdf(&[&b"8 0 obj "[..], &b"[".repeat(100_000)].concat()), "TooDeep"),
        hostile(
            "PDF of one endless list",
            "a.pdf",
            pdf(&[&b"8 0 obj ["[..], &b"0 ".repeat(4 << 20)].concat()),
            "Damaged",
        ),
        hostile("PDF without pages", "a.pdf", pages(""), "Damaged"),
    ]
}

fn texts() -> Vec<Hostile> {
    let laughs = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><l>&b;</l>";
    let (objects, arrays) = (
        ["{\"a\":".repeat(100_000), "1".into(), "}".repeat(100_000)].concat(),
        "[".repeat(100_000) + &"]".repeat(100_000),
    );
    vec![
        hostile("JSON of 100,000 objects in objects", "a.json", objects, "TooDeep"),
        hostile("JSON of 100,000 lists in lists", "a.json", arrays, "TooDeep"),
        hostile("JSON with a script", "a.json", r#"{"div":"\u003cscRipt>"}"#, "Script"),
        hostile("JSON that does not end", "a.json", r#"{"a":1,}"#, "Damaged"),
        hostile("XML of a billion laughs", "a.xml", laughs, "Entities"),
        hostile(
            "XML that reads a file",
            "a.xml",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "Entities",
        ),
        hostile("XML with an entity of nobody", "a.xml", "<a>&b;</a>", "Entities"),
        hostile(
            "XML of 100,000 elements in elements",
            "a.xml",
            "<a>".repeat(100_000) + &"</a>".repeat(100_000),
            "TooDeep",
        ),
        hostile(
            "XML with a script",
            "a.xml",
            "<a><x:script xmlns:x='http://www.w3.org/1999/xhtml'>1</x:script></a>",
            "Script",
        ),
        hostile("XML with an address that runs", "a.xml", "<a href='java&#10;script:alert(1)'/>", "Script"),
        hostile(
            "XML with a style sheet from elsewhere",
            "a.xml",
            "<?xml version='1.0'?><?xml-stylesheet href='http://a/b'?><a/>",
            "Script",
        ),
        hostile("text with a script", "a.txt", "Haemoglobin 13.5 <SCRIPT src=//a>", "Script"),
        hostile("text with a picture that runs", "a.txt", "Haemoglobin 13.5 <img src=x onerror=alert(1)>", "Script"),
        hostile("text with a zero", "a.txt", "Haemoglobin\0 13.5", "Unknown"),
        hostile("text that is no UTF-8", "a.txt", b"Haemoglobin \xff\xfe 13.5".to_vec(), "Unknown"),
        hostile("web page", "a.txt", "\n<!DOCTYPE html><p>", "WebPage"),
        hostile("SVG picture", "a.txt", "<?xml version=\"1.0\"?><svg xmlns='http://www.w3.org/2000/svg'/>", "WebPage"),
    ]
}

fn archives_and_programs() -> Vec<Hostile> {
    let tar = [&[b'a'; 257][..], b"ustar\0", &[0; 512]].concat();
    vec![
        hostile("archives in archives (42.zip)", "a.zip", archives(), "Archive"),
        hostile("zip archive named as a PNG", "a.png", zip("a.png", &png(4, 4)), "Archive"),
        hostile("gzip", "a.gz", b"\x1f\x8b\x08\0\0\0".to_vec(), "Archive"),
        hostile("tar", "a.tar", tar, "Archive"),
        hostile("7z", "a.7z", b"7z\xbc\xaf\x27\x1c\0\x04".to_vec(), "Archive"),
        hostile("rar", "a.rar", b"Rar!\x1a\x07\x01\0".to_vec(), "Archive"),
        hostile("office document", "a.docx", zip("[Content_Types].xml", b"<a/>"), "Office"),
        hostile("program of Windows", "a.pdf", b"MZ\x90\0\x03\0\0\0".to_vec(), "Program"),
        hostile("script", "a.txt", "#!/bin/sh\nrm -rf /\n", "Program"),
        hostile("nothing", "a.txt", "", "Empty"),
        hostile("noise", "a.pdf", (0..=255).rev().collect::<Vec<u8>>(), "Unknown"),
    ]
}

pub(super) fn all() -> Vec<Hostile> {
    [pdfs(), texts(), archives_and_programs()].into_iter().flatten().collect()
}
