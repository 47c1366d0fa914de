package htmlin

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"ziping/extract/flow"
	"ziping/text/blank"
)

// Tables that are no <table>: elements that style sheets draw as one
// (display: table, table-row, table-cell), that say to be one (role="table",
// "row", "cell"), or that fill the columns of a grid one after another.

// part is what an element is in such a table.
type part uint8

const (
	noPart part = iota
	wholeTable
	rowGroup
	oneRow
	oneCell
	grid
	flex
)

var roles = map[string]part{
	"table": wholeTable, "grid": wholeTable, "treegrid": wholeTable, "rowgroup": rowGroup, "row": oneRow,
	"cell": oneCell, "gridcell": oneCell, "columnheader": oneCell, "rowheader": oneCell,
}

var displays = map[string]part{
	"table": wholeTable, "inline-table": wholeTable, "table-row-group": rowGroup, "table-header-group": rowGroup, "table-footer-group": rowGroup,
	"table-row": oneRow, "table-cell": oneCell, "grid": grid, "inline-grid": grid, "flex": flex, "inline-flex": flex,
}

// part tells by the role, which says it plainly, else by the style. Elements
// of real tables are what they are.
func (h rules) part(n *html.Node) part {
	switch n.DataAtom {
	case atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Body, atom.Html:
		return noPart
	}
	if p := roles[strings.ToLower(strings.TrimSpace(attr(n, "role")))]; p != noPart {
		return p
	}
	out := noPart
	if len(h) > 0 {
		for c := range strings.FieldsSeq(attr(n, "class")) {
			if r, ok := h[loose+"."+c]; ok {
				out = displays[property(r.declared, "display")]
			}
		}
	}
	h.each(n, func(declared string) {
		if d := property(declared, "display"); d != "" {
			out = displays[strings.TrimSuffix(d, "!important")]
		}
	})
	return out
}

// drawn adds an element as a table if it is drawn as one of two rows and two
// columns or more; smaller ones place things on a page.
func (r *run) drawn(n *html.Node, around style) bool {
	var rows [][]drawnCell
	var stray []*html.Node
	hidden := r.w.hidden
	switch r.w.rules.part(n) {
	case wholeTable:
		rows, stray = r.w.rowsOf(n, around.sight)
	case grid:
		rows = r.w.gridRows(n, around.sight)
	case flex:
		r.w.flexible(n)
	}
	wide := 0
	for _, row := range rows {
		if len(row) > 1 {
			wide++
		}
	}
	if len(rows) < 2 || wide < 2 || r.depth > flow.MaxDepth {
		r.w.hidden = hidden // it is read again
		return false
	}
	r.flush()
	for _, s := range stray { // as text between the rows of a real table
		r.node(s, style{sight: around.sight})
	}
	r.flush()
	var t flow.Table
	for _, cells := range rows {
		var row flow.Row
		for _, c := range cells {
			row.Cells = append(row.Cells, r.drawnCell(c.n, c.sight))
		}
		t.Rows = append(t.Rows, row)
	}
	r.out = append(r.out, flow.Block{Table: &t})
	return true
}

// drawnCell is a cell, and how it is seen.
type drawnCell struct {
	n     *html.Node
	sight sight
}

func (r *run) drawnCell(n *html.Node, s sight) flow.Cell {
	in := run{w: r.w, depth: r.depth + 1}
	in.inside(n, style{sight: s})
	in.flush()
	c := flow.Cell{Free: true, Blocks: in.out, RowSpan: 1, ColSpan: 1}
	if attr(n, "aria-colspan") != "" {
		c.ColSpan = max(1, spanOf(n, "aria-colspan", 1000))
	} else if span, ok := r.w.gridSpan(n, "grid-column"); ok {
		c.ColSpan = span
	}
	if attr(n, "aria-rowspan") != "" {
		c.RowSpan = spanOf(n, "aria-rowspan", 65534)
	}
	return c
}

