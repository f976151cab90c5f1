// Checks the golden log with the verifier of Go's checksum database, and signs its checkpoint:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run verify.go ../golden cosigned
//
// Nothing here is ours but the reading of files: notes, hashes, tiles and proofs are those of
// golang.org/x/mod/sumdb. The signed checkpoint is written to the second argument, the key it was
// signed with to the same name with .vkey.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var folder string

func main() {
	log.SetFlags(0)
	folder = os.Args[1]
	verifiers := policy()
	opened, tree := checkpoint("checkpoint", verifiers)
	if len(opened.Sigs) != 2 {
		log.Fatalf("%d signatures known, not the log's and the witness'", len(opened.Sigs))
	}
	tiles := tlog.TileHashReader(tree, files{})
	entries(tree, tiles)
	receipts(tree, tiles)
	consistency(tree, tiles)
	_, earlier := checkpoint("checkpoint-600", verifiers)
	proof, err := tlog.ProveTree(tree.N, earlier.N, tiles)
	must(err)
	must(tlog.CheckTree(proof, tree.N, tree.Hash, earlier.N, earlier.Hash))
	sign(opened, os.Args[2])
}

// entries holds each entry, made by the rule, against its hash in the tiles, and the tiles against
// the signed root.
func entries(tree tlog.Tree, tiles tlog.HashReader) {
	for i := int64(0); i < tree.N; i++ {
		stored, err := tiles.ReadHashes([]int64{tlog.StoredHashIndex(0, i)})
		must(err)
		if stored[0] != tlog.RecordHash(entry(i)) {
			log.Fatalf("entry %d does not match its tile", i)
		}
	}
}

func entry(i int64) []byte {
	text := strings.Repeat("\uac00", int(i%7))
	return []byte(fmt.Sprintf(`{"time":%d,"n":%d,"text":"%s"}`, 1795360200000+i, i, text))
}

func receipts(tree tlog.Tree, tiles tlog.HashReader) {
	names, err := filepath.Glob(filepath.Join(folder, "receipts", "*.tlog-proof"))
	must(err)
	if len(names) == 0 {
		log.Fatal("no receipts")
	}
	for _, name := range names {
		header := strings.Split(strings.SplitN(string(read(name)), "\n\n", 2)[0], "\n")
		index := number(strings.TrimPrefix(header[2], "index "))
		var proof tlog.RecordProof
		for _, line := range header[3:] {
			proof = append(proof, hash(base64.StdEncoding.DecodeString(line)))
		}
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry(index))))
		own, err := tlog.ProveRecord(tree.N, index, tiles)
		must(err)
		if fmt.Sprint(own) != fmt.Sprint(proof) {
			log.Fatalf("%s proves otherwise than x/mod", name)
		}
	}
}

func consistency(tree tlog.Tree, tiles tlog.HashReader) {
	roots := lines("root-hashes.txt")
	for _, line := range lines("consistency-proofs.txt") {
		words := strings.Fields(line)
		old := number(words[0])
		var proof tlog.TreeProof
		for _, word := range words[2:] {
			proof = append(proof, hash(hex.DecodeString(word)))
		}
		root := hash(hex.DecodeString(strings.Fields(roots[old])[1]))
		must(tlog.CheckTree(proof, tree.N, tree.Hash, old, root))
		own, err := tlog.ProveTree(tree.N, old, tiles)
		must(err)
		if fmt.Sprint(own) != fmt.Sprint(proof) {
			log.Fatalf("consistency from %d is proven otherwise than by x/mod", old)
		}
	}
}

func checkpoint(name string, verifiers note.Verifiers) (*note.Note, tlog.Tree) {
	opened, err := note.Open(read(filepath.Join(folder, name)), verifiers)
	must(err)
	text := strings.Split(opened.Text, "\n")
	return opened, tlog.Tree{N: number(text[1]), Hash: hash(base64.StdEncoding.DecodeString(text[2]))}
}

func sign(opened *note.Note, file string) {
	secret, public, err := note.GenerateKey(rand.Reader, "go.example")
	must(err)
	signer, err := note.NewSigner(secret)
	must(err)
	signed, err := note.Sign(opened, signer)
	must(err)
	must(os.WriteFile(file, signed, 0o666))
	must(os.WriteFile(file+".vkey", []byte(public+"\n"), 0o666))
}

// policy has the Ed25519 keys of a policy file: the log's, and the witness' cosignature key.
func policy() note.Verifiers {
	var known []note.Verifier
	for _, line := range lines("tlog-policy") {
		words := strings.Fields(line)
		vkey := words[len(words)-1]
		if words[0] != "log" && words[0] != "witness" {
			continue
		}
		if verifier, err := note.NewVerifier(vkey); err == nil {
			known = append(known, verifier)
		} else if cosigner, ok := cosigner(vkey); ok {
			known = append(known, cosigner)
		}
	}
	return note.VerifierList(known...)
}

// cosignature is C2SP's cosignature/v1, which x/mod does not know by itself.
type cosignature struct {
	name string
	key  ed25519.PublicKey
	id   uint32
}

func cosigner(vkey string) (cosignature, bool) {
	parts := strings.SplitN(vkey, "+", 3)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	must(err)
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	return cosignature{parts[0], key[1:], binary.BigEndian.Uint32(id[:])}, key[0] == 4
}

func (c cosignature) Name() string    { return c.name }
func (c cosignature) KeyHash() uint32 { return c.id }
func (c cosignature) Verify(text, signature []byte) bool {
	time := binary.BigEndian.Uint64(signature)
	message := append([]byte(fmt.Sprintf("cosignature/v1\ntime %d\n", time)), text...)
	return ed25519.Verify(c.key, message, signature[8:])
}

// files are the tiles as they would be served.
type files struct{}

func (files) Height() int                     { return 8 }
func (files) SaveTiles([]tlog.Tile, [][]byte) {}
func (files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		// x/mod names the height in the path, C2SP fixes it.
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		bytes, err := os.ReadFile(filepath.Join(folder, path))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

func lines(name string) []string {
	return strings.Split(string(bytes.TrimSpace(read(filepath.Join(folder, name)))), "\n")
}

func read(name string) []byte {
	data, err := os.ReadFile(name)
	must(err)
	return data
}

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	must(err)
	return n
}

func hash(data []byte, err error) (h tlog.Hash) {
	must(err)
	if copy(h[:], data) != len(h) || len(data) != len(h) {
		log.Fatal("not a hash")
	}
	return h
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
