package evidence

import (
	"testing"
)

// at makes characters of one run, each a step from the one before.
func at(run *Run, x, y, step float64, text string, index int) (out []Char) {
	for i, r := range []rune(text) {
		ch := Char{Named: r, Run: run, X: x + step*float64(i), Y: y, Along: 0.6 * size, Index: index + i}
		ch.Verdict = Judge(r, nil)
		out = append(out, ch)
	}
	return out
}

func textOf(chars []Char) (out string) {
	for i := range chars {
		if chars[i].Standing == OnPaper {
			out += string(chars[i].Text)
		}
	}
	return out
}

// One code that a map makes several figures of is none of them.
func TestSeveral(t *testing.T) {
	run, other := upright(nil), upright(nil)
	for _, c := range []struct {
		name  string
		chars []Char
		want  string
	}{
		{"one after another", at(run, 0, 0, 6, "55", 0), "55"},
		{"on one spot", at(run, 0, 0, 0, "55", 0), "\uFFFD"},
		{"three on one spot, and one more", append(at(run, 0, 0, 0, "123", 0), at(run, 6, 0, 0, "4", 3)...), "\uFFFD4"},
		{"letters on one spot are a ligature", at(run, 0, 0, 0, "fi", 0), "fi"},
		{"a figure and a letter", at(run, 0, 0, 0, "1a", 0), "1a"},
		{"a line below", append(at(run, 0, 0, 0, "5", 0), at(run, 0, 9, 0, "5", 1)...), "55"},
		{"of two runs", append(at(run, 0, 0, 0, "5", 0), at(other, 0, 0, 0, "5", 1)...), "55"},
		{"with one between them", append(at(run, 0, 0, 0, "5", 0), at(run, 0, 0, 0, "5", 2)...), "55"},
	} {
		if got := textOf(Several(c.chars)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if got := Several(at(run, 0, 0, 0, "55", 0)); !got[0].Has(ManyForOne) {
		t.Errorf("got %v, want it to be known", got[0].Pieces)
	}
}

// Figures of different runs that lie on one another cannot be read.
func TestOverprints(t *testing.T) {
	turned, large, twice := upright(nil), upright(nil), upright(nil)
	turned.Angle, twice.Size = 90, 2*size
	large.Size = 2.5 * size
	white := at(upright(nil), 1, 0, 0, "8", 1)
	white[0].Add(White, 0)
	third := 0.3 // a variable, so that it is calculated as the code does
	one := func() []Char { return at(upright(nil), 0, 0, 0, "9", 0) }
	for _, c := range []struct {
		name  string
		other []Char
		want  string
	}{
		{"on one another", at(upright(nil), 1, 0, 0, "8", 1), "\uFFFD\uFFFD"},
		{"on one another, across the edge of a patch", at(upright(nil), -1, 0, 0, "8", 1), "\uFFFD\uFFFD"},
		{"a little higher", at(upright(nil), 0, 2, 0, "8", 1), "\uFFFD\uFFFD"},
		{"a little lower", at(upright(nil), 0, -2, 0, "8", 1), "\uFFFD\uFFFD"},
		{"as far aside as may be", at(upright(nil), third*0.6*size, 0, 0, "8", 1), "\uFFFD\uFFFD"},
		{"as far above as may be", at(upright(nil), 0, 0.3*size, 0, "8", 1), "\uFFFD\uFFFD"},
		{"twice as large", at(twice, 1, 0, 0, "8", 1), "\uFFFD\uFFFD"},
		{"the same figure", at(upright(nil), 1, 0, 0, "9", 1), "99"},
		{"side by side", at(upright(nil), 2.2, 0, 0, "8", 1), "98"},
		{"above", at(upright(nil), 0, 4, 0, "8", 1), "98"},
		{"a letter", at(upright(nil), 1, 0, 0, "a", 1), "9a"},
		{"turned", at(turned, 1, 0, 0, "8", 1), "98"},
		{"of another size", at(large, 1, 0, 0, "8", 1), "98"},
		{"unseen", white, "9"},
	} {
		chars := append(one(), c.other...)
		Overprints(chars)
		if got := textOf(chars); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	// In one run figures are set close, and are not printed on one another.
	chars := at(upright(nil), 0, 0, 1, "98", 0)
	if Overprints(chars); textOf(chars) != "98" {
		t.Errorf("in one run: got %q", textOf(chars))
	}
	// Three on one spot: each is told of once.
	chars = append(append(one(), at(upright(nil), 0.5, 0, 0, "8", 1)...), at(upright(nil), 1, 0, 0, "7", 2)...)
	if Overprints(chars); Count(chars, Overprinted) != 3 || len(chars[0].Pieces) != 1 {
		t.Errorf("three on one spot: got %v", chars)
	}
}

// What is drawn again in the same place is there once.
func TestDrawnAgain(t *testing.T) {
	run, bold := upright(nil), upright(nil)
	for _, c := range []struct {
		name  string
		chars []Char
		want  string
	}{
		{"a run again, a little aside", append(at(run, 0, 0, 6, "11.1", 0), at(bold, 0.3, 0, 6, "11.1", 4)...), "11.1"},
		{"across the edge of a patch", append(at(run, 3.9, 3.9, 6, "1", 0), at(bold, 4.1, 4.1, 6, "1", 4)...), "1"},
		{"the other way", append(at(run, 4.1, 4.1, 6, "1", 0), at(bold, 3.9, 3.9, 6, "1", 4)...), "1"},
		{"an eighth aside is too far", append(at(run, 0, 0, 6, "1", 0), at(bold, 0.125*size, 0, 6, "1", 4)...), "11"},
		{"an eighth below is too far", append(at(run, 0, 0, 6, "1", 0), at(bold, 0, 0.125*size, 6, "1", 4)...), "11"},
		{"once more, and once more", append(append(at(run, 0, 0, 6, "1", 0), at(bold, 1, 0, 6, "1", 4)...), at(bold, 2, 0, 6, "1", 8)...), "11"},
		{"a run again, further aside", append(at(run, 0, 0, 6, "11", 0), at(bold, 1.3, 0, 6, "11", 4)...), "1111"},
		{"a run again, further below", append(at(run, 0, 0, 6, "11", 0), at(bold, 0, 1.3, 6, "11", 4)...), "1111"},
		{"others on the same spot", append(at(run, 0, 0, 6, "12", 0), at(bold, 0, 0, 6, "34", 4)...), "1234"},
		{"next to each other, dots", at(run, 0, 0, 0.5, "...", 0), ".."},
		{"the next one at once, of another run", append(at(run, 0, 0, 6, "1", 0), at(bold, 0, 0, 6, "1", 1)...), "1"},
		{"the next one at once, of its own run", at(run, 0, 0, 0, "11", 0), "11"},
	} {
		Repeats(c.chars)
		if got := textOf(c.chars); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	// Narrow characters stand closer than wide ones: two of them are two.
	narrow := append(at(run, 0, 0, 0, "l", 0), at(bold, 1, 0, 0, "l", 5)...)
	narrow[1].Along = 2
	if Repeats(narrow); textOf(narrow) != "ll" {
		t.Errorf("narrow: got %q", textOf(narrow))
	}
	// What is not seen repeats nothing.
	unseen := append(at(run, 0, 0, 0, "1", 0), at(bold, 0, 0, 0, "1", 5)...)
	unseen[0].Add(White, 0)
	if Repeats(unseen); textOf(unseen) != "1" || unseen[0].Standing != Gone {
		t.Errorf("an unseen one first: got %q, %v", textOf(unseen), unseen[0].Pieces)
	}
}

// An unseen character is of interest only where no seen one says the same.
func TestEchoes(t *testing.T) {
	for _, c := range []struct {
		name string
		x, y float64
		text string
		want Standing
	}{
		{"the same in the same place", 10, 10, "5", Gone},
		{"the same, in the patch below on the left", 8.5, 8.5, "5", Gone},
		{"the same, in the patch above on the right", 13.9, 13.9, "5", Gone},
		{"the same elsewhere", 14.1, 10, "5", Unseen},
		{"the same below", 10, 7.9, "5", Unseen},
		{"another in the same place", 10, 10, "6", Unseen},
	} {
		hidden := at(upright(nil), c.x, c.y, 0, c.text, 9)
		hidden[0].Add(Covered, 0)
		chars := append(hidden, at(upright(nil), 10, 10, 0, "5", 0)...)
		if Repeats(chars); chars[0].Standing != c.want || chars[1].Standing != OnPaper {
			t.Errorf("%s: got %d, %d, want %d and 0", c.name, chars[0].Standing, chars[1].Standing, c.want)
		}
	}
	both := append(at(upright(nil), 0, 0, 0, "5", 0), at(upright(nil), 0, 0, 0, "5", 1)...)
	both[0].Add(Covered, 0)
	both[1].Add(Covered, 0)
	if Repeats(both); both[0].Standing != Unseen {
		t.Error("an unseen one is the echo of another unseen one")
	}
}

// TestMarks: what is drawn, what the mark of the run says, and what is read.
func TestMarks(t *testing.T) {
	for _, c := range []struct {
		name, drawn, said, want string
		kind                    Kind
		differs                 bool
	}{
		{"the same", "120", "120", "120", Marked, false},
		{"the same with blanks", "120", "1 2\u00a00", "120", Marked, false},
		{"a name of its own for a glyph of two", "户", "戶", "戶", Marked, false},
		{"forms that only fonts use", "人", "⼈", "人", Marked, false},
		{"what the font does not know", "\uFFFD20", "120", "120", MarkedOnly, false},
		{"other figures", "120", "564", "120", NoName, true},
		{"one other figure beside what the font does not know", "\uFFFD20", "130", "\uFFFD20", NoName, true},
		{"more figures", "120", "1200", "120", NoName, true},
		{"another sign", "-5", "+5", "-5", NoName, true},
		{"another point", "1.5", "1,5", "1.5", NoName, true},
		{"fewer letters, the same figures", "a1", "1", "a1", NoName, false},
		{"a letter in place of a figure", "1", "l", "1", NoName, true},
	} {
		chars := at(upright(nil), 0, 0, 6, c.drawn, 0)
		chars[0].Run.ID = 7
		loose := at(upright(nil), 0, 20, 6, "3", 20)
		chars = append(chars, loose...)
		differing := Marks(chars, func(run uint64) (uint64, string, bool) { return 1, c.said, run == 7 })
		if got := textOf(chars); got != c.want+"3" {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if (len(differing) == 1) != c.differs || c.differs && (differing[0].Drawn != c.drawn || differing[0].Said == "") {
			t.Errorf("%s: got %v", c.name, differing)
		}
		if c.kind != NoName && !chars[0].Has(c.kind) || c.kind == NoName && len(chars[0].Pieces) > 0 {
			t.Errorf("%s: got %v, want kind %d", c.name, chars[0].Pieces, c.kind)
		}
	}
	// The runs of one mark belong together, those of another do not.
	a, b, other := upright(nil), upright(nil), upright(nil)
	a.ID, b.ID, other.ID = 1, 2, 3
	chars := append(append(at(a, 0, 0, 6, "1", 0), at(other, 0, 9, 6, "9", 5)...), at(b, 6, 0, 6, "2", 1)...)
	said := map[uint64]string{1: "12", 2: "8"}
	got := Marks(chars, func(run uint64) (uint64, string, bool) { m := (run + 1) / 2; return m, said[m], true })
	if len(got) != 1 || got[0] != (Differing{"9", "8"}) || !chars[0].Has(Marked) || chars[1].Has(Marked) {
		t.Errorf("two marks: got %v", got)
	}
}
