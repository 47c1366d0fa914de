package drawn

import (
	"strings"
	"testing"
)

// form is a table in columns; each row can be changed.
func form(edit ...string) string {
	s := strings.Join([]string{
		"项目支出绩效自评表",
		"一级指标  二级指标  三级指标  指标值    分值   得分",
		"产出指标  数量指标  培训人次  ≥5人        10    9.8",
		"                    开放天数  300天        5      5",
		"          质量指标  合格率    100%        10     10",
		"效益指标  社会效益  知晓率    90%         20     20",
		"                    满意 度   90%         20     20",
		"                    小计",
		"效益指标  生态效益  绿化率    90%         20     20",
		"总分                                     100     98",
		"注：无",
	}, "\n")
	for k := 0; k < len(edit); k += 2 {
		if strings.Count(s, edit[k]) != 1 {
			panic(edit[k])
		}
		s = strings.Replace(s, edit[k], edit[k+1], 1)
	}
	return s
}

func TestAligned(t *testing.T) {
	const want = "项目支出绩效自评表\n" +
		"|一级指标|二级指标|三级指标|指标值|分值|得分|\n" +
		"|产出指标|数量指标|培训人次|≥5人|10|9.8|\n" +
		"|||开放天数|300天|5|5|\n" +
		"||质量指标|合格率|100%|10|10|\n" +
		"|效益指标|社会效益|知晓率|90%|20|20|\n" +
		"|||满意 度|90%|20|20|\n" +
		"|||小计||||\n" +
		"|效益指标|生态效益|绿化率|90%|20|20|\n" +
		"|总分||||100|98|\n" +
		"注：无"
	for name, text := range map[string]string{
		"a sign takes one place": form(),
		"a sign takes two":       form("≥5人        10", "≥5人       10"),
	} {
		if got, ok := Aligned(text); !ok || got != want {
			t.Errorf("%s: got %v\n%s, want\n%s", name, ok, got, want)
		}
	}
	if got, ok := Aligned(strings.Repeat("一级指标  二级指标  分值\n          数量      10\n", 4)); !ok || !strings.HasPrefix(got, "|一级指标|二级指标|分值|\n||数量|10|\n") {
		t.Errorf("three columns: got %v\n%s", ok, got)
	}
	for name, tt := range map[string]struct{ edit, to, want string }{
		"the first sign that takes two":      {"≥5人        10", "‐5人       10", "|产出指标|数量指标|培训人次|‐5人|10|9.8|"},
		"alone in the second column":         {"                    小计\n", "          小计\n", "\n||小计|||||\n"},
		"alone where the last column begins": {"小计\n", "                           小计\n", "\n||||||小计|\n"},
		"alone behind the last column":       {"小计\n", "                               小计\n", "\n" + strings.Repeat(" ", 51) + "小计\n"},
	} {
		if got, ok := Aligned(form(tt.edit, tt.to)); !ok || !strings.Contains(got, tt.want) {
			t.Errorf("%s: got %v\n%s, want\n%s", name, ok, got, tt.want)
		}
	}
	around := form("项目支出绩效自评表\n", "来源：办公室   字体\n项目支出绩效自评表\n打印  关闭\n", "注：无", "上一篇   下一篇\n甲  乙丙  丁")
	if got, ok := Aligned(around); !ok || !strings.Contains(got, "|总分||||100|98|\n上一篇   下一篇\n甲  乙丙  丁") || !strings.HasPrefix(got, "来源：办公室   字体\n项目") {
		t.Errorf("lines around a table: got %v\n%s", ok, got)
	}
	for name, text := range map[string]string{
		"a row that stands elsewhere":      form("100     98", "100      98"),
		"too many lines around":            form("注：无", strings.Repeat("上一篇   下一篇\n", 4)),
		"a cell that begins elsewhere":     form("质量指标  合格率    100%", "质量指标  合格率     100%"),
		"a cell over two columns":          form("总分      ", "总分 总分总分 "),
		"a figure below a long text":       form("绿化率    90%         20", "绿化率    90%以上的   20", "总分                                     100", "总分                                  123100"),
		"a bar":                            form("注：无", "注：|无"),
		"a tab":                            form("注：无", "注：\t无"),
		"no empty cell":                    strings.Repeat("一级指标  二级指标  分值\n", 9),
		"few rows":                         strings.Join(strings.Split(form(), "\n")[:6], "\n"),
		"two columns":                      strings.Repeat("一级指标  二级指标\n          数量\n", 9),
		"running text with wide blanks in": "甲  乙丙\n甲乙丙  丁\n" + strings.Repeat("甲  乙丙丁  戊\n甲乙  丙丁戊  己\n", 5),
	} {
		if got, ok := Aligned(text); ok || got != text {
			t.Errorf("%s: got columns\n%s", name, got)
		}
	}
}
