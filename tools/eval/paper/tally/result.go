package tally

import (
	"strconv"
	"strings"

	"ziping/normalize"
	"ziping/score"
	"ziping/text/edits"
	"ziping/tools/eval/forms"
	"ziping/tools/eval/measure"
	"ziping/tools/eval/paper/truth"
)

type formCell = forms.Cell

// Result is one file compared.
type Result struct {
	Truth   *truth.Truth
	Error   string
	Seconds float64
	MB      float64
	Pages   int
	Score   measure.Score
	Grid    bool // rows, columns and spans are right
	Numbers Share
	After   Share // the same figures with what the arithmetic put right
	Blanks  Share // empty cells that came out empty
	Letters Share // characters of texts: True letters, Right those that need no edit
	Certain Share // figures of confidence 0.95 and more: Right of all
	Proved  Share // figures proved or repaired: Right of all
	Fields  Share
	Over    int // fields that the form has not
	False   int // findings of level error that the form has not
	Bins    []Bin
	Wrong   []string // figures read wrongly: what stands there, what was read
	Texts   []string // texts read wrongly
	Unsound []string // of them those that are proved, repaired or certain
	Wrongly []string // findings of level error that the form has not
}

// Share is how many of some things are right.
type Share struct{ Right, All int }

// Of is the share, 1 of nothing.
func (s Share) Of() float64 {
	if s.All == 0 {
		return 1
	}
	return float64(s.Right) / float64(s.All)
}

func (s *Share) add(ok bool) {
	s.All++
	if ok {
		s.Right++
	}
}

// Certainty is the confidence from which a figure counts as certain.
const Certainty = 0.95

// One compares a reading with the truth.
func One(said *truth.Truth, got *Reading) *Result {
	got.judge()
	r := &Result{Truth: said, Error: got.Error, Seconds: got.Seconds, MB: got.MB, Pages: len(said.Pages), Bins: newBins()}
	want := measure.FromForm(said.Form)
	var tables []measure.Table
	for i := range got.Document.Tables {
		tables = append(tables, measure.FromExtract(&got.Document.Tables[i]))
	}
	tables = measure.Assign([]measure.Table{want}, tables, true)[0]
	r.Score = measure.Compare(want, tables, measure.Options{Ruled: true})
	r.Grid = len(tables) == 1 && grid(want, tables[0])
	record := truth.Record(said.Form)
	at := match(said, &got.Document)
	r.cells(said, got, record, at)
	r.record(said, record, got, at)
	return r
}

// grid reports whether two tables have the same rows, columns and merged cells.
// Empty single cells need not be listed.
func grid(want, got measure.Table) bool {
	if want.Rows != got.Rows || want.Cols != got.Cols {
		return false
	}
	type spot struct{ r, c, rs, cs int }
	set := func(t measure.Table, all bool) map[spot]bool {
		out := map[spot]bool{}
		for _, c := range t.Cells {
			if all || c.RowSpan > 1 || c.ColSpan > 1 {
				out[spot{c.Row, c.Col, c.RowSpan, c.ColSpan}] = true
			}
		}
		return out
	}
	have := set(want, true)
	for s := range set(got, true) {
		if !have[s] {
			return false
		}
	}
	merged := set(got, false)
	for s := range set(want, false) {
		if !merged[s] {
			return false
		}
	}
	return true
}

// ref is the place of a field in a Document.
type ref struct{ table, row, col int }

func byPlace(reports []score.Report) map[ref]*normalize.Field {
	out := map[ref]*normalize.Field{}
	for i := range reports {
		for _, x := range reports[i].Fields() {
			if at := x.Field.At; at != nil && !at.IsLine() {
				out[ref{at.Table, at.Row, at.Col}] = x.Field
			}
		}
	}
	return out
}

