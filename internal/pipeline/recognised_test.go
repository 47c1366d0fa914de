package pipeline

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/formats"
)

// asPicture reads a text as if it had been recognised: every cell with a confidence,
// and each figure with second choices as given.
func asPicture(confidence map[string]string, glyphs map[string][]extract.Glyph) func([]byte, string, extract.Options) (*extract.Document, error) {
	return func(data []byte, name string, o extract.Options) (*extract.Document, error) {
		doc, err := formats.Read(data, name, o)
		if err != nil {
			return nil, err
		}
		for t := range doc.Tables {
			for i := range doc.Tables[t].Cells {
				c := &doc.Tables[t].Cells[i]
				c.Confidence = "0.99"
				if v := confidence[c.Text]; v != "" {
					c.Confidence = v
				}
				c.Glyphs = glyphs[c.Text]
			}
		}
		return doc, nil
	}
}

// likely is a figure with one place that may be another digit.
func likely(text string, at int, p float64, other string) []extract.Glyph {
	var out []extract.Glyph
	for i, r := range text {
		g := extract.Glyph{{Text: string(r), P: 0.999}}
		if i == at {
			g = extract.Glyph{{Text: string(r), P: p}, {Text: other, P: 0.99 - p}}
		}
		out = append(out, g)
	}
	return out
}

const pictured = "项目支出绩效自评表\n" +
	"项目名称\t道路养护\n" +
	"项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n" +
	"\t年度资金总额\t300.00\t300.00\t280.00\t10\t93.33%\t9.33\n" +
	"\t其中：当年财政拨款\t200.00\t260.00\t190.00\t—\t95.00%\t—\n" +
	"\t其他资金\t100.00\t100.00\t90.00\t—\t90.00%\t—\n" +
	"一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因\n" +
	"产出指标\t数量指标\t养护里程\t≥126公里\t131公里\t50\t50\t\n" +
	"效益指标\t社会效益指标\t受益人数\t≥5000人\t5200人\t40\t40\t\n" +
	"总分\t\t\t\t\t100\t99.33\t\n"

// A misread figure that the sums put right, and one that nothing touches, are named;
// neither makes an error.
func TestRecognised(t *testing.T) {
	o := options(t, AuditOptions{Lang: extract.ZH})
	o.steps = (Options{}).do()
	o.steps.read = asPicture(map[string]string{"260.00": "0.6", "131公里": "0.4"}, map[string][]extract.Glyph{"260.00": likely("260.00", 1, 0.6, "0")})
	out := Run([]byte(pictured), "a.txt", o)
	said := map[string]string{}
	for _, w := range out.Result.Warnings {
		said[w.Code] += w.Message
	}
	if !strings.Contains(said[warnFigures], "1 个据此改正误识") || !strings.Contains(said[warnRepaired], "“260.00”") || !strings.Contains(said[warnRepaired], "“200.00”") {
		t.Errorf("got %v", said)
	}
	if !strings.Contains(said[warnDoubtful], "131公里") {
		t.Errorf("doubtful: %q", said[warnDoubtful])
	}
	for _, f := range out.Result.Reports[0].Findings {
		if f.Level == "error" {
			t.Errorf("an error: %s %s", f.Check, f.Message)
		}
	}
}

// What was not recognised is not spoken of.
func TestNotRecognised(t *testing.T) {
	for _, w := range Run([]byte(pictured), "a.txt", options(t, AuditOptions{})).Result.Warnings {
		if w.Code == warnFigures {
			t.Errorf("got %s", w.Message)
		}
	}
}
