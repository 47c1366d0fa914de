package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"ziping/internal/batch"
	"ziping/normalize"
	"ziping/render/jsonout"
	"ziping/score"
	"ziping/score/rubric"
	"ziping/score/rubric/infer"
)

// rulesInfer is `ziping rules infer PATH...`.
func (a *app) rulesInfer() *cobra.Command {
	var asJSON, asFile bool
	var jobs int
	cmd := &cobra.Command{
		Use:         "infer PATH...",
		Short:       a.say("从已有的自评表归纳评分规则", "find the rules that explain the scores of forms at hand"),
		Long:        a.say(rulesInferLong.ZH, rulesInferLong.EN),
		Example:     a.say("ziping rules infer 自评表.txt\nziping rules infer 我局自评表 > 我局.yaml", "ziping rules infer form.txt\nziping rules infer our-forms > ours.yaml"),
		Annotations: map[string]string{"exit": a.say(inferExit.ZH, inferExit.EN)},
		Args:        a.atLeast(1),
		RunE: func(_ *cobra.Command, args []string) error {
			plan, err := a.plan(args)
			if err != nil {
				return err
			}
			if jobs < 1 {
				jobs = runtime.GOMAXPROCS(0)
			}
			return a.infer(a.scoredForms(plan, jobs), asFile, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asFile, "yaml", false, a.say("只有一份表时也写成规则文件", "a rule file even from a single form"))
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("输出 JSON", "as JSON"))
	cmd.Flags().IntVar(&jobs, "jobs", 0, a.say("`N`：同时处理的输入数（默认每核一个）", "inputs worked on at once, `N` (default: one for each core)"))
	return a.intoFile(cmd)
}

// scoredForm is a form that prints scores, and where it stands.
type scoredForm struct {
	path   string
	report *normalize.Report
}

// formsFound are the forms of a run with the count of inputs.
type formsFound struct {
	forms                     []scoredForm
	inputs, failed, scoreless int
	interrupted               bool
}

// scoredForms reads every input of a plan. What fails is said; a folder's files
// that are no forms, and forms without scores, are counted.
func (a *app) scoredForms(plan *batch.Plan, jobs int) formsFound {
	ctx, stop := interruptible()
	defer stop()
	var f formsFound
	s := a.settings()
	batch.InOrder(ctx, plan.Inputs(nil), jobs, func(in batch.Input) checked { return a.audit(in, s, nil) }, func(x checked) {
		r := x.result
		if r.Status == score.Skipped {
			return
		}
		f.inputs++
		if r.Error != nil {
			f.failed++
			a.failed(x.in.Path, failure(r.Error))
			return
		}
		for i := range r.Reports {
			rep := &r.Reports[i].Report
			if !hasScores(rep) {
				f.scoreless++
				continue
			}
			path := a.show(x.in.Path)
			if len(r.Reports) > 1 {
				path += fmt.Sprintf("#%d", i+1)
			}
			f.forms = append(f.forms, scoredForm{path, infer.Lean(rep)})
		}
	})
	f.interrupted = ctx.Err() != nil
	return f
}

func hasScores(r *normalize.Report) bool {
	if rubric.BudgetRow(r) != nil {
		return true
	}
	for i := range r.Indicators {
		if _, ok := r.Indicators[i].Score.Number(); ok {
			return true
		}
	}
	return false
}

// infer explains one form, or writes the rule file of several.
func (a *app) infer(f formsFound, asFile, asJSON bool) error {
	a.exit = status(f.inputs, f.failed, f.interrupted, false)
	if len(f.forms) == 0 {
		if f.inputs > f.failed || f.inputs == 0 {
			a.problem(a.say("没有一份填有得分的自评表", "no form with scores"), a.say("归纳规则要有分值和得分", "rules are inferred from weights and scores"))
			a.exit = exitAllFailed
		}
		return nil
	}
	if f.inputs == 1 && len(f.forms) == 1 && !asFile {
		if asJSON {
			return jsonout.Write(a.stdout, a.explainedForm(&f.forms[0]), jsonout.Indented)
		}
		a.explainForm(&f.forms[0])
		return nil
	}
	reports := make([]*normalize.Report, len(f.forms))
	names := make([]string, len(f.forms))
	for i := range f.forms {
		reports[i], names[i] = f.forms[i].report, f.forms[i].path
	}
	inf := infer.Infer(reports)
	text := inf.File(infer.Bureau(reports), names, a.lang)
	if asJSON {
		return jsonout.Write(a.stdout, inferredJSON(inf, names, text), jsonout.Indented)
	}
	fmt.Fprint(a.stdout, text)
	whole := 0
	for i := range inf.Forms {
		if inf.Forms[i].Whole() {
			whole++
		}
	}
	fmt.Fprintf(a.stderr, a.say("ziping: %d 份自评表，归纳的规则能解释其中 %d 份的全部得分\n", "ziping: %d forms; the inferred rules explain all scores of %d\n"), len(inf.Forms), whole)
	if f.scoreless > 0 {
		fmt.Fprintf(a.stderr, a.say("ziping: 另有 %d 份没有得分\n", "ziping: %d more forms have no scores\n"), f.scoreless)
	}
	return nil
}

// inferred is an inference as JSON.
type inferred struct {
	Forms       int                       `json:"forms"`
	Explained   int                       `json:"explained"`
	Evidence    map[string]inferredWeight `json:"evidence"`
	Known       []string                  `json:"known,omitempty"`
	Unexplained []unexplained             `json:"unexplained,omitempty"`
	YAML        string                    `json:"yaml"`
}

type inferredWeight struct {
	Explained int `json:"explained"`
	Of        int `json:"of"`
	Ties      int `json:"ties,omitempty"`
}

type unexplained struct {
	Path   string   `json:"path"`
	Fields []string `json:"fields"`
}

func inferredJSON(inf *infer.Inference, names []string, text string) inferred {
	out := inferred{Forms: len(inf.Forms), Evidence: map[string]inferredWeight{}, Known: inf.Known, YAML: text}
	for k, e := range inf.Evidence {
		out.Evidence[k] = inferredWeight(e)
	}
	for i := range inf.Forms {
		v := &inf.Forms[i]
		if v.Whole() {
			out.Explained++
			continue
		}
		out.Unexplained = append(out.Unexplained, unexplained{names[v.Index], v.Differ})
	}
	return out
}
