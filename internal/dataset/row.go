package dataset

import (
	"regexp"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/text/num"
)

// row is a row in the making; its methods add values in the order of the columns.
type row []Value

// plain is text as every format keeps it alike: no line end but \n, no NUL, valid
// UTF-8.
var plain = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\uFFFD")

func (r *row) text(s string) {
	if s == "" {
		*r = append(*r, Value{})
		return
	}
	*r = append(*r, Value{Set: true, Text: plain.Replace(strings.ToValidUTF8(s, "\uFFFD"))})
}

func (r *row) int(n int) { *r = append(*r, Value{Set: true, Int: int64(n)}) }

func (r *row) flag(is bool) {
	n := 0
	if is {
		n = 1
	}
	r.int(n)
}

func (r *row) real(f float64) { *r = append(*r, Value{Set: true, Real: f}) }

func (r *row) null(n int) { *r = append(*r, make([]Value, n)...) }

var digits = regexp.MustCompile(`^-?([0-9]+)(?:\.([0-9]+))?$`)

// decimal is a number, NULL where it has more digits than a Decimal holds.
func (r *row) decimal(n num.Decimal, ok bool) {
	s := n.String()
	m := digits.FindStringSubmatch(s)
	if !ok || m == nil || len(m[1]) > Precision-Scale || len(m[2]) > Scale {
		r.null(1)
		return
	}
	*r = append(*r, Value{Set: true, Text: s})
}

// meaning is what a field in words says; a figure's is its exact value.
func meaning(f *normalize.Field) string {
	switch {
	case f == nil || f.State != normalize.Parsed:
		return ""
	case f.Value != "":
		return f.Value
	}
	return f.Text
}

func (r *row) words(f *normalize.Field) {
	r.text(meaning(f))
	r.printed(f)
}

func (r *row) printed(f *normalize.Field) {
	if f == nil {
		r.null(2)
		return
	}
	r.text(f.Text)
	r.text(string(f.State))
}

func (r *row) number(f *normalize.Field) {
	r.text(meaning(f))
	r.decimal(f.Number())
	r.printed(f)
}

func (r *row) quantity(f *normalize.Field) {
	r.number(f)
	if f == nil {
		r.null(1)
		return
	}
	r.text(f.Unit)
}

// yuan is an amount in 元, NULL where its unit is not known.
func (r *row) yuan(report *normalize.Report, f *normalize.Field) {
	n, ok := f.Number()
	power, known := report.MoneyPower(f)
	if !ok || !known {
		r.null(1)
		return
	}
	r.decimal(n.Shift(power), true)
}

func (r *row) place(at *extract.Ref) {
	if at == nil {
		r.null(9)
		return
	}
	if at.IsLine() {
		r.null(3)
		r.int(at.Line)
	} else {
		r.int(at.Table)
		r.int(at.Row)
		r.int(at.Col)
		r.null(1)
	}
	if at.Page > 0 {
		r.int(at.Page)
	} else {
		r.null(1)
	}
	if at.Box == nil {
		r.null(4)
		return
	}
	for _, x := range at.Box {
		r.real(x)
	}
}

// ends are the two ends of an interval.
func (r *row) ends(interval []string) {
	if len(interval) != 2 {
		r.null(2)
		return
	}
	r.text(interval[0])
	r.text(interval[1])
}
