package read_test

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

var moreForms = flag.String("forms", "", "further sound forms to count, a pattern of text files")

// seen counts for one block how often a kind of cell stands in each column.
type seen struct {
	counts map[table.Look]map[string]int
	column map[string]int // cells of all kinds
	cost   func(k table.Kind, id string) int
}

func (s *seen) add(k table.Kind, id string) {
	if s.counts[k.Look] == nil {
		s.counts[k.Look] = map[string]int{}
	}
	s.counts[k.Look][id]++
	s.column[id]++
}

// TestCostsAgreeWithTheSamples holds the table of costs to what stands where in the
// samples, whose records the pages of testdata/truth hold: what stands somewhere
// costs less than a move, the column in which a kind of cell stands far more often
// costs no more, and one with room for it in which it never stands costs more. The
// frame of costs was set by hand; where the counts spoke against it (a figure above
// 100 is seldom a rate), it gave way.
func TestCostsAgreeWithTheSamples(t *testing.T) {
	const (
		far  = 3  // powers of two between two frequencies that order their costs
		many = 30 // cells of a kind, or of a column, that make "never" mean something
	)
	list, money := count(t)
	for _, s := range []*seen{list, money} {
		for look, columns := range s.counts {
			kind, all, most := table.Kind{Look: look}, 0, ""
			for id, n := range columns {
				all += n
				if most == "" || n > columns[most] {
					most = id
				}
			}
			for a, n := range columns {
				if c := s.cost(kind, a); c >= table.CostChange {
					t.Errorf("%s stands in %s, which costs %d", look, a, c)
				}
				for b, room := range s.column {
					if room < many {
						continue
					}
					bits := math.Log2(float64(n)+.5) - math.Log2(float64(columns[b])+.5)
					if x, y := s.cost(kind, a), s.cost(kind, b); bits >= far && x > y {
						t.Errorf("%s: %d in %s at %d, %d in %s at %d", look, n, a, x, columns[b], b, y)
					}
				}
			}
			for b, n := range s.column {
				if columns[b] == 0 && n >= many && all >= many && s.cost(kind, b) <= s.cost(kind, most) {
					t.Errorf("%s never stands in %s, which costs %d", look, b, s.cost(kind, b))
				}
			}
		}
	}
}

// count goes through the records of sound forms. Columns of money are told apart by
// what they hold.
func count(t *testing.T) (list, money *seen) {
	t.Helper()
	list = &seen{map[table.Look]map[string]int{}, map[string]int{}, table.Kind.Fit}
	money = &seen{map[table.Look]map[string]int{}, map[string]int{}, table.Kind.FitMoney}
	paths, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("samples: %v, %d found", err, len(paths))
	}
	if *moreForms != "" {
		more, err := filepath.Glob(*moreForms)
		if err != nil {
			t.Fatal(err)
		}
		paths = slices.Concat(paths, more)
	}
	lex := lexicon.Default()
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		_, forms := runText(t, string(data))
		for k := range forms {
			for _, f := range forms[k].Report.Fields() {
				column := f.Path.Column()
				it := table.NewItem(lex, f.Field.Text, 0, 1, 1, extract.Ref{})
				switch _, isMoney := f.Path.Fund(); {
				case f.Field.IsBlank() || f.Field.At == nil || column == "" || !f.Path.InTable():
				case !isMoney:
					list.add(it.Kind(lex), string(column))
				case !f.Field.IsFigure() || it.Figure().IsFigure(): // not 预算执行(20分), a label with its points
					money.add(it.Kind(lex), string(column))
				}
			}
		}
	}
	return list, money
}
