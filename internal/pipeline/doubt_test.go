package pipeline

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/score"
)

// A page without rulings that cannot be read with certainty is not told to keep
// its tabs.
func TestDoubtfulPage(t *testing.T) {
	page := "<p>1、项目支出绩效自评表</p><p>项目资金</p><p>年初预算数全年预算数全年执行数</p><p>年度资金总额100.00100.0090.00</p>" +
		"<p>一级指标二级指标三级指标年度指标值实际完成值分值得分</p><p>产出指标数量指标修路≥10公里12公里5050</p>"
	for name, hint := range map[string]string{"a.html": "框线", "a.txt": "制表符"} {
		text := page
		if name == "a.txt" {
			text = strings.NewReplacer("<p>", "", "</p>", "\n").Replace(page)
		}
		r := Run([]byte(text), name, options(t, AuditOptions{Lang: extract.ZH})).Result
		if r.Status != score.Failed || r.Error.Kind != extract.ErrAmbiguous || !strings.Contains(r.Error.Hint, hint) {
			t.Errorf("%s: got %s, %+v; want ambiguous with a hint of %s", name, r.Status, r.Error, hint)
		}
	}
}

// Where text in pictures was not read, a form may be there: it is not said that
// there is none.
func TestFormMayBeAPicture(t *testing.T) {
	letter := &extract.Document{Lines: []extract.Line{{Text: "本单位自评情况如下："}}}
	for code, want := range map[string]extract.ErrorKind{"": extract.ErrNotAForm, "page-turned": extract.ErrNotAForm, extract.WarnNeedsRecognition: extract.ErrScanned} {
		letter.Warnings = []extract.Warning{{Code: code}}
		if e := noForm(letter, nil); e.Kind != want {
			t.Errorf("%q: got %s, want %s", code, e.Kind, want)
		}
	}
}
