// Package overview writes summary.xlsx, the workbook of a run: its reports, findings and
// failures, and the findings counted by check.
//
//	s, err := overview.New(extract.ZH, "")
//	err = s.AddReport(overview.Report{Path: "a.txt", …})
//	err = s.Write(w)
package overview

import (
	"fmt"
	"io"
	"sort"

	"github.com/xuri/excelize/v2"

	"ziping/extract"
	"ziping/render"
	"ziping/render/xlsxout/numfmt"
	"ziping/render/xlsxout/opcout"
	"ziping/score"
	"ziping/text/num"
)

// Report is one form of a run.
type Report struct {
	Path, Title, Organisation, Project, Year, Family string
	Status                                           string
	Understood                                       string // how much of its input, in words
	Stated, Computed, Grade                          string // decimal strings; the stated and the added-up total
	Errors, Rules, Notices, Corrected                int
	Output                                           string // relative path of its workbook, "" if none
}

// Finding is one finding of a run.
type Finding struct {
	Path, Organisation, Check, Name, Level string
	Field, Place                           string // in words
	Stated, Against, Basis                 string // the figures, and what the second one is
	Message                                string
	Output                                 string
}

// Failure is one input that failed or was skipped.
type Failure struct{ Path, Status, Kind, Message, Hint string }

// maxRows is what a sheet holds, less one row to say that more was left out.
const maxRows = 1_048_575

// Book writes summary.xlsx a row at a time, with memory that does not grow
// with the run: rows are streamed to the sheet's part as they come.
type Book struct {
	f       *excelize.File
	lang    extract.Lang
	sheets  [3]*sheetStream
	byCheck map[string]*checkCount
	formats map[string]int // styles by number format
}

type checkCount struct {
	name string
	n    [3]int // error, rule, notice
}

type sheetStream struct {
	w    *excelize.StreamWriter
	name string
	row  int
	cols int
	lost int
}

// New begins a summary in the given language. scratch is a folder for temporary
// files, "" for that of the system; Write removes them.
func New(lang extract.Lang, scratch string) (*Book, error) {
	s := &Book{f: excelize.NewFile(excelize.Options{TmpDir: scratch}), lang: lang, byCheck: map[string]*checkCount{}, formats: map[string]int{}}
	heads := [3]struct {
		name string
		cols []column
	}{
		{s.say("报告", "Reports"), []column{{s.say("文件", "File"), 40}, {s.say("标题", "Title"), 30}, {s.say("单位", "Organisation"), 28}, {s.say("项目", "Project"), 28}, {s.say("年度", "Year"), 8}, {s.say("表式", "Family"), 26}, {s.say("状态", "Status"), 9}, {s.say("已识别", "Understood"), 24}, {s.say("填报总分", "Reported total"), 12}, {s.say("各项得分之和", "Sum of scores"), 12}, {s.say("等级", "Grade"), 8}, {s.say("错误", "Errors"), 8}, {s.say("评分存疑", "Scoring"), 9}, {s.say("提示", "Notices"), 8}, {s.say("更正处数", "Cells corrected"), 12}, {s.say("输出", "Output"), 34}}},
		{s.say("发现", "Findings"), []column{{s.say("文件", "File"), 40}, {s.say("单位", "Organisation"), 28}, {s.say("检查", "Check"), 10}, {s.say("名称", "Name"), 22}, {s.say("级别", "Level"), 8}, {s.say("栏目", "Field"), 30}, {s.say("原件位置", "Place in the file"), 16}, {s.say("填报数", "Reported"), 14}, {s.say("对照数", "Compared with"), 14}, {s.say("对照依据", "Which is"), 18}, {s.say("说明", "Sentence"), 80}, {s.say("输出", "Output"), 34}}},
		{s.say("失败", "Failures"), []column{{s.say("文件", "File"), 40}, {s.say("状态", "Status"), 10}, {s.say("种类", "Kind"), 14}, {s.say("原因", "Reason"), 60}, {s.say("处理办法", "Remedy"), 60}}},
	}
	bold, err := s.f.NewStyle(headStyle())
	if err != nil {
		return nil, fmt.Errorf("overview: %w", err)
	}
	for i, h := range heads {
		if i == 0 {
			err = s.f.SetSheetName("Sheet1", h.name)
		} else {
			_, err = s.f.NewSheet(h.name)
		}
		if err != nil {
			return nil, fmt.Errorf("overview: %w", err)
		}
		if err := s.paper(h.name); err != nil {
			return nil, fmt.Errorf("overview: %w", err)
		}
		w, err := s.f.NewStreamWriter(h.name)
		if err != nil {
			return nil, fmt.Errorf("overview: %w", err)
		}
		st := &sheetStream{w: w, name: h.name, row: 1, cols: len(h.cols)}
		cells := make([]any, len(h.cols))
		for c, col := range h.cols {
			if err := w.SetColWidth(c+1, c+1, col.width); err != nil {
				return nil, fmt.Errorf("overview: %w", err)
			}
			cells[c] = excelize.Cell{StyleID: bold, Value: col.name}
		}
		if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
			return nil, fmt.Errorf("overview: %w", err)
		}
		if err := w.SetRow("A1", cells); err != nil {
			return nil, fmt.Errorf("overview: %w", err)
		}
		s.sheets[i] = st
	}
	return s, nil
}

