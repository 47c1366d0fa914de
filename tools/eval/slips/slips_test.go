package slips

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin"
	"ziping/internal/pipeline"
	"ziping/internal/ready"
	"ziping/normalize"
	"ziping/score"
	"ziping/text/num"
	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/produce"
)

var (
	many = flag.Int("slips", 1, "slips of each kind on each form and in each kind of file")
	told = flag.Int("told", 25, "how many misses are told one by one")
)

// load is the sound samples. The customer's form has slips of its own, the
// report is mostly words.
func load(t testing.TB) []*Form {
	t.Helper()
	list, err := Load(os.DirFS("../../../samples"), "fuzhou", "report")
	if err != nil || len(list) < 15 {
		t.Fatalf("samples: %v, %d found", err, len(list))
	}
	return list
}

// printers are the kinds of files that forms are read from.
var printers = map[string]func(testing.TB, *Form, *rand.Rand) []byte{
	"txt":    func(_ testing.TB, f *Form, _ *rand.Rand) []byte { return []byte(f.Tabs()) },
	"ragged": func(_ testing.TB, f *Form, rng *rand.Rand) []byte { return []byte(f.Ragged(rng)) },
	"html": func(_ testing.TB, f *Form, _ *rand.Rand) []byte {
		return produce.WebPage([]*forms.Form{f.Form()}, looks.All[0])
	},
	"xlsx": func(t testing.TB, f *Form, _ *rand.Rand) []byte {
		data, err := produce.Workbook([]*forms.Form{f.Form()}, looks.All[0])
		if err != nil {
			t.Fatal(err)
		}
		return data
	},
	"pdf": func(t testing.TB, f *Form, rng *rand.Rand) []byte {
		list := []*forms.Form{f.Form()}
		byHand := handmade(t)
		data, err := byHand[rng.IntN(len(byHand))].Make(nil, list, looks.All[0])
		if errors.Is(err, produce.ErrCannot) { // ☑ is in no font or character map of theirs
			return produce.WebPage(list, looks.All[0])
		}
		if err != nil {
			t.Fatal(err)
		}
		return data
	},
}

var fileKinds = []string{"txt", "ragged", "html", "xlsx", "pdf"}

// handmade are the PDFs built by hand whose text layers tell the truth.
func handmade(t testing.TB) (out []produce.Producer) {
	t.Helper()
	font, err := produce.LoadFont()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range produce.Handmade(font) {
		if !p.Lies && !p.MayRefuse {
			out = append(out, p)
		}
	}
	return out
}

// engine reads PDF in this process: the files are ours.
var engine = sync.OnceValue(func() *pdfin.Engine { return pdfin.New(pdfin.Settings{Cache: ready.Folder()}) })

