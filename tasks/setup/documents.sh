# What the bench of reading needs: fonts its pages are drawn with, and RapidOCR, which reads them beside us.

document_fonts=(fonts-liberation fonts-dejavu-core fonts-breip fonts-femkeklaver fonts-dkg-handwriting)

ensure_documents() {
    ensure_document_fonts
    ensure_rapidocr
}

ensure_document_fonts() {
    local missing=() name
    if ! command -v dpkg-query >/dev/null; then
        say "This is no Debian: the fonts ${document_fonts[*]} have to lie under /usr/share/fonts/truetype"
        return 0
    fi
    for name in "${document_fonts[@]}"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    say "Installing fonts for made pages: ${missing[*]}"
    apt_install "${missing[@]}"
}

# Exactly what the lock file names, held against its hashes.
ensure_rapidocr() {
    local place=$CHARTKEY_CACHE/rapidocr pins=ml-worker/bench/requirements.txt wanted
    wanted=$(sha256sum <"$pins")
    [[ $(cat "$place/pins" 2>/dev/null) != "$wanted" ]] || return 0
    python_at "$place"
    say "Installing RapidOCR, beside which the worker reads (a minute, once)"
    if ! "$place/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: -r "$pins" \
        >"$place/install.log" 2>&1; then
        tail -n 20 "$place/install.log" >&2
        fail "RapidOCR could not be installed" "see $place/install.log; Python 3.11 or newer is needed"
    fi
    printf '%s\n' "$wanted" >"$place/pins"
}
