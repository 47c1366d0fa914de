package overview

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"ziping/render"
	"ziping/render/xlsxout/longsheet"
	"ziping/score"
	"ziping/text/num"
)

// page is the first sheet while it is written, from the top down.
type page struct {
	*Book
	sheet string
	row   int          // the next one
	began int          // the first row of the paper page
	high  map[int]bool // rows whose height is set
	err   error
}

// widths of its columns; a chart is as wide as all of them.
var pageWidths = []float64{34, 13, 13, 10, 10, 10, 15, 15, 11}

const (
	chartWidth  = 980 // pixels
	chartRow    = 19  // of a row of the usual height, as the library places charts
	usualHeight = 15
	chartHeight = 280
	paperRows   = 66 // of a page of paper, one page wide
	mostLines   = 6  // of a row
)

// overview writes the first sheet.
func (s *Book) overview() error {
	p := &page{Book: s, sheet: s.say("总览", "Overview"), row: 1, began: 1, high: map[int]bool{}}
	if err := s.f.SetSheetName("Sheet1", p.sheet); err != nil {
		return err
	}
	if err := s.paper(p.sheet, "portrait"); err != nil {
		return err
	}
	for i, w := range pageWidths {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := s.f.SetColWidth(p.sheet, letter, letter, w); err != nil {
			return err
		}
	}
	p.put(1, s.say("批量核对汇总", "Summary of a run"), s.look.title)
	p.height(26)
	p.row += 2
	p.totals()
	p.checks()
	p.years()
	p.organisations()
	p.worst()
	p.heights()
	p.try(s.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + p.sheet + "'!$1:$1", Scope: p.sheet}))
	show := false
	p.try(s.f.SetSheetView(p.sheet, 0, &excelize.ViewOptions{ShowGridLines: &show}))
	return p.err
}

func (p *page) try(err error) {
	if p.err == nil {
		p.err = err
	}
}

func (p *page) put(col int, v any, style int) {
	at := cell(col, p.row)
	if s, ok := v.(string); ok {
		v = render.Printable(s)
	}
	if n, ok := v.(num.Decimal); ok {
		v = n.Float64() // shown with two places
	}
	if v != nil {
		p.try(p.f.SetCellValue(p.sheet, at, v))
	}
	p.try(p.f.SetCellStyle(p.sheet, at, at, style))
}

func (p *page) height(points float64) {
	p.high[p.row] = true
	p.try(p.f.SetRowHeight(p.sheet, p.row, points))
}

// heights makes every other row as high as charts take it to be.
func (p *page) heights() {
	for p.row--; p.row > 0; p.row-- {
		if !p.high[p.row] {
			p.height(usualHeight)
		}
	}
}

// section begins a part of the page.
func (p *page) section(zh, en string) {
	p.put(1, p.say(zh, en), p.look.section)
	p.height(20)
	p.row++
}

// keep begins a new page of paper where what comes needs more rows than are left.
func (p *page) keep(rows int) {
	if p.row > p.began && p.row+rows > p.began+paperRows {
		p.try(p.f.InsertPageBreak(p.sheet, cell(1, p.row)))
		p.began = p.row - 1 // the title comes again
	}
}

// head is the heading of a table.
func (p *page) head(names ...string) {
	for i, n := range names {
		p.put(i+1, n, p.look.head)
	}
	p.height(28)
	p.row++
}

