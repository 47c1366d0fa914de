package habit

import "ziping/normalize/table"

// Named lets cells from to to of a row stand only where its levels are, and the last of them
// where its name is, whatever cells the row has lost. One cell alone is free.
func Named(row *table.Sought, from, to int) {
	if to-from < 2 {
		return
	}
	fit, slots := row.Fit, row.Slots
	row.Fit = func(c, s int) int {
		if from <= c && c < to-1 && !isLevel(slots[s].ID) || c == to-1 && slots[s].ID != "name" {
			return table.Unfit
		}
		return fit(c, s)
	}
}
