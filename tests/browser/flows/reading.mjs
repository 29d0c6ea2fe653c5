// Flows 2 and 3: the patient adds a picture and has it read by a machine; a doctor signs what it found.
import { DESK, Person, ensure, picture } from "../person.mjs";
import { hasRead, readByHand } from "../machine.mjs";
import { slide } from "../photo.mjs";
import { say } from "../words.mjs";

export const about = "a machine reads a picture, and a doctor signs";

const TITLE = "Left knee, from the side";

const DOCTOR = "Dr. Tobi Okafor";

export async function walk(browser) {
  // The doctor has asked for a second look at the knee, and is given the key first.
  const patient = await Person.seeded(browser, "Chandra");
  const request = patient.page.locator(".sheet", { hasText: say("request-title", { name: DOCTOR }) });
  await request.getByRole("button", { name: say("give-key") }).click();
  await patient.signs(["act-grant", { name: DOCTOR }]);
  await patient.reads("give-done", { name: DOCTOR });

  await hasRead(patient, { file: picture("knee.png"), title: TITLE, kind: "kind-mri" });

  await patient.press("add-open");
  await patient.reads("finding-title");
  await patient.reads("finding-unsigned");
  // What came back sealed is to the byte what the program says by hand, so its digest on the chain is that of both.
  const { buffer } = await patient.saves("finding-save-all");
  ensure(readByHand(picture("knee.png")).equals(Buffer.from(buffer)), `read under a key: ${buffer}`);
  const record = new URL(patient.page.url()).pathname.split("/")[2];
  // Whoever holds a key reads the finding once the patient's device has wrapped it for them.
  await patient.goes("/home");

  const doctor = await Person.seeded(browser, "DrOkafor", { size: DESK });
  await doctor.goes("/sign-off");
  await doctor.page.locator(`main a[href^="/records/${record}/findings/"]`).first().click();
  await doctor.press("sign-off-agree");
  await doctor.signs("act-sign-off-agree");
  await doctor.reads("sign-off-names");

  await patient.goes(`/records/${record}`);
  await patient.sees(new RegExp(`${say("verdict-agree")}.*${DOCTOR}`));

  // An apparatus packs its pictures; they are drawn all the same.
  await patient.goes("/add");
  await patient.page.getByLabel(say("add-choose")).setInputFiles(await slide(browser));
  await patient.field("add-title").fill("From the apparatus");
  await patient.press("add-seal", { count: 1 });
  await patient.signs("act-add-mine");
  await patient.signsUntil(() => patient.reads("add-all-done", { count: 1 }));
  await patient.press("add-open");
  await patient.reads("slide-header");
  const plate = patient.page.getByAltText(say("slide-picture", { number: 1 }));
  await patient.until("the packed picture", () => plate.evaluate((image) => image.naturalWidth === 1600));
  await patient.canRead("packed picture");
}
