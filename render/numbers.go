package render

import (
	"fmt"
	"slices"
	"strings"
)

// Run is some numbers that follow each other, as they are written: 1–3 and what parts
// them from the next.
type Run struct {
	Text  string
	First int
}

// Runs writes 1, 2, 3, 7 as "[1–3, " and "7]".
func Runs(ns []int) []Run {
	ns = slices.Compact(slices.Sorted(slices.Values(ns)))
	var out []Run
	for i := 0; i < len(ns); {
		j := i
		for j+1 < len(ns) && ns[j+1] == ns[j]+1 {
			j++
		}
		if j-i >= 2 {
			out = append(out, Run{fmt.Sprintf("%d–%d, ", ns[i], ns[j]), ns[i]})
		} else {
			for k := i; k <= j; k++ {
				out = append(out, Run{fmt.Sprintf("%d, ", ns[k]), ns[k]})
			}
		}
		i = j + 1
	}
	if len(out) > 0 {
		out[0].Text = "[" + out[0].Text
		last := &out[len(out)-1]
		last.Text = strings.TrimSuffix(last.Text, ", ") + "]"
	}
	return out
}

// Compact writes 1, 2, 3, 7 as [1–3, 7].
func Compact(ns []int) string {
	s := ""
	for _, r := range Runs(ns) {
		s += r.Text
	}
	return s
}
