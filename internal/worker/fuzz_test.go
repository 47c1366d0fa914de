package worker

import (
	"bytes"
	"testing"

	"ziping/extract"
	"ziping/internal/bound"
	"ziping/internal/frame"
)

// FuzzReply: a worker that went mad says anything; its answer is whole or none, and its
// error one that can be told.
func FuzzReply(f *testing.F) {
	add := func(r reply, blobs ...[]byte) {
		var b bytes.Buffer
		if err := frame.Write(&b, r, blobs...); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
		f.Add(b.Bytes()[:b.Len()-1])
	}
	add(reply{Blobs: []int{7, 3, 0}}, []byte(`{"a":1}`), []byte("abc"))
	add(reply{Error: AsFailure(&extract.Error{Kind: extract.ErrDamaged, Reason: extract.Text{ZH: "坏", EN: "bad"}})})
	add(reply{Error: AsFailure((&extract.Defect{Stage: "read", Value: "x", Stack: "main.go:1"}).AsError())})
	add(reply{Progress: true, Page: true})
	add(reply{Blobs: []int{-1, 1 << 40}})
	f.Fuzz(func(t *testing.T, data []byte) {
		bound.Holds(t, bound.Limit{Base: 16 << 20, PerByte: 1_000}, len(data), func() {
			var r reply
			if readReply(bytes.NewReader(data), &r) != nil {
				return
			}
			if len(r.blobs) != len(r.Blobs) {
				t.Errorf("got %d blobs of %d", len(r.blobs), len(r.Blobs))
			}
			for i, b := range r.blobs {
				if len(b) != r.Blobs[i] {
					t.Errorf("blob %d has %d bytes of %d", i, len(b), r.Blobs[i])
				}
			}
			if r.Error != nil {
				_ = r.Error.Err().Error()
			}
		})
	})
}
