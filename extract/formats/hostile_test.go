package formats_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"ziping/extract"
	"ziping/extract/formats"
)

// small are limits that are soon reached.
var small = func() extract.Limits {
	l := extract.DefaultLimits()
	l.Unpacked = 48 << 20
	return l
}()

// TestHostileInputs holds readers to their limits: each input ends soon, with
// a Document or with an error that says why in both languages.
func TestHostileInputs(t *testing.T) {
	page := func(s string) func() []byte { return func() []byte { return []byte("<html><body>" + s) } }
	word := func(body string) func() []byte {
		return func() []byte { return docx(t, body, transitional) }
	}
	sheet := func(rows string, extra ...string) func() []byte {
		return func() []byte { return xlsx(t, rows, extra...) }
	}
	for _, c := range []struct {
		name, file string
		data       func() []byte
		want       extract.ErrorKind // "" for success
	}{
		{"tables in tables", "a.html", page(strings.Repeat("<table><tr><td>", 100_000)), extract.ErrLimit},
		{"a wide row", "a.html", page("<table><tr>" + strings.Repeat("<td>1", 60_000)), extract.ErrLimit},
		{"a long table", "a.html", page("<table>" + strings.Repeat("<tr><td>1", 60_000)), extract.ErrLimit},
		{"tags", "a.html", page(strings.Repeat("<br>", 1_100_000)), extract.ErrLimit},
		{"empty rows", "a.html", page("<table>" + strings.Repeat("<tr><td>", 60_000) + "x"), ""},
		{"spans", "a.html", page("<table>" + strings.Repeat("<tr>"+strings.Repeat("<td rowspan=65534 colspan=9>x", 10), 4_000)), extract.ErrLimit},
		{"wide spans", "a.html", page("<table>" + strings.Repeat("<tr><td colspan=999999999>x", 10_000)), ""},
		{"spans to the right edge", "a.html", page("<table><tr>" + strings.Repeat("<td colspan=1000>", 60_000)), extract.ErrLimit},
		{"rows taken out", "a.html", page("<table><tr><td rowspan=65534>1" + strings.Repeat("<tr style='visibility:collapse'><td>", 60_000)), ""},
		{"headings that come again", "a.html", page("<table>" + strings.Repeat("<tr><th>a<th>b", 8_000) + "<tr><td>x" + strings.Repeat("<tr><th>a<th>b", 8_000)), ""},
		{"open formatting", "a.html", page(many(600, func(i int) string { return fmt.Sprintf("<b x%d>", i) }) + strings.Repeat("<div>x</div>", 50_000)), extract.ErrLimit},
		{"formatting opened again", "a.html", page("<div>" + many(400, func(i int) string { return fmt.Sprintf("<b x%d>", i) }) + "</div>" + strings.Repeat("<div>x</div>", 19_000)), ""},
		{"a long attribute", "a.html", page("<p x='" + strings.Repeat("a", 15<<20) + "'>x"), ""},
		{"too many bytes", "a.html", page(strings.Repeat("测", 12<<20)), extract.ErrLimit},
		{"a long cell", "a.html", page("<table><tr><td>" + strings.Repeat("长", 200_000)), extract.ErrLimit},
		{"entities", "a.html", page(strings.Repeat("&nbsp;&#x10FFFF;&#0;&bogus;", 100_000) + "<p>x"), extract.ErrLimit},
		{"style sheets", "a.html", page("<style>" + strings.Repeat(".a{display:none}", 500_000) + "</style><p>x"), ""},
		{"drawn tables in drawn tables", "a.html", page(strings.Repeat("<div role=table><div role=row><div role=cell>a</div><div role=cell>", 120) + strings.Repeat("<p>x</p>", 15_000)), ""},
		{"a drawn table of cells", "a.html", page("<div role=table>" + strings.Repeat("<div role=row><i role=cell>1</i><i role=cell>2</i></div>", 21_000)), extract.ErrLimit},
		{"many classes", "a.html", page("<style>" + many(15_000, func(i int) string { return fmt.Sprintf(".a%d{display:table-cell}", i) }) + "</style>" + strings.Repeat("<p class='"+many(200, func(i int) string { return fmt.Sprintf("a%d ", i) })+"'>x</p>", 2_000)), ""},
		{"parts in parts", "a.mht", func() []byte {
			return []byte(strings.Repeat("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n", 10_000))
		}, extract.ErrLimit},
		{"parts", "a.mht", func() []byte {
			return []byte("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\n\n", 1_000_000))
		}, extract.ErrLimit},

		{"a document of blanks", "a.docx", func() []byte { return bomb(t, "word/document.xml", "<w:document>", " ") }, extract.ErrLimit},
		{"a document of tags", "a.docx", func() []byte {
			return bomb(t, "word/document.xml", `<w:document xmlns:w="`+transitional+`"><w:body>`, "<w:p><w:r><w:t>1</w:t></w:r></w:p>")
		}, extract.ErrLimit},
		{"tables in tables", "a.docx", word(strings.Repeat("<w:tbl><w:tr><w:tc>", 60) + "<w:p/>" + strings.Repeat("</w:tc></w:tr></w:tbl>", 60)), extract.ErrLimit},
		{"boxes in boxes", "a.docx", word(strings.Repeat("<w:p><w:r><w:txbxContent>", 60) + strings.Repeat("</w:txbxContent></w:r></w:p>", 60)), extract.ErrLimit},
		{"tags in tags", "a.docx", word(strings.Repeat("<w:sdt>", 100_000)), extract.ErrLimit},
		{"a wide row", "a.docx", word("<w:tbl><w:tr>" + strings.Repeat("<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>", 60_000) + "</w:tr></w:tbl>"), extract.ErrLimit},
		{"wide spans", "a.docx", word("<w:tbl><w:tr>" + strings.Repeat(`<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>`, 9) + "</w:tr></w:tbl>"), extract.ErrLimit},
		{"entities", "a.docx", func() []byte {
			return zipped(t, map[string]string{"word/document.xml": `<!DOCTYPE d [<!ENTITY a "` + strings.Repeat("x", 1000) + `"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>`})
		}, extract.ErrDamaged},
		{"external entity", "a.docx", func() []byte {
			return zipped(t, map[string]string{"word/document.xml": `<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>`})
		}, extract.ErrDamaged},
		{"a note referred to again", "a.xml", func() []byte { return wordNotes(5_000, strings.Repeat("注", 50_000)) }, extract.ErrLimit},
		{"a list number of pathological length", "a.xml", func() []byte { return wordList(strings.Repeat("%1", 120), 30_000) }, extract.ErrLimit},
		{"no main part", "a.docx", func() []byte { return zipped(t, map[string]string{"word/documents": ""}) }, extract.ErrDamaged},
		{"an empty document", "a.docx", word(""), extract.ErrEmpty},

		{"rows of formats alone", "a.xlsx", sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>自评表</t></is></c></row>` + many(250_000, func(i int) string {
			return `<row r="` + strconv.Itoa(i+2) + `" spans="1:9" s="1" customFormat="1" ht="20"><c r="A` + strconv.Itoa(i+2) + `" s="1"/></row>`
		})), ""},
		{"a wide row", "a.xlsx", sheet("<row>" + strings.Repeat("<c><v>1</v></c>", 16_000) + "</row>"), extract.ErrLimit},
		{"beyond the sheet", "a.xlsx", sheet("<row>" + strings.Repeat("<c/>", 300_000) + "</row>"), extract.ErrDamaged},
		{"a merge of everything", "a.xlsx", sheet(`<row><c><v>1</v></c></row>`, `<mergeCell ref="A1:XFD1048576"/>`), ""},
		{"merges", "a.xlsx", sheet(`<row r="1000000"><c r="A1000000"><v>1</v></c></row>`, many(300, func(i int) string { return fmt.Sprintf(`<mergeCell ref="A%d:XFD%d"/>`, i*3000+1, i*3000+3000) })), extract.ErrLimit},
		{"merges that overlap at their end", "a.xlsx", sheet(`<row r="9000"><c r="AZ9000"><v>1</v></c></row>`, `<mergeCell ref="AZ9000:BA9001"/>`+strings.Repeat(`<mergeCell ref="A1:AZ9000"/>`, 50_000)), extract.ErrLimit},
		{"shared strings", "a.xlsx", func() []byte { return bombStrings(t) }, extract.ErrLimit},
		{"formulas", "a.xlsx", sheet(many(100_000, func(i int) string { return `<row><c><f>1+1</f></c></row>` })), extract.ErrLimit},
		{"a row number", "a.xlsx", sheet(`<row r="99999999999999999999"><c><v>1</v></c></row>`), extract.ErrDamaged},
		{"entities", "a.xlsx", func() []byte {
			return zipped(t, map[string]string{"xl/workbook.xml": `<!DOCTYPE d [<!ENTITY a "x">]><workbook>&a;</workbook>`})
		}, extract.ErrDamaged},
		{"a text shown 512 times", "a.xlsx", func() []byte { return xlsxRepeating(t, strings.Repeat("@", 512), 300) }, extract.ErrLimit},
		{"an empty book", "a.xlsx", sheet(""), extract.ErrEmpty},
		{"parts without end", "a.xml", func() []byte {
			return []byte(`<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">` + many(300_000, func(i int) string { return fmt.Sprintf(`<pkg:part pkg:name="/%d"><pkg:xmlData/></pkg:part>`, i) }))
		}, extract.ErrLimit},
		{"parts not closed", "a.xml", func() []byte {
			return []byte(`<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">` + strings.Repeat(`<pkg:part pkg:name="/a"><pkg:xmlData>`, 300_000))
		}, extract.ErrDamaged},
		{"notes in notes", "a.xml", func() []byte {
			return []byte(`<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>` + strings.Repeat("<w:p><w:r><w:footnote>", 100_000))
		}, extract.ErrLimit},
		{"rows of formats alone", "a.xml", sheetXML(`<Row><Cell><Data Type="String">自评表</Data></Cell></Row>` + strings.Repeat(`<Row Height="20"><Cell StyleID="a"/></Row>`, 250_000)), ""},
		{"rows of rows", "a.xml", sheetXML(strings.Repeat(`<Row Span="1000000"><Cell><Data Type="String">1</Data></Cell></Row>`, 3)), extract.ErrDamaged},
		{"merges of everything", "a.xml", sheetXML(strings.Repeat(`<Row Index="1"><Cell MergeAcross="999999999" MergeDown="999999999"><Data Type="Number">1</Data></Cell></Row>`, 30_000)), extract.ErrLimit},
		{"wide merges", "a.xml", sheetXML(strings.Repeat(`<Row><Cell MergeAcross="199" MergeDown="199"/></Row>`, 9_000) + `<Row><Cell><Data Type="Number">1</Data></Cell></Row>`), extract.ErrLimit},
		{"a long text", "a.xml", sheetXML(`<Row><Cell><Data Type="String">` + strings.Repeat("长", 500_000) + `</Data></Cell></Row>`), extract.ErrLimit},
		{"tags in tags", "a.xml", sheetXML(strings.Repeat("<Row>", 100_000)), extract.ErrLimit},
	} {
		t.Run(c.file[2:]+"/"+c.name, func(t *testing.T) {
			data := c.data()
			begin := time.Now()
			_, err := formats.Read(data, c.file, extract.Options{Limits: small})
			t.Logf("%v", time.Since(begin)) // 2 s is the aim on a machine with nothing else to do
			if got := explained(t, err); got != c.want {
				t.Errorf("got %q (%v), want %q", got, err, c.want)
			}
		})
	}
}

