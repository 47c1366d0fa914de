package textout

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/render/screen"
	"ziping/score"
)

// piece is one cell of a row as it is shown.
type piece struct {
	col    int
	text   string
	mark   bool   // a finding points at it
	within string // the part of it the finding speaks of, "" for all
}

const between = " │ "

// picture writes the row as printed, with carets under the figures.
func (p *printer) picture(g render.Group) {
	pieces := shown{p.in.Document, p.moves}.pieces(g)
	if !slices.ContainsFunc(pieces, func(x piece) bool { return x.mark }) {
		return
	}
	lead := "    " + p.find.Row(&g.Row) + between
	for _, part := range parts(pieces, p.Width-screen.Width(lead)) {
		p.pictureLine(lead, part)
		lead = strings.Repeat(" ", screen.Width(lead)-screen.Width(between)) + between
	}
}

func (p *printer) pictureLine(lead string, pieces []piece) {
	text, carets := lead, strings.Repeat(" ", screen.Width(lead))
	for i, x := range pieces {
		if i > 0 {
			text += between
			carets += strings.Repeat(" ", screen.Width(between))
		}
		text += x.text
		carets += underline(x)
	}
	p.line(p.paint(dim, lead) + strings.TrimPrefix(text, lead))
	if strings.Contains(carets, "^") {
		p.line(p.paint(red, carets))
	}
}

// parts are a row's pieces on one line, or on several where the cells that
// findings point at are too many to stand whole on one.
func parts(pieces []piece, width int) [][]piece {
	marked := func(ps []piece) (texts []string) {
		for _, x := range ps {
			if x.mark {
				texts = append(texts, x.text)
			}
		}
		return texts
	}
	whole := fit(pieces, width)
	if len(marked(pieces)) < 2 || slices.Equal(marked(whole), marked(pieces)) {
		return [][]piece{whole}
	}
	var out [][]piece
	var line []piece
	last := -1 // the piece that was put in last
	for i, x := range pieces {
		if !x.mark && i > 0 {
			continue
		}
		var next []piece
		if i > last+1 {
			next = append(next, piece{text: "…"}) // what is left out is seen to be
		}
		next = append(next, x)
		if w := lineWidth(slices.Concat(line, next)); w > width && len(marked(line)) > 0 {
			out, line = append(out, fit(line, width)), nil
		}
		line, last = append(line, next...), i
	}
	if last < len(pieces)-1 {
		line = append(line, piece{text: "…"})
	}
	return append(out, fit(line, width))
}

// lineWidth is the width of pieces side by side.
func lineWidth(pieces []piece) int {
	n := (len(pieces) - 1) * screen.Width(between)
	for _, x := range pieces {
		n += screen.Width(x.text)
	}
	return n
}

// shown is what a form's rows are shown from: the text, and what was put back
// into rows where it has no columns.
type shown struct {
	doc   *extract.Document
	moves []normalize.Move
}

// pieces are the cells of the group's row, or the text of its line.
func (s shown) pieces(g render.Group) []piece {
	if s.doc == nil {
		return nil
	}
	if g.Row.IsLine() {
		if g.Row.Line < 0 || g.Row.Line >= len(s.doc.Lines) {
			return nil
		}
		return s.lineContext(g)
	}
	if g.Row.Table >= len(s.doc.Tables) {
		return nil
	}
	cells := s.doc.Tables[g.Row.Table].Cells
	if s.doc.OneByOne(g.Row.Table) {
		return s.putBack(g, cells)
	}
	at, _ := slices.BinarySearchFunc(cells, g.Row.Row, func(c extract.Cell, row int) int { return c.Row - row })
	var out []piece
	for _, c := range cells[at:] {
		if c.Row != g.Row.Row {
			break
		}
		x := piece{col: c.Col, text: screen.Clean(c.Text)}
		for _, f := range g.Findings {
			if f.At.Col == c.Col {
				x.mark, x.within = true, partOf(x.text, f)
			}
		}
		if x.text != "" || x.mark {
			out = append(out, window(x))
		}
	}
	return out
}

// shortLine is the width up to which a line is a cell of a text without columns.
const shortLine = 24

