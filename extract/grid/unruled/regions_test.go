package unruled

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/sheettest"
)

// A table without rulings is where lines of several texts follow each other.
func TestRegions(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string // first and last text of each region
	}{
		{"rows", []string{"100 50 指标 150 12 250 34", "130 50 修路 150 56 250 78"}, "指标–78"},
		{"rows far apart", []string{"100 50 指标 150 12", "130 50 修路 150 56", "221 50 目标 150 78", "250 50 种树 150 90"}, "指标–56 目标–90"},
		{"rows not quite as far apart", []string{"100 50 指标 150 12", "130 50 修路 150 56", "219 50 目标 150 78", "250 50 种树 150 90"}, "指标–90"},
		{"one line of two texts", []string{"100 50 指标 150 12"}, "指标–12"},
		{"no line of two", []string{"100 50 指标", "130 50 修路"}, ""},
		{"lines of text between", []string{"100 50 指标 250 12", "130 50 修路 250 56", "150 50 以下各项均按照本年度计划完成情况填写", "165 50 以下各项均按照本年度计划完成情况填写", "180 50 以下各项均按照本年度计划完成情况填写", "200 50 目标 250 78", "230 50 种树 250 90"}, "指标–56 目标–90"},
		{"two of them", []string{"100 50 指标 250 12", "130 50 修路 250 56", "150 50 以下各项均按照本年度计划完成情况填写", "165 50 以下各项均按照本年度计划完成情况填写", "185 50 目标 250 78", "215 50 种树 250 90"}, "指标–90"},
		{"three, with a short one between", []string{"100 50 指标 250 12", "130 50 修路 250 56", "150 50 以下各项均按照本年度计划完成情况填写", "165 50 以下各项均按照本年度计划完成情况填写", "178 50 完成", "190 50 以下各项均按照本年度计划完成情况填写", "210 50 目标 250 78", "240 50 种树 250 90"}, "指标–90"},
		{"fields above and below", []string{"70 50 单位：万元 150 日期：今天", "100 50 指标 150 12 250 34", "130 50 修路 150 56 250 78", "160 50 填表人：林晓 150 电话：无"}, "指标–78"},
		{"a note below", []string{"100 50 指标 150 12 250 34", "130 50 修路 150 56 250 78", "160 50 注：无 150 各科室"}, "指标–78"},
	} {
		d := sheettest.Drawn("", tt.lines)
		var got []string
		for _, r := range regions(d, d.Sheets[0]) {
			last := r.levels[r.last].blocks
			got = append(got, r.text(r.levels[r.first].blocks[0])+"–"+r.text(last[len(last)-1]))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, strings.Join(got, " "), tt.want)
		}
	}
}

// region is the only one of a page.
func onlyRegion(t *testing.T, heading string, lines ...string) *region {
	t.Helper()
	d := sheettest.Drawn(heading, lines)
	all := regions(d, d.Sheets[0])
	if len(all) != 1 {
		t.Fatalf("%d regions of %q", len(all), lines)
	}
	return all[0]
}

// rows of three columns, from a height on.
func threeColumns(from float64, n int) (lines []string) {
	for k := range n {
		lines = append(lines, fmt.Sprintf("%g 50 修路桥 150 1%d 250 9%d", from+25*float64(k), k, k))
	}
	return slices.Clip(lines)
}

