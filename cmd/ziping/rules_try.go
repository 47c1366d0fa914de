package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/render/jsonout"
	"ziping/render/screen"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
)

// rulesTest is `ziping rules test FILE`.
func (a *app) rulesTest() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:         "test FILE",
		Short:       a.say("检查自己写的规则文件，并试算其中的算例", "validate a rule file of your own and run its worked examples"),
		Long:        a.say(rulesTestLong.ZH, rulesTestLong.EN),
		Example:     a.say("ziping rules test 我局.yaml\nziping check 自评表 --rules 我局.yaml", "ziping rules test ours.yaml\nziping check forms --rules ours.yaml"),
		Annotations: map[string]string{"exit": a.say("0    文件可用，算例都相符\n2    用法有误，或没有这个文件\n4    文件有误，或有算例不符", "0    the file can be used and its examples hold\n2    usage error, or no such file\n4    the file is wrong, or an example does not hold")},
		Args:        a.exactlyOne,
		RunE: func(_ *cobra.Command, args []string) error {
			if asJSON {
				return a.tryRulesJSON(args[0])
			}
			s, err := a.ruleFile(args[0])
			if s == nil {
				return err
			}
			a.tryRules(args[0], s)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("输出 JSON", "as JSON"))
	return a.intoFile(cmd)
}

// tryRules runs the examples of a set and sums them up.
func (a *app) tryRules(name string, s *rubric.Set) {
	tried := s.Try()
	failed := a.showTried(tried, true)
	switch {
	case len(tried) == 0:
		fmt.Fprintf(a.stdout, a.say("%s：规则文件可用（%s），其中没有算例\n", "%s: the rule file can be used (%s); it has no worked examples\n"), screen.Clean(name), screen.Clean(s.Name.In(a.lang)))
		a.hintAlone(a.say("在 examples: 下写几个算例,例如 - {target: ≥100次, actual: 96次, weight: 7, score: 6.72}", "write some under examples:, such as - {target: ≥100次, actual: 96次, weight: 7, score: 6.72}"))
	case failed == 0:
		fmt.Fprintf(a.stdout, a.say("%s：规则文件可用（%s），%d 个算例都相符\n", "%s: the rule file can be used (%s); its %d worked examples hold\n"), screen.Clean(name), screen.Clean(s.Name.In(a.lang)), len(tried))
	default:
		a.exit = exitAllFailed
		a.problem(a.sayf("%s:%d 个算例中有 %d 个不符", "%s: of %d worked examples %d do not hold", name, len(tried), failed),
			a.say("核对算例的数字，或改正规则", "check the figures of the example, or mend the rule"))
	}
}

// hintAlone is a hint alone.
func (a *app) hintAlone(hint string) {
	fmt.Fprintf(a.stderr, "ziping: %s%s\n", a.say("建议：", "hint: "), screen.Clean(hint))
}

// showTried prints each example with what the set gives, and returns how many
// do not hold.
func (a *app) showTried(tried []rubric.Tried, places bool) (failed int) {
	for i := range tried {
		t := &tried[i]
		mark := "✓"
		if !t.Holds {
			mark = "✗"
			failed++
		}
		text := t.What.In(a.lang)
		if t.Example.Not {
			text += a.say("：不符合规则", ": not by this rule")
		}
		if t.Holds == t.Example.Not || !t.Holds || places {
			text += a.say("；规则给出 ", "; the rule gives ") + t.Gives.In(a.lang)
		}
		if from := t.Example.From.In(a.lang); from != "" {
			text += a.say("。出自 ", ". From ") + from
		} else if t.Example.Derived {
			text += a.say("。推算", ". Worked out")
		}
		if places && !t.Holds {
			text = t.Example.Place.In(a.lang) + a.say("：", ": ") + text
		}
		fmt.Fprintf(a.stdout, "  %s %s\n", mark, screen.Clean(text))
	}
	return failed
}

// triedRules is the outcome of a rule file's test, as JSON.
type triedRules struct {
	File     string         `json:"file"`
	OK       bool           `json:"ok"`
	Error    *ruleError     `json:"error,omitempty"`
	ID       string         `json:"id,omitempty"`
	Name     string         `json:"name,omitempty"`
	Examples []triedExample `json:"examples,omitempty"`
}

type triedExample struct {
	Place string `json:"place"`
	What  string `json:"what"`
	Not   bool   `json:"not,omitempty"`
	Gives string `json:"gives"`
	Holds bool   `json:"holds"`
}

func (a *app) tryRulesJSON(name string) error {
	out := triedRules{File: name}
	s, err := sets.Load(name)
	var e *extract.Error
	switch {
	case errors.As(err, &e) && e.Kind == extract.ErrRead:
		_, err := a.ruleFile(name)
		return err
	case errors.As(err, &e):
		out.Error = a.ruleError(e)
	case err != nil:
		return err
	default:
		out.OK, out.ID, out.Name = true, s.ID, s.Name.In(a.lang)
		for _, t := range s.Try() {
			out.OK = out.OK && t.Holds
			out.Examples = append(out.Examples, triedExample{t.Example.Place.In(a.lang), t.What.In(a.lang), t.Example.Not, t.Gives.In(a.lang), t.Holds})
		}
	}
	if !out.OK {
		a.exit = exitAllFailed
	}
	return jsonout.Write(a.stdout, out, jsonout.Indented)
}
