package straight

import "math"

const (
	along  = 4 // the highest power of the way along a curve
	across = 2 // and across
	terms  = along * (across + 1)
	// weak is how little the linear terms are held back.
	weak = 1e-6
)

// poly is a sum of c*a^i*b^j with i from 1 to along and j from 0 to across. Nothing
// depends on b alone: that would only move straight lines.
type poly [terms]float64

type samples struct {
	a, b   []float64
	weight float64
}

func powers(a, b float64) (p poly) {
	n := 0
	ai := 1.0
	for range along {
		ai *= a
		v := ai
		for range across + 1 {
			p[n] = v
			n++
			v *= b
		}
	}
	return p
}

func (c *poly) at(a, b float64) float64 {
	t := 0.0
	for i := along - 1; i >= 0; i-- {
		k := i * (across + 1)
		t = float64((t + c[k] + float64(b*(c[k+1]+float64(b*c[k+2])))) * a)
	}
	return t
}

// lean is the slope in the middle of the page.
func (c *poly) lean() float64 { return c[0] }

// held is how much a term is held back: the more the higher its powers, so that few
// curves bend nothing.
func held(n int, weak float64) float64 {
	i, j := n/(across+1)+1, n%(across+1)
	return weak * math.Pow(30, float64(i+j-1))
}

// fit finds the polynomial that makes b + poly the same all along each curve. lean
// is what the slope is likely to be.
func fit(curves []samples, lean, weak float64) poly {
	var c poly
	c[0] = lean
	if len(curves) == 0 {
		return c
	}
	weight := make([]float64, len(curves))
	for i, s := range curves {
		weight[i] = s.weight
	}
	for range 4 {
		c = solve(curves, weight, lean, weak)
		for i, s := range curves {
			// A curve that stays bent is no ruling, or a bad one.
			r := straying(s, &c) / bent
			weight[i] = s.weight / (1 + float64(r*r))
		}
	}
	return c
}

// bent is how far from straight a curve is that counts half, in halves of the page.
const bent = 0.0012

func straying(s samples, c *poly) float64 {
	var sum, sq float64
	for i := range s.a {
		v := s.b[i] + c.at(s.a[i], s.b[i])
		sum += v
		sq += float64(v * v)
	}
	n := float64(len(s.a))
	return math.Sqrt(max(0, sq/n-float64(sum*sum/(n*n))))
}

func solve(curves []samples, weight []float64, lean, weak float64) poly {
	var m [terms][terms + 1]float64
	total := 0.0
	for k, s := range curves {
		var mean poly
		mb := 0.0
		ps := make([]poly, len(s.a))
		for i := range s.a {
			ps[i] = powers(s.a[i], s.b[i])
			for t := range terms {
				mean[t] += ps[i][t]
			}
			mb += s.b[i]
		}
		n := float64(len(s.a))
		w := weight[k]
		total += float64(w * n)
		for i := range s.a {
			var d poly
			for t := range terms {
				d[t] = ps[i][t] - mean[t]/n
			}
			e := -(s.b[i] - mb/n)
			for t := range terms {
				for u := range terms {
					m[t][u] += float64(w * d[t] * d[u])
				}
				m[t][terms] += float64(w * d[t] * e)
			}
		}
	}
	for t := range terms {
		h := float64(total * held(t, weak))
		m[t][t] += h
		if t == 0 {
			m[t][terms] += float64(h * lean)
		}
	}
	return gauss(&m)
}

// gauss solves the equations; they are never singular, since every term is held.
func gauss(m *[terms][terms + 1]float64) (c poly) {
	for i := range terms {
		p := i
		for j := i + 1; j < terms; j++ {
			if math.Abs(m[j][i]) > math.Abs(m[p][i]) {
				p = j
			}
		}
		m[i], m[p] = m[p], m[i]
		if m[i][i] == 0 {
			continue
		}
		for j := i + 1; j < terms; j++ {
			f := m[j][i] / m[i][i]
			for k := i; k <= terms; k++ {
				m[j][k] -= float64(f * m[i][k])
			}
		}
	}
	for i := terms - 1; i >= 0; i-- {
		v := m[i][terms]
		for k := i + 1; k < terms; k++ {
			v -= float64(m[i][k] * c[k])
		}
		if m[i][i] != 0 {
			c[i] = v / m[i][i]
		}
	}
	return c
}
