package grid

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"
	"time"
	"unicode"

	"ziping/extract"
)

// inked counts the characters that are no white space.
func inked(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// checkLaws holds what must be true of any pages: nothing is lost, nothing comes
// twice, and cells lie in their table without overlap.
func checkLaws(t *testing.T, pages []Page, f Found) {
	t.Helper()
	in, out := 0, 0
	for _, p := range pages {
		for _, g := range p.Glyphs {
			in += inked(g.Text)
		}
	}
	for _, l := range f.Lines {
		out += inked(l.Text)
		if l.Before < 0 || l.Before > len(f.Tables) {
			t.Errorf("line %q before table %d of %d", l.Text, l.Before, len(f.Tables))
		}
	}
	for k, tab := range f.Tables {
		taken := map[[2]int]bool{}
		for _, c := range tab.Cells {
			out += inked(c.Text)
			if c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > tab.Rows || c.Col+c.ColSpan > tab.Cols {
				t.Errorf("table %d of %d × %d has a cell at %d,%d of %d×%d", k, tab.Rows, tab.Cols, c.Row, c.Col, c.RowSpan, c.ColSpan)
				continue
			}
			if c.Text == "" && c.RowSpan == 1 && c.ColSpan == 1 {
				t.Errorf("table %d lists the empty cell %d,%d", k, c.Row, c.Col)
			}
			for r := c.Row; r < c.Row+c.RowSpan; r++ {
				for x := c.Col; x < c.Col+c.ColSpan; x++ {
					if taken[[2]int{r, x}] {
						t.Errorf("table %d has two cells at %d,%d", k, r, x)
					}
					taken[[2]int{r, x}] = true
				}
			}
		}
	}
	dropped := false
	for _, w := range f.Warnings {
		dropped = dropped || w.Code == "header-repeated" || w.Code == "pages-beside" // the edge of a page cuts a character, which is drawn on both
	}
	for _, tab := range f.Tables {
		for _, c := range tab.Cells {
			dropped = dropped || c.RowSpan > 1 && len(c.Parts) > 1 // a label whole on both pages
		}
	}
	if out > in || !dropped && out < in {
		t.Errorf("got %d characters, want %d", out, in)
	}
}

func TestHostilePages(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	dense := Page{Number: 1, Width: 600, Height: 800}
	for k := range 100_000 {
		x, y := float64(k%300)*2, float64(k/300)*2.4
		dense.Rules = append(dense.Rules, ruling(x, y, x+600, y), ruling(x, y, x, y+600))
	}
	hatched := Page{Number: 1, Width: 600, Height: 800}
	for k := range 50_000 {
		at := float64(k) * 0.013
		hatched.Rules = append(hatched.Rules, ruling(at, 0, at, 800), ruling(0, at, 600, at))
	}
	words := Page{Number: 1, Width: 600, Height: 800}
	for k := range 100_000 {
		x, y := float64(k%60)*9, float64(k/60%70)*11
		words.Glyphs = append(words.Glyphs, Glyph{Text: "字", Box: extract.Box{x, y, x + 8, y + 9}, Size: 8})
	}
	inOneLine := Page{Number: 1, Width: 600, Height: 800}
	for k := range 100_000 {
		inOneLine.Glyphs = append(inOneLine.Glyphs, Glyph{Text: "1", Box: extract.Box{float64(k) * 0.9, 10, float64(k)*0.9 + 0.1, 12}, Size: 2})
	}
	boxed := words
	boxed.Rules = []Rule{ruling(0, 0, 600, 0), ruling(0, 800, 600, 800), ruling(0, 0, 0, 800), ruling(600, 0, 600, 800), ruling(300, 0, 300, 800)}
	many := Page{Number: 1, Width: 60_000, Height: 60_000}
	for k := range 10_000 {
		at := float64(k) * 6
		many.Rules = append(many.Rules, ruling(at, 0, at, 60_000), ruling(0, at, 60_000, at))
	}
	odd := Page{Number: 1, Width: nan, Height: -inf}
	for _, v := range []float64{nan, inf, -inf, 1e300, 0, -5} {
		odd.Rules = append(odd.Rules, ruling(v, v, v, v), ruling(0, v, 500, v), ruling(v, 0, v, 500), ruling(500, 500, 0, 0))
		odd.Glyphs = append(odd.Glyphs, Glyph{Text: "字", Box: extract.Box{v, v, v, v}, Size: v}, Glyph{Text: "词", Box: extract.Box{10, 10, 20, 20}, Size: v, Confidence: v})
	}
	for _, test := range []struct {
		name string
		page Page
		warn string
	}{
		{"empty", Page{}, ""}, {"dense", dense, ""}, {"hatched", hatched, ""}, {"words", words, ""}, {"one line", inOneLine, ""}, {"boxed", boxed, ""},
		{"many", many, "rulings-dropped"}, {"odd", odd, "text-without-place"},
	} {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			pages := []Page{test.page}
			f := Find(pages, Options{})
			checkLaws(t, pages, f)
			if test.warn != "" && (len(f.Warnings) == 0 || f.Warnings[0].Code != test.warn) {
				t.Errorf("got warnings %+v, want %s", f.Warnings, test.warn)
			}
			t.Logf("%v", time.Since(start))
		})
	}
}

