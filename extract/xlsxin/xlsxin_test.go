package xlsxin

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ziping/extract"
	"ziping/internal/sketch"
)

var opts = extract.Options{Limits: extract.DefaultLimits(), Lang: extract.EN}

const space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

// book makes a workbook of parts; sheets are named by their content.
type book struct {
	space  string
	sheets []string // state and name, then the sheet
	extra  map[string]string
	pr     string
	alone  bool   // the relations to styles and texts are lost
	part   string // one that says something else
	says   string
}

// ruled adds blank cells with rulings to rows.
func ruled(rows string, cells ...string) string {
	for _, c := range cells {
		rows += fmt.Sprintf(`<row r="%s"><c r="%s" s="8"/></row>`, strings.TrimLeft(c, "ABC"), c)
	}
	return rows
}

// instead packs the book with another content of one of its parts.
func (k book) instead(t testing.TB, part, says string) []byte {
	t.Helper()
	k.part, k.says = part, says
	return k.pack(t)
}

func (k book) pack(t testing.TB) []byte {
	t.Helper()
	if k.space == "" {
		k.space = space
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, content string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if name == k.part {
			content = k.says
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	list, rels := "", `<Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>`
	if k.alone {
		rels = ""
	}
	for i, s := range k.sheets {
		attrs, content, _ := strings.Cut(s, "\n")
		list += fmt.Sprintf(`<sheet %s r:id="rId%d"/>`, attrs, i)
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="x/worksheet" Target="worksheets/sheet%d.xml"/>`, i, i)
		add(fmt.Sprintf("xl/worksheets/sheet%d.xml", i), `<x:worksheet xmlns:x="`+k.space+`">`+prefixed(content)+`</x:worksheet>`)
	}
	add("xl/workbook.xml", `<workbook xmlns="`+k.space+`" xmlns:r="r">`+k.pr+`<sheets>`+list+`</sheets></workbook>`)
	add("xl/_rels/workbook.xml.rels", "<Relationships>"+rels+"</Relationships>")
	add("xl/styles.xml", `<styleSheet xmlns="`+k.space+`"><numFmts><numFmt numFmtId="164" formatCode="#,##0.00_);[Red]\(#,##0.00\)"/><numFmt numFmtId="165" formatCode="[=0]&quot;-&quot;;0.00"/><numFmt numFmtId="166" formatCode="0!.0,"/><numFmt numFmtId="167" formatCode=";;;"/></numFmts>`+
		`<fonts><font/><font><strike/></font></fonts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>`+
		`<borders><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="none"/></border></borders>`+
		`<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="31"/><xf numFmtId="49" fontId="1" quotePrefix="1"/><xf borderId="1"/></cellXfs></styleSheet>`)
	add("xl/sharedStrings.xml", `<sst xmlns="`+k.space+`"><si><t>甲</t></si><si><r><t>10</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>4</t></r><rPh><t>x</t></rPh></si><si><t xml:space="preserve"> a_x000D_
b </t></si></sst>`)
	for name, content := range k.extra {
		add(name, content)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// prefixed gives the tags of a sheet the prefix x, as some programs do.
func prefixed(s string) string {
	return strings.NewReplacer("</", "</x:", "<", "<x:").Replace(s)
}

func data(rows string) string { return "<sheetData>" + rows + "</sheetData>" }

func TestSheets(t *testing.T) {
	one := func(s string) []string { return []string{"name='表'\n" + s} }
	grid := func(from, col int, rows ...string) string { // rows of letters, . for nothing
		var b strings.Builder
		for i, r := range rows {
			fmt.Fprintf(&b, `<row r="%d">`, from+i)
			for k, c := range r {
				if c != '.' {
					fmt.Fprintf(&b, `<c r="%s" t="str"><v>%c</v></c>`, cellName(from+i, col+k), c)
				}
			}
			b.WriteString("</row>")
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		book book
		want string
	}{
		"kinds of cells": {book{sheets: one(data(`<row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c><c t="inlineStr"><is><t>内</t></is></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2023-06-30T00:00:00</v></c><c t="str"><f>A1</f><v></v></c><c><v>0.1</v></c></row>`))},
			"[1x9 |0 0=甲 1=10⁴ 2=a/b 3=内 4=TRUE 5=#REF! 6=2023-06-30 8=0.1]\n!error-value\n"},
		"as displayed": {book{sheets: one(data(`<row><c s="1"><v>0.93109825</v></c><c s="2"><v>-1234.5</v></c><c s="3"><v>0</v></c><c s="3"><v>5.25</v></c><c s="4"><v>12345678</v></c><c s="6"><v>45107</v></c><c s="99"><v>1</v></c><c s="5"><v>7</v></c><c s="7" t="str"><v>010</v></c></row>`))},
			"[1x9 |0 0=93.11% 1=(1,234.50) 2=- 3=5.25 4=1234.6 5=2023年6月30日 6=1 8=010]\n!rounded\n!hidden-text\n!struck-text\n"},
		"dates from 1904": {book{pr: `<workbookPr date1904="1"/>`, sheets: one(data(`<row><c s="6"><v>43645</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>`))}, "[2x2 |0 0=2023年6月30日 |1 0=1 1=2]\n"},
		"a formula without its result": {book{sheets: one(data(`<row><c><f>SUM(B1:B9)</f></c><c><f>C1*2</f><v/></c><c><f t="shared" si="0"/></c><c><f>1+1</f><v>2</v></c></row>`))},
			"[1x4 |0 0==SUM(B1:B9) 1==C1*2 2==… 3=2]\n!formula\n!formula\n!formula\n"},
		"an empty text is a result, nothing is none": {book{sheets: one(data(`<row><c t="str"><f>A9</f><v></v></c><c t="str"><f>A9</f></c><c t="str"><f>A8</f><v>a</v></c></row>`))},
			"[1x2 |0 0==A9 1=a]\n!formula\n"},
		"zeros that were never worked out": {book{pr: `<calcPr fullCalcOnLoad="1"/>`, sheets: one(data(`<row><c><f>SUM(A2:A3)</f><v>0</v></c><c s="5"><f>B2</f><v>0</v></c><c><v>0</v></c></row>`))},
			"[1x3 |0 0=0 2=0]\n!formula-calculated\n!hidden-text\n!formula-calculated\n"},
		"formulas worked out": {book{sheets: one(data(`<row r="1"><c r="A1"><v>80</v></c><c r="B1"><v>95.310000000000002</v></c><c r="C1" t="inlineStr"><is><t>4.5</t></is></c><c r="D1"><f>SUM(A1:C1)</f></c><c r="E1"><f>B1+C1</f><v></v></c><c r="F1" s="1"><f>B1/E1</f></c></row>` +
			`<row r="2"><c r="A2"><f>IF(D1&gt;=90,"优","良")</f></c><c r="B2"><f>A2</f></c><c r="C2"><f>ROUND(F1*10,1)</f></c></row>`))},
			"[2x6 |0 0=80 1=95.31 2=4.5 3=175.31 4=99.81 5=95.49% |1 0=优 1=优 2=9.5]\n!formula-calculated\n!formula-calculated\n!formula-calculated\n!formula-calculated\n!formula-calculated\n!formula-calculated\n"},
		"formulas not worked out": {book{sheets: one(data(`<row r="1"><c r="A1"><f>B1+1</f></c><c r="B1"><f>A1</f></c><c r="C1"><f>表1!A1</f></c><c r="D1"><f>1/0</f></c><c r="E1"><f>E1</f></c><c r="F1"><f>TODAY()</f></c><c r="G1" t="b"><v>1</v></c><c r="H1"><f>G1</f></c></row>`))},
			"[1x8 |0 0==B1+1 1==A1 2==表1!A1 3==1/0 4==E1 5==TODAY() 6=TRUE 7==G1]\n!formula\n!formula\n!formula\n!formula\n!formula\n!formula\n!formula\n"},
		"zeros beside other results": {book{pr: `<calcPr fullCalcOnLoad="1"/>`, sheets: one(data(`<row><c><f>A2</f><v>0</v></c><c><f>B2</f><v>3</v></c></row>`))},
			"[1x2 |0 0=0 1=3]\n!formula\n"},
		"zeros that were worked out": {book{sheets: one(data(`<row><c><f>A2</f><v>0</v></c><c><v>1</v></c></row>`))}, "[1x2 |0 0=0 1=1]\n"},
		"merges": {book{sheets: one(data(grid(2, 2, "ab..", "xcd.", "e.fg")) + `<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="$A$1:B1"/><mergeCell ref="C2:E2"/><mergeCell ref="C4:D4"/></mergeCells>`)},
			"[3x4 |0 0=a*2,1 1=b*1,3 |1 1=c 2=d |2 0=e 1=*1,2 3=g]\n!covered-text\n!covered-text\n"},
		"merges that overlap": {book{sheets: one(data(grid(1, 1, "abc", "def")) + `<mergeCells><mergeCell ref="B1:B2"/><mergeCell ref="A2:C2"/></mergeCells>`)},
			"[2x3 |0 0=a 1=b*2,1 2=c |1 0=d 2=f]\n!covered-text\n"},
		"hidden rows and columns": {book{sheets: one(`<cols><col min="2" max="3" hidden="1"/></cols>` + data(grid(1, 1, "abcd")+`<row r="2" hidden="1"><c r="A2" t="str"><v>h</v></c></row><row r="3" hidden="1"/>`+grid(4, 1, "e..f", "g..h")) + `<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A4"/></mergeCells>`)},
			"[3x2 |0 0=a 1=d |1 0=h 1=f |2 0=g 1=h]\n!hidden-columns\n!covered-text\n!covered-text\n"},
		"several sheets": {book{sheets: []string{"name='一'\n" + data(grid(1, 1, "ab")), "name='二' state='hidden'\n" + data(grid(1, 1, "cd")), "name='三' state='veryHidden'\n" + data(grid(1, 1, "ef")), "name='四'\n" + data(""), "name='五'\n" + data(grid(9, 9, "gh"))}},
			"[1x2 |0 0=a 1=b]\n[1x2 |0 0=g 1=h]\n!hidden-sheet\n"},
		"forms under each other": {book{sheets: one(data(grid(1, 1, "T..", "ab.", "cd.") + grid(5, 1, "U..", "efg")))},
			"[3x2 |0 0=T |1 0=a 1=b |2 0=c 1=d]\n[2x3 |0 0=U |1 0=e 1=f 2=g]\n"},
		"a title and a note apart":     {book{sheets: one(data(grid(1, 2, "T") + grid(3, 1, "ab", "cd") + grid(7, 1, "n")))}, "T\n[2x2 |0 0=a 1=b |1 0=c 1=d]\nn\n"},
		"a blank row in a form":        {book{sheets: one(data(grid(1, 1, "ab") + grid(3, 1, "cd")))}, "[3x2 |0 0=a 1=b |2 0=c 1=d]\n"},
		"a ruled blank column":         {book{sheets: one(data(ruled(grid(1, 1, "ab.ef", "cd.gh", "ij.kl"), "C1", "C2", "C3")))}, "[3x5 |0 0=a 1=b 3=e 4=f |1 0=c 1=d 3=g 4=h |2 0=i 1=j 3=k 4=l]\n"},
		"a blank column ruled in part": {book{sheets: one(data(ruled(grid(1, 1, "ab.ef", "cd.gh", "ij.kl"), "C1", "C2")))}, "[3x2 |0 0=a 1=b |1 0=c 1=d |2 0=i 1=j]\n[3x2 |0 0=e 1=f |1 0=g 1=h |2 0=k 1=l]\n"},
		"ruled blank rows":             {book{sheets: one(data(ruled(grid(1, 1, "abc", "", "", "", "def"), "A2", "B2", "C2", "A3", "B3", "C3", "A4", "B4", "C4")))}, "[5x3 |0 0=a 1=b 2=c |4 0=d 1=e 2=f]\n"},
		"struck and written anew":      {book{sheets: one(data(`<row><c t="inlineStr"><is><r><rPr><strike/></rPr><t>100</t></r><r><t>110</t></r></is></c><c t="inlineStr"><is><r><rPr><strike/></rPr><t>9</t></r></is></c></row>`))}, "[1x2 |0 0=110 1=9]\n!struck-text\n!struck-text\n"},
		"forms side by side": {book{sheets: one(data(grid(1, 1, "ab.ef", "cd.gh", "ij.kl")))},
			"[3x2 |0 0=a 1=b |1 0=c 1=d |2 0=i 1=j]\n[3x2 |0 0=e 1=f |1 0=g 1=h |2 0=k 1=l]\n"},
		"a blank column in a form": {book{sheets: one(data(grid(1, 1, "ab.e", "cd.g", "ij.k")))}, "[3x4 |0 0=a 1=b 3=e |1 0=c 1=d 3=g |2 0=i 1=j 3=k]\n"},
		"strict":                   {book{space: "http://purl.oclc.org/ooxml/spreadsheetml/main", sheets: one(data(grid(1, 1, "ab")))}, "[1x2 |0 0=a 1=b]\n"},
		"a stray cell beside": {book{sheets: one(data(grid(1, 1, "ab", "cd") + `<row r="3"><c r="A3" t="str"><v>e</v></c><c r="B3" t="str"><v>f</v></c><c r="XFD3" t="str"><v>s</v></c></row>`))},
			"[3x2 |0 0=a 1=b |1 0=c 1=d |2 0=e 1=f]\ns\n"},
		"a stray cell below": {book{sheets: one(data(grid(1, 1, "ab", "cd") + grid(1048576, 1, "s")))}, "[2x2 |0 0=a 1=b |1 0=c 1=d]\ns\n"},
		"stray cells that make a table of their own": {book{sheets: one(data(grid(1, 1, "ab", "cd") + grid(5, 300, "ef", "gh")))},
			"[2x2 |0 0=a 1=b |1 0=c 1=d]\n[2x2 |0 0=e 1=f |1 0=g 1=h]\n"},
		"a stray cell beside a blank row": {book{sheets: one(data(grid(1, 1, "ab") + grid(2, 9000, "s") + grid(3, 1, "T.", "cd")))},
			"[1x2 |0 0=a 1=b]\n[2x2 |0 0=T |1 0=c 1=d]\ns\n"},
		"a merge over the whole sheet and a stray cell": {book{sheets: one(data(grid(1, 1, "T.", "ab")+grid(3, 16384, "s")) + `<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>`)},
			"[2x202 |0 0=T*1,202 |1 0=a 1=b]\ns\n"},
		"a stray cell a little beside": {book{sheets: one(data(grid(1, 1, "abc", "def", "ghi") + grid(4, 20, "s")))}, "[3x3 |0 0=a 1=b 2=c |1 0=d 1=e 2=f |2 0=g 1=h 2=i]\ns\n"},
		"a label and its value":        {book{sheets: one(data(grid(1, 1, "a", "b") + grid(3, 20, "s")))}, "[3x20 |0 0=a |1 0=b |2 19=s]\n"},
		"columns far apart in a form":  {book{sheets: one(data(grid(1, 1, "a", "c", "e") + grid(4, 99, "f", "g", "h")))}, "[6x99 |0 0=a |1 0=c |2 0=e |3 98=f |4 98=g |5 98=h]\n"},
		"a word beside a form":         {book{sheets: one(data(grid(1, 1, "ab.......w", "cd")))}, "[2x10 |0 0=a 1=b 9=w |1 0=c 1=d]\n"},
		"no zeros": {book{sheets: one(`<sheetViews><sheetView showZeros="0"/></sheetViews>` + data(`<row><c><v>0</v></c><c s="3"><v>0</v></c><c><f>B9</f><v>0.00</v></c><c><v>10</v></c><c t="str"><v>0</v></c><c s="1"><v>0.00001</v></c></row>`))},
			"[1x3 |0 0=10 1=0 2=0.00%]\n!hidden-zeros\n"},
		"zeros":               {book{sheets: one(`<sheetViews><sheetView showZeros="1"/></sheetViews>` + data(`<row><c><v>0</v></c><c><v>10</v></c></row>`))}, "[1x2 |0 0=0 1=10]\n"},
		"the same part twice": {book{sheets: one(data(grid(1, 1, "ab"))), extra: map[string]string{"XL/workbook.xml": `<workbook xmlns="` + space + `" xmlns:r="r"><sheets><sheet name='表' r:id="rId0"/></sheets></workbook>`}}, "[1x2 |0 0=a 1=b]\n"},
		"headers and footers": {book{sheets: one(data(grid(1, 1, "ab")) + `<headerFooter><oddHeader>&amp;L附件&amp;C&amp;"宋体,加粗"&amp;14自评表&amp;R第&amp;P页</oddHeader><oddFooter>&amp;K000000制表&amp;&amp;核 &amp;A</oddFooter></headerFooter>`)},
			"附件\n自评表\n[1x2 |0 0=a 1=b]\n制表&核 表\n"},
		"boxes, pictures and comments": {book{sheets: one(data(grid(2, 1, "ab"))), extra: map[string]string{
			"xl/worksheets/_rels/sheet0.xml.rels": `<Relationships><Relationship Id="a" Type="x/drawing" Target="../drawings/d.xml"/><Relationship Id="b" Type="x/comments" Target="../c.xml"/></Relationships>`,
			"xl/drawings/d.xml":                   `<w xmlns:a="a"><twoCellAnchor><from><row>0</row></from><sp><txBody><a:p><a:r><a:t>标</a:t></a:r><a:r><a:t>题</a:t></a:r></a:p></txBody></sp></twoCellAnchor><twoCellAnchor><from><row>9</row></from><sp><txBody><a:p><a:t>注</a:t></a:p></txBody></sp><pic/></twoCellAnchor></w>`,
		}}, "标题\n[1x2 |0 0=a 1=b]\n注\n!picture\n!comment\n"},
		"drawings of older programs, broken off": {book{sheets: one(data(grid(2, 1, "ab"))), extra: map[string]string{
			"xl/worksheets/_rels/sheet0.xml.rels": `<Relationships><Relationship Id="a" Type="x/vmlDrawing" Target="../drawings/v.vml"/></Relationships>`,
			"xl/drawings/v.vml": `<xml xmlns:v="v" xmlns:x="x"><v:shape><v:textbox><div>标</div><div>题</div></v:textbox><x:ClientData ObjectType="Shape"><x:Anchor>0, 0, 0, 5</x:Anchor></x:ClientData></v:shape>` +
				`<v:shape><v:textbox><div>批注</div></v:textbox><x:ClientData ObjectType="Note"/></v:shape><v:shape><v:textbox><div>优</div></v:textbox><x:ClientData ObjectType="Checkbox"/></v:shape>` +
				`<v:shape><v:textbox><div>打印</div></v:textbox><x:ClientData ObjectType="Button"/></v:shape><v:shape><v:textbox/></v:shape>` +
				`<v:shape><v:textbox><div>注：略</div></v:textbox><x:ClientData ObjectType="Shape"><x:Anchor>0, 0, 9, 5</x:Anchor></x:ClientData></v:shape><v:shape><v:textbox><br></v:textbox></xml>`,
		}}, "标\n题\n[1x2 |0 0=a 1=b]\n注：略\n!form-control\n"},
		"a text that is missing":     {book{sheets: one(data(`<row><c t="s"><v>99</v></c><c t="str"><v>a</v></c></row>`))}, "[1x2 |0 0=\ufffd 1=a]\n!control-character\n!missing\n"},
		"a long number":              {book{sheets: one(data(`<row><c><v>350102199001</v></c><c t="str"><v>a</v></c></row>`))}, "[1x2 |0 0=350102199001 1=a]\n!shown-shorter\n"},
		"a dimension that is not so": {book{sheets: one(`<dimension ref="A1:XFD1048576"/>` + data(grid(1, 1, "ab")))}, "[1x2 |0 0=a 1=b]\n"},
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Read(c.book.pack(t), opts)
			if err != nil {
				t.Fatal(err)
			}
			if got := sketch.Of(doc); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	for name, c := range map[string]struct {
		book book
		want extract.ErrorKind
	}{
		"nothing":            {book{sheets: []string{"name='a'\n" + data("")}}, extract.ErrEmpty},
		"only hidden sheets": {book{sheets: []string{"name='a' state='hidden'\n" + data("<row><c><v>1</v></c></row>")}}, extract.ErrEmpty},
		"not well-formed":    {book{sheets: []string{"name='a'\n<sheetData><row></sheetData>"}}, extract.ErrDamaged},
		"a sheet is missing": {book{pr: `<sheets><sheet name='a' r:id='none'/></sheets>`}, extract.ErrDamaged},
		"cut off":            {book{sheets: []string{"name='a'\n<sheetData><row>"}}, extract.ErrDamaged},
		"two of one name":    {book{sheets: []string{"name='a'\n" + data("<row><c><v>1</v></c></row>")}, extra: map[string]string{"XL/worksheets/sheet0.xml": "<worksheet/>"}}, extract.ErrDamaged},
		"lost texts":         {book{sheets: []string{"name='a'\n" + data(`<row><c t="s"><v>0</v></c></row>`)}, alone: true}, extract.ErrDamaged},
		"lost styles":        {book{sheets: []string{"name='a'\n" + data(`<row><c s="1"><v>0.9</v></c></row>`)}, alone: true}, extract.ErrDamaged},
	} {
		_, err := Read(c.book.pack(t), opts)
		var e *extract.Error
		if !errors.As(err, &e) || e.Kind != c.want {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
}

// TestMarkedForms: of a workbook made by ziping only the forms are read, with
// what excelize writes.
func TestMarkedForms(t *testing.T) {
	f := excelize.NewFile()
	for cell, v := range map[string]string{"A1": "自评表", "A2": "a", "B2": "b", "A9": "说明"} {
		if err := f.SetCellStr("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.NewSheet("发现"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStr("发现", "A1", "x"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetDefinedName(&excelize.DefinedName{Name: formName + "1", RefersTo: "'Sheet1'!$A$1:$C$4"}); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	doc, err := Read(b.Bytes(), opts)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sketch.Of(doc), "[2x2 |0 0=自评表 |1 0=a 1=b]\n!companion-sheet\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCellNames(t *testing.T) {
	for ref, want := range map[string][2]int{"A1": {1, 1}, "Z9": {26, 9}, "AA10": {27, 10}, "XFD1048576": {16384, 1048576}, "b2": {2, 2}} {
		col, row, ok := parseCell(ref)
		if !ok || col != want[0] || row != want[1] {
			t.Errorf("%s: got %d, %d, %v", ref, col, row, ok)
		}
		if got := cellName(row, col); got != strings.ToUpper(ref) {
			t.Errorf("got %s want %s", got, ref)
		}
	}
	for _, bad := range []string{"", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A-1"} {
		if col, row, ok := parseCell(bad); ok {
			t.Errorf("%q: got %d, %d", bad, col, row)
		}
	}
}

func TestSpans(t *testing.T) {
	var s spans
	for _, a := range [][2]int{{2, 2}, {3, 3}, {7, 9}, {8, 8}} {
		s.add(a[0], a[1])
	}
	for i, want := range []int{1, 2, 2, 2, 3, 4, 5, 5, 5, 5} { // places of rows 1 to 10
		if got := s.place(i + 1); got != want {
			t.Errorf("row %d: got place %d want %d", i+1, got, want)
		}
	}
	for i, want := range map[int]bool{1: false, 2: true, 3: true, 4: false, 7: true, 9: true, 10: false} {
		if got := s.hides(i); got != want {
			t.Errorf("row %d: got hidden %v", i, got)
		}
	}
}

// FuzzSheet: any sheet ends in a Document that keeps its laws, or in an error of ours.
func FuzzSheet(f *testing.F) {
	f.Add(`<sheetData><row r="3"><c r="B3" t="s"><v>0</v></c><c s="2"><v>-1.5</v></c></row></sheetData><mergeCells><mergeCell ref="B3:C9"/><mergeCell ref="A1:B3"/></mergeCells>`)
	f.Add(`<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row hidden="1"><c><v>1</v></c></row><row><c><f>A1</f></c></row></sheetData>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		doc, err := Read(book{sheets: []string{"name='a'\n" + sheet}}.pack(t), opts)
		sketch.Holds(t, doc, err)
	})
}

func BenchmarkRead(b *testing.B) {
	row := "<row>" + strings.Repeat(`<c s="2"><v>1234.5</v></c><c t="s"><v>0</v></c>`, 5) + "</row>"
	packed := book{sheets: []string{"name='a'\n" + data(strings.Repeat(row, 60))}}.pack(b)
	b.SetBytes(int64(60 * len(row)))
	for b.Loop() {
		if _, err := Read(packed, opts); err != nil {
			b.Fatal(err)
		}
	}
}

// Formulas that rest on very many others, or look up very many cells, are not worked out.
func TestFormulasWithoutEnd(t *testing.T) {
	calculated := func(rows string) (n int) {
		doc, err := Read(book{sheets: []string{"name='a'\n" + `<sheetData>` + rows + `</sheetData>`}}.pack(t), extract.Options{Limits: extract.DefaultLimits()})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range doc.Warnings {
			if w.Code == "formula-calculated" {
				n++
			}
		}
		return n
	}
	var chain, wide strings.Builder
	for i := range maxChain + 1 {
		fmt.Fprintf(&chain, `<row><c><f>A%d+1</f></c></row>`, i+2)
	}
	if n := calculated(chain.String()); n != 0 {
		t.Errorf("%d formulas of a chain of %d were worked out", n, maxChain+1)
	}
	for range 2 * maxLookups / 10_000 {
		wide.WriteString(`<row><c><v>1</v></c><c><f>SUM(D1:M1000)</f></c></row>`)
	}
	if n := calculated(wide.String()); n == 0 || n > maxLookups/10_000 {
		t.Errorf("%d formulas over 10,000 cells were worked out", n)
	}
}
