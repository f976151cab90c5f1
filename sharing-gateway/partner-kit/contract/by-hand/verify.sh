#!/bin/sh
# Verifies a compact ES256 submission manifest with openssl and a shell only.
# usage: verify.sh MANIFEST.jws BODY SIGNING-CA.pem
# Shows who signed what; whether the signer is one you know, the aud and the col are for your eyes.
# Needs: sh, openssl, sed, tr, cut, fold, xxd.
set -eu
[ $# -eq 3 ] || { sed -n 3p "$0" >&2; exit 2; }
manifest=$1 body=$2 ca=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
no() { echo "NOT verified: $1" >&2; exit 1; }

unb64url() { # adds the padding that base64url leaves out
  text=$(tr -- '-_' '+/')
  while [ $((${#text} % 4)) -ne 0 ]; do text="$text="; done
  printf '%s' "$text" | openssl base64 -d -A
}

cut -d. -f1 "$manifest" | tr -d '\n' | unb64url >"$work/header"
cut -d. -f2 "$manifest" | tr -d '\n' | unb64url >"$work/claims"
cut -d. -f3 "$manifest" | tr -d '\n' | unb64url | xxd -p | tr -d '\n' >"$work/signature.hex"
printf '%s' "$(cut -d. -f1,2 "$manifest")" >"$work/signed"
cat "$work/claims"; echo

grep -q '"typ":"entente-submission+jwt"' "$work/header" || no "this is no submission manifest"
grep -q '"alg":"ES256"' "$work/header" || no "this script knows ES256 only"
iat=$(sed -n 's/.*"iat":\([0-9]*\).*/\1/p' "$work/header")

# The certificates, as the manifest brings them; trusted only if they lead to your SIGNING-CA.
sed -n 's/.*"x5c":\[\([^]]*\)\].*/\1/p' "$work/header" | tr ',' '\n' | tr -d '"' | while read -r der; do
  echo '-----BEGIN CERTIFICATE-----'; printf '%s' "$der" | fold -w 64; echo
  echo '-----END CERTIFICATE-----'
done >"$work/chain.pem"
openssl x509 -in "$work/chain.pem" -out "$work/leaf.pem"
openssl verify -partial_chain -no-CApath -no-CAstore -attime "$iat" -CAfile "$ca" -untrusted "$work/chain.pem" \
  "$work/leaf.pem" >/dev/null || no "the certificate does not lead to $ca"
openssl x509 -in "$work/leaf.pem" -noout -ext subjectAltName,extendedKeyUsage

# R and S back into DER.
r=$(cut -c1-64 "$work/signature.hex") s=$(cut -c65-128 "$work/signature.hex")
printf 'asn1=SEQUENCE:pair\n[pair]\nr=INTEGER:0x%s\ns=INTEGER:0x%s\n' "$r" "$s" >"$work/pair"
openssl asn1parse -genconf "$work/pair" -noout -out "$work/signature.der"
openssl x509 -in "$work/leaf.pem" -noout -pubkey >"$work/key.pem"
openssl dgst -sha256 -verify "$work/key.pem" -signature "$work/signature.der" "$work/signed" \
  >/dev/null || no "the signature is not by this certificate's key"

digest=$(openssl dgst -sha256 -binary "$body" | openssl base64 -A | tr '+/' '-_' | tr -d '=')
grep -q "\"sha-256\":\"$digest\"" "$work/claims" || no "this is not the body that was signed"
echo "Verified: this certificate's holder signed exactly this body."