// totals are what the run comes to, beside a chart of how its inputs ended.
func (p *page) totals() {
	t := &p.sums
	p.section("总计", "Totals")
	top := p.row
	first := p.row
	for _, st := range []score.Status{score.OK, score.Partial, score.Failed, score.Skipped} {
		p.put(1, p.say("文件：", "Files: ")+render.StatusName(st, p.lang), p.look.label)
		p.put(2, t.status[st], p.look.number)
		p.row++
	}
	last := p.row - 1
	for _, x := range []struct {
		zh, en string
		v      any
		style  int
	}{
		{"自评表", "Forms", t.all.reports, p.look.number},
		{"有错误的自评表", "Forms with errors", t.all.wrong, p.look.number},
		{"错误", "Errors", t.all.errors, p.look.number},
		{"评分存疑", "Doubtful scores", t.all.rules, p.look.number},
		{"提示", "Notices", t.all.notices, p.look.number},
		{"更正处数", "Cells corrected", t.all.corrected, p.look.number},
		{"预算数合计（万元）", "Budget (10,000 yuan)", p.known(t.all.budget, &t.all), p.look.money},
		{"执行数合计（万元）", "Executed (10,000 yuan)", p.known(t.all.executed, &t.all), p.look.money},
		{"执行率", "Execution rate", rate(&t.all), p.look.rate},
		{"计入金额的自评表", "Forms with known amounts", t.all.counted, p.look.number},
	} {
		p.put(1, p.say(x.zh, x.en), p.look.label)
		p.put(2, x.v, x.style)
		p.row++
	}
	ended := p.series("", first, last, 2, "")
	for i, colour := range []string{"70AD47", "E6A700", "C00000", "BFBFBF"} {
		ended.DataPoint = append(ended.DataPoint, excelize.ChartDataPoint{Index: i, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}})
	}
	p.chart(top, 3, &excelize.Chart{
		Type:       excelize.Doughnut,
		Series:     []excelize.ChartSeries{ended},
		Title:      title(p.say("文件处理结果", "How the files ended")),
		Legend:     excelize.ChartLegend{Position: "right"},
		PlotArea:   excelize.ChartPlotArea{ShowVal: true},
		VaryColors: yes(),
		HoleSize:   55,
		Dimension:  excelize.ChartDimension{Width: chartWidth * 55 / 100, Height: uint(14 * chartRow)},
	})
	p.put(1, p.say("金额只合计注明了金额单位的自评表。", "Amounts are added up for forms that state their unit."), p.look.note)
	p.row++
	if p.dataset.Text != "" {
		p.put(1, p.say("全部记录：", "All records: ")+p.dataset.Text, p.look.note)
		p.try(p.f.SetCellHyperLink(p.sheet, cell(1, p.row), longsheet.Target(p.dataset.To), "External"))
		p.row++
	}
	p.row++
}

// known is an amount in 万元, nothing where no form has one.
func (p *page) known(n num.Decimal, g *group) any {
	if g.counted == 0 {
		return nil
	}
	return inWan(n)
}

func rate(g *group) any {
	if q, ok := g.executed.Quo(g.budget, ratePlaces); ok && g.counted > 0 {
		return q
	}
	return nil
}

// checks are the findings by check, as a chart and as a table.
func (p *page) checks() {
	p.section("各项检查的发现", "Findings by check")
	list := p.sums.checks()
	if len(list) == 0 {
		p.put(1, p.say("没有发现问题", "No findings"), p.look.note)
		p.row += 2
		return
	}
	p.head(p.say("检查", "Check"), p.say("错误", "Errors"), p.say("评分存疑", "Scoring"), p.say("提示", "Notices"))
	first := p.row
	for _, c := range list {
		p.put(1, c.name, p.look.text)
		p.put(2, c.errors, p.look.number)
		p.put(3, c.rules, p.look.number)
		p.put(4, c.notices, p.look.number)
		p.row++
	}
	var series []excelize.ChartSeries
	for col := 2; col <= 4; col++ {
		series = append(series, p.series(cell(col, first-1), first, p.row-1, col, colours[col-2]))
	}
	p.chart(first-1, 5, &excelize.Chart{
		Type: excelize.BarStacked, Series: series, Title: title(p.say("各项检查的发现数", "Findings by check")),
		Legend: excelize.ChartLegend{Position: "bottom"},
		XAxis:  excelize.ChartAxis{ReverseOrder: true, Font: axis}, YAxis: excelize.ChartAxis{Font: axis, MajorGridLines: true},
		Dimension: excelize.ChartDimension{Width: chartWidth * 50 / 100, Height: uint(max(len(list), 10) * chartRow)},
	})
	p.row = max(p.row, first+11) + 1
}

var axis = excelize.Font{Size: 9, Color: "404040"}

var colours = []string{"C00000", "E6A700", "8C8C8C"}

// years are the reports by year.
func (p *page) years() {
	years := p.sums.years()
	p.keep(len(years) + chartHeight/chartRow + 6)
	p.section("按年度", "By year")
	first := p.groups(p.say("年度", "Year"), years)
	p.row++
	p.wide(p.wrong(p.say("各年度的自评表", "Forms by year"), first, p.row-2))
}

// organisations are the reports by organisation, the worst ones.
func (p *page) organisations() {
	all := p.sums.organisations()
	list := all[:min(len(all), mostGroups)]
	p.keep(len(list) + chartHeight/chartRow + 7)
	p.section("按单位", "By organisation")
	first := p.groups(p.say("单位", "Organisation"), list)
	last := p.row - 1
	if len(all) > len(list) {
		p.put(1, fmt.Sprintf(p.say("错误最多的 %d 个单位；全部 %d 个见“按单位”表。", "The %d organisations with the most errors; all %d stand on the sheet By organisation."), len(list), len(all)), p.look.note)
		p.row++
	}
	p.row++
	p.wide(p.wrong(p.say("各单位的自评表", "Forms by organisation"), first, last))
}

