package blank

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// blanks and unseen are named here one by one, so that none is lost from the ranges.
var (
	blanks = []rune(" \t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u2800\u3164\u115f\u1160\uffa0")
	unseen = []rune("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206f\u17b4\u17b5\u180b\u180f\ufe00\ufe0f\ufeff\ufff9\ufffb\U000e0000\U000e0001\U000e0100\U000e0fff")
)

func TestKinds(t *testing.T) {
	for _, r := range blanks {
		if !Is(r) || Unseen(r) {
			t.Errorf("%U: blank %v, unseen %v; want a blank", r, Is(r), Unseen(r))
		}
	}
	for _, r := range unseen {
		if Is(r) || !Unseen(r) {
			t.Errorf("%U: blank %v, unseen %v; want unseen", r, Is(r), Unseen(r))
		}
	}
	// The neighbours of each range show something, or nobody knows.
	for _, r := range "a0.,-%年〇①\ufffd\u0000\u0008\u000e\u001f\u0084\u0086\u009f\u00a1\u00ac\u00ae\u034e\u0350\u061b\u061d\u1100\u115e\u1161\u167f\u1681\u17b3\u17b6\u180a\u1810\u1fff\u2010\u2027\u2030\u205e\u2070\u27ff\u2801\u3001\u3163\u3165\ufdff\ufe10\ufefe\uff00\uff9f\uffa1\uffef\ufffc\U000dffff\U000e1000" {
		if Gap(r) {
			t.Errorf("%U is no gap", r)
		}
	}
}

// What Unicode calls white space or takes for a mark of format is one of ours, and
// what stays by the first comparisons is what all of them say.
func TestNothingOfUnicodeIsForgotten(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if unicode.IsSpace(r) && !Is(r) {
			t.Errorf("%U is white space", r)
		}
		if unicode.Is(unicode.Variation_Selector, r) && !Gap(r) {
			t.Errorf("%U selects a variant", r)
		}
		if stays(r) != (!Gap(r) && Half(r) == r) {
			t.Errorf("%U: stays %v", r, stays(r))
		}
	}
}

func TestHalf(t *testing.T) {
	for r := rune('!'); r <= '~'; r++ {
		if got := Half(r + 0xFEE0); got != r || Half(r) != r {
			t.Errorf("%c in full width is %c", r, got)
		}
	}
	want := []rune(",、.\ufe53;:?!—(){}〔〕#&*+-<>=\ufe67\\$%@")
	for i, r := range "\ufe50\ufe51\ufe52\ufe53\ufe54\ufe55\ufe56\ufe57\ufe58\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\ufe5f\ufe60\ufe61\ufe62\ufe63\ufe64\ufe65\ufe66\ufe67\ufe68\ufe69\ufe6a\ufe6b" {
		if got := Half(r); got != want[i/3] {
			t.Errorf("%U is %c, want %c", r, got, want[i/3])
		}
	}
	for _, r := range "中①≥\uff00\uff5f\ufe4f\ufe6c¥" {
		if Half(r) != r {
			t.Errorf("%U is %U", r, Half(r))
		}
	}
}

