package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ziping/render/screen"
)

// help prints the help of a command, in the manner of ziping's.
func (a *app) help(w io.Writer, cmd *cobra.Command) {
	text := cmd.Long
	if text == "" {
		text = cmd.Short
	}
	use := cmd.Use + " COMMAND"
	if cmd.HasParent() {
		use = cmd.Parent().CommandPath() + " " + cmd.Use
	}
	fmt.Fprintf(w, "%s\n\n%s\n  %s\n", strings.TrimSpace(text), a.say("用法：", "Usage:"), use)
	section := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		fmt.Fprintf(w, "\n%s\n", title)
		for _, l := range lines {
			fmt.Fprintf(w, "  %s\n", strings.TrimRight(l, " "))
		}
	}
	lines := func(text string) []string {
		if text == "" {
			return nil
		}
		return strings.Split(strings.TrimSpace(text), "\n")
	}
	section(a.say("例子：", "Examples:"), lines(cmd.Example))
	var rows [][2]string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			rows = append(rows, [2]string{c.Use, c.Short})
		}
	}
	section(a.say("命令：", "Commands:"), columns(rows))
	section(a.say("选项：", "Flags:"), columns(flagRows(cmd.LocalNonPersistentFlags())))
	section(a.say("通用选项：", "Common flags:"), columns(flagRows(cmd.Root().PersistentFlags())))
	section(a.say("退出码：", "Exit status:"), lines(cmd.Annotations["exit"]))
}

func columns(rows [][2]string) []string {
	left := 0
	for _, r := range rows {
		left = max(left, screen.Width(r[0]))
	}
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = screen.Pad(r[0], left) + "  " + r[1]
	}
	return out
}

func flagRows(flags *pflag.FlagSet) [][2]string {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		name, usage := pflag.UnquoteUsage(f)
		if f.Value.Type() == "bool" {
			name = ""
		}
		left := "    --" + f.Name
		if f.Shorthand != "" {
			left = "-" + f.Shorthand + ", --" + f.Name
		}
		rows = append(rows, [2]string{strings.TrimRight(left+" "+name, " "), usage})
	})
	return rows
}
