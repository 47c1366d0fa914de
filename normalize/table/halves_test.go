package table

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
)

// linesOf makes lines of rows apart by line ends, cells apart by /.
func linesOf(text string) []*Line {
	var out []*Line
	for row, s := range strings.Split(text, "\n") {
		l := &Line{Row: row}
		for col, c := range strings.Split(s, "/") {
			if c != "" {
				l.Items = append(l.Items, NewItem(lexicon.Default(), c, col, 1, 1, extract.Ref{Row: row, Col: col}))
			}
		}
		out = append(out, l)
	}
	return out
}

// Headings on several lines are whole only together.
func TestJoinHalves(t *testing.T) {
	for name, tt := range map[string]struct {
		in    string
		loose bool
		want  string // the first line
	}{
		"in columns":                     {"绩效指标/一级/二级/三级/年度/实际/分值\n/指标/指标/指标/指标值/完成值", false, "绩效指标/一级指标/二级指标/三级指标/年度指标值/实际完成值/分值"},
		"some of them":                   {"一级指标/三级指标/年度/实际/分值\n//指标值/完成值", false, "一级指标/三级指标/年度指标值/实际完成值/分值"},
		"a remark of the block":          {"项目资金//年初/全年/全年/执行率\n(万元)//预算数/预算数/执行数", false, "项目资金(万元)/年初预算数/全年预算数/全年执行数/执行率"},
		"without columns":                {"绩效指标/一级指标/三级指标/年度/实际/分值\n指标值/完成值", true, "绩效指标/一级指标/三级指标/年度指标值/实际完成值/分值"},
		"on many lines":                  {"一级指标/三级指标/年/实/分值\n度/际\n指/完\n标/成\n值/值", true, "一级指标/三级指标/年度指标值/实际完成值/分值"},
		"the rest of one has no heading": {"一级指标/三级指标/年度/实际/分值\n//指标值/完成值/甲", false, "一级指标/三级指标/年度/实际/分值"},
		"in another column":              {"一级指标/三级指标/年度/实际/分值\n///指标值/完成值", false, "一级指标/三级指标/年度/实际/分值"},
		"a row below a whole heading":    {"一级指标/三级指标/年度指标值/分值\n产出指标/天数/好/差", false, "一级指标/三级指标/年度指标值/分值"},
		"columns one below the other":    {"预算数/执行数/执行率\n//得分", false, "预算数/执行数/执行率"},
		"more pieces than headings":      {"年度/实际/分值\n指标值/完成值/甲/乙", true, "年度/实际/分值"},
		"a figure is no piece":           {"一级指标/三级指标/年度/实际/分值\n//指标值/10", false, "一级指标/三级指标/年度/实际/分值"},
		"a group over its columns":       {"一级指标/三级指标/年度指标值//分值\n//指标性质/指标值", false, "一级指标/三级指标/年度指标值/分值"},
	} {
		lines := JoinHalves(linesOf(tt.in), lexicon.Default(), tt.loose)
		var got []string
		for _, it := range lines[0].Items {
			got = append(got, it.Folded)
		}
		first, _, _ := strings.Cut(tt.in, "\n")
		joined := strings.ReplaceAll(first, "//", "/") != tt.want
		if strings.Join(got, "/") != tt.want {
			t.Errorf("%s: got %s, want %s", name, strings.Join(got, "/"), tt.want)
		}
		if below := len(lines) > 1; joined && (tt.loose == below || below && !lines[1].Items[0].Claimed) {
			t.Errorf("%s: the lines below are left", name)
		}
	}
}
