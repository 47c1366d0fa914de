package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/internal/farm"
	"ziping/internal/farm/desk"
	"ziping/internal/farm/figures"
	"ziping/internal/farm/program"
	"ziping/internal/farm/queue"
)

// The defaults of a worker.
const (
	defaultAckWait = 30 * time.Second
	defaultTries   = 10
)

// A worker's own process carries bytes and keeps none: garbage is collected rarely, and
// often where it comes to so much.
const (
	rareGC     = 400
	softMemory = 128 << 20
)

// work is `ziping-farm work`.
func (a *app) work() *cobra.Command {
	o := desk.Options{Trouble: a.trouble, Later: a.later}
	var timeout time.Duration
	var memory, metrics string
	cmd := &cobra.Command{
		Use: "work", Short: a.say("取任务来做", "take tasks and do them"), Long: a.say(workLong.ZH, workLong.EN),
		Example: a.say("ziping-farm work --nats nats://10.0.0.1:4222\nziping-farm work --jobs 8 --metrics :9464", "ziping-farm work --nats nats://10.0.0.1:4222\nziping-farm work --jobs 8 --metrics :9464"),
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			most, err := a.size("memory", memory)
			if err != nil {
				return err
			}
			if o.Jobs == 0 {
				o.Jobs = runtime.GOMAXPROCS(0)
			}
			if o.Jobs < 0 || o.Tries < 1 || o.AckWait < 100*time.Millisecond {
				return &usageError{a.say("--jobs 和 --tries 至少为 1，--ack-wait 至少为 100ms", "--jobs and --tries are at least 1, --ack-wait at least 100ms"), a.say("见 ziping-farm work --help", "see ziping-farm work --help")}
			}
			return a.doWork(o, timeout, most, metrics)
		},
	}
	f := cmd.Flags()
	f.IntVar(&o.Jobs, "jobs", 0, a.say("`N`：同时处理的输入数（默认每核一个）", "inputs worked on at once, `N` (default: one for each core)"))
	f.DurationVar(&timeout, "timeout", 0, a.say("`TIME`：一个输入最多用多久（默认 10m）", "longest an input may take, a `TIME` (default 10m)"))
	f.StringVar(&memory, "memory", "", a.say("`SIZE`：处理一个输入最多用多少内存（默认 1G）", "most memory an input may take, a `SIZE` (default 1G)"))
	f.StringVar(&o.Store, "store", "", a.say("`WHERE`：任务的存储是文件夹或 s3:// 时，此处给出同一个；不给的一概不用", "the folder or s3:// that jobs keep large contents in, `WHERE`; none is used that is not given here"))
	f.StringVar(&metrics, "metrics", "", a.say("`[HOST]:PORT`：在这里显示数字：/ 供人看，/metrics 供 Prometheus（不写主机时只有本机可见）", "show figures at `[HOST]:PORT`: / for people, /metrics for Prometheus (without a host, to this machine alone)"))
	f.StringVar(&o.Name, "name", "", a.say("`NAME`：这台工作机的名称（默认：主机名-进程号）", "a `NAME` for this worker (default: host-process)"))
	f.IntVar(&o.Tries, "tries", defaultTries, a.say("`N`：一个任务最多发出几次，之后放弃", "how often a task is given out before it is given up, `N`"))
	f.DurationVar(&o.AckWait, "ack-wait", defaultAckWait, a.say("`TIME`：工作机多久没有音讯，其任务就交给别的（由第一台工作机决定）", "silence of a worker after which its tasks go to others, a `TIME` (the first worker decides)"))
	f.DurationVar(&o.Idle, "idle", 0, a.say("`TIME`：这么久没有任务就结束（默认不结束）", "end after so long without a task, a `TIME` (default never)"))
	a.addServers(f)
	return cmd
}

func (a *app) doWork(o desk.Options, timeout time.Duration, memory int64, metrics string) error {
	debug.SetGCPercent(rareGC)
	debug.SetMemoryLimit(softMemory)
	a.carry(o.Jobs)
	drain, stop := interruptible()
	defer stop()
	p, err := program.Find(a.ziping)
	if err != nil {
		return err
	}
	q, err := a.dial("work")
	if err != nil {
		return err
	}
	defer q.Close()
	ctx := context.Background()
	if err := q.Prepare(ctx); err != nil { // it may come before the first submit
		return err
	}
	if o.Name == "" {
		host, _ := os.Hostname()
		o.Name = fmt.Sprintf("%s-%d", host, os.Getpid())
	}
	o.Program = p
	o.Pool = p.Pool(timeout, memory, sync.OnceFunc(func() {
		a.tell(a.say("首次读取 PDF，正在准备（约几秒，以后不再需要）…", "first PDF: preparing, once, for a few seconds …"))
	}))
	defer o.Pool.Close()
	f := new(desk.Figures)
	var leaving atomic.Bool
	told := context.AfterFunc(drain, func() {
		leaving.Store(true)
		a.tell(a.say("不再取新任务；做完手上的就结束", "taking nothing more; ending once what is under way is done"))
	})
	defer told() // that it ends by itself is told otherwise
	err = q.Answer(func() queue.Here {
		return queue.Here{Worker: o.Name, Program: p.Name, Jobs: o.Jobs, Held: f.Holds.Load(), Done: f.Done.Load(), Failed: f.Failed.Load(), Leaving: leaving.Load()}
	})
	if err != nil {
		return err
	}
	if metrics != "" {
		l, err := figures.Serve(metrics, &figures.Page{Worker: o.Name, Program: p.Name, Server: q.Server(), Tenant: q.Tenant, Lang: a.lang, F: f, Since: time.Now()})
		if err != nil {
			return &farm.Problem{
				Message: extract.Text{ZH: "不能在 " + metrics + " 显示数字", EN: "cannot show figures at " + metrics},
				Hint:    extract.Text{ZH: "端口可能已被占用；例如 --metrics :9464", EN: "the port may be taken; for example --metrics :9464"}, Err: err,
			}
		}
		defer func() { _ = l.Close() }() // the program ends
		a.tell(a.sayf("数字在 http://%s/", "figures at http://%s/", l.Addr()))
	}
	a.tell(a.sayf("工作机 %s：ziping %s，同时 %d 个，服务器 %s", "worker %s: ziping %s, %d at once, server %s", o.Name, p.Name, o.Jobs, q.Server()))
	err = desk.Run(ctx, drain, q, o, f)
	a.tell(a.sayf("完成 %d，失败 %d，重复 %d，放弃 %d", "%d done, %d of them failed, %d twice, %d given up", f.Done.Load(), f.Failed.Load(), f.Twice.Load(), f.Dead.Load()))
	return err
}
