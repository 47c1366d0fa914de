package text

import "ziping/extract/ocr/kernel"

// plane is a picture of numbers, all channels of a pixel together, within a frame of
// zeros that is pad pixels wide.
type plane struct {
	rows, pixels, channels, pad int
	v                           []float32
}

// shape makes p another picture, whose frame is zero and whose inside is anything.
func (p *plane) shape(rows, pixels, channels, pad int) {
	p.rows, p.pixels, p.channels, p.pad = rows, pixels, channels, pad
	p.v = grown(p.v, (rows+2*pad)*p.line())
	if pad == 0 {
		return
	}
	clear(p.v[:pad*p.line()])
	clear(p.v[(pad+rows)*p.line():])
	for y := pad; y < pad+rows; y++ {
		clear(p.v[y*p.line() : y*p.line()+pad*channels])
		clear(p.v[(y+1)*p.line()-pad*channels : (y+1)*p.line()])
	}
}

// line is the distance of two rows in numbers.
func (p *plane) line() int { return (p.pixels + 2*p.pad) * p.channels }

// row is the inside of a row.
func (p *plane) row(y int) []float32 {
	from := (y+p.pad)*p.line() + p.pad*p.channels
	return p.v[from : from+p.pixels*p.channels]
}

// block is a depthwise convolution, for some with the channels weighed by their means,
// and a convolution of single pixels.
type block struct {
	plan    plan
	depth   *kernel.Depthwise
	squeeze *squeeze
	point   *kernel.Fixed
}

// plan is the size of the window of a block, its channels, its steps, and whether it
// weighs channels.
type plan struct {
	window, in, out, down, right int
	squeeze                      bool
}

func newBlock(s *source, p plan) block {
	b := block{plan: p}
	w, bias := s.once(p.window*p.window*p.in), s.next(p.in)
	b.depth = kernel.PackDepthwise(p.window, p.window, p.in, w, bias, hardSwish(s))
	if p.squeeze {
		b.squeeze = newSqueeze(s, p.in)
	}
	w, bias = s.once(p.in*p.out), s.next(p.out)
	b.point = kernel.PackFixed(p.in, p.out, w).With(bias, hardSwish(s))
	return b
}

func hardSwish(s *source) kernel.After {
	v := s.next(2)
	return kernel.After{Kind: kernel.HardSwish, Scale: v[0], Shift: v[1]}
}

// together is how many pixels are worked on at a time, at least: enough for the
// products, and few enough that they stay in the processor's cache.
const together = 200

// apply makes out of in, whose frame is half the window, with a frame of pad pixels.
// between and fixed are for what lies between the two convolutions.
func (b *block) apply(out, between, in *plane, pad int, fixed *kernel.Rows) {
	p := b.plan
	rows, pixels := (in.rows-1)/p.down+1, (in.pixels-1)/p.right+1
	out.shape(rows, pixels, p.out, pad)
	at := kernel.Place{Run: pixels, Line: out.line()}
	step := rows // a squeeze needs all of them
	if b.squeeze == nil {
		step = (together + pixels - 1) / pixels
	}
	for y := 0; y < rows; y += step {
		n := min(step, rows-y)
		between.shape(n, pixels, p.in, 0)
		b.depth.Apply(between.v, in.v[y*p.down*in.line():], kernel.Shape{
			Rows: n, Pixels: pixels, Line: in.line(), Down: p.down, Right: p.right,
		})
		if b.squeeze != nil {
			b.squeeze.apply(between)
		}
		fixed.Set(between.v, n*pixels, p.in)
		b.point.Mul(out.v[(y+pad)*out.line()+pad*p.out:], at, fixed)
	}
}
