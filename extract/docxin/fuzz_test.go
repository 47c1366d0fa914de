package docxin

import (
	"slices"
	"strings"
	"testing"

	"ziping/internal/bound"
	"ziping/internal/sketch"
)

// partsOfDocuments are the parts beside the text that say how it is shown.
var partsOfDocuments = []string{"styles", "numbering", "footnotes", "endnotes", "comments", "header1", "footer1", "settings"}

// uses is a text that asks for something of every part.
func uses() string {
	list := p(`<w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>` + r("", "项"))
	note := p(`<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>`)
	row := tr(tc("", "产出指标"), tc("", `<w:r><w:rPr><w:rStyle w:val="b"/></w:rPr><w:t>10</w:t><w:footnoteReference w:id="1"/></w:r>`))
	return list + list + note + tbl(row+row) + `<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>`
}

// FuzzParts: whatever the parts of a document say, it is a Document or an error of ours,
// and takes no more than its share, however often its text asks for them.
func FuzzParts(f *testing.F) {
	for _, s := range []struct{ part, content string }{
		{"styles", `<w:style w:styleId="a" w:type="paragraph"><w:basedOn w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>`},
		{"numbering", `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1%1%1%1%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`},
		{"numbering", `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="-5"/></w:lvlOverride></w:num>`},
		{"footnotes", `<w:footnote w:id="1">` + p("注") + `</w:footnote><w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>`},
		{"header1", tbl(tr(tc("", "页眉")))}, {"comments", `<w:comment w:id="1">` + p("x") + "</w:comment>"}, {"settings", `<w:evenAndOddHeaders/>`},
		{"endnotes", `<w:endnote w:id="1">` + strings.Repeat(p("长"), 50) + `</w:endnote>`},
	} {
		f.Add(uint8(slices.Index(partsOfDocuments, s.part)), s.content)
	}
	f.Fuzz(func(t *testing.T, part uint8, content string) {
		name := partsOfDocuments[int(part)%len(partsOfDocuments)]
		bound.Growth(t, bound.PerByte(20_000), []byte(content), func(content []byte) {
			doc, err := Read(pack(t, uses(), map[string]string{name: string(content)}), opts)
			sketch.Holds(t, doc, err)
		})
	})
}
