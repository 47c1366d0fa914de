package unruled

import (
	"math"
	"sort"

	"ziping/extract/grid/page"
)

// Where rows follow each other as closely as the lines of a wrapped cell, the
// figures tell the rows: each height at which two figures stand is a row.

// splitAtAnchors takes apart blocks that run over several rows: where each part
// stands in the middle of its row, or begins with it.
func (s *stack) splitAtAnchors(blocks []block) []block {
	anchors := s.anchors()
	var out []block
	for i := range blocks {
		b := &blocks[i]
		from := sort.SearchFloat64s(anchors, b.box[1])
		to := sort.SearchFloat64s(anchors, b.box[3])
		if to-from < 2 || len(b.phrases) < 2 {
			out = append(out, *b)
			continue
		}
		rows := anchors[from:to]
		parts := s.partition(b, func(y float64) int { // the nearest
			k := sort.SearchFloat64s(rows, y)
			if k == len(rows) || k > 0 && y-rows[k-1] < rows[k]-y {
				k--
			}
			return k
		}, rows, func(p *block) float64 { return p.y() })
		if parts == nil || !haveRoom(parts, anchors, s.em) {
			parts = s.partition(b, func(y float64) int { // the last before
				return max(0, sort.SearchFloat64s(rows, y+page.Line*s.em)-1)
			}, rows, func(p *block) float64 { return page.MidY(s.boxes[p.phrases[0]]) })
		}
		if parts == nil {
			parts = []block{*b}
		}
		out = append(out, parts...)
	}
	return out
}

// haveRoom reports whether each part of a block leaves some room in its row: a wrapped
// label beside rows may part as if by chance.
func haveRoom(parts []block, anchors []float64, em float64) bool {
	for i := range parts {
		p := &parts[i]
		k := sort.SearchFloat64s(anchors, p.y()-page.Line*em)
		for _, n := range []int{k - 1, k + 1} {
			if len(p.phrases) > 1 && n >= 0 && n < len(anchors) && k < len(anchors) && p.box[3]-p.box[1] > math.Abs(anchors[n]-anchors[k])-page.Touch*em {
				return false
			}
		}
	}
	return true
}

// partition deals the phrases of a block to rows; nil where a part does not stand at its
// row, or goes on in the next.
func (s *stack) partition(b *block, row func(y float64) int, rows []float64, at func(*block) float64) []block {
	parts := make([]block, len(rows))
	for n, i := range b.phrases {
		p := &parts[row(page.MidY(s.boxes[i]))]
		if len(p.phrases) == 0 {
			if n > 0 && s.doc.GoesOn(&s.phrases[b.phrases[n-1]], &s.phrases[i]) {
				return nil
			}
			p.box, p.row = s.boxes[i], -1
		}
		p.phrases = append(p.phrases, i)
		p.box = page.Join(p.box, s.boxes[i])
	}
	var out []block
	for k := range parts {
		p := &parts[k]
		if len(p.phrases) == 0 {
			continue
		}
		if math.Abs(at(p)-rows[k]) > page.Line*s.em {
			return nil
		}
		out = append(out, *p)
	}
	return out
}
