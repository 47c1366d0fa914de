package pdfout_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/render"
	"ziping/render/pdfout"
)

func bundle(t testing.TB, file string, lang extract.Lang) *render.Bundle {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	out := pipeline.Run(data, file, pipeline.Options{Lang: lang, Audit: a, Named: true, Version: "test"})
	b := out.Bundle()
	if b == nil {
		t.Fatalf("%s: no report: %+v", file, out.Result.Error)
	}
	return b
}

func write(t testing.TB, b *render.Bundle) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := pdfout.Write(&buf, b); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// streams are the unpacked streams of a PDF of ours, one after the other.
func streams(t *testing.T, pdf []byte) []byte {
	t.Helper()
	var all bytes.Buffer
	for {
		i := bytes.Index(pdf, []byte("stream\n"))
		if i < 0 {
			return all.Bytes()
		}
		pdf = pdf[i+len("stream\n"):]
		end := bytes.Index(pdf, []byte("\nendstream"))
		if end < 0 {
			t.Fatal("a stream without an end")
		}
		if z, err := zlib.NewReader(bytes.NewReader(pdf[:end])); err == nil {
			if _, err := io.Copy(&all, z); err != nil {
				t.Fatal(err)
			}
		}
		pdf = pdf[end+len("\nendstream"):]
	}
}

// utf16be is a text as the content streams hold it.
func utf16be(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		for _, c := range []byte{byte(u >> 8), byte(u)} {
			switch c {
			case '\r':
				b = append(b, '\\', 'r')
				continue
			case '(', ')', '\\':
				b = append(b, '\\')
			}
			b = append(b, c)
		}
	}
	return b
}

// Every word of a table cell that fits on a line is in the file, each way.
func TestNothingIsLost(t *testing.T) {
	files, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatalf("got %d samples, %v", len(files), err)
	}
	for _, file := range files {
		b := bundle(t, file, extract.ZH)
		drawn := streams(t, write(t, b))
		for i := range b.Forms {
			for _, c := range b.Forms[i].Layout.Cells {
				// Long cells are broken into lines: look for their beginning.
				word := c.Text
				if r := []rune(word); len(r) > 3 {
					word = string(r[:3])
				}
				if strings.TrimSpace(word) != "" && !strings.ContainsAny(word, "\n\t") && !bytes.Contains(drawn, utf16be(word)) {
					t.Errorf("%s: %q of cell %d,%d is not in the PDF", file, word, c.Row, c.Col)
				}
			}
		}
	}
}

// The seed's PDF shows both the old value and the new, numbers its findings,
// and has what a reader and an archive ask of it.
func TestSeed(t *testing.T) {
	pdf := write(t, bundle(t, "../../samples/fuzhou-hrss-2023.txt", extract.ZH))
	drawn := streams(t, pdf)
	for _, want := range []string{"部门整体绩效自评表", "250958.80", "[1–5, ", "核对结果", "FND-05", "第 1 页", "相符：FND-01", "不符：FND-05", "无法核对：FND-03", "不适用：WGT-02", "已识别：184/184", "SHA-256 a1ccb0af"} {
		if !bytes.Contains(drawn, utf16be(want)) {
			t.Errorf("%q is not in the PDF", want)
		}
	}
	for _, want := range []string{"/ToUnicode", "/FontFile2", "/ZIPING+notosanscjksc", "/Lang", "/Outlines", "/OutputIntents", "/Metadata", "/ID [<"} {
		if !bytes.Contains(pdf, []byte(want)) {
			t.Errorf("the PDF has no %s", want)
		}
	}
	for _, bad := range []string{"/utf8", "{pages}"} {
		if bytes.Contains(pdf, []byte(bad)) || bytes.Contains(drawn, utf16be(bad)) {
			t.Errorf("the PDF still has %s", bad)
		}
	}
}

