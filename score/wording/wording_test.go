package wording

import (
	"strings"
	"testing"

	"ziping/extract"
)

var kinds = []Kind{Arithmetic, Corrected, CorrectedGrade, Settled, Scale, Rule, RuleGrade, Quotient, Table, Text, Parts, Share, Told, Year, OwnYear, Unit, TargetUnit, Inherited, InYuan, Bound, Range}

// Every kind has its words in both languages, and the data has no others.
func TestKindsHaveWords(t *testing.T) {
	for _, k := range kinds {
		e, ok := entries()[k]
		if !ok || e.Stated.ZH == "" || e.Stated.EN == "" || (e.Against.ZH == "") != (e.Against.EN == "") || (e.Against.ZH == "") != (e.Column.ZH == "") {
			t.Errorf("%s: got %+v, want words in both languages", k, e)
		}
	}
	if len(entries()) != len(kinds) {
		t.Errorf("got %d entries, want %d", len(entries()), len(kinds))
	}
	if _, err := read([]byte("x: {stated: {zh: a}, wrong: 1}")); err == nil {
		t.Error("an unknown key is read")
	}
}

// Only what was corrected should be something.
func TestShouldBe(t *testing.T) {
	for k, e := range entries() {
		should := strings.Contains(e.Against.ZH+e.Column.ZH, "应为") || strings.Contains(e.Against.EN+e.Column.EN, "should")
		if should != (k == Corrected || k == CorrectedGrade) {
			t.Errorf("%s: got %q, %q", k, e.Against.ZH, e.Against.EN)
		}
	}
}

func TestSentence(t *testing.T) {
	for _, tt := range []struct {
		k               Kind
		lang            extract.Lang
		stated, against string
		want            string
	}{
		{Arithmetic, extract.ZH, "0.00", "222924.78", "填报数 0.00，按表内关系计算为 222924.78，相差 222924.78"},
		{Arithmetic, extract.EN, "5", "7.5", "reported 5, the form's own figures give 7.5, difference 2.5"},
		{Table, extract.ZH, "42900", "42776", "文字写 42900，表中为 42776，相差 124"},
		{Share, extract.ZH, "101.2", "100", "文字写完成比例（%） 101.2，按文字中的数计算为 100，相差 1.2 个百分点"},
		{Told, extract.ZH, "129.72", "5000", "文字写完成比例（%） 129.72"},
		{Settled, extract.ZH, "9", "", "填报数 9，更正其他单元格后相符"},
		{Scale, extract.ZH, "优", "良", "填报等级 优，按表中标准为 良"},
		{Arithmetic, extract.ZH, "5", "", "填报数 5"},
		{Unit, extract.ZH, "元", "万元", "填报单位 元，表头单位为 万元"},
		{None, extract.ZH, "5", "6", ""},
	} {
		if got := tt.k.In(tt.lang).Sentence(tt.stated, tt.against); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.k, got, tt.want)
		}
	}
	if got := Arithmetic.In(extract.ZH).Tell("1", "2", "1 + 1", "1"); got != "填报数 1，按表内关系计算为 2（1 + 1），相差 1" {
		t.Errorf("got %q", got)
	}
}
