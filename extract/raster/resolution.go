package raster

// How many dots of a picture go to an inch. Who asks knows best, then the file says; what
// neither says, or says so that no page could be of that size, is that of a page as long as
// A4, and at least that of a screen: a picture of fewer dots shows a part of a page.

const (
	// a4 is the longer side of A4, and a page is no shorter and no longer than these, in
	// inches.
	a4, shortest, longest = 842.0 / 72, 2.0, 40.0
	// screen is the least that is taken for the resolution of a whole page.
	screen = 72.0
)

// Resolution is that of the picture, asked being what somebody says it is, 0 for nothing.
func (p *Picture) Resolution(asked float64) float64 {
	const least, most = 0.5, 100.0 // inches, of what somebody cut out on purpose
	if long := float64(max(p.W, p.H)); asked > 0 && long/asked >= least && long/asked <= most {
		return asked
	}
	return Resolution(p.W, p.H, p.DPI)
}

// Resolution is that of a picture of a size, by the first of what is said of it that a
// page can have.
func Resolution(w, h int, said ...float64) float64 {
	long := float64(max(w, h))
	for _, dpi := range said {
		if dpi > 0 && long/dpi >= shortest && long/dpi <= longest {
			return dpi
		}
	}
	return max(long/a4, screen)
}
