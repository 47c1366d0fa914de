package produce

import (
	"bytes"

	"ziping/normalize"
	"ziping/render"
	"ziping/render/pdfout"
	"ziping/render/xlsxout"
	"ziping/score"
	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
)

// Own is the program's own PDF.
var Own = Producer{Name: "own-pdf", Make: ownPDF, Others: true, OneLook: true}

func ownPDF(_ *Workshop, list []*forms.Form, _ looks.Look) ([]byte, error) {
	var b bytes.Buffer
	err := pdfout.Write(&b, bundle(list))
	return b.Bytes(), err
}

// ownWorkbook is the program's own workbook, printed by LibreOffice.
func ownWorkbook(w *Workshop, list []*forms.Form, _ looks.Look) ([]byte, error) {
	var b bytes.Buffer
	if err := xlsxout.Write(&b, bundle(list)); err != nil {
		return nil, err
	}
	return w.office(".xlsx", "pdf:calc_pdf_Export", b.Bytes())
}

// bundle is forms as they come from an input in which nothing was found.
func bundle(list []*forms.Form) *render.Bundle {
	out := &render.Bundle{Result: &score.Result{Schema: score.ResultSchema, Status: score.OK}, Version: "eval"}
	out.Result.Source.Name = list[0].ID + ".txt"
	out.Result.Reports = make([]score.Report, len(list))
	for i, f := range list {
		l := layout(f)
		r := &out.Result.Reports[i]
		r.Title = &normalize.Field{Text: f.Title, State: normalize.Parsed}
		out.Forms = append(out.Forms, render.Form{Report: r, Layout: l, CorrectedLayout: l})
	}
	return out
}

var roleOf = map[forms.Kind]normalize.Role{forms.Heading: normalize.RoleHeading, forms.Label: normalize.RoleLabel, forms.Number: normalize.RoleNumber,
	forms.Value: normalize.RoleValue, forms.Text: normalize.RoleText}

func layout(f *forms.Form) normalize.Layout {
	l := normalize.Layout{Rows: f.Rows, Cols: f.Cols, Widths: f.Widths}
	l.Before = append(l.Before, normalize.LayoutLine{Text: f.Title, Role: normalize.RoleTitle})
	for _, t := range append([]string{f.Sub}, f.Above...) {
		if t != "" {
			l.Before = append(l.Before, normalize.LayoutLine{Text: t, Role: normalize.RoleCaption})
		}
	}
	for _, t := range f.Below {
		l.After = append(l.After, normalize.LayoutLine{Text: t, Role: normalize.RoleNote})
	}
	for _, c := range f.Cells {
		l.Cells = append(l.Cells, normalize.LayoutCell{Row: c.Row, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan, Text: c.Text, Role: roleOf[c.Kind]})
	}
	for _, h := range f.Heads {
		l.HeaderRows = append(l.HeaderRows, normalize.HeaderRows{First: h.First, Last: h.Last, To: h.To})
	}
	return l
}
