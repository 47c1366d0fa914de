package archtest

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"ziping/text/blank"
)

// blanksElsewhere are the files of stage code that may name blanks or ask the
// standard library for them, and why.
var blanksElsewhere = map[string]string{
	"score/formtest/case.go":              "the syntax of cases in tests",
	"score/sketch/sketch.go":              "the syntax of forms in tests",
	"extract/grid/sheettest/sheettest.go": "the syntax of pages in tests",
	"extract/charset/declared.go":         "the syntax of a label",
	"extract/docxin/field.go":             "the syntax of field instructions",
	"extract/htmlin/archive.go":           "the syntax of mail headers",
	"extract/htmlin/drawn.go":             "the syntax of attributes",
	"extract/htmlin/rules.go":             "the syntax of style sheets",
	"extract/htmlin/table.go":             "the syntax of attributes",
	"extract/xlsxin/around.go":            "the syntax of cell references",
	"extract/xlsxin/flatcell.go":          "the syntax of stored dates",
	"extract/xlsxin/value.go":             "the syntax of stored values",
	"extract/xlsxin/numfmt/decimal.go":    "the syntax of stored numbers",
	"extract/pdfin/layers/off.go":         "the syntax of PDF",
	"normalize/lexicon/traditional.go":    "the syntax of a data file",
	"render/screen/clean.go":              "what a terminal does with a character",
	"render/mdout/markup.go":              "the syntax of Markdown",
	"render/printable.go":                 "what XML cannot hold",
}

// ofLibrary are the library's notions of what is blank. Bytes of a format's syntax
// are left to it.
var ofLibrary = map[string]bool{
	"unicode.IsSpace": true, "unicode.White_Space": true, "strings.TrimSpace": true, "strings.Fields": true, "strings.FieldsSeq": true,
}

// What is blank and what cannot be seen is said in text/blank alone.
func TestBlanksAreSaidOnce(t *testing.T) {
	used := map[string]bool{}
	eachFile(t, func(path string, f *ast.File, fset *token.FileSet) {
		path = filepath.ToSlash(path)
		if !anyUnder(filepath.ToSlash(filepath.Dir(path)), stages) || strings.HasPrefix(path, "text/blank/") {
			return
		}
		tell := func(pos token.Pos, what string) {
			if _, ok := blanksElsewhere[path]; ok {
				used[path] = true
				return
			}
			t.Errorf("%s: %s: ask text/blank", fset.Position(pos), what)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.SelectorExpr:
				if id, ok := x.X.(*ast.Ident); ok && ofLibrary[id.Name+"."+x.Sel.Name] {
					tell(x.Pos(), id.Name+"."+x.Sel.Name)
				}
			case *ast.BasicLit:
				if r, ok := namesBlank(x); ok {
					tell(x.Pos(), "names "+strconv.QuoteRuneToASCII(r))
				}
			}
			return true
		})
	})
	for path := range blanksElsewhere {
		if !used[path] {
			t.Errorf("%s names no blank any more; take it off the list", path)
		}
	}
}

// byteOrder is a mark that formats begin with.
const byteOrder = 0xFEFF

// namesBlank reports a literal that names a blank or unseen character beyond ASCII.
// Numbers count where they look like code points, and do not begin a block of
// Unicode.
func namesBlank(lit *ast.BasicLit) (rune, bool) {
	switch lit.Kind {
	case token.CHAR, token.STRING:
		s, err := strconv.Unquote(lit.Value)
		if err != nil {
			return 0, false
		}
		for _, r := range s {
			if r > unicode.MaxASCII && r != byteOrder && blank.Gap(r) {
				return r, true
			}
		}
	case token.INT:
		n, err := strconv.ParseInt(lit.Value, 0, 32)
		if r := rune(n); err == nil && strings.HasPrefix(strings.ToLower(lit.Value), "0x") && r >= 0x1000 && r != 0x2000 && r != 0x3000 && blank.Gap(r) {
			return r, true
		}
	}
	return 0, false
}
