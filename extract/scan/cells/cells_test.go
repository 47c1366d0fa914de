package cells_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"ziping/extract"
	"ziping/extract/scan/cells"
)

func level(y, from, to float64) cells.Segment {
	return cells.Segment{Level: true, At: y, From: from, To: to, Weight: 1}
}
func upright(x, from, to float64) cells.Segment {
	return cells.Segment{At: x, From: from, To: to, Weight: 1}
}

func boxes(all []cells.Segment, em float64) (out []extract.Box) {
	for _, f := range cells.Faces(cells.Snap(all, em), em) {
		out = append(out, f.Box)
	}
	return out
}

func TestMergedCells(t *testing.T) {
	// The first row is one cell; ends and places are a little off.
	got := boxes([]cells.Segment{
		level(100, 101, 298), level(140, 99, 303), level(180, 98, 300.5),
		upright(100, 99, 182), upright(300, 102, 179), upright(200, 143, 177), upright(200.8, 150, 181),
	}, 20)
	if len(got) != 3 {
		t.Fatalf("got %v, want 3 cells", got)
	}
	if got[0] != (extract.Box{100, 100, 300, 140}) {
		t.Errorf("got %v, want the merged cell", got[0])
	}
	if got[1][2] != got[2][0] {
		t.Errorf("neighbours do not share a side: %v", got)
	}
}

func TestOpenAndCrookedAreasAreNoCells(t *testing.T) {
	for name, all := range map[string][]cells.Segment{
		"a side is missing": {level(100, 100, 300), level(140, 100, 300), upright(100, 100, 140)},
		"an L":              {level(100, 100, 300), level(180, 100, 200), level(140, 200, 300), upright(100, 100, 180), upright(300, 100, 140), upright(200, 140, 180)},
		"a double ruling":   {level(100, 100, 300), level(104, 100, 300), upright(100, 100, 104), upright(300, 100, 104)},
		"nothing":           nil,
	} {
		if got := boxes(all, 20); len(got) != 0 {
			t.Errorf("%s: got %v", name, got)
		}
	}
}

func TestDoubleFrameHoldsOneCell(t *testing.T) {
	got := boxes([]cells.Segment{
		level(100, 100, 300), level(105, 105, 295), level(195, 105, 295), level(200, 100, 300),
		upright(100, 100, 200), upright(105, 105, 195), upright(295, 105, 195), upright(300, 100, 200),
	}, 20)
	if want := []extract.Box{{105, 105, 295, 195}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestNoiseEnds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var all []cells.Segment
	for range 3000 {
		a := r.Float64() * 1000
		all = append(all, cells.Segment{Level: r.IntN(2) == 0, At: r.Float64() * 1000, From: a, To: a + r.Float64()*200})
	}
	boxes(all, 0.5)
}
