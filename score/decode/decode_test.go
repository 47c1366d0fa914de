package decode_test

import (
	"math"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/score"
	"ziping/score/checks"
	"ziping/score/decode"
)

// glyphs makes what a picture shows of a notation: characters as they are, seen clearly,
// and in braces what may stand in one place, each with its probability: 2{8.7 3.3}3667
// is 283667 or 233667. An underscore is no character.
func glyphs(t testing.TB, notation string) (out []extract.Glyph) {
	t.Helper()
	for notation != "" {
		if notation[0] != '{' {
			out = append(out, extract.Glyph{{Text: notation[:1], P: .999}})
			notation = notation[1:]
			continue
		}
		inner, rest, ok := strings.Cut(notation[1:], "}")
		if !ok {
			t.Fatalf("no } in %q", notation)
		}
		var g extract.Glyph
		for _, a := range strings.Fields(inner) {
			p, err := strconv.ParseFloat("0."+a[2:], 64)
			if err != nil {
				t.Fatal(err)
			}
			g = append(g, extract.Alternative{Text: strings.TrimPrefix(a[:1], "_"), P: p})
		}
		out, notation = append(out, g), rest
	}
	return out
}

// moneyForm has sums both ways, rates, weights, scores and a total.
const moneyForm = `项目支出绩效自评表
(2023年度)

项目名称|防汛经费
项目资金(万元)||年初预算数|年中调整金额|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|300.00|-20.50|279.50|251.55|10|90.00%|9
|其中:财政拨款|200.00|-20.50|179.50|161.55||90.00%|
|其他资金|100.00|0.00|100.00|90.00||90.00%|
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
|产出指标|数量指标|治理河道长度|≥28公里|29公里|40|40
||质量指标|验收合格率|100%|100%|20|18
||时效指标|完工时间|12月底前|12月|10|10
|效益指标|社会效益指标|受益人口|≥3万人|3.1万人|20|20
总分||||||100|97
`

