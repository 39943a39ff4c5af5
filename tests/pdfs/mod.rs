//! A small writer of PDFs, for tests: each feature that is read in one, and each way to make one that is hostile.

use std::io::Write as _;

/// A PDF on its way. Its fonts are `/F1` (Helvetica), `/F2` (any character, half as wide as high), `/F3` (as wide as
/// high) and `/F4` (written downwards); a code of the last three is a unit of UTF-16.
pub struct Writer {
    /// From number 1.
    objects: Vec<Vec<u8>>,
    pages: Vec<usize>,
    /// Entries of the catalog.
    pub catalog: String,
    /// Entries of the trailer.
    pub trailer: String,
    /// Entries of the resources of every page.
    resources: String,
}

/// The objects that every document has.
const CATALOG: usize = 1;
const PAGES: usize = 2;
const RESOURCES: usize = 3;

impl Writer {
    /// A document without pages.
    pub fn new() -> Self {
        let reserved = vec![Vec::new(); RESOURCES];
        let empty = String::new;
        let mut writer =
            Self { objects: reserved, pages: Vec::new(), catalog: empty(), trailer: empty(), resources: empty() };
        let helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
        let first = writer.object(helvetica);
        let map = writer.stream("", TO_UNICODE.as_bytes());
        let fonts = [("Identity-H", 500), ("Identity-H", 1000), ("Identity-V", 1000)].map(|(encoding, width)| {
            let inner = writer.object(format!(
                "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW {width} /CIDSystemInfo << /Registry (Adobe) \
                 /Ordering (Identity) /Supplement 0 >> >>"
            ));
            writer.object(format!(
                "<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /{encoding} /DescendantFonts [{inner} 0 R] \
                 /ToUnicode {map} 0 R >>"
            ))
        });
        let [second, third, fourth] = fonts;
        writer.resources = format!("/Font << /F1 {first} 0 R /F2 {second} 0 R /F3 {third} 0 R /F4 {fourth} 0 R >>");
        writer
    }

    /// Adds an object and gives its number.
    pub fn object(&mut self, body: impl AsRef<[u8]>) -> usize {
        self.objects.push(body.as_ref().to_vec());
        self.objects.len()
    }

    /// Adds a stream as it is.
    pub fn stream(&mut self, entries: &str, data: &[u8]) -> usize {
        let mut body = format!("<< {entries} /Length {} >>\nstream\n", data.len()).into_bytes();
        body.extend_from_slice(data);
        body.extend_from_slice(b"\nendstream");
        self.object(body)
    }

    /// Adds a stream, compressed.
    pub fn packed(&mut self, entries: &str, data: &[u8]) -> usize {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(data).expect("memory");
        let small = packer.finish().expect("memory");
        self.stream(&format!("{entries} /Filter /FlateDecode"), &small)
    }

    /// Adds a page with this content.
    pub fn page(&mut self, content: &str) -> &mut Self {
        self.page_with("", content)
    }

    /// Adds a page with more entries.
    pub fn page_with(&mut self, entries: &str, content: &str) -> &mut Self {
        let content = self.stream("", content.as_bytes());
        self.page_of(entries, content)
    }

    /// Adds a page whose content is the stream `content`.
    pub fn page_of(&mut self, entries: &str, content: usize) -> &mut Self {
        let page = self.object(format!(
            "<< /Type /Page /Parent {PAGES} 0 R /MediaBox [0 0 612 792] /Resources {RESOURCES} 0 R /Contents {content} 0 R \
             {entries} >>"
        ));
        self.pages.push(page);
        self
    }

    /// Adds entries to the resources of every page.
    pub fn resource(&mut self, kind: &str, name: &str, object: usize) {
        self.resources += &[" /", kind, " << /", name, " ", &object.to_string(), " 0 R >>"].concat();
    }

