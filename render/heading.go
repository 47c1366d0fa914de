package render

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/text/blank"
)

// Heading is what a form is called on everything that is made of it: 单位 年度 表名, as far
// as they are printed, "" where none is.
func Heading(r *score.Report, lang extract.Lang) string {
	year := fieldText(r.Year)
	if year != "" {
		year += extract.Text{ZH: "年度", EN: ""}.In(lang)
	}
	var parts []string
	for _, s := range []string{fieldText(r.Organisation), year, fieldText(r.Title)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}

// Name is the Heading of the first form, or what an audited file without one is called.
func (b *Bundle) Name() string {
	if len(b.Forms) > 0 {
		if s := Heading(b.Forms[0].Report, b.Lang); s != "" {
			return s
		}
	}
	return extract.Text{ZH: "绩效自评表核对", EN: "Audited self-evaluation"}.In(b.Lang)
}

// fieldText is what a field says in one line, without its label where that is known.
func fieldText(f *normalize.Field) string {
	switch {
	case f == nil:
		return ""
	case f.Value != "" && len(f.Value) <= len(f.Text):
		return blank.Line(f.Value)
	}
	return blank.Line(f.Text)
}
