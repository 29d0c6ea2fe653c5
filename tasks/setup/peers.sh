# What tests and benches compare us with or run us on, and what a user of Chartkey does not need: a real IPFS node, a
# real PostgreSQL, a web server, a browser, and the tool that tries an interface out from its description.

source tasks/setup/kubo.sh

ensure_peers() {
    ensure_kubo
    ensure_postgres
    ensure_faketime
    ensure_nginx
    ensure_browser
    ensure_browser_packages
    ensure_schemathesis
    ensure_fhir_rules
    ensure_onnx_runtime
}

# Debian starts a server of its own after installing one; the tests use the programs only, on a folder of their own.
ensure_postgres() {
    compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null && return
    if ! command -v dpkg-query >/dev/null; then
        say "No PostgreSQL found: the oracle's tests run on SQLite only"
        return 0
    fi
    say "Installing PostgreSQL, on which the oracle's tests are repeated"
    apt_install postgresql
}

# Sets one program's clock wrong, which is how tests find out what hangs on it.
ensure_faketime() {
    compgen -G '/usr/lib/*/faketime/libfaketime.so.1' >/dev/null && return
    if command -v dpkg-query >/dev/null; then
        apt_install faketime
    else
        say "No faketime found: what a wrong clock does is not tested"
    fi
}

# Unpacked and not installed: an installed one starts a server at once and again with the machine. What it needs beside
# the C library (zlib, PCRE, OpenSSL) comes with the build's own packages.
ensure_nginx() {
    local place=$CHARTKEY_CACHE/nginx work
    [[ ! -x $place/usr/sbin/nginx ]] || return 0
    ! command -v nginx >/dev/null || return 0
    if ! command -v dpkg-query >/dev/null; then
        say "No nginx found: the blob door is measured without it"
        return 0
    fi
    say "Unpacking nginx, beside which the blob door is measured"
    work=$(mktemp -d)
    if (cd "$work" && apt-get download -qq nginx) >"$CHARTKEY_CACHE/apt.log" 2>&1 &&
        dpkg-deb --extract "$work"/nginx_*.deb "$work/nginx" && "$work/nginx/usr/sbin/nginx" -v 2>/dev/null; then
        rm -rf "$place"
        mv "$work/nginx" "$place"
    else
        say "nginx cannot be unpacked here: the blob door is measured without it"
    fi
    rm -rf "$work"
}

# The driver comes beside the browser: the one of another version does not understand it.
ensure_browser() {
    command -v chromium >/dev/null && command -v chromedriver >/dev/null && return
    if command -v dpkg-query >/dev/null; then
        say "Installing Chromium and its driver, in which the app is used and the vault measured"
        apt_install chromium chromium-driver
    else
        say "No Chromium found: the app is not used and the vault not measured in a browser"
    fi
    command -v node >/dev/null || say "No Node found: the app is not used in a browser, the vault not measured under it"
}

# Exactly what the lock file names, held against its hashes; nothing of it may run while it is installed.
ensure_browser_packages() {
    local place=$CHARTKEY_CACHE/browser pins=tests/browser
    command -v npm >/dev/null || return 0
    ! cmp --silent "$pins/package-lock.json" "$place/pins" || return 0
    say "Fetching what drives the browser and checks what it shows (seconds, once)"
    mkdir -p "$place"
    cp "$pins/package.json" "$pins/package-lock.json" "$place/"
    if ! (cd "$place" && npm ci --ignore-scripts --no-audit --no-fund --silent) >"$place/install.log" 2>&1; then
        tail -n 20 "$place/install.log" >&2
        fail "the browser's packages could not be installed" "see $place/install.log; check the network, then repeat"
    fi
    cp "$pins/package-lock.json" "$place/pins"
}

ensure_schemathesis() {
    local place=$CHARTKEY_CACHE/schemathesis pins=tests/schemathesis/requirements.txt wanted
    wanted=$(sha256sum <"$pins")
    [[ $(cat "$place/pins" 2>/dev/null) == "$wanted" ]] && return
    python_at "$place"
    say "Installing Schemathesis, which tries the oracle's interface out (a minute, once)"
    if ! "$place/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$pins" >"$place/install.log" 2>&1; then
        tail -n 20 "$place/install.log" >&2
        fail "Schemathesis could not be installed" "see $place/install.log; Python 3.10 or newer is needed"
    fi
    printf '%s\n' "$wanted" >"$place/pins"
}

# HL7's own validation engine, in Java: what the worker writes down is held against it where there is a JDK.
ensure_fhir_rules() {
    local log=$CHARTKEY_CACHE/fhir-validation.log
    if ! command -v java >/dev/null || ! command -v mvn >/dev/null; then
        say "No JDK and Maven found: what the worker writes as FHIR is not held against HL7's rules"
        return 0
    fi
    [[ -d $CHARTKEY_CACHE/fhir-validation-8.8.1 ]] || say "Fetching HL7's rules for FHIR (145 MB, once)"
    if ! tests/fhir/validate >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        fail "HL7's rules for FHIR could not be fetched" "see $log; check the network, then repeat"
    fi
}

# Runs our networks beside tract, which has to answer alike. Out of the Python package that carries the library; nothing
# else of it is installed. The pins are those of the bench of documents, whose RapidOCR brings the same one.
ensure_onnx_runtime() {
    local place=$CHARTKEY_CACHE/onnxruntime pins work log=$CHARTKEY_CACHE/onnxruntime.log
    pins=$(sed -n '/^onnxruntime==/,/[^\\]$/p' ml-worker/bench/requirements.txt)
    [[ $(cat "$place/pins" 2>/dev/null) != "$pins" ]] || return 0
    say "Fetching ONNX Runtime, beside which our networks are run (20 MB, once)"
    work=$(mktemp -d)
    if ! unpack_wheel "$pins" "$work/package" >"$log" 2>&1; then
        rm -rf "$work"
        say "ONNX Runtime cannot be fetched here ($log says why): tract's answers are not held against its"
        return 0
    fi
    mkdir -p "$work/kept"
    mv "$work"/package/onnxruntime/capi/libonnxruntime.so.* "$work/kept/libonnxruntime.so"
    mv "$work"/package/onnxruntime/LICENSE "$work/kept/"
    printf '%s\n' "$pins" >"$work/kept/pins"
    rm -rf "$place"
    mv "$work/kept" "$place"
    rm -rf "$work"
}
