package slips

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ziping/normalize"
)

// TestWholeRows plants what befalls whole rows of money: one copied into the
// next, one left at 0. Every finding must come and no other; the repairs are no
// larger than the row.
func TestWholeRows(t *testing.T) {
	a, b := auditor(t), newBoard(t)
	rng := rand.New(rand.NewPCG(20261125, 8))
	for _, f := range load(t) {
		if f.Sound.Funds == nil {
			continue
		}
		rows := f.Sound.Funds.Rows
		for i := range rows {
			for _, kind := range []string{"copied", "left at 0"} {
				p, planted := f, map[string]string{}
				for _, c := range normalize.FundColumns {
					if c == normalize.Weight || c == normalize.Score {
						continue
					}
					path := normalize.FundPath(rows[i].Source, c).String()
					if f.cell(path) < 0 || f.Figures[path].v == nil {
						continue
					}
					text := "0.00"
					if kind == "copied" {
						if i == 0 {
							continue
						}
						from := normalize.FundPath(rows[i-1].Source, c).String()
						if f.cell(from) < 0 || f.Figures[from].v == nil {
							continue
						}
						text = f.Print(from)
					}
					if n, _ := parseFigure(text); n.v.Cmp(f.Figures[path].v) == 0 {
						continue
					}
					planted[path] = f.Print(path)
					p = p.With(path, text)
				}
				if len(planted) == 0 {
					continue
				}
				file := fileKinds[rng.IntN(len(fileKinds))]
				where := fmt.Sprintf("%s.%s %s %s", f.Name, file, rows[i].Source, kind)
				r := audit(a, printers[file](t, p, rng), file)
				l := b.line("read")
				l.want++
				if r == nil {
					b.tell("%s: no form", where)
					continue
				}
				l.right++
				if len(b.findings(r, p, where)) == 0 {
					continue
				}
				groups, ok := solutionsOf(r)
				size := 0
				for _, g := range groups {
					size += len(g[0].Edits)
				}
				l = b.line("repair " + kind)
				l.want++
				if !ok || size > len(planted) {
					b.tell("%s: got %s, want at most %d cells", where, strings.Join(edits(r), "; "), len(planted))
					continue
				}
				l.right++
			}
		}
	}
	b.print()
	b.floor("check ", 9900, 9900)
	b.floor("repair", 9900, 0)
	b.floor("read", 10000, 0)
}
