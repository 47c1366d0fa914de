package checks

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/score"
	"ziping/score/formtest"
)

// catalogue is the public order of ids and names.
var catalogue = []string{
	"FND-01 fund-row-sum", "FND-02 fund-balance", "FND-03 execution-rate", "FND-04 balance-rate", "FND-05 fund-column-sum",
	"FND-06 rate-padding", "FND-07 over-execution", "FND-08 money-unit", "WGT-01 weight-total", "WGT-02 weight-group",
	"SCR-01 score-range", "SCR-02 indicator-score", "SCR-03 budget-score", "SCR-04 score-repeated", "SUM-01 total-score",
	"GRD-01 grade", "RSN-01 reason-missing", "RSN-02 over-completion", "TGT-01 target-copied", "TGT-02 value-unit",
	"TGT-03 value-kind", "TGT-04 blank-scored", "TGT-05 target-bound", "TXT-01 year", "TXT-02 narrative-value",
	"TXT-03 narrative-target", "TXT-04 narrative-sum", "TXT-05 leftover-text",
	"NUM-01 number-form", "FRM-01 row-shifted", "FRM-02 unplaced", "FRM-03 not-a-self-evaluation", "GEN-01 generosity",
}

func TestCatalogue(t *testing.T) {
	var got []string
	for _, d := range Docs() {
		got = append(got, d.ID+" "+d.Name)
	}
	if !slices.Equal(got, catalogue) {
		t.Errorf("got catalogue\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(catalogue, "\n"))
	}
}

// TestDocsComplete holds every check to a full documentation in both languages.
func TestDocsComplete(t *testing.T) {
	for _, c := range All(nil) {
		if c.Run == nil {
			t.Errorf("%s: got no run function", c.Doc.ID)
		}
		v := reflect.ValueOf(c.Doc)
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			switch x := v.Field(i).Interface().(type) {
			case extract.Text:
				if x.ZH == "" || x.EN == "" {
					t.Errorf("%s: got an empty %s: %+v", c.Doc.ID, name, x)
				}
			default:
				if v.Field(i).IsZero() {
					t.Errorf("%s: got an empty %s", c.Doc.ID, name)
				}
			}
		}
	}
}

func TestDocsPage(t *testing.T) {
	file := filepath.Join("..", "..", "docs", "checks.md")
	want := page(Docs())
	if *formtest.Update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("docs/checks.md is not what the checks say; run go test ./score/checks -update")
	}
}

// page is docs/checks.md: a table of all checks, then each in both languages.
func page(docs []score.Doc) []byte {
	var b bytes.Buffer
	fmt.Fprint(&b, "# 检查目录 · Checks\n\n")
	fmt.Fprint(&b, "<!-- Generated from the checks: go test ./score/checks -update -->\n\n")
	fmt.Fprint(&b, "级别：error（错误）只依据表内算术；rule（评分存疑）取决于所选评分规则；notice（提示）供人工核对。编号永久不变。\n\n")
	fmt.Fprint(&b, "Levels: error rests on the form's own arithmetic, rule on the chosen rule set, notice is for a person to look at. Ids are permanent.\n\n")
	fmt.Fprint(&b, "| 编号 id | 名称 name | 级别 level | 成立的条件 | holds when |\n| --- | --- | --- | --- | --- |\n")
	for _, d := range docs {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s | %s | %s |\n", d.ID, strings.ToLower(d.ID), d.Name, d.Level, cell(d.Title.ZH), cell(d.Title.EN))
	}
	for _, d := range docs {
		fmt.Fprintf(&b, "\n## %s\n\n**%s** `%s` · %s · since %s\n", d.ID, d.Title.ZH, d.Name, d.Level, d.Since)
		for _, l := range []struct {
			lang   extract.Lang
			labels [6]string
		}{
			{extract.ZH, [6]string{"查什么", "为什么", "对", "错", "更正", "出处"}},
			{extract.EN, [6]string{"What", "Why", "Right", "Wrong", "Fix", "Source"}},
		} {
			fmt.Fprintln(&b)
			for i, text := range []extract.Text{d.What, d.Why, d.Right, d.Wrong, d.Fix, d.Source} {
				fmt.Fprintf(&b, "- %s%s%s\n", l.labels[i], extract.Text{ZH: "：", EN: ": "}.In(l.lang), text.In(l.lang))
			}
		}
	}
	return b.Bytes()
}

// cell makes a text safe inside a table row.
func cell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }
