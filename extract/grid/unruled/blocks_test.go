package unruled

import (
	"fmt"
	"testing"
	"ziping/extract/grid/sheettest"

	"ziping/extract"
	"ziping/extract/grid/fit"
	"ziping/extract/grid/sheet"
)

// The lines of a cell are a block where they are nearer than rows are.
func TestBlocks(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"rows apart, one cell of two lines", []string{"100 50 指标 150 12 250 34", "130 50 修路 150 56 250 78", "142 50 和桥", "170 50 种树 150 90 250 11"},
			"指标 12 34 修路/和桥 56 78 种树 90 11"},
		{"figures as near as lines are rows", []string{"100 50 指标甲 150 12 250 34", "113 50 修路乙 150 56 250 78", "126 50 种树丙 150 90 250 11"},
			"指标甲 12 34 修路乙 56 78 种树丙 90 11"},
		{"the least distance of texts is that of lines", []string{"100 50 目标 150 全面 250 完成", "112 50 任务", "124 50 完成", "152 50 修路 150 如期 250 完工", "169 50 种树 150 已经 250 过半"},
			"目标/任务/完成 全面 完成 修路 如期 完工 种树 已经 过半"},
		{"a line further off whose text goes on", []string{"100 50 项目（一 150 12 250 34", "117 50 期）名称", "140 50 修路甲 150 56 250 78", "157 50 种树乙 150 90 250 11"},
			"项目（一/期）名称 12 34 修路甲 56 78 种树乙 90 11"},
		{"a ruling between two lines", []string{"100 50 指标 150 全面 250 完成", "112 50 任务 250 过半", "140 50 修路 150 如期 250 完工", "152 50 桥梁", "─ 106 45 100"},
			"指标 全面 完成/过半 任务 修路/桥梁 如期 完工"},
		{"a share above a date that is wrapped", []string{"100 50 指标 150 全面 250 12", "130 50 优良率 150 ≥75%", "142 150 2022年11", "154 150 月底前 250 34", "190 50 种树 150 已经 250 90"},
			"指标 全面 12 优良率 ≥75% 2022年11/月底前 34 种树 已经 90"},
	} {
		s := stacked("", tt.lines)
		if got := s.textsOf(s.blocks()); got != tt.want {
			t.Errorf("%s: got\n%s, want\n%s", tt.name, got, tt.want)
		}
	}
}

// A block of one figure is a figure; a text of several lines is none.
func TestFigureBlocks(t *testing.T) {
	s := stacked("", []string{"100 50 指标 150 12 250 34", "130 50 修路 150 56 250 78", "142 50 和桥", "170 50 种树 150 90 250 11"})
	got := ""
	for _, b := range s.blocks() {
		if b.figure {
			got += " " + s.textOf(&b)
		}
	}
	if want := " 12 34 56 78 90 11"; got != want {
		t.Errorf("got figures%s, want%s", got, want)
	}
}

