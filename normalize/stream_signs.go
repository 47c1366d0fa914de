package normalize

import (
	"strings"

	"ziping/extract"
	"ziping/normalize/lexicon"
)

// signWords are headings that a form's text has even when its cells are gone.
var signWords = []string{"自评表", "一级指标", "二级指标", "三级指标", "指标值", "完成值", "年初预算数", "全年预算数", "执行率", "年度总体目标", "产出指标", "满意度指标", "得分系数", "指标权重", "自评总分", "全年执行数", "预算执行情况"}

// hasSigns reports a document with at least four of the words of a form.
func hasSigns(doc *extract.Document) bool {
	found := map[string]bool{}
	look := func(text string) {
		s := lexicon.Simplified(withoutSounds(lexicon.Fold(text)))
		for _, w := range signWords {
			if strings.Contains(s, w) {
				found[w] = true
			}
		}
	}
	const most = 1 << 17
	for i := range doc.Lines {
		look(doc.Lines[i].Text)
	}
	for t := range doc.Tables { // a heading may be broken over several cells
		var b strings.Builder
		for i := range doc.Tables[t].Cells {
			if b.WriteString(doc.Tables[t].Cells[i].Text); b.Len() > most {
				break
			}
		}
		look(b.String())
	}
	return len(found) >= 5
}
