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
	r      *normalize.Report
	prints []Print       // of the identity at hand: the result's, then the parts'
	parts  []num.Decimal // the same, to save allocations
}

func (t *tester) test(id *Identity) Tested {
	t.prints = append(t.prints[:0], PrintAt(t.r, id.Result))
	for i := range id.Parts {
		t.prints = append(t.prints, PrintAt(t.r, id.Parts[i].Path))
	}
	out := Tested{Identity: *id}
	t.weigh(&out)
	if out.Outcome != Disagree {
		return out
	}
	switch id.Kind {
	case Sum:
		if t.incomplete(&out) {
			out.Outcome = Untestable
		}
	case Ratio:
		part, whole := t.prints[1].N.Shift(id.Parts[0].Scale), t.prints[2].N.Shift(id.Parts[1].Scale)
		out.Expected, _ = Rate(part, whole, RatePlaces(t.r, id.Result, out.Stated))
	}
	return out
}

// weigh tests the identity on the prints at hand.
func (t *tester) weigh(out *Tested) {
	out.Outcome = Untestable
	switch out.Kind {
	case Sum:
		t.sum(out)
	case Ratio:
		t.ratio(out)
	case Range:
		t.within(out)
	}
}

func (t *tester) sum(out *Tested) {
	whole := t.prints[0]
	unprinted := whole.Blank && out.Result == normalize.TotalWeightPath
	if unprinted { // looked at, but no operand
		whole = Print{N: fullMark, OK: true}
	}
	if !whole.OK {
		return
	}
	stated := whole.N
	whole.N = whole.N.Shift(out.Scale)
	t.parts = t.parts[:0]
	sum := out.Constant
	for i := range out.Parts {
		p := &t.prints[i+1]
		n := p.N.Shift(out.Parts[i].Scale)
		switch {
		case p.OK && out.Parts[i].Coef < 0:
			sum = sum.Sub(n)
		case p.OK:
			sum = sum.Add(n)
		case !p.Blank:
			return
		}
		if p.OK {
			t.parts = append(t.parts, n)
		}
	}
	if len(t.parts) == 0 {
		return
	}
	out.Stated, out.Expected = stated, sum.Shift(-out.Scale)
	out.Outcome = Agree
	if unprinted {
		if !sum.Equal(whole.N) {
			out.Outcome, out.Premise = Untestable, FullMarkPrinted
		}
		return
	}
	if !sum.Equal(whole.N) && !SumBounds(whole.N, t.parts, out.Rounding()).Holds(sum) {
		out.Outcome = Disagree
	}
}

func (t *tester) ratio(out *Tested) {
	rate, part, whole := t.prints[0], t.prints[1], t.prints[2]
	if !rate.OK || !part.OK || !whole.OK || whole.N.IsZero() {
		return
	}
	part.N, whole.N = part.N.Shift(out.Parts[0].Scale), whole.N.Shift(out.Parts[1].Scale)
	out.Stated, out.Expected, out.Outcome = rate.N, rate.N, Agree
	if !ratioHolds(RateBounds(rate.N), part.N, whole.N) {
		out.Outcome = Disagree
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
	score, weight := t.prints[0], t.prints[1]
	if !score.OK || !weight.OK {
		return
	}
	out.Stated, out.Expected, out.Outcome = score.N, score.N, Agree
	if score.N.Sign() < 0 {
		out.Expected, out.Outcome = num.Decimal{}, Disagree
	} else if score.N.Cmp(weight.N) > 0 {
		out.Expected, out.Outcome = weight.N, Disagree
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
