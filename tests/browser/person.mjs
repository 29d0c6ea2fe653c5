// Somebody in front of a browser of their own, with a wallet. They find what they press by its role and its words.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { axePath, told } from "./packages.mjs";
import { Eye } from "./eye.mjs";
import { say, like } from "./words.mjs";
import { TITLE, Wallet } from "./wallet.mjs";

/** The passphrase of everybody who is seeded. */
export const PASSPHRASE = "seven quiet herons cross";
export const url = told("CHARTKEY_URL");
const PHONE = { width: 390, height: 844 };
/** The chain needs some seconds to make something final, and a busy machine longer. */
const PATIENCE = 60_000;

export class Person {
  #sawGate = false;

  /** Somebody with a fresh browser. */
  static async sitsDown(browser, { name, uri, language = "en", size = PHONE, wallet, dark = false, ...more }) {
    const context = await browser.newContext({
      viewport: size,
      locale: language === "en" ? "en-GB" : language,
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
      hasTouch: size.width < 600,
      acceptDownloads: true,
      ...more,
    });
    context.setDefaultTimeout(PATIENCE);
    const person = new Person();
    person.name = name;
    person.context = context;
    person.language = language;
    person.wallet = wallet ?? (await Wallet.with({ name, uri }));
    await person.wallet.install(context);
    // As a wallet is: beside the page's own scripts, which its policy lets nothing be added to.
    await context.addInitScript({ path: axePath });
    person.page = await context.newPage();
    person.eye = new Eye(person.page);
    browser.people?.push(person);
    return person;
  }

  /** Somebody seeded, with their vault open. */
  static async seeded(browser, name, options = {}) {
    const person = await Person.sitsDown(browser, { name, uri: `//${name}`, ...options });
    await person.comesIn(PASSPHRASE);
    return person;
  }

  async leaves() {
    await this.context.close();
  }

  /** Wallet, account, passphrase. */
  async comesIn(passphrase = PASSPHRASE, at = "/unlock") {
    await this.signsIn(at);
    await this.opens(passphrase);
  }

  async signsIn(at = "/unlock") {
    await this.page.goto(`${url}${at}`);
    // A wallet and account that were used here before are opened again without being asked for.
    const known = await this.page.evaluate(() => localStorage.getItem("chartkey.account") !== null);
    if (!known) await this.press("wallet-open", { name: TITLE });
    await this.press("account-choose", { name: this.name });
  }

  async opens(passphrase) {
    await this.opensAlone(passphrase);
    await this.page.locator("nav").first().waitFor({ state: "attached" });
  }

  /** Opens this device's copy of the vault, where rail and bar are not drawn. */
  async opensAlone(passphrase) {
    await this.field("passphrase").fill(passphrase);
    await this.press("unlock");
    await this.field("passphrase").waitFor({ state: "detached" });
  }

  /** Closes the vault by its button. */
  async locks() {
    if (new URL(this.page.url()).pathname !== "/vault") await this.goes("/vault");
    await this.press("lock-now");
    await this.field("passphrase").waitFor();
  }

  /** Tries a passphrase that does not open. */
  async failsToOpen(passphrase) {
    await this.field("passphrase").fill(passphrase);
    await this.press("unlock");
    await this.page.getByRole("alert").filter({ hasText: this.says("failed-vault") }).waitFor();
  }

  /** Goes to an address within the app, without losing what is open. */
  async goes(path) {
    const link = this.page.locator(`a[href="${path}"]`).first();
    // A link of the page where there is one, as a person would; else one of our own, which the app follows as well.
    if ((await link.count()) > 0 && (await link.isVisible())) {
      await link.click();
    } else {
      await this.page.evaluate((path) => {
        const link = document.createElement("a");
        link.href = path;
        document.body.append(link);
        link.click();
        link.remove();
      }, path);
    }
    await this.page.waitForURL((now) => `${now.pathname}${now.hash}` === path);
  }

  /** The app's words in this person's language. */
  says(key, values = {}) {
    return say(key, values, this.language);
  }

  button(key, values = {}) {
    return this.page.getByRole("button", { name: this.says(key, values), exact: true }).first();
  }

  link(key, values = {}) {
    return this.page.getByRole("link", { name: this.says(key, values), exact: true }).first();
  }

  field(key, values = {}) {
    return this.page.getByLabel(this.says(key, values), { exact: true }).first();
  }

  /** Presses a button or follows a link of these words. */
  async press(key, values = {}) {
    await this.button(key, values).or(this.link(key, values)).first().click();
  }

  async writes(key, text) {
    await this.field(key).fill(text);
  }

  /** Waits for words of a key somewhere in the page; what is left out of the values may be anything. */
  async reads(key, values = {}) {
    await this.page.getByText(like(key, values)).first().waitFor();
  }

  /** Waits for a text somewhere in the page. */
  async sees(text) {
    await this.page.getByText(text).first().waitFor();
  }

