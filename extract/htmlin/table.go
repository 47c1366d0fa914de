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
	group := 0
	for _, groups := range [][]*html.Node{heads, bodies, feet} {
		for _, g := range groups {
			group++
			l := r.w.rules.look(g)
			in := rowStyle{group, g.DataAtom == atom.Thead, r.w.see(g, l, s.sight), l.collapsed()}
			for c := g.FirstChild; c != nil; c = c.NextSibling {
				if c.DataAtom == atom.Tr {
					r.row(&t, c, in)
				}
			}
		}
	}
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

func (r *run) row(t *flow.Table, n *html.Node, in rowStyle) {
	l := r.w.rules.look(n)
	if l.gone {
		r.w.leftOut(n)
		return
	}
	if strut(n, "height") { // Word and Excel end tables with a row that only holds the columns apart
		return
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
	if (l.collapsed() || in.collapsed && around != seen) && collapse(t, &row) {
		return
	}
	t.Rows = append(t.Rows, row)
}

// collapse takes a row out of its table: cells above that reach over it lose
// one row. It is refused where cells of the row reach further down themselves,
// or where text in it is seen: such a row stays, blank or not.
func collapse(t *flow.Table, row *flow.Row) bool {
	for i := range row.Cells {
		if row.Cells[i].RowSpan != 1 || len(row.Cells[i].Blocks) > 0 {
			return false
		}
	}
	for i := range t.Rows {
		above := &t.Rows[len(t.Rows)-1-i]
		if above.Group != row.Group {
			break
		}
		for k := range above.Cells {
			if span := &above.Cells[k].RowSpan; *span > i+1 {
				*span--
			}
		}
	}
	return true
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
