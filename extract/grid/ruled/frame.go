package ruled

import (
	"math"
	"slices"
	"sort"

	"ziping/extract"
	"ziping/extract/grid/disjoint"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// frame is a set of rulings that hang together: what may be a table.
type frame struct {
	hs, vs []sheet.Seg
	box    extract.Box
}

// upright reports whether the frame has no horizontal ruling: the middle of a
// row that is cut by the page break before and after it. It is a table only
// where the page before says so.
func (f *frame) upright() bool { return len(f.hs) == 0 }

// frames sorts the rulings of a page into sets that touch or cross. Horizontal
// rulings that cross nothing (underlines, the line below a page header) are left
// out; upright ones that cross nothing belong to what reaches as high and as low
// as they do.
func frames(hs, vs []sheet.Seg, em float64) []frame {
	n := len(hs) + len(vs)
	set := disjoint.New(n)
	tol := meeting * em
	// Both come line by line, so that pieces of one ruling follow each other.
	hgaps, vgaps := brokenAt(hs, vs, em), brokenAt(vs, hs, em)
	for _, i := range hgaps {
		set.Union(i, i+1)
	}
	for _, k := range vgaps {
		set.Union(len(hs)+k, len(hs)+k+1)
	}
	order := make([]int, len(vs)) // of upright ones, from left to right
	for k := range order {
		order[k] = k
	}
	sort.SliceStable(order, func(i, j int) bool { return vs[order[i]].At < vs[order[j]].At })
	for i, h := range hs {
		from := sort.Search(len(order), func(k int) bool { return vs[order[k]].At >= h.Lo-tol })
		for _, k := range order[from:] {
			v := vs[k]
			if v.At > h.Hi+tol {
				break
			}
			if h.At >= v.Lo-tol && h.At <= v.Hi+tol {
				set.Union(i, len(hs)+k)
			}
		}
	}
	at := map[int]int{}
	var out []frame
	add := func(i int, b extract.Box) *frame {
		r := set.Find(i)
		k, ok := at[r]
		if !ok {
			k = len(out)
			at[r] = k
			out = append(out, frame{box: b})
		}
		out[k].box = page.Join(out[k].box, b)
		return &out[k]
	}
	for i, h := range hs {
		f := add(i, extract.Box{h.Lo, h.At, h.Hi, h.At})
		f.hs = append(f.hs, h)
	}
	for i, v := range vs {
		f := add(len(hs)+i, extract.Box{v.At, v.Lo, v.At, v.Hi})
		f.vs = append(f.vs, v)
	}
	kept := out[:0]
	var lone []sheet.Seg
	for _, f := range out {
		if len(f.hs) == 0 {
			lone = append(lone, f.vs...)
		}
		if len(f.hs) > 0 && len(f.vs) > 0 && f.box[2]-f.box[0] > leastFrame*em && f.box[3]-f.box[1] > em {
			kept = append(kept, f)
		}
	}
	lone = addInner(kept, lone, em)
	return addLone(kept, lone, 1.5*tol, em)
}

// addInner gives uprights that cross nothing to the frame that they stand in, where no
// ruling parts its rows: the columns of a block that begins below the top of the table
// and ends above its bottom. It returns those that are left.
func addInner(frames []frame, lone []sheet.Seg, em float64) []sheet.Seg {
	var left []sheet.Seg
	for _, v := range lone {
		at := -1
		for k := range frames {
			b := frames[k].box
			if v.At > b[0]+em && v.At < b[2]-em && v.Lo > b[1]-page.Line*em && v.Hi < b[3]+page.Line*em && v.Hi-v.Lo >= leastInside*em && !frames[k].rulesRows(em) {
				at = k
				break
			}
		}
		if at < 0 {
			left = append(left, v)
			continue
		}
		frames[at].vs = append(frames[at].vs, v)
	}
	return left
}

// meeting is how near each other (in character sizes) rulings end that meet. It is
// less than page.Word: strokes of digits drawn as paths stand that far apart.
const meeting = 0.4

// leastFrame is how wide a table is at least, and how long an upright ruling that
// stands alone: one character with its margins.
const leastFrame = 1.5

// leastInside is how long an upright is at least that stands in a frame and crosses
// nothing: a row with its padding.
const leastInside = 1.6

// longestBreak is how long (in character sizes) a ruling may be missing within a
// table.
const longestBreak = 4.0

// brokenAt lists the rulings that go on in the next of the list behind a gap that
// no border stands at: worn lines, as a scan has them. Where borders stand at both
// ends of the gap, one table ends and another begins.
func brokenAt(segs, across []sheet.Seg, em float64) []int {
	var out []int
	tol := meeting * em
	at := make([]float64, len(across))
	order := append([]sheet.Seg(nil), across...)
	sort.SliceStable(order, func(i, j int) bool { return order[i].At < order[j].At })
	for k := range order {
		at[k] = order[k].At
	}
	crossed := func(s sheet.Seg, end float64) bool {
		for k := sort.SearchFloat64s(at, end-tol); k < len(at) && at[k] <= end+tol; k++ {
			if order[k].Lo <= s.At+tol && order[k].Hi >= s.At-tol {
				return true
			}
		}
		return false
	}
	for i := 0; i+1 < len(segs); i++ {
		a, b := segs[i], segs[i+1]
		if math.Abs(a.At-b.At) > sheet.Near(em) || b.Lo <= a.Hi || b.Lo-a.Hi > longestBreak*em {
			continue
		}
		if !crossed(a, a.Hi) || !crossed(b, b.Lo) {
			out = append(out, i)
		}
	}
	return out
}

// addLone gives upright rulings that cross nothing to a frame of the same
// height, and makes frames of those that are left and stand side by side: of one height,
// and of one top between two of a height, as the columns above a total are.
func addLone(frames []frame, lone []sheet.Seg, tol, em float64) []frame {
	real := len(frames)
	if len(lone) > 200 {
		return frames // hatching, not a table
	}
	between := func(v sheet.Seg, b extract.Box) bool {
		return v.At > b[0] && math.Abs(b[1]-v.Lo) <= tol && v.Hi < b[3] && slices.ContainsFunc(lone, func(o sheet.Seg) bool {
			return o.At > v.At && math.Abs(b[1]-o.Lo) <= tol && math.Abs(b[3]-o.Hi) <= tol
		})
	}
	sort.SliceStable(lone, func(i, j int) bool { return lone[i].At < lone[j].At })
	for _, v := range lone {
		if v.Hi-v.Lo < leastFrame*em {
			continue
		}
		at := -1
		for k := range frames {
			if b := frames[k].box; k >= real && between(v, b) || math.Abs(b[1]-v.Lo) <= tol && math.Abs(b[3]-v.Hi) <= tol && (k >= real || v.At > b[0]-40*em && v.At < b[2]+40*em) {
				at = k
				break
			}
		}
		if at < 0 {
			at = len(frames)
			frames = append(frames, frame{box: extract.Box{v.At, v.Lo, v.At, v.Hi}})
		}
		frames[at].vs = append(frames[at].vs, v)
		frames[at].box = page.Join(frames[at].box, extract.Box{v.At, v.Lo, v.At, v.Hi})
	}
	kept := frames[:real]
	for _, f := range frames[real:] {
		if len(f.vs) >= 3 {
			kept = append(kept, f)
		}
	}
	return kept
}
