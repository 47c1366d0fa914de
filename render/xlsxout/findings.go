package xlsxout

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"ziping/normalize"
	"ziping/render"
	"ziping/score"
	"ziping/score/identity"
	"ziping/text/num"
)

// findings writes one row for each finding, linked to its cell.
func (k *book) findings() {
	name := k.say("发现", "Findings")
	t := k.table(name, []column{
		{k.say("序号", "No."), 5}, {k.say("级别", "Level"), 9}, {k.say("检查", "Check"), 8}, {k.say("名称", "Name"), 20},
		{k.say("栏目", "Field"), 24}, {k.say("单元格", "Cell"), 7}, {k.say("原件位置", "Place in the file"), 14},
		{k.say("填报数", "Reported"), 12}, {k.say("对照数", "Compared with"), 12}, {k.say("对照依据", "Which is"), 14},
		{k.say("差额", "Difference"), 12}, {k.say("更正后的差额", "Difference, corrected"), 12},
		{k.say("涉及数值", "Operands"), 34}, {k.say("说明", "Sentence"), 48}, {k.say("更正方案", "Repair"), 30},
	})
	n := 0
	for i := range k.b.Forms {
		fm := &k.b.Forms[i]
		for j := range fm.Report.Findings {
			n++
			k.finding(t, n, i, j, &fm.Report.Findings[j])
		}
	}
	if n == 0 {
		t.cell(5, k.say("没有发现问题", "nothing found"), words)
		t.next()
	}
	t.finish()
}

func (k *book) finding(t *table, n, form, j int, f *score.Finding) {
	fm := &k.b.Forms[form]
	sheet := &k.sheets[form]
	t.level = string(f.Level)
	t.number(1, fmt.Sprint(n))
	t.cell(2, render.LevelName(f.Level, k.b.Lang), value)
	t.cell(3, f.Check, value)
	t.cell(4, k.checkTitle(f), words)
	t.cell(5, fm.Report.Label(f.Field, k.b.Lang), words)
	if at := sheet.at[f.Field]; at != "" {
		t.cell(6, at, link)
		cell := cellName(6, t.row)
		k.do(func() error {
			return k.f.SetCellHyperLink(t.name, cell, "'"+sheet.name+"'!"+at, "Location")
		})
	} else {
		t.cell(6, "", value)
	}
	t.cell(colPlace, k.find.Cell(f.At), value)
	c := render.Compare(fm.Report, f, k.b.Lang)
	t.printed(colStated, c.Stated)
	t.printed(colAgainst, c.Against)
	t.cell(colBasis, c.Column, words)
	t.cell(colGap, "", value)
	if s, against, ok := numbers(c.Stated, c.Against); ok && c.Gap != "" {
		t.number(colGap, s.Sub(against).String())
		k.formula(t.name, cellName(colGap, t.row), cellName(colStated, t.row)+"-"+cellName(colAgainst, t.row))
	}
	t.cell(colLive, "", value)
	k.liveDifference(t, fm, sheet, f)
	t.cell(colOperands, operandText(k, fm, f), words)
	t.cell(colSentence, f.Message, words)
	t.cell(colRepair, repairText(k, fm, j), words)
	t.next()
}

// The columns of the findings from the place on.
const (
	colPlace = iota + 7
	colStated
	colAgainst
	colBasis
	colGap
	colLive
	colOperands
	colSentence
	colRepair
)

