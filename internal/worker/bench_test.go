package worker

import (
	"bytes"
	"testing"
)

// BenchmarkDo is what a process of its own costs an input: a small form goes in,
// and comes back many times over, as its outputs do.
//
//	go test ./internal/worker -run '^$' -bench Do
func BenchmarkDo(b *testing.B) {
	p := benchPool(b)
	for _, bm := range []struct {
		name string
		size int
	}{{"2KB", 2 << 10}, {"100KB", 100 << 10}} {
		b.Run(bm.name, func(b *testing.B) {
			data := bytes.Repeat([]byte("x"), bm.size)
			for b.Loop() {
				if _, err := p.Do(Job{Name: "act", Data: data}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func benchPool(b *testing.B) *Pool {
	p := NewPool(testSettings(Settings{}))
	b.Cleanup(p.Close)
	return p
}
