package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/locale"
	"ziping/internal/pipeline"
	"ziping/internal/worker"
	"ziping/render/screen"
)

// The exit statuses of the contract.
const (
	exitOK          = 0
	exitFindings    = 1
	exitUsage       = 2
	exitSomeFailed  = 3
	exitAllFailed   = 4
	exitInterrupted = 130
)

// app is one run of the program: its streams, its language, its outcome.
type app struct {
	stdin                io.Reader
	stdout, stderr       io.Writer
	stdoutTTY, stderrTTY bool
	stdinTTY             bool
	width                func() int // of the terminal on stdout, 0 if there is none
	getenv               func(string) string
	openConsole          func() console // nil where there is none
	console              console

	pool        *worker.Pool // of processes that work on inputs
	passwords   []string     // for encrypted inputs
	recognition extract.Recognition
	dpi         float64
	fault       func(name string) // in a worker, before an input is read: a test's; nil means none
	colours     bool              // on the terminal that a worker prints for
	colour      string            // --color: auto, always or never

	lang   extract.Lang
	beside string // where convert writes without -o, "" for nowhere

	exit int // set by a command that ended by itself
	lost int // what becomes of it when standard output fails; 0 means that all did
}

// run does what the arguments say and returns the exit status.
func (a *app) run(args []string) int {
	if len(args) == 1 && args[0] == workerCommand {
		return a.serve()
	}
	a.lang = locale.Lang(args, a.getenv)
	if a.openConsole != nil {
		a.console = a.openConsole()
		defer a.console.restore()
	}
	if a.clicked(args) {
		return a.click(args)
	}
	return a.command(args)
}

// command does what a command line says and returns the exit status.
func (a *app) command(args []string) int {
	a.pool = a.newPool()
	defer a.pool.Close()
	out := &sink{w: a.stdout}
	a.stdout = out
	root := a.root()
	args, a.beside = convertBeside(root, args)
	root.SetArgs(args)
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	err := fenced("command", root.Execute) // Go ends with 2 for a panic, which says wrong use
	if lost := out.failed(); lost != nil {
		a.problem(a.sayf("不能写到标准输出：%s", "cannot write to standard output: %s", a.reason(lost)), a.say("请检查磁盘空间，或输出到别处", "check free space, or send it elsewhere"))
		return max(a.exit, cmp.Or(a.lost, exitAllFailed))
	}
	if err == nil {
		return a.exit
	}
	a.complain(err)
	var u *usageError
	if errors.As(err, &u) {
		return exitUsage
	}
	return exitAllFailed
}

// reason is a system error in the run's language.
func (a *app) reason(err error) string { return locale.Reason(err, a.lang) }

// say returns the message in the run's language.
func (a *app) say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(a.lang) }

// sayf is say with values filled in.
func (a *app) sayf(zh, en string, args ...any) string { return fmt.Sprintf(a.say(zh, en), args...) }

// usageError is wrong use: what is wrong, and what would be right.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

func (a *app) usage(message, hint string) error { return &usageError{message, hint} }

// complain prints an error and its hint.
func (a *app) complain(err error) {
	var u *usageError
	var e *extract.Error
	switch {
	case errors.As(err, &u):
		a.problem(u.message, u.hint)
	case errors.As(err, &e):
		f := failure(pipeline.FailureOf(e, a.lang))
		a.problem(reasonOf(f), f.Hint)
		a.debug(f.Cause)
	default:
		a.problem(a.text(err), "")
	}
}

// problem prints a message and, if there is one, a hint, each on its own line.
func (a *app) problem(message, hint string) {
	fmt.Fprintf(a.stderr, "ziping: %s\n", screen.Clean(message))
	if hint != "" {
		fmt.Fprintf(a.stderr, "ziping: %s%s\n", a.say("建议：", "hint: "), screen.Clean(hint))
	}
}

