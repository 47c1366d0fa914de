package wear

import (
	"math"
	"math/rand/v2"
)

// shade lays the light on what is seen.
func (d *Damage) shade(f field) {
	if d.Slope == [2]float64{} && d.Fall == 0 && d.Gutter == 0 {
		return
	}
	for y := range f.h {
		v := 2*float64(y)/float64(f.h) - 1
		for x := range f.w {
			u := 2*float64(x)/float64(f.w) - 1
			light := 1 - d.Slope[0]*(u+1)/2 - d.Slope[1]*(v+1)/2 - d.Fall*(u*u+v*v)/2
			light -= d.Gutter * math.Exp(-(u+1)/0.12)
			*f.at(x, y) *= float32(max(0.05, light))
		}
	}
}

// edges are the dark strips where the lid did not close or the feeder was wider
// than the page; up to three sides, ragged.
func (d *Damage) edges(seen []field, rng *rand.Rand) {
	if d.Edges == 0 {
		return
	}
	f := seen[0]
	spare := rng.IntN(4)
	var wide [4]float64
	for i := range wide {
		if i != spare {
			wide[i] = d.Edges * (0.4 + 0.6*rng.Float64()) * d.DPI / 72
		}
	}
	ragged := clouds(f.w, 1, 40, rng)
	side := clouds(f.h, 1, 40, rng)
	for y := range f.h {
		for x := range f.w {
			r, s := 1+0.12*float64(ragged.v[x]), 1+0.12*float64(side.v[y])
			if float64(y) < wide[0]*r || float64(f.w-1-x) < wide[1]*s || float64(f.h-1-y) < wide[2]*r || float64(x) < wide[3]*s {
				for _, p := range seen {
					*p.at(x, y) = 0.04
				}
			}
		}
	}
}

// over sends a picture through a photocopier.
func (c Copy) over(seen []field, g *Geometry, rng *rand.Rand) {
	for _, f := range seen {
		f.blur(c.Blur*g.DPIX/72, c.Blur*g.DPIY/72)
		streaks, rough := clouds(f.w, 1, 0.8*g.DPIX/72, rng), clouds(f.w, f.h, 0.35*g.DPIX/72, rng)
		for y := range f.h {
			for x := range f.w {
				v := f.at(x, y)
				in := float64(*v) + 0.035*float64(rough.v[y*f.w+x])
				out := 1 / (1 + math.Exp(-c.Steep*(in-c.Level)))
				*v = float32(min(1, max(0, out-c.Streak*max(0, float64(streaks.v[x])-1))))
			}
		}
		area := float64(f.w) / g.DPIX * 2.54 * float64(f.h) / g.DPIY * 2.54
		for range int(c.Specks * area) {
			r := 0.12 * math.Exp(0.6*rng.NormFloat64())
			value := float32(0.05 + 0.2*rng.Float64())
			if rng.IntN(5) == 0 {
				value = 0.97
			}
			f.disc(rng.Float64()*float64(f.w), rng.Float64()*float64(f.h), max(0.4, r*g.DPIX/72), max(0.4, r*g.DPIY/72), value)
		}
	}
}

// sense is what the sensor makes of it: contrast, noise, wrong dots, black and white.
func (d *Damage) sense(f field, rng *rand.Rand) {
	white := d.White
	if white == 0 {
		white = 1
	}
	for i, v := range f.v {
		in := d.Black + float64(v)*(white-d.Black)
		if d.Noise > 0 {
			in += d.Noise * rng.NormFloat64()
		}
		if d.Salt > 0 && rng.Float64() < d.Salt {
			in = float64(rng.IntN(2))
		}
		if d.Binary > 0 {
			if in < d.Binary {
				in = 0
			} else {
				in = 1
			}
		}
		f.v[i] = float32(in)
	}
}

// lines are those that a fax machine got wrong: the line before comes again.
func (d *Damage) lines(seen []field, rng *rand.Rand) {
	if d.Dropped == 0 {
		return
	}
	for y := 1; y < seen[0].h; y++ {
		if rng.Float64() >= d.Dropped {
			continue
		}
		for _, f := range seen {
			copy(f.v[y*f.w:(y+1)*f.w], f.v[(y-1)*f.w:y*f.w])
		}
	}
}
