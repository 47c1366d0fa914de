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
func (r *run) table(n *html.Node) {
	var heads, bodies, feet []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && r.w.rules.hidden(c) && c.DataAtom != atom.Colgroup {
			r.w.leftOut(c)
			continue
		}
		switch c.DataAtom {
		case atom.Caption:
			r.children(c, style{})
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
			for c := g.FirstChild; c != nil; c = c.NextSibling {
				if c.DataAtom == atom.Tr {
					r.row(&t, c, group, g.DataAtom == atom.Thead)
				}
			}
		}
	}
	if len(t.Rows) > 0 {
		r.out = append(r.out, flow.Block{Table: &t})
	}
}

func (r *run) row(t *flow.Table, n *html.Node, group int, header bool) {
	if r.w.rules.hidden(n) {
		r.w.leftOut(n)
		return
	}
	if strut(n, "height") { // Word and Excel end tables with a row that only holds the columns apart
		return
	}
	row := flow.Row{Group: group, Header: header}
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
		if r.w.rules.hidden(c) {
			r.w.leftOut(c)
			continue
		}
		if strut(c, "width") {
			continue
		}
		in := run{w: r.w}
		in.children(c, style{pre: strings.Contains(compact(attr(c, "style")), "white-space:pre")})
		in.flush()
		row.Cells = append(row.Cells, flow.Cell{
			Free: true, Blocks: in.out,
			RowSpan: spanOf(c, "rowspan", 65534), ColSpan: max(1, spanOf(c, "colspan", 1000)),
		})
	}
	row.Header = row.Header || ths > 0 && tds == 0
	t.Rows = append(t.Rows, row)
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
