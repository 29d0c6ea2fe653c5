# A real IPFS node for the store's tests: Kubo, built by Go from the versions that oracle/store/kubo pins.
# Without Go there is none, the tests that need one say so and are left out, and nothing stands in for it.

ensure_kubo() {
    local pins=oracle/store/kubo place=$CHARTKEY_CACHE/kubo wanted work
    if ! command -v go >/dev/null; then
        [[ -x $place/ipfs ]] || say "No Go on the PATH: tests against a real IPFS node will be left out"
        return 0
    fi
    wanted=$(cat "$pins/go.mod" "$pins/go.sum" | sha256sum | cut -d' ' -f1)
    [[ -x $place/ipfs && $(cat "$place/pins" 2>/dev/null) == "$wanted" ]] && return
    say "Building Kubo, the IPFS node the store is tested against (three to eight minutes, once)"
    mkdir -p "$place"
    work=$(mktemp -d)
    # In a copy: go completes go.mod as it builds. What it downloads must match go.sum all the same.
    cp "$pins/go.mod" "$pins/go.sum" "$work/"
    if ! (cd "$work" && GOFLAGS="-mod=mod -buildvcs=false" go build -o "$work/ipfs" github.com/ipfs/kubo/cmd/ipfs) \
        >"$place/build.log" 2>&1; then
        rm -rf "$work"
        tail -n 20 "$place/build.log" >&2
        fail "Kubo does not build" "see $place/build.log; Go must be as new as $pins/go.mod asks, or off the PATH"
    fi
    # Renamed into place last, so that an interrupted build is not taken for a finished one.
    mv "$work/ipfs" "$place/ipfs.new"
    mv "$place/ipfs.new" "$place/ipfs"
    printf '%s\n' "$wanted" >"$place/pins"
    rm -rf "$work"
}
