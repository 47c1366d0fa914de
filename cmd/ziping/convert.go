package main

import (
	"errors"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/pipeline"
)

// convertFlags are the flags of convert.
type convertFlags struct {
	auditFlags
	chooseFlags
	dir, to, dataset              string
	force, strict, asJSON, dryRun bool
	quiet                         bool
}

// convert is `ziping convert PATH... -o DIR`.
func (a *app) convert() *cobra.Command {
	var f convertFlags
	cmd := &cobra.Command{
		Use:         "convert PATH... -o DIR",
		Short:       a.say("文件和文件夹走完全部步骤，写出更正后的表", "every stage over files and folders; writes corrected forms"),
		Long:        a.say(convertLong.ZH, convertLong.EN),
		Example:     a.say(convertExample.ZH, convertExample.EN),
		Annotations: map[string]string{"exit": a.say(convertExit.ZH, convertExit.EN)},
		Args:        a.pathsOrList(&f.chooseFlags),
		PreRunE:     a.readingFlags,
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.dir == "" {
				f.dir = a.beside
			}
			run, err := a.openRun(cmd, args, f)
			if err != nil || run == nil {
				return err
			}
			return a.doRun(run, f)
		},
	}
	cmd.Flags().StringVarP(&f.dir, "output", "o", "", a.say("`DIR`：写到这个文件夹", "write into the folder `DIR`"))
	cmd.Flags().StringVar(&f.to, "to", strings.Join(pipeline.OutputFormats, ","), a.say("`LIST`：写出的格式，以逗号分隔：xlsx、pdf、json、docx（审计工作底稿）、searchable（可检索的扫描件）（默认 xlsx,pdf,json）", "formats to write, a comma-separated `LIST` of xlsx, pdf, json, docx (the working paper) and searchable (the scan with its text laid over it) (default xlsx,pdf,json)"))
	a.addDatasetFlag(cmd.Flags(), &f.dataset)
	cmd.Flags().BoolVar(&f.force, "force", false, a.say("覆盖 DIR 中不是 ziping 写的文件", "overwrite files in DIR that ziping did not make"))
	cmd.Flags().BoolVar(&f.strict, "strict", false, a.say("表中有错误时以 1 退出", "exit with 1 if there are findings of level error"))
	cmd.Flags().BoolVar(&f.asJSON, "json", false, a.say("每个输入完成时输出一行 JSON", "one line of JSON as each input ends"))
	cmd.Flags().BoolVar(&f.dryRun, "dry-run", false, a.say("只说明会做什么、不做什么、为什么，什么也不写", "tell what would be done, what not and why; write nothing"))
	a.addQuiet(cmd, &f.quiet)
	a.addChooseFlags(cmd.Flags(), &f.chooseFlags)
	a.addAuditFlags(cmd.Flags(), &f.auditFlags)
	suggest(cmd, "to", toNames()...)
	return cmd
}

// toNames are the formats as --to names them: by the first part of their files'
// extension.
func toNames() (out []string) {
	for _, f := range pipeline.Formats {
		name, _, _ := strings.Cut(f, ".")
		out = append(out, name)
	}
	return out
}

// formats reads --to.
func (a *app) formats(list string) ([]string, error) {
	var out []string
	for f := range strings.SplitSeq(list, ",") {
		f = strings.ToLower(strings.TrimSpace(f))
		if err := a.oneOf("to", f, toNames()); err != nil {
			return nil, err
		}
		f = pipeline.Formats[slices.Index(toNames(), f)]
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out, nil
}

// convertRun is a run about to start and how it shows itself.
type convertRun struct {
	*batch.Run
	progress *progress
	dataset  []string // its formats
}

// openRun checks everything that can be checked before any work starts. A dry run
// gives none.
func (a *app) openRun(cmd *cobra.Command, args []string, f convertFlags) (*convertRun, error) {
	if f.dir == "" {
		return nil, a.usage(a.say("缺少 -o DIR", "-o DIR is missing"), a.exampleHint(cmd))
	}
	formats, err := a.formats(f.to)
	if err != nil {
		return nil, err
	}
	data, err := a.datasetFor(f.dir, f.dataset, f.force)
	if err != nil {
		return nil, err
	}
	if f.dataset != "" {
		formats = withJSON(formats, data)
	}
	plan, err := a.choose(args, f.chooseFlags)
	if err != nil {
		return nil, err
	}
	s, err := a.auditing(f.auditFlags)
	if err != nil {
		return nil, err
	}
	show := a.newProgress(plan, f.asJSON, f.quiet)
	options := batch.Options{
		Formats: formats, Key: runKey(s), Force: f.force, FailFast: f.failFast, Workers: f.atOnce(),
		Limit: extract.DefaultLimits().Bytes, Stdin: a.stdin, Runner: runner{a, s},
		Summary: newSummary(a.lang, f.dir, data), Anew: f.dataset != "", Messages: a.messages(), Done: show.done,
	}
	if f.dryRun {
		return nil, a.dryRun(plan, f.dir, options, f.asJSON)
	}
	run, err := batch.Open(plan, f.dir, options)
	if err != nil {
		return nil, a.cannotOpen(f.dir, err)
	}
	a.setAside(f.dir, run.Damaged())
	return &convertRun{run, show, data}, nil
}

// cannotOpen says why a run into a folder cannot begin.
func (a *app) cannotOpen(dir string, err error) error {
	var overlap *batch.OverlapError
	var exists *batch.ExistsError
	var foreign *batch.ForeignJournalError
	var held *batch.HeldError
	switch {
	case errors.As(err, &held):
		return a.held(dir, held)
	case errors.As(err, &overlap):
		return a.usage(a.sayf("输出文件夹 %s 与输入文件夹 %s 相互包含", "the output folder %s and the input folder %s lie in one another", overlap.Dir, overlap.Folder),
			a.say("请用 -o 指定别处的文件夹", "choose a folder elsewhere with -o"))
	case errors.As(err, &exists):
		return a.usage(a.sayf("%s 已存在，且不是 ziping 写的", "%s exists, and ziping did not make it", exists.Path), a.forceHint())
	case errors.As(err, &foreign):
		return a.usage(a.sayf("%s 中的 run.ndjson 第 %d 行不是 ziping 写的", "line %[2]d of run.ndjson in %[1]s was not written by ziping", dir, foreign.Line), a.forceHint())
	}
	if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
		return a.usage(a.sayf("%s 不是文件夹", "%s is not a folder", dir), a.say("请用 -o 指定可以写入的文件夹", "name a folder that can be written to with -o"))
	}
	return a.usage(a.sayf("不能写到 %s：%s", "cannot write to %s: %s", dir, a.reason(err)), a.say("请用 -o 指定可以写入的文件夹", "name a folder that can be written to with -o"))
}