func (s *Book) say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(s.lang) }

// paper sets a sheet up to be printed: A4 landscape, one page wide. It comes
// before the sheet's first row, which fixes how the sheet's part begins.
func (s *Book) paper(sheet string) error {
	size, fit, one, all, landscape := 9, true, 1, 0, "landscape"
	if err := s.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return s.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &landscape, FitToWidth: &one, FitToHeight: &all})
}

// AddReport adds a row to the sheet of reports.
func (s *Book) AddReport(r Report) error {
	return s.add(0, str(r.Path), str(r.Title), str(r.Organisation), str(r.Project), s.amount(r.Year), str(r.Family), str(render.StatusName(score.Status(r.Status), s.lang)), str(r.Understood),
		s.amount(r.Stated), s.amount(r.Computed), str(r.Grade), r.Errors, r.Rules, r.Notices, r.Corrected, str(r.Output))
}

// AddFinding adds a row to the sheet of findings.
func (s *Book) AddFinding(r Finding) error {
	c := s.byCheck[r.Check]
	if c == nil {
		c = &checkCount{name: r.Name}
		s.byCheck[r.Check] = c
	}
	switch score.Level(r.Level) {
	case score.Error:
		c.n[0]++
	case score.Rule:
		c.n[1]++
	default:
		c.n[2]++
	}
	level := render.LevelName(score.Level(r.Level), s.lang)
	return s.add(1, str(r.Path), str(r.Organisation), str(r.Check), str(r.Name), str(level), str(r.Field), str(r.Place), s.amount(r.Stated), s.amount(r.Against), str(r.Basis), str(r.Message), str(r.Output))
}

// AddFailure adds a row to the sheet of failures.
func (s *Book) AddFailure(r Failure) error {
	return s.add(2, str(r.Path), str(render.StatusName(score.Status(r.Status), s.lang)), str(render.KindName(extract.ErrorKind(r.Kind), s.lang)), str(r.Message), str(r.Hint))
}

func (s *Book) add(sheet int, cells ...any) error {
	t := s.sheets[sheet]
	if t.row+1 >= maxRows {
		t.lost++
		return nil
	}
	t.row++
	if err := t.w.SetRow(cell(1, t.row), cells); err != nil {
		return fmt.Errorf("overview: %w", err)
	}
	return nil
}

// str keeps a text a text, whatever it begins with.
func str(s string) string { return render.Printable(s) }

// amount is a number, shown as printed, where the text is one that a sheet holds exactly.
func (s *Book) amount(text string) any {
	n, err := num.Parse(text)
	digits, format, ok := numfmt.Printed(text)
	if err != nil || !ok || n.String() != digits {
		return str(text)
	}
	id, ok := s.formats[format]
	if !ok {
		if id, err = s.f.NewStyle(&excelize.Style{CustomNumFmt: &format}); err != nil {
			return n.Float64()
		}
		s.formats[format] = id
	}
	return excelize.Cell{StyleID: id, Value: n.Float64()}
}

