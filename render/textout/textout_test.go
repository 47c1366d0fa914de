package textout

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/render/screen"
	"ziping/score"
)

var catalog = []score.Doc{
	{ID: "FND-05", Name: "fund-column-sum", Title: extract.Text{ZH: "合计等于各部分之和", EN: "a total is the sum of its parts"}, Level: score.Error},
	{ID: "SUM-01", Name: "total-score", Title: extract.Text{ZH: "总分等于各项得分之和", EN: "the total is the sum of the scores"}, Level: score.Error},
	{ID: "TGT-02", Name: "value-unit", Title: extract.Text{ZH: "完成值有单位", EN: "an actual has a unit"}, Level: score.Notice},
}

// sample is a form of one fund row and two indicators with marks.
func sample() Input {
	doc := extract.NewDocument("test", "text/plain")
	add := func(row int, texts ...string) {
		for col, s := range texts {
			if s != "" {
				doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Text: s})
			}
		}
	}
	doc.Tables = []extract.Table{{Rows: 3, Cols: 5}}
	add(0, "合计", "100.00", "20.00", "120.00")
	add(1, "财政资金", "0.00", "0.00", "120.00")
	add(2, "指标", "", "≥5万人次", "5.7")
	at := func(row, col int) *extract.Ref { return &extract.Ref{Row: row, Col: col} }
	family := "T1"
	r := score.Report{
		Report: normalize.Report{
			Family: &family,
			Title:  &normalize.Field{Text: "绩效自评表", State: normalize.Parsed},
			Year:   &normalize.Field{Text: "(2023年度)", Value: "2023", State: normalize.Parsed},
			Total:  &normalize.Total{Score: &normalize.Field{Text: "96.88", Value: "96.88", State: normalize.Parsed}},
			Funds:  &normalize.Funds{Rows: []normalize.FundRow{{Source: "total", Label: "合计"}, {Source: "fiscal", Label: "财政资金"}}},
		},
		Findings: []score.Finding{
			{Check: "FND-05", Level: score.Error, Field: normalize.MustPath("funds.total.initial"), At: at(0, 1), Stated: "100", Message: "合计 100.00 ≠ 财政资金 0.00"},
			{Check: "FND-05", Level: score.Error, Field: normalize.MustPath("funds.total.adjustment"), At: at(0, 2), Stated: "20", Message: "合计 20.00 ≠ 财政资金 0.00"},
			{Check: "TGT-02", Level: score.Notice, At: at(2, 3), Message: "5.7 没有单位"},
			{Check: "TGT-02", Level: score.Notice, At: at(2, 4), Message: "另一个没有单位"},
		},
		Repairs: []score.Repair{{
			Edits: []score.Edit{
				{Field: normalize.MustPath("funds.fiscal.initial"), At: at(1, 1), Old: "0", New: "100", Text: "100.00"},
				{Field: normalize.MustPath("funds.fiscal.adjustment"), At: at(1, 2), Old: "0", New: "20", Text: "20.00"},
			},
			Cause: score.Misprinted, Unique: true, Applied: true, Explains: []int{0, 1}, Why: "小计未填",
		}},
		Tallies: map[string]score.Tally{"FND-05": {Agree: 1, Disagree: 2}, "SUM-01": {Agree: 1}, "TGT-02": {Disagree: 2}},
	}
	res := &score.Result{Status: score.OK, Reports: []score.Report{r}}
	return Input{Path: "form.txt", Result: res, Document: doc, Catalog: catalog}
}

