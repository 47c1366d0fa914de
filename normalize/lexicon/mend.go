package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A file may fail to name a character of a heading (财�资金安排). The heading is
// still told, where only one that is known has its other characters in their
// places. Only what a cell is called is told in this way, never what it holds.

// lost stands in a Document for a character that nobody can read.
const lost = "\uFFFD"

// readableShare is how much of a heading must be left: all but one character in
// three, and two at least.
const readableShare = 3

// Mend returns the known heading that a bare heading with unreadable characters
// stands for, else the heading as it is.
func (l *Lexicon) Mend(bare string) string {
	if !strings.Contains(bare, lost) {
		return bare
	}
	if h, ok := l.matching(bare); ok {
		return h
	}
	// The formula behind a heading has lost its circled figures: 小计�=�+�.
	if i := strings.Index(bare, lost); utf8.RuneCountInString(bare[:max(i, 0)]) >= 2 && strings.Trim(bare[i:], lost+"=+-−/÷×*()") == "" {
		return bare[:i]
	}
	return bare
}

// matching is the heading with the readable characters of s in their places; of
// several that mean the same, one of them.
func (l *Lexicon) matching(s string) (string, bool) {
	runes := []rune(s)
	if gone := strings.Count(s, lost); len(runes)-gone < 2 || gone*readableShare > len(runes) {
		return "", false
	}
	found := ""
	for _, h := range l.byLength()[len(runes)] {
		if !fits(h, runes) {
			continue
		}
		if found != "" && l.meaning(found) != l.meaning(h) {
			return "", false
		}
		found = h
	}
	return found, found != ""
}

func fits(heading string, runes []rune) bool {
	i := 0
	for _, r := range heading {
		if runes[i] != utf8.RuneError && runes[i] != r {
			return false
		}
		i++
	}
	return true
}

// meaning tells what a heading stands for in every part of a form.
func (l *Lexicon) meaning(h string) string {
	var b strings.Builder
	for _, m := range l.maps() {
		b.WriteString(m[h])
		b.WriteByte('|')
	}
	b.WriteString(strings.Join(l.Block[h], ","))
	for _, m := range l.sets() {
		if m[h] {
			b.WriteByte('x')
		}
		b.WriteByte('|')
	}
	return b.String()
}

func (l *Lexicon) maps() []map[string]string {
	return []map[string]string{l.Head, l.FundColumn, l.Source, l.Split, l.GoalColumn, l.IndicatorColumn, l.Foot}
}

func (l *Lexicon) sets() []map[string]bool {
	return []map[string]bool{l.RemarkBlock, l.RemarkColumn, l.Level1, l.Level2}
}

// headingsByLength lists all headings by their number of characters.
func (l *Lexicon) headingsByLength() map[int][]string {
	seen := map[string]bool{}
	for _, m := range l.maps() {
		for h := range m {
			seen[h] = true
		}
	}
	for h := range l.Block {
		seen[h] = true
	}
	for _, m := range l.sets() {
		for h := range m {
			seen[h] = true
		}
	}
	out := map[int][]string{}
	for h := range seen {
		n := utf8.RuneCountInString(h)
		out[n] = append(out[n], h)
	}
	for _, list := range out {
		slices.Sort(list)
	}
	return out
}
