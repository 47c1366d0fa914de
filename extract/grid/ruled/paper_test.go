package ruled

import (
	"fmt"
	"sort"
	"strings"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/piece"
	"ziping/extract/grid/sheet"
	"ziping/extract/grid/words"
)

// em is how high characters are below; they are as wide or, those of ASCII, half.
const em = 10.0

// drawn is a page with lines of texts: the height of the line's middle, then texts and
// where they begin, as in "100 50 项目 150 12.5". "─ 100 50 300" is a ruling at a height,
// from left to right, and "│ 50 100 200" an upright one.
func drawn(lines ...string) *sheet.Sheet {
	p := page.Page{Number: 1, Width: 600, Height: 800}
	for _, line := range lines {
		f := strings.Fields(line)
		var at, from, to float64
		switch f[0] {
		case "─":
			fmt.Sscan(strings.Join(f[1:], " "), &at, &from, &to)
			p.Rules = append(p.Rules, page.Rule{X0: from, Y0: at, X1: to, Y1: at})
		case "│":
			fmt.Sscan(strings.Join(f[1:], " "), &at, &from, &to)
			p.Rules = append(p.Rules, page.Rule{X0: at, Y0: from, X1: at, Y1: to})
		default:
			fmt.Sscan(f[0], &at)
			for k := 1; k+1 < len(f); k += 2 {
				fmt.Sscan(f[k], &from)
				for _, r := range f[k+1] {
					w := em
					if r < 0x80 {
						w = em / 2
					}
					p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Size: em, Box: extract.Box{from, at - em/2, from + w, at + em/2}})
					from += w
				}
			}
		}
	}
	return sheet.NewDocument([]page.Page{p}, words.Known(), nil, nil).Sheets[0]
}

// grid are the rulings of all places between some edges.
func grid(xs, ys []float64) (out []string) {
	for _, y := range ys {
		out = append(out, fmt.Sprintf("─ %g %g %g", y, xs[0], xs[len(xs)-1]))
	}
	for _, x := range xs {
		out = append(out, fmt.Sprintf("│ %g %g %g", x, ys[0], ys[len(ys)-1]))
	}
	return out[:len(out):len(out)]
}

// shown are the cells of pieces, each with its place and the lines of its text.
func shown(pieces []*piece.Piece) string {
	var all []string
	for _, p := range pieces {
		sort.SliceStable(p.Cells, func(i, j int) bool {
			a, b := &p.Cells[i], &p.Cells[j]
			return a.Row < b.Row || a.Row == b.Row && a.Col < b.Col
		})
		var out []string
		for k := range p.Cells {
			c := &p.Cells[k]
			s := fmt.Sprintf("%d,%d", c.Row, c.Col)
			if c.Rows > 1 || c.Cols > 1 {
				s += fmt.Sprintf(" %d×%d", c.Rows, c.Cols)
			}
			var lines []string
			for i := range c.Lines {
				lines = append(lines, p.Sheet.PlainText(c.Lines[i].Glyphs))
			}
			out = append(out, strings.TrimSpace(s+" "+strings.Join(lines, "/")))
		}
		all = append(all, strings.Join(out, "; "))
	}
	return strings.Join(all, "\n")
}

func found(lines ...string) string { return shown(Pieces(drawn(lines...), nil, extract.Limits{})) }
