package xlsxout_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"strconv"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
)

// doubted is the seed's form as if some figures had been read from a picture.
func doubted(t *testing.T) *render.Bundle {
	t.Helper()
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Fatal(err)
	}
	b := audit(t, data, seed).Bundle()
	r := b.Forms[0].Report
	first, second := r.Indicators[0].Target, r.Indicators[1].Score
	first.Reading, first.Confidence = normalize.Doubtful, "0.8209"
	second.Reading, second.Was = normalize.Repaired, "4.38"
	var buf bytes.Buffer
	if err := png.Encode(&buf, image.NewGray(image.Rect(0, 0, 60, 20))); err != nil {
		t.Fatal(err)
	}
	b.Document.Clips = []extract.Clip{{At: *first.At, PNG: buf.Bytes()}, {At: *second.At, PNG: []byte("no picture")}}
	return b
}

// The same data gives the same bytes, figures in doubt included.
func TestDoubtsAreTheSameBytes(t *testing.T) {
	b := doubted(t)
	first := workbook(t, b)
	for range 8 {
		if !bytes.Equal(first, workbook(t, b)) {
			t.Fatal("two workbooks of the same data differ")
		}
	}
}

// Figures that were not read for certain are listed below the findings, with the picture
// of the cell where there is one.
func TestDoubts(t *testing.T) {
	f := open(t, workbook(t, doubted(t)))
	rows, err := f.GetRows("发现")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	var at []string
	for i, r := range rows {
		if len(r) > 8 && (r[1] == "存疑" || r[1] == "由算术改正识别") {
			found[r[1]] = r
			pictures, err := f.GetPictures("发现", "M"+strconv.Itoa(i+1))
			if err != nil {
				t.Fatal(err)
			}
			if len(pictures) > 0 {
				at = append(at, r[1])
			}
		}
	}
	if r := found["存疑"]; r == nil || r[7] != "≥5.7万人次" || r[len(r)-1] != "82%" {
		t.Errorf("got %v", r)
	}
	if r := found["由算术改正识别"]; r == nil || r[7] != "4.88" || r[8] != "4.38" {
		t.Errorf("got %v", r)
	}
	if len(at) != 1 || at[0] != "存疑" {
		t.Errorf("pictures stand beside %v, want one beside what is doubtful", at)
	}
}
