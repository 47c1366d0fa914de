package text

import (
	"math"

	"ziping/extract/ocr"
)

const (
	// em is the height of a character in what the network sees, in dots of its 48.
	// From 30 to 39 it reads alike; less is faster.
	em = 32
	// around is the paper left and right of a line, in those dots: without it a
	// character at a line's start is dropped.
	around = 12
	// longest is the most of a line that goes through the network at a time.
	longest = 1600
	// most is what can still be a line.
	most = 400 * em
	// smallest and largest are what may be the height of a character in an Image.
	smallest, largest = 4, 1000
	// hyphen is the ink of the least there may be on a line, in square ems.
	hyphen = 0.012
	// faintest is the least difference between paper and ink.
	faintest = 12
)

// fitter makes pictures for the network; its memory is used again and again.
type fitter struct {
	columns, rows []float64 // ink of the Image
	squashed, out []float32
	weights       []float32
	cut           []piece
	clean, ink    []uint8
	blobs, lonely []blob
	stack         []int
	left          []unread
}

// line is where the ink of a line is in an Image, in its dots, how many dots the
// network has for one of them, and the shades of paper and ink.
type line struct {
	x0, x1, middle float64
	scale          float64
	paper, ink     float64
}

// dark is the lightest shade that is ink for sure.
func (l line) dark() float64 { return l.paper - float64(0.35*(l.paper-l.ink)) }

// piece is a part of a line: from is where its picture begins, in dots of the Image;
// what lies left or right of two columns belongs to other pieces and is not shown.
type piece struct {
	from        float64
	width       int // of the picture
	left, right int
}

// look finds the ink.
func (f *fitter) look(img ocr.Image, size float64) (line, bool) {
	var l line
	if img.W < 1 || img.H < 1 || len(img.Pix)/img.W != img.H || len(img.Pix)%img.W != 0 {
		return l, false
	}
	if !(size >= smallest && size <= largest) || float64(img.H) > 20*size {
		return l, false
	}
	var count [256]int
	for _, v := range img.Pix {
		count[v]++
	}
	l.paper, l.ink = level(&count, len(img.Pix)*7/10), level(&count, min(len(img.Pix)/200, int(hyphen*size*size)))
	if l.paper-l.ink < faintest {
		return l, false
	}
	f.columns, f.rows = blank(f.columns, img.W), blank(f.rows, img.H)
	threshold := l.dark()
	for y := range img.H {
		for x, v := range img.Pix[y*img.W : (y+1)*img.W] {
			if d := threshold - float64(v); d > 0 {
				f.columns[x] += d
				f.rows[y] += d
			}
		}
	}
	const specks = 0.02
	top, bottom := ends(f.rows, specks)
	left, right := ends(f.columns, 0)
	l.x0, l.x1, l.middle = float64(left), float64(right), float64(top+bottom)/2
	l.scale = em / math.Max(size, 0.85*float64(bottom-top))
	return l, (l.x1-l.x0)*l.scale <= most
}

// level is the shade that n dots are darker than.
func level(count *[256]int, n int) float64 {
	for v, c := range count {
		if n -= c; n < 0 {
			return float64(v)
		}
	}
	return 255
}

// ends is where ink begins and ends, but for a share of it on either side.
func ends(ink []float64, share float64) (from, to int) {
	var sum float64
	for _, v := range ink {
		sum += v
	}
	from, to = 0, len(ink)
	for rest := sum * share; from < to-1 && ink[from] <= rest; from++ {
		rest -= ink[from]
	}
	for rest := sum * share; to > from+1 && ink[to-1] <= rest; to-- {
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

// pieces cuts a line that is too long for once where the widest gap is.
func (f *fitter) pieces(l line) []piece {
	f.cut = f.cut[:0]
	from, left := l.x0, 0
	for {
		to, right := l.x1, len(f.columns)
		if (to-from)*l.scale > longest {
			to = f.gap(from+longest/2/l.scale, from+longest/l.scale)
			right = int(to)
		}
		width := int(math.Ceil((to-from)*l.scale)) + 2*around
		f.cut = append(f.cut, piece{from - around/l.scale, (width + stride - 1) / stride * stride, left, right})
		if to >= l.x1 {
			return f.cut
		}
		from, left = to, right
	}
}

// gap is the middle of the widest stretch of columns with least ink between two places,
// the last one if several are alike.
func (f *fitter) gap(from, to float64) float64 {
	a, b := int(from), min(int(to), len(f.columns))
	least := math.Inf(1)
	for _, v := range f.columns[a:b] {
		least = math.Min(least, v)
	}
	widest, at := 0, (from+to)/2
	for x := a; x < b; x++ {
		end := x
		for end < b && f.columns[end] <= least {
			end++
		}
		if end > x && end-x >= widest {
			widest, at = end-x, float64(x+end)/2
		}
		x = max(end, x)
	}
	return at
}
