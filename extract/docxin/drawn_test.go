package docxin

import (
	"testing"

	"ziping/internal/sketch"
)

// TestDrawnText: what Word draws and stores no text for.
func TestDrawnText(t *testing.T) {
	m := func(s string) string { return "<m:r><w:rPr><w:i/></w:rPr><m:t>" + s + "</m:t></m:r>" }
	field := func(instruction, rest string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` + instruction + `</w:instrText></w:r>` + rest + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	for name, c := range map[string]struct{ body, want string }{
		"a fraction": {p(r("", "执行率=") + "<m:oMath><m:f><m:fPr><m:ctrlPr/></m:fPr><m:num>" + m("B") + "</m:num><m:den>" + m("A") + "</m:den></m:f>" + m("×100%") + "</m:oMath>"),
			"执行率=B/A×100%\n"},
		"sums within fractions, powers, roots": {p(r("", "") + "<m:oMathPara><m:oMath><m:f><m:num>" + m("a+b") + "</m:num><m:den><m:sSup><m:e>" + m("c") + "</m:e><m:sup>" + m("2") + "</m:sup></m:sSup></m:den></m:f>" +
			"<m:rad><m:deg/><m:e>" + m("x") + "</m:e></m:rad><m:sSub><m:e>" + m("y") + "</m:e><m:sub>" + m("i") + "</m:sub></m:sSub></m:oMath></m:oMathPara>"),
			"(a+b)/c²√xyi\n"},
		"brackets and a sum": {p(r("", "") + `<m:oMath><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>` + m("1") + `</m:e></m:d><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>` + m("i=1") + `</m:sub><m:sup>` + m("n") + `</m:sup><m:e>` + m("x") + `</m:e></m:nary></m:oMath>`),
			"[1]∑(i=1…n)x\n"},
		"a circled figure":               {p(field(` eq \o\ac(○,1)`, "") + r("", "②")), "①②\n"},
		"a circled word":                 {p(field(`EQ \o\ac(○,密)`, "")), "(密)\n!field\n"},
		"a fraction of a field":          {p(field(`EQ \f(1,2) `, "")), "1/2\n"},
		"a sign by its number":           {p(field(` SYMBOL 254 \f "Wingdings" \s 11 `, "") + r("", "是")), "☑是\n"},
		"a sum that is not worked out":   {p(r("", "合计") + field("=SUM(ABOVE)", "")), "合计\n!field\n"},
		"fields that print nothing":      {p(field(` XE "词" `, "") + r("", "文")), "文\n"},
		"a result that is stored":        {p(field("=SUM(ABOVE)", `<w:r><w:fldChar w:fldCharType="separate"/></w:r>`+r("", "100"))), "100\n"},
		"capitals":                       {p(r("<w:caps/>", "wps") + r("", "a")), "WPSa\n"},
		"the end of a paragraph deleted": {"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("", "上") + "</w:p>" + p("下"), "上\n下\n!tracked-changes\n"},
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Read(pack(t, c.body, nil), opts)
			if err != nil {
				t.Fatal(err)
			}
			if got := sketch.Of(doc); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestHiddenStyles: a style may hide its text, unless a run shows it.
func TestHiddenStyles(t *testing.T) {
	styles := `<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>`
	body := `<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr>` + r("", "隐") + r(`<w:vanish w:val="0"/>`, "显") + `<w:r><w:t>隐</w:t></w:r></w:p>` + p("文")
	doc, err := Read(pack(t, body, map[string]string{"styles": styles}), opts)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sketch.Of(doc), "显\n文\n!hidden-text\n"; got != want {
		t.Errorf("got %q want %q", got, want)
	}
}

// TestNarrowMerges: cells that go on from a wide one above, one column each.
func TestNarrowMerges(t *testing.T) {
	body := "<w:tbl><w:tr>" + tc(`<w:gridSpan w:val="3"/><w:vMerge w:val="restart"/>`, p("a")) + tc("", p("b")) + "</w:tr><w:tr>" +
		tc("<w:vMerge/>", p("")) + tc("<w:vMerge/>", p("")) + tc("<w:vMerge/>", p("")) + tc("", p("c")) + "</w:tr><w:tr>" +
		tc("<w:vMerge/>", p("")) + tc("", p("d")) + tc("<w:vMerge/>", p("")) + tc("", p("e")) + "</w:tr></w:tbl>"
	doc, err := Read(pack(t, body, nil), opts)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sketch.Of(doc), "[3x4 |0 0=a*2,3 3=b |1 3=c |2 1=d 3=e]\n"; got != want {
		t.Errorf("got %q want %q", got, want)
	}
}

func TestEqText(t *testing.T) {
	for in, want := range map[string]string{
		`\o\ac(○,20)`: "⑳", `\o\ac(○,21)`: "(21)", `\o(□,√)`: "□ √", `\f(a+b,\r(c))`: "(a+b)/√c", `m\s\up5(2)`: "m²", `\b\bc\[(x)`: "(x)", `\(1\)`: "(1)",
		`\o(`: "", `\`: `\`, `\f(1,2`: "1/2", ``: "", `\x\to(a)b`: "ab", `\o((((((`: "(((((",
	} {
		if got, _ := eqText(in); got != want {
			t.Errorf("%s: got %q want %q", in, got, want)
		}
	}
}