// A table over very many pages takes time in proportion to them.
func TestLongTable(t *testing.T) {
	page := formPage(true)
	pages := make([]Page, 300)
	for k := range pages {
		pages[k] = page
		pages[k].Number = k + 1
		pages[k].Glyphs = append([]Glyph(nil), page.Glyphs...)
		pages[k].Glyphs[0].Text = string(rune(0x4e00 + k)) // each page begins otherwise
	}
	start := time.Now()
	f := Find(pages, Options{})
	checkLaws(t, pages, f)
	if len(f.Tables) != 1 || f.Tables[0].Rows != 32*len(pages) {
		t.Errorf("got %d tables, the first of %d rows", len(f.Tables), f.Tables[0].Rows)
	}
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("took %v", d)
	}
}

// FuzzFind draws whatever the bytes say.
func FuzzFind(f *testing.F) {
	f.Add([]byte("\x00\x10\x10\xf0\x10\x01\x10\x10\x10\xf0\x02\x20\x20\x28\x28"))
	f.Add([]byte(strings.Repeat("\x00\x10\x10\xf0\x10\x00\x10\x80\xf0\x80\x01\x10\x10\x10\xf0\x01\x80\x10\x80\xf0\x02\x20\x20\x28\x28\x03", 3)))
	f.Fuzz(func(t *testing.T, data []byte) {
		pages := pagesOf(data)
		o := Options{Heading: func(s string) bool { return s == "字" }}
		f := Find(pages, o)
		checkLaws(t, pages, f)
		if again := Find(pages, o); picture(again) != picture(f) {
			t.Errorf("got\n%sand then\n%s", picture(f), picture(again))
		}
	})
}

// pagesOf reads five bytes at a time: what to draw and where. A coordinate of
// 0xff takes the next eight bytes as they are, so that any number may come.
func pagesOf(data []byte) []Page {
	pages := []Page{{Number: 1, Width: 256, Height: 256}}
	number := func() float64 {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		if b == 0xff && len(data) >= 8 {
			v := math.Float64frombits(binary.LittleEndian.Uint64(data))
			data = data[8:]
			return v
		}
		return float64(b)
	}
	for len(data) > 0 {
		p := &pages[len(pages)-1]
		kind := data[0]
		data = data[1:]
		if kind%5 == 3 {
			pages = append(pages, Page{Number: len(pages) + 1, Width: 256, Height: 256})
			continue
		}
		x0, y0, x1, y1 := number(), number(), number(), number()
		switch kind % 5 {
		case 0:
			p.Rules = append(p.Rules, ruling(x0, y0, x1, y0))
		case 1:
			p.Rules = append(p.Rules, ruling(x0, y0, x0, y1))
		case 2:
			p.Glyphs = append(p.Glyphs, Glyph{Text: "字", Box: extract.Box{x0, y0, x1, y1}, Size: y1 - y0})
		case 4:
			p.Glyphs = append(p.Glyphs, Glyph{Text: "7", Box: extract.Box{x0, y0, x0 + 5, y0 + 10}, Size: 10, Doubtful: kind > 128})
		}
	}
	return pages
}
