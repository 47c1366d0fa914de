package xlsxout_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/normalize"
	"ziping/render"
	"ziping/render/xlsxout"
	"ziping/score"
	"ziping/text/num"
)

const seed = "../../samples/fuzhou-hrss-2023.txt"

func audit(t testing.TB, data []byte, name string) *pipeline.Outcome {
	t.Helper()
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{Lang: extract.ZH})
	if err != nil {
		t.Fatal(err)
	}
	out := pipeline.Run(data, name, pipeline.Options{Lang: extract.ZH, Audit: a, Named: true, Version: "test"})
	if len(out.Result.Reports) == 0 {
		t.Fatalf("%s: no report: %+v", name, out.Result.Error)
	}
	return out
}

func workbook(t testing.TB, b *render.Bundle) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := xlsxout.Write(&buf, b); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// said is what a form's fields say, by path, and how sure that is.
func said(r *score.Report) map[string]string {
	out := map[string]string{}
	for _, f := range r.Fields() {
		out[f.Path.String()] = strings.Join([]string{string(f.Field.State), f.Field.Value, f.Field.Unit, string(f.Field.Op)}, "|")
	}
	return out
}

// A workbook read again says what the form said, corrections included, and
// holds no arithmetic error that was corrected.
func TestReadBack(t *testing.T) {
	files, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatalf("got %d samples, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out := audit(t, data, file)
		want := said(&out.Result.Reports[0])
		for _, r := range out.Result.Reports[0].Repairs {
			if !r.Applied {
				continue
			}
			for _, e := range r.Edits {
				old := strings.Split(want[e.Field.String()], "|")
				old[0], old[1] = string(normalize.Parsed), e.New
				want[e.Field.String()] = strings.Join(old, "|")
			}
		}
		again := audit(t, workbook(t, out.Bundle()), "form.xlsx")
		if diff := cmp.Diff(want, said(&again.Result.Reports[0])); diff != "" {
			t.Errorf("%s: read back otherwise (-want +got):\n%s", file, diff)
		}
		for _, f := range again.Result.Reports[0].Findings {
			if f.Level == score.Error {
				t.Errorf("%s: the corrected workbook has an error: %s %s", file, f.Check, f.Message)
			}
		}
	}
}

// Every formula gives the number that is stored with it, to its printed places.
func TestFormulas(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Fatal(err)
	}
	count := formulas(t, open(t, workbook(t, audit(t, data, seed).Bundle())))
	// 6 rows × (budget, balance), 2 rows × 5 column sums, rates that are no 0 ÷ 0,
	// the total; and a difference for each error.
	if count["自评表"] < 20 || count["发现"] < 10 {
		t.Errorf("got %v formulas, want at least 20 in the form and 10 beside the findings", count)
	}
}

// So it does where an amount is in another unit than the others: as a part, as a
// sum, as the part and the whole of a rate; and with a slip in it.
func TestFormulasOfMixedUnits(t *testing.T) {
	data, err := os.ReadFile("../../samples/fj-county-2021.txt")
	if err != nil {
		t.Fatal(err)
	}
	const row = "\t360.00\t40.00\t400.00\t388.00\t97.00\t12.00\t3.00"
	plain := formulas(t, open(t, workbook(t, audit(t, data, "form.txt").Bundle())))["自评表"]
	for _, now := range []string{
		"\t3600000元\t40.00\t400.00\t388.00\t97.00\t12.00\t3.00",
		"\t360.00\t40.00\t4000000.00元\t388.00\t97.00\t12.00\t3.00",
		"\t360.00\t40.00\t400.00\t3880千元\t97.00\t12.00\t3.00",
		"\t360.00\t40.00\t400.00\t388.00\t97.00\t0.0012亿元\t3.00",
	} {
		text := strings.Replace(string(data), row, now, 1)
		if text == string(data) {
			t.Fatal("the sample has another row")
		}
		out := audit(t, []byte(text), "form.txt")
		if n := len(out.Result.Reports[0].Repairs); n > 0 {
			t.Errorf("%q: got %d repairs of a sound form", now, n)
		}
		if got := formulas(t, open(t, workbook(t, out.Bundle())))["自评表"]; got != plain {
			t.Errorf("%q: got %d formulas, want %d", now, got, plain)
		}
	}
	slip := strings.Replace(string(data), row, "\t6300000元\t40.00\t400.00\t388.00\t97.00\t12.00\t3.00", 1)
	formulas(t, open(t, workbook(t, audit(t, []byte(slip), "form.txt").Bundle())))
}

