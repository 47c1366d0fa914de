package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ziping/internal/farm"
	"ziping/internal/farm/program"
	"ziping/internal/farm/store"
	"ziping/internal/farm/submit"
	"ziping/render/screen"
)

// passed are the flags of ziping convert that submit hands on.
var passed = []struct{ name, zh, en string }{
	{"to", "`LIST`：写出的格式，以逗号分隔（默认 xlsx,pdf,json）", "formats to write, a comma-separated `LIST` (default xlsx,pdf,json)"},
	{"dataset", "`LIST`：收取时把全部记录另写成数据集：sqlite、parquet、csv", "have collect write all records as a dataset too: a `LIST` of sqlite, parquet, csv"},
	{"rules", "`FILE|NAME`：评分规则（默认 auto）", "scoring rule set, `FILE|NAME` (default auto)"},
	{"ocr", "`auto|force|off`：哪些页按图片识别", "which pages are recognised as pictures: `auto|force|off`"},
	{"dpi", "`N`：图片的分辨率", "resolution `N` of pictures"},
	{"files-from", "`FILE`：处理其中列出的路径", "take the paths listed in `FILE`"},
	{"newer", "`TIME`：只处理此后改过的", "take what was changed since only, a `TIME`"},
}

// datasets are the formats that a dataset may have.
var datasets = []string{"sqlite", "parquet", "csv"}

// repeated are those that may be given several times.
var repeated = []struct{ name, zh, en string }{
	{"include", "`GLOB`：文件夹和压缩包中只处理符合的", "of folders and archives take what matches only, a `GLOB`"},
	{"exclude", "`GLOB`：不处理符合的", "pass over what matches, a `GLOB`"},
}

// submit is `ziping-farm submit PATH... -o DIR`.
func (a *app) submit() *cobra.Command {
	o := submit.Options{Stdin: a.stdin, Stderr: a.stderr, Trouble: a.trouble}
	var queueBytes, storeBytes, order string
	var noRepair bool
	values, lists := map[string]*string{}, map[string]*[]string{}
	cmd := &cobra.Command{
		Use: "submit PATH... -o DIR", Short: a.say("为每个输入排一个任务", "queue a task for each input"), Long: a.say(submitLong.ZH, submitLong.EN),
		Example: a.say("ziping-farm submit 自评表 -o out\nziping-farm submit /mnt/share/自评表 -o out --store /mnt/share\nziping-farm submit 's3://forms/2024?endpoint=https://minio:9000' -o out \\\n  --store 's3://forms?endpoint=https://minio:9000'",
			"ziping-farm submit forms -o out\nziping-farm submit /mnt/share/forms -o out --store /mnt/share\nziping-farm submit 's3://forms/2024?endpoint=https://minio:9000' -o out \\\n  --store 's3://forms?endpoint=https://minio:9000'"),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			switch {
			case len(args) == 0 && *values["files-from"] == "":
				return &usageError{a.say("submit 需要文件、文件夹或 s3://", "submit needs a file, a folder or s3://"), a.say("例如 ziping-farm submit 自评表 -o out", "for example ziping-farm submit forms -o out")}
			case o.Dest == "":
				return &usageError{a.say("缺少 -o DIR", "-o DIR is missing"), a.say("例如 ziping-farm submit 自评表 -o out", "for example ziping-farm submit forms -o out")}
			case o.Job != "" && !farm.Named(o.Job):
				return &usageError{a.sayf("--job 的值 %q 无效", "--job: %q is not valid", o.Job), nameHint(a)}
			case order != "small" && order != "oldest":
				return &usageError{a.sayf("--first 的值 %q 无效", "--first: %q is not valid", order), a.say("可用的值：small、oldest", "values: small, oldest")}
			}
			for _, p := range args {
				if strings.HasPrefix(p, "s3://") && len(args) > 1 {
					return &usageError{a.say("s3:// 一次只能给一个", "s3:// goes alone"), a.say("请分几次提交，各用不同的 -o", "submit them one by one, with an -o of its own each")}
				}
			}
			if a.servers.QueueBytes, err = a.size("queue-bytes", queueBytes); err != nil {
				return err
			}
			if a.servers.StoreBytes, err = a.size("store-bytes", storeBytes); err != nil {
				return err
			}
			o.Oldest, o.Paths = order == "oldest", args
			o.Flags = []string{"--lang", string(a.lang)}
			for name, v := range values {
				if *v != "" {
					o.Flags = append(o.Flags, "--"+name, *v)
				}
			}
			for name, all := range lists {
				for _, v := range *all {
					o.Flags = append(o.Flags, "--"+name, v)
				}
			}
			if noRepair {
				o.Flags = append(o.Flags, "--no-repair")
			}
			return a.doSubmit(o)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.Dest, "output", "o", "", a.say("`DIR`：collect 写到这个文件夹", "the folder that collect writes into, `DIR`"))
	f.StringVar(&o.Job, "job", "", a.say("`NAME`：任务的名称（默认由输入、选项和 DIR 得出）", "a `NAME` for the job (default: made of the inputs, the options and DIR)"))
	f.StringVar(&o.Store, "store", store.NATS, a.say("`WHERE`：大的内容放在哪里：nats（队列的服务器）、各机器同一路径可见的文件夹、s3://桶", "`WHERE` large contents go: nats (the servers of the queue), a folder that all machines see under one path, s3://bucket"))
	f.StringVar(&order, "first", "small", a.say("`small|oldest`：先做小的，还是先来先做", "what comes first: `small|oldest`"))
	f.BoolVar(&o.Again, "again", false, a.say("再试一次可能成功的失败：不能读取、没有进展、程序出错", "do again what failed in a way that another try may overcome: not read, no progress, a defect"))
	f.StringVar(&queueBytes, "queue-bytes", "", a.say("`SIZE`：等待的任务最多占多少，满了 submit 就等（建立队列时）", "most that waiting tasks take, a `SIZE`; submit waits then (when the queue is made)"))
	f.StringVar(&storeBytes, "store-bytes", "", a.say("`SIZE`：结果、大的内容各自最多占多少（建立队列时）", "most that results, and large contents, take, a `SIZE` (when the queue is made)"))
	f.IntVar(&a.servers.Replicas, "replicas", 0, a.say("`N`：每条消息存几份（默认：有三台服务器时 3，否则 1）", "servers that hold each message, `N` (default 3 where there are three, else 1)"))
	f.BoolVar(&noRepair, "no-repair", false, a.say("只列出更正方案，不更正", "list repairs and apply none"))
	hand(a, f, values, lists)
	suggest(cmd, "first", "small", "oldest")
	suggest(cmd, "to", "xlsx", "pdf", "json", "docx", "searchable")
	suggest(cmd, "dataset", datasets...)
	suggest(cmd, "ocr", "auto", "force", "off")
	a.addServers(f)
	return cmd
}

