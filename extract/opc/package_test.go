package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"ziping/extract"
)

var limits = extract.Limits{Bytes: 1 << 20, Unpacked: 1 << 20}

// open makes a package of parts, "name=content" each, and opens it.
func open(t *testing.T, l extract.Limits, parts ...string) (*Package, error) {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		name, content, _ := strings.Cut(p, "=")
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return Open(b.Bytes(), "XLSX", l)
}

func TestMainPart(t *testing.T) {
	const (
		link    = `_rels/.rels=<Relationships><Relationship Type="x/core" Target="c.xml"/><Relationship Type="x/officeDocument" Target="http://x/" TargetMode="External"/><Relationship Type="x/officeDocument" Target="B\wb.xml"/></Relationships>`
		listed  = `[Content_Types].xml=<Types><Override PartName="/c.xml" ContentType="application/xml"/><Override PartName="/t\wb.xml" ContentType="x.sheet.main+xml"/><Override PartName="/z.xml" ContentType="x.sheet.main+xml"/></Types>`
		related = "b/wb.xml=<a/>"
		typed   = "t/wb.xml=<a/>"
		usual   = "xl/workbook.xml=<a/>"
	)
	for name, c := range map[string]struct {
		parts []string
		want  string
	}{
		"by its relations":         {[]string{link, listed, related, typed, usual}, "B/wb.xml"},
		"by its content types":     {[]string{link, listed, typed, usual}, "t/wb.xml"},
		"by its name":              {[]string{link, listed, usual}, "xl/workbook.xml"},
		"a binary one":             {[]string{"xl/workbook.bin=x"}, "xl/workbook.bin"},
		"a document before a book": {[]string{usual, "word/document.xml=<a/>"}, "word/document.xml"},
		"none":                     {[]string{link, listed}, ""},
	} {
		p, err := open(t, limits, c.parts...)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Main(); got != c.want {
			t.Errorf("%s: got %q want %q", name, got, c.want)
		}
	}
}

func TestRoot(t *testing.T) {
	const sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	p, err := open(t, limits, "a=<?xml version='1.0'?><!-- x --><x:workbook xmlns:x='"+sheet+"'><b/></x:workbook>", "b=<workbook/>", "c=no XML")
	if err != nil {
		t.Fatal(err)
	}
	for part, want := range map[string]struct {
		space Space
		name  string
	}{"a": {Sheet, "workbook"}, "b": {Foreign, "workbook"}, "c": {Foreign, ""}, "d": {Foreign, ""}} {
		if space, name := p.Root(part); space != want.space || name != want.name {
			t.Errorf("%s: got %d, %q", part, space, name)
		}
	}
}

// A part that is there again with other content is damage where it is read, and so
// is one that is referred to and not there.
func TestLost(t *testing.T) {
	p, err := open(t, limits, "a=1", "A=1", "b=1", "b=2")
	if err != nil {
		t.Fatal(err)
	}
	if data, err := p.Bytes("A", 10); err != nil || string(data) != "1" {
		t.Errorf("the same twice: got %q, %v", data, err)
	}
	var e *extract.Error
	if _, err := p.Bytes("B", 10); !errors.As(err, &e) || e.Kind != extract.ErrDamaged || e.Place.EN != "B" {
		t.Errorf("two of one name: got %v, want the part called damaged", err)
	}
	if err := p.Need("c"); !errors.As(err, &e) || e.Kind != extract.ErrDamaged || e.Place.EN != "c" {
		t.Errorf("a missing part: got %v, want it called damaged", err)
	}
	if err := p.Need("a"); err != nil {
		t.Errorf("a part that is there: got %v", err)
	}
}

func TestPackageLimits(t *testing.T) {
	var e *extract.Error
	if _, err := open(t, extract.Limits{Bytes: 10, Unpacked: 10}, "a=1"); !errors.As(err, &e) || e.Kind != extract.ErrLimit {
		t.Errorf("a large package: got %v", err)
	}
	p, err := open(t, extract.Limits{Bytes: 1 << 20, Unpacked: 10}, "a=12345678901", "b=1234567890")
	if err != nil {
		t.Fatal(err)
	}
	if data, err := p.Bytes("b", 100); err != nil || len(data) != 10 {
		t.Errorf("what may be unpacked: got %q, %v", data, err)
	}
	if _, err := p.Bytes("a", 100); !errors.As(err, &e) || e.Kind != extract.ErrLimit {
		t.Errorf("more than may be unpacked: got %v", err)
	}
	if data, err := p.Bytes("none", 100); data != nil || err != nil {
		t.Errorf("a part that is missing: got %q, %v", data, err)
	}
	if _, err := Open([]byte("PK\x03\x04"), "XLSX", limits); !errors.As(err, &e) || e.Kind != extract.ErrTruncated {
		t.Errorf("a package without its list: got %v", err)
	}
}

func TestKey(t *testing.T) {
	for name, want := range map[string]string{
		"xl/workbook.xml": "xl/workbook.xml", `XL\Workbook.xml`: "xl/workbook.xml", "/xl/./a.xml": "xl/a.xml", `\xl\..\a.xml`: "a.xml",
		"xl/%E8%A1%A8.xml": "xl/表.xml", "100%.xml": "100%.xml", "%2": "%2", "": "",
	} {
		if got := key(name); got != want {
			t.Errorf("%q: got %q want %q", name, got, want)
		}
	}
}
