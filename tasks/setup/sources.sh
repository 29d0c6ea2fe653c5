# Cargo goes by times alone, and checkouts share what it makes. A fresh clone's files all look newer than that, and are
# compiled anew though nothing changed; a file of another checkout, older than what was made of this one's, would pass
# for it. So the cache keeps what each file held and since when, and of which checkout. In another one, a file that still
# holds it is given that time, every other one the present. In the same one times are true, and stay.

settle_sources() {
    git rev-parse --is-inside-work-tree &>/dev/null || return 0
    local record=$CHARTKEY_CACHE/sources now work same=0
    now=$(date +%s.%N)
    work=$(mktemp -d)
    git ls-files --cached --others --exclude-standard -z |
        while IFS= read -r -d '' file; do [[ ! -f $file || -L $file ]] || printf '%s\n' "$file"; done >"$work/files"
    # What each holds, since when, and its name.
    paste -d ' ' <(git hash-object --no-filters --stdin-paths <"$work/files") \
        <(xargs --no-run-if-empty --delimiter='\n' stat --format='%.9Y %n' <"$work/files") >"$work/held"
    # Where there is no record yet, times stay as they are too.
    [[ -f $record ]] || { printf '# - %s\n' "$PWD"; cat "$work/held"; } >"$record"
    [[ $(head -n 1 "$record") != "# - $PWD" ]] || same=1
    awk -v now="$now" -v same="$same" '
        { name = $0; sub(/^[^ ]+ [^ ]+ /, "", name) }
        FNR == NR { held[name] = $1; since[name] = $2; next }
        { print $1, (same ? $2 : held[name] == $1 ? since[name] : now), $2, name }' "$record" "$work/held" >"$work/settled"
    # Written before anything is compiled: what a build that breaks off leaves behind is of these files too.
    { printf '# - %s\n' "$PWD"; sed -E 's/^([^ ]+ [^ ]+) [^ ]+ /\1 /' "$work/settled"; } >"$record.coming"
    mv "$record.coming" "$record"
    while read -r _ due is file; do
        [[ $due == "$is" ]] || touch --no-create --date="@$due" "$file"
    done <"$work/settled"
    rm -rf "$work"
}
