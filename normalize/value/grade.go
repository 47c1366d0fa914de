package value

import (
	"cmp"
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/text/blank"
	"ziping/text/numerals"
)

// gradeWords stand before a grade in one cell with it: 自评等级为优.
var gradeWords = []string{"自评等级", "评价等级", "绩效等级", "自评结论", "等级", "为", ":", "“", "\""}

// GradeLetter is 优, 良, 中 or 差 where a text is a grade: 优(S≥90), 良, 优秀,
// 自评等级为优, or the ticked one of 优☑ 良□ 中□ 差□.
func GradeLetter(text string) string {
	if len(text) > 120 {
		return ""
	}
	if name, _ := Ticked(text); name != "" {
		return gradeIn(name)
	}
	s := numerals.WithoutNote(blank.Fold(text))
	if inside, rest, ok := strings.Cut(s, ")"); ok && strings.HasPrefix(s, "(") && slices.Contains(gradeWords, inside[1:]) { // (自评等级)优
		s = rest
	}
	for _, w := range gradeWords {
		s = strings.TrimPrefix(s, w)
	}
	return gradeIn(strings.TrimRight(s, "”\"。"))
}

// Grade reads 优(S≥90): the letter, and the printed threshold.
func Grade(text string) *normalize.Field {
	if IsNothing(text) {
		return &normalize.Field{Text: text, State: normalize.Blank}
	}
	f := &normalize.Field{Text: text, Value: text, State: normalize.Parsed, Reading: normalize.Read}
	name, remark := Ticked(text)
	g := GradeLetter(text)
	switch {
	case name != "":
		f.Value, f.Threshold = cmp.Or(g, name), remark
		return f
	case g == "":
		return f
	}
	f.Value = g
	s := blank.Fold(text)
	if i, j := strings.IndexByte(s, '('), strings.LastIndexByte(s, ')'); i >= 0 && j > i {
		f.Threshold = s[i+1 : j]
	}
	return f
}

// GradeOpen reports what stands for a grade where none is given: the boxes of several of
// which none is ticked, or the scale that tells what each of them is (优(90分以上)、良…).
func GradeOpen(text string) bool {
	if GradeLetter(text) != "" {
		return false
	}
	if name, _ := Ticked(text); name != "" {
		return false
	}
	named := map[string]bool{}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return blank.Is(r) || strings.ContainsRune("、,，;；/"+boxes, r) }) {
		if g := gradeIn(strings.TrimRight(blank.Fold(part), ".。")); g != "" {
			named[g] = true
		}
	}
	return len(named) > 1
}

// IsGrade reports a text that is a grade, or a scale of them: 优, 优良中低差.
func IsGrade(text string) bool {
	const scale = "优良中低差"
	return GradeLetter(text) != "" || blank.Fold(text) != "" && strings.Trim(blank.Fold(text), scale) == ""
}
