package value

import (
	"fmt"
	"strings"
)

// readDate reads a date or a deadline and returns it as YYYY, YYYY-MM or
// YYYY-MM-DD: 2023年11月底前, 2020年11月20日, 2023.6.28, 11月底前 (the form's
// year), 完成时间为2022年12月30日. ok is false where the text is something else.
func readDate(s, year string) (string, bool) {
	for _, p := range []string{"完成时间为", "完成时间", "预计", "于", "在"} {
		s = strings.TrimPrefix(s, p)
	}
	for _, t := range []string{"完成", "前", "以", "之", "底", "末", "全部"} {
		s = strings.TrimSuffix(s, t)
	}
	for _, t := range []string{"底", "末", "上旬", "中旬", "下旬", "份", "初"} {
		s = strings.TrimSuffix(s, t)
	}
	y, rest, ok := CutInt(s)
	if !ok {
		return "", false
	}
	if m, after, ok := strings.Cut(rest, "月"); ok && m == "" && year != "" && y >= 1 && y <= 12 { // 11月
		return withDay(year, y, after)
	}
	if y < 1990 || y > 2100 {
		return "", false
	}
	ys := fmt.Sprint(y)
	sep := ""
	for _, p := range []string{"年", "-", ".", "/"} {
		if r, ok := strings.CutPrefix(rest, p); ok {
			rest, sep = r, p
			break
		}
	}
	if sep == "" {
		return "", false
	}
	if rest == "" || rest == "度" {
		return ys, sep == "年"
	}
	m, rest, ok := CutInt(rest)
	if !ok || m < 1 || m > 12 {
		return "", false
	}
	for _, p := range []string{"月", "-", ".", "/"} {
		if r, ok := strings.CutPrefix(rest, p); ok {
			return withDay(ys, m, r)
		}
	}
	if rest == "" && sep != "." && sep != "年" {
		return fmt.Sprintf("%s-%02d", ys, m), true
	}
	return "", false
}

func withDay(year string, month int, rest string) (string, bool) {
	if rest == "" {
		return fmt.Sprintf("%s-%02d", year, month), true
	}
	d, rest, ok := CutInt(rest)
	if !ok || d < 1 || d > 31 || rest != "" && rest != "日" && rest != "号" {
		return "", false
	}
	return fmt.Sprintf("%s-%02d-%02d", year, month, d), true
}
