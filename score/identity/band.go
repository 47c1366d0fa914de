package identity

import "ziping/score/band"

// Band is an interval of totals.
type Band = band.Band
