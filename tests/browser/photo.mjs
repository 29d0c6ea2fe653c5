// A laboratory's report as somebody photographs it on a table: a little turned, seen from an angle, half in shadow.

/** Whose report it is: not the person's who keeps it. */
export const PATIENT = "Chitra Subramaniam";

const ROWS = [
  ["Haemoglobin", "10.4", "g/dL", "12.0 - 15.5"],
  ["Total Leucocyte Count", "7200", "/cumm", "4000 - 11000"],
  ["Platelet Count", "2.45", "lakh/cumm", "1.5 - 4.5"],
  ["Serum Creatinine", "0.82", "mg/dL", "0.5 - 1.1"],
  ["Fasting Blood Glucose", "131", "mg/dL", "70 - 100"],
  ["Total Cholesterol", "188", "mg/dL", "125 - 200"],
  ["Serum Ferritin", "9.6", "ng/mL", "13 - 150"],
];

const PAPER = `
  <style>
    body { margin: 0; background: #6d5742; height: 2200px; display: grid; place-items: center; perspective: 4200px; }
    main { width: 1240px; height: 1754px; padding: 90px; box-sizing: border-box; background: #f7f5ee; color: #1c1c22;
      font: 27px/1.5 "DejaVu Sans", sans-serif; transform: rotateX(7deg) rotateY(-4deg) rotateZ(1.6deg);
      box-shadow: 0 0 60px #0009; position: relative; }
    main::after { content: ""; position: absolute; inset: 0;
      background: linear-gradient(115deg, #0000 45%, #0003 62%, #0004 100%); }
    h1 { font-size: 44px; margin: 0; } hr { margin: 24px 0; } p { margin: 6px 0; }
    table { width: 100%; border-collapse: collapse; margin: 34px 0; }
    th, td { text-align: left; padding: 12px 8px; border-bottom: 1px solid #999; }
  </style>
  <main>
    <h1>Sunrise Diagnostics</h1>
    <p>14 Lake Road, Mysuru 570001</p>
    <hr>
    <p>Patient Name: ${PATIENT} &nbsp; &nbsp; Age: 54 Years &nbsp; &nbsp; Sex: Female</p>
    <p>Collected: 12/11/2026 &nbsp; &nbsp; Reported: 13/11/2026</p>
    <p>Referred by: Dr. Tobi Okafor</p>
    <h2>Laboratory Report</h2>
    <table>
      <tr><th>Test</th><th>Result</th><th>Unit</th><th>Reference Range</th></tr>
      ${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}
    </table>
    <p>End of report</p>
  </main>`;

/** What stands in the report's table: test, result, unit, range. */
export const results = ROWS;

/** The photo, as a file to hand in. */
export async function reportPhoto(browser) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 2200 } });
  await page.setContent(PAPER);
  const buffer = await page.screenshot({ type: "jpeg", quality: 70 });
  await page.close();
  return { name: "IMG_2041.jpg", mimeType: "image/jpeg", buffer };
}

/** The same as an apparatus hands it out: a DICOM file whose picture is packed as JPEG. */
export async function slide(browser) {
  const { buffer } = await reportPhoto(browser);
  const number = (value) => Buffer.from(Uint16Array.of(value).buffer);
  const item = (bytes) => Buffer.concat([Buffer.from([0xfe, 0xff, 0, 0xe0]), length(bytes), bytes]);
  const whole = Buffer.concat([
    Buffer.alloc(128),
    Buffer.from("DICM"),
    element(0x0002, 0x0010, "UI", "1.2.840.10008.1.2.4.50\0"),
    element(0x0008, 0x0060, "CS", "OT"),
    element(0x0010, 0x0010, "PN", "Subramaniam^Chitra"),
    element(0x0028, 0x0002, "US", number(3)),
    element(0x0028, 0x0004, "CS", "YBR_FULL_422"),
    element(0x0028, 0x0006, "US", number(0)),
    element(0x0028, 0x0010, "US", number(2200)),
    element(0x0028, 0x0011, "US", number(1600)),
    element(0x0028, 0x0100, "US", number(8)),
    element(0x0028, 0x0101, "US", number(8)),
    element(0x0028, 0x0102, "US", number(7)),
    element(0x0028, 0x0103, "US", number(0)),
    Buffer.from([0xe0, 0x7f, 0x10, 0, 0x4f, 0x42, 0, 0, 255, 255, 255, 255]),
    item(Buffer.alloc(0)),
    item(buffer.length % 2 === 0 ? buffer : Buffer.concat([buffer, Buffer.alloc(1)])),
    Buffer.from([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0]),
  ]);
  return { name: "IM000001.dcm", mimeType: "application/dicom", buffer: whole };
}

const length = (bytes) => Buffer.from(Uint32Array.of(bytes.length).buffer);

function element(group, nth, kind, value) {
  const bytes = Buffer.from(value);
  const even = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from(" ")]);
  return Buffer.concat([Buffer.from(Uint16Array.of(group, nth).buffer), Buffer.from(kind), length(even).subarray(0, 2), even]);
}
