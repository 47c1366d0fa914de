package pdfout

import (
	"codeberg.org/go-pdf/fpdf"

	"ziping/normalize"
)

// One cell drawn: its frame, its text, the mark of a finding.

func (f *facsimile) box(c *normalize.LayoutCell, y0, y1 float64) {
	x0, x1 := f.colX[c.Col], f.colX[min(c.Col+c.ColSpan, len(f.colX)-1)]
	f.d.p.SetDrawColor(110, 110, 110)
	f.d.p.SetLineWidth(0.15)
	style := "D"
	switch {
	case f.was[c.Path] != "":
		f.d.p.SetFillColor(255, 244, 196)
		style = "FD"
	case c.Role == normalize.RoleHeading:
		f.d.p.SetFillColor(240, 242, 246)
		style = "FD"
	}
	f.d.p.Rect(x0, y0, x1-x0, y1-y0, style)
}

// inBox writes some lines of a cell, centred between y0 and y1; first is set for
// the piece that carries the mark of a finding.
func (f *facsimile) inBox(i int, c *normalize.LayoutCell, y0, y1 float64, from, to int, first bool) {
	t := f.text[i]
	x0, x1 := f.colX[c.Col], f.colX[min(c.Col+c.ColSpan, len(f.colX)-1)]
	align := "C"
	if c.Role == normalize.RoleText && len(t.lines) > 1 || c.Role == normalize.RoleText && c.ColSpan > 2 {
		align = "L"
	}
	y := y0 + (y1-y0-float64(to-from)*f.line)/2
	for n := from; n < to; n++ {
		f.d.p.SetXY(x0+f.padding()-1, y)
		if n < t.struck {
			f.d.p.SetTextColor(150, 150, 150)
		} else if t.struck > 0 {
			f.d.p.SetTextColor(176, 0, 0)
		}
		f.d.p.CellFormat(x1-x0-2*f.padding()+2, f.line, t.lines[n], "", 0, align, false, 0, "")
		if n < t.struck {
			w := f.d.width(t.lines[n])
			mid := (x0 + x1) / 2
			f.d.p.SetDrawColor(150, 150, 150)
			f.d.p.SetLineWidth(0.25)
			f.d.p.Line(mid-w/2-0.5, y+f.line/2, mid+w/2+0.5, y+f.line/2)
		}
		f.d.p.SetTextColor(0, 0, 0)
		y += f.line
	}
	if l := f.levels[c.Path]; first && l != "" && !c.Path.IsZero() { // a small corner
		f.d.ink(l)
		f.d.p.Polygon([]fpdf.PointType{{X: x1 - 2, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y0 + 2}}, "F")
		f.d.p.SetTextColor(0, 0, 0)
	}
}
