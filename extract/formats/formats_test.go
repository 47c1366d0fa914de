package formats

import (
	"errors"
	"os"
	"strings"
	"testing"

	"ziping/extract"
)

var opts = extract.Options{Limits: extract.DefaultLimits()}

// kindOf reads and returns the error's kind, "" for success.
func kindOf(t *testing.T, data, name string) extract.ErrorKind {
	t.Helper()
	_, err := Read([]byte(data), name, opts)
	if err == nil {
		return ""
	}
	var e *extract.Error
	if !errors.As(err, &e) {
		t.Fatalf("%s: got %T, want *extract.Error", name, err)
	}
	if e.Reason.ZH == "" || e.Reason.EN == "" || e.Hint.ZH == "" || e.Hint.EN == "" {
		t.Errorf("%s: %+v lacks a reason or remedy in one language", name, e)
	}
	return e.Kind
}

func TestKinds(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	for _, c := range []struct {
		data, name string
		want       extract.ErrorKind
	}{
		{"", "a.txt", extract.ErrEmpty},
		{" \n\t", "a.txt", extract.ErrEmpty},
		{"%PDF-1.4\n", "a.txt", extract.ErrUnsupported},
		{ole, "a.xls", extract.ErrUnsupported},
		{"{\\rtf1 }", "a.doc", extract.ErrUnsupported},
		{"\x89PNG\r\n\x1a\n\x00\x00", "a.png", extract.ErrUnknown},
		{"\x7fELF\x02\x01\x01\x00\x00\x00", "a.bin", extract.ErrUnknown},
		{"7z\xbc\xaf\x27\x1c\x00\x04\x01\x02", "a.7z", extract.ErrUnknown},
		{"7z\xbc\xaf\x27\x1c\x00\x04\x01\x02", "a.xlsx", extract.ErrDamaged},
		{"\x7fELF\x02\x01\x01\x00\x00\x00", "a.txt", extract.ErrDamaged},
		{"\x7fELF\x02\x01\x01\x00\x00\x00", "a.pdf", extract.ErrDamaged},
		{"<!DOCTYPE html><html><table></table></html>", "a.html", extract.ErrEmpty},
		{"<table><tr><td>a<td>b</table>", "a.xls", ""},
		{"\n<!-- 导出 --><div>单位</div>", "a.txt", ""},
		{"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body>a</body></html>", "a.xml", ""},
		{"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>a\n--b--", "a.doc", ""},
		{"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook/>", "a.xls", extract.ErrEmpty},
		{"<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet Name='表'><Table><Row><Cell><Data Type='String'>a</Data></Cell></Row></Table></Worksheet></Workbook>", "a.xml", ""},
		{"<?xml version='1.0'?><?mso-application progid='PowerPoint.Show'?><p:presentation/>", "a.xml", extract.ErrUnsupported},
		{"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:wordDocument>", "a.doc", ""},
		{"<?xml version='1.0'?><pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'/>", "a.xml", extract.ErrDamaged},
		{"PK\x03\x04", "a.docx", extract.ErrTruncated},
		{"PK\x03\x04", "a.xlsx", extract.ErrTruncated},
		{"PK\x03\x04 xl/workbook.xml word/document.xml", "a.zip", extract.ErrUnknown},
		{"a<b\tc>d\n", "a.txt", ""},
		{"a\tb\n", "a.pdf", ""}, // content decides, not the name
		{"a\tb\n", "noname", ""},
		{"{\"path\":\"a.txt\"}\n{\"path\":\"b.txt\"}\n", "run.ndjson", extract.ErrUnknown},
		{"\xef\xbb\xbf [ {\"预算数\": 1} ]", "a.json", extract.ErrUnknown},
		{"{\"预算数\": 1}", "a.txt", extract.ErrUnknown},
		{"{单位}\t甲\n", "a.txt", ""},
		{"[1]\t甲\n", "a.txt", ""},
	} {
		if got := kindOf(t, c.data, c.name); got != c.want {
			t.Errorf("%q as %s: got %q want %q", c.data[:min(20, len(c.data))], c.name, got, c.want)
		}
	}
}

func TestSource(t *testing.T) {
	data, err := os.ReadFile("../../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Read(data, `C:\报表\福州.txt`, opts)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Source.Name != "福州.txt" || len(doc.Source.SHA256) != 64 || doc.Source.Reader != "tabin" || doc.Schema != extract.DocumentSchema {
		t.Errorf("got source %+v", doc.Source)
	}
}
