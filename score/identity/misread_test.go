package identity

import (
	"testing"

	"ziping/text/num"
)

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
		{"a telephone number that lost its dash", []string{"59167368873", "100", "73.68", "0"}, []int{0}, true},
		{"far more than it may be, and a figure still", []string{"59167.3", "100", "73.68", "0"}, []int{0}, false},
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

// TestImplied: of figures with which a sum holds, each is what the others imply.
func TestImplied(t *testing.T) {
	n := num.MustParse
	for _, tt := range []struct {
		id     Identity
		prints []string // "" for a blank, which adds nothing
	}{
		{Identity{Parts: []Term{{Coef: 1}, {Coef: 1}, {Coef: -1}}}, []string{"7", "5", "4", "2"}},
		{Identity{Parts: []Term{{Coef: 1}, {Coef: -1}}, Constant: n("10")}, []string{"12.5", "5", "2.5"}},
		{Identity{Parts: []Term{{Coef: 1, Scale: -4}, {Coef: 1}, {Coef: -1, Scale: -4}}}, []string{"300", "2000000", "150", "500000"}},
		{Identity{Parts: []Term{{Coef: 1}, {Coef: 1}, {Coef: 1}}, Scale: -4}, []string{"3000000", "100", "200", ""}},
	} {
		prints := make([]Print, len(tt.prints))
		for k, s := range tt.prints {
			if prints[k].Blank = s == ""; s != "" {
				prints[k] = Print{N: n(s), OK: true}
			}
		}
		for k, s := range tt.prints {
			if s == "" {
				s = "0"
			}
			if got, ok := implied(&tt.id, prints, k); !ok || !got.Equal(n(s)) {
				t.Errorf("%v, figure %d: got %s, %v", tt.prints, k, got, ok)
			}
		}
		prints[0] = Print{Blank: true}
		if _, ok := implied(&tt.id, prints, 0); !ok {
			t.Errorf("%v: a blank whole is not implied", tt.prints)
		}
		if got, ok := implied(&tt.id, prints, 1); ok {
			t.Errorf("%v without its whole: got %s", tt.prints, got)
		}
	}
}

// TestOutweighed: a figure is more than all others can be, whatever a character in doubt is,
// each in its unit.
func TestOutweighed(t *testing.T) {
	plain := Identity{Parts: []Term{{Coef: 1}, {Coef: 1}}}
	yuan := Identity{Parts: []Term{{Coef: 1, Scale: -4}, {Coef: 1, Scale: -4}}}
	for _, tt := range []struct {
		id     *Identity
		prints []string
		doubt  []int
		want   bool
	}{
		{&plain, []string{"100", "40", "50"}, nil, true}, {&plain, []string{"100", "40", "60"}, nil, false}, {&plain, []string{"100", "40", "70"}, nil, false},
		{&plain, []string{"100", "4", "50"}, []int{1}, false}, {&plain, []string{"1001", "4", "5"}, []int{1}, true}, {&plain, []string{"1001", "4", "5"}, []int{0}, true},
		{&plain, []string{"100", "4", "7"}, []int{0}, false}, {&plain, []string{"1", "", "7"}, nil, true}, {&plain, []string{"0", "9", "7"}, []int{0}, false},
		{&yuan, []string{"3", "10000", "10000"}, nil, true}, {&yuan, []string{"3", "10000", "20000"}, nil, false}, {&yuan, []string{"3", "50000", "10000"}, nil, true},
	} {
		prints := make([]Print, len(tt.prints))
		for k, s := range tt.prints {
			if s != "" {
				prints[k] = Print{N: num.MustParse(s), OK: true}
			}
		}
		if got := outweighed(tt.id, prints, tt.doubt); got != tt.want {
			t.Errorf("%v, in doubt %v: got %v", tt.prints, tt.doubt, got)
		}
	}
}
