"""Reads and writes models/manifest.toml, the one list of models with their digests, limits and figures."""

import tomllib
from pathlib import Path

HEAD = """# Written by training/{}.py; do not edit by hand.
# A figure is [value, low, high], the last two a 95 % interval over resampled people or groups of alike pictures.
"""


def read(path: Path) -> dict:
    """All entries, none where there is no file yet."""
    return tomllib.loads(path.read_text()) if path.exists() else {}


def update(path: Path, name: str, entry: dict, writer: str = "release") -> None:
    """Puts one model's entry in place and keeps the others'."""
    everything = read(path)
    everything[name] = entry
    path.write_text(HEAD.format(writer) + "".join(_table(key, everything[key]) for key in sorted(everything)))


def _table(name: str, values: dict) -> str:
    plain = {k: v for k, v in values.items() if not isinstance(v, dict)}
    lines = [f"\n[{name}]\n", *(f"{key} = {_value(value)}\n" for key, value in plain.items())]
    lines += [_table(f"{name}.{key}", value) for key, value in values.items() if isinstance(value, dict)]
    return "".join(lines)


def _value(value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, (list, tuple)):
        parts = [_value(v) for v in value]
        one_line = f"[{', '.join(parts)}]"
        return one_line if len(one_line) < 100 else "[\n" + "".join(f"    {part},\n" for part in parts) + "]"
    if isinstance(value, (int, float)):
        return repr(value)
    raise TypeError(f"no place in the manifest for {type(value)}")
