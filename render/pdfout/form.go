package pdfout

import (
	"fmt"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/score"
)

// form draws the facsimile of a form and, from where it ends, what was found in it. The
// last form is followed by what was checked.
func (d *writer) form(i int) {
	fm := &d.b.Forms[i]
	f := newFacsimile(d, fm, &d.lists[i])
	d.heading, d.legend = d.clean(render.Heading(fm.Report, d.b.Lang)), f.legend()
	last := i == len(d.b.Forms)-1
	told := (&teller{d, fm, f.list, i}).findings()
	way := f.choose(func() float64 {
		h := d.heights(told)
		if last {
			h += d.heights(d.checked())
		}
		return h
	})
	d.sheet = way.sheet
	d.addPage()
	name := d.say("表格", "Form")
	if len(d.b.Forms) > 1 {
		name = fmt.Sprintf("%s %d", name, i+1)
	}
	d.p.Bookmark(name+" "+d.heading, 0, -1)
	f.y = top
	f.lines(f.layout.Before, true)
	f.at(way.size, d.p.PageNo(), f.y)
	for d.p.PageNo() < f.page {
		d.addPage()
	}
	f.draw()
	f.lines(f.layout.After, false)
	(&margin{f, newSpots(f)}).write()
	d.p.SetPage(d.p.PageCount())
	out := &flow{d: d, y: f.y}
	d.p.Bookmark(d.say("核对结果", "Findings"), 1, f.y)
	out.write(told)
	if last {
		out.write(d.checked())
	}
}

func newFacsimile(d *writer, fm *render.Form, list *render.List) *facsimile {
	layout := fm.CorrectedLayout
	f := &facsimile{d: d, layout: layout, report: fm.Report, list: list, was: map[normalize.Path]string{}, levels: map[normalize.Path]score.Level{}, drawn: map[extract.Ref]spot{},
		heads: layout.HeaderRows}
	f.changes(fm.Layout)
	for _, x := range fm.Report.Findings {
		for _, at := range render.Places(fm.Report, &x) {
			if f.levels[at.Field] == "" || render.LevelRank(x.Level) < render.LevelRank(f.levels[at.Field]) {
				f.levels[at.Field] = x.Level
			}
		}
	}
	return f
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
