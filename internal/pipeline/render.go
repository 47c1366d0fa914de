package pipeline

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"ziping/extract"
	"ziping/render"
	"ziping/render/docxout"
	"ziping/render/jsonout"
	"ziping/render/pdfout"
	"ziping/render/xlsxout"
	"ziping/score"
)

// OutputFormats are the formats of corrected forms, in the order users see them.
var OutputFormats = []string{"xlsx", "pdf", "json"}

// Formats are all formats there are.
var Formats = append(slices.Clone(OutputFormats), "docx", Searchable)

// File is one rendered output.
type File struct {
	Format string
	Data   []byte
}

// Render writes an audited input in the given formats. An input without
// reports gives no files.
func (out *Outcome) Render(formats []string) (files []File, err error) {
	if len(out.audits) == 0 {
		return nil, nil
	}
	defer func() {
		if p := recover(); p != nil {
			files, err = nil, extract.Caught(rendering, p)
		}
	}()
	var drawn *render.Bundle
	bundle := func(format string) *render.Bundle {
		if format == "json" { // holds the records alone; to draw them is half of the work
			return &render.Bundle{Result: out.Result}
		}
		if drawn == nil {
			drawn = out.Bundle()
		}
		return drawn
	}
	for i, f := range formats {
		if i == len(formats)-1 && f == "json" {
			drawn = nil // it takes as much memory as the JSON
		}
		if f == Searchable {
			data, err := out.searchable()
			if err != nil {
				return nil, err
			}
			if data != nil {
				files = append(files, File{f, data})
			}
			continue
		}
		var b bytes.Buffer
		if err := out.o.do().write(&b, bundle(f), f); err != nil { // nothing but a defect keeps memory from taking it
			return nil, extract.AsError(rendering+" "+f, err)
		}
		files = append(files, File{f, b.Bytes()})
		out.o.gotOn()
	}
	return files, nil
}

func write(w io.Writer, b *render.Bundle, format string) error {
	switch format {
	case "xlsx":
		return xlsxout.Write(w, b)
	case "pdf":
		return pdfout.Write(w, b)
	case "docx":
		return docxout.Write(w, b)
	case "json":
		return jsonout.Write(w, b.Result, jsonout.Indented)
	}
	return fmt.Errorf("no such format: %s", format)
}

// Bundle returns what writers take. It is made on demand: a check needs no
// drawing. It returns nil for an input without reports.
func (out *Outcome) Bundle() *render.Bundle {
	if len(out.audits) == 0 {
		return nil
	}
	b := &render.Bundle{
		Result: out.Result, Document: out.Document, Positions: out.Positions, Lang: out.o.Lang, Version: out.o.Version,
		Catalog: Catalog(),
	}
	for i := range out.audits {
		f := render.Form{Report: &out.Result.Reports[i], Layout: out.forms[i].Draw(), Corrected: out.audits[i].Corrected}
		f.CorrectedLayout = f.Layout
		if draw := f.Corrected.Draw; draw != nil {
			f.CorrectedLayout = draw()
		}
		b.Forms = append(b.Forms, f)
	}
	return b
}

// Findings counts the findings of a result by level.
func Findings(r *score.Result) map[string]int {
	n := map[string]int{string(score.Error): 0, string(score.Rule): 0, string(score.Notice): 0}
	for i := range r.Reports {
		for _, f := range r.Reports[i].Findings {
			n[string(f.Level)]++
		}
	}
	return n
}
