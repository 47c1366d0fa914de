package text

import "ziping/extract/ocr/kernel"

// A mixer lets every step of a line look at every other (a transformer's layer): heads
// of dim channels each, with its queries scaled beforehand.
const (
	heads = 8
	dim   = 15
	model = heads * dim
)

type mixer struct {
	before, middle       norm
	look, join, wide, up *kernel.Packed
	// What a call needs; used again by the next.
	normal, looks, scores, mixed, hidden []float32
	keys, values                         *kernel.Packed
}

const (
	wideModel = 2 * model
	epsilon   = 1e-5
)

func newMixer(s *source) *mixer {
	linear := func(in, out int) *kernel.Packed {
		return kernel.Pack(in, out, s.next(in*out)).With(s.next(out), kernel.After{})
	}
	m := &mixer{keys: kernel.Pack(1, 1, []float32{0}), values: kernel.Pack(1, 1, []float32{0})}
	m.before = norm{s.next(model), s.next(model), epsilon}
	m.look, m.join = linear(model, 3*model), linear(model, model)
	m.middle = norm{s.next(model), s.next(model), epsilon}
	m.wide, m.up = linear(model, wideModel), linear(wideModel, model)
	return m
}

// apply changes z, steps × model.
func (m *mixer) apply(z []float32) {
	steps := len(z) / model
	m.normal = grown(m.normal, len(z))
	m.mixed = grown(m.mixed, len(z))
	m.looks = grown(m.looks, 3*len(z))
	m.hidden = grown(m.hidden, steps*wideModel)
	m.scores = grown(m.scores, steps*steps)

	m.before.apply(m.normal, z)
	m.look.Mul(m.looks, m.normal, steps)
	for h := range heads {
		queries, keys, values := m.looks[h*dim:], m.looks[model+h*dim:], m.looks[2*model+h*dim:]
		m.keys.Set(dim, steps, keys, 1, 3*model)
		m.keys.MulRows(m.scores, steps, queries, 3*model, steps)
		for i := range steps {
			kernel.Softmax(m.scores[i*steps : (i+1)*steps])
		}
		m.values.Set(steps, dim, values, 3*model, 1)
		m.values.MulRows(m.mixed[h*dim:], model, m.scores, steps, steps)
	}
	m.join.Mul(m.normal, m.mixed, steps)
	for i, x := range m.normal {
		z[i] += x
	}

	m.middle.apply(m.normal, z)
	m.wide.Mul(m.hidden, m.normal, steps)
	kernel.Swish(m.hidden)
	m.up.Mul(m.normal, m.hidden, steps)
	for i, x := range m.normal {
		z[i] += x
	}
}
