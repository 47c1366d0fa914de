package evidence

import "testing"

func TestPlausible(t *testing.T) {
	for _, c := range []struct {
		r             rune
		width, height float64
		want          bool
	}{
		{'2', 0.45, 0.7, true}, {'1', 0.25, 0.72, true},
		{'2', 0.25, 0.2, false},                          // 。
		{'P', 0.55, 0.72, true}, {'P', 0.9, 0.85, false}, // 上
		{'W', 0.95, 0.72, true}, {'%', 0.9, 0.75, true},
		{'o', 0.5, 0.5, true}, {'o', 0.6, 0.85, false}, // 月
		{'Ý', 0.7, 0.9, true}, {'Ý', 0.9, 0.85, false}, // 里
		{'×', 0.8, 0.8, true}, {'±', 0.85, 0.85, true}, {'里', 0.9, 0.85, true},
		{'\x12', 0.9, 0.85, false}, // 年
		{'2', 1, 1, true},          // a box, not ink
	} {
		if got := (ink{c.width, c.height}).plausible(c.r); got != c.want {
			t.Errorf("%q of %g x %g: got %v, want %v", c.r, c.width, c.height, got, c.want)
		}
	}
}
