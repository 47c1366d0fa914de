package sheet

// Place is where something stands, for sorting over pages.
type Place struct {
	Sheet int
	Y, X  float64
}

// Before reports whether a comes first: by page, then from top to bottom, then from
// left to right.
func (a Place) Before(b Place) bool {
	if a.Sheet != b.Sheet {
		return a.Sheet < b.Sheet
	}
	if a.Y != b.Y {
		return a.Y < b.Y
	}
	return a.X < b.X
}
