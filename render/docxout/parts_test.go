package docxout_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
	"testing"

	"ziping/extract"
)

// node is an element of a part.
type node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []node     `xml:",any"`
}

func (n *node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// all are the elements of a name in and below n.
func (n *node) all(name string) (out []*node) {
	if n.XMLName.Local == name {
		out = append(out, n)
	}
	for i := range n.Children {
		out = append(out, n.Children[i].all(name)...)
	}
	return out
}

func parts(t *testing.T, data []byte) map[string]*node {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*node{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		n := &node{}
		if err := xml.Unmarshal(text, n); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		out["/"+f.Name] = n
	}
	return out
}

// The parts of a document fit together: each has a type, each relation leads to one, and
// what the text refers to is there.
func TestParts(t *testing.T) {
	all := parts(t, written(t, bundle(t, "seed.txt", sample(t, "fuzhou-hrss-2023.txt"), extract.ZH)))
	typed, related := map[string]bool{}, map[string]bool{}
	for _, o := range all["/[Content_Types].xml"].all("Override") {
		typed[o.attr("PartName")] = true
	}
	for name, folder := range map[string]string{"/_rels/.rels": "/", "/word/_rels/document.xml.rels": "/word"} {
		for _, r := range all[name].all("Relationship") {
			related[path.Join(folder, r.attr("Target"))] = true
		}
	}
	for name := range all {
		if !strings.HasSuffix(name, ".rels") && name != "/[Content_Types].xml" && (!typed[name] || !related[name]) {
			t.Errorf("%s: has a type %v, is related %v", name, typed[name], related[name])
		}
	}
	for name := range related {
		if all[name] == nil {
			t.Errorf("a relation leads to %s, which is not there", name)
		}
	}
	known := map[string]bool{}
	for _, r := range all["/word/_rels/document.xml.rels"].all("Relationship") {
		known[r.attr("Id")] = true
	}
	document := all["/word/document.xml"]
	for _, f := range document.all("footerReference") {
		if !known[f.attr("id")] {
			t.Errorf("the footer is %s, which no relation names", f.attr("id"))
		}
	}
	styles := map[string]bool{}
	for _, s := range all["/word/styles.xml"].all("style") {
		styles[s.attr("styleId")] = true
	}
	for _, s := range document.all("pStyle") {
		if !styles[s.attr("val")] {
			t.Errorf("a paragraph has the style %s, which is not there", s.attr("val"))
		}
	}
	var fields []string
	for _, f := range all["/word/footer1.xml"].all("fldSimple") {
		fields = append(fields, f.attr("instr"))
	}
	if strings.Join(fields, " ") != "PAGE NUMPAGES" {
		t.Errorf("the footer counts %v", fields)
	}
}

// Tables have their cells, headings that stand on every page, rows that no page breaks, and
// the colour of a finding's level.
func TestTables(t *testing.T) {
	document := parts(t, written(t, bundle(t, "seed.txt", sample(t, "fuzhou-hrss-2023.txt"), extract.ZH)))["/word/document.xml"]
	tables := document.all("tbl")
	if len(tables) != 2 {
		t.Fatalf("got %d tables, want the head and the findings", len(tables))
	}
	for i, table := range tables {
		columns := len(table.all("gridCol"))
		for r, row := range table.all("tr") {
			if n := len(row.all("tc")); n != columns {
				t.Errorf("table %d, row %d: %d cells in %d columns", i, r, n, columns)
			}
			if len(row.all("cantSplit")) == 0 {
				t.Errorf("table %d, row %d: a page may break it", i, r)
			}
			if heads := len(row.all("tblHeader")) > 0; heads != (i == 1 && r == 0) {
				t.Errorf("table %d, row %d: stands on every page: %v", i, r, heads)
			}
		}
	}
	grounds := map[string]int{}
	for _, row := range tables[1].all("tr")[1:] {
		grounds[row.all("tc")[0].all("shd")[0].attr("fill")]++
	}
	if grounds["F8D7DA"] != 10 || grounds["FFE2B8"] != 1 || grounds["E2E3E5"] != 20 {
		t.Errorf("got grounds %v, want those of 10 errors, 1 of scoring and 20 notices", grounds)
	}
	if bold := len(tables[1].all("tr")[0].all("b")); bold != 6 {
		t.Errorf("%d headings are bold, want 6", bold)
	}
}
