package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ziping/render/screen"
)

// help prints the help of a command: what it does, how it is called, examples,
// flags, exit status.
func (a *app) help(w io.Writer, cmd *cobra.Command) {
	text := cmd.Long
	if text == "" {
		text = cmd.Short
	}
	fmt.Fprintf(w, "%s\n\n%s\n  %s\n", strings.TrimSpace(text), a.say("用法：", "Usage:"), useLine(cmd))
	if cmd.Example != "" {
		section(w, a.say("例子：", "Examples:"), strings.Split(strings.TrimSpace(cmd.Example), "\n"))
	}
	if cmd.HasAvailableSubCommands() {
		var rows [][2]string
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				rows = append(rows, [2]string{c.Use, c.Short})
			}
		}
		section(w, a.say("命令：", "Commands:"), columns(rows))
	}
	if rows := flagRows(cmd.LocalNonPersistentFlags()); len(rows) > 0 {
		section(w, a.say("选项：", "Flags:"), columns(rows))
	}
	if rows := flagRows(cmd.Root().PersistentFlags()); len(rows) > 0 {
		section(w, a.say("通用选项：", "Common flags:"), columns(rows))
	}
	if exit := cmd.Annotations["exit"]; exit != "" {
		section(w, a.say("退出码：", "Exit status:"), strings.Split(strings.TrimSpace(exit), "\n"))
	}
}

func useLine(cmd *cobra.Command) string {
	if cmd.HasParent() {
		return cmd.Parent().CommandPath() + " " + cmd.Use
	}
	return cmd.Use + " COMMAND"
}

func section(w io.Writer, title string, lines []string) {
	fmt.Fprintf(w, "\n%s\n", title)
	for _, l := range lines {
		fmt.Fprintf(w, "  %s\n", strings.TrimRight(l, " "))
	}
}

// columns lines up a left and a right text.
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
		if f.Hidden {
			return
		}
		name, usage := pflag.UnquoteUsage(f)
		if f.Value.Type() == "bool" {
			name = ""
		}
		left := "    --" + f.Name
		if f.Shorthand != "" {
			left = "-" + f.Shorthand + ", --" + f.Name
		}
		rows = append(rows, [2]string{strings.TrimSpace(left + " " + name), usage})
	})
	for i := range rows {
		if strings.HasPrefix(rows[i][0], "--") {
			rows[i][0] = "    " + rows[i][0]
		}
	}
	return rows
}
