package evidence

import (
	"testing"

	"ziping/extract/pdfin/signs"
)

const un = signs.Unreadable

// Each row is a character that the file names, the evidence on it, and what comes
// of it.
func TestJudge(t *testing.T) {
	for _, c := range []struct {
		name     string
		named    rune
		list     []Piece
		text     rune
		standing Standing
	}{
		{"nothing", '5', nil, '5', OnPaper},
		{"nothing, a form that only fonts use", '⼈', nil, '人', OnPaper},
		{"no name", 611, []Piece{{NoName, un}}, un, OnPaper},
		{"the font knows", 611, []Piece{{NoName, un}, {Program, '5'}}, '5', OnPaper},
		{"the font does not", 611, []Piece{{NoName, un}, {Program, un}}, un, OnPaper},
		{"codes are characters", '5', []Piece{{NoName, un}, {Straight, '5'}}, '5', OnPaper},
		{"a blank with ink", 0xA0, []Piece{{BlankWithInk, un}}, un, OnPaper},
		{"ink of another", 'P', []Piece{{WrongInk, un}}, un, OnPaper},
		{"too wide, and without a name", 'P', []Piece{{NoName, un}, {TooWide, un}}, un, OnPaper},
		{"another figure", '5', []Piece{{OtherFigure, '6'}}, '6', OnPaper},
		{"many for one", '5', []Piece{{OtherFigure, '6'}, {ManyForOne, un}}, un, OnPaper},
		{"a mark agrees", '户', []Piece{{Marked, '戶'}}, '戶', OnPaper},
		{"a mark alone", '5', []Piece{{ManyForOne, un}, {MarkedOnly, '5'}}, '5', OnPaper},
		{"another printed on it", '5', []Piece{{Marked, '5'}, {Overprinted, un}}, un, OnPaper},
		{"in any order", '5', []Piece{{Overprinted, un}, {Marked, '5'}, {NoName, un}}, un, OnPaper},
		{"of two alike the later", '5', []Piece{{Marked, '1'}, {Marked, '2'}}, '2', OnPaper},
		{"a speck", '5', []Piece{{Speck, 0}}, '5', Unseen},
		{"beside the page", '5', []Piece{{Beside, 0}}, '5', Unseen},
		{"no ink", '5', []Piece{{NoInk, 0}}, '5', Unseen},
		{"white on white", '5', []Piece{{White, 0}}, '5', Unseen},
		{"painting shows nothing", '5', []Piece{{Painted, 0}}, '5', Unseen},
		{"clipped off", '5', []Piece{{ClippedOff, 0}}, '5', Unseen},
		{"sunk", '5', []Piece{{Sunk, 0}}, '5', Unseen},
		{"covered", '5', []Piece{{Covered, 0}}, '5', Unseen},
		{"covered by the picture it was recognised on", '5', []Piece{{Covered, 0}, {Recognised, 0}}, '5', OnPaper},
		{"the same, the other way round", '5', []Piece{{Recognised, 0}, {Painted, 0}}, '5', OnPaper},
		{"drawn again", '5', []Piece{{Again, 0}}, '5', Gone},
		{"an echo of what is seen", '5', []Piece{{White, 0}, {Echo, 0}}, '5', Gone},
		{"over a picture", '5', []Piece{{OverPicture, 0}}, '5', OnPaper},
		{"sealed", '5', []Piece{{Sealed, 0}}, '5', OnPaper},
		{"unseen, and of a better name", '5', []Piece{{OtherFigure, '6'}, {Painted, 0}}, '6', Unseen},
	} {
		if got := Judge(c.named, c.list); got.Text != c.text || got.Standing != c.standing {
			t.Errorf("%s: got %q, %d, want %q, %d", c.name, got.Text, got.Standing, c.text, c.standing)
		}
		ch := Char{Named: c.named, Verdict: Judge(c.named, nil)}
		for _, p := range c.list {
			ch.Add(p.Kind, p.Says)
		}
		if ch.Text != c.text || ch.Standing != c.standing {
			t.Errorf("%s, added one by one: got %q, %d", c.name, ch.Text, ch.Standing)
		}
	}
}

// Of each two kinds that name a character the one nearer to the ink wins,
// whichever comes first.
func TestStrength(t *testing.T) {
	rising := []Kind{NoName, Program, Straight, BlankWithInk, WrongInk, TooWide, OtherFigure, ManyForOne, Marked, MarkedOnly, Overprinted}
	for i, weak := range rising {
		for _, strong := range rising[i+1:] {
			for _, list := range [][]Piece{{{weak, 'w'}, {strong, 's'}}, {{strong, 's'}, {weak, 'w'}}} {
				if got := Judge('n', list); got.Text != 's' {
					t.Errorf("%d against %d: got %q", weak, strong, got.Text)
				}
			}
		}
	}
}

// Count and Those speak of what is on the paper.
func TestCount(t *testing.T) {
	chars := make([]Char, 4)
	chars[0].Add(Sealed, 0)
	chars[1].Add(Sealed, 0)
	chars[1].Add(White, 0)
	chars[2].Add(OtherFigure, '1')
	chars[2].Add(ManyForOne, un)
	if got := Count(chars, Sealed); got != 1 {
		t.Errorf("got %d sealed on the paper, want one", got)
	}
	if got := Count(chars, OtherFigure, ManyForOne); got != 1 {
		t.Errorf("got %d, want a character counted once", got)
	}
	if got := Count(chars, Overprinted); got != 0 {
		t.Errorf("got %d overprinted", got)
	}
	if got := Those(chars, OnPaper); len(got) != 3 || len(got[0].Pieces) != 1 {
		t.Errorf("got %d on the paper, want three", len(got))
	}
	if got := Those(chars, Unseen); len(got) != 1 || !got[0].Has(White) {
		t.Errorf("got %d unseen, want one", len(got))
	}
}
