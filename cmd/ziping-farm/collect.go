package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/internal/farm"
	"ziping/internal/farm/collect"
	"ziping/internal/farm/program"
	"ziping/internal/farm/queue"
)

// collect is `ziping-farm collect [JOB]`.
func (a *app) collect() *cobra.Command {
	o := collect.Options{Stdout: a.stdout, Stderr: a.stderr, Trouble: a.trouble, Patience: a.patience}
	var dir, dataset string
	var force, strict, asJSON bool
	cmd := &cobra.Command{
		Use: "collect [JOB]", Short: a.say("收取输出、台账和汇总", "bring in outputs, account and summary"), Long: a.say(collectLong.ZH, collectLong.EN),
		Example: a.say("ziping-farm collect --wait\nziping-farm collect j0123456789ab -o out", "ziping-farm collect --wait\nziping-farm collect j0123456789ab -o out"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return &usageError{a.say("collect 一次收取一个任务", "collect takes one job"), a.say("任务的名称见 ziping-farm status", "ziping-farm status lists the jobs")}
			}
			ctx, stop := interruptible()
			defer stop()
			p, err := program.Find(a.ziping)
			if err != nil {
				return err
			}
			q, err := a.dial("collect")
			if err != nil {
				return err
			}
			defer q.Close()
			j, err := a.pick(ctx, q, args)
			if err != nil {
				return err
			}
			if dir == "" {
				dir = j.Dest
			}
			if dir, err = filepath.Abs(dir); err != nil {
				return err
			}
			o.Flags = []string{"-o", dir}
			for flag, on := range map[string]bool{"--force": force, "--strict": strict, "--json": asJSON} {
				if on {
					o.Flags = append(o.Flags, flag)
				}
			}
			if dataset != "" {
				o.Flags = append(o.Flags, "--dataset", dataset)
			}
			last := time.Now()
			o.Each = func(done, of int) {
				if now := time.Now(); o.Wait && now.Sub(last) > 5*time.Second {
					last = now
					a.tell(fmt.Sprintf("%d/%d", done, of))
				}
			}
			c, err := collect.Do(ctx, q, p, j, o)
			if c.Again > 0 {
				a.tell(a.sayf("%d 个任务发出不止一次（共 %d 次）", "%d tasks were given out more than once (%d times in all)", c.Again, c.Tries-c.Tasks+c.Again))
			}
			if written(err) && (c.Done < c.Inputs || !c.Whole) {
				a.tell(a.undone(c, o.Wait))
				a.exit = exitSomeFailed
			}
			return err
		},
	}
	f := cmd.Flags()
	f.StringVarP(&dir, "output", "o", "", a.say("`DIR`：写到这个文件夹（默认是提交时的）", "write into the folder `DIR` (default: the one of submit)"))
	f.StringVar(&dataset, "dataset", "", a.say("`LIST`：把 DIR 的全部记录另写成数据集：sqlite、parquet、csv（默认是提交时的）", "write all records in DIR as a dataset too: a `LIST` of sqlite, parquet, csv (default: the one of submit)"))
	f.BoolVar(&o.Wait, "wait", false, a.say("等到全部完成", "wait until all is done"))
	f.BoolVar(&force, "force", false, a.say("覆盖 DIR 中不是 ziping 写的文件", "overwrite files in DIR that ziping did not make"))
	f.BoolVar(&strict, "strict", false, a.say("表中有错误时以 1 退出", "exit with 1 if there are findings of level error"))
	f.BoolVar(&asJSON, "json", false, a.say("每个输入输出一行 JSON", "one line of JSON for each input"))
	a.addServers(f)
	suggest(cmd, "dataset", datasets...)
	return cmd
}

// undone says what is missing of a job and what brings it.
func (a *app) undone(c collect.Collected, waited bool) string {
	switch n := c.Inputs - c.Done; {
	case c.Lost:
		return a.sayf("还有 %d 个输入没有完成，也没有任务在等：服务器断电时丢失了；重复提交的命令（submit）即可补上，然后再收取", "%d inputs are not done and no task waits for them: servers lost them, as in a power cut; give the same submit again, then collect", n)
	case waited && !c.Whole:
		return a.sayf("提交没有完成，也没有人在提交：重复提交的命令（submit）即可继续；已提交的还有 %d 个没有完成", "the job was not submitted to its end, and nobody is at it: give the same submit again to go on; %d inputs of what was submitted are not done", n)
	default:
		return a.sayf("还有 %d 个输入没有完成；再运行一次补上，或用 --wait 等待", "%d inputs are not done yet; run it again for them, or wait with --wait", n)
	}
}

// written reports that ziping wrote what there was, however it ended.
func written(err error) bool {
	var exit *program.ExitError
	return err == nil || errors.As(err, &exit)
}

// pick finds the job that is named, or the latest.
func (a *app) pick(ctx context.Context, q *queue.Queue, args []string) (*farm.Job, error) {
	if len(args) == 1 {
		return q.Job(ctx, args[0])
	}
	if err := q.There(ctx); err != nil {
		return nil, err
	}
	all, err := q.Jobs(ctx)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, &farm.Problem{
			Message: extract.Text{ZH: "没有任务", EN: "there are no jobs"},
			Hint:    extract.Text{ZH: "请先 ziping-farm submit", EN: "ziping-farm submit comes first"},
		}
	}
	return all[len(all)-1], nil
}

// forget is `ziping-farm forget JOB`.
func (a *app) forget() *cobra.Command {
	cmd := &cobra.Command{
		Use: "forget JOB", Short: a.say("去掉一个任务", "take a job away"), Long: a.say(forgetLong.ZH, forgetLong.EN),
		Example: "ziping-farm forget j0123456789ab",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &usageError{a.say("forget 需要一个任务的名称", "forget needs the name of a job"), a.say("任务的名称见 ziping-farm status", "ziping-farm status lists the jobs")}
			}
			ctx, stop := interruptible()
			defer stop()
			q, err := a.dial("forget")
			if err != nil {
				return err
			}
			defer q.Close()
			if _, err := q.Job(ctx, args[0]); err != nil {
				return err
			}
			return q.Forget(ctx, args[0])
		},
	}
	a.addServers(cmd.Flags())
	return cmd
}
