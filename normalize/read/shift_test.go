package read_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
)

// Rows copied from a page lose blank cells in front, gain one, or lose some in
// front and keep others: the nine rows of samples/fuzhou-hrss-2023.txt show
// each of these. Here the rows of sound forms are shifted in these ways at
// random, with a fixed seed, and the records must come out as before. A refused
// row (a cell left unplaced) is honest; a wrong record is not.

const shiftedForms = 600

func TestRandomShifts(t *testing.T) {
	forms := soundForms(t)
	rng := rand.New(rand.NewPCG(20230101, 7))
	right, refused, wrong, rows := 0, 0, 0, 0
	for n := range shiftedForms {
		f := forms[n%len(forms)]
		text, moved := shiftRows(rng, f.text)
		rows += moved
		got := load(t, text)
		switch diff := compareRecords(f.fields, got); {
		case diff == "":
			right++
		case len(got.Unplaced) > 0 && !strings.Contains(diff, "≠"):
			refused++
		default:
			wrong++
			t.Errorf("form %d (%s): %s", n, f.name, diff)
		}
	}
	t.Logf("%d forms with %d shifted rows: right %d, refused %d, wrong %d", shiftedForms, rows, right, refused, wrong)
	if refused*20 > shiftedForms {
		t.Errorf("refused %d of %d forms, want at most one in twenty", refused, shiftedForms)
	}
}

type soundForm struct {
	name, text string
	fields     map[string]string
}

func soundForms(t *testing.T) []soundForm {
	t.Helper()
	paths, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(paths) < 5 {
		t.Fatalf("samples: %v, %d found", err, len(paths))
	}
	var out []soundForm
	for _, p := range paths {
		if strings.Contains(p, "fuzhou") || strings.Contains(p, "report") {
			continue // is shifted as it stands; is mostly words
		}
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		r := load(t, string(data))
		if len(r.Unplaced)+len(r.Moves) > 0 {
			t.Fatalf("%s: %d cells unplaced, %d rows moved; want none", p, len(r.Unplaced), len(r.Moves))
		}
		out = append(out, soundForm{filepath.Base(p), string(data), records(r)})
	}
	return out
}

func load(t *testing.T, text string) normalize.Report {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	forms := read.Run(doc, read.Options{})
	if len(forms) != 1 {
		t.Fatalf("got %d forms, want 1", len(forms))
	}
	return forms[0].Report
}

// shiftRows shifts about a third of the rows with figures.
func shiftRows(rng *rand.Rand, text string) (string, int) {
	lines := strings.Split(text, "\n")
	moved := 0
	run := 0 // a shift often goes on for several rows
	for i, l := range lines {
		cells := strings.Split(strings.TrimRight(l, "\t"), "\t")
		filled := 0
		for _, c := range cells {
			if c != "" {
				filled++
			}
		}
		lead := 0
		for lead < len(cells) && cells[lead] == "" {
			lead++
		}
		if lead == 0 || filled < 4 || strings.Contains(l, "①") && strings.Contains(l, "②") || strings.Contains(l, "指标名称") || strings.Contains(l, "三级指标") {
			continue // a heading or a row of the head
		}
		if cells[lead][0] < 0x80 {
			continue // bare figures: nothing in such a row shows that it was shifted
		}
		if run == 0 {
			if rng.IntN(3) > 0 {
				continue
			}
			run = 1 + rng.IntN(3)
		}
		run--
		cells = shiftCells(rng, cells, lead)
		lines[i] = strings.Join(cells, "\t")
		moved++
	}
	return strings.Join(lines, "\n"), moved
}

// records are the values of all fields by path.
func records(r normalize.Report) map[string]string {
	out := map[string]string{}
	for _, f := range r.Fields() {
		if f.Field.State != normalize.Parsed {
			continue
		}
		c := *f.Field
		c.At = nil
		b, _ := json.Marshal(c)
		out[f.Path.String()] = string(b)
	}
	return out
}

// compareRecords describes the first difference: "a ≠ b" where a value is
// wrong or invented, without that sign where it is only missing.
func compareRecords(want map[string]string, r normalize.Report) string {
	got := records(r)
	missing := ""
	for path, w := range want {
		g, ok := got[path]
		switch {
		case !ok:
			missing = fmt.Sprintf("%s is missing", path)
		case g != w:
			return fmt.Sprintf("%s: %s ≠ %s", path, g, w)
		}
	}
	for path, g := range got {
		if _, ok := want[path]; !ok {
			return fmt.Sprintf("%s: %s ≠ nothing", path, g)
		}
	}
	return missing
}

// shiftCells shifts one row whose first cell stands behind lead blanks.
func shiftCells(rng *rand.Rand, cells []string, lead int) []string {
	switch rng.IntN(4) {
	case 0, 1: // blanks in front are lost
		cells = cells[1+rng.IntN(lead):]
	case 2: // one too many
		cells = append([]string{""}, cells...)
	case 3: // all are lost, and some come back behind the first cell
		if lead < 2 {
			cells = cells[lead:]
			break
		}
		back := 1 + rng.IntN(lead-1)
		rest := cells[lead:]
		cells = append([]string{rest[0]}, make([]string, back)...)
		cells = append(cells, rest[1:]...)
	}
	return cells
}
