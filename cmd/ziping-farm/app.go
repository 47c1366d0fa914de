package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ziping/extract"
	"ziping/internal/farm"
	"ziping/internal/farm/collect"
	"ziping/internal/farm/program"
	"ziping/internal/farm/queue"
	"ziping/internal/locale"
	"ziping/render/screen"
)

// The exit statuses, those of ziping.
const (
	exitOK          = 0
	exitUsage       = 2
	exitSomeFailed  = 3
	exitAllFailed   = 4
	exitInterrupted = 130
)

// app is one run of the program.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	lang           extract.Lang
	exit           int

	servers queue.Options
	ziping  string

	patience collect.Patience
	later    time.Duration // when a task is given out again that a worker could not begin

	mu   sync.Mutex
	told map[string]time.Time // troubles, and when they were told last
}

func newApp() *app {
	return &app{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv, patience: collect.DefaultPatience, later: 5 * time.Second, told: map[string]time.Time{}}
}

func (a *app) run(args []string) int {
	a.lang = locale.Lang(args, a.getenv)
	root := a.root()
	root.SetArgs(args)
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	err := root.Execute()
	var exit *program.ExitError
	var usage *usageError
	var problem *farm.Problem
	switch {
	case err == nil:
		return a.exit
	case errors.As(err, &exit): // it has told why
		return exit.Status
	case errors.As(err, &usage):
		a.problem(usage.message, usage.hint)
		return exitUsage
	case errors.Is(err, context.Canceled):
		a.problem(a.say("已中断；重复同一命令即可继续", "interrupted; the same command goes on from there"), "")
		return exitInterrupted
	case errors.As(err, &problem):
		a.problem(problem.Message.In(a.lang), problem.Hint.In(a.lang))
		return exitAllFailed
	}
	a.problem(err.Error(), "")
	return exitAllFailed
}

func (a *app) say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(a.lang) }

func (a *app) sayf(zh, en string, args ...any) string { return fmt.Sprintf(a.say(zh, en), args...) }

// usageError is wrong use: what is wrong, and what would be right.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

func (a *app) problem(message, hint string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	fmt.Fprintf(a.stderr, "ziping-farm: %s\n", screen.Clean(message))
	if hint != "" {
		fmt.Fprintf(a.stderr, "ziping-farm: %s%s\n", a.say("建议：", "hint: "), screen.Clean(hint))
	}
}

// tell says a line of how things are going.
func (a *app) tell(text string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	fmt.Fprintf(a.stderr, "ziping-farm: %s\n", screen.Clean(text))
}

// tellEvery is how often a trouble is told that goes on.
const tellEvery = time.Minute

// trouble tells what is waited out.
func (a *app) trouble(err error) {
	message, hint := err.Error(), ""
	var p *farm.Problem
	if errors.As(err, &p) {
		message, hint = p.Message.In(a.lang), p.Hint.In(a.lang)
	}
	a.mu.Lock()
	last, known := a.told[message]
	quiet := known && time.Since(last) < tellEvery
	if !quiet {
		a.told[message] = time.Now()
	}
	a.mu.Unlock()
	if !quiet {
		a.problem(message+a.say("；等待后再试", "; waiting, to try again"), hint)
	}
}

// root is the command tree.
func (a *app) root() *cobra.Command {
	cobra.EnableCommandSorting = false
	cobra.MousetrapHelpText = ""
	root := &cobra.Command{
		Use: "ziping-farm", Short: a.say("用多台机器处理绩效自评表", "performance self-evaluation tables, by many machines"),
		Long: a.say(rootLong.ZH, rootLong.EN), Example: a.say(rootExample.ZH, rootExample.EN),
		Annotations:   map[string]string{"exit": a.say(exitTexts.ZH, exitTexts.EN)},
		SilenceErrors: true, SilenceUsage: true, Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if version, _ := cmd.Flags().GetBool("version"); version {
				p, err := program.Find(a.ziping)
				if err != nil {
					return err
				}
				fmt.Fprintln(a.stdout, "ziping-farm "+p.Name)
				return nil
			}
			if len(args) > 0 {
				return &usageError{a.sayf("未知命令 %q", "unknown command %q", args[0]), a.say("命令有 serve、submit、work、status、collect、forget", "commands: serve, submit, work, status, collect, forget")}
			}
			a.help(a.stderr, cmd)
			a.exit = exitUsage
			return nil
		},
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.Flags().Bool("version", false, a.say("显示版本", "print the version"))
	flags := root.PersistentFlags()
	flags.BoolP("help", "h", false, a.say("显示帮助", "print help"))
	flags.String("lang", string(a.lang), a.say("`zh|en`：消息和输出的语言（默认按系统语言）", "language of messages and outputs: `zh|en` (default by locale)"))
	flags.StringVar(&a.ziping, "ziping", "", a.say("`FILE`：ziping 程序（默认在 ziping-farm 旁边）", "the program ziping, a `FILE` (default: beside ziping-farm)"))
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if v, _ := cmd.Flags().GetString("lang"); v != "zh" && v != "en" {
			return &usageError{a.sayf("--lang 的值 %q 无效", "--lang: %q is not valid", v), a.say("可用的语言：zh、en", "languages: zh, en")}
		}
		if t := a.servers.Tenant; t != "" && !farm.Named(t) {
			return &usageError{a.sayf("--tenant 的值 %q 无效", "--tenant: %q is not valid", t), nameHint(a)}
		}
		return nil
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		var unknown *pflag.NotExistError
		if errors.As(err, &unknown) {
			return &usageError{a.sayf("未知选项 --%s", "unknown flag --%s", unknown.GetSpecifiedName()), a.sayf("见 %s --help", "see %s --help", cmd.CommandPath())}
		}
		return &usageError{a.sayf("选项有误：%v", "wrong flags: %v", err), a.sayf("见 %s --help", "see %s --help", cmd.CommandPath())}
	})
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(a.stdout, cmd) })
	root.SetHelpCommand(&cobra.Command{Use: "help [COMMAND]", Short: a.say("显示一个命令的帮助", "print help of a command"), RunE: func(cmd *cobra.Command, args []string) error {
		target, rest, err := cmd.Root().Find(args)
		if err != nil || len(rest) > 0 {
			target = cmd.Root()
		}
		a.help(a.stdout, target)
		return nil
	}})
	root.AddCommand(a.serve(), a.submit(), a.work(), a.status(), a.collect(), a.forget(), a.completion(), a.man())
	suggest(root, "lang", "zh", "en")
	return root
}

