# Words for the person at the keyboard. They go to stderr, so that a verb's result alone is on stdout.

say() { printf '▸ %s\n' "$*" >&2; }

# fail WHAT NEXT: what went wrong, and what to do about it.
fail() {
    printf '\nstopped: %s\nnext: %s\n' "$1" "$2" >&2
    exit 1
}

# as_root COMMAND...: runs it as the superuser, asking through sudo where we are not.
as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "'$*' needs the superuser, and there is no sudo" "run it as root once, then repeat ./dev"
    fi
}
