package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ziping/extract"
	"ziping/internal/batch"
)

// chooseFlags say which files in folders and archives are inputs.
type chooseFlags struct {
	include, exclude []string
	filesFrom        string
	newer            string
	shard            string
}

func (a *app) addChooseFlags(flags *pflag.FlagSet, f *chooseFlags) {
	flags.StringArrayVar(&f.include, "include", nil, a.say("`GLOB`：文件夹和压缩包中只处理符合的，可多次给出，例如 '*.pdf'、'/2024/**'", "of folders and archives take what matches only, a `GLOB` such as '*.pdf' or '/2024/**'; may be repeated"))
	flags.StringArrayVar(&f.exclude, "exclude", nil, a.say("`GLOB`：不处理符合的，例如 '旧/'、'*.{tmp,bak}'；写法同 rclone", "pass over what matches, a `GLOB` such as 'old/' or '*{draft,void}*'; globs are rclone's"))
	flags.StringVar(&f.filesFrom, "files-from", "", a.say("`FILE`：处理其中列出的路径，每行一个（- 为标准输入）；给了一个文件夹时按其中的路径", "take the paths listed in `FILE`, one a line (- is standard input); with one folder given they are paths inside it"))
	flags.StringVar(&f.newer, "newer", "", a.say("`TIME`：只处理此后改过的：24h、7d、2026-01-31、2026-01-31T08:00，或一个文件（取其修改时间）", "take what was changed since only, a `TIME`: 24h, 7d, 2026-01-31, 2026-01-31T08:00, or a file, whose time counts"))
	flags.StringVar(&f.shard, "shard", "", a.say("`I/N`：N 份中的第 I 份（从 1 起）；auto 或 auto/N 取自 Kubernetes 的 JOB_COMPLETION_INDEX（和 JOB_COMPLETIONS）", "the `I`th of N shards, such as 2/8; auto or auto/N takes Kubernetes' JOB_COMPLETION_INDEX (and JOB_COMPLETIONS)"))
}

// pathsOrList holds the arguments to one path at least, or a list of them.
func (a *app) pathsOrList(f *chooseFlags) cobra.PositionalArgs {
	least := a.atLeast(1)
	return func(cmd *cobra.Command, args []string) error {
		if f.filesFrom != "" {
			return nil
		}
		return least(cmd, args)
	}
}

// choose makes the plan of the paths and the flags.
func (a *app) choose(args []string, f chooseFlags) (*batch.Plan, error) {
	c := batch.Choice{Include: f.include, Exclude: f.exclude, Limit: extract.DefaultLimits().Bytes}
	var err error
	if c.Newer, err = a.since(f.newer); err != nil {
		return nil, err
	}
	if c.Shard, err = a.shard(f.shard); err != nil {
		return nil, err
	}
	if f.filesFrom != "" {
		list, err := a.listed(f.filesFrom)
		switch {
		case err != nil:
			return nil, err
		case len(args) == 0:
			args = list
		default:
			c.Only = list
		}
	}
	plan, err := a.plan(args)
	if err != nil {
		return nil, err
	}
	var bad *batch.BadGlobError
	var missing *batch.MissingError
	switch err := plan.Choose(c); {
	case errors.As(err, &bad):
		return nil, a.usage(a.sayf("--include、--exclude 的值 %q 无效", "--include, --exclude: %q is not valid", bad.Glob), a.say("写法同 rclone：* ? ** [a-z] {a,b}，以 / 开头表示从文件夹顶层算起", "globs are rclone's: * ? ** [a-z] {a,b}; / at the beginning is the top of the folder"))
	case errors.As(err, &missing):
		return nil, a.usage(a.sayf("--files-from 中列出的文件不存在：%s", "--files-from lists files that are not there: %s", few(missing.Paths)), a.sayf("路径从 %s 算起，每行一个文件", "paths are inside %s, one file a line", args[0]))
	case errors.Is(err, batch.ErrOneFolder):
		return nil, a.usage(a.say("--files-from 只能与一个文件夹并用，或不给路径", "--files-from goes with one folder, or without a path"), a.say("例如 ziping convert 自评表 --files-from 清单.txt -o out", "for example ziping convert forms --files-from list.txt -o out"))
	}
	return plan, nil
}

// few are the first of many.
func few(names []string) string {
	const most = 3
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" … (%d)", len(names))
	}
	return strings.Join(names, ", ")
}

// listed reads a list of paths. Blank lines and those that begin with # or ; say nothing.
func (a *app) listed(name string) ([]string, error) {
	in := a.stdin
	if name != batch.Stdin {
		f, err := os.Open(name)
		if err != nil {
			return nil, a.usage(a.sayf("--files-from %s 无法读取：%s", "--files-from %s cannot be read: %s", name, a.reason(err)), a.say("请检查路径", "check the path"))
		}
		defer f.Close()
		in = f
	}
	out := []string{}
	lines := bufio.NewReader(in)
	for first := true; ; first = false {
		line, err := lines.ReadString('\n')
		if first {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' && line[0] != ';' {
			out = append(out, line)
		}
		switch {
		case errors.Is(err, io.EOF) && len(out) == 0:
			return nil, a.usage(a.sayf("--files-from %s 中没有路径", "--files-from %s lists nothing", name), a.say("每行写一个路径", "write one path a line"))
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, a.usage(a.sayf("--files-from %s 无法读取：%s", "--files-from %s cannot be read: %s", name, a.reason(err)), a.say("请检查路径", "check the path"))
		}
	}
}

// since reads --newer.
func (a *app) since(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	if days, ok := strings.CutSuffix(text, "d"); ok {
		if n, err := strconv.ParseFloat(days, 64); err == nil && n >= 0 {
			return time.Now().Add(-time.Duration(n * float64(24*time.Hour))), nil
		}
	}
	if d, err := time.ParseDuration(text); err == nil && d >= 0 {
		return time.Now().Add(-d), nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.ParseInLocation(layout, text, time.Local); err == nil {
			return t, nil
		}
	}
	if info, err := os.Stat(text); err == nil {
		return info.ModTime(), nil
	}
	return time.Time{}, a.usage(a.sayf("--newer 的值 %q 无效", "--newer: %q is not valid", text), a.say("例如 24h、7d、2026-01-31，或一个存在的文件", "for example 24h, 7d, 2026-01-31, or a file that is there"))
}

// shard reads --shard. Kubernetes counts from 0.
func (a *app) shard(text string) (batch.Shard, error) {
	if text == "" {
		return batch.Shard{}, nil
	}
	index, count, _ := strings.Cut(text, "/")
	from := 1
	if index == "auto" {
		index, from = a.getenv("JOB_COMPLETION_INDEX"), 0
		if count == "" {
			count = a.getenv("JOB_COMPLETIONS")
		}
	}
	i, errIndex := strconv.Atoi(index)
	n, errCount := strconv.Atoi(count)
	i += 1 - from
	if errIndex != nil || errCount != nil || i < 1 || i > n {
		return batch.Shard{}, a.usage(a.sayf("--shard 的值 %q 无效", "--shard: %q is not valid", text),
			a.say("例如 --shard 2/8（从 1 起）；auto 需要环境变量 JOB_COMPLETION_INDEX 和 JOB_COMPLETIONS，或写 auto/8", "for example --shard 2/8 (from 1); auto needs JOB_COMPLETION_INDEX and JOB_COMPLETIONS in the environment, or write auto/8"))
	}
	return batch.Shard{Index: i, Count: n}, nil
}
