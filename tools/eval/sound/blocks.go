package sound

import (
	"fmt"
	"slices"
	"strings"

	"ziping/tools/eval/forms"
)

// begin is the title and the lines below it.
func (d *draw) begin() {
	year := 2018 + d.IntN(8)
	kind := pick(d, d.Title)
	d.f.Title = []string{kind, fmt.Sprintf("%d年度%s", year, kind), fmt.Sprintf("%d年%s%s", year, pick(d, d.Place), kind)}[d.IntN(3)]
	d.f.Sub = fmt.Sprintf("(%d年度)", year)
	if strings.HasPrefix(d.f.Title, "20") && d.IntN(2) == 0 {
		d.f.Sub = ""
	}
	d.f.Truth["year"] = fmt.Sprint(year)
	unit := pick(d, d.Unit)
	d.f.Truth["money_unit"] = unit
	d.f.Above = []string{[]string{"单位：", "金额单位：", "单位:"}[d.IntN(3)] + unit}
}

// head is the rows of labelled values, three or fewer to a row. The result of a form with
// points may be among them.
func (d *draw) head(marked bool) {
	cells := pick(d, d.Head)
	if marked && d.IntN(6) == 0 {
		cells = slices.Concat(cells, pick(d, d.Result))
	}
	d.labelled(cells)
}

// labelled puts cells with a label and a value each.
func (d *draw) labelled(cells []string) {
	for len(cells) > 0 {
		n := 1 + d.IntN(3)
		n = min(n, len(cells))
		e := d.cut(0, d.f.Cols, 2*n)
		for i, c := range cells[:n] {
			label, field := column(c)
			d.put(d.row, e[2*i], 1, e[2*i+1]-e[2*i], forms.Label, label, "")
			text, path := "", field
			switch field {
			case "project":
				text = pick(d, d.Project)
			case "organisation":
				text = pick(d, d.Place) + pick(d, d.Office)
			case "phone":
				text, path = fmt.Sprintf("0%d-%07d", 300+d.IntN(600), 2000000+d.IntN(7000000)), ""
			case "office": // two offices: which is the form's own is not said
				text, path = pick(d, d.Place)+pick(d, d.Office), ""
			case "code_text":
				text, path = fmt.Sprintf("%d-%04d", 100000+d.IntN(900000), d.IntN(10000)), ""
			case "span":
				text, path = "2023年1月-12月", ""
			case "count":
				text, path = fmt.Sprint(5+d.IntN(200)), ""
			case "person":
				text, path = pick(d, d.wordList.Person), ""
			case "day":
				text, path = fmt.Sprintf("%d年%d月%d日", 2019+d.IntN(7), 1+d.IntN(6), 1+d.IntN(28)), ""
			case "empty":
				path = ""
			case "grade", "total.score":
				d.later = append(d.later, later{field, len(d.f.Cells)})
				path = ""
			default:
				text, path = pick(d, d.Kinds[field]), ""
			}
			d.put(d.row, e[2*i+1], 1, e[2*i+2]-e[2*i+1], forms.Value, text, path)
		}
		cells = cells[n:]
		d.row++
	}
}

// goals are expected and done, side by side, in one row or one each.
func (d *draw) goals() {
	heads := strings.Split(pick(d, d.Goals), "|")
	e := d.cut(1, d.f.Cols, len(heads))
	rows, begins := 1, ""
	if d.IntN(6) == 0 {
		rows, begins = 2+d.IntN(2), pick(d, d.GoalNumber)
	}
	d.put(d.row, 0, 1+rows, 1, forms.Label, pick(d, d.Side["goals"]), "")
	for i, h := range heads {
		d.put(d.row, e[i], 1, e[i+1]-e[i], forms.Heading, h, "")
		for r := range rows {
			text, path := "", ""
			if i < 2 {
				var some []string
				for k, at := range d.Perm(len(d.Goal))[:1+d.IntN(3)] {
					some = append(some, fmt.Sprintf("%d.%s", k+1, d.Goal[at]))
				}
				if rows > 1 {
					some = []string{pick(d, d.Goal), pick(d, d.Goal)}[:1+d.IntN(2)]
				}
				text = d.lines(strings.Join(some, "；") + "。")
				if strings.Contains(begins, "%") && i == 0 {
					text = fmt.Sprintf(begins, r+1) + text
				}
				path = fmt.Sprintf("goals[%d].%s", r, []string{"expected", "actual"}[i])
			}
			d.put(d.row+1+r, e[i], 1, e[i+1]-e[i], forms.Text, text, path)
		}
	}
	d.row += 1 + rows
}

