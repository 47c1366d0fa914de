package grid

import (
	"sort"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// collectLines makes the Lines of all pages in reading order. starts are the
// places of the tables, in their order.
func collectLines(sheets []*sheet.Sheet, starts []sheet.Place) (out []extract.Line, doubtful []extract.Ref) {
	for _, s := range sheets {
		for _, l := range s.LooseLines() {
			at := sheet.Place{Sheet: s.Index, Y: page.MidY(l.Tall), X: l.Box[0]}
			before := sort.Search(len(starts), func(i int) bool { return at.Before(starts[i]) })
			conf := s.Confidence(l.Glyphs)
			out = append(out, extract.Line{
				Text: s.LineText(&l), Before: before, Page: s.Page.Number, Box: page.Rounded(l.Box), Confidence: conf.String(),
			})
			if conf.Doubtful {
				doubtful = append(doubtful, extract.LineRef(len(out)-1, &out[len(out)-1]))
			}
		}
		before := sort.Search(len(starts), func(i int) bool { return starts[i].Sheet > s.Index })
		for _, g := range s.Lost {
			out = append(out, extract.Line{Text: g.Text, Before: before, Page: s.Page.Number})
		}
	}
	return out, doubtful
}
