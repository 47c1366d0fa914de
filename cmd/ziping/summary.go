package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/dataset"
	"ziping/internal/pipeline"
	"ziping/render/xlsxout/overview"
	"ziping/score"
	"ziping/score/cross"
)

// summary writes summary.xlsx from the account of a folder.
type summary struct {
	lang   extract.Lang
	w      io.Writer
	x      *overview.Book
	from   string            // the folder of the workbook, absolute
	titles map[string]string // of the checks
	across *crossing
}

// newSummary is how the summary of a folder is begun, which has a dataset in some formats
// beside it or none.
func newSummary(lang extract.Lang, dir string, data []string) func(io.Writer, string) (batch.Summary, error) {
	return func(w io.Writer, scratch string) (batch.Summary, error) {
		x, err := overview.New(lang, scratch)
		if err != nil {
			return nil, err
		}
		if len(data) > 0 {
			list := strings.Join(data, extract.Text{ZH: "、", EN: ", "}.In(lang))
			x.SetDataset(overview.Link{Text: dataset.Dir + "/ (" + list + ")", To: dataset.ManifestName})
		}
		s := &summary{lang: lang, w: w, x: x, titles: map[string]string{}}
		if s.from, err = filepath.Abs(dir); err != nil {
			return nil, err
		}
		if real, err := filepath.EvalSymlinks(s.from); err == nil {
			s.from = real
		}
		for _, d := range pipeline.AllChecks() {
			s.titles[d.ID] = d.Title.In(lang)
		}
		s.across, err = newCrossing(scratch)
		return s, err
	}
}

// Add adds one input with all its forms and findings.
func (s *summary) Add(l batch.Line) error {
	var d pipeline.Digest
	if l.Error == nil && json.Unmarshal(l.Digest, &d) != nil {
		d = pipeline.Digest{} // as another version may have left it
	}
	file := overview.File{
		File: overview.Link{Text: s.path(l), To: s.source(l)}, Status: string(l.Status), SameAs: l.SameAs, Forms: len(d.Reports),
		Errors: l.Findings[string(score.Error)], Rules: l.Findings[string(score.Rule)], Notices: l.Findings[string(score.Notice)],
	}
	if l.Error != nil {
		file.Kind, file.Message, file.Hint = l.Error.Kind, l.Error.Message, l.Error.Hint
	}
	for _, o := range l.Outputs {
		for _, format := range pipeline.Formats {
			if strings.HasSuffix(o.Path, "."+format) {
				file.Outputs = append(file.Outputs, overview.Output{Format: format, Link: made(o.Path)})
			}
		}
	}
	if err := s.x.AddFile(file); err != nil || l.Error != nil {
		return err
	}
	if err := s.across.add(&l, &d); err != nil {
		return err
	}
	output := made(workbook(l.Outputs))
	if len(d.Reports) == 0 {
		return s.x.AddReport(overview.Report{File: file.File, Status: string(l.Status), Output: output})
	}
	for i := range d.Reports {
		if err := s.report(&d.Reports[i], file.File, output, string(l.Status), d.Understood); err != nil {
			return err
		}
	}
	return nil
}

// report adds one form with its findings.
func (s *summary) report(r *pipeline.ReportDigest, file, output overview.Link, status, understood string) error {
	row := overview.Report{
		File: file, Output: output, Title: r.Title, Organisation: r.Organisation, Project: r.Project, Year: r.Year, Family: r.Family,
		Status: status, Understood: understood,
		Budget: r.Budget, Executed: r.Executed, MoneyUnit: r.MoneyUnit, Rate: r.Rate, BudgetYuan: r.BudgetYuan, ExecutedYuan: r.ExecutedYuan,
		Stated: r.Stated, Computed: r.Computed, Grade: r.Grade, Corrected: r.Corrected, Corrections: strings.Join(r.Corrections, "\n"),
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
			File: file, Organisation: r.Organisation, Check: f.Check, Name: s.titles[f.Check], Level: string(f.Level),
			Field: f.Field, Place: f.Place, Stated: f.Stated, Against: f.Against, Basis: f.Basis, Message: f.Message, Output: output,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// made is an output as the workbook beside it leads there.
func made(path string) overview.Link { return overview.Link{Text: path, To: path} }

// source is where an input lies from the workbook's folder: the archive, for what lies in
// one. It is "" for what is not there any more, or on another disk.
func (s *summary) source(l batch.Line) string {
	if l.Gone || l.Path == batch.Stdin {
		return ""
	}
	file, err := filepath.Abs(filepath.FromSlash(l.Path))
	if err != nil {
		return ""
	}
	for range strings.Count(l.Path, "/") + 1 {
		if info, err := os.Lstat(file); err == nil {
			if !info.Mode().IsRegular() {
				return ""
			}
			break
		}
		file = filepath.Dir(file)
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(file)); err == nil {
		file = filepath.Join(real, filepath.Base(file))
	}
	rel, err := filepath.Rel(s.from, file)
	if err != nil {
		return ""
	}
	return filepath.ToSlash(rel)
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

// Close compares the forms and writes the workbook.
func (s *summary) Close() error {
	defer s.across.close()
	found, err := s.across.set.Run(s.lang)
	if err != nil {
		return err
	}
	place := func(x *cross.Side) overview.Place {
		return overview.Place{File: overview.Link{Text: x.Path, To: x.Output}, Year: x.Year, Field: x.Label, Place: x.Place, Value: x.Value}
	}
	for i := range found.Findings {
		f := &found.Findings[i]
		err := s.x.AddCross(overview.Crossed{
			Check: f.Check, Name: s.titles[f.Check], Organisation: f.Organisation, Project: f.Project,
			Here: place(&f.Here), There: place(&f.There), Message: f.Message,
		})
		if err != nil {
			return err
		}
	}
	return s.x.Write(s.w)
}

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