// formulas works every formula out and counts them by sheet.
func formulas(t *testing.T, f *excelize.File) (count map[string]int) {
	t.Helper()
	count = map[string]int{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c := range rows[r] {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				formula, err := f.GetCellFormula(sheet, cell)
				if err != nil || formula == "" {
					continue
				}
				count[sheet]++
				stored, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatal(err)
				}
				got, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Errorf("%s!%s: =%s: %v", sheet, cell, formula, err)
					continue
				}
				want, err := num.Parse(stored)
				if err != nil {
					t.Errorf("%s!%s: =%s is stored as %q", sheet, cell, formula, stored)
					continue
				}
				value, err := num.Parse(got)
				if err != nil {
					// The library's calculator may answer in exponents for what is nearly 0.
					if strings.Contains(got, "E-") && want.IsZero() {
						continue
					}
					t.Errorf("%s!%s: =%s gives %q", sheet, cell, formula, got)
					continue
				}
				if !value.Round(want.Places()).Sub(want).IsZero() {
					t.Errorf("%s!%s: =%s gives %s, stored is %s", sheet, cell, formula, got, stored)
				}
			}
		}
	}
	return count
}

// Text that a spreadsheet could run or follow stays text.
func TestNothingRuns(t *testing.T) {
	const evil = `=cmd|' /C calc'!A0`
	form := "=HYPERLINK(\"http://x\")项目支出绩效自评表\n项目名称\t" + evil + "\n" +
		"一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n" +
		"产出指标\t数量指标\t+1+1\t≥100人\t@SUM(1)\t50\t50\n" +
		"产出指标\t质量指标\t-2+3\t\t\thttp://example.invalid/\t50\t40\n" +
		"总分\t\t\t\t\t100\t100\n"
	f := open(t, workbook(t, audit(t, []byte(form), "=cmd.txt").Bundle()))
	seen := false
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c, text := range rows[r] {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				seen = seen || text == evil
				formula, err := f.GetCellFormula(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				for _, part := range []string{"cmd", "HYPERLINK", "@", "+1", "-2+3"} {
					if strings.Contains(formula, part) {
						t.Errorf("%s!%s: the text became the formula %q", sheet, cell, formula)
					}
				}
				if linked, target, _ := f.GetCellHyperLink(sheet, cell); linked && strings.Contains(target, "://") {
					t.Errorf("%s!%s: links to %s", sheet, cell, target)
				}
			}
		}
	}
	if !seen {
		t.Errorf("the text %q is nowhere in the workbook", evil)
	}
}

// A number has the room to be shown, however narrow its columns would be:
// what does not fit is shown as ####.
func TestFiguresFit(t *testing.T) {
	form := "项目支出绩效自评表\n项目名称\t甲\n" +
		"项目资金(元)\t\t年初预算数\t全年预算数\t全年执行数\n" +
		"\t年度资金总额\t1,234,567,890,123.45\t1,234,567,890,123.45\t1,234,567,890,123.45\n" +
		"一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n" +
		"产出指标\t数量指标\t甲\t≥100人\t123456789012.34\t50\t50\n" +
		"总分\t\t\t\t\t100\t100\n"
	b := audit(t, []byte(form), "wide.txt").Bundle()
	layout := &b.Forms[0].CorrectedLayout
	for i := range layout.Widths {
		layout.Widths[i] = 3
	}
	f := open(t, workbook(t, b))
	sheet := f.GetSheetList()[0]
	merged, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for r := range rows {
		for c, shown := range rows[r] {
			cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
			kind, err := f.GetCellType(sheet, cell)
			if err != nil {
				t.Fatal(err)
			}
			if shown == "" || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
				continue
			}
			last := c + 1
			for _, m := range merged {
				if m.GetStartAxis() == cell {
					last, _, _ = excelize.CellNameToCoordinates(m.GetEndAxis())
				}
			}
			room := 0.0
			for k := c + 1; k <= last; k++ {
				name, _ := excelize.ColumnNumberToName(k)
				w, err := f.GetColWidth(sheet, name)
				if err != nil {
					t.Fatal(err)
				}
				room += w
			}
			found++
			if room < float64(len(shown)+1) {
				t.Errorf("%s: %q in %g characters", cell, shown, room)
			}
		}
	}
	if found < 5 {
		t.Errorf("got %d figures, want the form's", found)
	}
}

func BenchmarkWrite(b *testing.B) {
	data, err := os.ReadFile(seed)
	if err != nil {
		b.Fatal(err)
	}
	bundle := audit(b, data, seed).Bundle()
	b.ReportAllocs()
	for b.Loop() {
		workbook(b, bundle)
	}
}

// zipped is a part of a workbook.
func zipped(t *testing.T, book []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	data, err := fs.ReadFile(z, name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
