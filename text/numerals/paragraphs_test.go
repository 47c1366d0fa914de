package numerals

import (
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