  /** A dialog by its title, while it is open. */
  dialog(key, values = {}) {
    return this.page.getByRole("dialog", { name: this.says(key, values), exact: true });
  }

  /** The dialog of the gate, while it asks. */
  gate() {
    return this.dialog("sign-title");
  }

  /** A way into the vault, where the vault's page lists them. */
  wayIn(key) {
    const heading = this.page.getByRole("heading", { name: this.says(key), exact: true });
    return this.page.locator(".list > .row").filter({ has: heading });
  }

  /** Takes a way into the vault out. */
  async takesOut(key) {
    await this.wayIn(key).getByRole("button", { name: this.says("door-remove"), exact: true }).click();
    await this.dialog("door-remove").getByRole("button", { name: this.says("door-remove"), exact: true }).click();
    await this.wayIn(key).waitFor({ state: "detached" });
  }

  /** Presses what saves a file, within a part of the page, and takes the file. */
  saves(key, within = this.page) {
    return this.savesWith(within.getByRole("button", { name: this.says(key), exact: true }));
  }

  async savesWith(button) {
    const coming = this.page.waitForEvent("download");
    await button.click();
    const download = await coming;
    return file(download.suggestedFilename(), "text/plain", readFileSync(await download.path()));
  }

  /** Nothing in view keeps anybody from reading it: for what only stands there after a press, which no list of pages has. */
  async canRead(what) {
    const { eye } = this;
    const wrong = [...(await eye.unreadable()), ...(await eye.overflow()), ...(await eye.unsaid())];
    ensure(wrong.length === 0, `${this.name}, ${what}:\n    ${wrong.join("\n    ")}`);
    await eye.picture(join("met", what.replaceAll(/[^a-z]+/g, "-")), false);
  }

  /** Reads what is about to be signed, says yes here and in the wallet, and waits until it is final. */
  async signs(sentence) {
    const yes = this.gate().getByRole("button", { name: this.says("sign-yes"), exact: true });
    await yes.waitFor();
    const said = await this.gate().innerText();
    if (sentence && !like(...[sentence].flat()).test(said)) throw new Error(`${said} does not say ${sentence}`);
    if (!this.#sawGate) await this.canRead(`the gate of ${this.name.toLowerCase()}`);
    this.#sawGate = true;
    await yes.click();
    await yes.waitFor({ state: "detached" });
    await this.until("a signature to be final", async () => {
      if ((await this.gate().count()) === 0) return true;
      const wrong = this.gate().locator(".note.bad, .note.doubt");
      if ((await wrong.count()) > 0) throw new Error(`not signed: ${await wrong.first().innerText()}`);
      // What is signed next may lie there already.
      return (await this.gate().getByText(this.says("sign-final")).count()) > 0 || (await yes.count()) > 0;
    });
    return said;
  }

  /** Signs as long as something is asked, until `done` is true of the page. */
  async signsUntil(done) {
    const ended = done().then(() => true);
    let said = 0;
    for (;;) {
      const yes = this.gate().getByRole("button", { name: say("sign-yes"), exact: true });
      const first = await Promise.race([ended, yes.waitFor().then(() => false).catch(() => false)]);
      if (first) return said;
      await yes.click();
      said += 1;
    }
  }

  /** Something that must be true soon, asked again and again. */
  async until(what, good, patience = PATIENCE) {
    const end = Date.now() + patience;
    let last;
    while (Date.now() < end) {
      last = await good();
      if (last) return last;
      await new Promise((done) => setTimeout(done, 500));
    }
    throw new Error(`${this.name} waited in vain for ${what}: ${last}`);
  }
}

/** Fails unless it is so. */
export function ensure(good, words) {
  if (!good) throw new Error(words);
}

/** An error for a refusal that did not come. */
export async function refused(what, doing) {
  try {
    await doing();
  } catch (error) {
    return error;
  }
  throw new Error(`${what} was not refused`);
}

/** A window on a desk. */
export const DESK = { width: 1440, height: 900 };

/** A file somebody chooses. */
export function file(name, mimeType, words) {
  return { name, mimeType, buffer: Buffer.from(words) };
}

/** A text nobody compresses. */
export function scan(name, size) {
  return file(name, "text/plain", randomBytes(Math.ceil(size / 2)).toString("hex"));
}

/** A small picture: a disc on dark ground, as a PNG. */
export function picture(name, side = 96) {
  const rows = Buffer.alloc((side + 1) * side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const far = Math.hypot(x - side / 2, y - side / 2);
      rows[y * (side + 1) + 1 + x] = far < side / 3 ? 230 - far : 24;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const parts = [part("IHDR", header), part("IDAT", deflateSync(rows)), part("IEND", Buffer.alloc(0))];
  const buffer = Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]);
  return { name, mimeType: "image/png", buffer };
}

function part(kind, data) {
  const named = Buffer.concat([Buffer.from(kind), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
