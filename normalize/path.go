package normalize

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Path names a field of a Report, or a record that holds fields. It prints, and
// stands in JSON, as
//
//	title, year, organisation, code, project, money_unit, grade
//	total.score
//	funds.fiscal_subtotal.initial
//	goals[0].actual
//	indicators[1].score
//	other[2], funds.total.other[0], indicators[1].other[0]   a labelled cell without a column of its own
//	funds, funds.local, goals[0], indicators[4], total       records
//	unplaced[3]                                              a cell that no field claims
//
// Paths are made by the functions below or by [ParsePath], so that every Path is
// well formed; two are the same field iff they are ==. The zero Path names
// nothing and prints as "".
type Path struct {
	source string // of a fund row
	column Column
	index  int32 // of a goal, an indicator or an unplaced cell, from 1
	other  int32 // among the labelled cells of a record, from 1
	part   part
}

// part is the part of a Report that a path begins with.
type part uint8

const (
	noPart part = iota // the form's own labelled cells, or nothing at all
	titlePart
	yearPart
	organisationPart
	codePart
	projectPart
	moneyUnitPart
	gradePart
	totalPart
	fundsPart
	goalsPart
	indicatorsPart
	unplacedPart
	partCount
)

var partNames = [partCount]string{
	"", "title", "year", "organisation", "code", "project", "money_unit", "grade",
	"total", "funds", "goals", "indicators", "unplaced",
}

// The fields that a form has once.
var (
	TitlePath        = Path{part: titlePart}
	YearPath         = Path{part: yearPart}
	OrganisationPath = Path{part: organisationPart}
	CodePath         = Path{part: codePart}
	ProjectPath      = Path{part: projectPart}
	MoneyUnitPath    = Path{part: moneyUnitPart}
	GradePath        = Path{part: gradePart}
	TotalWeightPath  = Path{part: totalPart, column: Weight}
	TotalScorePath   = Path{part: totalPart, column: Score}
)

// FundsPath is the whole block of money.
var FundsPath = Path{part: fundsPart}

// FundPath is a field of a source of money: funds.total.budget. With no column
// it is the row.
func FundPath(source string, c Column) Path {
	return Path{part: fundsPart, source: source, column: c}
}

// GoalPath is a field of the ith goal: goals[0].actual.
func GoalPath(i int, c Column) Path {
	return Path{part: goalsPart, index: int32(i + 1), column: c}
}

// IndicatorPath is a field of the ith indicator: indicators[3].score. With no
// column it is the row.
func IndicatorPath(i int, c Column) Path {
	return Path{part: indicatorsPart, index: int32(i + 1), column: c}
}

// UnplacedPath is the ith cell of Report.Unplaced.
func UnplacedPath(i int) Path { return Path{part: unplacedPart, index: int32(i + 1)} }

// OtherPath is the ith labelled cell of the form.
func OtherPath(i int) Path { return Path{other: int32(i + 1)} }

// Other is the ith labelled cell of the record that p is.
func (p Path) Other(i int) Path {
	p = p.Record()
	p.other = int32(i + 1)
	return p
}

// Record is the record that a field belongs to: funds.local of
// funds.local.budget. A record is its own; a field that a form has once has none.
func (p Path) Record() Path {
	if p.part < totalPart {
		return Path{}
	}
	p.column, p.other = "", 0
	return p
}

// IsZero reports the path of nothing.
func (p Path) IsZero() bool { return p == Path{} }

// Column is the column that the field stands in, "" for one that is in no column.
func (p Path) Column() Column { return p.column }

// In is the field of another column in the same record.
func (p Path) In(c Column) Path {
	p.column, p.other = c, 0
	return p
}

// Fund is the source of the fund row that p is or is a field of.
func (p Path) Fund() (source string, ok bool) { return p.source, p.source != "" }

// Indicator is the index of the indicator that p is or is a field of.
func (p Path) Indicator() (i int, ok bool) { return int(p.index) - 1, p.part == indicatorsPart }

// InTable reports a field or row of one of the form's tables, money or indicators.
func (p Path) InTable() bool { return p.source != "" || p.part == indicatorsPart }

