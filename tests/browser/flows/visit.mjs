// Flow 5: a visit is asked for and agreed on, a prescription written, and handed out once.
import { DESK, Person } from "../person.mjs";
import { accountOf } from "../wallet.mjs";
import { say } from "../words.mjs";

export const about = "a visit, a prescription, and what the pharmacy hands out";

export async function walk(browser) {
  const patient = await Person.seeded(browser, "Ada");
  const doctor = await Person.seeded(browser, "DrLin", { size: DESK });
  const [ada, lin] = [await accountOf("//Ada"), await accountOf("//DrLin")];

  // Found as somebody looks for a doctor: who, where, and half a name.
  await patient.goes("/directory");
  await patient.page.getByRole("radio", { name: say("directory-doctors") }).or(patient.button("directory-doctors")).first().check();
  await patient.writes("directory-name", "mei l");
  await patient.reads("directory-count", { count: 1 });
  await patient.page.locator(`main a[href="/directory/${lin}"]`).click();
  await patient.page.locator(`a[href="/visits/ask/${lin}"]`).first().click();
  await patient.page.locator(".slots label.chip").first().click();
  await patient.press("ask-visit-do");
  await patient.signs("act-ask-visit");
  await patient.page.waitForURL(/\/visits\/0x/);
  const visit = new URL(patient.page.url()).pathname;

  await doctor.goes("/visits");
  await doctor.page.locator(`main a[href="${visit}"]`).first().click();
  await doctor.press("visit-accept");
  await doctor.signs("act-accept-visit");
  await doctor.reads("visit-agreed-note");
  await patient.reads("visit-agreed-note");

  await doctor.goes(`/patients/${ada}`);
  await doctor.press("place-prescribe");
  await doctor.writes("paper-medicine-label", "Amoxicillin 500 mg, tablets");
  await doctor.writes("paper-amount-label", "20 tablets (N2)");
  await doctor.writes("paper-how-label", "1 in the morning and 1 in the evening");
  await doctor.press("prescribe-do");
  await doctor.signs("act-add");
  await doctor.signs(["act-prescribe", { count: 1 }]);
  await doctor.page.waitForURL(/\/prescriptions\/0x/);
  const prescription = new URL(doctor.page.url()).pathname;

  // The patient sees it, and their app makes the pharmacy's key fit.
  await patient.goes("/prescriptions");
  await patient.page.locator(`main a[href="${prescription}"]`).first().click();
  await patient.sees(/Amoxicillin/);
  // From there a key is given to it alone, and to nothing else of the chart.
  await patient.press("prescription-give");
  await patient.page.getByRole("button", { name: /^Marktapotheke/ }).first().click();
  await patient.page.getByRole("radio", { name: say("which-records"), checked: true }).waitFor();
  await patient.goes("/home");
  const pharmacy = await Person.seeded(browser, "Marktapotheke", { size: DESK });
  await pharmacy.until("the key to the prescription", async () => {
    await pharmacy.goes("/dispensed");
    await pharmacy.goes("/counter");
    await pharmacy.writes("counter-number", prescription.split("/").pop());
    await pharmacy.press("counter-look");
    const open = pharmacy.button("check-hand-out");
    const closed = pharmacy.button("check-ask");
    await open.or(closed).first().waitFor();
    return (await open.count()) > 0;
  });
  await pharmacy.sees(/Amoxicillin/);
  await pharmacy.press("check-hand-out");
  await pharmacy.press("check-hand-out-yes");
  await pharmacy.signs("act-dispense");
  await pharmacy.reads("check-handed-out", { count: 0 });
  await pharmacy.reads("prescription-empty");
}
