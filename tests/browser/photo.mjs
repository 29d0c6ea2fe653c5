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
