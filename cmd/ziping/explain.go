package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/render"
	"ziping/render/jsonout"
	"ziping/render/screen"
	"ziping/score"
)

// explain is `ziping explain [CHECK]`.
func (a *app) explain() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:         "explain [CHECK]",
		Short:       a.say("一项检查的说明，或全部检查的目录", "documentation of one check, or the catalogue"),
		Long:        a.say(explainLong.ZH, explainLong.EN),
		Example:     a.say(explainExample.ZH, explainExample.EN),
		Annotations: map[string]string{"exit": a.say("0    已显示\n2    用法有误，或没有这项检查", "0    done\n2    usage error, or no such check")},
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return a.usage(a.say("一次说明一项检查", "one check at a time"), a.exampleHint(cmd))
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return checkIDs(pipeline.AllChecks()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			docs := pipeline.AllChecks()
			if len(args) == 0 {
				return a.explainAll(docs, asJSON)
			}
			doc, err := a.findCheck(docs, args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return jsonout.Write(a.stdout, a.explained(doc), jsonout.Indented)
			}
			a.explainOne(doc)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("输出 JSON", "as JSON"))
	return a.intoFile(cmd)
}

func checkIDs(docs []score.Doc) []string {
	ids := make([]string, len(docs))
	for i, d := range docs {
		ids[i] = d.ID
	}
	return ids
}

// findCheck finds a check by id or name, in any case.
func (a *app) findCheck(docs []score.Doc, arg string) (score.Doc, error) {
	var names []string
	for _, d := range docs {
		if strings.EqualFold(arg, d.ID) || strings.EqualFold(arg, d.Name) {
			return d, nil
		}
		names = append(names, d.ID, d.Name)
	}
	hint := a.say("全部检查：ziping explain", "the catalogue: ziping explain")
	if near := nearest(arg, names); near != "" {
		hint = a.sayf("是不是 %s？", "did you mean %s?", near)
	}
	return score.Doc{}, a.usage(a.sayf("没有检查 %q", "no check %q", arg), hint)
}

// explained is a Doc in one language, as JSON.
type explained struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Title  string      `json:"title"`
	Level  score.Level `json:"level"`
	What   string      `json:"what,omitempty"`
	Why    string      `json:"why,omitempty"`
	Right  string      `json:"right,omitempty"`
	Wrong  string      `json:"wrong,omitempty"`
	Fix    string      `json:"fix,omitempty"`
	Source string      `json:"source,omitempty"`
	Since  string      `json:"since,omitempty"`
}

func (a *app) explained(d score.Doc) explained {
	in := func(t extract.Text) string { return t.In(a.lang) }
	return explained{d.ID, d.Name, in(d.Title), d.Level, in(d.What), in(d.Why), in(d.Right), in(d.Wrong), in(d.Fix), in(d.Source), d.Since}
}

// explainAll prints the catalogue.
func (a *app) explainAll(docs []score.Doc, asJSON bool) error {
	if asJSON {
		all := make([]explained, len(docs))
		for i, d := range docs {
			all[i] = a.explained(d)
		}
		return jsonout.Write(a.stdout, all, jsonout.Indented)
	}
	id, name, level := 0, 0, 0
	for _, d := range docs {
		id, name, level = max(id, len(d.ID)), max(name, len(d.Name)), max(level, screen.Width(a.level(d.Level)))
	}
	for _, d := range docs {
		fmt.Fprintf(a.stdout, "%s  %s  %s  %s\n", screen.Pad(d.ID, id), screen.Pad(a.level(d.Level), level), screen.Pad(d.Name, name), d.Title.In(a.lang))
	}
	return nil
}

// explainOne prints the documentation of one check.
func (a *app) explainOne(d score.Doc) {
	fmt.Fprintf(a.stdout, "%s %s\n%s · %s\n", d.ID, d.Title.In(a.lang), d.Name, a.level(d.Level))
	width := 80
	if w := a.width(); w > 0 {
		width = min(w, 100)
	}
	for _, part := range []struct {
		title string
		text  extract.Text
	}{
		{a.say("查什么", "What"), d.What},
		{a.say("为什么", "Why"), d.Why},
		{a.say("正确的例子", "Right"), d.Right},
		{a.say("错误的例子", "Wrong"), d.Wrong},
		{a.say("更正是否可靠", "How safe a repair is"), d.Fix},
		{a.say("依据", "Source"), d.Source},
	} {
		writePart(a.stdout, part.title, part.text.In(a.lang), width)
	}
	if d.Since != "" {
		writePart(a.stdout, a.say("始于版本", "Since"), d.Since, width)
	}
}

func writePart(w io.Writer, title, text string, width int) {
	if text == "" {
		return
	}
	fmt.Fprintf(w, "\n%s\n", title)
	for _, paragraph := range strings.Split(strings.TrimSpace(text), "\n") {
		for _, l := range screen.Wrap(screen.Clean(paragraph), width-2) {
			fmt.Fprintf(w, "  %s\n", l)
		}
	}
}

// level is a level in words.
func (a *app) level(l score.Level) string {
	switch l {
	case score.Error:
		return a.say("错误", "error")
	case score.Rule:
		return render.LevelName(score.Rule, a.lang)
	default:
		return a.say("提示", "notice")
	}
}
