package xlsxin

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"ziping/extract"
	"ziping/internal/sketch"
)

// flatBook is a workbook as Excel 2003 saves it, with what sits in its sheet.
func flatBook(sheet string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
<Styles><Style ss:ID="Default"><NumberFormat/></Style><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>
<Style ss:ID="m"><NumberFormat ss:Format="#,##0.00_ "/></Style><Style ss:ID="below" ss:Parent="m"><Font ss:StrikeThrough="1"/></Style>
<Style ss:ID="d"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style></Styles>
<Worksheet ss:Name="表">` + sheet + `</Worksheet></Workbook>`
}

func TestReadXML(t *testing.T) {
	const second = `<Row><Cell><Data ss:Type="String">y</Data></Cell><Cell><Data ss:Type="String">z</Data></Cell></Row>`
	row := func(cells string) string { return "<Table><Row>" + cells + "</Row>" + second + "</Table>" }
	text := func(s string) string { return `<Cell><Data ss:Type="String">` + s + `</Data></Cell>` }
	for name, c := range map[string]struct{ sheet, want string }{
		"merged, and columns named by number": {row(`<Cell ss:MergeAcross="1"><Data ss:Type="String">a</Data></Cell><Cell ss:MergeDown="1"/><Cell ss:Index="6"><Data ss:Type="String">b</Data></Cell>`),
			"[2x6 |0 0=a*1,2 2=*2,1 5=b |1 0=y 1=z]\n"},
		"type set within a text": {row(`<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>10</B><Font html:Size="8"><Sup>4</Sup></Font>&#10;元</ss:Data></Cell>` + text("b")),
			"[2x2 |0 0=10⁴/元 1=b |1 0=y 1=z]\n"},
		"numbers as they are shown": {row(`<Cell ss:StyleID="p"><Data ss:Type="Number">0.9311</Data></Cell><Cell ss:StyleID="m"><Data ss:Type="Number">1234.5</Data></Cell><Cell><Data ss:Type="Number">9.5</Data></Cell><Cell ss:StyleID="below"><Data ss:Type="Number">7</Data></Cell>`),
			"[2x4 |0 0=93.11% 1=1,234.50 2=9.5 3=7.00 |1 0=y 1=z]\n!struck-text\n"},
		"days": {row(`<Cell ss:StyleID="d"><Data ss:Type="DateTime">2023-05-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2023-05-31T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2023-05-31T08:30:00.000</Data></Cell>`),
			"[2x3 |0 0=2023年5月 1=2023/5/31 2=2023/5/31 8:30 |1 0=y 1=z]\n"},
		"days count from 1904 in numbers alone": {`1904` + row(`<Cell ss:StyleID="d"><Data ss:Type="DateTime">2023-05-01T00:00:00.000</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">43465</Data></Cell>`),
			"[2x2 |0 0=2023年5月 1=2023年1月 |1 0=y 1=z]\n"},
		"formulas with and without results": {row(`<Cell ss:Formula="=R[1]C+1"><Data ss:Type="Number">3</Data></Cell><Cell ss:Formula="=SUM(R1C1:R2C1)"/><Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell>`),
			"[2x3 |0 0=3 1==SUM(R1C1:R2C1) 2=#DIV/0! |1 0=y 1=z]\n!formula\n!error-value\n"},
		"hidden rows and columns": {`<Table><Column/><Column ss:Index="2" ss:Span="1" ss:Hidden="1"/>` + `<Row ss:Hidden="1" ss:Span="1">` + text("q") + `</Row>` +
			`<Row ss:Index="3">` + text("a") + text("x") + text("x") + text("d") + `</Row>` + strings.Replace(second, "<Cell><Data ss:Type=\"String\">z", "<Cell ss:Index=\"4\"><Data ss:Type=\"String\">z", 1) + `</Table>`,
			"[2x2 |0 0=a 1=d |1 0=y 1=z]\n!hidden-rows\n!hidden-columns\n"},
		"styles of rows and columns": {`<Table><Column ss:StyleID="p"/><Row><Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="Number">1</Data></Cell></Row><Row ss:StyleID="m"><Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="Number">2</Data></Cell></Row></Table>`,
			"[2x2 |0 0=100.00% 1=1 |1 0=1.00 1=2.00]\n"},
		"a table that begins elsewhere, a header, comments": {`<Table ss:TopCell="3" ss:LeftCell="2"><Row>` + text("a") + `<Cell><Data ss:Type="String">b</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell></Row>` + second + `</Table><x:WorksheetOptions><x:PageSetup><x:Header x:Data="&amp;C单位：甲"/></x:PageSetup></x:WorksheetOptions>`,
			"单位：甲\n[2x2 |0 0=a 1=b |1 0=y 1=z]\n!comment\n"},
		"no zeros": {row(`<Cell><Data ss:Type="Number">0</Data></Cell><Cell><Data ss:Type="Number">10</Data></Cell>`) + `<x:WorksheetOptions><x:DoNotDisplayZeros/></x:WorksheetOptions>`,
			"[2x2 |0 1=10 |1 0=y 1=z]\n!hidden-zeros\n"},
		"a hidden sheet": {row(text("a")+text("b")) + `</Worksheet><Worksheet ss:Name="旧">` + row(text("旧")) + `<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>`,
			"[2x2 |0 0=a 1=b |1 0=y 1=z]\n!hidden-sheet\n"},
	} {
		book := flatBook(c.sheet)
		if sheet, ok := strings.CutPrefix(c.sheet, "1904"); ok {
			book = strings.Replace(flatBook(sheet), "<Styles>", "<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook><Styles>", 1)
		}
		doc, err := ReadXML([]byte(book), opts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := sketch.Of(doc); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestReadXMLEncoding(t *testing.T) {
	book := flatBook(`<Table><Row><Cell><Data ss:Type="String">项目</Data></Cell><Cell><Data ss:Type="String">甲</Data></Cell></Row></Table>`)
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(strings.Replace(book, "UTF-8", "GB2312", 1))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := ReadXML([]byte(gbk), opts)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sketch.Of(doc), "[1x2 |0 0=项目 1=甲]\n"; got != want {
		t.Errorf("got %q want %q", got, want)
	}
}

func TestReadXMLDamaged(t *testing.T) {
	whole := flatBook(`<Table><Row><Cell><Data ss:Type="String">a</Data></Cell></Row></Table>`)
	for name, c := range map[string]struct {
		text string
		want extract.ErrorKind
	}{
		"cut off":        {whole[:len(whole)-40], extract.ErrTruncated},
		"empty":          {flatBook("<Table/>"), extract.ErrEmpty},
		"beyond a sheet": {flatBook(`<Table><Row ss:Index="1048577"><Cell><Data ss:Type="String">a</Data></Cell></Row></Table>`), extract.ErrDamaged},
		"entities":       {strings.Replace(whole, "<Workbook", `<!DOCTYPE x [<!ENTITY a "b">]><Workbook`, 1), extract.ErrDamaged},
	} {
		_, err := ReadXML([]byte(c.text), opts)
		var e *extract.Error
		if !errors.As(err, &e) || e.Kind != c.want {
			t.Errorf("%s: got %v want %s", name, err, c.want)
		}
	}
}

// FuzzFlat: any sheet ends in a Document that keeps its laws, or in an error of ours.
func FuzzFlat(f *testing.F) {
	f.Add(`<Table><Row ss:Index="3"><Cell ss:Index="2" ss:MergeAcross="2" ss:MergeDown="1"><Data ss:Type="Number">1.5</Data></Cell></Row></Table>`)
	f.Add(`<Table ss:TopCell="9"><Column ss:Hidden="1" ss:Span="3"/><Row ss:Span="2"><Cell ss:Formula="=A1"/><Cell ss:StyleID="d"><Data ss:Type="DateTime">2023-05-01T00:00:00</Data></Cell></Row></Table>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		doc, err := ReadXML([]byte(flatBook(sheet)), opts)
		sketch.Holds(t, doc, err)
	})
}