// held says which other run writes into a folder, and what to do about it.
func (a *app) held(dir string, h *batch.HeldError) error {
	who := a.say("另一个进程", "another process")
	if h.PID > 0 {
		who = a.sayf("主机 %s 上的进程 %d（%s 开始）", "process %[2]d on host %[1]s (since %[3]s)", h.Host, h.PID, h.Since.Local().Format("2006-01-02 15:04:05"))
	}
	message := a.sayf("%s 正由%s写入，一个文件夹一次只能由一个运行写入", "%s is being written to by %s; a folder is written by one run at a time", dir, who)
	hint := a.say("请等它结束，或换一个 -o", "wait for it to end, or choose another -o")
	if h.Elsewhere {
		hint = a.sayf("在本机看不到那个进程是否还在；确认它已结束后，删除 %s 再运行", "whether it still runs cannot be seen from here; once you know that it has ended, remove %s and run again", h.File)
	}
	return a.usage(message, hint)
}

// setAside warns of damaged lines of an account.
func (a *app) setAside(dir string, lines int) {
	if lines > 0 {
		a.problem(a.sayf("%s 的台账 run.ndjson 有 %d 行损坏，已移到 run.damaged.ndjson", "%[2]d lines of run.ndjson in %[1]s are damaged; they were moved to run.damaged.ndjson", dir, lines),
			a.say("这些行的输入会重新处理", "their inputs are done again"))
	}
}

func (a *app) forceHint() string {
	return a.say("请换一个 -o，或加 --force 覆盖", "choose another -o, or overwrite with --force")
}

// messages are batch's failures in the run's language.
func (a *app) messages() batch.Messages {
	return batch.Messages{
		Read: func(err error) batch.Failure {
			return failure(a.readFailure(batch.Input{}, err).Error)
		},
		Write: func(path string, err error) batch.Failure {
			return batch.Failure{Kind: batch.KindWrite, Message: a.sayf("不能写 %s：%s", "cannot write %s: %s", path, a.reason(err)),
				Hint: a.say("请检查磁盘空间和权限", "check free space and permissions")}
		},
		Exists: func(path string) batch.Failure {
			return batch.Failure{Kind: batch.KindExists, Message: a.sayf("%s 已存在，且不是 ziping 写的", "%s exists, and ziping did not make it", path), Hint: a.forceHint()}
		},
		Changed: func(path string) batch.Failure {
			return batch.Failure{Kind: batch.KindChanged, Message: a.changed(path), Hint: a.say("请移走或改名，或加 --force 覆盖", "move it or give it another name, or overwrite with --force")}
		},
		Internal: func(recovered any) batch.Failure {
			return failure(pipeline.FailureOf(extract.Caught("run", recovered), a.lang))
		},
	}
}

// changed says that someone changed an output.
func (a *app) changed(path string) string {
	return a.sayf("%s 在写出之后被人改过，保留原样", "%s was changed after it was written, and is left as it is", path)
}

// stopped says why a run could not go on.
func (a *app) stopped(dir string, done int, err error) {
	var full *batch.FullError
	if errors.As(err, &full) {
		a.problem(a.sayf("磁盘已满，不能写 %s；运行已停止，已完成 %d 个", "the disk is full, %s cannot be written; the run has stopped, %d inputs are done", full.Path, done),
			a.sayf("请腾出空间，或把 %s 移到更大的磁盘；再重复同一命令即可继续", "free some space, or move %s to a larger disk; the same command goes on from there", dir))
		return
	}
	a.problem(a.sayf("%s 无法继续写入：%s", "writing to %s failed: %s", dir, a.reason(err)), a.say("已完成的保留；问题解决后重复同一命令即可继续", "what was finished stands; the same command goes on from there"))
}

// doRun works through a run and sums it up.
func (a *app) doRun(run *convertRun, f convertFlags) error {
	ctx, stop := interruptible()
	defer stop()
	run.progress.start()
	debug.SetGCPercent(smallParent)
	t, err := run.Do(ctx)
	run.progress.end()
	if err != nil {
		a.stopped(f.dir, t.OK+t.Partial, err)
		a.exit = exitAllFailed
		if t.OK+t.Partial > 0 {
			a.exit = exitSomeFailed
		}
		return nil
	}
	a.lost = exitSomeFailed // the files are there
	run.progress.total(t, f.dir)
	a.tellOwn(run.progress.plan, f.quiet)
	a.exit = status(t.Inputs-t.Skipped, t.Failed, t.Interrupted, f.strict && t.Findings["error"] > 0)
	if !t.Interrupted {
		a.writeDataset(ctx, f.dir, run.dataset, f.force, a.lastWords(f.asJSON, f.quiet))
	}
	return nil
}
