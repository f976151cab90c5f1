#!/bin/sh
# Makes a submission manifest with openssl and a shell only (ES256, P-256 key).
# usage: sign.sh BODY KEY.pem CHAIN.pem ISSUER-URN SIGNER-URN AUDIENCE COLLECTION >manifest.jws
# Needs: sh, openssl, sed, awk, tr, xxd. The chain is PEM, leaf first.
set -eu
[ $# -eq 7 ] || { sed -n 3p "$0" >&2; exit 2; }
body=$1 key=$2 chain=$3 iss=$4 sub=$5 aud=$6 col=$7

b64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

x5c=$(awk '/-BEGIN CERT/{printf "%s\"", sep; sep=","; on=1; next} /-END CERT/{printf "\""; on=0} on{printf "%s", $0}' "$chain")
thumbprint=$(openssl x509 -in "$chain" -outform DER | openssl dgst -sha256 -binary | b64url)
iat=$(date +%s)
jti=$(openssl rand -hex 16 | sed -E 's/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/\1-\2-4\3-8\4-\5/')
digest=$(openssl dgst -sha256 -binary "$body" | b64url)
size=$(wc -c <"$body" | tr -d ' ')

header=$(printf '{"alg":"ES256","typ":"entente-submission+jwt","iat":%s,"x5t#S256":"%s","x5c":[%s]}' \
  "$iat" "$thumbprint" "$x5c" | b64url)
payload=$(printf '{"ver":1,"iss":"%s","sub":"%s","aud":"%s","iat":%s,"exp":%s,"jti":"%s","col":"%s","body":{"cty":"application/taxii+json;version=2.1","size":%s,"sha-256":"%s"}}' \
  "$iss" "$sub" "$aud" "$iat" $((iat + 300)) "$jti" "$col" "$size" "$digest" | b64url)

# openssl writes the two numbers of an ECDSA signature as DER; JWS wants them as 32 bytes each.
signature=$(printf '%s.%s' "$header" "$payload" | openssl dgst -sha256 -sign "$key" |
  openssl asn1parse -inform DER |
  sed -n 's/.*INTEGER *://p' |
  awk '{n = "0000000000000000000000000000000000000000000000000000000000000000" $0; printf "%s", substr(n, length(n) - 63)}' |
  xxd -r -p | b64url)

printf '%s.%s.%s' "$header" "$payload" "$signature"
