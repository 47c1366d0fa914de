package pipeline

import (
	"slices"
	"strconv"

	"ziping/extract"
	"ziping/normalize"
	fields "ziping/normalize/value"
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

// marksUnread reports a list without any mark under a printed total, although figures stand in
// columns whose headings are not known: they may be the marks.
func marksUnread(r *normalize.Report) bool {
	if r.Total == nil || r.Total.Score.IsBlank() {
		return false
	}
	figures := 0
	for i := range r.Indicators {
		x := &r.Indicators[i]
		if x.Weight != nil || x.Score != nil {
			return false
		}
		if slices.ContainsFunc(x.Other, func(o normalize.Labelled) bool {
			return o.Text != strconv.Itoa(i+1) && fields.Figure(o.Text).IsFigure() // no number of the row
		}) {
			figures++
		}
	}
	return figures > 1
}

// noMarks says that no marks were read.
func noMarks(at *extract.Ref) lack {
	return lack{extract.WarnNotUnderstood, extract.Text{
		ZH: "有总分而没有读到各指标的分值和得分，另有填数字的栏目表头不认识",
		EN: "a total is printed and no marks of indicators were read, and columns hold figures whose headings are not known",
	}, at}
}