func hand(a *app, f *pflag.FlagSet, values map[string]*string, lists map[string]*[]string) {
	for _, p := range passed {
		values[p.name] = f.String(p.name, "", a.say(p.zh, p.en))
	}
	for _, p := range repeated {
		lists[p.name] = f.StringArray(p.name, nil, a.say(p.zh, p.en))
	}
}

func (a *app) doSubmit(o submit.Options) error {
	ctx, stop := interruptible()
	defer stop()
	p, err := program.Find(a.ziping)
	if err != nil {
		return err
	}
	q, err := a.dial("submit")
	if err != nil {
		return err
	}
	defer q.Close()
	if err := q.Prepare(ctx); err != nil {
		return err
	}
	last := time.Now()
	o.Each = func(inputs, _ int) {
		if now := time.Now(); now.Sub(last) > 5*time.Second {
			last = now
			a.tell(a.sayf("已排 %d 个输入", "%d inputs until now", inputs))
		}
	}
	s, err := submit.Do(ctx, q, p, o)
	if err != nil {
		return err
	}
	fmt.Fprintln(a.stdout, a.sayf("任务 %s：%d 个输入，新排 %d 个，已有 %d 个", "job %s: %d inputs, %d tasks queued, %d known", s.Job.ID, s.Job.Inputs, s.Fresh, s.Known))
	if s.Unread > 0 {
		fmt.Fprintln(a.stdout, a.sayf("%d 个输入不能读取，收取时记入台账", "%d inputs cannot be read; the account will tell", s.Unread))
	}
	if s.Again > 0 {
		fmt.Fprintln(a.stdout, a.sayf("%d 个失败的再试一次", "%d that failed are done again", s.Again))
	}
	fmt.Fprintln(a.stdout, a.sayf("收取：ziping-farm collect %s --wait → %s", "to collect: ziping-farm collect %s --wait → %s", s.Job.ID, screen.Clean(s.Job.Dest)))
	return nil
}