// The text below another is the first that stands under it, not too near and not too far.
func TestNextBelow(t *testing.T) {
	for _, tt := range []struct {
		name  string
		boxes []extract.Box
		want  []int
	}{
		{"one below the other", []extract.Box{{0, 0, 40, 10}, {0, 12, 40, 22}, {0, 24, 40, 34}}, []int{1, 2, -1}},
		{"beside each other", []extract.Box{{0, 0, 40, 10}, {50, 0, 90, 10}, {0, 12, 40, 22}, {50, 12, 90, 22}}, []int{2, 3, -1, -1}},
		{"a shorter one between two", []extract.Box{{0, 0, 40, 10}, {0, 12, 15, 22}, {0, 24, 40, 34}}, []int{1, 2, -1}},
		{"edge to edge", []extract.Box{{0, 0, 40, 10}, {40, 12, 80, 22}}, []int{-1, -1}},
		{"three characters below", []extract.Box{{0, 0, 40, 10}, {0, 30, 40, 40}}, []int{1, -1}},
		{"further", []extract.Box{{0, 0, 40, 10}, {0, 30.5, 40, 40.5}}, []int{-1, -1}},
		{"too near", []extract.Box{{0, 0, 40, 10}, {0, 5, 40, 15}}, []int{-1, -1}},
		{"behind a text that reaches over it", []extract.Box{{0, 0, 90, 10}, {50, 0, 60, 10}, {52, 12, 58, 22}}, []int{2, 2, -1}},
		{"the first of two in its line", []extract.Box{{0, 0, 90, 10}, {0, 12, 46, 22}, {48, 12, 94, 22}}, []int{1, -1, -1}},
		{"in a line that leans", []extract.Box{{50, 0, 90, 10}, {0, 2, 40, 12}, {0, 14, 40, 24}, {50, 16, 90, 26}}, []int{3, 2, -1, -1}},
	} {
		s := &stack{em: sheettest.Em, boxes: tt.boxes}
		if got := s.nextBelow(); fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

// A ruling between two heights bars what it runs over the middle of.
func TestBarred(t *testing.T) {
	bars := []sheet.Seg{{At: 10, Lo: 0, Hi: 100}, {At: 20, Lo: 0, Hi: 40}, {At: 30, Lo: 60, Hi: 100}}
	for _, tt := range []struct {
		y0, y1, x0, x1 float64
		want           bool
	}{
		{5, 15, 0, 10, true}, {10, 15, 0, 10, false}, {5, 10, 0, 10, false}, {15, 25, 0, 79, true}, {15, 25, 0, 80, false}, {15, 25, 0, 81, false},
		{15, 35, 40, 80, false}, {15, 35, 40, 81, true}, {31, 90, 0, 10, false},
	} {
		if got := barred(bars, tt.y0, tt.y1, extract.Box{tt.x0, 0, tt.x1, 5}); got != tt.want {
			t.Errorf("%v: got %v", tt, got)
		}
	}
}

// Where lines are as near as rows, a block is taken apart at the heights of figures: each
// line to the nearest row, or to the last that began above it.
func TestSplitAtAnchors(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		block []string
		want  string
	}{
		{"a line a row", []string{"100 50 修路 150 12 250 34", "112 50 修桥 150 56 250 78", "124 50 种树 150 90 250 11"}, []string{"修路", "修桥", "种树"}, "修路 修桥 种树"},
		{"two lines around a row", []string{"100 50 修路 150 12 250 34", "118 50 农村", "124 150 56 250 78", "130 50 公路", "148 50 种树 150 90 250 11"}, []string{"修路", "农村", "公路", "种树"}, "修路 农村/公路 种树"},
		{"the first line at its row", []string{"100 50 修路 150 12 250 34", "112 50 和桥", "124 50 农村 150 56 250 78", "136 50 公路", "148 50 种树 150 90 250 11"}, []string{"修路", "和桥", "农村", "公路", "种树"}, "修路/和桥 农村/公路 种树"},
		{"a line that goes on", []string{"100 50 修（路 150 12 250 34", "112 50 和桥） 150 56 250 78"}, []string{"修（路", "和桥）"}, "修（路/和桥）"},
		{"lines at no row", []string{"100 150 12 250 34", "106 50 修路", "112 150 56 250 78", "118 50 和桥", "124 150 90 250 11"}, []string{"修路", "和桥"}, "修路/和桥"},
		{"within one row", []string{"100 50 修路 150 12 250 34", "112 50 和桥", "130 50 种树 150 56 250 78"}, []string{"修路", "和桥"}, "修路/和桥"},
	} {
		s := stacked("", tt.lines)
		b := block{row: -1}
		for _, text := range tt.block {
			for n := range s.phrases {
				if s.textOf(&block{phrases: []int{n}}) == text {
					if len(b.phrases) == 0 {
						b.box = s.boxes[n]
					}
					b.phrases = append(b.phrases, n)
					b.box[2], b.box[3] = max(b.box[2], s.boxes[n][2]), max(b.box[3], s.boxes[n][3])
				}
			}
		}
		got := s.splitAtAnchors([]block{b})
		if s.textsOf(got) != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, s.textsOf(got), tt.want)
		}
		for i := range got {
			if got[i].row != -1 {
				t.Errorf("%s: %s has row %d already", tt.name, s.textOf(&got[i]), got[i].row)
			}
		}
	}
}

