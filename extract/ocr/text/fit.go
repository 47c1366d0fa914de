package text

import (
	"math"

	"ziping/extract/ocr"
)

const (
	// em is the height of a character in what the network sees, in dots of its 48.
	em = 36
	// before and behind are the paper left and right of a line, in those dots.
	before, behind = 12, 12
	// longest is the most of a line that goes through the network at a time.
	longest = 1600
	// most is what can still be a line.
	most = 400 * em
)

// fitter makes pictures for the network; its memory is used again and again.
type fitter struct {
	columns []float64 // ink of each column of the Image
	rows    []float64
	out     []float32
	across  []float32
	spans   []span
	ends    []piece
}

// line is where the ink of a line is in an Image, in its dots, what its paper and ink
// are, and how many dots the network has for one of its dots.
type line struct {
	x0, x1, middle float64
	paper, ink     float64
	scale          float64
}

// look finds the ink.
func (f *fitter) look(img ocr.Image, size float64) (line, bool) {
	var l line
	if img.W < 1 || img.H < 1 || len(img.Pix)/img.W != img.H || len(img.Pix)%img.W != 0 {
		return l, false
	}
	if !(size >= 1) || size > 1e4 {
		return l, false
	}
	var count [256]int
	for _, v := range img.Pix {
		count[v]++
	}
	l.paper, l.ink = level(&count, len(img.Pix)*7/10), level(&count, len(img.Pix)/200)
	const faintest = 12
	if l.paper-l.ink < faintest {
		return l, false
	}
	f.columns, f.rows = blank(f.columns, img.W), blank(f.rows, img.H)
	threshold := l.paper - 0.35*(l.paper-l.ink)
	for y := range img.H {
		for x, v := range img.Pix[y*img.W : (y+1)*img.W] {
			if d := threshold - float64(v); d > 0 {
				f.columns[x] += d
				f.rows[y] += d
			}
		}
	}
	top, bottom := middleOf(f.rows, 0.02)
	left, right := middleOf(f.columns, 0)
	l.x0, l.x1, l.middle = float64(left), float64(right), float64(top+bottom)/2
	l.scale = em / math.Max(size, 0.85*float64(bottom-top))
	return l, (l.x1-l.x0)*l.scale <= most
}

// level is the shade below which n dots are.
func level(count *[256]int, n int) float64 {
	for v, c := range count {
		if n -= c; n < 0 {
			return float64(v)
		}
	}
	return 255
}

// middleOf is where the ink begins and ends, without the share of it that lies
// outermost on either side.
func middleOf(ink []float64, share float64) (from, to int) {
	var sum float64
	for _, v := range ink {
		sum += v
	}
	from, to = 0, len(ink)
	for rest := sum * share; from < to-1 && rest-ink[from] < 0 == false && (share > 0 || ink[from] == 0); from++ {
		rest -= ink[from]
	}
	for rest := sum * share; to > from+1 && rest-ink[to-1] < 0 == false && (share > 0 || ink[to-1] == 0); to-- {
		rest -= ink[to-1]
	}
	return from, to
}

func blank(v []float64, n int) []float64 {
	if cap(v) < n {
		return make([]float64, n)
	}
	clear(v[:n])
	return v[:n]
}

// piece is a part of a line in dots of the Image: from is where its picture begins.
type piece struct {
	from  float64
	width int // of the picture
}

// pieces cuts a line that is too long where the widest gap is.
func (f *fitter) pieces(img ocr.Image, l line) []piece {
	f.ends = f.ends[:0]
	from := l.x0
	for {
		to := l.x1
		if (to-from)*l.scale > longest {
			to = f.gap(from+longest/2/l.scale, from+longest/l.scale)
		}
		width := int(math.Ceil((to-from)*l.scale)) + before + behind
		f.ends = append(f.ends, piece{from - before/l.scale, (width + stride - 1) / stride * stride})
		if to >= l.x1 {
			return f.ends
		}
		from = to
	}
}

// gap is the middle of the columns with least ink between two places: the widest
// stretch of them, the last of those.
func (f *fitter) gap(from, to float64) float64 {
	a, b := int(from), min(int(to), len(f.columns))
	least := math.Inf(1)
	for _, v := range f.columns[a:b] {
		least = math.Min(least, v)
	}
	best, at := 0, (from+to)/2
	for x := a; x < b; {
		end := x
		for end < b && f.columns[end] <= least {
			end++
		}
		if end-x >= best && end > x {
			best, at = end-x, float64(x+end)/2
		}
		x = max(end, x+1)
	}
	return at
}
