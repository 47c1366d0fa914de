package pdfout

import "ziping/normalize"

// Of a form: the lines above and below its table, and the legend of the marks.

// lines writes the lines above or below the table.
func (f *facsimile) lines(lines []normalize.LayoutLine, before bool) {
	seen := map[string]bool{}
	for _, l := range lines {
		if before && seen[l.Text] { // a title copied twice with the page
			continue
		}
		seen[l.Text] = true
		size, align, height := 9.0, "C", 5.0
		switch {
		case l.Role == normalize.RoleTitle:
			size, height = 16, 9
		case !before:
			size, align, height = 8, "L", 4.2
		}
		f.d.setSize(size)
		for _, s := range f.d.wrap(f.d.clean(l.Text), bodyWidth-2) {
			if f.y+height > bodyBottom {
				f.newPage()
				f.d.setSize(size)
			}
			f.d.p.SetXY(left, f.y)
			f.d.p.CellFormat(bodyWidth, height, s, "", 0, align, false, 0, "")
			f.y += height
		}
	}
	if before {
		f.y += 2
	}
}

// newPage begins a page for lines.
func (f *facsimile) newPage() {
	f.d.p.AddPage()
	f.page, f.y = f.d.p.PageNo(), top
}

// legend explains the marks, where there are any.
func (f *facsimile) legend() {
	if len(f.marks) == 0 && len(f.was) == 0 {
		return
	}
	if f.y+8 > bodyBottom {
		f.newPage()
	}
	f.d.setSize(7)
	f.d.p.SetTextColor(90, 90, 90)
	f.d.p.SetXY(left, f.y+1.5)
	f.d.p.CellFormat(bodyWidth, 4, f.d.say("右侧方括号内为“核对结果”的序号；底色标出的单元格已更正，划去的是原印数值。", "Numbers in brackets refer to the findings; shaded cells were corrected, the struck value is the one printed."), "", 0, "L", false, 0, "")
	f.d.p.SetTextColor(0, 0, 0)
	f.y += 6
}
