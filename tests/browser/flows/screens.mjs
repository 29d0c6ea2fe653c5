// Every page there is, on a phone and on a desk: drawn, kept as a picture, readable for everybody, nothing left unsaid.
import { chartkey } from "../machine.mjs";
import { DESK, Person } from "../person.mjs";
import { accountOf } from "../wallet.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { told } from "../packages.mjs";

export const about = "every page, on a phone and on a desk, in light, in dark and from the right";

const PHONE = { width: 390, height: 844 };
/** What is fetched is there by then, on a busy machine too. */
const SETTLES = 45_000;

export async function walk(browser) {
  const found = [];
  let count = 0;
  for (const visit of await visits()) {
    const person = await Person.sitsDown(browser, { uri: `//${visit.name}`, ...visit, size: PHONE });
    try {
      if (visit.known) await person.comesIn();
      else await person.page.goto(`${told("CHARTKEY_URL")}/`);
      for (const [name, path] of visit.places) {
        const wrong = await look(person, visit, name, path);
        count += 1;
        for (const words of wrong) {
          found.push(words);
          console.log(`    ${words}`);
        }
      }
    } catch (error) {
      found.push(`${visit.folder}: ${error.message.split("\n")[0]}`);
      console.log(`    ${found.at(-1)}`);
    }
    person.eye.take();
    await person.leaves();
  }
  const report = join(told("CHARTKEY_SCREENS"), "findings.json");
  mkdirSync(told("CHARTKEY_SCREENS"), { recursive: true });
  writeFileSync(report, JSON.stringify(found, null, 1));
  console.log(`    ${count} pages looked at, twice each; pictures in ${told("CHARTKEY_SCREENS")}`);
  if (found.length > 0) throw new Error(`${found.length} things are not as they should be; all in ${report}`);
}

/** One page at both sizes. */
async function look(person, { folder, dark }, name, path) {
  const { page, eye } = person;
  const wrong = [];
  try {
    await person.goes(path);
    for (const [size, viewport] of [["phone", PHONE], ["desk", DESK]]) {
      await page.setViewportSize(viewport);
      // What the gallery shows as waiting or broken is so on purpose.
      if (name !== "gallery") wrong.push(...(await settles(page)).map((words) => `${size}: ${words}`));
      for (const check of [eye.overflow(), eye.unreadable(), eye.unsaid()]) {
        wrong.push(...(await check).map((words) => `${size}: ${words}`));
      }
      await eye.picture(join(`${folder}${dark ? "-dark" : ""}`, `${name}.${size}`));
    }
  } catch (error) {
    wrong.push(`does not open: ${error.message.split("\n")[0]}`);
  }
  wrong.push(...eye.take());
  await page.setViewportSize(PHONE);
  return wrong.map((words) => `${folder}${dark ? "-dark" : ""} ${path} ${words}`);
}

/** Waits until nothing is awaited; says what is broken or still awaited. */
async function settles(page) {
  await page.locator("main h1").first().waitFor();
  await page.waitForTimeout(600);
  const busy = page.locator('main [aria-busy="true"]');
  const end = Date.now() + SETTLES;
  while ((await busy.count()) > 0 && Date.now() < end) await page.waitForTimeout(250);
  await page.evaluate(() => document.fonts.ready);
  const wrong = [];
  if ((await busy.count()) > 0) wrong.push(`still waits: ${await busy.first().innerText()}`);
  const broken = page.locator("main .state.bad");
  if ((await broken.count()) > 0) wrong.push(`broken: ${(await broken.first().innerText()).replaceAll("\n", " ")}`);
  if ((await page.locator("main h1").count()) !== 1) wrong.push(`${await page.locator("main h1").count()} titles`);
  return wrong;
}

