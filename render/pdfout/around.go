package pdfout

import "ziping/normalize"

// Of a form: the lines above and below its table, and the legend of the marks.

// lines writes the lines above or below the table.
func (f *facsimile) lines(lines []normalize.LayoutLine, before bool) {
	seen := map[string]spot{}
	for _, l := range lines {
		if s, ok := seen[l.Text]; ok && before { // a title copied twice with the page
			f.drawn[l.At.Key()] = s
			continue
		}
		size, align, height := 9.0, "C", 5.0
		switch {
		case l.Role == normalize.RoleTitle:
			size, height = 16, 9
		case !before:
			size, align, height = 8, "L", 4.2
		}
		f.d.setSize(size)
		from := spot{page: f.d.p.PageNo(), y0: f.y}
		for i, s := range f.d.wrap(f.d.clean(l.Text), bodyWidth-2) {
			if f.y+height > bodyBottom {
				f.newPage()
				f.d.setSize(size)
				if i == 0 {
					from = spot{page: f.page, y0: f.y}
				}
			}
			f.d.p.SetXY(left, f.y)
			f.d.p.CellFormat(bodyWidth, height, s, "", 0, align, false, 0, "")
			f.y += height
			if f.d.p.PageNo() == from.page {
				from.y1 = f.y
			}
		}
		seen[l.Text], f.drawn[l.At.Key()] = from, from
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
	if len(f.report.Findings) == 0 && len(f.was) == 0 {
		return
	}
	if f.y+8 > bodyBottom {
		f.newPage()
	}
	f.d.setSize(7)
	f.d.p.SetTextColor(90, 90, 90)
	f.d.p.SetXY(left, f.y+1.5)
	f.d.p.CellFormat(bodyWidth, 4, f.d.say("右侧方括号内为“核对结果”的序号；底色标出的单元格已更正，划去的是原填报数。", "Numbers in brackets refer to the findings; shaded cells were corrected, the struck value is the one printed."), "", 0, "L", false, 0, "")
	f.d.p.SetTextColor(0, 0, 0)
	f.y += 6
}
