package packed

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"regexp"
	"testing"
)

func deflate(text string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(text))
	z.Close()
	return b.String()
}

// Packed objects may lie about where they are.
func TestUnpack(t *testing.T) {
	for _, c := range []struct {
		dict, body string
		want       int
	}{
		{"/First 4", "5 0 <<>>", 1}, {"/First 400", "5 0 <<>>", 0}, {"", "5 0 <<>>", 0}, {"/First 99999999999999999999", "5 0 <<>>", 0},
		{"/First 4", "5 9 <<>>", 0}, {"/First 5", "5 -1 <<>>", 0}, {"/First 4", "5 x <<>>", 0}, {"/First 2", "5 0 <<>>", 0}, {"/First 4", "5 3 <<>>", 1}, {"/First 4", "5 4 <<>>", 0},
	} {
		objects := map[string][]byte{}
		if unpack([]byte(c.body), []byte(c.dict), objects); len(objects) != c.want {
			t.Errorf("%q of %q: got %v, want %d", c.body, c.dict, objects, c.want)
		}
	}
}

// Objects are found whether they are packed or not, of two the later; what a stream
// holds comes back unpacked.
func TestObjectsAndStreams(t *testing.T) {
	inner := deflate("7 0 8 11 << /In 1 >> << /In 2 >>")
	file := "%PDF-1.5\n3 0 obj\n<< /Old 1 >>\nendobj\n3 0 obj\n<< /New 1 >>\nendobj\n" +
		fmt.Sprintf("4 0 obj\n<< /Filter /FlateDecode /Length 9 >>\nstream\n%s\nendstream\nendobj\n", deflate("packed words")) +
		"5 0 obj\n<< /Length 5 >>\nstream\r\nwords\nendstream\nendobj\n" +
		"6 0 obj\n<< /Filter /LZWDecode >>\nstream\nwords\nendstream\nendobj\n" +
		fmt.Sprintf("9 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode >>\nstream\n%s\nendstream\nendobj\n", inner)
	objects := Objects([]byte(file))
	for n, want := range map[string]string{"3": "<< /New 1 >>", "7": "<< /In 1 >>", "8": "<< /In 2 >>"} {
		if got := string(bytes.TrimSpace(objects[n])); len(got) < len(want) || got[:len(want)] != want {
			t.Errorf("object %s: got %.20q, want %q", n, got, want)
		}
	}
	for n, want := range map[string]string{"3": "", "4": "packed words", "5": "words\n", "6": "", "99": ""} {
		if got := string(Stream(objects[n])); got != want {
			t.Errorf("stream %s: got %q, want %q", n, got, want)
		}
	}
	for pattern, want := range map[string]bool{"/New": true, "/In 2": true, "/Nowhere": false} {
		if Says([]byte(file), regexp.MustCompile(pattern)) != want {
			t.Errorf("%s: said %v", pattern, !want)
		}
	}
}
