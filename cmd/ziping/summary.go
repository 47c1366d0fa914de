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

// summary writes summary.xlsx from the account of a folder.
type summary struct {
	lang   extract.Lang
	w      io.Writer
	x      *overview.Book
	titles map[string]string // of the checks
}

func newSummary(lang extract.Lang) func(io.Writer, string) (batch.Summary, error) {
	return func(w io.Writer, scratch string) (batch.Summary, error) {
		x, err := overview.New(lang, scratch)
		if err != nil {
			return nil, err
		}
		s := &summary{lang: lang, w: w, x: x, titles: map[string]string{}}
		for _, d := range pipeline.Catalog() {
			s.titles[d.ID] = d.Title.In(lang)
		}
		return s, nil
	}
}

// Add adds one input with all its forms and findings.
func (s *summary) Add(l batch.Line) error {
	l.Path = s.path(l)
	if l.Error != nil {
		return s.x.AddFailure(overview.Failure{Path: l.Path, Status: string(l.Status), Kind: l.Error.Kind, Message: l.Error.Message, Hint: l.Error.Hint})
	}
	output := workbook(l.Outputs)
	var d pipeline.Digest
	if json.Unmarshal(l.Digest, &d) != nil || len(d.Reports) == 0 { // as another version may have left it
		return s.x.AddReport(overview.Report{Path: l.Path, Status: string(l.Status), Output: output})
	}
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

// path is an input's path, with what became of the input.
func (s *summary) path(l batch.Line) string {
	if !l.Gone {
		return l.Path
	}
	if l.SameAs != "" {
		return l.Path + extract.Text{ZH: "（现为 " + l.SameAs + "）", EN: " (now " + l.SameAs + ")"}.In(s.lang)
	}
	return l.Path + extract.Text{ZH: "（输入已不在）", EN: " (no longer there)"}.In(s.lang)
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
