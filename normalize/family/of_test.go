package family

import (
	"testing"
	"testing/fstest"
)

// A family is found by its id, the first and the last as well, and by no other.
func TestOf(t *testing.T) {
	list := families()
	for i := range list {
		if got := Of(&list[i].ID); got != &list[i] {
			t.Errorf("%s: got %v", list[i].ID, got)
		}
	}
	other := "T999"
	if Of(nil) != nil || Of(&other) != nil {
		t.Error("a family without an id of one")
	}
}

// The headings that matter are those of families, for and against, and of other forms.
func TestSigns(t *testing.T) {
	all := Signs()
	for _, f := range families() {
		for _, s := range append(append([]string{}, f.Signs...), f.Absent...) {
			if !all[s] {
				t.Errorf("%s: %s is missing", f.ID, s)
			}
		}
	}
	for _, o := range others() {
		for _, s := range o.Signs {
			if !all[s] {
				t.Errorf("%s: %s is missing", o.ID, s)
			}
		}
	}
	if all["今天是个好日子"] || all[""] {
		t.Error("what is no sign is one")
	}
}

// Titles and signs are looked up without blanks and remarks, however they are written in
// the files; a file that does not read, or lacks what it needs, is an error.
func TestOtherFiles(t *testing.T) {
	const sound = "id: x\nname: {zh: 甲, en: A}\nsource: 乙\ntitles: [\"绩效 目标 申报表\"]\nsigns: [\"项目 名称\"]\n"
	got, err := loadOthers(fstest.MapFS{"other/x.yaml": {Data: []byte(sound)}})
	if err != nil || len(got) != 1 || got[0].Titles[0] != "绩效目标申报表" || got[0].Signs[0] != "项目名称" {
		t.Errorf("got %+v, %v", got, err)
	}
	for name, text := range map[string]string{
		"no YAML": "id: [", "an unknown key": sound + "x: 1\n", "no id": sound[len("id: x\n"):],
		"no titles": "id: x\nname: {zh: 甲, en: A}\nsource: 乙\ntitles: []\n", "no source": "id: x\nname: {zh: 甲, en: A}\ntitles: [甲]\n",
		"no English name": "id: x\nname: {zh: 甲}\nsource: 乙\ntitles: [甲]\n",
	} {
		if _, err := loadOthers(fstest.MapFS{"other/x.yaml": {Data: []byte(text)}}); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}