// recognised is the small form with figures that were read from a picture: each of its
// figures clearly, but for those of seen, by what is printed and where (the nth such
// text from 0): "161.55#0": notation.
func recognised(t testing.TB, form string, seen map[string]string) *extract.Document {
	t.Helper()
	doc, err := tabin.Read([]byte(strings.ReplaceAll(form, "|", "\t")), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	doc.Pages = []extract.Page{{Number: 1, Origin: extract.OriginScanned}}
	met, used := map[string]int{}, 0
	for k := range doc.Tables {
		for i := range doc.Tables[k].Cells {
			c := &doc.Tables[k].Cells[i]
			if strings.Trim(c.Text, "0123456789.,-%") != "" {
				continue
			}
			name := c.Text + "#" + strconv.Itoa(met[c.Text])
			met[c.Text]++
			c.Glyphs = glyphs(t, c.Text)
			if notation, ok := seen[name]; ok {
				c.Glyphs = glyphs(t, notation)
				used++
			}
			c.Text = extract.Spelling(c.Glyphs)
		}
	}
	if used != len(seen) {
		t.Fatalf("%d of %d figures found in the form", used, len(seen))
	}
	return doc
}

// run decodes a document and returns its form and the errors found in it.
func run(t testing.TB, doc *extract.Document) (*extract.Document, *normalize.Report, []string) {
	t.Helper()
	forms := read.Run(doc, read.Options{})
	if len(forms) != 1 {
		t.Fatalf("got %d forms", len(forms))
	}
	doc, forms = decode.Run(doc, forms)
	errs := errorsIn(doc, forms)
	return doc, &forms[0].Report, errs
}

// told is a field in short: reading, text, and what it was.
func reads(t testing.TB, r *normalize.Report, path string) string {
	t.Helper()
	f, err := r.Field(normalize.MustPath(path))
	if err != nil {
		for _, x := range r.Fields() {
			t.Log(x.Path, x.Field.Text)
		}
	}
	if err != nil || f == nil {
		t.Fatalf("%s: %v", path, err)
	}
	out := string(f.Reading) + " " + f.Text
	if f.Was != "" {
		out += " was " + f.Was
	}
	return out
}

// TestReadings: what the sums want and the picture bears is put right; what the picture
// bears clearly stays; what nothing decides is doubtful.
func TestReadings(t *testing.T) {
	for _, tt := range []struct {
		name string
		seen map[string]string
		want []string // path: reading
		errs int
	}{
		{"a clear form", nil, []string{
			"funds.total.executed: proved 251.55", "funds.total.execution_rate: proved 90.00%", "total.score: proved 97", "indicators[1].score: proved 18",
			"funds.other.adjustment: read 0.00", // nothing is confirmed by 0
		}, 0},
		{"a smudged digit", map[string]string{"161.55#0": "1{8.7 6.25}1.55"}, []string{"funds.current_year.executed: repaired 161.55 was 181.55", "funds.total.executed: proved 251.55"}, 0},
		{"a digit lost", map[string]string{"161.55#0": "1{_.8 6.15}1.55"}, []string{"funds.current_year.executed: repaired 161.55 was 11.55"}, 0},
		{"a speck taken for a digit", map[string]string{"161.55#0": "{1.6 _.35}161.55"}, []string{"funds.current_year.executed: repaired 161.55 was 1161.55"}, 0},
		{"a digit that rounding would explain", map[string]string{"161.55#0": "161.55{1.6 _.35}"}, []string{"funds.current_year.executed: doubtful 161.551"}, 0},
		{"a lost point", map[string]string{"161.55#0": "161{_.9 ..08}55"}, []string{"funds.current_year.executed: repaired 161.55 was 16155"}, 0},
		{"a lost minus", map[string]string{"-20.50#1": "{_.9 -.09}20.50"}, []string{"funds.current_year.adjustment: repaired -20.50 was 20.50"}, 0},
		{"a score read as a word", map[string]string{"18#0": "1{Z.6 8.3}"}, []string{"indicators[1].score: repaired 18 was 1Z"}, 0},
		{"a score not seen", map[string]string{"18#0": "{_.7 1.28}{_.6 8.35}"}, []string{"indicators[1].score: repaired 18"}, 0},
		{"two in one row", map[string]string{"161.55#0": "1{8.7 6.25}1.55", "179.50#0": "{7.8 1.15}79.50"}, []string{"funds.current_year.executed: repaired 161.55 was 181.55", "funds.current_year.budget: repaired 179.50 was 779.50"}, 0},
		{"printed so, and clearly", map[string]string{"161.55#0": "181.55"}, []string{"funds.current_year.executed: read 181.55"}, 2},
		{"another digit that is hardly borne", map[string]string{"161.55#0": "1{8.986 6.012}1.55"}, []string{"funds.current_year.executed: read 181.55"}, 2},
		{"a character below what is borne", map[string]string{"161.55#0": "1{8.97 6.0010}1.55"}, []string{"funds.current_year.executed: read 181.55"}, 2},
		{"a score hardly seen", map[string]string{"18#0": "{_.9 1.09}{_.8 8.15}"}, []string{"indicators[1].score: doubtful "}, 0},
		{"the full mark or a weight", map[string]string{"100#0": "10{8.5 0.45}", "20#0": "2{0.5 8.45}"}, []string{"total.weight: repaired 100 was 108", "indicators[1].weight: proved 20"}, 0},
		{"unsure, and no other digit agrees", map[string]string{"161.55#0": "1{8.7 9.25}1.55"}, []string{"funds.current_year.executed: doubtful 181.55"}, 0},
		{"two readings agree as well", map[string]string{"97#0": "92", "18#0": "1{8.5 3.45}", "9#0": "{9.5 4.45}"}, []string{"indicators[1].score: doubtful 18", "funds.total.score: doubtful 9", "total.score: read 92"}, 0},
		{"read rightly, though unsure", map[string]string{"161.55#0": "1{6.6 8.38}1.55"}, []string{"funds.current_year.executed: proved 161.55"}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, r, errs := run(t, recognised(t, moneyForm, tt.seen))
			for _, w := range tt.want {
				path, want, _ := strings.Cut(w, ": ")
				if got := reads(t, r, path); got != want {
					t.Errorf("%s: got %s, want %s", path, got, want)
				}
			}
			if len(errs) != tt.errs {
				t.Errorf("got errors %q, want %d", errs, tt.errs)
			}
		})
	}
}

