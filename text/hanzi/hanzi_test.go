package hanzi_test

import (
	"testing"

	"ziping/text/hanzi"
)

func TestCharacters(t *testing.T) {
	for _, tt := range []struct {
		text   string
		begins bool
		count  int
	}{{"数量", true, 2}, {"PM2.5浓度", false, 2}, {"，数", false, 1}, {"", false, 0}, {"〇", true, 1}, {"\xff数", false, 1}, {"か", false, 0}, {"①", false, 0}} {
		if got := hanzi.Begins(tt.text); got != tt.begins {
			t.Errorf("%q: begins: got %v", tt.text, got)
		}
		if got := hanzi.Count(tt.text); got != tt.count {
			t.Errorf("%q: got %d Chinese characters, want %d", tt.text, got, tt.count)
		}
	}
}

func TestMeets(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"数", "4", true}, {"4", "公里", true}, {"PM", "浓度", true}, {"率A", "数", true},
		{"数", "量", false}, {"4", "8", false}, {"、", "8", false}, {"个", "、", false}, {"≥", "万", false}, {"", "数", false},
	} {
		if got := hanzi.Meets(tt.a, tt.b); got != tt.want {
			t.Errorf("%q before %q: got %v", tt.a, tt.b, got)
		}
	}
}
