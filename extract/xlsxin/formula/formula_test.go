package formula

import (
	"strings"
	"testing"
)

// sheet holds numbers and words by the names of their cells.
func sheet(cells map[string]string) Sheet {
	at := map[[2]int]string{}
	for name, s := range cells {
		row, col, _ := cell(name)
		at[[2]int{row, col}] = s
	}
	return func(row, col int) (Value, bool) {
		s, ok := at[[2]int{row, col}]
		switch {
		case !ok:
			return Value{}, true
		case s == "?":
			return Value{}, false
		case strings.HasPrefix(s, "'"):
			return Text(s[1:]), true
		}
		return Number(s)
	}
}

func TestWork(t *testing.T) {
	at := sheet(map[string]string{
		"A1": "80", "A2": "9.8", "A3": "'4.5", "A4": "'无", "A6": "?", "B1": "95.310000000000002", "B2": "0", "B3": "2.6749999999999998", "B4": "'95%", "B5": "'1,200.5",
	})
	for formula, want := range map[string]string{
		"A1+A2":                      "89.8",
		"$A$1-a2*2":                  "60.4",
		"-A2+(1+2)*3":                "-0.8",
		"A1/A2":                      "8.16326530612245",
		"1/3":                        "0.333333333333333",
		"2/3":                        "0.666666666666667",
		"1/300":                      "0.00333333333333333",
		"A1*5%":                      "4",
		"1.10+0":                     "1.1",
		"A1+A3":                      "84.5", // words that say a number count in arithmetic
		"B4*100":                     "95",
		"B5+1":                       "1201.5",
		"A5":                         "0", // as a spreadsheet shows an empty cell
		"A4":                         "无",
		`"a""b"`:                     `a"b`,
		"SUM(A1:A5)":                 "89.8", // and do not in a range
		"SUM(A5:A1,10,A3)":           "99.8",
		"SUM(A1:A2)/SUM(A1:A2)":      "1",
		"AVERAGE(A1:A3)":             "44.9",
		"MAX(A1:A2,90)":              "90",
		"MIN(A1:A2)":                 "9.8",
		"ROUND(B1,1)":                "95.3",
		"ROUND(B3,2)":                "2.68", // of the figures that are shown
		"ROUND(-2.5,0)":              "-3",
		"ROUND(1284,-2)":             "1300",
		"IF(A1>=80,10,1/0)":          "10",
		"IF(B1>95.31,1,2)":           "2",
		`IF(A4="无",0,A4)`:            "0",
		`IF(A1<>80,"错","对")`:         "对",
		"IFERROR(A1/B2,0)":           "0",
		"IFERROR(A4+1,7)":            "7",
		"IFERROR(SUM(1/B2,3),5)":     "5",
		"IFERROR(A1,0)":              "80",
		"IF(A1<A2,1,IF(A1<=80,2,3))": "2",
	} {
		v, ok := Work(formula, at)
		if got, _ := v.Stored(); !ok || got != want {
			t.Errorf("%s: got %q, %v, want %q", formula, got, ok, want)
		}
	}
}

// What is not known is not worked out, nor what spreadsheets show as an error.
func TestNotWorked(t *testing.T) {
	at := sheet(map[string]string{"A1": "80", "A2": "'无", "A6": "?", "B2": "0"})
	for _, formula := range []string{
		"", "=", "A1/B2", "A2+1", "A6", "A6+1", "SUM(A1:A9)", "IF(A6>1,1,2)", "A1>1", "TODAY()", "Sheet2!A1", "SUM(A:A)", "SUM(A1:A2*2)", "SUM()", "IF(1,2)", "IF(A1:A2,1,2)",
		"SUM(A1", "A1)", "1 2", "A1 A2", `"a`, "{1,2}", "A1^2", "A1&A2", "SUM(A1:B)", "ROUND(A1,0.5)", "ROUND(A1,16)", "SUM(A1:CV200)", `IF("a">1,1,2)`, `IF("a",1,2)`, "1.2.3", "R1C1", "A0", "ABCD1",
		strings.Repeat("(", 60) + "1" + strings.Repeat(")", 60), strings.Repeat("-", 60) + "1",
		"AVERAGE(A2)", "+", "A1+", "IFERROR(A6,1)", "IF(A2=80,1,2)",
	} {
		if v, ok := Work(formula, at); ok {
			s, _ := v.Stored()
			t.Errorf("%s: got %q", formula, s)
		}
	}
}

// A fraction that grows without end is given up.
func TestNotWorkedForever(t *testing.T) {
	at := func(row, col int) (Value, bool) { return Number("1234567890123") }
	if _, ok := Work(strings.TrimSuffix(strings.Repeat("A1*", 200), "*"), at); ok {
		t.Error("a number of thousands of figures was worked out")
	}
}

func FuzzWork(f *testing.F) {
	for _, s := range []string{"SUM(A1:B3)", "IF(A1>=90,\"优\",\"良\")", "ROUND(A1/B1*10%,2)", "IFERROR(-A1,0)"} {
		f.Add(s)
	}
	at := sheet(map[string]string{"A1": "80", "B1": "9.8", "A2": "'x"})
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 500 {
			return
		}
		if v, ok := Work(s, at); ok {
			if stored, number := v.Stored(); number {
				if _, ok := Number(stored); !ok && len(stored) <= longest {
					t.Errorf("%s: got %q, which is no number", s, stored)
				}
			}
		}
	})
}
