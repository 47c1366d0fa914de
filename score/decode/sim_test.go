package decode_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/normalize"
	"ziping/normalize/read"
)

// Simulated recognition: sound forms of known truth, whose figures get glyphs as an
// engine would give them.

// sheet is a sound form: what is printed, and which of its cells are figures.
type sheet struct {
	name    string
	doc     *extract.Document
	figures []figure
	sound   *[2]int // identities that fail and hold on it, once counted
}

// figure is one cell that holds a figure and nothing else.
type figure struct {
	table, cell int
	at          extract.Ref
	path        normalize.Path
}

// load reads the sound forms of a pattern.
func load(t testing.TB, pattern string) []sheet {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	var out []sheet
	for _, name := range names {
		base := filepath.Base(name)
		if strings.HasPrefix(base, "fuzhou") || strings.Contains(base, "report") || strings.Contains(base, "ragged") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := formats.Read(data, base, extract.Options{Limits: extract.DefaultLimits()})
		if err != nil {
			t.Fatal(err)
		}
		if s := sheetOf(base, doc, false); len(s.figures) > 5 {
			out = append(out, s)
		}
	}
	return out
}

// sheetOf is a form as a sheet; one with rows out of their columns only if moved says so.
func sheetOf(name string, doc *extract.Document, moved bool) sheet {
	s := sheet{name: name, doc: doc}
	forms := read.Run(doc, read.Options{})
	if len(forms) != 1 || len(forms[0].Report.Moves) > 0 && !moved {
		return s
	}
	fields := map[extract.Ref]normalize.PathedField{}
	for _, f := range forms[0].Report.Fields() {
		switch f.Path.Column().Kind() {
		case normalize.Money, normalize.Rate, normalize.Marks:
			if _, ok := f.Field.Number(); ok && f.Field.At != nil {
				fields[f.Field.At.Key()] = f
			}
		}
	}
	for t := range doc.Tables {
		for i := range doc.Tables[t].Cells {
			c := &doc.Tables[t].Cells[i]
			f, ok := fields[extract.CellRef(t, c).Key()]
			if ok && f.Field.Text == c.Text && strings.Trim(c.Text, "0123456789.,-%") == "" {
				s.figures = append(s.figures, figure{table: t, cell: i, at: extract.CellRef(t, c), path: f.Path})
			}
		}
	}
	return s
}

// alike are characters that are taken for each other.
var alike = map[byte]string{
	'0': "6898", '1': "7", '2': "7Z3", '3': "895", '4': "91", '5': "6398", '6': "5803", '7': "12", '8': "3069", '9': "4083", '.': ",", ',': ".", '-': "", '%': "8",
}

// camera makes glyphs.
type camera struct {
	*rand.Rand
	// blind loses and changes characters without any sign of it.
	blind bool
	// font, if set, is read as font[1] wherever font[0] stands in a cell that is misread.
	font string
}

func (c camera) between(a, b float64) float64 { return a + (b-a)*c.Float64() }

func (c camera) other(ch byte) string {
	list := alike[ch]
	if list == "" {
		return ""
	}
	i := c.IntN(len(list))
	return list[i : i+1]
}

// glyph is a character seen well enough: the true one is the likeliest.
func (c camera) glyph(ch byte) extract.Glyph {
	p := c.between(.995, .9999)
	switch n := c.IntN(1000); { // one cell in some twenty-five has a character below .95
	case n < 10:
		p = c.between(.55, .95)
	case n < 60:
		p = c.between(.95, .995)
	}
	g := extract.Glyph{{Text: string(ch), P: p}}
	rest := 1 - p
	for range 2 {
		o := c.other(ch)
		if share := rest * c.between(.3, .9); share > 1e-5 && (len(g) < 2 || g[1].Text != o) {
			g = append(g, extract.Alternative{Text: o, P: share})
			rest -= share
		}
	}
	return g
}

// clearly is a text whose characters are all sure.
func (c camera) clearly(text string) []extract.Glyph {
	var out []extract.Glyph
	for i := range len(text) {
		p := c.between(.99, .9999)
		g := extract.Glyph{{Text: text[i : i+1], P: p}}
		if o := c.other(text[i]); (1-p)*.9 > 1e-5 {
			g = append(g, extract.Alternative{Text: o, P: (1 - p) * .9})
		}
		out = append(out, g)
	}
	return out
}