func auditor(t testing.TB) *pipeline.Auditor {
	t.Helper()
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// audit reads a printed form; nil where no form or more than one came.
func audit(a *pipeline.Auditor, data []byte, kind string) *score.Report {
	name := "form.txt"
	if kind == "html" || kind == "xlsx" || kind == "pdf" {
		name = "form." + kind
	}
	out := pipeline.Run(data, name, pipeline.Options{Audit: a, Named: true, Lang: extract.EN, Apart: engine().Read})
	if len(out.Result.Reports) != 1 {
		return nil
	}
	return &out.Result.Reports[0]
}

func errorsOf(r *score.Report) (out []string) {
	for _, f := range r.Findings {
		if f.Level == score.Error {
			out = append(out, f.Check+" "+f.Field.String())
		}
	}
	slices.Sort(out)
	return out
}

func TestSoundForms(t *testing.T) {
	a := auditor(t)
	for _, f := range load(t) {
		if must, may := f.Broken(); len(must) > 0 {
			t.Errorf("%s: got %q broken (%q open), want a sound form", f.Name, must, may)
		}
		for _, kind := range fileKinds {
			r := audit(a, printers[kind](t, f, rand.New(rand.NewPCG(1, 2))), kind)
			if r == nil {
				t.Errorf("%s.%s: got no form", f.Name, kind)
				continue
			}
			if got := errorsOf(r); len(got) > 0 || len(r.Repairs) > 0 {
				t.Errorf("%s.%s: got errors %q and repairs %v, want none", f.Name, kind, got, edits(r))
			}
			if got := noticed(r); len(got) > mostNotices {
				t.Errorf("%s.%s: got notices %q, want at most %d", f.Name, kind, got, mostNotices)
			}
		}
	}
}

// mostNotices is what a sound form shows at most. That rows were shifted by copying is a
// remark on the copy.
const mostNotices = 3

func noticed(r *score.Report) (out []string) {
	for _, f := range r.Findings {
		if f.Level == score.Notice && f.Check != "FRM-01" {
			out = append(out, f.Check+" "+f.Message)
		}
	}
	return out
}

// TestOneSlip plants each kind of slip in the figures of each form and holds
// findings and repairs to exact arithmetic and exhaustive search.
func TestOneSlip(t *testing.T) {
	a, b := auditor(t), newBoard(t)
	rng := rand.New(rand.NewPCG(20261125, 5))
	for _, f := range load(t) {
		paths := f.Paths()
		for _, kind := range Kinds {
			for range *many {
				for try := 0; try < 20; try++ {
					path := paths[rng.IntN(len(paths))]
					text, ok := f.Slip(rng, kind, path)
					if !ok {
						continue
					}
					file := fileKinds[rng.IntN(len(fileKinds))]
					b.oneSlip(a, rng, f, f.With(path, text), kind, file, path, text)
					break
				}
			}
		}
	}
	b.print()
	b.floor("applied", 0, 10000)
	b.few("withheld ", "check ", 300)
	b.floor("check ", 9900, 9900)
	b.floor("repair listed", 10000, 0)
	b.floor("repair unique", 9900, 9900)
	b.floor("repair tie", 9900, 9900)
	b.floor("read", 9950, 0)
}

func (b *board) oneSlip(a *pipeline.Auditor, rng *rand.Rand, f, p *Form, kind, file, path, text string) {
	where := fmt.Sprintf("%s.%s %s: %s for %s (%s)", f.Name, file, path, text, f.Print(path), kind)
	r := audit(a, printers[file](b.t, p, rng), file)
	read := b.line("read " + file)
	read.want++
	if r == nil || !reads(r, path, text) {
		b.tell("%s: not read as printed", where)
		read.wrong++
		return
	}
	read.right++
	b.applied(r, map[string]string{path: f.Print(path)}, where)
	must := b.findings(r, p, where)
	if len(must) == 0 {
		return
	}
	all, plain := p.Alone()
	if !all[path] {
		b.t.Fatalf("%s: the search does not find the planted cell among %v", where, all)
	}
	listed := map[string]*score.Repair{}
	for i := range r.Repairs {
		if x := &r.Repairs[i]; len(x.Edits) == 1 {
			listed[x.Edits[0].Field.String()] = x
		}
	}
	l := b.line("repair listed")
	l.want++
	if x := listed[path]; x != nil && same(x.Edits[0].New, x.Edits[0].Interval, f.Print(path), strings.HasSuffix(path, "rate")) {
		l.right++
	} else {
		b.tell("%s: the planted cell is not among the repairs %v", where, edits(r))
	}
	kindOf := "repair tie"
	if len(all) == 1 {
		kindOf = "repair unique"
	}
	l = b.line(kindOf)
	l.want++
	good := len(r.Repairs) == len(listed)
	for c := range plain {
		good = good && listed[c] != nil
	}
	for c, x := range listed {
		good = good && all[c] && (!x.Unique || len(listed) == 1)
	}
	if x := listed[path]; len(all) == 1 && x != nil && len(x.Edits[0].Interval) == 0 {
		good = good && x.Unique
	}
	if good {
		l.right++
	} else {
		l.wrong++
		b.tell("%s: got repairs %v, the search finds %v, surely %v", where, edits(r), slices.Sorted(maps.Keys(all)), slices.Sorted(maps.Keys(plain)))
	}
}

// applied counts the corrections that were made, by whether they bring back what
// stood there; wanted are those of the cells that were planted.
func (b *board) applied(r *score.Report, planted map[string]string, where string) {
	l := b.line("applied")
	l.want += len(planted)
	for i := range r.Repairs {
		if !r.Repairs[i].Applied {
			continue
		}
		for _, e := range r.Repairs[i].Edits {
			path := e.Field.String()
			if want, ok := planted[path]; ok && same(e.New, nil, want, e.Field.Column().Kind() == normalize.Rate) {
				l.right++
				continue
			}
			l.wrong++
			b.tell("%s: %s was corrected to %s", where, path, e.New)
		}
	}
}

// findings counts the error findings of a planted form by check.
func (b *board) findings(r *score.Report, p *Form, where string) []string {
	must, may := p.Broken()
	got := errorsOf(r)
	held := withheld(r)
	if len(held) > 0 {
		// A row may be missing for all that the form shows: neither way, but not often.
		name := "withheld "
		if _, printed := p.Figures["total.weight"]; !printed && strings.HasPrefix(held[0], "WGT-01") {
			name = "no full mark " // a sum with nothing to hold it to
		}
		c := b.line(name + held[0][:6])
		c.want++
		c.right++
		must = slices.DeleteFunc(must, func(m string) bool { return !slices.Contains(got, m) })
	}
	for _, m := range must {
		c := b.line("check " + m[:6])
		c.want++
		if i := slices.Index(got, m); i >= 0 {
			got = slices.Delete(got, i, i+1)
			c.right++
		} else {
			b.tell("%s: missed %s", where, m)
		}
	}
	for _, g := range got {
		if !slices.Contains(may, g) {
			b.line("check "+g[:6]).wrong++
			b.tell("%s: false %s", where, g)
		}
	}
	if len(held) > 0 {
		return nil // and no repair is asked for
	}
	return must
}

// withheld lists the sums that fail as printed and are not held against the form.
func withheld(r *score.Report) (out []string) {
	for _, f := range r.Findings {
		if f.Level == score.Notice && f.Verdict == score.Undetermined && arithmetic[f.Check] {
			out = append(out, f.Check+" "+f.Field.String())
		}
	}
	return out
}

var arithmetic = map[string]bool{"FND-01": true, "FND-03": true, "FND-05": true, "WGT-01": true, "WGT-02": true, "SUM-01": true}

// reads reports whether the planted figure was read where it stands.
func reads(r *score.Report, path, text string) bool {
	x, _ := r.Field(normalize.MustPath(path))
	if x == nil {
		return false
	}
	value := x.Value
	if strings.Contains(path, ".level") {
		value = x.Weight
	}
	got, err1 := num.Parse(value)
	want, err2 := num.Parse(strings.ReplaceAll(text, ",", ""))
	return err1 == nil && err2 == nil && (got.Equal(want) || strings.HasSuffix(path, "rate") && got.Equal(want.Shift(2)))
}

// same reports whether a repair brings back the figure that stood there, or a
// range with it.
func same(got string, interval []string, want string, rate bool) bool {
	g, err1 := num.Parse(got)
	w, err2 := num.Parse(strings.ReplaceAll(want, ",", ""))
	if err1 != nil || err2 != nil {
		return false
	}
	if len(interval) == 2 {
		low, _ := num.Parse(interval[0])
		high, _ := num.Parse(interval[1])
		return low.Cmp(w) <= 0 && w.Cmp(high) <= 0
	}
	one := num.New(1, min(w.Places(), g.Places())) // a rate may be rounded or cut off, to fewer places
	return g.Equal(w) || rate && g.Sub(w).Abs().Cmp(one) <= 0
}

func edits(r *score.Report) (out []string) {
	for _, x := range r.Repairs {
		s := map[bool]string{true: "!", false: "?"}[x.Unique]
		for _, e := range x.Edits {
			s += " " + e.Field.String() + "=" + e.New
			if e.Interval != nil {
				s += fmt.Sprint(e.Interval)
			}
		}
		out = append(out, s)
	}
	return out
}
