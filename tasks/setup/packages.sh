# System packages: what each is for, which are missing, and how they are installed.

# package: reason. The order is the order in which the build meets them.
required_packages=(
    "build-essential: a C compiler and headers for the crates that carry C"
    "clang: compiles C for wasm (secp256k1) and drives the linker"
    "libclang-dev: bindgen reads C headers with it"
    "lld: links wasm where Rust's own copy is absent"
    "mold: links the node in a second instead of a minute"
    "protobuf-compiler: libp2p and litep2p generate their messages with protoc"
    "pkg-config: finds the system's OpenSSL"
    "libssl-dev: the system's OpenSSL, which saves compiling one for four minutes"
    "tesseract-ocr: the worker's second engine, which reads every page once more"
    "tesseract-ocr-eng: how English looks to it"
    "tesseract-ocr-hin: how Hindi looks to it"
)

ensure_packages() {
    if ! command -v dpkg-query >/dev/null; then
        ensure_programs
        return
    fi
    local missing=() entry name
    for entry in "${required_packages[@]}"; do
        name=${entry%%:*}
        if [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) != installed ]]; then
            [[ ${#missing[@]} -gt 0 ]] || say "Some system packages are missing; apt installs them now:"
            printf '    %s\n' "$entry" >&2
            missing+=("$name")
        fi
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    apt_install "${missing[@]}"
}

# apt_install PACKAGE...: without questions, its many words into a log that is shown when it fails. The package lists are
# fetched first, because they may be old.
apt_install() {
    local log=$CHARTKEY_CACHE/apt.log
    { as_root apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >"$log" </dev/null 2>&1 || {
        tail -n 20 "$log" >&2
        fail "apt could not install: $*" "check the network and the package sources, then repeat the command"
    }
}

# Another system than Debian: we do not know its packages, only the programs we need.
ensure_programs() {
    local program
    for program in cc clang mold protoc pkg-config; do
        command -v "$program" >/dev/null ||
            fail "'$program' is not on the PATH" "install it with this system's package manager, then repeat the command"
    done
}
