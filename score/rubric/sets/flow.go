package sets

import (
	"fmt"
	"strings"

	"ziping/score/rubric"
)

// Comment is a variant as comment lines, for showing beside its base's file.
func Comment(v *rubric.Variant) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# + %s: %s · %s\n", v.ID, v.Name.ZH, v.Name.EN)
	for _, k := range []struct {
		key string
		fs  []rubric.Formula
	}{{"at_least", v.Targets.AtLeast}, {"at_most", v.Targets.AtMost}, {"equal", v.Targets.Equal}, {"range", v.Targets.Range}} {
		if len(k.fs) > 0 {
			fmt.Fprintf(&b, "#   %s: %s\n", k.key, Flow(k.fs))
		}
	}
	return b.String()
}

// Flow is a list of formulas as YAML.
func Flow(fs []rubric.Formula) string {
	parts := make([]string, len(fs))
	for i := range fs {
		parts[i] = flow(&fs[i])
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// flow is the formula as YAML.
func flow(f *rubric.Formula) string {
	parts := []string{"kind: " + string(f.Kind)}
	if !f.Floor.IsZero() {
		parts = append(parts, "floor: "+f.Floor.String())
	}
	if f.Kind == rubric.KindStep {
		parts = append(parts, "per: "+f.Per.String(), "deduct: "+f.Deduct.String(), "whole: "+string(f.Whole))
	}
	if f.Relative {
		parts = append(parts, "relative: true")
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// RateFlow is the budget's rule as YAML.
func RateFlow(b *rubric.RateRule) string {
	parts := []string{"kind: " + string(b.Kind)}
	if b.RatePlaces >= 0 {
		parts = append(parts, fmt.Sprintf("rate_places: %d", b.RatePlaces))
	}
	switch b.Kind {
	case rubric.RateStep:
		parts = append(parts, "of: "+b.Of.String(), "from: "+b.From.String(), "per: "+b.Per.String(), "deduct: "+b.Deduct.String(), "whole: "+string(b.Whole))
	case rubric.RateBands:
		var bands []string
		for _, x := range b.Bands {
			below := ""
			if !x.Below.IsZero() {
				below = ", below: " + x.Below.String()
			}
			bands = append(bands, "{from: "+x.From.String()+below+", points: "+x.Points.String()+"}")
		}
		parts = append(parts, "of: "+b.Of.String(), "bands: ["+strings.Join(bands, ", ")+"]")
	}
	return "{" + strings.Join(parts, ", ") + "}"
}
