package truth

import (
	"os"
	"reflect"
	"testing"

	"ziping/tools/eval/forms"
)

// The record of a sound sample has its fields and no error; the truth is read
// back as it was written.
func TestRecord(t *testing.T) {
	list, err := forms.Samples(os.DirFS("../../../../samples"))
	if err != nil {
		t.Fatal(err)
	}
	records := 0
	for _, f := range list {
		r := Record(f)
		if r == nil {
			continue
		}
		records++
		if n := Errors(r); n > 0 != (f.ID == "fuzhou-hrss-2023") { // which leaves a subtotal at 0.00
			t.Errorf("%s: %d errors", f.ID, n)
		}
		if len(r.Fields()) < 20 {
			t.Errorf("%s: %d fields", f.ID, len(r.Fields()))
		}
	}
	if records < 15 {
		t.Errorf("%d records", records)
	}
	said := &Truth{Name: "x", Kind: "scan", DPI: 200, Seed: 1 << 60, Fonts: map[string]string{"song": "ab"}, Form: list[0], Pages: []Page{{W: 3, H: 4, DPIX: 200, DPIY: 100, Cells: []Quad{{Cell: 1, Corners: [4][2]float64{{0.5, 1}, {2, 1}, {2, 2}, {0.5, 2}}, Again: true}}}}}
	data, err := said.Write()
	if err != nil {
		t.Fatal(err)
	}
	back, err := Read(data)
	if err != nil || !reflect.DeepEqual(back.Pages, said.Pages) || back.Seed != said.Seed || len(back.Form.Cells) != len(said.Form.Cells) {
		t.Errorf("read back as %+v (%v)", back, err)
	}
}
