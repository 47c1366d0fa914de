package score

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/wording"
)

// settle tells in the findings what the applied repairs made of them. A figure that was
// corrected should be what it was corrected to; one that agrees once others are
// corrected was right as printed, and nothing stands against it.
func settle(r *Report, lang extract.Lang) {
	for i := range r.Repairs {
		rep := &r.Repairs[i]
		if !rep.Applied || !rep.Unique {
			continue
		}
		for _, n := range rep.Explains {
			r.settled(&r.Findings[n], rep.Edits, lang)
		}
	}
}

func (r *Report) settled(f *Finding, edits []Edit, lang extract.Lang) {
	say := func(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(lang) }
	own := slices.IndexFunc(edits, func(e Edit) bool { return e.Field == f.Field })
	if own >= 0 {
		f.Against, f.Expected = wording.Corrected, edits[own].New
		if f.Field == normalize.GradePath {
			f.Against = wording.CorrectedGrade
		}
		f.Interval = edits[own].Interval
		f.Message += say("；", "; ") + f.Against.In(lang).Against + " " + edits[own].Shown() + say("，已更正", ", corrected")
		return
	}
	f.Against, f.Expected, f.Interval = wording.Settled, "", nil
	var names []string
	for _, e := range edits {
		if slices.Contains(f.Operands, e.Field) {
			names = append(names, r.Label(e.Field, lang))
		}
	}
	const most = 3
	if n := len(names); n > most {
		names = append(names[:most:most], "…")
	}
	f.Message += say("；更正后相符：", "; agrees once corrected: ") + strings.Join(names, say("、", ", "))
}
