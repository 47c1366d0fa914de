package pipeline_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"ziping/internal/pipeline"
)

// grown are inputs in which one thing is there n times: what costs more than its
// share shows between the sizes of BenchmarkGrowth.
var grown = map[string]func(n int) string{
	"rows":     func(n int) string { return form("", repeat(n, "\t\t指标%[1]d\t≥%[1]d个\t%[1]d个\t1\t1\n")) },
	"findings": func(n int) string { return form("", repeat(n, "\t\t指标%[1]d\t≥%[1]d个\t%[1]d个\t1\t2\n")) },
	"nameless": func(n int) string { return form("", repeat(n, "\t\t\t≥1个\t1个\t1\t1\n")) },
	"sources":  func(n int) string { return form(repeat(n, "\t资金%[1]d\t%[1]d\t%[1]d\t%[1]d\t-\t100%%\t-\n"), "") },
	"notes": func(n int) string {
		return form("", "") + repeat(n, "注%[1]d:本表由单位填报,%[1]d分为满分。\n")
	},
	"strings": func(n int) string { return "自评表\n" + repeat(n, "[%[1]d, 1, 2, 3], {\"name\": \"x%[1]d\"}, ") },
	"columns": func(n int) string {
		return strings.Replace(form("", ""), "得分\n产", "得分"+repeat(n/4, "\t列%[1]d")+"\n产", 1)
	},
	"width": func(n int) string {
		return strings.Replace(form("", repeat(20, "\t\t指标%[1]d\t≥%[1]d个\t%[1]d个\t1\t1"+strings.Repeat("\t有", n/4)+"\n")), "得分\n产", "得分"+repeat(n/4, "\t列%[1]d")+"\n产", 1)
	},
	"blanks": func(n int) string { // a thousand columns over rows that use seven of them
		return strings.Replace(form("", repeat(n, "\t\t指标%[1]d\t≥%[1]d个\t%[1]d个\t1\t1\n")), "得分\n产", "得分"+repeat(n/4, "\t列%[1]d")+"\n产", 1)
	},
	"forms": func(n int) string { return strings.Repeat(form("", "")+"\n\n", n/16) },
	"spans": func(n int) string {
		return "<table><tr><td rowspan=" + fmt.Sprint(n+1) + ">产出指标<td>一级指标<td>年度指标值<td>分值<td>得分" + repeat(n, "<tr><td colspan=2>指标%[1]d<td>1<td>1") + "</table>"
	},
}

func repeat(n int, line string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line, i+1)
	}
	return b.String()
}

func form(sources, indicators string) string {
	return "项目支出绩效自评表\n项目名称\t甲项目\n项目资金(万元)\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n" +
		"\t年度资金总额\t100\t100\t100\t10\t100%\t10\n" + sources +
		"一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t培训人数\t≥1人\t1人\t90\t90\n" + indicators + "总分\t\t\t\t\t100\t100\n"
}

func BenchmarkGrowth(b *testing.B) {
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		b.Fatal(err)
	}
	for name, of := range grown {
		for _, n := range []int{1_000, 2_000, 4_000} {
			data := []byte(of(n))
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					pipeline.Run(data, "a.txt", pipeline.Options{Audit: a})
				}
			})
		}
	}
}

// TestGrowth holds the bytes that are allocated until a form is drawn, which are the
// same on a busy machine, to twice their share where an input grows four times.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for name, of := range grown {
		bytes := func(n int) uint64 {
			data := []byte(of(n))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			pipeline.Run(data, "a.txt", pipeline.Options{Audit: a}).Bundle()
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		bytes(16) // what is made once
		if small, large := bytes(500), bytes(2_000); large > 8*small {
			t.Errorf("%s: %d bytes at 500, %d at 2000", name, small, large)
		}
	}
}

// TestGrowthOfWorkbook holds the workbook of many forms to the same.
func TestGrowthOfWorkbook(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	bytes := func(forms int) uint64 {
		out := pipeline.Run([]byte(grown["forms"](16*forms)), "a.txt", pipeline.Options{Audit: a})
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := out.Render([]string{"xlsx"}); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	bytes(1) // what is made once
	if small, large := bytes(75), bytes(300); large > 8*small {
		t.Errorf("%d bytes for 75 forms, %d for 300", small, large)
	}
}

// TestTitleLast draws forms that end with the title of the next, of which nothing
// else is there.
func TestTitleLast(t *testing.T) {
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"项目资金(万元)\t年初预算数\t全年预算数\t全年执行数\n项目支出绩效自评表",
		form("", "") + "项目支出绩效自评表\n",
		"一级指标\t二级指标\t三级指标\t分值\t得分\n项目支出绩效自评表",
	} {
		out := pipeline.Run([]byte(text), "a.txt", pipeline.Options{Audit: a})
		if _, err := out.Render(pipeline.OutputFormats); err != nil {
			t.Errorf("%.30q: got %v", text, err)
		}
	}
}
