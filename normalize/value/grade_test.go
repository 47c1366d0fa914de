package value

import "testing"

func TestGradeLetter(t *testing.T) {
	for text, want := range map[string]string{
		"优(S≥90)": "优", "良": "良", "优秀": "优", "良好": "良", "中等": "中", "差": "差", "优级": "优", "自评等级为优": "优", "评价等级：“良”": "良",
		"优☑ 良□ 中□ 差□": "优", "□优 ☑良 □中 □差": "良", "优 □ 良 □ 中 √ 差 □": "中",
		"优□ 良□ 中□ 差□": "", "优☑ 良☑ 中□ 差□": "", "优良中低差": "", "中心城区": "", "差错率": "", "良种覆盖": "", "优先保障": "", "": "",
	} {
		if got := GradeLetter(text); got != want {
			t.Errorf("%q: got %q want %q", text, got, want)
		}
	}
}
