package decode_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"ziping/extract"
	"ziping/normalize/read"
	"ziping/score/decode"
)

// BenchmarkRun decodes the sound samples with so many misreads in each.
func BenchmarkRun(b *testing.B) {
	sheets := load(b, "../../samples/*.txt")
	for _, misses := range []int{0, 1, 3, 10} {
		c := camera{rand.New(rand.NewPCG(7, 7))}
		var docs []*extract.Document
		for i := range sheets {
			docs = append(docs, scan(&sheets[i], c, misses, 0).doc)
		}
		b.Run(fmt.Sprintf("misreads=%d", misses), func(b *testing.B) {
			n := 0
			for b.Loop() {
				doc := docs[n%len(docs)]
				n++
				b.StopTimer()
				forms := read.Run(doc, read.Options{SkipLayout: true})
				b.StartTimer()
				decode.Run(doc, forms)
			}
		})
	}
}
