package value

import (
	"strings"
	"unicode/utf8"

	"ziping/text/blank"
)

// What an answer is ticked with: an empty box, a tick or a ticked box. A box may be one of
// brackets, and a tick may stand beside the box that it was meant for.
const (
	boxes = "□☐○◯"
	ticks = "☑√■✓✔●☒"
)

// answer is one of several of which one is ticked.
type answer struct {
	name, remark string
	boxed        bool
	ticked       bool
}

// Ticked is the one answer of several that is ticked, and what is printed in brackets behind
// it: 优秀☑ 良好□ 合格□ or □√优(90分以上) □良 □中. Each has its mark on the same side, or
// stands apart from the others with the mark beside it; two ticks are none.
func Ticked(text string) (name, remark string) {
	if !strings.ContainsAny(text, ticks) || len(text) > 300 {
		return "", ""
	}
	for _, behind := range []bool{true, false} {
		if a := only(byBlanks(text, behind)); a != nil {
			return a.name, a.remark
		}
		if a := only(inTurn(blank.Fold(text), behind)); a != nil {
			return a.name, a.remark
		}
	}
	return "", ""
}

// only is the answer that is ticked, where there are several, all named, and no other is.
func only(all []answer) *answer {
	var found *answer
	boxed, bare := false, false
	for i := range all {
		a := &all[i]
		if a.name == "" || len([]rune(a.name)) > longestAnswer || a.ticked && found != nil {
			return nil
		}
		if a.ticked {
			found = a
		}
		boxed = boxed || a.boxed && !a.ticked
		bare = bare || !a.boxed && !a.ticked
	}
	if len(all) < 2 || found == nil || boxed && bare || !boxed && gradeIn(found.name) == "" { // 3√ 4 is no answer
		return nil
	}
	return found
}

const longestAnswer = 6 // characters

// byBlanks are answers that blanks part, each with its mark beside it.
func byBlanks(text string, behind bool) (out []answer) {
	for _, field := range blank.Fields(text) {
		a, rest := readAnswer(blank.Fold(field), behind)
		if rest != "" {
			return nil
		}
		out = append(out, a)
	}
	return out
}

// inTurn are answers that stand in turn with their marks, all before or all behind them.
func inTurn(s string, behind bool) (out []answer) {
	for s != "" {
		var a answer
		if a, s = readAnswer(s, behind); !a.boxed && !a.ticked {
			return nil
		}
		out = append(out, a)
	}
	return out
}

// readAnswer reads an answer at the beginning of s, its mark behind it or before it.
func readAnswer(s string, behind bool) (a answer, rest string) {
	if !behind {
		a.mark(&s)
	}
	end := len(s)
	for i, r := range s {
		if marked(s[i:]) || strings.ContainsRune("、,;/", r) {
			end = i
			break
		}
	}
	name := s[:end]
	s = s[end:]
	if behind {
		a.mark(&s)
	}
	if head, inside, ok := strings.Cut(name, "("); ok && strings.HasSuffix(inside, ")") {
		name, a.remark = head, strings.TrimSuffix(inside, ")")
	}
	a.name = name
	return a, strings.TrimLeft(s, "、,;/")
}

// mark takes a box and the tick in or beside it.
func (a *answer) mark(s *string) {
	for {
		switch rest, kind := cutMark(*s); kind {
		case 'B':
			if a.boxed {
				return
			}
			a.boxed, *s = true, rest
		case 'T':
			if a.ticked {
				return
			}
			a.ticked, *s = true, rest
		default:
			return
		}
	}
}

func marked(s string) bool { _, kind := cutMark(s); return kind != 0 }

// cutMark cuts an empty box (B) or a tick (T) off the beginning of a text; brackets with
// nothing or a tick between them are one.
func cutMark(s string) (rest string, kind byte) {
	switch r, size := utf8.DecodeRuneInString(s); {
	case size == 0:
		return s, 0
	case strings.ContainsRune(boxes, r):
		return s[size:], 'B'
	case strings.ContainsRune(ticks, r):
		return s[size:], 'T'
	}
	if inside, ok := strings.CutPrefix(s, "("); ok {
		if rest, ok := strings.CutPrefix(inside, ")"); ok {
			return rest, 'B'
		}
		if rest, kind := cutMark(inside); kind == 'T' && strings.HasPrefix(rest, ")") {
			return rest[1:], 'T'
		}
	}
	return s, 0
}

// gradeIn is the grade that a text is and nothing else, its folded characters given.
func gradeIn(s string) string {
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
