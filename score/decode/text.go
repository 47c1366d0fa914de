package decode

import (
	"math"
	"strconv"
)

// decimal prints a probability, never rounded up.
func decimal(p float64) string {
	return strconv.FormatFloat(math.Floor(max(0, min(1, p))*1e4)/1e4, 'f', -1, 64)
}
