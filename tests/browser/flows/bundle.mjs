// The patient brings in what a hospital's system gave them: a FHIR bundle.
import { DESK, Person, ensure, file } from "../person.mjs";
import { chartkey } from "../machine.mjs";
import { say } from "../words.mjs";

export const about = "a FHIR bundle is brought in, and what it says stands in the summary, and in the chart of a doctor with a key";

const HOUSE = "Harbour Hospital";
const NAME = "Chandra Example";

const of = { reference: "urn:uuid:p" };
const visit = { reference: "urn:uuid:v" };
const concept = (text) => ({ text });

const resources = {
  p: { resourceType: "Patient", name: [{ given: ["Chandra"], family: "Example" }] },
  h: { resourceType: "Organization", name: HOUSE },
  v: { resourceType: "Encounter", subject: of, serviceProvider: { reference: "urn:uuid:h" } },
  c: { resourceType: "Condition", subject: of, encounter: visit, code: concept("Sleep apnea"), onsetDateTime: "2025-03-04" },
  m: { resourceType: "MedicationRequest", subject: of, encounter: visit, status: "active", medicationCodeableConcept: concept("Lisinopril 20 mg") },
  a: { resourceType: "Procedure", subject: of, encounter: visit, status: "completed", code: concept("Sleep study"), performedDateTime: "2025-03-01" },
  // Markup in a text is text.
  i: { resourceType: "Immunization", patient: of, status: "completed", vaccineCode: concept("Influenza <b>season</b> 2025") },
  o1: { resourceType: "Observation", subject: of, encounter: visit, code: concept("Neck girth"), effectiveDateTime: "2025-03-01", valueQuantity: { value: 41, unit: "cm" } },
  o2: { resourceType: "Observation", subject: of, encounter: visit, code: concept("Neck girth"), effectiveDateTime: "2026-03-01", valueQuantity: { value: 39, unit: "cm" } },
  b: { resourceType: "Claim", patient: of },
};

export async function walk(browser) {
  const entry = Object.entries(resources).map(([id, resource]) => ({ fullUrl: `urn:uuid:${id}`, resource: { id, ...resource } }));
  const bundle = JSON.stringify({ resourceType: "Bundle", type: "collection", entry });
  const patient = await Person.seeded(browser, "Chandra", { size: DESK });
  await patient.goes("/add");
  await patient.page.getByLabel(say("add-choose")).setInputFiles(file("export.json", "application/json", bundle));
  // Before anything is sealed: whom it is about, from where, and what of it is only kept.
  await patient.reads("brought-about", { name: NAME });
  await patient.reads("brought-from", { houses: HOUSE });
  await patient.reads("brought-kept", { count: 2 });
  const title = await patient.field("add-title").inputValue();
  ensure(title === say("brought-title", { name: NAME }), `it is called: ${title}`);
  await patient.press("add-seal", { count: 1 });
  await patient.signs("act-add-mine");
  await patient.reads("add-all-done", { count: 1 });

  await patient.press("add-open");
  await patient.reads("brought-from", { houses: HOUSE });
  await patient.page.getByText(say("brought-kept", { count: 2 })).first().click();
  await patient.reads("brought-kind", { kind: say("brought-visits"), count: 1 });
  await patient.reads("brought-kind", { kind: say("brought-claims"), count: 1 });

  await patient.goes("/health");
  for (const what of ["Sleep apnea", "Lisinopril 20 mg", "Sleep study", "Influenza <b>season</b> 2025"]) {
    await patient.sees(what);
  }
  // Where there are many results, not all of them stand there at once.
  const search = patient.field("health-search");
  if ((await search.count()) > 0) await search.fill("Neck girth");
  await patient.sees("Neck girth");
  await patient.reads("facts-from", { house: HOUSE });
  await patient.reads("health-kept");

  // A doctor with a key to it reads the same in the chart, allergies first; that none is named is no proof.
  const [mine, theirs] = await Promise.all(["//Chandra", "//DrOkafor"].map((key) => chartkey(["--key", key, "account", "show"])));
  await chartkey(["--key", "//Chandra", "key", "give", theirs.account, "treatment", "--kind", "other"]);
  const doctor = await Person.seeded(browser, "DrOkafor", { size: DESK });
  await doctor.goes(`/patients/${mine.account}`);
  await doctor.press("chart-trends-read");
  await doctor.sees("Lisinopril 20 mg");
  await doctor.sees("Sleep apnea");
  await doctor.reads("chart-lists-none");
  const lists = await doctor.page.locator(".quarters h2").allTextContents();
  const wanted = ["facts-allergies", "facts-conditions", "facts-medicines"].map((key) => say(key));
  ensure(lists.join() === wanted.join(), `what is read before treating: ${lists}`);
  await doctor.canRead("chart that was read out");
  await doctor.leaves();
}
