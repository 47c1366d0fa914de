package xlsxout

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ziping/normalize"
	"ziping/render"
	"ziping/render/xlsxout/cells"
	"ziping/score"
)

// The marks on a form's own sheet: the ground of the cells that findings speak of, the
// numbers beside their rows, a note to each and links to the sheet of findings. Below the
// form stands what the marks mean and what was corrected.

// mark is what is said of one cell.
type mark struct {
	level   string
	numbers []int
	told    []int // indexes of the findings, in order of their numbers
	changed normalize.Path
}

// marks are the marks of a form's sheet.
type marks struct {
	*drawing
	cells map[string]*mark
	width int // of the column of numbers, 0 where there are none
}

// newMarks finds the cells that findings speak of.
func newMarks(form *drawing) *marks {
	d := &marks{drawing: form, cells: map[string]*mark{}}
	for _, g := range d.list.Groups {
		for _, i := range g.Index {
			for _, x := range render.Places(d.report, &d.report.Findings[i]) {
				cell, ok := d.spots.Of(x)
				if !ok {
					continue
				}
				m := d.note(cell)
				if m.level == "" { // the gravest come first
					m.level = string(g.Level)
				}
				if n := d.list.Number(i); !slices.Contains(m.numbers, n) {
					m.numbers, m.told = append(m.numbers, n), append(m.told, i)
				}
			}
		}
	}
	for _, cells := range d.beside() {
		d.width = max(d.width, min(marginMost, len(render.Compact(cells.numbers))+2))
	}
	return d
}

// marginMost is how wide the column of numbers may be, in digits; more go on another line.
const marginMost = 16

// note is the mark of a cell.
func (d *marks) note(cell string) *mark {
	m := d.cells[cell]
	if m == nil {
		m = &mark{}
		d.cells[cell] = m
	}
	return m
}

// beside gathers the marks of each sheet row.
func (d *marks) beside() map[int]*mark {
	out := map[int]*mark{}
	for cell, m := range d.cells {
		_, row, err := excelize.CellNameToCoordinates(cell)
		if err != nil || len(m.numbers) == 0 {
			continue
		}
		r := out[row]
		if r == nil {
			r = &mark{level: m.level}
			out[row] = r
		}
		r.numbers = append(r.numbers, m.numbers...)
		if render.LevelRank(score.Level(m.level)) < render.LevelRank(score.Level(r.level)) {
			r.level = m.level
		}
	}
	return out
}

// write writes what belongs to the marked cells: links, notes, and the numbers in a column
// of their own.
func (d *marks) write() {
	for _, cell := range sortedCells(d.cells) {
		m := d.cells[cell]
		if st, ok := d.styled[cell]; ok { // a line outside the table
			st.level = m.level
			d.k.style(d.sheet.name, cell, cell, st)
		}
		if len(m.numbers) > 0 && !d.long[cell] {
			d.link(cell, m.numbers[0])
		}
		d.comment(cell, m)
	}
	rows := d.beside()
	if len(rows) == 0 {
		return
	}
	column := d.cols() + 1
	if letter, err := excelize.ColumnNumberToName(column); err == nil {
		d.k.do(func() error { return d.k.f.SetColWidth(d.sheet.name, letter, letter, float64(d.width)) })
	}
	for _, row := range slices.Sorted(maps.Keys(rows)) {
		m := rows[row]
		cell := cellName(column, row)
		d.k.text(d.sheet.name, cell, render.Compact(m.numbers), style{kind: small, level: m.level})
		d.link(cell, slices.Min(m.numbers))
	}
}

// link leads from a cell to a finding's row.
func (d *marks) link(cell string, number int) {
	d.k.lead(d.sheet.name, cell, d.k.findingsName(), cellName(1, findingRow(number)))
}

// sortedCells are cells in the order of rows and columns.
func sortedCells(marks map[string]*mark) []string {
	type place struct{ row, col int }
	at := map[string]place{}
	out := make([]string, 0, len(marks))
	for cell := range marks {
		if col, row, err := excelize.CellNameToCoordinates(cell); err == nil {
			at[cell] = place{row, col}
			out = append(out, cell)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		if at[a].row != at[b].row {
			return at[a].row - at[b].row
		}
		return at[a].col - at[b].col
	})
	return out
}

// mostTold is how many findings the note of a cell tells, and mostSaid how long each is told.
const (
	mostTold = 5
	mostSaid = 160
)

