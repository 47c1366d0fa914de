package read_test

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize/read"
)

// TestUnreadableWithoutRulings: rows that no ruling tells are not known where the table has
// characters that the file does not tell.
func TestUnreadableWithoutRulings(t *testing.T) {
	const form = "项目支出绩效自评表\n项目名称\t道路修缮\n一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\n" +
		"产出指标\t数量指标\t修缮里程\t≥8公里\t9公里\t60\t65\n满意度指标\t满意度\t群众满意度\t≥90%\t95%\t40\t40\n总分\t\t\t\t\t100\t100\n"
	for _, tt := range []struct {
		name, form, code string
		want             bool
	}{
		{"as printed", form, extract.WarnNoRulings, false},
		{"a lost character", strings.Replace(form, "群众", "群\ufffd", 1), extract.WarnNoRulings, true},
		{"a figure left over below the total", form + "\t\t\t\t\t\t0\n", extract.WarnNoRulings, true},
		{"the same, ruled", form + "\t\t\t\t\t\t0\n", "", false},
		{"with rulings", strings.Replace(form, "群众", "群\ufffd", 1), "", false},
	} {
		doc, err := tabin.Read([]byte(tt.form), extract.Options{Limits: extract.DefaultLimits()})
		if err != nil {
			t.Fatal(err)
		}
		doc.Source.Reader = "pdfin"
		if tt.code != "" {
			doc.Warnings = append(doc.Warnings, extract.Warning{Code: tt.code})
		}
		forms := read.Run(doc, read.Options{})
		if len(forms) != 1 || forms[0].Report.RowsInferred != tt.want {
			t.Errorf("%s: %d forms, inferred %v, want %v", tt.name, len(forms), len(forms) == 1 && forms[0].Report.RowsInferred, tt.want)
		}
	}
}
