package textout

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/render"
	"ziping/render/screen"
	"ziping/score"
	"ziping/text/blank"
)

// mostRepairs is how many candidates of one fault are shown unless all are asked for.
const mostRepairs = 4

// repairs writes the smallest sets of edits, each as a diff: fault by fault, the
// likeliest candidate first.
func (p *printer) repairs(r *score.Report) {
	if len(r.Repairs) == 0 {
		return
	}
	p.line("")
	p.line(p.paint(bold, p.say("更正方案", "Repairs")))
	faults := render.Faults(r.Repairs)
	for n, all := range faults {
		p.fault(r, all, n, len(faults))
	}
}

// fault writes the candidates of one fault of several. They share their verdict and
// most of their reason: these are said once.
func (p *printer) fault(r *score.Report, all []score.Repair, n, of int) {
	verdict := p.verdict(all)
	if of > 1 {
		verdict = append([]string{p.paint(bold, p.sayf("第 %d 处", "fault %d", n+1))}, verdict...)
	}
	p.chain(2, verdict)
	shared, own := render.Reasons(all)
	for i, rep := range all {
		if i == mostRepairs && !p.All && len(all) > mostRepairs+1 {
			p.line("    " + p.sayf("另有 %d 种，用 --all 查看", "%d more, shown with --all", len(all)-i))
			break
		}
		if i == 0 && shared != "" {
			p.wrapped(4, "", shared)
		}
		switch {
		case len(all) > 1:
			p.candidate(i+1, own[i])
		case own[i] != "":
			p.wrapped(4, "", own[i])
		}
		p.diff(r, rep)
	}
}

// candidate heads one of several, with what is said of it alone.
func (p *printer) candidate(n int, own string) {
	lead := p.sayf("方案 %d", "candidate %d", n)
	if own == "" {
		p.line("    " + lead)
		return
	}
	lead += " · "
	p.wrapped(4+screen.Width(lead), lead, own)
}

// verdict says what became of a fault and why its repair may be trusted.
func (p *printer) verdict(all []score.Repair) []string {
	parts := render.Trust(all, p.Lang)
	colour := yellow
	if all[0].Applied && len(all[0].Edits) > 0 {
		colour = green
	}
	parts[0] = p.paint(colour, parts[0])
	return parts
}

// diff writes the edits of a repair, those of one row as one pair of lines
// under the names of their columns.
func (p *printer) diff(r *score.Report, rep score.Repair) {
	var done []normalize.Path
	for _, e := range rep.Edits {
		owner := e.Field.Record()
		if slices.Contains(done, owner) {
			continue
		}
		done = append(done, owner)
		var edits []score.Edit
		for _, x := range rep.Edits {
			if x.Field.Record() == owner {
				edits = append(edits, x)
			}
		}
		p.diffRow(p.ownerName(r, &e), edits)
	}
}

func (p *printer) diffRow(name string, edits []score.Edit) {
	name = screen.Cut(name, max(12, p.Width/3))
	left := screen.Width(name)
	for len(edits) > 0 {
		head, old, now := strings.Repeat(" ", left), name, strings.Repeat(" ", left)
		n, width := 0, 6+left
		for _, e := range edits {
			cells := []string{p.columnName(e.Field), p.oldText(e), p.newText(e)}
			w := 0
			for i := range cells {
				cells[i] = screen.Clean(cells[i])
				w = max(w, screen.Width(cells[i]))
			}
			if n > 0 && width+2+w > p.Width {
				break
			}
			head += "  " + screen.PadLeft(cells[0], w)
			old += "  " + screen.PadLeft(cells[1], w)
			now += "  " + screen.PadLeft(cells[2], w)
			width += 2 + w
			n++
		}
		edits = edits[n:]
		p.line("      " + p.paint(dim, head))
		p.line("    " + p.paint(red, "- "+old))
		p.line("    " + p.paint(green, "+ "+now))
	}
}

// mostEdit is how wide a cell may be to show whole in a diff.
const mostEdit = 24

// oldText is what stands there: the cell as printed, or of a long cell the value.
func (p *printer) oldText(e score.Edit) string {
	old := e.Old
	if e.At != nil && p.in.Document != nil && screen.Width(e.Text) <= mostEdit {
		if s, ok := p.in.Document.At(*e.At); ok && screen.Width(s) <= mostEdit {
			old = s
		}
	}
	if blank.None(old) {
		return p.say("（空）", "(blank)")
	}
	return old
}

// newText is what is to stand there, with the range where only that is proved.
func (p *printer) newText(e score.Edit) string {
	now := e.New
	if screen.Width(e.Text) <= mostEdit {
		now = e.Text
	}
	if len(e.Interval) == 2 && e.Interval[0] != e.Interval[1] {
		return now + " [" + e.Interval[0] + ", " + e.Interval[1] + "]"
	}
	return now
}

// ownerName is the printed name of the record a path belongs to.
func (p *printer) ownerName(r *score.Report, e *score.Edit) string {
	if source, ok := e.Field.Fund(); ok {
		if row := r.Funds.Row(source); row != nil {
			return screen.Clean(row.Label)
		}
	}
	if i, ok := e.Field.Indicator(); ok && i < len(r.Indicators) && r.Indicators[i].Name != nil {
		return text(r.Indicators[i].Name)
	}
	if e.Field.Record() == normalize.TotalScorePath.Record() {
		return p.say("总分", "total")
	}
	return p.find.Cell(e.At)
}

// columnName is the name of an edited field in words.
func (p *printer) columnName(path normalize.Path) string {
	if name := path.Column().Label(p.Lang); name != "" {
		return name
	}
	return (&normalize.Report{}).Label(path, p.Lang)
}
