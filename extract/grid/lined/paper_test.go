package lined

import (
	"fmt"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/words"
)

// Characters of the pages below are 10 high, and 10 wide or, those of ASCII, 5.
const em = 10.0

// drawn are pages with lines of texts: the height of the line's middle, then texts and
// where they begin, as in "100 50 项目 150 12.5". A line of only ─ and three numbers is a
// ruling at a height, from left to right.
func drawn(heading string, pages ...[]string) *sheet.Document {
	var list []page.Page
	for n, lines := range pages {
		p := page.Page{Number: n + 1, Width: 600, Height: 800}
		for _, line := range lines {
			f := strings.Fields(line)
			if f[0] == "─" {
				y, x0, x1 := number(f[1]), number(f[2]), number(f[3])
				p.Rules = append(p.Rules, page.Rule{X0: x0, Y0: y, X1: x1, Y1: y})
				continue
			}
			y := number(f[0])
			for k := 1; k+1 < len(f); k += 2 {
				x := number(f[k])
				for _, r := range f[k+1] {
					w := em
					if r < 0x80 {
						w = em / 2
					}
					p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Size: em, Box: extract.Box{x, y - em/2, x + w, y + em/2}})
					x += w
				}
			}
		}
		list = append(list, p)
	}
	known := strings.Fields(heading)
	return sheet.NewDocument(list, words.Known(), func(s string) bool { return slices.Contains(known, s) }, nil)
}

func number(s string) (v float64) {
	if _, err := fmt.Sscan(s, &v); err != nil {
		panic(err)
	}
	return v
}

// found is what the pages hold, as the texts of cells.
func found(d *sheet.Document) string {
	var out []string
	for _, p := range Pieces(d, nil) {
		var cells []string
		for _, c := range p.Cells {
			s := fmt.Sprintf("%d,%d", c.Row, c.Col)
			if c.Rows > 1 || c.Cols > 1 {
				s += fmt.Sprintf(" %d×%d", c.Rows, c.Cols)
			}
			cells = append(cells, s+" "+p.Sheet.PlainText(c.Glyphs))
		}
		slices.Sort(cells)
		out = append(out, fmt.Sprintf("%d: %s", p.Sheet.Index, strings.Join(cells, "; ")))
	}
	return strings.Join(out, "\n")
}

// linedOn are the tables found on the first page, before columns are.
func linedOn(d *sheet.Document) []*lined { return findLined(d, d.Sheets[0], nil, nil) }

func (l *lined) textsIn() string {
	var out []string
	for i := range l.texts {
		t := &l.texts[i]
		out = append(out, fmt.Sprintf("%d–%d %s", t.r0, t.r1, l.sheet.PlainText(t.glyphs)))
	}
	return strings.Join(out, "; ")
}