// rowsOf collects the cells of each row. Elements between table, row and cell
// that are none of them are looked through; cells without a row make one. What
// holds text and no cell is stray.
func (w *walker) rowsOf(table *html.Node, around sight) (rows [][]drawnCell, stray []*html.Node) {
	cells := 0
	var look func(n *html.Node, around sight, inRow bool, depth int)
	look = func(n *html.Node, around sight, inRow bool, depth int) {
		open := inRow // a row that takes further cells
		for c := n.FirstChild; c != nil && depth < flow.MaxDepth; c = c.NextSibling {
			if c.Type == html.TextNode && !blank.None(c.Data) {
				stray = append(stray, c)
			}
			if c.Type != html.ElementNode {
				continue
			}
			l := w.rules.look(c)
			if l.gone {
				w.leftOut(c)
				continue
			}
			s := w.see(c, l, around)
			switch w.rules.part(c) {
			case oneRow:
				rows = append(rows, nil)
				look(c, s, true, depth+1)
				open = false
			case oneCell:
				if !open {
					rows, open = append(rows, nil), true
				}
				rows[len(rows)-1] = append(rows[len(rows)-1], drawnCell{c, s})
				cells++
			default:
				before, strays := cells, len(stray)
				if look(c, s, inRow, depth+1); before == cells && textOf(c) != "" {
					stray = append(stray[:strays], c)
				}
			}
		}
	}
	look(table, around, false, 0)
	return rows, stray
}

// gridRows deals the children of a grid to its columns. It is nil where the
// style does not say how many there are, or where to put a child.
func (w *walker) gridRows(n *html.Node, around sight) [][]drawnCell {
	template := ""
	w.rules.each(n, func(declared string) {
		if v := property(declared, "grid-template-columns"); v != "" {
			template = v
		}
	})
	columns := tracks(template)
	var rows [][]drawnCell
	room := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		l := w.rules.look(c)
		if l.gone {
			continue
		}
		span, ok := w.gridSpan(c, "grid-column")
		if down, single := w.gridSpan(c, "grid-row"); !ok || !single || down != 1 || columns < 2 || span > columns {
			w.unplaced += min(1, len(textOf(c)))
			return nil
		}
		if span > room {
			rows, room = append(rows, nil), columns
		}
		room -= span
		rows[len(rows)-1] = append(rows[len(rows)-1], drawnCell{c, w.see(c, l, around)})
	}
	return rows
}

// tracks counts the columns of grid-template-columns, written without blanks:
// only repeat(4,1fr) and lists of lengths can be told; 0 is unknown.
func tracks(template string) int {
	if in, ok := strings.CutPrefix(template, "repeat("); ok {
		count, size, _ := strings.Cut(strings.TrimSuffix(in, ")"), ",")
		if n, err := strconv.Atoi(count); err == nil && n > 0 && n <= 100 && tracks(size) == 1 {
			return n
		}
		return 0
	}
	n := 0
	for rest := template; rest != ""; n++ {
		if in, ok := strings.CutPrefix(rest, "minmax("); ok {
			_, rest, ok = strings.Cut(in, ")")
			if !ok {
				return 0
			}
			continue
		}
		if in, ok := strings.CutPrefix(rest, "auto"); ok {
			rest = in
			continue
		}
		number := len(rest) - len(strings.TrimLeft(rest, "0123456789."))
		unit := slices.IndexFunc(units, func(u string) bool { return strings.HasPrefix(rest[number:], u) })
		if number == 0 || unit < 0 {
			return 0
		}
		rest = rest[number+len(units[unit]):]
	}
	return n
}

var units = []string{"fr", "px", "%", "em", "rem", "pt", "vw", "mm", "cm", "ch"}

// gridSpan is how many columns or rows a child of a grid takes; ok is false
// where it names a line to stand at.
func (w *walker) gridSpan(n *html.Node, name string) (span int, ok bool) {
	value := ""
	w.rules.each(n, func(declared string) {
		for _, k := range []string{name, name + "-end", name + "-start"} {
			if v := property(declared, k); v != "" {
				value = v
			}
		}
	})
	if value == "" || value == "auto" {
		return 1, true
	}
	if count, is := strings.CutPrefix(value, "span"); is {
		if n, err := strconv.Atoi(count); err == nil && n > 0 && n <= 100 {
			return n, true
		}
	}
	return 0, false
}

// flexible counts rows of a flexible box that hold several texts: what stands
// under what in them nobody says.
func (w *walker) flexible(n *html.Node) {
	texts := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && textOf(c) != "" {
			texts++
		}
	}
	if texts > 1 {
		w.unplaced++
	}
}
