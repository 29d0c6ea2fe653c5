# The Rust toolchain that rust-toolchain.toml names: through rustup where it can, else from Debian.

rust_setting() { sed -n "s/^$1 *= *//p" rust-toolchain.toml; }
rust_list() { rust_setting "$1" | grep -o '"[^"]*"' | tr -d '"'; }

ensure_toolchain() {
    if [[ ${CHARTKEY_TOOLCHAIN:-} != debian ]]; then
        export PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
        command -v rustup >/dev/null || install_rustup || true
        if command -v rustup >/dev/null && ensure_rustup_toolchain; then
            return
        fi
        say "rustup cannot provide the toolchain here; Debian's compiler serves instead"
    fi
    source tasks/setup/debian-toolchain.sh
    ensure_debian_toolchain
}

install_rustup() {
    command -v curl >/dev/null || apt_install curl ca-certificates
    say "Installing rustup, which keeps Rust's compilers (into ~/.rustup and ~/.cargo, nothing else is changed)"
    curl --proto '=https' --tlsv1.2 --fail --silent --show-error --max-time 120 https://sh.rustup.rs |
        sh -s -- -y --quiet --no-modify-path --profile minimal --default-toolchain none >&2
}

# Asks for exactly what is missing: RUSTUP_AUTO_INSTALL=0 forbids rustup to do it by itself.
ensure_rustup_toolchain() {
    local channel part missing=()
    channel=$(rust_list channel)
    export RUSTUP_TOOLCHAIN=$channel
    if ! rustup run "$channel" rustc --version >/dev/null 2>&1; then
        say "Installing Rust $channel (rust-toolchain.toml names it)"
        rustup toolchain install "$channel" --profile minimal --no-self-update >&2 || return 1
    fi
    local have_targets have_components
    have_targets=$(rustup target list --installed --toolchain "$channel") || return 1
    have_components=$(rustup component list --installed --toolchain "$channel") || return 1
    for part in $(rust_list targets); do
        grep -qx "$part" <<<"$have_targets" && continue
        say "Adding Rust's standard library for $part"
        rustup target add --toolchain "$channel" "$part" >&2 || return 1
    done
    for part in $(rust_list components); do
        grep -q "^$part" <<<"$have_components" && continue
        say "Adding Rust's component $part"
        rustup component add --toolchain "$channel" "$part" >&2 || return 1
    done
}
