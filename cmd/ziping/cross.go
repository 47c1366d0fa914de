package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/pipeline"
	"ziping/render/jsonout"
	"ziping/render/screen"
	"ziping/score/cross"
)

// crossSchema names the JSON of cross.
const crossSchema = "ziping.cross/1"

// cross is `ziping cross DIR`.
func (a *app) cross() *cobra.Command {
	var f auditFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:         "cross DIR",
		Short:       a.say("把 DIR 中的表互相对照（年度之间、部门与项目、雷同的文字）", "compare the forms in DIR with each other (years, departments, copied texts)"),
		Long:        a.say(crossLong.ZH, crossLong.EN),
		Example:     a.say(crossExample.ZH, crossExample.EN),
		Annotations: map[string]string{"exit": a.say(crossExit.ZH, crossExit.EN)},
		Args:        a.exactlyOne,
		PreRunE:     a.readingFlags,
		RunE: func(cmd *cobra.Command, args []string) error {
			if info, err := os.Stat(args[0]); err != nil || !info.IsDir() {
				return a.usage(a.sayf("%s 不是文件夹", "%s is not a folder", args[0]), a.exampleHint(cmd))
			}
			dir, err := a.accounted(args[0], f)
			if dir != args[0] {
				defer os.RemoveAll(dir)
			}
			if err != nil || a.exit == exitInterrupted {
				return err
			}
			found, err := a.crossed(dir)
			if err != nil {
				return a.cannotVerify(args[0], err)
			}
			if asJSON {
				return jsonout.Write(a.stdout, struct {
					Schema string `json:"schema"`
					*cross.Found
				}{crossSchema, found}, jsonout.Indented)
			}
			a.showCrossed(found)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("输出 JSON", "as JSON"))
	a.addReadingFlags(cmd.Flags())
	a.addLimitFlags(cmd.Flags(), &f.limitFlags)
	return cmd
}

// accounted is a folder with an account of the forms in DIR: DIR itself, if a run made
// it, else a temporary one that a run over DIR makes now.
func (a *app) accounted(dir string, f auditFlags) (string, error) {
	if _, err := os.Stat(filepath.Join(dir, "run.ndjson")); err == nil {
		return dir, nil
	}
	tmp, err := os.MkdirTemp("", "ziping-cross-*")
	if err != nil {
		return dir, a.cannotOpen(os.TempDir(), err)
	}
	plan, err := a.choose([]string{dir}, chooseFlags{})
	if err != nil {
		return tmp, err
	}
	f.noRepair = false
	s, err := a.auditing(f)
	if err != nil {
		return tmp, err
	}
	show := a.newProgress(plan, false, false)
	show.brief = true
	run, err := batch.Open(plan, tmp, batch.Options{
		Formats: []string{"json"}, Key: runKey(s), FailFast: f.failFast, Workers: f.atOnce(), Limit: extract.DefaultLimits().Bytes,
		Runner: runner{a, s}, Messages: a.messages(), Done: show.done,
	})
	if err != nil {
		return tmp, a.cannotOpen(tmp, err)
	}
	ctx, stop := interruptible()
	defer stop()
	show.start()
	t, err := run.Do(ctx)
	show.end()
	if err != nil {
		return tmp, a.cannotOpen(tmp, err)
	}
	a.exit = status(t.Inputs-t.Skipped, t.Failed, t.Interrupted, false)
	return tmp, nil
}

// crossed compares the forms that an account tells of.
func (a *app) crossed(dir string) (*cross.Found, error) {
	folder, err := batch.ReadFolder(dir)
	if err != nil {
		return nil, err
	}
	defer folder.Close()
	c, err := newCrossing("")
	if err != nil {
		return nil, err
	}
	defer c.close()
	for l, err := range folder.Lines {
		if err != nil {
			return nil, err
		}
		var d pipeline.Digest
		if l.Error != nil || json.Unmarshal(l.Digest, &d) != nil {
			continue
		}
		if err := c.add(l, &d); err != nil {
			return nil, err
		}
	}
	return c.set.Run(a.lang)
}

