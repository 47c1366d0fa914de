package wear

import (
	"bytes"
	"image/png"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"ziping/tools/eval/paper/press"
)

const pageW, pageH = 200.0, 280.0

// marks are places of the page where the test prints black squares.
var marks = [][2]float64{{40, 40}, {160, 40}, {100, 140}, {40, 240}, {160, 240}}

// sheet is a page with marks, printed fine enough for every resolution.
func sheet() Sheet {
	p := press.NewPlane(pageW, pageH, 400.0/72)
	for _, m := range marks {
		p.Rect(m[0]-4, m[1]-4, m[0]+4, m[1]+4, 1)
	}
	return Sheet{Width: pageW, Height: pageH, Ink: p}
}

func random(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 9)) }

// worn is a sheet damaged by a kind, with nothing else set.
func worn(t *testing.T, s Sheet, kind string, dpi float64, seed uint64) (*Picture, Damage) {
	t.Helper()
	rng := random(seed)
	d, err := Of(kind, dpi, rng)
	if err != nil {
		t.Fatal(err)
	}
	return d.Apply(s, rng), d
}

// Every kind keeps its promise of where a place has gone: the middle of the dark
// dots round a mark lies where the mapping says.
func TestMapping(t *testing.T) {
	s := sheet()
	for _, k := range Kinds {
		for seed := range uint64(1) {
			p, _ := worn(t, s, k.Name, 110, seed)
			for _, m := range marks {
				x, y := p.Geometry.To(m[0], m[1])
				cx, cy := middle(p, x, y)
				if math.Hypot(cx-x, cy-y) > 1.3 {
					t.Errorf("%s, seed %d: the mark %v is at %.1f,%.1f, said %.1f,%.1f", k.Name, seed, m, cx, cy, x, y)
				}
				if bx, by := p.Geometry.From(x, y); math.Hypot(bx-m[0], by-m[1]) > 1e-6 {
					t.Errorf("%s: %v comes back as %.3f,%.3f", k.Name, m, bx, by)
				}
			}
			if w, h := p.Geometry.Size(); w != p.W || h != p.H {
				t.Errorf("%s: %d×%d dots, said %d×%d", k.Name, p.W, p.H, w, h)
			}
		}
	}
}

// middle is the centre of what is darker than its surroundings round a place.
func middle(p *Picture, x, y float64) (float64, float64) {
	rx, ry := int(6*p.DPIX/72), int(6*p.DPIY/72)
	low, high := 255, 0
	at := func(i, j int) int { return int(p.Planes[0][(int(y)+j)*p.W+int(x)+i]) }
	for j := -ry; j <= ry; j++ {
		for i := -rx; i <= rx; i++ {
			low, high = min(low, at(i, j)), max(high, at(i, j))
		}
	}
	n, sx, sy := 0.0, 0.0, 0.0
	for j := -ry; j <= ry; j++ {
		for i := -rx; i <= rx; i++ {
			if at(i, j) < (low+high)/2 {
				n, sx, sy = n+1, sx+float64(int(x)+i)+0.5, sy+float64(int(y)+j)+0.5
			}
		}
	}
	return sx / n, sy / n
}

func TestSameSeedSamePicture(t *testing.T) {
	s := sheet()
	for _, k := range Kinds {
		a, _ := worn(t, s, k.Name, 72, 5)
		b, _ := worn(t, s, k.Name, 72, 5)
		c, _ := worn(t, s, k.Name, 72, 6)
		for i := range a.Planes {
			if !bytes.Equal(a.Planes[i], b.Planes[i]) {
				t.Errorf("%s: two pictures of one seed", k.Name)
			}
		}
		if k.Name != "clean" && bytes.Equal(a.Planes[0], c.Planes[0]) {
			t.Errorf("%s: one picture of two seeds", k.Name)
		}
	}
}

// patch are the dots between the marks, where only paper is.
func patch(p *Picture, plane int) []float64 { return area(p, plane, 60, 60, 140, 125) }

// area are the dots of an upright part of the page.
func area(p *Picture, plane int, x0, y0, x1, y1 float64) []float64 {
	ax, ay := p.Geometry.To(x0, y0)
	bx, by := p.Geometry.To(x1, y1)
	var out []float64
	for y := int(min(ay, by)); y < int(max(ay, by)); y++ {
		for x := int(min(ax, bx)); x < int(max(ax, bx)); x++ {
			out = append(out, float64(p.Planes[plane][y*p.W+x]))
		}
	}
	return out
}

