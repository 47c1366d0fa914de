package pipeline

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/family"
	"ziping/score"
	"ziping/score/identity"
)

// What a form lacks that every form of its kind has. A text that was cut, or a page
// that is gone, leaves a form that reads well and is not all there; whoever converts
// a folder must hear of it.

// lacks lists what is missing of the reports, as warnings.
func lacks(doc *extract.Document, reports []score.Report, lang extract.Lang) []extract.Warning {
	var out []extract.Warning
	for i := range reports {
		r := &reports[i].Report
		if r.Refusal != "" {
			continue
		}
		for _, l := range lackingParts(r, i > 0 || headed(doc)) {
			msg := l.say
			if name := nameOf(r); name != "" {
				msg = extract.Text{ZH: "“" + name + "”：" + msg.ZH, EN: "“" + name + "”: " + msg.EN}
			}
			out = append(out, extract.Warning{Code: l.code, Message: msg.In(lang), At: l.at})
		}
	}
	return out
}

func nameOf(r *normalize.Report) string {
	if r.Title == nil {
		return ""
	}
	return r.Title.Text
}

// lack is one thing that is missing, and where the form ends before it.
type lack struct {
	code string
	say  extract.Text
	at   *extract.Ref
}

func lackingParts(r *normalize.Report, headed bool) (out []lack) {
	last := len(r.Indicators) - 1
	form := family.Of(r.Family)
	switch {
	case last < 0 && (form == nil || !form.NoList):
		return []lack{{extract.WarnCutOff, extract.Text{
			ZH: "没有指标表，可能被截断",
			EN: "it has no list of indicators, and may be cut off",
		}, nil}}
	case last < 0:
		return nil
	}
	x := &r.Indicators[last]
	switch at := placeOf(x); {
	case torn(r):
		out = append(out, lack{extract.WarnCutOff, extract.Text{
			ZH: "指标表最后一行不完整，可能在此截断",
			EN: "the last row of the list is not whole; it may be cut off there",
		}, at})
	case scored(r) && !totalled(r) && !((form == nil || form.NoTotal) && weighsFull(r)):
		out = append(out, lack{extract.WarnCutOff, extract.Text{
			ZH: "指标有得分，其后没有总分行，可能被截断",
			EN: "the indicators have scores and no total follows; it may be cut off",
		}, at})
	}
	if !headed && r.Title == nil && r.Funds == nil && r.Project == nil && r.Organisation == nil {
		out = append(out, lack{extract.WarnFragment, extract.Text{
			ZH: "没有标题、单位、项目和资金情况，可能只是表的后半部分",
			EN: "it has no title, organisation, project or money; it may be the latter part of a form",
		}, placeOf(&r.Indicators[0])})
	}
	return out
}

// headed reports a document with words above its first table.
func headed(doc *extract.Document) bool { return len(doc.Lines) > 0 && doc.Lines[0].Before == 0 }

// weighsFull reports a list whose weights make the full mark: all of it is there, and
// the form has no row for the total.
func weighsFull(r *normalize.Report) bool {
	return slices.ContainsFunc(identity.Of(r), func(t identity.Tested) bool { return t.Check == "WGT-01" && t.Outcome == identity.Agree })
}

func placeOf(x *normalize.Indicator) *extract.Ref {
	for _, f := range []*normalize.Field{x.Name, x.Target, x.Actual, x.Weight, x.Score} {
		if f != nil && f.At != nil {
			return f.At
		}
	}
	return nil
}

// scored reports a list most of whose rows have scores.
func scored(r *normalize.Report) bool {
	n := 0
	for i := range r.Indicators {
		if !r.Indicators[i].Score.IsBlank() {
			n++
		}
	}
	return 2*n > len(r.Indicators)
}

func totalled(r *normalize.Report) bool {
	return r.Total != nil && (!r.Total.Score.IsBlank() || !r.Total.Weight.IsBlank()) || r.Grade != nil
}

// torn reports a last row without marks where all rows before it have theirs, and
// nothing behind it.
func torn(r *normalize.Report) bool {
	marks := func(x *normalize.Indicator) int {
		n := 0
		for _, f := range []*normalize.Field{x.Weight, x.Score} {
			if !f.IsBlank() {
				n++
			}
		}
		return n
	}
	last := len(r.Indicators) - 1
	if last < 1 || totalled(r) {
		return false
	}
	most := 0
	for i := range r.Indicators[:last] {
		most = max(most, marks(&r.Indicators[i]))
	}
	return marks(&r.Indicators[last]) < most
}
