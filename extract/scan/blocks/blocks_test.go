package blocks_test

import (
	"testing"

	"ziping/extract/scan/blocks"
	"ziping/extract/scan/lines"
)

// text is n characters in a row.
func text(x, y, em, n int) (out []lines.Spot) {
	for i := range n {
		out = append(out, lines.Spot{X0: x + i*em, Y0: y, X1: x + i*em + em*8/10, Y1: y + em*94/100, Area: em * em / 3})
	}
	return out
}

func TestRunsArePartedByWideGaps(t *testing.T) {
	s := append(text(100, 100, 20, 6), text(300, 102, 20, 3)...)
	s = append(s, text(100, 128, 20, 8)...)
	got := blocks.Find(s, 20)
	if len(got) != 3 {
		t.Fatalf("got %v, want 3 runs", got)
	}
	if b := got[0]; b.X0 != 100 || b.X1 != 216 || b.Y0 != 100 {
		t.Errorf("got %+v", b)
	}
}

func TestStrokesOverEachOtherAreOneCharacter(t *testing.T) {
	got := blocks.Find([]lines.Spot{{X0: 10, Y0: 10, X1: 26, Y1: 12}, {X0: 8, Y0: 15, X1: 28, Y1: 17}, {X0: 8, Y0: 20, X1: 28, Y1: 23}}, 20)
	if len(got) != 1 {
		t.Errorf("got %v, want one", got)
	}
}

func TestSealsAndSpecksAreNoText(t *testing.T) {
	got := blocks.Find([]lines.Spot{{X0: 0, Y0: 0, X1: 200, Y1: 200}, {X0: 50, Y0: 300, X1: 51, Y1: 301}}, 20)
	if len(got) != 0 {
		t.Errorf("got %v, want none", got)
	}
}

func TestSizeIsThatOfCharactersNotOfFigures(t *testing.T) {
	s := text(100, 100, 20, 8)
	for i := range 5 {
		s = append(s, text(100, 140+i*30, 20, 6)...)
		s = append(s, text(400, 140+i*30, 14, 4)...) // figures are lower
	}
	if got := blocks.Size(blocks.Find(s, 22)); got < 18 || got > 22 {
		t.Errorf("got %.1f, want about 20", got)
	}
	if got := blocks.Size(nil); got != 0 {
		t.Errorf("got %.1f of nothing, want 0", got)
	}
}

// Characters of a bad scan touch each other; a ruling nobody traced is lower, and a seal
// higher.
func TestTouchingCharactersAreText(t *testing.T) {
	for high, want := range map[int]int{20: 1, 12: 1, 5: 0, 30: 0} {
		if got := blocks.Find([]lines.Spot{{X0: 100, Y0: 100, X1: 260, Y1: 100 + high}}, 20); len(got) != want {
			t.Errorf("%d dots high: got %v, want %d", high, got, want)
		}
	}
}

// Columns that stand close are parted where lines begin under each other; a comma leaves
// as much room within a line.
func TestColumnsPartLines(t *testing.T) {
	page := func(second ...int) (s []lines.Spot) {
		for i, x := range second {
			s = append(s, text(100, 100+30*i, 20, 10)...) // ends at 296
			s = append(s, text(x, 100+30*i, 20, 8)...)
		}
		return s
	}
	for _, c := range []struct {
		name   string
		second []int // where the second part of each line begins
		want   int
	}{
		{"three lines", []int{308, 308, 309}, 6},
		{"two lines", []int{308, 308}, 2},
		{"as it happens", []int{304, 312, 308}, 3},
		{"no room", []int{303, 303, 303}, 3},
	} {
		if got := blocks.Find(page(c.second...), 20); len(got) != c.want {
			t.Errorf("%s: got %d runs, want %d: %+v", c.name, len(got), c.want, got)
		}
	}
	// The last line of a column alone counts.
	s := append(page(308, 308), text(308, 160, 20, 3)...)
	if got := blocks.Find(s, 20); len(got) != 5 {
		t.Errorf("two lines and a last one: got %d runs, want 5", len(got))
	}
}

// A line that leans is as high as its characters, piece by piece.
func TestHeightOfLeaningLines(t *testing.T) {
	var s []lines.Spot
	for i := range 40 {
		s = append(s, text(100+20*i, 100+i, 20, 1)...)
	}
	got := blocks.Find(s, 20)
	if len(got) != 1 || got[0].Y1-got[0].Y0 < 50 || got[0].High > 23 || got[0].High < 18 {
		t.Errorf("got %+v", got)
	}
}

// A page that lies is told at the size that its characters have, whatever size its
// columns of characters were taken for.
func TestLyingAtItsOwnSize(t *testing.T) {
	upright, lying := []lines.Spot(nil), []lines.Spot(nil)
	for i := range 6 {
		upright = append(upright, text(100, 100+60*i, 20, 8)...)
	}
	for _, s := range upright {
		lying = append(lying, lines.Spot{X0: s.Y0, Y0: s.X0, X1: s.Y1, Y1: s.X1, Area: s.Area})
	}
	for _, c := range []struct {
		name  string
		spots []lines.Spot
		sizes []float64
		want  bool
	}{
		{"lying", lying, []float64{20}, true},
		{"lying, too large a size", lying, []float64{60}, false},
		{"lying, too large a size and its own", lying, []float64{60, 22}, true},
		{"upright", upright, []float64{60, 22}, false},
	} {
		if got := blocks.Lying(c.spots, c.sizes...); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}
