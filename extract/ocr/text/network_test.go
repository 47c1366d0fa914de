package text

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"ziping/extract/ocr/kernel"
)

// What onnxruntime makes of a picture (tools/ocrtext/reference.js) the engine makes of
// it, but for the rounding of its weights.
func TestReference(t *testing.T) {
	data, err := os.ReadFile("testdata/network/line.pgm")
	if err != nil {
		t.Fatal(err)
	}
	var width int
	if _, err := fmt.Sscanf(string(data[:20]), "P5\n%d 48", &width); err != nil {
		t.Fatal(err)
	}
	_, body, _ := bytes.Cut(data, []byte("255\n"))
	picture := make([]float32, tall*width)
	for i := range picture {
		picture[i] = float32(body[i])/127.5 - 1
	}
	table, err := os.ReadFile("testdata/network/line.tsv")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.TrimSpace(string(table)), "\n")
	p := engine(t).network.run(picture)
	if len(want) != width/stride || len(p) != len(want)*classes {
		t.Fatalf("%d steps for %d", len(p)/classes, len(want))
	}
	for step, line := range want {
		var class int
		var probability float64
		if _, err := fmt.Sscan(line, &class, &probability); err != nil {
			t.Fatal(err)
		}
		if got := float64(p[step*classes+class]); math.Abs(got-probability) > 0.01 {
			t.Errorf("step %d, class %d: got %.4f want %.4f", step, class, got, probability)
		}
		var sum float64
		for _, x := range p[step*classes : (step+1)*classes] {
			sum += float64(x)
		}
		if math.Abs(sum-1) > 1e-4 {
			t.Errorf("step %d: the probabilities make %v", step, sum)
		}
	}
}

func TestPlane(t *testing.T) {
	var p plane
	p.shape(3, 4, 2, 1)
	for i := range p.v {
		p.v[i] = 9
	}
	p.shape(2, 3, 2, 1) // in the same memory
	p.row(0)[0], p.row(1)[5] = 1, 2
	if len(p.v) != 4*5*2 || len(p.row(1)) != 6 {
		t.Fatalf("%d numbers", len(p.v))
	}
	for y := range 4 {
		for x := range 5 {
			frame := y == 0 || y == 3 || x == 0 || x == 4
			if got := p.v[(y*5+x)*2]; frame != (got == 0) {
				t.Errorf("row %d pixel %d: %v", y, x, got)
			}
		}
	}
	if p.v[(1*5+1)*2] != 1 || p.v[(2*5+3)*2+1] != 2 {
		t.Error("rows lie elsewhere")
	}
}

// A window of ones without neighbours gives sums of the pixels around, by steps.
func TestBlock(t *testing.T) {
	const c = 16
	ones := make([]float32, 9*c)
	for i := range ones {
		ones[i] = 1
	}
	same := make([]float32, c*c)
	for i := range c {
		same[i*c+i] = 2
	}
	b := block{plan: plan{3, c, c, 2, 1, false}}
	b.depth = kernel.PackDepthwise(3, 3, c, ones, make([]float32, c), kernel.After{})
	b.point = kernel.PackFixed(c, c, same)
	var in, between, out plane
	var fixed kernel.Rows
	in.shape(3, 4, c, 1)
	for y := range 3 {
		for x := range 4 {
			in.row(y)[x*c+5] = float32(10*y + x)
			for i := range c {
				if i != 5 {
					in.row(y)[x*c+i] = 0
				}
			}
		}
	}
	b.apply(&out, &between, &in, 2, &fixed)
	want := [][]float32{ // rows 0 and 2, of twice the sums
		{2 * (0 + 1 + 10 + 11), 2 * (0 + 1 + 2 + 10 + 11 + 12), 2 * (1 + 2 + 3 + 11 + 12 + 13), 2 * (2 + 3 + 12 + 13)},
		{2 * (10 + 11 + 20 + 21), 2 * (10 + 11 + 12 + 20 + 21 + 22), 2 * (11 + 12 + 13 + 21 + 22 + 23), 2 * (12 + 13 + 22 + 23)},
	}
	if out.rows != 2 || out.pixels != 4 || out.pad != 2 {
		t.Fatalf("%d×%d, frame %d", out.rows, out.pixels, out.pad)
	}
	for y := range want {
		for x, v := range want[y] {
			if got := out.row(y)[x*c+5]; got != v {
				t.Errorf("[%d %d] got %v want %v", y, x, got, v)
			}
			if got := out.row(y)[x*c+6]; got != 0 {
				t.Errorf("[%d %d] another channel: %v", y, x, got)
			}
		}
	}
}

