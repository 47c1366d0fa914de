package pipeline

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ziping/extract"
	"ziping/normalize"
)

// TestWorkbookReadsBack: the workbook of a form gives, read again, the values
// of the form as far as nothing was corrected in it.
func TestWorkbookReadsBack(t *testing.T) {
	files, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(files) < 5 {
		t.Fatalf("got samples %v, %v", files, err)
	}
	o := options(t, AuditOptions{Lang: extract.ZH, NoRepair: true})
	for _, file := range files {
		first := Run(load(t, file), file, o)
		books, err := first.Render([]string{"xlsx"})
		if err != nil || len(books) != 1 {
			t.Fatalf("%s: got %d workbooks, %v", file, len(books), err)
		}
		again := Run(books[0].Data, "a.xlsx", o)
		if len(again.Result.Reports) != len(first.Result.Reports) {
			t.Errorf("%s: got %d reports, want %d", file, len(again.Result.Reports), len(first.Result.Reports))
			continue
		}
		for i := range first.Result.Reports {
			want, got := plainly(t, first.Result.Reports[i].Report), plainly(t, again.Result.Reports[i].Report)
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s (-form +workbook read back):\n%s", file, d)
			}
		}
	}
}

// plainly is a report without places, the moves of its rows, and the texts
// that values were read from, as path = value.
func plainly(t *testing.T, r normalize.Report) map[string]string {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var v map[string]any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	delete(v, "moves")
	out := map[string]string{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, x := range v {
				if k != "at" && k != "text" {
					walk(path+"."+k, x)
				}
			}
		case []any:
			for i, x := range v {
				walk(path+"["+string(rune('0'+i/10))+string(rune('0'+i%10))+"]", x)
			}
		case string:
			out[path] = strings.Join(strings.Fields(v), "")
		case bool:
			out[path] = map[bool]string{true: "true", false: "false"}[v]
		}
	}
	walk("", v)
	return out
}
