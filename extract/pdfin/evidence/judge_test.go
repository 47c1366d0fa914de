package evidence

import (
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin/plane"
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
		{"clipped off with half its line", '.', []Piece{{ClippedOff, 0}, {Cut, 0}}, '.', OnPaper},
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
	chars[3].Add(Again, 0)
	if seen, _, unseen := Part(chars); len(seen) != 2 || !seen[1].Has(OtherFigure) || len(unseen) != 1 || !unseen[0].Has(White) {
		t.Errorf("got %d on the paper and %d unseen, want two and one", len(seen), len(unseen))
	}
}

// TestGlyph: a character's box is its advance by its font's height, from where it
// stands, in the way it is turned.
func TestGlyph(t *testing.T) {
	view := plane.Matrix{A: 1, D: -1, F: 100} // up is down to the reader
	for _, c := range []struct {
		name   string
		change func(*Char)
		want   extract.Box
	}{
		{"upright", func(*Char) {}, extract.Box{20, 100 - 38.6, 26, 100 - 28.6}},
		{"on its side", func(ch *Char) { ch.Run.UX, ch.Run.UY = 0, 1 }, extract.Box{11.4, 64, 21.4, 70}},
		{"mirrored", func(ch *Char) { ch.Run.Matrix.D = -1 }, extract.Box{20, 100 - 31.4, 26, 100 - 21.4}},
	} {
		ch := Char{Named: '5', Run: upright(nil), X: 20, Y: 30, Along: 6, Verdict: Verdict{Text: '5'}}
		c.change(&ch)
		g := ch.Glyph(view)
		for i := range g.Box {
			if d := g.Box[i] - c.want[i]; d > 0.01 || d < -0.01 {
				t.Errorf("%s: got %v, want %v", c.name, g.Box, c.want)
				break
			}
		}
		if g.Text != "5" || g.Size != size || g.Run != 1 || g.Doubtful {
			t.Errorf("%s: got %+v", c.name, g)
		}
	}
	ch := Char{Run: upright(nil), Verdict: Verdict{Text: un}}
	if g := ch.Glyph(view); !g.Doubtful {
		t.Error("what nobody can read is not doubtful")
	}
}
