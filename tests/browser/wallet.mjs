// A wallet as an extension is one: its keys lie outside the page, the page sees `window.injectedWeb3`, and every
// signature is asked of its owner. What is signed is put together by polkadot.js from the fields the page names, as the
// extensions of that family do it; a field spelled wrong is a signature the chain does not take.
import { Keyring, TypeRegistry, cryptoWaitReady, keccakAsHex, u8aToHex, u8aWrapBytes } from "./packages.mjs";

/** How the page finds it, and what it calls it. */
export const ID = "polkadot-js";
export const TITLE = "Polkadot.js";

export class Wallet {
  #pairs = [];
  #mood = "sign";
  #listeners = [];
  /** Whatever it was asked to sign, oldest first. */
  asked = [];

  /** A wallet with these accounts: `{ name, uri }`. */
  static async with(...people) {
    await cryptoWaitReady();
    const wallet = new Wallet();
    const keyring = new Keyring({ type: "sr25519", ss58Format: 42 });
    for (const { name, uri } of people) wallet.#pairs.push({ name, pair: keyring.addFromUri(uri) });
    return wallet;
  }

  /** Its owner signs what comes. */
  signs() {
    this.#mood = "sign";
  }

  /** Its owner says no to what comes. */
  refuses() {
    this.#mood = "refuse";
  }

  /** Nobody sits in front of it. */
  leaves() {
    this.#mood = "leave";
  }

  address(name) {
    return this.#pairs.find((one) => one.name === name).pair.address;
  }

  /** Puts it into every page of a browser's context. */
  async install(context) {
    await context.exposeFunction("chartkeyTestWallet", (what, asked) => this.#answer(what, asked));
    await context.addInitScript(
      ({ id }) => {
        const ask = async (what, asked) => {
          const answer = await window.chartkeyTestWallet(what, asked);
          if (answer.refused) throw new Error(answer.refused);
          return answer.given;
        };
        const accounts = {
          get: () => ask("accounts"),
          subscribe: (told) => {
            ask("accounts").then(told);
            return () => {};
          },
        };
        const signer = { signPayload: (payload) => ask("payload", payload), signRaw: (raw) => ask("raw", raw) };
        const enable = async (origin) => {
          await ask("enable", origin);
          return { accounts, signer, metadata: { get: async () => [], provide: async () => false } };
        };
        window.injectedWeb3 = { [id]: { version: "1.0.0", enable } };
      },
      { id: ID },
    );
  }

  async #answer(what, asked) {
    if (what === "accounts") {
      const given = this.#pairs.map(({ name, pair }) => ({ address: pair.address, name, type: "sr25519" }));
      return { given };
    }
    this.asked.push({ what, asked });
    if (this.#mood === "leave") return new Promise(() => {});
    if (this.#mood === "refuse") return { refused: "Rejected by user" };
    if (what === "enable") return { given: true };
    const one = this.#pairs.find(({ pair }) => pair.address === asked.address);
    if (!one) return { refused: "Unable to find keypair" };
    const signature = what === "raw" ? raw(one.pair, asked) : payload(one.pair, asked);
    return { given: { id: this.asked.length, signature } };
  }
}

function raw(pair, { data }) {
  return u8aToHex(pair.sign(u8aWrapBytes(data)));
}

function payload(pair, asked) {
  const registry = new TypeRegistry();
  registry.setSignedExtensions(asked.signedExtensions);
  return registry.createType("ExtrinsicPayload", asked, { version: asked.version }).sign(pair).signature;
}

/** The account of a key's owner, as contracts know them. */
export async function accountOf(uri) {
  await cryptoWaitReady();
  const { publicKey } = new Keyring({ type: "sr25519" }).addFromUri(uri);
  return `0x${keccakAsHex(publicKey).slice(-40)}`;
}
