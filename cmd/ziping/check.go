package main

import (
	"bytes"
	"runtime"

	"github.com/spf13/cobra"

	"ziping/internal/batch"
	"ziping/internal/pipeline"
	"ziping/render/jsonout"
	"ziping/render/textout"
	"ziping/score"
)

// check is `ziping check PATH...`.
func (a *app) check() *cobra.Command {
	var f auditFlags
	var asJSON, all bool
	cmd := &cobra.Command{
		Use:         "check PATH...",
		Short:       a.say("核对,报告显示在终端,不写文件", "audit, with a report on the terminal; writes no files"),
		Long:        a.say(checkLong.ZH, checkLong.EN),
		Example:     a.say(checkExample.ZH, checkExample.EN),
		Annotations: map[string]string{"exit": a.say(checkExit.ZH, checkExit.EN)},
		Args:        a.atLeast(1),
		PreRunE:     a.readPasswords,
		RunE: func(_ *cobra.Command, args []string) error {
			plan, err := a.plan(args)
			if err != nil {
				return err
			}
			o, err := a.options(f)
			if err != nil {
				return err
			}
			a.exit = a.checkAll(plan, o, f.jobs, asJSON, all)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("每个输入一行 Result JSON", "one Result per input, one per line"))
	cmd.Flags().BoolVar(&all, "all", false, a.say("逐条列出提示,不归并", "every notice on its own, not summed up"))
	a.addAuditFlags(cmd.Flags(), &f)
	return cmd
}

// checked is one input after the audit: what to print and what to count.
type checked struct {
	in     batch.Input
	result *score.Result
	output []byte
}

// checkAll audits every input of a plan and prints what it finds, in the order
// of the inputs. It returns the exit status.
func (a *app) checkAll(plan *batch.Plan, o pipeline.Options, jobs int, asJSON, all bool) int {
	ctx, stop := interruptible()
	defer stop()
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	catalog := pipeline.Catalog()
	do := func(in batch.Input) checked {
		out := a.outcome(in, o)
		var b bytes.Buffer
		switch {
		case asJSON:
			if err := jsonout.Write(&b, out.Result, jsonout.Compact); err != nil {
				b.Reset()
			}
		case out.Result.Error == nil:
			_ = textout.Write(&b, textout.Input{Path: a.show(in.Path), Result: out.Result, Document: out.Document, Catalog: catalog},
				textout.Options{Lang: a.lang, Colour: a.colour(), Width: a.width(), All: all})
		}
		return checked{in, out.Result, b.Bytes()}
	}
	var t checkTotals
	batch.InOrder(ctx, plan.Inputs(nil), jobs, do, func(c checked) {
		if t.printed > 0 && !asJSON && len(c.output) > 0 {
			a.stdout.Write([]byte("\n"))
		}
		if len(c.output) > 0 {
			t.printed++
		}
		a.stdout.Write(c.output)
		t.add(c.result)
		if c.result.Status == score.Failed {
			a.failed(c.in.Path, string(c.result.Error.Kind), c.result.Error.Message, c.result.Error.Hint)
		}
	})
	if !asJSON && t.inputs+t.skipped > 1 {
		a.checkSummary(t)
	}
	return status(t.inputs, t.failed, ctx.Err() != nil, t.errors > 0)
}

// checkTotals counts the inputs that were read or failed, and apart from them
// the skipped ones.
type checkTotals struct {
	inputs, failed, skipped, wrong, errors, printed int
}

func (t *checkTotals) add(r *score.Result) {
	if r.Status == score.Skipped {
		t.skipped++
		return
	}
	t.inputs++
	if r.Status == score.Failed {
		t.failed++
	}
	n := pipeline.Findings(r)[string(score.Error)]
	t.errors += n
	if n > 0 {
		t.wrong++
	}
}

func (a *app) checkSummary(t checkTotals) {
	text := a.sayf("共 %d 个输入:%d 个有错误(%d 处),%d 个没有", "%d inputs: %d with errors (%d in all), %d without",
		t.inputs, t.wrong, t.errors, t.inputs-t.failed-t.wrong)
	if t.failed > 0 {
		text += a.sayf(",%d 个失败", ", %d failed", t.failed)
	}
	if t.skipped > 0 {
		text += a.sayf(";另跳过 %d 个不是自评表的文件", "; %d files that are no forms skipped", t.skipped)
	}
	a.stdout.Write([]byte("\n" + text + "\n"))
}

// colour reports whether the terminal shows colours and the user wants them.
func (a *app) colour() bool {
	return a.stdoutTTY && a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb" &&
		(runtime.GOOS != "windows" || a.getenv("WT_SESSION") != "" || a.getenv("TERM") != "")
}
