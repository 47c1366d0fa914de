package draft

import (
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

func item(text string) *table.Item {
	it := table.NewItem(lexicon.Default(), text, 0, 1, 1, extract.Ref{})
	return &it
}

// filed is a draft with labels and their values filed in turn, and the path that
// the last value got.
func filed(pairs ...string) (*normalize.Report, string) {
	d := New(nil, lexicon.Default())
	path := ""
	for k := 0; k < len(pairs); k += 2 {
		it := item(pairs[k+1])
		d.Labelled(pairs[k], it, it.Text)
		path = it.Path.String()
	}
	return d.Report, path
}

func TestLabelled(t *testing.T) {
	for _, tt := range []struct {
		name  string
		pairs []string
		field func(r *normalize.Report) *normalize.Field
		want  string // value
		path  string // of the last value filed
	}{
		{"a project", []string{"项目名称", "建图书馆"}, func(r *normalize.Report) *normalize.Field { return r.Project }, "建图书馆", "project"},
		{"a project with its code", []string{"项目名称", "51000021R000000019951-工资"}, func(r *normalize.Report) *normalize.Field { return r.Project }, "工资", "project"},
		{"the code in it", []string{"项目名称", "51000021R000000019951-工资"}, func(r *normalize.Report) *normalize.Field { return r.Code }, "51000021R000000019951", "project"},
		{"too short for a code", []string{"项目名称", "2022-工资"}, func(r *normalize.Report) *normalize.Field { return r.Project }, "2022-工资", "project"},
		{"a second project", []string{"项目名称", "甲", "项目名称", "乙"}, func(r *normalize.Report) *normalize.Field { return r.Project }, "甲", "other[0]"},
		{"a unit of money", []string{"金额单位", "万元"}, func(r *normalize.Report) *normalize.Field { return r.MoneyUnit }, "万元", "money_unit"},
		{"an office after 单位", []string{"单位", "某某中学"}, func(r *normalize.Report) *normalize.Field { return r.Organisation }, "某某中学", "organisation"},
		{"a total", []string{"自评得分", "97.5"}, func(r *normalize.Report) *normalize.Field { return r.Total.Score }, "97.5", "total.score"},
		{"a grade", []string{"自评等级", "优"}, func(r *normalize.Report) *normalize.Field { return r.Grade }, "优", "grade"},
		{"what nobody knows", []string{"联系电话", "0716"}, func(r *normalize.Report) *normalize.Field { return r.Other[0].Field }, "0716", "other[0]"},
		{"a blank", []string{"联系电话", "—"}, func(r *normalize.Report) *normalize.Field { return r.Other[0].Field }, "", "other[0]"},
		{"the better of two offices", []string{"主管部门", "教育局", "项目单位", "第一中学"}, func(r *normalize.Report) *normalize.Field { return r.Organisation }, "第一中学", "organisation"},
		{"the other office", []string{"主管部门", "教育局", "项目单位", "第一中学"}, func(r *normalize.Report) *normalize.Field { return r.Other[0].Field }, "教育局", "organisation"},
		{"traditional characters", []string{"項目名稱", "建圖書館"}, func(r *normalize.Report) *normalize.Field { return r.Project }, "建圖書館", "project"},
	} {
		r, path := filed(tt.pairs...)
		if f := tt.field(r); f == nil || f.Value != tt.want || path != tt.path {
			t.Errorf("%s: got %+v at %s, want %s at %s", tt.name, f, path, tt.want, tt.path)
		}
	}
}

func TestYears(t *testing.T) {
	d := New(nil, lexicon.Default())
	title := item("2022年度自评表")
	d.YearFrom(title)
	d.YearFrom(item("2023年度自评表")) // the first one stays
	if d.Year() != "2022" || title.Path != normalize.YearPath {
		t.Errorf("got %s at %s", d.Year(), title.Path)
	}
	if got := New(nil, lexicon.Default()).Year(); got != "" {
		t.Errorf("got %s of a form without a year", got)
	}
}

func TestUnits(t *testing.T) {
	d := New(nil, lexicon.Default())
	d.UnitFrom(item("项目资金"))
	d.UnitFrom(item("项目资金(万元)"))
	d.UnitFrom(item("项目资金(元)"))
	if d.Report.MoneyUnit == nil || d.Report.MoneyUnit.Value != "万元" {
		t.Errorf("got %+v", d.Report.MoneyUnit)
	}
	amount := func(unit string) *normalize.Field {
		f := &normalize.Field{Unit: unit}
		f.SetNumber(item("1").Figure().Figure())
		return f
	}
	for name, tt := range map[string]struct {
		units []string
		want  string
	}{
		"every amount": {[]string{"元", "元"}, "元"}, "not every amount": {[]string{"元", ""}, ""}, "two units": {[]string{"元", "万元"}, ""}, "people": {[]string{"人"}, ""}, "none": {nil, ""},
	} {
		d := New(nil, lexicon.Default())
		d.Report.Funds = &normalize.Funds{}
		for _, u := range tt.units {
			d.Report.Funds.Rows = append(d.Report.Funds.Rows, normalize.FundRow{Budget: amount(u)})
		}
		d.UnitFromValues()
		got := ""
		if f := d.Report.MoneyUnit; f != nil {
			got = f.Value
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// A label without a value is kept; a grade or a total is not there then.
func TestBlankLabel(t *testing.T) {
	d := New(nil, lexicon.Default())
	for _, s := range []string{"项目名称", "自评等级", "自评得分", "谁也不知道"} {
		d.BlankLabel(s)
	}
	if len(d.Report.Other) != 1 || d.Report.Other[0].Label != "项目名称" || d.Report.Other[0].State != normalize.Blank {
		t.Errorf("got %+v", d.Report.Other)
	}
}

// A form has a block or money, and a title or something in it that assesses.
func TestEmpty(t *testing.T) {
	f := &normalize.Field{State: normalize.Parsed}
	money := func(rows ...normalize.FundRow) *normalize.Report {
		return &normalize.Report{Funds: &normalize.Funds{Rows: rows}}
	}
	list := func(x normalize.Indicator) *normalize.Report {
		return &normalize.Report{Indicators: []normalize.Indicator{x}}
	}
	under := func(title string, r *normalize.Report) *normalize.Report {
		r.Title = &normalize.Field{State: normalize.Parsed, Text: title, Value: title}
		return r
	}
	filled := func(office bool, r *normalize.Report) *normalize.Report { // in by somebody who is named
		r.Other = []normalize.Labelled{{Label: "姓名", Field: f}}
		if office {
			r.Organisation = f
		}
		return r
	}
	const ours, other = "项目支出绩效自评表", "一般公共预算支出表"
	block := []table.Block{{}}
	for name, tt := range map[string]struct {
		report *normalize.Report
		blocks []table.Block
		want   bool
	}{
		"a title alone":                     {under(ours, &normalize.Report{}), nil, true},
		"a title and money without a row":   {under(ours, money()), nil, true},
		"a title and money":                 {under(ours, money(normalize.FundRow{})), nil, false},
		"a title and a block":               {under(ours, &normalize.Report{}), block, false},
		"another's title and money spent":   {under(other, money(normalize.FundRow{Executed: f, ExecutionRate: f})), block, true},
		"another's, marks for money":        {under(other, money(normalize.FundRow{Executed: f, Score: f})), block, false},
		"another's, a mark for a target":    {under(other, list(normalize.Indicator{Target: f, Score: f})), block, true},
		"another's, a level":                {under(other, list(normalize.Indicator{Level1: f})), block, false},
		"a block of nothing":                {&normalize.Report{}, block, true},
		"a goal":                            {&normalize.Report{Goals: []normalize.Goal{{}}}, block, false},
		"money planned":                     {money(normalize.FundRow{Budget: f}), nil, true},
		"money spent":                       {money(normalize.FundRow{Budget: f}, normalize.FundRow{Executed: f}), nil, false},
		"a rate":                            {money(normalize.FundRow{ExecutionRate: f}), nil, false},
		"full marks for money":              {money(normalize.FundRow{Weight: f}), nil, false},
		"marks for money":                   {money(normalize.FundRow{Score: f}), nil, false},
		"names":                             {list(normalize.Indicator{Name: f, Actual: f}), block, true},
		"a first level":                     {list(normalize.Indicator{Level1: f}), block, false},
		"a second level":                    {list(normalize.Indicator{Level2: f}), block, false},
		"a full mark for a target":          {list(normalize.Indicator{Target: f, Weight: f}), block, false},
		"a mark for a target":               {list(normalize.Indicator{Target: f, Score: f}), block, false},
		"what was planned and reached":      {list(normalize.Indicator{Target: f, Actual: f}), block, true}, // a return of statistics
		"marks, a title of 绩效":              {under("绩效自评表", list(normalize.Indicator{Weight: f, Score: f})), block, false},
		"marks, a title without":            {under("考核自评表", list(normalize.Indicator{Weight: f, Score: f})), block, true},
		"marks, a title of a project":       {under("项目自评表", list(normalize.Indicator{Weight: f, Score: f})), block, false},
		"marks for a target, of staff":      {under("职工绩效考核自评表", list(normalize.Indicator{Target: f, Score: f})), block, true},
		"marks for money for staff":         {under("职工考核经费自评表", list(normalize.Indicator{Target: f, Score: f})), block, false},
		"marks for a target, of a person":   {filled(false, under("部门自评表", list(normalize.Indicator{Target: f, Score: f}))), block, true},
		"of somebody in an office":          {filled(true, under("绩效自评表", list(normalize.Indicator{Target: f, Score: f}))), block, true},
		"of an office, somebody named":      {filled(true, under("部门自评表", list(normalize.Indicator{Target: f, Score: f}))), block, false},
		"for nothing, somebody named":       {filled(true, under("部门绩效自评表", list(normalize.Indicator{Score: f}))), block, true},
		"of who leads an office":            {filled(true, under("部门负责人自评表", list(normalize.Indicator{Target: f, Score: f}))), block, true},
		"garbled, and no column of targets": {list(normalize.Indicator{Target: &normalize.Field{State: normalize.Garbled}, Score: f}), block, true},
		"garbled, and a column of targets":  {list(normalize.Indicator{Target: &normalize.Field{State: normalize.Garbled}, Score: f}), []table.Block{{Slots: []table.Slot{{ID: "target"}}}}, false},
		"marks alone":                       {list(normalize.Indicator{Weight: f, Score: f}), block, true}, // an examination
	} {
		d := New(nil, lexicon.Default())
		d.Report, d.Blocks = tt.report, tt.blocks
		if got := d.Empty(); got != tt.want {
			t.Errorf("%s: got empty %v, want %v", name, got, tt.want)
		}
	}
}

// A code has ten signs, figures or capitals, and a name behind a mark.
func TestCutProjectCode(t *testing.T) {
	for text, want := range map[string][2]string{
		"0123456789-甲": {"0123456789", "甲"}, "ABZ3456789_甲": {"ABZ3456789", "甲"}, "0123456789—甲": {"0123456789", "甲"}, "0123456789－甲": {"0123456789", "甲"},
		"012345678-甲": {}, "0123456789-": {}, "0123456789甲": {}, "0123456789": {}, "abc3456789-甲": {},
	} {
		if code, name := cutProjectCode(text); code != want[0] || name != want[1] {
			t.Errorf("%s: got %q and %q, want %q", text, code, name, want)
		}
	}
}