// failed prints why an input failed.
func (a *app) failed(path string, f batch.Failure) {
	a.problem(a.show(path)+": "+reasonOf(f), f.Hint)
	a.debug(f.Cause)
}

// reasonOf is the message of a failure with its kind and, of a defect, its place.
func reasonOf(f batch.Failure) string {
	if f.Where != "" {
		return fmt.Sprintf("%s [%s %s]", f.Message, f.Kind, f.Where)
	}
	return fmt.Sprintf("%s [%s]", f.Message, f.Kind)
}

// show is a path as users see it.
func (a *app) show(path string) string {
	if path == "-" {
		return a.say("标准输入", "standard input")
	}
	return path
}

// root is the command tree.
func (a *app) root() *cobra.Command {
	cobra.EnableCommandSorting = false
	cobra.MousetrapHelpText = "" // started by double click it says how to use it, like anywhere
	var version bool
	root := &cobra.Command{
		Use:           "ziping",
		Short:         a.say("读取、核对、更正绩效自评表", "read, audit and correct performance self-evaluation tables"),
		Long:          a.say(rootLong.ZH, rootLong.EN),
		Example:       a.say(rootExample.ZH, rootExample.EN),
		Annotations:   map[string]string{"exit": a.say(exitAll.ZH, exitAll.EN)},
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case version:
				fmt.Fprintln(a.stdout, versionLine())
				return nil
			case len(args) > 0:
				return a.unknownCommand(cmd, args)
			}
			a.help(a.stderr, cmd)
			a.exit = exitUsage
			return nil
		},
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.Flags().BoolVar(&version, "version", false, a.say("显示版本", "print the version"))
	root.PersistentFlags().BoolP("help", "h", false, a.say("显示帮助", "print help"))
	root.PersistentFlags().String("lang", string(a.lang), a.say("`zh|en`：消息、工作表和页面的语言（默认按系统语言）", "language of messages, sheets and pages: `zh|en` (default by locale)"))
	suggest(root, "lang", "zh", "en")
	root.PersistentFlags().StringVar(&a.colour, "color", "auto", a.say("`auto|always|never`：终端上是否用颜色（auto 遵从 NO_COLOR）", "colours on the terminal: `auto|always|never` (auto heeds NO_COLOR)"))
	suggest(root, "color", colourModes...)
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if err := a.environment(cmd); err != nil {
			return err
		}
		if err := a.oneOf("color", a.colour, colourModes); err != nil {
			return err
		}
		if v, _ := cmd.Flags().GetString("lang"); v != "zh" && v != "en" {
			return a.usage(a.sayf("--lang 的值 %q 无效", "--lang: %q is not valid", v), a.say("可用的语言：zh、en", "languages: zh, en"))
		}
		return nil
	}
	root.SetFlagErrorFunc(a.flagError)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(a.stdout, cmd) })
	root.SetHelpCommand(a.helpCommand())
	root.AddCommand(a.convert(), a.watch(), a.check(), a.verify(), a.cross(), a.merge(), a.extract(), a.normalize(), a.explain(), a.rules(), a.completion(), a.versionCommand(), a.man())
	root.AddCommand(a.relays()...)
	suggestValues(root)
	return root
}

// helpCommand is `ziping help [COMMAND]`.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: a.say("显示一个命令的帮助", "print help of a command"),
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return a.unknownCommand(cmd.Root(), args)
			}
			a.help(a.stdout, target)
			return nil
		},
	}
}

// unknownCommand says which command may be meant.
func (a *app) unknownCommand(root *cobra.Command, args []string) error {
	var names []string
	for _, c := range root.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	hint := a.sayf("命令有 %s；见 ziping --help", "commands: %s; see ziping --help", strings.Join(names, a.say("、", ", ")))
	if near := nearest(args[0], names); near != "" {
		hint = a.sayf("是不是 ziping %s？", "did you mean ziping %s?", near)
	}
	return a.usage(a.sayf("未知命令 %q", "unknown command %q", args[0]), hint)
}
