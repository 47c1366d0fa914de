package pdfin

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/pdfin/pdfium"
	"ziping/internal/pipeline"
)

var pictures = flag.String("drawn", "", "folder for pictures of the boxes over their pages")

// dots is how many dots of a picture make a point.
const dots = 2

// picture draws a page as a reader sees it.
func picture(t *testing.T, doc pdfium.Document, index int) *image.Gray {
	t.Helper()
	page := doc.Page(index)
	if !page.Exists() {
		t.Fatalf("page %d cannot be loaded", index+1)
	}
	defer page.Close()
	s := sceneOf(page, page.Rotation())
	img := image.NewGray(image.Rect(0, 0, int(s.Width*dots), int(s.Height*dots)))
	bitmap := page.NewBitmap(img.Rect.Dx(), img.Rect.Dy())
	if !bitmap.Exists() {
		t.Fatal("no memory for a picture")
	}
	defer bitmap.Close()
	// PDFium paints a page of whole points.
	raw := bitmap.Paint(page, pdfium.Matrix{dots * s.Width / math.Floor(s.Width), 0, 0, dots * s.Height / math.Floor(s.Height), 0, 0})
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			p := raw[y*bitmap.Stride()+4*x:]
			img.SetGray(x, y, color.Gray{Y: min(p[0], p[1], p[2])}) // colours count as ink
		}
	}
	return img
}

const dark = 0xb0

// ink counts the dark dots of a box.
func inkIn(img *image.Gray, b image.Rectangle) (n int) {
	b = b.Intersect(img.Rect)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if img.GrayAt(x, y).Y < dark {
				n++
			}
		}
	}
	return n
}

func onPicture(b *extract.Box) image.Rectangle {
	return image.Rect(int(b[0]*dots), int(b[1]*dots), int(b[2]*dots+0.5), int(b[3]*dots+0.5))
}

// place is a box that the Document gives for a text. A part is one of several
// places of a cell: which of them holds the text, the Document does not say.
type place struct {
	text       string
	page       int
	box        extract.Box
	cell, part bool
}

func places(t *testing.T, doc *extract.Document) (out []place) {
	t.Helper()
	add := func(text string, page int, box *extract.Box, cell, part bool) {
		if box == nil {
			t.Fatalf("%q has no box", text)
		}
		out = append(out, place{text, page, *box, cell, part})
	}
	for i := range doc.Tables {
		for _, c := range doc.Tables[i].Cells {
			if len(c.Parts) == 0 {
				add(c.Text, c.Page, c.Box, true, false)
			}
			for _, p := range c.Parts {
				add(c.Text, p.Page, p.Box, true, true)
			}
		}
	}
	for _, l := range doc.Lines {
		add(l.Text, l.Page, l.Box, false, false)
	}
	for _, w := range doc.Warnings {
		if w.Code == "header-repeated" {
			add("headings", w.At.Page, w.At.Box, false, false)
		}
	}
	return out
}

// TestBoxesFallOnTheirInk lays the boxes of the Document over the pages as they
// are drawn: a cell with text has ink, a cell without has none but its rulings,
// and hardly a dot of a page lies outside every box.
//
//	go test ./extract/pdfin -run Boxes -drawn DIR   # to look at it
func TestBoxesFallOnTheirInk(t *testing.T) {
	for _, name := range []string{"fj-department-2022", "mof-project-2021", "hb-project-2022"} {
		data, err := os.ReadFile("../../samples/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		auditor, err := pipeline.NewAuditor(pipeline.AuditOptions{Lang: extract.ZH})
		if err != nil {
			t.Fatal(err)
		}
		files, err := pipeline.Run(data, name, pipeline.Options{Lang: extract.ZH, Audit: auditor}).Render([]string{"pdf"})
		if err != nil || len(files) != 1 {
			t.Fatal(err)
		}
		pdf := files[0].Data
		doc, err := engine().Read(pdf, opts)
		if err != nil {
			t.Fatal(err)
		}
		all := places(t, doc)
		read := mustRead(t, pdf)
		err = engine().open(pdf, opts, func(file pdfium.Document) error {
			for i := range doc.Pages {
				checkPage(t, name, picture(t, file, i), read.pages[i], all)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func checkPage(t *testing.T, name string, img *image.Gray, drawnPage grid.Page, all []place) {
	t.Helper()
	page := drawnPage.Number
	seen := image.NewGray(img.Rect) // dots within some box, or of a ruling
	for _, r := range drawnPage.Rules {
		fill(seen, onPicture(&extract.Box{r.X0, r.Y0, r.X1, r.Y1}).Inset(-2))
	}
	for _, p := range all {
		if p.page != page {
			continue
		}
		b := onPicture(&p.box)
		if !b.In(img.Rect.Inset(-1)) {
			t.Errorf("%s: %q has its box %v off page %d", name, p.text, p.box, page)
			continue
		}
		// The ruling itself, up to half a millimetre, belongs to no cell.
		inner := b.Inset(3)
		switch n := inkIn(img, inner); {
		case strings.TrimSpace(p.text) != "" && n == 0 && !p.part:
			t.Errorf("%s: no ink where %q should stand, page %d %v", name, p.text, page, p.box)
		case p.cell && p.text == "" && n > 0:
			t.Errorf("%s: %d dots of ink in an empty cell, page %d %v", name, n, page, p.box)
		}
		fill(seen, b.Inset(-2))
	}
	outside, ink := 0, 0
	for i, v := range img.Pix {
		if v < dark {
			ink++
			if seen.Pix[i] == 0 {
				outside++
			}
		}
	}
	if ink == 0 || outside*200 > ink {
		t.Errorf("%s: page %d: %d of %d dots of ink lie outside every box", name, page, outside, ink)
	}
	if *pictures != "" {
		save(t, filepath.Join(*pictures, name), img, page, all)
	}
}

func fill(img *image.Gray, b image.Rectangle) {
	b = b.Intersect(img.Rect)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row := img.Pix[y*img.Stride+b.Min.X : y*img.Stride+b.Max.X]
		for i := range row {
			row[i] = 1
		}
	}
}

func save(t *testing.T, prefix string, page *image.Gray, number int, all []place) {
	t.Helper()
	img := image.NewRGBA(page.Rect)
	for y := range page.Rect.Dy() {
		for x := range page.Rect.Dx() {
			img.Set(x, y, page.GrayAt(x, y))
		}
	}
	for _, p := range all {
		if p.page != number {
			continue
		}
		b := onPicture(&p.box)
		ink := color.RGBA{R: 0xd0, A: 0xff}
		if !p.cell {
			ink = color.RGBA{B: 0xd0, A: 0xff}
		}
		for x := b.Min.X; x < b.Max.X; x++ {
			img.Set(x, b.Min.Y+2, ink)
			img.Set(x, b.Max.Y-3, ink)
		}
		for y := b.Min.Y; y < b.Max.Y; y++ {
			img.Set(b.Min.X+2, y, ink)
			img.Set(b.Max.X-3, y, ink)
		}
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, img); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(prefix+"-"+string(rune('0'+number))+".png", buf.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}
