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
	look, join, wide, up *kernel.Fixed
	// What a call needs; used again by the next.
	normal, looks, scores, mixed, hidden []float32
	keys, values                         *kernel.Packed
}

const (
	wideModel = 2 * model
	epsilon   = 1e-5
)

// linear is a layer of numbers that are all weighed for each other.
func linear(s *source, in, out int) *kernel.Fixed {
	return kernel.PackFixed(in, out, s.once(in*out)).With(s.next(out), kernel.After{})
}

func newMixer(s *source) *mixer {
	m := &mixer{keys: kernel.Pack(1, 1, []float32{0}), values: kernel.Pack(1, 1, []float32{0})}
	m.before = norm{s.next(model), s.next(model), epsilon}
	m.look, m.join = linear(s, model, 3*model), linear(s, model, model)
	m.middle = norm{s.next(model), s.next(model), epsilon}
	m.wide, m.up = linear(s, model, wideModel), linear(s, wideModel, model)
	return m
}

// apply changes z, steps × model. fixed is for the products.
func (m *mixer) apply(z []float32, fixed *kernel.Rows) {
	steps := len(z) / model
	m.normal = grown(m.normal, len(z))
	m.mixed = grown(m.mixed, len(z))
	m.looks = grown(m.looks, 3*len(z))
	m.hidden = grown(m.hidden, steps*wideModel)
	m.scores = grown(m.scores, steps*steps)

	m.before.apply(m.normal, z)
	fixed.Set(m.normal, steps, model)
	m.look.Mul(m.looks, kernel.Place{}, fixed)
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
	fixed.Set(m.mixed, steps, model)
	m.join.Mul(m.normal, kernel.Place{}, fixed)
	for i, x := range m.normal {
		z[i] += x
	}

	m.middle.apply(m.normal, z)
	fixed.Set(m.normal, steps, model)
	m.wide.Mul(m.hidden, kernel.Place{}, fixed)
	kernel.Swish(m.hidden)
	fixed.Set(m.hidden, steps, wideModel)
	m.up.Mul(m.normal, kernel.Place{}, fixed)
	for i, x := range m.normal {
		z[i] += x
	}
}
