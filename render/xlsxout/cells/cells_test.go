package cells

import (
	"bytes"
	"strings"
	"testing"
)

// A cell that is covered shows its frame alone, and a block that meets another stays apart.
func TestMerge(t *testing.T) {
	b := New()
	s := b.Sheet()
	s.Text(1, 1, "甲")
	s.Number(2, 1, "1.50")
	s.Formula(2, 1, "A9&\"<\"")
	s.Number(3, 1, "2")
	s.Style(1, 1, 4, 1, 7)
	s.Merge(2, 1, 3, 1)
	s.Merge(3, 1, 4, 1)
	s.Height(3, 12.5)
	const want = `<row r="1"><c r="A1" s="7" t="s"><v>0</v></c><c r="B1" s="7"><f>A9&amp;&#34;&lt;&#34;</f><v>1.50</v></c><c r="C1" s="7"></c><c r="D1" s="7"></c></row>` +
		`<row r="3" ht="12.5" customHeight="true"></row>`
	var rows, merges bytes.Buffer
	if err := s.Rows(&rows); err != nil || rows.String() != want {
		t.Errorf("got  %s, %v\nwant %s", rows.String(), err, want)
	}
	if err := s.Merges(&merges); err != nil || merges.String() != `<mergeCells count="1"><mergeCell ref="B1:C1"></mergeCell></mergeCells>` {
		t.Errorf("got %s, %v", merges.String(), err)
	}
	if got := s.Range(); got != "A1:D1" {
		t.Errorf("got range %s", got)
	}
}

// Each text stands once, whatever it looks like, and texts of several looks hold together
// no more than a cell does.
func TestTexts(t *testing.T) {
	b := New()
	s := b.Sheet()
	s.Text(1, 1, " a")
	s.Text(2, 1, "b")
	s.Text(3, 1, " a")
	run := Run{Text: "c", Font: "宋体", Size: 9, Colour: "C00000", Strike: true}
	s.Rich(4, 1, []Run{run})
	s.Rich(5, 1, []Run{run})
	var got bytes.Buffer
	if err := b.Strings(&got); err != nil {
		t.Fatal(err)
	}
	const want = `count="3" uniqueCount="3"><si><t xml:space="preserve"> a</t></si><si><t>b</t></si>` +
		`<si><r><rPr><rFont val="宋体"></rFont><family val="2"></family><strike val="1"></strike><color rgb="FFC00000"></color><sz val="9"></sz></rPr><t>c</t></r></si></sst>`
	if !strings.HasSuffix(got.String(), want) {
		t.Errorf("got  %s\nwant %s", got.String(), want)
	}
	long := Run{Text: strings.Repeat("财", maxText-1)}
	s.Rich(6, 1, []Run{long, long, long})
	if n := strings.Count(b.texts.list[3], "财") + strings.Count(b.texts.list[3], "…"); n > maxText {
		t.Errorf("got %d characters in a cell, want %d at most", n, maxText)
	}
}

// Nothing of a text is markup, an escape or a formula.
func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1":          "=1+1",
		`<a b="c">&`:    "&lt;a b=&#34;c&#34;&gt;&amp;",
		"_x000D_":       "_x005F_x000D_",
		"_x00_":         "_x00_",
		"a\x00\x1b\xff": "a\ufffd\ufffd\ufffd",
		"财政\n小计":        "财政&#xA;小计",
	} {
		if got := string(AppendText(nil, in)); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	long := strings.Repeat("财", maxText+5)
	if n := len([]rune(Cut(long))); n != maxText {
		t.Errorf("got %d characters of a text, want %d", n, maxText)
	}
}
