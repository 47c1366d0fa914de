package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/dataset"
	"ziping/render/jsonout"
	"ziping/render/screen"
)

// verifySchema names the JSON of verify.
const verifySchema = "ziping.verify/1"

// verify is `ziping verify DIR`.
func (a *app) verify() *cobra.Command {
	var f auditFlags
	var asJSON, repair bool
	cmd := &cobra.Command{
		Use:         "verify DIR",
		Short:       a.say("按台账核对 DIR 中的输出，--repair 补做", "hold the outputs in DIR against its account; --repair redoes"),
		Long:        a.say(verifyLong.ZH, verifyLong.EN),
		Example:     a.say(verifyExample.ZH, verifyExample.EN),
		Annotations: map[string]string{"exit": a.say(verifyExit.ZH, verifyExit.EN)},
		Args:        a.exactlyOne,
		PreRunE:     a.readingFlags,
		RunE: func(_ *cobra.Command, args []string) error {
			v, err := batch.Verify(args[0])
			if err != nil {
				return a.cannotVerify(args[0], err)
			}
			report := verified{Schema: verifySchema, Verified: *v}
			if repair && !v.Whole() {
				if err := a.repair(args[0], f, &report); err != nil {
					return err
				}
			}
			if err := a.verifyDataset(args[0], &report); err != nil {
				return err
			}
			if d := report.Dataset; repair && !report.Interrupted && !d.Whole() && !d.Foreign {
				ctx, stop := interruptible()
				defer stop()
				a.writeDataset(ctx, args[0], d.Formats, true, nil)
				if err := a.verifyDataset(args[0], &report); err != nil {
					return err
				}
			}
			return a.showVerified(args[0], &report, asJSON)
		},
	}
	cmd.Flags().BoolVar(&repair, "repair", false, a.say("重做缺失或被改过的输出（被改过的会被覆盖）", "redo what is missing or changed (what was changed is overwritten)"))
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("输出 JSON", "as JSON"))
	cmd.Flags().StringVar(&f.rules, "rules", "", a.say("`FILE|NAME`：--repair 所用的评分规则，写出时用了规则文件才需要", "scoring rule set of --repair, `FILE|NAME`; needed where a file was used"))
	a.addReadingFlags(cmd.Flags())
	a.addLimitFlags(cmd.Flags(), &f.limitFlags)
	return cmd
}

// verified is the JSON of verify.
type verified struct {
	Schema string `json:"schema"`
	batch.Verified
	Dataset     *dataset.Verified `json:"dataset,omitempty"`
	Repaired    []batch.Repaired  `json:"repaired,omitempty"`
	Interrupted bool              `json:"interrupted,omitempty"`
}

func (a *app) cannotVerify(dir string, err error) error {
	var none *batch.NoAccountError
	var held *batch.HeldError
	switch {
	case errors.As(err, &held):
		return a.held(dir, held)
	case errors.As(err, &none):
		return a.usage(a.sayf("%s 中没有台账 run.ndjson", "%s has no account run.ndjson", dir), a.say("verify 核对 ziping convert -o 写出的文件夹", "verify is for folders that ziping convert -o wrote"))
	case errors.Is(err, fs.ErrNotExist):
		return a.missing([]string{dir})
	}
	return a.cannotOpen(dir, err)
}

// repair makes what is missing or changed anew and compares once more.
func (a *app) repair(dir string, f auditFlags, report *verified) error {
	if err := a.setLimits(f.limitFlags); err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	runner := func(key string) (batch.Runner, string, *batch.Failure) {
		s, failure := a.settingsOf(key, f)
		if failure != nil {
			return nil, "", failure
		}
		return runner{a, s}, runKey(s), nil
	}
	fail := func(kind, zh, en, hintZH, hintEN string) batch.Failure {
		return batch.Failure{Kind: kind, Message: a.say(zh, en), Hint: a.say(hintZH, hintEN)}
	}
	o := batch.Options{Limit: extract.DefaultLimits().Bytes, Summary: newSummary(a.lang, dir, datasetIn(dir)), Messages: a.messages(), Workers: f.atOnce()}
	m := batch.RepairMessages{
		Changed: fail("changed", "输入在写出之后改变了", "the input has changed since", "请再运行 ziping convert", "run ziping convert again"),
		Gone:    fail("read", "找不到输入", "the input is not there", "请在当初运行 convert 的文件夹里运行，或恢复输入", "run it in the folder where convert ran, or bring the input back"),
		Piped:   fail("read", "输入来自标准输入或压缩包，不能单独重做", "the input came from standard input or an archive and cannot be redone alone", "请再运行 ziping convert", "run ziping convert again"),
	}
	err := batch.Repair(ctx, dir, o, m, runner, func(done batch.Repaired) {
		report.Repaired = append(report.Repaired, done)
		if done.Failure != nil {
			a.failed(done.Path, *done.Failure)
		}
	})
	var full *batch.FullError
	switch {
	case errors.Is(err, context.Canceled):
		report.Interrupted = true
	case errors.As(err, &full):
		a.stopped(dir, len(report.Repaired), err)
	case err != nil:
		return a.cannotVerify(dir, err)
	}
	v, err := batch.Verify(dir)
	if err != nil {
		return a.cannotVerify(dir, err)
	}
	v.Lines = report.Lines
	report.Verified = *v
	return nil
}