func report(t *testing.T, in Input, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, in, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const wantZH = `绩效自评表  form.txt
2023年度 · 总分 96.88 · 错误 2  评分存疑 0  提示 2

错误 2
  ✗ FND-05 合计等于各部分之和
    第 1 行 │ 合计 │ 100.00 │ 20.00 │ 120.00
                     ^^^^^^   ^^^^^
    · 合计 100.00 ≠ 财政资金 0.00
    · 合计 20.00 ≠ 财政资金 0.00

更正方案
  已更正 · 方案唯一 · 误印 · 可消除 2 处错误
    小计未填
                年初预算数  年中调整金额
    - 财政资金        0.00          0.00
    +               100.00         20.00

提示 2 （逐条查看用 --all）
  TGT-02 ×2 第 3 行：5.7 没有单位

已核对
  ✗ FND-05 合计等于各部分之和    相符  1  不符  2
  ✓ SUM-01 总分等于各项得分之和  相符  1
`

func TestWrite(t *testing.T) {
	if got := report(t, sample(), Options{Lang: extract.ZH, Width: 80}); got != wantZH {
		t.Errorf("got\n%s\nwant\n%s", got, wantZH)
	}
}

func TestWriteAll(t *testing.T) {
	got := report(t, sample(), Options{Lang: extract.EN, Width: 80, All: true})
	for _, want := range []string{"total 96.88", "errors 2", "row 3 │ 指标 │ ≥5万人次 │ 5.7\n", "· 5.7 没有单位", "· 另一个没有单位", "the only smallest one"} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%s\nwant in it %q", got, want)
		}
	}
}

// TestStory tells ten notices, contradictions first, and counts the rest.
func TestStory(t *testing.T) {
	in := sample()
	r := &in.Result.Reports[0]
	r.Findings = nil
	for _, c := range []string{"FND-06", "FND-08", "RSN-01", "RSN-02", "TGT-01", "TGT-02", "TGT-05", "TXT-01", "TXT-02", "TXT-03", "FRM-01", "FRM-01", "GEN-01"} {
		r.Findings = append(r.Findings, score.Finding{Check: c, Level: score.Notice, Message: "message of " + c})
	}
	got := report(t, in, Options{Lang: extract.ZH, Width: 80})
	_, got, _ = strings.Cut(got, "提示 13 （")
	var order []string
	for _, l := range strings.Split(got, "\n")[1:] {
		if !strings.HasPrefix(l, "  ") {
			break
		}
		order = append(order, strings.Fields(l)[0])
	}
	if s := strings.Join(order, " "); s != "TXT-02 TXT-03 TXT-01 RSN-01 RSN-02 TGT-02 TGT-01 TGT-05 GEN-01 FND-06 另有" || !strings.Contains(got, "另有 FND-08 ×1、FRM-01 ×2") {
		t.Errorf("got %s\n%s", s, got)
	}
}

func TestColourOnlyWhenAsked(t *testing.T) {
	plain := report(t, sample(), Options{Width: 80})
	colour := report(t, sample(), Options{Width: 80, Colour: true})
	if strings.Contains(plain, "\x1b") {
		t.Error("colours where none were asked for")
	}
	if !strings.Contains(colour, "\x1b[31m") {
		t.Error("no colours where they were asked for")
	}
}

// Whatever the figures, carets stand under what they point at, and the row
// keeps to the width.
func TestCaretsStandUnderTheirFigures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.StringMatching(`[合计小财政a-z0-9.]{1,50}`), 2, 12).Draw(t, "cells")
		marked := rapid.IntRange(0, len(texts)-1).Draw(t, "marked")
		width := rapid.IntRange(40, 140).Draw(t, "width")
		doc := extract.NewDocument("test", "")
		doc.Tables = []extract.Table{{Rows: 1, Cols: len(texts)}}
		for c, s := range texts {
			doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Col: c, RowSpan: 1, ColSpan: 1, Text: s})
		}
		p := &printer{in: Input{Document: doc}, find: render.NewFinder(doc, nil, extract.ZH), paper: paper{Options: Options{Width: width}}}
		p.picture(render.Group{Placed: true, Findings: []score.Finding{{At: &extract.Ref{Col: marked}}}})
		lines := strings.Split(strings.TrimRight(p.b.String(), "\n"), "\n")
		if len(lines) != 2 {
			t.Fatalf("got %q, want two lines", lines)
		}
		if w := screen.Width(lines[0]); w > width {
			t.Fatalf("got %d columns, want at most %d: %s", w, width, lines[0])
		}
		left := strings.IndexByte(lines[1], '^')
		under, w := "", 0
		for _, r := range lines[0] {
			if w >= left && w < left+strings.Count(lines[1], "^") {
				under += string(r)
			}
			w += screen.RuneWidth(r)
		}
		stem := strings.TrimSuffix(under, "…")
		if stem == "" || !strings.HasPrefix(texts[marked], stem) {
			t.Fatalf("got carets under %q, want under %q", under, texts[marked])
		}
	})
}

