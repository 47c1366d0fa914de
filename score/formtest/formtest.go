// Package formtest tests checks with small forms: a list of forms in YAML, each
// with the findings that must come of it and no others.
//
//   - name: an answer in another unit
//     rows: [治理河道长度 | ≥28公里 | 29100米 | 10 | 10]
//     want: [TGT-02 indicators[0].actual]
//   - name: the same of a whole form
//     form: dept.txt
//     edit: [2.8万人次, 28000人次]
//     want: [TGT-02 indicators[0].actual]
//
// It is code of tests alone; no other imports it.
package formtest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/score"
)

// Read is the one form of a tab text.
func Read(t testing.TB, text string) *normalize.Report {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	forms := read.Run(doc, read.Options{})
	if len(forms) != 1 {
		t.Fatalf("got %d forms, want 1", len(forms))
	}
	return &forms[0].Report
}

// Rows is a project form with rows of 三级指标, 年度指标值, 实际完成值, 分值, 得分.
func Rows(t testing.TB, rows ...string) *normalize.Report {
	t.Helper()
	text := "项目支出绩效自评表\n(2023年度)\n\n" +
		"项目名称\t防汛经费\t\t\t\t\t\t\n主管部门\t白石县水利局\t\t\t实施单位\t水利站\t\t\n" +
		"项目资金(万元)\t\t年初预算数\t全年预算数(A)\t全年执行数(B)\t分值\t执行率(B/A)\t得分\n" +
		"\t年度资金总额\t1108.38\t1073.07\t1011.34\t10\t94.25%\t9.42\n" +
		"绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
	for i, r := range rows {
		levels := "\t\t\t"
		if i == 0 {
			levels = "\t产出指标\t数量指标\t"
		}
		text += levels + strings.ReplaceAll(r, "|", "\t") + "\n"
	}
	r := Read(t, text+"总分\t\t\t\t\t\t100\t97.04\n")
	if len(r.Indicators) != len(rows) {
		t.Fatalf("got %d indicators for %q, want %d", len(r.Indicators), rows, len(rows))
	}
	return r
}

// File is the text of a file.
func File(t testing.TB, path ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Edit makes changes of a text, as old and new words in turn. The old ones
// must stand in it once.
func Edit(t testing.TB, text string, words ...string) string {
	t.Helper()
	for i := 0; i+1 < len(words); i += 2 {
		if n := strings.Count(text, words[i]); n != 1 {
			t.Fatalf("got %d places that read %q, want 1", n, words[i])
		}
		text = strings.Replace(text, words[i], words[i+1], 1)
	}
	return text
}

// doubted counts the notices of a check of errors: what it could not test.
func doubted(c *score.Check, found []score.Finding) (n int) {
	for i := range found {
		if c.Doc.Level != score.Notice && found[i].Level == score.Notice && found[i].Verdict == score.Undetermined {
			n++
		}
	}
	return n
}

// Findings runs checks over a form and holds them to what every finding
// promises: a message of one line in either language, a place, operands that
// are fields, and a tally that counts it.
func Findings(t testing.TB, r *normalize.Report, checks []score.Check) (all []score.Finding, tallies map[string]score.Tally) {
	t.Helper()
	tallies = map[string]score.Tally{}
	for i := range checks {
		c := &checks[i]
		found, tally := c.On(r, extract.ZH)
		english, _ := c.On(r, extract.EN)
		tallies[c.Doc.ID] = tally
		doubts := doubted(c, found)
		if tally.Disagree+doubts != Places(found) || tally.Untestable < doubts || len(english) != len(found) {
			t.Errorf("%s: got %d findings, %d in English, %d of them not decided, and a tally of %d", c.Doc.ID, len(found), len(english), doubts, tally.Disagree)
			continue
		}
		for k := range found {
			f := &found[k]
			for _, m := range []string{f.Message, english[k].Message} {
				if m == "" || strings.ContainsAny(m, "\n\t") {
					t.Errorf("%s %s: got message %q", f.Check, f.Field, m)
				}
			}
			if f.Message == english[k].Message || f.At == nil {
				t.Errorf("%s %s: got one message in both languages or no place: %+v", f.Check, f.Field, f)
			}
			for _, path := range append([]normalize.Path{f.Field}, f.Operands...) {
				if !known(r, path) && c.Doc.ID != "FRM-01" { // which names whole rows
					t.Errorf("%s: got %s, which names no field", f.Check, path)
				}
			}
		}
		all = append(all, found...)
	}
	return all, tallies
}

// Places counts what findings speak of: a joined one speaks of several places.
func Places(found []score.Finding) (n int) {
	for i := range found {
		if found[i].Joined() {
			n += len(found[i].Operands)
		} else {
			n++
		}
	}
	return n
}

// known reports a path of the form, or of what is no field: the money unit
// that is not printed, a cell that no field claims.
func known(r *normalize.Report, path normalize.Path) bool {
	f, err := r.Field(path)
	return f != nil || path.IsZero() || path == normalize.MoneyUnitPath && err == nil || path == normalize.FundsPath || path.IsUnplaced()
}

// Names gives "CHECK field" for each finding.
func Names(found []score.Finding) []string {
	var out []string
	for i := range found {
		out = append(out, fmt.Sprint(found[i].Check, " ", found[i].Field))
	}
	return out
}
