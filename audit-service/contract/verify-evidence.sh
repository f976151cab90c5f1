#!/bin/sh
# Verifies a pack of evidence with standard tools alone (unzip, sha256sum, openssl, xxd, base64, GNU date):
#   sh verify-evidence.sh pack.zip log.policy [timestamp-anchors-directory]
# The policy says whose log is believed. Get it from somebody you trust: the pack's own is only
# compared with it. Covers digests, entries, inclusion proofs, the log's and the witnesses' Ed25519
# signatures, disclosures, and with anchors (<party>.pem) the time stamps. ML-DSA-44 takes OpenSSL 3.5 or the kit.
set -eu
pack=$1
policy=$(realpath "$2")
anchors=${3:+$(realpath "$3")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "DOES NOT VERIFY: $*"; exit 1; }
hex() { base64 -d | xxd -p | tr -d '\n'; }
# number <text>: plain, before the shell computes with it.
number() {
  case $1 in
    '' | *[!0-9]* | 0?* | ???????????????????*) fail "not a number: $1" ;;
  esac
}
node() { { printf '\001'; printf %s "$1$2" | xxd -r -p; } | sha256sum | cut -d' ' -f1; }

# Names first: nothing may leave the folder, and nothing may be there that is not listed.
unzip -Z1 "$pack" > "$work/names"
grep -Evx '[a-zA-Z0-9][a-zA-Z0-9._-]*(/[a-zA-Z0-9][a-zA-Z0-9._-]*)?' "$work/names" && fail "odd names"
[ "$(sort "$work/names" | uniq -d)" = "" ] || fail "a name twice"
unzip -q "$pack" -d "$work/pack"
cd "$work/pack"
sha256sum --quiet --strict -c SHA256SUMS || fail "a file was changed"
{ sed 's/^[0-9a-f]*  //' SHA256SUMS; echo SHA256SUMS; } | sort > "$work/listed"
sort "$work/names" | cmp -s - "$work/listed" || fail "files that SHA256SUMS does not list, or the reverse"
cmp -s policy "$policy" || echo "note: the pack's policy is not yours; yours decides"

# ed25519 <vkey> <signed file> <note>: the line of this key must hold. Fails also when it is missing.
ed25519() {
  id=$(printf %s "$1" | cut -d+ -f2)
  { printf 302a300506032b6570032100 | xxd -r -p
    printf %s "$1" | cut -d+ -f3- | base64 -d | tail -c 32; } > "$work/key.der"
  rm -f "$work/signature"
  sed '1,/^$/d' "$3" | cut -d' ' -f3 | while read -r line; do
    case $(printf %s "$line" | hex) in
      "$id"*) printf %s "$line" | base64 -d > "$work/signature" ;;
    esac
  done
  [ -f "$work/signature" ] || return 1
  cp "$2" "$work/message"
  if [ "$4" = 4 ]; then # a cosignature: 8 bytes of time, which it signs too
    time=$((0x$(tail -c +5 "$work/signature" | head -c 8 | xxd -p)))
    { printf 'cosignature/v1\ntime %d\n' "$time"; cat "$2"; } > "$work/message"
  fi
  tail -c 64 "$work/signature" > "$work/raw"
  openssl pkeyutl -verify -pubin -inkey "$work/key.der" -keyform DER -rawin \
    -in "$work/message" -sigfile "$work/raw" > /dev/null 2>&1 || fail "a signature of $1"
}

