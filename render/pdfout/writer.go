package pdfout

import (
	"fmt"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"ziping/extract"
	"ziping/render"
)

// A4 landscape, in millimetres.
const (
	pageWidth, pageHeight = 297.0, 210.0
	left, right           = 12.0, 22.0 // the right margin holds the numbers of findings
	top, bottom           = 14.0, 14.0
	bodyWidth             = pageWidth - left - right
	bodyBottom            = pageHeight - bottom
)

// family names the font. The library writes it behind "utf8": the six letters
// before the + become the tag of a subset, see trailer.
const family = "zp+NotoSansCJKsc-Regular"

// writer is a PDF while it is written.
type writer struct {
	p       *fpdf.Fpdf
	b       *render.Bundle
	font    *font
	widths  map[rune]float64 // advance in thousandths of the size
	missing map[rune]string  // characters the font has no glyph for, and what is drawn for them
	size    float64          // points of the current font
}

func (d *writer) say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(d.b.Lang) }

// properties sets what the document says of itself. Times are fixed: a file
// made again from the same input is the same file.
func (d *writer) properties() {
	at := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	d.p.SetCreationDate(at)
	d.p.SetModificationDate(at)
	d.p.SetCatalogSort(true)
	lang := "zh-CN"
	if d.b.Lang == extract.EN {
		lang = "en"
	}
	d.p.SetLang(lang)
	title := d.say("绩效自评表核对", "Audited self-evaluation")
	if len(d.b.Forms) > 0 && d.b.Forms[0].Report.Title != nil {
		title = d.clean(d.b.Forms[0].Report.Title.Text)
	}
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
	d.setSize(7)
	d.p.SetTextColor(120, 120, 120)
	d.p.SetXY(left, 5)
	d.p.CellFormat(bodyWidth, 5, d.fit(d.clean(d.b.Result.Source.Name), bodyWidth), "", 0, "L", false, 0, "")
	d.p.SetTextColor(0, 0, 0)
}

func (d *writer) footer() {
	d.setSize(7)
	d.p.SetTextColor(120, 120, 120)
	d.p.SetXY(left, pageHeight-10)
	n := d.p.PageNo()
	d.p.CellFormat(bodyWidth+right-left, 5, fmt.Sprintf(d.say("第 %d 页，共 {pages} 页", "page %d of {pages}"), n), "", 0, "C", false, 0, "")
	d.p.SetTextColor(0, 0, 0)
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
