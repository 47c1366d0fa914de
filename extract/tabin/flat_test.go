package tabin

import (
	"strings"
	"testing"

	"ziping/extract"
)

// Text that lost its columns is cut into cells where that is certain.
func TestFlatShapes(t *testing.T) {
	for name, c := range map[string]struct {
		in, want string
		flat     bool
	}{
		"wide blanks":              {"名称  分值  得分\n甲  10  9\n乙 丙  20.5  18\n丁  30%  ≥9\n", "名称|分值|得分 / 甲|10|9 / 乙 丙|20.5|18 / 丁|30%|≥9", true},
		"wide blanks, one sign":    {"名称\u3000分值\u3000得分\n甲\u300010\u30009\n乙 丙\u300020.5\u300018\n丁\u300030%\u3000≥9\n", "名称|分值|得分 / 甲|10|9 / 乙 丙|20.5|18 / 丁|30%|≥9", true},
		"em and no-break blanks":   {"甲\u00a0\u00a010\u2003\u20039\n乙\u00a0\u00a020\u2003\u200318\n丙\u00a0\u00a030\u2003\u20039\n", "甲|10|9 / 乙|20|18 / 丙|30|9", true},
		"an unseen one is none":    {"甲 \u200b 10  9\n乙  20  18\n丙  30  9\n", "甲|10|9 / 乙|20|18 / 丙|30|9", true},
		"single blanks":            {"合计 880 880 10\n其中 880 880 10\n", "合计|880|880|10 / 其中|880|880|10", true},
		"two figures are few":      {"合计 880 880\n其中 12\n", "[合计 880 880] [其中 12] ", false},
		"closed by a bar":          {"总额 |\n8 |\n|\n9 |\n|\n|\n", "总额 / 8 /  / 9", true},
		"empty cells run together": {"甲||1||2|\n乙|1|2|\n丙|||3|\n丁|4||||5|\n戊|6|\n", "甲|1|2 / 乙|1|2 / 丙|3 / 丁|4|5 / 戊|6", true},
		"words alone":              {"本年完成三件大事\n其中一件\n", "[本年完成三件大事] [其中一件] ", false},
		"dates are no cells":       {"完成 2021年 2022年 2023年\n完成 2021年 2022年\n", "[完成 2021年 2022年 2023年] [完成 2021年 2022年] ", false},
		"five bars beside blanks":  {"甲|乙\n甲|乙\n甲|乙\n甲|乙\n甲|乙\n丙  10  9\n丁  20  9\n戊  30  9\n己  40  9\n", "[甲|乙] [甲|乙] [甲|乙] [甲|乙] [甲|乙] [丙  10  9] [丁  20  9] [戊  30  9] [己  40  9] ", false},
		"four bars beside blanks":  {"甲|乙\n甲|乙\n甲|乙\n甲|乙\n丙  10  9\n丁  20  9\n戊  30  9\n己  40  9\n", "甲|乙 / 甲|乙 / 甲|乙 / 甲|乙 / 丙|10|9 / 丁|20|9 / 戊|30|9 / 己|40|9", true},
		"five lines of bars":       {"甲|1|2\n乙||1||2\n丙|1|2|3\n丁|1|2\n戊|1|2|3|4\n", "甲|1|2 / 乙|1|2 / 丙|1|2|3 / 丁|1|2 / 戊|1|2|3|4", true},
		"four lines of bars":       {"甲|1|2\n乙||1||2\n丙|1|2|3\n丁|1|2\n", "甲|1|2 / 乙||1||2 / 丙|1|2|3 / 丁|1|2", false},
		"paragraphs":               {"总额\n\n \n\n880\n\n \n\n9\n\n \n\n执行\n", "总额 /  / 880 /  / 9 /  / 执行", true},
	} {
		if got := rowsOf(t, c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
		d, err := Read([]byte(c.in), extract.Options{Limits: extract.DefaultLimits()})
		if err != nil {
			t.Fatal(err)
		}
		flat := strings.Contains(warnings(d), extract.WarnFlattened)
		if flat != c.flat {
			t.Errorf("%s: said to be flattened: %v", name, flat)
		}
	}
}

func warnings(d *extract.Document) string {
	var b strings.Builder
	for _, w := range d.Warnings {
		b.WriteString(w.Code + " ")
	}
	return b.String()
}
