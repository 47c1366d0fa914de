package cross

import (
	"encoding/base64"
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"unicode/utf8"
)

// A text's signature is the least of many hashes of its shingles (min-hash): two texts
// have as many of them in common as of their shingles, give or take. Sixteen bits of
// each are kept. Texts with a band of equal hashes are held against each other.
const (
	shingle = 5 // characters
	hashes  = 128
	bands   = 16
	rows    = hashes / bands
	// shortest is the text that can be told to be copied: less is said alike by chance.
	shortest = 60
	// alike is how many of 128 hashes say that one text is the other's copy: four fifths.
	alike = 103
	// inBucket is how many texts a bucket keeps. One that finds more of its like is told
	// of the first of them all the same.
	inBucket = 2
)

type signature [hashes]uint16

// sign is the signature of a text in base64, "" for one too short.
func sign(text string) string {
	if utf8.RuneCountInString(text) < shortest {
		return ""
	}
	runes := []rune(text)
	var least [hashes]uint64
	for i := range least {
		least[i] = ^uint64(0)
	}
	for i := 0; i+shingle <= len(runes); i++ {
		h := uint64(14695981039346656037)
		for _, r := range runes[i : i+shingle] {
			h = mix(h ^ uint64(r))
		}
		for k := range least {
			least[k] = min(least[k], mix(h+uint64(k)*0x9e3779b97f4a7c15))
		}
	}
	raw := make([]byte, 0, 2*hashes)
	for _, h := range least {
		raw = binary.LittleEndian.AppendUint16(raw, uint16(h))
	}
	return base64.RawStdEncoding.EncodeToString(raw)
}

// mix spreads a number over all bits (splitmix64).
func mix(h uint64) uint64 {
	h ^= h >> 30
	h *= 0xbf58476d1ce4e5b9
	h ^= h >> 27
	h *= 0x94d049bb133111eb
	return h ^ h>>31
}

// signatureOf reads what sign wrote.
func signatureOf(text string) (s signature, ok bool) {
	raw, err := base64.RawStdEncoding.DecodeString(text)
	if err != nil || len(raw) != 2*hashes {
		return s, false
	}
	for i := range s {
		s[i] = binary.LittleEndian.Uint16(raw[2*i:])
	}
	return s, true
}

// common is how many hashes two signatures share.
func (s *signature) common(t *signature) (n int) {
	for i := range s {
		if s[i] == t[i] {
			n++
		}
	}
	return n
}

// band is a key of the kth band.
func (s *signature) band(k int) uint64 {
	h := uint64(k + 1)
	for _, x := range s[k*rows : (k+1)*rows] {
		h = mix(bits.RotateLeft64(h, 16) ^ uint64(x))
	}
	return h
}

var seed = maphash.MakeSeed()

// keyOf is a short key of texts, the same within a run.
func keyOf(parts ...string) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, p := range parts {
		_, _ = h.WriteString(p) // it takes everything
		_ = h.WriteByte(0)
	}
	return h.Sum64()
}
