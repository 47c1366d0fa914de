package scan

import "math"

// lean is the slope of the page's lines of text, down for along, where too few level
// rulings tell it: the one under which the rows of dots are darkest and lightest.
func (d *desk) lean() float64 {
	long := 0
	for _, r := range d.ridges {
		if r.Level {
			long += len(r.At)
		}
	}
	if long > d.ink.W {
		return 0
	}
	pix := d.without(d.even)
	k := d.ink
	wide := max(4, int(d.em))
	n := k.W / wide
	if n < 3 {
		return 0
	}
	sums := make([]float64, n*k.H)
	for y := range k.H {
		for i := range n {
			t := 0
			for _, v := range pix[y*k.W+i*wide : y*k.W+(i+1)*wide] {
				t += 255 - int(v)
			}
			sums[i*k.H+y] = float64(t)
		}
	}
	row := make([]float64, k.H)
	sharp := func(slope float64) float64 {
		clear(row)
		for i := range n {
			off := int(math.Round(slope * float64(wide) * (float64(i) - float64(n)/2)))
			s := sums[i*k.H : (i+1)*k.H]
			from, to := max(0, -off), min(k.H, k.H-off)
			for y := from; y < to; y++ {
				row[y] += s[y+off]
			}
		}
		t := 0.0
		for y := 1; y < k.H; y++ {
			e := row[y] - row[y-1]
			t += e * e
		}
		return t
	}
	best, at := 0.0, 0.0
	try := func(from, to, step float64) {
		for s := from; s <= to+step/2; s += step {
			if v := sharp(s); v > best {
				best, at = v, s
			}
		}
	}
	try(-steepest, steepest, 0.004)
	try(at-0.003, at+0.003, 0.001)
	return at
}

// steepest is how much lines of text lean at most: 6 degrees.
const steepest = 0.105
