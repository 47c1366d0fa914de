package value

import "testing"

func TestGradeLetter(t *testing.T) {
	for text, want := range map[string]string{
		"优(S≥90)": "优", "良": "良", "优秀": "优", "良好": "良", "中等": "中", "差": "差", "优级": "优", "自评等级为优": "优", "评价等级：“良”": "良",
		"优☑ 良□ 中□ 差□": "优", "□优 ☑良 □中 □差": "良", "优 □ 良 □ 中 √ 差 □": "中",
		"□√优（90分及以上）　□良　□中　□差": "优", "优（√）　良（ ）　中（ ）　差（ ）": "优", "优√ 良 中 差": "优", "优秀☑　良好□　合格□　不合格□": "优",
		"优√良中差": "", "优 良√√ 中": "", "合格☑ 不合格□": "", "达标√ 未达标": "", "优□√ 良□√ 中□": "",
		"优□ 良□ 中□ 差□": "", "优☑ 良☑ 中□ 差□": "", "优良中低差": "", "中心城区": "", "差错率": "", "良种覆盖": "", "优先保障": "", "": "",
	} {
		if got := GradeLetter(text); got != want {
			t.Errorf("%q: got %q want %q", text, got, want)
		}
	}
}

// An office may call its grades otherwise: the answer that is ticked is read, with its bounds.
func TestTicked(t *testing.T) {
	for text, want := range map[string][2]string{
		"优秀☑　良好□　合格□　不合格□":     {"优秀", ""},
		"合格☑ 不合格□":             {"合格", ""},
		"□√优（90分及以上）　□良　□中　□差": {"优", "90分及以上"},
		"□优(S≥90)；☑良(90>S≥80)": {"良", "90>S≥80"},
		"（）优（√）良（）中":           {"良", ""},
		"是□ 否□":                {"", ""},
		"按期完成√":                {"", ""},
		"1、常年性☑ 2、一次性☑":        {"", ""},
		"已办结√ 未办结":             {"", ""},
	} {
		if name, remark := Ticked(text); name != want[0] || remark != want[1] {
			t.Errorf("%q: got %q %q want %q", text, name, remark, want)
		}
	}
	if f := Grade("合格☑ 不合格□"); f.Value != "合格" || f.Threshold != "" {
		t.Errorf("got %q %q", f.Value, f.Threshold)
	}
}

func TestIsGrade(t *testing.T) {
	for text, want := range map[string]bool{"优": true, "良好": true, "优良中低差": true, "优 良 中 差": true, "": false, "优先": false, "平方米": false, "差错率": false} {
		if IsGrade(text) != want {
			t.Errorf("%q: got %v", text, !want)
		}
	}
}

func TestGradeOpen(t *testing.T) {
	for text, want := range map[string]bool{
		"优□ 良□ 中□ 差□": true, "□优 □良 □中 □差": true, "优（90分以上）、良（80-90分）、中（60-80分）、差（60分以下）。": true,
		"优☑ 良□ 中□ 差□": false, "优": false, "优(S≥90)": false, "合格": false, "优、一等": false, "": false,
	} {
		if got := GradeOpen(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}
