package checks

import "testing"

// TestWords opens the words, and holds every one of them to being needed.
func TestWords(t *testing.T) {
	w, err := readWords(wordsYAML)
	if err != nil {
		t.Fatal(err)
	}
	for name, list := range map[string][]string{"shares": w.Shares, "beyond_100": w.Beyond100, "signed": w.Signed, "none": w.None, "whole_cost": w.WholeCost, "each": w.Each} {
		if len(list) == 0 {
			t.Errorf("%s: got no words", name)
		}
		for i, a := range list {
			if says(a, append(list[:i:i], list[i+1:]...)) {
				t.Errorf("%s: %s holds another of its words", name, a)
			}
		}
	}
	if _, err := readWords([]byte("unheard_of: [x]")); err == nil {
		t.Error("got no error for an unknown list")
	}
}
