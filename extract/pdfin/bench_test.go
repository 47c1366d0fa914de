package pdfin

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"ziping/extract/ocr/figures"
	"ziping/extract/ocr/text"
	"ziping/extract/pdfin/handmade"
	"ziping/extract/recognise"
)

// sheet is a page like a form's: 1,500 characters in 200 cells.
func sheet() []byte {
	var b handmade.Builder
	font := b.Chinese("UniGB-UCS2-H")
	var c strings.Builder
	for row := range 40 {
		for col := range 5 {
			fmt.Fprintf(&c, "%d %d 110 18 re S BT /F 9 Tf %d %d Td <%s> Tj ET\n", 25+110*col, 50+18*row, 28+110*col, 55+18*row, handmade.HexUTF16("指标值≥98.5"))
		}
	}
	b.Page(font, "", c.String())
	return b.Bytes()
}

// BenchmarkPage is a page from its bytes to a Document: opening, characters,
// rulings, tables.
func BenchmarkPage(b *testing.B) {
	data := sheet()
	if _, err := engine().Read(data, opts); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := engine().Read(data, opts); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}

// BenchmarkSkipped is a page of a long file that is looked at and passed over:
// a hundred full pages of prose without a form.
func BenchmarkSkipped(b *testing.B) {
	const pages = 100
	var doc handmade.Builder
	font := doc.Chinese("UniGB-UCS2-H")
	var c strings.Builder
	for row := range 40 {
		fmt.Fprintf(&c, "BT /F 11 Tf 60 %d Td <%s> Tj ET\n", 760-18*row, handmade.HexUTF16("本单位认真履行职责，按照年度工作计划推进各项任务，加强内部管理和监督检查。"))
	}
	for range pages {
		doc.Page(font, "", c.String())
	}
	data := doc.Bytes()
	o := opts
	o.MayHoldForm = func(text string) bool { return strings.Contains(text, "绩效自评表") }
	if _, err := engine().Read(data, o); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := engine().Read(data, o); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(pages*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}

// BenchmarkScan is a file of two scanned pages, of which one core reads what stands on
// them.
func BenchmarkScan(b *testing.B) {
	data, err := os.ReadFile("../../samples/fuzhou-hrss-2023-scan.pdf")
	if err != nil {
		b.Fatal(err)
	}
	words, err := text.New()
	if err != nil {
		b.Fatal(err)
	}
	r := recognise.New(figures.New(), words, nil)
	e := New(Settings{Recogniser: func() *recognise.Reader { return r }})
	defer func() { _ = e.Close() }()
	if _, err := e.Read(data, opts); err != nil {
		b.Fatal(err)
	}
	const pages = 2
	for b.Loop() {
		if _, err := e.Read(data, opts); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/pages, "s/page")
}

// BenchmarkGlyphsAndRules is the same without the search for tables.
func BenchmarkGlyphsAndRules(b *testing.B) {
	data := sheet()
	for b.Loop() {
		if _, err := read(b, data); err != nil {
			b.Fatal(err)
		}
	}
}
