package draft

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/blank"
	"ziping/text/dates"
	"ziping/text/units"
)

// Labelled files the value of a label of the head under its key.
func (d *Draft) Labelled(label string, it *table.Item, text string) {
	f := value.Words(text)
	f.At = it.Ref()
	id := d.Lex.Head[lexicon.Simplified(lexicon.Bare(label))]
	switch {
	case strings.HasPrefix(id, "organisation_"):
		if old := d.organised; old.id == "" || id < old.id {
			if old.id != "" {
				old.item.Path = normalize.OtherPath(len(d.Report.Other))
				d.Report.Other = append(d.Report.Other, normalize.Labelled{Label: old.label, Field: d.Report.Organisation})
			}
			d.Report.Organisation, d.organised = f, organised{id, label, it}
			it.Path = normalize.OrganisationPath
			return
		}
	case id == "project" && d.Report.Project == nil:
		d.Report.Project, it.Path = f, normalize.ProjectPath
		if code, name := cutProjectCode(text); code != "" {
			f.Value = name
			if d.Report.Code == nil {
				d.Report.Code = &normalize.Field{Text: code, Value: code, State: normalize.Parsed, Reading: normalize.Read, At: it.Ref()}
			}
		}
		return
	case id == "code" && d.Report.Code == nil:
		d.Report.Code, it.Path = f, normalize.CodePath
		return
	case id == "year" && d.Report.Year == nil:
		if y, ok := dates.In(blank.Fold(text)); ok {
			f.Value = y
			d.Report.Year, it.Path = f, normalize.YearPath
			return
		}
	case id == "money_unit" && d.Report.MoneyUnit == nil && moneyUnit(text) != "":
		f.Value = moneyUnit(text)
		d.Report.MoneyUnit, it.Path = f, normalize.MoneyUnitPath
		return
	case id == "" && d.Report.MoneyUnit == nil && units.MoneyName(text) != "": // 金额:万元
		f.Value = units.MoneyName(text)
		d.Report.MoneyUnit, it.Path = f, normalize.MoneyUnitPath
		return
	case id == "money_unit" && d.organised.id == "" && utf8.RuneCountInString(text) >= 4 && !units.Is(text) && !value.IsFigure(text): // 单位:某某中学
		d.Report.Organisation, d.organised, it.Path = f, organised{"organisation_1", label, it}, normalize.OrganisationPath
		return
	case id == "total_score":
		if t := d.Total(); t.Score == nil {
			t.Score, it.Path = value.Mark(text), normalize.TotalScorePath
			t.Score.At = it.Ref()
			return
		}
	case id == "grade" && d.Report.Grade == nil && !value.GradeOpen(text):
		d.Report.Grade, it.Path = value.Grade(text), normalize.GradePath
		d.Report.Grade.At = it.Ref()
		return
	}
	d.Report.Other = append(d.Report.Other, normalize.Labelled{Label: label, Field: f})
	if it.Path.IsZero() {
		it.Path = normalize.OtherPath(len(d.Report.Other) - 1)
	}
}

// cutProjectCode splits 51000021R000000019951-工资性支出 into code and name.
func cutProjectCode(text string) (code, name string) {
	s := blank.Trim(text)
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] >= 'A' && s[n] <= 'Z') {
		n++
	}
	if n < 10 {
		return "", ""
	}
	for _, mark := range []string{"-", "—", "_", "－"} {
		if name, ok := strings.CutPrefix(s[n:], mark); ok && !blank.None(name) {
			return s[:n], blank.Trim(name)
		}
	}
	return "", ""
}

// BlankLabel files a label whose value is empty.
func (d *Draft) BlankLabel(label string) {
	if id := d.Lex.Head[lexicon.Simplified(lexicon.Bare(label))]; id == "" || id == "grade" || id == "total_score" {
		return
	}
	d.Report.Other = append(d.Report.Other, normalize.Labelled{Label: label, Field: &normalize.Field{State: normalize.Blank}})
}
