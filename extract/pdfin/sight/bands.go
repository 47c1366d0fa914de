package sight

import (
	"ziping/extract"
	"ziping/extract/pdfin/drawn"
)

// bands sort covers by the height they lie at, so that a character is held
// against few of them.
type bands struct {
	covers []drawn.Cover
	at     [][]int32
}

const bandHeight = 24

func newBands(covers []drawn.Cover, height float64) bands {
	b := bands{covers: covers, at: make([][]int32, int(min(max(height, 0), 20_000)/bandHeight)+1)}
	for i := range covers {
		from, to := b.band(covers[i].Box[1]), b.band(covers[i].Box[3])
		for k := from; k <= to; k++ {
			b.at[k] = append(b.at[k], int32(i))
		}
	}
	return b
}

func (b bands) band(y float64) int {
	return int(min(max(y/bandHeight, 0), float64(len(b.at)-1)))
}

// over calls f for the covers that meet a box.
func (b bands) over(box extract.Box, f func(*drawn.Cover)) {
	for _, i := range b.at[b.band((box[1]+box[3])/2)] {
		if c := &b.covers[i]; c.Box[0] < box[2] && c.Box[2] > box[0] && c.Box[1] < box[3] && c.Box[3] > box[1] {
			f(c)
		}
	}
}
