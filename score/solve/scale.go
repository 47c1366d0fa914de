package solve

import "ziping/score/identity"

// Cells stand in a system as printed, each in its own unit. Where an identity
// speaks of several units its rows are written in the smallest of them, so that
// their coefficients are whole: 10000 × 744.30 (万元) = 7443000 (元).

// finestScale is the scale of an identity's smallest unit, 0 or less.
func finestScale(id *identity.Identity) int32 {
	least := id.Scale
	for i := range id.Parts {
		least = min(least, id.Parts[i].Scale)
	}
	return min(least, 0)
}

// powerOfTen is 10^n for the few powers that lie between units of money.
func powerOfTen(n int32) int64 {
	out := int64(1)
	for range n {
		out *= 10
	}
	return out
}
