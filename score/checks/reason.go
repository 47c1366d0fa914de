package checks

import (
	"strings"

	"ziping/normalize"
)

// reasonColumn reports whether the form has a column for reasons
// (偏差原因分析及改进措施). Without one nobody can be asked for them row by row.
func reasonColumn(r *normalize.Report) bool {
	for i := range r.Indicators {
		if r.Indicators[i].Reason != nil {
			return true
		}
	}
	return false
}

// formReason is the form's one cell for reasons of all rows
// (偏差大或目标未完成原因分析), with its index in Report.Other; −1 if there is none.
func formReason(r *normalize.Report) int {
	for i, l := range r.Other {
		if l.Field != nil && strings.Contains(l.Label, "原因") {
			return i
		}
	}
	return -1
}