func spread(v []float64) (mean, sigma float64) {
	for _, x := range v {
		mean += x / float64(len(v))
	}
	for _, x := range v {
		sigma += (x - mean) * (x - mean) / float64(len(v))
	}
	return mean, math.Sqrt(sigma)
}

func TestEachDamageDoesWhatItSays(t *testing.T) {
	s := sheet()
	plain := Damage{DPI: 150}
	base := plain.Apply(s, random(1))
	apply := func(d Damage) *Picture {
		d.DPI = 150
		return d.Apply(s, random(1))
	}
	ink := func(p *Picture) float64 { m, _ := spread(area(p, 0, 38, 38, 42, 42)); return m }
	paper := func(p *Picture) float64 { m, _ := spread(patch(p, 0)); return m }
	rough := func(p *Picture) float64 { _, v := spread(patch(p, 0)); return v }
	edge := func(p *Picture) float64 { _, v := spread(area(p, 0, 30, 34, 42, 38)); return v }
	if ink(base) > 0.1 || paper(base) < 254.9 {
		t.Fatalf("nothing done: ink %.0f, paper %.0f", ink(base), paper(base))
	}
	back := press.NewPlane(pageW, pageH, 400.0/72)
	back.Rect(60, 60, 100, 125, 1)
	behind := s
	behind.Back = back
	sealed := s
	sealed.Seals = back
	through := (&Damage{DPI: 150, Through: 0.3}).Apply(behind, random(1))
	red := (&Damage{DPI: 150, Seal: [3]float64{0.9, 0.2, 0.2}, SealInk: 1, Colour: true}).Apply(sealed, random(1))
	grey := (&Damage{DPI: 150, Seal: [3]float64{0.5, 0.5, 0.5}, SealInk: 1}).Apply(sealed, random(1))
	of := func(p *Picture, plane int, x0, x1 float64) float64 {
		m, _ := spread(area(p, plane, x0, 70, x1, 120))
		return m
	}
	left, right := of(through, 0, 62, 95), of(through, 0, 105, 138)
	noisy, salted := apply(Damage{Noise: 0.1}), apply(Damage{Salt: 0.05})
	two := apply(Damage{Noise: 0.1, Binary: 0.5})
	copied := apply(Damage{Copies: []Copy{{Blur: 0.2, Level: 0.6, Steep: 12, Specks: 80}}})
	clean := apply(Damage{Copies: []Copy{{Blur: 0.2, Level: 0.6, Steep: 12}}})
	thick := apply(Damage{Copies: []Copy{{Blur: 1, Level: 0.8, Steep: 12}}})
	starved := apply(Damage{Starved: 0.3})
	holed := apply(Damage{Holes: 2, Bed: 0.3})
	for name, ok := range map[string]bool{
		"toner":          math.Abs(ink(apply(Damage{Toner: 0.5}))-128) < 2,
		"starved":        ink(starved) > 20 && paper(starved) > 254.9,
		"paper":          math.Abs(paper(apply(Damage{Paper: [3]float64{0.8, 0.8, 0.8}}))-204) < 2,
		"grain":          rough(apply(Damage{Grain: 0.05, Paper: [3]float64{0.8, 0.8, 0.8}})) > 5,
		"noise":          rough(noisy) > 10 && rough(base) < 0.1,
		"salt":           share(patch(salted, 0), 0) > 0.015 && share(patch(salted, 0), 0) < 0.035,
		"blur":           edge(apply(Damage{Blur: 3})) < 0.8*edge(base),
		"low contrast":   math.Abs(ink(apply(Damage{Black: 0.4, White: 0.7}))-102) < 2 && math.Abs(paper(apply(Damage{Black: 0.4, White: 0.7}))-178) < 2,
		"binary":         share(area(two, 0, 20, 20, 180, 260), 0)+share(area(two, 0, 20, 20, 180, 260), 255) == 1,
		"slope":          shadeOf(apply(Damage{Slope: [2]float64{0.4, 0}}), 180) < shadeOf(apply(Damage{Slope: [2]float64{0.4, 0}}), 15)-40,
		"fall":           shadeOf(apply(Damage{Fall: 0.4}), 5) < shadeOf(apply(Damage{Fall: 0.4}), 95)-20,
		"gutter":         shadeOf(apply(Damage{Gutter: 0.5}), 2) < 180,
		"edges":          share(area(apply(Damage{Edges: 10}), 0, 0, 0, pageW, pageH), 10) > 0.03,
		"holes":          near(area(holed, 0, 27, 25, 31, 28), 76),
		"show-through":   right < left-20,
		"red in red":     of(red, 0, 62, 95) > 220 && of(red, 1, 62, 95) < 80,
		"grey stamp":     math.Abs(of(grey, 0, 62, 95)-128) < 3,
		"specks":         rough(copied) > rough(clean)+3,
		"a dark copy":    ink(thick) < 20 && widths(thick) > widths(clean)+2,
		"skew":           apply(Damage{Skew: 3}).Geometry.Skew == 3,
		"quarter turn":   apply(Damage{Turn: 1}).W == base.H,
		"lines doubled":  apply(Damage{Doubled: true}).H == 2*base.H,
		"lines dropped":  !slices.Equal(apply(Damage{Dropped: 0.3}).Planes[0], base.Planes[0]),
		"colour":         len(apply(Damage{Colour: true}).Planes) == 3,
		"uneven dots":    apply(Damage{DPIY: 75}).H == (base.H+1)/2,
		"the bed beside": apply(Damage{Margin: 36}).W == base.W+150,
	} {
		if !ok {
			t.Errorf("%s: not seen", name)
		}
	}
}

