package prose

import "ziping/text/dates"

// yearMark is a year in force from a place on.
type yearMark struct {
	at, year  int
	compares  bool
	paragraph int
}

// month is a month named without being the year's last.
type month struct{ clause int }

func beginsYear(s []rune) bool {
	return len(s) > 4 && digit(s[0]) && digit(s[1]) && digit(s[2]) && digit(s[3]) && s[4] == '年' && (s[0] == '2' || s[0] == '1' && s[1] == '9')
}

// year notes a year and returns where it ends.
func (r *reader) year(i, end int) int {
	y := 0
	for _, c := range r.text[i:end] {
		y = y*10 + int(c-'0')
	}
	compares := r.compares(i)
	r.yearOf = append(r.yearOf, yearMark{at: i, year: y, compares: compares, paragraph: r.paragraph})
	if !compares && dates.IsYear(y) {
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
	return dates.Compares(r.text[i-1])
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
