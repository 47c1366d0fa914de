package text

import "ziping/extract/ocr/kernel"

// neck makes one vector of model numbers for each step of a line.
type neck struct {
	narrow, merge      *along
	enter, leave, last *kernel.Fixed
	mixers             [2]*mixer
	after              norm
	// What a call needs; used again by the next.
	pooled, joined, small, z, y []float32
}

func newNeck(s *source) *neck {
	k := &neck{narrow: newAlong(s, neckChannels, smallChannels), enter: linear(s, smallChannels, model)}
	for i := range k.mixers {
		k.mixers[i] = newMixer(s)
	}
	k.after = norm{s.next(model), s.next(model), 1e-6}
	k.leave = linear(s, model, neckChannels)
	k.merge, k.last = newAlong(s, 2*neckChannels, smallChannels), linear(s, smallChannels, model)
	return k
}

// apply takes 3 rows of two pixels a step and gives steps × model. fixed is for the
// products.
func (k *neck) apply(in *plane, fixed *kernel.Rows) []float32 {
	const c = neckChannels
	steps := in.pixels / 2
	k.pooled = grown(k.pooled, steps*c)
	clear(k.pooled)
	for t := range steps {
		mean := k.pooled[t*c : (t+1)*c]
		for y := range in.rows {
			kernel.AddEach(mean, in.row(y)[2*t*c:(2*t+2)*c])
		}
		for i := range mean {
			mean[i] *= 1.0 / 6
		}
	}

	k.small, k.z, k.y = grown(k.small, steps*smallChannels), grown(k.z, steps*model), grown(k.y, steps*model)
	k.narrow.apply(k.small, k.pooled, steps, fixed)
	kernel.Swish(k.small)
	fixed.Set(k.small, steps, smallChannels)
	k.enter.Mul(k.z, kernel.Place{}, fixed)
	kernel.Swish(k.z)
	for _, m := range k.mixers {
		m.apply(k.z, fixed)
	}
	k.after.apply(k.y, k.z)

	k.joined = grown(k.joined, steps*2*c)
	fixed.Set(k.y, steps, model)
	k.leave.Mul(k.joined[c:], kernel.Place{Run: 1, Line: 2 * c}, fixed)
	for t := range steps {
		copy(k.joined[2*t*c:], k.pooled[t*c:(t+1)*c])
		kernel.Swish(k.joined[(2*t+1)*c : (2*t+2)*c])
	}
	k.merge.apply(k.small, k.joined, steps, fixed)
	kernel.Swish(k.small)
	fixed.Set(k.small, steps, smallChannels)
	k.last.Mul(k.z, kernel.Place{}, fixed)
	kernel.Swish(k.z)
	return k.z
}
