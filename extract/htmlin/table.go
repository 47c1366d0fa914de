package htmlin

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"ziping/extract/flow"
)

// table adds a table, its captions before it. The rows of the first heading
// come first and those of the first foot last, wherever they stand in the file;
// further ones stay where they are, as in a browser.
func (r *run) table(n *html.Node, s style) {
	var heads, bodies, feet []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && r.w.rules.look(c).gone && c.DataAtom != atom.Colgroup {
			r.w.leftOut(c)
			continue
		}
		switch c.DataAtom {
		case atom.Caption:
			r.children(c, style{sight: r.w.see(c, r.w.rules.look(c), s.sight)})
			r.flush()
		case atom.Thead:
			if heads == nil {
				heads = append(heads, c)
				continue
			}
			bodies = append(bodies, c)
		case atom.Tfoot:
			if feet == nil {
				feet = append(feet, c)
				continue
			}
			bodies = append(bodies, c)
		case atom.Tbody:
			bodies = append(bodies, c)
		}
	}
	var t flow.Table
	var out []bool
	group := 0
	for _, groups := range [][]*html.Node{heads, bodies, feet} {
		for _, g := range groups {
			group++
			l := r.w.rules.look(g)
			in := rowStyle{group, g.DataAtom == atom.Thead, r.w.see(g, l, s.sight), l.collapsed()}
			for c := g.FirstChild; c != nil; c = c.NextSibling {
				if c.DataAtom == atom.Tr {
					out = r.row(&t, c, in, out)
				}
			}
		}
	}
	settle(&t, out)
	if len(t.Rows) > 0 {
		r.out = append(r.out, flow.Block{Table: &t})
	}
}

// rowStyle is what a row has of the group it is in.
type rowStyle struct {
	group     int
	header    bool
	sight     sight
	collapsed bool
}

// row adds a row to a table, and to out whether it was taken out of it.
func (r *run) row(t *flow.Table, n *html.Node, in rowStyle, out []bool) []bool {
	l := r.w.rules.look(n)
	if l.gone {
		r.w.leftOut(n)
		return out
	}
	if strut(n, "height") { // Word and Excel end tables with a row that only holds the columns apart
		return out
	}
	around := r.w.see(n, l, in.sight)
	row := flow.Row{Group: in.group, Header: in.header}
	ths, tds := 0, 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Td:
			tds++
		case atom.Th:
			ths++
		default:
			continue
		}
		l := r.w.rules.look(c)
		if l.gone {
			r.w.leftOut(c)
			continue
		}
		if strut(c, "width") {
			continue
		}
		cell := run{w: r.w}
		cell.children(c, style{pre: strings.Contains(compact(attr(c, "style")), "white-space:pre"), sight: r.w.see(c, l, around)})
		cell.flush()
		row.Cells = append(row.Cells, flow.Cell{
			Free: true, Blocks: cell.out,
			RowSpan: spanOf(c, "rowspan", 65534), ColSpan: max(1, spanOf(c, "colspan", 1000)),
		})
	}
	row.Header = row.Header || ths > 0 && tds == 0
	gone := (l.collapsed() || in.collapsed && around != seen) && collapses(&row)
	if !gone {
		t.Rows = append(t.Rows, row)
	}
	return append(out, gone)
}

// collapses reports a row that is taken out of its table. It stays where cells of
// it reach further down themselves, or where text in it is seen, blank or not.
func collapses(row *flow.Row) bool {
	for i := range row.Cells {
		if row.Cells[i].RowSpan != 1 || len(row.Cells[i].Blocks) > 0 {
			return false
		}
	}
	return true
}

// settle shortens the cells that reach over rows taken out: out tells of each row,
// in the order of the file, whether it was.
func settle(t *flow.Table, out []bool) {
	before := make([]int, len(out)+1) // rows taken out before each
	for i, gone := range out {
		before[i+1] = before[i]
		if gone {
			before[i+1]++
		}
	}
	row := 0
	for i, gone := range out {
		if gone {
			continue
		}
		for k := range t.Rows[row].Cells {
			if span := &t.Rows[row].Cells[k].RowSpan; *span > 1 {
				*span -= before[min(i+*span, len(out))] - before[i+1]
			}
		}
		row++
	}
}

// strut reports a row or cell of no size and without text.
func strut(n *html.Node, size string) bool { return attr(n, size) == "0" && textOf(n) == "" }

// spanOf reads a span as browsers do: nonsense is 1, rowspan 0 stays 0, and
// what is too large is cut.
func spanOf(n *html.Node, name string, limit int) int {
	s := strings.TrimSpace(attr(n, name))
	end := 0
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if end == 0 {
		return 1
	}
	v, err := strconv.Atoi(s[:end])
	if err != nil {
		return limit
	}
	return min(v, limit)
}
