package tally

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/tools/eval/forms"
	"ziping/tools/eval/paper/truth"
)

// sample is a sound form of the samples.
func sample(t *testing.T, id string) *forms.Form {
	t.Helper()
	list, err := forms.Samples(os.DirFS("../../../../samples"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		if f.ID == id {
			return f
		}
	}
	t.Fatalf("no sample %s", id)
	return nil
}

// pictured is the truth of a form on one picture, each place 40×20 dots, and a
// faultless reading of it, in points of half a dot.
func pictured(f *forms.Form, turns int) (*truth.Truth, *Reading) {
	said := &truth.Truth{Name: "x", File: "x.png", Kind: "scan", DPI: 144, Form: f}
	w, h := float64(40*f.Cols+40), float64(20*f.Rows+40)
	doc := truth.Document(f)
	page := truth.Page{W: int(w), H: int(h), DPIX: 144, DPIY: 144}
	for i := range f.Cells {
		c := &f.Cells[i]
		x0, y0, x1, y1 := float64(20+40*c.Col), float64(20+20*c.Row), float64(20+40*(c.Col+c.ColSpan)), float64(20+20*(c.Row+c.RowSpan))
		page.Cells = append(page.Cells, truth.Quad{Cell: i, Corners: [4][2]float64{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}})
		d := &doc.Tables[0].Cells[i]
		d.Box, d.Confidence = &extract.Box{x0 / 2, y0 / 2, x1 / 2, y1 / 2}, "0.99"
	}
	for range turns { // the picture lies on its side; places are told as it lies
		for i := range doc.Tables[0].Cells {
			b := doc.Tables[0].Cells[i].Box
			*b = extract.Box{h/2 - b[3], b[0], h/2 - b[1], b[2]}
		}
		w, h = h, w
		for i := range page.Cells {
			for k, xy := range page.Cells[i].Corners {
				page.Cells[i].Corners[k] = [2]float64{float64(page.H) - xy[1], xy[0]}
			}
		}
		page.W, page.H = page.H, page.W
	}
	said.Pages = []truth.Page{page}
	doc.Pages = []extract.Page{{Number: 1, Width: w / 2, Height: h / 2, Origin: extract.OriginScanned}}
	return said, &Reading{Document: *doc, Seconds: 2, MB: 100}
}

func TestFaultless(t *testing.T) {
	for turns := range 4 {
		said, got := pictured(sample(t, "fj-county-2021"), turns)
		r := One(said, got)
		if !r.Score.Whole || !r.Grid || r.Numbers.Of() != 1 || r.After.Of() != 1 || r.Letters.Of() != 1 || r.Blanks.Of() != 1 || r.Fields.Of() != 1 || r.False != 0 || r.Over != 0 || len(r.Unsound) != 0 {
			t.Errorf("turned %d times: %+v", turns, *r)
		}
		if r.Numbers.All < 60 || r.Letters.All < 200 || r.Blanks.All < 10 || r.Fields.All < 80 || r.Certain.All != r.Numbers.All {
			t.Errorf("turned %d times: too little is counted: %+v", turns, *r)
		}
	}
}

// cell is the cell of a reading that says a text.
func cell(t *testing.T, got *Reading, text string) *extract.Cell {
	t.Helper()
	for i := range got.Document.Tables[0].Cells {
		if c := &got.Document.Tables[0].Cells[i]; c.Text == text {
			return c
		}
	}
	t.Fatalf("no cell says %s", text)
	return nil
}

func TestFaults(t *testing.T) {
	f := sample(t, "fj-county-2021")
	for name, c := range map[string]struct {
		spoil func(got *Reading)
		seen  func(r *Result) bool
	}{
		"a figure misread and sure of it": {
			func(got *Reading) { cell(t, got, "1860.00").Text = "1880.00" },
			func(r *Result) bool {
				return r.Numbers.All-r.Numbers.Right == 1 && r.Certain.All-r.Certain.Right == 1 && len(r.Wrong) == 1 && r.Wrong[0] == "1860.00→1880.00" && len(r.Unsound) >= 1 && r.Grid && !r.Score.Whole && r.False > 0
			},
		},
		"the same with doubt": {
			func(got *Reading) { c := cell(t, got, "1860.00"); c.Text, c.Confidence = "1880.00", "0.5" },
			func(r *Result) bool { return r.Numbers.All-r.Numbers.Right == 1 && r.Certain.Right == r.Certain.All },
		},
		"a letter of a text": {
			func(got *Reading) { cell(t, got, f.Cells[1].Text).Text = f.Cells[1].Text[3:] },
			func(r *Result) bool { return r.Letters.All-r.Letters.Right == 1 && r.Numbers.Of() == 1 },
		},
		"something where nothing stands": {
			func(got *Reading) { cell(t, got, "").Text = "7" },
			func(r *Result) bool { return r.Blanks.All-r.Blanks.Right == 1 },
		},
		"a column too many": {
			func(got *Reading) { got.Document.Tables[0].Cols++ },
			func(r *Result) bool { return !r.Grid && r.Numbers.Of() == 1 },
		},
		"a merged cell not seen": {
			func(got *Reading) { cell(t, got, f.Cells[1].Text).ColSpan = 1 },
			func(r *Result) bool { return !r.Grid && r.Score.Span.F1() < 1 },
		},
		"places without boxes": {
			func(got *Reading) {
				for i := range got.Document.Tables[0].Cells {
					got.Document.Tables[0].Cells[i].Box = nil
				}
			},
			func(r *Result) bool { return r.Numbers.Of() == 1 && r.Letters.Of() == 1 },
		},
		"nothing read": {
			func(got *Reading) { *got = Reading{Error: "damaged"} },
			func(r *Result) bool {
				return r.Numbers.Right == 0 && r.Numbers.All > 60 && r.Error != "" && r.Fields.Right == 0 && r.Score.Adjacency.F1() == 0
			},
		},
	} {
		said, got := pictured(f, 0)
		c.spoil(got)
		if r := One(said, got); !c.seen(r) {
			t.Errorf("%s: got %+v", name, *r)
		}
	}
}

// A finding of the form is no false one though its row has another number, since the row
// before was not read; one at another cell is, whatever its number.
func TestFindingsAreKnownByTheirPlace(t *testing.T) {
	said, got := pictured(sample(t, "fj-county-2021"), 0)
	at := match(said, &got.Document)
	place := func(c forms.Cell) *extract.Ref { return &extract.Ref{Row: c.Row, Col: c.Col} }
	cells := said.Form.Cells
	last, other := cells[len(cells)-1], cells[len(cells)-2]
	has := known(said, []score.Finding{{Check: "SCR-01", Field: normalize.IndicatorPath(5, normalize.Score), At: place(last)}}, at)
	if !has(&score.Finding{Check: "SCR-01", Field: normalize.IndicatorPath(4, normalize.Score), At: place(last)}) {
		t.Error("the same cell in a row of another number is not known")
	}
	if has(&score.Finding{Check: "SCR-01", Field: normalize.IndicatorPath(5, normalize.Score), At: place(other)}) {
		t.Error("another cell is known by the number of its row")
	}
	if has(&score.Finding{Check: "FND-01", Field: normalize.IndicatorPath(5, normalize.Score), At: place(last)}) {
		t.Error("another check is known")
	}
}

func TestMatchTakesTheNearest(t *testing.T) {
	f := &forms.Form{Rows: 1, Cols: 2, Widths: []int{1, 1}, Cells: []forms.Cell{{Row: 0, Col: 0, RowSpan: 1, ColSpan: 1, Text: "a"}, {Row: 0, Col: 1, RowSpan: 1, ColSpan: 1, Text: "b"}}}
	said, got := pictured(f, 0)
	extra := got.Document.Tables[0].Cells[0]
	extra.Text, extra.Box = "x", &extract.Box{11, 11, 15, 15} // in the first cell, but aside
	got.Document.Tables[0].Cells = append([]extract.Cell{extra}, got.Document.Tables[0].Cells...)
	m := match(said, &got.Document)
	if m[0].Text != "a" || m[1].Text != "b" {
		t.Errorf("got %q and %q", m[0].Text, m[1].Text)
	}
}

func TestCalibration(t *testing.T) {
	b := newBins()
	for range 9 {
		add(b, 0.96, true)
	}
	add(b, 0.96, false)
	add(b, 1, true)
	add(b, 0, false)
	all := total([]*Result{{Bins: b}, {Bins: b}})
	if all[6].All != 20 || all[6].Right != 18 || math.Abs(all[6].Sum-19.2) > 1e-9 || all[len(all)-1].All != 2 || all[0].All != 2 {
		t.Errorf("got %+v", all)
	}
	var out bytes.Buffer
	Calibration(&out, []*Result{{Bins: b}})
	if !strings.Contains(out.String(), "0.950-0.980         10     0.9600   0.9000") {
		t.Errorf("got %s", out.String())
	}
	if svg := string(Diagram([]*Result{{Bins: b}})); strings.Count(svg, "<circle") != 3 || !strings.Contains(svg, "10 cells, said 0.9600, right 0.8636") {
		t.Errorf("got %s", svg)
	}
}

// The worst kind of damage comes first, and what is wrong and sure is named.
func TestBoard(t *testing.T) {
	f := sample(t, "fj-county-2021")
	said, got := pictured(f, 0)
	good := One(said, got)
	bad, spoilt := pictured(f, 0)
	bad.Kind = "photo"
	cell(t, spoilt, "1860.00").Text = "1880.00"
	var out bytes.Buffer
	Board(&out, []*Result{good, One(bad, spoilt)})
	s := out.String()
	if i, k := strings.Index(s, "photo-144"), strings.Index(s, "scan-144"); i < 0 || k < i {
		t.Errorf("the worst does not come first:\n%s", s)
	}
	if !strings.Contains(s, "WRONG AND SURE in x.png: certain 1860.00→1880.00") {
		t.Errorf("got %s", s)
	}
	out.Reset()
	Misses(&out, []*Result{good, One(bad, spoilt)})
	if strings.Count(out.String(), "\n") != 1 || !strings.Contains(out.String(), "1860.00→1880.00") {
		t.Errorf("got %s", out.String())
	}
}

func TestKept(t *testing.T) {
	_, got := pictured(sample(t, "fj-county-2021"), 0)
	path := filepath.Join(t.TempDir(), "x.json")
	if Kept(path) != nil {
		t.Error("a reading that is not there")
	}
	if err := got.Keep(path); err != nil {
		t.Fatal(err)
	}
	if back := Kept(path); back == nil || back.Seconds != 2 || len(back.Document.Tables[0].Cells) != len(got.Document.Tables[0].Cells) {
		t.Errorf("got %+v", back)
	}
}

// One more field without a name of its own moves none of the others.
func TestFieldsWithoutAName(t *testing.T) {
	among := map[string]string{}
	for i, want := range []string{"other 无 0", "other 无 1", "total"} {
		path := []string{"other[0]", "other[5]", "total"}[i]
		got := asked(path, "无", among)
		if got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
		among[got] = "无"
	}
}
