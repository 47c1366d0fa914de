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
		e := &s.Examples[i]
		switch {
		case e.Points != "":
			o := s.settle(Outcome{Stated: figure(e.Score), Weight: figure(e.Points), Expected: whole(figure(e.Points)), exact: true}, max(0, s.Places, e.Places))
			out[i] = s.tried(e, o, extract.Text{ZH: "应得 " + e.Points, EN: "exactly " + e.Points})
		case e.Total != "":
			out[i] = s.tryGrade(e)
		case e.Rate != "" || e.Budget != "":
			out[i] = s.tryBudget(e)
		default:
			out[i] = s.tryIndicator(e)
		}
	}
	return out
}

// figure is a number of an example, which its reader has checked.
func figure(s string) num.Decimal {
	d, _ := num.Parse(s)
	return d
}

func (s *Set) tryGrade(e *Example) Tried {
	full := hundred
	if e.Full != "" {
		full = figure(e.Full)
	}
	got := s.Grade(figure(e.Total), full)
	none := extract.Text{ZH: "没有等级", EN: "no grade"}
	if got != "" {
		none = extract.Text{ZH: "等级“" + got + "”", EN: "grade " + got}
	}
	return Tried{e, (got == e.Grade) != e.Not, extract.Text{ZH: "总分 " + e.Total + "，等级“" + e.Grade + "”", EN: "total " + e.Total + ", grade " + e.Grade}, none}
}

func (s *Set) tryBudget(e *Example) Tried {
	var rs []Ratio
	what := extract.Text{ZH: "执行率 " + e.Rate + "%", EN: "execution rate " + e.Rate + " %"}
	if e.Budget != "" {
		rs = append(rs, Quotient(figure(e.Executed).Shift(2), figure(e.Budget)))
		what = extract.Text{ZH: "预算 " + e.Budget + "，执行 " + e.Executed, EN: "budget " + e.Budget + ", executed " + e.Executed}
	}
	if e.Rate != "" {
		rs = append(rs, whole(figure(e.Rate)))
	}
	return s.tried(e, s.judgeRate(figure(e.Score), figure(e.Weight), rs), what)
}

func (s *Set) tryIndicator(e *Example) Tried {
	what := extract.Text{ZH: "指标值 " + e.Target + "，实际 " + e.Actual, EN: "target " + e.Target + ", done " + e.Actual}
	r := e.form()
	if r == nil {
		return Tried{e, e.Not, what, extract.Text{ZH: "读不出这个例子", EN: "the example cannot be read"}}
	}
	x := &r.Indicators[0]
	for _, l := range [][2]string{{s.Targets.Coefficient, e.Coefficient}, {s.Targets.Deduction, e.Deduction}} {
		if l[1] != "" {
			x.Other = append(x.Other, normalize.Labelled{Label: l[0], Field: &normalize.Field{Text: l[1], State: normalize.Parsed}})
		}
	}
	as := *s
	if s.Places < 0 {
		as.Places = e.Places
	}
	return s.tried(e, as.Indicators(r)[0], what)
}

// tried says in words what the set gives. An example that must not hold is one
// that the set decides otherwise; where it says nothing, neither holds.
func (s *Set) tried(e *Example, o Outcome, what extract.Text) Tried {
	if e.Weight != "" {
		what.ZH, what.EN = what.ZH+"，分值 "+e.Weight, what.EN+", weight "+e.Weight
	}
	marks := extract.Text{ZH: "，得分 " + e.Score, EN: ", score " + e.Score}
	t := Tried{e, o.Verdict == Explained, extract.Text{ZH: what.ZH + marks.ZH, EN: what.EN + marks.EN}, extract.Text{ZH: "规则没有说", EN: "the rule says nothing"}}
	if e.Not {
		t.Holds = o.Verdict == Differs
	}
	if o.Verdict == Undecided {
		return t
	}
	rule := o.Rule()
	if low, top, ok := o.Interval(); ok {
		t.Gives = extract.Text{ZH: low.String() + "–" + top.String() + " 分(" + rule.ZH + ")", EN: low.String() + "–" + top.String() + " points (" + rule.EN + ")"}
		return t
	}
	p := s.Points(&o).String()
	t.Gives = extract.Text{ZH: p + " 分(" + rule.ZH + ")", EN: p + " points (" + rule.EN + ")"}
	return t
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
	forms := read.Run(doc, read.Options{SkipLayout: true})
	if len(forms) != 1 || len(forms[0].Report.Indicators) != 1 {
		return nil
	}
	return &forms[0].Report
}
