package score_test

import (
	"os"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/normalize/read"
	"ziping/score"
	"ziping/score/checks"
	"ziping/score/solve"
)

// TestWhyInWords plants a slip in a sound form and asks for the words that
// explain the repair of the planted cell, in both languages: which slip it was,
// and whether the form can tell.
func TestWhyInWords(t *testing.T) {
	data, err := os.ReadFile("../samples/fj-county-2021.txt")
	if err != nil {
		t.Fatal(err)
	}
	const (
		only, onlyEN = "且没有改动同样少的其他方案", "no other change as small does"
		row          = "\t360.00\t40.00\t400.00\t388.00\t97.00\t12.00\t3.00"
	)
	for _, c := range []struct {
		old, new string
		zh, en   []string
	}{
		{row, "\t360.00\t40.00\t400.00\t388.00\t97.00\t17.00\t3.00", []string{only, "一位数字有误"}, []string{onlyEN, "one digit is wrong"}},
		{row, "\t360.00\t40.00\t400.00\t838.00\t97.00\t12.00\t3.00", []string{only, "相邻两位数字颠倒"}, []string{onlyEN, "two neighbouring digits changed places"}},
		{row, "\t360.00\t-40.00\t400.00\t388.00\t97.00\t12.00\t3.00", []string{only, "正负号有误"}, []string{onlyEN, "the sign is wrong"}},
		{row, "\t360.00\t40.00\t400.00\t38.00\t97.00\t12.00\t3.00", []string{only, "漏写一位数字"}, []string{onlyEN, "a digit is missing"}},
		{row, "\t360.00\t40.00\t400.00\t3888.00\t97.00\t12.00\t3.00", []string{only, "一位数字重复"}, []string{onlyEN, "a digit printed twice"}},
		{row, "\t360.00\t40.00\t400.00\t3.88\t97.00\t12.00\t3.00", []string{only, "小数点错位"}, []string{onlyEN, "the decimal point is misplaced"}},
		{row, "\t360.00\t40.00\t400.00\t3880000.00\t97.00\t12.00\t3.00", []string{only, "元与万元混用"}, []string{onlyEN, "元 and 万元 mixed up"}},
		{row, "\t360.00\t40.00\t400.00\t0.0388\t97.00\t12.00\t3.00", []string{only, "元与万元混用"}, []string{onlyEN, "元 and 万元 mixed up"}},
		{row, "\t900.00\t100.00\t400.00\t388.00\t97.00\t12.00\t3.00", []string{only, "抄成了相邻一行的数"}, []string{onlyEN, "the figure of the row above or below was copied"}},
		{row, "\t360.00\t40.00\t400.00\t400.00\t97.00\t12.00\t3.00", []string{only, "与相邻一列相混"}, []string{onlyEN, "a figure stands in the next column"}},
		{row, "\t360.00\t0.00\t400.00\t388.00\t97.00\t12.00\t3.00", []string{only, "应填数而填了 0"}, []string{onlyEN, "0 printed for a figure"}},
		{"\t1860.00\t140.00\t2000.00", "\t0.00\t140.00\t2000.00", []string{only, "汇总行未填（为 0）"}, []string{onlyEN, "a sum left at 0"}},
		{"\t98.39", "\t93.89", []string{"表内数据不足以判定是哪一种"}, []string{"the form cannot tell which is right"}},
		{"优(S≥90)", "良(80≤S<90)", []string{"等级与总分不符"}, []string{"the grade does not follow from the total"}},
	} {
		text := strings.Replace(string(data), c.old, c.new, 1)
		if text == string(data) {
			t.Fatalf("%q is not in the form", c.old)
		}
		for lang, want := range map[extract.Lang][]string{extract.ZH: c.zh, extract.EN: c.en} {
			doc, err := formats.Read([]byte(text), "form.txt", extract.Options{Limits: extract.DefaultLimits()})
			if err != nil {
				t.Fatal(err)
			}
			forms := read.Run(doc, read.Options{})
			r := score.Audit(doc, forms, score.Options{Lang: lang, Checks: checks.All(nil)})[0].Report
			if len(r.Repairs) == 0 {
				t.Errorf("%q: got no repair", c.new)
				continue
			}
			for _, w := range want {
				if !strings.Contains(r.Repairs[0].Why, w) {
					t.Errorf("%q: got %q, want %q in it", c.new, r.Repairs[0].Why, w)
				}
			}
		}
	}
}

// TestUndecidedSaysSo holds a search that met its limit to saying that and nothing else.
func TestUndecidedSaysSo(t *testing.T) {
	data, err := os.ReadFile("../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := formats.Read(data, "form.txt", extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	forms := read.Run(doc, read.Options{})
	for lang, want := range map[extract.Lang]string{extract.ZH: "未能在限定步数内判定", extract.EN: "not decided within the limit of steps"} {
		r := score.Audit(doc, forms, score.Options{Lang: lang, Checks: checks.All(nil), Limits: solve.Limits{Size: 12, Steps: 20, Sets: 600}})[0].Report
		if len(r.Repairs) != 1 || len(r.Repairs[0].Edits) != 0 || r.Repairs[0].Unique || r.Repairs[0].Applied || !strings.Contains(r.Repairs[0].Why, want) {
			t.Errorf("got %+v, want one repair without edits that says %q", r.Repairs, want)
		}
	}
}
