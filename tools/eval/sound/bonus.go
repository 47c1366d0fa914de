package sound

// bonus adds one to four rows to a list whose marks are given or taken beside the full
// mark that the other rows make. Their full mark, if there is one, is not counted, and
// their marks are part of the total.
func (d *draw) bonus(leaves []*leaf, first, second []string) (more []*leaf, level1, level2 []string) {
	kinds := [][2]bool{{true, false}, {false, true}, {true, true}}[d.IntN(3)]
	spelled := d.IntN(4)
	for k, on := range kinds {
		if !on {
			continue
		}
		group, sign := d.Bonus, 1
		if k == 1 {
			group, sign = d.Malus, -1
		}
		for _, at := range d.Perm(len(group.Name))[:1+d.IntN(2)] {
			x := &leaf{first: len(first), second: len(second), beside: true, name: group.Name[at]}
			most := []int{100, 200, 300, 500}[d.IntN(4)]
			x.score = sign * []int{0, 50, 100, most}[d.IntN(4)]
			switch spelled {
			case 0, 1: // the most that can be given
				x.weight = most
			case 2: // without a full mark
				x.target = pick(d, group.Rule)
			case 3:
				x.weight, x.target = most, pick(d, group.Rule)
			}
			if x.score != 0 {
				x.actual = pick(d, group.Done)
			}
			d.got += x.score
			leaves = append(leaves, x)
		}
		first = append(first, pick(d, group.Level))
		second = append(second, []string{"", first[len(first)-1], pick(d, group.Second)}[d.IntN(3)])
	}
	return leaves, first, second
}

// given prints a weight, and nothing where there is none.
func (d *draw) given(v int) string {
	if v == 0 {
		return ""
	}
	return d.share(v)
}
