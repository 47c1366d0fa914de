package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/pipeline"
	"ziping/internal/watch"
	"ziping/render"
	"ziping/render/screen"
	"ziping/score"
)

// watchFlags are the flags of watch.
type watchFlags struct {
	convertFlags
	settle, every time.Duration
}

// watch is `ziping watch DIR -o OUT`.
func (a *app) watch() *cobra.Command {
	var f watchFlags
	cmd := &cobra.Command{
		Use:         "watch DIR -o OUT",
		Short:       a.say("监视文件夹，来一份转换一份", "convert what arrives in a folder, as it arrives"),
		Long:        a.say(watchLong.ZH, watchLong.EN),
		Example:     a.say(watchExample.ZH, watchExample.EN),
		Annotations: map[string]string{"exit": a.say(watchExit.ZH, watchExit.EN)},
		Args:        a.exactlyOne,
		PreRunE:     a.readingFlags,
		RunE:        func(cmd *cobra.Command, args []string) error { return a.doWatch(cmd, args[0], f) },
	}
	cmd.Flags().StringVarP(&f.dir, "output", "o", "", a.say("`OUT`：写到这个文件夹", "write into the folder `OUT`"))
	cmd.Flags().StringVar(&f.to, "to", strings.Join(pipeline.OutputFormats, ","), a.say("`LIST`：写出的格式，同 convert（默认 xlsx,pdf,json）", "formats to write, a `LIST` as of convert (default xlsx,pdf,json)"))
	cmd.Flags().DurationVar(&f.settle, "settle", watchSettle, a.say("`TIME`：文件保持不变多久才算传完", "how long (`TIME`) a file must stay the same to be all there"))
	cmd.Flags().DurationVar(&f.every, "every", 0, a.say("`TIME`：至少多久查看一次（默认自动：网络盘 2s，其他 30s）", "how often (`TIME`) to look in any case (default: 2s on network drives, else 30s)"))
	cmd.Flags().BoolVar(&f.force, "force", false, a.say("覆盖 OUT 中不是 ziping 写的文件", "overwrite files in OUT that ziping did not make"))
	cmd.Flags().BoolVar(&f.asJSON, "json", false, a.say("每个文件完成时输出一行 JSON", "one line of JSON as each file ends"))
	cmd.Flags().StringArrayVar(&f.include, "include", nil, a.say("`GLOB`：只处理符合的，同 convert", "take what matches only, a `GLOB` as of convert"))
	cmd.Flags().StringArrayVar(&f.exclude, "exclude", nil, a.say("`GLOB`：不处理符合的，同 convert", "pass over what matches, a `GLOB` as of convert"))
	a.addAuditFlags(cmd.Flags(), &f.auditFlags)
	suggest(cmd, "to", toNames()...)
	return cmd
}

const (
	watchSettle = 2 * time.Second
	watchQuiet  = 3 * time.Second // until the account is put in order and the summary written
)

// doWatch converts what arrives until a signal comes.
func (a *app) doWatch(cmd *cobra.Command, dir string, f watchFlags) error {
	if f.dir == "" {
		return a.usage(a.say("缺少 -o OUT", "-o OUT is missing"), a.exampleHint(cmd))
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return a.usage(a.sayf("%s 不是文件夹", "%s is not a folder", dir), a.say("watch 监视一个文件夹；单个文件请用 convert", "watch is for a folder; for a file use convert"))
	}
	formats, err := a.formats(f.to)
	if err != nil {
		return err
	}
	plan, err := a.choose([]string{dir}, f.chooseFlags)
	if err != nil {
		return err
	}
	s, err := a.auditing(f.auditFlags)
	if err != nil {
		return err
	}
	if err := plan.Overlap(f.dir); err != nil {
		return a.cannotOpen(f.dir, err)
	}
	hold, err := batch.Take(f.dir)
	if err != nil {
		return a.cannotOpen(f.dir, err)
	}
	defer hold.Release()
	seen := watched{a: a, dir: f.dir, json: f.asJSON, lines: a.newProgress(nil, f.asJSON, true)}
	options := batch.Options{
		Formats: formats, Key: runKey(s), Force: f.force, Workers: f.atOnce(), Limit: extract.DefaultLimits().Bytes,
		Runner: runner{a, s}, Summary: newSummary(a.lang, f.dir, datasetIn(f.dir)), Messages: a.messages(), Done: seen.done, Hold: hold,
	}
	// What may not be written to is told before the wait.
	first, err := batch.Open(plan.Fed(func(func(batch.Input) bool) {}), f.dir, options)
	if err != nil {
		return a.cannotOpen(f.dir, err)
	}
	a.setAside(f.dir, first.Damaged())
	first.Close()
	ctx, stop := interruptible()
	defer stop()
	debug.SetGCPercent(smallParent)
	w := watch.New(plan, watch.Options{Dir: dir, Formats: formats, Settle: f.settle, Every: f.every, Quiet: watchQuiet})
	defer w.Close()
	seen.begun(dir, w)
	return a.watching(ctx, w, plan, &seen, options)
}

