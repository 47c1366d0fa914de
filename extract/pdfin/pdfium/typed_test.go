package pdfium

import (
	"math"
	"strings"
	"testing"

	"ziping/extract/pdfin/handmade"
)

// TestTyped holds each method to what a page says in its own words: that results
// come out of the sandbox in the right order and type.
func TestTyped(t *testing.T) {
	var b handmade.Builder
	font := b.Embedded(handmade.TrueType("05里"), "05")
	clipped := b.Stream("/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 5 6]", "10 20 30 40 re f")
	field := b.Add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (777.5) /F 34 /Rect [50 500 150 520] >>")
	b.Page(font+" /XObject << /X "+clipped+" >>", "/Rotate 90 /CropBox [10 20 510 720] /Annots ["+field+"]",
		"q 40 90 20 50 re W n /Span <</ActualText (other)>> BDC BT .2 .4 .6 rg /F 10 Tf 2 0 0 1 50 100 Tm <00010002> Tj ET EMC Q "+
			".2 .6 .8 RG 3 w 60 200 m 160 210 l 170 220 180 230 190 240 c h B "+
			"q 1 0 0 1 100 300 cm /X Do Q")
	err := engine().Open(b.Bytes(), nil, func(doc Document) error {
		is := func(what string, got, want any) {
			t.Helper()
			if got != want {
				t.Errorf("%s: got %v, want %v", what, got, want)
			}
		}
		near := func(what string, got, want []float64) {
			t.Helper()
			for i := range want {
				if len(got) != len(want) || math.Abs(got[i]-want[i]) > 0.05 {
					t.Errorf("%s: got %.2f, want %.2f", what, got, want)
					return
				}
			}
		}
		is("pages", doc.Pages(), 1)
		is("no page", doc.Page(1).Exists(), false)
		page := doc.Page(0)
		defer page.Close()
		is("rotation", page.Rotation(), 1)
		shown, ok := page.BoundingBox()
		is("bounding box", ok, true)
		near("bounding box", shown[:], []float64{10, 20, 510, 720})

		is("annotations", page.Annotations(), 1)
		a := page.Annotation(0)
		is("kind", a.Kind(), Widget)
		is("flags", a.Flags(), FlagHidden|FlagNoView)
		is("value", a.Text("V", 100), "777.5")
		is("a value too long", a.Text("V", 11), "")
		is("no value", a.Text("X", 100), "")
		is("an entry", a.Has("V"), true)
		is("no entry", a.Has("AP"), false)
		rect, _ := a.Rect()
		near("rect", rect[:], []float64{50, 500, 150, 520})
		a.Close()

		is("objects", page.Objects(), 3)
		text, path, form := page.Object(0), page.Object(1), page.Object(2)
		is("kinds", [3]Kind{text.Kind(), path.Kind(), form.Kind()}, [3]Kind{KindText, KindPath, KindForm})
		is("no object", page.Object(3).Exists(), false)
		is("the object of an ID", page.At(path.ID()), path)

		m, _ := text.Matrix()
		near("matrix", m[:], []float64{2, 0, 0, 1, 50, 100})
		size, _ := text.FontSize()
		is("font size", size, 10.0)
		colour, ok := text.FillColour()
		is("colour", colour, Colour{51, 102, 153, 255})
		is("a colour", ok, true)
		is("render mode", text.RenderMode(), Fill)
		text.SetRenderMode(FillAndStroke)
		is("render mode, set", text.RenderMode(), FillAndStroke)
		text.SetRenderMode(Fill)
		is("transparent", text.Transparent(), false)
		f := text.Font()
		is("embedded", f.Embedded(), true)
		is("name", f.Name(), "ABCDEF+T")
		is("program", string(f.Program()), string(handmade.TrueType("05里")))
		is("program's size", f.ProgramSize(), len(handmade.TrueType("05里")))
		ascent, _ := f.Ascent()
		descent, _ := f.Descent()
		near("heights", []float64{ascent, descent}, []float64{0.86, -0.14})

		is("marks", text.Marks(), 1)
		mark := text.Mark(0)
		is("mark", mark.Is("Span"), true)
		is("another mark", mark.Is("OC"), false)
		is("a longer mark", mark.Is("Spans"), false)
		is("a mark with another letter", mark.Is("Spam"), false)
		value, n, ok := mark.Param("ActualText", 100)
		is("param", string(value), "other")
		is("param's size", n, 5)
		is("a param", ok, true)
		_, _, ok = mark.Param("Lang", 100)
		is("no param", ok, false)
		text.RemoveParam(mark, "ActualText")
		_, _, ok = mark.Param("ActualText", 100)
		is("a param that was removed", ok, false)

		clip := text.Clip()
		is("clip", clip.Exists(), true)
		is("clip's paths", clip.Paths(), 1)
		is("clip's segments", clip.Segments(0) >= 4, true)
		x, y, ok := clip.Segment(0, 0).Point()
		is("clip's point", ok, true)
		near("clip's point", []float64{x, y}, []float64{40, 90})

		filled, stroked, _ := path.DrawMode()
		is("filled and stroked", [2]bool{filled, stroked}, [2]bool{true, true})
		w, _ := path.StrokeWidth()
		is("stroke's width", w, 3.0)
		line, _ := path.StrokeColour()
		is("stroke's colour", line, Colour{51, 153, 204, 255})
		is("how light a colour is", line.Shade(), 136)
		is("how far from grey", line.Tint(), 153)
		path.SetStrokeWidth(4)
		w, _ = path.StrokeWidth()
		is("stroke's width, set", w, 4.0)
		var kinds []SegmentKind
		for i := range path.Segments() {
			kinds = append(kinds, path.Segment(i).Kind())
		}
		is("segments", len(kinds) >= 5 && kinds[0] == MoveTo && kinds[1] == LineTo && kinds[2] == CurveTo, true)
		x, y, _ = path.Segment(1).Point()
		near("point", []float64{x, y}, []float64{160, 210})
		is("closed at once", path.Segment(1).Closes(), false)
		is("closed in the end", path.Segment(path.Segments()-1).Closes(), true)
		_, _, ok = path.Segment(99).Point()
		is("no segment", ok, false)
		path.MoveRight(0) // it is measured with its new width
		before, _ := path.Bounds()
		path.MoveRight(7)
		after, _ := path.Bounds()
		near("moved", after[:], []float64{before[0] + 7, before[1], before[2] + 7, before[3]})
		is("bounds in order", before[0] < before[2] && before[1] < before[3], true)

		is("objects of a form", form.FormObjects(), 1)
		is("object of a form", form.FormObject(0).Kind(), KindPath)

		tp := page.Text()
		defer tp.Close()
		is("text", strings.TrimSpace(tp.Plain(tp.Chars())), "05")
		is("first", tp.Unicode(0), '0')
		is("named", tp.Unnamed(0), false)
		is("no hyphen", tp.Hyphen(0), false)
		is("object of a character", tp.Object(0), text)
		x, y = tp.Origin(1)
		near("origin", []float64{x, y}, []float64{62, 100})
		ink, _ := tp.Box(0) // glyph 1 reaches from 50,0 to 150,300 of 1000
		near("ink", ink[:], []float64{51, 100, 53, 103})
		loose := tp.LooseBox(0)
		is("loose box", loose[0] <= ink[0] && loose[1] <= ink[1] && loose[2] >= ink[2] && loose[3] >= ink[3], true)
		tm := tp.Matrix(0)
		near("text's matrix", tm[:4], []float64{2, 0, 0, 1})
		is("text's size", tp.FontSize(0), 10.0)

		bitmap := page.NewBitmap(70, 50)
		defer bitmap.Close()
		is("bitmap", bitmap.Exists(), true)
		dark := func() (n int) {
			dots := bitmap.Paint(page, Matrix{0.1, 0, 0, 0.1, 0, 0})
			for i := 0; i < len(dots); i += 4 {
				if dots[i] < 200 {
					n++
				}
			}
			return n
		}
		all := dark()
		path.SetActive(false)
		less := dark()
		path.SetActive(true)
		is("dark dots with the path and without, and with it again", all > less && less > 0 && dark() == all, true)
		is("stride", bitmap.Stride() >= 4*70, true)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Flattening makes fields a part of what is drawn.
func TestFlatten(t *testing.T) {
	var b handmade.Builder
	font := b.Latin()
	look := b.Stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << "+font+" >>", "BT /F 10 Tf 2 5 Td (8) Tj ET")
	note := b.Add("<< /Type /Annot /Subtype /FreeText /F 4 /Rect [50 600 150 620] /AP << /N " + look + " >> >>")
	b.Page(font, "/Annots ["+note+"]", "BT /F 10 Tf 50 700 Td (7) Tj ET")
	b.Page(font, "", "BT /F 10 Tf 50 700 Td (7) Tj ET")
	if err := engine().Open(b.Bytes(), nil, func(doc Document) error {
		for i, want := range []bool{true, false} {
			page := doc.Page(i)
			if got := page.Flatten(); got != want {
				t.Errorf("page %d: got %v, want %v", i+1, got, want)
			}
			page.Close()
		}
		page := doc.Page(0)
		defer page.Close()
		tp := page.Text()
		defer tp.Close()
		if got := tp.Plain(tp.Chars()); !strings.Contains(got, "7") || !strings.Contains(got, "8") {
			t.Errorf("got %q, want both figures", got)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}
