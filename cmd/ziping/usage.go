package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError says in the user's language what the flag package found wrong.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	see := a.sayf("见 %s --help", "see %s --help", cmd.CommandPath())
	var unknown *pflag.NotExistError
	var noValue *pflag.ValueRequiredError
	var badValue *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		dashes := "--"
		if unknown.GetSpecifiedShortnames() != "" {
			dashes = "-"
		}
		if near := nearest(name, flagNames(cmd)); near != "" && dashes == "--" {
			see = a.sayf("是不是 --%s？", "did you mean --%s?", near)
		}
		return a.usage(a.sayf("未知选项 %s%s", "unknown flag %s%s", dashes, name), see)
	case errors.As(err, &noValue):
		return a.usage(a.sayf("选项 --%s 后面缺少值", "flag --%s needs a value", noValue.GetFlag().Name), see)
	case errors.As(err, &badValue):
		return a.usage(a.sayf("选项 --%s 的值 %q 无效", "flag --%s cannot be %q", badValue.GetFlag().Name, badValue.GetValue()), see)
	}
	return a.usage(a.sayf("选项有误：%v", "wrong flags: %v", err), see)
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	add := func(f *pflag.Flag) { names = append(names, f.Name) }
	cmd.LocalFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	return names
}

// oneOf checks the value of a flag that takes one of a few words.
func (a *app) oneOf(flag, value string, allowed []string) error {
	for _, w := range allowed {
		if value == w {
			return nil
		}
	}
	hint := a.sayf("可用的值：%s", "values: %s", strings.Join(allowed, a.say("、", ", ")))
	if near := nearest(value, allowed); near != "" {
		hint = a.sayf("是不是 %s？", "did you mean %s?", near) + " " + hint
	}
	return a.usage(a.sayf("--%s 的值 %q 无效", "--%s: %q is not valid", flag, value), hint)
}

// addQuiet adds --quiet.
func (a *app) addQuiet(cmd *cobra.Command, quiet *bool) {
	cmd.Flags().BoolVarP(quiet, "quiet", "q", false, a.say("只说失败和问题", "tell of failures and problems only"))
}

// atLeast asks for n arguments.
func (a *app) atLeast(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return a.usage(a.sayf("%s 需要文件或文件夹", "%s needs a file or folder", cmd.CommandPath()), a.exampleHint(cmd))
		}
		return nil
	}
}

// exactlyOne asks for one argument.
func (a *app) exactlyOne(cmd *cobra.Command, args []string) error {
	if len(args) == 1 {
		return nil
	}
	return a.usage(a.sayf("%s 需要一个文件，现有 %d 个", "%s takes one file, not %d", cmd.CommandPath(), len(args)), a.exampleHint(cmd))
}

// exampleHint is the first example of a command.
func (a *app) exampleHint(cmd *cobra.Command) string {
	first, _, _ := strings.Cut(strings.TrimSpace(cmd.Example), "\n")
	return a.sayf("例如 %s", "for example %s", first)
}

// nearest returns the candidate that a slip of the keys may have meant, or "".
func nearest(word string, candidates []string) string {
	best, bestAt := "", 3
	for _, c := range candidates {
		d := distance(strings.ToLower(word), strings.ToLower(c))
		if d < bestAt && d < len(c) && d <= (len(word)+1)/2 {
			best, bestAt = c, d
		}
	}
	if best == "" && len(word) > 2 {
		for _, c := range candidates {
			if strings.HasPrefix(strings.ToLower(c), strings.ToLower(word)) {
				return c
			}
		}
	}
	return best
}

// distance is the number of edits, swaps of neighbours included, between two words.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	d := make([][]int, len(x)+1)
	for i := range d {
		d[i] = make([]int, len(y)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(x)][len(y)]
}
