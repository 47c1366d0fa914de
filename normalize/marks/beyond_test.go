package marks

import (
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

func TestBeyond(t *testing.T) {
	for text, want := range map[string]bool{"1000": false, "1000.01": true, "-2000": false, "404996.99": true, "98%": false, "合格": false, "/": false} {
		it := table.NewItem(lexicon.Default(), text, 0, 1, 1, extract.Ref{})
		if got := Beyond(&it); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}
