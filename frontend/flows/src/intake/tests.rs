use super::{
    hostile::{
        self, Hostile,
        documents::pdf,
        pictures::{dicom, jpeg, png, tiff, webp},
    },
    *,
};
use miniz_oxide::deflate::compress_to_vec_zlib;
use std::io::{self, Cursor, SeekFrom};

/// Counts what is read, and refuses to hand out much at once.
struct Counted {
    content: Cursor<Vec<u8>>,
    read: u64,
    most: usize,
}

impl Counted {
    fn of(content: Vec<u8>) -> Self {
        Self { content: Cursor::new(content), read: 0, most: 0 }
    }
}

impl Read for Counted {
    fn read(&mut self, part: &mut [u8]) -> io::Result<usize> {
        let read = self.content.read(part)?;
        (self.read, self.most) = (self.read + read as u64, self.most.max(part.len()));
        Ok(read)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.content.seek(to)
    }
}

fn variant(unfit: &Unfit) -> String {
    format!("{unfit:?}").split([' ', '(', '{']).next().unwrap_or_default().to_owned()
}

fn taken(name: &str, content: &[u8]) -> Checked {
    inspect(name, &mut Cursor::new(content)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn refused(name: &str, content: &[u8]) -> String {
    variant(&inspect(name, &mut Cursor::new(content)).expect_err("it is hostile"))
}

#[test]
fn every_hostile_file_is_refused_for_what_it_is() {
    for Hostile { what, name, content, refused } in hostile::all() {
        match inspect(&name, &mut Cursor::new(content)) {
            Ok(checked) => panic!("{what} was taken: {checked:?}"),
            Err(unfit) => assert_eq!(variant(&unfit), refused, "{what}: {unfit}"),
        }
    }
}

/// No piece read is larger than the window, and no file is read more than twice, but for glances here and there.
#[test]
fn what_is_read_is_bounded_by_the_file() {
    for Hostile { what, name, content, .. } in hostile::all() {
        let (size, mut counted) = (content.len() as u64, Counted::of(content));
        inspect(&name, &mut counted).expect_err("it is hostile");
        assert!(counted.most <= 64 << 10, "{what}: {} bytes at once", counted.most);
        assert!(counted.read <= 2 * size + (512 << 10), "{what}: {} bytes read of {size}", counted.read);
    }
}

/// Bombs are left after the first part that says too much, not at their end.
#[test]
fn a_bomb_is_not_read_to_its_end() {
    let bombs =
        hostile::all().into_iter().filter(|hostile| hostile.refused == "Bomb" && hostile.what.contains("10 GB"));
    let mut count = 0;
    for Hostile { what, name, content, .. } in bombs {
        let (size, mut counted) = (content.len() as u64, Counted::of(content));
        inspect(&name, &mut counted).expect_err("it is hostile");
        assert!(counted.read < size / 10, "{what}: {} bytes read of {size}", counted.read);
        count += 1;
    }
    assert_eq!(count, 5);
}

#[test]
fn honest_pictures_are_taken() {
    for (name, content, media_type) in [
        ("a.png", png(40, 30), "image/png"),
        ("a.jpg", jpeg(40, 30), "image/jpeg"),
        ("a.webp", webp(40, 30), "image/webp"),
        ("a.tif", tiff(40, 30, 1_200, 0), "image/tiff"),
        ("a.dcm", dicom(30, 40, 1_200), "application/dicom"),
    ] {
        let checked = taken(name, &content);
        assert_eq!((checked.media_type, checked.pixels, checked.pages), (media_type, Some((40, 30)), Some(1)));
        assert_eq!((checked.file_name.as_str(), checked.size), (name, content.len() as u64));
    }
    let slice = dicom(30, 40, 1_200);
    assert_eq!(taken("IM0001", &slice).kind_hint, Some(Kind::Ct));
    // Without the 128 bytes in front, as some devices write.
    assert_eq!(taken("IM0001", &slice[132..]).media_type, "application/dicom");
}

/// Writers pad; a preview that is announced follows the picture that announces it.
#[test]
fn a_little_padding_and_an_announced_preview_are_taken() {
    taken("a.png", &[png(4, 4), vec![0; 100]].concat());
    taken("a.jpg", &[jpeg(8, 8), b"\r\n".to_vec()].concat());
    let announcing = [b"\xff\xd8\xff\xe2\0\x06MPF\0", &jpeg(8, 8)[2..]].concat();
    taken("a.jpg", &[&announcing[..], &[0; 7], &jpeg(4, 4)].concat());
    assert_eq!(refused("a.jpg", &[&announcing[..], &jpeg(65_535, 65_535)].concat()), "TooManyPixels");
}

#[test]
fn honest_documents_are_taken() {
    assert_eq!(taken("a.pdf", &pdf(b"")).pages, Some(1));
    let packed = compress_to_vec_zlib(b"7 0 8 9 <</A 1>> <</B [1 2 3 0 R]>>", 6);
    let object = [
        &b"9 0 obj <</Type /ObjStm /N 2 /First 8 /Filter /FlateDecode /Length 6 0 R>> stream\r\n"[..],
        &packed,
        b"\nendstream endobj\n",
    ]
    .concat();
    assert_eq!(taken("a.pdf", &pdf(&object)).pages, Some(1));
    // An addition replaces the page tree, as signing programs do.
    let more = "4 0 obj <</Type /Page /Parent 2 0 R>> endobj 2 0 obj <</Type /Pages /Kids [3 0 R 4 0 R]>> endobj\nstartxref\n9\n%%EOF\n";
    assert_eq!(taken("a.pdf", &[pdf(b""), more.into()].concat()).pages, Some(2));
    // Letters around packed bytes, as report generators write.
    let letters =
        b"9 0 obj <</Filter [/ASCII85Decode /FlateDecode] /Length 12>> stream\nGhQSTz!!*~>\nendstream endobj\n";
    assert_eq!(taken("a.pdf", &pdf(letters)).pages, Some(1));
}

#[test]
fn honest_texts_are_taken() {
    assert_eq!(taken("a.csv", "name,value\nHb,13.5\n".as_bytes()).media_type, "text/plain");
    assert_eq!(taken("notiz", "\u{feff}[1] Hämoglobin < 13 g/dl, Größe > 3".as_bytes()).file_name, "notiz.txt");
    assert_eq!(taken("a.txt", b"[1] see [2]").media_type, "text/plain");
    let json = br#" {"a":[1,-2.5e+3,{"b":[]},{}],"c":"\u00e4 < 3","d":null,"e":true} "#;
    assert_eq!(taken("a.json", json).media_type, "application/json");
    let shot = taken("a.json", br#"{"resourceType":"Immunization","text":{"div":"<div xmlns=\"x\"><b>a</b></div>"}}"#);
    assert_eq!((shot.media_type, shot.kind_hint), ("application/fhir+json", Some(Kind::Vaccination)));
    let xml = "<?xml version='1.0' encoding='UTF-8'?><!-- a -->\n<ClinicalDocument xmlns='urn:hl7-org:v3'><t a='1'>&lt;&#x41;<![CDATA[<x>]]></t><u/></ClinicalDocument>";
    assert_eq!(taken("a.xml", xml.as_bytes()).media_type, "application/xml");
    let fhir = taken("a.xml", br#"<Observation xmlns="http://hl7.org/fhir"><id value="a"/></Observation>"#);
    assert_eq!((fhir.media_type, fhir.kind_hint), ("application/fhir+xml", Some(Kind::LabReport)));
}

/// The content decides; the name is put right where that hides nothing.
#[test]
fn names_are_cleaned() {
    for (given, cleaned) in [
        ("  Blood   count.png ", "Blood count.png"),
        ("Röntgen Thorax 2024", "Röntgen Thorax 2024.png"),
        ("photo.JPG", "photo.png"),
        ("Scan.PNG", "Scan.PNG"),
        (".hidden", "hidden.png"),
        ("what?.png", "what_.png"),
        ("Dr. A. Smith.M.D..png", "Dr. A. Smith.M.D..png"),
        ("lab.com.png", "lab.com.png"),
        ("रिपोर्ट.png", "रिपोर्ट.png"),
        ("1.2.840.113619", "1.2.840.113619.png"),
    ] {
        assert_eq!(taken(given, &png(4, 4)).file_name, cleaned);
    }
}

/// A file that is cut anywhere is refused or smaller than it was; nothing panics on the way.
#[test]
fn no_beginning_of_a_file_makes_a_reader_stumble() {
    let files =
        [png(4, 4), jpeg(8, 8), webp(8, 8), tiff(4, 4, 16, 0), dicom(4, 4, 16), pdf(b"9 0 obj <</A (b)>> endobj\n")];
    for file in files {
        for end in 1..file.len() {
            if let Ok(checked) = inspect("a", &mut Cursor::new(&file[..end])) {
                assert_eq!(checked.size, end as u64);
            }
            let mut changed = file.clone();
            changed[end] = changed[end].wrapping_add(0x80);
            drop(inspect("a", &mut Cursor::new(changed)));
        }
    }
}