// Findings have their numbers in the margin whatever they are about: a line
// outside the table, a row, a cell without a field.
func TestMargin(t *testing.T) {
	title := "项目支出绩效自评表\n"
	form := func(lines string) string {
		return lines + "项目名称\t甲\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t修路\t≥10公里\t12公里\t100\t100\n"
	}
	for name, c := range map[string]struct {
		text, file string
		want       []string
		times      int // a finding of several places is marked at each
	}{
		"lines above and below": {file: "hn-report-2022.txt", want: []string{"[1]"}, times: 3},
		"a caption and a row":   {file: "fuzhou-hrss-2023.txt", want: []string{"[12]", "[13]"}, times: 1},
		"a line printed twice":  {text: form(title + "说明甲\n说明甲\n"), want: []string{"[1]"}, times: 1},
	} {
		file := filepath.Join("../../samples", c.file)
		if c.text != "" {
			file = filepath.Join(t.TempDir(), "form.txt")
			if err := os.WriteFile(file, []byte(c.text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		drawn := streams(t, write(t, bundle(t, file, extract.ZH)))
		for _, want := range c.want {
			// alone, and not before a finding in the list of them
			if n := bytes.Count(drawn, slices.Concat([]byte("("), utf16be(want), []byte(")"))); n < c.times {
				t.Errorf("%s: %s stands %d times in the margin, want %d or more", name, want, n, c.times)
			}
		}
	}
}

// A ticked box does not become an empty one, and what cannot be drawn at all is
// seen to be missing and named at the end.
func TestSigns(t *testing.T) {
	form := "项目支出绩效自评表\n项目名称\t甲☑乙☐丙\u00a0丁\n" +
		"一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n" +
		"产出指标\t数量指标\t库容𠮷\t≥100㎥\t120㎥\t100\t100\n总分\t\t\t\t\t100\t100\n"
	file := filepath.Join(t.TempDir(), "signs.txt")
	if err := os.WriteFile(file, []byte(form), 0o600); err != nil {
		t.Fatal(err)
	}
	drawn := streams(t, write(t, bundle(t, file, extract.ZH)))
	for _, want := range []string{"甲[√]乙□丙 丁", "库容〓", "120m³", "U+2611 → [√]", "U+20BB7 → 〓"} {
		if !bytes.Contains(drawn, utf16be(want)) {
			t.Errorf("%q is not in the PDF", want)
		}
	}
}

// Documents share the embedded font and leave it as it is: what one wrote into
// it would show in the bytes of the next.
func TestFontUntouched(t *testing.T) {
	before := bytes.Clone(pdfout.FontData)
	files, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatalf("got %d samples, %v", len(files), err)
	}
	for _, file := range files {
		write(t, bundle(t, file, extract.ZH))
		if !bytes.Equal(pdfout.FontData, before) {
			t.Fatalf("%s: writing it changed the font", file)
		}
	}
}

// The cross-reference table names the place of every object: what is mended
// after the library is done must not move anything.
func TestOffsets(t *testing.T) {
	pdf := write(t, bundle(t, "../../samples/mof-project-2021.txt", extract.EN))
	m := regexp.MustCompile(`startxref\n(\d+)\n%%EOF`).FindSubmatch(pdf)
	if m == nil {
		t.Fatal("no startxref at the end")
	}
	at, _ := strconv.Atoi(string(m[1]))
	lines := strings.Split(string(pdf[at:]), "\n")
	if strings.TrimSpace(lines[0]) != "xref" {
		t.Fatalf("got %q at startxref", lines[0])
	}
	checked := 0
	for n, line := range lines[2:] {
		if strings.HasPrefix(line, "trailer") {
			break
		}
		entry := strings.Fields(line)
		if len(entry) != 3 {
			t.Fatalf("entry %d: %q", n, line)
		}
		if entry[2] != "n" {
			continue
		}
		off, err := strconv.Atoi(entry[0])
		if err != nil || off >= len(pdf) {
			t.Fatalf("entry %d: %q", n, line)
		}
		if want := fmt.Sprintf("%d 0 obj", n); !bytes.HasPrefix(pdf[off:], []byte(want)) {
			t.Errorf("entry %d: got %q, want %q", n, pdf[off:min(off+12, len(pdf))], want)
		}
		checked++
	}
	if checked < 10 {
		t.Errorf("checked %d objects only", checked)
	}
}

func BenchmarkWrite(b *testing.B) {
	x := bundle(b, "../../samples/fuzhou-hrss-2023.txt", extract.ZH)
	b.ReportAllocs()
	for b.Loop() {
		write(b, x)
	}
}
