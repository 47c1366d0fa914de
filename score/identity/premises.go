package identity

import (
	"ziping/normalize"
	"ziping/text/num"
)

// premises looks at all that was tested.
type premises struct {
	r      *normalize.Report
	tested []Tested
}

func (t *Tested) unshown(p Premise) { t.Outcome, t.Premise = Untestable, p }

// only is the one identity of a check, nil where there is none.
func (w *premises) only(check string) *Tested {
	for i := range w.tested {
		if w.tested[i].Check == check {
			return &w.tested[i]
		}
	}
	return nil
}

func (t *Tested) is(o Outcome) bool { return t != nil && t.Outcome == o }

// lack is what the parts lack of the result.
func (t *Tested) lack() num.Decimal { return t.Stated.Sub(t.Expected) }

// ofMoney reports what a row of money promises.
func ofMoney(t *Tested) bool {
	_, ok := t.Result.Fund()
	return ok
}

// failingGroups are the points of levels that their rows do not make.
func failingGroups(w *premises) (list []*Tested) {
	for i := range w.tested {
		if t := &w.tested[i]; t.Check == "WGT-02" && t.is(Disagree) {
			list = append(list, t)
		}
	}
	return list
}

// lacking hands on the identities whose parts come short of the result.
func (w *premises) lacking(do func(t *Tested)) {
	for i := range w.tested {
		if t := &w.tested[i]; t.is(Disagree) && t.lack().Sign() > 0 {
			do(t)
		}
	}
}
