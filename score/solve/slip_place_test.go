package solve_test

import (
	"slices"
	"testing"

	"ziping/score/solve"
)

// TestSlipNames plants each known slip where the form proves what is right, and
// asks for its name.
func TestSlipNames(t *testing.T) {
	for _, c := range []struct {
		name string
		set  []string // path, printed value, …
		want solve.Slip
	}{
		{"one digit", []string{"funds.local.initial", "400"}, solve.SlipDigit},
		{"neighbours swapped", []string{"funds.central.executed", "189"}, solve.SlipSwap},
		{"sign", []string{"funds.local.initial", "-100"}, solve.SlipSign},
		{"a digit lost", []string{"funds.central.executed", "18"}, solve.SlipLost},
		{"the last digit lost", []string{"funds.total.balance", "3"}, solve.SlipLost},
		{"a digit doubled", []string{"funds.central.executed", "1998"}, solve.SlipDoubled},
		{"a digit too many", []string{"funds.central.executed", "1398"}, solve.SlipExtra},
		{"decimal point", []string{"funds.central.executed", "19.8"}, solve.SlipPoint},
		{"元 for 万元", []string{"funds.central.executed", "1980000"}, solve.SlipUnit},
		{"万元 for 元", []string{"funds.central.executed", "0.0198"}, solve.SlipUnit},
		{"subtotal left 0", []string{"funds.total.initial", "0"}, solve.SlipZero},
		{"0 for a figure", []string{"funds.local.initial", "0"}, solve.SlipNought},
		{"row copied", []string{"funds.local.initial", "200", "funds.local.adjustment", "20"}, solve.SlipCopied},
		{"cell copied from the row above", []string{"funds.central.executed", "297"}, solve.SlipCopied},
		{"value of the next column", []string{"funds.central.initial", "20"}, solve.SlipPoint}, // explains it as well
		{"two columns exchanged", []string{"funds.local.initial", "10", "funds.local.adjustment", "100"}, solve.SlipColumn},
		{"value in the next column", []string{"funds.central.executed", "220"}, solve.SlipColumn},
		{"no known slip", []string{"funds.central.executed", "157"}, solve.SlipOther},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := parse(t, small)
			for i := 0; i+1 < len(c.set); i += 2 {
				set(t, r, c.set[i], c.set[i+1])
			}
			seen := 0
			for _, s := range run(r) {
				for _, set := range s.Sets {
					for _, ch := range set.Changes {
						if !slices.Contains(c.set, ch.Path.String()) || len(set.Changes) != len(c.set)/2 {
							continue
						}
						if seen++; ch.Slip != c.want {
							t.Errorf("%s %s for %s: got %s, want %s", ch.Path, ch.Old, ch.New, ch.Slip, c.want)
						}
					}
				}
			}
			if seen != len(c.set)/2 {
				t.Errorf("got %q, want the planted cells once", say(run(r)))
			}
		})
	}
}
