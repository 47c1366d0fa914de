package sets

import (
	"testing"

	"pgregory.net/rapid"

	"ziping/normalize"
	"ziping/score/rubric"
	"ziping/text/num"
)

// TestSoundFormsAreSilent scores random forms by a known way, to 0, 1 or 2
// places, rounded or cut off, and wants no score called wrong: none by the
// default's own way, and by another known way one at most, for one odd score
// may be a slip while two show a way.
func TestSoundFormsAreSilent(t *testing.T) {
	ways := map[string]*rubric.Set{"": Default()}
	for _, v := range Variants() {
		ways[v.ID] = Default().With(&v)
	}
	number := func(n num.Decimal) *normalize.Field {
		f := &normalize.Field{Text: n.String()}
		f.SetNumber(n)
		return f
	}
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.SampledFrom([]string{"", "", "floor-60", "all-or-nothing", "step-1-per-point"}).Draw(t, "way")
		s := *ways[id]
		s.Places = int32(rapid.IntRange(0, 2).Draw(t, "places"))
		s.Rounding = rapid.SampledFrom([]rubric.Rounding{rubric.HalfUp, rubric.CutOff}).Draw(t, "rounding")
		r := &normalize.Report{}
		for range rapid.IntRange(3, 15).Draw(t, "rows") {
			op := rapid.SampledFrom([]normalize.Op{normalize.OpAtLeast, normalize.OpAtMost}).Draw(t, "op")
			target := num.FromInt(rapid.Int64Range(20, 20000).Draw(t, "target"))
			share := num.New(rapid.Int64Range(1, 129).Draw(t, "done"), 2)
			actual := target.Mul(share).Round(0)
			weight := num.New(rapid.Int64Range(2, 20).Draw(t, "halves")*5, 1)
			x := normalize.Indicator{Target: number(target), Actual: number(actual), Weight: number(weight)}
			x.Target.Op = op
			x.Target.Text = string(op) + target.String()
			if p := rubric.Of(&x); p.Met == rubric.No {
				points, ok := s.Targets.Missed(p, &x)[0][0].Earned(p, weight)
				if !ok {
					continue
				}
				x.Score = number(s.Points(&rubric.Outcome{Expected: points}))
			} else {
				x.Score = number(weight) // full marks are never rounded
			}
			r.Indicators = append(r.Indicators, x)
		}
		chosen, _ := Choose(r)
		wrong := 0
		for i, o := range chosen.Indicators(r) {
			if o.Verdict == rubric.Differs {
				wrong++
				t.Logf("row %d by %s: %s of %s, expected %s (%s)", i, chosen.ID, o.Stated, o.Weight, chosen.Points(&o), o.Rule().EN)
			}
		}
		if limit := min(1, len(id)); wrong > limit {
			t.Fatalf("way %q, %d places, rounding %d: got %d scores called wrong, want at most %d", id, s.Places, s.Rounding, wrong, limit)
		}
	})
}