// TestUntouched: a figure that no identity touches is never proved, however clear.
func TestUntouched(t *testing.T) {
	form := strings.NewReplacer("|年中调整金额", "", "|-20.50", "", "|0.00", "").Replace(moneyForm)
	_, r, _ := run(t, recognised(t, form, map[string]string{"100.00#0": "1{0.8 8.19}0.00"}))
	if got := reads(t, r, "funds.other.initial"); got != "proved 100.00" {
		t.Errorf("got %s: the column adds up", got)
	}
	form = strings.Replace(form, "其他资金|100.00", "其他资金|", 1)
	_, r, _ = run(t, recognised(t, form, map[string]string{"200.00#0": "2{0.8 8.19}0.00"}))
	if got := reads(t, r, "funds.current_year.initial"); got != "doubtful 200.00" {
		t.Errorf("got %s: nothing confirms it", got)
	}
	// A rate confirms an amount to a few digits only.
	for _, reading := range []string{"90000.00", "9000{0.9 8.09}.00"} {
		form := strings.NewReplacer("|年度资金总额|300.00|-20.50|279.50|251.55", "|年度资金总额|||100000.00|90000.00", "\n|其中:财政拨款|200.00|-20.50|179.50|161.55||90.00%|", "", "\n|其他资金|100.00|0.00|100.00|90.00||90.00%|", "").Replace(moneyForm)
		_, r, _ := run(t, recognised(t, form, map[string]string{"90000.00#0": reading}))
		if f, _ := r.Field(normalize.MustPath("funds.total.executed")); f.Reading == normalize.Proved {
			t.Errorf("%s: proved by a rate alone", reading)
		}
	}
}

// TestRates: 66.67 may stand for 66.666 and 66.66, too, where nothing tells that the form
// rounds its rates; where another one does, only for the first.
func TestRates(t *testing.T) {
	base := strings.NewReplacer("|300.00|-20.50|279.50|251.55|10|90.00%|", "|300.00|0.00|300.00|200.00|10|66.67%|", "|200.00|-20.50|179.50|161.55||90.00%|", "|200.00|0.00|200.00|110.00||55.00%|", "|90.00||90.00%|", "|90.00||90.00%|")
	for _, tt := range []struct{ parts, want string }{
		{"55.00%", "read 66.67%"}, {"54.98%", "proved 66.67%"},
	} {
		form := base.Replace(moneyForm)
		if tt.parts != "55.00%" {
			form = strings.NewReplacer("|110.00||55.00%", "|109.95||54.98%", "|100.00|90.00||90.00%", "|100.00|90.05||90.05%").Replace(form)
		}
		_, r, errs := run(t, recognised(t, form, nil))
		if got := reads(t, r, "funds.total.execution_rate"); got != tt.want || len(errs) > 0 {
			t.Errorf("%s: got %s, %q", tt.parts, got, errs)
		}
	}
}

// TestHabit: where a weight of either of two rows would put the sum right, the one is
// likelier that gives its row full marks, if rows mostly have them. No sum is needed for
// a habit alone.
func TestHabit(t *testing.T) {
	form := strings.NewReplacer(
		"|40|40", "|40|40", "|100%|100%|20|18", "|100%|100%|18|13", "|10|10", "|4|4", "|20|20", "|8|8\n|||户数|≥5户|6户|8|8\n|||户均|≥2亩|2亩|6|6\n|||次数|≥3次|3次|6|6", "100|97", "100|94",
	).Replace(moneyForm)
	for _, tt := range []struct {
		seen map[string]string
		want string
	}{
		{map[string]string{"40#0": "4{3.5 0.45}", "18#0": "1{8.8 5.12}"}, "repaired 40 was 43"},
		{map[string]string{"40#0": "4{3.5 0.45}"}, "repaired 40 was 43"},
		{map[string]string{"8#1": "{8.5 3.45}", "8#3": "{8.5 3.45}"}, "proved 40"},
	} {
		_, r, errs := run(t, recognised(t, form, tt.seen))
		if got := reads(t, r, "indicators[0].weight"); got != tt.want || len(errs) > 0 {
			t.Errorf("%v: got %s, %q", tt.seen, got, errs)
		}
	}
	// Of a full row and one that is not, nothing tells which was misread without a sum.
	_, r, _ := run(t, recognised(t, form, map[string]string{"13#0": "1{3.6 8.38}"}))
	if got := reads(t, r, "indicators[1].score"); strings.Contains(got, "18") {
		t.Errorf("got %s: a habit put it right", got)
	}
}

