package normalize

import (
	"fmt"
	"strings"

	"ziping/extract"
	"ziping/normalize/lexicon"
	"ziping/text/blank"
)

// onceLabels names the fields that a form has once, and the blocks.
var onceLabels = map[Path]extract.Text{
	TitlePath: {ZH: "标题", EN: "title"}, YearPath: {ZH: "年度", EN: "year"}, OrganisationPath: {ZH: "单位", EN: "organisation"},
	CodePath: {ZH: "编码", EN: "code"}, ProjectPath: {ZH: "项目名称", EN: "project"}, MoneyUnitPath: {ZH: "金额单位", EN: "money unit"},
	GradePath: {ZH: "评价等级", EN: "grade"}, TotalWeightPath: {ZH: "总分值", EN: "total weight"}, TotalScorePath: {ZH: "总分", EN: "total score"},
	FundsPath: {ZH: "资金", EN: "funds"},
}

var goalsLabel = extract.Text{ZH: "年度目标", EN: "goals"}

// nameLength is how much of an indicator's name a label shows.
const nameLength = 18

// Label says a path in the words of the form: funds.total.initial is
// 合计·年初预算数, indicators[3].score is 第4项“…”·得分, and a cell without a field its text. A path that the
// report does not have comes back as it is.
func (r *Report) Label(p Path, lang extract.Lang) string {
	column := p.column.Label(lang)
	switch {
	case p.source != "":
		label := ""
		if row := r.Funds.Row(p.source); row != nil {
			label = strings.TrimRight(blank.Line(row.Label), ":\uff1a")
		}
		if label == "" {
			label = SourceName(p.source, lang)
		}
		return labelIn(label, column)
	case p.part == indicatorsPart:
		i := int(p.index) - 1
		if i >= len(r.Indicators) {
			return p.String()
		}
		x := &r.Indicators[i]
		label := extract.Text{ZH: fmt.Sprintf("第%d项", p.index), EN: fmt.Sprintf("item %d", p.index)}.In(lang)
		if x.Name != nil && x.Name.Text != "" {
			label += "“" + shorten(x.Name.Text, nameLength) + "”"
		}
		if k := int(p.other) - 1; k >= 0 && k < len(x.Other) {
			column = blank.Trim(x.Other[k].Label)
		}
		return labelIn(label, column)
	case p.part == goalsPart:
		return labelIn(goalsLabel.In(lang), column)
	case p.part == unplacedPart:
		if i := int(p.index) - 1; i < len(r.Unplaced) {
			return "“" + shorten(blank.Line(r.Unplaced[i].Text), nameLength) + "”"
		}
	case p.part == noPart && p.other > 0 && int(p.other) <= len(r.Other):
		return r.Other[p.other-1].Label
	}
	if t, ok := onceLabels[p]; ok {
		return t.In(lang)
	}
	return p.String()
}

// SourceName is a source of money in words, for a row that prints no label.
func SourceName(source string, lang extract.Lang) string {
	name := lexicon.Default().SourceNames[source]
	if lang != extract.ZH || name == "" {
		return strings.ReplaceAll(source, "_", " ")
	}
	return name
}

func labelIn(label, column string) string {
	if column == "" {
		return label
	}
	return label + "·" + column
}

// shorten cuts a text to n characters and marks the cut.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
