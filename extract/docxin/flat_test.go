package docxin

import (
	"errors"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/sketch"
)

// word2003 is a document as Word 2003 saves it.
func word2003(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:styles><w:style w:styleId="a"/></w:styles><w:body><wx:sect>` + body + `</wx:sect></w:body></w:wordDocument>`
}

func TestRead2003(t *testing.T) {
	table := func(a, b, c, d string) string {
		return "<w:tbl><w:tr>" + tc("", a) + tc("", b) + "</w:tr><w:tr>" + tc("", c) + tc("", d) + "</w:tr></w:tbl>"
	}
	for name, c := range map[string]struct{ body, want string }{
		"merged cells": {"<w:tbl><w:tr>" + tc(`<w:vmerge w:val="restart"/>`, p("a")) + tc(`<w:gridSpan w:val="2"/>`, p("b")) + "</w:tr><w:tr>" + tc(`<w:vmerge/>`, p("")) + tc("", p("c")) + tc("", p("d")) + "</w:tr></w:tbl>",
			"[2x3 |0 0=a*2,1 1=b*1,2 |1 1=c 2=d]\n"},
		"list numbers stand beside their paragraphs": {`<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、" wx:wTabBefore="0"/><wx:font wx:val="宋体"/></w:listPr></w:pPr>` + r("", "总体情况") + `</w:p><w:p><w:pPr><w:listPr><w:ilfo w:val="2"/></w:listPr></w:pPr>` + r("", "无") + `</w:p>`,
			"一、总体情况\n无\n!list-number\n"},
		"tracked changes and comments": {table(`<w:p><aml:annotation aml:id="0" w:type="Word.Deletion"><aml:content><w:r><w:delText>旧</w:delText></w:r></aml:content></aml:annotation><aml:annotation aml:id="1" w:type="Word.Insertion"><aml:content>`+r("", "新")+`</aml:content></aml:annotation><aml:annotation w:type="Word.Comment"><aml:content>`+p("批注")+`</aml:content></aml:annotation></w:p>`, p("b"), p("c"), p("d")),
			"[2x2 |0 0=新 1=b |1 0=c 1=d]\n!tracked-changes\n!tracked-changes\n!comment\n"},
		"what the type was before a change is no matter": {p(`<w:r><w:rPr><aml:annotation w:type="Word.Formatting"><aml:content><w:rPr><w:vanish/></w:rPr></aml:content></aml:annotation></w:rPr><w:t>a</w:t></w:r>`), "a\n"},
		"a footnote in the text": {table(p("a"), p(r("", "b")+`<w:r><w:footnote>`+p("注")+`</w:footnote></w:r>`), p("c"), p("d")),
			"[2x2 |0 0=a 1=b¹ |1 0=c 1=d]\n¹ 注\n"},
		"headers in the section": {p("文") + `<w:sectPr><w:hdr w:type="odd">` + p("页眉") + `</w:hdr><w:hdr w:type="even">` + p("偶") + `</w:hdr><w:hdr w:type="first">` + p("首") + `</w:hdr><w:ftr w:type="odd">` + p("页脚") + `</w:ftr></w:sectPr>`,
			"页眉\n文\n页脚\n"},
	} {
		doc, err := Read2003([]byte(word2003(c.body)), opts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := sketch.Of(doc); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestReadFlat(t *testing.T) {
	const w = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	part := func(name, xml string) string {
		return `<pkg:part pkg:name="` + name + `" pkg:contentType="application/xml" pkg:padding="512"><pkg:xmlData>` + xml + `</pkg:xmlData></pkg:part>`
	}
	file := `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">` +
		part("/_rels/.rels", `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`) +
		`<pkg:part pkg:name="/word/media/a.png" pkg:compression="store"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>` +
		part("/word/_rels/document.xml.rels", `<Relationships><Relationship Id="b" Type="x/footnotes" Target="footnotes.xml"/></Relationships>`) +
		part("/word/document.xml", "<w:document"+w+"><w:body>"+p(r("", "文")+`<w:r><w:footnoteReference w:id="2"/></w:r>`)+"</w:body></w:document>") +
		part("/word/footnotes.xml", "<w:footnotes"+w+`><w:footnote w:id="2">`+p("注")+"</w:footnote></w:footnotes>") + `</pkg:package>`
	doc, err := ReadFlat([]byte(file), opts)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sketch.Of(doc), "文¹\n¹ 注\n"; got != want {
		t.Errorf("got %q want %q", got, want)
	}
	for name, c := range map[string]struct {
		text string
		want extract.ErrorKind
	}{
		"cut off":      {file[:strings.Index(file, "注")], ""}, // the note alone is cut off
		"cut off soon": {file[:strings.Index(file, "文")], extract.ErrTruncated},
		"no parts":     {"<pkg:package/>", extract.ErrDamaged},
	} {
		_, err := ReadFlat([]byte(c.text), opts)
		var e *extract.Error
		if c.want != "" && (!errors.As(err, &e) || e.Kind != c.want) {
			t.Errorf("%s: got %v want %s", name, err, c.want)
		}
		if c.want == "" && err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}
