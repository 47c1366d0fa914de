package sight

import (
	"math"

	"ziping/extract"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/plane"
)

// line is a baseline in one clip.
type line struct {
	clip   extract.Box
	across int // where it lies, in tenths of a point
}

// lineOf is the line of a suspect that its clip may cut lengthwise: what the clip
// lets through holds all its advance.
func (d *suspect) lineOf(v plane.Matrix) (line, bool) {
	o := d.ch.Run
	if !d.clipped || d.under || d.same || o.White {
		return line{}, false
	}
	way, other := 0, 2
	if x, y := v.Apply(o.UX, o.UY); math.Abs(y-v.F) > math.Abs(x-v.E) {
		way, other = 1, 3
	}
	if d.box[way] < d.t.Clip[way] || d.box[other] > d.t.Clip[other] {
		return line{}, false
	}
	return line{d.t.Clip, int(math.Round(10 * (d.ch.Y*o.UX - d.ch.X*o.UY)))}, true
}

// cut finds the characters that are not seen because a row is too low for their
// line. Of a line that is cut lengthwise the stops lose all their ink and the
// others a part: it is read by what is left, and its figures have their points.
func cut(doubt []suspect, v plane.Matrix) {
	more := map[line]int{} // seen than unseen
	for i := range doubt {
		if l, ok := doubt[i].lineOf(v); ok {
			if doubt[i].ch.Standing == evidence.OnPaper {
				more[l]++
			} else {
				more[l]--
			}
		}
	}
	for i := range doubt {
		if l, ok := doubt[i].lineOf(v); ok && more[l] > 0 && doubt[i].ch.Standing == evidence.Unseen {
			doubt[i].ch.Add(evidence.Cut, 0)
		}
	}
}
