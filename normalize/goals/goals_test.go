package goals

import (
	"testing"

	"ziping/normalize/lexicon"
)

// TestID: labels of goals may be numbered, and name what is expected or what was done.
func TestID(t *testing.T) {
	lex := lexicon.Default()
	for label, want := range map[string]string{"年度总体目标": "expected", "项目年度目标2": "expected", "完成情况": "actual", "修路": "", "2": ""} {
		if got := ID(lexicon.Bare(label), lex); got != want {
			t.Errorf("%s: got %q, want %q", label, got, want)
		}
	}
	for label, want := range map[string]bool{"年度绩效目标2": true, "年度绩效目标": false, "完成情况2": false} {
		if got := Numbered(lexicon.Bare(label), lex); got != want {
			t.Errorf("%s is one of several: got %t, want %t", label, got, want)
		}
	}
}
