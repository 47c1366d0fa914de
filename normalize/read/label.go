package read

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/value"
	"ziping/text/blank"
	"ziping/text/dates"
	"ziping/text/units"
)

// labelled files the value of a label of the head under its key.
func (d *draft) labelled(label string, it *item, text string) {
	f := value.Words(text)
	f.At = it.ref()
	id := d.lex.Head[lexicon.Simplified(lexicon.Bare(label))]
	switch {
	case strings.HasPrefix(id, "organisation_"):
		if old := d.organised; old.id == "" || id < old.id {
			if old.id != "" {
				old.item.path = normalize.OtherPath(len(d.rep.Other))
				d.rep.Other = append(d.rep.Other, normalize.Labelled{Label: old.label, Field: d.rep.Organisation})
			}
			d.rep.Organisation, d.organised = f, organised{id, label, it}
			it.path = normalize.OrganisationPath
			return
		}
	case id == "project" && d.rep.Project == nil:
		d.rep.Project, it.path = f, normalize.ProjectPath
		if code, name := cutProjectCode(text); code != "" {
			f.Value = name
			if d.rep.Code == nil {
				d.rep.Code = &normalize.Field{Text: code, Value: code, State: normalize.Parsed, Reading: normalize.Read, At: it.ref()}
			}
		}
		return
	case id == "code" && d.rep.Code == nil:
		d.rep.Code, it.path = f, normalize.CodePath
		return
	case id == "year" && d.rep.Year == nil:
		if y, ok := dates.In(blank.Fold(text)); ok {
			f.Value = y
			d.rep.Year, it.path = f, normalize.YearPath
			return
		}
	case id == "money_unit" && d.rep.MoneyUnit == nil && moneyUnit(text) != "":
		f.Value = moneyUnit(text)
		d.rep.MoneyUnit, it.path = f, normalize.MoneyUnitPath
		return
	case id == "money_unit" && d.organised.id == "" && utf8.RuneCountInString(text) >= 4 && !units.Is(text) && !value.IsFigure(text): // 单位:某某中学
		d.rep.Organisation, d.organised, it.path = f, organised{"organisation_1", label, it}, normalize.OrganisationPath
		return
	case id == "total_score":
		if t := d.total(); t.Score == nil {
			t.Score, it.path = value.Figure(text), normalize.TotalScorePath
			t.Score.At = it.ref()
			return
		}
	case id == "grade" && d.rep.Grade == nil:
		d.rep.Grade, it.path = value.Grade(text), normalize.GradePath
		d.rep.Grade.At = it.ref()
		return
	}
	d.rep.Other = append(d.rep.Other, normalize.Labelled{Label: label, Field: f})
	if it.path.IsZero() {
		it.path = normalize.OtherPath(len(d.rep.Other) - 1)
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

// blankLabel files a label whose value is empty.
func (d *draft) blankLabel(it *item) {
	if id := d.lex.Head[it.bare]; id == "" || id == "grade" || id == "total_score" {
		return
	}
	d.rep.Other = append(d.rep.Other, normalize.Labelled{Label: it.text, Field: &normalize.Field{State: normalize.Blank}})
}
