package manual

import "testing"

func TestRoff(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"--jobs N", `\-\-jobs N`},
		{`a\b`, `a\eb`},
		{".TH is a request\n'so is this", "\\&.TH is a request\n\\&'so is this"},
	} {
		if got := roff(tt.in); got != tt.want {
			t.Errorf("roff(%q): got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestJoined(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"one\ntwo", "one two"},
		{"核对表内\n算术", "核对表内算术"},
		{"写出\n--lang", "写出--lang"},
	} {
		if got := joined(tt.in); got != tt.want {
			t.Errorf("joined(%q): got %q, want %q", tt.in, got, tt.want)
		}
	}
}
