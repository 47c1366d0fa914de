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

// mostGroups bounds what is shown of one level unless all is asked for.
const mostGroups = 40

// findings writes the findings of a level with the rows they stand in.
func (p *printer) findings(title string, s style, level score.Level, all []render.Group) {
	groups := ofLevel(all, level)
	if len(groups) == 0 {
		return
	}
	n := 0
	for _, g := range groups {
		n += len(g.Findings)
	}
	p.line("")
	p.line(p.paint(bold, title) + " " + p.paint(s, strconv.Itoa(n)))
	for i, g := range groups {
		if i == mostGroups && !p.All {
			p.line("  " + p.sayf("另有 %d 组，用 --all 查看", "%d more groups, shown with --all", len(groups)-i))
			break
		}
		if i == 0 || groups[i-1].Check != g.Check {
			mark, ink, doubt := "✗", s, ""
			if render.Doubtful(groups[i:]) {
				mark, ink, doubt = "?", yellow, p.paint(dim, p.say("（未能判定）", " (undetermined)"))
			}
			p.line("  " + p.paint(ink, mark+" "+g.Check) + " " + p.checks.title(g.Check) + doubt)
		}
		if g.Placed {
			p.picture(g)
		}
		for _, f := range g.Findings {
			p.wrapped(6, "· ", f.Message)
		}
	}
}

func ofLevel(all []render.Group, l score.Level) []render.Group {
	from := slices.IndexFunc(all, func(g render.Group) bool { return g.Level == l })
	if from < 0 {
		return nil
	}
	to := from
	for to < len(all) && all[to].Level == l {
		to++
	}
	return all[from:to]
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
func (p *printer) summed(r *score.Report) {
	all := slices.DeleteFunc(slices.Clone(r.Findings), func(f score.Finding) bool { return f.Level != score.Notice })
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