// explained is the kind of an error, "" for none; it must say why and what to
// do in both languages.
func explained(t testing.TB, err error) extract.ErrorKind {
	t.Helper()
	if err == nil {
		return ""
	}
	var e *extract.Error
	if !errors.As(err, &e) {
		t.Fatalf("got %T: %v, want *extract.Error", err, err)
	}
	if e.Reason.ZH == "" || e.Reason.EN == "" || e.Hint.ZH == "" || e.Hint.EN == "" {
		t.Errorf("%+v lacks a reason or remedy in one language", e)
	}
	return e.Kind
}

// TestTruncated cuts good files everywhere in the middle.
func TestTruncated(t *testing.T) {
	doc := merged(load(t, []byte("自评表\n\n一级指标\t二级指标\t三级指标\t分值\n产出指标\t数量指标\t培训人数\t10\n\t质量指标\t合格率\t90\n"), "a.txt"))
	for kind, data := range map[string][]byte{
		"a.html": page(t, doc), "a.mht": archive(t, doc), "a.docx": document(t, doc), "a.xlsx": workbook(t, doc),
	} {
		for n := 4; n < len(data); n += 1 + len(data)/200 {
			_, err := formats.Read(data[:n], kind, opts)
			if got := explained(t, err); strings.HasSuffix(kind, "x") && got == "" {
				t.Errorf("%s cut to %d of %d bytes: got no error", kind, n, len(data))
			}
		}
	}
}

