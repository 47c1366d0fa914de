package formats

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"ziping/extract"
)

// packed is a zip of parts, "name=content" each, stored or not, in order.
func packed(t *testing.T, method uint16, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		name, content, _ := strings.Cut(p, "=")
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
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
	return b.String()
}

// Parts of the packages in these tests.
const (
	types     = "[Content_Types].xml=<Types/>"
	wordMain  = `word/document.xml=<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>a</t></r></p></body></document>`
	bookMain  = `xl/workbook.xml=<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`
	slides    = `ppt/presentation.xml=<presentation xmlns="http://schemas.openxmlformats.org/presentationml/2006/main"/>`
	linkTo    = `=<Relationships><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="`
	linkEnd   = `"/></Relationships>`
	wordSpace = `<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>`
	bookSpace = `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"/>`
	// misleading is text with everything that one could look for.
	misleading = "xl/workbook.xml xl/workbook.bin xl/worksheets word/document.xml OFD.xml content.xml META-INF/manifest.xml %PDF-1.7 mimetypeapplication/vnd.oasis.opendocument.text"
)

// TestPacked: a packed file is what its main part is, whatever else its bytes hold.
func TestPacked(t *testing.T) {
	for name, c := range map[string]struct {
		parts []string
		want  Kind
	}{
		"a document":                       {[]string{types, wordMain}, DOCX},
		"a workbook":                       {[]string{types, bookMain}, XLSX},
		"a document with a workbook in it": {[]string{types, wordMain, "word/embeddings/a.xlsx=" + packed(t, zip.Store, types, bookMain)}, DOCX},
		"a workbook with a document in it": {[]string{types, bookMain, "xl/embeddings/a.docx=" + packed(t, zip.Store, types, wordMain)}, XLSX},
		"slides with a workbook in them":   {[]string{types, slides, "ppt/embeddings/a.xlsx=" + packed(t, zip.Store, types, bookMain)}, Unknown},
		"a zip of files":                   {[]string{"a.txt=" + misleading, "b.xlsx=" + packed(t, zip.Store, types, bookMain)}, Unknown},
		"a zip of a PDF":                   {[]string{"a.pdf=%PDF-1.7 " + misleading}, Unknown},
		"a zip of folders":                 {[]string{"表/word/document.xml=" + wordSpace, "表/" + types}, Unknown},
		"a program":                        {[]string{"META-INF/MANIFEST.MF=" + misleading, "word/document.xml=" + misleading, "xl/workbook.xml=<workbook/>"}, Unknown},
		"without a list of its parts":      {[]string{wordMain}, DOCX},
		"a book to read":                   {[]string{"mimetype=application/epub+zip", "OEBPS/content.xml=" + misleading}, Unknown},
		"an ODT":                           {[]string{"mimetype=application/vnd.oasis.opendocument.text", "content.xml=" + misleading}, ODF},
		"an ODS with a workbook in it":     {[]string{"mimetype=application/vnd.oasis.opendocument.spreadsheet-template", types, bookMain}, ODF},
		"an ODP":                           {[]string{"mimetype=application/vnd.oasis.opendocument.presentation"}, Unknown},
		"an ODT that does not say so":      {[]string{"content.xml=", "META-INF/manifest.xml="}, ODF},
		"an OFD":                           {[]string{"OFD.xml=", "Doc_0/Attachs/word/document.xml="}, OFD},
		"an XLSB":                          {[]string{types, "xl/workbook.bin=\x83\x01\x00"}, XLSB},
		"a book elsewhere":                 {[]string{types, "_rels/.rels" + linkTo + "/表/book.xml" + linkEnd, "表/book.xml=" + bookSpace, wordMain}, XLSX},
		"a document elsewhere":             {[]string{types, "_rels/.rels" + linkTo + "main.xml" + linkEnd, "main.xml=" + wordSpace, bookMain}, DOCX},
		"by its content types":             {[]string{`[Content_Types].xml=<Types><Override PartName="/word/a.xml" ContentType="application/xml"/><Override PartName="/a.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`, "a.xml=" + bookSpace, wordMain}, XLSX},
		"with backslashes":                 {[]string{types, `_rels\.rels` + linkTo + `xl\workbook.xml` + linkEnd, strings.Replace(bookMain, "/", `\`, 1)}, XLSX},
		"with names from the root":         {[]string{"/" + types, "/./" + bookMain}, XLSX},
		"with escaped names":               {[]string{types, "_rels/.rels" + linkTo + "xl/%E8%A1%A8.xml" + linkEnd, "xl/表.xml=" + bookSpace}, XLSX},
		"a document that is damaged":       {[]string{types, "word/document.xml=<document"}, DOCX},
		"slides that are damaged":          {[]string{types, "ppt/presentation.xml=x"}, Unknown},
	} {
		for _, method := range []uint16{zip.Store, zip.Deflate} {
			if got := Sniff([]byte(packed(t, method, c.parts...))); got != c.want {
				t.Errorf("%s: got %s want %s", name, got, c.want)
			}
		}
	}
}

// TestBegun: of a packed file that breaks off, its parts tell so far as they go.
func TestBegun(t *testing.T) {
	for name, c := range map[string]struct {
		parts []string
		want  Kind
	}{
		"a document": {[]string{types, "word/embeddings/a.xlsx=" + packed(t, zip.Store, types, bookMain), wordMain}, DOCX},
		"a workbook": {[]string{types, bookMain}, XLSX},
		"slides":     {[]string{types, "ppt/embeddings/a.xlsx=" + packed(t, zip.Store, types, bookMain), slides}, Unknown},
		"files":      {[]string{"a.txt=" + misleading, "b.docx=" + packed(t, zip.Store, types, wordMain)}, Unknown},
	} {
		whole := packed(t, zip.Deflate, c.parts...)
		cut := whole[:strings.LastIndex(whole, "PK\x05\x06")]
		if got := Sniff([]byte(cut)); got != c.want {
			t.Errorf("%s: got %s want %s", name, got, c.want)
		}
	}
}

// compound is a compound file with these streams at its root, and one named
// inner in a storage below.
func compound(inner string, names ...string) []byte {
	const none = 0xFFFFFFFF
	data := make([]byte, 512*(2+(len(names)+6)/4))
	copy(data, oleMark)
	put := binary.LittleEndian.PutUint32
	binary.LittleEndian.PutUint16(data[30:], 9)
	put(data[48:], 1) // the directory begins in the second sector
	put(data[76:], 0) // the table of sectors is the first
	for i := range 128 {
		put(data[512+4*i:], uint32(i+1))
	}
	put(data[512+4*(len(data)/512-2):], 0xFFFFFFFE)
	entry := func(i int, name string, right, child uint32) {
		e := data[1024+128*i:]
		for k, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(e[2*k:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
		put(e[68:], none)
		put(e[72:], right)
		put(e[76:], child)
	}
	entry(0, "Root Entry", none, 1)
	entry(1, "ObjectPool", 3, 2)
	entry(2, inner, none, none)
	for i, name := range names {
		right := uint32(none)
		if i+1 < len(names) {
			right = uint32(i + 4)
		}
		entry(i+3, name, right, none)
	}
	return data
}

func TestCompound(t *testing.T) {
	for _, c := range []struct {
		data []byte
		want Kind
	}{
		{compound("PowerPoint Document", "CompObj", "WordDocument"), OLE},
		{compound("EncryptedPackage", "Workbook"), OLE},
		{compound("x", "Book"), OLE},
		{compound("WordDocument", "Current User", "a", "b", "PowerPoint Document"), Unknown},
		{compound("Workbook", "__properties_version1.0"), Unknown},
		{compound("x", "EncryptionInfo", "EncryptedPackage"), Encrypted},
		{compound("x", "Workbook")[:900], OLE}, // its directory is lost
	} {
		if got := Sniff(c.data); got != c.want {
			t.Errorf("%q: got %s want %s", rootStreams(c.data), got, c.want)
		}
	}
	if got := kindOf(t, string(compound("x", "WPS2000")), "a.wps"); got != extract.ErrUnsupported {
		t.Errorf("a compound file of a name we know: got %s", got)
	}
}

func TestRawBIFF(t *testing.T) {
	for data, want := range map[string]extract.ErrorKind{
		"\x09\x00\x04\x00\x02\x00\x10\x00\x0a\x00":                                 extract.ErrUnsupported, // Excel 2
		"\x09\x02\x06\x00\x00\x00\x10\x00\x03\x00":                                 extract.ErrUnsupported,
		"\x09\x04\x06\x00\x00\x04\x00\x01\x00\x00":                                 extract.ErrUnsupported, // a workspace
		"\x09\x08\x10\x00\x00\x06\x05\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a": extract.ErrUnsupported,
		"\x09\x08\x09\x00\x00\x06\x05\x00":                                         extract.ErrDamaged,
		"\x09\x02\x06\x00\x00\x00\x11\x00":                                         extract.ErrDamaged,
	} {
		if got := kindOf(t, data, "a.xls"); got != want {
			t.Errorf("%x: got %q want %q", data, got, want)
		}
	}
}
