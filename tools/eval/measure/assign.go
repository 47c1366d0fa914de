package measure

// Assign gives each true table the tables found that hold something of it: a
// table goes to the one it shares most texts with. With others set, tables of
// other things may stand around (our own sheets have headings in common with a
// form), and one that shares less than half of its texts goes to none.
func Assign(truths, found []Table, others bool) [][]Table {
	out := make([][]Table, len(truths))
	want := make([]map[string]int, len(truths))
	for i, t := range truths {
		want[i] = map[string]int{}
		texts(want[i], t)
	}
	for _, f := range found {
		got := map[string]int{}
		texts(got, f)
		best, most, all := 0, -1, 0
		for i := range truths {
			c := overlap(want[i], got)
			all = c.Found
			if c.Right > most {
				best, most = i, c.Right
			}
		}
		if others && 2*most < all || len(truths) == 0 {
			continue
		}
		out[best] = append(out[best], f)
	}
	return out
}
