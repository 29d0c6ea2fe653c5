// Before anything is drawn: the looks chosen on this device, so that no dark room is lit up for a moment; and the words
// in the language that will be spoken are asked for beside the program, not after it.
(() => {
  const root = document.documentElement;
  const chosen = (name) => {
    try {
      return localStorage.getItem(`chartkey.${name}`);
    } catch {
      return null;
    }
  };
  const asks = (query) => matchMedia(query).matches;
  root.dataset.theme = chosen("theme") ?? (asks("(prefers-color-scheme: dark)") ? "dark" : "light");
  root.dataset.contrast = chosen("contrast") ?? (asks("(prefers-contrast: more)") ? "more" : "usual");
  root.dataset.motion = chosen("motion") ?? "device";

  const wordsIn = (tag) =>
    document.querySelector(`link[rel=chartkey-language][hreflang="${CSS.escape(tag.split(/[-_]/)[0].toLowerCase())}"]`);
  const words = [chosen("language") ?? "", ...navigator.languages, "en"].map(wordsIn).find((link) => link);
  if (words) {
    document.head.append(Object.assign(document.createElement("link"), {
      rel: "preload", as: "fetch", crossOrigin: "anonymous", href: words.getAttribute("href"),
    }));
  }
})();
