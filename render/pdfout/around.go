package pdfout

import "ziping/normalize"

// Of a form: the lines above and below its table.

// aroundLine is a line outside the table as it is set.
type aroundLine struct {
	l            *normalize.LayoutLine
	text         []string
	size, height float64
	align        string
}

// setAround sets the lines above or below the table; a title copied twice with the page is
// set once.
func (f *facsimile) setAround(lines []normalize.LayoutLine, before bool) (out []aroundLine, height float64) {
	seen := map[string]bool{}
	for i := range lines {
		l := &lines[i]
		if before && seen[l.Text] {
			continue
		}
		seen[l.Text] = true
		a := aroundLine{l: l, size: 9, height: 5, align: "C"}
		switch {
		case l.Role == normalize.RoleTitle:
			a.size, a.height = 16, 9
		case !before:
			a.size, a.height, a.align = 8, 4.2, "L"
		}
		f.d.setSize(a.size)
		a.text = f.d.wrap(f.d.clean(l.Text), f.d.sheet.body()-2)
		out = append(out, a)
		height += float64(len(a.text)) * a.height
	}
	if before || len(out) > 0 {
		height += around
	}
	return out, height
}

// around is the room between the table and the lines above and below it.
const around = 1.5

// lines writes the lines above or below the table.
func (f *facsimile) lines(lines []normalize.LayoutLine, before bool) {
	set, _ := f.setAround(lines, before)
	at := map[string]spot{}
	if !before && len(set) > 0 {
		f.y += around
	}
	for _, a := range set {
		f.d.setSize(a.size)
		from := spot{page: f.d.p.PageNo(), y0: f.y}
		for i, s := range a.text {
			if f.y+a.height > f.d.sheet.end() {
				f.newPage()
				f.d.setSize(a.size)
				if i == 0 {
					from = spot{page: f.page, y0: f.y}
				}
			}
			f.d.p.SetXY(left, f.y)
			f.d.p.CellFormat(f.d.sheet.body(), a.height, s, "", 0, a.align, false, 0, "")
			f.y += a.height
			if f.d.p.PageNo() == from.page {
				from.y1 = f.y
			}
		}
		at[a.l.Text] = from
	}
	for i := range lines {
		if s, ok := at[lines[i].Text]; ok {
			f.drawn[lines[i].At.Key()] = s
		}
	}
	if before {
		f.y += around
	}
}

// newPage begins a page for lines.
func (f *facsimile) newPage() {
	f.d.addPage()
	f.page, f.y = f.d.p.PageNo(), top
}

// legend explains the marks of a form, where there are any.
func (f *facsimile) legend() string {
	switch {
	case len(f.was) > 0:
		return f.d.say("右侧方括号内为“核对结果”的序号；底色标出的单元格已更正，划去的是原填报数。", "Numbers in brackets refer to the findings; shaded cells were corrected, the struck value is the one printed.")
	case len(f.report.Findings) > 0:
		return f.d.say("右侧方括号内为“核对结果”的序号。", "Numbers in brackets refer to the findings.")
	}
	return ""
}
