package prose

import (
	"ziping/normalize/num"
)

// clause is a stretch of text between two marks of punctuation.
type clause struct {
	span     Span // in characters of the compact text
	sentence int
	depth    int  // of brackets
	colon    bool // it ends with a colon
	figures  int
}

// reader holds one text while it is read. Its compact text is the text in
// half-width digits without white space, but for a space kept before a digit.
type reader struct {
	v        *vocabulary
	raw      []rune
	text     []rune // compact
	from     []int  // place in raw of each character of text
	clauses  []clause
	mentions []Mention
	years    []YearAt
	span     []Span // of each mention, in the compact text
	lead     []int  // where the words before each mention begin: the end of the figure before it, or the clause
	months   []month

	sentence, depth int
	paragraph       int
	yearOf          []yearMark
}

// yearMark is a year in force from a place on.
type yearMark struct {
	at, year  int
	compares  bool
	paragraph int
}

// month is a month named without being the year's last.
type month struct{ clause int }

func newReader(text string) *reader {
	r := &reader{v: lexicon()}
	r.raw = make([]rune, 0, len(text)/2)
	for _, c := range text {
		if len(r.raw) == maxText {
			break
		}
		r.raw = append(r.raw, c)
	}
	numbers := 0
	for i, c := range r.raw {
		if c < 0x80 && digit(c) && (i == 0 || !digit(r.raw[i-1])) {
			numbers++
		}
	}
	r.mentions, r.span = make([]Mention, 0, numbers), make([]Span, 0, numbers)
	r.clauses = make([]clause, 0, len(r.raw)/10+4)
	r.text = make([]rune, 0, len(r.raw))
	r.from = make([]int, 0, len(r.raw)+1)
	for i, c := range r.raw {
		if space(c) {
			if i+1 < len(r.raw) && digit(half(r.raw[i+1])) && len(r.text) > 0 && r.text[len(r.text)-1] != ' ' {
				r.text, r.from = append(r.text, ' '), append(r.from, i)
			}
			continue
		}
		r.text, r.from = append(r.text, half(c)), append(r.from, i)
	}
	r.from = append(r.from, len(r.raw))
	return r
}

func space(c rune) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000 || c == 0x200B || c == 0xFEFF
}

// half folds full-width digits, signs and letters; the comma stays, for it parts clauses and never digits.
func half(c rune) rune {
	if c >= 0xFF01 && c <= 0xFF5E && c != '\uff0c' {
		return c - 0xFEE0
	}
	return c
}

func digit(c rune) bool { return c >= '0' && c <= '9' }

func letter(c rune) bool { return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }

// rawSpan is a compact span in characters of the text.
func (r *reader) rawSpan(s Span) Span {
	if s.End <= s.Start {
		return Span{r.from[s.Start], r.from[s.Start]}
	}
	return Span{r.from[s.Start], r.from[s.End-1] + 1}
}

// scan parts the text into clauses and finds its numbers.
func (r *reader) scan() {
	start := 0
	end := func(at int, sentence bool, colon bool) {
		r.clauses = append(r.clauses, clause{span: Span{start, at}, sentence: r.sentence, depth: r.depth, colon: colon})
		if sentence {
			r.sentence++
		}
	}
	quote := rune(0)
	quoted := 0
	for i := 0; i < len(r.text); {
		c := r.text[i]
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && r.v.quotes[c] != 0:
			quote, quoted = r.v.quotes[c], i
		case quote != 0 && i-quoted > 30:
			quote = 0 // never closed
		}
		switch c {
		case '。', ';', '!', '?':
			end(i, true, false)
			start = i + 1
			if c != ';' {
				r.paragraph++
			}
			i++
			continue
		case ',', '\uff0c', ':', '(', ')', '.':
			end(i, false, c == ':')
			start = i + 1
			switch c {
			case '(':
				r.depth++
			case ')':
				r.depth = max(0, r.depth-1)
			}
			i++
			continue
		}
		if !digit(c) {
			if numerals[c] != 0 && quote == 0 || c == '十' && quote == 0 || c == '百' && r.hasAt(i, "百分之") {
				if end := r.chinese(i); end > 0 {
					i = end
					continue
				}
			}
			i++
			continue
		}
		if n := r.marker(i, start); n > 0 { // 2. …, (3) …: a new sentence
			if i > start {
				end(i, true, false)
			} else {
				r.sentence++
			}
			r.paragraph++
			start = i + n
			i += n
			continue
		}
		if k := r.label(i); k > 0 { // 目标2:
			if i > start+2 {
				end(i-2, true, false)
			} else {
				r.sentence++
			}
			r.paragraph++
			start = i + k
			i += k
			continue
		}
		i = r.number(i, start, quote != 0)
	}
	end(len(r.text), true, false)
}

