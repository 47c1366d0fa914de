package ridge

// onBeat reports a stretch between two crossings whose dashes go on in the beat of a sound one
// before or behind it: shades and text beside them do not hide that.
func onBeat(p proof, w *Ridge, at []crossing, i int, sound []bool) bool {
	shades := func(i int) (out []float64, from, to int) {
		from, to = between(at[i-1], at[i])
		for t := from; t < to; t++ {
			m, left, right := course{p, w}.shades(t, 0)
			out = append(out, m-(left+right)/2)
		}
		return out, from, to
	}
	if p.beat.Period == 0 {
		return false
	}
	on, from, to := shades(i)
	if sound[i-1] {
		if known, _, end := shades(i - 1); p.beat.Goes(known, on, from-end) {
			return true
		}
	}
	if sound[i+1] {
		known, begin, _ := shades(i + 1)
		return p.beat.Goes(known, on, to-begin)
	}
	return false
}