func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"总\u2003分": "总分", "总\u200d分": "总分", "总\u00ad\u2060分\ufeff": "总分", "\uff11\uff12\uff0e\uff15": "12.5",
		"①＋②": "①+②", "a b": "ab", "": "", "\u202f": "", "\ufe65 9\ufe6a": ">9%", "1\u202e2": "12",
	} {
		if got := Fold(s); got != want {
			t.Errorf("Fold(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestClose(t *testing.T) {
	for s, want := range map[string]string{
		"774.80 10": "774.80 10", "774.80\u00a0\u00a010": "774.80  10", "5\n15": "5\n15", "5 \r\n 15": "5\n15", "5\u200b15": "515",
		"1\u2009234": "1 234", "1\u3000234": "1  234", "\u3000774.80 万 元 ": "774.80万元", "≥ 90 %": "≥90%", "2021 年 6 月": "2021年6月",
		"7 ,5": "7 ,5", "\uff11 \uff12": "1 2", "1\u202e2": "1\u202e2", "1 \u200d 2": "1  2", "1\u00852": "1\n2", "1\u20282": "1\n2", "1\u2029 2": "1\n2", "1\v2": "1\n2", "1\f2": "1\n2", "1\r2": "1\n2", "1 \n 2": "1\n2", "1\t2": "1  2",
	} {
		if got := Close(s); got != want {
			t.Errorf("Close(%q) = %q, want %q", s, got, want)
		}
	}
}

// Gaps put anywhere into a text change neither form of its words.
func TestGapsChangeNoWord(t *testing.T) {
	gap := rapid.SampledFrom(append(append([]rune{}, blanks...), unseen...))
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("总分预算数①(万元)12.5%≥，：abAB＝"))).Draw(t, "text")
		var b strings.Builder
		for _, r := range s {
			for range rapid.IntRange(0, 2).Draw(t, "gaps") {
				b.WriteRune(gap.Draw(t, "gap"))
			}
			b.WriteRune(r)
		}
		spaced := b.String()
		if got := Fold(spaced); got != Fold(s) {
			t.Fatalf("Fold(%q) = %q, want %q", spaced, got, Fold(s))
		}
		if got := Fold(Close(spaced)); got != Fold(s) {
			t.Fatalf("Fold(Close(%q)) = %q, want %q", spaced, got, Fold(s))
		}
		if c := Close(spaced); Close(c) != c {
			t.Fatalf("Close(%q) = %q, and closed again %q", spaced, c, Close(c))
		}
		if None(spaced) != (s == "") {
			t.Fatalf("None(%q) = %v", spaced, None(spaced))
		}
		if Fold(Trim(spaced)) != Fold(s) || Trim(spaced) != "" && (strings.TrimSpace(Trim(spaced)) != Trim(spaced)) {
			t.Fatalf("Trim(%q) = %q", spaced, Trim(spaced))
		}
	})
}

func TestCutPrefix(t *testing.T) {
	for s, want := range map[string]string{"其中：甲": "甲", " 其\u2003中\u200b：甲": "甲", "其 中": "-", "": "-", "其它:": "-"} {
		rest, ok := CutPrefix(s, "其中:")
		if !ok {
			rest = "-"
			if r, _ := CutPrefix(s, "其中:"); r != s {
				t.Errorf("%q became %q without the word", s, r)
			}
		}
		if rest != want {
			t.Errorf("CutPrefix(%q) = %q, want %q", s, rest, want)
		}
	}
}

func TestLine(t *testing.T) {
	for s, want := range map[string]string{"a\u3000\n b": "a b", "ab": "ab", "": "", " a ": "a"} {
		if got := Line(s); got != want {
			t.Errorf("Line(%q) = %q, want %q", s, got, want)
		}
	}
	if got := Out("总\u2003分：\u200b"); got != "总分：" {
		t.Errorf("Out keeps the width and no gap, got %q", got)
	}
	if got := Out(" 总"); got != "总" {
		t.Errorf("got %q", got)
	}
	if got := Seen("a\u00a0b\u200b\u202ec\u2003d"); got != "a b\u202ec\u2003d" {
		t.Errorf("Seen leaves out what is not seen, got %q", got)
	}
	if got := Trim(" \u200b\u202e12\u00ad "); got != "\u202e12" {
		t.Errorf("Trim leaves what turns the order around, got %q", got)
	}
}

func TestLead(t *testing.T) {
	for s, want := range map[string][2]int{"a": {0, 0}, "  a": {2, 2}, "\u3000a": {2, 3}, "\u200b\u2003a": {1, 6}, " ": {1, 1}, "\ta": {2, 1}} {
		if n, size := Lead(s); n != want[0] || size != want[1] {
			t.Errorf("Lead(%q) = %d, %d, want %v", s, n, size, want)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	for name, s := range map[string]string{"figure": "222924.78", "words": "预算执行率与绩效目标完成情况", "spaced": "预 算 执 行 率（％）"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Fold(s)
			}
		})
	}
}
