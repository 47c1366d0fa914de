package slips

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ziping/internal/pipeline"
	"ziping/normalize"
	"ziping/score"
)

// TestSeveralSlips plants two or three slips at once. What must hold then: the
// findings are those of exact arithmetic; the repairs are together no larger
// than what was planted, and each combination of them leaves nothing broken; the
// planted cells are among them unless fewer cells explain the same; and what is
// said to be the only repair is what was planted or smaller.
func TestSeveralSlips(t *testing.T) {
	a, b := auditor(t), newBoard(t)
	rng := rand.New(rand.NewPCG(20261125, 6))
	for _, f := range load(t) {
		paths := f.Paths()
		for n := range 2 * *many {
			p, planted := f, map[string]string{}
			var words []string
			for len(planted) < 2+n%2 {
				path, kind := paths[rng.IntN(len(paths))], Kinds[rng.IntN(len(Kinds))]
				if _, twice := planted[path]; twice {
					continue
				}
				if text, ok := f.Slip(rng, kind, path); ok {
					planted[path] = f.Print(path)
					words = append(words, fmt.Sprintf("%s %s for %s", path, text, f.Print(path)))
					p = p.With(path, text)
				}
			}
			file := fileKinds[rng.IntN(len(fileKinds))]
			b.several(a, rng, f, p, file, planted, fmt.Sprintf("%s.%s %s", f.Name, file, strings.Join(words, ", ")))
		}
	}
	b.print()
	b.floor("applied", 0, 10000)
	b.floor("check ", 9900, 9900)
	b.floor("repair", 9900, 0)
	b.floor("read", 9900, 0)
}

func (b *board) several(a *pipeline.Auditor, rng *rand.Rand, f, p *Form, file string, planted map[string]string, where string) {
	r := audit(a, printers[file](b.t, p, rng), file)
	read := b.line("read")
	read.want++
	for path := range planted {
		if r == nil || !reads(r, path, p.Print(path)) {
			b.tell("%s: %s not read as printed", where, path)
			return
		}
	}
	read.right++
	b.applied(r, planted, where)
	if len(b.findings(r, p, where)) == 0 {
		return
	}
	decided := b.line("repair decided")
	decided.want++
	groups, ok := solutionsOf(r)
	if !ok {
		b.tell("%s: not decided", where)
		return
	}
	decided.right++
	size := 0
	for _, g := range groups {
		size += len(g[0].Edits)
	}
	l := b.line("repair no larger")
	l.want++
	if size > len(planted) {
		b.tell("%s: got %d cells in %v, want at most those planted", where, size, edits(r))
		return
	}
	l.right++
	if size < len(planted) {
		return // some of what was planted breaks nothing, or fewer cells explain it
	}
	l = b.line("repair has the planted")
	l.want++
	left := len(planted)
	for _, g := range groups {
		for _, x := range g {
			mine := 0
			for _, e := range x.Edits {
				if w, ok := planted[e.Field.String()]; ok && same(e.New, e.Interval, w, e.Field.Column().Kind() == normalize.Rate) {
					mine++
				}
			}
			if mine == len(x.Edits) {
				left -= mine
				break
			}
		}
	}
	if left == 0 {
		l.right++
	} else {
		b.tell("%s: the planted cells are not among %v", where, edits(r))
	}
	l = b.line("repair claims nothing else")
	l.want++
	for _, x := range r.Repairs {
		for _, e := range x.Edits {
			if _, ok := planted[e.Field.String()]; x.Unique && !ok {
				b.tell("%s: got %v for the only repair", where, edits(r))
				return
			}
		}
	}
	l.right++
}

// solutionsOf are the repairs of a report by fault; ok is false
// where one says that nothing was decided.
func solutionsOf(r *score.Report) (groups [][]*score.Repair, ok bool) {
	at := map[int]int{}
	for i := range r.Repairs {
		x := &r.Repairs[i]
		if len(x.Edits) == 0 {
			return nil, false
		}
		k, seen := at[x.Fault]
		if !seen {
			k = len(groups)
			at[x.Fault] = k
			groups = append(groups, nil)
		}
		groups[k] = append(groups[k], x)
	}
	return groups, true
}
