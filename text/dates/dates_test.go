package dates

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestRead(t *testing.T) {
	for s, want := range map[string]string{
		"2023年11月底前": "2023-11", "2020年11月20日": "2020-11-20", "2023.6.28": "2023-06-28", "2023. 6. 28": "2023-06-28", "11月底前": "2021-11", "11月20日前": "2021-11-20",
		"完成时间为2022年12月30日": "2022-12-30", "2022年": "2022", "2022年度": "2022", "2022-06": "2022-06", "2022/6": "2022-06", "2022年6月上旬": "2022-06", "2024年2月29日": "2024-02-29",
		"2000年2月29日": "2000-02-29", "2021年12月31号": "2021-12-31", "2021年6月中旬": "2021-06", "2021年6月下旬": "2021-06", "2021年6月初": "2021-06", "2021年6月份": "2021-06", "2021年底": "2021", "2021年末": "2021", "1月": "2021-01", "12月": "2021-12", "在2021年5月底前全部完成": "2021-05", "预计2021年5月": "2021-05", "2021-12": "2021-12", "1990年": "1990", "2100年": "2100",
	} {
		if got, kind := Read(s, "2021"); got != want || kind != Real {
			t.Errorf("Read(%q) = %q, %d, want %q", s, got, kind, want)
		}
	}
	for _, s := range []string{"2021年2月31日", "2023年2月29日", "2100年2月29日", "2021年4月31日前", "2021年13月", "2021年13月5日", "2021年0月1日", "2021-02-30", "2月30日前", "2021年6月0日"} {
		if got, kind := Read(s, "2021"); kind != Impossible || got != "" {
			t.Errorf("Read(%q) = %q, %d, want impossible", s, got, kind)
		}
	}
	for _, s := range []string{"", "2021", "2021年x", "2021年x月", "2021年5月x日", "0月", "2101年", "1989年", "2021.5", "2021.13.5", "13月", "2021年5", "1989年5月1日", "10-2", "2021年第四季度", "2021年12月发放率", "2021年5月1日起实施", "2021年5月1日5"} {
		if got, kind := Read(s, ""); kind != None {
			t.Errorf("Read(%q) = %q, %d, want none", s, got, kind)
		}
	}
}

// A day is read exactly if the calendar has it, however it is printed.
func TestRealDaysOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, m, d := rapid.IntRange(firstYear, lastYear).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(0, 32).Draw(t, "day")
		format := rapid.SampledFrom([]string{"%d年%d月%d日", "%d年%02d月%02d日前", "%d-%d-%d", "%d.%d.%d", "%d/%02d/%02d"}).Draw(t, "format")
		s := fmt.Sprintf(format, y, m, d)
		day := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		got, kind := Read(s, "")
		if real := d > 0 && day.Day() == d; (kind == Real) != real || real && got != day.Format("2006-01-02") {
			t.Fatalf("Read(%q) = %q, %d; the calendar has it: %v", s, got, kind, real)
		}
	})
}

func TestEveryMonthEnds(t *testing.T) {
	for m, last := range []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31} {
		if _, kind := Read(fmt.Sprintf("2023年%d月%d日", m+1, last), ""); kind != Real {
			t.Errorf("%d.%d. is no day", m+1, last)
		}
		if _, kind := Read(fmt.Sprintf("%d月%d日", m+1, last+1), "2023"); kind != Impossible {
			t.Errorf("%d.%d. is a day", m+1, last+1)
		}
	}
}

func TestDigits(t *testing.T) {
	for s, want := range map[string]string{"20231": "2023 1", "7月": "7 月", "99": "99 ", "": "", "月": ""} {
		n, rest, ok := Digits(s)
		if got := fmt.Sprint(n, " ", rest); ok != (want != "") || ok && got != want {
			t.Errorf("Digits(%q) = %s, want %s", s, got, want)
		}
	}
}

func TestYears(t *testing.T) {
	for s, want := range map[string]string{"2023年度自评": "2023", "(2023)": "2023", "12023": "", "20231": "", "1889年": "", "至2023": "2023", "2023": "2023", "23": "", "1899、2024": "2024", "二〇二三": ""} {
		if got, ok := In(s); got != want || ok != (want != "") {
			t.Errorf("In(%q) = %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]int{"(2023年度)": 2023, "2023": 2023, "〔2023〕": 2023, "2023年1": 0, "02023": 0, "203": 0} {
		if got, ok := Alone(s); ok != (want != 0) || ok && got != want {
			t.Errorf("Alone(%q) = %d, %v, want %d", s, got, ok, want)
		}
	}
	for _, r := range "较比同与自从到至-—–~〔[" {
		if !Compares(r) {
			t.Errorf("%c compares", r)
		}
	}
	if Compares('的') {
		t.Error("的 does not compare")
	}
}

func TestYearsOfAText(t *testing.T) {
	for text, want := range map[string]string{
		"2023年完成": "[2023]", "２０２３ 年完成，2022\u2003年未完成": "[2023 2022]", "较2022年增长，到2025年": "[]", "2021-2025年": "[]", "2021～2025年": "[]", "2019年以来": "[]", "年2021年": "[2021]", "2021年": "[2021]", "12023年": "[]", "1889年": "[]", "年": "[]",
	} {
		got := []int{}
		Years(text, func(y int) { got = append(got, y) })
		if fmt.Sprint(got) != want {
			t.Errorf("%q: got %v, want %s", text, got, want)
		}
	}
}

func TestFirstMonth(t *testing.T) {
	for text, want := range map[string][2]int{
		"2023年6月24日": {2023, 6}, "填报 2023.6.28": {2023, 6}, "2023-06-24": {2023, 6}, "２０２３．６．２８": {2023, 6}, "2023": {2023, 0}, "2023 年 11 月": {2023, 11}, "2023年13月": {2023, 0}, "2023年12月": {2023, 12}, "2023.1.28": {2023, 1}, "2023.011": {2023, 1}, "123": {},
	} {
		y, m, ok := FirstMonth(text)
		if y != want[0] || m != want[1] || ok != (want[0] > 0) {
			t.Errorf("%q: got %d, %d, %v, want %v", text, y, m, ok, want)
		}
	}
}
