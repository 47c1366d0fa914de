package longsheet

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
)

func rowsOf(t *testing.T, s *Sheet) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Rows(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A table that a sheet does not hold goes on in the next, whose rows begin anew.
func TestSplit(t *testing.T) {
	x := New(t.TempDir(), 10, 10).Holding(3)
	for i := range 5 {
		if err := x.Add(Count(i), Text("x")); err != nil {
			t.Fatal(err)
		}
	}
	sheets, err := x.Sheets()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range sheets {
		got = append(got, s.Range())
	}
	if want := "[A1:B3 A1:B3 A1:B2]"; fmt.Sprint(got) != want || x.Rows() != 5 {
		t.Errorf("got %v with %d rows, want %s with 5", got, x.Rows(), want)
	}
	if got, want := rowsOf(t, sheets[2]), `<row r="2"><c r="A2"><v>4</v></c><c r="B2" t="inlineStr"><is><t xml:space="preserve">x</t></is></c></row>`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(x.scratch); len(left) > 0 {
		t.Errorf("got %d files left behind", len(left))
	}
}

// Beyond what a sheet may have of links they are formulas, which have no limit but that
// of a text in them.
func TestLinks(t *testing.T) {
	x := New(t.TempDir(), 10)
	defer x.Close()
	for i := range maxLinks + 1 {
		if err := x.Add(Text(`a "b"`).To(fmt.Sprintf("财政/a b%d.xlsx", i))); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Add(Text("c").To(strings.Repeat("d", 300))); err != nil {
		t.Fatal(err)
	}
	s := x.sheets[0]
	n, first := 0, ""
	err := s.Links(func(ref, to string) error {
		if n++; n == 1 {
			first = ref + " " + to
		}
		return nil
	})
	if err != nil || n != maxLinks || s.Linked() != n || first != "A2 财政/a%20b0.xlsx" {
		t.Errorf("got %d links, the first %s, and %v", n, first, err)
	}
	rows := rowsOf(t, s)
	if want := `<c r="A65532" t="str"><f>HYPERLINK(&#34;财政/a%20b65530.xlsx&#34;,&#34;a &#34;&#34;b&#34;&#34;&#34;)</f><v>a &#34;b&#34;</v></c>`; !strings.Contains(rows, want) {
		t.Errorf("got no %s", want)
	}
	if !strings.HasSuffix(rows, `<c r="A65533" t="inlineStr"><is><t xml:space="preserve">c</t></is></c></row>`) {
		t.Errorf("got %s, want no link that a formula cannot hold", rows[len(rows)-200:])
	}
}

func TestTarget(t *testing.T) {
	for in, want := range map[string]string{
		"../表 1#2?.xlsx": "../表%201%232%3F.xlsx",
		"100%.txt":       "100%25.txt",
		"a:b/c":          "./a:b/c",
		"a/b:c":          "a/b:c",
	} {
		if got := Target(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{{"", 1}, {"a", 1}, {strings.Repeat("财", 10), 3}, {"a\nb", 2}, {strings.Repeat("a", 900), 10}} {
		if got := Lines(c.text, 10, mostLines); got != c.want {
			t.Errorf("%q: got %d lines, want %d", c.text, got, c.want)
		}
	}
}

// What a table keeps in memory does not grow with its rows.
func TestFlat(t *testing.T) {
	x := New(t.TempDir(), 10, 10)
	defer x.Close()
	held := func(rows int) uint64 {
		for i := range rows {
			if err := x.Add(Text(fmt.Sprintf("form %d", i)).To(fmt.Sprintf("a/%d.xlsx", i)), Text(strings.Repeat("财政", 50))); err != nil {
				t.Fatal(err)
			}
		}
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	few := held(2000)
	if many := held(20_000); many > few+1<<20 {
		t.Errorf("got %d KB held at 2,000 rows and %d at 22,000", few>>10, many>>10)
	}
}
