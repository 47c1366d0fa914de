package unruled

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// stack is the phrases of one unruled table, the pages one below the other.
type stack struct {
	em      float64
	pitch   float64        // between rows of figures, 0 where unknown
	phrases []sheet.Phrase // in the order of the strip
	boxes   []extract.Box  // of phrases, on the strip
	pages   []stackPage
	bars    []sheet.Seg // horizontal rulings, on the strip
	repeats []repeat
	doc     *sheet.Document
	tops    int // more blocks agree in their upper edges (above 0) or middles (below)
}

// dropAsides leaves out what is written from top to bottom beside the table, where
// no other text of it stands: 一式三份. It stays among the lines.
func (s *stack) dropAsides(blocks []block) []block {
	beside := func(b *block) bool {
		if len(b.phrases) < 2 || b.box[2]-b.box[0] > page.Column*s.em {
			return false
		}
		for _, n := range b.phrases {
			if len(s.phrases[n].Glyphs) > 1 {
				return false
			}
		}
		left, right := true, true
		for i := range blocks {
			if o := &blocks[i]; o != b && !(len(o.phrases) > 1 && math.Abs(o.box[0]-b.box[0]) < page.Word*s.em && o.box[2]-o.box[0] < page.Column*s.em) {
				left, right = left && o.box[0] > b.box[2], right && o.box[2] < b.box[0]
			}
		}
		return left || right
	}
	var out []block
	for i := range blocks {
		if !beside(&blocks[i]) {
			out = append(out, blocks[i])
			continue
		}
		for _, n := range blocks[i].phrases {
			s.phrases[n].Aside = true
		}
	}
	return out
}

type stackPage struct {
	sheet       *sheet.Sheet
	dy          float64 // from the page to the strip
	top, bottom float64 // of the region, on the strip
	first, end  int     // its rows
	phrase      int     // its first phrase
	continues   bool    // which goes on from the page before
}

// newStack puts regions one below the other.
func newStack(regions []*region) *stack {
	extend(regions)
	regions[0].take()
	regions[len(regions)-1].take()
	s := &stack{em: regions[0].sheet.Em, doc: regions[0].doc}
	at := 0.0
	seen := map[string]int{} // first phrase of each line of texts
	for n, r := range regions {
		if n > 0 {
			s.dropLabel(r, regions[n-1])
			s.dropRepeated(r, seen)
		}
		for k := r.first; k <= r.last; k++ {
			if key := r.levelText(k); key != "" {
				if _, ok := seen[key]; !ok {
					seen[key] = len(s.phrases) + r.phrasesBefore(k)
				}
			}
		}
		dy := at - r.levels[r.first].top
		page := stackPage{sheet: r.sheet, dy: dy, top: at, phrase: len(s.phrases), continues: r.continues}
		for k := r.first; k <= r.last; k++ {
			for _, i := range r.levels[k].blocks {
				p := r.phrases[i]
				s.phrases = append(s.phrases, p)
				// Fonts tell all kinds of heights; a character is at least its size.
				half := math.Max(p.Box[3]-p.Box[1], p.Size) / 2
				s.boxes = append(s.boxes, extract.Box{p.Box[0], p.Y() + dy - half, p.Box[2], p.Y() + dy + half})
				page.bottom = math.Max(page.bottom, p.Y()+dy+half)
			}
		}
		for _, h := range slices.Concat(r.sheet.Hs, r.sheet.Ends) {
			if y := h.At + dy; y > page.top && y < page.bottom {
				s.bars = append(s.bars, sheet.Seg{At: y, Lo: h.Lo, Hi: h.Hi})
			}
		}
		s.pages = append(s.pages, page)
		at = page.bottom + underReach*s.em // no line goes on over the break
	}
	slices.SortStableFunc(s.bars, func(a, b sheet.Seg) int { return cmp.Compare(a.At, b.At) })
	return s
}

// repeat is a line that a page break repeats.
type repeat struct {
	sheet  *sheet.Sheet
	box    extract.Box
	text   string
	glyphs []int
	phrase int // of the stack, the first of the line it repeats
}

// dropRepeated leaves out the first lines of a region that repeat lines of the
// pages before: a heading.
func (s *stack) dropRepeated(r *region, seen map[string]int) {
	for r.first < r.last {
		key := r.levelText(r.first)
		phrase, ok := seen[key]
		if key == "" || !ok {
			return
		}
		rep := repeat{sheet: r.sheet, text: key, phrase: phrase, box: r.phrases[r.levels[r.first].blocks[0]].Box}
		for _, i := range r.levels[r.first].blocks {
			rep.box = page.Join(rep.box, r.phrases[i].Box)
			rep.glyphs = append(rep.glyphs, r.phrases[i].Glyphs...)
		}
		s.repeats = append(s.repeats, rep)
		r.first++
	}
}

// dropLabel leaves out the label of a merged cell that a spreadsheet, whose page
// break runs through the label, writes on both pages: alone and a row's height
// above the first row here, in the last row there.
func (s *stack) dropLabel(r, prev *region) {
	list := r.levels[r.first].blocks
	if len(list) != 1 || r.first >= r.last {
		return
	}
	p := &r.phrases[list[0]]
	if p.Figure || r.phrases[r.levels[r.first+1].blocks[0]].Y()-p.Y() < page.NextLine*s.em {
		return
	}
	for k := prev.last; k >= prev.first && k > prev.last-2; k-- {
		for _, i := range prev.levels[k].blocks {
			if o := &prev.phrases[i]; math.Abs(o.Box[0]-p.Box[0]) < page.Line*s.em && prev.text(i) == r.text(list[0]) {
				for n := range s.phrases {
					if len(s.phrases[n].Glyphs) > 0 && s.phrases[n].Sheet == prev.sheet && s.phrases[n].Glyphs[0] == o.Glyphs[0] {
						s.repeats = append(s.repeats, repeat{sheet: r.sheet, text: r.text(list[0]), phrase: n, box: p.Box, glyphs: p.Glyphs})
						r.first++
						return
					}
				}
			}
		}
	}
}

// levelText is the texts of a line of at least three, none of them a figure.
func (r *region) levelText(k int) string {
	list := append([]int(nil), r.levels[k].blocks...)
	if len(list) < 3 {
		return ""
	}
	sort.Slice(list, func(i, j int) bool { return r.phrases[list[i]].Box[0] < r.phrases[list[j]].Box[0] })
	texts := make([]string, len(list))
	for n, i := range list {
		if r.phrases[i].Figure {
			return ""
		}
		texts[n] = r.text(i)
	}
	return strings.Join(texts, " | ")
}

func (r *region) phrasesBefore(k int) int {
	n := 0
	for j := r.first; j < k; j++ {
		n += len(r.levels[j].blocks)
	}
	return n
}