    /// A picture of one grey point, `/Im`, and the content that shows it over all of a page.
    pub fn scanner(&mut self) -> &'static str {
        let entries = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8";
        let image = self.stream(entries, b"\xff");
        self.resource("XObject", "Im", image);
        "q 612 0 0 792 0 0 cm /Im Do Q\n"
    }

    /// The title of the document.
    pub fn title(&mut self, title: &str) -> &mut Self {
        let info = self.object(format!("<< /Title ({title}) >>"));
        self.trailer += &["/Info ", &info.to_string(), " 0 R"].concat();
        self
    }

    /// The file.
    pub fn finish(&mut self) -> Vec<u8> {
        let kids = self.pages.iter().map(|page| format!("{page} 0 R")).collect::<Vec<_>>().join(" ");
        self.objects[CATALOG - 1] = format!("<< /Type /Catalog /Pages {PAGES} 0 R {} >>", self.catalog).into_bytes();
        self.objects[PAGES - 1] = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", self.pages.len()).into_bytes();
        self.objects[RESOURCES - 1] = format!("<< {} >>", self.resources).into_bytes();
        let mut file = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
        let mut table = vec![format!("xref\n0 {}\n0000000000 65535 f \n", self.objects.len() + 1)];
        for (index, body) in self.objects.iter().enumerate() {
            table.push(format!("{:010} 00000 n \n", file.len()));
            file.extend_from_slice(format!("{} 0 obj\n", index + 1).as_bytes());
            file.extend_from_slice(body);
            file.extend_from_slice(b"\nendobj\n");
        }
        let start = file.len();
        let size = self.objects.len() + 1;
        let table = table.concat();
        let end = format!(
            "{table}trailer\n<< /Size {size} /Root {CATALOG} 0 R {} >>\nstartxref\n{start}\n%%EOF\n",
            self.trailer
        );
        file.extend_from_slice(end.as_bytes());
        file
    }
}

/// Codes are units of UTF-16.
const TO_UNICODE: &str = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n\
/CMapName /Any def /CMapType 2 def\n\
1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
1 beginbfrange <0000> <FFFF> <0000> endbfrange\n\
endcmap end end";

impl Writer {
    /// Adds a composite font, `/F5`, that does not say which characters its glyphs are: its file has `A`, `B` and `C` for
    /// the glyphs 1 to 3, and it belongs to the collection `ordering`.
    pub fn silent_font(&mut self, ordering: &str) {
        let file = self.stream("", &font_file());
        let descriptor = self.object(format!(
            "<< /Type /FontDescriptor /FontName /ABCDEF+Silent /Flags 4 /FontBBox [0 0 1000 1000] /FontFile2 {file} 0 R >>"
        ));
        let inner = self.object(format!(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Silent /DW 500 /FontDescriptor {descriptor} 0 R \
             /CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> /CIDToGIDMap /Identity >>"
        ));
        let font = self.object(format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Silent /Encoding /Identity-H /DescendantFonts [{inner} 0 R] >>"
        ));
        self.resources = self.resources.replacen("/Font <<", &format!("/Font << /F5 {font} 0 R"), 1);
    }
}

/// A font file with empty glyphs, three of which are `A`, `B` and `C`.
fn font_file() -> Vec<u8> {
    let words = |words: &[u16]| words.iter().flat_map(|word| word.to_be_bytes()).collect::<Vec<u8>>();
    // A segment from A to C, and the end of all.
    let cmap = [0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, 0x43, 0xffff, 0, 0x41, 0xffff, 0xffc0, 1, 0, 0];
    let head = [1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 1000, 0, 8, 2, 0, 0];
    let hhea = [1, 0, 800, 0xff38, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 4];
    let hmtx = [500, 0, 500, 0, 500, 0, 500, 0];
    let maxp = [1, 0, 4, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0];
    let tables: [(&[u8; 4], Vec<u8>); 7] = [
        (b"cmap", words(&cmap)),
        (b"glyf", vec![0; 4]),
        (b"head", words(&head)),
        (b"hhea", words(&hhea)),
        (b"hmtx", words(&hmtx)),
        (b"loca", vec![0; 10]),
        (b"maxp", words(&maxp)),
    ];
    let mut file = words(&[1, 0, 7, 64, 2, 48]);
    let mut at = 12 + 16 * tables.len();
    for (name, table) in &tables {
        file.extend_from_slice(*name);
        for number in [0, at, table.len()] {
            file.extend_from_slice(&u32::try_from(number).expect("a small file").to_be_bytes());
        }
        at += table.len().next_multiple_of(4);
    }
    for (_, table) in &tables {
        file.extend_from_slice(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file
}

/// A line of Latin text at a place, in points from the lower left.
pub fn line(x: f32, y: f32, size: f32, text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if matches!(c, '(' | ')' | '\\') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    format!("BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET\n")
}

/// A line of any text in one of the other fonts.
pub fn wide(font: &str, x: f32, y: f32, size: f32, text: &str) -> String {
    let codes = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect::<Vec<_>>().concat();
    format!("BT /{font} {size} Tf {x} {y} Td <{codes}> Tj ET\n")
}

/// Lines under one another.
pub fn lines(x: f32, y: f32, size: f32, text: &[&str]) -> String {
    let mut at = y;
    let mut content = String::new();
    for words in text {
        content += &line(x, at, size, words);
        at -= 1.2 * size;
    }
    content
}
