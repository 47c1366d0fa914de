package narrative

import "testing"

// TestWords opens the data of the narrative's checks and holds the readers to refusing what is wrong with it.
func TestWords(t *testing.T) {
	if _, err := readTyingWords(narrativeYAML); err != nil {
		t.Error(err)
	}
	if _, err := readLeftovers(leftoverYAML); err != nil {
		t.Error(err)
	}
	for _, bad := range []string{"funds: {sum: {zh: 和, en: sum, words: [和]}}", "funds: {budget: {zh: a, en: a, words: [和]}, initial: {zh: b, en: b, words: [和]}}", "unheard_of: 1", "marks: 1"} {
		if _, err := readTyingWords([]byte(bad)); err == nil {
			t.Errorf("%s: got no error", bad)
		}
	}
	for _, bad := range []string{"prompts: [{has: 请, words: [填写]}]", "prompts: [{words: [填写]}]", "tasks: [{name: 甲}]", "tasks: [{until: 2020}]", "unheard_of: 1"} {
		if _, err := readLeftovers([]byte(bad)); err == nil {
			t.Errorf("%s: got no error", bad)
		}
	}
}
