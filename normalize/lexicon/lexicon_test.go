package lexicon

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestEmbeddedDataLoads(t *testing.T) {
	l, err := load(headingsYAML, composedYAML, levelsYAML, wordsYAML)
	if err != nil {
		t.Fatal(err)
	}
	for heading, want := range map[string]string{
		"年初部门预算安排金额(含历年结余结转)①": "initial", "小计③=①+②": "budget", "全年预算数（A）": "budget",
		"支出实现率(%)⑤=④/③": "execution_rate", "执行率(B/A)": "execution_rate", "得分(20分*执行率)": "score",
		"年初\n预算数": "initial", "本年度结余金额⑥=③-④": "balance", "资金结余率(%)⑦=⑥/③": "balance_rate",
	} {
		if got := l.FundColumn[Bare(heading)]; got != want {
			t.Errorf("fund column %q: got %q want %q", heading, got, want)
		}
	}
	for label, want := range map[string]string{
		"合 计": "total", "其中：当年财政拨款": "current_year", "①中央及省级财政资金": "central_provincial",
		"③县(市、区)财政资金": "county", "年度资金总额:": "total", "其他资金小计": "other_subtotal",
	} {
		if got := l.Source[Bare(label)]; got != want {
			t.Errorf("source %q: got %q want %q", label, got, want)
		}
	}
}

func TestPoints(t *testing.T) {
	for s, want := range map[string]string{
		"产出指标(60分)": "60", "预算执行情况(万元)(20分)": "20", "效益指标（30.5分）": "30.5",
		"数量指标": "", "得分(20分*执行率)": "", "(含80%)": "", "产出指标(50分": "50", "效益指标30分)": "30", "产出指标40分": "40", "项目决策 10 分": "10", "100百分比": "",
	} {
		if got, _ := Points(s); got != want {
			t.Errorf("Points(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestLoadRefusesTwoMeanings(t *testing.T) {
	if _, err := load([]byte("source: {a: [合计], b: [合 计]}"), []byte("{}"), levelsYAML, wordsYAML); err == nil {
		t.Error("an alias of two sources was accepted")
	}
}

// Every heading is found again however it is printed: spaced out, broken over
// lines, with brackets, ordinals and formulas of any width behind and before it.
func TestEveryHeadingHoweverPrinted(t *testing.T) {
	l := Default()
	prints := map[string]func(string) string{
		"spaced":     func(s string) string { return strings.Join(strings.Split(s, ""), " ") },
		"broken":     func(s string) string { r := []rune(s); return string(r[:1]) + "\n" + string(r[1:]) },
		"colon":      func(s string) string { return s + "：" },
		"letter":     func(s string) string { return s + "（A）" },
		"unit":       func(s string) string { return s + "(万元)" },
		"formula":    func(s string) string { return s + "③=①+②" },
		"of which":   func(s string) string { return "其中：" + s },
		"ordinal":    func(s string) string { return "②" + s },
		"numbered":   func(s string) string { return "1." + s },
		"full-width": func(s string) string { return strings.NewReplacer("(", "（", ")", "）", "/", "／").Replace(s) },
	}
	for part, words := range map[string]map[string]string{
		"head": l.Head, "fund column": l.FundColumn, "source": l.Source, "goal column": l.GoalColumn, "indicator column": l.IndicatorColumn, "foot": l.Foot,
	} {
		for _, w := range slices.Sorted(maps.Keys(words)) {
			for how, print := range prints {
				if got := words[Bare(print(w))]; got != words[w] {
					t.Errorf("%s %q %s: got %q want %q", part, print(w), how, got, words[w])
				}
			}
		}
	}
	for _, levels := range []map[string]bool{l.Level1, l.Level2} {
		for w := range levels {
			for _, p := range []string{w + "(50分)", w + "（50 分）", w + "50分", w + "(50分", w + "\n(12.5分)"} {
				if !levels[Bare(p)] {
					t.Errorf("level %q: not known", p)
				}
				if pts, ok := Points(p); !ok || pts != "50" && pts != "12.5" {
					t.Errorf("points of %q: got %q", p, pts)
				}
			}
		}
	}
}

// Every heading is found again with any blank, and with anything that cannot be
// seen, between its characters and at its ends.
func TestEveryHeadingWithGaps(t *testing.T) {
	gaps := []rune(" \t\n\r\v\f\u0085\u00a0\u2002\u2003\u2004\u2007\u2009\u200a\u2028\u202f\u205f\u3000\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202d\u2060\u2062\u2066\u2069\ufe0f\ufeff")
	l := Default()
	var all []string
	for _, words := range l.byLength() {
		all = append(all, words...)
	}
	slices.Sort(all)
	some := func(yield func(string) bool) { // of so many composed headings
		for i := 0; i < len(all) && yield(all[i]); i += 7 {
		}
	}
	spaced := func(s string, gap func() string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteString(gap())
			b.WriteRune(r)
		}
		return b.String() + gap()
	}
	for _, g := range gaps {
		for w := range some {
			if got := Bare(spaced(w, func() string { return string(g) })); got != Bare(w) {
				t.Fatalf("%q with %U between its characters is %q", w, g, got)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.SampledFrom(all).Draw(t, "heading")
		s := spaced(w, func() string { return rapid.StringOfN(rapid.RuneFrom(gaps), 0, 3, -1).Draw(t, "gap") })
		if got := Bare(s); got != Bare(w) {
			t.Fatalf("Bare(%q) = %q, want %q", s, got, w)
		}
	})
}
