package text

import "ziping/extract/ocr/kernel"

const (
	// tall is the height of what the network sees in dots.
	tall = 48
	// stride is how many dots one step of the output stands for.
	stride = 8
	// classes are what a step may be: none, the keys, a blank.
	classes = 6625

	stemChannels  = 16
	neckChannels  = 480
	smallChannels = 60
)

// plans are the blocks from left to right; what they halve makes 48 rows 3, and eight
// dots four.
func plans() []plan {
	return []plan{
		{3, 16, 32, 1, 1, false},
		{3, 32, 64, 1, 1, false},
		{3, 64, 64, 1, 1, false},
		{3, 64, 128, 2, 1, false},
		{3, 128, 128, 1, 1, false},
		{3, 128, 240, 1, 2, false},
		{5, 240, 240, 1, 1, false},
		{5, 240, 240, 1, 1, false},
		{5, 240, 240, 1, 1, false},
		{5, 240, 240, 1, 1, false},
		{5, 240, 480, 2, 1, true},
		{5, 480, 480, 1, 1, true},
		{5, 480, 480, 2, 1, false},
		{5, 480, 480, 1, 1, false},
	}
}

// network is PP-OCRv4's mobile recogniser: a convolutional body (PP-LCNetV3), a neck
// that looks along the line (SVTR), and a layer of classes.
type network struct {
	stem   *kernel.Packed
	blocks []block
	neck   *neck
	head   *kernel.Fixed

	windows             []float32
	one, other, between plane
	logits              []float32
	fixed               kernel.Rows
}

func newNetwork(s *source) *network {
	n := &network{}
	const taps = 9
	n.stem = kernel.Pack(taps, stemChannels, s.once(taps*stemChannels)).With(s.next(stemChannels), kernel.After{})
	for _, p := range plans() {
		n.blocks = append(n.blocks, newBlock(s, p))
	}
	n.neck = newNeck(s)
	n.head = kernel.PackFixed(model, classes, s.once(model*classes)).With(s.next(classes), kernel.After{})
	return n
}

// run gives the probabilities of steps × classes for a picture of tall rows whose width
// is a multiple of stride, in numbers from −1 (ink) to 1 (paper). They hold until the
// next call.
func (n *network) run(picture []float32) []float32 {
	width := len(picture) / tall
	in, out := &n.one, &n.other
	n.look(in, picture, width)
	for i := range n.blocks {
		pad := 0
		if i+1 < len(n.blocks) {
			pad = n.blocks[i+1].plan.window / 2
		}
		n.blocks[i].apply(out, &n.between, in, pad, &n.fixed)
		in, out = out, in
	}
	steps := width / stride
	z := n.neck.apply(in, &n.fixed)
	n.logits = grown(n.logits, steps*classes)
	n.fixed.Set(z, steps, model)
	n.head.Mul(n.logits, kernel.Place{}, &n.fixed)
	for i := range steps {
		kernel.Softmax(n.logits[i*classes : (i+1)*classes])
	}
	return n.logits
}

// look is the first convolution, 3×3 in steps of two, with zeros around the picture.
func (n *network) look(out *plane, picture []float32, width int) {
	const taps = 9
	out.shape(tall/2, width/2, stemChannels, n.blocks[0].plan.window/2)
	n.windows = grown(n.windows, width/2*taps)
	for y := range out.rows {
		clear(n.windows)
		for i := range 3 {
			from := 2*y + i - 1
			if from < 0 || from >= tall {
				continue
			}
			line := picture[from*width : (from+1)*width]
			for x := range out.pixels {
				w := n.windows[x*taps+3*i : x*taps+3*i+3]
				if x > 0 {
					w[0] = line[2*x-1]
				}
				w[1], w[2] = line[2*x], line[2*x+1]
			}
		}
		n.stem.Mul(out.row(y), n.windows, out.pixels)
	}
}
