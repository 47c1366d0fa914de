package frame

import (
	"bytes"
	"testing"

	"ziping/internal/bound"
)

// FuzzRead: whatever comes over a pipe, no more memory is taken than bytes came.
func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := Write(&b, map[string]int{"a": 1}, []byte("blob")); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes(), 4)
	f.Add([]byte("\x1f\xff\xff\xff{}"), 400<<20)
	f.Add([]byte("\xff\xff\xff\xff"), -1)
	f.Add([]byte{}, 0)
	f.Fuzz(func(t *testing.T, data []byte, blob int) {
		bound.Holds(t, bound.Limit{Base: 8 << 20, PerByte: 100}, len(data), func() {
			r := bytes.NewReader(data)
			var v any
			if Read(r, &v) != nil {
				return
			}
			before := r.Len()
			got, err := Blob(r, blob)
			if err == nil && (len(got) != blob || r.Len() != before-blob) {
				t.Errorf("got %d bytes of %d", len(got), blob)
			}
		})
	})
}
