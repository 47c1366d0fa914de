package piece

import (
	"slices"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/words"
)

// notched is a piece of two rows, the first of which has no cell at the left.
func notched(x float64) *Piece {
	p := &Piece{Sheet: &sheet.Sheet{Index: 3}, Xs: []float64{x, x + 100, x + 250}, Ys: []float64{60, 80, 110}}
	p.Cells = []Cell{{Row: 0, Col: 1, Rows: 1, Cols: 1}, {Row: 1, Col: 0, Rows: 1, Cols: 2}}
	p.SetBoxes()
	return p
}

func TestPlaces(t *testing.T) {
	p := notched(50)
	if got := p.Places(); !slices.Equal(got, []int{-1, 0, 1, 1}) {
		t.Errorf("got places %v", got)
	}
	if b := p.Box(); b != (extract.Box{50, 60, 300, 110}) {
		t.Errorf("got box of all %v", b)
	}
	if b := p.Cells[1].Box; b != (extract.Box{50, 80, 300, 110}) {
		t.Errorf("got box %v", b)
	}
	if got := p.Start(); got.Sheet != 3 || got.X != 50 || got.Y != 60 {
		t.Errorf("got start %+v", got)
	}
	for v, want := range map[float64]int{0: 0, 70: 0, 150: 0, 151: 1, 299: 1, 400: 1} {
		if got := Slot(p.Xs, v); got != want {
			t.Errorf("%v: got interval %d, want %d", v, got, want)
		}
	}
}

// A piece lies under another as wide, though not by any distance.
func TestShift(t *testing.T) {
	a := notched(50)
	wide, wider := notched(50), notched(50)
	wide.Xs[2] += 8
	wider.Xs[2] += page.Word * 10 // as much as a gap between words
	for _, tt := range []struct {
		b    *Piece
		dx   float64
		well bool
	}{{notched(50), 0, true}, {notched(30), 20, true}, {notched(149), -99, true}, {notched(150), -100, true}, {notched(150.5), 0, false}, {wide, 0, false}, {wider, -page.Word * 10 / 2, true}} {
		if dx, ok := Shift(a, tt.b, 10); dx != tt.dx || ok != tt.well {
			t.Errorf("%v: got %v %v, want %v %v", tt.b.Xs, dx, ok, tt.dx, tt.well)
		}
	}
}

// Characters are parted only where both are of words that meet and have cells.
func TestParted(t *testing.T) {
	glyphs := []page.Glyph{}
	for i, text := range []string{"1", "2", "3", "4", "5", "6"} { // two words over each other, one alone
		x := []float64{50, 55, 58, 63, 200, 205}[i]
		glyphs = append(glyphs, page.Glyph{Text: text, Size: 10, Box: extract.Box{x, 100, x + 5, 111}, Run: 1 + i/2*2})
	}
	d := sheet.NewDocument([]page.Page{{Number: 1, Width: 600, Height: 800, Glyphs: glyphs}}, words.Known(), nil, func() {})
	p := &Piece{Sheet: d.Sheets[0], Seats: Seats{}}
	m := &p.Sheet.Meet
	if m.Word(0) == nil || m.Word(2) == nil || m.Word(4) != nil {
		t.Fatal("want the first two words to meet")
	}
	check := func(a, b int, want bool) {
		t.Helper()
		if got := p.Parted(a, b); got != want {
			t.Errorf("%d, %d: got %v", a, b, got)
		}
	}
	check(1, 2, false)
	p.Seats[m.Word(0)] = 0
	check(1, 2, false)
	check(2, 1, false)
	p.Seats[m.Word(2)] = 1
	check(1, 2, true)
	check(0, 1, false)
	check(3, 4, false)
	check(4, 3, false)
	check(4, 5, false)
	if !p.Seated(0) || p.Seated(4) {
		t.Error("want the words that meet seated, and no other")
	}
}

// The characters of a piece are taken by it, and given back.
func TestTake(t *testing.T) {
	p := notched(50)
	p.Sheet.Taken = make([]bool, 3)
	p.Cells[0].Glyphs, p.Cells[1].Glyphs = []int{2}, []int{1}
	p.Take()
	if !slices.Equal(p.Sheet.Taken, []bool{false, true, true}) {
		t.Errorf("got taken %v", p.Sheet.Taken)
	}
	p.Release()
	if !slices.Equal(p.Sheet.Taken, make([]bool, 3)) {
		t.Errorf("given back: got taken %v", p.Sheet.Taken)
	}
}
