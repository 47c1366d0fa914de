// Package numfmt tells how a printed figure stands in a sheet: as a number that is shown
// as it was printed.
//
//	digits, format, ok := numfmt.Printed("94.25%") // 0.9425, 0.00%, true
package numfmt

import (
	"strings"

	texts "ziping/normalize/value"
	"ziping/text/blank"
	"ziping/text/num"
)

// MaxDigits is what a spreadsheet number holds exactly.
const MaxDigits = 15

// Printed turns a printed figure into the digits and the number format
// that show it as printed: 94.25% is 0.9425 as 0.00%, 4497.29万元 is 4497.29 as
// 0.00"万元". ok is false where a number would not show the print again, and for
// print that is no figure (746.4З).
func Printed(text string) (digits, format string, ok bool) {
	s := blank.Close(text)
	n, unit, err := num.Scan(s)
	if err != nil || !texts.Figure(text).IsFigure() || strings.ContainsAny(unit, `"\0123456789`) || len(unit) > 24 {
		return "", "", false
	}
	body := strings.TrimSuffix(s, unit)
	grouped := strings.Contains(body, ",")
	if strings.TrimLeft(strings.ReplaceAll(body, ",", ""), "+-−") != strings.TrimLeft(n.Printed(), "-") {
		return "", "", false // leading zeros: a code, not an amount
	}
	if len(strings.Trim(n.Abs().Printed(), ".")) > MaxDigits {
		return "", "", false
	}
	format = "0"
	if grouped {
		format = "#,##0"
	}
	if p := int(n.Places()); p > 0 {
		format += "." + strings.Repeat("0", p)
	}
	switch unit {
	case "":
		if format == "0" {
			format = "0"
		}
	case "%":
		n = n.Shift(-2)
		format += "%"
	default:
		format += `"` + unit + `"`
	}
	return n.String(), format, true
}
