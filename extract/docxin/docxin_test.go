package docxin

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/sketch"
)

var opts = extract.Options{Limits: extract.DefaultLimits(), Lang: extract.EN}

// pack makes a document of a body and further parts, named by their relation.
func pack(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	const root = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="r" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:a="a">`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, content string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	rels := ""
	for name, content := range parts {
		kind := strings.TrimRight(name, "0123456789")
		rels += `<Relationship Id="` + name + `" Type="x/` + kind + `" Target="` + name + `.xml"/>`
		element := map[string]string{"header": "hdr", "footer": "ftr"}[kind]
		if element == "" {
			element = kind
		}
		add("word/"+name+".xml", "<w:"+element+root+content+"</w:"+element+">")
	}
	add("word/document.xml", `<?xml version="1.0"?><w:document`+root+"<w:body>"+body+"</w:body></w:document>")
	add("word/_rels/document.xml.rels", "<Relationships>"+rels+"</Relationships>")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// p, tc and tr write a paragraph, a cell and a row; text may hold markup.
func p(text string) string {
	if strings.HasPrefix(text, "<w:") {
		return "<w:p>" + text + "</w:p>"
	}
	return "<w:p>" + r("", text) + "</w:p>"
}

func r(props, text string) string {
	return "<w:r><w:rPr>" + props + "</w:rPr><w:t>" + text + "</w:t></w:r>"
}

func tc(props, content string) string {
	if !strings.HasPrefix(content, "<w:") {
		content = p(content)
	}
	return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + content + "</w:tc>"
}

func tr(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

func tbl(rows ...string) string { return "<w:tbl><w:tblPr/>" + strings.Join(rows, "") + "</w:tbl>" }

const (
	begins = `<w:vMerge w:val="restart"/>`
	on     = `<w:vMerge/>`
	two    = `<w:gridSpan w:val="2"/>`
)

func TestBody(t *testing.T) {
	num := func(id, level string) string {
		return `<w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr>`
	}
	for name, c := range map[string]struct{ body, want string }{
		"spans": {tbl(tr(tc(begins, "a"), tc(two, "b")), tr(tc(on, ""), tc("", "c"), tc("", "d"))),
			"[2x3 |0 0=a*2,1 1=b*1,2 |1 1=c 2=d]\n"},
		"merged twice in one column": {tbl(tr(tc(begins, "a"), tc("", "1")), tr(tc(on, ""), tc("", "2")), tr(tc(begins, "b"), tc("", "3")), tr(tc(on, ""), tc("", "4"))),
			"[4x2 |0 0=a*2,1 1=1 |1 1=2 |2 0=b*2,1 1=3 |3 1=4]\n"},
		"a merge across": {tbl(tr(tc(`<w:hMerge w:val="restart"/>`, "a"), tc(`<w:hMerge/>`, ""), tc("", "b")), tr(tc("", "c"), tc("", "d"), tc("", "e"))),
			"[2x3 |0 0=a*1,2 2=b |1 0=c 1=d 2=e]\n"},
		"merged both ways, the old way": {tbl(tr(tc(`<w:hMerge w:val="restart"/>`+begins, "a"), tc(`<w:hMerge/>`+begins, ""), tc("", "b")), tr(tc(`<w:hMerge w:val="restart"/>`+on, ""), tc(`<w:hMerge/>`+on, ""), tc("", "c"))),
			"[2x3 |0 0=a*2,2 2=b |1 2=c]\n"},
		"a merge that changes its width": {tbl(tr(tc(begins+two, "a"), tc("", "b")), tr(tc(on, ""), tc("", "c"), tc("", "d")), tr(tc(on, "e"), tc("", "f"), tc("", "g"))),
			"[3x3 |0 0=a*1,2 2=b |1 0=*2,1 1=c 2=d |2 1=f 2=g]\n!covered-text\n"},
		"a merge that goes on from nothing": {tbl(tr(tc("", "a"), tc(on, "b")), tr(tc(on, "c"), tc(on, "")), tr(tc("", "d"), tc("", "e"))),
			"[3x2 |0 0=a 1=b*2,1 |1 0=c |2 0=d 1=e]\n"},
		"text under a merge": {tbl(tr(tc(begins, "a"), tc("", "1")), tr(tc(on, "x"), tc("", "2"))),
			"[2x2 |0 0=a*2,1 1=1 |1 1=2]\n!covered-text\n"},
		"columns left free": {tbl(tr(tc("", "a"), tc("", "b")), `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>`+tc("", "c")+"</w:tr>"),
			"[2x2 |0 0=a 1=b |1 1=c]\n"},
		"hidden and deleted rows": {tbl(tr(tc("", "a"), tc("", "b")), `<w:tr><w:trPr><w:hidden/></w:trPr>`+tc("", "c")+"</w:tr>", `<w:tr><w:trPr><w:del/></w:trPr>`+tc("", "d")+"</w:tr>", `<w:tr><w:trPr><w:ins/></w:trPr>`+tc("", "e")+"</w:tr>"),
			"[2x2 |0 0=a 1=b |1 0=e]\n!hidden-rows\n"},
		"heading repeated by hand": {tbl(`<w:tr><w:trPr><w:tblHeader/></w:trPr>`+tc("", "h")+tc("", "i")+"</w:tr>", tr(tc("", "a"), tc("", "b")), `<w:tr><w:trPr><w:tblHeader/></w:trPr>`+tc("", "h")+tc("", "i")+"</w:tr>"),
			"[2x2 |0 0=h 1=i |1 0=a 1=b]\n!header-repeated\n"},
		"a table in a cell": {tbl(tr(tc("", "a"), tc("", "b")), tr(tc("", "c"), tc("", "d")), tr(tc("", "e"), tc("", p("f")+tbl(tr(tc("", "1"), tc("", "2")))+p("g")))),
			"[3x2 |0 0=a 1=b |1 0=c 1=d |2 0=e 1=f/g]\n[1x2 |0 0=1 1=2]\n!nested-table\n"},
		"a form in a frame": {tbl(tr(tc("", p("标题")+tbl(tr(tc("", "1"), tc("", "2")), tr(tc("", "3"), tc("", "4")))))),
			"标题\n[2x2 |0 0=1 1=2 |1 0=3 1=4]\n"},
		"controls around rows and cells": {tbl("<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>" + tr(tc("", "a"), "<w:sdt><w:sdtContent>"+tc("", "b")+"</w:sdtContent></w:sdt>") + "</w:sdtContent></w:sdt>"),
			"[1x2 |0 0=a 1=b]\n"},
		"breaks, tabs and hyphens":     {p(`<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t xml:space="preserve"> c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t><w:br w:type="page"/><w:t>e</w:t></w:r>`), "a\nb   c-d\ne\n"},
		"runs join":                    {p(r("", "222") + r("<w:b/>", "924") + r("", ".78")), "222924.78\n"},
		"tracked changes":              {p(`<w:del>` + r("", "旧") + `</w:del><w:ins>` + r("", "新") + `</w:ins><w:moveFrom>` + r("", "x") + `</w:moveFrom>`), "新\n!tracked-changes\n!tracked-changes\n"},
		"properties before a change":   {p(r(`<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>`, "a")), "a\n"},
		"hidden text":                  {p(r("<w:vanish/>", "密") + r(`<w:vanish w:val="0"/>`, "a") + r(`<w:rStyle w:val="Tip"/>`, "t")), "a\n!hidden-text\n"},
		"struck text and powers":       {p(r("<w:strike/>", "1") + r("", "10") + r(`<w:vertAlign w:val="superscript"/>`, "4")), "10⁴\n!struck-text\n"},
		"struck text alone":            {p(r("<w:strike/>", "1") + r("", " ")), "1\n!struck-text\n"},
		"a field":                      {p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + r("", "12.5") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + r("", "元")), "12.5元\n"},
		"a field in an instruction":    {p(`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF </w:instrText><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>x</w:t><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>y</w:t><w:fldChar w:fldCharType="end"/></w:r>`), "y\n"},
		"a simple field":               {p(`<w:fldSimple w:instr=" DATE ">` + r("", "2023年") + `</w:fldSimple>`), "2023年\n"},
		"check boxes":                  {p(`<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` + r("", "是") + `<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>否</w:t><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>` + r(`<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>`, "\uf0fc")), "☑是☐否☑√\n"},
		"a sign nobody knows":          {p(`<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>`), "\uf021\n!symbol\n!control-character\n"},
		"signs of the font Symbol":     {p(`<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>` + r("", "95%")), "≥95%\n"},
		"a text box, once":             {p(`<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>` + p("盒") + `</w:txbxContent></mc:Choice><mc:Choice><w:t>x</w:t></mc:Choice><mc:Fallback><w:txbxContent>` + p("盒") + `</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>a</w:t></w:r>`), "a\n盒\n"},
		"an equation":                  {p(r("<w:vanish/>", "") + `<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>`), "x=1\n"},
		"a picture and a sheet":        {p(`<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>`) + p("a"), "a\n!picture\n"},
		"lists":                        {p(num("1", "0")+r("", "甲")) + p(num("1", "1")+r("", "乙")) + p(num("1", "1")+r("", "丙")) + p(num("1", "0")+r("", "丁")) + p(num("1", "1")+r("", "戊")), "一、甲\n1.乙\n2.丙\n二、丁\n1.戊\n"},
		"a list that goes on":          {p(num("2", "0")+r("", "a")) + p("x") + p(num("2", "0")+r("", "b")) + p(num("3", "0")+r("", "c")) + p(num("3", "0")+r("", "d")), "(3)a\nx\n(4)b\n(1)c\n(2)d\n"},
		"numbers alone, in a column":   {tbl(tr(tc("", "<w:p>"+num("1", "1")+"</w:p>"), tc("", "a")), tr(tc("", "<w:p>"+num("1", "1")+"</w:p>"), tc("", "b"))), "[2x2 |0 0=1. 1=a |1 0=2. 1=b]\n"},
		"a list by its style":          {p(`<w:pPr><w:pStyle w:val="L"/></w:pPr>`+r("", "a")) + p(`<w:pPr><w:pStyle w:val="L2"/></w:pPr>`+r("", "b")) + p(`<w:pPr><w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`+r("", "c")), "①a\n②b\nc\n"},
		"a number that is not certain": {p(num("5", "0") + r("", "a")), "a\n!list-number\n"},
		"bullets":                      {p(num("6", "0") + r("", "a")), "■ a\n"},
		"legal numbers":                {p(num("7", "0")+r("", "a")) + p(num("7", "1")+r("", "b")) + p(num("7", "1")+r("", "c")), "第一条 a\n1.1 b\n1.2 c\n"},
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Read(pack(t, c.body, map[string]string{
				"styles": `<w:style w:styleId="Tip"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style><w:style w:styleId="L2"><w:basedOn w:val="L"/></w:style>`,
				"numbering": abstract("0", lvl("0", "chineseCountingThousand", "%1、", "nothing")+lvl("1", "decimal", "%2.", "tab")) +
					abstract("1", lvl("0", "decimal", "(%1)", "nothing")) +
					abstract("2", lvl("0", "decimalEnclosedCircle", "%1", "nothing")) +
					abstract("3", lvl("0", "koreanDigital", "%1.", "tab")) +
					abstract("4", `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="`+"\uf06e"+`"/><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>`) +
					abstract("5", lvl("0", "chineseCounting", "第%1条", "space")+`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>`) +
					numList("1", "0", "") + numList("2", "1", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>`) + numList("3", "1", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`) +
					numList("4", "2", "") + numList("5", "3", "") + numList("6", "4", "") + numList("7", "5", ""),
			}), opts)
			if err != nil {
				t.Fatal(err)
			}
			if got := sketch.Of(doc); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func abstract(id, levels string) string {
	return `<w:abstractNum w:abstractNumId="` + id + `">` + levels + `</w:abstractNum>`
}

func numList(id, abstract, more string) string {
	return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + abstract + `"/>` + more + `</w:num>`
}

