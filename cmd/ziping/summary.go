package main

import (
	"encoding/json"
	"io"
	"strings"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/pipeline"
	"ziping/render/xlsxout/overview"
	"ziping/score"
)

// summary writes summary.xlsx from the account of a run.
type summary struct {
	w      io.Writer
	x      *overview.Book
	titles map[string]string // of the checks
}

func newSummary(lang extract.Lang) func(io.Writer) (batch.Summary, error) {
	return func(w io.Writer) (batch.Summary, error) {
		x, err := overview.New(lang)
		if err != nil {
			return nil, err
		}
		s := &summary{w: w, x: x, titles: map[string]string{}}
		for _, d := range pipeline.Catalog() {
			s.titles[d.ID] = d.Title.In(lang)
		}
		return s, nil
	}
}

// Add adds one input with all its forms and findings.
func (s *summary) Add(l batch.Line) error {
	if l.Error != nil {
		return s.x.AddFailure(overview.Failure{Path: l.Path, Status: string(l.Status), Kind: l.Error.Kind, Message: l.Error.Message, Hint: l.Error.Hint})
	}
	var d pipeline.Digest
	if err := json.Unmarshal(l.Digest, &d); err != nil {
		return err
	}
	output := workbook(l.Outputs)
	for _, r := range d.Reports {
		row := overview.Report{
			Path: l.Path, Title: r.Title, Organisation: r.Organisation, Project: r.Project, Year: r.Year, Family: r.Family,
			Status: string(l.Status), Understood: d.Understood, Stated: r.Stated, Computed: r.Computed, Grade: r.Grade, Corrected: r.Corrected, Output: output,
		}
		for _, f := range r.Findings {
			switch f.Level {
			case score.Error:
				row.Errors++
			case score.Rule:
				row.Rules++
			default:
				row.Notices++
			}
		}
		if err := s.x.AddReport(row); err != nil {
			return err
		}
		for _, f := range r.Findings {
			err := s.x.AddFinding(overview.Finding{
				Path: l.Path, Organisation: r.Organisation, Check: f.Check, Name: s.titles[f.Check], Level: string(f.Level),
				Field: f.Field, Place: f.Place, Stated: f.Stated, Against: f.Against, Basis: f.Basis, Message: f.Message, Output: output,
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// Close writes the workbook.
func (s *summary) Close() error { return s.x.Write(s.w) }

// workbook is the path of the workbook among outputs, else of the first of them.
func workbook(outputs []batch.Written) string {
	for _, w := range outputs {
		if strings.HasSuffix(w.Path, ".xlsx") {
			return w.Path
		}
	}
	if len(outputs) > 0 {
		return outputs[0].Path
	}
	return ""
}
