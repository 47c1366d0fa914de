package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/pflag"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/internal/batch"
	"ziping/internal/pipeline"
	"ziping/score"
)

// auditFlags are the flags of the commands that audit.
type auditFlags struct {
	rules    string
	noRepair bool
	limitFlags
}

func (a *app) addAuditFlags(flags *pflag.FlagSet, f *auditFlags) {
	flags.StringVar(&f.rules, "rules", "", a.say("`FILE|NAME`：评分规则（默认 auto：按表的类型、年度和地区选择）", "scoring rule set, `FILE|NAME` (default auto: chosen by family, year and region)"))
	flags.BoolVar(&f.noRepair, "no-repair", false, a.say("只列出更正方案，不更正", "list repairs and apply none"))
	a.addReadingFlags(flags)
	a.addLimitFlags(flags, &f.limitFlags)
}

// auditing turns the flags into settings, and checks them.
func (a *app) auditing(f auditFlags) (settings, error) {
	s := a.settings()
	if err := a.setLimits(f.limitFlags); err != nil {
		return s, err
	}
	audit, err := pipeline.NewAuditor(pipeline.AuditOptions{Lang: a.lang, Rules: f.rules, NoRepair: f.noRepair})
	if err != nil {
		return s, a.badRules(f.rules, err)
	}
	s.Audit, s.Rules, s.NoRepair, s.RulesKey = true, f.rules, f.noRepair, audit.Key()
	return s, nil
}

func (a *app) badRules(name string, err error) error {
	names := append([]string{pipeline.AutoRules}, pipeline.RuleNames()...)
	hint := a.sayf("内置规则：%s；或给出一个 YAML 文件", "rule sets: %s; or name a YAML file", strings.Join(names, a.say("、", ", ")))
	if _, statErr := os.Stat(name); statErr == nil { // a file: what is wrong stands in it
		return a.usage("--rules "+name+": "+a.text(err), a.hint(err))
	}
	if near := nearest(name, names); near != "" {
		hint = a.sayf("是不是 %s？", "did you mean %s?", near)
	}
	return a.usage("--rules "+name+": "+a.text(err), hint)
}

// hint is the remedy of an error, where it has one.
func (a *app) hint(err error) string {
	var e *extract.Error
	if errors.As(err, &e) {
		return e.Hint.In(a.lang)
	}
	return ""
}

// text is an error in the run's language, where it has one.
func (a *app) text(err error) string {
	var e interface{ In(extract.Lang) string }
	if errors.As(err, &e) {
		return e.In(a.lang)
	}
	return a.reason(err)
}

// plan looks at the paths of the command line before any work starts.
func (a *app) plan(paths []string) (*batch.Plan, error) {
	p, err := batch.NewPlan(paths)
	var missing *batch.MissingError
	var same *batch.SameNameError
	switch {
	case errors.As(err, &missing):
		return nil, a.missing(missing.Paths)
	case errors.As(err, &same):
		return nil, a.usage(
			a.sayf("文件夹 %s 和 %s 同名，输出会混在一起", "folders %s and %s have one name, their outputs would be mixed up", same.First, same.Second),
			a.say("请分两次运行，用不同的 -o", "run them one by one with an -o of its own each"))
	case err != nil:
		return nil, a.usage(a.reason(err), "")
	}
	p.Claiming(pipeline.Claims)
	return p, nil
}

// missing names paths that do not exist, with a neighbour that may be meant.
func (a *app) missing(paths []string) error {
	hint := a.say("请检查路径", "check the path")
	for _, p := range paths {
		if near := neighbour(p); near != "" {
			hint = a.sayf("是不是 %s？", "did you mean %s?", near)
			break
		}
	}
	return a.usage(a.sayf("没有这个文件或文件夹：%s", "no such file or folder: %s", strings.Join(paths, a.say("、", ", "))), hint)
}

