package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// intoFile lets a command write its answer to a file instead of standard output: -o FILE.
// The file appears whole or not at all. Where the command has a --format that is not
// given, the file's extension says which of formats it is.
func (a *app) intoFile(cmd *cobra.Command, formats ...string) *cobra.Command {
	var name string
	cmd.Flags().StringVarP(&name, "output", "o", "", a.say("`FILE`：写到这个文件，不输出到标准输出", "write to `FILE` instead of standard output"))
	run := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if name == "" || name == "-" {
			return run(cmd, args)
		}
		if f := cmd.Flag("format"); f != nil && !f.Changed && !cmd.Flags().Changed("json") {
			if ext := extensionOf(name); slices.Contains(formats, ext) {
				if err := f.Value.Set(ext); err != nil {
					return err
				}
			}
		}
		return a.writeFile(name, args, func() error { return run(cmd, args) })
	}
	return cmd
}

// extensionOf is the format that a file's name asks for.
func extensionOf(name string) string {
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
	switch ext {
	case "txt":
		return "text"
	case "htm":
		return "html"
	}
	return ext
}

// writeFile has what run writes to standard output go to a file, which must be none of
// the inputs. Nothing stands there unless run got to its end.
func (a *app) writeFile(name string, inputs []string, run func() error) error {
	if err := a.mayWriteFile(name, inputs); err != nil {
		return err
	}
	cannot := func(err error) error {
		return a.usage(a.sayf("不能写 %s：%s", "cannot write %s: %s", name, a.reason(err)), a.say("请检查文件夹和权限，或换一个 -o", "check the folder and its permissions, or choose another -o"))
	}
	target, err := openTarget(name)
	if err != nil {
		return cannot(err)
	}
	defer target.drop()
	out := &sink{w: target.f}
	buffered := bufio.NewWriter(out)
	stdout, tty, width := a.stdout, a.stdoutTTY, a.width
	a.stdout, a.stdoutTTY, a.width = buffered, false, func() int { return 0 }
	err = run()
	a.stdout, a.stdoutTTY, a.width = stdout, tty, width
	if err != nil || a.exit == exitInterrupted {
		return err
	}
	_ = buffered.Flush()                       // the sink remembers
	if !out.wrote && a.exit == exitAllFailed { // nothing came of it
		return nil
	}
	if out.err == nil {
		out.err = target.keep()
	}
	if out.err != nil {
		a.problem(a.sayf("不能写 %s：%s", "cannot write %s: %s", name, a.reason(out.err)), a.say("请检查磁盘空间和权限", "check free space and permissions"))
		a.exit = max(a.exit, exitAllFailed)
	}
	return nil
}

// target is a file that is written beside its name, which it takes when it is whole. What
// is no ordinary file (a pipe, a device) is written as it stands.
type target struct {
	f      *os.File
	name   string
	beside string // "" for what is no ordinary file
}

func openTarget(name string) (*target, error) {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real // a link goes on leading where it leads
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		return &target{f: f, name: name}, err
	}
	beside := filepath.Join(filepath.Dir(name), fmt.Sprintf(".ziping-%d.new", os.Getpid()))
	f, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	return &target{f, name, beside}, err
}

// keep gives the file its name.
func (t *target) keep() error {
	if t.beside == "" {
		return t.f.Close()
	}
	if err := t.f.Sync(); err != nil {
		return err
	}
	if err := t.f.Close(); err != nil {
		return err
	}
	return os.Rename(t.beside, t.name)
}

// drop leaves nothing behind of a file that was not kept.
func (t *target) drop() {
	_ = t.f.Close()
	if t.beside != "" {
		_ = os.Remove(t.beside)
	}
}

// mayWriteFile refuses a folder, what is an input, and what lies in an input folder.
func (a *app) mayWriteFile(name string, inputs []string) error {
	for _, in := range inputs {
		if liesIn(name, in) {
			return a.usage(a.sayf("%s 在输入文件夹 %s 之内", "%s lies in the input folder %s", name, in), a.say("请用 -o 指定别处的文件", "choose a file elsewhere with -o"))
		}
	}
	info, err := os.Stat(name)
	there := err == nil // what is wrong with it shows when it is written
	switch {
	case there && info.IsDir():
		return a.usage(a.sayf("%s 是文件夹", "%s is a folder", name), a.say("请用 -o 指定一个文件", "name a file with -o"))
	case there && slices.ContainsFunc(inputs, func(in string) bool {
		other, err := os.Stat(in)
		return err == nil && os.SameFile(info, other)
	}):
		return a.usage(a.sayf("%s 是输入文件，不会被改动", "%s is an input, and inputs are never changed", name), a.say("请用 -o 指定别的文件", "name another file with -o"))
	}
	return nil
}

// liesIn reports a file in a folder or below it.
func liesIn(name, folder string) bool {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return false
	}
	within, err := filepath.Rel(fromRoot(folder), fromRoot(filepath.Dir(name)))
	return err == nil && filepath.IsLocal(within)
}

// fromRoot is a path from the root, links followed, as far as that can be told.
func fromRoot(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path
}