func (r *Result) cells(said *truth.Truth, got *Reading, record *score.Report, at map[int]found) {
	read := byPlace(got.Reports)
	var meant map[ref]*normalize.Field
	if record != nil {
		meant = byPlace([]score.Report{*record})
	}
	for i, c := range said.Form.Cells {
		want, f := measure.Fold(c.Text), at[i]
		text, confidence := "", 0.0
		if f.Cell != nil {
			text = measure.Fold(f.Text)
			confidence, _ = strconv.ParseFloat(f.Confidence, 64)
		}
		if text != "" {
			add(r.Bins, confidence, text == want)
		}
		switch {
		case want == "":
			r.Blanks.add(text == "")
		case measure.IsNumber(want):
			ok := text == want
			r.Numbers.add(ok)
			if !ok {
				r.Wrong = append(r.Wrong, want+"→"+text)
			}
			if f.Cell != nil && text != "" && confidence >= Certainty {
				r.Certain.add(ok)
				if !ok {
					r.Unsound = append(r.Unsound, "certain "+want+"→"+text)
				}
			}
			field := (*normalize.Field)(nil)
			if f.Cell != nil {
				field = read[ref{f.table, f.Row, f.Col}]
			}
			r.after(field, meant[ref{0, c.Row, c.Col}], want, text)
		default:
			e := edits.Distance(want, text)
			r.Letters.All += len([]rune(want))
			r.Letters.Right += len([]rune(want)) - e
			if e > 0 {
				r.Texts = append(r.Texts, want+"→"+text)
			}
		}
	}
}

// after counts a figure as the arithmetic left it.
func (r *Result) after(field, meant *normalize.Field, want, text string) {
	ok := text == want
	if field != nil && field.Reading == normalize.Repaired && meant != nil && meant.State == normalize.Parsed {
		ok = measure.Fold(field.Value) == measure.Fold(meant.Value)
	}
	r.After.add(ok)
	if !ok && text == want {
		r.Unsound = append(r.Unsound, "spoilt "+want+"→"+field.Value)
	}
	if field == nil || field.Reading != normalize.Proved && field.Reading != normalize.Repaired {
		return
	}
	r.Proved.add(ok)
	if !ok {
		r.Unsound = append(r.Unsound, string(field.Reading)+" "+want+"→"+field.Value)
	}
}

func (r *Result) record(said *truth.Truth, want *score.Report, got *Reading, at map[int]found) {
	if want == nil {
		return
	}
	has := known(said, want.Findings, at)
	values := func(p *score.Report) map[string]string {
		out := map[string]string{}
		for _, x := range p.Fields() {
			if x.Field.At != nil && !x.Field.At.IsLine() && (x.Field.State == normalize.Parsed || x.Field.State == normalize.Garbled) {
				value := measure.Fold(x.Field.Value) + " " + x.Field.Unit + " " + string(x.Field.Op)
				out[asked(x.Path.String(), value, out)] = value
			}
		}
		return out
	}
	truths := values(want)
	r.Fields.All = len(truths)
	for i := range got.Reports {
		right, over, missed := 0, 0, 0
		for path, v := range values(&got.Reports[i]) {
			if w, ok := truths[path]; ok && w == v {
				right++
			} else if !ok {
				over++
			}
		}
		for _, f := range got.Reports[i].Findings {
			if f.Level == score.Error && !has(&f) {
				missed++
				r.Wrongly = append(r.Wrongly, f.Check+" "+f.Message)
			}
		}
		r.False += missed
		if right >= r.Fields.Right {
			r.Fields.Right, r.Over = right, over
		}
	}
}

// asked is the path of a field; those without a name of their own are asked for by their
// value, since one more of them, as the heading of a page, moves all after it.
func asked(path, value string, among map[string]string) string {
	if !strings.HasPrefix(path, "other[") {
		return path
	}
	for n := 0; ; n++ {
		key := "other " + value + " " + strconv.Itoa(n)
		if _, ok := among[key]; !ok {
			return key
		}
	}
}

// known reports findings that the form has: of the same check at the same field, or at
// the cell that was read in the place of its cell. Where a row of the form was not read,
// those below it have other numbers.
func known(said *truth.Truth, want []score.Finding, at map[int]found) func(f *score.Finding) bool {
	type spot struct {
		check string
		at    ref
	}
	here := map[ref]ref{} // of the form, by the place that was read
	for i, f := range at {
		c := &said.Form.Cells[i]
		here[ref{f.table, f.Row, f.Col}] = ref{0, c.Row, c.Col}
	}
	fields, spots := map[string]bool{}, map[spot]bool{}
	for i := range want {
		f := &want[i]
		fields[f.Check+" "+f.Field.String()] = true
		if p := f.At; p != nil && !p.IsLine() {
			spots[spot{f.Check, ref{p.Table, p.Row, p.Col}}] = true
		}
	}
	return func(f *score.Finding) bool {
		if p := f.At; p != nil && !p.IsLine() {
			if c, ok := here[ref{p.Table, p.Row, p.Col}]; ok {
				return spots[spot{f.Check, c}]
			}
		}
		return fields[f.Check+" "+f.Field.String()]
	}
}