# signed <note>: signed by an Ed25519 key that the policy has for this log (two, while it is changed); tells who
# cosigned.
signed() {
  sed '/^$/,$d' "$1" > "$work/text"
  origin=$(sed -n 1p "$work/text")
  known=no signed=no
  while read -r kind first second _; do
    case $kind in
      log) vkey=$first name=log ;;
      witness) vkey=$second name=$first ;;
      *) continue ;;
    esac
    type=$((0x$(printf %s "$vkey" | cut -d+ -f3- | base64 -d | head -c 1 | xxd -p)))
    if [ "$kind" = log ] && [ "$type" = 1 ] && [ "$(printf %s "$vkey" | cut -d+ -f1)" = "$origin" ]; then
      known=yes
      ! ed25519 "$vkey" "$work/text" "$1" 1 || signed=yes
    elif [ "$kind" = witness ] && [ "$type" = 4 ]; then
      ! ed25519 "$vkey" "$work/text" "$1" 4 || echo "$2cosigned by $name"
    fi
  done < "$policy"
  [ $known = yes ] || fail "the policy does not know the log $origin"
  [ $signed = yes ] || fail "$1 is not signed by $origin with a key of the policy; if the log changed its keys, the policy lacks some"
}

# proven <receipt>: its entry stands in the tree whose root is signed. Leaves the entry in $work/entry.
proven() {
  sed -n '1,/^$/p' "$1" > "$work/header"
  sed '1,/^$/d' "$1" > "$work/note"
  index=$(sed -n 's/^index //p' "$work/header")
  size=$(sed -n 2p "$work/note")
  root=$(sed -n 3p "$work/note" | hex)
  sed -n 's/^extra //p' "$work/header" | base64 -d > "$work/entry"
  hash=$({ printf '\000'; cat "$work/entry"; } | sha256sum | cut -d' ' -f1)
  number "$index"
  number "$size"
  [ "$index" -lt "$size" ] || fail "$1: index outside the tree"
  fn=$index
  sn=$((size - 1))
  for line in $(sed '1,/^index /d' "$work/header"); do
    sibling=$(printf %s "$line" | hex)
    [ "$sn" -ne 0 ] || fail "$1: proof too long"
    if [ $((fn % 2)) -eq 1 ] || [ "$fn" -eq "$sn" ]; then
      hash=$(node "$sibling" "$hash")
      while [ $((fn % 2)) -eq 0 ]; do fn=$((fn / 2)); sn=$((sn / 2)); done
    else
      hash=$(node "$hash" "$sibling")
    fi
    fn=$((fn / 2))
    sn=$((sn / 2))
  done
  [ "$sn" -eq 0 ] || fail "$1: proof too short"
  [ "$hash" = "$root" ] || fail "$1: the proof does not lead to the signed root"
}

signed checkpoint "checkpoint: "
count=0
for receipt in $(ls proofs 2> /dev/null | sort -n); do
  proven "proofs/$receipt"
  [ "$receipt" = "$index.tlog-proof" ] || fail "$receipt proves entry $index"
  cmp -s "$work/note" checkpoint || fail "$receipt has another checkpoint"
  count=$((count + 1))
  # The same entry, in the same order, is the line of entries.jsonl.
  { tr '\n\r' '  ' < "$work/entry"; echo; } >> "$work/lines"
done
touch "$work/lines"
cmp -s "$work/lines" entries.jsonl || fail "entries.jsonl is not what the receipts prove"

# The export itself: its record names the digest of these very entries.
proven export.tlog-proof
signed "$work/note" "export: "
grep -q "\"body_sha256\":\"$(openssl dgst -sha256 -binary entries.jsonl | base64 | tr '+/' '-_' | tr -d '=')\"" \
  "$work/entry" || fail "the export's record is about other entries"

# disclosed <file> <entry>: each disclosure of this line has its digest in the entry (RFC 9901).
disclosed() {
  printf %s "$1" | sed 's/.*"disclosures":\[//; s/\]}$//' | tr -d '"' | tr ',' '\n' | while read -r one || [ -n "$one" ]; do
    digest=$(printf %s "$one" | openssl dgst -sha256 -binary | base64 | tr '+/' '-_' | tr -d '=')
    [ -z "$one" ] || grep -qF "\"$digest\"" "$2" || exit 1
  done
}
disclosed "$(cat export-disclosures.jsonl)" "$work/entry" || fail "a disclosure that is not the export's"
own=$index
exec 3< entries.jsonl
while read -r line; do
  IFS= read -r entry <&3 || fail "disclosures of no entry"
  printf '%s\n' "$entry" > "$work/line"
  disclosed "$line" "$work/line" || fail "a disclosure that is not its entry's"
