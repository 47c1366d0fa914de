package band

import (
	"strings"
	"testing"

	"ziping/text/num"
)

// shown is a band as mathematics prints it.
func shown(b Band) string {
	got := "∞ "
	if b.HasLow {
		got = map[bool]string{true: "(", false: "["}[b.LowOpen] + b.Low.String() + " "
	}
	if b.HasHigh {
		return got + b.High.String() + map[bool]string{true: ")", false: "]"}[b.HighOpen]
	}
	return got + "∞"
}

// TestParse reads the bands that are printed with grades.
func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"S≥90": "[90 ∞", "得分≥90分": "[90 ∞", "S>90": "(90 ∞", "S≤60": "∞ 60]", "S<60": "∞ 60)", "S＜60": "∞ 60)",
		"80≤S<90": "[80 90)", "80<S≤90": "(80 90]", "90>S≥80": "[80 90)", "90≥S>80": "(80 90]", "80≦得分≦90": "[80 90]",
		"80‹得分⩽90": "(80 90]", "80<=得分<90": "[80 90)", "80=<总分<90": "[80 90)", "80%≤得分率<90%": "[80 90)",
		"90以上": "[90 ∞", "90分及以上": "[90 ∞", "90(含)以上": "[90 ∞", "60以下": "∞ 60)", "60分以下": "∞ 60)", "60分（含）以下": "∞ 60]", "90（不含）以上": "(90 ∞",
		"90分以上（含90分）": "[90 ∞", "60分以下（不含60分）": "∞ 60)", "75（含）-85（不含）": "[75 85)", "75（含75分）～85分": "[75 85]", "75—85（含）": "[75 85]", "75（不含）至85": "(75 85]",
		"[75,85)": "[75 85)", "（75，85]": "(75 85]", "[75，85）": "[75 85)",
		"80-90": "[80 90]", "90-100": "[90 100]", "80~90": "[80 90]", "80至90": "[80 90]", "80.5—90": "[80.5 90]", "80-94": "[80 95)", "80-95": "[80 95]", "80-88": "[80 88]", "80-89.5": "[80 89.5]", "80–89分": "[80 90)", "80分到89.99分之间": "[80 89.99]",
		"≥90": "[90 ∞", "80≤S": "[80 ∞", "90>得分": "∞ 90)", "≥80且<90": "[80 90)", "得分≥80，得分<90": "[80 90)", "≥80-<90": "[80 90)",
		"大于等于80分小于90分": "[80 90)", "不低于90分": "[90 ∞", "高于80分、不高于90分": "(80 90]", "不足60分": "∞ 60)", "80分以上90分以下": "[80 90)", "80分（含）以上，90分以下": "[80 90)",
		"": "none", "90": "none", "S": "none", "S90": "none", "90-80": "none", "80-80": "none", "80-90-95": "none", "80-": "none", "S≥": "none", "S≥90x": "none",
		"80≤": "none", "80≤S<": "none", "90以上吧": "none", "60以下吧": "none", "80=S": "none", "S=90": "none", "1.2.3≤S": "none", "80≤S<90分以上": "none", "[90,80)": "none", "90≤S<80": "none", "<80-90": "none",
	} {
		b, ok := Parse(text)
		got := "none"
		if ok {
			got = shown(b)
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

// TestSame: bands are the same if they have the same grades, wherever the scale ends.
func TestSame(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"80-90", "80≤S<90", true}, {"80-90", "80-91", false}, {"80-90", "81-90", false},
		{"90-100", "90以上", true}, {"90以上", "90-100", true}, {"90-110", "90以上", true}, {"90-99", "90以上", false},
		{"0-60", "60以下", true}, {"60以下", "0-60", true}, {"1-60", "60以下", false}, {"60以上", "60以下", false},
		{"90以上", "90以上", true}, {"90以上", "80以上", false}, {"60以下", "50以下", false},
	} {
		a, ok := Parse(tt.a)
		b, too := Parse(tt.b)
		if !ok || !too || a.Same(b) != tt.same {
			t.Errorf("%s and %s: %v, want %v", tt.a, tt.b, a.Same(b), tt.same)
		}
	}
}

// TestIn: the intervals of a sentence, none within another.
func TestIn(t *testing.T) {
	for text, want := range map[string]string{
		"90分以上为优，80（含）-90分为良，60分以下为差": "[90 ∞; [80 90]; ∞ 60)",
		"优≥95，85≤良<95，差<70":           "[95 ∞; [85 95); ∞ 70)",
		"全年完成90项":                     "",
	} {
		var got []string
		for _, f := range In(Plain(text)) {
			got = append(got, shown(f.Band))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q: got %s, want %s", text, s, want)
		}
	}
}

// The ends of a band belong to it as they are printed; where 80-90 leaves that open, they do.
func TestHolds(t *testing.T) {
	for _, tt := range []struct{ band, in, out string }{
		{"S≥90", "90 100", "89.99"},
		{"S>90", "90.01", "90"},
		{"80≤S<90", "80 89.99", "79.99 90"},
		{"80<S≤90", "80.01 90", "80 90.01"},
		{"60分以下", "0 59.99", "60"},
		{"90-100", "90 100", "89 101"},
		{"80-90", "80 89.9 90", "90.01 79"},
		{"80-89", "80 89.9", "90 79"},
	} {
		b, ok := Parse(tt.band)
		if !ok {
			t.Errorf("%s: no band", tt.band)
			continue
		}
		for _, v := range strings.Fields(tt.in) {
			if !b.Holds(num.MustParse(v)) {
				t.Errorf("%s lies not in %s", v, tt.band)
			}
		}
		for _, v := range strings.Fields(tt.out) {
			if b.Holds(num.MustParse(v)) {
				t.Errorf("%s lies in %s", v, tt.band)
			}
		}
	}
}
