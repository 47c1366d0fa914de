package decode_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize/read"
	"ziping/score/decode"
)

// BenchmarkLarge decodes the customer's form, of some hundred figures, with so many
// misreads.
func BenchmarkLarge(b *testing.B) {
	text, err := os.ReadFile("../../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		b.Fatal(err)
	}
	doc, err := tabin.Read(text, extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		b.Fatal(err)
	}
	s := sheetOf("large", doc, true)
	for _, misses := range []int{0, 3, 10, 30} {
		c := camera{Rand: rand.New(rand.NewPCG(9, 9))}
		var docs []*extract.Document
		for range 10 {
			docs = append(docs, scan(&s, c, misses, 0).doc)
		}
		b.Run(fmt.Sprintf("figures=%d/misreads=%d", len(s.figures), misses), func(b *testing.B) {
			n := 0
			for b.Loop() {
				doc := docs[n%len(docs)]
				n++
				b.StopTimer()
				forms := read.Run(doc, read.Options{})
				b.StartTimer()
				decode.Run(doc, forms)
			}
		})
	}
}

// BenchmarkRun decodes the sound samples with so many misreads in each.
func BenchmarkRun(b *testing.B) {
	sheets := load(b, "../../samples/*.txt")
	for _, misses := range []int{0, 1, 3, 10} {
		c := camera{Rand: rand.New(rand.NewPCG(7, 7))}
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
				forms := read.Run(doc, read.Options{})
				b.StartTimer()
				decode.Run(doc, forms)
			}
		})
	}
}
