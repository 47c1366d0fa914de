package numfmt

import (
	"testing"
	"unicode/utf8"
)

// Each row is what a spreadsheet program shows of a stored number.
func TestNumberFormats(t *testing.T) {
	const accounting = `_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ `
	for _, c := range []struct{ stored, code, want string }{
		{"0.93109825", "0.00%", "93.11%"},
		{"93.109825", "0.0000", "93.1098"},
		{"1234.5", "#,##0.00", "1,234.50"},
		{"1234567.891", `#,##0.00"元"`, "1,234,567.89元"},
		{"1234567.891", `[$￥-804]#,##0.00`, "￥1,234,567.89"},
		{"12", "#,##0", "12"},
		{"999.995", "#,##0.00", "1,000.00"},
		{"-1234.5", "#,##0.00_);(#,##0.00)", "(1,234.50)"},
		{"-1234.5", `#,##0.00_);[Red]\(#,##0.00\)`, "(1,234.50)"},
		{"-1234.5", "#,##0.00_);[红色](#,##0.00)", "(1,234.50)"},
		{"-1234.5", "0.00", "-1234.50"},
		{"-5", "0;0", "5"},
		{"1234.5", accounting, "1,234.50"},
		{"-1234.5", accounting, "-1,234.50"},
		{"0", accounting, "-"},
		{"0", `[=0]"-";0.00`, "-"},
		{"5.25", `[=0]"-";0.00`, "5.25"},
		{"-5.25", `[=0]"-";0.00`, "-5.25"},
		{"0", `0.00%;-0.00%;"—"`, "—"},
		{"0", "0.00%;-0.00%;;@", ""},
		{"5", ";;;", ""},
		{"12345678", "0!.0,", "1234.6"}, // ten thousands
		{"12345678", `0\.0,`, "1234.6"},
		{"12345678", "0!.0000", "1234.5678"},
		{"12345678", "#,##0,", "12,346"},
		{"12345678", "0.00,,", "12.35"},
		{"95", `0"分"`, "95分"},
		{"95", `≥0"%"`, "≥95%"},
		{"100", `General"分"`, "100分"},
		{"100", "G/通用格式", "100"},
		{"0.9", `[>=0.9]"优";[>=0.8]"良";"中"`, "优"},
		{"0.85", `[>=0.9]"优";[>=0.8]"良";"中"`, "良"},
		{"0.7", `[>=0.9]"优";[>=0.8]"良";"中"`, "中"},
		{"500", "000000", "000500"},
		{"13800138000", `000"-"0000"-"0000`, "138-0013-8000"},
		{"12", "0.##", "12."},
		{"0.5", "#.##", ".5"},
		{"0", "#", ""},
		{"1234.5", "#,##0.0#", "1,234.5"},
		{"1234.56", "#,##0.0#", "1,234.56"},
		{"1234", "0.00E+00", "1.23E+03"},
		{"0.00012", "0.0E+0", "1.2E-4"},
		// General: what is stored as a binary fraction shows its 15 digits, eleven at most.
		{"0.30000000000000004", "General", "0.3"},
		{"0.93109999999999993", "General", "0.9311"},
		{"0.93109824999999", "General", "0.93109825"},
		{"222924.78", "General", "222924.78"},
		{"-3.5", "General", "-3.5"},
		{"0", "General", "0"},
		{"1E-05", "General", "1E-05"},
		{"2.5E2", "General", "250"},
		// General: no figure of a whole number or of an amount is lost.
		{"13812345678", "General", "13812345678"},
		{"-13812345678", "General", "-13812345678"},
		{"1.3812345678E10", "General", "13812345678"},
		{"99999999999", "General", "99999999999"},
		{"123456789012345", "General", "123456789012345"},
		{"350102199001011234", "General", "350102199001011234"},
		{"350102199001011234", "0", "350102199001011234"},
		{"123456789.12", "General", "123456789.12"},
		{"12345678901.25", "General", "12345678901.25"},
		{"1234567890.1199999", "General", "1234567890.12"},
		{"12345.678901", "General", "12345.678901"},
		{"13812345678", `G/通用格式"号"`, "13812345678号"},
		{"13812345678", "@", "13812345678"},
		{"0.33333333333333331", "General", "0.333333333"},
		{"12345678.333333334", "General", "12345678.33"},
		{"1.5E+30", "General", "1.5E+30"},
		{"1.23456789E+30", "General", "1.23456789E+30"},
		{"-12", "General;General", "12"},
		// No code is General, a section of nothing hides, one of a colour only colours.
		{"9.5", "", "9.5"},
		{"-9.5", "", "-9.5"},
		{"0", "", "0"},
		{"9.5", "[Red]", "9.5"},
		{"9.5", "[$-804]", "9.5"},
		{"150", "[红色][>100];[Blue]", "150"},
		{"-9.5", "0.00;[Red]", "-9.5"},
		{"0", "General;-General;", ""},
		{"-9.5", "General;", ""},
		{"9.5", ";General", ""},
		{"9.5", `[=0]"";General`, "9.5"},
		{"0", `[=0]"";General`, ""},
		// Halves go up, as the fifteen digits say and not as the binary does.
		{"2.675", "0.00", "2.68"},
		{"1.005", "0.00", "1.01"},
		{"1.0049999999999999", "0.00", "1.01"},
		{"12", "@", "12"},
		{"45107", "yyyy-mm-dd", "2023-06-30"},
		{"45107", `yyyy"年"m"月"d"日"`, "2023年6月30日"},
		{"45107", `[$-804]yyyy"年"m"月"`, "2023年6月"},
		{"45107", "[$-F800]dddd, mmmm dd, yyyy", "2023年6月30日"},
		{"45107", "m/d/yy", "6/30/23"},
		{"45107", "aaaa", "星期五"},
		{"45107.5", "yyyy/m/d h:mm", "2023/6/30 12:00"},
		{"0.999999", "h:mm:ss", "0:00:00"}, // shows 24:00:00 of the day, next midnight
		{"45107.75", `上午/下午h"时"mm"分"`, "下午6时00分"},
		{"1.5", "[h]:mm", "36:00"},
		{"105", "[DBNum1]General", "一百〇五"},
		{"105", "[DBNum2][$-804]G/通用格式", "壹佰零伍"},
		{"1234.5", `[DBNum2]General"元"`, "壹仟贰佰叁拾肆.伍元"},
		{"-12", "[DBNum1]General", "-一十二"},
		{"2023", "[DBNum1]0", "二〇二三"},
		{"1234.5", "[DBNum2]#,##0.00", "壹,贰叁肆.伍零"},
		{"45107", `[DBNum1]yyyy"年"m"月"d"日"`, "二〇二三年六月三十日"},
		{"45291", `[DBNum1][$-804]yyyy"年"m"月";@`, "二〇二三年十二月"},
		{"45291", `[DBNum2]m"月"d"日"`, "壹拾贰月叁拾壹日"},
		{"1", "yyyy-mm-dd", "1900-01-01"},
		{"61", "yyyy-mm-dd", "1900-03-01"},
	} {
		d, ok := ParseDecimal(c.stored)
		if !ok {
			t.Fatalf("%q is no number", c.stored)
		}
		f := Parse(c.code)
		if got := f.Number(d, false); got.Text != c.want {
			t.Errorf("%s as %s: got %q want %q", c.stored, c.code, got.Text, c.want)
		} else if got.Hidden != (c.want == "") {
			t.Errorf("%s as %s: got hidden %v", c.stored, c.code, got.Hidden)
		}
	}
}

