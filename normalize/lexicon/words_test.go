package lexicon

import (
	"strings"
	"testing"
)

func TestWordsLoad(t *testing.T) {
	if _, err := loadWords(wordsYAML); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"a list without words": strings.Replace(string(wordsYAML), "yes_no: [是, 否]", "yes_no: []", 1),
		"an empty word":        strings.Replace(string(wordsYAML), "yes_no: [是, 否]", `yes_no: [是, ""]`, 1),
		"a label left out":     strings.Replace(string(wordsYAML), "  title: 标题\n", "", 1),
		"what nobody reads":    string(wordsYAML) + "further: [词]\n",
	} {
		if _, err := loadWords([]byte(data)); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}

func TestList(t *testing.T) {
	l := List{"总分", "合计"}
	for _, tt := range []struct {
		text                 string
		has, in, begin, ends bool
	}{
		{"总分", true, true, true, true}, {"总分数", false, true, true, false}, {"自评总分", false, true, false, true}, {"自评总分数", false, true, false, false}, {"分", false, false, false, false},
	} {
		if l.Has(tt.text) != tt.has || l.In(tt.text) != tt.in || l.Begin(tt.text) != tt.begin || l.End(tt.text) != tt.ends {
			t.Errorf("%s: got %v %v %v %v", tt.text, l.Has(tt.text), l.In(tt.text), l.Begin(tt.text), l.End(tt.text))
		}
	}
}
