package sets

import (
	"ziping/score/rubric"
	"ziping/text/num"
)

// OtherScale is another known rule set by which a total earns the grade that
// a set does not give, nil if there is none.
func OtherScale(s *rubric.Set, grade string, total, full num.Decimal) *rubric.Set {
	for _, o := range Sets() {
		if o.ID != s.ID && o.Grade(total, full) == grade {
			return o
		}
	}
	return nil
}
