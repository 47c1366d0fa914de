package dataset

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ziping/internal/batch"
	"ziping/normalize"
	"ziping/score"
	"ziping/text/num"
)

// rows makes the rows of one input after the other.
type rows struct {
	sinks  []Sink
	counts []int // rows by table
	file   int
	report int
	// untold are inputs with records that are not in the dataset.
	untold int
	last   row // whose memory the next one takes: no sink keeps a row
}

// begin begins a row.
func (w *rows) begin() row { return w.last[:0] }

var one = num.FromInt(1)

// add hands a row to every sink.
func (w *rows) add(table int, r row) error {
	if len(r) != len(Tables[table].Columns) {
		panic(fmt.Sprintf("a row of %s has %d values", Tables[table].Name, len(r)))
	}
	w.counts[table]++
	w.last = r[:0]
	for _, s := range w.sinks {
		if err := s.Row(table, r); err != nil {
			return err
		}
	}
	return nil
}

// input adds an input with its records; result is nil where there are none.
func (w *rows) input(l *batch.Line, result *score.Result, records string) error {
	w.file++
	r := w.begin()
	r.int(w.file)
	r.text(l.Path)
	r.text(l.SHA256)
	r.text(string(l.Status))
	if result != nil {
		r.text(result.Source.Reader)
		r.text(result.Source.MediaType)
	} else {
		r.null(2)
	}
	if l.Error != nil {
		r.text(l.Error.Kind)
		r.text(l.Error.Message)
	} else {
		r.null(2)
	}
	r.flag(l.Gone)
	r.text(l.SameAs)
	if result != nil && result.Coverage != nil {
		c := result.Coverage
		r.int(c.Cells)
		r.int(c.Claimed)
		r.int(c.Numbers)
		r.int(c.Typed)
	} else {
		r.null(4)
	}
	if result != nil {
		r.int(len(result.Reports))
	} else {
		r.null(1)
	}
	r.text(records)
	if err := w.add(files, r); err != nil {
		return err
	}
	for i, o := range l.Outputs {
		r := w.begin()
		r.int(w.file)
		r.int(i + 1)
		r.text(o.Path)
		r.text(o.SHA256)
		if err := w.add(outputs, r); err != nil {
			return err
		}
	}
	if result == nil {
		return nil
	}
	for i, x := range result.Warnings {
		r := w.begin()
		r.int(w.file)
		r.int(i + 1)
		r.text(x.Code)
		r.text(x.Message)
		r.place(x.At)
		if err := w.add(warnings, r); err != nil {
			return err
		}
	}
	for i := range result.Reports {
		if err := w.form(i, &result.Reports[i]); err != nil {
			return err
		}
	}
	return nil
}

// form adds the rows of one form.
func (w *rows) form(i int, x *score.Report) error {
	w.report++
	for _, add := range []func(*score.Report) error{
		func(x *score.Report) error { return w.head(i, x) },
		w.funds, w.goals, w.indicators, w.cells, w.findings, w.repairs,
	} {
		if err := add(x); err != nil {
			return err
		}
	}
	return nil
}

func (w *rows) head(i int, x *score.Report) error {
	r := w.begin()
	r.int(w.report)
	r.int(w.file)
	r.int(i + 1)
	if x.Family != nil {
		r.text(*x.Family)
	} else {
		r.null(1)
	}
	r.text(x.Refusal)
	for _, f := range []*normalize.Field{x.Title, x.Year, x.Organisation, x.Code, x.Project, x.MoneyUnit} {
		r.words(f)
	}
	power, ok := x.MoneyPower(nil)
	r.decimal(one.Shift(power), ok)
	total := x.Total
	if total == nil {
		total = &normalize.Total{}
	}
	r.number(total.Weight)
	r.number(total.Score)
	r.words(x.Grade)
	if s := x.Score; s != nil {
		for _, text := range []string{s.Stated, s.Computed, s.Rescored, s.Rules} {
			r.text(text)
		}
	} else {
		r.null(4)
	}
	for _, level := range []score.Level{score.Error, score.Rule, score.Notice} {
		n := 0
		for k := range x.Findings {
			if x.Findings[k].Level == level {
				n++
			}
		}
		r.int(n)
	}
	return w.add(reports, r)
}

func (w *rows) funds(x *score.Report) error {
	if x.Funds == nil {
		return nil
	}
	for i := range x.Funds.Rows {
		f := &x.Funds.Rows[i]
		r := w.record(i, normalize.FundPath(f.Source, ""))
		r.text(f.Source)
		r.text(f.Label)
		r.text(strings.Join(f.Parts, " "))
		for _, c := range normalize.FundColumns {
			r.number(f.Column(c))
			if c.Kind() == normalize.Money {
				r.yuan(&x.Report, f.Column(c))
			}
		}
		if err := w.add(funds, r); err != nil {
			return err
		}
	}
	return nil
}

