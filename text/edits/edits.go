// Package edits tells how far two texts are apart.
//
//	edits.Distance("250958.8", "250953.8") // 1
package edits

// Distance is how many characters must be put in, left out or changed to make one text of
// another (Levenshtein 1966).
func Distance(a, b string) int {
	to := []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range []rune(a) {
		last := row[0]
		row[0] = i + 1
		for j, y := range to {
			d := last
			if x != y {
				d = min(last, row[j], row[j+1]) + 1
			}
			last, row[j+1] = row[j+1], d
		}
	}
	return row[len(to)]
}
