package pdfout_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/render/pdfout"
	"ziping/score"
)

var shown = regexp.MustCompile(`(?s)\(((?:\\.|[^\\)])*)\) ?Tj`)

// pages are the texts of each page, in the order in which they were written.
func pages(t *testing.T, pdf []byte) (out [][]string) {
	t.Helper()
	for {
		i := bytes.Index(pdf, []byte("\nstream\n"))
		if i < 0 {
			return out
		}
		pdf = pdf[i+len("\nstream\n"):]
		end := bytes.Index(pdf, []byte("\nendstream"))
		z, err := zlib.NewReader(bytes.NewReader(pdf[:end]))
		pdf = pdf[end:]
		if err != nil {
			continue
		}
		data, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, m := range shown.FindAllSubmatch(data, -1) {
			texts = append(texts, fromUTF16(m[1]))
		}
		if texts != nil {
			out = append(out, texts)
		}
	}
}

// fromUTF16 reads a string of a content stream.
func fromUTF16(s []byte) string {
	var raw []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			if i++; s[i] == 'r' {
				raw = append(raw, '\r')
				continue
			}
		}
		raw = append(raw, s[i])
	}
	var units []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, binary.BigEndian.Uint16(raw[i:]))
	}
	return string(utf16.Decode(units))
}

// A form in which nothing is wrong is one page with all that is said of it, and the seed
// with its 31 findings no more than six.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatalf("got %d samples, %v", len(files), err)
	}
	for i, file := range files {
		lang, most := []extract.Lang{extract.ZH, extract.EN}[i%2], 1
		if strings.Contains(file, "fuzhou") {
			most = 6
		}
		b := bundle(t, file, lang)
		if n := len(pages(t, write(t, b))); n > most {
			t.Errorf("%s in %s: got %d pages, want %d at most", file, lang, n, most)
		}
	}
}

// A heading is never parted from what it heads, nor from two lines of it, however little
// room the page has left; where there is room for them the page is not left early.
func TestHeadingsNotAlone(t *testing.T) {
	const n = 60
	pdf, err := pdfout.Flows(n)
	if err != nil {
		t.Fatal(err)
	}
	page := map[string]int{}
	all := pages(t, pdf)
	for i, texts := range all {
		for _, s := range texts {
			page[s] = i
		}
	}
	moved := 0 // those whose page was left with nothing on it
	for _, texts := range all {
		if !slices.ContainsFunc(texts, func(s string) bool { return s == "more" || strings.HasPrefix(s, "level ") }) {
			moved++
		}
	}
	for i := range n {
		at := page[fmt.Sprintf("level %d", i)]
		for _, what := range []string{"check", "one", "two"} {
			if p := page[fmt.Sprintf("%s %d", what, i)]; p != at {
				t.Errorf("with %g mm left: %s stands on page %d, its heading on page %d", float64(i)*0.5, what, p, at)
			}
		}
	}
	// Two headings and two lines take 17 to 18 mm.
	if moved < 33 || moved > 37 {
		t.Errorf("%d of %d went to the next page, want those with less than 18 mm left", moved, n)
	}
}

// Findings are told as on the terminal, and their numbers count in that order: in the
// margin of the form, before each finding, and in the corrections.
func TestOrder(t *testing.T) {
	b := bundle(t, "../../samples/fuzhou-hrss-2023.txt", extract.ZH)
	var all []string
	for _, texts := range pages(t, write(t, b)) {
		all = append(all, texts...)
	}
	from := slices.IndexFunc(all, func(s string) bool { return strings.HasPrefix(s, "核对结果：") })
	at := func(want string) int {
		i := slices.IndexFunc(all[from+1:], func(s string) bool { return strings.HasPrefix(s, want) })
		if i < 0 {
			t.Fatalf("%q is not in the PDF", want)
		}
		return i
	}
	last := 0
	for _, want := range []string{"更正方案", "错误 10", "FND-05", "评分存疑 1", "SCR-03", "提示 20", "FND-06", "RSN-01", "TXT-02", "FRM-01", "核对统计"} {
		if i := at(want); i < last {
			t.Errorf("%q comes too early", want)
		} else {
			last = i
		}
	}
	var leads []string
	for _, s := range all[from:] {
		if regexp.MustCompile(`^\[\d+\]$`).MatchString(s) {
			leads = append(leads, s)
		}
	}
	if want := len(b.Forms[0].Report.Findings); len(leads) != want || leads[0] != "[1]" {
		t.Errorf("got %d numbers of findings %v, want %d", len(leads), leads, want)
	}
}

