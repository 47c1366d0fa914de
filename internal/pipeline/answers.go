package pipeline

import (
	"ziping/extract"
	"ziping/normalize"
)

// answersUnread reports a list with targets and without a column of what was reached or of
// scores, although columns are there whose headings are not known: that is what they hold.
func answersUnread(r *normalize.Report) bool {
	targets, further := false, false
	for i := range r.Indicators {
		x := &r.Indicators[i]
		if x.Actual != nil || x.Score != nil {
			return false
		}
		targets = targets || !x.Target.IsBlank()
		for k := range x.Other {
			further = further || !x.Other[k].Field.IsBlank()
		}
	}
	return targets && further
}

// noAnswers says that neither what was reached nor scores were read.
func noAnswers(at *extract.Ref) lack {
	return lack{extract.WarnNotUnderstood, extract.Text{
		ZH: "没有读到实际完成值和得分，另有栏目的表头不认识",
		EN: "neither what was reached nor scores were read, and headings of columns are not known",
	}, at}
}
