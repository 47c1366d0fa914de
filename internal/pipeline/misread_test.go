package pipeline

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/score"
)

// pictureErrors are the findings of level error of a text that is read as if it had been
// recognised from a picture, its cells as spoil leaves them.
func pictureErrors(t *testing.T, o Options, text string, spoil func(doc *extract.Document)) (errs []string) {
	t.Helper()
	o.steps = (Options{}).do()
	o.steps.read = func(data []byte, name string, eo extract.Options) (*extract.Document, error) {
		doc, err := formats.Read(data, name, eo)
		if err != nil {
			return nil, err
		}
		for i := range doc.Tables {
			for k := range doc.Tables[i].Cells {
				if c := &doc.Tables[i].Cells[k]; c.Text != "" {
					c.Confidence = "0.998"
				}
			}
		}
		spoil(doc)
		for _, c := range figuresOf(doc) { // each character as sure as the cell, and no second choices
			p, _ := strconv.ParseFloat(c.Confidence, 64)
			for _, r := range c.Text {
				c.Glyphs = append(c.Glyphs, extract.Glyph{{Text: string(r), P: p}})
			}
		}
		return doc, nil
	}
	for _, r := range Run([]byte(text), "a.txt", o).Result.Reports {
		for _, f := range r.Findings {
			if f.Level == score.Error {
				errs = append(errs, f.Check+" "+f.Message)
			}
		}
	}
	return errs
}

// figuresOf are the cells of a document that are figures.
func figuresOf(doc *extract.Document) (out []*extract.Cell) {
	for i := range doc.Tables {
		for k := range doc.Tables[i].Cells {
			if c := &doc.Tables[i].Cells[k]; c.Text != "" && strings.Trim(c.Text, "0123456789.,%-") == "" && strings.ContainsAny(c.Text, "0123456789") {
				out = append(out, c)
			}
		}
	}
	return out
}

// TestMisreadsMakeNoErrors plants in each sound sample what bad pictures do to one figure
// at a time: no error comes of it.
func TestMisreadsMakeNoErrors(t *testing.T) {
	o := options(t, AuditOptions{Lang: extract.ZH})
	paths, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("got %d samples, %v", len(paths), err)
	}
	rng := rand.New(rand.NewPCG(7, 20261130))
	poor := func(doc *extract.Document) { // much of the page is hard to read
		for i := range doc.Tables {
			for k := range doc.Tables[i].Cells {
				if c := &doc.Tables[i].Cells[k]; c.Text != "" && rng.IntN(9) < 4 {
					c.Confidence = "0.72"
				}
			}
		}
	}
	other := func(s string) string { // with another digit
		for {
			b := []byte(s)
			if i := rng.IntN(len(b)); b[i] >= '0' && b[i] <= '9' {
				b[i] = byte('0' + (int(b[i]-'0')+1+rng.IntN(9))%10)
				return string(b)
			}
		}
	}
	tried := map[string]int{}
	wrong := map[string]int{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if len(pictureErrors(t, o, string(data), func(*extract.Document) {})) > 0 {
			continue
		}
		n := 0
		pictureErrors(t, o, string(data), func(doc *extract.Document) { n = len(figuresOf(doc)) })
		for at := rng.IntN(6); at < n; at += 6 {
			for _, damage := range []struct {
				name  string
				spoil func(doc *extract.Document, c *extract.Cell)
			}{
				{"dirt over it", func(_ *extract.Document, c *extract.Cell) {
					c.Text, c.Confidence = "\uFFFDY\uFFFD"+c.Text[len(c.Text)-1:], "0"
				}},
				{"lost on a bad page", func(doc *extract.Document, c *extract.Cell) { poor(doc); c.Text, c.Confidence = "", "" }},
				{"another, and hardly sure", func(_ *extract.Document, c *extract.Cell) { c.Text, c.Confidence = other(c.Text), "0.93" }},
				{"another, on a bad page", func(doc *extract.Document, c *extract.Cell) { poor(doc); c.Text, c.Confidence = other(c.Text), "0.985" }},
				{"cut short, on a bad page", func(doc *extract.Document, c *extract.Cell) {
					poor(doc)
					c.Text, c.Confidence = c.Text[:(len(c.Text)+1)/2], "0.985"
				}},
			} {
				var was, is string
				errs := pictureErrors(t, o, string(data), func(doc *extract.Document) {
					c := figuresOf(doc)[at]
					was = c.Text
					damage.spoil(doc, c)
					is = c.Text
				})
				name := damage.name
				tried[name]++
				if len(errs) > 0 && was != is {
					if wrong[name]++; wrong[name] <= 3 {
						t.Errorf("%s, %s as %q, %s: %q", filepath.Base(path), was, is, name, errs)
					}
				}
			}
		}
	}
	for name, n := range tried {
		if t.Logf("%s: %d of %d", name, wrong[name], n); n < 100 {
			t.Errorf("%s: only %d tried", name, n)
		}
	}
}

// A score under dirt stays in its column, and is not taken for one of the next column
// with nothing in its own: a blank adds nothing to a sum, and what cannot be read may.
func TestDirtStaysInItsColumn(t *testing.T) {
	o := options(t, AuditOptions{Lang: extract.ZH})
	const form = "项目支出绩效自评表\n" +
		"项目名称\t门户网站运行维护\n" +
		"一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t自评分\t复核分\t评价标准及依据\n" +
		"项目决策\t决策依据\t依据充分性\t充分\t充分\t20\t20\t\t有文件计20分\n" +
		"产出指标\t数量指标\t发布信息条数\t1200条\t1260条\t30\t30\t\t\n" +
		"产出指标\t质量指标\t差错率\t≤1%\t0.5%\t20\t19\t\t\n" +
		"效益指标\t社会效益指标\t访问量\t≥30万次\t26.7万次\t30\t26.7\t\t\n" +
		"总分\t\t\t\t\t100\t95.7\t\t\n"
	if errs := pictureErrors(t, o, form, func(*extract.Document) {}); len(errs) > 0 {
		t.Fatalf("the form is not sound: %q", errs)
	}
	for _, dirt := range []string{"\uFFFDY\uFFFD2", "\uFFFD", "\uFFFD0", "T\uFFFD"} {
		errs := pictureErrors(t, o, form, func(doc *extract.Document) {
			for i := range doc.Tables[0].Cells {
				if c := &doc.Tables[0].Cells[i]; c.Text == "20" && c.Col == 6 {
					c.Text, c.Confidence = dirt, "0"
				}
			}
		})
		if len(errs) > 0 {
			t.Errorf("%q: %q", dirt, errs)
		}
	}
}