// marker returns the length of the number of a list item at i, 0 where none stands there.
func (r *reader) marker(i, start int) int {
	n := 0
	for i+n < len(r.text) && digit(r.text[i+n]) && n < 3 {
		n++
	}
	if n > 2 || i+n >= len(r.text) {
		return 0
	}
	if p := i - 1; p >= start && r.text[p] != ' ' {
		return 0
	}
	switch r.text[i+n] {
	case '.', '、', ')':
	default:
		return 0
	}
	// 1.5公里 is a figure, 1.2022年 an item that begins with a year.
	rest := r.text[i+n+1:]
	if r.text[i+n] != ')' && len(rest) > 0 && digit(rest[0]) && !beginsYear(rest) {
		return 0
	}
	return n + 1
}

func beginsYear(s []rune) bool {
	return len(s) > 4 && digit(s[0]) && digit(s[1]) && digit(s[2]) && digit(s[3]) && s[4] == '年' && (s[0] == '2' || s[0] == '1' && s[1] == '9')
}

// label returns the length of the number of 目标2: at i with its mark, 0 where it is none.
func (r *reader) label(i int) int {
	w, ok := r.v.nameBefore.before(r.text[:i])
	if !ok || string(w.text) == "第" {
		return 0
	}
	n := 0
	for i+n < len(r.text) && digit(r.text[i+n]) && n < 3 {
		n++
	}
	if n > 2 || i+n >= len(r.text) {
		return 0
	}
	switch r.text[i+n] {
	case ':', '、', '.':
		if rest := r.text[i+n+1:]; r.text[i+n] == '.' && len(rest) > 0 && digit(rest[0]) && !beginsYear(rest) {
			return 0
		}
		return n + 1
	}
	return 0
}

// number reads the number at i with its magnitude and unit, and returns where it ends.
func (r *reader) number(i, start int, quoted bool) int {
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
	text := r.text[i:end]
	if beginsYear(r.text[i:]) && end-i == 4 {
		return r.year(i, end)
	}
	if n := r.date(i, end); n > end {
		return n
	}
	s := make([]byte, 0, len(text))
	for _, c := range text {
		if c != ',' {
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
	if r.named(i, end, at, quoted, unit) || !unit && m.Power == 0 || m.Unit == "岁" || m.Unit == "周岁" {
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
	case r.take(&r.v.points, rest, m):
		m.Kind = Growth
	case r.take(&r.v.percents, rest, m):
	case r.take(&r.v.units, rest, m):
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

func (r *reader) take(list *words, rest []rune, m *Mention) bool {
	w, ok := list.at(rest)
	if ok {
		m.Unit = string(w.text)
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
	_, ok := r.v.nameAfter.at(r.text[at:])
	if !ok && at < len(r.text) && r.text[at] == '号' {
		ok = true
	}
	return ok
}

// endsFigure reports whether the last mention ends at i.
func (r *reader) endsFigure(i int) bool {
	return len(r.span) > 0 && r.span[len(r.span)-1].End == i
}

// year notes a year and returns where it ends.
func (r *reader) year(i, end int) int {
	y := 0
	for _, c := range r.text[i:end] {
		y = y*10 + int(c-'0')
	}
	compares := r.compares(i)
	r.yearOf = append(r.yearOf, yearMark{at: i, year: y, compares: compares, paragraph: r.paragraph})
	if !compares && y >= 1990 && y <= 2100 {
		r.years = append(r.years, YearAt{Year: y, At: r.rawSpan(Span{i, end + 1}), Sentence: r.sentence})
	}
	return end + 1
}

// yearAt is the year in force in this paragraph.
func (r *reader) yearAt() int {
	for k := len(r.yearOf) - 1; k >= 0 && r.yearOf[k].paragraph == r.paragraph; k-- {
		if !r.yearOf[k].compares {
			return r.yearOf[k].year
		}
	}
	return 0
}

// compares reports words before a year that make it one of comparison, range or plan.
func (r *reader) compares(i int) bool {
	if i == 0 {
		return false
	}
	switch r.text[i-1] {
	case '较', '比', '同', '与', '自', '从', '到', '至', '-', '—', '–', '~', '〔', '[':
		return true
	}
	return false
}

// date passes over a day, a month or a clock time at i; it returns where it
// ends, or no more than end where the number is none.
func (r *reader) date(i, end int) int {
	if end >= len(r.text) {
		return 0
	}
	at := end
	if r.text[at] == ' ' && at+1 < len(r.text) {
		at++
	}
	switch r.text[at] {
	case '月':
		if end-i <= 2 {
			last := r.text[end-1] == '2' && end-i == 2 && r.text[i] == '1'
			if !last {
				r.months = append(r.months, month{clause: len(r.clauses)})
			}
			return at + 1
		}
	case '日', '时':
		if end-i <= 2 {
			return at + 1
		}
	}
	return 0
}
