package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ziping/render/screen"
)

// helpWidth is how wide help is at most: what a terminal shows everywhere.
const helpWidth = 80

// page is what there is to say of a command, as help and the man page say it.
type page struct {
	text, use string
	examples  []string
	commands  [][2]string // name and arguments, what it does
	flags     [][2]string
	common    [][2]string
	exit      [][2]string // status, when
}

// pageOf gathers the page of a command.
func pageOf(cmd *cobra.Command) page {
	p := page{text: joined(strings.TrimSpace(cmd.Long)), use: useLine(cmd)}
	if p.text == "" {
		p.text = cmd.Short
	}
	lines := func(s string) []string {
		if s = strings.TrimSpace(s); s == "" {
			return nil
		}
		return strings.Split(s, "\n")
	}
	p.examples = lines(cmd.Example)
	for _, l := range lines(cmd.Annotations["exit"]) {
		status, when, _ := strings.Cut(l, " ")
		p.exit = append(p.exit, [2]string{status, strings.TrimSpace(when)})
	}
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			p.commands = append(p.commands, [2]string{c.Use, c.Short})
		}
	}
	p.flags = flagRows(cmd.LocalNonPersistentFlags())
	p.common = flagRows(cmd.Root().PersistentFlags())
	return p
}

// help prints the help of a command: what it does, how it is called, examples,
// flags, exit status.
func (a *app) help(w io.Writer, cmd *cobra.Command) {
	p := pageOf(cmd)
	fmt.Fprintf(w, "%s\n\n%s\n  %s\n", strings.Join(screen.Wrap(p.text, helpWidth), "\n"), a.say("用法：", "Usage:"), p.use)
	section(w, a.say("例子：", "Examples:"), p.examples)
	section(w, a.say("命令：", "Commands:"), columns(p.commands))
	section(w, a.say("选项：", "Flags:"), columns(p.flags))
	section(w, a.say("通用选项：", "Common flags:"), columns(p.common))
	section(w, a.say("退出码：", "Exit status:"), columns(p.exit))
}

func useLine(cmd *cobra.Command) string {
	if cmd.HasParent() {
		return cmd.Parent().CommandPath() + " " + cmd.Use
	}
	return cmd.Use + " COMMAND"
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
		for _, l := range screen.Wrap(r[1], helpWidth-indent-left-gap) {
			out = append(out, screen.Pad(head, left+gap)+l)
			head = ""
		}
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
		usage = strings.TrimPrefix(strings.TrimPrefix(usage, name+"："), name+": ") // it stands to the left already
		if strings.Contains(name, "|") {
			usage = strings.Replace(usage, ": "+name, "", 1)
		}
		rows = append(rows, [2]string{strings.TrimRight(left+" "+name, " "), usage})
	})
	return rows
}

// joined puts the lines of a text that was wrapped by hand together: with a blank
// between Latin words, with nothing beside Chinese characters.
func joined(text string) string {
	lines := strings.Split(text, "\n")
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			last, _ := utf8.DecodeLastRuneInString(lines[i-1])
			first, _ := utf8.DecodeRuneInString(l)
			if screen.RuneWidth(last) == 1 && screen.RuneWidth(first) == 1 {
				b.WriteByte(' ')
			}
		}
		b.WriteString(l)
	}
	return b.String()
}
