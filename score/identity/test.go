package identity

import (
	"ziping/normalize"
	"ziping/text/num"
)

// test tests each identity on a report, keeping the order of the list.
//
// A blank part adds nothing to a sum, which is tested as long as its result and
// one part are printed; a garbled part makes it untestable, and one that may be
// among the cells that no field claims (incomplete.go). A rate needs all
// three figures and a divisor: 0 ÷ 0 is untestable, not agreement.
func test(r *normalize.Report, list []Identity) []Tested {
	t := tester{r: r}
	out := make([]Tested, len(list))
	for i := range list {
		out[i] = t.test(&list[i])
	}
	return out
}

type tester struct {
	r     *normalize.Report
	parts []num.Decimal // of the identity at hand, to save allocations
}

func (t *tester) test(id *Identity) Tested {
	out := Tested{Identity: *id, Outcome: Untestable}
	switch id.Kind {
	case Sum:
		t.sum(&out)
	case Ratio:
		t.ratio(&out)
	case Range:
		t.within(&out)
	}
	return out
}

func (t *tester) at(path normalize.Path) print { return at(t.r, path) }

func (t *tester) sum(out *Tested) {
	whole := t.at(out.Result)
	unprinted := whole.blank && out.Result == normalize.TotalWeightPath
	if unprinted { // looked at, but no operand
		whole = print{n: fullMark, ok: true}
	}
	if !whole.ok {
		return
	}
	stated := whole.n
	whole.n = whole.n.Shift(out.Scale)
	t.parts = t.parts[:0]
	sum := out.Constant
	for i := range out.Parts {
		p := t.at(out.Parts[i].Path)
		p.n = p.n.Shift(out.Parts[i].Scale)
		switch {
		case p.ok && out.Parts[i].Coef < 0:
			sum = sum.Sub(p.n)
		case p.ok:
			sum = sum.Add(p.n)
		case !p.blank:
			return
		}
		if p.ok {
			t.parts = append(t.parts, p.n)
		}
	}
	if len(t.parts) == 0 {
		return
	}
	out.Stated, out.Expected = stated, sum.Shift(-out.Scale)
	out.Outcome = Agree
	if unprinted {
		if !sum.Equal(whole.n) {
			out.Outcome, out.Premise = Untestable, FullMarkPrinted
		}
		return
	}
	if !sum.Equal(whole.n) && !SumBounds(whole.n, t.parts, out.Rounding()).Holds(sum) {
		out.Outcome = Disagree
		if t.incomplete(out) {
			out.Outcome = Untestable
		}
	}
}

func (t *tester) ratio(out *Tested) {
	rate, part, whole := t.at(out.Result), t.at(out.Parts[0].Path), t.at(out.Parts[1].Path)
	if !rate.ok || !part.ok || !whole.ok || whole.n.IsZero() {
		return
	}
	part.n, whole.n = part.n.Shift(out.Parts[0].Scale), whole.n.Shift(out.Parts[1].Scale)
	out.Stated, out.Expected, out.Outcome = rate.n, rate.n, Agree
	if !ratioHolds(RateBounds(rate.n), part.n, whole.n) {
		out.Outcome = Disagree
		out.Expected, _ = Rate(part.n, whole.n, RatePlaces(t.r, out.Result, rate.n))
	}
}

// ratioHolds reports whether 100 × part ÷ whole lies in b, without dividing.
func ratioHolds(b Bounds, part, whole num.Decimal) bool {
	scaled := part.Shift(2)
	low, high := b.Low.Mul(whole), b.High.Mul(whole)
	if whole.Sign() < 0 {
		return Bounds{Low: high, High: low, LowOpen: b.HighOpen, HighOpen: b.LowOpen}.Holds(scaled)
	}
	return Bounds{Low: low, High: high, LowOpen: b.LowOpen, HighOpen: b.HighOpen}.Holds(scaled)
}

func (t *tester) within(out *Tested) {
	score, weight := t.at(out.Result), t.at(out.Parts[0].Path)
	if !score.ok || !weight.ok {
		return
	}
	out.Stated, out.Expected, out.Outcome = score.n, score.n, Agree
	if score.n.Sign() < 0 {
		out.Expected, out.Outcome = num.Decimal{}, Disagree
	} else if score.n.Cmp(weight.n) > 0 {
		out.Expected, out.Outcome = weight.n, Disagree
	}
}

// Rate is 100 × part ÷ whole rounded half up to the given places; ok is false
// for a whole of 0.
func Rate(part, whole num.Decimal, places int32) (rate num.Decimal, ok bool) {
	return part.Shift(2).Quo(whole, places)
}

// maxRatePlaces bounds the places that a rate is worked out to.
const maxRatePlaces = 6

// RatePlaces is the number of places that count in a rate at path: those that
// its column shows before padding, itself included unless all others are padded
// (a slip may have made figures of its zeros), else those it was printed with. A
// column of 93.1100, 0.00 and 6.8900 has two.
func RatePlaces(r *normalize.Report, path normalize.Path, rate num.Decimal) int32 {
	places, own, padded := int32(0), int32(0), true
	self, _ := r.Field(path)
	for _, f := range RateColumn(r, path) {
		n, ok := f.Number()
		switch {
		case !ok || n.IsZero():
		case f == self:
			own = n.Significant()
		default:
			places = max(places, n.Significant())
			padded = padded && n.Places() >= n.Significant()+2
		}
	}
	if places == 0 || !padded {
		places = max(places, own)
	}
	if places == 0 {
		places = rate.Places()
	}
	return min(places, maxRatePlaces)
}

// RateColumn is the fields of the money block in the same column as a path of it.
func RateColumn(r *normalize.Report, path normalize.Path) []*normalize.Field {
	if r.Funds == nil {
		return nil
	}
	var out []*normalize.Field
	for i := range r.Funds.Rows {
		if f := r.Funds.Rows[i].Column(path.Column()); f != nil {
			out = append(out, f)
		}
	}
	return out
}
