package recognise

import (
	"testing"

	"ziping/extract/ocr"
)

// Between > and ≥ there is a thin stroke, and targets are hardly ever >: what is open is ≥,
// and not sure.
func TestTargetsAreNotMoreThan(t *testing.T) {
	for _, c := range []struct {
		reading, want string
		least, most   float64
	}{
		{">:5|≥:4", "≥", 0.7, 0.9},
		{"<:6|≤:2", "≤", 0.5, 0.9},
		{">:9|≥:0.2", ">", 0.5, 0.9},
		{">:9", ">", 0.9, 0.9},
		{"≥:6|>:3", "≥", 0.6, 0.9},
	} {
		got := targeted(spell(c.reading, "9", "5"))
		if a := got.Slots[0].Alternatives[0]; a.Text != c.want || a.P < c.least || a.P > c.most+1e-9 {
			t.Errorf("%s: %s at %.2f", c.reading, a.Text, a.P)
		}
	}
}

// What one engine takes for a letter is a sign to the other.
func TestSignsOfTwoEngines(t *testing.T) {
	for _, c := range []struct {
		name           string
		words, figures ocr.Reading
		want           string
	}{
		{"a comparator alone", spell("V:9"), spell("≥:8|>:1|<:1"), "≥"},
		{"one that may be a digit", spell("V:9"), spell("≥:7|5:3"), "V"},
		{"one that may be nothing", spell("S:7"), spell("≤:7|:3"), "≤"},
		{"one of which more is seen than of any letter", spell("M:2|A:1|H:1"), spell(":5|≤:4"), "≤"},
		{"a letter of which more is seen", spell("M:9"), spell(":5|≤:4"), "M"},
		{"an equals sign", spell("#:3|元:3", "司:1|场:1"), spell("="), "="},
		{"what both saw together", spell("<:6|≤:3", "9"), spell("≤:7|<:1", "9"), "≤9"},
		{"what only one holds possible", spell(">:9", "9"), spell("≥:1|>:8", "9"), ">9"},
		{"a dash alone", spell("O:5|S:2", "M:4|N:3"), spell("-"), "-"},
		{"a dash and a word", spell("无"), spell("-"), "无"},
		{"a dash that both saw", spell("—:7"), spell("-:8"), "—"},
		{"a dash that one is sure of", spell("-:6"), spell("—"), "—"},
		{"multiplied", spell("A", "x:6|×:3", "1"), spell(other, "<:6|×:2", "1"), "A×1"},
		{"a letter between others", spell("A", "x:9", "1"), spell(other, "×:3|<:3", "1"), "Ax1"},
		{"less than", spell("A", "<:9", "1"), spell(other, "<:9|×:1", "1"), "A<1"},
		{"a letter that seems to have a ring", spell("(", "B:5", ")"), spell("(", "⑧:6", ")"), "(B)"},
		{"a number in a ring", spell("(", "B:5", ")"), spell("(", "⑧:9", ")"), "(⑧)"},
		{"a stroke between units", spell("元", "人"), between(spell("元", "/", "人")), "元/人"},
		{"one before a unit", move(spell("人"), 10), spell("/", "人"), "/人"},
		{"a letter seen as a figure beside it", spell("B", "/"), move(spell("8", "/"), 5), "B/"},
		{"one between words", spell("元", "人"), between(spell(other, "/", other)), "元人"},
		{"a bracket of either width", spell("A", "):5|）:4"), spell(other, "0:6"), "A)"},
		{"a mark that figures have no name for", spell("9", "%", "；:8|：:2", "3"), spell("9", "%", ",", "3"), "9%；3"},
		{"one within a figure", spell("9", "。:8", "3"), spell("9", ".", "3"), "9.3"},
		{"one that is not sure", spell("9", "%", "；:5|：:5", "3"), spell("9", "%", ",", "3"), "9%,3"},
		{"persons that are a letter to one", spell("6", "A:9|人:1"), spell("6", "人"), "6人"},
		{"a letter that may be no word", spell("6", "A:9"), spell("6", "人"), "6A"},
		{"a letter that the other may call anything", spell("6", "A:9|人:1"), spell("6", "人:5|"+other+":5"), "6A"},
		{"a comparator that the words miss", spell("1", "2", "人"), move(spell("≥:8|>:1|<:1", "1", "2", other), -10), "≥12人"},
		{"a word that one hardly saw", spell("9", ":5|台:2|合:1"), spell("9", other), "9台"},
		{"one that the other is not sure of", spell("9", ":6|台:2"), spell("9", other+":5|:5"), "9"},
		{"one of which nothing is left", spell("9", ":9|台:1"), spell("9", other), "9"},
		{"a speck", spell("无", ":5|、:2|。:2"), spell(other, ".:8|:1"), "无"},
		{"ink that nobody has a name for", spell("9", ":5|"+other+":5"), spell("9", other), "9" + other},
		{"a comparator that looks like a digit", spell("2:9|≥:0.3", "4", "0", "人"), spell(">:6|≥:4", "4", "0", "人"), ">40人"},
		{"a digit that may be a comparator", spell("2:9", "4"), spell("2:6|≥:4", "4"), "24"},
		{"a comparator both half pass over", spell(":8|≥:1", "3", "人"), spell("≥:7|±:2", "3", "人"), "≥3人"},
		{"one that only one holds possible", spell(":9|一:1", "3", "人"), spell("≥:7|±:2", "3", "人"), "3人"},
		{"a letter that may be a comparator, alone", spell("S:3|s:2|5:1"), spell(":4.2|≤:4"), "≤"},
		{"one that is hardly sure to either", spell("2:6|>:0.2|≥:0.2", "6"), spell(">:3.6|≥:3.1|8:1.8", "6"), ">6"},
		{"a digit that both hold possible", spell("8:9|>:0.2", "6"), spell(">:4|≥:3|8:2", "6"), "86"},
		{"ten without a ring", spell("1", "0"), spell("⑩"), "10"},
		{"ten without a ring, seen beside its end", spell("1", "0"), move(spell("⑩"), 8), "10"},
		{"ten in a ring, to both", spell("⑩"), spell("⑩"), "⑩"},
		{"ten that may have one", spell("1:5|!:5", "0"), spell("⑩"), "⑩0"},
		{"a slash that looks like a one", spell("1:3|/:1.5|!:1|I:1"), spell(":6|/:3"), "/"},
		{"a one that may be a slash", spell("1:9|/:0.1"), spell(":6|/:3"), "1"},
		{"a comparator with a speck behind it", spell("S:3", ".:5|,:4"), spell("≤", ".:7"), "≤"},
		{"a box behind a word", spell("人", ":9|口:0.5|□:0.2"), spell("人", "□"), "人□"},
		{"a word that looks like a box", spell("人", "口:3|□:2"), spell("人", "□:5|9:2"), "人口"},
		{"a box alone", spell("□:5|口:4"), spell("□"), "□"},
		{"nothing that looks like a box", spell("人", ":9|一:1"), spell("人", "□:5|:5"), "人"},
		{"multiplied by what is hardly seen", spell("A", "x:6|×:3", "1"), spell(other, "<:9|×:0.3", "1"), "A×1"},
		{"a word beside such ink", between(spell("9", ":5|"+other+":5", ":5|台:3")), spell("9", other), "9台"},
	} {
		if got := both(c.words, c.figures, 10).Text(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// between puts the second of three in the middle of the gap of two.
func between(r ocr.Reading) ocr.Reading {
	r.Slots[1].From, r.Slots[1].To = (r.Slots[0].From+r.Slots[1].From)/2, (r.Slots[0].To+r.Slots[1].To)/2
	r.Slots[2].From, r.Slots[2].To = r.Slots[2].From-10, r.Slots[2].To-10
	return r
}

// A figure over two lines may be broken at a sign, which its engine does not expect there.
func TestFiguresOverTwoLines(t *testing.T) {
	img := ocr.Image{W: 60, H: 20}
	for _, c := range []struct {
		name          string
		figures, text ocr.Reading
		from, on      bool
		want          string
		figure        bool
	}{
		{"its point ends the line", spell("5", "9"), spell("5", "9", "."), false, true, "59.", true},
		{"its point begins the line", move(spell("9", "%"), 10), spell(".", "9", "%"), true, false, ".9%", true},
		{"one line", spell("5", "9"), spell("5", "9", "."), false, false, "59", true},
		{"a speck", spell("5", "9"), spell("5", "9", ".:6|:4"), false, true, "59", true},
		{"other digits", spell("5", "9"), spell("5", "8", "."), false, true, "59", true},
		{"a point that is not sure", spell("2", ":5|.:4", "4"), spell("2", ".", "4"), false, false, "2.4", true},
		{"one that the other does not see", spell("2", ":5|.:4", "4"), spell("2", ":9", "4"), false, false, "24", true},
		{"a digit half passed over", spell("8", ".", ":5|1:4|4:0.5", "0"), spell("8", ".", "4", "0"), false, false, "8.40", true},
		{"one that is next to impossible", spell("8", ".", ":5|1:4|4:0.1", "0"), spell("8", ".", "4", "0"), false, false, "8.0", true},
		{"one that the other is not sure of", spell("8", ".", ":5|1:4|4:0.5", "0"), spell("8", ".", "4:4|A:4|B:1", "0"), false, false, "8.0", true},
		{"another digit, sure to one", spell("5:5|6:4", "1"), spell("6", "1"), false, false, "61", true},
		{"a letter and what is no figure", move(spell("0:7"), 10), spell("A", "):9"), true, false, "A)", false},
		{"a full stop behind it", spell("9", "%"), spell("9", "%", "。"), true, false, "9%。", false},
		{"a full stop that is not sure", spell("9", "%"), spell("9", "%", "。:7|.:3"), true, false, "9%", true},
		{"a point taken for a full stop", spell("9", ".", "6"), spell("9", "。", "6"), true, false, "9.6", true},
		{"a letter beside a sure figure", move(spell("0"), 10), spell("A", "):9"), true, false, "0", true},
	} {
		f, x := &engine{says: c.figures}, &engine{says: c.text}
		r, figure := New(f, x, nil).read(img, 10, c.from, c.on)
		if r.Text() != c.want || figure != c.figure {
			t.Errorf("%s: %q, figure %v", c.name, r.Text(), figure)
		}
	}
}

// A line of which no engine makes out a character is a comparator, if one holds it likely
// and neither that nothing stands there.
func TestAComparatorThatNobodySees(t *testing.T) {
	for _, c := range []struct {
		name          string
		figures, text ocr.Reading
		want          string
	}{
		{"a comparator", spell(":5|≤:3|=:1"), spell(":2|C:2|#:1|S:1"), "≤"},
		{"rather nothing", spell(":9|≤:1"), spell(":2|C:2|#:1|S:1"), ""},
		{"nothing to the other", spell(":5|≤:3|=:1"), spell(":9|C:1"), ""},
		{"something else", spell(":5|=:3|≤:1"), spell(":2|C:2|#:1|S:1"), ""},
	} {
		r, _ := New(&engine{says: c.figures}, &engine{says: c.text}, nil).read(ocr.Image{W: 60, H: 20}, 10, false, false)
		if r.Text() != c.want {
			t.Errorf("%s: %q, want %q", c.name, r.Text(), c.want)
		}
	}
}

// What an engine held possible in a figure is less so where the other sees the same as it does,
// and more where the other sees that.
func TestWhatBothSeeInAFigure(t *testing.T) {
	figure := spell("1:9.5|4:0.4", "3")
	for _, c := range []struct {
		name, text  string
		least, most float64 // how probable 4 is
	}{
		{"the same", "1", 0.01, 0.015},
		{"the same, not sure", "1:5|7:4", 0.04, 0.04},
		{"the other", "4", 0.4, 0.5},
		{"another, that is impossible", "7", 0.04, 0.04},
	} {
		got := agreedFigure(figure, spell(c.text, "3"))
		if p := chance(got.Slots[0], "4"); p < c.least-1e-9 || p > c.most+1e-9 || got.Text() != "13" {
			t.Errorf("%s: %s with 4 at %.3f", c.name, got.Text(), p)
		}
	}
}

// Where a point may stand between two digits the figure is not sure, whatever its digits are.
func TestAPlaceThatMayNotBeEmpty(t *testing.T) {
	l := line{reading: spell("2", ":6|.:4", "4"), figures: true, size: 10, dots: 1, box: [4]float64{0, 0, 30, 10}, bottom: 10}
	least := 1.0
	for _, g := range l.glyphs() {
		least = min(least, g.Confidence)
	}
	if least != 0.6 {
		t.Errorf("got %g", least)
	}
}
