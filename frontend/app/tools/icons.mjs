// Writes src/parts/icons.rs from Lucide's drawings: `npm run icons` after `npm ci`. Only the icons named here are taken.
// Every drawing becomes one path, so that an icon is one string of the program and nothing is fetched or parsed.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Name here: name in Lucide.
const icons = {
  account: "circle-user-round", activity: "activity", add: "plus", alert: "triangle-alert", archive: "archive",
  ambulance: "ambulance", arrow_left: "arrow-left", arrow_right: "arrow-right", badge: "badge-check", bell: "bell",
  block: "box", bone: "bone", book: "book-open", building: "building-2", calendar: "calendar-days",
  calendar_check: "calendar-check", camera: "camera", check: "check", chevron_down: "chevron-down",
  chevron_left: "chevron-left", chevron_right: "chevron-right", clipboard: "clipboard-list", clock: "clock",
  cloud_off: "cloud-off", contrast: "contrast", copy: "copy", cpu: "cpu", cross: "x", download: "download", eye: "eye",
  eye_off: "eye-off", file: "file-text", file_add: "file-plus", file_check: "file-check", file_image: "file-image",
  filter: "list-filter", fingerprint: "fingerprint-pattern", flask: "flask-conical", folder: "folder-heart",
  heart_pulse: "heart-pulse", help: "life-buoy", history: "history", home: "house", hospital: "hospital",
  hourglass: "hourglass", id_card: "id-card", image: "image", inbox: "inbox", info: "info", key: "key-round",
  languages: "languages", layers: "layers", link: "link", lock: "lock", lock_open: "lock-open", log_out: "log-out",
  mail: "mail", map_pin: "map-pin", maximize: "maximize", menu: "menu", minus: "minus", monitor: "monitor",
  moon: "moon", more: "ellipsis", no: "circle-x", note: "notebook-pen", package: "package", pause: "pause",
  pencil: "pencil", phone: "phone", pill: "pill", play: "play", printer: "printer", qr: "qr-code",
  question: "circle-question-mark", receipt: "receipt-text", refresh: "refresh-cw", ribbon: "ribbon", scan: "scan",
  rotate: "rotate-cw", scan_heart: "scan-heart", scan_text: "scan-text", scroll: "scroll-text", search: "search",
  send: "send", settings: "settings", share: "share-2", shield: "shield-check", shield_alert: "shield-alert",
  shield_user: "shield-user", signature: "signature", siren: "siren", smartphone: "smartphone", star: "star",
  stethoscope: "stethoscope", store: "store", sun: "sun", syringe: "syringe", table: "table",
  test_tube: "test-tube-diagonal", trash: "trash-2", umbrella: "umbrella", unplugged: "wifi-off", upload: "upload",
  user: "user-round", user_add: "user-plus", user_check: "user-check", user_no: "user-x", users: "users",
  vote: "vote", wallet: "wallet", waves: "waves", yes: "circle-check", zoom_in: "zoom-in", zoom_out: "zoom-out",
};

const here = dirname(fileURLToPath(import.meta.url));
const modules = process.env.CHARTKEY_APP_TOOLS ?? here;
const lucide = dirname(createRequire(join(modules, "package.json")).resolve("lucide-static/package.json"));
const { version } = JSON.parse(readFileSync(join(lucide, "package.json"), "utf8"));

const short = (n) => String(Math.round(n * 1000) / 1000);
const ring = (cx, cy, rx, ry) =>
  `M${short(cx - rx)} ${short(cy)}a${short(rx)} ${short(ry)} 0 1 0 ${short(2 * rx)} 0a${short(rx)} ${short(ry)} 0 1 0 ${short(-2 * rx)} 0`;
const points = (text) => text.trim().split(/[\s,]+/).map(Number);
const shapes = {
  // A path that begins with a relative step counts from the corner, not from where the one before it ended.
  path: (a) => (a.d.startsWith("m") ? "M0 0" : "") + a.d,
  circle: (a) => ring(+a.cx, +a.cy, +a.r, +a.r),
  ellipse: (a) => ring(+a.cx, +a.cy, +a.rx, +a.ry),
  line: (a) => `M${a.x1} ${a.y1}L${a.x2} ${a.y2}`,
  polyline: (a) => "M" + points(a.points).join(" "),
  polygon: (a) => "M" + points(a.points).join(" ") + "z",
  rect: (a) => {
    const [x, y, w, h, r] = [+(a.x ?? 0), +(a.y ?? 0), +a.width, +a.height, +(a.rx ?? a.ry ?? 0)];
    if (r === 0) return `M${x} ${y}h${w}v${h}h${-w}z`;
    const corner = (dx, dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
    return `M${short(x + r)} ${y}h${short(w - 2 * r)}${corner(r, r)}v${short(h - 2 * r)}${corner(-r, r)}h${short(2 * r - w)}${corner(-r, -r)}v${short(2 * r - h)}${corner(r, -r)}z`;
  },
};

function drawn(name) {
  const svg = readFileSync(join(lucide, "icons", `${name}.svg`), "utf8");
  const inside = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.indexOf("</svg>"));
  return [...inside.matchAll(/<(\w+)\s([^>]*?)\/?>/g)]
    .map(([, tag, text]) => {
      if (!shapes[tag]) throw new Error(`${name}.svg draws with <${tag}>`);
      return shapes[tag](Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v])));
    })
    .join("");
}

const lines = Object.entries(icons)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([ours, theirs]) => `icon!(${ours.toUpperCase()}, ${JSON.stringify(drawn(theirs))});`);
const text = `//! The drawings of the app's icons, from Lucide ${version} (https://lucide.dev).
//!
//! Written by \`frontend/app/tools/icons.mjs\`; change the list there. Lucide is under the ISC licence, copyright (c) Lucide
//! Icons and Contributors; some of its icons come from Feather under the MIT licence, copyright (c) 2013-present Cole Bemis.
#![allow(dead_code, reason = "pages take from this list as they need")]

use super::Icon;

macro_rules! icon {
    ($name:ident, $path:literal) => {
        pub(crate) const $name: Icon = Icon($path);
    };
}

${lines.join("\n")}
`;
writeFileSync(join(here, "../src/parts/icons.rs"), text);
