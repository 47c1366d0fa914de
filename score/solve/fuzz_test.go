package solve_test

import (
	"slices"
	"testing"

	"ziping/internal/bound"
	"ziping/score/solve"
	"ziping/text/num"
)

// FuzzRun plants figures in a sample. Whatever they are, the sets that are found make the
// form hold, are of one size and found again, and the search takes no more than its steps.
func FuzzRun(f *testing.F) {
	for i := range samples {
		f.Add(uint8(i), []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
	}
	f.Add(uint8(0), []byte{0, 255, 255, 255, 7, 128, 0, 0, 3, 0, 0, 9, 200, 1, 1, 1})
	f.Fuzz(func(t *testing.T, sample uint8, slips []byte) {
		r := load(t, samples[int(sample)%len(samples)])
		paths := figures(r)
		for slips = slips[:min(len(slips), 40)]; len(slips) >= 4; slips = slips[4:] {
			value := num.New(int64(slips[1])<<8|int64(slips[2]), int32(slips[3]%4))
			set(t, r, paths[int(slips[0])%len(paths)], value.String())
		}
		var found []solve.Solution
		bound.Holds(t, bound.Limit{Base: 1 << 30}, 0, func() { found = run(r) })
		if again := run(r); !slices.Equal(say(found), say(again)) {
			t.Errorf("got %v, then %v", say(found), say(again))
		}
		for _, s := range found {
			for _, one := range s.Sets {
				if len(one.Changes) != len(s.Sets[0].Changes) || len(one.Changes) == 0 {
					t.Errorf("got sets of several sizes: %v", say(found))
				}
				for i := range one.Changes {
					if c := &one.Changes[i]; c.High.Cmp(c.Low) < 0 {
						t.Errorf("%s: from %s to %s", c.Path, c.Low, c.High)
					}
				}
			}
		}
	})
}
