// A passkey opens the vault of a phone; taken out at another desk, it opens nothing any more.
import { DESK, PASSPHRASE, Person, ensure } from "../person.mjs";
import { newcomer } from "../machine.mjs";

export const about = "a passkey opens the vault until it is taken out";

export async function walk(browser) {
  const runa = await newcomer("Runa");
  const phone = await Person.sitsDown(browser, runa);
  const finger = await fingerprints(phone);
  await phone.comesIn();
  await phone.goes("/vault");
  await phone.press("vault-add-passkey");
  await phone.reads("passkey-added");
  await phone.wayIn("door-passkey").waitFor();
  ensure((await finger.credentials()) === 1, "the authenticator has one credential");

  // Locked, and open again without a word of the passphrase.
  await phone.locks();
  await phone.press("unlock-passkey");
  await phone.wayIn("door-passkey").waitFor();

  await phone.locks();
  const desk = await Person.sitsDown(browser, { ...runa, size: DESK });
  await desk.comesIn();
  await desk.goes("/vault");
  await desk.takesOut("door-passkey");

  // The phone still offers it; the vault no longer knows it.
  await phone.press("unlock-passkey");
  await phone.reads("passkey-refused");
  ensure((await finger.credentials()) === 1, "the authenticator would still answer");
  await phone.opens(PASSPHRASE);
  await phone.wayIn("door-passphrase").waitFor();
  ensure((await phone.wayIn("door-passkey").count()) === 0, "the passkey is no way in any more");
  const fetched = phone.page.waitForResponse(/\/api\/vault$/);
  await phone.locks();
  await (await fetched).finished();
  await phone.page.waitForTimeout(500);
  ensure((await phone.button("unlock-passkey").count()) === 0, "nobody is offered a passkey that opens nothing");
}

/** A phone's own authenticator, whose owner's finger lies on it. */
async function fingerprints(person) {
  const session = await person.context.newCDPSession(person.page);
  await session.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2",
    ctap2Version: "ctap2_1",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
    hasPrf: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", { options });
  const kept = () => session.send("WebAuthn.getCredentials", { authenticatorId });
  return { credentials: async () => (await kept()).credentials.length };
}
