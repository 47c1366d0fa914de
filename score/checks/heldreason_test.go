package checks

import (
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/formtest"
)

// TestHeldReason: no reason is missed where words behind the row found no field.
func TestHeldReason(t *testing.T) {
	const form = "2022年度项目支出绩效自评表|项目名称|甲|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施|产出指标|数量指标|购置电脑|≥30台|27台|50|45|FIRST效益指标|社会效益指标|教学条件|改善|改善|40|40|SECOND满意度指标|满意度指标|师生满意度|≥90%|81%|10|9|总分|100|94|"
	for name, tt := range map[string]struct {
		first, second string
		want          []string
	}{
		"no words":         {"", "", []string{"indicators[0].score", "indicators[2].score"}},
		"behind the row":   {"供货延迟，|下年补齐|", "", []string{"indicators[2].score"}},
		"behind the other": {"", "供货延迟，|下年补齐|", []string{"indicators[0].score", "indicators[2].score"}},
	} {
		text := strings.ReplaceAll(strings.NewReplacer("FIRST", tt.first, "SECOND", tt.second).Replace(form), "|", "\n")
		found, _ := rsn01.On(formtest.Read(t, text), extract.ZH)
		var got []string
		for _, f := range found {
			got = append(got, f.Field.String())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", name, got, tt.want)
		}
	}
}

// TestHeldBeforeTotal: behind the last row the words stand before the total, and figures
// are none.
func TestHeldBeforeTotal(t *testing.T) {
	for text, want := range map[string]int{"供货延迟": 0, "94": 1} {
		r := formtest.Read(t, "2022年度项目支出绩效自评表\n一级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t原因\n产出指标\t购置电脑\t≥30台\t27台\t100\t90\t\n总分\t\t\t\t100\t90\t\n")
		at := *r.Indicators[0].Score.At
		at.Col++
		r.Unplaced = append(r.Unplaced, normalize.Unplaced{Text: text, At: at})
		if found, _ := rsn01.On(r, extract.ZH); len(found) != want {
			t.Errorf("%s: got %v, want %d", text, found, want)
		}
	}
}

// TestHeldName: a name that is held back may hold the reason of the row above it.
func TestHeldName(t *testing.T) {
	for _, held := range []bool{false, true} {
		r := formtest.Read(t, "2022年度项目支出绩效自评表\n一级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t原因\n产出指标\t购置电脑\t≥30台\t27台\t50\t45\t\n产出指标\t购置桌椅\t≥30套\t30套\t50\t50\t\n总分\t\t\t\t100\t95\t\n")
		if held {
			r.Indicators[1].Name.State = normalize.Garbled
		}
		if found, _ := rsn01.On(r, extract.ZH); (len(found) == 0) != held {
			t.Errorf("held %v: got %v", held, found)
		}
	}
}