// settingsOf are the settings that a line's key tells of. The version is this
// program's: what another one made is made anew by this one.
func (a *app) settingsOf(key string, f auditFlags) (settings, *batch.Failure) {
	fail := func(message string) (settings, *batch.Failure) {
		return settings{}, &batch.Failure{Kind: string(extract.ErrRead), Message: message, Hint: a.say("请用 --rules 指出当时的规则文件", "name the rule file of then with --rules")}
	}
	then := a.settings()
	_, rest, _ := strings.Cut(key, "/") // behind the version
	for part := range strings.SplitSeq(rest, "/") {
		rules, isRules := strings.CutPrefix(part, "rules=")
		switch {
		case isRules && f.rules == "":
			id, _, isFile := strings.Cut(rules, ":")
			if isFile {
				return fail(a.say("写出时用的是自己的规则文件", "a rule file was used"))
			}
			f.rules = id
		case isRules:
		case part == "no-repair":
			f.noRepair = true
		case part == string(extract.ZH), part == string(extract.EN):
			then.Lang = extract.Lang(part)
		case part == string(extract.RecogniseAuto), part == string(extract.RecogniseForce), part == string(extract.RecogniseOff):
			then.Recognition = extract.Recognition(part)
		default:
			if dpi, err := strconv.ParseFloat(part, 64); err == nil {
				then.DPI = dpi
			}
		}
	}
	s, err := a.auditing(f)
	if err != nil {
		return fail(a.text(err))
	}
	s.Lang, s.Recognition, s.DPI = then.Lang, then.Recognition, then.DPI
	return s, nil
}

// showVerified prints what was found and sets the exit status.
func (a *app) showVerified(dir string, r *verified, asJSON bool) error {
	a.exit = status(max(r.Inputs, 1), r.Broken, r.Interrupted, false)
	if a.exit == exitOK && !(r.Whole() && r.Dataset.Whole()) {
		a.exit = exitSomeFailed
	}
	if asJSON {
		return jsonout.Write(a.stdout, r, jsonout.Indented)
	}
	state := map[batch.State]string{batch.Missing: a.say("缺失", "missing"), batch.Changed: a.say("被改过", "changed")}
	for _, d := range r.Damage {
		fmt.Fprintf(a.stdout, "%s  %s  ← %s\n", state[d.State], screen.Clean(d.Output), screen.Clean(a.show(d.Path)))
	}
	for _, g := range r.Gone {
		fmt.Fprintf(a.stdout, "%s  %s\n", a.say("输入已不在", "input gone"), screen.Clean(g))
	}
	for _, s := range r.Strangers {
		fmt.Fprintf(a.stdout, "%s  %s\n", a.say("不是 ziping 写的", "not by ziping"), screen.Clean(s))
	}
	if r.Lines > 0 {
		fmt.Fprintln(a.stdout, a.sayf("台账有 %d 行损坏；再运行 ziping convert 会重做这些输入", "%d lines of the account are damaged; ziping convert does their inputs again", r.Lines))
	}
	if !r.Summary {
		fmt.Fprintln(a.stdout, a.say("缺少 summary.xlsx；--repair 会重写", "summary.xlsx is missing; --repair writes it anew"))
	}
	a.tellDataset(r.Dataset, func(line string) { fmt.Fprintln(a.stdout, line) })
	fixed := 0
	for _, x := range r.Repaired {
		if x.Failure == nil {
			fixed++
		}
	}
	if fixed > 0 {
		fmt.Fprintln(a.stdout, a.sayf("已重做 %d 个输入的输出", "made the outputs of %d inputs anew", fixed))
	}
	fmt.Fprintln(a.stdout, a.sayf("%s：台账中 %d 个输入、%d 个输出，%d 个输出与台账一致", "%s: %d inputs and %d outputs in the account, %d outputs are as it says", screen.Clean(dir), r.Inputs, r.Outputs, r.Sound))
	return nil
}

var (
	verifyLong = extract.Text{
		ZH: `按 DIR 中的台账 run.ndjson 逐一核对输出：缺失的、写出之后被改过的；另列出已不在的输入、
不是 ziping 写的文件。不改动任何文件。--repair 用当初的选项重做缺失和被改过的输出，补上汇总表；
请在当初运行 convert 的文件夹里运行，以便找到输入。`,
		EN: `Holds every output in DIR against the account run.ndjson there: what is missing,
what was changed since it was written; inputs that are no longer there and files that
ziping did not make are listed too. It changes nothing. --repair redoes what is
missing or changed with the options of then, and puts the summary back; run it in the
folder where convert ran, so that inputs are found.`,
	}
	verifyExample = extract.Text{
		ZH: "ziping verify out\nziping verify out --json > 核对.json\nziping verify out --repair",
		EN: "ziping verify out\nziping verify out --json > verify.json\nziping verify out --repair",
	}
	verifyExit = extract.Text{
		ZH: "0    全部与台账一致（或已补做）\n2    用法有误；DIR 没有台账，或正由另一次运行写入\n3    有的输入的输出缺失或被改过，台账有损坏的行，或缺少汇总表\n4    全部输入都是\n130  被中断",
		EN: "0    all is as the account says (or was redone)\n2    usage error; DIR has no account, or another run writes to it\n3    outputs of some inputs are missing or changed, lines of the account are damaged, or the summary is missing\n4    of all inputs\n130  interrupted",
	}
)
