package join

import "ziping/extract/grid/sheet"

// behindTitle is how many rows behind its title tell one form from the next.
const behindTitle = 4

// titleAgain reports whether a piece begins with the title of the table alone, which
// a program prints again on each page as it does headings: the page before was full,
// and what comes behind the title is nothing that the form begins with.
func titleAgain(t, p *growing) bool {
	a, b := t.corner(), p.corner()
	if a == nil || b == nil || a.Key() == "" || a.Key() != b.Key() || !title(t, a) || !title(p, b) || p.Rows < 2 {
		return false
	}
	last, ys := t.Last, p.First.Ys
	if last.Sheet.Page.Height-ys[0]-last.Box()[3] >= ys[2]-ys[1]+p.First.Sheet.Em {
		return false
	}
	begins := map[string]bool{}
	for _, e := range t.early {
		if key := e.Key(); e.Row > 0 && e.Row <= behindTitle && key != "" && !sheet.Amount(key) {
			begins[key] = true
		}
	}
	for _, e := range p.early {
		if e.Row > 0 && e.Row <= behindTitle && begins[e.Key()] {
			return false
		}
	}
	return true
}
