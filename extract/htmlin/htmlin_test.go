package htmlin

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"ziping/extract"
	"ziping/internal/sketch"
)

var opts = extract.Options{Limits: extract.DefaultLimits(), Lang: extract.EN}

func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"spans": {"<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>",
			"[2x3 |0 0=a*2,1 1=b*1,2 |1 1=c 2=d]\n"},
		"rowspan 0 goes to the end of its part": {"<table><thead><tr><th rowspan=0>h<th>i<tbody><tr><td rowspan=0>a<td>b<tr><td>c</table>",
			"[3x2 |0 0=h 1=i |1 0=a*2,1 1=b |2 1=c]\n"},
		"spans that are nonsense": {"<table><tr><td rowspan=-1 colspan=x>a<td colspan=0>b<td colspan='2px'>c<tr><td>d</table>",
			"[2x4 |0 0=a 1=b 2=c*1,2 |1 0=d]\n"},
		"spans that are huge": {"<table><tr><td colspan=9999>a<tr><td rowspan=99999>b<td>c<tr><td>d</table>",
			"[3x2 |0 0=a*1,2 |1 0=b*2,1 1=c |2 1=d]\n"},
		"a span that meets one from above": {"<table><tr><td>a<td>b<td rowspan=2>c<tr><td colspan=3>d</table>",
			"[2x3 |0 0=a 1=b 2=c*2,1 |1 0=d*1,2]\n"},
		"heading first, foot last, caption before": {"<table><tfoot><tr><td>合计<tbody><tr><td>a<thead><tr><th>h</thead><caption>标题</caption></table>",
			"标题\n[3x1 |0 0=h |1 0=a |2 0=合计]\n"},
		"heading repeated": {"<table><tr><th>h<th>i<tr><td>a<td>b<tr><th>h<th>i<tr><td>c<td>d</table>",
			"[3x2 |0 0=h 1=i |1 0=a 1=b |2 0=c 1=d]\n!header-repeated\n"},
		"lines in a cell": {"<table><tr><td>a<br>b<p>c</p>d<td> x \n y&nbsp;&nbsp;z </table>",
			"[1x2 |0 0=a/b/c/d 1=x y  z]\n"},
		"empty rows and cells stay": {"<table><tr><td><td>a<tr><tr><td colspan=2>&nbsp;<tr><td><td>b</table>",
			"[4x2 |0 1=a |2 0=*1,2 |3 1=b]\n"},
		"an empty table is none": {"<table><tr><td>&nbsp;</table><p>x", "x\n"},
		"unclosed tags":          {"<p>标题<p><table><tr><td><b>a<td>b<tr><td>c", "标题\n[2x2 |0 0=a 1=b |1 0=c]\n!truncated\n"},
		"text misplaced in a table": {"<table>单位:万元<tr><td>a<td>b</table>",
			"单位:万元\n[1x2 |0 0=a 1=b]\n"},
		"several forms": {"<h1>表一</h1><table><tr><td>a<td>b</table>中间<table><tr><td>c<td>d</table><div>表末</div>",
			"表一\n[1x2 |0 0=a 1=b]\n中间\n[1x2 |0 0=c 1=d]\n表末\n"},
		"a layout around the form": {"<table><tr><td><a href=x>首页</a><td>公开</tr><tr><td colspan=2><table><tr><td>a<td>b<tr><td>c<td>d</table></tr><tr><td>版权</table>",
			"首页    公开\n[2x2 |0 0=a 1=b |1 0=c 1=d]\n版权\n"},
		"a table in a form": {"<table><tr><td>a<td>b<tr><td>c<td>d<tr><td>e<td>f<table><tr><td>1<td>2</table><tr><td>g<td>h</table>",
			"[4x2 |0 0=a 1=b |1 0=c 1=d |2 0=e 1=f |3 0=g 1=h]\n[1x2 |0 0=1 1=2]\n!nested-table\n"},
		"a box in a cell is no table": {"<table><tr><td>a<td><table><tr><td>b</table><tr><td>c<td>d</table>",
			"[2x2 |0 0=a 1=b |1 0=c 1=d]\n"},
		"hidden": {"<style>.tip, td.x{color:red;display : none}</style><p style='DISPLAY: none'>a<p hidden>b<p class='y tip'>c</p><table><tr style='display:none'><td>d<tr><td class=x>e<td>f</table>",
			"[1x1 |0 0=f]\n!hidden-text\n"},
		"hidden by its name":           {"<style>comment { display:none; } td { color:red }</style><table><tr><td><comment>12.50</comment>66%<td>b</table>", "[1x2 |0 0=66% 1=b]\n!hidden-text\n"},
		"scripts, styles and comments": {"<script>document.write('<table><tr><td>x')</script><style>td{}</style><!-- <td>y --><noscript>z</noscript><template>t</template>a", "a\n"},
		"fields of a web form": {"<table><tr><td><input value=12.5><input type=hidden value=9><td><input type=checkbox checked>是<input type=radio>否<td><select><option>元<option selected>万元</select><td><textarea>a\nb</textarea></table>",
			"[1x4 |0 0=12.5 1=☑是☐否 2=万元 3=a/b]\n"},
		"powers":                  {"10<sup>4</sup>m<sup>2</sup>", "10⁴m²\n"},
		"tracked and struck":      {"<del>旧</del><ins>新</ins> <s>1</s>", "新\n!tracked-changes\n!struck-text\n"},
		"struck and written anew": {"<table><tr><td><s>100</s>110<td><s>9</s><td>a <s><p>8</p></s><tr><td>b<td>c</table>", "[2x3 |0 0=110 1=9 2=a/8 |1 0=b 1=c]\n!struck-text\n!struck-text\n!struck-text\n"},
		"numbered lists":          {"<ol start=3><li>a<li>b</ol><ul><li>c</ul><ol type=A><li>d</ol>", "3.a\n4.b\nc\nA.d\n"},
		"lists as style sheets number them": {"<style>.c{list-style-type:cjk-ideographic} ol.n{list-style:none outside}</style><ol class=c><li>a<li value=12>b</ol><ol class=n><li>c</ol><ol type=i start=4><li>d</ol><ol style='list-style: inside upper-roman'><li>e</ol><ol style='list-style: hangul'><li>f</ol>",
			"一、a\n十二、b\nc\niv.d\nI.e\nf\n!list-number\n"},
		"lists whose numbers are switched off": {"<style>ol, ul {list-style:none}</style><ol><li>a</ol>", "a\n"},
		"entities":                             {"&ge;5&#37;&ensp;&#x4e07;&copy;&lt;b&gt;", "≥5%\u2002万©<b>\n"},
		"a page in frames":                     {"<p>x<iframe src=a.htm></iframe>", "x\n!frame\n"},
		"line breaks in pre":                   {"<pre>a\n  b</pre>", "a\nb\n"},
		"entries typed apart": {"单位:a    金额单位:万元\n（2023）",
			"单位:a  金额单位:万元 （2023）\n"},
		"two on one line by floating": {"<div>单位:a<span style='float: right'>金额单位:元</span></div>", "单位:a    金额单位:元\n"},
		"office junk": {`<html xmlns:o="urn:x"><!--[if gte mso 9]><xml><o:p>junk</o:p></xml><![endif]--><body><xml><w:data>j</w:data></xml><p class=MsoNormal><span style='mso-list:Ignore'>1.</span>a<o:p></o:p></p><![if !x]><p>b</p><![endif]><span style='mso-hide:all'>h</span>`,
			"1.a\nb\n!hidden-text\n"},
		"struts of office programs": {`<table><tr><td>a<td>b<![if !supportMisalignedRows]><td height=38 width=0></td><![endif]><![if !supportMisalignedColumns]><tr height=0><td width=61><td width=72></tr><![endif]></table>`,
			"[1x2 |0 0=a 1=b]\n"},
		"titles repeated are forms": {"<table><tr><th colspan=2>自评表<tr><td>a<td>b<tr><th colspan=2>自评表<tr><td>c<td>d</table>",
			"[4x2 |0 0=自评表*1,2 |1 0=a 1=b |2 0=自评表*1,2 |3 0=c 1=d]\n"},
		"a sheet saved as a page": {`<table x:str><col width=72 style='mso-width-source:userset'><tr height=0 style='display:none'><td>0<tr><td x:num="0.93109825">93.11%<td class=xl65>　合计</table>`,
			"[1x2 |0 0=93.11% 1=合计]\n!hidden-text\n"},
		"xhtml":             {`<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><table><tr><td/><td>a</td></tr></table></body></html>`, "[1x2 |0 1=a]\n"},
		"a piece of a page": {"<!-- 导出 -->\n<td>a<td>b", "[1x2 |0 0=a 1=b]\n"},
		"a piece with rows": {" <tr><td rowspan=2>a</td><td>b</tr><tr><td>c</tr>", "[2x2 |0 0=a*2,1 1=b |1 1=c]\n"},
		"headings that come again stay where they are": {"<table><thead><tr><th>h<th>i<tbody><tr><td>a<td>b<thead><tr><th>h<th>i<tbody><tr><td>c<td>d</table>",
			"[3x2 |0 0=h 1=i |1 0=a 1=b |2 0=c 1=d]\n!header-repeated\n"},
		"a class hides and another shows": {"<style>.pane{display:none}.now{display:block}.no{display:none!important}</style><div class='now pane'>a</div><div class=pane>b</div><div class=no style='display:block'>c</div><div class=pane style='display:block'>d</div>",
			"a\nd\n!hidden-text\n"},
		"a title attribute":   {"<p title='提示'>a<img alt='印章'>", "a\n!picture\n"},
		"soft and zero width": {"产\u200b出&shy;指标\ufeff", "产出指标\n"},
	} {
		t.Run(name, func(t *testing.T) { reads(t, c.page, c.want) })
	}
}

