package pdfout

import (
	"fmt"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/score"
)

// form draws the facsimile of a form.
func (d *writer) form(i int) {
	fm := &d.b.Forms[i]
	layout := fm.CorrectedLayout
	f := &facsimile{d: d, layout: layout, report: fm.Report, was: map[normalize.Path]string{}, levels: map[normalize.Path]score.Level{}, drawn: map[extract.Ref]spot{},
		text: map[int]*cellText{}, byRow: map[int][]int{}, heads: layout.HeaderRows}
	f.changes(fm.Layout)
	for _, x := range fm.Report.Findings {
		for _, at := range render.Places(fm.Report, &x) {
			if f.levels[at.Field] == "" || weight(x.Level) < weight(f.levels[at.Field]) {
				f.levels[at.Field] = x.Level
			}
		}
	}
	d.p.AddPage()
	name := d.say("表格", "Form")
	if len(d.b.Forms) > 1 {
		name = fmt.Sprintf("%s %d", name, i+1)
	}
	if fm.Report.Title != nil {
		name += " " + d.clean(fm.Report.Title.Text)
	}
	d.p.Bookmark(name, 0, -1)
	f.y = top
	f.lines(layout.Before, true)
	f.fitPages()
	f.draw()
	f.lines(layout.After, false)
	f.margin()
	f.legend()
}

// changes finds what was printed where a repair was applied.
func (f *facsimile) changes(printed normalize.Layout) {
	edited := map[normalize.Path]bool{}
	for _, r := range f.report.Repairs {
		if r.Applied {
			for _, e := range r.Edits {
				edited[e.Field] = true
			}
		}
	}
	for i := range printed.Cells {
		if c := &printed.Cells[i]; !c.Path.IsZero() && edited[c.Path] {
			f.was[c.Path] = c.Text
		}
	}
}
