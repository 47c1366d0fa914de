package scan_test

import "testing"

// A ruling that is here and there wider than it mostly is leaves nothing in the cells
// beside it, and a stroke that ends on it stays.
func TestRestsOfRulings(t *testing.T) {
	for _, dpi := range []float64{150, 300} {
		k := dpi / 150
		d := newPaper(int(1240*k), int(1754*k), dpi)
		d.table(steps(120*k, 140*k, 8), steps(200*k, 60*k, 13), 22*k)
		for _, y := range []float64{260, 320} { // on both sides, over some cells
			d.line(300*k, y*k-2, 360*k, y*k-2, 2)
			d.line(450*k, y*k+2, 520*k, y*k+2, 2)
		}
		for _, x := range []float64{680, 700} { // a character that stands on a ruling
			d.line(x*k, 296*k, x*k, 319*k, 2*k)
		}
		d.line(680*k, 296*k, 700*k, 296*k, 2*k)
		s := look(t, d)
		for _, c := range [][2]float64{{330, 230}, {330, 290}, {480, 290}, {480, 350}} {
			r := at(t, s, c[0], c[1])
			if len(r.Lines) != 1 {
				t.Errorf("%g dpi: %d lines in the cell at %v, want 1", dpi, len(r.Lines), c)
				continue
			}
			pad := 0.5 * r.Size
			for y := range r.Image.H {
				if l := r.Lines[0]; y >= l.Y0 && y < l.Y1 {
					continue
				}
				for x := int(pad); x < r.Image.W-int(pad); x++ {
					if r.Image.Pix[y*r.Image.W+x] < 200 {
						t.Fatalf("%g dpi: ink at %d,%d of the cell at %v, its line is %v", dpi, x, y, c, r.Lines[0])
					}
				}
			}
		}
		r := at(t, s, 690, 290)
		low := 0
		for _, l := range r.Lines {
			low = max(low, l.Y1)
		}
		if bottom := r.Top + float64(low)/r.Dots; r.Box[3]-bottom > 3*72/150. {
			t.Errorf("%g dpi: a character on the ruling ends %.1f points above it", dpi, r.Box[3]-bottom)
		}
	}
}

// What runs over a ruling is the other cell's if most of it lies there; before the middle of
// a line it may be a minus all the same, and its figure is not sure.
func TestAMinusOnARuling(t *testing.T) {
	d := newPaper(1240, 1754, 150)
	d.table(steps(120, 140, 8), steps(200, 60, 13), 22)
	for _, y := range []float64{230, 280} { // the second one above its line
		d.line(532, y, 556, y, 2)
		d.line(534, y-15, 534, y+15, 6)
	}
	s := look(t, d)
	if !at(t, s, 600, 230).Touched {
		t.Error("what may have been a minus is gone, and nobody knows")
	}
	if at(t, s, 600, 290).Touched {
		t.Error("nothing lay before the line")
	}
}
