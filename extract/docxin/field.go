package docxin

import (
	"strings"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/opc"
)

// field is a field that was begun and not ended.
type field struct {
	result bool // past its instruction
	page   bool // a page number
}

// fieldChar follows the parts of a field: its instruction is not printed, its
// result is.
func (r *reader) fieldChar(s *opc.Scanner, p *paragraph) error {
	switch s.Attr("fldCharType") {
	case "begin":
		box, checked := false, false
		err := each(s, func() error { // the data of a field of a form
			switch s.Name() {
			case "checkBox":
				box = true
			case "default":
				checked = checked || s.On("val")
			case "checked":
				checked = s.On("val")
			}
			return nil
		})
		if err != nil {
			return err
		}
		if box {
			mark := "☐"
			if checked {
				mark = "☑"
			}
			if err := r.put(p, mark); err != nil {
				return err
			}
		}
		if len(r.fields) >= maxFields {
			return draft.LimitError(maxFields, extract.Text{ZH: "层嵌套的域", EN: "fields within fields"})
		}
		r.fields = append(r.fields, field{})
	case "separate":
		if n := len(r.fields); n > 0 {
			r.fields[n-1].result = true
		}
	case "end":
		if n := len(r.fields); n > 0 {
			page := r.fields[n-1].page
			r.fields = r.fields[:n-1]
			if page {
				return r.put(p, pageMark)
			}
		}
	}
	return nil
}

const maxFields = 64

func isPage(instruction string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(instruction), " ")
	switch strings.ToUpper(word) {
	case "PAGE", "NUMPAGES", "SECTIONPAGES":
		return true
	}
	return false
}