// comment is the note of a cell: what was printed and what it became, then what was found.
func (d *marks) comment(cell string, m *mark) {
	var lines []string
	if e, ok := d.edits[m.changed]; ok {
		lines = append(lines, d.correction(e, d.why[m.changed]))
	}
	for i, n := range m.told {
		if i == mostTold {
			lines = append(lines, fmt.Sprintf(d.k.say("另有 %d 条，见“%s”表", "%d more, see the sheet %s"), len(m.told)-i, d.k.findingsName()))
			break
		}
		f := &d.report.Findings[n]
		lines = append(lines, "["+strconv.Itoa(d.list.Number(n))+"] "+render.LevelName(f.Level, d.k.b.Lang)+" "+f.Check+" "+render.Short(f.Message, mostSaid))
	}
	text := strings.Join(lines, "\n")
	height := 0
	for _, l := range strings.Split(text, "\n") {
		height += 15 * (1 + halfWidths(l)/46)
	}
	d.k.note(d.sheet.name, excelize.Comment{Cell: cell, Author: "ziping", Width: 320, Height: uint(max(60, height+12)),
		Paragraph: []excelize.RichTextRun{{Text: render.Printable(text)}}})
}

// correction says what was printed, why it changed and which check says so.
func (d *marks) correction(e score.Edit, r *score.Repair) string {
	var ids []string
	for _, n := range r.Explains {
		if n >= 0 && n < len(d.report.Findings) {
			if id := d.report.Findings[n].Check; !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return fmt.Sprintf(d.k.say("填报数：%s\n更正为：%s\n依据：%s\n%s", "printed: %s\ncorrected: %s\nby: %s\n%s"),
		render.Before(d.report, &e, d.k.b.Lang), e.Shown(), strings.Join(ids, d.k.say("、", ", ")), r.Why)
}

// explain writes below the form what was corrected, the old value struck through, and what
// the marks mean, so that a print shows both.
func (d *marks) explain() {
	row := len(d.height) + 1
	for n := range d.report.Repairs {
		r := &d.report.Repairs[n]
		if !r.Applied {
			continue
		}
		lead := d.k.say("已更正", "corrected")
		if refs := d.list.Numbers(r.Explains); len(refs) > 0 {
			lead += render.Compact(refs)
		}
		runs := []cells.Run{d.run(lead+d.k.say("：", ": "), "")}
		for i := range r.Edits {
			e := &r.Edits[i]
			if i > 0 {
				runs = append(runs, d.run(d.k.say("；", "; "), ""))
			}
			old := d.run(render.Before(d.report, e, d.k.b.Lang), "6B6B6B")
			old.Strike = true
			runs = append(runs, d.run(d.report.Label(e.Field, d.k.b.Lang)+" ", ""), old, d.run(" → ", ""), d.run(e.Shown(), "C00000"))
		}
		d.below(row, runs)
		row++
	}
	if len(d.cells) == 0 && len(d.edits) == 0 {
		return
	}
	var runs []cells.Run
	ground := func(colour, zh, en string) {
		runs = append(runs, d.run("■", colour), d.run(d.k.say(zh, en)+"  ", ""))
	}
	runs = append(runs, d.run(d.k.say("底色：", "Grounds: "), ""))
	for _, l := range []score.Level{score.Error, score.Rule, score.Notice} {
		for _, m := range d.cells {
			if m.level == string(l) {
				name := render.LevelName(l, d.k.b.Lang)
				ground(shade[string(l)], name, name)
				break
			}
		}
	}
	if len(d.edits) > 0 {
		ground(shade[""], "已更正", "corrected")
	}
	runs = append(runs, d.run(fmt.Sprintf(d.k.say("右侧方括号内为“%s”表的序号", "numbers in brackets are those of the sheet %s"), d.k.findingsName()), ""))
	d.below(row, runs)
}

// shade are the grounds in a tone that a small square shows.
var shade = map[string]string{"error": "E58A92", "rule": "F0B050", "notice": "A9ABAF", "": "F2D435"}

func (d *marks) run(text, colour string) cells.Run {
	return cells.Run{Text: render.Printable(text), Font: font, Size: 9, Colour: colour}
}

// below writes a line below the form.
func (d *marks) below(row int, runs []cells.Run) {
	from, to := cellName(1, row), cellName(d.cols(), row)
	text := ""
	for _, r := range runs {
		text += r.Text
	}
	d.k.on[d.sheet.name].Rich(1, row, runs)
	d.k.style(d.sheet.name, from, to, style{kind: note})
	if d.cols() > 1 {
		merge(d.k.on[d.sheet.name], from, to)
	}
	d.setHeight(row, min(maxHeight, float64(linesNeeded(text, d.span(0, d.cols())))*lineHeight+6))
}
