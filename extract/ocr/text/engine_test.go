package text

import (
	"image"
	"image/draw"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ziping/extract/ocr"
)

// sample is a line of testdata/lines.
type sample struct {
	name, text string
	img        ocr.Image
	size       float64
}

func samples(t testing.TB) []sample {
	t.Helper()
	const folder = "testdata/lines"
	table, err := os.ReadFile(filepath.Join(folder, "lines.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var all []sample
	for line := range strings.Lines(string(table)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		size, err := strconv.Atoi(f[1])
		if err != nil {
			t.Fatal(err)
		}
		file, err := os.Open(filepath.Join(folder, f[0]+".png"))
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(file)
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		grey := image.NewGray(picture.Bounds())
		draw.Draw(grey, grey.Rect, picture, image.Point{}, draw.Src)
		all = append(all, sample{f[0], f[2], ocr.Image{W: grey.Rect.Dx(), H: grey.Rect.Dy(), Pix: grey.Pix}, float64(size)})
	}
	return all
}

func engine(t testing.TB) *Engine {
	t.Helper()
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// narrow makes the full-width forms of ASCII ASCII.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xff00 && r < 0xff5f {
			return r - 0xfee0
		}
		return r
	}, s)
}

func TestLines(t *testing.T) {
	e := engine(t)
	for _, s := range samples(t) {
		r := e.Read(s.img, s.size)
		if got := narrow(r.Text()); got != narrow(s.text) {
			t.Errorf("%s: got %q want %q (%.2f)", s.name, got, s.text, r.Confidence())
		}
		last := -1.0
		for _, slot := range r.Slots {
			middle := (slot.From + slot.To) / 2
			if slot.From < 0 || slot.To > float64(s.img.W) || middle <= last {
				t.Errorf("%s: %v is outside the picture, or left of the one before", s.name, slot)
			}
			last = middle
		}
	}
}

// The size of characters may be guessed a little wrong, and paper around the line may be
// as it likes. A ring that is not round enough for its size is doubtful.
func TestLoose(t *testing.T) {
	e := engine(t)
	for _, s := range samples(t) {
		for _, wrong := range []float64{0.88, 1.12} {
			r := e.Read(s.img, s.size*wrong)
			if got := narrow(r.Text()); got != narrow(s.text) && (s.name != "ten" || r.Confidence() > 0.5) {
				t.Errorf("%s at %v of its size: got %q want %q", s.name, wrong, got, s.text)
			}
		}
		wide := ocr.Image{W: s.img.W + 90, H: s.img.H + 20}
		wide.Pix = make([]uint8, wide.W*wide.H)
		for i := range wide.Pix {
			wide.Pix[i] = 255
		}
		for y := range s.img.H {
			copy(wide.Pix[(y+13)*wide.W+70:], s.img.Pix[y*s.img.W:(y+1)*s.img.W])
		}
		if got := narrow(e.Read(wide, s.size).Text()); got != narrow(s.text) {
			t.Errorf("%s in more paper: got %q want %q", s.name, got, s.text)
		}
	}
}

// A line too long for the network at once is read in pieces, and nothing is lost or
// read twice where they meet.
func TestLong(t *testing.T) {
	s := samples(t)[0]
	const times = 12
	long := ocr.Image{W: s.img.W * times, H: s.img.H}
	for y := range s.img.H {
		for range times {
			long.Pix = append(long.Pix, s.img.Pix[y*s.img.W:(y+1)*s.img.W]...)
		}
	}
	e := engine(t)
	l, ok := e.fit.look(long, s.size)
	if pieces := e.fit.pieces(l); !ok || len(pieces) < 2 {
		t.Fatalf("%d pieces", len(pieces))
	}
	if got, want := strings.ReplaceAll(e.Read(long, s.size).Text(), " ", ""), strings.Repeat(s.text, times); got != want {
		t.Errorf("got %q want %q", got, want)
	}
}

// Engines share nothing that they change: run with -race.
func TestTogether(t *testing.T) {
	s := samples(t)[0]
	for range 2 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			if got := engine(t).Read(s.img, s.size).Text(); got != s.text {
				t.Errorf("got %q want %q", got, s.text)
			}
		})
	}
}

func TestOdd(t *testing.T) {
	e := engine(t)
	r := rand.New(rand.NewPCG(1, 1))
	noise := func(w, h int) ocr.Image {
		img := ocr.Image{W: w, H: h, Pix: make([]uint8, w*h)}
		for i := range img.Pix {
			img.Pix[i] = uint8(r.UintN(256))
		}
		return img
	}
	flat := func(w, h int, v uint8) ocr.Image {
		img := ocr.Image{W: w, H: h, Pix: make([]uint8, w*h)}
		for i := range img.Pix {
			img.Pix[i] = v
		}
		return img
	}
	for name, c := range map[string]struct {
		img   ocr.Image
		size  float64
		empty bool
	}{
		"nothing":     {ocr.Image{}, 20, true},
		"no pixels":   {ocr.Image{W: 100, H: 20}, 20, true},
		"negative":    {ocr.Image{W: -1, H: -1, Pix: []uint8{1}}, 20, true},
		"huge":        {ocr.Image{W: math.MaxInt, H: 2, Pix: []uint8{1, 2}}, 20, true},
		"white":       {flat(200, 40, 255), 20, true},
		"black":       {flat(200, 40, 0), 20, true},
		"size 0":      {noise(100, 20), 0, true},
		"size NaN":    {noise(100, 20), math.NaN(), true},
		"size large":  {noise(100, 20), math.Inf(1), true},
		"too wide":    {noise(100000, 8), 8, true},
		"too high":    {noise(8, 100000), 20, true},
		"noise":       {noise(300, 40), 24, false},
		"a dot":       {noise(1, 1), 20, true},
		"a column":    {noise(1, 60), 20, false},
		"small":       {noise(40, 5), 900, false},
		"many pieces": {noise(4000, 12), 12, false},
	} {
		got := e.Read(c.img, c.size)
		if c.empty && len(got.Slots) != 0 {
			t.Errorf("%s: read %q", name, got.Text())
		}
		for _, s := range got.Slots {
			if len(s.Alternatives) == 0 || s.From < 0 || s.To > float64(c.img.W) {
				t.Errorf("%s: %+v", name, s)
			}
		}
	}
}

// After the first line nothing is allocated but what is given back.
func TestMemory(t *testing.T) {
	e := engine(t)
	s := samples(t)[0]
	e.Read(s.img, s.size)
	if n := testing.AllocsPerRun(3, func() {
		l, _ := e.fit.look(s.img, s.size)
		e.network.run(e.fit.picture(s.img, l, e.fit.pieces(l)[0]))
	}); n != 0 {
		t.Errorf("%v allocations for a line", n)
	}
}

func TestWeights(t *testing.T) {
	for name, data := range map[string][]byte{
		"none": nil, "short": weightsFile[:len(weightsFile)-1], "other": append([]byte("h\x01\x00\x00\x00"), weightsFile...),
	} {
		s := &source{data: data}
		newNetwork(s)
		if s.err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}
