// Command ziping-data writes the records of a folder that ziping convert made as
// SQLite, Parquet and CSV.
//
//	ziping-data out --to sqlite,parquet
//
// It is a program of its own for the size of what writes SQLite and Parquet: most who
// convert forms have no use for a third more of it.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/pflag"

	"ziping/extract"
	"ziping/internal/dataset"
	"ziping/internal/dataset/csvout"
	"ziping/internal/dataset/parquetout"
	"ziping/internal/dataset/sqliteout"
	"ziping/internal/locale"
	"ziping/internal/version"
	"ziping/render/screen"
)

// sinks are what writes each format.
var sinks = map[string]dataset.Open{"sqlite": sqliteout.Open, "parquet": parquetout.Open, "csv": csvout.Open}

// The exit statuses, as those of ziping.
const (
	exitOK          = 0
	exitUsage       = 2
	exitFailed      = 4
	exitInterrupted = 130
)

// An input leaves little behind: collecting less often saves time, until there is much.
const (
	gcPercent  = 400
	softMemory = 192 << 20
)

func main() {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(softMemory)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	p := program{os.Stdout, os.Stderr, locale.Lang(os.Args[1:], os.Getenv)}
	os.Exit(p.run(ctx, os.Args[1:]))
}

type program struct {
	stdout, stderr io.Writer
	lang           extract.Lang
}

func (p *program) say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(p.lang) }

func (p *program) run(ctx context.Context, args []string) int {
	flags := pflag.NewFlagSet("ziping-data", pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	to := flags.String("to", "", "")
	flags.String("lang", string(p.lang), "")
	force := flags.Bool("force", false, "")
	asJSON := flags.Bool("json", false, "")
	showVersion := flags.Bool("version", false, "")
	help := flags.BoolP("help", "h", false, "")
	if err := flags.Parse(args); err != nil {
		return p.usage(p.say("选项有误："+flagIn(args, flags), "wrong flag: "+err.Error()))
	}
	switch {
	case *help:
		fmt.Fprintln(p.stdout, p.say(helpZH, helpEN))
		return exitOK
	case *showVersion:
		fmt.Fprintf(p.stdout, "ziping-data %s %s %s/%s\n", version.Number, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return exitOK
	case flags.NArg() != 1:
		return p.usage(p.say("需要一个文件夹，即 ziping convert 的输出", "it takes one folder, an output of ziping convert"))
	}
	dir := flags.Arg(0)
	formats := dataset.Formats
	if *to != "" {
		var wrong string
		if formats, wrong = dataset.ParseFormats(*to); wrong != "" {
			return p.usage(fmt.Sprintf(p.say("--to 的值 %q 无效", "--to: %q is not valid"), wrong))
		}
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return p.usage(fmt.Sprintf(p.say("%s 不是文件夹", "%s is not a folder"), dir))
	}
	made, _, err := dataset.Write(ctx, dir, dataset.Options{Formats: formats, Sinks: sinks, Version: version.Number, Force: *force})
	switch {
	case errors.Is(err, context.Canceled):
		p.problem(p.say("已中断，原来的数据集没有改动", "interrupted; the dataset of before is as it was"), p.say("重复同一命令即可", "run the same command again"))
		return exitInterrupted
	case err != nil:
		message, hint := dataset.Problem(dir, err, p.lang)
		p.problem(message, hint)
		if dataset.IsUsage(err) {
			return exitUsage
		}
		return exitFailed
	case *asJSON:
		if err := json.NewEncoder(p.stdout).Encode(made); err != nil {
			return exitFailed
		}
		return exitOK
	}
	fmt.Fprintln(p.stdout, screen.Clean(made.Told(dir, p.lang)))
	return exitOK
}

// flagIn is the argument that is no flag.
func flagIn(args []string, flags *pflag.FlagSet) string {
	i := slices.IndexFunc(args, func(a string) bool {
		name, _, _ := strings.Cut(strings.TrimLeft(a, "-"), "=")
		return strings.HasPrefix(a, "-") && len(a) > 1 && flags.Lookup(name) == nil && a != "-h"
	})
	if i < 0 {
		return strings.Join(args, " ")
	}
	return args[i]
}

func (p *program) usage(message string) int {
	p.problem(message, p.say("例如 ziping-data out --to sqlite；见 ziping-data --help", "for example ziping-data out --to sqlite; see ziping-data --help"))
	return exitUsage
}

func (p *program) problem(message, hint string) {
	fmt.Fprintf(p.stderr, "ziping-data: %s\n", screen.Clean(message))
	if hint != "" {
		fmt.Fprintf(p.stderr, "ziping-data: %s%s\n", p.say("建议：", "hint: "), screen.Clean(hint))
	}
}

const (
	helpZH = `把 ziping convert 写出的文件夹 DIR 中的全部记录写成数据集 DIR/dataset/：
表、资金、指标、目标、每个字段、发现、更正；各格式的表和列相同
（docs/dataset.zh.md）。记录取自 DIR 的台账和 JSON 输出，convert 要写 json。
文件全部写完才一起出现；台账没有变的不重写。ziping convert --dataset 会调用它。

用法：
  ziping-data DIR

例子：
  ziping-data out
  ziping-data out --to sqlite
  ziping-data out --to parquet,csv --json

选项：
      --to LIST     LIST：格式，以逗号分隔：sqlite、parquet、csv（默认全部）
      --force       覆盖 DIR/dataset 中不是 ziping 写的文件
      --json        输出数据集的清单（dataset.json）
      --lang zh|en  zh|en：消息的语言（默认按系统语言）
      --version     显示版本
  -h, --help        显示帮助

退出码：
  0    已写出，或本来就是新的
  2    用法有误；DIR 没有台账，正由另一次运行写入，或有不是 ziping 写的文件
  4    不能写
  130  被中断；原来的数据集没有改动`
	helpEN = `Writes all records in DIR, a folder that ziping convert wrote, as the dataset
DIR/dataset/: forms, money, indicators, goals, every field, findings, repairs.
The tables and columns are the same in each format (docs/dataset.md). Records
are taken from the account and the JSON outputs in DIR, so convert has to write
json. The files appear together when all are whole, and are not written anew
where the account is the same. ziping convert --dataset calls this program.

Usage:
  ziping-data DIR

Examples:
  ziping-data out
  ziping-data out --to sqlite
  ziping-data out --to parquet,csv --json

Flags:
      --to LIST     formats to write, a comma-separated LIST of sqlite, parquet
                    and csv (default: all)
      --force       overwrite files in DIR/dataset that ziping did not make
      --json        print the list of what was written (dataset.json)
      --lang zh|en  language of messages: zh|en (default by locale)
      --version     print the version
  -h, --help        print help

Exit status:
  0    written, or up to date already
  2    usage error; DIR has no account, another run writes to it, or it has
       files that ziping did not make
  4    it could not be written
  130  interrupted; the dataset of before is as it was`
)
