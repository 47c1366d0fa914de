package cross

import (
	"cmp"
	"slices"

	"ziping/extract"
	"ziping/score"
)

// Set is forms to be compared.
type Set struct {
	store Store
	forms []form
	// texts are those that are long enough, with the buckets that they meet in.
	texts   []text
	buckets map[uint64][inBucket]int32 // indexes in texts, from 1
	copies  []copied
	leftOut int
}

// form is what is kept of a form in memory: keys to group it by.
type form struct {
	index        int32
	year         int16
	kind         byte   // of the kind's name
	named        bool   // it says what it is of
	subject      uint64 // who and what it is of
	organisation uint64
	department   uint64 // whose money it spends: the one above, else its own
}

type text struct {
	index   int32
	subject uint64
	year    int16
	sign    signature
}

// copied is a text that is another's, by their forms.
type copied struct {
	form, from int32
	common     int
}

// New returns an empty Set.
func New(s Store) *Set { return &Set{store: s, buckets: map[uint64][inBucket]int32{}} }

// Add takes a form; one without facts is counted.
func (s *Set) Add(e *Entry) error {
	f := e.Facts
	if f == nil {
		s.leftOut++
		return nil
	}
	x := form{index: int32(len(s.forms)), year: int16(f.Year), organisation: keyOf(f.Organisation)}
	if f.Kind != "" {
		x.kind = f.Kind[0]
	}
	x.named = f.Kind == whole || f.Kind != "" && f.Project != ""
	x.subject = keyOf(f.Kind, f.Organisation, f.Unit, f.Project)
	x.department = x.organisation
	if f.Department != "" {
		x.department = keyOf(f.Department)
	}
	if err := s.store.Put(e); err != nil {
		return err
	}
	s.forms = append(s.forms, x)
	if sign, ok := signatureOf(f.Signature); ok && f.Told != nil {
		s.meet(text{x.index, x.subject, x.year, sign})
	}
	return nil
}

// meet holds a text against those in its buckets and enters it there.
func (s *Set) meet(t text) {
	var seen []int32
	best, of := 0, int32(0)
	for k := range bands {
		b := s.buckets[t.sign.band(k)]
		for _, i := range b {
			if i == 0 || slices.Contains(seen, i) {
				continue
			}
			seen = append(seen, i)
			other := &s.texts[i-1]
			if other.subject == t.subject && other.year == t.year {
				continue // the same form in two copies
			}
			if n := other.sign.common(&t.sign); n >= alike && n > best {
				best, of = n, other.index
			}
		}
	}
	s.texts = append(s.texts, t)
	for k := range bands {
		key := t.sign.band(k)
		b := s.buckets[key]
		if i := slices.Index(b[:], 0); i >= 0 {
			b[i] = int32(len(s.texts))
			s.buckets[key] = b
		}
	}
	if best > 0 {
		s.copies = append(s.copies, copied{t.index, of, best})
	}
}

// run is one comparison under way.
type run struct {
	*Set
	lang  extract.Lang
	found Found
	last  [2]struct { // what was read last, since neighbours are asked for twice
		index int32
		entry *Entry
	}
}

// Run compares. Findings come by check and in the order of their forms.
func (s *Set) Run(lang extract.Lang) (*Found, error) {
	r := &run{Set: s, lang: lang}
	r.found = Found{Forms: len(s.forms), LeftOut: s.leftOut, Findings: []Finding{}, Tallies: map[string]score.Tally{}}
	for i := range docs {
		r.found.Tallies[docs[i].ID] = score.Tally{}
	}
	for _, do := range []func() error{r.years, r.departments, r.copiedTexts, r.organisations} {
		if err := do(); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(r.found.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Check, b.Check), cmp.Compare(a.Here.Path, b.Here.Path), cmp.Compare(a.Here.Form, b.Here.Form), cmp.Compare(a.Here.Field, b.Here.Field), cmp.Compare(a.There.Path, b.There.Path))
	})
	return &r.found, nil
}

// get reads an entry.
func (r *run) get(i int32) (*Entry, error) {
	for k := range r.last {
		if x := &r.last[k]; x.entry != nil && x.index == i {
			return x.entry, nil
		}
	}
	e, err := r.store.Get(int(i))
	if err != nil {
		return nil, err
	}
	r.last[0] = r.last[1]
	r.last[1].index, r.last[1].entry = i, e
	return e, nil
}

// sorted are the forms that which chooses, in an order.
func (s *Set) sorted(which func(*form) bool, order func(a, b form) int) []form {
	var out []form
	for i := range s.forms {
		if which(&s.forms[i]) {
			out = append(out, s.forms[i])
		}
	}
	slices.SortFunc(out, func(a, b form) int { return cmp.Or(order(a, b), cmp.Compare(a.index, b.index)) })
	return out
}

// groups calls do with each stretch of forms that have one key.
func groups(forms []form, key func(*form) uint64, do func([]form) error) error {
	for from := 0; from < len(forms); {
		to := from + 1
		for to < len(forms) && key(&forms[to]) == key(&forms[from]) {
			to++
		}
		if err := do(forms[from:to]); err != nil {
			return err
		}
		from = to
	}
	return nil
}

func (r *run) agree(check string)      { r.count(check, func(t *score.Tally) { t.Agree++ }) }
func (r *run) untestable(check string) { r.count(check, func(t *score.Tally) { t.Untestable++ }) }

func (r *run) count(check string, do func(*score.Tally)) {
	t := r.found.Tallies[check]
	do(&t)
	r.found.Tallies[check] = t
}

// tell adds a finding about a place of one form and one of another.
func (r *run) tell(check string, here *Entry, at side, there *Entry, other side, zh, en string) {
	r.count(check, func(t *score.Tally) { t.Disagree++ })
	r.found.Findings = append(r.found.Findings, Finding{
		Check: check, Name: docOf(check).Name, Organisation: here.Facts.Organisation, Project: here.Facts.Project,
		Here: at.of(here), There: other.of(there), Message: say(r.lang, zh, en),
	})
}

// side is a place of a form with what stands there.
type side struct {
	amount *Amount
	label  string
}

func (x side) of(e *Entry) Side {
	return Side{
		Path: e.Path, Form: e.Form, Year: e.Facts.Year, Field: x.amount.Field, Label: x.label, Place: x.amount.Place,
		Value: x.amount.shown(), Output: e.Output,
	}
}

// shown is a figure with its unit.
func (a *Amount) shown() string { return a.Text + a.Unit }
