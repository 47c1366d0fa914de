package read_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/read"
	"ziping/text/units"
)

// Text copied from web pages and PDFs comes flattened in several ways. Here the
// sound samples are flattened in each of them, and the records must come out as
// before. A refused form, or a cell left out, is honest; a wrong record is not.

// flattening makes flat text of the rows of a form.
type flattening struct {
	name string
	make func(rng *rand.Rand, rows [][]string) string
	sure bool // the layout keeps enough: most forms must be read whole
}

var flattenings = []flattening{
	{"a cell to a line", cellLines, true},
	{"a cell to a paragraph, blanks shown", paragraphs, true},
	{"a cell to a line closed by |", closedLines, true},
	{"cells between |, lines broken at empty ones", pipeStream, true},
	{"rows with | and empty cells run together", pipeRows, true},
	{"columns apart by wide blanks", wideRows, false},
	{"columns apart by one blank", blankRows, false},
	{"one long line", oneLine, false},
	{"headings broken", brokenHeadings, true},
	{"traditional headings", traditional, true},
	{"cells run together", runTogether, false},
	{"digits gone", withoutDigits, false},
}

func TestFlattenedSamples(t *testing.T) {
	forms := soundForms(t)
	rng := rand.New(rand.NewPCG(20251125, 3))
	for _, f := range flattenings {
		right, partly, refused, wrong := 0, 0, 0, 0
		var missing []string
		for _, form := range forms {
			text := f.make(rng, rowsOf(form.text))
			got, ok := readFlat(t, text)
			if !ok {
				refused++
				missing = append(missing, form.name+": "+why(t, text))
				continue
			}
			switch diff := compareFlat(form.fields, got, f.name == "traditional headings"); {
			case diff == "":
				right++
			case !strings.Contains(diff, "≠"):
				partly++
				missing = append(missing, form.name+": "+diff)
			default:
				wrong++
				t.Errorf("%s: %s: %s", f.name, form.name, diff)
			}
		}
		t.Logf("%s: right %d, read in part %d, refused %d, wrong %d", f.name, right, partly, refused, wrong)
		for _, m := range missing {
			t.Logf("    %s", m)
		}
		if f.sure && right*2 < len(forms) {
			t.Errorf("%s: %d of %d forms read whole, want half at least", f.name, right, len(forms))
		}
	}
}

func readFlat(t *testing.T, text string) (normalize.Report, bool) {
	t.Helper()
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	forms := read.Run(doc, read.Options{})
	if len(forms) != 1 {
		return normalize.Report{}, false
	}
	return forms[0].Report, true
}

