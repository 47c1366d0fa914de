package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/dataset"
)

var update = flag.Bool("update", false, "write the results and tables of docs/dataset.md and docs/dataset.zh.md")

// block is a query of the page with the result behind it.
var block = regexp.MustCompile("(?s)```sql\n(.*?)```\n(?:\n```text\n.*?```\n)?")

// The queries of the page run over the samples and give what it shows; both pages have
// the same ones, and the tables are those that are written.
func TestDocsPage(t *testing.T) {
	dir := t.TempDir()
	convert(t, inputs(t), dir, batch.Shard{})
	data(t, dir, "sqlite")
	db := openSQLite(t, filepath.Join(dir, dataset.Dir))
	var queries [2][]string
	for i, page := range []struct {
		file, tables string
		lang         extract.Lang
	}{{"dataset.md", "\n## Tables\n", extract.EN}, {"dataset.zh.md", "\n## 各表\n", extract.ZH}} {
		file := filepath.Join("..", "..", "docs", page.file)
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, _, ok := bytes.Cut(got, []byte(page.tables))
		if !ok {
			t.Fatalf("%s has no %q", file, page.tables)
		}
		want := block.ReplaceAllStringFunc(string(head), func(s string) string {
			text := block.FindStringSubmatch(s)[1]
			queries[i] = append(queries[i], text)
			names, rows := query(t, db, text)
			if len(rows) == 0 {
				t.Errorf("%s: no rows for\n%s", page.file, text)
			}
			return "```sql\n" + text + "```\n\n```text\n" + shown(names, rows) + "```\n"
		}) + page.tables + tablesOf(page.lang)
		if *update {
			if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if want != string(got) {
			t.Errorf("%s is not what the program writes; run go test ./cmd/ziping-data -update", file)
		}
	}
	if len(queries[0]) < 7 || !slices.Equal(queries[0], queries[1]) {
		t.Errorf("the pages have %d and %d queries, or not the same", len(queries[0]), len(queries[1]))
	}
}

// shown is a result as sqlite3 prints lists, under its headings.
func shown(names []string, rows [][]any) string {
	var b strings.Builder
	b.WriteString(strings.Join(names, " | ") + "\n")
	for _, row := range rows {
		var cells []string
		for _, c := range row {
			if c == nil {
				c = "NULL"
			}
			cells = append(cells, fmt.Sprint(c))
		}
		b.WriteString(strings.Join(cells, " | ") + "\n")
	}
	return b.String()
}

var typeNames = map[dataset.Type]string{dataset.Text: "TEXT", dataset.Integer: "INTEGER", dataset.Real: "DOUBLE", dataset.Decimal: "DECIMAL"}

func tablesOf(lang extract.Lang) string {
	var b strings.Builder
	for i := range dataset.Tables {
		table := &dataset.Tables[i]
		var key []string
		for _, c := range table.Columns[:table.Key] {
			key = append(key, "`"+c.Name+"`")
		}
		fmt.Fprintf(&b, "\n### %s\n\n%s%s%s\n\n", table.Name, table.What.In(lang), extract.Text{ZH: "；主键 ", EN: "; key "}.In(lang), strings.Join(key, ", "))
		b.WriteString(extract.Text{ZH: "| 列 | 类型 | 含义 |\n| --- | --- | --- |\n", EN: "| column | type | what it says |\n| --- | --- | --- |\n"}.In(lang))
		for _, c := range table.Columns {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.Name, typeNames[c.Type], c.What.In(lang))
		}
	}
	return b.String()
}
