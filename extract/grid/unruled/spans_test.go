package unruled

import (
	"fmt"
	"math"
	"testing"
	"ziping/extract/grid/sheettest"

	"ziping/extract"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/sheet"
)

// even are rows 10 high and 20 apart.
func even(n int) []band {
	rows := make([]band, n)
	for r := range rows {
		rows[r].top, rows[r].bottom = 20*float64(r), 20*float64(r)+10
	}
	return rows
}

// Blocks of the same columns are strips from left to right and, where something of other
// columns stands between, from top to bottom.
func TestStrips(t *testing.T) {
	at := func(row, c0, c1 int, y float64, figure bool) block {
		return block{row: row, c0: c0, c1: c1, box: extract.Box{100 * float64(c0), y - 5, 100*float64(c1) - 20, y + 5}, figure: figure, r0: max(row, 0), r1: max(row, 0) + 1}
	}
	blocks := []block{
		at(0, 1, 2, 5, false), at(1, 1, 2, 25, true), at(2, 1, 2, 45, true),
		at(-1, 0, 1, 14, false), at(-1, 0, 1, 54, false),
		at(3, 1, 3, 65, false), // over two columns: parts what is above from what is below
		at(4, 1, 2, 85, true), at(5, 1, 2, 105, true),
		at(4, 2, 3, 85, false),
	}
	got := ""
	for _, s := range strips(blocks, even(6)) {
		got += fmt.Sprintf("%v rows %d–%d, of texts %d–%d, filled %d\n", s.blocks, s.first, s.end, s.top, s.last, s.filled)
	}
	const want = "[3 4] rows 0–6, of texts 0–2, filled 0\n" +
		"[0 1 2] rows 0–3, of texts 0–2, filled 3\n" +
		"[6 7] rows 4–6, of texts 4–5, filled 2\n" +
		"[5] rows 3–4, of texts 3–3, filled 1\n" +
		"[8] rows 4–6, of texts 4–4, filled 1\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// A strip is dense where nine of ten rows between its first and its last text hold one.
func TestDense(t *testing.T) {
	for _, tt := range []struct {
		top, last, filled int
		want              bool
	}{{0, 9, 9, true}, {0, 9, 8, false}, {5, 5, 1, true}, {5, 6, 1, false}, {0, 0, 0, false}, {3, 21, 17, false}, {2, 21, 18, true}} {
		if got := (&strip{top: tt.top, last: tt.last, filled: tt.filled}).dense(); got != tt.want {
			t.Errorf("%v: got %v", tt, got)
		}
	}
}

// Rows around a block are free up to what stands above and below it in other columns
// that cross its own.
func TestFreeRows(t *testing.T) {
	at := func(c0, c1 int, y float64) block { return block{c0: c0, c1: c1, box: extract.Box{0, y, 0, y}} }
	blocks := []block{at(0, 2, 0), at(0, 1, 20), at(0, 1, 40), at(1, 2, 60), at(0, 3, 80), at(2, 3, 20), at(0, 1, 100)}
	first, end := freeRows(blocks, []int{0, 1, 2, 3, 4, 1, 5}, 6)
	if got := fmt.Sprint(first, end); got != "[0 1 1 1 4 0 5] [1 4 4 4 5 4 6]" {
		t.Errorf("got %s", got)
	}
	// Two at one height keep their own row.
	first, end = freeRows([]block{at(0, 2, 0), at(0, 1, 1)}, []int{0, 0}, 2)
	if got := fmt.Sprint(first, end); got != "[0 0] [1 2]" {
		t.Errorf("at one height: got %s", got)
	}
}

func TestRowEdges(t *testing.T) {
	if got := fmt.Sprint(rowEdges([]band{{top: 1, bottom: 10}, {top: 20, bottom: 30}, {top: 36, bottom: 50}})); got != "[1 15 33 50]" {
		t.Errorf("got %s", got)
	}
}

// The rows of two pages have heights by themselves, and none where texts stand at the
// upper edges of their cells.
func TestCellHeights(t *testing.T) {
	blocks := []block{{box: extract.Box{0, 0, 9, 10}}, {box: extract.Box{0, 20, 9, 30}}, {box: extract.Box{0, 40, 9, 50}}, {box: extract.Box{0, 100, 9, 110}}, {box: extract.Box{0, 120, 9, 130}}}
	for _, tt := range []struct {
		tops int
		want string
	}{{0, "true -5–15, true 15–35, true 35–55, true 95–115, true 115–135, "}, {-1, "true -5–15, true 15–35, true 35–55, true 95–115, true 115–135, "}, {1, "false 0–0, false 0–0, false 0–0, false 0–0, false 0–0, "}} {
		rows := make([]band, len(blocks))
		for r := range rows {
			rows[r] = band{top: blocks[r].box[1], bottom: blocks[r].box[3], blocks: []int{r}}
		}
		(&stack{em: sheettest.Em, tops: tt.tops}).cellHeights(blocks, rows, []int{0, 0, 0, 1, 1})
		got := ""
		for _, r := range rows {
			got += fmt.Sprintf("%v %g–%g, ", r.exact, r.lo, r.hi)
		}
		if got != tt.want {
			t.Errorf("tops %d: got %s", tt.tops, got)
		}
	}
}

// A row that is higher than its text is as much higher above as below, so that what is
// left at its two borders tells by how much.
func TestPageHeights(t *testing.T) {
	for _, tt := range []struct {
		name string
		ys   []float64 // middles of the texts; a text is 10 high
		gap  float64
		want string
	}{
		{"rows as high as their texts", []float64{5, 25, 45}, 10, "-5–15 15–35 35–55"},
		{"one higher row", []float64{5, 40, 75, 95}, 10, "-5–15 15–65 65–85 85–105"},
		{"a higher first row", []float64{20, 45, 65}, 10, "5–35 35–55 55–75"},
		{"a higher last row", []float64{5, 25, 50}, 10, "-5–15 15–35 35–65"},
		{"two higher rows", []float64{5, 40, 95, 135, 155}, 10, "-5–15 15–65 65–125 125–145 145–165"},
		{"much higher, and two that overlap", []float64{5, 40, 60, 80, 83, 103}, 10, "-20–30 30–50 50–70 70–90 73–93 93–113"},
		{"a border that cannot be told", []float64{5, 25, 60, 80, 100}, 10, "-5–15 15–35? 50–70? 70–90 90–110"},
		{"hardly higher", []float64{5, 25.9, 45}, 10, "-5.9–15.9 15.9–35.9 35–55"},
	} {
		var blocks []block
		var rows []band
		for r, y := range tt.ys {
			blocks = append(blocks, block{box: extract.Box{0, y - 5, 9, y + 5}})
			rows = append(rows, band{top: y - 5, bottom: y + 5, blocks: []int{r}})
		}
		(&stack{em: sheettest.Em}).pageHeights(blocks, rows, tt.gap)
		got := ""
		for r := range rows {
			if r > 0 {
				got += " "
			}
			got += fmt.Sprintf("%.4g–%.4g", rows[r].lo, rows[r].hi)
			if !rows[r].exact {
				got += "?"
			}
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// The middle of a row is that of most of its texts, and it reaches as far to both sides.
func TestPageHeightsOfWrappedTexts(t *testing.T) {
	blocks := []block{{box: extract.Box{0, 0, 9, 30}}, {box: extract.Box{20, 10, 29, 20}}, {box: extract.Box{40, 12, 49, 22}}, {box: extract.Box{0, 40, 9, 50}}}
	rows := []band{{top: 0, bottom: 30, blocks: []int{0, 1, 2}}, {top: 40, bottom: 50, blocks: []int{3}}}
	(&stack{em: sheettest.Em}).pageHeights(blocks, rows, 10)
	if got := fmt.Sprint(rows[0].lo, rows[0].hi, rows[0].exact, rows[1].lo, rows[1].hi); got != "-5 35 true 35 55" {
		t.Errorf("got %s", got)
	}
	rows = []band{{top: 0, bottom: 30, blocks: []int{0}}, {top: 40, bottom: 50}}
	(&stack{em: sheettest.Em}).pageHeights(blocks, rows, 10)
	if rows[0].exact || rows[0].hi != 0 {
		t.Errorf("beside a row without texts: got %v", rows[0])
	}
}

// The usual gap is that of which a quarter is smaller, of rows on one page.
func TestUsualRowGap(t *testing.T) {
	rows := []band{{0, 10, nil, 0, 0, false}, {12, 20, nil, 0, 0, false}, {25, 30, nil, 0, 0, false}, {34, 40, nil, 0, 0, false}, {47, 50, nil, 0, 0, false}, {59, 60, nil, 0, 0, false}}
	if got := usualRowGap(rows, nil); got != 4 {
		t.Errorf("got %v, want 4", got)
	}
	if got := usualRowGap(rows, []int{0, 1, 1, 2, 2, 2}); got != 5 {
		t.Errorf("over pages: got %v, want 5", got)
	}
	if got := usualRowGap(rows, []int{0, 1, 2, 3, 4, 5}); got != 0 {
		t.Errorf("a row a page: got %v, want 0", got)
	}
	if got := usualRowGap([]band{{top: 0, bottom: 10}, {top: 5, bottom: 15}}, nil); got != 0 {
		t.Errorf("rows that overlap: got %v, want 0", got)
	}
}

// A text stands within a row whose borders are known, give or take the height of a line.
func TestEncloses(t *testing.T) {
	for _, tt := range []struct {
		lo, hi, top, bottom float64
		exact, want         bool
	}{{0, 30, 0, 30, true, true}, {0, 30, 0, 30, false, false}, {0, 30, -2.4, 32.4, true, true}, {0, 30, -2.5, 20, true, false}, {0, 30, 10, 32.5, true, false}} {
		l := band{lo: tt.lo, hi: tt.hi, exact: tt.exact}
		if got := l.encloses(&block{box: extract.Box{0, tt.top, 9, tt.bottom}}, sheettest.Em); got != tt.want {
			t.Errorf("%v: got %v", tt, got)
		}
	}
}

// What a text costs in some rows: nothing in its own, by how far it is off the middle in
// several, and out of the question where it does not reach or a ruling runs between.
func TestSpanCost(t *testing.T) {
	rows := even(5)
	for r := range rows {
		rows[r].lo, rows[r].hi = rows[r].top-5, rows[r].bottom+5
	}
	exact := func(rs ...int) []band {
		out := append([]band(nil), rows...)
		for _, r := range rs {
			out[r].exact = true
		}
		return out
	}
	at := func(row int, y float64) *block {
		return &block{row: row, phrases: []int{0}, box: extract.Box{0, y - 5, 9, y + 5}}
	}
	for _, tt := range []struct {
		name  string
		rows  []band
		b     *block
		a, r  int
		label bool
		want  float64
	}{
		{"its own row", rows, at(2, 45), 2, 3, false, 0},
		{"another row", rows, at(2, 45), 1, 2, false, fit.FarOff},
		{"rows above its own", rows, at(2, 45), 0, 2, true, fit.FarOff},
		{"rows below its own", rows, at(2, 45), 3, 5, true, fit.FarOff},
		{"the first row", rows, at(0, 5), 1, 2, true, fit.FarOff},
		{"a row it does not reach", rows, at(-1, 25), 3, 4, true, fit.FarOff},
		{"a row below all of it", rows, at(-1, 75), 0, 2, true, fit.FarOff},
		{"between two rows, in one", rows, at(-1, 15), 0, 1, true, 2},
		{"off the middle of a row whose borders are known", exact(1), at(-1, 29), 1, 2, false, 0},
		{"the same as a label", exact(1), at(-1, 29), 1, 2, true, 1.4},
		{"the middle of three", rows, at(1, 25), 0, 3, true, 0.05},
		{"the middle of two", rows, at(-1, 15), 0, 2, true, 0.05},
		{"off the middle of two, within the room between rows", rows, at(-1, 18), 0, 2, true, 0.05 + 0.03},
		{"off the middle of two rows within, known", exact(1, 2), at(-1, 38), 1, 3, true, 2*(0.3-0.15) + 0.03 + 0.05},
		{"of which one is known", exact(1), at(-1, 38), 1, 3, true, 0.03 + 0.05},
		{"further off", rows, at(-1, 27), 0, 2, true, 2*(0.7-0.15) + 0.12 + 0.05},
		{"the first of four rows", rows, at(0, 5), 0, 4, true, 0.4 + 0.05},
		{"among the figures, gains by rows", rows, at(-1, 35), 0, 4, false, 0.05 - 0.12},
		{"with its own row among the figures", rows, at(1, 25), 0, 3, false, fit.FarOff},
	} {
		s := &stack{em: sheettest.Em, boxes: []extract.Box{tt.b.box}, pages: []stackPage{{end: 5, bottom: 200}}}
		l := &labels{stack: s, rows: tt.rows, edges: rowEdges(tt.rows), manner: setMiddle}
		if got := l.spanCost(tt.b, tt.a, tt.r, tt.label); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

// A ruling between the rows, over the text, keeps it out of both.
func TestSpanCostAcrossARuling(t *testing.T) {
	rows := even(3)
	b := &block{row: -1, phrases: []int{0}, box: extract.Box{0, 10, 20, 20}}
	for at, want := range map[float64]float64{15: fit.FarOff, 4: 0.05, 26: 0.05} {
		s := &stack{em: sheettest.Em, boxes: []extract.Box{b.box}, pages: []stackPage{{end: 3, bottom: 200}}, bars: []sheet.Seg{{At: at, Lo: 0, Hi: 20}}}
		l := &labels{stack: s, rows: rows, edges: rowEdges(rows), manner: setMiddle}
		if got := l.spanCost(b, 0, 2, true); math.Abs(got-want) > 1e-9 {
			t.Errorf("a ruling at %v: got %v, want %v", at, got, want)
		}
	}
}

// In the manner of labels at the first of their rows, one that stands there costs next to
// nothing, and one in the middle more.
func TestSpanCostAtTheFirstRow(t *testing.T) {
	rows := even(4)
	for _, tt := range []struct {
		name string
		row  int
		y    float64
		tops int
		want float64
	}{{"at its row", 0, 5, 0, 0.02 + 0.05}, {"in the middle", -1, 35, 0, 0.3 + 0.05}, {"at the upper edge, where texts stand so", -1, 5.5, 1, 0.02 + 0.05}, {"where they do not", -1, 5.5, 0, 2*(2.95-0.15) + 0.295 + 0.3 + 0.05}, {"off the upper edge", -1, 6.5, 1, 2*(2.85-0.15) + 0.285 + 0.3 + 0.05}} {
		b := &block{row: tt.row, phrases: []int{0}, box: extract.Box{0, tt.y - 5, 9, tt.y + 5}}
		s := &stack{em: sheettest.Em, tops: tt.tops, boxes: []extract.Box{b.box}, pages: []stackPage{{end: 4, bottom: 200}}}
		l := &labels{stack: s, rows: rows, edges: rowEdges(rows), manner: setFirst}
		if got := l.spanCost(b, 0, 4, true); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

// A label whose rows a page break parts stands in the middle of those on its page, in the
// middle of all of them, or at the top of the first; all three cost next to nothing.
func TestSpanCostOverAPageBreak(t *testing.T) {
	rows := even(6)
	for r := range rows {
		rows[r].lo, rows[r].hi, rows[r].exact = rows[r].top-5, rows[r].bottom+5, true
	}
	rows[5].hi += 10 // and the last is higher
	for _, tt := range []struct {
		name string
		y    float64
		a, r int
		want float64
	}{
		{"the middle of what is on the first page", 35, 1, 5, 0.1},
		{"a little off it", 39, 1, 5, (0.4 - 0.15) + 0.04 + 0.1},
		{"a little off the middle of all rows", 50, 1, 5, (0.5 - 0.15) + 0.1},
		{"the same where the last is higher", 54, 1, 6, (1.6 - 0.15) + 0.1},
		{"on the second page, a little off the middle of all rows", 62, 2, 6, (1.8 - 0.15) + 0.1},
		{"the same, of rows that end there", 58, 2, 4, (0.3 - 0.15) + 0.1},
		{"the middle of what is on the second page", 75, 1, 5, 0.1},
		{"at the top", 25, 1, 5, 0.1},
	} {
		b := &block{row: -1, phrases: []int{0}, box: extract.Box{0, tt.y - 5, 9, tt.y + 5}}
		s := &stack{em: sheettest.Em, boxes: []extract.Box{b.box}, pages: []stackPage{{first: 0, end: 3, bottom: 55}, {first: 3, end: 6, bottom: 200}}}
		l := &labels{stack: s, rows: rows, edges: rowEdges(rows), manner: setMiddle}
		if got := l.spanCost(b, tt.a, tt.r, true); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

// A block stands on the page that it begins on.
func TestPageOf(t *testing.T) {
	s := &stack{boxes: []extract.Box{{0, 0, 9, 10}, {0, 50, 9, 60}, {0, 190, 9, 300}, {0, 95, 9, 105}}, pages: []stackPage{{bottom: 55}, {bottom: 100}, {bottom: 200}}}
	for n, want := range []int{0, 0, 2, 1} {
		if got := (&labels{stack: s}).pageOf(&block{phrases: []int{n, 0}}); got != want {
			t.Errorf("box %d: got page %d, want %d", n, got, want)
		}
	}
}

// A text may end before rows from the one that it begins in to the one behind all of it.
func TestMayEnd(t *testing.T) {
	l := &labels{edges: []float64{0, 15, 35, 55, 75}}
	for _, tt := range []struct {
		top, bottom float64
		want        fit.Range
	}{{0, 10, fit.Range{Lo: 1, Hi: fit.LongestSpan(1)}}, {16, 34, fit.Range{Lo: 2, Hi: fit.LongestSpan(2)}}, {-9, -5, fit.Range{Lo: 1, Hi: fit.LongestSpan(1)}}, {80, 90, fit.Range{Lo: 5, Hi: 5}}} {
		want := tt.want
		want.Hi = min(want.Hi, 5)
		if got := l.mayEnd(&block{box: extract.Box{0, tt.top, 9, tt.bottom}}); got != want {
			t.Errorf("%v: got %v, want %v", tt, got, want)
		}
	}
}

// Blank rows beside labels cost, and nothing where
// another text stands, or where the column holds no labels.
func TestBlanks(t *testing.T) {
	l := &labels{}
	free := []bool{true, true, true, false, true, true}
	b := l.blanksOf(&strip{first: 1, end: 6}, free, true, 0.5)
	for _, tt := range []struct {
		from, to int
		want     float64
	}{{1, 2, 0.5}, {1, 3, 1}, {1, 6, 2}, {3, 4, 0}, {0, 1, 0}, {0, 9, 2}, {4, 4, 0}} {
		if got := b.between(tt.from, tt.to); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%d–%d: got %v, want %v", tt.from, tt.to, got, tt.want)
		}
	}
	if got := l.blanksOf(&strip{first: 1, end: 6}, free, false, 0.5).between(0, 9); got != 0 {
		t.Errorf("among figures: got %v, want 0", got)
	}
}

// Groups further right that go on over a border add to what a text costs.
func TestTextCost(t *testing.T) {
	rows := even(5)
	b := &block{row: 1, phrases: []int{0}, box: extract.Box{0, 20, 9, 30}}
	for _, tt := range []struct {
		name string
		goes int
		a, r int
		want float64
	}{{"none", 5, 0, 3, 0}, {"over the upper border", 1, 1, 3, costWithin}, {"over the lower one", 3, 0, 3, costWithin}, {"within", 2, 0, 3, 0}} {
		s := &stack{em: sheettest.Em, boxes: []extract.Box{b.box}, pages: []stackPage{{end: 5, bottom: 200}}}
		l := newLabels(s, nil, rows, setMiddle)
		l.within[tt.goes] = true
		if got := l.textCost(b, tt.a, tt.r, true) - l.spanCost(b, tt.a, tt.r, true); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Where no rows suit, each text has its own row, or the nearest.
func TestPlaceNearest(t *testing.T) {
	blocks := []block{{row: 0, r1: 4}, {row: -1, box: extract.Box{0, 38, 9, 48}}, {row: 2, r0: 1, r1: 1}, {row: 1, r0: 9}}
	placeNearest(blocks, even(4), []int{0, 1, 2})
	for i, want := range []string{"0–1", "2–3", "2–3", "9–0"} {
		if got := fmt.Sprintf("%d–%d", blocks[i].r0, blocks[i].r1); got != want {
			t.Errorf("block %d: got %s, want %s", i, got, want)
		}
	}
}
