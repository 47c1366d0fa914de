package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/render/jsonout"
	"ziping/render/screen"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
)

// rules is `ziping rules list|show|test|infer`.
func (a *app) rules() *cobra.Command {
	cmd := &cobra.Command{
		Use:         "rules COMMAND",
		Short:       a.say("评分规则：列出、查看、试验、归纳", "scoring rule sets: list, show, test, infer"),
		Long:        a.say(rulesLong.ZH, rulesLong.EN),
		Example:     a.say(rulesExample.ZH, rulesExample.EN),
		Annotations: map[string]string{"exit": a.say(rulesExit.ZH, rulesExit.EN)},
		Args:        cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.unknownRulesCommand(cmd, args[0])
			}
			a.help(a.stderr, cmd)
			a.exit = exitUsage
			return nil
		},
	}
	cmd.AddCommand(a.rulesList(), a.rulesShow(), a.rulesTest(), a.rulesInfer())
	return cmd
}

func (a *app) unknownRulesCommand(cmd *cobra.Command, arg string) error {
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	hint := a.sayf("命令有 %s", "commands: %s", strings.Join(names, a.say("、", ", ")))
	if near := nearest(arg, names); near != "" {
		hint = a.sayf("是不是 %s %s？", "did you mean %s %s?", cmd.CommandPath(), near)
	} else if _, err := sets.Load(arg); err == nil {
		hint = a.sayf("是不是 %s show %s？", "did you mean %s show %s?", cmd.CommandPath(), arg)
	}
	return a.usage(a.sayf("未知命令 %q", "unknown command %q", "rules "+arg), hint)
}

// noArguments asks for none.
func (a *app) noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return a.usage(a.sayf("%s 不需要参数", "%s takes no arguments", cmd.CommandPath()), a.exampleHint(cmd))
	}
	return nil
}

// rulesList is `ziping rules list`.
func (a *app) rulesList() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:         "list",
		Short:       a.say("列出内置的评分规则", "list the rule sets that come with the program"),
		Example:     "ziping rules list",
		Annotations: map[string]string{"exit": a.say("0    已显示\n2    用法有误", "0    done\n2    usage error")},
		Args:        a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				all := []ruleSet{}
				for _, s := range sets.Sets() {
					all = append(all, a.ruleSet(s))
				}
				return jsonout.Write(a.stdout, all, jsonout.Indented)
			}
			a.listRules(sets.Sets())
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("输出 JSON", "as JSON"))
	return a.intoFile(cmd)
}

// ruleSet is a rule set in one language, as JSON.
type ruleSet struct {
	ID        string       `json:"id"`
	Name      string       `json:"name"`
	Families  []string     `json:"families,omitempty"`
	Regions   []string     `json:"regions,omitempty"`
	Years     string       `json:"years,omitempty"`
	Default   bool         `json:"default,omitempty"`
	Base      string       `json:"base,omitempty"`
	Confirmed bool         `json:"confirmed"`
	Sources   []ruleSource `json:"sources"`
	Says      []ruleLine   `json:"says,omitempty"`
	YAML      string       `json:"yaml,omitempty"`
}

type ruleSource struct {
	Text      string `json:"text"`
	Confirmed bool   `json:"confirmed"`
}

type ruleLine struct {
	Head string `json:"head"`
	Text string `json:"text"`
}

func (a *app) ruleSet(s *rubric.Set) ruleSet {
	out := ruleSet{
		ID: s.ID, Name: s.Name.In(a.lang), Families: s.Applies.Families, Regions: s.Applies.Regions,
		Years: s.Applies.Years(), Default: s.Applies.Default, Base: s.Base, Confirmed: s.Confirmed(),
	}
	for _, x := range s.Sources {
		out.Sources = append(out.Sources, ruleSource{x.Text.In(a.lang), x.Confirmed})
	}
	return out
}

// listRules prints a line for each set.
func (a *app) listRules(sets []*rubric.Set) {
	rows := [][]string{{a.say("名称", "NAME"), a.say("地区", "REGION"), a.say("表式", "FAMILIES"), a.say("年度", "YEARS"), a.say("出处", "SOURCE"), a.say("说明", "WHAT IT IS")}}
	dash := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	for _, s := range sets {
		region := strings.Join(s.Applies.Regions, a.say("、", ", "))
		if s.Applies.Default {
			region = a.say("默认", "default")
		}
		source := a.say("已读原文", "read")
		if !s.Confirmed() {
			source = a.say("部分待核实", "partly unconfirmed")
		}
		rows = append(rows, []string{s.ID, dash(region), dash(strings.Join(s.Applies.Families, ",")), dash(s.Applies.Years()), source, s.Name.In(a.lang)})
	}
	width := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, text := range r {
			width[i] = max(width[i], screen.Width(text))
		}
	}
	for k, r := range rows {
		var b strings.Builder
		for i, text := range r {
			if i > 0 {
				b.WriteString("  ")
			}
			b.WriteString(screen.Pad(text, width[i]))
		}
		fmt.Fprintln(a.stdout, strings.TrimRight(b.String(), " "))
		if k > 0 {
			fmt.Fprintf(a.stdout, "    %s\n", a.sourceLine(sets[k-1]))
		}
	}
}

// sourceLine is a set's first source on one line, and how many more there are.
func (a *app) sourceLine(s *rubric.Set) string {
	width := 80
	if w := a.width(); w > 0 {
		width = min(w, 120)
	}
	more := ""
	if n := len(s.Sources); n > 1 {
		more = a.sayf("（另 %d 处）", " (and %d more)", n-1)
	}
	return shorten(s.Sources[0].Text.In(a.lang), width-4-screen.Width(more)) + more
}

// ruleError is what is wrong with a rule file, as JSON.
type ruleError struct {
	Place   string `json:"place,omitempty"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

func (a *app) ruleError(e *extract.Error) *ruleError {
	return &ruleError{e.Place.In(a.lang), e.Reason.In(a.lang), e.Hint.In(a.lang)}
}
