package forms

import (
	"os"
	"reflect"
	"testing"
)

func TestSamplesCoverTheirGrid(t *testing.T) {
	list, err := Samples(os.DirFS("../../../samples"))
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 10 {
		t.Errorf("got %d forms, want all samples", len(list))
	}
	for _, f := range list {
		if f.Rows < 3 || f.Cols < 4 || f.Title == "" {
			t.Errorf("%s: got %d rows, %d columns, title %q", f.ID, f.Rows, f.Cols, f.Title)
		}
	}
}

func TestRandomFormsAreSoundAndTheSameAgain(t *testing.T) {
	shapes := map[[2]int]bool{}
	for seed := range uint64(300) {
		f := Random(seed)
		if err := f.Check(); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(f, Random(seed)) {
			t.Fatalf("seed %d gives two forms", seed)
		}
		shapes[[2]int{f.Rows, f.Cols}] = true
	}
	if len(shapes) < 100 {
		t.Errorf("got %d shapes of 300 forms, want variety", len(shapes))
	}
}

func TestCompactDropsWhatNothingShows(t *testing.T) {
	f := &Form{Rows: 2, Cols: 3, Widths: []int{1, 2, 4}, Cells: []Cell{{0, 0, 1, 2, "a", Value}, {0, 2, 1, 1, "b", Value}, {1, 0, 1, 2, "c", Value}, {1, 2, 1, 1, "d", Value}}}
	f.compact()
	if f.Cols != 2 || !reflect.DeepEqual(f.Widths, []int{3, 4}) || f.Cells[1].Col != 1 || f.Cells[0].ColSpan != 1 {
		t.Errorf("got %+v", f)
	}
	if err := f.Check(); err != nil {
		t.Error(err)
	}
}