func TestHostileTextCannotSteerTheTerminal(t *testing.T) {
	in := sample()
	evil := "\x1b[2J\u202e红\u009b\r\n"
	in.Path = evil
	r := &in.Result.Reports[0]
	r.Title.Text, r.Funds.Rows[1].Label, r.Repairs[0].Why = evil, evil, evil
	r.Findings[0].Message, r.Findings[2].Message = evil, evil
	r.Repairs[0].Edits[0].Text, r.Repairs[0].Edits[0].Old = evil, evil
	in.Document.Tables[0].Cells[0].Text = evil
	in.Result.Warnings = []extract.Warning{{Code: "x", Message: evil}}
	for _, all := range []bool{true, false} {
		for _, c := range report(t, in, Options{Width: 80, All: all}) {
			if c != '\n' && screen.Hidden(c) {
				t.Fatalf("got %U in the report", c)
			}
		}
	}
}

// No line is wider than the terminal, whatever the language and width.
func TestLinesKeepToTheWidth(t *testing.T) {
	in := sample()
	r := &in.Result.Reports[0]
	r.Organisation = &normalize.Field{Text: "福州市人力资源和社会保障局", State: normalize.Parsed}
	r.Tallies["FND-05"] = score.Tally{Agree: 12, Disagree: 10, Untestable: 14}
	in.Document.Tables[0].Cells[0].Text = "合计(含上年结转和年中追加)"
	for _, lang := range []extract.Lang{extract.ZH, extract.EN} {
		for _, width := range []int{48, 60, 80, 120} {
			for _, colour := range []bool{false, true} {
				for _, line := range strings.Split(report(t, in, Options{Lang: lang, Width: width, Colour: colour}), "\n") {
					if w := screen.Width(unpainted(line)); w > width {
						t.Errorf("%s, %d columns: %d in %q", lang, width, w, line)
					}
				}
			}
		}
	}
}

// Cells that findings point at stand whole, on a second line if need be.
func TestMarkedFiguresStandWhole(t *testing.T) {
	in := sample()
	in.Document.Tables[0].Cells[1].Text = "222924.78"
	in.Document.Tables[0].Cells[2].Text = "28034.0200"
	got := report(t, in, Options{Width: 40})
	for _, want := range []string{"222924.78", "28034.0200"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is cut in\n%s", want, got)
		}
	}
}

// Ties say their verdict once, and each what is its own.
func TestTiesAreToldTogether(t *testing.T) {
	in := sample()
	r := &in.Result.Reports[0]
	edit := func(field, old, now string) []score.Edit {
		return []score.Edit{{Field: normalize.MustPath(field), Old: old, New: now, Text: now}}
	}
	r.Repairs = []score.Repair{
		{Edits: edit("total.score", "96", "97"), Cause: score.Misprinted, Explains: []int{0}, Why: "两种方案。一位数字有误"},
		{Edits: edit("funds.total.initial", "9", "8"), Cause: score.Misprinted, Explains: []int{0}, Why: "两种方案。漏了小数点"},
	}
	got := report(t, in, Options{Lang: extract.ZH, Width: 80})
	for text, want := range map[string]int{"2 选 1": 1, "两种方案": 1, "  方案 1 · 一位数字有误\n": 1, "  方案 2 · 漏了小数点\n": 1, "- 总分": 1, "- 合计": 1} {
		if n := strings.Count(got, text); n != want {
			t.Errorf("%q stands %d times, want %d, in\n%s", text, n, want, got)
		}
	}
}

// Independent faults are told one by one, each with its candidates.
func TestFaultsAreToldApart(t *testing.T) {
	in := sample()
	r := &in.Result.Reports[0]
	r.Repairs = nil
	for fault, candidates := range []int{3, 7} {
		for range candidates {
			edits := []score.Edit{{Field: normalize.MustPath("total.score"), Old: "96", New: "97", Text: "97"}}
			r.Repairs = append(r.Repairs, score.Repair{Fault: fault, Edits: edits, Cause: score.Misprinted, Why: "原因"})
		}
	}
	got := report(t, in, Options{Lang: extract.ZH, Width: 80})
	for text, want := range map[string]int{"第 1 处 · 未更正 · 3 选 1": 1, "第 2 处 · 未更正 · 7 选 1": 1, "方案 3": 2, "方案 5": 0, "另有 3 种": 1, "- 总分": 7} {
		if n := strings.Count(got, text); n != want {
			t.Errorf("%q stands %d times, want %d, in\n%s", text, n, want, got)
		}
	}
}

