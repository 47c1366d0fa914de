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