// Weights of zero leave the biases: each channel is weighed by the same.
func TestSqueeze(t *testing.T) {
	const c = 16
	up := make([]float32, c)
	for i := range up {
		up[i] = float32(i) - 4 // weights 0 below -3, 1 above 3
	}
	q := &squeeze{
		kernel.Pack(c, 4, make([]float32, 4*c)), kernel.Pack(4, c, make([]float32, 4*c)).With(up, kernel.After{}),
		make([]float32, c), make([]float32, 4), make([]float32, c),
	}
	var p plane
	p.shape(1, 2, c, 0)
	for i := range p.v {
		p.v[i] = 6
	}
	q.apply(&p)
	for i, want := range map[int]float32{0: 0, 1: 0, 4: 3, 5: 4, 7: 6, 15: 6, c + 4: 3, c + 1: 0} {
		if math.Abs(float64(p.v[i]-want)) > 1e-5 {
			t.Errorf("[%d] got %v want %v", i, p.v[i], want)
		}
	}
	if m := q.means[3]; m != 6 {
		t.Errorf("mean %v", m)
	}
}

// With queries of zero every step looks at all alike: what is added is the mean of the
// values.
func TestMixer(t *testing.T) {
	look := make([]float32, model*3*model)
	join := make([]float32, model*model)
	for i := range model {
		look[i*3*model+2*model+i] = 1 // values are what comes in
		join[i*model+i] = 1
	}
	one := make([]float32, model)
	for i := range one {
		one[i] = 1
	}
	flat := norm{one, make([]float32, model), epsilon}
	m := &mixer{
		before: flat, middle: flat,
		look: kernel.PackFixed(model, 3*model, look), join: kernel.PackFixed(model, model, join),
		wide: kernel.PackFixed(model, wideModel, make([]float32, model*wideModel)),
		up:   kernel.PackFixed(wideModel, model, make([]float32, model*wideModel)),
		keys: kernel.Pack(1, 1, []float32{0}), values: kernel.Pack(1, 1, []float32{0}),
	}
	const steps = 3
	z := make([]float32, steps*model)
	for i := range z {
		z[i] = float32((i*7)%11) - 5
	}
	normal := make([]float32, len(z))
	flat.apply(normal, z)
	want := make([]float32, len(z))
	for i := range want {
		c := i % model
		want[i] = z[i] + (normal[c]+normal[model+c]+normal[2*model+c])/steps
	}
	m.apply(z, new(kernel.Rows))
	for i := range z {
		if math.Abs(float64(z[i]-want[i])) > 1e-3 {
			t.Fatalf("[%d] got %v want %v", i, z[i], want[i])
		}
	}
}

// A window of three steps, at the ends of a line too.
func TestAlong(t *testing.T) {
	const in, out, steps = 4, 2, 5
	s := &source{}
	var w []float32
	for i := range reachAlong * in * out {
		w = append(w, float32(i%7)-3)
	}
	bias := []float32{1, -2}
	for _, v := range [][]float32{w, bias} {
		s.data = binary.LittleEndian.AppendUint32(append(s.data, 'f'), uint32(len(v)))
		for _, x := range v {
			s.data = binary.LittleEndian.AppendUint32(s.data, math.Float32bits(x))
		}
	}
	a := newAlong(s, in, out)
	src := make([]float32, steps*in)
	for i := range src {
		src[i] = float32(i%5) - 2
	}
	got := make([]float32, steps*out)
	a.apply(got, src, steps, new(kernel.Rows))
	for step := range steps {
		for j := range out {
			want := bias[j]
			for part := range reachAlong {
				for i := range in {
					if from := step + part - 1; from >= 0 && from < steps {
						want += w[(part*in+i)*out+j] * src[from*in+i]
					}
				}
			}
			if x := got[step*out+j]; math.Abs(float64(x-want)) > 1e-2 {
				t.Errorf("[%d %d] got %v want %v", step, j, x, want)
			}
		}
	}
}
