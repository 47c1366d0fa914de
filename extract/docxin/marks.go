package docxin

import (
	"ziping/extract"
	"ziping/extract/flow"
)

func addMark(marks []flow.Mark, code string, m extract.Text) []flow.Mark {
	for _, old := range marks {
		if old.Code == code && old.Message == m {
			return marks
		}
	}
	return append(marks, flow.Mark{Code: code, Message: m})
}
