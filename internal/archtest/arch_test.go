// Package archtest holds the architecture: which package may import which, and
// what stage code may not touch. golangci-lint's depguard says the same; this
// test needs nothing but Go.
package archtest

import (
	"go/ast"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rules forbid imports: no package under From may import one under Deny,
// unless it lies under one of Except.
var rules = []struct {
	from, deny string
	except     []string
	why        string
}{
	{"text", "ziping/", []string{}, "leaves know characters and figures, and no stage"},
	{"extract", "ziping/normalize", nil, "stages only look upstream"},
	{"extract", "ziping/score", nil, "stages only look upstream"},
	{"extract", "ziping/render", nil, "stages only look upstream"},
	{"extract", "ziping/internal", nil, "stages do not know the pipeline"},
	{".", "ziping/extract/pdfin/", []string{"extract/pdfin"}, "the rooms of the reader of PDF are its own"},
	{".", "ziping/extract/pdfin/handmade", nil, "only tests write files by hand"},
	{".", "ziping/normalize/formtest", nil, "only tests hold forms to what is read of them"},
	{".", "ziping/extract/grid/sheettest", nil, "only tests draw pages"},
	{".", "ziping/score/sketch", nil, "only tests write forms down in short"},
	{".", "ziping/internal/ready", nil, "only tests keep what they made"},
	{"normalize", "ziping/extract/", []string{"normalize/formtest"}, "normalize takes a Document, not a reader"},
	{"normalize", "ziping/score", nil, "stages only look upstream"},
	{"normalize", "ziping/render", nil, "stages only look upstream"},
	{"normalize", "ziping/internal", nil, "stages do not know the pipeline"},
	{"score", "ziping/extract/", []string{"score/formtest"}, "score takes a Document, not a reader"},
	{"score", "ziping/render", nil, "stages only look upstream"},
	{"score", "ziping/internal", nil, "stages do not know the pipeline"},
	{"score/prose", "ziping/score/", nil, "prose reads text and knows no form"},
	{"score/checks/cite", "ziping/score/", nil, "it names fields and knows no check"},
	{"score/prose", "ziping/extract", nil, "prose reads text and knows no form"},
	{"render", "ziping/extract/", nil, "writers do not import readers"},
	{"render", "ziping/score/checks", nil, "the catalogue comes in as data"},
	{"render", "ziping/internal", nil, "writers do not know the pipeline"},
	{"internal/batch", "ziping/extract/", nil, "batch knows no stage"},
	{"internal/batch", "ziping/normalize", nil, "batch knows no stage"},
	{".", "ziping/tools", []string{"tools"}, "the program does not know what it is measured with"},
	{".", "github.com/xuri/excelize", []string{"render/xlsxout", "tools/eval"}, "only the workbook writer"},
	{".", "golang.org/x/image", []string{"extract/scanin", "tools/eval"}, "only the reader of pictures, and what makes them"},
	{"extract/ocr", "ziping/extract/scan", nil, "an engine sees one small picture, and no page"},
	{"extract/scan", "ziping/extract/ocr/", nil, "what stands on a page is found before it is read"},
	{".", "ziping/extract/scan", []string{"extract/scan", "extract/recognise"}, "pages are read through recognise"},
	{".", "golang.org/x/net", []string{"extract/htmlin"}, "only the reader of pages"},
	{".", "encoding/xml", []string{"internal/farm/store/s3test", "tools/eval"}, "office parts go through extract/opc, which has limits"},
	{".", "codeberg.org/go-pdf/fpdf", []string{"render/pdfout"}, "only the PDF writer"},
	{".", "github.com/spf13/cobra", []string{"cmd"}, "only the command line"},
	{".", "github.com/yuin/goldmark", []string{"render/mdout"}, "only tests of the Markdown report"},
	{".", "github.com/expr-lang/expr", []string{"score/rubric/formula"}, "only the formulas of rule files"},
	{".", "net/http", []string{"internal/farm", "tools"}, "the core never opens a socket"},
	{".", "net", []string{"internal/farm", "tools"}, "the core never opens a socket"},
	{".", "os/exec", []string{"internal/worker", "internal/farm/program", "internal/beside", "tools", "cmd/internal/manual/manualtest"}, "nothing starts other programs; workers are this one, a farm runs ziping, what lies beside is of this project, and eval prints forms with what offices use"},
	{".", "ziping/internal/farm", []string{"internal/farm", "cmd/ziping-farm", "tools"}, "the core knows no queue"},
	{".", "github.com/nats-io", []string{"internal/farm"}, "only a farm has a queue"},
	{".", "github.com/nats-io/nats-server", []string{"internal/farm/serve"}, "only serve is a server"},
	{".", "github.com/minio", []string{"internal/farm/store"}, "only a farm's store speaks S3"},
	{"internal/farm", "ziping/internal/pipeline", nil, "a farm knows no form; ziping does the work"},
	{"internal/farm", "ziping/normalize", nil, "a farm knows no form; ziping does the work"},
	{".", "modernc.org", []string{"internal/dataset/sqliteout"}, "only the writer of SQLite"},
	{".", "github.com/parquet-go/parquet-go", []string{"internal/dataset/parquetout"}, "only the writer of Parquet"},
	{".", "ziping/internal/dataset/sqliteout", []string{"cmd/ziping-data"}, "ziping stays small without it"},
	{".", "ziping/internal/dataset/parquetout", []string{"cmd/ziping-data"}, "ziping stays small without it"},
	{".", "github.com/klippa-app/go-pdfium", []string{"extract/pdfin/pdfium", "tools/eval/plaintext"}, "only the PDF reader, and what it is measured against"},
	{".", "github.com/tetratelabs/wazero", []string{"extract/pdfin/pdfium", "tools/eval/plaintext"}, "only the PDF reader, and what it is measured against"},
	{".", "math/big", []string{"score/solve", "text/num", "score/identity", "score/rubric/formula", "internal/dataset/parquetout", "tools/eval/slips"}, "amounts are num.Decimal"},
}

// rooms list, for folders whose packages have an order among themselves, which
// of the packages beside it each may import. A package not listed may import none.
var rooms = map[string]map[string][]string{
	"normalize": {
		"lexicon":  {},
		"":         {"lexicon"},
		"family":   {"lexicon"},
		"value":    {"", "lexicon"},
		"table":    {"", "lexicon", "family", "value"},
		"money":    {"", "lexicon", "value", "table"},
		"draft":    {"", "lexicon", "value", "table"},
		"funds":    {"", "lexicon", "value", "table", "money", "draft"},
		"caption":  {"", "lexicon", "value", "table", "draft"},
		"goals":    {"", "lexicon", "value", "table", "draft"},
		"habit":    {"", "lexicon", "value", "table"},
		"listhead": {"", "lexicon", "table", "draft"},
		"place":    {"", "lexicon", "family", "value", "table", "draft", "funds", "caption", "goals", "habit", "listhead", "marks", "tasks"},
		"tasks":    {"", "lexicon", "value", "table", "draft"},
		"signs":    {"lexicon"},
		"marks":    {"", "table"},
		"glue":     {"", "lexicon", "table", "signs"},
		"weave":    {"", "lexicon", "value", "table", "money", "signs", "marks", "glue", "weave/stream", "weave/search"},
		"paper":    {"", "table", "draft"},
		"copied":   {"lexicon", "value", "table"},
		"read":     {"", "lexicon", "value", "table", "copied", "draft", "place", "signs", "glue", "weave", "paper"},

		"weave/stream": {"", "lexicon", "value", "table", "glue"},
		"weave/search": {"lexicon", "table", "weave/stream"},

		"formtest": {"", "lexicon", "table", "draft", "place", "weave", "paper"}, // only tests
	},
	"extract/grid": {
		"rim":       {"page"},
		"sheet":     {"page", "disjoint", "words"},
		"fit":       {"page"},
		"piece":     {"page", "sheet"},
		"table":     {"page", "sheet", "piece"},
		"ruled":     {"page", "disjoint", "sheet", "piece", "fit"},
		"pagebreak": {"page", "sheet", "piece"},
		"lined":     {"page", "disjoint", "sheet", "piece", "fit", "pagebreak"},
		"bodytext":  {"page", "sheet", "fit"},
		"unruled":   {"page", "disjoint", "sheet", "piece", "fit", "table", "bodytext"},
		"join":      {"page", "sheet", "piece", "table", "pagebreak"},
		"":          {"page", "rim", "words", "sheet", "piece", "table", "ruled", "lined", "unruled", "join"},

		"sheettest": {"page", "words", "sheet"}, // only tests
	},
	"extract/xlsxin": {
		"formula": {},
		"numfmt":  {},
		"":        {"formula", "numfmt"},
	},
	"extract/pdfin": {
		"pdfium": {}, "plane": {}, "signs": {}, "handmade": {}, "packed": {},
		"sfnt":     {"signs"},
		"layers":   {"pdfium", "packed"},
		"fields":   {"pdfium", "plane", "signs", "packed"},
		"drawn":    {"pdfium", "plane", "layers"},
		"evidence": {"plane", "signs", "sfnt"}, // it is judged without asking PDFium
		"chars":    {"pdfium", "plane", "signs", "sfnt", "layers", "evidence", "packed"},
		"sight":    {"pdfium", "plane", "drawn", "evidence"},
		"":         {"pdfium", "plane", "signs", "layers", "fields", "drawn", "evidence", "chars", "sight"},
	},
}

// stages are the folders whose code is a pure function of its input.
var stages = []string{"text", "extract", "normalize", "score", "render"}

// impure are the selectors stage code may not use.
var impure = map[string]string{
	"time.Now": "the time comes from the caller", "time.Since": "the time comes from the caller",
	"os.Getenv": "settings come in as a struct", "os.Exit": "only cmd ends the process",
	"os.Stdout": "only cmd prints", "os.Stderr": "only cmd prints", "os.Stdin": "only cmd reads the terminal",
	"fmt.Print": "only cmd prints", "fmt.Println": "only cmd prints", "fmt.Printf": "only cmd prints",
	"strconv.ParseFloat": "amounts are exact", "big.NewFloat": "amounts are exact",
}

func TestImports(t *testing.T) {
	checked := 0
	eachFile(t, func(path string, f *ast.File, fset *token.FileSet) {
		dir := filepath.ToSlash(filepath.Dir(path))
		for _, spec := range f.Imports {
			imp, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			checked++
			for _, r := range rules {
				if !under(dir, r.from) || !matches(imp, r.deny) || anyUnder(dir, r.except) {
					continue
				}
				// A subpackage may import what lies under its own root.
				if strings.HasPrefix(imp, "ziping/"+firstPart(dir)+"/") && r.from == firstPart(dir) {
					continue
				}
				t.Errorf("%s imports %s: %s", fset.Position(spec.Pos()), imp, r.why)
			}
			if from, to := reader(dir), reader(strings.TrimPrefix(imp, "ziping/")); from != "" && to != "" && from != to {
				t.Errorf("%s imports %s: a reader never imports another", fset.Position(spec.Pos()), imp)
			}
		}
	})
	if checked < 100 {
		t.Errorf("checked %d imports only; is the walk broken?", checked)
	}
}

func TestRooms(t *testing.T) {
	eachFile(t, func(path string, f *ast.File, fset *token.FileSet) {
		dir := filepath.ToSlash(filepath.Dir(path))
		for house, allowed := range rooms {
			if !under(dir, house) {
				continue
			}
			room := strings.TrimPrefix(strings.TrimPrefix(dir, house), "/")
			for _, spec := range f.Imports {
				imp := strings.Trim(spec.Path.Value, `"`)
				other, beside := strings.CutPrefix(imp, "ziping/"+house)
				if other = strings.TrimPrefix(other, "/"); beside && !slices.Contains(allowed[room], other) {
					t.Errorf("%s: %s/%s may not import %s", fset.Position(spec.Pos()), house, room, imp)
				}
			}
		}
	})
}

func TestScoreDoesNotImportItsChecks(t *testing.T) {
	eachFile(t, func(path string, f *ast.File, fset *token.FileSet) {
		if filepath.ToSlash(filepath.Dir(path)) != "score" {
			return
		}
		for _, spec := range f.Imports {
			if strings.Contains(spec.Path.Value, "score/checks") {
				t.Errorf("%s: score imports its checks", fset.Position(spec.Pos()))
			}
		}
	})
}

func TestStagesArePure(t *testing.T) {
	eachFile(t, func(path string, f *ast.File, fset *token.FileSet) {
		dir := filepath.ToSlash(filepath.Dir(path))
		if !anyUnder(dir, stages) {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.SelectorExpr:
				if id, ok := x.X.(*ast.Ident); ok {
					if why := impure[id.Name+"."+x.Sel.Name]; why != "" {
						t.Errorf("%s uses %s.%s: %s", fset.Position(x.Pos()), id.Name, x.Sel.Name, why)
					}
				}
			case *ast.FuncDecl:
				if x.Name.Name == "init" && x.Recv == nil {
					t.Errorf("%s registers in init; use a list a reader can see", fset.Position(x.Pos()))
				}
			}
			return true
		})
	})
}

