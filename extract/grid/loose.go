package grid

import (
	"math"
	"sort"

	"ziping/extract"
)

// columnGap is the gap (in character sizes) that parts two texts on one line.
const columnGap = 2.0

// looseLines arranges what lies in no table in lines. Texts far apart on one
// line are two.
func (s *sheet) looseLines() []line {
	list := s.phrases()
	gone := make([]bool, len(list))
	var out []line
	for i := range list {
		if gone[i] {
			continue
		}
		l := line{glyphs: append([]int(nil), list[i].glyphs...), box: list[i].box, tall: list[i].box}
		// Phrases at the right of it, nearest first, as long as one is near.
		for more := true; more; {
			more = false
			for k := i + 1; k < len(list) && k < i+100 && list[k].y()-list[i].y() <= phraseShift*list[i].size; k++ {
				p := &list[k]
				em := math.Max(p.size, list[i].size)
				if gap := math.Max(p.box[0]-l.box[2], l.box[0]-p.box[2]); !gone[k] && gap >= -0.1*em && gap <= columnGap*em {
					l.glyphs = append(l.glyphs, p.glyphs...)
					l.box = join(l.box, p.box)
					gone[k], more = true, true
				}
			}
		}
		s.sortLine(l.glyphs)
		out = append(out, l)
	}
	// Texts on one line come from left to right, though their fonts may put them a
	// little higher or lower.
	for from, k := 0, 1; k <= len(out); k++ {
		if k < len(out) && midY(out[k].tall)-midY(out[from].tall) <= phraseShift*s.em {
			continue
		}
		same := out[from:k]
		sort.SliceStable(same, func(i, j int) bool { return same[i].box[0] < same[j].box[0] })
		from = k
	}
	return out
}

// place is where something stands, for sorting over pages.
type place struct {
	sheet int
	y, x  float64
}

func (a place) before(b place) bool {
	if a.sheet != b.sheet {
		return a.sheet < b.sheet
	}
	if a.y != b.y {
		return a.y < b.y
	}
	return a.x < b.x
}

// collectLines makes the Lines of all pages in reading order. starts are the
// places of the tables, in their order.
func collectLines(sheets []*sheet, starts []place) (out []extract.Line, doubtful []extract.Ref) {
	for _, s := range sheets {
		for _, l := range s.looseLines() {
			at := place{s.index, midY(l.tall), l.box[0]}
			before := sort.Search(len(starts), func(i int) bool { return at.before(starts[i]) })
			conf := s.confidence(l.glyphs)
			out = append(out, extract.Line{
				Text: s.lineText(&l), Before: before, Page: s.page.Number, Box: rounded(l.box), Confidence: conf.String(),
			})
			if conf.doubtful {
				doubtful = append(doubtful, extract.LineRef(len(out)-1, &out[len(out)-1]))
			}
		}
		before := sort.Search(len(starts), func(i int) bool { return starts[i].sheet > s.index })
		for _, g := range s.lost {
			out = append(out, extract.Line{Text: g.Text, Before: before, Page: s.page.Number})
		}
	}
	return out, doubtful
}
