package layers

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"testing"
)

// packedObjects is a stream of packed objects, the way files of PDF 1.5 write
// them.
func packedObjects(numbers []int, bodies ...string) string {
	var index, all string
	for i, b := range bodies {
		index += fmt.Sprintf("%d %d ", numbers[i], len(all))
		all += b + " "
	}
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	fmt.Fprint(w, index+all)
	w.Close()
	return fmt.Sprintf("9 0 obj\n<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream endobj\n", len(bodies), len(index), z.Len(), z.String())
}

// TestOffNames: how files say which layers are off, and how they name them.
func TestOffNames(t *testing.T) {
	const catalog = "1 0 obj << /OCProperties << /D << /OFF [5 0 R] >> >> >> endobj\n"
	layer := func(name string) string { return "5 0 obj << /Type /OCG /Name " + name + " >> endobj\n" }
	for _, c := range []struct {
		name, file string
		want       []string
	}{
		{"none off", "1 0 obj << /D << /OFF [] >> >> endobj " + layer("(draft)"), nil},
		{"none at all", "1 0 obj << >> endobj", nil},
		{"one", catalog + layer("(draft)"), []string{"draft"}},
		{"its object before the catalog", layer("(draft)") + catalog, []string{"draft"}},
		{"one in hexadecimal", catalog + layer("<64 72\n6166 74>"), []string{"draft"}},
		{"in hexadecimal of odd length", catalog + layer("<6472>"), []string{"dr"}},
		{"with brackets", catalog + layer(`(a\(b\)c)`), []string{"a(b)c"}},
		{"in octal", catalog + layer(`(a\051b\7c\12)`), []string{"a)b\ac\n"}},
		{"in octal that runs into figures", catalog + layer(`(\0519)`), []string{")9"}},
		{"two of three", "1 0 obj << /OFF [5 0 R 6 0 R] /ON [7 0 R] >> endobj 5 0 obj << /Name (a) >> endobj 6 0 obj << /Name (b) >> endobj 7 0 obj << /Name (c) >> endobj", []string{"a", "b"}},
		{"the last of a number counts", catalog + layer("(old)") + layer("(new)"), []string{"new"}},
		{"a name of another object", catalog + "5 0 obj << /Type /OCG >> endobj 6 0 obj << /Name (no) >> endobj", nil},
		{"an object that is not there", catalog, nil},
		{"packed", packedObjects([]int{1, 5}, "<< /OCProperties << /D << /OFF [5 0 R] >> >> >>", "<< /Type /OCG /Name (draft) >>"), []string{"draft"}},
		{"packed in part", catalog + packedObjects([]int{4, 5}, "<< /Name (other) >>", "<< /Type /OCG /Name (draft) >>"), []string{"draft"}},
		{"packed, and written anew", catalog + packedObjects([]int{5}, "<< /Type /OCG /Name (draft) >>") + layer("(final)"), []string{"final"}},
		{"packed and torn", catalog + packedObjects([]int{5}, "<< /Type /OCG /Name (draft) >>")[:60], nil},
	} {
		got := offNames([]byte(c.file))
		same := len(got) == len(c.want)
		for _, n := range c.want {
			same = same && got[n]
		}
		if !same {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// TestSwitchesOff: whether a file has layers that are off at all.
func TestSwitchesOff(t *testing.T) {
	for file, want := range map[string]bool{
		"<< /D << /OFF [5 0 R] >> >>": true, "<< /OFF[ ] >>": false, "<< /OFF [] /ON [5 0 R] >>": false,
		"<< /BaseState /OFF >>": true, "<< /BaseState/OFF >>": true, "<< /BaseState /ON >>": false,
		packedObjects([]int{1}, "<< /OFF [5 0 R] >>"): true, packedObjects([]int{1}, "<< /ON [5 0 R] >>"): false,
	} {
		for range 2 { // the second time it is known
			if got := New([]byte(file)).MayHide(); got != want {
				t.Errorf("%q: got %v", file, got)
			}
		}
	}
	o := New([]byte("<< /OFF [5 0 R] >>"))
	for range 2 {
		if !o.MayHide() {
			t.Error("what is known is lost")
		}
	}
}
