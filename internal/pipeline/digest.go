package pipeline

import (
	"fmt"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/family"
	"ziping/render"
	"ziping/score"
	"ziping/score/cross"
)

// Digest is what the summary of a run says of one input: small enough to stand
// in the run's account, so that a summary needs neither the results again nor
// memory for all of them.
type Digest struct {
	Reports    []ReportDigest `json:"reports"`
	Understood string         `json:"understood,omitempty"` // in words, how much of the input
}

// ReportDigest is one form in a summary.
type ReportDigest struct {
	Title        string `json:"title,omitempty"`
	Organisation string `json:"organisation,omitempty"`
	Project      string `json:"project,omitempty"`
	Year         string `json:"year,omitempty"`
	Family       string `json:"family,omitempty"`
	// The money of all sources: as printed, with the unit that the form states, and in
	// yuan where that is known of both. The rate is a percentage.
	Budget       string          `json:"budget,omitempty"`
	Executed     string          `json:"executed,omitempty"`
	MoneyUnit    string          `json:"money_unit,omitempty"`
	Rate         string          `json:"rate,omitempty"`
	BudgetYuan   string          `json:"budget_yuan,omitempty"`
	ExecutedYuan string          `json:"executed_yuan,omitempty"`
	Stated       string          `json:"stated,omitempty"`
	Computed     string          `json:"computed,omitempty"`
	Grade        string          `json:"grade,omitempty"`
	Corrected    int             `json:"corrected,omitempty"`   // cells changed by applied repairs
	Corrections  []string        `json:"corrections,omitempty"` // each of them in words
	Findings     []FindingDigest `json:"findings,omitempty"`
	// Cross is what other forms are held against.
	Cross *cross.Facts `json:"cross,omitempty"`
}

// FindingDigest is one finding in a summary.
type FindingDigest struct {
	Check   string      `json:"check"`
	Level   score.Level `json:"level"`
	Field   string      `json:"field,omitempty"` // in words
	Place   string      `json:"place,omitempty"` // in words a reader of the file can follow
	Stated  string      `json:"stated,omitempty"`
	Against string      `json:"against,omitempty"`
	Basis   string      `json:"basis,omitempty"` // what Against is, in words
	Message string      `json:"message"`
}

// Digest returns what a summary says of the input, nil where there are no reports.
func (out *Outcome) Digest() *Digest {
	if len(out.Result.Reports) == 0 {
		return nil
	}
	d := &Digest{Understood: render.Understood(out.Result.Coverage, out.o.Lang)}
	find := render.NewFinder(out.Document, out.Positions, out.o.Lang)
	for i := range out.Result.Reports {
		d.Reports = append(d.Reports, digestReport(&out.Result.Reports[i], find, out.o.Lang))
	}
	return d
}

func digestReport(r *score.Report, find *render.Finder, lang extract.Lang) ReportDigest {
	d := ReportDigest{
		Title: printed(r.Title), Organisation: printed(r.Organisation), Project: printed(r.Project),
		Year: value(r.Year), Grade: value(r.Grade),
	}
	if f := family.Of(r.Family); f != nil {
		d.Family = extract.Text(f.Name).In(lang)
	}
	if r.Score != nil {
		d.Stated, d.Computed = r.Score.Stated, r.Score.Computed
	}
	d.money(r)
	d.Cross = cross.Of(r, find.Cell)
	for _, rep := range r.Repairs {
		if !rep.Applied {
			continue
		}
		d.Corrected += len(rep.Edits)
		for k := range rep.Edits {
			e := &rep.Edits[k]
			d.Corrections = append(d.Corrections, fmt.Sprintf("%s %s→%s", r.Label(e.Field, lang), e.Old, e.Shown()))
		}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		c := render.Compare(r, f, lang)
		d.Findings = append(d.Findings, FindingDigest{f.Check, f.Level, r.Label(f.Field, lang), find.Cell(f.At), c.Stated, c.Against, c.Column, f.Message})
	}
	return d
}

// money takes over what the form says of the money of all sources.
func (d *ReportDigest) money(r *score.Report) {
	row := r.Funds.Row("total")
	if row == nil {
		return
	}
	_, budget := row.Base()
	d.Budget, d.Executed, d.MoneyUnit = text(budget), text(row.Executed), value(r.MoneyUnit)
	if rate := value(row.ExecutionRate); rate != "" {
		d.Rate = rate + "%"
	} else {
		d.Rate = text(row.ExecutionRate)
	}
	b, ok := yuan(&r.Report, budget)
	e, ok2 := yuan(&r.Report, row.Executed)
	if ok && ok2 {
		d.BudgetYuan, d.ExecutedYuan = b, e
	}
}

// yuan is an amount in yuan, where its unit is known.
func yuan(r *normalize.Report, f *normalize.Field) (string, bool) {
	n, ok := f.Number()
	power, known := r.MoneyPower(f)
	if !ok || !known {
		return "", false
	}
	return n.Shift(power).String(), true
}

func text(f *normalize.Field) string {
	if f == nil {
		return ""
	}
	return f.Text
}

// printed is the value of a text field, or what stands there if it has none.
func printed(f *normalize.Field) string {
	if v := value(f); v != "" || f == nil {
		return v
	}
	return f.Text
}

func value(f *normalize.Field) string {
	if f == nil {
		return ""
	}
	return f.Value
}
