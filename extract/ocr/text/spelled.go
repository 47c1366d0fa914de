package text

import "ziping/extract/ocr"

// spelled is how probable a text is: of all ways to spell it by the Slots the most
// probable one. What no Slot offers is hardly possible.
func spelled(r ocr.Reading, text string) float64 {
	const hardly = 1e-6
	want := []rune(text)
	p := func(s ocr.Slot, text string) float64 {
		for _, a := range s.Alternatives {
			if a.Text == text {
				return max(a.P, hardly)
			}
		}
		return hardly
	}
	// best[j] is the most probable spelling of the first j characters so far.
	best := make([]float64, len(want)+1)
	best[0] = 1
	for _, s := range r.Slots {
		for j := len(want); j >= 0; j-- {
			best[j] *= p(s, "")
			if j > 0 {
				best[j] = max(best[j], best[j-1]*p(s, string(want[j-1])))
			}
		}
	}
	return best[len(want)]
}
