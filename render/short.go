package render

// Short cuts a text to n characters and marks the cut.
func Short(s string, n int) string {
	count, cut := 0, 0
	for i := range s {
		switch count++; count {
		case n:
			cut = i
		case n + 1: // what comes behind may be long
			return s[:cut] + "…"
		}
	}
	return s
}
