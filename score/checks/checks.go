package checks

import (
	"ziping/score"
	"ziping/score/checks/narrative"
	"ziping/score/rubric"
)

// All lists the checks in catalogue order, made for one rule set. With a nil
// set the checks that need one test nothing; their documentation is whole.
func All(set *rubric.Set) []score.Check {
	return []score.Check{
		fnd01, fnd02, fnd03, fnd04, fnd05, fnd06, fnd07, fnd08,
		wgt01, wgt02,
		scr01, scr02(set), scr03(set), scr04,
		sum01,
		grd01(set),
		rsn01, rsn02(set),
		tgt01, tgt02, tgt03, tgt04, tgt05,
		narrative.TXT01, narrative.TXT02, narrative.TXT03, narrative.TXT04, narrative.TXT05,
		num01,
		frm01, frm02, frm03,
		gen01(set),
	}
}

// Docs is the documentation of every check, in catalogue order.
func Docs() []score.Doc {
	all := All(nil)
	docs := make([]score.Doc, len(all))
	for i, c := range all {
		docs[i] = c.Doc
	}
	return docs
}
