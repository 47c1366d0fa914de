package unruled

// parts tells before which rows a part of the form begins, whose headings stand in that row
// behind one without any: no label reaches over both.
func (s *stack) parts(blocks []block, rows []band) []bool {
	headings, others := make([]int, len(rows)), make([]int, len(rows))
	for i := range blocks {
		b := &blocks[i]
		if b.row < 0 {
			continue
		}
		text := ""
		for _, n := range b.phrases {
			text += s.text(n)
		}
		if s.doc.Heading(text) {
			headings[b.row]++
		} else {
			others[b.row]++
		}
	}
	out := make([]bool, len(rows)+1)
	are := func(r int) bool { return headings[r] >= 2 && headings[r] > 2*others[r] }
	for r := 1; r < len(rows); r++ {
		out[r] = are(r) && !are(r-1)
	}
	return out
}
