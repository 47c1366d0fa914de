package prose

import "ziping/text/num"

// number reads the number at i with its magnitude and unit, and returns where it ends.
func (r *reader) number(i int, quoted bool) int {
	end := i
	point := false
	for end < len(r.text) {
		c := r.text[end]
		switch {
		case digit(c):
		case c == '.' && !point && end+1 < len(r.text) && digit(r.text[end+1]):
			point = true
		case c == ',' && !point && thousands(r.text[i:end], r.text[end:]):
		default:
			goto done
		}
		end++
	}
done:
	parted := false // by blanks: one figure, or several of which nobody can say which is of what
	for !point && end < len(r.text) && r.text[end] == ' ' && thousands(r.text[i:end], r.text[end:]) {
		end, parted = end+len(" 000"), true
	}
	text := r.text[i:end]
	if beginsYear(r.text[i:]) && end-i == 4 {
		return r.year(i, end)
	}
	if n := r.date(i, end); n > end {
		return n
	}
	s := make([]byte, 0, len(text))
	for _, c := range text {
		if c != ',' && c != ' ' {
			s = append(s, byte(c))
		}
	}
	n, err := num.Parse(string(s))
	if err != nil || len(s) > 15 {
		return end
	}
	m := Mention{Number: n, Sentence: r.sentence, Clause: len(r.clauses)}
	at := end
	if at < len(r.text) && r.text[at] == ' ' {
		at++
	}
	at = r.magnitude(&m, at)
	at, unit := r.unit(&m, at)
	if !unit && m.Power == 0 && m.Hedge == Plain {
		at = end
	}
	m.Value = n.Shift(m.Power)
	m.Year = r.yearAt()
	if parted || r.named(i, end, at, quoted, unit) || !unit && m.Power == 0 || m.Unit == "岁" || m.Unit == "周岁" {
		// A bare number may be a code, a date, a score: nobody can say of what. An age says who is counted.
		m.Kind = Name
	}
	r.mentions = append(r.mentions, m)
	r.span = append(r.span, Span{i, at})
	return max(at, end)
}

// thousands reports a comma between digits that parts groups of three.
func thousands(before, from []rune) bool {
	n := 0
	for k := len(before) - 1; k >= 0 && digit(before[k]); k-- {
		n++
	}
	if n == 0 || n > 3 || len(from) < 4 || !digit(from[1]) || !digit(from[2]) || !digit(from[3]) {
		return false
	}
	return len(from) == 4 || !digit(from[4])
}

// magnitude reads 万, 亿 and the 余 or 多 beside it.
func (r *reader) magnitude(m *Mention, at int) int {
	if w, ok := r.v.more.at(r.text[at:]); ok {
		if _, unit := r.v.units.at(r.text[at+len(w.text):]); unit || r.isMagnitude(at+len(w.text)) {
			m.Hedge = More
			at += len(w.text)
		}
	}
	if w, ok := r.v.magnitudes.at(r.text[at:]); ok {
		m.Power = r.v.power[string(w.text)]
		at += len(w.text)
		if w, ok := r.v.more.at(r.text[at:]); ok {
			m.Hedge = More
			at += len(w.text)
		}
	}
	return at
}

func (r *reader) isMagnitude(at int) bool {
	_, ok := r.v.magnitudes.at(r.text[at:])
	return ok
}

// unit reads what is counted and the hedge behind it.
func (r *reader) unit(m *Mention, at int) (int, bool) {
	rest := r.text[at:]
	found := true
	switch {
	case r.v.points.unit(rest, m):
		m.Kind = Growth
	case r.v.percents.unit(rest, m):
	case r.v.units.unit(rest, m):
	default:
		found = false
	}
	if found {
		at += len([]rune(m.Unit))
		if at+1 < len(r.text) && r.text[at] == '/' { // 元/人, 元/平方米
			if w, ok := r.v.units.at(r.text[at+1:]); ok {
				m.Unit += "/" + string(w.text)
				at += 1 + len(w.text)
			}
		}
	}
	if found || m.Power > 0 {
		if w, ok := r.v.above.at(r.text[at:]); ok {
			m.Hedge = AtLeast
			at += len(w.text)
		} else if w, ok := r.v.below.at(r.text[at:]); ok {
			m.Hedge = AtMost
			at += len(w.text)
		} else if w, ok := r.v.aboutAfter.at(r.text[at:]); ok {
			m.Hedge = About
			at += len(w.text)
		}
	}
	return at, found
}

// unit takes one of the words that begins the text as the unit of m.
func (w *words) unit(text []rune, m *Mention) bool {
	x, ok := w.at(text)
	if ok {
		m.Unit = string(x.text)
	}
	return ok
}

// named reports a number that is part of a name, a range, a ratio or a code.
func (r *reader) named(i, end, at int, quoted, unit bool) bool {
	if quoted && !unit {
		return true
	}
	if i > 0 {
		switch p := r.text[i-1]; {
		case letter(p), p == '/', p == '+', p == '.', p == '#':
			return true
		case p == '-', p == '~', p == '—', p == '–', p == '至', p == ':':
			if i > 1 && (digit(r.text[i-2]) || r.endsFigure(i-1)) {
				if n := len(r.mentions); n > 0 && p != ':' && r.mentions[n-1].Kind != Name {
					r.mentions[n-1].Kind = Range
				}
				return true
			}
		case p == '第':
			return true
		}
		if w, ok := r.v.nameBefore.before(r.text[:i]); ok && !unit && len(w.text) > 1 {
			return true
		}
		if p := r.text[i-1]; quoted && r.v.quotes[p] != 0 {
			return true // “100工程”
		}
	}
	if end < len(r.text) {
		if c := r.text[end]; letter(c) && !unit || c == '+' || c == '#' {
			return true
		}
		if end+1 < len(r.text) && (r.text[end] == ':' || r.text[end] == '/' || r.text[end] == '-') && digit(r.text[end+1]) {
			return true
		}
	}
	if unit {
		return false
	}
	_, ok := r.v.nameAfter.at(r.text[at:]) // 12345热线
	return ok
}

// endsFigure reports whether the last mention ends at i.
func (r *reader) endsFigure(i int) bool {
	return len(r.span) > 0 && r.span[len(r.span)-1].End == i
}
