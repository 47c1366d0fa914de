package mdout_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/render/mdout"
)

func audited(t testing.TB, path string, data []byte) mdout.Input {
	t.Helper()
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{Lang: extract.ZH})
	if err != nil {
		t.Fatal(err)
	}
	out := pipeline.Run(data, path, pipeline.Options{Lang: extract.ZH, Named: true, Audit: a})
	return mdout.Input{Path: path, Result: out.Result, Document: out.Document, Positions: out.Positions}
}

func paper(t testing.TB, lang extract.Lang, in ...mdout.Input) string {
	t.Helper()
	p := mdout.New(mdout.Options{Lang: lang, Catalog: pipeline.Catalog()})
	for _, i := range in {
		p.Add(i)
	}
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func seed(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("../../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestSeed(t *testing.T) {
	got := paper(t, extract.ZH, audited(t, "a.txt", seed(t)))
	for _, want := range []string{
		"# 绩效自评表核对报告\n",
		"| 1 | 部门整体绩效自评表 | `a.txt` | 96.88 | 10 |",
		"### 错误（10）\n",
		"#### `FND-05` ",
		"| 第 11 行 | 合计·年初预算数 | 222924.78 |  | 更正其他单元格后相符 | 合计·年初预算：填报数 222924.78，",
		"- 第 11 行：`合计` · **`222924.78`** · **`28034.02`** · **`250958.8`** · **`233667.3`** · `93.1100` · **`17291.50`**",
		"### 更正方案（1）\n",
		"| 财政资金小计·年初预算数 | 0.00 | **222924.78** |",
		"### 提示（",
		"### 已核对\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q", want)
		}
	}
	if strings.Count(got, "\n- 第 11 行：`合计`") < 2 || strings.Contains(got, "\n\n\n") {
		t.Error("a row is quoted once for each check, and sections stand one line apart")
	}
}

// A section for each input, failed ones with their reason.
func TestSections(t *testing.T) {
	var ins []mdout.Input
	paths, _ := filepath.Glob("../../samples/*.txt")
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		ins = append(ins, audited(t, filepath.Base(path), data))
	}
	ins = append(ins, audited(t, "empty.txt", nil))
	got := paper(t, extract.EN, ins...)
	if n := strings.Count(got, "\n## "); n != len(ins) {
		t.Errorf("got %d sections, want %d", n, len(ins))
	}
	if !strings.Contains(got, "**Not processed** (empty): ") {
		t.Error("a failed input has no reason")
	}
	if got != paper(t, extract.EN, ins...) {
		t.Error("the same inputs gave other bytes")
	}
}

// hostile are texts that would be markup if they were let through.
var hostile = []string{
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[点我](http://evil.cn)", "![图](http://evil.cn/a.png)", "<http://evil.cn>",
	"http://evil.cn", "www.evil.cn", "a@evil.cn", "# 标题", "1. 甲", "- 乙", "> 引", "***", "`a|b`", "a|b|c", "\\|", "``", "~~删~~", "&lt;b&gt;", "| --- |", "**粗**", "[^1]", "$$x$$", "a\\", "*", "_x_", "\x1b[31m", "\u202e",
}

// Whatever a form says, its report has no link, picture or HTML, and the
// headings that the report makes itself.
func TestNothingBecomesMarkup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := func(label string) string {
			parts := rapid.SliceOfN(rapid.SampledFrom(append([]string{"培训", "人数", " "}, hostile...)), 1, 3).Draw(t, label)
			return strings.ReplaceAll(strings.Join(parts, ""), "\t", " ")
		}
		form := "项目支出绩效自评表\n项目名称\t" + word("project") + "\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因\n" +
			"产出指标\t数量指标\t" + word("name") + "\t≥100人\t" + word("actual") + "\t90\t95\t" + word("reason") + "\n\t\t" + word("other") + "\t" + word("target") + "\t5\t10\t" + word("score") + "\n"
		a, err := pipeline.NewAuditor(pipeline.AuditOptions{Lang: extract.ZH})
		if err != nil {
			t.Fatal(err)
		}
		out := pipeline.Run([]byte(form), "a.txt", pipeline.Options{Lang: extract.ZH, Named: true, Audit: a})
		p := mdout.New(mdout.Options{Lang: extract.ZH, Catalog: pipeline.Catalog()})
		p.Add(mdout.Input{Path: word("path"), Result: out.Result, Document: out.Document, Positions: out.Positions})
		var b bytes.Buffer
		if err := p.Write(&b); err != nil {
			t.Fatal(err)
		}
		inert(t, b.Bytes())
	})
}

type failer interface{ Errorf(string, ...any) }

func inert(t failer, source []byte) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	root := md.Parser().Parse(text.NewReader(source))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch x := n.(type) {
		case *ast.Link, *ast.Image, *ast.AutoLink, *ast.RawHTML, *ast.HTMLBlock, *ast.Blockquote, *ast.FencedCodeBlock, *ast.CodeBlock, *ast.ThematicBreak, *east.Strikethrough, *east.FootnoteLink, *ast.Emphasis:
			if e, ok := x.(*ast.Emphasis); ok && e.Level == 2 {
				return ast.WalkContinue, nil // the report's own bold
			}
			t.Errorf("%s in the report:\n%s", n.Kind(), source)
		case *ast.List:
			if x.IsOrdered() {
				t.Errorf("a numbered list in the report:\n%s", source)
			}
		case *east.TableRow, *east.TableHeader:
			if got, want := n.ChildCount(), len(n.Parent().(*east.Table).Alignments); got != want {
				t.Errorf("a row of %d cells in a table of %d:\n%s", got, want, source)
			}
		}
		return ast.WalkContinue, nil
	})
	if got, want := headings(root), bytes.Count(source, []byte("\n#"))+1; got != want {
		t.Errorf("%d headings, want %d:\n%s", got, want, source)
	}
}

func headings(root ast.Node) int {
	n := 0
	_ = ast.Walk(root, func(x ast.Node, entering bool) (ast.WalkStatus, error) {
		if h, ok := x.(*ast.Heading); ok && entering && h.Level > 0 {
			n++
		}
		return ast.WalkContinue, nil
	})
	return n
}
