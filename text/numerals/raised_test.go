package numerals

import "testing"

func TestWithoutNote(t *testing.T) {
	for text, want := range map[string]string{"得分¹": "得分", "9.3¹²": "9.3", "9.3¹²³": "9.3¹²³", "¹得分": "¹得分", "得分1": "得分1", "²": "", "": ""} {
		if got := WithoutNote(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
