package main

import (
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/internal/batch"
)

// merge is `ziping merge DIR... -o OUT`.
func (a *app) merge() *cobra.Command {
	var out, list string
	var force, strict, asJSON, quiet bool
	cmd := &cobra.Command{
		Use:         "merge DIR... -o OUT",
		Short:       a.say("把各份（--shard）的输出和台账合到一起", "put the outputs and accounts of shards together"),
		Long:        a.say(mergeLong.ZH, mergeLong.EN),
		Example:     a.say(mergeExample.ZH, mergeExample.EN),
		Annotations: map[string]string{"exit": a.say(convertExit.ZH, convertExit.EN)},
		Args:        a.atLeast(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if out == "" {
				return a.usage(a.say("缺少 -o OUT", "-o OUT is missing"), a.exampleHint(cmd))
			}
			formats, err := a.datasetFor(out, list, force)
			if err != nil {
				return err
			}
			show := a.newProgress(nil, asJSON, quiet)
			show.brief = true
			t, err := batch.Merge(args, out, batch.Options{Force: force, Summary: newSummary(a.lang, out, formats), Anew: list != "", Messages: a.messages(), Done: show.done})
			var full *batch.FullError
			switch {
			case errors.As(err, &full):
				a.stopped(out, t.OK+t.Partial, err)
				a.exit = exitAllFailed
				return nil
			case err != nil:
				return a.cannotMerge(out, err)
			}
			a.lost = exitSomeFailed // the files are there
			show.total(t, out)
			a.exit = status(t.Inputs-t.Skipped, t.Failed, false, strict && t.Findings["error"] > 0)
			ctx, stop := interruptible()
			defer stop()
			a.writeDataset(ctx, out, formats, force, a.lastWords(asJSON, quiet))
			return nil
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", a.say("`OUT`：合到这个文件夹", "put them into the folder `OUT`"))
	a.addDatasetFlag(cmd.Flags(), &list)
	cmd.Flags().BoolVar(&force, "force", false, a.say("覆盖 OUT 中不是 ziping 写的文件", "overwrite files in OUT that ziping did not make"))
	cmd.Flags().BoolVar(&strict, "strict", false, a.say("表中有错误时以 1 退出", "exit with 1 if there are findings of level error"))
	a.addQuiet(cmd, &quiet)
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("每个输入输出一行 JSON", "one line of JSON for each input"))
	return cmd
}

// cannotMerge says why folders cannot be put together.
func (a *app) cannotMerge(out string, err error) error {
	var none *batch.NoAccountError
	var conflict *batch.ConflictError
	var unsound *batch.UnsoundError
	var damaged *batch.DamagedError
	switch {
	case errors.As(err, &none):
		return a.usage(a.sayf("%s 中没有台账 run.ndjson", "%s has no account run.ndjson", none.Dir), a.say("请给出 ziping convert --shard 写出的各个文件夹", "name the folders that ziping convert --shard wrote"))
	case errors.As(err, &conflict):
		return a.usage(a.sayf("%s 和 %s 都有 %s，内容却不同", "%s and %s both have %s, and not the same", conflict.First, conflict.Second, conflict.Output),
			a.say("各份应来自同一批输入、同一选项；请重跑其中旧的一份", "shards come from the same inputs and options; run the older one again"))
	case errors.As(err, &unsound):
		return a.usage(a.sayf("%s 中的 %s 缺失或被改过", "in %s, %s is missing or was changed", unsound.Dir, unsound.Output), a.sayf("先运行 ziping verify %s --repair", "run ziping verify %s --repair first", unsound.Dir))
	case errors.As(err, &damaged):
		return a.usage(a.sayf("%s 的台账有 %d 行损坏", "%s has %d damaged lines in its account", damaged.Dir, damaged.Lines), a.say("请先重跑写出它的 convert 命令", "run the convert command that wrote it again first"))
	case errors.Is(err, fs.ErrNotExist):
		return a.usage(a.sayf("没有这个文件夹：%s", "no such folder: %s", pathOf(err)), a.say("请检查路径", "check the path"))
	}
	return a.cannotOpen(out, err)
}

func pathOf(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Path
	}
	return ""
}

var (
	mergeLong = extract.Text{
		ZH: `把几个 DIR 的输出、台账和汇总合到 OUT，与一次运行处理全部输入所得相同。先看清全部 DIR
（每个输出都与台账核对），有矛盾就什么也不写。DIR 不改动；再运行一次只补新的。`,
		EN: `Puts the outputs, accounts and summaries of several DIRs together in OUT, as one run
over all the inputs would have left them. All DIRs are looked at first (each output is
held against its account), and nothing is written if they contradict each other. The
DIRs stay as they are; running it again adds what is new.`,
	}
	mergeExample = extract.Text{
		ZH: "ziping convert 自评表 -o 份1 --shard 1/2\nziping convert 自评表 -o 份2 --shard 2/2\nziping merge 份1 份2 -o out",
		EN: "ziping convert forms -o part1 --shard 1/2\nziping convert forms -o part2 --shard 2/2\nziping merge part1 part2 -o out",
	}
)
