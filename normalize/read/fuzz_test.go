package read_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/internal/bound"
	"ziping/normalize/read"
)

// FuzzRun: of any text, in rows or a cell to a line, every place is shown once and
// claimed or unplaced, and no text takes more than its share of work.
func FuzzRun(f *testing.F) {
	files, err := filepath.Glob("../../samples/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for i, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if i%6 == 0 {
			f.Add(data)
			f.Add([]byte(strings.ReplaceAll(string(data), "\t", "\n")))
		}
	}
	for _, seed := range []string{
		"项目支出绩效自评表\n" + strings.Join(words, "\t"), strings.Join(words, "\n"),
		"一级指标\t分值\t得分\n" + strings.Repeat("\t1\t1\n", 40) + "自评表", "| 总分 | 100 |\n| 得分 |\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		bound.Growth(t, bound.PerByte(60_000), data, func(data []byte) {
			doc, err := tabin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
			if err != nil {
				return
			}
			// Text without columns is cut into cells, several of them at one place, and
			// joined out of several: its law is weave's (nothing gets lost).
			flattened := !slices.ContainsFunc(doc.Tables, func(t extract.Table) bool { return t.Cols > 1 }) ||
				slices.ContainsFunc(doc.Warnings, func(w extract.Warning) bool { return w.Code == extract.WarnFlattened })
			for _, form := range read.Run(doc, read.Options{}) {
				if !flattened {
					checkLaw(t, doc, form)
				}
			}
		})
	})
}
