package main

import (
	"bufio"
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
	f, err := os.CreateTemp(filepath.Dir(name), ".ziping-*")
	if err != nil {
		return cannot(err)
	}
	defer func() { _ = os.Remove(f.Name()) }() // does nothing once it has its name
	defer func() { _ = f.Close() }()
	out := &sink{w: f}
	buffered := bufio.NewWriter(out)
	stdout, tty, width := a.stdout, a.stdoutTTY, a.width
	a.stdout, a.stdoutTTY, a.width = buffered, false, func() int { return 0 }
	err = run()
	a.stdout, a.stdoutTTY, a.width = stdout, tty, width
	if err != nil || a.exit == exitInterrupted {
		return err
	}
	_ = buffered.Flush() // the sink remembers
	if out.err == nil {
		out.err = f.Sync()
	}
	info, err := f.Stat()
	if err != nil || info.Size() == 0 && a.exit == exitAllFailed { // nothing came of it
		return err
	}
	if out.err == nil {
		out.err = f.Chmod(0o644)
	}
	if out.err == nil {
		out.err = f.Close()
	}
	if out.err == nil {
		out.err = os.Rename(f.Name(), name)
	}
	if out.err != nil {
		a.problem(a.sayf("不能写 %s：%s", "cannot write %s: %s", name, a.reason(out.err)), a.say("请检查磁盘空间和权限", "check free space and permissions"))
		a.exit = max(a.exit, exitAllFailed)
	}
	return nil
}

// mayWriteFile refuses a folder and what is an input.
func (a *app) mayWriteFile(name string, inputs []string) error {
	info, err := os.Stat(name)
	if err != nil {
		return nil // not there, or what is wrong shows when it is written
	}
	if info.IsDir() {
		return a.usage(a.sayf("%s 是文件夹", "%s is a folder", name), a.say("请用 -o 指定一个文件", "name a file with -o"))
	}
	for _, in := range inputs {
		if other, err := os.Stat(in); err == nil && os.SameFile(info, other) {
			return a.usage(a.sayf("%s 是输入文件，不会被改动", "%s is an input, and inputs are never changed", name), a.say("请用 -o 指定别的文件", "name another file with -o"))
		}
	}
	return nil
}