// shadeOf is the brightness of a strip down the page, off the marks.
func shadeOf(p *Picture, x float64) float64 {
	m, _ := spread(area(p, 0, x, 60, x+3, 110))
	return m
}

func near(v []float64, want float64) bool { m, _ := spread(v); return math.Abs(m-want) < 12 }

func share(v []float64, value float64) float64 {
	n := 0
	for _, x := range v {
		if x == value {
			n++
		}
	}
	return float64(n) / float64(len(v))
}

// widths is how many dots of the line through a mark are dark.
func widths(p *Picture) int {
	n := 0
	for _, v := range area(p, 0, 25, 39.5, 55, 40.5) {
		if v < 128 {
			n++
		}
	}
	return n
}

func TestFiles(t *testing.T) {
	s := sheet()
	fine, _ := worn(t, s, "scan", 100, 1)
	data, ext, err := fine.Encode()
	if err != nil || ext != ".png" {
		t.Fatal(ext, err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	r, _, _, _ := m.At(30, 30).RGBA()
	if got, want := byte(r>>8), fine.Planes[0][30*fine.W+30]; got != want {
		t.Errorf("a dot is %d, want %d", got, want)
	}
	if !bytes.Contains(data, append([]byte("pHYs"), 0, 0, 0x0f, 0x61, 0, 0, 0x0f, 0x61, 1)) {
		t.Error("the PNG does not say that it has 100 dots an inch")
	}
	photo, _ := worn(t, s, "photo", 100, 1)
	data, ext, err = photo.Encode()
	if err != nil || ext != ".jpg" || !bytes.HasPrefix(data[13:], []byte{1, 0, 100, 0, 100}) {
		t.Errorf("a photograph: %s %v % x", ext, err, data[:20])
	}
	fax, _ := worn(t, s, "fax-196", 204, 1)
	file, err := PDF([]*Picture{fax, photo})
	if err != nil || !bytes.Contains(file, []byte("/BitsPerComponent 1/Filter/FlateDecode")) || !bytes.Contains(file, []byte("/Count 2")) || !bytes.Contains(file, []byte("/DCTDecode")) {
		t.Errorf("the PDF lacks a page: %v", err)
	}
}

func TestNoSuchKind(t *testing.T) {
	if _, err := Of("spilt coffee", 200, random(1)); err == nil {
		t.Error("a kind that is not there was found")
	}
}

func TestGroup(t *testing.T) {
	count := map[string]int{}
	for _, k := range Kinds {
		count[Group(k.Name)]++
	}
	if count["ordinary"] != 11 || count["stamped, copied"] != 8 || count["around the print"] != 7 {
		t.Errorf("got %v", count)
	}
}