func nameHint(a *app) string {
	return a.say("小写字母、数字和 -，至多 40 个", "small letters, digits and -, at most 40")
}

// defaultURL is where serve listens.
const defaultURL = "nats://127.0.0.1:4222"

// addServers adds the flags that lead to the servers.
func (a *app) addServers(flags *pflag.FlagSet) {
	o := &a.servers
	url := a.getenv("ZIPING_FARM_NATS")
	if url == "" {
		url = defaultURL
	}
	flags.StringVar(&o.URL, "nats", url, a.say("`URL`：NATS 服务器，可多个，以逗号分隔；环境变量 ZIPING_FARM_NATS 是默认值", "servers of NATS, a `URL` or several, comma-separated; ZIPING_FARM_NATS in the environment is the default"))
	flags.StringVar(&o.Tenant, "tenant", "main", a.say("`NAME`：各单位用各自的名称，互不相见", "a `NAME` for each office that shares the servers: none sees another's"))
	flags.StringVar(&o.Creds, "creds", "", a.say("`FILE`：凭据文件（JWT 和种子）", "credentials, a `FILE` of a JWT and its seed"))
	flags.StringVar(&o.NKey, "nkey", "", a.say("`FILE`：NKEY 种子文件", "an NKEY's seed, a `FILE`"))
	flags.StringVar(&o.CA, "tls-ca", "", a.say("`FILE`：服务器证书的签发者", "the issuer of the servers' certificate, a `FILE`"))
	flags.StringVar(&o.Cert, "tls-cert", "", a.say("`FILE`：客户端证书", "the client's certificate, a `FILE`"))
	flags.StringVar(&o.Key, "tls-key", "", a.say("`FILE`：客户端证书的私钥", "its key, a `FILE`"))
}

// dial connects to the servers.
func (a *app) dial(what string) (*queue.Queue, error) {
	host, _ := os.Hostname()
	a.servers.Name = "ziping-farm " + what + " " + host
	a.servers.Lost = func() {
		a.tell(a.say("与服务器的连接断开，正在重连", "the connection is lost; connecting again"))
	}
	a.servers.Waiting = func() {
		a.tell(a.say("服务器还没有选出主节点，等待中", "the servers have no leader for now; waiting"))
	}
	a.servers.Back = func() { a.tell(a.say("已重新连接", "connected again")) }
	return queue.Dial(a.servers)
}

// interruptible returns a context that ends at the first Ctrl-C or SIGTERM.
func interruptible() (context.Context, func()) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second one ends the program at once
	return ctx, stop
}

// size reads a size as people write it: 512M, 2G.
func (a *app) size(flag, text string) (int64, error) {
	if text == "" {
		return 0, nil
	}
	s := strings.TrimSuffix(strings.ToUpper(strings.TrimSpace(text)), "B")
	unit := int64(1)
	for i, letter := range []string{"K", "M", "G", "T"} {
		if n, ok := strings.CutSuffix(s, letter); ok {
			unit, s = 1<<(10*(i+1)), n
		}
	}
	var n int64
	if _, err := fmt.Sscanf(s+"\n", "%d\n", &n); err != nil || n <= 0 || n > 1<<50/unit {
		return 0, &usageError{a.sayf("--%s 的值 %q 无效", "--%s: %q is not valid", flag, text), a.say("例如 512M、2G", "for example 512M, 2G")}
	}
	return n * unit, nil
}
