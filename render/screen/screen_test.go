package screen

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"合计 222924.78", "合计 222924.78"},
		{"a\tb\nc\r\nd", "a b c  d"},
		{"\x1b[31mred", `\x1b[31mred`},
		{"7\u202e11", `7\u202e11`},
		{"\x9b2J", `\x9b2J`},
		{"\u009b2J", `\x9b2J`},
		{"a\u200bb\ufeff", `a\u200bb\ufeff`},
		{"a\u2028b", `a\u2028b`},
		{"全\u3000角", "全 角"},
		{"\xff\xfe", `\xff\xfe`},
		{"\ufffd", "\ufffd"},
	} {
		if got := Clean(tt.in); got != tt.want {
			t.Errorf("Clean(%q): got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestCleanIsSafeAndIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Clean(string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) + rapid.String().Draw(t, "text"))
		for _, r := range s {
			if Hidden(r) {
				t.Fatalf("got %q, which holds %U", s, r)
			}
		}
		if again := Clean(s); again != s {
			t.Fatalf("got %q once and %q twice", s, again)
		}
	})
}

func TestWidth(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want int
	}{{"", 0}, {"abc", 3}, {"合计", 4}, {"①中央", 5}, {"\uff081\uff09", 5}, {"é", 1}, {"≥90%", 4}} {
		if got := Width(tt.in); got != tt.want {
			t.Errorf("Width(%q): got %d, want %d", tt.in, got, tt.want)
		}
	}
}

func TestCutPathKeepsTheName(t *testing.T) {
	for _, tt := range []struct {
		in   string
		n    int
		want string
	}{
		{"a/b.pdf", 20, "a/b.pdf"},
		{"某市/2023年/部门整体自评表.pdf", 20, "…/部门整体自评表.pdf"},
		{"forms/of/2023/water.pdf", 12, "…3/water.pdf"},
		{"表.pdf", 3, "…df"},
	} {
		got := CutPath(tt.in, tt.n)
		if got != tt.want || Width(got) > tt.n {
			t.Errorf("CutPath(%q, %d): got %q, want %q", tt.in, tt.n, got, tt.want)
		}
	}
}

func TestCutAndWrapKeepWithin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Clean(rapid.StringMatching(`[合计小abc,。\x{ff0c} 0-9.]{0,60}`).Draw(t, "text"))
		n := rapid.IntRange(8, 40).Draw(t, "columns")
		if w := Width(Cut(s, n)); w > n {
			t.Fatalf("Cut(%q, %d): got %d columns", s, n, w)
		}
		lines := Wrap(s, n)
		for _, l := range lines {
			if Width(l) > n {
				t.Fatalf("Wrap(%q, %d): got a line of %d columns", s, n, Width(l))
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := bare(strings.Join(lines, "")); got != bare(s) {
			t.Fatalf("Wrap lost text: got %q, want %q", got, bare(s))
		}
	})
}