/** Who looks at what. */
async function visits() {
  const ask = (name, ...words) => chartkey(["--key", `//${name}`, ...words]);
  const [ada, lin, okafor, pia, ben] = await Promise.all(
    ["Ada", "DrLin", "DrOkafor", "Pia", "Ben"].map((name) => accountOf(`//${name}`)),
  );
  const records = await ask("Ada", "record", "list");
  const findings = await ask("Ada", "finding", "list");
  const [visit] = (await ask("Ada", "visit", "list")).filter(({ ended }) => !ended);
  const [prescription] = await ask("Ada", "prescription", "list");
  const lab = records.find(({ kind, findings }) => kind === "lab_report" && findings.length > 0).record;
  const scan = records.find(({ kind }) => kind === "x_ray").record;
  const open = findings.find(({ signed }) => signed.length === 0);
  const patient = [
    ["home", "/home"],
    ["records", "/records"],
    ["record", `/records/${lab}`],
    ["record-image", `/records/${scan}`],
    ["record-trends", `/records/${lab}/trends`],
    ["record-versions", `/records/${lab}/versions`],
    ["record-looked", `/records/${lab}/looked`],
    ["record-proof", `/records/${lab}/proof`],
    ["reading", `/records/${lab}/readings/${findings.find(({ record }) => record === lab).finding}`],
    ["add", "/add"],
    ["sharing", "/sharing"],
    ["give", "/sharing/give"],
    ["held", `/sharing/held/${lin}/treatment`],
    ["links", "/links"],
    ["new-link", "/links/new"],
    ["emergency", "/emergency"],
    ["log", "/log"],
    ["visits", "/visits"],
    ["visit", `/visits/${visit.id}`],
    ["ask-visit", `/visits/ask/${lin}`],
    ["prescriptions", "/prescriptions"],
    ["prescription", `/prescriptions/${prescription.id}`],
    ["health", "/health"],
    ["guardians", "/guardians"],
    ["export", "/export"],
    ["notices", "/notices"],
    ["vault", "/vault"],
    ["more", "/more"],
    ["settings", "/settings"],
  ];
  const some = (...names) => patient.filter(([name]) => names.includes(name));
  const everybody = [
    ["directory", "/directory"],
    ["professional", `/directory/${lin}`],
    ["explorer", "/explore"],
    ["block", "/explore/blocks/12"],
    ["doings", `/explore/accounts/${lin}`],
    ["help", "/help"],
  ];
  return [
    {
      folder: "visitor",
      name: "Visitor",
      places: [
        ["welcome", "/"],
        ["unlock", "/unlock"],
        ["join", "/join"],
        ["apply", "/apply"],
        ["recover", "/recover"],
        ["shared", "/shared"],
        ["settings", "/settings"],
        ["nowhere", "/no-such-page"],
        ...everybody,
      ],
    },
    { folder: "patient", name: "Ada", known: true, places: [...patient, ...everybody, ["gallery", "/_gallery"]] },
    {
      folder: "patient-asked",
      name: "Chandra",
      known: true,
      places: [
        ["home", "/home"],
        ["sharing", "/sharing"],
        ["asked", `/sharing/asked/${okafor}/opinion`],
        ["health", "/health"],
      ],
    },
    {
      folder: "guardian",
      name: "Grace",
      known: true,
      places: [
        ["home", "/home"],
        ["guardians", "/guardians"],
      ],
    },
    {
      folder: "doctor",
      name: "DrLin",
      known: true,
      places: [
        ["today", "/today"],
        ["patients", "/patients"],
        ["ask-key", "/patients/ask"],
        ["chart", `/patients/${ada}`],
        ["chart-without-key", `/patients/${ben}`],
        ["write-report", `/patients/${ada}/report`],
        ["write-note", `/patients/${ada}/note`],
        ["prescribe", `/patients/${ada}/prescribe`],
        ["record", `/records/${lab}`],
        ["sign-off", "/sign-off"],
        ["finding", `/records/${open.record}/findings/${open.finding}`],
        ["opinion", `/records/${scan}/opinion`],
        ["visits", "/visits"],
        ["prescribed", "/prescribed"],
        ["listing", "/listing"],
        ["notices", "/notices"],
        ["rescue", "/rescue"],
        ["more", "/more"],
      ],
    },
    {
      folder: "hospital",
      name: "Lindenhof",
      known: true,
      places: [
        ["house", "/house"],
        ["doctors", "/house/doctors"],
        ["desk", "/house/desk"],
        ["rescue", "/rescue"],
        ["rescue-patient", `/rescue#${ben}`],
        ["accesses", "/house/accesses"],
        ["listing", "/listing"],
        ["notices", "/notices"],
        ["more", "/more"],
      ],
    },
    {
      folder: "pharmacy",
      name: "Marktapotheke",
      known: true,
      places: [
        ["counter", "/counter"],
        ["prescription", `/prescriptions/${prescription.id}`],
        ["dispensed", "/dispensed"],
        ["listing", "/listing"],
        ["more", "/more"],
      ],
    },
    {
      folder: "admin",
      name: "Admin1",
      known: true,
      places: [
        ["applications", "/applications"],
        ["application", `/applications/${pia}`],
        ["professionals", "/professionals"],
        ["admins", "/admins"],
        ["workers", "/workers"],
        ["assignments", "/assignments"],
        ["more", "/more"],
      ],
    },
    { folder: "applicant", name: "Pia", known: true, places: [["apply", "/apply"]] },
    {
      folder: "patient",
      name: "Ada",
      known: true,
      dark: true,
      places: some("home", "record", "sharing", "held", "health", "visit", "settings"),
    },
    {
      folder: "arabic",
      name: "Ada",
      known: true,
      language: "ar",
      places: some("home", "records", "record", "sharing", "held", "give", "log", "health", "visit"),
    },
    {
      folder: "hindi",
      name: "Ada",
      known: true,
      language: "hi",
      places: some("home", "sharing", "health"),
    },
    {
      folder: "chinese",
      name: "Ada",
      known: true,
      language: "zh",
      places: some("home", "sharing", "health"),
    },
    {
      folder: "spanish",
      name: "Ada",
      known: true,
      language: "es",
      places: some("home", "sharing", "health"),
    },
  ];
}
