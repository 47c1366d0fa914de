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
		FND01, FND02, FND03, FND04, FND05, FND06, FND07, FND08,
		WGT01, WGT02,
		SCR01, SCR02(set), SCR03(set), SCR04,
		SUM01,
		GRD01(set),
		RSN01, RSN02(set),
		TGT01, TGT02, TGT03, TGT04, TGT05,
		narrative.TXT01, narrative.TXT02, narrative.TXT03, narrative.TXT04, narrative.TXT05,
		NUM01,
		FRM01, FRM02, FRM03,
		GEN01(set),
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
