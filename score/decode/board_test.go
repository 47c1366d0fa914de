package decode_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/normalize/value"
	"ziping/score"
	"ziping/score/checks"
	"ziping/score/decode"
	"ziping/score/identity"
)

var (
	rounds = flag.Int("rounds", 1, "how often each form is recognised with each number of misreads")
	more   = flag.String("forms", "", "a pattern of further forms")
	told   = flag.Int("told", 0, "how many failures are told one by one")
	seed   = flag.Uint64("seed", 1, "of the simulation")
)

// board counts what became of figures.
type board struct {
	forms, figures             int
	missed, mended, left, lost int // misread: put right, left and said, left and not said
	touched, touchedMended     int // misread so that some identity of the sound form fails
	wrong, wrongSure           int // read as another figure, and of these proved or repaired
	sure                       int // proved or repaired
	proved                     int
	doubtful                   int
	falseErrors                int
	misprints, kept, softened  int // errors of the paper: told, told as maybe misread
	gone                       int // and not told at all
	confident, wrongConfident  int // of a confidence of .95 and more
}

func (b *board) String() string {
	pc := func(n, of int) string {
		if of == 0 {
			return "–"
		}
		return fmt.Sprintf("%.2f%%", 100*float64(n)/float64(of))
	}
	return fmt.Sprintf("forms %d figures %d, right %s then %s | misread %d: repaired right %s (of %d that an identity touches %s), doubtful %s, unsaid %s | wrong among proved+repaired %d of %d %s, of confidence .95 %d of %d %s | proved %s of figures, doubtful %s | false errors %d | errors on paper %d: kept %s, may be misread %s, gone %s",
		b.forms, b.figures, pc(b.figures-b.missed, b.figures), pc(b.figures-b.wrong, b.figures), b.missed, pc(b.mended, b.missed), b.touched, pc(b.touchedMended, b.touched), pc(b.left, b.missed), pc(b.lost, b.missed), b.wrongSure, b.sure, pc(b.wrongSure, b.sure), b.wrongConfident, b.confident, pc(b.wrongConfident, b.confident), pc(b.proved, b.figures), pc(b.doubtful, b.figures), b.falseErrors, b.misprints, pc(b.kept, b.misprints), pc(b.softened, b.misprints), pc(b.gone, b.misprints))
}

// errorsIn are the findings of level error of an audit.
func errorsIn(doc *extract.Document, forms []normalize.Form) []string {
	errs, _ := findings(doc, forms)
	return errs
}

// findings are those of level error of an audit, and the others.
func findings(doc *extract.Document, forms []normalize.Form) (errs, others []string) {
	if len(forms) == 0 {
		return nil, nil
	}
	for _, a := range score.Audit(doc, forms, score.Options{Checks: checks.All(nil), Lang: extract.EN}) {
		for _, f := range a.Report.Findings {
			if s := f.Check + " " + f.Field.String(); f.Level == score.Error {
				errs = append(errs, s)
			} else {
				others = append(others, s)
			}
		}
	}
	return errs, others
}

// saysSame reports two texts of one figure.
func saysSame(a, b string) bool {
	n, ok := value.Figure(a).Number()
	m, ok2 := value.Figure(b).Number()
	return a == b || ok && ok2 && n.Equal(m)
}

// touches reports whether an identity of the sound form fails, or cannot be tested any
// more, with another text in one cell.
func touches(s *sheet, f figure, text string) bool {
	fails := func(doc *extract.Document) (bad, tested int) {
		forms := read.Run(doc, read.Options{})
		if len(forms) != 1 {
			return 1, 0
		}
		for _, t := range identity.Unconditional(&forms[0].Report) {
			switch {
			case t.Kind == identity.Range:
			case t.Outcome == identity.Disagree || t.Premise != "":
				bad++
			case t.Outcome == identity.Agree:
				tested++
			}
		}
		return bad, tested
	}
	doc := s.doc.Clone()
	doc.Tables[f.table].Cells[f.cell].Text = text
	if s.sound == nil {
		bad, tested := fails(s.doc)
		s.sound = &[2]int{bad, tested}
	}
	was, agreed := s.sound[0], s.sound[1]
	now, agree := fails(doc)
	return now > was || agree < agreed
}

