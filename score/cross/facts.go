package cross

import (
	"strconv"
	"strings"
	"unicode"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/text/blank"
	"ziping/text/num"
)

// Facts are what of a form others can be held against. Only what was read without doubt
// is in them: no figure that a repair would change, none whose reading is doubtful.
type Facts struct {
	Kind         string      `json:"kind,omitempty"` // whole, project, transfer; "" if the title does not say
	Organisation string      `json:"organisation,omitempty"`
	Department   string      `json:"department,omitempty"` // that it names above itself
	Unit         string      `json:"unit,omitempty"`       // that it names below, as who carries the project out
	Code         string      `json:"code,omitempty"`
	Project      string      `json:"project,omitempty"`
	Year         int         `json:"year,omitempty"`
	Money        []Amount    `json:"money,omitempty"` // of the form's total
	Indicators   []Indicator `json:"indicators,omitempty"`
	Total        *Amount     `json:"total,omitempty"` // score
	Full         string      `json:"full,omitempty"`  // mark
	// Told is what is said of the year's results: its beginning, and a signature by which
	// it is held against others.
	Told      *Amount `json:"told,omitempty"`
	Signature string  `json:"signature,omitempty"`
}

// Amount is a printed figure, or text, with its place.
type Amount struct {
	Column string `json:"column,omitempty"` // of money
	Text   string `json:"text"`             // as printed, without its unit
	Unit   string `json:"unit,omitempty"`
	Power  int32  `json:"power,omitempty"` // of ten: what the unit is worth in 元
	Field  string `json:"field"`
	Place  string `json:"place,omitempty"`
}

// Indicator is an indicator with a figure for its target.
type Indicator struct {
	Name   string       `json:"name"`
	Op     normalize.Op `json:"op,omitempty"`
	Target *Amount      `json:"target,omitempty"`
	Actual *Amount      `json:"actual,omitempty"`
	// Reason is why points were lost, of an indicator that lost some.
	Lost   bool    `json:"lost,omitempty"`
	Reason *Amount `json:"reason,omitempty"`
}

// carried is the name of what was carried in, wherever a form prints it: in a column of
// its own or as a source of money.
const carried = "carried"

// Of takes the facts of a form; place says a place in words. It returns nil for a form
// that says nothing that others could be held against.
func Of(r *score.Report, place func(*extract.Ref) string) *Facts {
	if r.Refusal != "" {
		return nil
	}
	t := taker{r: r, place: place, unsure: map[normalize.Path]bool{}}
	for i := range r.Repairs {
		for _, e := range r.Repairs[i].Edits {
			t.unsure[e.Field] = true
		}
	}
	w := vocabulary()
	f := &Facts{
		Kind: w.kind(words(r.Title)), Organisation: organisation(words(r.Organisation)), Code: words(r.Code), Project: squeeze(words(r.Project)),
		Department: labelled(r, w.Departments), Unit: labelled(r, w.Units),
	}
	if f.Department == f.Organisation {
		f.Department = ""
	}
	if f.Unit == f.Organisation {
		f.Unit = ""
	}
	if f.Kind == whole {
		f.Project, f.Unit = "", "" // 310部门整体 is the form's own name
	}
	if f.Organisation == "" {
		return nil
	}
	if n, err := strconv.Atoi(words(r.Year)); err == nil && n >= 2000 && n < 2100 {
		f.Year = n
	}
	t.money(f)
	t.indicators(f)
	if r.Total != nil {
		f.Total = t.figure(normalize.TotalScorePath, r.Total.Score)
		if full, ok := r.Total.Weight.Number(); ok {
			f.Full = full.String()
		}
	}
	t.told(f)
	return f
}

type taker struct {
	r      *score.Report
	place  func(*extract.Ref) string
	unsure map[normalize.Path]bool
}

// words is what a field in words says.
func words(f *normalize.Field) string {
	switch {
	case f == nil || f.State != normalize.Parsed || f.Reading == normalize.Doubtful:
		return ""
	case f.Value != "":
		return f.Value
	}
	return f.Text
}

