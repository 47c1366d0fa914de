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

// repairs writes the smallest sets of edits, each as a diff.
func (p *printer) repairs(r *score.Report) {
	if len(r.Repairs) == 0 {
		return
	}
	p.line("")
	title := p.say("更正", "Repair")
	if len(r.Repairs) > 1 {
		title = p.sayf("可能的更正 %d", "Possible repairs %d", len(r.Repairs))
	}
	p.line(p.paint(bold, title))
	const shown = 6
	for i, rep := range r.Repairs {
		if i == shown && !p.All {
			p.line("  " + p.sayf("另有 %d 种，用 --all 查看", "%d more, shown with --all", len(r.Repairs)-i))
			break
		}
		// Ties share their verdict and most of their reason: these are said once.
		verdict, why := p.verdict(rep), rep.Why
		if i > 0 && tie(rep) && tie(r.Repairs[i-1]) && slices.Equal(verdict, p.verdict(r.Repairs[i-1])) {
			shared, own := firstSentence(why)
			if before, _ := firstSentence(r.Repairs[i-1].Why); before == shared {
				why = own
			}
			p.line("  " + p.paint(yellow, p.say("或", "or")) + p.own(why))
		} else {
			p.chain(2, verdict)
			if why != "" {
				p.wrapped(4, "", why)
			}
		}
		p.diff(r, rep)
	}
}

// tie reports one of several repairs of the same size.
func tie(rep score.Repair) bool { return !rep.Unique && !rep.Applied && len(rep.Edits) > 0 }

// firstSentence parts a reason behind its first sentence.
func firstSentence(s string) (first, rest string) {
	for _, stop := range []string{"。", ". "} {
		if a, b, ok := strings.Cut(s, stop); ok {
			return a, blank.Trim(b)
		}
	}
	return s, ""
}

// own is what is said of one tie alone, on its line.
func (p *printer) own(why string) string {
	if why == "" {
		return ""
	}
	return p.paint(dim, " · "+screen.Cut(screen.Clean(why), p.Width-12))
}

// verdict says what became of a repair and why it may be trusted.
func (p *printer) verdict(rep score.Repair) []string {
	parts := render.Trust(&rep, p.Lang)
	colour := yellow
	if rep.Applied && len(rep.Edits) > 0 {
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
		return p.say("(空)", "(blank)")
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
	return p.place(e.At)
}

// columnName is the name of an edited field in words.
func (p *printer) columnName(path normalize.Path) string {
	if name := path.Column().Label(p.Lang); name != "" {
		return name
	}
	return (&normalize.Report{}).Label(path, p.Lang)
}