// wrong is a chart of a table of groups: how many reports, and how many with errors.
func (p *page) wrong(text string, first, last int) *excelize.Chart {
	return &excelize.Chart{
		Type:   excelize.Col,
		Series: []excelize.ChartSeries{p.series(cell(2, first-1), first, last, 2, "8EA9DB"), p.series(cell(3, first-1), first, last, 3, "C00000")},
		Title:  title(text), Legend: excelize.ChartLegend{Position: "bottom"},
		XAxis: excelize.ChartAxis{Font: axis}, YAxis: excelize.ChartAxis{Font: axis, MajorGridLines: true},
	}
}

// groups writes a table of groups and returns its first row.
func (p *page) groups(what string, list []*group) (first int) {
	names := []string{what}
	for _, c := range groupColumns[1:] {
		names = append(names, c.name.In(p.lang))
	}
	p.head(names...)
	first = p.row
	for _, g := range list {
		p.put(1, p.named(g.name), p.look.text)
		for i, n := range []int{g.reports, g.wrong, g.errors, g.rules, g.notices} {
			p.put(i+2, n, p.look.number)
		}
		p.put(7, p.known(g.budget, g), p.look.money)
		p.put(8, p.known(g.executed, g), p.look.money)
		p.put(9, rate(g), p.look.rate)
		p.row++
	}
	if len(list) == 0 {
		p.put(1, p.say("没有自评表", "No forms"), p.look.note)
		p.row++
	}
	return first
}

// worst are the reports with the most errors.
func (p *page) worst() {
	p.keep(min(len(p.sums.worst), paperRows-10) + 4)
	p.section("问题最多的自评表", "The worst forms")
	if len(p.sums.worst) == 0 {
		p.put(1, p.say("没有错误，评分也没有存疑", "No errors and no doubtful scores"), p.look.note)
		return
	}
	p.head(p.say("文件", "File"), p.say("单位和项目", "Organisation and project"), "", p.say("错误", "Errors"), p.say("评分存疑", "Scoring"), p.say("提示", "Notices"), p.say("得分", "Score"), p.say("各项得分之和", "Sum of scores"), p.say("更正处数", "Cells corrected"))
	for i := range p.sums.worst {
		r := &p.sums.worst[i]
		at := cell(1, p.row)
		p.put(1, r.File.Text, p.look.text)
		if to := r.Output.To; to != "" {
			p.put(1, r.File.Text, p.look.pageLink)
			p.try(p.f.SetCellHyperLink(p.sheet, at, longsheet.Target(to), "External"))
		}
		whose := strings.Trim(r.Organisation+" · "+r.Project, " ·")
		p.put(2, whose, p.look.text)
		p.put(3, nil, p.look.text)
		p.try(p.f.MergeCell(p.sheet, cell(2, p.row), cell(3, p.row)))
		p.height(float64(usualHeight * max(longsheet.Lines(r.File.Text, pageWidths[0], mostLines), longsheet.Lines(whose, pageWidths[1]+pageWidths[2], mostLines))))
		for k, n := range []int{r.Errors, r.Rules, r.Notices} {
			p.put(k+4, n, p.look.number)
		}
		p.put(7, figure(r.Stated), p.look.score)
		p.put(8, figure(r.Computed), p.look.score)
		p.put(9, r.Corrected, p.look.number)
		p.row++
	}
}

// figure is a score as a number, where it is one.
func figure(text string) any {
	if n, err := num.Parse(text); err == nil {
		return n
	}
	return text
}

// series is a column of a table, from row to row, beside the names in the first column.
func (p *page) series(name string, first, last, col int, colour string) excelize.ChartSeries {
	at := func(col, row int) string {
		s, _ := excelize.CoordinatesToCellName(col, row, true)
		return s
	}
	quoted := "'" + p.sheet + "'!"
	s := excelize.ChartSeries{
		Categories: quoted + at(1, first) + ":" + at(1, last),
		Values:     quoted + at(col, first) + ":" + at(col, last),
	}
	if name != "" {
		c, r, err := excelize.CellNameToCoordinates(name)
		p.try(err)
		s.Name = quoted + at(c, r)
	}
	if colour != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	return s
}

// wide puts a chart over the whole width and goes on below it.
func (p *page) wide(c *excelize.Chart) {
	c.Dimension = excelize.ChartDimension{Width: chartWidth, Height: chartHeight}
	p.chart(p.row, 1, c)
	p.row += chartHeight/chartRow + 2
}

func (p *page) chart(row, col int, c *excelize.Chart) {
	c.Format.OffsetX = 6
	p.try(p.f.AddChart(p.sheet, cell(col, row), c))
}

func title(text string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Size: 12, Bold: true, Color: "1F3864"}}}}
}

func yes() *bool {
	b := true
	return &b
}

func cell(col, row int) string {
	s, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return "A1"
	}
	return s
}
