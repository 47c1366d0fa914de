package unruled

import (
	"fmt"
	"strings"

	"ziping/extract/grid/sheettest"
)

// stacked is the stack of the only region of each page.
func stacked(heading string, pages ...[]string) *stack {
	d := sheettest.Drawn(heading, pages...)
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
