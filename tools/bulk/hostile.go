package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// hostile writes inputs that ask for more than they hold: one thing there thousands of
// times, small files that unpack to large ones, parts that are missing, doubled or lead
// back to themselves. Each is to end with an answer or a clear error, within seconds and
// some hundred megabytes.
func hostile(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	all := kinds()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if err := os.WriteFile(filepath.Join(dir, name), all[name](), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// kinds are the inputs by their names.
func kinds() map[string]func() []byte {
	return map[string]func() []byte{
		// Text: much of one thing.
		"text-rows.txt":       text(whole("", repeat(15_000, "\t\t指标%[1]d\t≥%[1]d个\t%[1]d个\t1\t1\n"))),
		"text-wrong-rows.txt": text(whole("", repeat(6_000, "\t\t指标%[1]d\t≥%[1]d个\t%[1]d个\t1\t2\n"))),
		"text-levels.txt":     text(whole("", repeat(4_000, "产出指标%[1]d\t数量指标%[1]d\t指标%[1]d\t≥1个\t1个\t1\t1\n"))),
		"text-sources.txt":    text(whole(repeat(8_000, "\t资金%[1]d\t%[1]d\t%[1]d\t%[1]d\t-\t100%%\t-\n"), "")),
		"text-same.txt":       text(whole(repeat(2_000, "\t其中：财政拨款\t1\t1\t1\t-\t100%%\t-\n"), repeat(2_000, "\t\t指标\t≥1个\t1个\t1\t1\n"))),
		"text-forms.txt":      text(strings.Repeat(whole("", "")+"\n\n", 1_000)),
		"text-notes.txt":      text(whole("", "") + repeat(9_000, "注%[1]d:本表由单位填报,%[1]d分为满分。\n")),
		"text-columns.txt":    text(strings.Replace(whole("", repeat(200, "\t\t指标%[1]d\t≥1个\t1个\t1\t1"+strings.Repeat("\t有", 900)+"\n")), "得分\n产", "得分"+repeat(900, "\t列%[1]d")+"\n产", 1)),
		"text-blanks.txt":     text(repeat(19_000, "第%[1]d项        %[1]d.00        %[1]d.00        100%%\n")),
		"text-pipes.txt":      text(strings.ReplaceAll(whole("", repeat(8_000, "\t\t指标%[1]d\t≥%[1]d个\t%[1]d个\t1\t1\n")), "\t", "|")),
		"text-one-line.txt":   text(strings.ReplaceAll(whole("", repeat(3_000, "产出指标数量指标指标%[1]d≥%[1]d个%[1]d个1 1")), "\n", " ")),
		"text-json.json":      text("自评表 " + repeat(60_000, `{"name": "x%[1]d", "v": [%[1]d, 1, 2, 3]}, `)),
		"text-prose.txt":      text("绩效自评表\n" + repeat(12_000, "第%[1]d年，本单位年初预算数%[1]d.5万元，全年执行数%[1]d万元，执行率%[1]d%%，得分10分。")),
		"text-spaces.txt":     text("自评表" + strings.Repeat(" ", 1<<20) + "得分"),
		"text-quotes.csv":     text(`"` + strings.Repeat(`""a,`+"\n", 200_000)),
		"text-quoted.txt":     text(whole("", repeat(4_000, "\t\t\"指标\n%[1]d\"\t\"≥%[1]d\n个\"\t%[1]d个\t1\t1\n"))),
		"text-digits.txt":     text(strings.Replace(whole("", ""), "\t100\t100\t100\t", "\t"+strings.Repeat("9", 300_000)+"\t100\t100\t", 1)),
		"text-stream.txt":     text(strings.ReplaceAll(whole("", repeat(1_500, "\t\t指标%[1]d\t≥%[1]d个\t%[1]d个\t1\t1\n")), "\t", "\n")),
		"text-points.txt":     text("一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n" + repeat(3_000, "指标%[1]d ≥%[1]d个 %[1]d个 10 10 ")),
		"text-titles.txt":     text(strings.Repeat("项目支出绩效自评表\n", 15_000)),
		"text-brackets.txt":   text(strings.Repeat("（", 300_000) + "自评表" + strings.Repeat("[", 300_000)),
		"text-marks.md":       text("| 一级指标 | 得分 |\n|---|---|\n" + strings.Repeat("| **`[![", 60_000)),
		// Web pages.
		"html-colspan.html":  web(strings.Repeat("<tr><td colspan=1000>得分<td colspan=1000>1", 3_000)),
		"html-rowspan.html":  web("<tr><td rowspan=65000>产出指标<td>得分" + repeat(15_000, "<tr><td rowspan=500>指标%[1]d<td>1")),
		"html-nested.html":   web("<tr><td>得分" + strings.Repeat("<table><tr><td>", 20_000)),
		"html-open.html":     web(strings.Repeat("<div><span><b><font>", 60_000) + "得分"),
		"html-funds.html":    web(repeat(3_000, "<tr><td>其中：资金%[1]d<td>%[1]d<td>%[1]d<td>%[1]d<td>100%%")),
		"html-comments.html": web(strings.Repeat("<!--", 200_000)),
		"html-attrs.html":    web("<tr><td " + repeat(50_000, "a%[1]d=%[1]d ") + ">得分"),
		"html-entities.html": web("<tr><td>" + strings.Repeat("&#x5f97;&nbsp;&amp;", 200_000)),
		// Workbooks.
		"xlsx-rows.xlsx":       workbook(sheet(rowsOf(whole("", repeat(15_000, "\t\t指标%[1]d\t≥%[1]d个\t%[1]d个\t1\t1\n")))), nil),
		"xlsx-bomb.xlsx":       workbook(sheet(strings.Repeat(" ", 300<<20)), nil),
		"xlsx-merges.xlsx":     workbook(strings.Replace(sheet(formRows), "</sheetData>", `</sheetData><mergeCells>`+repeat(40_000, `<mergeCell ref="A%[1]d:XFD%[1]d"/>`)+"</mergeCells>", 1), nil),
		"xlsx-far.xlsx":        workbook(sheet(formRows+`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`), nil),
		"xlsx-shared.xlsx":     workbook(sheet(repeat(4_000, `<row r="%[1]d"><c r="A%[1]d" t="s"><v>0</v></c></row>`)), map[string]string{"xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>` + strings.Repeat("得分", 200_000) + `</t></si></sst>`}),
		"xlsx-formats.xlsx":    workbook(sheet(repeat(3_000, `<row r="%[1]d"><c r="A%[1]d" s="1" t="s"><v>0</v></c></row>`)), map[string]string{"xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>` + strings.Repeat("得分", 5_000) + `</t></si></sst>`, "xl/styles.xml": `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="200" formatCode="` + strings.Repeat("@", 250) + `"/></numFmts><cellXfs><xf/><xf numFmtId="200" applyNumberFormat="1"/></cellXfs></styleSheet>`}),
		"xlsx-entities.xlsx":   workbook(`<!DOCTYPE a [<!ENTITY a "得分得分得分"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`+sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row>`), nil),
		"xlsx-deep.xlsx":       workbook(sheet(strings.Repeat("<row>", 300_000)), nil),
		"xlsx-columns.xlsx":    workbook(sheet(repeat(60, `<row r="%[1]d">`+strings.Repeat(`<c t="inlineStr"><is><t>得分</t></is></c>`, 5_000)+`</row>`)), nil),
		"xlsx-sheets.xlsx":     sheets(3_000),
		"xlsx-no-strings.xlsx": workbook(sheet(`<row r="1"><c r="A1" t="s"><v>7</v></c></row>`), nil),
		"xlsx-doubled.xlsx":    pack([]file{{"[Content_Types].xml", types}, {"_rels/.rels", rels}, {"xl/workbook.xml", book(1)}, {"xl/_rels/workbook.xml.rels", bookRels(1, nil)}, {"xl/worksheets/sheet1.xml", sheet(formRows)}, {"xl/worksheets/sheet1.xml", sheet("")}}),
		"xlsx-loop.xlsx":       pack([]file{{"[Content_Types].xml", types}, {"_rels/.rels", strings.ReplaceAll(rels, "xl/workbook.xml", "_rels/.rels")}}),
		"xlsx-half.xlsx":       half(workbook(sheet(formRows), nil)),
		"xlsx-number.xlsx":     workbook(sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>得分</t></is></c><c r="B1"><v>`+strings.Repeat("9", 1<<20)+`</v></c><c r="C1"><v>1e999999999</v></c></row>`), nil),
		// Documents.
		"docx-footnotes.docx": document("<w:p>"+strings.Repeat(`<w:r><w:footnoteReference w:id="1"/></w:r>`, 9_000)+"</w:p>", map[string]string{"word/footnotes.xml": `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1"><w:p><w:r><w:t>` + strings.Repeat("得分", 5_000) + `</w:t></w:r></w:p></w:footnote></w:footnotes>`, "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>`}),
		"docx-pages.docx":     document(strings.Repeat(`<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="c"/>`, 6_000), map[string]string{"word/c.html": string(web(repeat(300, "<tr><td>得分%[1]d<td>1"))()), "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="c.html"/></Relationships>`}),
		"docx-itself.docx":    document(`<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="c"/>`, map[string]string{"word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="document.xml"/></Relationships>`}),
		"docx-nested.docx":    document(strings.Repeat("<w:tbl><w:tr><w:tc>", 20_000), nil),
		"docx-spans.docx":     document("<w:tbl>"+strings.Repeat(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="60000"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>得分</w:t></w:r></w:p></w:tc></w:tr>`, 8_000)+"</w:tbl>", nil),
		"docx-rows.docx":      document("<w:tbl>"+repeat(12_000, `<w:tr><w:tc><w:p><w:r><w:t>指标%[1]d</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>`)+"</w:tbl>", nil),
		// PDF.
		"pdf-bomb.pdf":  pdf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>", flate(bytes.Repeat([]byte("0 0 m 1 1 l S\n"), 20<<20))),
		"pdf-paths.pdf": pdf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>", flate([]byte(repeat(60_000, "%[1]d 10 m %[1]d 800 l S\n")))),
		"pdf-giant.pdf": pdf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900000000 900000000] /Contents 4 0 R >>", flate([]byte("0 0 m 1 1 l S"))),
		"pdf-form.pdf":  pdf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>", flate([]byte("/F Do")), "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >> /Length 12 >>\nstream\n/F Do /F Do \nendstream"),
		"pdf-tree.pdf":  pdf("<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 99999999 >>", flate(nil)),
		"pdf-half.pdf":  half(pdf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>", flate([]byte("BT ET")))),
		"pdf-noise.pdf": func() []byte { return append([]byte("%PDF-1.7\n"), noise(400_000)...) },
		// Pictures and packages.
		"picture-giant.png": func() []byte { return png(100_000, 100_000, nil) },
		"picture-none.png":  func() []byte { return png(0, 0, nil) },
		"picture-half.png":  func() []byte { return png(1_000, 1_400, noise(9_000)) },
		"picture-noise.bmp": func() []byte { return bmp(1_600, 2_200) },
		"picture-bomb.tif":  tiff(60_000, 60_000),
		"zip-bomb.zip":      pack([]file{{"a.txt", strings.Repeat("自评表 ", 40<<20)}}),
		"zip-escape.zip":    pack([]file{{"../../a.txt", whole("", "")}, {"/b.txt", whole("", "")}, {`..\c.txt`, whole("", "")}}),
		"zip-many.zip":      many(30_000),
	}
}

func text(s string) func() []byte { return func() []byte { return []byte(s) } }

func repeat(n int, line string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line, i+1)
	}
	return b.String()
}

func half(of func() []byte) func() []byte {
	return func() []byte { b := of(); return b[:len(b)/2] }
}

// whole is a sound form with room for more.
func whole(sources, indicators string) string {
	return "项目支出绩效自评表\n项目名称\t甲项目\n项目资金(万元)\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n" +
		"\t年度资金总额\t100\t100\t100\t10\t100%\t10\n" + sources +
		"一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t培训人数\t≥1人\t1人\t90\t90\n" + indicators + "总分\t\t\t\t\t100\t100\n"
}

func web(rows string) func() []byte {
	return text("<html><meta charset=utf-8><p>项目支出绩效自评表<table>" + rows)
}

// file is a part of a package.
type file struct{ name, text string }

func pack(files []file) func() []byte {
	return func() []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, f := range files {
			w, err := z.Create(f.name)
			if err == nil {
				_, err = w.Write([]byte(f.text))
			}
			if err != nil {
				panic(err) // a buffer takes everything
			}
		}
		if err := z.Close(); err != nil {
			panic(err)
		}
		return b.Bytes()
	}
}

func many(n int) func() []byte {
	var files []file
	for i := range n {
		files = append(files, file{fmt.Sprintf("%06d.dat", i), "x"})
	}
	return pack(files)
}

const (
	types   = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`
	rels    = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	sheetNS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
)

var formRows = rowsOf(whole("", ""))

// rowsOf are the lines of a text as rows of a workbook.
func rowsOf(text string) string {
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for _, cell := range strings.Split(line, "\t") {
			b.WriteString(`<c t="inlineStr"><is><t>` + cell + `</t></is></c>`)
		}
		b.WriteString("</row>")
	}
	return b.String()
}

func sheet(rows string) string {
	return `<worksheet xmlns="` + sheetNS + `"><sheetData>` + rows + `</sheetData></worksheet>`
}

func book(n int) string {
	return `<workbook xmlns="` + sheetNS + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + repeat(n, `<sheet name="s%[1]d" sheetId="%[1]d" r:id="r%[1]d"/>`) + `</sheets></workbook>`
}

func bookRels(n int, further map[string]string) string {
	var also string
	for _, kind := range []string{"sharedStrings", "styles"} {
		if further["xl/"+kind+".xml"] != "" {
			also += `<Relationship Id="` + kind + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + kind + `.xml"/>`
		}
	}
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + repeat(n, `<Relationship Id="r%[1]d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%[1]d.xml"/>`) + also + `</Relationships>`
}

func workbook(sheet string, further map[string]string) func() []byte {
	files := []file{{"[Content_Types].xml", types}, {"_rels/.rels", rels}, {"xl/workbook.xml", book(1)}, {"xl/_rels/workbook.xml.rels", bookRels(1, further)}, {"xl/worksheets/sheet1.xml", sheet}}
	for _, name := range slices.Sorted(maps.Keys(further)) {
		files = append(files, file{name, further[name]})
	}
	return pack(files)
}

func sheets(n int) func() []byte {
	files := []file{{"[Content_Types].xml", types}, {"_rels/.rels", rels}, {"xl/workbook.xml", book(n)}, {"xl/_rels/workbook.xml.rels", bookRels(n, nil)}}
	for i := range n {
		files = append(files, file{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), sheet(formRows)})
	}
	return pack(files)
}

func document(body string, further map[string]string) func() []byte {
	files := []file{{"[Content_Types].xml", types}, {"_rels/.rels", strings.ReplaceAll(rels, "xl/workbook.xml", "word/document.xml")},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>项目支出绩效自评表</w:t></w:r></w:p>` + body + `</w:body></w:document>`}}
	for _, name := range slices.Sorted(maps.Keys(further)) {
		files = append(files, file{name, further[name]})
	}
	return pack(files)
}

// pdf is a file of one page with its contents, and further objects.
func pdf(page string, contents []byte, further ...string) func() []byte {
	return func() []byte {
		objects := append([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page,
			fmt.Sprintf("<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", len(contents), contents)}, further...)
		var b bytes.Buffer
		b.WriteString("%PDF-1.4\n")
		var at []int
		for i, o := range objects {
			at = append(at, b.Len())
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
		}
		start := b.Len()
		fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
		for _, a := range at {
			fmt.Fprintf(&b, "%010d 00000 n \n", a)
		}
		fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
		return b.Bytes()
	}
}

func flate(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		panic(err) // a buffer takes everything
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// noise is the same bytes without order each time.
func noise(n int) []byte {
	b, x := make([]byte, n), uint32(2_463_534_242)
	for i := range b {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		b[i] = byte(x)
	}
	return b
}

// png is a grey picture that claims a size.
func png(w, h uint32, rows []byte) []byte {
	b := []byte("\x89PNG\r\n\x1a\n")
	chunk := func(name string, data []byte) {
		b = binary.BigEndian.AppendUint32(b, uint32(len(data)))
		at := len(b)
		b = append(append(b, name...), data...)
		b = binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[at:]))
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	chunk("IHDR", append(head, 8, 0, 0, 0, 0))
	chunk("IDAT", flate(rows))
	chunk("IEND", nil)
	return b
}

func bmp(w, h int) []byte {
	rows := noise(w * h * 3)
	b := []byte("BM")
	for _, v := range []uint32{uint32(54 + len(rows)), 0, 54, 40, uint32(w), uint32(h), 1 | 24<<16, 0, uint32(len(rows)), 7_874, 7_874, 0, 0} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return append(b, rows...)
}

// tiff is a picture of one bit that claims a size and has next to nothing of it.
func tiff(w, h uint32) func() []byte {
	return func() []byte {
		b := []byte("II*\x00\x08\x00\x00\x00\x07\x00")
		for _, e := range [][2]uint32{{256, w}, {257, h}, {258, 1}, {259, 1}, {262, 0}, {273, 100}, {279, w / 8 * h}} {
			b = binary.LittleEndian.AppendUint16(b, uint16(e[0]))
			b = binary.LittleEndian.AppendUint16(b, 4)
			b = binary.LittleEndian.AppendUint32(b, 1)
			b = binary.LittleEndian.AppendUint32(b, e[1])
		}
		return append(b, make([]byte, 400)...)
	}
}
