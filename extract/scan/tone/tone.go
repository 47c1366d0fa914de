// Package tone says how dark each dot of a page is against the paper around it, so
// that uneven light, grey paper and shaded cells are gone.
//
//	ink := tone.Of(picture, 2) // two dots of the picture to one
//	ink.D[y*ink.W+x]           // 0 paper, 255 black on white
package tone

import (
	"slices"

	"ziping/extract/raster"
)

// Ink is a page by darkness, shrunk by a whole number or doubled.
type Ink struct {
	W, H int
	Step float64 // dots of the picture to one, each way
	D    []uint8 // W*H
	*Paper
}

// Of shrinks a picture by step, or doubles it if step is 0, and takes its paper away.
// Red seals are left out where the picture has its red.
func Of(p *raster.Picture, step int) *Ink {
	src, w, h := Channel(p), p.W, p.H
	k := &Ink{Step: float64(step), Paper: paperOf(src, w, h)}
	if step <= 0 {
		src, w, h = double(src, w, h)
		step = 1
		k.Step = 0.5
	}
	k.W, k.H = w/step, h/step
	k.D = make([]uint8, k.W*k.H)
	gain := make([]uint32, k.W)
	row := make([]uint32, k.W)
	for y := range k.H {
		if y%rowsAlike == 0 {
			for x := range gain {
				// 255/paper in 1/65536, for the sum of step² dots.
				gain[x] = uint32(255 * 65536 / (k.At(float64(x)*k.Step, float64(y)*k.Step) * float64(step*step)))
			}
		}
		clear(row)
		for dy := range step {
			sum(row, src[(y*step+dy)*w:], step)
		}
		out := k.D[y*k.W : (y+1)*k.W]
		for x, v := range row {
			light := (v*gain[x] + 1<<15) >> 16
			if light < 255 {
				out[x] = uint8(255 - light)
			}
		}
	}
	return k
}

// Noise is how dark paper gets by chance: one dot of it in thousands is more than five
// times as dark. Three quarters of a page are paper at least; the spread of its darker
// half tells, since the lighter one is cut off at white.
func (k *Ink) Noise() float64 {
	var count [256]int
	for _, d := range k.D {
		count[d]++
	}
	half, most, n := -1, 0, 0
	for d, c := range count {
		n += c
		if half < 0 && 2*n >= len(k.D) {
			half = d
		}
		if 4*n >= 3*len(k.D) {
			most = d
			break
		}
	}
	const quarter = 0.674 // of a standard deviation, to each side, holds half of all
	return (float64(half) + 4.5*float64(most-half)/quarter) / 5
}

// double is a picture of twice as many dots each way, those between at the levels
// between. At low resolution strokes and rulings are one dot wide, too few to tell
// their edges.
func double(src []uint8, w, h int) ([]uint8, int, int) {
	out := make([]uint8, 4*w*h)
	for y := range 2 * h {
		// Each new dot lies a quarter of a dot from an old one.
		a := y / 2
		b := min(max(a-1+2*(y%2), 0), h-1)
		near, far := src[a*w:(a+1)*w], src[b*w:(b+1)*w]
		row := out[y*2*w : (y+1)*2*w]
		for x := range w {
			l, r := max(x-1, 0), min(x+1, w-1)
			here := 9*int(near[x]) + 3*int(far[x])
			row[2*x] = uint8((here + 3*int(near[l]) + int(far[l]) + 8) / 16)
			row[2*x+1] = uint8((here + 3*int(near[r]) + int(far[r]) + 8) / 16)
		}
	}
	return out, 2 * w, 2 * h
}

// rowsAlike are rows for which the paper's level is the same.
const rowsAlike = 4

func sum(row []uint32, line []uint8, step int) {
	switch step {
	case 1:
		for x := range row {
			row[x] = uint32(line[x])
		}
	case 2:
		for x := range row {
			row[x] += uint32(line[2*x]) + uint32(line[2*x+1])
		}
	default:
		for x := range row {
			for _, v := range line[x*step : (x+1)*step] {
				row[x] += uint32(v)
			}
		}
	}
}

// Channel is the dots that are read: the red of a picture in colour, in which red
// seals are paper, or else its grey.
func Channel(p *raster.Picture) []uint8 {
	if len(p.Red) == len(p.Grey) && p.Red != nil {
		return p.Red
	}
	return p.Grey
}

