package main

import (
	"os"
	"path/filepath"
	"testing"

	"ziping/internal/batch"
	"ziping/internal/dataset"
)

// BenchmarkWrite makes the dataset of the samples in each format.
func BenchmarkWrite(b *testing.B) {
	dir := b.TempDir()
	convert(b, inputs(b), dir, batch.Shard{})
	for _, format := range dataset.Formats {
		b.Run(format, func(b *testing.B) {
			for range b.N {
				if err := os.RemoveAll(filepath.Join(dir, dataset.Dir)); err != nil {
					b.Fatal(err)
				}
				m := data(b, dir, format)
				b.ReportMetric(float64(m.Rows["reports"]), "forms/op")
			}
		})
	}
}