// watching does one run after another, each over what has settled, until ctx is done.
func (a *app) watching(ctx context.Context, w *watch.Watcher, plan *batch.Plan, seen *watched, o batch.Options) error {
	for w.Wait(ctx) {
		run, err := batch.Open(plan.Fed(w.Settled(ctx)), seen.dir, o)
		if err != nil {
			return a.cannotOpen(seen.dir, err)
		}
		if _, err := run.Do(ctx); err != nil {
			a.stopped(seen.dir, seen.ok, err)
			a.exit = exitAllFailed
			if seen.ok > 0 {
				a.exit = exitSomeFailed
			}
			return nil
		}
	}
	seen.ended()
	a.exit = status(seen.ok+seen.failed, seen.failed, false, false)
	return nil
}

// watched tells of what a watch does: a line for each file.
type watched struct {
	a                   *app
	dir                 string
	json                bool
	lines               *progress
	ok, failed, skipped int
}

// begun tells what is watched and how to end it.
func (s *watched) begun(dir string, w *watch.Watcher) {
	how := s.a.sayf("每 %v 查看一次", "a look every %v", w.Every())
	if w.Told() {
		how = s.a.say("有变化即处理，", "told of changes, ") + how
	}
	fmt.Fprintln(s.a.stderr, s.a.sayf("ziping: 正在监视 %s（%s），写到 %s；按 Ctrl-C 停止", "ziping: watching %s (%s), writing into %s; Ctrl-C ends it", screen.Clean(dir), how, screen.Clean(s.dir)))
}

// done tells of one file. What an earlier run had done is not told again.
func (s *watched) done(e batch.Event) {
	l := e.Line
	switch l.Status {
	case batch.Failed:
		s.failed++
	case batch.Skipped:
		s.skipped++
	default:
		s.ok++
	}
	if s.json {
		s.lines.line(e)
		return
	}
	if e.Reused {
		return
	}
	text := s.lines.findings(l.Findings)
	if l.Error != nil {
		text = render.StatusName(score.Status(l.Status), s.a.lang) + s.a.say("：", ": ") + l.Error.Message
		if l.Error.Hint != "" && l.Status == batch.Failed {
			text += s.a.say("；建议：", "; hint: ") + l.Error.Hint
		}
	}
	if to := workbook(l.Outputs); to != "" {
		text = "→ " + to + "  " + text
	}
	fmt.Fprintf(s.a.stdout, "%s  %s\n", screen.Clean(s.a.show(l.Path)), screen.Clean(text))
	for _, name := range e.Changed {
		s.a.problem(s.a.changed(name), s.a.say("要重新写出，请加 --force", "to write it anew add --force"))
	}
}

// ended tells what the watch came to.
func (s *watched) ended() {
	fmt.Fprintln(s.a.stderr, s.a.sayf("ziping: 已停止：完成 %d，失败 %d，跳过 %d → %s", "ziping: stopped: %d done, %d failed, %d skipped → %s", s.ok, s.failed, s.skipped, screen.Clean(s.dir)))
}

var (
	watchLong = extract.Text{
		ZH: `监视 DIR 及其中的文件夹：文件传完（大小和时间保持不变）后转换，一个文件一行。已有的文件也处理，
上次已完成且没有变的不再重做；改过的重做。停止时和空闲时更新 OUT/summary.xlsx 和 OUT/run.ndjson，
与 convert 写的相同。网络盘上收不到通知，按 --every 定时查看。运行期间 OUT 只由它写入。`,
		EN: `Watches DIR and the folders in it: a file is converted once it is all there (its size
and time stay the same), a line for each. Files that are there already are done too,
but for those that an earlier run finished and that have not changed. When nothing
comes, and at the end, OUT/summary.xlsx and OUT/run.ndjson are what convert would have
written. Network drives tell of no changes and are looked at every so often (--every).
While it runs, nothing else writes into OUT.`,
	}
	watchExample = extract.Text{
		ZH: "ziping watch 收件箱 -o out\nziping watch //服务器/报送 -o out --every 10s --settle 5s",
		EN: "ziping watch inbox -o out\nziping watch //server/forms -o out --every 10s --settle 5s",
	}
	watchExit = extract.Text{
		ZH: "0    收到信号停止，没有文件失败\n2    用法有误\n3    有的文件失败，其余已完成\n4    全部失败",
		EN: "0    ended by a signal, and no file failed\n2    usage error\n3    some files failed, the rest were done\n4    all failed",
	}
)
