package decode

import (
	"fmt"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/value"
)

// a figure any of whose characters may be any other.
func anything(text string) []extract.Glyph {
	var out []extract.Glyph
	for range len(text) {
		var g extract.Glyph
		for d := range 10 {
			g = append(g, extract.Alternative{Text: fmt.Sprint(d), P: .1})
		}
		out = append(out, g)
	}
	return out
}

// clearly is a figure that is sure.
func clearly(text string) []extract.Glyph {
	var out []extract.Glyph
	for i := range len(text) {
		out = append(out, extract.Glyph{{Text: text[i : i+1], P: .999}})
	}
	return out
}

// list is a form of so many rows with their weights and scores as a picture shows them.
func list(rows int, shows func(string) []extract.Glyph) (*normalize.Report, []cell) {
	r := &normalize.Report{Total: &normalize.Total{Weight: value.Mark("100"), Score: value.Mark("97")}}
	var cells []cell
	add := func(path normalize.Path, f *normalize.Field) {
		cells = append(cells, newCell(path, f, f.Text, shows(f.Text), 0))
	}
	for i := range rows {
		r.Indicators = append(r.Indicators, normalize.Indicator{Weight: value.Mark("31"), Score: value.Mark("24")})
		add(normalize.IndicatorPath(i, normalize.Weight), r.Indicators[i].Weight)
		add(normalize.IndicatorPath(i, normalize.Score), r.Indicators[i].Score)
	}
	add(normalize.TotalWeightPath, r.Total.Weight)
	add(normalize.TotalScorePath, r.Total.Score)
	return r, cells
}

// TestLimits: whatever the figures may be the work is bounded, and what was not decided
// is not proved.
func TestLimits(t *testing.T) {
	for _, rows := range []int{5, 40, 100, 400} {
		r, cells := list(rows, anything)
		n := newNet(r, cells)
		for i, v := range n.decide() {
			if v.proved || n.changed(i) {
				t.Errorf("%d rows: %s is decided: %+v", rows, cells[i].path, v)
			}
		}
		// One expansion may go beyond the limit.
		if most := mostSteps + 100*len(cells)*mostTexts; n.steps > most {
			t.Errorf("%d rows: %d steps", rows, n.steps)
		}
		t.Logf("%d rows: %d steps", rows, n.steps)
	}
}

// TestLong: the proof of a list as long as an input may be costs no more than so much.
func TestLong(t *testing.T) {
	r, cells := list(3000, clearly)
	r.Total.Weight, r.Total.Score = value.Mark("93000"), value.Mark("72000")
	cells[len(cells)-2] = newCell(normalize.TotalWeightPath, r.Total.Weight, "93000", clearly("93000"), 0)
	cells[len(cells)-1] = newCell(normalize.TotalScorePath, r.Total.Score, "72000", clearly("72000"), 0)
	n := newNet(r, cells)
	proved := 0
	for _, v := range n.decide() {
		if v.proved {
			proved++
		}
	}
	if proved == 0 || n.steps > 2*mostSteps {
		t.Errorf("%d proved in %d steps", proved, n.steps)
	}
}

// TestTexts: the readings are listed by rising cost, each once, and no more than a few;
// the cost of a text is that of its cheapest spelling.
func TestTexts(t *testing.T) {
	l := languageOf([]extract.Glyph{{{Text: "1", P: .9}, {Text: "", P: .1}}, {{Text: "1", P: .6}, {Text: "7", P: .39}, {Text: "", P: .001}}})
	list := l.texts()
	want := []string{"11", "17", "1", "7"}
	for i, s := range list {
		if s.text != want[i] || i > 0 && s.cost < list[i-1].cost {
			t.Errorf("got %v, want %v", list, want)
		}
		if c, ok := l.cost(s.text); !ok || c != s.cost {
			t.Errorf("%s costs %v and %v", s.text, s.cost, c)
		}
	}
	if _, ok := l.cost("12"); ok || len(list) != len(want) {
		t.Error("something is borne that is not shown")
	}
	if l := languageOf(anything("123456")); len(l.texts()) != mostTexts || !l.more {
		t.Error("too many readings are listed")
	}
	if l := languageOf(anything("1234567890123456789012345678901234567890 1")); l.open() {
		t.Error("a text of any length is taken for a figure")
	}
}

// TestAsk: a value that is not listed is found where the picture bears it.
func TestAsk(t *testing.T) {
	f := value.Figure("1234.56")
	glyphs := anything("123456")
	glyphs = append(glyphs[:4:4], append([]extract.Glyph{{{Text: ".", P: .999}}}, glyphs[4:]...)...)
	c := newCell(normalize.FundPath("total", normalize.Budget), f, f.Text, glyphs, 0)
	for text, borne := range map[string]bool{"9876.54": true, "1234.56": true, "98765.4": false, "-9876.54": false} {
		n, _ := value.Figure(text).Number()
		if r := c.ask(n); (r >= 0) != borne || r >= 0 && c.readings[r].text != text {
			t.Errorf("%s: got %d", text, r)
		}
	}
}
