package wear

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// Kind is a name for damages that belong together, and how they are drawn by lot.
type Kind struct {
	Name string
	// Stamped says that stamps are put on the sheet, Backed that its back is printed.
	Stamped, Backed bool
	draw            func(d *Damage, r lot)
}

// lot draws parameters.
type lot struct{ *rand.Rand }

// in draws between two bounds.
func (r lot) in(from, to float64) float64 { return from + (to-from)*r.Float64() }

// either draws between two bounds, of either sign.
func (r lot) either(from, to float64) float64 {
	if r.IntN(2) == 0 {
		return -r.in(from, to)
	}
	return r.in(from, to)
}

// scan is what every scanner does, at its best.
func scan(d *Damage, r lot) {
	p := r.in(0.92, 0.99)
	d.Paper = [3]float64{p, p * r.in(0.985, 1), p * r.in(0.95, 0.995)}
	d.Toner, d.Grain = r.in(0.05, 0.16), r.in(0, 0.008)
	d.Starved = r.in(0, 0.05)
	d.Blur, d.Noise = r.in(0.35, 0.7), r.in(0.006, 0.018)
	d.Skew, d.Margin = r.either(0, 0.6), 2
	d.Bed = 0.97
}

// Kinds is the list of kinds.
var Kinds = []Kind{
	{Name: "clean", draw: func(d *Damage, _ lot) { d.Bed = 1 }},
	{Name: "scan", draw: scan},
	{Name: "skew-2", draw: func(d *Damage, r lot) { scan(d, r); d.Skew, d.Margin = r.either(1, 2), 12 }},
	{Name: "skew-5", draw: func(d *Damage, r lot) { scan(d, r); d.Skew, d.Margin = r.either(3, 5), 36 }},
	{Name: "blur", draw: func(d *Damage, r lot) { scan(d, r); d.Blur = r.in(0.45, 0.62) * d.DPI / 100 }},
	{Name: "noise", draw: func(d *Damage, r lot) { scan(d, r); d.Noise = r.in(0.05, 0.1) }},
	{Name: "jpeg", draw: func(d *Damage, r lot) { scan(d, r); d.JPEG = 25 + r.IntN(36) }},
	{Name: "uneven", draw: func(d *Damage, r lot) {
		scan(d, r)
		d.Slope = [2]float64{r.either(0.1, 0.35), r.either(0.1, 0.35)}
		d.Gutter, d.Fall = r.in(0, 0.4), r.in(0, 0.2)
	}},
	{Name: "low-contrast", draw: func(d *Damage, r lot) { scan(d, r); d.Black, d.White = r.in(0.35, 0.5), r.in(0.68, 0.8) }},
	{Name: "faint", draw: func(d *Damage, r lot) { scan(d, r); d.Toner, d.Starved = r.in(0.4, 0.55), r.in(0.12, 0.25) }},
	{Name: "photo", draw: photo},
	{Name: "curl", draw: func(d *Damage, r lot) {
		scan(d, r)
		d.Curl, d.Margin, d.Gutter, d.Colour = r.either(3, 10), 16, r.in(0, 0.35), r.IntN(2) == 0
		d.Bed = r.in(0.1, 0.5)
	}},
	{Name: "holes", draw: func(d *Damage, r lot) { scan(d, r); d.Holes, d.Bed = 2+2*r.IntN(2), r.in(0.02, 0.6) }},
	{Name: "edges", draw: func(d *Damage, r lot) { scan(d, r); d.Edges, d.Bed = r.in(6, 20), 0.03 }},
	{Name: "seal-red", Stamped: true, draw: func(d *Damage, r lot) {
		scan(d, r)
		d.Colour, d.Seal, d.SealInk = true, [3]float64{r.in(0.8, 0.9), r.in(0.12, 0.3), r.in(0.15, 0.35)}, r.in(0.6, 0.95)
	}},
	{Name: "seal-grey", Stamped: true, draw: func(d *Damage, r lot) {
		scan(d, r)
		g := r.in(0.38, 0.58)
		d.Seal, d.SealInk = [3]float64{g, g, g}, r.in(0.8, 1)
	}},
	{Name: "salt", draw: func(d *Damage, r lot) { scan(d, r); d.Salt = r.in(0.01, 0.04) }},
	{Name: "fax-98", draw: func(d *Damage, r lot) { fax(d, r, 204, 98); d.Doubled = true }},
	{Name: "fax-196", draw: func(d *Damage, r lot) { fax(d, r, 204, 196) }},
	{Name: "fax-fine", draw: func(d *Damage, r lot) { fax(d, r, d.DPI, d.DPI) }},
	{Name: "copy", draw: func(d *Damage, r lot) { scan(d, r); photocopy(d, r, 1, 0.4, 0.55) }},
	{Name: "copy-dark", draw: func(d *Damage, r lot) { scan(d, r); photocopy(d, r, 2+r.IntN(2), 0.55, 0.68) }},
	{Name: "turn-90", draw: func(d *Damage, r lot) { scan(d, r); d.Turn = 1 }},
	{Name: "turn-180", draw: func(d *Damage, r lot) { scan(d, r); d.Turn = 2 }},
	{Name: "turn-270", draw: func(d *Damage, r lot) { scan(d, r); d.Turn = 3 }},
	{Name: "through", Backed: true, draw: func(d *Damage, r lot) { scan(d, r); d.Through = r.in(0.1, 0.28) }},
}

