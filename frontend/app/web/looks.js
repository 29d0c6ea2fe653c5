// Before anything is drawn: the looks chosen on this device, so that no dark room is lit up for a moment.
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
})();
