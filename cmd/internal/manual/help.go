package manual

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/render/screen"
)

// Width is how wide help is at most: what a terminal shows everywhere.
const Width = 80

// helpTitles are the headings of help.
var helpTitles = map[string]extract.Text{
	"use":      {ZH: "用法：", EN: "Usage:"},
	"examples": {ZH: "例子：", EN: "Examples:"},
	"commands": {ZH: "命令：", EN: "Commands:"},
	"flags":    {ZH: "选项：", EN: "Flags:"},
	"common":   {ZH: "通用选项：", EN: "Common flags:"},
	"exit":     {ZH: "退出码：", EN: "Exit status:"},
}

// Help prints the help of a command: what it does, how it is called, examples, flags, exit
// status.
func Help(w io.Writer, cmd *cobra.Command, lang extract.Lang) {
	p := Of(cmd)
	title := func(key string) string { return helpTitles[key].In(lang) }
	fmt.Fprintf(w, "%s\n\n%s\n  %s\n", strings.Join(screen.Wrap(p.Text, Width), "\n"), title("use"), p.Use)
	section(w, title("examples"), p.Examples)
	section(w, title("commands"), columns(p.Commands))
	section(w, title("flags"), columns(p.Flags))
	section(w, title("common"), columns(p.Common))
	section(w, title("exit"), columns(p.Exit))
}

// section prints a titled part of help, if there is anything in it.
func section(w io.Writer, title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", title)
	for _, l := range lines {
		fmt.Fprintf(w, "  %s\n", strings.TrimRight(l, " "))
	}
}

// columns lines up a left and a right text; a long right text goes on below itself.
func columns(rows [][2]string) []string {
	left := 0
	for _, r := range rows {
		left = max(left, screen.Width(r[0]))
	}
	const indent, gap = 2, 2
	var out []string
	for _, r := range rows {
		head := r[0]
		for _, l := range screen.Wrap(r[1], Width-indent-left-gap) {
			out = append(out, screen.Pad(head, left+gap)+l)
			head = ""
		}
	}
	return out
}
