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
	var free []int
	for n, t := range s.taken {
		if !t {
			free = append(free, n)
		}
	}
	var out []line
	for _, l := range s.lines(free) {
		out = append(out, s.cutLine(l)...)
	}
	return out
}

func (s *sheet) cutLine(l line) []line {
	wide := columnGap + 2*s.usualGap(l.glyphs)
	var out []line
	from := 0
	for k := 1; k <= len(l.glyphs); k++ {
		if k < len(l.glyphs) {
			a, b := &s.glyphs[l.glyphs[k-1]], &s.glyphs[l.glyphs[k]]
			if b.Box[0]-a.Box[2] <= wide*math.Max(a.Size, b.Size) {
				continue
			}
		}
		part := line{glyphs: l.glyphs[from:k:k], tall: l.tall, box: s.glyphs[l.glyphs[from]].Box}
		for _, n := range part.glyphs {
			part.box = join(part.box, s.glyphs[n].Box)
		}
		out = append(out, part)
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
