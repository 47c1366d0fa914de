package numfmt

import "testing"

func TestPrintedNumber(t *testing.T) {
	for text, want := range map[string][2]string{
		"94.25%": {"0.9425", "0.00%"}, "4497.29万元": {"4497.29", `0.00"万元"`}, "1,234.50": {"1234.5", "#,##0.00"}, "-3": {"-3", "0"}, "12": {"12", "0"}, "35.2（万元）": {"35.2", `0.0"(万元)"`},
	} {
		digits, format, ok := Printed(text)
		if !ok || digits != want[0] || format != want[1] {
			t.Errorf("%q: got %s as %s, %v, want %v", text, digits, format, ok, want)
		}
	}
	for _, text := range []string{"", "007", "774.80 10", "774.80\u00a0\u00a010", "10 10", "746.4З", "774.80*", "7,00.0,77", "1 234.50", "1234567890123456", `5"`} {
		if digits, format, ok := Printed(text); ok {
			t.Errorf("%q stands as the number %s, shown by %s", text, digits, format)
		}
	}
}