// lineContext is a line, with the cells before it in its row where the text has
// a cell to a line: 总分 │ 100 │ 98.
func (s shown) lineContext(g render.Group) []piece {
	lines := s.doc.Lines
	at := g.Row.Line
	own := window(piece{text: screen.Clean(lines[at].Text), mark: true, within: g.Findings[0].Stated})
	if len(s.doc.Tables) > 0 || screen.Width(own.text) > shortLine {
		return []piece{own}
	}
	from, to := max(0, at-2), at+1
	for _, m := range s.moves {
		if m.At.IsLine() && m.At.Line <= at && at < m.At.Line+len(m.Cells) {
			from, to = m.At.Line, min(len(lines), m.At.Line+len(m.Cells))
		}
	}
	var out []piece
	for n := from; n < to; n++ {
		x := own
		if n != at {
			x = window(piece{col: n, text: screen.Clean(lines[n].Text)})
		}
		out = append(out, x)
	}
	return out
}

// putBack are the cells of the row that a cell of a text without columns was
// put back into.
func (s shown) putBack(g render.Group, cells []extract.Cell) []piece {
	from, to := max(0, g.Row.Row-2), g.Row.Row+1
	at, _ := slices.BinarySearchFunc(cells, g.Row.Row, func(c extract.Cell, row int) int { return c.Row - row })
	for _, m := range s.moves {
		first, ok := slices.BinarySearchFunc(cells, m.At.Row, func(c extract.Cell, row int) int { return c.Row - row })
		if ok && m.At.Table == g.Row.Table && first <= at && at < first+len(m.Cells) && first+len(m.Cells) <= len(cells) {
			from, to = m.At.Row, cells[first+len(m.Cells)-1].Row+1
		}
	}
	var out []piece
	for _, c := range cells {
		if c.Row >= from && c.Row < to && c.Text != "" {
			x := piece{col: len(out), text: screen.Clean(c.Text), mark: c.Row == g.Row.Row}
			if x.mark {
				x.within = partOf(x.text, g.Findings[0])
			}
			out = append(out, window(x))
		}
	}
	return out
}

// partOf is the part of a long cell that a finding speaks of.
func partOf(text string, f score.Finding) string {
	if s := screen.Clean(f.Stated); s != "" && strings.Contains(text, s) && screen.Width(text) > mostCell {
		return s
	}
	return ""
}

// mostCell is how much of one cell is shown.
const mostCell = 30

// window cuts a long cell to what is around the part a finding speaks of.
func window(x piece) piece {
	if screen.Width(x.text) <= mostCell {
		return x
	}
	at := strings.Index(x.text, x.within)
	if x.within == "" || at < 0 {
		x.text = screen.Cut(x.text, mostCell)
		x.within = ""
		return x
	}
	before := []rune(x.text[:at])
	from := len(before)
	for w := 0; from > 0 && w+screen.RuneWidth(before[from-1]) <= mostCell/2; from-- {
		w += screen.RuneWidth(before[from-1])
	}
	cut := string(before[from:]) + x.text[at:]
	if from > 0 {
		cut = "…" + cut
	}
	x.text = screen.Cut(cut, mostCell+screen.Width(x.within))
	return x
}

// fit makes pieces as wide as the terminal at most: first cells that nothing
// points at grow short, then those on the right go, then those on the left but
// the first, which says what row it is.
func fit(pieces []piece, width int) []piece {
	pieces = slices.Clone(pieces)
	total := func() int { return lineWidth(pieces) }
	for i := range pieces {
		if total() <= width {
			return pieces
		}
		if !pieces[i].mark {
			pieces[i].text = screen.Cut(pieces[i].text, 14)
		}
	}
	for last := len(pieces) - 1; total() > width && last > 0 && !pieces[last].mark; last-- {
		pieces = append(pieces[:last:last], piece{text: "…"})
	}
	for total() > width && len(pieces) > 2 && !pieces[1].mark {
		if pieces[1].text == "…" {
			if len(pieces) < 4 || pieces[2].mark {
				break
			}
			pieces = slices.Delete(pieces, 2, 3)
			continue
		}
		pieces[1] = piece{text: "…"}
	}
	for i := range pieces {
		if over := total() - width; over > 0 {
			pieces[i].text = screen.Cut(pieces[i].text, max(6, screen.Width(pieces[i].text)-over))
		}
	}
	return pieces
}

// underline is what stands under a piece: carets where a finding points.
func underline(x piece) string {
	n := screen.Width(x.text)
	if !x.mark || n == 0 {
		return strings.Repeat(" ", n)
	}
	if at := strings.Index(x.text, x.within); x.within != "" && at >= 0 {
		left, w := screen.Width(x.text[:at]), screen.Width(x.within)
		return strings.Repeat(" ", left) + strings.Repeat("^", w) + strings.Repeat(" ", n-left-w)
	}
	return strings.Repeat("^", n)
}
