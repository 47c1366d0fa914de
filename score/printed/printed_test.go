package printed_test

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/score/printed"
	"ziping/text/num"
)

const form = `2022年度项目支出绩效自评表
项目资金(万元)	全年预算数	全年执行数	HEAD	执行率	得分
年度资金总额	20	20	10	100%	10
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标(60分)	数量指标	安装水尺	≥266根	270根	40	40
	质量指标	合格率	≥95%	96%	20	20
效益指标	社会效益指标	受益人口	≥1000人	1200人	20	20
满意度指标	服务对象满意度指标	满意度	≥95%	96%	10	10
总分					100	100
NOTE
`

// plain has no money: its table is known by its indicators.
const plain = `2022年度项目支出绩效自评表
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标	数量指标	安装水尺	≥266根	270根	40	40
	质量指标	合格率	≥95%	96%	20	20
效益指标	经济效益指标	增收	≥10万元	12万元	10	10
	社会效益指标	受益人口	≥1000人	1200人	10	10
满意度指标	服务对象满意度指标	服务对象满意度指标10分	≥95%	96%	20	20
总分					100	100
备注	NOTE					
`

// notes are those of the only form of a text.
func notes(t *testing.T, text string) []printed.Note {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	forms := read.Run(doc, read.Options{})
	if len(forms) != 1 {
		t.Fatalf("got %d forms", len(forms))
	}
	return printed.Notes(doc, &forms[0].Report)
}

// told lists notes: points, and what they are of.
func told(notes []printed.Note) string {
	var got []string
	for _, n := range notes {
		what := n.Paths[0].String()
		if len(n.Paths) > 1 {
			what = fmt.Sprintf("%d weights from %s", len(n.Paths), what)
		}
		got = append(got, n.Points.String()+" "+what)
	}
	return strings.Join(got, "; ")
}

// TestNotesInTables: a cell of the form's own table is read once, and one that is a mark
// or an indicator itself is none.
func TestNotesInTables(t *testing.T) {
	for _, tt := range []struct{ note, want string }{
		{"", ""},
		{"效益指标30分", "30 2 weights from indicators[2].weight"},
		{"社会效益指标5分", "5 indicators[3].weight"},
		{"产出指标0分,质量指标8分", "8 indicators[1].weight"},
	} {
		if got := told(notes(t, strings.ReplaceAll(plain, "NOTE", tt.note))); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.note, got, tt.want)
		}
	}
	twice := strings.ReplaceAll(strings.Replace(plain, "\t经济效益指标", "\t数量指标", 1), "NOTE", "数量指标8分")
	if got := told(notes(t, twice)); got != "" {
		t.Errorf("of two groups of one name a note was read: %q", got)
	}
}

// TestHolds: a note holds where the figures it names come to its points, and says nothing
// where one of them is not known.
func TestHolds(t *testing.T) {
	n := notes(t, strings.ReplaceAll(plain, "NOTE", "见(甲)效益指标30分"))[0]
	if n.Words != "效益指标30分" {
		t.Errorf("the words are %q", n.Words)
	}
	for _, tt := range []struct {
		second    string
		holds, ok bool
	}{{"20", true, true}, {"19", false, true}, {"", false, false}} {
		holds, ok := n.Holds(func(p normalize.Path) (num.Decimal, bool) {
			if p == n.Paths[0] {
				return num.FromInt(10), true
			}
			d, err := num.Parse(tt.second)
			return d, err == nil
		})
		if holds != tt.holds || ok != tt.ok {
			t.Errorf("10 and %q: %v, %v", tt.second, holds, ok)
		}
	}
}

// TestNotesOfTwoForms: what stands on another form says nothing of this one.
func TestNotesOfTwoForms(t *testing.T) {
	text := strings.ReplaceAll(plain, "NOTE", "质量指标8分") + "\n" + strings.ReplaceAll(strings.ReplaceAll(plain, "NOTE", "数量指标9分"), "年度指标值", "年度指标值\t备注")
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	forms := read.Run(doc, read.Options{})
	if len(forms) != 2 || len(doc.Tables) != 2 {
		t.Fatalf("got %d forms in %d tables", len(forms), len(doc.Tables))
	}
	for i, want := range []string{"8 indicators[1].weight", "9 indicators[0].weight"} {
		if got := told(printed.Notes(doc, &forms[i].Report)); got != want {
			t.Errorf("form %d: got %q, want %q", i, got, want)
		}
	}
}

// TestNotes: what a text says of the form's marks is read by its words, and what
// only looks like it is not.
func TestNotes(t *testing.T) {
	for _, tt := range []struct{ head, note, want string }{
		{"分值", "注:预算资金执行率10分", "10 funds.total.weight"},
		{"分值", "说明:预算执行情况占15分,绩效指标共85分", "15 funds.total.weight; 85 4 weights from indicators[0].weight"},
		{"分值(10分)", "", "10 funds.total.weight"},
		{"分值", "备注:预算执行得分=8分×执行率", "8 funds.total.weight"},
		{"分值", "注:产出指标50分、效益指标30分", "50 indicators[0].level1; 50 2 weights from indicators[0].weight; 30 indicators[2].weight"},
		{"分值", "注:服务对象满意度指标(10分)", "10 indicators[3].weight"},
		{"分值", "注:满分100分", "100 total.weight"},
		{"分值", "注:自评得分96分,等级为优", ""},
		{"分值", "注:90分(含)以上为优", ""},
		{"分值", "注:每项扣2分,扣完为止", ""},
		{"分值", "注:三年建设期间十分重要", ""},
	} {
		got := told(notes(t, strings.NewReplacer("HEAD", tt.head, "NOTE", tt.note).Replace(form)))
		if got != tt.want {
			t.Errorf("%s %s: got %q, want %q", tt.head, tt.note, got, tt.want)
		}
	}
}