done < disclosures.jsonl
IFS= read -r entry <&3 && fail "an entry without a line of disclosures"
exec 3<&-

# consistent <old size> <its root> <new size> <its root> [<hash>...]: the new tree begins with the old one
# (RFC 9162 section 2.1.4.2, with its names).
consistent() {
  first=$1 second=$3 oldroot=$2 newroot=$4
  shift 4
  if [ "$first" -eq "$second" ]; then
    [ $# -eq 0 ] && [ "$oldroot" = "$newroot" ]
    return
  fi
  [ "$first" -gt 0 ] && [ $# -gt 0 ] || return 1
  [ $((first & (first - 1))) -ne 0 ] || set -- "$oldroot" "$@"
  fn=$((first - 1)) sn=$((second - 1))
  while [ $((fn % 2)) -eq 1 ]; do fn=$((fn / 2)) sn=$((sn / 2)); done
  fr=$1 sr=$1
  shift
  for c in "$@"; do
    [ "$sn" -ne 0 ] || return 1
    if [ $((fn % 2)) -eq 1 ] || [ "$fn" -eq "$sn" ]; then
      fr=$(node "$c" "$fr") sr=$(node "$c" "$sr")
      while [ "$fn" -ne 0 ] && [ $((fn % 2)) -eq 0 ]; do fn=$((fn / 2)) sn=$((sn / 2)); done
    else
      sr=$(node "$sr" "$c")
    fi
    fn=$((fn / 2)) sn=$((sn / 2))
  done
  [ "$sn" -eq 0 ] && [ "$fr" = "$oldroot" ] && [ "$sr" = "$newroot" ]
}

# one_tree <note> <proof>: the tree that was stamped and the checkpoint's are one, earlier or later.
one_tree() {
  [ -f "$1" ] && [ "$(sed -n 1p "$1")" = "$(sed -n 1p checkpoint)" ] || return 1
  grep -Eqx '[0-9]+ [0-9]+( [0-9a-f]{64})*' "$2" && [ "$(wc -l < "$2")" -eq 1 ] || return 1
  stamped=$(sed -n 2p "$1") proven=$(sed -n 2p checkpoint)
  number "$stamped"
  number "$proven"
  set -- "$stamped" "$(sed -n 3p "$1" | hex)" "$proven" "$(sed -n 3p checkpoint | hex)" $(cut -d' ' -f3- -s "$2")
  if [ "$stamped" -gt "$proven" ]; then
    later=$1 laterroot=$2 earlier=$3 earlierroot=$4
    shift 4
    set -- "$earlier" "$earlierroot" "$later" "$laterroot" "$@"
  fi
  consistent "$@"
}

for reply in timestamps/*.tsr; do
  [ -f "$reply" ] || continue
  party=$(basename "$reply" .tsr)
  note=timestamps/$party.note
  one_tree "$note" "timestamps/$party.consistency" || fail "the time stamp of $party is of another tree"
  if [ -f "$anchors/$party.pem" ]; then
    time=$(openssl ts -reply -in "$reply" -text 2> /dev/null | sed -n 's/^Time stamp: //p')
    # The certificate has to be valid then, not now: stamps outlive certificates.
    openssl ts -verify -attime "$(date -u -d "$time" +%s)" -data "$note" -in "$reply" \
      -CAfile "$anchors/$party.pem" > /dev/null 2>&1 || fail "the time stamp of $party"
    echo "time stamp of $party: $time, tree of $stamped"
  else
    echo "time stamp of $party: not verified, no anchors given"
  fi
done
sed -n 's/^ *"completeness" : "\(.*\)",*/completeness: \1/p' manifest.json
echo "VERIFIED: $count entries of $(sed -n 1p checkpoint), size $(sed -n 2p checkpoint), exported by the record at $own"