func lvl(i, format, text, suffix string) string {
	return `<w:lvl w:ilvl="` + i + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:suff w:val="` + suffix + `"/><w:lvlText w:val="` + text + `"/></w:lvl>`
}

func TestAroundTheBody(t *testing.T) {
	page := `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>7</w:t><w:fldChar w:fldCharType="end"/></w:r>`
	doc, err := Read(pack(t,
		p(r("", "正文")+`<w:r><w:footnoteReference w:id="2"/></w:r>`)+`<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/><w:headerReference w:type="even" r:id="header3"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>`,
		map[string]string{
			"header1": p("附件2"), "header2": p("首页"), "header3": p("偶数页"), "footer1": p(r("", "第")+page+r("", "页")) + p("填报说明"),
			"footnotes": `<w:footnote w:id="0">` + p("—") + `</w:footnote><w:footnote w:id="2">` + p(r("", "含结转")) + `</w:footnote>`,
			"comments":  `<w:comment w:id="1">` + p("请核对") + `</w:comment>`,
		}), opts)
	if err != nil {
		t.Fatal(err)
	}
	want := "附件2\n正文¹\n¹ 含结转\n填报说明\n!comment\n"
	if got := sketch.Of(doc); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzBody: any body ends in a Document that keeps its laws, or in an error of ours.
func FuzzBody(f *testing.F) {
	f.Add(tbl(tr(tc(begins, "a"), tc(two, "b")), tr(tc(on, ""), tc("", "c"), tc("", "d"))))
	f.Add(p(`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF </w:instrText><w:sym w:font="Symbol" w:char="F0B3"/></w:r>`))
	f.Add(tbl(tr(tc(two+on, tbl(tr(tc("", "1")))))) + `<w:sectPr><w:headerReference r:id="x"/></w:sectPr>`)
	f.Fuzz(func(t *testing.T, body string) {
		doc, err := Read(pack(t, body, nil), opts)
		sketch.Holds(t, doc, err)
	})
}

func BenchmarkRead(b *testing.B) {
	row := tr(tc(begins, "产出指标"), tc("", "数量指标"), tc("", "培训人数"), tc("", "≥100人"), tc("", "120人"), tc("", "10"), tc("", "10"))
	data := pack(b, tbl(strings.Repeat(row, 60)), nil)
	b.SetBytes(int64(60 * len(row)))
	for b.Loop() {
		if _, err := Read(data, opts); err != nil {
			b.Fatal(err)
		}
	}
}
