// Flows 2 and 3: the patient adds a picture and has it read by a machine; a doctor signs what it found.
import { DESK, Person, ensure, picture } from "../person.mjs";
import { chartkey } from "../machine.mjs";
import { accountOf } from "../wallet.mjs";
import { say } from "../words.mjs";

export const about = "a machine reads a picture, and a doctor signs";

const TITLE = "Left knee, from the side";

export async function walk(browser) {
  const patient = await Person.seeded(browser, "Ada");
  const ada = await accountOf("//Ada");
  await patient.goes("/add");
  await patient.page.getByLabel(say("add-choose")).setInputFiles(picture("knee.png"));
  await patient.field("add-title").fill(TITLE);
  await patient.field("add-kind").selectOption({ label: say("kind-x-ray") });
  await patient.page.locator(".sheet.machine").getByRole("checkbox").first().check();
  await patient.press("add-seal", { count: 1 });
  await patient.signs("act-add-mine");
  await patient.signsUntil(() => patient.reads("add-all-done", { count: 1 }));

  await chartkey(["--key", "//Worker", "job", "work", "--", ...chartkey.reading]);

  await patient.press("add-open");
  await patient.reads("finding-title");
  await patient.reads("finding-unsigned");
  const record = new URL(patient.page.url()).pathname.split("/")[2];
  // Whoever holds a key gets the finding's once the patient's app has wrapped it.
  await patient.goes("/home");

  const doctor = await Person.seeded(browser, "DrLin", { size: DESK });
  await doctor.goes("/sign-off");
  const waiting = doctor.page.locator(`main a[href^="/records/${record}/findings/"]`).first();
  await waiting.waitFor();
  await waiting.click();
  await doctor.press("sign-off-agree");
  await doctor.signs("act-sign-off-agree");
  await doctor.reads("sign-off-names");

  await patient.goes(`/records/${record}`);
  await patient.sees(new RegExp(`${say("verdict-agree")}.*Dr. Mei Lin`));
  ensure(ada.length === 42, "an account");
}
