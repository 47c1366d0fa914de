package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ziping/extract"
)

// man is `ziping man DIR`, for who packs the program: it writes a page for each command,
// of the words of --help.
func (a *app) man() *cobra.Command {
	return &cobra.Command{
		Use:         "man DIR",
		Hidden:      true,
		Short:       a.say("把手册页写入 DIR", "write the man pages into DIR"),
		Example:     "ziping man man/man1",
		Annotations: map[string]string{"exit": a.say("0    已写出\n2    用法有误", "0    done\n2    usage error")},
		Args:        a.exactlyOne,
		RunE: func(cmd *cobra.Command, args []string) error {
			err := os.MkdirAll(args[0], 0o777)
			each(cmd.Root(), func(c *cobra.Command) {
				if err == nil {
					name := strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1"
					err = writeManPage(filepath.Join(args[0], name), c, a.lang)
				}
			})
			if err != nil {
				return a.usage(a.sayf("不能写到 %s：%s", "cannot write to %s: %s", args[0], a.reason(err)), a.say("请检查文件夹和权限", "check the folder and its permissions"))
			}
			return nil
		},
	}
}

// each calls do for a command and all below it that help tells of.
func each(cmd *cobra.Command, do func(*cobra.Command)) {
	do(cmd)
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			each(c, do)
		}
	}
}

func writeManPage(file string, cmd *cobra.Command, lang extract.Lang) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	manPage(f, cmd, lang)
	return f.Close()
}

// manTitles are the headings of a man page.
var manTitles = map[string]extract.Text{
	"name":     {ZH: "名称", EN: "NAME"},
	"use":      {ZH: "用法", EN: "SYNOPSIS"},
	"text":     {ZH: "说明", EN: "DESCRIPTION"},
	"commands": {ZH: "命令", EN: "COMMANDS"},
	"flags":    {ZH: "选项", EN: "OPTIONS"},
	"common":   {ZH: "通用选项", EN: "COMMON OPTIONS"},
	"examples": {ZH: "例子", EN: "EXAMPLES"},
	"exit":     {ZH: "退出码", EN: "EXIT STATUS"},
	"see":      {ZH: "参见", EN: "SEE ALSO"},
}

// manPage writes the man page of a command, as man(7) has it.
func manPage(w io.Writer, cmd *cobra.Command, lang extract.Lang) {
	p := pageOf(cmd)
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	title := func(key string) { fmt.Fprintf(w, ".SH %s\n", manTitles[key].In(lang)) }
	fmt.Fprintf(w, ".TH %s 1 \"\" \"ziping %s\"\n", strings.ToUpper(roff(name)), version)
	title("name")
	fmt.Fprintf(w, "%s \\- %s\n", roff(name), roff(cmd.Short))
	title("use")
	fmt.Fprintf(w, ".B %s\n", roff(p.use))
	title("text")
	fmt.Fprintln(w, roff(p.text))
	for _, part := range []struct {
		key  string
		rows [][2]string
	}{{"commands", p.commands}, {"flags", p.flags}, {"common", p.common}, {"exit", p.exit}} {
		if len(part.rows) == 0 {
			continue
		}
		title(part.key)
		for _, r := range part.rows {
			fmt.Fprintf(w, ".TP\n.B %s\n%s\n", roff(strings.TrimSpace(r[0])), roff(r[1]))
		}
	}
	if len(p.examples) > 0 {
		title("examples")
		fmt.Fprintf(w, ".nf\n%s\n.fi\n", roff(strings.Join(p.examples, "\n")))
	}
	if cmd.HasParent() {
		title("see")
		fmt.Fprintf(w, ".BR %s (1)\n", roff(strings.ReplaceAll(cmd.Parent().CommandPath(), " ", "-")))
	}
}

// roff is text as troff takes it literally: a backslash, a hyphen that is to be copied,
// and a line that would begin a request are escaped.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, `-`, `\-`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