// well is a text seen well enough, with a speck here and there.
func (c camera) well(text string) []extract.Glyph {
	var out []extract.Glyph
	for i := range len(text) {
		if c.IntN(300) == 0 {
			p := c.between(.6, .98)
			out = append(out, extract.Glyph{{Text: "", P: p}, {Text: ".", P: (1 - p) * .9}})
		}
		out = append(out, c.glyph(text[i]))
	}
	return out
}

// badly is a text one character of which is read wrongly; ok is false where nothing
// can be. The true character keeps from a fiftieth to two fifths.
func (c camera) badly(text string) (glyphs []extract.Glyph, ok bool) {
	glyphs = nil
	at := c.IntN(len(text))
	ch := text[at]
	right := c.between(.02, .4)
	if c.IntN(3) == 0 {
		right = c.between(.02, .08)
	}
	wrong := min(c.between(.5, .97), .99-right)
	if c.blind {
		if c.IntN(2) == 0 || c.other(ch) == "" {
			return c.clearly(text[:at] + text[at+1:]), true
		}
		return c.clearly(text[:at] + c.other(ch) + text[at+1:]), true
	}
	if c.font != "" {
		for i := range len(text) {
			g := c.glyph(text[i])
			if text[i] == c.font[0] {
				g = extract.Glyph{{Text: c.font[1:], P: wrong}, {Text: c.font[:1], P: right}}
			}
			glyphs = append(glyphs, g)
		}
		return glyphs, true
	}
	for i := range len(text) {
		if i != at {
			glyphs = append(glyphs, c.glyph(text[i]))
			continue
		}
		bad := c.other(ch)
		switch kind := c.IntN(8); {
		case ch == '.' || ch == '-' || ch == ',', kind == 0:
			bad = "" // lost
		case kind == 1: // a speck before it
			speck := string(".,-1"[c.IntN(4)])
			if strings.ContainsAny(text, ".-") || i == 0 && speck == "." {
				speck = "1"
			}
			glyphs = append(glyphs, extract.Glyph{{Text: speck, P: max(wrong, right+.05)}, {Text: "", P: right}}, c.glyph(ch))
			continue
		}
		wrong := max(wrong, right+.05)
		g := extract.Glyph{{Text: bad, P: wrong}, {Text: string(ch), P: right}}
		if rest := 1 - wrong - right; rest > .001 {
			if o := c.other(ch); o != bad {
				g = append(g, extract.Alternative{Text: o, P: rest * .8})
			}
		}
		if g[0].Text == string(ch) {
			return nil, false
		}
		glyphs = append(glyphs, g)
	}
	return glyphs, true
}

// scanned is a form as it was recognised.
type scanned struct {
	doc    *extract.Document
	truth  map[extract.Ref]string // what is printed, of figures
	misses map[extract.Ref]bool   // cells that were read wrongly
	prints map[extract.Ref]bool   // cells that the form itself has wrong
}

// scan recognises a form: misses cells are read wrongly, misprints figures are other
// ones on the paper and seen clearly.
func scan(s *sheet, c camera, misses, misprints int) scanned {
	out := scanned{doc: s.doc.Clone(), truth: map[extract.Ref]string{}, misses: map[extract.Ref]bool{}, prints: map[extract.Ref]bool{}}
	order := c.Perm(len(s.figures))
	for k, n := range order {
		f := &s.figures[n]
		x := &out.doc.Tables[f.table].Cells[f.cell]
		printed := x.Text
		switch {
		case k < misprints:
			at := c.IntN(len(printed))
			for printed[at] < '0' || printed[at] > '9' {
				at = c.IntN(len(printed))
			}
			printed = printed[:at] + string('0'+(printed[at]-'0'+1+byte(c.IntN(9)))%10) + printed[at+1:]
			out.prints[f.at.Key()] = true
			x.Glyphs = c.clearly(printed)
		case k < misprints+misses:
			if g, ok := c.badly(printed); ok {
				x.Glyphs = g
				break
			}
			fallthrough
		default:
			x.Glyphs = c.well(printed)
		}
		x.Text = extract.Spelling(x.Glyphs)
		out.truth[f.at.Key()] = printed
		if x.Text != printed {
			out.misses[f.at.Key()] = true
		}
	}
	return out
}
