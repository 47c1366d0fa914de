// Package xlsxout writes the corrected workbook: the form as it looks on paper
// with live formulas and marks, the findings, the working paper, the records as flat
// tables, and what was checked.
//
//	err := xlsxout.Write(w, bundle)
//
// The same Bundle gives the same bytes. No text of the input can become a
// formula or a link: texts are written as strings, numbers as the digits that
// were printed, and formulas only come from identities.
package xlsxout

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"ziping/extract"
	"ziping/normalize"
	"ziping/render"
	"ziping/render/xlsxout/cells"
	"ziping/render/xlsxout/opcout"
)

// formName begins the defined names that mark the forms, so that reading the
// workbook again takes the forms and not the sheets about them.
const formName = "ziping_form_"

// formSheet is where the cells of one form lie.
type formSheet struct {
	name  string
	at    map[normalize.Path]string // path of a field -> cell
	nums  map[normalize.Path]bool   // paths whose cell is a number
	spots render.Spots[string]      // the cell of what a finding names
	// fraction marks rates whose cell holds 0.9425 and shows 94.25%.
	fraction map[normalize.Path]bool
	tested   map[normalize.Path][]int // the identities of a result
	repairs  map[int][]int            // those that answer a finding
}

// Write writes the workbook of one input.
func Write(w io.Writer, b *render.Bundle) error {
	f, err := opcout.New()
	if err != nil {
		return fmt.Errorf("xlsxout: %w", err)
	}
	k := &book{f: f, b: b, lists: b.Lists(), find: render.NewFinder(b.Document, b.Positions, b.Lang), styles: map[style]int{}, cells: cells.New(), on: map[string]*cells.Sheet{}}
	defer func() { _ = k.f.Close() }()
	// Columns are as wide as so many digits of this font, so it is that of the texts.
	k.do(func() error { return k.f.SetDefaultFont(font) })
	for i := range b.Forms {
		k.form(i)
	}
	k.findings()
	k.workpaper()
	k.records()
	k.checked()
	k.properties()
	if k.err != nil {
		return fmt.Errorf("xlsxout: %w", k.err)
	}
	return opcout.Save(w, k.f, k.cells, k.names...)
}

func (k *book) properties() {
	lang := "zh-CN"
	if k.b.Lang == extract.EN {
		lang = "en"
	}
	k.do(func() error {
		return k.f.SetDocProps(&excelize.DocProperties{
			Title: render.Printable(k.b.Name()), Creator: "ziping " + k.b.Version, LastModifiedBy: "ziping " + k.b.Version, Language: lang,
			Description: k.say("来源 ", "source ") + k.b.Result.Source.Name + " SHA-256 " + k.b.Result.Source.SHA256,
		})
	})
}
