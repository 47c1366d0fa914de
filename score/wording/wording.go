// Package wording holds the words in which a finding sets two figures against each
// other. What the second figure is differs from check to check: what the form's own
// arithmetic gives, what a table has where a text says otherwise, what a scoring rule
// gives. Only a correction that was applied says what a figure should be.
//
// A check says which it is, and everybody who tells of the finding asks here:
//
//	f.Against = wording.Arithmetic
//	wording.Arithmetic.In(lang).Sentence("0.00", "222924.78")
//	// 填报数 0.00，按表内关系计算为 222924.78，相差 222924.78
//
// And why it cannot be told whether a sum holds:
//
//	wording.Premise("full-mark").In(lang) // 表中没有满分，无可对照
//
// The words are data (wording.yaml, premises.yaml).
package wording

import (
	_ "embed"

	"ziping/extract"
	"ziping/text/datafile"
	"ziping/text/num"
)

// Kind is what a figure is that stands against a printed one.
type Kind string

// The kinds. None is of findings that set nothing against what is printed.
const (
	None           Kind = ""
	Arithmetic     Kind = "arithmetic"      // what the form's own sums and quotients give
	Corrected      Kind = "corrected"       // the only correction, which was applied
	CorrectedGrade Kind = "corrected-grade" // the same of a grade
	Settled        Kind = "settled"         // nothing: other cells were at fault and are corrected
	Scale          Kind = "scale"           // the grade by the thresholds that the form prints
	Rule           Kind = "rule"            // marks by a scoring rule set
	RuleGrade      Kind = "rule-grade"      // the grade by a scoring rule set
	Quotient       Kind = "quotient"        // a rate with more places than are printed
	Table          Kind = "table"           // what the table has for what a text tells
	Text           Kind = "text"            // what a text says elsewhere
	Parts          Kind = "parts"           // what the listed parts add up to
	Share          Kind = "share"           // a percentage that a text's own figures make
	Told           Kind = "told"            // nothing: a text's figure that has another unit than the table's
	Year           Kind = "year"            // the year that texts speak of
	OwnYear        Kind = "own-year"        // the form's year, against one that a text or title gives
	Unit           Kind = "unit"            // the form's money unit
	TargetUnit     Kind = "target-unit"     // the unit of the target
	Inherited      Kind = "inherited"       // the actual with its target's unit
	InYuan         Kind = "in-yuan"         // the amount, had it been filled in yuan
	Bound          Kind = "bound"           // the target as it is better written
	Range          Kind = "range"           // the least and the most that the form's own figures allow
)

// Words are the words of one kind in one language.
type Words struct {
	Stated  string // before the printed figure: 填报数
	Against string // before the other one in a sentence: 按表内关系计算为
	Column  string // the other one in a table: 按表内关系计算
	gap     bool
	unit    string // of the difference
	alone   bool   // Against says all; no figure follows
	lang    extract.Lang
}

// In returns the words of a kind. Those of None are empty.
func (k Kind) In(lang extract.Lang) Words {
	e, ok := entries()[k]
	if !ok {
		return Words{lang: lang}
	}
	return Words{e.Stated.in(lang), e.Against.in(lang), e.Column.in(lang), e.Gap, e.Unit.in(lang), e.Alone, lang}
}

// Gap is the distance between two figures where the kind tells one, else "".
func (w Words) Gap(stated, against string) string {
	if !w.gap {
		return ""
	}
	s, err := num.Parse(stated)
	if err != nil {
		return ""
	}
	a, err := num.Parse(against)
	if err != nil {
		return ""
	}
	return s.Sub(a).Abs().Printed() + w.unit
}

// Sentence sets the figures against each other; either may be "".
func (w Words) Sentence(stated, against string) string {
	return w.Tell(stated, against, "", w.Gap(stated, against))
}

// Tell is a Sentence that says how the second figure comes about and how far the two
// lie apart; each may be "".
func (w Words) Tell(stated, against, how, gap string) string {
	say := func(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(w.lang) }
	s := ""
	if stated != "" && w.Stated != "" {
		s = w.Stated + " " + stated
	}
	if w.Against == "" || against == "" && !w.alone {
		return s
	}
	if s != "" {
		s += say("，", ", ")
	}
	s += w.Against
	if against != "" {
		s += " " + against
	}
	if how != "" {
		s += say("（", " (") + how + say("）", ")")
	}
	if gap != "" {
		s += say("，相差 ", ", difference ") + gap
	}
	return s
}

//go:embed wording.yaml
var data []byte

type entry struct {
	Stated, Against, Column, Unit pair
	Gap, Alone                    bool
}

type pair struct{ ZH, EN string }

func (p pair) in(lang extract.Lang) string { return extract.Text(p).In(lang) }

// entries is the embedded data, read once; a test opens it with read.
var entries = datafile.Once(data, read)

func read(text []byte) (map[Kind]entry, error) {
	m := map[Kind]entry{}
	if err := datafile.Decode("wording", text, &m); err != nil {
		return nil, err
	}
	return m, nil
}