func why(t *testing.T, text string) string {
	doc, err := tabin.Read([]byte(text), extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	d, ok := read.Refused(doc)
	if !ok || d.Reason.ZH == "" || d.Reason.EN == "" || d.Text == "" {
		t.Errorf("no form and no reason: %q…, got %+v", []rune(text)[:20], d)
	}
	return d.Excerpt(12) + ": " + d.Reason.EN
}

// compareFlat is compareRecords; headings printed in traditional characters
// count as what they mean.
func compareFlat(want map[string]string, r normalize.Report, traditional bool) string {
	if !traditional {
		return compareParts(want, r)
	}
	for i := range r.Indicators {
		for _, f := range []*normalize.Field{r.Indicators[i].Level1, r.Indicators[i].Level2} {
			if f != nil {
				f.Text = lexicon.Simplified(strings.NewReplacer("(xiàng)", "", "(jì)", "", "(biāo)", "").Replace(f.Text))
			}
		}
	}
	return compareRecords(want, r)
}

// compareParts is compareRecords, where a figure that lost its unit, which was
// left out, counts as missing, and further columns are compared by their texts.
func compareParts(want map[string]string, r normalize.Report) string {
	byText := func(m map[string]string) map[string]string {
		out := map[string]string{}
		for path, v := range m {
			if strings.Contains(path, "other[") {
				var f normalize.Field
				_ = json.Unmarshal([]byte(v), &f)
				path = path[:strings.Index(path, "other[")] + f.Text
			}
			out[path] = v
		}
		return out
	}
	want, got := byText(want), byText(records(r))
	missing := ""
	for path, g := range got {
		w, ok := want[path]
		var f normalize.Field
		_ = json.Unmarshal([]byte(g), &f)
		switch {
		case !ok && (units.Is(f.Text) || strings.Contains("≥≤=定性指标", f.Text)): // its target was left out
			missing = path + " stands alone"
		case !ok:
			return fmt.Sprintf("%s: %s ≠ nothing", path, g)
		case g == w:
		default:
			var a, b normalize.Field
			_ = json.Unmarshal([]byte(g), &a)
			_ = json.Unmarshal([]byte(w), &b)
			if a.Text != b.Text || a.Value != b.Value {
				return fmt.Sprintf("%s: %s ≠ %s", path, g, w)
			}
			missing = path + " has lost a part"
		}
	}
	for path := range want {
		if _, ok := got[path]; !ok {
			missing = path + " is missing"
		}
	}
	return missing
}

func rowsOf(text string) [][]string {
	var out [][]string
	for _, l := range strings.Split(text, "\n") {
		l = strings.TrimRight(l, "\r")
		if strings.TrimSpace(l) == "" {
			continue
		}
		out = append(out, strings.Split(l, "\t"))
	}
	return out
}

func eachCell(rows [][]string, do func(row, col int, cell string)) {
	for r, row := range rows {
		for c, cell := range row {
			if cell = strings.TrimSpace(cell); cell != "" {
				do(r, c, cell)
			}
		}
	}
}

func cellLines(_ *rand.Rand, rows [][]string) string {
	var b strings.Builder
	eachCell(rows, func(_, _ int, cell string) { b.WriteString(cell + "\n") })
	return b.String()
}

// filled is a row from its first cell on, with the empty cells of its block
// behind it: merged cells in front are gone, blank ones are not.
func filled(rows [][]string) [][]string {
	var out [][]string
	var list []int // columns of the current block
	headed := false
	for _, row := range rows {
		var cells []string
		heads := 0
		first := -1
		for c, cell := range row {
			if cell = strings.TrimSpace(cell); cell != "" {
				if first < 0 {
					first = c
				}
				if strings.HasPrefix(cell, "执行率") || strings.HasPrefix(cell, "三级") || strings.Contains(cell, "指标值") || strings.Contains(cell, "完成值") || strings.Contains(cell, "执行数") || strings.Contains(cell, "指标名称") {
					heads++
				}
			}
		}
		if heads >= 2 {
			if !headed {
				list = nil
			}
			headed = true
			for c, cell := range row {
				if strings.TrimSpace(cell) != "" && c > first {
					list = append(list, c)
				}
			}
			if first > 0 {
				list = append([]int{first}, list...)
			}
			slices.Sort(list)
			list = slices.Compact(list)
		} else if len(list) > 0 && first >= list[0]-1 && first > 0 {
			for _, c := range list {
				if c < first {
					continue
				}
				cell := ""
				if c < len(row) {
					cell = strings.TrimSpace(row[c])
				}
				cells = append(cells, cell)
			}
			if first < list[0] {
				cells = append([]string{strings.TrimSpace(row[first])}, cells...)
			}
			out = append(out, cells)
			headed = false
			continue
		} else if first == 0 {
			list, headed = nil, false
		}
		for _, cell := range row {
			if cell = strings.TrimSpace(cell); cell != "" {
				cells = append(cells, cell)
			}
		}
		out = append(out, cells)
	}
	return out
}

func paragraphs(_ *rand.Rand, rows [][]string) string {
	var b strings.Builder
	for _, row := range filled(rows) {
		for _, cell := range row {
			if cell == "" {
				cell = "\u00a0"
			}
			b.WriteString(cell + "\n\n")
		}
	}
	return b.String()
}

func closedLines(_ *rand.Rand, rows [][]string) string {
	var b strings.Builder
	for _, row := range filled(rows) {
		for _, cell := range row {
			if cell != "" {
				b.WriteString(cell + " ")
			}
			b.WriteString("|\n")
		}
	}
	return b.String()
}

func pipeStream(_ *rand.Rand, rows [][]string) string {
	var b strings.Builder
	for _, row := range filled(rows) {
		for _, cell := range row {
			if cell == "" {
				cell = "\n"
			} else {
				cell = " " + cell + " "
			}
			b.WriteString(cell + "|")
		}
	}
	return b.String() + "\n|\n|\n|\n"
}

func pipeRows(_ *rand.Rand, rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		for _, cell := range row {
			if cell = strings.TrimSpace(cell); cell != "" {
				b.WriteString(cell + " | ")
			}
		}
		b.WriteString("||||\n")
	}
	return b.String()
}

