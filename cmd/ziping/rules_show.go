package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/render/jsonout"
	"ziping/render/screen"
	"ziping/score/rubric"
	"ziping/score/rubric/sets"
)

// rulesShow is `ziping rules show NAME`.
func (a *app) rulesShow() *cobra.Command {
	var asJSON, plain bool
	cmd := &cobra.Command{
		Use:         "show NAME|FILE",
		Short:       a.say("说明一套评分规则，并列出其 YAML", "one rule set: in words, and its YAML as it is"),
		Example:     a.say("ziping rules show hubei\nziping rules show mof-2020 --yaml > 我局.yaml", "ziping rules show hubei\nziping rules show mof-2020 --yaml > ours.yaml"),
		Annotations: map[string]string{"exit": a.say("0    已显示\n2    用法有误，或没有这套评分规则\n4    文件不是规则文件", "0    done\n2    usage error, or no such rule set\n4    the file is no rule set")},
		Args:        a.exactlyOne,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return sets.IDs(), cobra.ShellCompDirectiveDefault
		},
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.ruleFile(args[0])
			if s == nil {
				return err
			}
			text, err := ruleText(args[0])
			if err != nil {
				return a.badRules(args[0], err)
			}
			switch {
			case plain:
				fmt.Fprint(a.stdout, text)
			case asJSON:
				out := a.ruleSet(s)
				for _, l := range s.Describe() {
					out.Says = append(out.Says, ruleLine{l.Head.In(a.lang), l.Text.In(a.lang)})
				}
				out.YAML = text
				return jsonout.Write(a.stdout, out, jsonout.Indented)
			default:
				a.showRules(s)
				fmt.Fprintf(a.stdout, "\n%s\n\n%s", a.say("── YAML ──", "── YAML ──"), cleanLines(text))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("输出 JSON", "as JSON"))
	cmd.Flags().BoolVar(&plain, "yaml", false, a.say("只输出 YAML，可作自己规则文件的底本", "the YAML alone, to start a file of your own from"))
	return a.intoFile(cmd)
}

// ruleText is the YAML of a name or file. A variant (mof-2020+floor-60) has
// that of its base, and what it changes in comments.
func ruleText(name string) (string, error) {
	base, variant, _ := strings.Cut(name, "+")
	if data, ok := sets.YAML(base); ok {
		text := string(data)
		for _, v := range sets.Variants() {
			if v.ID == variant {
				text += sets.Comment(&v)
			}
		}
		return text, nil
	}
	data, err := sets.Read(name)
	return string(data), err
}

// ruleFile is the set of a name or file. No such thing is wrong use; a file
// that is no rule set is a failed input, which is said, and no set comes back.
func (a *app) ruleFile(name string) (*rubric.Set, error) {
	s, err := sets.Load(name)
	if err == nil {
		return s, nil
	}
	if _, statErr := os.Stat(name); errors.Is(statErr, fs.ErrNotExist) {
		names := sets.IDs()
		hint := a.sayf("内置规则：%s；或给出一个 YAML 文件", "rule sets: %s; or name a YAML file", strings.Join(names, a.say("、", ", ")))
		if near := nearest(name, names); near != "" {
			hint = a.sayf("是不是 %s？", "did you mean %s?", near)
		} else if near := neighbour(name); near != "" {
			hint = a.sayf("是不是 %s？", "did you mean %s?", near)
		}
		return nil, a.usage(a.sayf("没有评分规则或规则文件 %s", "no rule set or file %s", name), hint)
	}
	a.problem(a.text(err), a.hint(err))
	a.exit = exitAllFailed
	return nil, nil
}

// showRules says in words what a set does.
func (a *app) showRules(s *rubric.Set) {
	fmt.Fprintf(a.stdout, "%s  %s\n", screen.Clean(s.ID), screen.Clean(s.Name.In(a.lang)))
	width := 80
	if w := a.width(); w > 0 {
		width = min(w, 100)
	}
	put := func(head, text string, left int) {
		for i, l := range screen.Wrap(screen.Clean(text), width-left-4) {
			if i > 0 {
				head = ""
			}
			fmt.Fprintf(a.stdout, "  %s  %s\n", screen.Pad(head, left), l)
		}
	}
	lines := s.Describe()
	left := 0
	for _, l := range lines {
		left = max(left, screen.Width(l.Head.In(a.lang)))
	}
	fmt.Fprintln(a.stdout)
	for _, l := range lines {
		put(l.Head.In(a.lang), l.Text.In(a.lang), left)
	}
	fmt.Fprintf(a.stdout, "\n%s\n", a.say("出处", "Sources"))
	for _, x := range s.Sources {
		mark := a.say("已读", "read")
		if !x.Confirmed {
			mark = a.say("待核实", "unconfirmed")
		}
		put(mark, x.Text.In(a.lang), screen.Width(a.say("待核实", "unconfirmed")))
	}
	if len(s.Examples) > 0 || s.NoExamples != (extract.Text{}) {
		fmt.Fprintf(a.stdout, "\n%s\n", a.say("算例", "Worked examples"))
		if t := s.NoExamples.In(a.lang); t != "" {
			put("", t, 0)
		}
		a.showTried(s.Try(), false)
	}
}

// cleanLines is a text of many lines that cannot steer a terminal.
func cleanLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = screen.Clean(lines[i])
	}
	return strings.Join(lines, "\n")
}
