// Package sheettest draws pages for the tests of the rooms that read them.
//
//	d := sheettest.Drawn("项目 金额", []string{"100 50 项目 150 金额", "120 50 修路 150 12.5"})
package sheettest

import (
	"fmt"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/words"
)

// Em is the size of the characters of the pages: they are 10 high, and 10 wide or, those of ASCII, 5.
const Em = 10.0

// Drawn are pages with lines of texts: the height of the line's middle, then texts and
// where they begin, as in "100 50 项目 150 12.5". A line of only ─ and three numbers is a
// ruling at a height, from left to right. Heading are the words that are headings, apart by
// blanks.
func Drawn(heading string, pages ...[]string) *sheet.Document {
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
					w := Em
					if r < 0x80 {
						w = Em / 2
					}
					p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Size: Em, Box: extract.Box{x, y - Em/2, x + w, y + Em/2}})
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