func joinRows(rows [][]string, by string) string {
	var b strings.Builder
	for _, row := range rows {
		var cells []string
		for _, cell := range row {
			if cell = strings.TrimSpace(cell); cell != "" {
				cells = append(cells, cell)
			}
		}
		b.WriteString(strings.Join(cells, by) + "\n")
	}
	return b.String()
}

func wideRows(_ *rand.Rand, rows [][]string) string  { return joinRows(rows, "   ") }
func blankRows(_ *rand.Rand, rows [][]string) string { return joinRows(rows, " ") }
func oneLine(rng *rand.Rand, rows [][]string) string {
	return strings.ReplaceAll(strings.TrimSpace(blankRows(rng, rows)), "\n", " ")
}

// brokenHeadings breaks headings of four characters and more in two, a cell to a line.
func brokenHeadings(rng *rand.Rand, rows [][]string) string {
	var b strings.Builder
	eachCell(rows, func(_, _ int, cell string) {
		r := []rune(cell)
		breaks := map[string]int{"年度指标值": 2, "实际完成值": 2, "年初预算数": 2, "全年预算数": 2, "全年执行数": 2, "经济效益指标": 4, "社会效益指标": 4, "数量指标": 2, "质量指标": 2, "偏差原因分析及改进措施": 4}
		if at, ok := breaks[cell]; ok && rng.IntN(2) == 0 {
			cell = string(r[:at]) + "\n" + string(r[at:])
		}
		b.WriteString(cell + "\n")
	})
	return b.String()
}