// IsUnplaced reports a cell that no field claims.
func (p Path) IsUnplaced() bool { return p.part == unplacedPart }

// Unplaced is the index in Report.Unplaced of a cell that no field claims.
func (p Path) Unplaced() (i int, ok bool) { return int(p.index) - 1, p.IsUnplaced() }

// IsLevel reports a level, whose number is the points printed with it.
func (p Path) IsLevel() bool { return p.column == Level1 || p.column == Level2 }

// String is the path as it stands in JSON.
func (p Path) String() string {
	b, _ := p.AppendText(make([]byte, 0, 32))
	return string(b)
}

// AppendText appends String.
func (p Path) AppendText(b []byte) ([]byte, error) {
	b = append(b, partNames[p.part]...)
	if p.source != "" {
		b = append(append(b, '.'), p.source...)
	}
	if p.index > 0 {
		b = appendIndex(b, p.index)
	}
	if p.column != "" {
		b = append(append(b, '.'), p.column...)
	}
	if p.other > 0 {
		if p.part != noPart {
			b = append(b, '.')
		}
		b = appendIndex(append(b, otherWord...), p.other)
	}
	return b, nil
}

// appendIndex appends an index, which is kept from 1 and printed from 0.
func appendIndex(b []byte, i int32) []byte {
	return append(strconv.AppendInt(append(b, '['), int64(i-1), 10), ']')
}

// MarshalText is String.
func (p Path) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText is ParsePath; the empty text is the zero Path.
func (p *Path) UnmarshalText(text []byte) (err error) {
	*p = Path{}
	if len(text) > 0 {
		*p, err = ParsePath(string(text))
	}
	return err
}

// MustPath is ParsePath for what is known to be a path.
func MustPath(s string) Path {
	p, err := ParsePath(s)
	if err != nil {
		panic(err)
	}
	return p
}

// ParsePath reads a path as String prints it. It knows what fields there are, not
// which of them a form has; see [Report.Field].
func ParsePath(s string) (Path, error) {
	head, rest, dotted := strings.Cut(s, ".")
	p, ok := parseHead(head)
	if p.part == fundsPart && dotted && ok {
		p.source, rest, dotted = strings.Cut(rest, ".")
		ok = p.source != "" && !strings.ContainsAny(p.source, "[]")
	}
	if dotted && ok {
		ok = p.parseField(rest)
	}
	if !ok {
		return Path{}, fmt.Errorf("%q is no path of a field", s)
	}
	return p, nil
}

// parseHead reads what stands before the first point.
func parseHead(s string) (p Path, ok bool) {
	word, i, indexed := parseIndex(s)
	if indexed && word == otherWord {
		return Path{other: i}, true
	}
	at := slices.Index(partNames[1:], word) + 1
	p = Path{part: part(at), index: i}
	switch p.part {
	case noPart:
		return p, false
	case goalsPart, indicatorsPart, unplacedPart:
		return p, indexed
	}
	return p, !indexed
}

// parseField reads what stands behind the record.
func (p *Path) parseField(s string) bool {
	if word, i, ok := parseIndex(s); ok {
		p.other = i
		return word == otherWord && p.InTable()
	}
	p.column = Column(s)
	return slices.Contains(p.part.columns(), p.column)
}

const otherWord = "other"

// parseIndex parts indicators[3] into its word and 4; ok is false for a word
// without an index, which is all of s then.
func parseIndex(s string) (word string, i int32, ok bool) {
	word, rest, ok := strings.Cut(s, "[")
	if !ok {
		return s, 0, false
	}
	digits, end, closed := strings.Cut(rest, "]")
	n, err := strconv.ParseInt(digits, 10, 32)
	if !closed || end != "" || err != nil || n < 0 || n == math.MaxInt32 || strconv.FormatInt(n, 10) != digits {
		return s, 0, false
	}
	return word, int32(n + 1), true
}

// columns are the columns of the part's records.
func (x part) columns() []Column {
	switch x {
	case fundsPart:
		return FundColumns
	case goalsPart:
		return goalColumns
	case indicatorsPart:
		return IndicatorColumns
	case totalPart:
		return totalColumns
	}
	return nil
}