func eachFile(t *testing.T, do func(path string, f *ast.File, fset *token.FileSet)) {
	t.Helper()
	for _, s := range sources(t) {
		if !s.test {
			do(s.path, s.file, places)
		}
	}
}

// walkGo reads the Go files of the module.
func walkGo(t *testing.T, do func(path string, data []byte)) {
	t.Helper()
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "out"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go"):
			return nil
		}
		data, err := fs.ReadFile(root, path)
		if err == nil {
			do(path, data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func under(dir, root string) bool {
	return root == "." || dir == root || strings.HasPrefix(dir, root+"/")
}

func anyUnder(dir string, roots []string) bool {
	for _, r := range roots {
		if under(dir, r) {
			return true
		}
	}
	return false
}

// matches compares an import with a denied one; a trailing slash denies the
// subpackages and not the package itself.
func matches(imp, deny string) bool {
	if strings.HasSuffix(deny, "/") {
		return strings.HasPrefix(imp, deny)
	}
	return imp == deny || strings.HasPrefix(imp, deny+"/")
}

func firstPart(dir string) string {
	p, _, _ := strings.Cut(dir, "/")
	return p
}

// reader is the reader that a folder belongs to, extract/pdfin of extract/pdfin/chars,
// "" if to none.
func reader(dir string) string {
	parts := strings.SplitN(dir, "/", 3)
	if len(parts) < 2 || parts[0] != "extract" || !strings.HasSuffix(parts[1], "in") {
		return ""
	}
	return parts[0] + "/" + parts[1]
}
