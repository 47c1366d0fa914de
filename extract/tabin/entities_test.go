package tabin

import "testing"

func TestSignsByName(t *testing.T) {
	for in, want := range map[string]string{
		"总&emsp;分\t&nbsp;100":           "总\u2003分\t\u00a0100",
		"&ge;200人 &#8805;5 &#x2264;3":   "≥200人 ≥5 ≤3",
		"甲&amp;乙 a&b; c&d":              "甲&乙 a&b; c&d",
		"&quot;甲&#9;乙&#10;丙&#124;&#44;": "&quot;甲&#9;乙&#10;丙&#124;&#44;",
		"&&nbsp;&":                      "&\u00a0&",
		"&lt;":                          "<", "&lt;甲": "<甲",
		"没有":                       "没有",
		"甲&#32;乙&#31;":             "甲 乙&#31;",
		"&nvle;&#xFFFD;&#9999999;": "&nvle;&#xFFFD;&#9999999;", // two signs, none, none
		"&CounterClock;&hArr;":     "&CounterClock;⇔",
	} {
		if got := unescape(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
