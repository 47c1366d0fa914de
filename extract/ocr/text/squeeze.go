package text

import "ziping/extract/ocr/kernel"

// squeeze weighs the channels of a picture by what two small layers make of their
// means.
type squeeze struct {
	down, up           *kernel.Packed
	means, few, weight []float32
}

func newSqueeze(s *source, channels int) *squeeze {
	few := channels / 4
	down := kernel.Pack(channels, few, s.once(channels*few)).With(s.next(few), kernel.After{Kind: kernel.ReLU})
	up := kernel.Pack(few, channels, s.once(few*channels)).With(s.next(channels), kernel.After{})
	return &squeeze{down, up, make([]float32, channels), make([]float32, few), make([]float32, channels)}
}

// apply changes p, which has no frame.
func (q *squeeze) apply(p *plane) {
	clear(q.means)
	kernel.AddEach(q.means, p.v)
	for i := range q.means {
		q.means[i] /= float32(p.rows * p.pixels)
	}
	q.down.Mul(q.few, q.means, 1)
	q.up.Mul(q.weight, q.few, 1)
	for i, x := range q.weight {
		q.weight[i] = min(max(x/6+0.5, 0), 1)
	}
	kernel.MulEach(p.v, q.weight)
}
