package textout

import (
	"slices"

	"ziping/render/screen"
	"ziping/score"
)

// shows reports whether findings of a level are shown.
func (o *Options) shows(l score.Level) bool { return o.Only == nil || slices.Contains(o.Only, l) }

// sound reports that there is nothing to tell of an input: it was read as a whole, and
// no finding is to be shown.
func (o *Options) sound(r *score.Result) bool {
	if r.Status != score.OK || o.Only == nil && len(r.Warnings) > 0 {
		return false
	}
	return !slices.ContainsFunc(r.Reports, func(r score.Report) bool {
		return slices.ContainsFunc(r.Findings, func(f score.Finding) bool { return o.shows(f.Level) })
	})
}

// oneLine tells of a form that nothing is to be told of: that it holds, and how much of
// its arithmetic was tested.
func (p *printer) oneLine(r *score.Report, n int) {
	said := p.say("没有发现问题", "nothing found")
	if len(r.Findings) > 0 { // of levels that are not shown
		said = p.counts(r)
	}
	agree := 0
	for id, t := range r.Tallies {
		if p.checks.isError(id) {
			agree += t.Agree
		}
	}
	said += p.sayf("，勾稽相符 %d 处", ", %d relations hold", agree)
	const least = 20
	room := max(least, p.Width-2-2-screen.Width(unpainted(said)))
	p.line(p.paint(green, "✓ ") + screen.CutPath(screen.Clean(formName(&p.in, n)), room) + "  " + said)
}
