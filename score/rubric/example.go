package rubric

import (
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/text/num"
)

// Example is a worked example: what a rule gives for one indicator (Target,
// Actual), for the budget (Rate, or Budget and Executed), or as the grade of a
// total, or how a score is rounded (Points, the exact one). With Not it is one
// that the rule does not give; a Derived one follows from the rule's words and
// was not itself read anywhere.
type Example struct {
	Name, Level            string // of the indicator
	Target, Actual, Reason string
	Coefficient, Deduction string
	Rate, Budget, Executed string // decimal strings, "" where not given
	Total, Full, Grade     string
	Weight, Score, Points  string
	Places                 int32 // that its form prints scores with, −1 where not said
	Not, Derived           bool
	From                   extract.Text // where it was read, if not where the rule was
	Place                  extract.Text // in its file
}

// Tried is an example with what the set makes of it.
type Tried struct {
	Example *Example
	Holds   bool
	What    extract.Text // the example in words
	Gives   extract.Text // what the set gives and by which rule
}

// Try works through the examples of the set's file.
func (s *Set) Try() []Tried {
	out := make([]Tried, len(s.Examples))
	for i := range s.Examples {
		out[i] = trial{s, &s.Examples[i]}.run()
	}
	return out
}

// trial is an example beside the set that is to give it.
type trial struct {
	set *Set
	*Example
}

func (t trial) run() Tried {
	switch {
	case t.Points != "":
		return t.rounding()
	case t.Total != "":
		return t.grade()
	case t.Rate != "" || t.Budget != "":
		return t.budget()
	}
	return t.indicator()
}

// figure is a number of an example, which its reader has checked.
func figure(s string) num.Decimal {
	d, _ := num.Parse(s)
	return d
}

func (t trial) rounding() Tried {
	points := figure(t.Points)
	o := Outcome{Stated: figure(t.Score), Weight: points, Expected: whole(points), exact: true}
	o = t.set.settle(o, max(0, t.set.Places, t.Places))
	return t.told(o, extract.Text{ZH: "应得 " + t.Points, EN: "exactly " + t.Points})
}

func (t trial) grade() Tried {
	full := hundred
	if t.Full != "" {
		full = figure(t.Full)
	}
	got := t.set.Grade(figure(t.Total), full)
	none := extract.Text{ZH: "没有等级", EN: "no grade"}
	if got != "" {
		none = extract.Text{ZH: "等级“" + got + "”", EN: "grade " + got}
	}
	return Tried{t.Example, (got == t.Grade) != t.Not, extract.Text{ZH: "总分 " + t.Total + "，等级“" + t.Grade + "”", EN: "total " + t.Total + ", grade " + t.Grade}, none}
}

func (t trial) budget() Tried {
	var rs []Ratio
	what := extract.Text{ZH: "执行率 " + t.Rate + "%", EN: "execution rate " + t.Rate + " %"}
	if t.Budget != "" {
		rs = append(rs, Quotient(figure(t.Executed).Shift(2), figure(t.Budget)))
		what = extract.Text{ZH: "预算 " + t.Budget + "，执行 " + t.Executed, EN: "budget " + t.Budget + ", executed " + t.Executed}
	}
	if t.Rate != "" {
		rs = append(rs, whole(figure(t.Rate)))
	}
	return t.told(t.set.judgeRate(figure(t.Score), figure(t.Weight), rs), what)
}

func (t trial) indicator() Tried {
	what := extract.Text{ZH: "指标值 " + t.Target + "，实际 " + t.Actual, EN: "target " + t.Target + ", done " + t.Actual}
	r := t.form()
	if r == nil {
		return Tried{t.Example, t.Not, what, extract.Text{ZH: "读不出这个例子", EN: "the example cannot be read"}}
	}
	x := &r.Indicators[0]
	for _, l := range [][2]string{{t.set.Targets.Coefficient, t.Coefficient}, {t.set.Targets.Deduction, t.Deduction}} {
		if l[1] != "" {
			x.Other = append(x.Other, normalize.Labelled{Label: l[0], Field: &normalize.Field{Text: l[1], State: normalize.Parsed}})
		}
	}
	as := *t.set
	if t.set.Places < 0 {
		as.Places = t.Places
	}
	return t.told(as.Indicators(r)[0], what)
}

// told says in words what the set gives. An example that must not hold is one
// that the set decides otherwise; where it says nothing, neither holds.
func (t trial) told(o Outcome, what extract.Text) Tried {
	if t.Weight != "" {
		what.ZH, what.EN = what.ZH+"，分值 "+t.Weight, what.EN+", weight "+t.Weight
	}
	marks := extract.Text{ZH: "，得分 " + t.Score, EN: ", score " + t.Score}
	out := Tried{t.Example, o.Verdict == Explained, extract.Text{ZH: what.ZH + marks.ZH, EN: what.EN + marks.EN}, extract.Text{ZH: "规则未作规定", EN: "the rule says nothing"}}
	if t.Not {
		out.Holds = o.Verdict == Differs
	}
	if o.Verdict == Undecided {
		return out
	}
	rule := o.Rule()
	if low, top, ok := o.Interval(); ok {
		out.Gives = extract.Text{ZH: low.String() + "–" + top.String() + " 分（" + rule.ZH + ")", EN: low.String() + "–" + top.String() + " points (" + rule.EN + ")"}
		return out
	}
	p := t.set.Points(&o).String()
	out.Gives = extract.Text{ZH: p + " 分（" + rule.ZH + ")", EN: p + " points (" + rule.EN + ")"}
	return out
}

// form is the example as a form of one row, read as any form is.
func (e *Example) form() *normalize.Report {
	name, level := e.Name, e.Level
	if name == "" {
		name = "示例"
	}
	if level == "" {
		level = "产出指标"
	}
	doc := extract.NewDocument("example", "text/plain")
	doc.Lines = []extract.Line{{Text: "项目支出绩效自评表"}}
	rows := [][]string{
		{"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"},
		{level, "", name, e.Target, e.Actual, e.Weight, e.Score, e.Reason},
	}
	if strings.HasSuffix(level, "成本指标") {
		rows[1][0], rows[1][1] = "产出指标", level
	}
	t := extract.Table{Rows: len(rows), Cols: len(rows[0])}
	for i, row := range rows {
		for j, text := range row {
			if text != "" {
				t.Cells = append(t.Cells, extract.Cell{Row: i, Col: j, RowSpan: 1, ColSpan: 1, Text: text})
			}
		}
	}
	doc.Tables = []extract.Table{t}
	forms := read.Run(doc, read.Options{})
	if len(forms) != 1 || len(forms[0].Report.Indicators) != 1 {
		return nil
	}
	return &forms[0].Report
}