// showCrossed prints what was found, check by check, and what was compared.
func (a *app) showCrossed(found *cross.Found) {
	titles := a.crossTitles()
	width := 80
	if w := a.width(); w > 0 {
		width = min(w, 120)
	}
	check := ""
	for i := range found.Findings {
		f := &found.Findings[i]
		if f.Check != check {
			check = f.Check
			fmt.Fprintf(a.stdout, "%s %s\n", check, titles[check])
		}
		name := f.Organisation
		if f.Project != "" {
			name += " · " + f.Project
		}
		fmt.Fprintf(a.stdout, "  %s\n", screen.Clean(name))
		for k, side := range []*cross.Side{&f.Here, &f.There} {
			text := a.say("本表  ", "this   ")
			if k == 1 {
				text = a.say("对照  ", "other  ")
			}
			if side.Year > 0 {
				text += a.sayf("%d 年 ", "%d ", side.Year)
			}
			text += side.Label + " " + side.Value + "  ← " + a.show(side.Path)
			if side.Place != "" {
				text += " " + side.Place
			}
			a.indented(screen.Clean(text), 4, 10, width)
		}
		a.indented(screen.Clean(f.Message), 4, 4, width)
		fmt.Fprintln(a.stdout)
	}
	agree, disagree, untestable := 0, 0, 0
	for _, id := range slices.Sorted(maps.Keys(found.Tallies)) {
		t := found.Tallies[id]
		agree, disagree, untestable = agree+t.Agree, disagree+t.Disagree, untestable+t.Untestable
	}
	fmt.Fprintln(a.stdout, a.sayf("对照了 %d 份表：%d 处相符，%d 处请核对，%d 处无法对照", "compared %d forms: %d places agree, %d to look at, %d could not be compared", found.Forms, agree, disagree, untestable))
	if found.LeftOut > 0 {
		fmt.Fprintln(a.stdout, a.sayf("另有 %d 份表没有参加对照：没有单位名称，或者由旧版本写出（再运行一次 convert）", "%d more forms were left out: they name no organisation, or another version wrote them (run convert again)", found.LeftOut))
	}
}

// indented prints a paragraph whose first line is indented otherwise than the rest.
func (a *app) indented(text string, first, rest, width int) {
	indent := first
	for _, line := range screen.Wrap(text, width-rest) {
		fmt.Fprintf(a.stdout, "%*s%s\n", indent, "", line)
		indent = rest
	}
}

var (
	crossLong = extract.Text{
		ZH: `把多份表互相对照：同一单位相接两年的结余与结转、指标值、预算；部门整体与其项目、
下属单位；雷同的完成情况文字；千篇一律的扣分原因；年年满分；同一份表的两个版本。
DIR 是 ziping convert 写出的文件夹（取自台账，不重新读取），或放着自评表的文件夹。
都是供人核对的提示，每处列出两份表的位置和数字，以及对照的前提。convert 写的
summary.xlsx 中也有这一页。各项检查见 ziping explain CRS-01 至 CRS-08。`,
		EN: `Compares forms with each other: balances carried over, targets and budgets of one
organisation in years that follow; a department with its projects and units;
results told in another form's words; one reason for every shortfall; full marks
every time; two versions of one form. DIR is a folder that ziping convert wrote (its
account is read, no form again) or one with forms. All are notices to look at, with
the places and figures of both forms and what is taken for granted. summary.xlsx of
convert has a sheet of them. The checks: ziping explain CRS-01 to CRS-08.`,
	}
	crossExample = extract.Text{
		ZH: "ziping cross out\nziping cross 历年自评表\nziping cross out --json > 对照.json",
		EN: "ziping cross out\nziping cross forms\nziping cross out --json > cross.json",
	}
	crossExit = extract.Text{
		ZH: "0    已对照（有提示也是 0）\n2    用法有误；DIR 正由另一次运行写入\n3    有的输入失败，其余已对照\n4    全部失败\n130  被中断",
		EN: "0    compared, also with notices\n2    usage error; another run writes to DIR\n3    some inputs failed, the rest were compared\n4    all failed\n130  interrupted",
	}
)