// A part of several lines must leave some room in its row, above and below.
func TestHaveRoom(t *testing.T) {
	part := func(top, bottom float64, lines int) []block {
		return []block{{phrases: make([]int, lines), box: extract.Box{0, top, 10, bottom}}}
	}
	for _, tt := range []struct {
		name    string
		parts   []block
		anchors []float64
		want    bool
	}{
		{"one line", part(0, 60, 1), []float64{10, 30, 50}, true},
		{"room on both sides", part(21, 39, 2), []float64{10, 30, 50}, true},
		{"as high as the way to the next", part(20, 40, 2), []float64{10, 30, 50}, false},
		{"higher than the way to the one above", part(38, 58, 2), []float64{30, 48, 90}, false},
		{"higher than the way to the one below", part(2, 20, 2), []float64{11, 28}, false},
		{"the only row", part(0, 60, 2), []float64{30}, true},
		{"below all rows", part(90, 150, 2), []float64{10, 30}, true},
		{"the second of two", append(part(22, 38, 2), part(40, 60, 2)...), []float64{10, 30, 50}, false},
	} {
		if got := haveRoom(tt.parts, tt.anchors, sheettest.Em); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}

// Two figures at one height are an anchor; how far those are apart at least, but for a
// tenth of them, is their pitch.
func TestAnchors(t *testing.T) {
	s := &stack{em: sheettest.Em}
	for k, y := range []float64{20, 22, 40, 60, 60, 60, 80, 82.5, 100, 102.6, 130, 130, 142, 142} {
		s.phrases = append(s.phrases, sheet.Phrase{Figure: true}, sheet.Phrase{})
		s.boxes = append(s.boxes, extract.Box{0, y - 5, 10, y + 5}, extract.Box{0, y + 0.5*float64(k), 10, y + 9})
	}
	if got := fmt.Sprint(s.anchors()); got != "[21 60 81.25 130 142]" {
		t.Errorf("got %s", got)
	}
	if got := s.anchorPitch(); got != 12 {
		t.Errorf("got pitch %v, want 12", got)
	}
	s.phrases, s.boxes = s.phrases[:24], s.boxes[:24]
	if got := s.anchorPitch(); got != 21.25 {
		t.Errorf("got pitch %v of four anchors, want 21.25", got)
	}
	s.phrases, s.boxes = s.phrases[:20], s.boxes[:20]
	if got := s.anchorPitch(); got != 0 {
		t.Errorf("got pitch %v of three anchors, want none", got)
	}
}

// Of sorted values a quantile is the one at that share of the way.
func TestQuantile(t *testing.T) {
	v := []float64{5, 1, 4, 2, 3}
	for q, want := range map[float64]float64{0: 1, 0.1: 1, 0.25: 2, 0.5: 3, 1: 5} {
		if got := quantile(v, q); got != want {
			t.Errorf("%v: got %v, want %v", q, got, want)
		}
	}
	if v[0] != 5 {
		t.Error("the values were put in order")
	}
}

// Blocks of a row stand in it, and merged ones in all of theirs; what stands between rows
// is of those that it reaches into.
func TestMembers(t *testing.T) {
	rows := []band{{top: 0, bottom: 10}, {top: 20, bottom: 30}, {top: 40, bottom: 50}}
	blocks := []block{{row: 0, box: extract.Box{0, 0, 9, 25}}, {row: 1, r0: 1, r1: 3}, {row: -1, box: extract.Box{0, 5, 9, 25}}, {row: -1, box: extract.Box{0, 10, 9, 20}}, {row: -1, box: extract.Box{0, 31, 9, 70}}, {row: -1, r0: 0, r1: 2}}
	if got := fmt.Sprint((&stack{}).members(blocks, rows)); got != "[[0 2 5] [1 2 5] [1 4]]" {
		t.Errorf("got %s", got)
	}
}

// Where one text of several that are at one place is alone in it afterwards, it is the
// smallest, and a text that reaches further steps back to its row and its letters.
func TestOnePlaceEachStepsBack(t *testing.T) {
	rows := []band{{top: 0, bottom: 10}, {top: 20, bottom: 30}, {top: 40, bottom: 50}}
	for _, tt := range []struct {
		name   string
		blocks []block
		plain  []fit.Range
		want   string
	}{
		{"the label of a merged cell over a filled row", []block{
			{phrases: []int{0}, row: -1, box: extract.Box{0, 22, 9, 28}, r0: 0, r1: 3, c0: 0, c1: 1},
			{phrases: []int{1}, row: 2, r0: 2, r1: 3, c0: 0, c1: 1}}, []fit.Range{{Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}}, "[0] 1–2 0–1; [1] 2–3 0–1; "},
		{"a text of one row keeps its row", []block{
			{phrases: []int{0}, row: 2, r0: 2, r1: 3, c0: 0, c1: 3},
			{phrases: []int{1}, row: 2, r0: 2, r1: 3, c0: 1, c1: 3}}, []fit.Range{{Lo: 0, Hi: 1}, {Lo: 1, Hi: 3}}, "[0] 2–3 0–1; [1] 2–3 1–3; "},
		{"a further line", []block{
			{phrases: []int{5}, row: 0, r0: 0, r1: 1, c0: 1, c1: 2}, {phrases: []int{7}, row: 0, r0: 0, r1: 1, c0: 0, c1: 1},
			{phrases: []int{3}, row: 0, r0: 0, r1: 1, c0: 0, c1: 2}, {phrases: []int{9}, row: 1, r0: 1, r1: 2, c0: 0, c1: 1}},
			[]fit.Range{{Lo: 1, Hi: 2}, {Lo: 0, Hi: 1}, {Lo: 0, Hi: 2}, {Lo: 0, Hi: 1}}, "[5] 0–1 1–2; [3 7] 0–1 0–1; [9] 1–2 0–1; "},
	} {
		got := ""
		for _, b := range onePlaceEach(tt.blocks, rows, 3, tt.plain) {
			got += fmt.Sprintf("%v %d–%d %d–%d; ", b.phrases, b.r0, b.r1, b.c0, b.c1)
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}