// Paper is the level of the paper all over a picture.
type Paper struct {
	side, nx, ny int
	level        []float64
}

const (
	// darkest is a level below which there is no paper to compare with.
	darkest = 24.0
	// paperShare is the share of a block's dots that are darker than its paper.
	paperShare = 85
	// blocksAcross is how many blocks the longer side of a page is cut into: each
	// is about three characters wide.
	blocksAcross = 72
)

func paperOf(src []uint8, w, h int) *Paper {
	side := max(16, max(w, h)/blocksAcross)
	p := &Paper{side: side, nx: max(1, (w+side-1)/side), ny: max(1, (h+side-1)/side)}
	raw := make([]float64, p.nx*p.ny)
	skip := max(1, side/16)
	for by := range p.ny {
		for bx := range p.nx {
			raw[by*p.nx+bx] = level(src, w, h, bx*side, by*side, side, skip)
		}
	}
	p.level = make([]float64, len(raw))
	near := make([]float64, 0, 9)
	for by := range p.ny {
		for bx := range p.nx {
			near = near[:0]
			for y := max(0, by-1); y < min(p.ny, by+2); y++ {
				for x := max(0, bx-1); x < min(p.nx, bx+2); x++ {
					near = append(near, raw[y*p.nx+x])
				}
			}
			slices.Sort(near)
			p.level[by*p.nx+bx] = max(darkest, near[len(near)/2])
		}
	}
	// What is far darker than most of the page is no paper but what it lies on.
	all := slices.Clone(p.level)
	slices.Sort(all)
	usual := all[len(all)*8/10]
	for i, v := range p.level {
		if v < usual*table {
			p.level[i] = bare
		}
	}
	return p
}

// bare is the level where there is no paper: all is lighter than it.
const bare = 1.0

// table is the share of the usual paper's light below which there is no paper.
const table = 0.4

// level is the paper of one block.
func level(src []uint8, w, h, x0, y0, side, skip int) float64 {
	var count [256]int
	n := 0
	for y := y0; y < min(h, y0+side); y += skip {
		for x := x0; x < min(w, x0+side); x += skip {
			count[src[y*w+x]]++
			n++
		}
	}
	below := 0
	for v, c := range count {
		below += c
		if below*100 >= n*paperShare {
			return float64(v)
		}
	}
	return 255
}

// Edge reports whether paper ends near a dot of the picture: a block of what it lies
// on is beside that of the dot.
func (p *Paper) Edge(x, y float64) bool {
	bx, by := int(x)/p.side, int(y)/p.side
	for j := max(0, by-1); j < min(p.ny, by+2); j++ {
		for i := max(0, bx-1); i < min(p.nx, bx+2); i++ {
			if p.level[j*p.nx+i] == bare {
				return true
			}
		}
	}
	return false
}

// At is the level at a dot of the picture.
func (p *Paper) At(x, y float64) float64 {
	v, fx, fy := p.around(x, y)
	top := v[0]*(1-fx) + v[1]*fx
	bottom := v[2]*(1-fx) + v[3]*fx
	return top*(1-fy) + bottom*fy
}

// On reports whether a dot of the picture lies on paper, and not where it ends.
func (p *Paper) On(x, y float64) bool {
	v, _, _ := p.around(x, y)
	return min(v[0], v[1], v[2], v[3]) > bare
}

// around are the levels of the four blocks between whose middles a dot lies, the upper two
// first, and how far it is on the way from the first to the next, across and down.
func (p *Paper) around(x, y float64) (v [4]float64, fx, fy float64) {
	fx, fy = x/float64(p.side)-0.5, y/float64(p.side)-0.5
	fx, fy = min(max(fx, 0), float64(p.nx-1)), min(max(fy, 0), float64(p.ny-1))
	ix, iy := min(int(fx), max(0, p.nx-2)), min(int(fy), max(0, p.ny-2))
	jx, jy := min(ix+1, p.nx-1), min(iy+1, p.ny-1)
	v = [4]float64{p.level[iy*p.nx+ix], p.level[iy*p.nx+jx], p.level[jy*p.nx+ix], p.level[jy*p.nx+jx]}
	return v, fx - float64(ix), fy - float64(iy)
}