// Lines of one text above and below belong to the table where they are the ends of its
// cells, or stand in the middle of a column.
func TestTakesIn(t *testing.T) {
	for _, tt := range []struct {
		name string
		line string
		want string
	}{
		{"below a text, as near as lines are", "162 50 和林地", "100–162"},
		{"as far as rows are", "172 52.5 和林", "100–150"},
		{"in the middle of a column", "171 55 和林", "100–171"},
		{"further off", "172.1 55 和林", "100–150"},
		{"below a figure", "162 145 和林地", "100–150"},
		{"below none", "162 90 和林地", "100–150"},
		{"a field", "162 50 人：林", "100–150"},
		{"above a text", "88 50 和林地", "88–150"},
		{"above, in the middle of a column, as far as rows are", "80 55 和林", "100–150"},
		{"a heading above", "66 350 名称", "66–150"},
		{"a heading further above", "64 350 名称", "100–150"},
		{"a heading below", "172 350 名称", "100–150"},
	} {
		lines := append(threeColumns(100, 3), tt.line)
		r := onlyRegion(t, "名称", lines...)
		got := fmt.Sprintf("%g–%g", r.phrases[r.levels[r.first].blocks[0]].Y(), r.phrases[r.levels[r.last].blocks[0]].Y())
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Two lines of a label above the table, with its value between them at the right, belong
// to it where they are one heading.
func TestWrappedLabel(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  int
	}{
		{"a heading", []string{"64 50 主管部", "70 150 县水务局", "76 50 门名称"}, 3},
		{"brackets", []string{"64 50 转移（项", "70 150 县水务局", "76 50 目）名"}, 3},
		{"neither", []string{"64 50 主管部", "70 150 县水务局", "76 50 门人员"}, 0},
		{"not below each other", []string{"64 50 主管部", "70 150 县水务局", "76 85 门名称"}, 0},
		{"the value not to the right", []string{"64 50 主管部", "70 75 县水务局", "76 50 门名称"}, 0},
		{"far above", []string{"60 50 主管部", "66 150 县水务局", "72.9 50 门名称"}, 0},
		{"two values", []string{"64 50 主管部", "70 150 县水务 250 局", "76 50 门名称"}, 0},
		{"two lines", []string{"64 50 主管部", "76 50 门名称"}, 0},
	} {
		d := sheettest.Drawn("主管部门名称", append(tt.lines, threeColumns(100, 3)...))
		r := regions(d, d.Sheets[0])[0]
		for r.first = 0; r.phrases[r.levels[r.first].blocks[0]].Y() < 100; r.first++ {
		}
		clear(r.taken)
		if got := r.wrappedLabel(); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.name, got, tt.want)
		}
	}
}

