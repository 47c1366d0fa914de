package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/render/screen"
)

// What a run would do, and why, in words.
var (
	forecastDo = map[string]extract.Text{
		batch.DoConvert: {ZH: "转换", EN: "convert"},
		batch.DoNothing: {ZH: "不动", EN: "nothing"},
		batch.DoRefuse:  {ZH: "拒绝", EN: "refuse"},
		batch.DoSkip:    {ZH: "跳过", EN: "skip"},
	}
	forecastWhy = map[string]extract.Text{
		batch.WhyNew:            {ZH: "新的", EN: "new"},
		batch.WhyContent:        {ZH: "输入改变了", EN: "the input has changed"},
		batch.WhyOptions:        {ZH: "选项或版本不同", EN: "other options, or another version"},
		batch.WhyAgain:          {ZH: "上次未成，再试", EN: "it failed last time and is tried again"},
		batch.WhyMissing:        {ZH: "缺少输出", EN: "an output is missing"},
		batch.WhyDone:           {ZH: "上次已完成", EN: "done by an earlier run"},
		batch.WhyTaken:          {ZH: "输出的位置上有不是 ziping 写的文件", EN: "a file that ziping did not make stands where an output would"},
		batch.WhyEdited:         {ZH: "输出被人改过", EN: "someone changed an output"},
		batch.WhyUnread:         {ZH: "无法读取", EN: "it cannot be read"},
		batch.WhyNoReader:       {ZH: "没有能读它的读取器", EN: "there is no reader for it"},
		string(batch.Hidden):    {ZH: "隐藏文件", EN: "hidden"},
		string(batch.LockFile):  {ZH: "办公软件的锁文件", EN: "a lock file of an office program"},
		string(batch.NoFile):    {ZH: "链接或特殊文件", EN: "a link or a special file"},
		string(batch.Excluded):  {ZH: "由 --include、--exclude 排除", EN: "by --include, --exclude"},
		string(batch.Unlisted):  {ZH: "不在 --files-from 的清单里", EN: "not in the list of --files-from"},
		string(batch.Older):     {ZH: "早于 --newer", EN: "older than --newer"},
		string(batch.Own):       {ZH: "ziping 以前写出的", EN: "written by ziping before"},
		string(batch.Elsewhere): {ZH: "属于别的 --shard", EN: "of another --shard"},
	}
)

// dryRun tells what convert would do.
func (a *app) dryRun(plan *batch.Plan, dir string, o batch.Options, asJSON bool) error {
	counts := map[string]int{}
	enc := json.NewEncoder(a.stdout)
	enc.SetEscapeHTML(false)
	err := batch.Preview(plan, dir, o, func(f batch.Forecast) {
		counts[f.Do]++
		if asJSON {
			_ = enc.Encode(f) // a lost line is told of at the end, by sink
			return
		}
		text := fmt.Sprintf("%s  %s", forecastDo[f.Do].In(a.lang), screen.Clean(a.show(f.Path)))
		if len(f.Outputs) > 0 {
			text += " → " + screen.Clean(strings.Join(f.Outputs, a.say("、", ", ")))
		}
		fmt.Fprintf(a.stdout, "%s%s\n", text, a.sayf("（%s）", " (%s)", forecastWhy[f.Why].In(a.lang)))
	})
	if err != nil {
		return a.cannotOpen(dir, err)
	}
	if !asJSON {
		fmt.Fprintln(a.stdout, a.sayf("只是预演，什么也没有写：转换 %d，不动 %d，拒绝 %d，跳过 %d", "a dry run, nothing was written: %d to convert, %d done already, %d refused, %d skipped",
			counts[batch.DoConvert], counts[batch.DoNothing], counts[batch.DoRefuse], counts[batch.DoSkip]))
	}
	return nil
}
