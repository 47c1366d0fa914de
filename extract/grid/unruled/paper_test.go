package unruled

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

// stacked is the stack of the only region of each page.
func stacked(heading string, pages ...[]string) *stack {
	d := drawn(heading, pages...)
	var all []*region
	for _, s := range d.Sheets {
		all = append(all, regions(d, s)...)
	}
	if len(all) != len(pages) {
		panic(fmt.Sprintf("%d regions on %d pages", len(all), len(pages)))
	}
	return newStack(all)
}

// texts of a block, its lines parted by strokes.
func (s *stack) textOf(b *block) string {
	var out []string
	for _, n := range b.phrases {
		out = append(out, s.phrases[n].Sheet.PlainText(s.phrases[n].Glyphs))
	}
	return strings.Join(out, "/")
}

func (s *stack) textsOf(list []block) string {
	var out []string
	for i := range list {
		out = append(out, s.textOf(&list[i]))
	}
	return strings.Join(out, " ")
}
