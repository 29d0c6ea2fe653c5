// Flow 4: a doctor asks, the patient gives a key, the doctor reads, the patient sees who looked, and takes it back.
import { Person, ensure } from "../person.mjs";
import { accountOf } from "../wallet.mjs";
import { like, say } from "../words.mjs";

export const about = "a doctor asks for a key, reads, and loses it";

const DOCTOR = "Dr. Tobi Okafor";

export async function walk(browser) {
  const doctor = await Person.seeded(browser, "DrOkafor", { size: { width: 1440, height: 900 } });
  const patient = await Person.seeded(browser, "Ada");
  const ada = await accountOf("//Ada");

  await doctor.goes("/patients");
  await doctor.press("place-ask-key");
  await doctor.writes("ask-key-account", ada);
  await doctor.press("ask-key-do");
  await doctor.signs("act-request");
  await doctor.page.waitForURL(/\/patients$/);

  await patient.goes("/home");
  const request = patient.page.locator(".sheet", { hasText: say("request-title", { name: DOCTOR }) });
  await request.getByRole("button", { name: say("give-key") }).click();
  await patient.signs(["act-grant", { name: DOCTOR }]);
  // The key fits each record once it is wrapped for the doctor, which the patient's own device does.
  await patient.reads("give-done", { name: DOCTOR });

  await doctor.goes(`/patients/${ada}`);
  const records = doctor.page.locator('main a[href^="/records/"]');
  await records.first().click();
  await doctor.button("viewer-save").waitFor();
  const reading = new URL(doctor.page.url()).pathname;

  await patient.goes("/log");
  await patient.reads("log-opened", { name: DOCTOR });
  await patient.page.getByText(say("log-proof-whole")).or(patient.page.getByText(like("log-proof-newer"))).first().waitFor();

  await patient.goes("/sharing");
  await patient.page.locator(`a[href$="/treatment"]`, { hasText: DOCTOR }).click();
  await patient.press("withdraw");
  await patient.button("withdraw-yes").waitFor();
  await patient.canRead("withdrawing a key");
  await patient.press("withdraw-yes");
  const asked = await patient.signsUntil(() => patient.sees(say("withdrawn-title", { name: DOCTOR })));
  ensure(asked >= 1, "a withdrawal is signed");
  await patient.signsUntil(() => patient.link("asked-to-sharing").waitFor());

  // What the explorer tells is the service's word until the chain is asked.
  await patient.goes("/explore");
  const blocks = patient.page.locator('main a[href^="/explore/blocks/"]');
  await blocks.first().waitFor();
  const latest = await blocks.count();
  // Notes of the list of openings are told as one, however many pages of them there are.
  await patient.until("what happened earlier", async () => {
    if ((await blocks.count()) > latest) return true;
    await patient.press("list-older");
    return false;
  });
  await patient.press("explorer-mine");
  await patient.page.locator("main details summary", { hasText: say("proof") }).first().click();
  await patient.reads("proof-agrees-yes");

  // Whoever was reading keeps what they saw, and opens nothing more.
  doctor.eye.forgiveStatus(403);
  doctor.eye.forgiveStatus(404);
  await doctor.goes(`/patients/${ada}`);
  await doctor.reads("chart-no-key");
  await doctor.goes(reading);
  await doctor.page.getByRole("alert").first().waitFor();
  ensure((await doctor.button("viewer-save").count()) === 0, "what was withdrawn opens no more");
}
