// Package words is what the search for tables knows of words, as data: what says
// that a table goes on, page numbers, numbered paragraphs, notes, and numbers that
// a page break cuts. The headings of forms are no part of it; the caller knows them.
//
//	w := words.Known()
//	w.Continued("续表")          // true
//	w.Numbered("（一）总体目标")     // true
//	w.PartsNumber("2024年4月2", "0日前") // true
package words

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/text/bracket"
	"ziping/text/datafile"
	"ziping/text/hanzi"
)

//go:embed words.yaml
var wordsYAML []byte

// Words is the data of words.yaml, ready to be asked.
type Words struct {
	continued, moneyUnit []*regexp.Regexp
	caption              *regexp.Regexp
	pageNumber           []string
	aroundPageNumber     string
	numerals             string
	beforeNumber         []string
	note                 []string
	waits, unit, date    *regexp.Regexp
	year                 []string
}

// Known is the embedded data, read once; a test opens it with load.
var Known = datafile.Once(wordsYAML, load)

// load reads words and refuses what is missing, unknown, or no pattern.
func load(text []byte) (*Words, error) {
	var y struct {
		Continued        []string `yaml:"continued"`
		MoneyUnit        []string `yaml:"money_unit"`
		PageNumber       []string `yaml:"page_number"`
		AroundPageNumber string   `yaml:"around_page_number"`
		Numerals         string   `yaml:"numerals"`
		BeforeNumber     []string `yaml:"before_number"`
		Note             []string `yaml:"note"`
		Caption          string   `yaml:"caption"`
		NumberWaits      string   `yaml:"number_waits"`
		NumberUnit       string   `yaml:"number_unit"`
		Date             string   `yaml:"date"`
		Year             []string `yaml:"year"`
	}
	if err := datafile.Decode("grid: words", text, &y); err != nil {
		return nil, err
	}
	w := &Words{
		pageNumber: y.PageNumber, aroundPageNumber: y.AroundPageNumber, numerals: y.Numerals,
		beforeNumber: y.BeforeNumber, note: y.Note, year: y.Year,
	}
	for name, list := range map[string][]string{
		"continued": y.Continued, "money_unit": y.MoneyUnit, "page_number": y.PageNumber, "around_page_number": {y.AroundPageNumber},
		"numerals": {y.Numerals}, "before_number": y.BeforeNumber, "note": y.Note, "year": y.Year,
		"number_waits": {y.NumberWaits}, "number_unit": {y.NumberUnit}, "date": {y.Date}, "caption": {y.Caption},
	} {
		if len(list) == 0 || slices.Contains(list, "") {
			return nil, fmt.Errorf("grid: words: %s is empty", name)
		}
	}
	var err error
	compile := func(pattern string) *regexp.Regexp {
		re, e := regexp.Compile(pattern)
		if e != nil && err == nil {
			err = fmt.Errorf("grid: words: %w", e)
		}
		return re
	}
	for _, p := range y.Continued {
		w.continued = append(w.continued, compile(p))
	}
	for _, p := range y.MoneyUnit {
		w.moneyUnit = append(w.moneyUnit, compile(p))
	}
	w.caption = compile(y.Caption)
	w.waits, w.unit, w.date = compile(y.NumberWaits), compile(y.NumberUnit), compile(y.Date)
	return w, err
}

// Continued reports what says that a table goes on, in a text without blanks and
// figures.
func (w *Words) Continued(t string) bool { return matches(w.continued, t) }

// MoneyUnit reports a line that is nothing but the unit of the amounts, without
// blanks and figures.
func (w *Words) MoneyUnit(t string) bool { return matches(w.moneyUnit, t) }

// PageNumber reports what is left of a page number without its figures: 第页, －－,
// or nothing.
func (w *Words) PageNumber(t string) bool {
	t = strings.Trim(t, w.aroundPageNumber)
	return t == "" || slices.Contains(w.pageNumber, t)
}

// Note reports that a text begins as a note below a table does.
func (w *Words) Note(t string) bool {
	return slices.ContainsFunc(w.note, func(n string) bool { return strings.HasPrefix(t, n) })
}

// HasNote reports that a note may begin anywhere in a text.
func (w *Words) HasNote(t string) bool {
	return slices.ContainsFunc(w.note, func(n string) bool { return strings.Contains(t, n) })
}

// Caption reports that a text, without blanks, begins as what stands above a table does.
func (w *Words) Caption(t string) bool { return w.caption.MatchString(t) }

// Numbered reports whether a line begins as a numbered paragraph does: 1、 2.
// (1) （一） 一、 ① 目标1: .
func (w *Words) Numbered(t string) bool {
	for _, p := range w.beforeNumber {
		if rest, ok := strings.CutPrefix(t, p); ok {
			t = rest
			break
		}
	}
	r := []rune(t)
	if len(r) > 6 {
		r = r[:6]
	}
	if len(r) < 2 {
		return false
	}
	if r[0] >= '①' && r[0] <= '⑳' {
		return true
	}
	i := 0
	bracket := r[0] == '(' || r[0] == '（'
	if bracket {
		i = 1
	}
	from := i
	for i < len(r) && (digit(r[i]) || strings.ContainsRune(w.numerals, r[i])) {
		i++
	}
	if i == from || i == len(r) {
		return false
	}
	if bracket {
		return r[i] == ')' || r[i] == '）'
	}
	if r[i] == '.' || r[i] == '．' {
		return i+1 < len(r) && !digit(r[i+1])
	}
	return strings.ContainsRune("、:：", r[i])
}

// PartsNumber reports whether a number or date ends the first text and goes on in
// the second: 50.7-90.2 | %, 17703127. | 36, 2024年4月2 | 0日前.
func (w *Words) PartsNumber(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	last, first := rune(a[len(a)-1]), rune(b[0])
	switch {
	case w.waits.MatchString(a):
		return digit(first)
	case !digit(last):
		return false
	case w.unit.MatchString(b):
		return true
	}
	begins := func(y string) bool { return strings.HasPrefix(b, y) }
	return w.date.MatchString(a+b) && !w.date.MatchString(a) && !slices.ContainsFunc(w.year, begins)
}

// GoesOn reports that a text goes on in the line below it, by their brackets: 效益指标(30 and
// 分), or 效益指标 and (30分), which says nothing by itself.
func GoesOn(above, below string) bool {
	const longest = 8 // characters of a remark
	switch open := bracket.Open(above); {
	case open > 0:
		return bracket.Open(below) < 0
	case open < 0 || bracket.Open(below) != 0 || utf8.RuneCountInString(below) > longest:
		return false
	}
	inner, begins := cutAny(strings.CutPrefix, below, "(", "（")
	_, ends := cutAny(strings.CutSuffix, inner, ")", "）")
	return begins && ends && bracket.Open(inner) < 0 && strings.ContainsFunc(inner, digit) && strings.ContainsFunc(inner, hanzi.Is)
}

func cutAny(cut func(s, edge string) (string, bool), s string, edges ...string) (string, bool) {
	for _, edge := range edges {
		if rest, ok := cut(s, edge); ok {
			return rest, true
		}
	}
	return s, false
}

func matches(list []*regexp.Regexp, t string) bool {
	return slices.ContainsFunc(list, func(re *regexp.Regexp) bool { return re.MatchString(t) })
}

func digit(r rune) bool { return r >= '0' && r <= '9' }