func TestUnsureFormats(t *testing.T) {
	for code, want := range map[string]string{
		"# ?/?":             "0.5",
		"[DBNum3]General":   "0.5",
		"[DBNum1]0.00E+00":  "0.5",
		"[<0]0.00;[<0]0.00": "########",
	} {
		d, _ := ParseDecimal("0.5")
		f := Parse(code)
		if got := f.Number(d, false); !got.Unsure || got.Text != want {
			t.Errorf("%s: got %+v want %q, unsure", code, got, want)
		}
	}
	for stored, want := range map[string]bool{
		"13812345678": false, "123456789012": true, "350102199001011234": true, // an eleventh figure is shown, a twelfth not
		"123456789.1": false, "123456789.12": true, "-85.3": false, "0.333333333333": false, "1E+30": false, "1.23456789E+30": true,
	} {
		d, _ := ParseDecimal(stored)
		if got := General.Number(d, false); got.Longer != want {
			t.Errorf("%s: got %+v, want longer %v", stored, got, want)
		}
	}
}

func TestTextFormats(t *testing.T) {
	for _, c := range []struct{ text, code, want string }{
		{"x", "General", "x"}, {"x", "0.00", "x"}, {"x", "@", "x"}, {"x", `"前"@"后"`, "前x后"}, {"x", `0;0;0;@"分"`, "x分"}, {"x", ";;;", ""},
	} {
		f := Parse(c.code)
		if got := f.Words(c.text); got.Text != c.want {
			t.Errorf("%s as %s: got %q want %q", c.text, c.code, got.Text, c.want)
		}
	}
}