// Of several forms each page has the foot that belongs to it: a legend where that form
// has marks, at the end of its own paper.
func TestFeet(t *testing.T) {
	sound := "项目支出绩效自评表\n(2021年度)\n项目名称\t甲\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t修路\t≥10公里\t12公里\t100\t100\n总分\t\t\t\t\t100\t100\n"
	wrong := strings.Replace(sound, "\t100\t100\n总分", "\t100\t90\n总分", 1)
	file := filepath.Join(t.TempDir(), "two.txt")
	if err := os.WriteFile(file, []byte(sound+"\n"+wrong), 0o600); err != nil {
		t.Fatal(err)
	}
	b := bundle(t, file, extract.ZH)
	if len(b.Forms) != 2 || len(b.Forms[0].Report.Findings) > 0 || len(b.Forms[1].Report.Findings) == 0 {
		t.Fatalf("got %d forms", len(b.Forms))
	}
	marked := func(texts []string) bool {
		return slices.ContainsFunc(texts, func(s string) bool { return strings.HasPrefix(s, "右侧方括号") })
	}
	all := pages(t, write(t, b))
	if marked(all[0]) || !marked(all[1]) {
		t.Errorf("the legend stands on the first page: %v, on the second: %v; want on the second", marked(all[0]), marked(all[1]))
	}
}

// Each number in the margin leads to where its finding is told, each finding back to the form.
func TestLinks(t *testing.T) {
	b := bundle(t, "../../samples/fuzhou-hrss-2023.txt", extract.ZH)
	pdf := write(t, b)
	onForm, back := 0, 0
	for i, page := range regexp.MustCompile(`(?s)/Type /Page\n.*?endobj`).FindAll(pdf, -1) {
		n := bytes.Count(page, []byte("/Subtype /Link"))
		if i < 2 {
			onForm += n
		} else {
			back += n
		}
	}
	if n := bytes.Count(pdf, []byte("/F 4 ")); n != onForm+back { // PDF/A prints every annotation
		t.Errorf("%d of %d links have the flag for print", n, onForm+back)
	}
	places := map[string]bool{}
	for _, m := range regexp.MustCompile(`(\d+) 0 obj\n<</Type /Page\n`).FindAllSubmatch(pdf, -1) {
		places[string(m[1])] = true
	}
	for _, m := range regexp.MustCompile(`/Dest \[(\d+) 0 R`).FindAllSubmatch(pdf, -1) {
		if !places[string(m[1])] {
			t.Errorf("a link leads to object %s, which is no page", m[1])
		}
	}
	placed := 0
	for i := range b.Forms[0].Report.Findings {
		if b.Forms[0].Report.Findings[i].At != nil {
			placed++
		}
	}
	if onForm < 20 || back != placed {
		t.Errorf("got %d links on the form and %d back, want 20 or more and %d", onForm, back, placed)
	}
}

// The file is named for whose form it is, and holds no time that nobody measured.
func TestProperties(t *testing.T) {
	pdf := write(t, bundle(t, "../../samples/fuzhou-hrss-2023.txt", extract.ZH))
	title := utf16be("福州市人力资源和社会保障局 2023年度 部门整体绩效自评表")
	if !bytes.Contains(pdf, append([]byte("/Title (\xfe\xff"), title...)) {
		t.Error("the title does not name unit, year and form")
	}
	for _, bad := range []string{"CreationDate", "ModDate", "CreateDate", "ModifyDate", "D:2"} {
		if bytes.Contains(pdf, []byte(bad)) || bytes.Contains(streams(t, pdf), []byte(bad)) {
			t.Errorf("the PDF has %s", bad)
		}
	}
}

// Findings of the same check on two levels stand under both.
func TestGroupsByLevel(t *testing.T) {
	all := []score.Finding{
		{Check: "B", Level: score.Notice}, {Check: "A", Level: score.Notice}, {Check: "B", Level: score.Error},
		{Check: "A", Level: score.Notice, At: &extract.Ref{Row: 1, Col: 3}}, {Check: "A", Level: score.Notice, At: &extract.Ref{Row: 1, Col: 5}},
	}
	var got []string
	for _, g := range render.Groups(all, []score.Doc{{ID: "A"}, {ID: "B"}}) {
		got = append(got, string(g.Level)+" "+g.Check)
	}
	want := []string{"error B", "notice A", "notice A", "notice B"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// What is not understood is listed as far as somebody reads it on paper, and the rest counted.
func TestNotUnderstoodIsCounted(t *testing.T) {
	for _, n := range []int{3, 200, 201, 5000} {
		b := bundle(t, "../../samples/mof-project-2018.txt", extract.ZH)
		b.Result.Status = score.Partial
		r := b.Forms[0].Report
		r.Unplaced = nil
		for i := range n {
			r.Unplaced = append(r.Unplaced, normalize.Unplaced{At: extract.Ref{Row: 1000 + i}, Text: fmt.Sprintf("字%d", i)})
		}
		all := ""
		for _, texts := range pages(t, write(t, b)) {
			all += strings.Join(texts, "\n") + "\n"
		}
		if got, want := strings.Count(all, "未识别：“"), min(n, 200); got != want {
			t.Errorf("%d not understood: %d are listed, want %d", n, got, want)
		}
		if got, want := strings.Contains(all, fmt.Sprintf("另有 %d 处未识别", n-200)), n > 200; got != want {
			t.Errorf("%d not understood: the rest is counted: %t, want %t", n, got, want)
		}
	}
}