// traditional prints headings in traditional characters with their sound in brackets.
func traditional(rng *rand.Rand, rows [][]string) string {
	table := strings.NewReplacer("项", "項(xiàng)", "绩", "績(jì)", "级", "級", "标", "標(biāo)", "预", "預", "执", "執", "数", "數", "实", "實", "际", "際", "总", "總", "资", "資", "产", "產", "质", "質", "时", "時", "满", "滿", "会", "會", "经", "經", "济", "濟", "续", "續", "响", "響", "务", "務", "对", "對", "单", "單", "门", "門", "称", "稱")
	var b strings.Builder
	for _, row := range rows {
		for c, cell := range row {
			if c > 0 {
				b.WriteByte('\t')
			}
			heading := len([]rune(cell)) <= 14 && !strings.ContainsAny(cell, "0123456789") && (strings.Contains(cell, "指标") || strings.HasSuffix(cell, "数") || strings.Contains(cell, "名称") || strings.Contains(cell, "目标"))
			if heading && headingWord(cell) {
				cell = table.Replace(cell)
			}
			b.WriteString(cell)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// headingWord reports a cell that is a heading and no indicator's name.
func headingWord(s string) bool {
	switch s {
	case "项目名称", "一级指标", "二级指标", "三级指标", "年度指标值", "指标值", "年初预算数", "全年预算数", "全年执行数", "绩效指标", "年度总体目标", "预期目标":
		return true
	}
	return strings.HasSuffix(s, "效益指标") || s == "产出指标" || s == "数量指标" || s == "质量指标" || s == "时效指标" || s == "满意度指标"
}

func runTogether(_ *rand.Rand, rows [][]string) string {
	var b strings.Builder
	n := 0
	eachCell(rows, func(row, _ int, cell string) {
		if n%40 == 0 {
			fmt.Fprintf(&b, "%d、", n/40+1)
		}
		n++
		b.WriteString(cell)
		if n%40 == 39 {
			b.WriteByte('\n')
		}
	})
	return b.String()
}

func withoutDigits(rng *rand.Rand, rows [][]string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, cellLines(rng, rows))
}

// Forms with cells left blank and figures changed, flattened: the text does not
// say where the blanks were, and the sums do not hold.
func TestFlattenedWithBlanksAndSlips(t *testing.T) {
	forms := soundForms(t)
	rng := rand.New(rand.NewPCG(77, 20251125))
	const each = 6
	all, bad := 0, 0
	for _, f := range flattenings[:9] {
		right, partly, refused, wrong := 0, 0, 0, 0
		for n := range each * len(forms) {
			form := forms[n%len(forms)]
			text := damaged(rng, form.text)
			want := records(load(t, text))
			got, ok := readFlat(t, f.make(rng, rowsOf(text)))
			if !ok {
				refused++
				continue
			}
			switch diff := compareParts(want, got); {
			case diff == "":
				right++
			case !strings.Contains(diff, "≠"):
				partly++
			default:
				wrong++
				t.Logf("%s: %s: %s", f.name, form.name, diff)
			}
		}
		t.Logf("%s: right %d, read in part %d, refused %d, wrong %d", f.name, right, partly, refused, wrong)
		all, bad = all+each*len(forms), bad+wrong
	}
	if bad*100 > all {
		t.Errorf("%d of %d forms wrong, want one in a hundred at most", bad, all)
	}
}

// damaged blanks one to three cells of a form's rows and changes a digit of another.
func damaged(rng *rand.Rand, text string) string {
	lines := strings.Split(text, "\n")
	type place struct{ line, cell int }
	var places []place
	for i, l := range lines {
		cells := strings.Split(l, "\t")
		figures := 0
		for _, c := range cells {
			if strings.ContainsAny(c, "0123456789") {
				figures++
			}
		}
		if figures < 2 || strings.Contains(l, "三级指标") || strings.Contains(l, "指标名称") || strings.Contains(l, "年初") || strings.Contains(l, "总分") {
			continue
		}
		for c := range cells {
			if strings.ContainsAny(cells[c], "0123456789") && !strings.Contains(cells[c], "指标") {
				places = append(places, place{i, c})
			}
		}
	}
	for n := range 1 + rng.IntN(3) {
		p := places[rng.IntN(len(places))]
		cells := strings.Split(lines[p.line], "\t")
		if n == 0 {
			cells[p.cell] = otherDigit(rng, cells[p.cell])
		} else {
			cells[p.cell] = ""
		}
		lines[p.line] = strings.Join(cells, "\t")
	}
	return strings.Join(lines, "\n")
}

func otherDigit(rng *rand.Rand, s string) string {
	b := []byte(s)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] >= '0' && b[i] <= '9' {
			b[i] = '1' + byte((int(b[i]-'0')+rng.IntN(8))%9)
			break
		}
	}
	return string(b)
}

// Rows left over from the blank form, and a text that breaks off.
func TestFlattenedLeftovers(t *testing.T) {
	head := "项目支出绩效自评表\n项目名称\n泵站改造\n一级指标\n二级指标\n三级指标\n年度指标值\n实际完成值\n分值\n得分\n产出指标\n数量指标\n"
	r, ok := readFlat(t, head+"指标1:新建泵站\n≥5座\n5座\n50\n50\n指标2:\n……\n质量指标\n指标1:合格率\n≥98%\n99%\n50\n49\n指标2:\n……\n总分\n100\n99\n")
	if !ok || len(r.Indicators) != 2 || r.Indicators[1].Score.Value != "49" || r.Total == nil || r.Total.Score.Value != "99" {
		t.Errorf("left-over rows: got %v, %+v", ok, r.Indicators)
	}
	r, ok = readFlat(t, head+"新建泵站\n≥5座\n5座\n20\n20\n合格率\n≥98%\n99%\n20\n20\n生态")
	if !ok || len(r.Indicators) != 3 || r.Indicators[2].Weight.State != normalize.Garbled {
		t.Errorf("a text that breaks off: got %v, %+v; want its last row's weight unknown", ok, r.Indicators)
	}
}

// BenchmarkFlattened reads the Ministry's form from one cell to a line.
func BenchmarkFlattened(b *testing.B) {
	data, err := os.ReadFile("../../samples/mof-project-2021.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := []byte(cellLines(nil, rowsOf(string(data))))
	for b.Loop() {
		doc, err := tabin.Read(text, extract.Options{Limits: extract.DefaultLimits()})
		if err != nil {
			b.Fatal(err)
		}
		if len(read.Run(doc, read.Options{})) != 1 {
			b.Fatal("no form")
		}
	}
}