// TestNoFigure: what is no figure, or none of its kind, is not what a cell of figures
// says, however probable the characters.
func TestNoFigure(t *testing.T) {
	doc := recognised(t, moneyForm, map[string]string{"20#0": "{_.6 ~.38}20", "18#0": "{_.6 -.38}18", "97#0": "95"})
	_, r, _ := run(t, doc)
	for path, want := range map[string]string{"indicators[1].weight": "proved 20", "indicators[1].score": "read 18"} {
		if got := reads(t, r, path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
		if f, _ := r.Field(normalize.MustPath(path)); f.Confidence < "0.97" {
			t.Errorf("%s: got confidence %s", path, f.Confidence)
		}
	}
}

// TestRange: a range in which the dash is unsure stays one where no sum speaks of it.
func TestRange(t *testing.T) {
	_, r, _ := run(t, recognised(t, strings.Replace(moneyForm, "≥28公里", "1-6", 1), map[string]string{"1-6#0": "1{-.6 _.35}6"}))
	if f := r.Indicators[0].Target; f.Text != "1-6" || f.Reading == normalize.Proved || f.Was != "" {
		t.Errorf("got %+v", f)
	}
}

// TestApart: a figure whose characters stand far apart is one where the sums say so.
func TestApart(t *testing.T) {
	doc := recognised(t, moneyForm, nil)
	for i := range doc.Tables[0].Cells {
		if c := &doc.Tables[0].Cells[i]; c.Text == "161.55" {
			c.Text = "1 61.55"
		}
	}
	_, r, errs := run(t, doc)
	if got := reads(t, r, "funds.current_year.executed"); got != "repaired 161.55 was 1 61.55" || len(errs) > 0 {
		t.Errorf("got %s, %q", got, errs)
	}
}

// TestCopies: one figure printed three times, and read the same way each time, is three
// times the same look of a font and no proof.
func TestCopies(t *testing.T) {
	form := strings.NewReplacer("|251.55", "|161.55", "|90.00||90.00%", "|0.00||0.00%", "|90.00%", "|57.80%").Replace(moneyForm)
	const smudge = "1{8.97 6.012}1.55"
	_, r, _ := run(t, recognised(t, form, map[string]string{"161.55#0": smudge, "161.55#1": smudge}))
	for _, path := range []string{"funds.total.executed", "funds.current_year.executed"} {
		if got := reads(t, r, path); strings.HasPrefix(got, "proved") {
			t.Errorf("%s: got %s", path, got)
		}
	}
}

// TestSeed: the customer's form prints a subtotal as 0.00 where its parts are not, in
// five cells, all of them clear; one figure is smudged. The first is the form's error
// and the second the reader's.
func TestSeed(t *testing.T) {
	text, err := os.ReadFile("../../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	clear, want := recognised(t, string(text), nil), []string(nil)
	_, _, want = run(t, clear)
	if !slices.Contains(want, "FND-05 funds.fiscal_subtotal.initial") {
		t.Fatalf("got %q of the form seen clearly", want)
	}
	doc, r, got := run(t, recognised(t, string(text), map[string]string{"233667.3#0": "2{8.8 3.15}3667.3"}))
	if !slices.Equal(got, want) {
		t.Errorf("got errors %q, want %q", got, want)
	}
	if s := reads(t, r, "funds.total.executed"); s != "repaired 233667.3 was 283667.3" {
		t.Errorf("got %s", s)
	}
	if s := reads(t, r, "funds.fiscal_subtotal.initial"); s != "read 0.00" {
		t.Errorf("got %s", s)
	}
	f := r.Funds.Row("total").Executed
	if text, _ := doc.At(*f.At); text != "233667.3" {
		t.Errorf("the document reads %s", text)
	}
	if c, err := strconv.ParseFloat(f.Confidence, 64); err != nil || c < .95 || c >= 1 {
		t.Errorf("got confidence %q", f.Confidence)
	}
}

// TestMayBeMisread: what rests on a doubtful figure is no error and says why.
func TestMayBeMisread(t *testing.T) {
	doc := recognised(t, moneyForm, map[string]string{"97#0": "9{1.7 4.25}"})
	doc, forms := decode.Run(doc, read.Run(doc, read.Options{}))
	found := false
	for _, f := range score.Audit(doc, forms, score.Options{Checks: checks.All(nil), Lang: extract.EN})[0].Report.Findings {
		if f.Check != "SUM-01" {
			continue
		}
		found = true
		if f.Level != score.Notice || f.Verdict != score.Undetermined || strings.Count(f.Message, "misread") != 1 {
			t.Errorf("got %+v", f)
		}
	}
	if !found {
		t.Error("the total that fails is not told")
	}
}

// TestNoPicture: a document whose figures were not recognised is returned as it is.
func TestNoPicture(t *testing.T) {
	doc := recognised(t, moneyForm, nil)
	for i := range doc.Tables[0].Cells {
		doc.Tables[0].Cells[i].Glyphs = nil
	}
	forms := read.Run(doc, read.Options{})
	if got, again := decode.Run(doc, forms); got != doc || &again[0] != &forms[0] || forms[0].Report.Funds.Rows[0].Budget.Reading != normalize.Read {
		t.Error("something was changed")
	}
}

// TestSame: the same document gives the same twice, and is not changed itself.
func TestSame(t *testing.T) {
	doc := recognised(t, moneyForm, map[string]string{"161.55#0": "1{8.7 6.25}1.55", "18#0": "1{Z.6 8.3}", "40#1": "4{5.5 0.45}"})
	before := doc.Clone()
	a, r, _ := run(t, doc)
	b, s, _ := run(t, doc)
	if !reflect.DeepEqual(a, b) || !reflect.DeepEqual(r, s) || !reflect.DeepEqual(doc, before) {
		t.Error("it differs")
	}
}

// TestNonsense: whatever glyphs there are, it ends, and probabilities stay such.
func TestNonsense(t *testing.T) {
	digits := extract.Glyph{}
	for d := range 10 {
		digits = append(digits, extract.Alternative{Text: strconv.Itoa(d), P: .1})
	}
	var long []extract.Glyph
	for range 3000 {
		long = append(long, digits)
	}
	for name, g := range map[string][]extract.Glyph{
		"empty": {{}}, "no number": {{{Text: "1", P: math.NaN()}, {Text: "2", P: math.Inf(1)}}}, "negative": {{{Text: "1", P: -1}, {Text: "2", P: 2}}},
		"anything": {digits, digits, digits, digits, digits, digits}, "long": long, "many characters": {{{Text: "12345", P: .5}, {Text: "\xff\x00", P: .5}}},
	} {
		doc := recognised(t, moneyForm, nil)
		for i := range doc.Tables[0].Cells {
			if c := &doc.Tables[0].Cells[i]; c.Glyphs != nil {
				c.Glyphs = g
			}
		}
		_, forms := decode.Run(doc, read.Run(doc, read.Options{}))
		for i := range forms {
			forms[i].Report.Each(func(f *normalize.Field) {
				if p, err := strconv.ParseFloat(f.Confidence, 64); f.Confidence != "" && (err != nil || !(p >= 0 && p <= 1)) {
					t.Errorf("%s: confidence %q", name, f.Confidence)
				}
			})
		}
	}
}

// TestPointsAmongWords: points printed with a level are read among words, less surely than
// figures, and no second choices of them are kept.
func TestPointsAmongWords(t *testing.T) {
	for confidence, want := range map[string]string{"0.93": "doubtful", "0.97": "read"} {
		doc := recognised(t, strings.Replace(moneyForm, "|产出指标|", "|产出指标(80分)|", 1), nil)
		for i := range doc.Tables[0].Cells {
			if c := &doc.Tables[0].Cells[i]; strings.HasPrefix(c.Text, "产出指标") {
				c.Confidence = confidence
			}
		}
		_, r, _ := run(t, doc)
		if f := r.Indicators[0].Level1; string(f.Reading) != want || f.Weight != "80" {
			t.Errorf("%s: %+v", confidence, f)
		}
	}
}

// TestSignAlone: a sign that may be a digit stays the sign of its row where no sum wants the
// digit, and takes nothing of the row with it.
func TestSignAlone(t *testing.T) {
	sample, err := os.ReadFile("../../samples/tj-department-goals-2022.txt")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := tabin.Read(sample, extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	signs := 0
	for k := range doc.Tables {
		for i := range doc.Tables[k].Cells {
			if c := &doc.Tables[k].Cells[i]; c.Text == "≤" {
				c.Glyphs = []extract.Glyph{{{Text: "≤", P: .8}, {Text: "5", P: .03}}}
				signs++
			}
		}
	}
	forms := read.Run(doc, read.Options{})
	_, decoded := decode.Run(doc, forms)
	if want, got := len(forms[0].Report.Indicators), len(decoded[0].Report.Indicators); signs == 0 || got != want {
		t.Fatalf("%d signs; %d rows, want %d", signs, got, want)
	}
	for i, want := range forms[0].Report.Indicators {
		if got := decoded[0].Report.Indicators[i].Target; got.Op != want.Target.Op || got.Value != want.Target.Value {
			t.Errorf("row %d: %s %s, want %s %s", i, got.Op, got.Value, want.Target.Op, want.Target.Value)
		}
	}
}
