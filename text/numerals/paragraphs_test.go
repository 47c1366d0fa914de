package numerals

import (
	"fmt"
	"strings"
	"testing"
)

// Two lists one after the other: the second begins where the numbers begin again.
func TestTheSecondListBeginsAgain(t *testing.T) {
	for s, want := range map[string]int{
		"1.a 2.b 1.c 2.d":                     2,
		"1.a 2.b 3.c 1.d":                     3,
		"目标1:a 目标2:b 1.c 2.d":                 2,
		"目标1:a 目标2:b 1.c 2.d 3.e":             0, // or all of 目标2
		"一、a (1)b (2)c 二、d 一、e (1)f 二、g":      4,
		"①a ②b ①c ②d":                         2,
		"(1)a more (2)b (1)c more (2)d":       3,
		"1.a 2.b more 1.c 2.d":                0, // it may end one list or begin the other
		"1.a 2.b 1.c 2.d 1.e 2.f":             0,
		"1.a 3.b 1.c 2.d":                     0,
		"a b c d":                             0,
		"2.a 3.b 1.c 2.d":                     0,
		"1.a 2.b 3.c 4.d":                     0,
		"1.a 1.b":                             1,
		"1.a (1)b (2)c 2.d 1.e (1)f 2.g (1)h": 4,
	} {
		if got := BeginsAgain(strings.Fields(s)); got != want {
			t.Errorf("%s: got %d, want %d", s, got, want)
		}
	}
}

func TestListsSideBySide(t *testing.T) {
	for s, want := range map[string]bool{"1.a 1.b 2.c 2.d": true, "目标1:a 1.b 目标2:c 2.d": true, "1.a 1.b": false, "1.a 1.b 2.c": false, "1.a 1.b 2、c 2.d": false, "1.a 2.b 1.c 2.d": false} {
		if got := SideBySide(strings.Fields(s)); got != want {
			t.Errorf("%s: got %v, want %v", s, got, want)
		}
	}
}

func TestStarts(t *testing.T) {
	for s, want := range map[string]string{
		"1.a 1.b": "[0 1]", "1.a 1.b; 2.c": "[0 1]", "1.a; 2.b 3.c 1.d; 2.e": "[0 3]", "1.a 1.b 1.c": "[0 1 2]", "1.a 2.b": "[0]",
		"1.a more 1.b": "[0 2]", "1.a(b) more": "[0]", "1.a; more 1.b": "[]", "1.a 3.b": "[]", "1.a 1、b": "[]", "a 1.b": "[]", "2.a 1.b": "[]", "1.a 2、b": "[]",
	} {
		if got := fmt.Sprint(Starts(strings.Fields(s))); got != want {
			t.Errorf("%s: got %s, want %s", s, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for s, want := range map[string]int{"2.架桥": 2, "(3)架桥": 3, "架桥": 0, "2.5公里": 0} {
		if got := Number(s); got != want {
			t.Errorf("%s: got %d, want %d", s, got, want)
		}
	}
}

func TestCounts(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  bool
	}{
		{[]string{"1、部门预算项目", "2、市直专项"}, true},
		{[]string{"(三)甲", "(四)乙", "(五)丙"}, true},
		{[]string{"1、部门预算项目"}, true},
		{[]string{"1、持续性项目", "☑", "2、新增性项目", "□"}, true},
		{[]string{"☑"}, false},
		{[]string{"1、部门预算项目", "3、市直专项"}, false},
		{[]string{"1、部门预算项目", "(2)市直专项"}, false},
		{[]string{"某省科技馆", "项目期"}, false},
		{[]string{"1、甲", "乙"}, false},
		{nil, false},
	} {
		if got := Counts(c.texts); got != c.want {
			t.Errorf("Counts(%q) = %v, want %v", c.texts, got, c.want)
		}
	}
}