// count recognises a form and counts.
func (b *board) count(t *testing.T, s *sheet, c camera, misses, misprints int) {
	scan := scan(s, c, misses, misprints)
	doc, forms := decode.Run(scan.doc, read.Run(scan.doc, read.Options{}))
	b.forms++
	readings, confidence := map[extract.Ref]normalize.Reading{}, map[extract.Ref]string{}
	for i := range forms {
		forms[i].Report.Each(func(f *normalize.Field) {
			if f.At != nil {
				readings[f.At.Key()], confidence[f.At.Key()] = f.Reading, f.Confidence
			}
		})
	}
	tell := func(what string, at extract.Ref) {
		if *told > 0 {
			*told--
			was, _ := scan.doc.At(at)
			now, _ := doc.At(at)
			t.Logf("%s: %s: %s printed %q, read %q, now %q (%s); %d misread", s.name, what, pathOf(s, at), scan.truth[at], was, now, readings[at], misses)
		}
	}
	for _, f := range s.figures {
		at := f.at.Key()
		printed := scan.truth[at]
		b.figures++
		text, _ := doc.At(at)
		right := saysSame(text, printed)
		sure := readings[at] == normalize.Proved || readings[at] == normalize.Repaired
		switch readings[at] {
		case normalize.Proved:
			b.proved++
		case normalize.Doubtful:
			b.doubtful++
		}
		if sure {
			b.sure++
		}
		if c := confidence[at]; c >= "0.95" {
			b.confident++
			if !right {
				b.wrongConfident++
			}
		}
		if !right {
			b.wrong++
			if sure {
				b.wrongSure++
				tell("WRONG AND SURE", at)
			}
		}
		if first, _ := scan.doc.At(at); !saysSame(first, printed) {
			b.missed++
			if touches(s, f, first) {
				b.touched++
				if right {
					b.touchedMended++
				} else {
					tell("touched and left", at)
				}
			}
			switch {
			case right:
				b.mended++
			case readings[at] == normalize.Doubtful:
				b.left++
			default:
				b.lost++
				tell("not said", at)
			}
		}
	}
	// What would be found with the paper read as it is printed.
	paper := scan.doc.Clone()
	for _, f := range s.figures {
		paper.Tables[f.table].Cells[f.cell].Text = scan.truth[f.at.Key()]
		paper.Tables[f.table].Cells[f.cell].Glyphs = nil
	}
	want := errorsIn(paper, read.Run(paper, read.Options{}))
	got, others := findings(doc, forms)
	for _, e := range got {
		if !slices.Contains(want, e) {
			b.falseErrors++
			if *told > 0 {
				*told--
				t.Logf("%s: false error %s (%d misread)", s.name, e, misses)
			}
		}
	}
	if misprints > 0 {
		for _, e := range want {
			b.misprints++
			switch {
			case slices.Contains(got, e):
				b.kept++
			case slices.Contains(others, e):
				b.softened++
			default:
				b.gone++
				if *told > 0 {
					*told--
					t.Logf("%s: error %s is none any more (%d misread)", s.name, e, misses)
				}
			}
		}
	}
}

func pathOf(s *sheet, at extract.Ref) string {
	for _, f := range s.figures {
		if f.at.Key() == at {
			return f.path.String()
		}
	}
	return ""
}

// TestBoard recognises the sound samples with misreads, misprints or both. The board is
// printed with -v; more of it with -rounds 20 -forms 'more/*.xlsx'.
func TestBoard(t *testing.T) {
	sheets := load(t, "../../samples/*.txt")
	if *more != "" {
		sheets = append(sheets, load(t, *more)...)
	}
	if len(sheets) < 10 {
		t.Fatalf("%d forms only", len(sheets))
	}
	var all board
	for _, misprints := range []int{0, 1} {
		for _, misses := range []int{0, 1, 2, 3, 5, 10} {
			c := camera{Rand: rand.New(rand.NewPCG(*seed, uint64(100*misprints+misses)))}
			b := &board{}
			for range *rounds {
				for i := range sheets {
					b.count(t, &sheets[i], c, misses, misprints)
				}
			}
			t.Logf("%d misprints, %2d misreads: %s", misprints, misses, b)
			if b.falseErrors > 0 {
				t.Errorf("%d misprints, %d misreads: %d errors that the paper has not", misprints, misses, b.falseErrors)
			}
			if misprints == 0 && misses == 1 && 100*b.touchedMended < 85*b.touched {
				t.Errorf("put right are %d of %d misread figures that an identity touches", b.touchedMended, b.touched)
			}
			if misses <= 3 {
				all.sure, all.wrongSure = all.sure+b.sure, all.wrongSure+b.wrongSure
			}
		}
	}
	if all.wrongSure*1000 > all.sure {
		t.Errorf("%d of %d proved or repaired figures are wrong", all.wrongSure, all.sure)
	}
}

// TestSameLook: a font in which one figure looks like another misleads wherever the
// figure stands. What was misread so is put right or doubtful, and not proved.
func TestSameLook(t *testing.T) {
	sheets := load(t, "../../samples/*.txt")
	b := &board{}
	for k, font := range []string{"38", "65", "17"} {
		c := camera{Rand: rand.New(rand.NewPCG(*seed, uint64(k))), font: font}
		for range *rounds {
			for i := range sheets {
				b.count(t, &sheets[i], c, 1000, 0)
			}
		}
	}
	t.Log(b)
	if b.wrongSure*500 > b.sure || b.falseErrors > 0 {
		t.Errorf("%d of %d proved or repaired figures are wrong, %d errors that the paper has not", b.wrongSure, b.sure, b.falseErrors)
	}
}

// TestBlind: what was lost without a sign of it may pass for the form's error, and
// makes nothing else wrong that is proved.
func TestBlind(t *testing.T) {
	sheets := load(t, "../../samples/*.txt")
	for _, misses := range []int{1, 2} {
		b := &board{}
		c := camera{Rand: rand.New(rand.NewPCG(*seed, uint64(misses))), blind: true}
		for range *rounds {
			for i := range sheets {
				b.count(t, &sheets[i], c, misses, 0)
			}
		}
		t.Logf("%d lost: %s", misses, b)
		if b.wrongSure*500 > b.sure {
			t.Errorf("%d of %d proved or repaired figures are wrong", b.wrongSure, b.sure)
		}
	}
}
