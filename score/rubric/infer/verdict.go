package infer

import (
	"strings"

	"ziping/normalize"
	"ziping/score/rubric"
	"ziping/text/blank"
)

// FormVerdict is one form under the inferred set.
type FormVerdict struct {
	Index     int
	Scores    int      // tested
	Explained int      // of them
	Differ    []string // paths of the rest
}

// Whole reports whether every tested score of the form is explained.
func (v *FormVerdict) Whole() bool { return len(v.Differ) == 0 }

// verdicts tests every form by the set.
func verdicts(s *rubric.Set, forms []*normalize.Report) []FormVerdict {
	out := make([]FormVerdict, len(forms))
	for i, r := range forms {
		v := &out[i]
		v.Index = i
		note := func(o *rubric.Outcome, path normalize.Path) {
			switch o.Verdict {
			case rubric.Explained:
				v.Scores, v.Explained = v.Scores+1, v.Explained+1
			case rubric.Differs:
				v.Scores++
				v.Differ = append(v.Differ, path.String())
			}
		}
		rows := s.Indicators(r)
		for k := range rows {
			note(&rows[k], normalize.IndicatorPath(k, normalize.Score))
		}
		if row := rubric.BudgetRow(r); row != nil {
			o := s.BudgetScore(r)
			note(&o, normalize.FundPath(row.Source, normalize.Score))
		}
	}
	return out
}

func explained(vs []FormVerdict) (n int) {
	for i := range vs {
		if vs[i].Whole() {
			n++
		}
	}
	return n
}

func scores(vs []FormVerdict) (n int) {
	for i := range vs {
		n += vs[i].Explained
	}
	return n
}

// Bureau is the name that all forms share, else the beginning they share, else "".
func Bureau(forms []*normalize.Report) string {
	name := ""
	for i, r := range forms {
		if r.Organisation.IsBlank() {
			return ""
		}
		text := blank.Trim(r.Organisation.Text)
		if i == 0 {
			name = text
		}
		for name != "" && !strings.HasPrefix(text, name) {
			runes := []rune(name)
			name = string(runes[:len(runes)-1])
		}
	}
	if len([]rune(name)) < 3 {
		return ""
	}
	return name
}

// Lean drops what rules do not look at, for a folder of many forms.
func Lean(r *normalize.Report) *normalize.Report {
	return &normalize.Report{
		Family: r.Family, Year: r.Year, Title: r.Title, Organisation: r.Organisation,
		Funds: r.Funds, Indicators: r.Indicators, Total: r.Total, Grade: r.Grade,
	}
}