// Whatever the code, a display invents no figures: a plain number section
// shows the digits of the number, rounded.
func FuzzFormat(f *testing.F) {
	for _, s := range []string{"#,##0.00_);[Red]\\(#,##0.00\\)", "[=0]\"-\";0.00", "0!.0,", "yyyy\"年\"m\"月\"", "[h]:mm", "0.0E+0", "???/???", "[$-804]", "\"", "\\", "_", "*", "[", ";;;;;;"} {
		f.Add(s, "12345.678")
	}
	f.Fuzz(func(t *testing.T, code, stored string) {
		d, ok := ParseDecimal(stored)
		if !ok {
			return
		}
		p := Parse(code)
		for name, shown := range map[string]Display{"number": p.Number(d, false), "number of a Mac": p.Number(d, true), "words": p.Words(stored)} {
			if utf8.ValidString(code) && !utf8.ValidString(shown.Text) {
				t.Errorf("%s %q in the format %q: got %q, which is no text", name, stored, code, shown.Text)
			}
		}
	})
}

func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		in     string
		places int
		want   string
	}{
		{"0.005", 2, "0.01"}, {"0.004", 2, "0"}, {"9.995", 2, "10"}, {"99.5", 0, "100"}, {"-0.5", 0, "-1"}, {"0.5", -1, "0"}, {"1E3", 2, "1000"}, {"12.50", 1, "12.5"},
	} {
		d, ok := ParseDecimal(c.in)
		if !ok {
			t.Fatalf("%q is no number", c.in)
		}
		if got := d.round(c.places).String(); got != c.want {
			t.Errorf("%s to %d places: got %s want %s", c.in, c.places, got, c.want)
		}
	}
	for _, bad := range []string{"", "-", ".", "1e999", "1,5", "abc", "1.2.3", "E5"} {
		if d, ok := ParseDecimal(bad); ok {
			t.Errorf("%q: got %s, want no number", bad, d)
		}
	}
}

// TestRounded: a number with more places than are shown of it is told, noise of the binary
// and rates are not.
func TestRounded(t *testing.T) {
	for _, x := range []struct {
		code, number string
		want         bool
	}{
		{"0", "9.3", true},
		{"0", "9", false},
		{"0.00", "123.456", true},
		{"0.00", "123.45", false},
		{"#,##0.0", "1234.5678", true},
		{"0", "9.00000000001", false},
		{"0%", "0.9047", false},
		{"General", "9.3", false},
		{"0.00E+00", "12345", false},
		{"0,", "1234500", true},
		{"0,", "1234000000", false},
	} {
		d, _ := ParseDecimal(x.number)
		if got := Parse(x.code).Number(d, false).Rounded; got != x.want {
			t.Errorf("%s as %s: got %v, want %v", x.number, x.code, got, x.want)
		}
	}
}
