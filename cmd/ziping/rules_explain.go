package main

import (
	"fmt"
	"strings"

	"ziping/normalize"
	"ziping/render/screen"
	"ziping/score/rubric"
	"ziping/score/rubric/infer"
	"ziping/score/rubric/sets"
)

// formExplained is one form with the rules that explain its scores, as JSON.
type formExplained struct {
	Path   string           `json:"path"`
	Rules  string           `json:"rules"`
	Why    string           `json:"rules_why"`
	Scores []scoreExplained `json:"scores"`
	Sets   []setFit         `json:"sets"`
}

type scoreExplained struct {
	Field     normalize.Path `json:"field"`
	Name      string         `json:"name,omitempty"`
	Stated    string         `json:"stated"`
	Weight    string         `json:"weight,omitempty"`
	Explained *bool          `json:"explained,omitempty"` // absent where nothing can be said
	Expected  string         `json:"expected,omitempty"`
	Rule      string         `json:"rule,omitempty"`
	Gives     []string       `json:"gives,omitempty"`
	Not       []otherwiseFit `json:"not,omitempty"`
}

type otherwiseFit struct {
	Rule   string `json:"rule"`
	Points string `json:"points"`
}

type setFit struct {
	ID        string `json:"id"`
	Explained int    `json:"explained"`
	Of        int    `json:"of"`
}

func (a *app) explainedForm(f *scoredForm) formExplained {
	s, why := sets.Choose(f.report)
	out := formExplained{Path: f.path, Rules: s.ID, Why: why.In(a.lang), Scores: []scoreExplained{}}
	for _, e := range infer.Explain(s, f.report) {
		x := scoreExplained{Field: e.Field, Name: e.Name, Stated: e.Stated.Printed(), Expected: e.Expected, Rule: e.Rule.In(a.lang)}
		if e.Weight.Sign() > 0 {
			x.Weight = e.Weight.Printed()
		}
		if e.Verdict != rubric.Undecided {
			ok := e.Verdict == rubric.Explained
			x.Explained = &ok
		}
		for _, g := range e.Gives {
			x.Gives = append(x.Gives, g.In(a.lang))
		}
		for _, n := range e.Not {
			x.Not = append(x.Not, otherwiseFit{n.Rule.In(a.lang), n.Points.String()})
		}
		out.Scores = append(out.Scores, x)
	}
	for _, fit := range infer.Fits(f.report) {
		out.Sets = append(out.Sets, setFit{fit.Set.ID, fit.Explained, fit.Scores})
	}
	return out
}

// explainForm prints for each score of one form which known rules explain it,
// then how far each rule set explains the form.
func (a *app) explainForm(f *scoredForm) {
	x := a.explainedForm(f)
	fmt.Fprintf(a.stdout, "%s\n%s\n\n", screen.Clean(x.Path), screen.Clean(x.Why))
	for _, e := range x.Scores {
		mark := "?"
		if e.Explained != nil {
			mark = "✗"
			if *e.Explained {
				mark = "✓"
			}
		}
		name := e.Name
		if name == "" {
			name = a.say("预算执行", "budget execution")
		}
		points := e.Stated
		if e.Weight != "" {
			points += "/" + e.Weight
		}
		rule := e.Rule
		switch {
		case e.Explained == nil:
			rule = a.say("没有适用的规则", "no rule speaks of it")
		case !*e.Explained:
			if e.Expected != "" {
				rule = e.Expected + a.say("（", " (") + rule + a.say("）", ")")
			}
			rule = a.say("按规则计算为 ", "computed ") + rule
		}
		fmt.Fprintf(a.stdout, "%s %s  %s  %s\n", mark, screen.Pad(points, 8), screen.Clean(shorten(name, 24)), screen.Clean(rule))
		if len(e.Gives) > 0 {
			a.explainLine(a.say("可得出该分：", "given by: "), strings.Join(firstOf(e.Gives, 8), a.say("；", "; ")))
		}
		if len(e.Not) > 0 && (e.Explained == nil || !*e.Explained) {
			var parts []string
			for _, n := range e.Not {
				parts = append(parts, n.Rule+a.say("得 ", " gives ")+n.Points)
			}
			a.explainLine(a.say("不能得出该分：", "not by: "), strings.Join(parts, a.say("；", "; ")))
		}
	}
	fmt.Fprintf(a.stdout, "\n%s\n", a.say("各评分规则能解释的得分", "Scores that each rule set explains"))
	for _, s := range x.Sets {
		fmt.Fprintf(a.stdout, "  %s  %d/%d\n", screen.Pad(s.ID, 16), s.Explained, s.Of)
	}
}

func (a *app) explainLine(head, text string) {
	width := 80
	if w := a.width(); w > 0 {
		width = min(w, 100)
	}
	indent := screen.Width(head)
	for i, l := range screen.Wrap(screen.Clean(text), width-indent-11) {
		if i > 0 {
			head = strings.Repeat(" ", indent)
		}
		fmt.Fprintf(a.stdout, "           %s%s\n", head, l)
	}
}

// firstOf is at most n of the texts, with a mark where some are left out.
func firstOf(texts []string, n int) []string {
	if len(texts) <= n {
		return texts
	}
	return append(append([]string(nil), texts[:n]...), fmt.Sprintf("… (%d)", len(texts)-n))
}

// shorten cuts a name to a width on the screen.
func shorten(s string, width int) string {
	s = strings.Join(strings.Fields(s), " ")
	if screen.Width(s) <= width {
		return s
	}
	for i, r := range s {
		if screen.Width(s[:i]+string(r)) > width-1 {
			return s[:i] + "…"
		}
	}
	return s
}
