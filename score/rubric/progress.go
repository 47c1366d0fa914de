package rubric

import (
	"strings"

	"ziping/normalize"
	"ziping/text/num"
)

// Answer is what can be said of a question.
type Answer int

// The answers. Unsure is the zero value: nothing is claimed that is not known.
const (
	Unsure Answer = iota
	Yes
	No
)

// Progress is how an indicator's actual stands to its target.
type Progress struct {
	Op  normalize.Op // the target's, "" where there is none
	Met Answer
	// Actual and Target are comparable numbers in the target's unit if Numbers
	// is true. For a range, Target is the nearer bound.
	Actual, Target num.Decimal
	Numbers        bool
	// Bare is true of a figure printed without a comparator (100%), which is
	// read as = but may mean either bound.
	Bare bool
}

// Of compares an indicator's actual with its target. What is blank, garbled or
// in words gives Unsure.
func Of(x *normalize.Indicator) Progress {
	t, a := x.Target, x.Actual
	if t.IsBlank() || a.IsBlank() || t.State != normalize.Parsed || a.State != normalize.Parsed {
		return Progress{}
	}
	p := Progress{Op: t.Op}
	switch t.Op {
	case normalize.OpByDate:
		p.Met = byDate(t.Date, a.Date)
		return p
	case normalize.OpQualitative, "":
		return p
	}
	n, ok := a.Number()
	if !ok || a.Op != "" {
		return p // words, or the target copied with its comparator
	}
	if n, ok = inUnitOf(t, a, n); !ok {
		return p
	}
	if t.Op == normalize.OpRange {
		return p.within(t, n)
	}
	target, ok := t.Number()
	if !ok {
		return p
	}
	p.Actual, p.Target, p.Numbers = n, target, true
	p.Met = meets(t.Op, n.Cmp(target))
	if t.Op == normalize.OpEqual {
		if target.IsZero() && n.Sign() > 0 {
			p.Met = No // =0起 is a bound from above
		}
		p.Bare = !strings.ContainsAny(t.Text, "=\uff1d═") && !strings.Contains(t.Text, "等于")
		if p.Bare && p.Met == No {
			p.Met = Unsure
		}
	}
	return p
}

// meets says whether a target is met, given how the actual compares with it. An
// equal target that is passed counts as met, as the systems score it; one of 0
// is seen to by the caller.
func meets(op normalize.Op, c int) Answer {
	var ok bool
	switch op {
	case normalize.OpAtLeast, normalize.OpEqual:
		ok = c >= 0
	case normalize.OpAtMost:
		ok = c <= 0
	case normalize.OpMore:
		ok = c > 0
	case normalize.OpLess:
		ok = c < 0
	default:
		return Unsure
	}
	if ok {
		return Yes
	}
	return No
}

func (p Progress) within(t *normalize.Field, n num.Decimal) Progress {
	low, err1 := num.Parse(t.Low)
	high, err2 := num.Parse(t.High)
	if err1 != nil || err2 != nil {
		return p
	}
	p.Actual, p.Numbers, p.Met = n, true, Yes
	switch {
	case n.Cmp(low) < 0:
		p.Target, p.Met = low, No
	case n.Cmp(high) > 0:
		p.Target, p.Met = high, No
	default:
		p.Target = n
	}
	return p
}

// byDate compares dates as far as both are printed: 2021-07 is before
// 2021-09-30, 2021-09 may be before or after 2021-09-15.
func byDate(target, actual string) Answer {
	if target == "" || actual == "" {
		return Unsure
	}
	n := min(len(target), len(actual))
	switch c := strings.Compare(actual[:n], target[:n]); {
	case c < 0:
		return Yes
	case c > 0:
		return No
	case len(target) <= len(actual):
		return Yes // done within the month that ends the time
	}
	return Unsure
}

// Completion is actual ÷ target of a quantitative target that asks for more
// (≥, >, =). ok is false for all others and for targets that are not positive.
func (p Progress) Completion() (Ratio, bool) {
	switch p.Op {
	case normalize.OpAtLeast, normalize.OpMore, normalize.OpEqual:
		if p.Numbers && p.Target.Sign() > 0 {
			return Quotient(p.Actual, p.Target), true
		}
	}
	return Ratio{}, false
}