func photo(d *Damage, r lot) {
	scan(d, r)
	for i := range d.Corners {
		d.Corners[i] = [2]float64{r.either(0, 0.025), r.either(0, 0.025)}
	}
	d.Skew, d.Margin, d.Bed = r.either(0, 2.5), r.in(20, 45), r.in(0.15, 0.5)
	d.Curl = r.either(0, 2.5)
	d.Slope, d.Fall = [2]float64{r.either(0, 0.2), r.either(0, 0.2)}, r.in(0.1, 0.3)
	d.Blur, d.Noise = r.in(0.5, 0.9), r.in(0.012, 0.03)
	d.Colour, d.JPEG = true, 70+r.IntN(21)
}

func fax(d *Damage, r lot, x, y float64) {
	scan(d, r)
	d.DPI, d.DPIY = x, y
	d.Blur, d.Noise, d.Dropped = r.in(0.4, 0.7), r.in(0.03, 0.08), r.in(0, 0.004)
	d.Binary = r.in(0.5, 0.68)
	if y < 150 {
		d.Binary += 0.06 // else thin strokes fall between the lines
	}
	d.Edges = max(0, r.in(-8, 8))
}

func photocopy(d *Damage, r lot, times int, from, to float64) {
	d.Copies = nil
	for range times {
		d.Copies = append(d.Copies, Copy{Blur: r.in(0.16, 0.28), Level: r.in(from, to), Steep: r.in(9, 16), Specks: r.in(0.5, 6), Streak: r.in(0, 0.12)})
	}
	d.Edges = max(0, r.in(-10, 16))
}

// Of draws the damage of a kind at a resolution.
func Of(kind string, dpi float64, rng *rand.Rand) (Damage, error) {
	i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == kind })
	if i < 0 {
		return Damage{}, fmt.Errorf("no kind of damage is called %q", kind)
	}
	d := Damage{DPI: dpi}
	Kinds[i].draw(&d, lot{rng})
	return d, nil
}

// Find is the kind of a name, and whether there is one.
func Find(name string) (Kind, bool) {
	for _, k := range Kinds {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}

// Group is what a kind belongs to: what every scan may have, what hides or breaks print,
// or what lies around it.
func Group(kind string) string {
	name, _, _ := strings.Cut(kind, "-")
	switch name {
	case "clean", "scan", "skew", "blur", "noise", "jpeg", "uneven", "low", "faint", "photo":
		return "ordinary"
	case "seal", "salt", "fax", "copy":
		return "stamped, copied"
	}
	return "around the print"
}
