// Starts the app.
import start from "{app.js}";

start({ module_or_path: "{app.wasm}" });
