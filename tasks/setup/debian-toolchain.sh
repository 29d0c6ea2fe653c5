# Where rustup cannot add targets: Debian's own current compiler, and wasm standard libraries made once from its sources.
# They are put where the compiler looks for them, so every later cargo command is an ordinary one.

ensure_debian_toolchain() {
    local package missing=()
    for package in rustc-web cargo-web rust-web-src libstd-rust-web-dev rust-web-clippy rustfmt-web; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done
    if [[ ${#missing[@]} -gt 0 ]]; then
        say "Installing Debian's Rust (from its security suite): ${missing[*]}"
        apt_install "${missing[@]}"
    fi
    # One compiler for everything, so that what it compiles is shared; another compiler's artifacts would not fit.
    export PATH=/usr/bin:$PATH RUSTC=/usr/bin/rustc
    unset RUSTUP_TOOLCHAIN
    # The linker for wasm: rustc asks for `rust-lld`, Debian's bears another name.
    if ! command -v rust-lld >/dev/null; then
        command -v lld-19 >/dev/null || apt_install lld-19
        mkdir -p "$CHARTKEY_CACHE/bin"
        ln -sf "$(command -v lld-19)" "$CHARTKEY_CACHE/bin/rust-lld"
        export PATH=$CHARTKEY_CACHE/bin:$PATH
    fi
    ensure_wasm_std wasm32-unknown-unknown -Zbuild-std=std,panic_abort
    ensure_wasm_std wasm32v1-none -Zbuild-std=core,alloc,compiler_builtins -Zbuild-std-features=compiler-builtins-mem
}

# ensure_wasm_std TARGET CARGO_FLAG...: compiles the standard library for TARGET into the sysroot.
ensure_wasm_std() {
    local target=$1 place work
    shift
    place=$(/usr/bin/rustc --print sysroot)/lib/rustlib/$target/lib
    compgen -G "$place/libcore-*.rlib" >/dev/null && return
    say "Compiling Rust's standard library for $target (about a minute, once)"
    work=$(mktemp -d)
    mkdir "$work/src"
    printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2024"\n' >"$work/Cargo.toml"
    printf '#![no_std]\n' >"$work/src/lib.rs"
    # Bitcode is embedded because link-time optimization of the runtime needs it.
    (cd "$work" && RUSTC_BOOTSTRAP=1 RUSTFLAGS="-C embed-bitcode=yes" CARGO_TARGET_DIR=$work/target \
        /usr/bin/cargo build --quiet --release --target "$target" "$@") >&2 ||
        fail "the standard library for $target does not compile" "check that rust-web-src matches rustc-web"
    rm -f "$work/target/$target"/release/deps/libempty-*
    as_root mkdir -p "$place"
    as_root cp "$work/target/$target"/release/deps/*.rlib "$place/"
    rm -rf "$work"
}
