#!/bin/sh
# Checks one receipt with sha256sum and openssl alone: sh check-by-hand.sh receipts/07.tlog-proof
# Covers the entry, the inclusion proof and the Ed25519 signature. For the ML-DSA-44 signature, see
# README.md.
set -eu
receipt=$1
policy=${2:-$(dirname "$0")/tlog-policy}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

hex() { base64 -d | xxd -p | tr -d '\n'; }
node() { { printf '\001'; printf %s "$1$2" | xxd -r -p; } | sha256sum | cut -d' ' -f1; }

# The receipt's parts: header, signed text, signature lines.
sed -n '1,/^$/p' "$receipt" > "$work/header"
sed '1,/^$/d' "$receipt" | sed '/^$/,$d' > "$work/text"
origin=$(sed -n 1p "$work/text")
size=$(sed -n 2p "$work/text")
root=$(sed -n 3p "$work/text" | hex)
index=$(sed -n 's/^index //p' "$work/header")

# The entry and its leaf hash: SHA-256 of a zero byte and the entry.
sed -n 's/^extra //p' "$work/header" | base64 -d > "$work/entry"
hash=$({ printf '\000'; cat "$work/entry"; } | sha256sum | cut -d' ' -f1)

# RFC 9162 section 2.1.3.2.
[ "$index" -lt "$size" ] || { echo "index outside the tree"; exit 1; }
fn=$index
sn=$((size - 1))
for line in $(sed '1,/^index /d' "$work/header"); do
  sibling=$(printf %s "$line" | hex)
  [ "$sn" -ne 0 ] || { echo "proof too long"; exit 1; }
  if [ $((fn % 2)) -eq 1 ] || [ "$fn" -eq "$sn" ]; then
    hash=$(node "$sibling" "$hash")
    while [ $((fn % 2)) -eq 0 ]; do fn=$((fn / 2)); sn=$((sn / 2)); done
  else
    hash=$(node "$hash" "$sibling")
  fi
  fn=$((fn / 2))
  sn=$((sn / 2))
done
[ "$sn" -eq 0 ] || { echo "proof too short"; exit 1; }
[ "$hash" = "$root" ] || { echo "the proof does not lead to the signed root"; exit 1; }

# The Ed25519 signature: 4 bytes of key id before it, a type byte before the key. While the log changes its key the policy
# has two, of which one must have signed; type 1 tells them from ML-DSA-44.
sed '1,/^$/d' "$receipt" | sed '1,/^$/d' | cut -d' ' -f3 > "$work/lines"
for vkey in $(sed -n "s|^log $origin+||p" "$policy"); do
  printf %s "$vkey" | cut -d+ -f2- | base64 -d > "$work/key"
  [ "$(head -c 1 "$work/key" | xxd -p)" = 01 ] || continue
  id=$(printf %s "$vkey" | cut -d+ -f1)
  { printf 302a300506032b6570032100 | xxd -r -p; tail -c 32 "$work/key"; } > "$work/key.der"
  while read -r line; do
    case $(printf %s "$line" | hex) in
      "$id"*)
        printf %s "$line" | base64 -d | tail -c 64 > "$work/signature"
        openssl pkeyutl -verify -pubin -inkey "$work/key.der" -keyform DER -rawin \
          -in "$work/text" -sigfile "$work/signature"
        ;;
    esac
  done < "$work/lines"
done
[ -f "$work/signature" ] || { echo "not signed by an Ed25519 key that the policy has for $origin"; exit 1; }
echo "entry $index of $size in $origin:"
cat "$work/entry"
echo
