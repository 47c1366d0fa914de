package tableout

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ziping/extract"
)

// form is a small table with a merged heading, a lost place and hostile text.
func form() *extract.Document {
	doc := extract.NewDocument("test", "text/plain")
	doc.Source.Name = "a<b>.txt"
	cell := func(r, c, rs, cs int, text string) extract.Cell {
		return extract.Cell{Row: r, Col: c, RowSpan: rs, ColSpan: cs, Text: text}
	}
	doc.Tables = []extract.Table{
		{Rows: 3, Cols: 3, Cells: []extract.Cell{
			cell(0, 0, 1, 2, "资金|来源"), cell(0, 2, 2, 1, "a\tb\nc"),
			cell(1, 0, 1, 1, "-85.3"),
			cell(2, 0, 1, 1, "=cmd|' /C calc'!A0"), cell(2, 1, 1, 1, "=100%"), cell(2, 2, 1, 1, "x\x1b[2J\u202e<i>"),
		}},
		{Rows: 1, Cols: 1, Cells: []extract.Cell{cell(0, 0, 1, 1, "二")}},
	}
	return doc
}

func write(t *testing.T, f Format) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, form(), f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	for _, tt := range []struct {
		format Format
		want   string
	}{
		{TSV, "资金|来源\t\ta b c\n-85.3\t\t\n'=cmd|' /C calc'!A0\t'=100%\tx[2J<i>\n\n二\n"},
		{CSV, "资金|来源,,\"a b\nc\"\n-85.3,,\n'=cmd|' /C calc'!A0,'=100%,x[2J<i>\n\n二\n"},
		{MD, "| 资金\\|来源 |  | a b<br>c |\n| --- | --- | --- |\n| -85.3 |  |  |\n| =cmd\\|' /C calc'!A0 | =100% | x\\[2J&lt;i> |\n\n| 二 |\n| --- |\n"},
	} {
		if got := write(t, tt.format); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.format, got, tt.want)
		}
	}
	if err := Write(&bytes.Buffer{}, form(), "doc"); err == nil {
		t.Error("an unknown format: got no error")
	}
}

// Nothing of a form is a picture, a link or code in Markdown.
func TestInert(t *testing.T) {
	for text, want := range map[string]string{
		"![x](http://a.cn/p.png)": `!\[x\](http:&#47;/a.cn/p.png)`, "`rm`": "\\`rm\\`", `\[x]`: `\\\[x\]`, "a|b": `a\|b`,
		"www.a.cn": "www&#46;a.cn", "a@b.cn": "a&#64;b.cn", "<img>": "&lt;img>", "1*2_3~4": `1\*2\_3\~4`, "≥95%": "≥95%",
	} {
		if got := inert.Replace(text); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestHarmless(t *testing.T) {
	for _, s := range []string{
		"-85.3", "+3.5%", "-1,234.50", "-5%", "+5", "－85.3", "-3A级", "-5万元", "+3.5个百分点", "-3℃", "-.5", "100%",
		"-", "--", "=", "＝", "+", "@", "—", "≥95%", "a=1+1", "a@b.cn", "'=1", "",
	} {
		if got := Harmless(s); got != s {
			t.Errorf("%q: got %q, want it as it is", s, got)
		}
	}
	for _, s := range []string{
		"=SUM(A1:A9)", "=B2", "-$C$3*2", "+A1", "@SUM(1)", "=cmd|' /C calc'!A0", " =1+f(2)", "=1\n+f(2)",
		"=1+1", "=1+1+A1", "==1", "=甲", "=(1)", "=100%", "=-1", "=1E9", "-甲", "+甲", "@x", "-2+3", "-2+3+cmd|x", "-85.3+A1", "-5%+1", "-1 -1", "-A1", "--A1", "-(1)", "-.5+A1", "-1,A", "-1.5.A", "-1!A1", "-2*3", "-1|x",
		"＝1+1", "＝cmd|x", "＋cmd|x", "－2+cmd|x", "＠SUM(1)", "﹦cmd|x", "﹢cmd|x", "﹣cmd|x", "﹫x", "－甲",
		"\u3000=1+1", "\u00a0=A1", "\t=A1", "\n=A1", "\r@x", "\u200b=A1", "\ufeff-A1", " \u2003＝A1",
	} {
		if got := Harmless(s); got != "'"+s {
			t.Errorf("%q: got %q, want an apostrophe before it", s, got)
		}
	}
}

func TestCSVReadsBack(t *testing.T) {
	r := csv.NewReader(strings.NewReader(write(t, CSV)))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil || len(rows) != 4 || rows[0][2] != "a b\nc" {
		t.Errorf("got %q and %v", rows, err)
	}
}

func TestHTMLKeepsSpans(t *testing.T) {
	got := write(t, HTML)
	want := "<tr><td colspan=\"2\">资金|来源</td><td rowspan=\"2\">a\tb<br>c</td></tr>\n<tr><td>-85.3</td><td></td></tr>\n"
	if !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant in it\n%s", got, want)
	}
	if strings.Contains(got, "<i>") || strings.ContainsAny(got, "\x1b\u202e") {
		t.Errorf("text of the input passed as markup or control: %q", got)
	}
	if _, err := html.Parse(strings.NewReader(got)); err != nil {
		t.Error(err)
	}
}

func TestCellsOutsideTheirTable(t *testing.T) {
	doc := form()
	doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Row: 9, Col: 9, RowSpan: 99, ColSpan: 99, Text: "x"})
	doc.Tables[0].Cells[0].ColSpan = 99
	for _, f := range Formats {
		if err := Write(&bytes.Buffer{}, doc, f); err != nil {
			t.Errorf("%s: %v", f, err)
		}
	}
}
