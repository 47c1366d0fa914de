package xlsxin

import (
	"strings"
	"testing"

	"ziping/internal/bound"
	"ziping/internal/sketch"
)

// inBook holds a part of a workbook, whatever it says, to the laws of a Document and to
// work that grows with it.
func inBook(f *testing.F, part, root string, sheet func(content string) string) {
	f.Fuzz(func(t *testing.T, content string) {
		bound.Growth(t, bound.PerByte(20_000), []byte(content), func(content []byte) {
			k := book{sheets: []string{"name='a'\n" + sheet(string(content))}}
			doc, err := Read(k.instead(t, part, "<"+root+` xmlns="`+space+`">`+string(content)+"</"+root+">"), opts)
			sketch.Holds(t, doc, err)
		})
	})
}

// cells are a sheet of n cells that each ask for the text or the style of their number.
func cells(n int, attr string, what func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("<row><c " + strings.ReplaceAll(attr, "%", what(i)) + "><v>" + what(i) + "</v></c></row>")
	}
	return data(b.String())
}

func number(i int) string { return string(rune('0' + i%10)) }

// FuzzStrings: the texts of a workbook, which its cells refer to by number.
func FuzzStrings(f *testing.F) {
	for _, s := range []string{
		"<si><t>甲</t></si><si><r><t>10</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>4</t></r></si>", "<si/>", "<si><t>" + strings.Repeat("长", 500) + "</t></si>",
		"<si><rPh><t>x</t></rPh><t>_x000D_&#10;_x0041_</t></si>", "<si><r><rPr><strike/><sz val=\"1\"/></rPr><t>a</t></r></si></sst><sst>", "<si><t>a</si></t>",
	} {
		f.Add(s)
	}
	inBook(f, "xl/sharedStrings.xml", "sst", func(string) string { return cells(40, `t="s"`, number) })
}

// FuzzStyles: the forms of numbers and looks of a workbook.
func FuzzStyles(f *testing.F) {
	for _, s := range []string{
		`<numFmts><numFmt numFmtId="164" formatCode="#,##0.00_);[Red]\(#,##0.00\)"/></numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>`,
		`<numFmts><numFmt numFmtId="164" formatCode="` + strings.Repeat("@", 400) + `"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`,
		`<fonts><font><strike/><color rgb="FFFFFFFF"/></font></fonts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf xfId="99" fontId="-1" numFmtId="999999"/></cellXfs>`,
		`<numFmts><numFmt numFmtId="165" formatCode="[&gt;=100]0.0;[=0]&quot;-&quot;;yyyy年m月;@"/></numFmts><cellXfs><xf/><xf numFmtId="165"/></cellXfs>`, `<cellXfs/>`,
	} {
		f.Add(s)
	}
	inBook(f, "xl/styles.xml", "styleSheet", func(string) string { return cells(40, `s="%"`, number) })
}

// FuzzWorkbook: the list of sheets and what the workbook says of itself.
func FuzzWorkbook(f *testing.F) {
	for _, s := range []string{
		`<workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId0" xmlns:r="r"/><sheet name="b" state="hidden" r:id="rId9" xmlns:r="r"/></sheets>`,
		`<sheets/><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">a!$A$1:$XFD$1048576</definedName></definedNames>`, ``,
	} {
		f.Add(s)
	}
	inBook(f, "xl/workbook.xml", "workbook", func(string) string { return cells(3, `t="s"`, number) })
}
