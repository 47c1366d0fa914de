package family

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestFittest shows which of some made-up families a form is of. Signs are
// single letters.
func TestFittest(t *testing.T) {
	fam := func(id, signs, absent string, titles ...string) Family {
		return Family{ID: id, Titles: titles, Signs: strings.Split(signs, ""), Absent: strings.Split(absent, "")}
	}
	for _, c := range []struct {
		name, title, headings, want string
		families                    []Family
	}{
		{"all signs", "", "abc", "one", []Family{fam("one", "abc", "")}},
		{"seven of ten", "", "abcdefg", "one", []Family{fam("one", "abcdefghij", "")}},
		{"six of ten", "", "abcdef", "", []Family{fam("one", "abcdefghij", "")}},
		{"a heading that speaks against it", "", "abcx", "", []Family{fam("one", "abc", "x")}},
		{"the more particular", "", "abcd", "two", []Family{fam("one", "abc", ""), fam("two", "abcd", "")}},
		{"the more particular, the other way round", "", "abcd", "two", []Family{fam("two", "abcd", ""), fam("one", "abc", "")}},
		{"two of a kind", "", "abc", "", []Family{fam("one", "abc", ""), fam("two", "abc", "")}},
		{"two of a kind and one that fits better", "", "abcd", "three", []Family{fam("one", "abc", ""), fam("two", "abc", ""), fam("three", "abcd", "")}},
		{"one that fits better and two of a kind", "", "abcd", "three", []Family{fam("three", "abcd", ""), fam("one", "abc", ""), fam("two", "abc", "")}},
		{"the title parts two of a kind", "县自评表", "abc", "two", []Family{fam("one", "abc", ""), fam("two", "abc", "", "自评表")}},
		{"a title that ends otherwise", "自评表说明", "abc", "", []Family{fam("one", "abc", ""), fam("two", "abc", "", "自评表")}},
		{"two titles count once", "县自评表", "abc", "", []Family{fam("one", "abc", "", "自评表"), fam("two", "abc", "", "评表", "自评表")}},
		{"a title weighs as much as a fifth of the signs", "县自评表", "abcdefgh", "", []Family{fam("one", "abcdefgh", ""), fam("two", "abcdefghij", "", "自评表")}},
		{"and a sign more than that", "县自评表", "abcdefgh", "two", []Family{fam("one", "abcdefg", ""), fam("two", "abcdefghij", "", "自评表")}},
	} {
		got := ""
		if f := fittest(c.families, c.title, letters(c.headings)); f != nil {
			got = f.ID
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func letters(s string) map[string]bool {
	m := map[string]bool{}
	for _, r := range s {
		m[string(r)] = true
	}
	return m
}

// TestFilesAreChecked takes away one line after another of files that are whole.
func TestFilesAreChecked(t *testing.T) {
	file := "id: x\nname: {zh: 甲, en: x}\nsource: s\ntitles: [自评表]\nsigns: [项目 名称, 分值]\n"
	got, err := load(fstest.MapFS{"x.yaml": {Data: []byte(file)}})
	if err != nil || len(got) != 1 || got[0].Signs[0] != "项目名称" {
		t.Fatalf("got %+v, %v", got, err)
	}
	other, err := loadOthers(fstest.MapFS{"other/x.yaml": {Data: []byte(file)}})
	if err != nil || len(other) != 1 || other[0].Signs[0] != "项目名称" {
		t.Fatalf("got %+v, %v", other, err)
	}
	for _, c := range []struct {
		old, new string
		family   bool // is it missed in a family
		other    bool // and in another form
	}{
		{"id: x\n", "", true, true},
		{"zh: 甲, ", "", true, true},
		{", en: x", "", true, true},
		{"source: s\n", "", true, true},
		{"titles: [自评表]\n", "", false, true},
		{"signs: [项目 名称, 分值]\n", "", true, false},
		{", 分值", "", true, false},
		{"id:", "unheard_of:", true, true},
	} {
		text := []byte(strings.Replace(file, c.old, c.new, 1))
		if _, err := load(fstest.MapFS{"x.yaml": {Data: text}}); (err != nil) != c.family {
			t.Errorf("a family without %q: got %v", c.old, err)
		}
		if _, err := loadOthers(fstest.MapFS{"other/x.yaml": {Data: text}}); (err != nil) != c.other {
			t.Errorf("another form without %q: got %v", c.old, err)
		}
	}
	if _, err := load(fstest.MapFS{"a.yaml": {Data: []byte(file)}, "b.yaml": {Data: []byte(file)}}); err == nil {
		t.Error("got no error for two families of one id")
	}
}