// figure is a figure that was read without doubt, nil where there is none.
func (t *taker) figure(p normalize.Path, f *normalize.Field) *Amount {
	n, ok := f.Number()
	if !ok || f.Reading == normalize.Doubtful || t.unsure[p] {
		return nil
	}
	return &Amount{Text: n.Printed(), Unit: f.Unit, Field: p.String(), Place: t.place(f.At)}
}

// money takes the amounts of the total whose unit is known.
func (t *taker) money(f *Facts) {
	row := t.r.Funds.Row("total")
	if row == nil {
		return
	}
	add := func(name string, p normalize.Path, field *normalize.Field) {
		a := t.figure(p, field)
		power, ok := t.r.MoneyPower(field)
		if a == nil || !ok {
			return
		}
		a.Column, a.Power = name, power
		if a.Unit == "" {
			a.Unit = t.r.MoneyUnit.Value
		}
		f.Money = append(f.Money, *a)
	}
	base, _ := row.Base()
	add(string(normalize.Budget), normalize.FundPath("total", base), row.Column(base))
	for _, c := range []normalize.Column{normalize.Executed, normalize.Balance} {
		add(string(c), normalize.FundPath("total", c), row.Column(c))
	}
	if row.CarriedIn != nil {
		add(carried, normalize.FundPath("total", normalize.CarriedIn), row.CarriedIn)
	} else if from := t.r.Funds.Row("carryover"); from != nil {
		c, field := from.Base()
		if from.Initial != nil {
			c, field = normalize.Initial, from.Initial
		}
		add(carried, normalize.FundPath("carryover", c), field)
	}
}

func (f *Facts) money(column string) *Amount {
	for i := range f.Money {
		if f.Money[i].Column == column {
			return &f.Money[i]
		}
	}
	return nil
}

// yuan is an amount in 元, with half of its last printed place.
func (a *Amount) yuan() (n, half num.Decimal) {
	n, err := num.Parse(a.Text)
	if err != nil {
		return n, n
	}
	return n.Shift(a.Power), num.HalfUnit(n.Places()).Shift(a.Power)
}

// number is a figure that has no unit of money.
func (a *Amount) number() (num.Decimal, bool) {
	if a == nil {
		return num.Decimal{}, false
	}
	n, err := num.Parse(a.Text)
	return n, err == nil
}

func (t *taker) indicators(f *Facts) {
	w := vocabulary()
	for i := range t.r.Indicators {
		x := &t.r.Indicators[i]
		path := func(c normalize.Column) normalize.Path { return normalize.IndicatorPath(i, c) }
		k := Indicator{Name: squeeze(words(x.Name))}
		if x.Target != nil {
			k.Op, k.Target = x.Target.Op, t.figure(path(normalize.Target), x.Target)
		}
		k.Actual = t.figure(path(normalize.Actual), x.Actual)
		s, ok1 := x.Score.Number()
		full, ok2 := x.Weight.Number()
		if k.Lost = ok1 && ok2 && s.Cmp(full) < 0; k.Lost {
			if reason := words(x.Reason); reason != "" && !w.nothing[squeeze(reason)] {
				k.Reason = &Amount{Text: reason, Field: path(normalize.Reason).String(), Place: t.place(x.Reason.At)}
			}
		}
		if k.Name != "" && (k.Target != nil || k.Lost) {
			f.Indicators = append(f.Indicators, k)
		}
	}
}

// told takes what is said of the year's results.
func (t *taker) told(f *Facts) {
	var all strings.Builder
	for i := range t.r.Goals {
		text := words(t.r.Goals[i].Actual)
		if text != "" && f.Told == nil {
			f.Told = &Amount{Text: beginning(text), Field: normalize.GoalPath(i, normalize.Actual).String(), Place: t.place(t.r.Goals[i].Actual.At)}
		}
		all.WriteString(text)
	}
	if f.Signature = sign(squeeze(all.String())); f.Signature == "" {
		f.Told = nil
	}
}

// excerptLength is how much of a text a finding shows.
const excerptLength = 24

func beginning(s string) string {
	r := []rune(strings.TrimRightFunc(strings.Join(blank.Fields(s), ""), unicode.IsPunct))
	if len(r) > excerptLength {
		return string(r[:excerptLength]) + "…"
	}
	return string(r)
}
