package produce

import (
	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
)

// WebPage is forms as a page of HTML, with no other program's help.
func WebPage(list []*forms.Form, l looks.Look) []byte { return webPage(list, l) }

// Workbook is forms as an XLSX file, a sheet each, with no other program's help.
func Workbook(list []*forms.Form, l looks.Look) ([]byte, error) { return workbook(list, l, false) }