// neighbour finds a name beside a missing path that differs by a slip.
func neighbour(path string) string {
	dir, base := filepath.Split(filepath.Clean(path))
	entries, err := os.ReadDir(filepath.Join(dir, "."))
	if err != nil || len(entries) > 10000 {
		return ""
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if near := nearest(base, names); near != "" {
		return filepath.Join(dir, near)
	}
	return ""
}

// archiveFaults say what is wrong with an archive or a member of one, and what to do.
var archiveFaults = map[batch.ArchiveFault][2]extract.Text{
	batch.ArchiveBroken:   {{ZH: "压缩包损坏，不能继续读取", EN: "the archive is damaged and cannot be read on"}, {ZH: "请重新下载或复制，或先解压", EN: "download or copy it again, or unpack it first"}},
	batch.ArchiveBomb:     {{ZH: "压缩包解开后异常庞大，已停止读取", EN: "the archive unpacks to far more than an honest one; given up"}, {ZH: "若确是自评表，请先解压，再处理文件夹", EN: "if it does hold forms, unpack it and give the folder"}},
	batch.ArchiveMembers:  {{ZH: "压缩包中的文件过多（超过 200000 个）", EN: "the archive has too many members (more than 200,000)"}, {ZH: "请先解压，再处理文件夹", EN: "unpack it and give the folder"}},
	batch.MemberEncrypted: {{ZH: "压缩包中的此文件有密码", EN: "this file in the archive needs a password"}, {ZH: "请用密码解压，再处理文件夹", EN: "unpack it with its password and give the folder"}},
	batch.MemberOutside:   {{ZH: "文件名指向压缩包之外，不予读取", EN: "its name leads out of the archive; it is not read"}, {ZH: "请查明压缩包的来源；需要时自行解压", EN: "find out where the archive comes from; unpack it by hand if need be"}},
	batch.MemberPacked:    {{ZH: "压缩方法不认识", EN: "packed by a method that is not known"}, {ZH: "请先解压，再处理文件夹", EN: "unpack it and give the folder"}},
	batch.MemberArchive:   {{ZH: "压缩包里的压缩包，不再展开", EN: "an archive in an archive, which is not opened"}, {ZH: "请先解压外层", EN: "unpack the outer one first"}},
}

// readFailure is the Result of an input the operating system would not give.
func (a *app) readFailure(in batch.Input, err error) *score.Result {
	var fault *batch.ArchiveError
	if errors.As(err, &fault) {
		said := archiveFaults[fault.Why]
		return &score.Result{
			Schema: score.ResultSchema, Source: extract.Source{Name: formats.Base(in.Path)}, Status: score.Failed,
			Error: &score.Failure{Kind: extract.ErrorKind(fault.Kind), Message: said[0].In(a.lang), Hint: said[1].In(a.lang)},
		}
	}
	return &score.Result{
		Schema: score.ResultSchema,
		Source: extract.Source{Name: formats.Base(in.Path)},
		Status: score.Failed,
		Error: &score.Failure{Kind: extract.ErrRead, Message: a.sayf("无法读取：%s", "cannot be read: %s", a.reason(err)),
			Hint: a.say("请检查文件是否存在、是否有权限读取", "check that the file is there and may be read")},
	}
}

// single is the plan's only input, for commands that take one file.
func (a *app) single(path string) (batch.Input, error) {
	if path != batch.Stdin {
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return batch.Input{}, a.missing([]string{path})
		case err == nil && info.IsDir():
			return batch.Input{}, a.usage(a.sayf("%s 是文件夹", "%s is a folder", path),
				a.say("此命令一次读一个文件；整个文件夹用 ziping check 或 ziping convert", "this command takes one file; for folders use ziping check or ziping convert"))
		}
	}
	p, err := a.plan([]string{path})
	if err != nil {
		return batch.Input{}, err
	}
	for in := range p.Inputs(nil) {
		return in, nil
	}
	return batch.Input{}, a.missing([]string{path})
}

// interruptible returns a context that ends at the first Ctrl-C; a second one
// ends the program at once.
func interruptible() (context.Context, func()) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// status is the exit status for what became of the inputs. Where several apply
// the graver one counts.
func status(inputs, failed int, interrupted, findings bool) int {
	switch {
	case interrupted:
		return exitInterrupted
	case failed > 0 && failed == inputs:
		return exitAllFailed
	case failed > 0:
		return exitSomeFailed
	case findings:
		return exitFindings
	}
	return exitOK
}
