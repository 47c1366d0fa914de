package lexicon

import (
	_ "embed"
	"slices"
	"strings"

	"ziping/text/blank"
	"ziping/text/datafile"
	"ziping/text/numerals"
)

//go:embed titles.yaml
var titlesYAML []byte

// Titles tell titles of self-evaluations by their ends; see titles.yaml.
type Titles struct {
	SelfEvaluation List `yaml:"self_evaluation"`
	Report         List `yaml:"report"` // in words
	NearEnd        struct {
		Says   List `yaml:"says"`
		Within int  `yaml:"within"` // characters
		Ends   List `yaml:"ends"`
		OfMany List `yaml:"of_many"`
	} `yaml:"near_end"`
	Persons struct {
		Whom     List `yaml:"whom"`
		Span     List `yaml:"span"`
		LookedAt List `yaml:"looked_at"`
		Named    List `yaml:"named"`
	} `yaml:"persons"`
	Money       List   `yaml:"money"`
	Offices     List   `yaml:"offices"`
	Performance string `yaml:"performance"`
}

func loadTitles(text []byte) (t Titles, err error) {
	return t, datafile.Decode("lexicon: titles", text, &t)
}

// SaysNearEnd reports a title that says near its end what it is, whatever its last word.
func (t *Titles) SaysNearEnd(title string) bool {
	n := &t.NearEnd
	if !n.Ends.End(title) || n.OfMany.End(title) {
		return false
	}
	runes := []rune(title)
	return n.Says.In(string(runes[max(0, len(runes)-n.Within):]))
}

// SaysPersons reports a bare title that says of persons that they are looked at.
func (t *Titles) SaysPersons(bare string) bool {
	return slices.ContainsFunc(t.Persons.Whom, func(whom string) bool {
		_, rest, found := strings.Cut(bare, whom)
		for k := 0; found && k < len(t.Persons.Span); k++ {
			rest = strings.TrimPrefix(rest, t.Persons.Span[k])
		}
		return found && t.Persons.LookedAt.Begin(rest)
	})
}

// NamesPerson reports the label of a person who is looked at, alone or before a name
// with a colon.
func (t *Titles) NamesPerson(folded string) bool {
	label, _, _ := strings.Cut(folded, ":")
	return t.Persons.Named.Has(Bare(label))
}

// Title is a title ready to compare: white space, bracketed remarks, heading
// marks of copied web pages (#) and a year behind it taken off.
func Title(s string) string {
	s = Simplified(strings.TrimLeft(dropBrackets(numerals.WithoutNote(blank.Fold(s))), "#*"))
	s = strings.TrimRight(s, ":*")
	bare := strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(s, "度"), "年"), "0123456789")
	if bare != s && len(s)-len(bare) >= 4 { // 自评表2022年度
		return strings.TrimRight(bare, "-—")
	}
	return s
}
