package render_test

import (
	"slices"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/value"
	"ziping/render"
	"ziping/score"
)

func TestCompact(t *testing.T) {
	for want, ns := range map[string][]int{
		"": nil, "[4]": {4}, "[1, 2]": {2, 1}, "[1–3]": {3, 1, 2, 2}, "[1–3, 7]": {1, 2, 3, 7}, "[1, 3, 5–8]": {8, 7, 6, 5, 3, 1},
	} {
		if got := render.Compact(ns); got != want {
			t.Errorf("%v: got %q, want %q", ns, got, want)
		}
	}
	runs := render.Runs([]int{9, 1, 2, 3})
	if len(runs) != 2 || runs[0].First != 1 || runs[1].First != 9 {
		t.Errorf("got %+v", runs)
	}
}

// Numbers count through all forms of a file in the order in which findings are told.
func TestLists(t *testing.T) {
	first := &score.Report{Findings: []score.Finding{{Check: "B", Level: score.Notice}, {Check: "A", Level: score.Error}}}
	second := &score.Report{Findings: []score.Finding{{Check: "A", Level: score.Rule}}}
	b := &render.Bundle{Forms: []render.Form{{Report: first}, {Report: second}}, Catalog: []score.Doc{{ID: "A"}, {ID: "B"}}}
	lists := b.Lists()
	if got := []int{lists[0].Number(0), lists[0].Number(1), lists[1].Number(0)}; !slices.Equal(got, []int{2, 1, 3}) {
		t.Errorf("got numbers %v, want 2, 1, 3", got)
	}
	if got := lists[0].Numbers([]int{0, 7, -1, 1}); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("got %v, want 1, 2", got)
	}
}

func TestHeading(t *testing.T) {
	r := &score.Report{}
	if got := render.Heading(r, extract.ZH); got != "" {
		t.Errorf("of nothing: got %q", got)
	}
	r.Organisation, r.Title = value.Words("甲局\n乙处"), value.Words("自评表")
	if got := render.Heading(r, extract.ZH); got != "甲局 乙处 自评表" {
		t.Errorf("got %q", got)
	}
	r.Year = &normalize.Field{Text: "(2023年度)", Value: "2023", State: normalize.Parsed}
	if got := render.Heading(r, extract.ZH); got != "甲局 乙处 2023年度 自评表" {
		t.Errorf("got %q", got)
	}
	if got := (&render.Bundle{Lang: extract.ZH}).Name(); got == "" {
		t.Error("a file without a form has no name")
	}
}

// What lies twice is found where it lies first; a place without a field by where it is.
func TestSpots(t *testing.T) {
	var s render.Spots[int]
	path := normalize.IndicatorPath(0, normalize.Score)
	s.Put(path, &extract.Ref{Row: 1, Page: 3}, 10)
	s.Put(path, &extract.Ref{Row: 1}, 20)
	s.Put(normalize.Path{}, nil, 30)
	for _, c := range []struct {
		at   render.Place
		want int
		ok   bool
	}{
		{render.Place{Field: path}, 10, true},
		{render.Place{At: &extract.Ref{Row: 1, Page: 9}}, 10, true},
		{render.Place{At: &extract.Ref{Row: 2}}, 0, false},
		{render.Place{}, 0, false},
	} {
		if got, ok := s.Of(c.at); got != c.want || ok != c.ok {
			t.Errorf("%+v: got %d, %v, want %d, %v", c.at, got, ok, c.want, c.ok)
		}
	}
}

// What all candidates have in common is said once; where they differ each says all.
func TestReasons(t *testing.T) {
	shared, own := render.Reasons([]score.Repair{{Why: "改动 1 处。成因：甲"}, {Why: "改动 1 处。成因：乙"}})
	if shared != "改动 1 处" || !slices.Equal(own, []string{"成因：甲", "成因：乙"}) {
		t.Errorf("got %q and %q", shared, own)
	}
	shared, own = render.Reasons([]score.Repair{{Why: "改动 1 处。甲"}, {Why: "改动 2 处。乙"}})
	if shared != "" || !slices.Equal(own, []string{"改动 1 处。甲", "改动 2 处。乙"}) {
		t.Errorf("got %q and %q", shared, own)
	}
	if shared, own = render.Reasons([]score.Repair{{Why: "one cell. The cause"}}); shared != "one cell" || own[0] != "The cause" {
		t.Errorf("got %q and %q", shared, own)
	}
}

func TestPercent(t *testing.T) {
	for in, want := range map[string]string{"": "", "0.8209": "82%", "0.999": "99%", "1": "100%", "x": "x"} {
		if got := render.Percent(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
