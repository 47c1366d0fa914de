package identity

import (
	"testing"

	"ziping/text/num"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"0", "222924.78", 9}, {"250958.8", "250953.8", 1}, {"12", "1.2", 1}, {"22924.78", "222924.78", 1}, {"-5", "5", 1}, {"", "", 0}, {"17", "71", 2},
	} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestByMisreading(t *testing.T) {
	sum := &Identity{Kind: Sum, Parts: []Term{{Coef: 1}, {Coef: 1}, {Coef: -1}}} // result = a + b − c
	for _, c := range []struct {
		name   string
		prints []string // the result's first; "" for blank
		doubt  []int
		want   bool
	}{
		{"nothing is in doubt", []string{"3", "1", "1", "0"}, nil, false},
		{"a digit of the result", []string{"253", "200", "58", "0"}, []int{0}, true},
		{"a digit of a part", []string{"258", "200", "53", "0"}, []int{2}, true},
		{"a digit of what is taken off", []string{"100", "200", "0", "180"}, []int{3}, true},
		{"of another figure", []string{"258", "200", "53", "0"}, []int{1}, true}, // 205
		{"a digit that was lost", []string{"22924.78", "222924.78", "0", "0"}, []int{0}, true},
		{"a point that was lost", []string{"95", "9.5", "0", "0"}, []int{0}, true},
		{"another figure altogether", []string{"0", "222924.78", "0", "0"}, []int{0, 1, 2, 3}, false},
		{"a digit each of two", []string{"258", "201", "59", "0"}, []int{1, 2}, true},
		{"two digits each of two", []string{"22222", "11111", "33", "0"}, []int{2, 3}, false},
		{"more digits, of figures of one size", []string{"22222", "11111", "12345", "0"}, []int{1}, true},
		{"a digit each of three", []string{"268", "301", "59", "0"}, []int{0, 1, 2}, true},
		{"a slash taken for a figure", []string{"1", "222924.78", "5311.2", "0"}, []int{0}, true},
		{"another digit", []string{"3", "222924.78", "5311.2", "0"}, []int{0}, false},
		{"a small figure beside a large one", []string{"0.5", "222924.78", "0.1", "0"}, []int{0, 1, 2}, false},
		{"a blank part adds nothing", []string{"258", "253", "", "0"}, []int{0}, true},
		{"a blank part that may be none", []string{"0", "222924.78", "", "0"}, []int{2}, true},
	} {
		var prints []Print
		for _, s := range c.prints {
			if s == "" {
				prints = append(prints, Print{Blank: true})
				continue
			}
			prints = append(prints, Print{N: num.MustParse(s), OK: true})
		}
		doubted := func(k int) bool {
			for _, d := range c.doubt {
				if d == k {
					return true
				}
			}
			return false
		}
		if got := ByMisreading(sum, prints, doubted); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	rate := &Identity{Kind: Ratio, Parts: []Term{{Coef: 1}, {Coef: 1}}}
	if !ByMisreading(rate, []Print{{OK: true}, {OK: true}, {OK: true}}, func(k int) bool { return k == 1 }) {
		t.Error("a rate with a doubtful figure may always be misread")
	}
}
