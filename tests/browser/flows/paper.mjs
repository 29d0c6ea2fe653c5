// Flow 2: the patient photographs a paper report; the worker reads it; the patient looks through what is unsure.
import { DESK, Person, ensure } from "../person.mjs";
import { chartkey, hasRead } from "../machine.mjs";
import { PATIENT, reportPhoto, results } from "../photo.mjs";
import { say } from "../words.mjs";

export const about = "a photographed report is read, and its values are looked through";

const TITLE = "Blood, photographed";
const AGAIN = "The same paper, again";

export async function walk(browser) {
  const patient = await Person.seeded(browser, "Chandra", { size: DESK });
  await hasItRead(patient, TITLE);

  await patient.press("add-open");
  await patient.reads("finding-title");
  await patient.reads("finding-unsigned");
  // Beside what was read lies the page as the machine saw it: upright and flat.
  await patient.page.locator("summary", { hasText: say("views-title") }).first().click();
  const seen = patient.page.getByAltText(say("views-picture", { page: 1 }));
  await patient.until("the page as it was read", () => seen.evaluate((image) => image.naturalHeight === 1200));
  await patient.canRead("page as it was read");
  const { buffer } = await patient.savesWith(patient.page.getByRole("button", { name: "CSV" }).first());
  ensure(/Haemoglobin,10\.4,/.test(buffer), `the table for other programs: ${buffer}`);
  ensure(JSON.parse((await patient.saves("finding-save-all")).buffer).resourceType === "DiagnosticReport", "FHIR");

  // A doctor with a key draws what was read among the other results, without the photo being opened.
  const [mine, hers] = await Promise.all(["//Chandra", "//DrSoto"].map((key) => chartkey(["--key", key, "account", "show"])));
  await chartkey(["--key", "//Chandra", "key", "give", hers.account, "treatment", "--kind", "lab_report"]);
  const doctor = await Person.seeded(browser, "DrSoto", { size: DESK });
  await doctor.goes(`/patients/${mine.account}`);
  await doctor.press("chart-trends-read");
  await doctor.reads("health-machine");
  await doctor.sees(/10[.]4/);
  await doctor.leaves();

  await patient.press("finding-compare");
  await patient.field("compare-value", { name: "Haemoglobin" }).waitFor({ state: "attached" });
  // It is somebody else's report, and only the patient's own device knows that.
  await patient.reads("compare-another-name", { paper: PATIENT, own: "Chandra" });
  // Whether the directory knows the names on it is found out here too; nobody is told which names those are.
  await patient.press("compare-look-up");
  await patient.page.getByRole("link", { name: "Dr. Tobi Okafor" }).waitFor();
  await patient.reads("compare-not-listed", { name: "Sunrise Diagnostics" });
  // Every number of the table was read, and stands in a field beside the photo.
  const values = await patient.page.locator("main input").evaluateAll((fields) => fields.map((field) => field.value));
  const missing = results.filter(([, value]) => !values.includes(value)).map(([test]) => test);
  ensure(missing.length === 0, `not read: ${missing}; read: ${values}`);

  // Frames lie on the paper, which lies askew in the photo: the table's numbers one below the other, none on the desk.
  const frames = await patient.page.locator("main i.region").evaluateAll((all) =>
    all.map(({ style }) => [style.left, style.top].map(Number.parseFloat)));
  ensure(frames.length >= results.length, `${frames.length} places are framed`);
  ensure(frames.every(([left, top]) => left > 10 && top > 12 && left < 88 && top < 60), `beside the paper: ${frames}`);

  // What is unsure is looked at, one value is corrected, and all of it is kept as a version of its own.
  await patient.page.locator("main details summary").first().click();
  await patient.field("compare-value", { name: "Haemoglobin" }).fill("10.5");
  const right = patient.page.getByRole("button", { name: say("compare-right"), exact: true });
  while ((await right.count()) > 0) await right.first().click();
  await patient.press("compare-keep");
  await patient.signs("act-amend");
  await patient.reads("record-corrected");
  await patient.goes("/health");
  await patient.sees(/10[.]5/);

  // Photographed once more and not looked through, it is still one paper.
  await hasItRead(patient, AGAIN);
  await patient.goes("/health");
  await patient.reads("health-twins");
  for (const title of [TITLE, AGAIN]) await patient.page.getByRole("link", { name: title }).first().waitFor();
}

/** Photographs the report, adds it, and has the worker read it. */
async function hasItRead(patient, title) {
  const file = await reportPhoto(patient.page.context().browser());
  await hasRead(patient, { file, title, kind: "kind-lab-report" });
}
