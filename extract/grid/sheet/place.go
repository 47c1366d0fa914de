package sheet

// Place is where something stands, for sorting over pages.
type Place struct {
	Sheet int
	Y, X  float64
}

// Before is the order of reading: pages, then from top to bottom, then from the left.
func (a Place) Before(b Place) bool {
	if a.Sheet != b.Sheet {
		return a.Sheet < b.Sheet
	}
	if a.Y != b.Y {
		return a.Y < b.Y
	}
	return a.X < b.X
}
