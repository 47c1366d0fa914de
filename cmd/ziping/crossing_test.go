package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/pipeline"
)

// The summary of a run has what its forms say together; an input whose content is
// another's counts once.
func TestSummaryAcrossForms(t *testing.T) {
	audit, err := pipeline.NewAuditor(pipeline.AuditOptions{Lang: extract.ZH})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	s, err := newSummary(extract.ZH, t.TempDir(), nil)(&b, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range []struct{ year, budget, same string }{{"2021", "100.00", ""}, {"2022", "5000.00", ""}, {"2022", "5000.00", "1.txt"}} {
		form := "项目支出绩效自评表\n(" + x.year + "年度)\n项目名称\t道路照明\t主管部门\t路灯所\n项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n" +
			"年度资金总额\t" + x.budget + "\t" + x.budget + "\t" + x.budget + "\t10\t100%\t10\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n" +
			"产出指标\t数量指标\t更换灯具\t≥10盏\t10盏\t90\t90\n总分\t\t\t\t\t100\t100\n"
		out := pipeline.Run([]byte(form), "form.txt", pipeline.Options{Audit: audit, Lang: extract.ZH, Named: true})
		digest, err := json.Marshal(out.Digest())
		if err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprint(i, ".txt")
		if err := s.Add(batch.Line{Path: name, Status: batch.OK, SameAs: x.same, Outputs: []batch.Written{{Path: fmt.Sprint(i, ".xlsx")}}, Digest: digest}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("跨表对照")
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v: %v", len(rows), err, rows)
	}
	if got := strings.Join(rows[1], "|"); !strings.HasPrefix(got, "路灯所\n道路照明|全年预算与上年相比没有成倍变化|") || !strings.HasSuffix(got, "|1.txt|2022|预算数|第 5 行|5000.00万元|0.txt|2021|预算数|第 5 行|100.00万元|CRS-03") {
		t.Errorf("got %s", got)
	}
}