// reads holds what a page is read as against its sketch.
func reads(t *testing.T, page, want string) {
	t.Helper()
	doc, err := Read([]byte(page), opts)
	if err != nil {
		t.Fatal(err)
	}
	if got := sketch.Of(doc); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestDrawn: tables that are no <table>.
func TestDrawn(t *testing.T) {
	const sheet = "<style>.t{display:table}.g{display:table-row-group}.t .r{display : table-row}.c{display:table-cell!important}.four{display:grid;grid-template-columns:1fr 2fr auto 10%}</style>"
	row := func(a, b string) string {
		return "<div class=r><div class=c>" + a + "</div><div class=c>" + b + "</div></div>"
	}
	for name, c := range map[string]struct{ page, want string }{
		"by classes": {sheet + "<div class=t><div class=g>" + row("a", "b<br>c") + row("d", "") + "</div></div>",
			"[2x2 |0 0=a 1=b/c |1 0=d]\n"},
		"by style, cells without a row": {"<div style='display:table'><p style='display:table-cell'>a</p><p style='display:table-cell'>b</p><div style='display:table-row'><i style='display:table-cell'>c</i><i style='display:table-cell'>d</i></div></div>",
			"[2x2 |0 0=a 1=b |1 0=c 1=d]\n"},
		"by roles, with spans": {"<div role=table><div role=row><span role=columnheader aria-colspan=2>a</span></div><section><div role=row><span role=rowheader aria-rowspan=2>b</span><span role=cell>c</span></div><div role=row><span role=cell>d</span></div><div role=row><b role=cell>e</b><b role=cell>f</b></div></section></div>",
			"[4x2 |0 0=a*1,2 |1 0=b*2,1 1=c |2 1=d |3 0=e 1=f]\n"},
		"text between rows, hidden rows": {sheet + "<div class=t><h2>单位:元</h2>" + row("a", "b") + "<div class=r hidden><div class=c>x</div></div>注" + row("c", "d") + "</div>",
			"单位:元\n注\n[2x2 |0 0=a 1=b |1 0=c 1=d]\n!hidden-text\n"},
		"a grid": {sheet + "<div class=four><b>a</b><b>b</b><b>c</b><b>d</b><b style='grid-column: span 3'>e</b><b>f</b></div>",
			"[2x4 |0 0=a 1=b 2=c 3=d |1 0=e*1,3 3=f]\n"},
		"columns repeated": {"<div style='display:grid;grid-template-columns:repeat(2, minmax(0, 1fr))'><p>a</p><p>b</p><p>c</p><p>d</p></div>",
			"[2x2 |0 0=a 1=b |1 0=c 1=d]\n"},
		"a real table within":    {sheet + "<div class=t>" + row("a", "<table><tr><td>b<td>c<tr><td>d<td>e</table>") + "</div>", "a\n[2x2 |0 0=b 1=c |1 0=d 1=e]\n"},
		"one row only places":    {sheet + "<div class=t>" + row("栏目", "正文") + "</div>", "栏目\n正文\n"},
		"columns nobody tells":   {"<div style='display:grid;grid-template-columns:repeat(auto-fill,9em)'><p>a</p><p>b</p></div><div style='display:grid'><p>c</p><p>d</p></div>", "a\nb\nc\nd\n!css-columns\n"},
		"flexible boxes":         {"<div style='display:flex'><p>a</p><p>b</p></div><div style='display:flex'><p>c</p><p>d</p></div>", "a\nb\nc\nd\n!css-columns\n"},
		"a flexible menu":        {"<div style='display:flex'><p>首页</p><p>公开</p></div><div style='display:flex'><p>a</p><p>b</p></div><table><tr><td>c<td>d<tr><td>e<td>f</table>", "首页\n公开\na\nb\n[2x2 |0 0=c 1=d |1 0=e 1=f]\n"},
		"a table set as a block": {"<table style='display:block'><tr style='display:flex'><td>a<td>b<tr><td>c<td>d</table>", "[2x2 |0 0=a 1=b |1 0=c 1=d]\n"},
	} {
		t.Run(name, func(t *testing.T) { reads(t, c.page, c.want) })
	}
}

func TestTracks(t *testing.T) {
	for template, want := range map[string]int{"1fr1fr": 2, "100px1.5frauto": 3, "repeat(6,1fr)": 6, "minmax(0,1fr)2em": 2, "": 0, "none": 0, "repeat(auto-fit,1fr)": 0, "[a]1fr": 0, "repeat(2,1fr)1fr": 0, "repeat(101,1fr)": 0} {
		if got := tracks(template); got != want {
			t.Errorf("%q: got %d want %d", template, got, want)
		}
	}
}

// TestEncodings: a page is read for what its bytes are, whatever it says.
func TestEncodings(t *testing.T) {
	const simplified, traditional = "项目支出绩效自评表:预算执行率与实际完成值,指标分值和得分", "項目支出績效自評表:預算執行率與實際完成值,指標分值和得分"
	page := func(meta, s string) string {
		return "<html><head>" + meta + "</head><body><table><tr><td>" + s + "</table>"
	}
	meta := func(label string) string { return "<meta charset='" + label + "'>" }
	old := func(label string) string {
		return "<meta http-equiv=Content-Type content='text/html; charset=" + label + "'>"
	}
	for name, c := range map[string]struct {
		page string
		enc  encoding.Encoding
		want string
		warn bool
	}{
		"utf-8":                     {page(meta("utf-8"), simplified), nil, simplified, false},
		"utf-8 without a word":      {page("", simplified), nil, simplified, false},
		"utf-8 with a mark":         {"\ufeff" + page(meta("gbk"), simplified), nil, simplified, false},
		"utf-8 that says gb2312":    {page(old("gb2312"), simplified), nil, simplified, true},
		"gbk":                       {page(old("GBK"), simplified), simplifiedchinese.GBK, simplified, false},
		"gb2312 with rare letters":  {page(old("gb2312"), simplified+"㐂镕"), simplifiedchinese.GB18030, simplified + "㐂镕", false},
		"gbk that says utf-8":       {page(meta("utf-8"), simplified), simplifiedchinese.GBK, simplified, true},
		"gbk that says iso-8859-1":  {page(old("iso-8859-1"), simplified), simplifiedchinese.GBK, simplified, true},
		"gbk without a word":        {page("", simplified), simplifiedchinese.GBK, simplified, false},
		"big5":                      {page(old("big5"), traditional), traditionalchinese.Big5, traditional, false},
		"big5 without a word":       {page("", traditional), traditionalchinese.Big5, traditional, false},
		"utf-16 with a mark":        {page(meta("utf-16"), simplified), unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), simplified, false},
		"utf-16 big without a mark": {page("", simplified), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), simplified, false},
		"utf-8 that says utf-16":    {page(meta("utf-16"), simplified), nil, simplified, false},
		"xhtml in gb18030":          {`<?xml version="1.0" encoding="GB18030"?>` + page("", simplified), simplifiedchinese.GB18030, simplified, false},
	} {
		t.Run(name, func(t *testing.T) {
			data := []byte(c.page)
			if c.enc != nil {
				var err error
				if data, err = c.enc.NewEncoder().Bytes(data); err != nil {
					t.Fatal(err)
				}
			}
			doc, err := Read(data, opts)
			if err != nil {
				t.Fatal(err)
			}
			if got, _ := doc.At(extract.Ref{}); got != c.want {
				t.Errorf("got %q want %q", got, c.want)
			}
			if got := len(doc.Warnings) > 0; got != c.warn {
				t.Errorf("got warnings %v, want any: %v", doc.Warnings, c.warn)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	for page, want := range map[string]extract.ErrorKind{
		"<html><body></body></html>":                                                extract.ErrEmpty,
		"<html><frameset><frame src=sheet001.htm></frameset>":                       extract.ErrEmpty,
		"<html><script>load()</script><div id=app></div>":                           extract.ErrEmpty,
		"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\nnothing": extract.ErrDamaged,
		"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>x":                extract.ErrDamaged,
		strings.Repeat("<div>", 600) + "x":                                          extract.ErrLimit,
	} {
		_, err := Read([]byte(page), opts)
		var e *extract.Error
		if !errors.As(err, &e) || e.Kind != want {
			t.Errorf("%.60q: got %v, want %s", page, err, want)
			continue
		}
		if e.Reason.ZH == "" || e.Reason.EN == "" || e.Hint.ZH == "" || e.Hint.EN == "" {
			t.Errorf("%.60q: %+v lacks a reason or remedy", page, e)
		}
	}
}

// FuzzRead: any bytes ends in a Document that keeps its laws, or in an error of ours.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("../../samples/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add([]byte("<table><tr><td>" + strings.NewReplacer("\t", "<td rowspan=2>", "\n", "<tr><td colspan=3>").Replace(string(data[:min(len(data), 2000)]))))
	}
	f.Add([]byte("<table><tr><td rowspan=0>a<td colspan=3>b<table><tr><td>c</table><tfoot><tr><th>d"))
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+eA==\n--b--"))
	f.Add([]byte("<style>.a{display:none}</style><p class=a>x<s>y<sup>2"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(data, opts)
		sketch.Holds(t, doc, err)
	})
}

func BenchmarkRead(b *testing.B) {
	var s strings.Builder
	s.WriteString("<html><body><table>")
	for range 60 {
		s.WriteString("<tr>" + strings.Repeat("<td rowspan=1 style='border:1px'><p class=MsoNormal><span lang=EN-US>培训人数 ≥100人</span></p></td>", 10) + "</tr>")
	}
	data := []byte(s.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(data, opts); err != nil {
			b.Fatal(err)
		}
	}
}

// A page that the library fails on is not called damaged.
func TestDefectOfTheLibrary(t *testing.T) {
	_, err := fenced(func(io.Reader) (*html.Node, error) { panic("a defect") }, "<p>")
	var d *extract.Defect
	if !errors.As(err, &d) || d.Stage != "html" || d.Value != "a defect" || d.Stack == "" {
		t.Errorf("got %v, want the defect", err)
	}
}
