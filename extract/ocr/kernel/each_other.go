//go:build !amd64 && !arm64

package kernel

func addEach(sum, v []float32) { addEachPlain(sum, v) }
func mulEach(v, w []float32)   { mulEachPlain(v, w) }
