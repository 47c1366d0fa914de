package main

import (
	"context"
	"runtime/debug"
	"sync/atomic"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/pipeline"
	"ziping/score"
)

// check is `ziping check PATH...`.
func (a *app) check() *cobra.Command {
	var f auditFlags
	var chosen chooseFlags
	var look reportLook
	var asJSON, quiet bool
	var format string
	cmd := &cobra.Command{
		Use:         "check PATH...",
		Short:       a.say("核对，报告显示在终端，不写文件", "audit, with a report on the terminal; writes no files"),
		Long:        a.say(checkLong.ZH, checkLong.EN),
		Example:     a.say(checkExample.ZH, checkExample.EN),
		Annotations: map[string]string{"exit": a.say(checkExit.ZH, checkExit.EN)},
		Args:        a.pathsOrList(&chosen),
		PreRunE:     a.readingFlags,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := a.oneOf("format", format, checkFormats); err != nil {
				return err
			}
			if asJSON {
				if format != "text" && format != "json" {
					return a.usage(a.sayf("--json 与 --format %s 不能并用", "--json and --format %s exclude each other", format),
						a.say("--json 即 --format json", "--json is --format json"))
				}
				format = "json"
			}
			if err := a.onlyLevels(&look, format); err != nil {
				return err
			}
			plan, err := a.choose(args, chosen)
			if err != nil {
				return err
			}
			s, err := a.auditing(f)
			if err != nil {
				return err
			}
			look.brief = plan.Several() && !look.all
			if quiet {
				format = "none"
			}
			a.exit = a.checkAll(plan, s, f.limitFlags, a.checkReport(format, look), a.printWish(format, look))
			a.tellOwn(plan, quiet)
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", a.say("`text|json|sarif|md`：终端报告、每个输入一行 Result、SARIF 2.1.0（代码审查工具）、Markdown（底稿）", "`text|json|sarif|md`: the report on the terminal, a Result per line, SARIF 2.1.0 for code-review tools, Markdown for working papers"))
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("每个输入一行 Result JSON(即 --format json)", "one Result per input, one per line (--format json)"))
	cmd.Flags().BoolVar(&look.all, "all", false, a.say("逐条列出提示，不归并；没有问题的表也显示已核对的内容", "every notice on its own, not summed up; of a sound form too, what was checked"))
	cmd.Flags().StringVar(&look.levels, "only", "", a.say("`LIST`：只显示这些级别：error（错误）、rule（评分存疑）、notice（提示）", "show these levels only, a `LIST` of error, rule and notice"))
	a.addQuiet(cmd, &quiet)
	a.addChooseFlags(cmd.Flags(), &chosen)
	a.addAuditFlags(cmd.Flags(), &f)
	suggest(cmd, "format", checkFormats...)
	suggest(cmd, "only", levelNames...)
	return a.intoFile(cmd, checkFormats...)
}

// checked is one input after the audit: what to print and what to count.
type checked struct {
	in        batch.Input
	result    *score.Result
	errors    int  // findings of level error
	own       bool // ziping wrote the input
	document  *extract.Document
	positions extract.Positions
	output    []byte // of reports that are printed input by input
}

// checkAll audits every input of a plan and reports what it finds, in the order
// of the inputs. It returns the exit status.
func (a *app) checkAll(plan *batch.Plan, s settings, f limitFlags, report checkReport, wish *printWish) int {
	debug.SetGCPercent(smallParent)
	interrupted, stop := interruptible()
	defer stop()
	ctx, cancel := context.WithCancel(interrupted)
	defer cancel()
	var stopped atomic.Bool // at a failure; what was begun by then is told
	do := func(in batch.Input) checked {
		if stopped.Load() {
			return checked{}
		}
		var w *printWish
		if wish != nil {
			mine := *wish
			mine.Path = in.Path
			w = &mine
		}
		c := a.audit(in, s, w)
		if f.failFast && c.result.Status == score.Failed {
			stopped.Store(true)
			cancel()
		}
		return c
	}
	var t checkTotals
	batch.InOrder(ctx, plan.Inputs(nil), f.atOnce(), do, func(c checked) {
		if c.result == nil { // never begun
			return
		}
		report.add(&c)
		t.add(&c)
		if c.result.Status == score.Failed {
			a.failed(c.in.Path, failure(c.result.Error))
		}
	})
	if err := report.end(&t); err != nil {
		a.complain(err)
		return exitAllFailed
	}
	return status(t.inputs, t.failed, interrupted.Err() != nil, t.errors > 0)
}

// printWish is what workers print of each input, nil for reports that are made of
// all inputs together.
func (a *app) printWish(format string, look reportLook) *printWish {
	if format != "text" && format != "json" && format != "none" {
		return nil
	}
	return &printWish{Format: format, All: look.all, Brief: look.brief, Only: look.only, Colour: a.coloured(), Width: a.width()}
}

// print makes what a report prints of an input. A defect in it fails the input.
func (a *app) print(report checkReport, c *checked) {
	one := func() error { c.output = report.one(c); return nil }
	if err := fenced("render", one); err != nil {
		c.result = &score.Result{Schema: c.result.Schema, Source: c.result.Source, Status: score.Failed, Error: pipeline.FailureOf(err, a.lang)}
		_ = fenced("render", one)
	}
}

// checkTotals counts the inputs that were read or failed, and apart from them
// the skipped ones.
type checkTotals struct {
	inputs, failed, skipped, own, wrong, errors int
}

func (t *checkTotals) add(c *checked) {
	r := c.result
	if r.Status == score.Skipped {
		t.skipped++
		if c.own {
			t.own++
		}
		return
	}
	t.inputs++
	if r.Status == score.Failed {
		t.failed++
	}
	t.errors += c.errors
	if c.errors > 0 {
		t.wrong++
	}
}

func (a *app) checkSummary(t checkTotals) {
	text := a.sayf("共 %d 个输入：%d 个有错误（%d 处），%d 个没有错误", "%d inputs: %d with errors (%d in all), %d without",
		t.inputs, t.wrong, t.errors, t.inputs-t.failed-t.wrong)
	if t.failed > 0 {
		text += a.sayf("，%d 个失败", ", %d failed", t.failed)
	}
	if t.skipped > 0 {
		text += a.sayf("；另跳过 %d 个不是自评表的文件", "; %d files that are no forms skipped", t.skipped)
		if t.own > 0 {
			text += a.sayf("，其中 %d 个是 ziping 写出的", ", %d of them written by ziping", t.own)
		}
	}
	a.stdout.Write([]byte("\n" + text + "\n"))
}