// Lines beyond the first and the last are of the table where they stand in two columns,
// near it and each other.
func TestColumnsBeyond(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		step  int
		want  string
	}{
		{"two columns below", []string{"162 50 和林地", "168 250 完成"}, 1, "168 true"},
		{"one column", []string{"162 50 和林地", "168 50 完成"}, 1, "168 false"},
		{"that touch", []string{"162 50 和林地", "168 80 完成"}, 1, "168 false"},
		{"the second too far", []string{"162 50 和林地", "184.1 250 完成"}, 1, "162 false"},
		{"the first too far", []string{"172.1 50 和林地", "178 250 完成"}, 1, "150 false"},
		{"two columns above", []string{"80 50 和林地", "85 250 完成"}, -1, "80 true"},
		{"a note", []string{"162 50 注：无", "168 250 完成"}, 1, "0 false"},
		{"signatures", []string{"162 50 人：林 250 电话：无"}, 1, "150 false"},
		{"a third column", []string{"162 50 和林地", "166 250 完成", "171 150 无"}, 1, "171 true"},
	} {
		d := sheettest.Drawn("", append(threeColumns(100, 3), tt.lines...))
		r := regions(d, d.Sheets[0])[0]
		for k := range r.levels {
			switch r.phrases[r.levels[k].blocks[0]].Y() {
			case 100:
				r.first = k
			case 150:
				r.last = k
			}
		}
		clear(r.taken)
		r.until = len(r.levels)
		at, ok := r.columnsBeyond(tt.step, 2.2, 2.2)
		got := "0 false"
		if ok || at > 0 {
			got = fmt.Sprintf("%g %v", r.phrases[r.levels[at].blocks[0]].Y(), ok)
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Three lines of three texts are a table, headings above two columns, or rows of two.
func TestEnough(t *testing.T) {
	for _, tt := range []struct {
		s    score
		want bool
	}{{score{tri: 3}, true}, {score{tri: 2, duo: 9, headings: 2, pairs: 3}, false}, {score{duo: 3, headings: 3}, true}, {score{duo: 2, headings: 9}, false}, {score{pairs: 4}, true}} {
		if got := tt.s.enough(); got != tt.want {
			t.Errorf("%v: got %v", tt.s, got)
		}
	}
	if got := (score{1, 2, 3, 4}).add(score{10, 20, 30, 40}); got != (score{11, 22, 33, 44}) {
		t.Errorf("got %v", got)
	}
	r := onlyRegion(t, "指标 名称", "100 50 指标 150 名称", "125 50 修路 150 12 250 34", "150 50 修桥 150 56", "175 50 种树 150 无 250 有 350 7")
	if r.score != (score{duo: 4, tri: 2, headings: 2}) {
		t.Errorf("got %v", r.score)
	}
}

// Rows of two columns are a table where they are flush, wide enough apart, four at least,
// and have figures below a heading, or rulings above and below.
func TestPairs(t *testing.T) {
	flush := []string{"100 50 名称 150 金额", "120 50 修路 150 12", "140 50 修桥 150 34", "160 50 种树 150 56"}
	for _, tt := range []struct {
		name  string
		lines []string
		want  int
	}{
		{"flush", flush, 4},
		{"three rows", flush[:3], 0},
		{"a third text", append([]string{"180 50 合计 150 9 250 8"}, flush...), 0},
		{"a wrapped line", append([]string{"172 50 和林"}, flush...), 4},
		{"near each other", []string{"100 50 名称 89 金额", "120 50 修路 89 12", "140 50 修桥 89 34", "160 50 种树 89 56"}, 0},
		{"just far enough", []string{"100 50 名称 90 金额", "120 50 修路 90 12", "140 50 修桥 90 34", "160 50 种树 90 56"}, 4},
		{"two of three figures", append([]string{"130 50 办学 150 无"}, flush[0], flush[1], flush[3]), 4},
		{"one of three figures", []string{"100 50 名称 150 金额", "120 50 修路 150 12", "140 50 修桥 150 无", "160 50 种树 150 有"}, 0},
		{"that, between rulings", []string{"100 50 名称 150 金额", "120 50 修路 150 12", "140 50 修桥 150 无", "160 50 种树 150 有", "─ 90 45 180", "─ 170 45 180"}, 4},
		{"below one alone", []string{"100 50 名称 150 金额", "120 50 修路 150 12", "140 50 修桥 150 无", "160 50 种树 150 有", "─ 90 45 180"}, 0},
		{"above one alone", []string{"100 50 名称 150 金额", "120 50 修路 150 12", "140 50 修桥 150 无", "160 50 种树 150 有", "─ 170 45 180"}, 0},
		{"between rulings too short", []string{"100 50 名称 150 金额", "120 50 修路 150 12", "140 50 修桥 150 无", "160 50 种树 150 有", "─ 90 45 140", "─ 170 45 140"}, 0},
		{"between rulings far off", []string{"100 50 名称 150 金额", "120 50 修路 150 12", "140 50 修桥 150 无", "160 50 种树 150 有", "─ 72 45 180", "─ 170 45 180"}, 0},
		{"a figure at the head", []string{"100 50 名称 150 7", "120 50 修路 150 12", "140 50 修桥 150 34", "160 50 种树 150 56"}, 0},
		{"ending at one place", []string{"100 50 名称 150 金额", "120 50 修路 155 123", "140 50 修桥 165 4", "160 50 种树 160 56"}, 4},
		{"neither beginning nor ending", []string{"100 50 名称 150 金额", "120 50 修路 155 123", "140 50 修桥 165 423", "160 50 种树 160 563"}, 0},
		{"labels that do not begin at one place", []string{"100 50 名称 150 金额", "120 50 修路 150 12", "140 54 修桥 150 34", "160 58 种树 150 56"}, 0},
		{"labels of which two of three do", []string{"100 50 名称 150 金额", "120 50 修路 150 12", "140 50 修桥 150 34", "160 58 种树 150 56"}, 4},
	} {
		r := onlyRegion(t, "", tt.lines...)
		if got := r.pairs(); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.name, got, tt.want)
		}
	}
}

