package normalize

import (
	"cmp"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize/lexicon"
)

// signWords are headings that a form's text has even when its cells are gone.
var signWords = []string{"自评表", "一级指标", "二级指标", "三级指标", "指标值", "完成值", "年初预算数", "全年预算数", "执行率", "年度总体目标", "产出指标", "满意度指标", "得分系数", "指标权重", "自评总分", "全年执行数", "预算执行情况"}

// hasSigns reports a document with the words of a self-evaluation close
// together, whatever has become of its cells.
func hasSigns(doc *extract.Document) bool {
	var b strings.Builder
	add := func(text string) {
		if b.Len() < signsLook {
			b.WriteString(lexicon.Simplified(withoutSounds(lexicon.Fold(text))))
		}
	}
	for i := range doc.Lines {
		add(doc.Lines[i].Text)
	}
	for t := range doc.Tables { // a heading may be broken over several cells
		for i := range doc.Tables[t].Cells {
			add(doc.Tables[t].Cells[i].Text)
		}
	}
	s := b.String()
	return strings.Contains(s, "自评") && dense(s) // a table of targets has most of these headings too
}

const (
	signsLook   = 1 << 18 // bytes looked through
	signsNeeded = 5       // headings, all different,
	signsWithin = 2100    // in so many bytes (700 characters); a notice about forms names them further apart
)

// dense reports enough of the sign words close together.
func dense(s string) bool {
	type hit struct{ at, word int }
	var hits []hit
	for w, word := range signWords {
		for at := 0; ; {
			i := strings.Index(s[at:], word)
			if i < 0 {
				break
			}
			hits = append(hits, hit{at + i, w})
			at += i + len(word)
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Compare(a.at, b.at) })
	seen := make([]int, len(signWords))
	different, from := 0, 0
	for _, h := range hits {
		if seen[h.word]++; seen[h.word] == 1 {
			different++
		}
		for hits[from].at < h.at-signsWithin {
			if seen[hits[from].word]--; seen[hits[from].word] == 0 {
				different--
			}
			from++
		}
		if different >= signsNeeded {
			return true
		}
	}
	return false
}
