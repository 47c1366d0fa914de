package manual

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ziping/extract"
)

// Man writes a man page for each command of a program into a folder. source is what the
// pages are of, with its version.
func Man(dir string, root *cobra.Command, lang extract.Lang, source string) error {
	err := os.MkdirAll(dir, 0o777)
	Each(root, func(c *cobra.Command) {
		if err == nil {
			name := strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1"
			err = writeManPage(filepath.Join(dir, name), c, lang, source)
		}
	})
	return err
}

func writeManPage(file string, cmd *cobra.Command, lang extract.Lang, source string) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	manPage(f, cmd, lang, source)
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
func manPage(w io.Writer, cmd *cobra.Command, lang extract.Lang, source string) {
	p := Of(cmd)
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	title := func(key string) { fmt.Fprintf(w, ".SH %s\n", manTitles[key].In(lang)) }
	fmt.Fprintf(w, ".TH %s 1 \"\" \"%s\"\n", strings.ToUpper(roff(name)), source)
	title("name")
	fmt.Fprintf(w, "%s \\- %s\n", roff(name), roff(cmd.Short))
	title("use")
	fmt.Fprintf(w, ".B %s\n", roff(p.Use))
	title("text")
	fmt.Fprintln(w, roff(p.Text))
	for _, part := range []struct {
		key  string
		rows [][2]string
	}{{"commands", p.Commands}, {"flags", p.Flags}, {"common", p.Common}, {"exit", p.Exit}} {
		if len(part.rows) == 0 {
			continue
		}
		title(part.key)
		for _, r := range part.rows {
			fmt.Fprintf(w, ".TP\n.B %s\n%s\n", roff(strings.TrimSpace(r[0])), roff(r[1]))
		}
	}
	if len(p.Examples) > 0 {
		title("examples")
		fmt.Fprintf(w, ".nf\n%s\n.fi\n", roff(strings.Join(p.Examples, "\n")))
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
