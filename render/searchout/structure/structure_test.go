package structure

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// written is a file of objects from 1 on, with a table of lines.
func written(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := []int{}
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, start)
	return b.Bytes()
}

const (
	catalog = "<< /Type /Catalog /Pages 2 0 R >>"
	tree    = "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 3 /Resources 7 0 R >>"
	page    = "<< /Type /Page /Parent 2 0 R /Contents 8 0 R >>"
	branch  = "<< /Type /Pages /Kids [5 0 R 6 0 R] /Count 2 /Parent 2 0 R >>"
	other   = "<< /Type /Page /Parent 4 0 R /Resources << /Own true >> /Name (a \\) >> b) >>"
	common  = "<< /Common true >>"
)

var sound = []string{catalog, tree, page, branch, other, page, common}

func opened(t *testing.T, data []byte) (*File, []Page) {
	t.Helper()
	f, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	return f, pages
}

func check(t *testing.T, pages []Page) {
	t.Helper()
	if len(pages) != 3 || pages[0].Number != 3 || pages[1].Number != 5 || pages[2].Number != 6 {
		t.Fatalf("pages %+v", pages)
	}
	for i, key := range []string{"/Common", "/Own", "/Common"} {
		if string(Entry(pages[i].Resources, key)) != "true" {
			t.Errorf("page %d: resources %s", i+1, pages[i].Resources)
		}
	}
	if got := string(Entry(pages[1].Dict, "/Name")); got != "(a \\) >> b)" {
		t.Errorf("a string: %s", got)
	}
}

func TestPages(t *testing.T) {
	f, pages := opened(t, written("", sound...))
	check(t, pages)
	if f.Next != 8 || f.Streamed {
		t.Errorf("next %d, streamed %v", f.Next, f.Streamed)
	}
}

// streamed is the same file as programs write it since PDF 1.5: most objects in a
// stream, and a table that is a stream, filtered as a PNG.
func streamed() []byte {
	packed := func(b []byte) []byte {
		var z bytes.Buffer
		w := zlib.NewWriter(&z)
		_, _ = w.Write(b)
		_ = w.Close()
		return z.Bytes()
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var index, body string
	for i, o := range sound {
		index += fmt.Sprintf("%d %d ", i+1, len(body))
		body += o + "\n"
	}
	holds := b.Len()
	z := packed([]byte(index + body))
	fmt.Fprintf(&b, "8 0 obj\n<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>\nstream\r\n%s\nendstream\nendobj\n", len(sound), len(index), len(z), z)
	start := b.Len()
	rows := [][]byte{{0, 0, 0, 0}}
	for i := range sound {
		rows = append(rows, []byte{2, 0, 8, byte(i)})
	}
	rows = append(rows, []byte{1, byte(holds >> 8), byte(holds), 0}, []byte{1, byte(start >> 8), byte(start), 0})
	var table []byte
	above := make([]byte, 4)
	for n, row := range rows {
		kind := n % 5 // each of the filters
		table = append(table, byte(kind))
		for i, v := range row {
			left, corner := byte(0), byte(0)
			if i > 0 {
				left, corner = row[i-1], above[i-1]
			}
			table = append(table, v-[]byte{0, left, above[i], byte((int(left) + int(above[i])) / 2), paeth(left, above[i], corner)}[kind])
		}
		above = row
	}
	z = packed(table)
	fmt.Fprintf(&b, "9 0 obj\n<< /Type /XRef /Size 10 /W [1 2 1] /Root 1 0 R /Filter [/FlateDecode] /DecodeParms [<< /Predictor 15 /Columns 4 >>] /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF", len(z), z, start)
	return b.Bytes()
}

func TestStreamed(t *testing.T) {
	f, pages := opened(t, streamed())
	check(t, pages)
	if f.Next != 10 || !f.Streamed {
		t.Errorf("next %d, streamed %v", f.Next, f.Streamed)
	}
}

// What was written last counts, and what was deleted is gone.
func TestChanged(t *testing.T) {
	data := written("", sound...)
	first, _ := opened(t, data)
	var b bytes.Buffer
	b.Write(data)
	at := b.Len()
	b.WriteString("7 0 obj << /Common false >> endobj\n")
	start := b.Len()
	fmt.Fprintf(&b, "xref\n5 1\n0000000000 00001 f \n7 1\n%010d 00000 n \ntrailer << /Size 9 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n", at, first.Start, start)
	f, err := Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if now, _ := f.Object(7); string(Entry(now, "/Common")) != "false" {
		t.Errorf("object 7 is %s", now)
	}
	if gone, err := f.Object(5); string(gone) != "null" || err != nil {
		t.Errorf("object 5 is %s", gone)
	}
}

// A file that is not sound is for someone else, and never read wrongly.
func TestUnsound(t *testing.T) {
	data := string(written("", sound...))
	round := strings.Replace(branch, "5 0 R", "2 0 R", 1)
	for name, file := range map[string]string{
		"empty":                    "",
		"no PDF":                   "hello startxref 0",
		"cut":                      data[:len(data)/2],
		"words before its head":    "x\n" + data,
		"moved objects":            strings.Replace(data, "1 0 obj", "1 0 obj % moved\n", 1),
		"a table elsewhere":        strings.Replace(data, "startxref\n", "startxref\n1", 1),
		"an encrypted one":         string(written("/Encrypt 9 0 R", sound...)),
		"a table of itself":        strings.Replace(data, "/Root 1 0 R", fmt.Sprintf("/Root 1 0 R /Prev %d", strings.Index(data, "xref")), 1),
		"a tree that goes round":   string(written("", catalog, tree, page, round, other, page, common)),
		"a tree of itself twice":   string(written("", catalog, tree, page, "<< /Kids [4 0 R 4 0 R] >>")),
		"a tree without an end":    string(written("", catalog, "<< /Kids [2 0 R] >>")),
		"an object of any number":  strings.Replace(data, "xref\n0 8", "xref\n9000000 8", 1),
		"no tree":                  string(written("", "<< /Type /Catalog >>", tree)),
		"a reference to itself":    string(written("", "1 0 R", tree)),
		"brackets without an end":  string(written("", strings.Repeat("[", 100_000))),
		"a table with a false row": strings.Replace(data, " n \n", " x \n", 1),
	} {
		f, err := Open([]byte(file))
		if err == nil {
			_, err = f.Pages()
		}
		if !errors.Is(err, ErrStructure) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(written("", sound...))
	f.Add(streamed())
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(data)
		if err == nil {
			_, err = file.Pages()
		}
		if err != nil && !errors.Is(err, ErrStructure) {
			t.Error(err)
		}
	})
}