// A cell of a text without columns is shown with the row it was put back into.
func TestCellsWithoutColumns(t *testing.T) {
	texts := []string{"一级指标", "培训人数", "≥100人", "95人", "10", "9", "总分", "100", "96.88"}
	lines, table := extract.NewDocument("test", ""), extract.NewDocument("test", "")
	table.Tables = []extract.Table{{Rows: len(texts), Cols: 1}}
	table.Warnings = []extract.Warning{{Code: extract.WarnFlattened}}
	for i, s := range texts {
		lines.Lines = append(lines.Lines, extract.Line{Text: s})
		table.Tables[0].Cells = append(table.Tables[0].Cells, extract.Cell{Row: i, RowSpan: 1, ColSpan: 1, Text: s})
	}
	for _, tt := range []struct {
		doc   *extract.Document
		at    func(n int) *extract.Ref
		place string
	}{
		{lines, func(n int) *extract.Ref { return &extract.Ref{Table: -1, Line: n} }, "行"},
		{table, func(n int) *extract.Ref { return &extract.Ref{Row: n} }, "格"},
	} {
		in := sample()
		in.Document = tt.doc
		r := &in.Result.Reports[0]
		r.Repairs = nil
		r.Moves = []normalize.Move{{Field: normalize.MustPath("indicators[0]"), At: *tt.at(1), Cells: make([]normalize.MovedCell, 5)}}
		r.Findings = []score.Finding{
			{Check: "FND-05", Level: score.Error, At: tt.at(5), Stated: "9", Message: "甲"},
			{Check: "SUM-01", Level: score.Error, At: tt.at(8), Stated: "96.88", Message: "乙"},
		}
		got := report(t, in, Options{Lang: extract.ZH, Width: 80})
		for _, want := range []string{"第 6 " + tt.place + " │ 培训人数 │ ≥100人 │ 95人 │ 10 │ 9\n", "第 9 " + tt.place + " │ 总分 │ 100 │ 96.88\n"} {
			if !strings.Contains(got, want) {
				t.Errorf("missing %q in\n%s", want, got)
			}
		}
	}
}

// A cell of a row that is left out is seen to be left out, on whatever width.
func TestNoCellIsLeftOutUnseen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 14).Draw(t, "cells")
		width := rapid.IntRange(40, 140).Draw(t, "width")
		doc := extract.NewDocument("test", "")
		doc.Tables = []extract.Table{{Rows: 1, Cols: n}}
		var findings []score.Finding
		for c := range n {
			text := string(rune('a'+c)) + strings.Repeat("0", rapid.IntRange(0, 12).Draw(t, "length"))
			doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Col: c, RowSpan: 1, ColSpan: 1, Text: text})
			if rapid.Bool().Draw(t, "marked") {
				findings = append(findings, score.Finding{At: &extract.Ref{Col: c}})
			}
		}
		p := &printer{in: Input{Document: doc}, find: render.NewFinder(doc, nil, extract.ZH), paper: paper{Options: Options{Width: width}}}
		p.picture(render.Group{Placed: true, Findings: findings})
		last, gap := -1, false
		for _, line := range strings.Split(p.b.String(), "\n") {
			if !strings.Contains(line, "│") {
				continue // carets
			}
			for _, x := range strings.Split(line, "│")[1:] {
				x = strings.TrimSpace(x)
				if x == "" {
					continue
				}
				if x == "…" {
					gap = true
					continue
				}
				c := int(x[0] - 'a')
				if c > last+1 && !gap {
					t.Fatalf("cells %c to %c are gone without a sign:\n%s", 'a'+last+1, 'a'+c-1, p.b.String())
				}
				last, gap = c, false
			}
		}
		if len(findings) > 0 && last < n-1 && !gap {
			t.Fatalf("the last cells are gone without a sign:\n%s", p.b.String())
		}
	})
}