func TestAlike(t *testing.T) {
	for _, tt := range []struct {
		v    []float64
		want int
	}{{nil, 0}, {[]float64{5}, 1}, {[]float64{9, 1, 3, 2}, 3}, {[]float64{1, 3, 5, 7}, 2}, {[]float64{1, 9, 10, 11, 1}, 3}} {
		if got := alike(tt.v, 2); got != tt.want {
			t.Errorf("%v: got %d, want %d", tt.v, got, tt.want)
		}
	}
}

// A region lies within the width of another where they have more than four fifths of the
// narrower one in common.
func TestBesides(t *testing.T) {
	at := func(x0, x1 float64) *region {
		return &region{phrases: []sheet.Phrase{{Box: extract.Box{x0, 0, x0 + 10, 9}}, {Box: extract.Box{x1 - 10, 0, x1, 9}}}, levels: []band{{}, {blocks: []int{0, 1}}, {}}, first: 1, last: 1}
	}
	for _, tt := range []struct {
		x0, x1 float64
		want   bool
	}{{0, 100, true}, {20, 300, false}, {19, 300, true}, {-200, 81, true}, {-200, 80, false}, {40, 60, true}, {200, 300, false}} {
		if got := at(0, 100).besides(at(tt.x0, tt.x1)); got != tt.want {
			t.Errorf("%g–%g: got %v", tt.x0, tt.x1, got)
		}
		if got := at(tt.x0, tt.x1).besides(at(0, 100)); got != tt.want {
			t.Errorf("%g–%g, turned: got %v", tt.x0, tt.x1, got)
		}
	}
}

// What stands above the first row is the rest of a text that the page before ends with.
func TestGoesOnAbove(t *testing.T) {
	before := append(threeColumns(100, 4), "200 50 修好全县农村公路共计 150 1 250 2")
	for _, tt := range []struct {
		name  string
		lines []string
		first []string
		want  bool
	}{
		{"it goes on", append([]string{"60 50 桥梁和"}, threeColumns(100, 3)...), before, true},
		{"in two lines", append([]string{"60 50 桥梁和", "72 50 桥梁和"}, threeColumns(100, 3)...), before, true},
		{"nothing above", threeColumns(100, 3), before, false},
		{"another text", append([]string{"60 90 桥和"}, threeColumns(100, 3)...), before, false},
		{"with another below", append([]string{"60 50 桥梁和", "72 90 桥和"}, threeColumns(100, 3)...), before, false},
		{"two texts", append([]string{"60 50 桥梁和 150 无"}, threeColumns(100, 3)...), before, false},
		{"from the fourth row before the end", append([]string{"60 50 桥梁和"}, threeColumns(100, 3)...), append([]string{"75 50 修好全县农村公路共计 150 1 250 2"}, threeColumns(100, 3)...), true},
		{"from the fifth", append([]string{"60 50 桥梁和"}, threeColumns(100, 3)...), append([]string{"75 50 修好全县农村公路共计 150 1 250 2"}, threeColumns(100, 4)...), false},
	} {
		d := sheettest.Drawn("", tt.first, tt.lines)
		r := regions(d, d.Sheets[1])[0]
		for r.first = 0; len(r.levels[r.first].blocks) < 3; r.first++ {
		}
		at := r.first
		got := r.goesOnAbove(regions(d, d.Sheets[0])[0])
		if got != tt.want || r.continues != tt.want || got != (r.first == 0) && at > 0 || !got && r.first != at {
			t.Errorf("%s: got %v from %d, continues %v", tt.name, got, r.first, r.continues)
		}
	}
}
