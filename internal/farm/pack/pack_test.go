package pack

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// What is packed comes out as it was, and text takes a fraction on its way.
func TestPack(t *testing.T) {
	noise := make([]byte, 5000)
	r := rand.NewChaCha8([32]byte{})
	_, _ = r.Read(noise)
	text := bytes.Repeat([]byte(`{"indicator":"培训人数","weight":"10"},`), 500)
	for name, blobs := range map[string][][]byte{
		"nothing": nil, "empty ones": {{}, {}}, "text": {text, nil, text[:7]}, "noise": {noise}, "both": {noise, text},
	} {
		pack, small := Pack(blobs)
		var sizes []int
		total := 0
		for _, b := range blobs {
			sizes, total = append(sizes, len(b)), total+len(b)
		}
		if small && len(pack) > total*3/4 || name == "text" && !small || name == "noise" && small {
			t.Errorf("%s: %d bytes of %d, made smaller %v", name, len(pack), total, small)
		}
		got, _, err := Unpack(make([]byte, 3), pack, small, sizes)
		if err != nil || len(got) != len(blobs) {
			t.Errorf("%s: got %d blobs, %v", name, len(got), err)
			continue
		}
		for i := range got {
			if !bytes.Equal(got[i], blobs[i]) {
				t.Errorf("%s: blob %d is not what it was", name, i)
			}
		}
	}
}

// A pack that is damaged, or claims to be more than it was, is told of.
func TestDamagedPack(t *testing.T) {
	pack, small := Pack([][]byte{bytes.Repeat([]byte("a"), 1000)})
	for name, x := range map[string]struct {
		pack  []byte
		small bool
		sizes []int
	}{
		"cut off": {pack[:len(pack)-1], small, []int{1000}}, "more": {pack, small, []int{1001}}, "less": {pack, small, []int{999}},
		"not packed": {[]byte("abc"), true, []int{3}}, "negative": {[]byte("ab"), false, []int{3, -1}}, "short": {[]byte("ab"), false, []int{3}},
	} {
		if _, _, err := Unpack(nil, x.pack, x.small, x.sizes); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