// Write finishes the summary: filters, the chart, and the bytes.
func (s *Book) Write(w io.Writer) error {
	defer func() { _ = s.f.Close() }()
	for _, t := range s.sheets {
		if t.lost > 0 {
			t.row++
			if err := t.w.SetRow(cell(1, t.row), []any{fmt.Sprintf(s.say("另有 %d 行超出工作表容量，见 run.ndjson 和各 JSON", "%d more rows do not fit a sheet; see run.ndjson and the JSON files"), t.lost)}); err != nil {
				return fmt.Errorf("overview: %w", err)
			}
		}
		// Behind Flush it would have the whole sheet read back into memory.
		if err := s.f.AutoFilter(t.name, "A1:"+cell(t.cols, max(2, t.row)), nil); err != nil {
			return fmt.Errorf("overview: %w", err)
		}
		if err := t.w.Flush(); err != nil {
			return fmt.Errorf("overview: %w", err)
		}
	}
	if err := s.chart(); err != nil {
		return fmt.Errorf("overview: %w", err)
	}
	if err := s.f.SetDocProps(&excelize.DocProperties{Title: s.say("批量核对汇总", "Summary of a run"), Creator: "ziping", LastModifiedBy: "ziping"}); err != nil {
		return fmt.Errorf("overview: %w", err)
	}
	return opcout.Save(w, s.f)
}

// chart draws the findings by check on a sheet of its own, beside its figures.
func (s *Book) chart() error {
	name := s.say("统计", "Chart")
	if _, err := s.f.NewSheet(name); err != nil {
		return err
	}
	ids := make([]string, 0, len(s.byCheck))
	for id := range s.byCheck {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	if err := s.paper(name); err != nil {
		return err
	}
	if err := s.f.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	put := func(col, row int, v any) error { return s.f.SetCellValue(name, cell(col, row), v) }
	for i, h := range []string{s.say("检查", "Check"), s.say("名称", "Name"), s.say("错误", "Errors"), s.say("评分存疑", "Scoring"), s.say("提示", "Notices")} {
		if err := put(i+1, 1, h); err != nil {
			return err
		}
	}
	for i, id := range ids {
		c := s.byCheck[id]
		for col, v := range []any{id, c.name, c.n[0], c.n[1], c.n[2]} {
			if err := put(col+1, i+2, v); err != nil {
				return err
			}
		}
	}
	if err := s.f.SetColWidth(name, "B", "B", 24); err != nil {
		return err
	}
	if len(ids) == 0 {
		return put(1, 2, s.say("没有发现问题", "no findings"))
	}
	quoted := "'" + name + "'!"
	last := len(ids) + 1
	series := make([]excelize.ChartSeries, 0, 3)
	colours := []string{"C00000", "E6A700", "8C8C8C"}
	for col := 3; col <= 5; col++ {
		letter := string(rune('A' + col - 1))
		series = append(series, excelize.ChartSeries{
			Name: quoted + "$" + letter + "$1", Categories: fmt.Sprintf("%s$A$2:$A$%d", quoted, last), Values: fmt.Sprintf("%s$%s$2:$%s$%d", quoted, letter, letter, last),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colours[col-3]}},
		})
	}
	return s.f.AddChart(name, "G2", &excelize.Chart{
		Type: excelize.ColStacked, Series: series,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s.say("各项检查的发现数", "Findings by check")}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		Dimension: excelize.ChartDimension{Width: 900, Height: 420},
	})
}

// column is a column of a sheet.
type column struct {
	name  string
	width float64
}

// headStyle is that of headings.
func headStyle() *excelize.Style {
	const font = "宋体"
	out := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: 10, Bold: true},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9E2F3"}},
	}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		out.Border = append(out.Border, excelize.Border{Type: side, Color: "7F7F7F", Style: 1})
	}
	return out
}

func cell(col, row int) string {
	s, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return "A1"
	}
	return s
}
