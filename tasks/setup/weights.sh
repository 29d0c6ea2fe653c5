# Trained networks that others publish and the worker reads pages with: PP-OCR v6 (Apache-2.0), out of the Python package
# that carries it. The worker looks for them in $CHARTKEY_MODELS, else in the cache's `models`.

ppocr_package='rapidocr==3.10.0 --hash=sha256:2fc34e26cd0f48514804a94f8832283039c7334076bff60768b1fed9ad068050'
# What is taken out of it, by its SHA-256.
ppocr_files='090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f  PP-OCRv6_det_small.onnx
6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884  PP-OCRv6_rec_small.onnx
e47acedf663230f8863ff1ab0e64dd2d82b838fceb5957146dab185a89d6215c  ch_ppocr_mobile_v2.0_cls_mobile.onnx'

ensure_weights() {
    local place=${CHARTKEY_MODELS:-$CHARTKEY_CACHE/models}/ppocr-v6 work log=$CHARTKEY_CACHE/weights.log
    ! weights_are_in "$place" || return 0
    say "Fetching the networks that read pages (27 MB, once)"
    work=$(mktemp -d)
    if ! unpack_wheel "$ppocr_package" "$work/package" >"$log" 2>&1; then
        rm -rf "$work"
        tail -n 20 "$log" >&2
        fail "the networks that read pages could not be fetched" "see $log; check the network, then repeat the command"
    fi
    mkdir -p "$work/ppocr"
    cp "$work"/package/rapidocr/models/*.onnx "$work"/package/rapidocr-*.dist-info/licenses/* "$work/ppocr/"
    weights_are_in "$work/ppocr" ||
        fail "the networks are not those this version was measured with" "compare $work/ppocr with tasks/setup/weights.sh"
    # Moved into place last, so that an interrupted run is not taken for a finished one.
    mkdir -p "$(dirname "$place")"
    rm -rf "$place"
    mv "$work/ppocr" "$place"
    rm -rf "$work"
}

# weights_are_in FOLDER: every file is there, and is what it should be.
weights_are_in() {
    [[ -d $1 ]] && (cd "$1" && sha256sum --check --status) <<<"$ppocr_files" 2>/dev/null
}
