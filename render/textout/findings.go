package textout

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/render"
	"ziping/render/screen"
	"ziping/score"
)

// group is what one check says of one row: five sums of the row 合计 are told
// under one picture of it.
type group struct {
	check    string
	row      extract.Ref // without the column
	placed   bool
	findings []score.Finding
}

// grouped puts findings of one check on one row together, checks in the order of the catalogue.
func (c *checks) grouped(all []score.Finding) []group {
	var out []group
	at := map[string]int{}
	for _, f := range all {
		g := group{check: f.Check}
		key := f.Check
		if f.At != nil {
			g.row, g.placed = f.At.Key(), true
			g.row.Col, g.row.Page = 0, f.At.Page
			key += "\x00" + strconv.Itoa(g.row.Table) + "\x00" + strconv.Itoa(g.row.Row) + "\x00" + strconv.Itoa(g.row.Line)
		}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, g)
		}
		out[i].findings = append(out[i].findings, f)
	}
	slices.SortStableFunc(out, func(a, b group) int { return cmp.Compare(c.rank(a.check), c.rank(b.check)) })
	return out
}

// mostGroups bounds what is shown of one level unless all is asked for.
const mostGroups = 40

// findings writes findings with the rows they stand in.
func (p *printer) findings(title string, s style, all []score.Finding) {
	if len(all) == 0 {
		return
	}
	p.line("")
	p.line(p.paint(bold, title) + " " + p.paint(s, strconv.Itoa(len(all))))
	groups := p.checks.grouped(all)
	for i, g := range groups {
		if i == mostGroups && !p.All {
			p.line("  " + p.sayf("另有 %d 组，用 --all 查看", "%d more groups, shown with --all", len(groups)-i))
			break
		}
		if i == 0 || groups[i-1].check != g.check {
			mark, ink := "✗", s
			if doubt(groups[i:]) {
				mark, ink = "?", yellow
			}
			p.line("  " + p.paint(ink, mark+" "+g.check) + " " + p.checks.title(g.check) + undetermined(p, groups[i:]))
		}
		if g.placed {
			p.picture(g)
		}
		for _, f := range g.findings {
			p.wrapped(6, "· ", f.Message)
		}
	}
}

// doubt reports that all that the check of the first group found is undetermined.
func doubt(groups []group) bool {
	for _, g := range groups {
		for _, f := range g.findings {
			if g.check == groups[0].check && f.Verdict != score.Undetermined {
				return false
			}
		}
	}
	return true
}

func undetermined(p *printer, groups []group) string {
	if !doubt(groups) {
		return ""
	}
	return p.paint(dim, p.say("（未能判定）", " (undetermined)"))
}

// story is the order in which notices are told where not all are: what the form
// says against itself, what was left in it, what is missing, and its looks last.
var story = []string{"TXT-02", "TXT-03", "TXT-04", "TXT-01", "TXT-05", "RSN", "TGT", "SCR", "GEN", "FND", "NUM", "FRM-03", "FRM-02"}

// mostNotices is the number of lines that tell the story.
const mostNotices = 10

func storyRank(check string) int {
	for i, s := range story {
		if strings.HasPrefix(check, s) {
			return i
		}
	}
	return len(story)
}

// summed writes notices, those of one check in one line, the most telling
// first; what does not fit in the story is named with its count.
func (p *printer) summed(r *score.Report, all []score.Finding) {
	if len(all) == 0 {
		return
	}
	p.line("")
	p.line(p.paint(bold, p.say("提示", "Notices")) + " " + p.paint(cyan, strconv.Itoa(len(all))) +
		p.paint(dim, p.say(" （逐条查看用 --all）", "  (each on its own with --all)")))
	byCheck := map[string][]score.Finding{}
	var checks []string
	for _, f := range all {
		if byCheck[f.Check] == nil {
			checks = append(checks, f.Check)
		}
		byCheck[f.Check] = append(byCheck[f.Check], f)
	}
	slices.SortStableFunc(checks, func(a, b string) int {
		return cmp.Or(cmp.Compare(storyRank(a), storyRank(b)), cmp.Compare(p.checks.rank(a), p.checks.rank(b)))
	})
	var more []string
	for i, c := range checks {
		if i >= mostNotices {
			more = append(more, c+" ×"+strconv.Itoa(len(byCheck[c])))
			continue
		}
		fs := byCheck[c]
		lead, width := "  "+p.paint(cyan, c)+" ", 2+len(c)+1
		if n := len(fs); n > 1 {
			times := "×" + strconv.Itoa(n)
			lead, width = lead+p.paint(bold, times)+" ", width+screen.Width(times)+1
		}
		p.short(lead, width, p.rows(r, fs)+screen.Clean(fs[0].Message))
	}
	if more != nil {
		p.wrapped(2, "", p.say("另有 ", "and ")+strings.Join(more, p.say("、", ", ")))
	}
}

// rows names the rows of findings: 第 18、19、21 行, the first few of many.
func (p *printer) rows(r *score.Report, fs []score.Finding) string {
	if len(fs) == 1 && !fs[0].Joined() {
		return p.at(fs[0].At)
	}
	const shown = 4
	var all []*extract.Ref
	for i := range fs {
		for _, x := range render.Places(r, &fs[i]) {
			if x.At != nil && !x.At.IsLine() {
				all = append(all, x.At)
			}
		}
	}
	if all == nil {
		return ""
	}
	return p.find.Rows(all, shown) + p.say("：", ": ")
}
