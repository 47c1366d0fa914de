package numerals

import "testing"

func TestSpell(t *testing.T) {
	for digits, want := range map[string][2]string{
		"0": {"〇", "零"}, "7": {"七", "柒"}, "10": {"一十", "壹拾"}, "15": {"一十五", "壹拾伍"}, "105": {"一百〇五", "壹佰零伍"}, "120": {"一百二十", "壹佰贰拾"},
		"1002": {"一千〇二", "壹仟零贰"}, "10500": {"一万〇五百", "壹万零伍佰"}, "100010": {"一十万〇一十", "壹拾万零壹拾"}, "0042": {"四十二", "肆拾贰"},
		"12345678": {"一千二百三十四万五千六百七十八", "壹仟贰佰叁拾肆万伍仟陆佰柒拾捌"}, "100000000": {"一亿", "壹亿"}, "100000001": {"一亿〇一", "壹亿零壹"},
	} {
		for i, formal := range []bool{false, true} {
			if got, ok := Spell(digits, formal); !ok || got != want[i] {
				t.Errorf("%s, formal %v: got %q, %v want %q", digits, formal, got, ok, want[i])
			}
		}
	}
	for _, bad := range []string{"1.5", "-1", "12345678901234567"} {
		if got, ok := Spell(bad, false); ok {
			t.Errorf("%s: got %q", bad, got)
		}
	}
}

func TestList(t *testing.T) {
	for _, c := range []struct {
		n            int
		format, want string
	}{
		{4, "", "4"}, {7, "decimalZero", "07"}, {3, "lowerLetter", "c"}, {14, "upperRoman", "XIV"}, {9, "lowerRoman", "ix"}, {23, "chineseCounting", "二十三"}, {10, "chineseCountingThousand", "十"},
		{12, "ideographDigital", "一二"}, {10, "japaneseDigitalTenThousand", "一〇"}, {2, "decimalEnclosedCircleChinese", "②"}, {3, "ideographTraditional", "丙"}, {4, "chineseLegalSimplified", "肆"},
		{1, "decimal", "1"}, {7, "decimalZero", "07"}, {12, "decimalFullWidth", "１２"}, {3, "decimalEnclosedCircleChinese", "③"},
		{1, "chineseCounting", "一"}, {10, "chineseCounting", "十"}, {11, "chineseCountingThousand", "十一"}, {20, "japaneseCounting", "二十"}, {35, "chineseCounting", "三十五"},
		{2, "ideographTraditional", "乙"}, {4, "ideographZodiac", "卯"}, {3, "chineseLegalSimplified", "叁"},
		{4, "lowerRoman", "iv"}, {1990, "upperRoman", "MCMXC"}, {26, "lowerLetter", "z"}, {2, "upperLetter", "B"},
		{27, "lowerLetter", ""}, {100, "chineseCounting", ""}, {21, "decimalEnclosedCircle", ""}, {1, "ganada", ""}, {-1, "decimal", ""},
		{0, "upperRoman", ""}, {27, "lowerLetter", ""}, {1, "hebrew1", ""}, {100_000, "decimal", ""},
	} {
		if got, ok := List(c.n, c.format); got != c.want || ok != (c.want != "") {
			t.Errorf("%d as %s: got %q, %v want %q", c.n, c.format, got, ok, c.want)
		}
	}
}

func TestSection(t *testing.T) {
	for s, want := range map[string]string{
		"一、基本情况": "基本情况", "十一、附件": "附件", "二、预算执行情况(万元)": "预算执行情况(万元)",
		"1、基本情况": "", "(一)基本情况": "", "①基本情况": "", "一、": "", "一些情况": "", "基本情况": "",
	} {
		if got, ok := Section(s); ok != (want != "") || ok && got != want {
			t.Errorf("Section(%q) = %q, %v; want %q", s, got, ok, want)
		}
	}
}
