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
	"ziping/score/cross"
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

// The catalogue is a page in each language, and each can be read alone.
func TestDocsPage(t *testing.T) {
	for lang, name := range map[extract.Lang]string{extract.ZH: "checks.zh.md", extract.EN: "checks.md"} {
		file := filepath.Join("..", "..", "docs", name)
		want := page(append(Docs(), cross.Docs()...), lang)
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
			t.Errorf("docs/%s is not what the checks say; run go test ./score/checks -update", name)
		}
	}
}

// page is the catalogue in a language: a table of all checks, then each.
func page(docs []score.Doc, lang extract.Lang) []byte {
	var b bytes.Buffer
	say := func(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(lang) }
	fmt.Fprintf(&b, "# %s\n\n", say("检查目录", "Checks"))
	fmt.Fprint(&b, "<!-- Generated from the checks: go test ./score/checks -update -->\n\n")
	fmt.Fprintf(&b, "%s\n\n", say("[English](checks.md)", "[中文](checks.zh.md)"))
	fmt.Fprintf(&b, "%s\n\n", say("级别：*错误*（`error`）只依据表内算术；*评分存疑*（`rule`）取决于所选评分规则；*提示*（`notice`）供人工核对。编号永久不变。",
		"Levels: `error` rests on the form's own arithmetic, `rule` on the chosen rule set, `notice` is for a person to look at. Ids are permanent."))
	fmt.Fprintf(&b, "| %s | %s | %s |\n| --- | --- | --- |\n", say("编号", "id"), say("级别", "level"), say("成立的条件", "holds when"))
	for _, d := range docs {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", d.ID, strings.ToLower(d.ID), levelIn(d.Level, lang), cell(d.Title.In(lang)))
	}
	for _, d := range docs {
		fmt.Fprintf(&b, "\n## %s\n\n**%s**\n\n`%s` · %s · %s\n\n", d.ID, d.Title.In(lang), d.Name, levelIn(d.Level, lang), say("始于 ", "since ")+d.Since)
		for _, part := range []struct {
			label string
			text  extract.Text
		}{
			{say("查什么", "What"), d.What},
			{say("为什么", "Why"), d.Why},
			{say("对", "Right"), d.Right},
			{say("错", "Wrong"), d.Wrong},
			{say("更正", "Fix"), d.Fix},
			{say("依据", "Source"), d.Source},
		} {
			fmt.Fprintf(&b, "- %s%s%s\n", part.label, say("：", ": "), part.text.In(lang))
		}
	}
	return b.Bytes()
}

func levelIn(l score.Level, lang extract.Lang) string {
	zh := map[score.Level]string{score.Error: "错误", score.Rule: "评分存疑", score.Notice: "提示"}[l]
	return extract.Text{ZH: zh, EN: string(l)}.In(lang)
}

// cell makes a text safe inside a table row.
func cell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }
