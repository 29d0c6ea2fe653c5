// A hospital's day: a key asked for by the office, a patient's paper read, a doctor taken in and parted from, who opened what.
import { DESK, Person, ensure } from "../person.mjs";
import { newcomer } from "../machine.mjs";
import { accountOf } from "../wallet.mjs";
import { say } from "../words.mjs";

export const about = "a hospital's office asks for a key, reads a paper, and keeps its own house";

const [HOUSE, DOCTOR, PATIENT] = ["Lindenhof Hospital", "Dr. Tobi Okafor", "Mara of ward 3"];
const WORDS = "Discharged in good health. Come again in six weeks.";

export async function walk(browser) {
  const { record, ...mara } = await newcomer("Mara", { title: "Letter home", words: WORDS, kind: "discharge_summary" });
  const account = await accountOf(mara.uri);
  const house = await Person.seeded(browser, "Lindenhof", { size: DESK });

  await house.goes("/house/desk");
  await house.press("desk-ask");
  await house.writes("ask-key-account", account);
  await house.press("ask-key-do");
  await house.signs("act-request");
  await house.page.waitForURL(/\/patients$/);
  await house.goes("/house/desk");
  await house.reads("desk-asked-for", { scope: say("scope-everything") });
  await house.canRead("office with a request");

  const patient = await Person.sitsDown(browser, mara);
  await patient.comesIn();
  await patient.goes("/home");
  const request = patient.page.locator(".sheet", { hasText: say("request-title", { name: HOUSE }) });
  await request.getByRole("button", { name: say("give-key") }).click();
  await patient.signs(["act-grant", { name: HOUSE }]);
  await patient.reads("give-done", { name: HOUSE });

  // The office reads the paper of somebody it gives a name of its own.
  await house.page.locator(`main a[href="/patients/${account}"]`).first().click();
  await house.page.locator(`main a[href="/records/${record}"]`).first().waitFor();
  await house.press("called-say");
  await house.dialog("called-title").waitFor();
  await house.canRead("naming a patient");
  await house.writes("called-field", PATIENT);
  await house.press("own-name-keep");
  await house.page.getByRole("heading", { level: 1, name: PATIENT }).waitFor();
  await house.canRead("chart of a house");
  await house.page.locator(`main a[href="/records/${record}"]`).first().click();
  await house.sees(WORDS);
  await house.canRead("record of a house");
  await house.goes("/house/desk");
  await house.page.locator("main a").filter({ hasText: PATIENT }).first().waitFor();

  // Who of the house opened it stands in the house's own list, and in the patient's log.
  await house.goes("/house/accesses");
  await house.page.locator(`main a[href="/records/${record}"]`).first().waitFor();
  await patient.goes("/log");
  await patient.reads("log-opened", { name: HOUSE });

  // A doctor is taken in, and parted from.
  await house.goes("/house/doctors");
  await house.writes("directory-name", "Okafor");
  await house.press("doctors-search");
  await house.press("doctors-take-in");
  await house.signs(["act-affiliate", { name: DOCTOR }]);
  const line = house.page.locator(".line", { hasText: DOCTOR }).first();
  await line.getByRole("button", { name: say("doctors-part"), exact: true }).click();
  const parting = house.dialog("doctors-part-title", { name: DOCTOR });
  await parting.waitFor();
  await house.canRead("parting from a doctor");
  await parting.getByRole("button", { name: say("doctors-part"), exact: true }).click();
  await house.signs(["act-part", { name: DOCTOR }]);
  await house.until("the doctor to be gone", async () => (await parting.count()) === 0);
  ensure((await house.page.getByRole("alert").count()) === 0, "nothing went wrong");
}
