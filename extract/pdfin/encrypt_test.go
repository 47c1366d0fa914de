package pdfin

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"fmt"
	"regexp"
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin/handmade"
)

var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// encrypt makes a page that says 500.25 behind a password, by the standard
// security handler with 128-bit keys (ISO 32000-1, 7.6.3).
func encrypt(user string, useAES bool) []byte {
	pad := func(s string) []byte { return append([]byte(s), padding...)[:32] }
	rounds := func(key, data []byte) []byte {
		for i := range 20 {
			k := make([]byte, len(key))
			for j := range k {
				k[j] = key[j] ^ byte(i)
			}
			c, _ := rc4.NewCipher(k)
			out := make([]byte, len(data))
			c.XORKeyStream(out, data)
			data = out
		}
		return data
	}
	hash := func(data []byte) []byte { s := md5.Sum(data); return s[:] }
	ownerKey := hash(pad("owner"))
	for range 50 {
		ownerKey = hash(ownerKey)
	}
	o := rounds(ownerKey, pad(user))
	id, permissions := []byte("0123456789abcdef"), int32(-4)
	key := hash(bytes.Join([][]byte{pad(user), o, binary.LittleEndian.AppendUint32(nil, uint32(permissions)), id}, nil))
	for range 50 {
		key = hash(key)
	}
	u := append(rounds(key, hash(append(bytes.Clone(padding), id...))), make([]byte, 16)...)

	var b handmade.Builder
	crypt := fmt.Sprintf("/Filter /Standard /O <%x> /U <%x> /P %d /Length 128", o, u, permissions)
	if useAES {
		crypt += " /V 4 /R 4 /CF << /StdCF << /CFM /AESV2 /Length 16 /AuthEvent /DocOpen >> >> /StmF /StdCF /StrF /StdCF"
	} else {
		crypt += " /V 2 /R 3"
	}
	content := "BT /F 10 Tf 50 700 Td (500.25) Tj ET"
	font := b.Latin()
	number := b.Next() // of the stream that comes next
	k := append(bytes.Clone(key), byte(number), byte(number>>8), byte(number>>16), 0, 0)
	if useAES {
		k = append(k, "sAlT"...)
	}
	b.Page(font, "", seal(hash(k)[:16], []byte(content), useAES))
	b.Trailer = "/Encrypt " + b.Add("<< "+crypt+" >>") + fmt.Sprintf(" /ID [<%x> <%x>]", id, id)
	return b.Bytes()
}

func seal(key, data []byte, useAES bool) string {
	if !useAES {
		c, _ := rc4.NewCipher(key)
		c.XORKeyStream(data, data)
		return string(data)
	}
	n := 16 - len(data)%16
	data = append(data, bytes.Repeat([]byte{byte(n)}, n)...)
	iv := []byte("fedcba9876543210")
	block, _ := aes.NewCipher(key)
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(data, data)
	return string(append(iv, data...))
}

func TestEncrypted(t *testing.T) {
	for _, useAES := range []bool{false, true} {
		if got := words(mustRead(t, encrypt("", useAES)).pages[0]); got != "500.25" {
			t.Errorf("AES %v, no user password: got %q", useAES, got)
		}
		locked := encrypt("geheim", useAES)
		wantKind(t, locked, extract.ErrEncrypted)
		o := opts
		o.Passwords = []string{"wrong", "geheim"}
		if doc, err := engine().Read(locked, o); err != nil || len(doc.Lines) != 1 || doc.Lines[0].Text != "500.25" {
			t.Errorf("AES %v, right password: got %+v, %v", useAES, doc, err)
		}
		o.Passwords = []string{"wrong"}
		if _, err := engine().Read(locked, o); kindOf(err) != extract.ErrEncrypted || !regexp.MustCompile(`no given password`).MatchString(err.Error()) {
			t.Errorf("AES %v, wrong password: got %v", useAES, err)
		}
	}
}
