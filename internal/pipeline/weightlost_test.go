package pipeline

import (
	"testing"

	"ziping/normalize"
)

// A row that was moved lost its weight where it has a score, and others have weights.
func TestWeightLost(t *testing.T) {
	field := func(text string) *normalize.Field {
		if text == "" {
			return &normalize.Field{State: normalize.Blank}
		}
		return &normalize.Field{Text: text, Value: text, State: normalize.Parsed}
	}
	for _, tt := range []struct {
		name                 string
		other, weight, score string
		moved                int
		want                 bool
	}{
		{"moved", "20", "", "18.7", 1, true},
		{"another moved", "20", "", "18.7", 0, false},
		{"with its weight", "20", "20", "18.7", 1, false},
		{"without a score", "20", "", "", 1, false},
		{"in a list without weights", "", "", "18.7", 1, false},
	} {
		r := &normalize.Report{
			Indicators: []normalize.Indicator{{Weight: field(tt.other), Score: field("20")}, {Weight: field(tt.weight), Score: field(tt.score)}},
			Moves:      []normalize.Move{{Field: normalize.IndicatorPath(tt.moved, "")}},
		}
		if got := weightLost(r); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}
