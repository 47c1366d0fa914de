// Package manual tells of the commands of a program what they say of themselves: as help, as
// man pages and as completions of shells. A command that is added is in all of them.
package manual

import (
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ziping/render/screen"
)

// Page is what there is to say of a command.
type Page struct {
	Text, Use string
	Examples  []string
	Commands  [][2]string // name and arguments, what it does
	Flags     [][2]string
	Common    [][2]string
	Exit      [][2]string // status, when: the annotation "exit" of the command, or of one above it
}

// Of gathers the page of a command.
func Of(cmd *cobra.Command) Page {
	p := Page{Text: joined(strings.TrimSpace(cmd.Long)), Use: useLine(cmd)}
	if p.Text == "" {
		p.Text = cmd.Short
	}
	lines := func(s string) []string {
		if s = strings.TrimSpace(s); s == "" {
			return nil
		}
		return strings.Split(s, "\n")
	}
	p.Examples = lines(cmd.Example)
	said := cmd
	for said.Annotations["exit"] == "" && said.HasParent() {
		said = said.Parent()
	}
	for _, l := range lines(said.Annotations["exit"]) {
		status, when, _ := strings.Cut(l, " ")
		p.Exit = append(p.Exit, [2]string{status, strings.TrimSpace(when)})
	}
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			p.Commands = append(p.Commands, [2]string{c.Use, c.Short})
		}
	}
	p.Flags = flagRows(cmd.LocalNonPersistentFlags())
	p.Common = flagRows(cmd.Root().PersistentFlags())
	return p
}

// Each calls do for a command and all below it that help tells of.
func Each(cmd *cobra.Command, do func(*cobra.Command)) {
	do(cmd)
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			Each(c, do)
		}
	}
}

func useLine(cmd *cobra.Command) string {
	if cmd.HasParent() {
		return cmd.Parent().CommandPath() + " " + cmd.Use
	}
	return cmd.Use + " COMMAND"
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
