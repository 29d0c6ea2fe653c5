// What is beside the browser: the command line, where a machine's work is done, and messages to telephones.
import { execFile, execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { told } from "./packages.mjs";
import { PASSPHRASE, ensure } from "./person.mjs";
import { say } from "./words.mjs";

/** Runs `chartkey` with an answer as JSON; everybody has a folder of their own. */
export function chartkey(words) {
  const who = words[0] === "--key" ? words[1].slice(2) : "nobody";
  const home = ["--home", join(told("CHARTKEY_FOLDER"), "people", `browser-${who}`), "--json"];
  const env = { ...process.env, CHARTKEY_PASSPHRASE: PASSPHRASE, CHARTKEY_URL: process.env.CHARTKEY_SERVICE };
  return new Promise((good, bad) => {
    execFile(told("CHARTKEY_CLI"), [...home, ...words], { env, maxBuffer: 1 << 24 }, (error, out, complaint) => {
      if (error) return bad(new Error(`chartkey ${words.join(" ")}: ${complaint || error.message}`));
      try {
        good(JSON.parse(out));
      } catch {
        good(out);
      }
    });
  });
}

/** A patient nobody else knows, with a vault and, if it is said what is in it, a record; made at another machine. */
export async function newcomer(name, { title, words, kind = "other" } = {}) {
  const uri = `//${name}${Date.now()}`;
  await chartkey(["--key", uri, "account", "join", "patient", "--light"]);
  if (!words) return { name, uri };
  const path = join(told("CHARTKEY_FOLDER"), `${uri.slice(2)}.txt`);
  writeFileSync(path, words);
  const { record } = await chartkey(["--key", uri, "record", "add", path, "--kind", kind, "--title", title]);
  return { name, uri, record };
}

/** The program that reads papers and pictures. */
chartkey.worker = [told("CHARTKEY_WORKER"), "serve"];

/** A patient adds a file with a reading of it asked for, and the machine does it. */
export async function hasRead(patient, { file, title, kind }) {
  await patient.goes("/add");
  await patient.page.getByLabel(say("add-choose")).setInputFiles(file);
  await patient.field("add-title").fill(title);
  await patient.field("add-kind").selectOption({ label: say(kind) });
  await patient.page.locator(".sheet.machine").getByRole("checkbox").first().check();
  await patient.press("add-seal", { count: 1 });
  await patient.signs("act-add-mine");
  await patient.signsUntil(() => patient.reads("add-all-done", { count: 1 }));
  const refused = patient.page.getByText(say("add-not-read"));
  ensure((await refused.count()) === 0, `nobody was asked to read: ${await refused.locator("..").allInnerTexts()}`);
  await chartkey(["--key", "//Worker", "job", "work", "--serves", "--", ...chartkey.worker]);
}

/** What that program says of a file to whoever runs it by hand. */
export const readByHand = ({ buffer }) =>
  execFileSync(told("CHARTKEY_WORKER"), ["read", "-", "--json"], { input: buffer, stdio: ["pipe", "pipe", "ignore"] });

/** The program that reads for the demonstration's worker. */
chartkey.reading = [told("CHARTKEY_CLI"), "demo", "read"];

/** The six digits in the newest message to a telephone, as soon as there is one. */
export async function messageTo(phone) {
  for (let turn = 0; turn < 240; turn += 1) {
    const folder = told("CHARTKEY_MESSAGES");
    for (const name of readdirSync(folder, { withFileTypes: false }).reverse()) {
      const message = readFileSync(join(folder, name), "utf8");
      const code = message.match(/(?<!\d)\d{6}(?!\d)/)?.[0];
      if (message.includes(phone) && code) return code;
    }
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`no message to ${phone}`);
}
