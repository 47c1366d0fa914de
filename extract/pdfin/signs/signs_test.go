package signs

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"ziping/text/blank"
)

func TestKinds(t *testing.T) {
	for r, want := range map[rune]struct{ empty, control, digit bool }{
		' ': {true, false, false}, 0x3000: {true, false, false}, 0xA0: {true, false, false}, 0xAD: {true, false, false}, 0x202F: {true, false, false}, 0x2060: {true, false, false}, 0xFEFF: {true, false, false},
		0: {true, true, false}, 0x1F: {true, true, false}, 0x7F: {true, true, false}, 0x80: {true, true, false}, 0x9F: {true, true, false},
		0xFFFE: {true, false, false}, 0xFFFF: {true, false, false}, 0xFFFD: {}, 0x10000: {}, '!': {}, '~': {}, 0xA1: {}, '人': {}, '.': {},
		'0': {false, false, true}, '9': {false, false, true}, '/': {}, ':': {}, '５': {},
	} {
		if Empty(r) != want.empty || Control(r) != want.control || Digit(r) != want.digit {
			t.Errorf("%U: got %v %v %v, want %v", r, Empty(r), Control(r), Digit(r), want)
		}
	}
}

// Only radicals and compatibility ideographs are folded, and not into several.
func TestNotFolded(t *testing.T) {
	for _, r := range "a5٣ªﬁ㎡㈠\u2E80\u2FD6\u3000\uF900豈樂\uFAFF\U0002F800丽" {
		got := Ordinary(r)
		switch {
		case r == 0xF900, r == 0xF95C, r == 0x2F800:
			if got == r {
				t.Errorf("%U stays", r)
			}
		case got != r && (r < 0xF900 || r > 0xFAFF):
			t.Errorf("%U becomes %U", r, got)
		}
	}
	for in, want := range map[rune]rune{0x2F00: '一', 0x2FD5: '龠', 0xF900: '豈', 0xFAD9: '龎', 0x2F800: '丽', 0x2FA1D: '𪘀', 0x2E81: '厂', 0x2EF3: '龟', 0x2EFF: 0x2EFF} {
		if got := Ordinary(in); got != want {
			t.Errorf("%U: got %U, want %U", in, got, want)
		}
	}
}

// What is taken for usual at a glance is so.
func TestUsual(t *testing.T) {
	for r := range rune(0x30000) {
		if usual(r) && (blank.Gap(r) || Control(r) || alike[r] != 0 || supplement[r] != 0 || r != []rune(norm.NFKC.String(string(r)))[0]) {
			t.Errorf("%U is not usual", r)
		}
	}
}
