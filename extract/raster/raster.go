// Package raster is a picture of a page as scanners and cameras give it, before
// anything is known of what stands on it.
//
//	p := raster.New(1654, 2339)
//	p.Grey[y*p.W+x] = 255 // paper
package raster

// Picture is a page in dots, row by row from the top left.
type Picture struct {
	W, H int
	Grey []uint8 // 0 black to 255 white, W*H
	// Red is the red of a picture in colour, in which red seals are as light as
	// paper; nil where the picture has none.
	Red []uint8
	// DPI is what the file says of its resolution; 0 where it says nothing or
	// nothing that a page could have.
	DPI float64
}

// New is a black picture without colour.
func New(w, h int) *Picture { return &Picture{W: w, H: h, Grey: make([]uint8, w*h)} }

// Colourless reports that a picture's red is its grey all over, as of a grey page
// saved in colour.
func (p *Picture) Colourless() bool {
	const much = 24
	for i, r := range p.Red {
		if d := int(r) - int(p.Grey[i]); d > much || d < -much {
			return false
		}
	}
	return true
}

// Reddish reports that a part of a picture is red, as a seal is.
func (p *Picture) Reddish() bool {
	const much, share = 60, 2000
	n := 0
	for i, r := range p.Red {
		if int(r)-int(p.Grey[i]) > much {
			n++
		}
	}
	return n*share > len(p.Grey)
}

// Turned is the picture turned clockwise by a number of quarters.
func (p *Picture) Turned(quarters int) *Picture {
	quarters &= 3
	if quarters == 0 {
		return p
	}
	w, h := p.W, p.H
	if quarters != 2 {
		w, h = h, w
	}
	out := New(w, h)
	out.DPI = p.DPI
	turn(out.Grey, p.Grey, p.W, p.H, quarters)
	if p.Red != nil {
		out.Red = make([]uint8, w*h)
		turn(out.Red, p.Red, p.W, p.H, quarters)
	}
	return out
}

func turn(to, from []uint8, w, h, quarters int) {
	for y := range h {
		row := from[y*w : (y+1)*w]
		for x, v := range row {
			switch quarters {
			case 1:
				to[x*h+h-1-y] = v
			case 2:
				to[(h-1-y)*w+w-1-x] = v
			default:
				to[(w-1-x)*h+y] = v
			}
		}
	}
}

// Stretched is the picture with another height, between whose rows it is as light as
// the rows above and below are. Of black and white alone no greys are made: a thin line
// would be grey where it falls between two rows and black where it falls on one.
func (p *Picture) Stretched(h int) *Picture {
	if h == p.H {
		return p
	}
	out := New(p.W, h)
	out.DPI = p.DPI
	by := stretch
	if p.Red == nil && twoTone(p.Grey) {
		by = repeat
	}
	by(out.Grey, p.Grey, p.W, p.H, h)
	if p.Red != nil {
		out.Red = make([]uint8, p.W*h)
		by(out.Red, p.Red, p.W, p.H, h)
	}
	return out
}

// twoTone reports dots that are black or white, as those of a fax.
func twoTone(dots []uint8) bool {
	for _, v := range dots {
		if v != 0 && v != 255 {
			return false
		}
	}
	return true
}

func repeat(to, from []uint8, w, h, high int) {
	for y := range high {
		row := min(int((float64(y)+0.5)*float64(h)/float64(high)), h-1)
		copy(to[y*w:(y+1)*w], from[row*w:(row+1)*w])
	}
}

func stretch(to, from []uint8, w, h, high int) {
	for y := range high {
		at := (float64(y)+0.5)*float64(h)/float64(high) - 0.5
		up := min(max(int(at), 0), h-1)
		down := min(up+1, h-1)
		part := int(256 * min(max(at-float64(up), 0), 1))
		for x := range w {
			a, b := int(from[up*w+x]), int(from[down*w+x])
			to[y*w+x] = uint8((a*(256-part) + b*part) >> 8)
		}
	}
}