// record begins the row of the ith record of its kind.
func (w *rows) record(i int, p normalize.Path) row {
	r := w.begin()
	r.int(w.report)
	r.int(i + 1)
	r.text(p.String())
	return r
}

func (w *rows) goals(x *score.Report) error {
	for i := range x.Goals {
		r := w.record(i, normalize.GoalPath(i, ""))
		r.words(x.Goals[i].Expected)
		r.words(x.Goals[i].Actual)
		if err := w.add(goals, r); err != nil {
			return err
		}
	}
	return nil
}

func (w *rows) indicators(x *score.Report) error {
	for i := range x.Indicators {
		k := &x.Indicators[i]
		r := w.record(i, normalize.IndicatorPath(i, ""))
		r.words(k.Level1)
		r.words(k.Level2)
		r.words(k.Name)
		r.quantity(k.Target)
		if t := k.Target; t != nil {
			for _, text := range []string{string(t.Op), t.Low, t.High, t.Date} {
				r.text(text)
			}
		} else {
			r.null(4)
		}
		r.quantity(k.Actual)
		if k.Actual != nil {
			r.flag(k.Actual.UnitInherited)
		} else {
			r.null(1)
		}
		r.number(k.Weight)
		r.number(k.Score)
		r.words(k.Reason)
		if err := w.add(indicators, r); err != nil {
			return err
		}
	}
	return nil
}

func (w *rows) cells(x *score.Report) error {
	labels := labelsOf(x)
	for i, c := range x.Fields() {
		f := c.Field
		r := w.begin()
		r.int(w.report)
		r.int(i + 1)
		r.text(c.Path.String())
		r.text(c.Path.Record().String())
		r.text(string(c.Path.Column()))
		r.text(labels[f])
		r.text(f.Text)
		r.text(f.Value)
		r.decimal(f.Number())
		for _, text := range []string{f.Unit, string(f.State), string(f.Reading), f.Was, f.Confidence, f.Weight, f.Threshold} {
			r.text(text)
		}
		r.place(f.At)
		if err := w.add(cells, r); err != nil {
			return err
		}
	}
	for i := range x.Unplaced {
		r := w.begin()
		r.int(w.report)
		r.int(i + 1)
		r.text(x.Unplaced[i].Text)
		r.place(&x.Unplaced[i].At)
		if err := w.add(unplaced, r); err != nil {
			return err
		}
	}
	return nil
}

// labelsOf are the printed names of cells that have no column of their own.
func labelsOf(x *score.Report) map[*normalize.Field]string {
	out := map[*normalize.Field]string{}
	add := func(ls []normalize.Labelled) {
		for i := range ls {
			out[ls[i].Field] = ls[i].Label
		}
	}
	add(x.Other)
	if x.Funds != nil {
		for i := range x.Funds.Rows {
			add(x.Funds.Rows[i].Other)
		}
	}
	for i := range x.Indicators {
		add(x.Indicators[i].Other)
	}
	return out
}

func (w *rows) findings(x *score.Report) error {
	for i := range x.Findings {
		f := &x.Findings[i]
		operands := make([]string, len(f.Operands))
		for k, p := range f.Operands {
			operands[k] = p.String()
		}
		r := w.begin()
		r.int(w.report)
		r.int(i + 1)
		for _, text := range []string{f.Check, f.Name, string(f.Level), string(f.Verdict), f.Field.String(), f.Stated, f.Expected} {
			r.text(text)
		}
		r.ends(f.Interval)
		r.text(strings.Join(operands, " "))
		r.text(f.Message)
		r.place(f.At)
		if err := w.add(findings, r); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(x.Tallies)) {
		t := x.Tallies[id]
		r := w.begin()
		r.int(w.report)
		r.text(id)
		r.int(t.Agree)
		r.int(t.Disagree)
		r.int(t.Untestable)
		if err := w.add(tallies, r); err != nil {
			return err
		}
	}
	return nil
}

func (w *rows) repairs(x *score.Report) error {
	for i := range x.Repairs {
		p := &x.Repairs[i]
		explains := make([]string, len(p.Explains))
		for k, n := range p.Explains {
			explains[k] = strconv.Itoa(n + 1)
		}
		r := w.begin()
		r.int(w.report)
		r.int(i + 1)
		r.int(p.Fault)
		r.text(string(p.Cause))
		r.flag(p.Unique)
		r.flag(p.Applied)
		r.text(strings.Join(explains, " "))
		r.text(p.Why)
		if err := w.add(repairs, r); err != nil {
			return err
		}
		for k := range p.Edits {
			e := &p.Edits[k]
			r := w.begin()
			r.int(w.report)
			r.int(i + 1)
			r.int(k + 1)
			for _, text := range []string{e.Field.String(), e.Old, e.New} {
				r.text(text)
			}
			r.ends(e.Interval)
			r.text(e.Text)
			r.place(e.At)
			if err := w.add(edits, r); err != nil {
				return err
			}
		}
	}
	return nil
}
