// Looks at a page as nobody else does: what its console said, what its policy stopped, who cannot read it.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { told } from "./packages.mjs";
import { keys } from "./words.mjs";

const everyKey = new Set(keys());
/** Words of the browser about the network, where a test cut it on purpose. */
const NETWORK = /Failed to load resource|net::ERR_|WebSocket connection/;
/** Whether a newcomer has a vault is answered by a status; browsers write each "no" into the console. */
const ANSWERS = /status of 404 .*\/api\/vault$/;

export class Eye {
  /** What was wrong, in words. */
  seen = [];
  #forgiven = [ANSWERS];

  constructor(page) {
    this.page = page;
    page.on("console", (message) => {
      const { url } = message.location();
      if (message.type() === "error") this.#note(`console: ${message.text()} ${url}`);
    });
    page.on("pageerror", (error) => this.#note(`page: ${error.message}`));
  }

  /** Failures of the network are expected from now on. */
  forgiveNetwork() {
    this.#forgiven.push(NETWORK);
  }

  /** A refusal of the service with this status is expected from now on: browsers write each into the console. */
  forgiveStatus(status) {
    this.#forgiven.push(new RegExp(`status of ${status}`));
  }

  #note(words) {
    if (!this.#forgiven.some((forgiven) => forgiven.test(words))) this.seen.push(words.slice(0, 400));
  }

  /** Takes what was noted so far. */
  take() {
    return this.seen.splice(0);
  }

  /** What axe-core finds: rule, and where. */
  async unreadable() {
    const found = await this.page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      });
      return violations.map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.map(({ target, html, any }) => ({
          target: target.join(" "),
          html: html.slice(0, 120),
          why: any.map(({ message }) => message).join(" ").slice(0, 200),
        })),
      }));
    });
    return found.map(({ id, help, where }) => {
      const places = where.slice(0, 3).map(({ target, html, why }) => `${target} ${html} ${why}`);
      return `axe ${id} (${help}): ${where.length} × ${places.join(" | ")}`;
    });
  }

  /** By how many pixels the page is wider than its window, and what sticks out. */
  async overflow() {
    return this.page.evaluate(() => {
      const root = document.documentElement;
      const over = root.scrollWidth - root.clientWidth;
      if (over <= 0) return [];
      const outside = [...document.querySelectorAll("main *")].filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > root.clientWidth + 1 || left < -1;
      });
      const name = (element) => `${element.tagName.toLowerCase()}.${element.className?.toString?.() ?? ""}`;
      return [`wider than the window by ${over} px: ${outside.slice(0, 3).map(name).join(", ")}`];
    });
  }

  /** Keys that stand where words should. */
  async unsaid() {
    const words = await this.page.evaluate(() => document.body.innerText.split(/\s+/));
    const bare = words.filter((word) => word.includes("-") && everyKey.has(word));
    return bare.length > 0 ? [`not said: ${bare.slice(0, 5).join(", ")}`] : [];
  }

  /** Keeps a picture of it under the state folder. */
  async picture(name, whole = true) {
    const path = join(told("CHARTKEY_SCREENS"), `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path, fullPage: whole, animations: "disabled" });
    return path;
  }
}
