package read_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/internal/pipeline"
	"ziping/normalize"
	"ziping/normalize/read"
)

// tear puts line ends into the words of some cells, seldom between two of their lines
// an empty one.
func tear(rng *rand.Rand, cell string, often float64) string {
	r := []rune(cell)
	if len(r) < 4 || rng.Float64() > often || !unicode.Is(unicode.Han, r[0]) {
		return cell
	}
	at := 1 + rng.IntN(len(r)-1)
	if unicode.IsDigit(r[at-1]) || unicode.IsDigit(r[at]) {
		return cell
	}
	return string(r[:at]) + []string{"\n", "\n", "\n\n"}[rng.IntN(3)] + string(r[at:])
}

// Sound forms with line ends inside their cells, as people copy them, are read as they
// were: quoted, drawn with |, and as bare tabs.
func TestTornCells(t *testing.T) {
	wide := func(rows [][]string, cell func(string) string, begin, between, end string) string {
		most := 0
		for _, r := range rows {
			most = max(most, len(r))
		}
		var b strings.Builder
		for n, r := range rows {
			cells := make([]string, most)
			for k, c := range r {
				if cells[k] = c; n > 1 { // a title is not told from the lines above the table
					cells[k] = cell(c)
				}
			}
			b.WriteString(begin + strings.Join(cells, between) + end + "\n")
		}
		return b.String()
	}
	for name, of := range map[string]func(rng *rand.Rand, rows [][]string) string{
		"quoted tabs": func(rng *rand.Rand, rows [][]string) string {
			return wide(rows, func(c string) string {
				if c = tear(rng, c, 0.3); strings.Contains(c, "\n") {
					return `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
				}
				return c
			}, "", "\t", "")
		},
		"drawn": func(rng *rand.Rand, rows [][]string) string {
			return wide(rows, func(c string) string { return tear(rng, c, 0.15) }, "", " | ", " |")
		},
		"bordered": func(rng *rand.Rand, rows [][]string) string {
			return wide(rows, func(c string) string { return tear(rng, c, 0.15) }, "| ", " | ", " |")
		},
		"bare tabs": func(rng *rand.Rand, rows [][]string) string {
			return wide(rows, func(c string) string { return tear(rng, c, 0.02) }, "", "\t", "")
		},
	} {
		rng := rand.New(rand.NewPCG(14, 20261129))
		right, all, wrong := 0, 0, 0
		for _, f := range soundForms(t) {
			for range 3 {
				text := of(rng, tornRows(f.text))
				doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits(), Heading: pipeline.Heading})
				if err != nil {
					t.Fatal(err)
				}
				var got map[string]string
				if forms := read.Run(doc, read.Options{}); len(forms) > 0 {
					got = valuesOf(forms[0].Report)
				}
				for path, want := range valuesOf(load(t, f.text)) {
					all++
					switch g, ok := got[path]; {
					case g == want:
						right++
					case ok:
						wrong++
						t.Logf("%s, %s: %s is %q, want %q", name, f.name, path, g, want)
					}
				}
			}
		}
		t.Logf("%s: %d of %d fields right, %d wrong", name, right, all, wrong)
		if right*1000 < all*995 || wrong*1000 > all {
			t.Errorf("%s: %d of %d fields right, %d wrong", name, right, all, wrong)
		}
	}
}

// valuesOf are the fields of a record that were read, without the blanks in them.
func valuesOf(r normalize.Report) map[string]string {
	out := map[string]string{}
	for _, f := range r.Fields() {
		if f.Field.State == normalize.Parsed && !strings.Contains(f.Path.String(), "other[") {
			out[f.Path.String()] = strings.Join(strings.Fields(f.Field.Value), "")
		}
	}
	return out
}

// tornRows are the rows of a tabbed text, cells and all.
func tornRows(text string) (rows [][]string) {
	for l := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		rows = append(rows, strings.Split(l, "\t"))
	}
	return rows
}
