package pdfout

import (
	"fmt"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"ziping/extract"
	"ziping/render"
)

// family names the font. The library writes it behind "utf8": the six letters
// before the + become the tag of a subset, see trailer.
const family = "zp+NotoSansCJKsc-Regular"

// writer is a PDF while it is written.
type writer struct {
	p       *fpdf.Fpdf
	b       *render.Bundle
	lists   []render.List
	clips   *montage
	links   []link // of the findings, by number from 1
	font    *font
	widths  map[rune]float64 // advance in thousandths of the size
	missing map[rune]string  // characters the font has no glyph for, and what is drawn for them
	size    float64          // points of the current font
	sheet   sheet            // of the pages being written
	legend  string           // at the foot of these pages, "" where they have no marks
	foot    foot             // of the page that was begun last
	heading string           // at their head
}

// link leads from a finding's number in the margin to where it is told, and back.
type link struct{ form, told int }

func (d *writer) say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(d.b.Lang) }

// properties sets what the document says of itself. It has no times: a file made again
// from the same input is the same file.
func (d *writer) properties() {
	fixed := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // taken out again, see undated
	d.p.SetCreationDate(fixed)
	d.p.SetModificationDate(fixed)
	d.p.SetCatalogSort(true)
	lang := "zh-CN"
	if d.b.Lang == extract.EN {
		lang = "en"
	}
	d.p.SetLang(lang)
	title := d.clean(d.b.Name())
	creator := "ziping " + d.b.Version
	d.p.SetTitle(title, true)
	d.p.SetSubject(d.b.Result.Source.Name, true)
	d.p.SetCreator(creator, true)
	d.p.SetProducer(creator, true)
	d.p.SetDisplayMode("fullwidth", "continuous")
	d.p.SetXmpMetadata(xmp(title, d.b.Result.Source.Name, creator, lang))
	d.p.AddOutputIntent(fpdf.OutputIntentType{
		SubtypeIdent: fpdf.OutputIntent_GTS_PDFA1, OutputConditionIdentifier: "sRGB IEC61966-2.1", Info: "sRGB", ICCProfile: srgb(),
	})
}

func (d *writer) setSize(points float64) {
	d.size = points
	d.p.SetFont(family, "", points)
}

func (d *writer) header() {
	d.foot = foot{d.legend, d.sheet}
	d.grey(7)
	width := d.sheet.body()
	name := d.fit(d.clean(d.b.Result.Source.Name), width/3)
	d.p.SetXY(left, 5)
	d.p.CellFormat(width, 5, name, "", 0, "R", false, 0, "")
	d.p.SetXY(left, 5)
	d.p.CellFormat(width, 5, d.fit(d.heading, width-d.width(name)-4), "", 0, "L", false, 0, "")
	d.p.SetTextColor(0, 0, 0)
}

// foot is what the foot of a page needs to know: it is written when the next page begins,
// which may be another form's.
type foot struct {
	legend string
	sheet  sheet
}

// footer has the legend of the marks, where there are any, and where everything comes from.
func (d *writer) footer() {
	d.grey(6)
	width := d.foot.sheet.body()
	y := d.foot.sheet.end() + 2
	if d.foot.legend != "" {
		d.p.SetXY(left, y)
		d.p.CellFormat(width, 3, d.fit(d.foot.legend, width), "", 0, "L", false, 0, "")
	}
	src := &d.b.Result.Source
	var source []string
	if src.SHA256 != "" {
		source = append(source, "SHA-256 "+src.SHA256)
	}
	source = append(source, render.ReaderName(src.Reader, d.b.Lang), "ziping "+d.b.Version)
	d.p.SetXY(left, y+3.2)
	d.p.CellFormat(width, 3, d.fit(d.clean(strings.Join(source, " · ")), width-30), "", 0, "L", false, 0, "")
	// The library puts the number of pages in the alias's place when all is written, so a
	// right or centred alignment would be off: the text is set where its widest form fits.
	d.p.SetXY(left+width-27, y+3.2)
	d.p.CellFormat(27, 3, fmt.Sprintf(d.say("第 %d 页，共 {pages} 页", "page %d of {pages}"), d.p.PageNo()), "", 0, "L", false, 0, "")
	d.p.SetTextColor(0, 0, 0)
}

func (d *writer) grey(size float64) {
	d.setSize(size)
	d.p.SetTextColor(110, 110, 110)
}

// fit cuts a text to a width.
func (d *writer) fit(s string, width float64) string {
	w := 0.0
	for i, r := range s {
		w += d.advance(r)
		if w > width-2 {
			return s[:i] + "…"
		}
	}
	return s
}
