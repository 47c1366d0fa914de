package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"ziping/internal/farm"
	"ziping/internal/farm/queue"
	"ziping/render/screen"
)

// rollWait is how long workers have to answer.
const rollWait = 400 * time.Millisecond

// jobStatus is how far one job is, for --json too.
type jobStatus struct {
	Job     string             `json:"job"`
	Dest    string             `json:"dest"`
	Program string             `json:"program"`
	At      time.Time          `json:"at"`
	Inputs  int                `json:"inputs"`
	Whole   bool               `json:"whole"` // all of it is submitted
	Done    int                `json:"done"`  // tasks
	Waiting map[farm.Class]int `json:"waiting"`
	Dead    map[string]int     `json:"dead,omitempty"`
}

// status is `ziping-farm status [JOB]`.
func (a *app) status() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "status [JOB]", Short: a.say("做到哪里，谁在做", "how far it is, and who is at it"), Long: a.say(statusLong.ZH, statusLong.EN),
		Example: "ziping-farm status\nziping-farm status j0123456789ab",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			ctx, stop := interruptible()
			defer stop()
			q, err := a.dial("status")
			if err != nil {
				return err
			}
			defer q.Close()
			if err := q.There(ctx); err != nil {
				return err
			}
			var jobs []*farm.Job
			if len(args) == 1 {
				j, err := q.Job(ctx, args[0])
				if err != nil {
					return err
				}
				jobs = []*farm.Job{j}
			} else if jobs, err = q.Jobs(ctx); err != nil {
				return err
			}
			var all []jobStatus
			for _, j := range jobs {
				c, err := q.Count(ctx, j.ID)
				if err != nil {
					return err
				}
				all = append(all, jobStatus{j.ID, j.Dest, j.Plan.Program, j.At, j.Inputs, j.Whole, c.Done, c.Waiting, c.Dead})
			}
			workers, err := q.Roll(rollWait)
			if err != nil {
				return err
			}
			slices.SortFunc(workers, func(x, y queue.Here) int { return cmp.Compare(x.Worker, y.Worker) })
			if asJSON {
				return json.NewEncoder(a.stdout).Encode(struct {
					Jobs    []jobStatus  `json:"jobs"`
					Workers []queue.Here `json:"workers"`
				}{all, workers})
			}
			for _, j := range all {
				a.printJob(j)
			}
			if len(args) == 1 {
				if err := q.Dead(ctx, args[0], a.printDead); err != nil {
					return err
				}
			}
			for _, w := range workers {
				text := a.sayf("工作机 %s  ziping %s  同时 %d  手上 %d  完成 %d  失败 %d", "worker %s  ziping %s  %d at once  %d held  %d done  %d failed", w.Worker, w.Program, w.Jobs, w.Held, w.Done, w.Failed)
				if w.Leaving {
					text += a.say("  正在结束", "  ending")
				}
				fmt.Fprintln(a.stdout, screen.Clean(text))
			}
			if len(workers) == 0 {
				fmt.Fprintln(a.stdout, a.say("没有工作机应答", "no worker answers"))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("输出 JSON", "print JSON"))
	a.addServers(cmd.Flags())
	return cmd
}

func (a *app) printJob(j jobStatus) {
	waiting := 0
	for _, n := range j.Waiting {
		waiting += n
	}
	text := a.sayf("任务 %s  %d 个输入  完成 %d  等待或进行中 %d → %s", "job %s  %d inputs  %d done  %d waiting or under way → %s", j.Job, j.Inputs, j.Done, waiting, j.Dest)
	if !j.Whole {
		text += a.say("  提交未完成", "  not all submitted")
	}
	fmt.Fprintln(a.stdout, screen.Clean(text))
	for _, class := range slices.Sorted(maps.Keys(j.Dead)) {
		fmt.Fprintln(a.stdout, a.sayf("  放弃 [%s] %d", "  given up [%s] %d", class, j.Dead[class]))
	}
}

func (a *app) printDead(d *farm.Dead) error {
	why := ""
	if d.Error != nil {
		why = "  " + d.Error.Reason.In(a.lang)
	}
	fmt.Fprintln(a.stdout, screen.Clean(a.sayf("  [%s] %s  %s，第 %d 次%s", "  [%s] %s  %s, try %d%s", d.Class, d.Input.Path, d.Worker, d.Tries, why)))
	return nil
}
