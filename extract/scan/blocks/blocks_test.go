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
