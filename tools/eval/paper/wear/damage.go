// Package wear makes of a clean sheet what a scanner, a camera, a copier or a fax
// machine makes of it, and says where every place of the sheet went.
//
//	d := wear.Of("photo", 200, rng)          // what is done to the sheet
//	p := d.Apply(wear.Sheet{Width: w, Height: h, Ink: ink}, rng) // the picture
//	x, y := p.Geometry.To(100, 200)          // where that place of the sheet is now
//
// The same random numbers give the same picture. Brightness is from 0 to 1.
package wear

// Damage is all that happens to a sheet, in the order in which it happens. The
// zero value of each part does nothing, but for the resolution.
type Damage struct {
	DPI  float64 // of the picture
	DPIY float64 // 0 as DPI

	// The print.
	Toner   float64    // brightness of the ink
	Starved float64    // share of the ink that patches lack
	Paper   [3]float64 // red, green and blue of the paper; 0 is white
	Grain   float64    // of the paper
	Through float64    // how much of the back is seen

	// What was done to it.
	Seal    [3]float64 // red, green and blue of the ink of stamps
	SealInk float64    // how much of that ink there is
	Holes   int        // punched down the left side
	Edges   float64    // width of black edges, in points
	Bed     float64    // brightness of what lies behind the page
	Margin  float64    // points of the bed that are seen on each side
	Skew    float64    // degrees
	Corners [4][2]float64
	Curl    float64    // points
	Slope   [2]float64 // how much darker the right and the lower side are
	Fall    float64    // how much darker the corners are
	Gutter  float64    // how much darker the left side is, where a book is bound
	Copies  []Copy
	Blur    float64 // sigma in dots
	Black   float64 // what comes out for black
	White   float64 // what comes out for white; 0 is 1
	Noise   float64 // sigma of brightness
	Salt    float64 // share of dots that are white or black
	Binary  float64 // what is darker becomes black, the rest white
	Dropped float64 // share of lines that a fax machine got wrong
	Doubled bool    // each line is there twice
	Turn    int     // quarter turns clockwise
	Colour  bool
	JPEG    int // quality; 0 is without loss
}

// Copy is one time over a photocopier.
type Copy struct {
	Blur   float64 // sigma in points
	Level  float64 // what is darker comes out dark
	Steep  float64 // how hard the edge between dark and bright is
	Specks float64 // a square centimetre
	Streak float64 // darkness of streaks down the page
}

// geometry is how the page comes to lie.
func (d *Damage) geometry(w, h float64) Geometry {
	g := Geometry{PageW: w, PageH: h, DPIX: d.DPI, DPIY: d.DPIY, Margin: d.Margin, Skew: d.Skew, Corners: d.Corners, Curl: d.Curl, Turn: d.Turn}
	if g.DPIY == 0 {
		g.DPIY = g.DPIX
	}
	g.ready()
	return g
}
