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
		{'_', 0.9, 0.87, false}, {'W', 0.93, 0.9, false}, {'×', 0.9, 0.92, false}, // 丙, 升, 际
		{'×', 0.8, 0.8, true}, {'±', 0.85, 0.85, true}, {'里', 0.9, 0.85, true},
		{'\x12', 0.9, 0.85, false}, // 年
		{'2', 1, 1, true},          // a box, not ink
		{'2', 0.99, 0.2, true}, {'2', 0.2, 0.99, true}, {'2', 0.98, 0.5, false}, {'x', 0.5, 0.98, false},
	} {
		if got := (ink{c.width, c.height}).plausible(c.r); got != c.want {
			t.Errorf("%q of %g x %g: got %v, want %v", c.r, c.width, c.height, got, c.want)
		}
	}
}

// Every character of a kind has the bounds of its kind, and its ink is within
// them up to the bound and not at it.
func TestBounds(t *testing.T) {
	for _, c := range []struct {
		chars                   string
		widest, lowest, highest float64
	}{
		{"0123456789", 0.7, 0.4, 0}, {"BEFIJKLPRSTZ", 0.75, 0.4, 0}, {"ACDGHNOQUVXY", 0, 0.4, 0}, {"MW", 0, 0.4, 0.82}, {"mw", 0, 0.3, 0.68}, {"-_~", 0, 0, 0.55}, {"×÷±", 0.86, 0, 0.86},
		{"aceonrsuvxz", 0.75, 0.3, 0.68}, {"bdfghijklpqty", 0.75, 0.3, 0}, {"!\"'(),.:;[]`{|}", 0.6, 0, 0},
		{"\u00a1é\u024f", 0.75, 0, 0}, {"%&+<>=\u0250里≥", 0, 0, 0},
	} {
		for _, r := range c.chars {
			width, height := 0.5, 0.5
			for _, edge := range []struct {
				name          string
				width, height float64
				bounded       bool
			}{
				{"width", c.widest, height, c.widest > 0}, {"height", width, c.lowest, c.lowest > 0}, {"height", width, c.highest, c.highest > 0},
			} {
				if edge.bounded && (ink{edge.width, edge.height}).plausible(r) {
					t.Errorf("%q: %s at the bound is believed", r, edge.name)
				}
			}
			const near = 0.001
			wide, low, high := 0.97, 0.01, 0.97
			if c.widest > 0 {
				wide = c.widest - near
			}
			if c.lowest > 0 {
				low = c.lowest + near
			}
			if c.highest > 0 {
				high = c.highest - near
			}
			for _, i := range []ink{{wide, height}, {width, low}, {width, high}} {
				if !i.plausible(r) {
					t.Errorf("%q: %v is not believed", r, i)
				}
			}
		}
	}
}

// Narrow characters are those that no font draws as wide as it is high.
func TestNarrow(t *testing.T) {
	for r, want := range map[rune]bool{
		' ': false, '!': true, '~': false, '}': true, 0x7F: false, '0': true, 'M': false, 'W': false, 'm': false, 'w': false, '@': false, '%': false, '&': false, '-': false, '_': false,
		0xBF: false, 0xC0: true, '×': false, '÷': false, 0x24F: true, 0x250: false, '里': false,
	} {
		if narrow(r) != want {
			t.Errorf("%U: got %v", r, !want)
		}
	}
}