// numbers are two figures that a sheet can subtract.
func numbers(a, b string) (x, y num.Decimal, ok bool) {
	if len(a) > maxDigits || len(b) > maxDigits {
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
	for i := range fm.Corrected.Identities {
		x := &fm.Corrected.Identities[i]
		if x.Check != f.Check || x.Result != f.Field || x.Kind == identity.Range || !sameOperands(x, f) {
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
		t.number(colLive, diff.String())
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
	for _, d := range k.b.Catalog {
		if d.ID == f.Check {
			return d.Title.In(k.b.Lang)
		}
	}
	return f.Name
}

func operandText(k *book, fm *render.Form, f *score.Finding) string {
	var parts []string
	for i, o := range f.Operands {
		if i == 24 {
			parts = append(parts, "…")
			break
		}
		text := ""
		if x, _ := fm.Report.Field(o); x != nil {
			text = x.Text
		}
		parts = append(parts, fm.Report.Label(o, k.b.Lang)+" = "+render.Short(text, 40))
	}
	return strings.Join(parts, "\n")
}

// repairText says which repairs answer a finding: applied, or one of several.
func repairText(k *book, fm *render.Form, j int) string {
	var out []string
	for i := range fm.Report.Repairs {
		r := &fm.Report.Repairs[i]
		if !answers(r, j) {
			continue
		}
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

func answers(r *score.Repair, finding int) bool {
	for _, n := range r.Explains {
		if n == finding {
			return true
		}
	}
	return false
}

// column is a column of a flat sheet.
type column struct {
	name  string
	width float64
}

// table is a flat sheet: frozen headings, a filter, a row at a time.
type table struct {
	k     *book
	name  string
	cols  []column
	row   int
	level string
	lines int
	used  []bool // columns of the row that were written
}

func (k *book) table(name string, cols []column) *table {
	k.sheet(name)
	t := &table{k: k, name: name, cols: cols, row: 2, lines: 1, used: make([]bool, len(cols))}
	wide := 0.0
	for i, c := range cols {
		wide += c.width
		k.text(name, cellName(i+1, 1), c.name, style{kind: head})
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err == nil {
			k.do(func() error { return k.f.SetColWidth(name, letter, letter, c.width) })
		}
	}
	k.do(func() error {
		return k.f.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	})
	size, one, all, way, margin := 9, 1, 0, "landscape", 0.4
	if wide*digitWidth*smallest <= paperShort-2*marginSide {
		way = "portrait"
	}
	k.do(func() error {
		return k.f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &way, FitToWidth: &one, FitToHeight: &all})
	})
	k.do(func() error {
		return k.f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Top: &margin, Bottom: &margin, Left: &margin, Right: &margin})
	})
	asIs := false
	k.do(func() error {
		return k.f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{ScaleWithDoc: &asIs, OddFooter: k.say("&C&A 第 &P 页，共 &N 页", "&C&A page &P of &N")})
	})
	k.do(func() error {
		return k.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name, RefersTo: "'" + name + "'!$1:$1"})
	})
	return t
}

func (t *table) cell(col int, s string, kd kind) {
	lv := ""
	if col <= 3 {
		lv = t.level
	}
	t.mark(col)
	t.k.text(t.name, cellName(col, t.row), s, style{kind: kd, level: lv})
	t.lines = max(t.lines, linesNeeded(s, int(t.cols[col-1].width)))
}

// mark notes that a column of the row is written.
func (t *table) mark(col int) {
	if col <= len(t.used) {
		t.used[col-1] = true
	}
}

func (t *table) number(col int, digits string) {
	lv := ""
	if col <= 3 {
		lv = t.level
	}
	t.mark(col)
	t.k.number(t.name, cellName(col, t.row), digits, style{kind: figure, format: "General", level: lv})
}

// figureOr writes a number as one, anything else as text.
func (t *table) figureOr(col int, s string) {
	if n, err := num.Parse(s); err == nil && len(s) <= maxDigits {
		t.number(col, n.String())
		return
	}
	t.cell(col, s, value)
}

// printed writes a figure as it is printed, with its zeros; anything else as text.
func (t *table) printed(col int, s string) {
	digits, format, ok := printedNumber(s)
	if !ok || strings.ContainsAny(format, `"%,`) {
		t.cell(col, s, value)
		return
	}
	t.mark(col)
	t.k.number(t.name, cellName(col, t.row), digits, style{kind: figure, format: format})
	t.lines = max(t.lines, linesNeeded(s, int(t.cols[col-1].width)))
}

// next ends a row: it draws the frame of cells that have nothing to say.
func (t *table) next() {
	for i, used := range t.used {
		if !used {
			cell := cellName(i+1, t.row)
			t.k.style(t.name, cell, cell, style{kind: value})
		}
		t.used[i] = false
	}
	row, h := t.row, min(maxHeight, float64(t.lines)*lineHeight+4)
	t.k.do(func() error { return t.k.f.SetRowHeight(t.name, row, h) })
	t.row++
	t.level, t.lines = "", 1
}

// finish ends the table; rows below it are notes and have no frame.
func (t *table) finish() {
	t.used = nil
	ref := "A1:" + cellName(len(t.cols), max(2, t.row-1))
	t.k.do(func() error { return t.k.f.AutoFilter(t.name, ref, nil) })
	fit := true // only now: setting a filter forgets the sheet's properties
	t.k.do(func() error { return t.k.f.SetSheetProps(t.name, &excelize.SheetPropsOptions{FitToPage: &fit}) })
}
