package family

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ziping/normalize/lexicon"
)

// Each family is told by its own signs, whatever the title, and the next best
// is clearly less: how sure the classifier is of a form that has all of them.
func TestEachFamilyIsItself(t *testing.T) {
	for i := range families() {
		f := &families()[i]
		for _, title := range append([]string{""}, f.Titles...) {
			ranked := rank(title, set(f.Signs))
			if len(ranked) == 0 || ranked[0].family.ID != f.ID || ranked[0].share != 100 {
				t.Errorf("%s with title %q: got %+v first", f.ID, title, ranked)
				continue
			}
			if len(ranked) > 1 && ranked[1].score+5 > ranked[0].score {
				t.Errorf("%s with title %q: %s comes as near as %d to %d", f.ID, title, ranked[1].family.ID, ranked[1].score, ranked[0].score)
			}
			if got := Classify(title, set(f.Signs)); got == nil || got.ID != f.ID {
				t.Errorf("%s with title %q: got %v", f.ID, title, got)
			}
		}
	}
}

// rank lists the families that a form shows enough signs of, the best first.
func rank(title string, headings map[string]bool) (out []fit) {
	for i := range families() {
		if m := families()[i].match(title, headings); m.score > 0 {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b fit) int { return b.score - a.score })
	return out
}

// Headings that every form has are no family.
func TestNoFamily(t *testing.T) {
	for _, headings := range [][]string{
		{},
		{"项目名称", "一级指标", "二级指标", "三级指标", "指标值", "得分"},
		{"单位名称", "年初预算数", "执行数", "执行率", "绩效指标"},
	} {
		if got := Classify("绩效自评表", set(headings)); got != nil {
			t.Errorf("%q: got %s, want none", headings, got.ID)
		}
	}
}

// Half of a family's signs are not enough.
func TestHalfIsNotEnough(t *testing.T) {
	for i := range families() {
		f := &families()[i]
		if got := Classify("", set(f.Signs[:(len(f.Signs)+1)/2])); got != nil && got.ID == f.ID {
			t.Errorf("%s is told by %q", f.ID, f.Signs[:(len(f.Signs)+1)/2])
		}
	}
}

func TestOtherForms(t *testing.T) {
	for title, want := range map[string]string{
		"项目支出绩效目标申报表": "declaration", "部门整体支出绩效目标表": "target", "2024年部门整体绩效目标": "target", "部门整体支出绩效评价指标体系": "catalogue",
		"绩效运行监控情况表": "monitoring", "设备采购单价表": "prices", "整体支出绩效自评基础数据表": "basics", "财政支出绩效评价报告": "evaluation",
		"项目支出绩效自评表": "", "关于预算绩效管理的通知": "", "年度总体目标": "", "绩效指标": "", "绩效目标": "",
	} {
		got := ""
		if o := OtherByTitle(lexicon.Title(title)); o != nil {
			got = o.ID
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", title, got, want)
		}
	}
	if got := OtherBySigns(set([]string{"单价"})); got != nil {
		t.Errorf("one sign: got %s, want none", got.ID)
	}
	if got := OtherBySigns(set([]string{"立项依据", "项目总投资"})); got == nil || got.ID != "declaration" {
		t.Errorf("two signs of a declaration: got %v", got)
	}
}

// No sign of another form is a heading of a self-evaluation.
func TestSignsAreNoHeadings(t *testing.T) {
	lex := lexicon.Default()
	for _, o := range others() {
		for _, s := range o.Signs {
			if lex.FundColumn[s] != "" || lex.IndicatorColumn[s] != "" || lex.Source[s] != "" || lex.Head[s] != "" {
				t.Errorf("%s: %q is a heading of self-evaluations too", o.ID, s)
			}
		}
	}
}

func TestDefectsAreFound(t *testing.T) {
	for data, want := range map[string]string{
		"id: X": "name", "id: X\nname: {zh: 甲, en: a}\nsource: s\nsigns: [一]": "two signs", "id: X\ncolour: red": "colour",
	} {
		_, err := load(fstest.MapFS{"x.yaml": {Data: []byte(data)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want an error about %s", data, err, want)
		}
	}
	if _, err := loadOthers(fstest.MapFS{"other/x.yaml": {Data: []byte("id: x")}}); err == nil {
		t.Error("a kind without titles was accepted")
	}
}

func set(words []string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}