// BenchmarkMillionRows reads a sheet with a million formatted empty rows.
func BenchmarkMillionRows(b *testing.B) {
	data := xlsx(b, many(250_000, func(i int) string {
		return `<row r="` + strconv.Itoa(i+2) + `" spans="1:9" s="1" customFormat="1" ht="20"><c r="A` + strconv.Itoa(i+2) + `" s="1"/></row>`
	})+`<row><c><v>1</v></c></row>`)
	for b.Loop() {
		if _, err := formats.Read(data, "a.xlsx", opts); err == nil {
			b.Fatal("a row beyond the sheet was read")
		}
	}
}

func many(n int, f func(int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(f(i))
	}
	return b.String()
}

const sheetSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

func xlsx(t testing.TB, rows string, merges ...string) []byte {
	return zipped(t, map[string]string{
		"xl/workbook.xml":            `<workbook xmlns="` + sheetSpace + `" xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="` + sheetSpace + `"><sheetData>` + rows + `</sheetData><mergeCells>` + strings.Join(merges, "") + `</mergeCells></worksheet>`,
	})
}

// sheetXML is a workbook of Excel 2003 with these rows.
func sheetXML(rows string) func() []byte {
	return func() []byte {
		return []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet Name="表"><Table>` + rows + `</Table></Worksheet></Workbook>`)
	}
}

// xlsxRepeating has a long text in so many cells of one format.
func xlsxRepeating(t testing.TB, code string, cells int) []byte {
	return zipped(t, map[string]string{
		"xl/workbook.xml":            `<workbook xmlns="` + sheetSpace + `" xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/styles.xml":              `<styleSheet xmlns="` + sheetSpace + `"><numFmts><numFmt numFmtId="200" formatCode="` + code + `"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml":       `<sst xmlns="` + sheetSpace + `"><si><t>` + strings.Repeat("长", 90_000) + `</t></si></sst>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="` + sheetSpace + `"><sheetData><row>` + strings.Repeat(`<c s="0" t="s"><v>0</v></c>`, cells) + `</row></sheetData></worksheet>`,
	})
}

