package identity

import (
	"testing"

	"ziping/normalize"
)

// Each premise is told in both languages, and no two alike.
func TestPremisesAreSaid(t *testing.T) {
	seen := map[string]Premise{}
	for _, p := range []Premise{
		FullMarkPrinted, ListWhole, PartsWhole, ColumnsWhole, RateBase, BudgetOnce, ShownWhole, ReadSurely, CellsPlaced, RowsKnown,
		FiguresPlaced, GroupBounded, RowsOfList, BlanksNothing, OneForm, BesideKnown, LastDigits, OneScale,
	} {
		said := p.Say()
		if said.ZH == "" || said.EN == "" || seen[said.ZH] != "" || seen[said.EN] != "" {
			t.Errorf("%s: %+v, as of %q", p, said, seen[said.ZH]+seen[said.EN])
		}
		seen[said.ZH], seen[said.EN] = p, p
	}
}

// Weights that make the full mark, or more than it, show that no row is missing; such as
// lack less than the scores do show that a row would not explain those.
func TestWholeByWeights(t *testing.T) {
	sum := func(outcome Outcome, premise Premise, stated, expected string) *Tested {
		return &Tested{Outcome: outcome, Premise: premise, Stated: dec(stated), Expected: dec(expected)}
	}
	for _, tt := range []struct {
		name            string
		weights, scores *Tested
		want            bool
	}{
		{"no weights", nil, sum(Disagree, "", "95", "90"), false},
		{"weights that agree", sum(Agree, "", "100", "100"), sum(Disagree, "", "95", "90"), true},
		{"weights that are too many", sum(Disagree, "", "100", "101"), sum(Disagree, "", "95", "96"), true},
		{"weights that lack as much as the scores", sum(Disagree, "", "100", "95"), sum(Disagree, "", "95", "90"), false},
		{"weights that lack less", sum(Disagree, "", "100", "96"), sum(Disagree, "", "95", "90"), true},
		{"weights that lack more", sum(Disagree, "", "100", "90"), sum(Disagree, "", "95", "90"), false},
		{"weights beside no printed full mark, too many", sum(Untestable, FullMarkPrinted, "100", "101"), sum(Disagree, "", "95", "90"), true},
		{"weights beside no printed full mark, just enough", sum(Untestable, FullMarkPrinted, "100", "100"), sum(Disagree, "", "95", "90"), false},
		{"weights beside no printed full mark, too few", sum(Untestable, FullMarkPrinted, "100", "99"), sum(Disagree, "", "95", "90"), false},
		{"weights that nothing is known of", sum(Untestable, ListWhole, "100", "101"), sum(Disagree, "", "95", "90"), false},
	} {
		if got := (&premises{r: &normalize.Report{}}).wholeByWeights(tt.weights, tt.scores); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}

// TestBegunWithin: weights that lack less than the scores do show nothing of a list that
// begins below its first level.
func TestBegunWithin(t *testing.T) {
	weights := &Tested{Outcome: Disagree, Stated: dec("100"), Expected: dec("98")}
	scores := &Tested{Outcome: Disagree, Stated: dec("99.45"), Expected: dec("25")}
	for state, want := range map[normalize.State]bool{normalize.Absent: false, normalize.Blank: true, normalize.Parsed: true} {
		r := &normalize.Report{Indicators: []normalize.Indicator{{Level1: &normalize.Field{State: state}}}}
		if got := (&premises{r: r}).wholeByWeights(weights, scores); got != want {
			t.Errorf("a first level that is %s: got %v", state, got)
		}
	}
}