// remarks are a small table of how the money was managed, a text or two beside each label.
func (d *draw) remarks() {
	heads := strings.Split(pick(d, d.Remarks.Heads), "|")
	if d.f.Cols < len(heads)+2 {
		return
	}
	e := d.cut(1, d.f.Cols, len(heads)+1)
	labels := d.Remarks.Rows[:2+d.IntN(len(d.Remarks.Rows)-1)]
	d.put(d.row, 0, 1+len(labels), 1, forms.Label, pick(d, d.Remarks.Side), "")
	for i, h := range heads {
		d.put(d.row, e[i+1], 1, e[i+2]-e[i+1], forms.Heading, h, "")
	}
	for k, l := range labels {
		d.put(d.row+1+k, e[0], 1, e[1]-e[0], forms.Label, l, "")
		for i := range heads {
			d.put(d.row+1+k, e[i+1], 1, e[i+2]-e[i+1], forms.Text, d.lines(pick(d, d.Remarks.Texts)), "")
		}
	}
	d.row += 1 + len(labels)
}

// foot is a note, the grade and who signed.
func (d *draw) foot() {
	if d.f.Truth["total.score"] != "" && d.f.Truth["grade"] == "" && d.IntN(2) == 0 {
		e := d.cut(0, d.f.Cols, 2)
		d.put(d.row, 0, 1, e[1], forms.Label, pick(d, d.wordList.Grade), "")
		d.put(d.row, e[1], 1, d.f.Cols-e[1], forms.Value, d.grade(), "grade")
		d.row++
	}
	if d.IntN(12) == 0 {
		d.panel()
	}
	for d.IntN(4) == 0 { // what is said of the whole
		e := d.cut(0, d.f.Cols, 2)
		d.put(d.row, 0, 1, e[1], forms.Label, pick(d, d.Said), "")
		d.put(d.row, e[1], 1, d.f.Cols-e[1], forms.Text, d.lines(pick(d, d.Saying)), "")
		d.row++
	}
	if d.IntN(3) == 0 {
		d.put(d.row, 0, 1, d.f.Cols, forms.Text, pick(d, d.Note), "")
		d.row++
	} else if d.IntN(3) == 0 {
		d.f.Below = append(d.f.Below, pick(d, d.Note))
	}
	if d.IntN(3) == 0 {
		d.labelled(pick(d, d.Signed))
	}
}

// panel is a table of who gave the scores.
func (d *draw) panel() {
	heads := strings.Split(pick(d, d.Panel.Heads), "|")
	if d.f.Cols < len(heads)+1 {
		return
	}
	e := d.cut(1, d.f.Cols, len(heads))
	rows := 1 + d.IntN(3)
	d.put(d.row, 0, 1+rows, 1, forms.Label, pick(d, d.Panel.Side), "")
	for i, h := range heads {
		d.put(d.row, e[i], 1, e[i+1]-e[i], forms.Heading, h, "")
		for k := range rows {
			text := ""
			switch i {
			case 0:
				text = pick(d, d.wordList.Person)
			case 1:
				text = pick(d, d.Panel.Posts)
			case 2:
				text = pick(d, d.Place) + pick(d, d.Office)
			}
			d.put(d.row+1+k, e[i], 1, e[i+1]-e[i], forms.Value, text, "")
		}
	}
	d.row += 1 + rows
}