// wordNotes is a document, as one XML text, that refers to one note again and again.
func wordNotes(times int, text string) []byte {
	return wordParts(strings.Repeat(`<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, times), "footnotes",
		`<w:footnotes xmlns:w="`+transitional+`"><w:footnote w:id="1"><w:p><w:r><w:t>`+text+`</w:t></w:r></w:p></w:footnote></w:footnotes>`)
}

// wordList is one whose paragraphs have list numbers of this form.
func wordList(form string, paragraphs int) []byte {
	return wordParts(strings.Repeat(`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>`, paragraphs), "numbering",
		`<w:numbering xmlns:w="`+transitional+`"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="99000"/><w:numFmt w:val="decimal"/><w:lvlText w:val="`+form+`"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`)
}

func wordParts(body, kind, other string) []byte {
	part := func(name, xml string) string {
		return `<pkg:part pkg:name="` + name + `"><pkg:xmlData>` + xml + `</pkg:xmlData></pkg:part>`
	}
	return []byte(`<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">` +
		part("/_rels/.rels", `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`) +
		part("/word/_rels/document.xml.rels", `<Relationships><Relationship Id="r1" Type="x/`+kind+`" Target="`+kind+`.xml"/></Relationships>`) +
		part("/word/document.xml", `<w:document xmlns:w="`+transitional+`"><w:body>`+body+`</w:body></w:document>`) +
		part("/word/"+kind+".xml", other) + `</pkg:package>`)
}

// bomb packs a part of 300 MB.
func bomb(t testing.TB, part, head, repeated string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	if _, err := z.Create("[Content_Types].xml"); err != nil {
		t.Fatal(err)
	}
	w, err := z.Create(part)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, head); err != nil {
		t.Fatal(err)
	}
	piece := strings.Repeat(repeated, 1<<20/len(repeated))
	for range 1 + small.Unpacked>>20 {
		if _, err := io.WriteString(w, piece); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func bombStrings(t testing.TB) []byte {
	t.Helper()
	return zipped(t, map[string]string{
		"xl/workbook.xml":            `<workbook xmlns="` + sheetSpace + `"/>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst xmlns="` + sheetSpace + `">` + strings.Repeat("<si><t>x</t></si>", 1_100_000) + `</sst>`,
	})
}