// Tables of streams may list some numbers only, leave out columns, and be told beside a
// table of lines.
func TestTables(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := map[int]int{}
	for _, n := range []int{1, 2, 3, 12} {
		at[n] = b.Len()
		body := map[int]string{1: catalog, 2: "<< /Type /Pages /Kids [3 0 R] /Resources 12 0 R >>", 3: page, 12: common}[n]
		fmt.Fprintf(&b, "%d 0 obj %s endobj\n", n, body)
	}
	beside := b.Len()
	fmt.Fprintf(&b, "20 0 obj << /Type /XRef /W [0 2 0] /Index [12 1] /Size 21 /Length 2 >> stream\n%s\nendstream endobj\n", []byte{byte(at[12] >> 8), byte(at[12])})
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 1\n0000000000 65535 f \n1 3\n%010d 00000 n \n%010d 00000 n \n%010d 00000 n \n12 1\n0000000000 00000 f \ntrailer << /Size 21 /Root 1 0 R /XRefStm %d >>\nstartxref\n%d\n%%%%EOF\n", at[1], at[2], at[3], beside, start)
	f, pages := opened(t, b.Bytes())
	if len(pages) != 1 || string(Entry(pages[0].Resources, "/Common")) != "true" || f.Next != 21 || f.Streamed {
		t.Errorf("%+v, next %d", pages, f.Next)
	}
}

// Two entries of one key: the last counts.
func TestEntry(t *testing.T) {
	for _, c := range [][3]string{
		{"<< /A 1 /B 2 /A 3 >>", "/A", "3"},
		{"<</A<</A 1>>/B[1 0 R 2]>>", "/B", "[1 0 R 2]"},
		{"<< /A (x) /C#20D true >>", "/C#20D", "true"},
		{"[ /A 1 ]", "/A", ""},
		{"<< /A % 7\n 8 >>", "/A", "8"},
		{"<< /A 1 0 R/B 2 >>", "/A", "1 0 R"},
		{"<< /A <414> /B 2 >>", "/A", "<414>"},
	} {
		if got := string(Entry([]byte(c[0]), c[1])); got != c[2] {
			t.Errorf("%s of %s: got %s, want %s", c[1], c[0], got, c[2])
		}
	}
}
