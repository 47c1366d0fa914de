package textout

import (
	"cmp"
	"slices"
	"strconv"

	"ziping/render/screen"
	"ziping/score"
)

// tallies writes what was checked: the form's arithmetic check by check, the
// other checks summed up.
func (p *printer) tallies(r *score.Report) {
	if len(r.Tallies) == 0 {
		return
	}
	var arithmetic []string
	quiet := 0
	for id, t := range r.Tallies {
		switch {
		case p.checks.isError(id) && t.Agree+t.Disagree+t.Untestable > 0:
			arithmetic = append(arithmetic, id)
		case !p.checks.isError(id) && t.Disagree == 0 && t.Agree > 0:
			quiet++
		}
	}
	byCatalogue := func(a, b string) int {
		return cmp.Or(cmp.Compare(p.checks.rank(a), p.checks.rank(b)), cmp.Compare(a, b))
	}
	slices.SortFunc(arithmetic, byCatalogue)
	p.line("")
	p.line(p.paint(bold, p.say("已核对", "Checked")))
	left, right := 0, 0
	for _, id := range arithmetic {
		left = max(left, screen.Width(p.checks.title(id)))
		right = max(right, screen.Width(p.counted(r.Tallies[id], false)))
	}
	room := p.Width - screen.Width("  ✓ FND-01   ") - right
	for _, id := range arithmetic {
		t := r.Tallies[id]
		mark, s := "✓", green
		switch {
		case t.Disagree > 0:
			mark, s = "✗", red
		case t.Agree == 0:
			mark, s = "–", dim
		}
		head := "  " + p.paint(s, mark) + " " + id + " "
		if room < leastTitle {
			p.line(head + screen.Cut(p.checks.title(id), p.Width-screen.Width("  ✓ FND-01 ")))
			p.line("           " + p.counted(t, true))
			continue
		}
		w := min(left, room)
		p.line(head + screen.Pad(screen.Cut(p.checks.title(id), w), w) + "  " + p.counted(t, true))
	}
	if quiet > 0 {
		p.line("  " + p.paint(green, "✓") + " " + p.sayf("另有 %d 项评分存疑和提示类检查未发现问题", "%d more checks of rules and notices found nothing", quiet))
	}
}

// leastTitle is how much of a check's title its counts leave room for, or they
// go below it.
const leastTitle = 20

// counted is a tally in words, painted or not.
func (p *printer) counted(t score.Tally, painted bool) string {
	paint := func(s style, text string) string {
		if !painted {
			return text
		}
		return p.paint(s, text)
	}
	out := p.number("相符", "agree", t.Agree)
	if t.Disagree > 0 {
		out += "  " + paint(red, p.number("不符", "disagree", t.Disagree))
	}
	if t.Untestable > 0 {
		out += "  " + paint(dim, p.number("无法核对", "untestable", t.Untestable))
	}
	return out
}

func (p *printer) number(zh, en string, n int) string {
	return p.say(zh, en) + " " + screen.PadLeft(strconv.Itoa(n), 2)
}
