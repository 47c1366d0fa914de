package pdfin

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/pdfin/handmade"
)

// drawing is a picture of 240 by 160 dots, each of the three bytes that at says.
func drawing(b *handmade.Builder, at func(x, y int) [3]byte) string {
	var data strings.Builder
	for y := range 160 {
		for x := range 240 {
			c := at(x, y)
			data.Write(c[:])
		}
	}
	return b.Stream("/Type /XObject /Subtype /Image /Width 240 /Height 160 /ColorSpace /DeviceRGB /BitsPerComponent 8", data.String())
}

// strokesOn are lines of writing in a colour on a ground: characters eight dots
// high, of upright and level strokes.
func strokesOn(ground, ink [3]byte) func(x, y int) [3]byte {
	return func(x, y int) [3]byte {
		if y%14 < 8 && x%10 < 8 && (x%10%4 == 0 || y%14 == 4) && x > 8 && x < 230 {
			return ink
		}
		return ground
	}
}

// Text that is a picture needs recognition, whatever share of the page it covers
// and whatever stands beside it. Photographs, seals, grounds and small marks do not.
func TestPictureOfText(t *testing.T) {
	white, black, grey, red := [3]byte{255, 255, 255}, [3]byte{20, 20, 20}, [3]byte{190, 190, 190}, [3]byte{220, 30, 30}
	rnd := rand.New(rand.NewPCG(1, 1))
	noise := func(x, y int) [3]byte { v := byte(rnd.IntN(256)); return [3]byte{v, v, v} }
	lines := strings.Repeat("0 -20 Td (the text beside it) Tj ", 8)
	for _, tt := range []struct {
		name  string
		at    func(x, y int) [3]byte
		place string // width, height, left, bottom
		text  string
		want  bool
	}{
		{"a third of the page, alone", strokesOn(white, black), "475 0 0 300 60 300", "", true},
		{"small, beside text", strokesOn(white, black), "240 0 0 140 60 100", lines, true},
		{"most of the page, beside text", strokesOn(white, black), "580 0 0 560 10 10", lines, true},
		{"on grey paper", strokesOn(grey, black), "240 0 0 140 60 100", lines, true},
		{"too small for a table", strokesOn(white, black), "90 0 0 35 60 100", lines, false},
		{"a seal", strokesOn(white, red), "240 0 0 140 60 100", lines, false},
		{"a photograph", noise, "240 0 0 140 60 100", lines, false},
		{"blank", strokesOn(white, white), "240 0 0 140 60 100", lines, false},
		{"under the characters that it shows", strokesOn(white, black), "200 0 0 160 45 520", lines, false},
	} {
		var b handmade.Builder
		image := drawing(&b, tt.at)
		b.Page(b.Latin()+"/XObject << /I "+image+" >>", "", fmt.Sprintf("q %s cm /I Do Q BT /F 14 Tf 50 700 Td %s ET", tt.place, tt.text))
		if tt.text == "" {
			wantKind(t, b.Bytes(), extract.ErrScanned)
			continue
		}
		r := mustRead(t, b.Bytes())
		if got := r.warned(extract.WarnNeedsRecognition); got != tt.want || r.doc.Pages[0].Origin != extract.OriginDigital {
			t.Errorf("%s: warned %v, origin %s; want %v", tt.name, got, r.doc.Pages[0].Origin, tt.want)
		}
	}
}

// A picture may come in strips, in a form, or within the content.
func TestPictureHoweverPlaced(t *testing.T) {
	at := strokesOn([3]byte{255, 255, 255}, [3]byte{})
	text := "BT /F 14 Tf 50 700 Td " + strings.Repeat("0 -20 Td (the text beside it) Tj ", 3) + "ET "
	strip := func(b *handmade.Builder, from, n int) string {
		var data strings.Builder
		for y := from; y < from+n; y++ {
			for x := range 240 {
				c := at(x, y)
				data.Write(c[:])
			}
		}
		return b.Stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width 240 /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8", n), data.String())
	}
	for name, draw := range map[string]func(b *handmade.Builder) (resources, content string){
		"strips": func(b *handmade.Builder) (string, string) {
			resources, content := "", ""
			for i := range 10 {
				resources += fmt.Sprintf("/I%d %s ", i, strip(b, 16*i, 16))
				content += fmt.Sprintf("q 240 0 0 16 60 %d cm /I%d Do Q ", 300-16*i, i)
			}
			return resources, content
		},
		"a form": func(b *handmade.Builder) (string, string) {
			return "/I " + b.Stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /I "+strip(b, 0, 160)+" >> >>", "/I Do"), "q 240 0 0 160 60 100 cm /I Do Q "
		},
		"inline": func(*handmade.Builder) (string, string) {
			var data strings.Builder
			for y := range 160 {
				for x := range 240 {
					fmt.Fprintf(&data, "%02x", at(x, y)[0])
				}
			}
			return "", "q 240 0 0 160 60 100 cm BI /W 240 /H 160 /BPC 8 /CS /G /F /AHx ID " + data.String() + "> EI Q "
		},
	} {
		var b handmade.Builder
		resources, content := draw(&b)
		b.Page(b.Latin()+"/XObject << "+resources+" >>", "", content+text)
		if r := mustRead(t, b.Bytes()); !r.warned(extract.WarnNeedsRecognition) {
			t.Errorf("%s: not warned: %v", name, r.doc.Warnings)
		}
	}
}
