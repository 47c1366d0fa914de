package value

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/text/blank"
)

// gradeWords stand before a grade in one cell with it: 自评等级为优.
var gradeWords = []string{"自评等级", "评价等级", "绩效等级", "自评结论", "等级", "为", ":", "“", "\""}

// GradeLetter is 优, 良, 中 or 差 where a text is a grade: 优(S≥90), 良, 优秀,
// 自评等级为优, or the ticked one of 优☑ 良□ 中□ 差□.
func GradeLetter(text string) string {
	if len(text) > 120 {
		return ""
	}
	s := blank.Fold(text)
	if g := ticked(s); g != "" {
		return g
	}
	if inside, rest, ok := strings.Cut(s, ")"); ok && strings.HasPrefix(s, "(") && slices.Contains(gradeWords, inside[1:]) { // (自评等级)优
		s = rest
	}
	for _, w := range gradeWords {
		s = strings.TrimPrefix(s, w)
	}
	s = strings.TrimRight(s, "”\"。")
	for _, g := range []string{"优", "良", "中", "差"} {
		rest, ok := strings.CutPrefix(s, g)
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "秀"), "好")
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "等"), "级")
		if rest == "" || strings.HasPrefix(rest, "(") && strings.ContainsAny(rest, "0123456789") && len(rest) < 40 {
			return g
		}
	}
	return ""
}

// ticked is the grade whose box is ticked, where each has a box: the boxes
// stand all before or all behind their letters. More than one tick is none.
func ticked(s string) string {
	const letters, boxes, ticks = "优良中差", "□☐○", "☑√■✓✔●"
	var kinds []rune // L letter, B empty box, T tick
	var names []rune
	for _, r := range s {
		switch {
		case strings.ContainsRune(letters, r):
			kinds, names = append(kinds, 'L'), append(names, r)
		case strings.ContainsRune(boxes, r):
			kinds, names = append(kinds, 'B'), append(names, r)
		case strings.ContainsRune(ticks, r):
			kinds, names = append(kinds, 'T'), append(names, r)
		}
	}
	if len(kinds) < 4 || len(kinds)%2 != 0 {
		return ""
	}
	behind := kinds[0] == 'L'
	found := ""
	for i := 0; i < len(kinds); i += 2 {
		letter, box := i, i+1
		if !behind {
			letter, box = i+1, i
		}
		if kinds[letter] != 'L' || kinds[box] == 'L' {
			return ""
		}
		if kinds[box] == 'T' {
			if found != "" {
				return ""
			}
			found = string(names[letter])
		}
	}
	return found
}

// Grade reads 优(S≥90): the letter, and the printed threshold.
func Grade(text string) *normalize.Field {
	if IsNothing(text) {
		return &normalize.Field{Text: text, State: normalize.Blank}
	}
	f := &normalize.Field{Text: text, Value: text, State: normalize.Parsed, Reading: normalize.Read}
	g := GradeLetter(text)
	if g == "" {
		return f
	}
	f.Value = g
	s := blank.Fold(text)
	if i, j := strings.IndexByte(s, '('), strings.LastIndexByte(s, ')'); i >= 0 && j > i {
		f.Threshold = s[i+1 : j]
	}
	return f
}
