package normalize

import (
	"encoding/json"

	"ziping/extract"
	"ziping/text/blank"
	"ziping/text/num"
)

// State tells what stands in a field's place. The four are different things
// and none of them is a zero.
type State string

// The states of a Field.
const (
	Parsed  State = "parsed"  // printed and understood
	Blank   State = "blank"   // the place is there and empty, or holds a mark for "nothing" (-, —, /)
	Absent  State = "absent"  // the form has the column, this row has no such place
	Garbled State = "garbled" // printed and not understood
)

// Reading tells how sure the reading of the print is.
type Reading string

// The readings of a Field.
const (
	Read     Reading = "read"
	Proved   Reading = "proved"
	Repaired Reading = "repaired"
	Doubtful Reading = "doubtful"
)

// Op is the comparator of a target.
type Op string

// The comparators.
const (
	OpAtLeast     Op = ">="
	OpAtMost      Op = "<="
	OpEqual       Op = "="
	OpMore        Op = ">"
	OpLess        Op = "<"
	OpRange       Op = "range"
	OpByDate      Op = "by_date"
	OpQualitative Op = "qualitative"
)

// Field is one printed value. Text is what was printed and is never changed;
// Value is its normalised form (a decimal string for numbers, in the printed
// scale; rates are percents however printed). A nil *Field means that the form
// has no such place at all.
type Field struct {
	Text          string       `json:"text"`
	Value         string       `json:"value,omitempty"`
	Unit          string       `json:"unit,omitempty"`
	UnitInherited bool         `json:"unit_inherited,omitempty"`
	Op            Op           `json:"op,omitempty"`
	Low           string       `json:"low,omitempty"`
	High          string       `json:"high,omitempty"`
	Date          string       `json:"date,omitempty"`
	Weight        string       `json:"weight,omitempty"`    // points printed with a level: 产出指标(60分)
	Threshold     string       `json:"threshold,omitempty"` // of a grade: S≥90
	State         State        `json:"state"`
	Reading       Reading      `json:"reading,omitempty"`
	Was           string       `json:"was,omitempty"`
	Confidence    string       `json:"confidence,omitempty"`
	At            *extract.Ref `json:"at,omitempty"`

	number num.Decimal // with printed places; valid if numeric
	isNum  bool
}

// SetNumber makes f a parsed number. The Value is n without padding.
func (f *Field) SetNumber(n num.Decimal) {
	f.State, f.number, f.isNum, f.Value = Parsed, n, true, n.StringOf(f.Text)
}

// Number returns the exact number with its printed places. ok is false for a
// nil, blank, absent, garbled or non-numeric field.
func (f *Field) Number() (n num.Decimal, ok bool) {
	switch {
	case f == nil || f.State != Parsed:
		return num.Decimal{}, false
	case f.isNum:
		return f.number, true
	}
	// A code or a year is a number too, without having been read as a figure.
	n, err := num.Parse(f.Value)
	return n, err == nil
}

// IsFigure reports that f was read as a figure, which a code or a year is not.
func (f *Field) IsFigure() bool { return f != nil && f.isNum }

// Figure is the number of a field that IsFigure, with its printed places.
func (f *Field) Figure() num.Decimal { return f.number }

// IsBlank reports whether nothing is printed there (nil, blank or absent).
func (f *Field) IsBlank() bool {
	return f == nil || f.State == Blank || f.State == Absent
}

// UnmarshalJSON reads a Field and finds its number again from Text and Value.
func (f *Field) UnmarshalJSON(data []byte) error {
	type plain Field
	if err := json.Unmarshal(data, (*plain)(f)); err != nil {
		return err
	}
	if f.State != Parsed || f.Value == "" {
		return nil
	}
	if n, err := num.Parse(f.Value); err == nil {
		f.number, f.isNum = n.WithPlaces(placesFor(f.Text, n)), true
	}
	return nil
}

// placesFor finds the printed places of value n again from the text it was
// read from; a rate printed as a fraction (0.9311 for 93.11) has two more there.
func placesFor(text string, n num.Decimal) int32 {
	s := blank.Close(text)
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			if i > 0 && s[i-1] == '-' {
				i--
			}
			p, _, err := num.Scan(s[i:])
			switch {
			case err != nil:
				return n.Places()
			case p.Equal(n):
				return p.Places()
			case p.Shift(2).Equal(n):
				return max(0, p.Places()-2)
			}
			return n.Places()
		}
	}
	return n.Places()
}
