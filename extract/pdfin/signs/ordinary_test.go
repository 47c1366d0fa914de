package signs

import "testing"

// TestOrdinary: what fonts' maps hand out comes as what people type, and what
// looks different stays as printed.
func TestOrdinary(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"⼈⼯⻔⽬", "人工门目"},
		{"⼾籍", "户籍"},
		{"‑3,275.2", "-3,275.2"},
		{"小计➂=➀+➁", "小计③=①+②"},
		{"53.6〜85.9%⋯⋯", "53.6～85.9%……"},
		{"张・李 ①⑩ ＋－ ≥≤ 戶 — · ℃ Ⅳ １２", "张·李 ①⑩ ＋－ ≥≤ 戶 — · ℃ Ⅳ １２"},
	} {
		got := []rune(c.in)
		for i, r := range got {
			got[i] = Ordinary(r)
		}
		if string(got) != c.want {
			t.Errorf("Ordinary(%q): got %q want %q", c.in, string(got), c.want)
		}
	}
}
