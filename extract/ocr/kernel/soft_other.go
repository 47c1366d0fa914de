//go:build !amd64 && !arm64

package kernel

func topOf(row []float32) float32                   { return topPlain(row) }
func exps(row []float32, top float32) (sum float32) { return expsPlain(row, top) }
func scale(row []float32, by float32)               { scalePlain(row, by) }
func swishes(v []float32)                           { swishPlain(v) }
