package xlsxout

import (
	"fmt"
	"strings"

	"ziping/normalize"
	"ziping/render"
	"ziping/render/xlsxout/numfmt"
	"ziping/score"
	"ziping/score/identity"
	"ziping/text/num"
)

// findingsName is the name of the sheet of findings.
func (k *book) findingsName() string { return k.say("发现", "Findings") }

// findingRow is the row of a finding on that sheet, by its number.
func findingRow(number int) int { return number + 1 }

// The columns of the findings.
const (
	colNumber = iota + 1
	colLevel
	colCheck
	colName
	colField
	colCell
	colPlace
	colStated
	colAgainst
	colBasis
	colGap
	colLive
	colSentence
	colRepair
	colOperands
)

// findings writes one row for each finding, linked to its cell, in the order of their numbers.
func (k *book) findings() {
	t := k.table(k.findingsName(), []column{
		colNumber - 1: {k.say("序号", "No."), 5}, colLevel - 1: {k.say("级别", "Level"), 9}, colCheck - 1: {k.say("检查", "Check"), 8},
		colName - 1: {k.say("名称", "Name"), 15}, colField - 1: {k.say("栏目", "Field"), 18},
		colCell - 1: {k.say("单元格", "Cell"), 7}, colPlace - 1: {k.say("原件位置", "Place in the file"), 12},
		colStated - 1: {k.say("填报数", "Reported"), 12}, colAgainst - 1: {k.say("对照数", "Compared with"), 12}, colBasis - 1: {k.say("对照依据", "Which is"), 12},
		colGap - 1: {k.say("差额", "Difference"), 12}, colLive - 1: {k.say("更正后差额", "Difference, corrected"), 12},
		colSentence - 1: {k.say("说明", "Sentence"), 56}, colRepair - 1: {k.say("更正方案", "Repair"), 26}, colOperands - 1: {k.say("涉及数值", "Operands"), 30},
	})
	n := 0
	for i := range k.b.Forms {
		for _, g := range k.lists[i].Groups {
			for _, j := range g.Index {
				n++
				k.finding(t, i, j)
			}
		}
	}
	if n == 0 {
		t.cell(colField, k.say("没有发现问题", "nothing found"), words)
		t.next()
	}
	t.freeze(colNumber)
	t.finish()
	k.doubts(t)
}

func (k *book) finding(t *table, form, j int) {
	fm := &k.b.Forms[form]
	f := &fm.Report.Findings[j]
	sheet := &k.sheets[form]
	t.level = string(f.Level)
	t.number(colNumber, fmt.Sprint(k.lists[form].Number(j)))
	t.cell(colLevel, render.LevelName(f.Level, k.b.Lang), value)
	t.cell(colCheck, f.Check, value)
	t.cell(colName, k.checkTitle(f), words)
	t.cell(colField, fm.Report.Label(f.Field, k.b.Lang), words)
	if at := cellOf(fm, sheet, f); at != "" {
		t.cell(colCell, at, link)
		cell := cellName(colCell, t.row)
		k.lead(t.name, cell, sheet.name, at)
	}
	t.cell(colPlace, k.find.Cell(f.At), value)
	c := render.Compare(fm.Report, f, k.b.Lang)
	t.printed(colStated, c.Stated)
	t.printed(colAgainst, c.Against)
	t.cell(colBasis, c.Column, words)
	if s, against, ok := numbers(c.Stated, c.Against); ok && c.Gap != "" {
		t.exact(colGap, s.Sub(against))
		k.formula(t.name, cellName(colGap, t.row), cellName(colStated, t.row)+"-"+cellName(colAgainst, t.row))
	}
	k.liveDifference(t, fm, sheet, f)
	t.cell(colSentence, f.Message, words)
	t.cell(colRepair, repairText(k, fm, sheet.repairs[j]), words)
	t.cell(colOperands, operandText(k, fm, f), words)
	t.next()
}

// cellOf is the first of a finding's places on the form's sheet.
func cellOf(fm *render.Form, sheet *formSheet, f *score.Finding) string {
	for _, x := range render.Places(fm.Report, f) {
		if at, ok := sheet.spots.Of(x); ok {
			return at
		}
	}
	return ""
}

// numbers are two figures that a sheet can subtract.
func numbers(a, b string) (x, y num.Decimal, ok bool) {
	if len(a) > numfmt.MaxDigits || len(b) > numfmt.MaxDigits {
		return x, y, false
	}
	x, err := num.Parse(a)
	if err != nil {
		return x, y, false
	}
	y, err = num.Parse(b)
	return x, y, err == nil
}

// liveDifference puts stated less computed over the corrected form's own cells.
func (k *book) liveDifference(t *table, fm *render.Form, sheet *formSheet, f *score.Finding) {
	if !sheet.nums[f.Field] {
		return
	}
	for _, i := range sheet.tested[f.Field] {
		x := &fm.Corrected.Identities[i]
		if x.Check != f.Check || x.Kind == identity.Range || !sameOperands(x, f) {
			continue
		}
		body, ok := sheet.expression(&x.Identity, "'"+sheet.name+"'!")
		if !ok || x.Outcome == identity.Untestable {
			return
		}
		places := max(x.Stated.Places(), x.Stated.Significant())
		diff := x.Stated.Sub(x.Expected).Round(places)
		if sheet.fraction[f.Field] {
			places += 2
			diff = diff.Shift(-2)
		}
		t.exact(colLive, diff)
		k.formula(t.name, cellName(colLive, t.row), fmt.Sprintf("ROUND('%s'!%s-(%s),%d)", sheet.name, sheet.at[f.Field], body, places))
		return
	}
}

func sameOperands(t *identity.Tested, f *score.Finding) bool {
	named := map[normalize.Path]bool{}
	for _, o := range f.Operands {
		named[o] = true
	}
	for _, p := range t.Parts {
		if !named[p.Path] && !p.Blank {
			return false
		}
	}
	return true
}

func (k *book) checkTitle(f *score.Finding) string {
	if s := render.CheckTitle(k.b.Catalog, f.Check, k.b.Lang); s != "" {
		return s
	}
	return f.Name
}

func operandText(k *book, fm *render.Form, f *score.Finding) string {
	var parts []string
	for i, o := range f.Operands {
		if i == mostOperands {
			parts = append(parts, "…")
			break
		}
		text := ""
		if x, _ := fm.Report.Field(o); x != nil {
			text = x.Text
		}
		parts = append(parts, fm.Report.Label(o, k.b.Lang)+" = "+render.Short(text, 24))
	}
	return strings.Join(parts, k.say("；", "; "))
}

// mostOperands is how many figures of a finding are listed with what is printed in them.
const mostOperands = 6

// repairText says which repairs answer a finding: applied, or one of several.
func repairText(k *book, fm *render.Form, repairs []int) string {
	var out []string
	for _, i := range repairs {
		r := &fm.Report.Repairs[i]
		what := k.say("可选方案", "possible")
		if r.Applied {
			what = k.say("已更正", "corrected")
		}
		var edits []string
		for _, e := range r.Edits {
			edits = append(edits, fmt.Sprintf("%s %s → %s", fm.Report.Label(e.Field, k.b.Lang), render.Before(fm.Report, &e, k.b.Lang), e.Shown()))
		}
		if n := len(edits); n > 3 {
			edits = append(edits[:2], fmt.Sprintf(k.say("……共 %d 处", "… %d cells in all"), n))
		}
		out = append(out, what+k.say("：", ": ")+strings.Join(edits, k.say("；", "; ")))
		if len(out) == 6 {
			break
		}
	}
	return strings.Join(out, "\n")
}
