// Package overview writes summary.xlsx, the workbook of a run: what it comes to, with
// charts, and then its reports, findings, notices, failures and files, row by row.
//
//	s, err := overview.New(extract.ZH, "")
//	err = s.AddReport(overview.Report{File: "a.txt", …})
//	err = s.Write(w)
//
// Rows are streamed; what stays in memory are the sums by organisation, year and check
// and the worst few reports.
package overview

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"ziping/extract"
	"ziping/render"
	"ziping/render/xlsxout/longsheet"
	"ziping/render/xlsxout/opcout"
	"ziping/score"
)

// Link is a file in words, and where it lies from the workbook's folder, with slashes; To
// is "" for what nothing can lead to.
type Link struct{ Text, To string }

// Report is one form of a run. Figures are as printed.
type Report struct {
	File, Output                               Link // the input, and what was made of it
	Title, Organisation, Project, Year, Family string
	Status                                     string
	Understood                                 string // how much of its input, in words
	Budget, Executed, MoneyUnit, Rate          string
	BudgetYuan, ExecutedYuan                   string // decimal strings; "" if either or its unit is not known
	Stated, Computed, Grade                    string // the stated and the added-up total
	Errors, Rules, Notices, Corrected          int
	Corrections                                string // in words
}

// Finding is one finding of a run.
type Finding struct {
	File, Output           Link
	Organisation           string
	Check, Name, Level     string // the check's id and what it is called
	Field, Place           string // in words
	Stated, Against, Basis string // the figures, and what the second one is
	Message                string
}

// File is one input of a run.
type File struct {
	File                   Link
	Status                 string
	Kind, Message, Hint    string // of one that failed or was skipped
	Forms                  int
	Errors, Rules, Notices int
	Outputs                []Output
	SameAs                 string // the first input with its content
}

// Output is one file made of an input.
type Output struct {
	Format string
	Link
}

// identifier tells the workbook from those that hold forms, should it come in as one.
const identifier = "ziping.summary/1"

// Book writes summary.xlsx a row at a time.
type Book struct {
	f       *excelize.File
	lang    extract.Lang
	scratch string
	look    look
	formats map[string]int // styles by number format
	err     error          // the first of what New cannot return

	reports, findings, notices, failures, files, crossed *longsheet.Table
	// Findings of level rule stand behind the errors, skipped inputs behind the failed.
	rules   *held[Finding]
	skipped *held[File]

	sums    sums
	dataset Link // of the run's records; none if it has no text
}

// SetDataset names the dataset that stands beside the summary.
func (s *Book) SetDataset(l Link) { s.dataset = l }

// New begins a summary in the given language. scratch is a folder for temporary
// files, "" for that of the system; Write removes them.
func New(lang extract.Lang, scratch string) (*Book, error) {
	s := &Book{
		f: excelize.NewFile(excelize.Options{TmpDir: scratch}), lang: lang, scratch: scratch,
		formats: map[string]int{}, sums: newSums(),
		rules: newHeld[Finding](scratch), skipped: newHeld[File](scratch),
	}
	s.reports, s.findings, s.notices = s.table(reportColumns), s.table(findingColumns), s.table(findingColumns)
	s.failures, s.files, s.crossed = s.table(failureColumns), s.table(fileColumns), s.table(crossColumns)
	if err := s.f.SetDefaultFont(font); err != nil {
		return nil, fmt.Errorf("overview: %w", err)
	}
	if err := s.styles(); err != nil {
		return nil, fmt.Errorf("overview: %w", err)
	}
	return s, nil
}

// AddReport adds a row to the sheet of reports.
func (s *Book) AddReport(r Report) error {
	s.sums.report(&r)
	return s.reports.Add(
		s.link(r.File), s.words(r.Organisation), s.words(r.Project), s.amount(r.Year), s.words(r.Title),
		s.amount(r.Budget), s.amount(r.Executed), s.words(r.MoneyUnit), s.amount(r.Rate),
		s.amount(r.Stated), s.amount(r.Computed), s.words(r.Grade),
		s.count(r.Errors), s.count(r.Rules), s.count(r.Notices), s.count(r.Corrected), s.words(r.Corrections),
		s.words(render.StatusName(score.Status(r.Status), s.lang)), s.words(r.Understood), s.words(r.Family), s.link(r.Output),
	)
}

// AddFinding adds a row to the sheet of findings, or to that of notices.
func (s *Book) AddFinding(r Finding) error {
	s.sums.finding(&r)
	switch score.Level(r.Level) {
	case score.Error:
		return s.findings.Add(s.finding(&r)...)
	case score.Rule:
		return s.rules.add(r)
	}
	return s.notices.Add(s.finding(&r)...)
}

func (s *Book) finding(r *Finding) []longsheet.Cell {
	level := score.Level(r.Level)
	return []longsheet.Cell{
		s.words(render.LevelName(level, s.lang)).As(s.look.level[level]), s.link(r.File), s.words(r.Organisation), s.words(r.Name), s.words(r.Field), s.words(r.Place),
		s.amount(r.Stated), s.amount(r.Against), s.words(r.Basis), s.words(r.Message), s.link(r.Output), s.words(r.Check),
	}
}

// AddFile adds a row to the sheet of files, and to that of failures if it is one.
func (s *Book) AddFile(r File) error {
	s.sums.file(&r)
	cells := []longsheet.Cell{s.link(r.File), s.status(r.Status), s.count(r.Forms), s.count(r.Errors), s.count(r.Rules), s.count(r.Notices)}
	for _, format := range outputFormats {
		var made longsheet.Cell
		for _, o := range r.Outputs {
			if o.Format == format {
				made = s.link(o.Link)
			}
		}
		cells = append(cells, made)
	}
	if err := s.files.Add(append(cells, s.words(r.SameAs))...); err != nil {
		return err
	}
	switch score.Status(r.Status) {
	case score.Failed:
		return s.failures.Add(s.failure(&r)...)
	case score.Skipped:
		return s.skipped.add(r)
	}
	return nil
}

func (s *Book) failure(r *File) []longsheet.Cell {
	return []longsheet.Cell{s.link(r.File), s.status(r.Status), s.words(render.KindName(extract.ErrorKind(r.Kind), s.lang)), s.words(r.Message), s.words(r.Hint)}
}

// Write finishes the summary and gives its bytes.
func (s *Book) Write(w io.Writer) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("overview: %w", err)
		}
		s.close()
	}()
	if err := s.rules.each(func(r *Finding) error { return s.findings.Add(s.finding(r)...) }); err != nil {
		return err
	}
	if err := s.skipped.each(func(r *File) error { return s.failures.Add(s.failure(r)...) }); err != nil {
		return err
	}
	if err := s.overview(); err != nil {
		return err
	}
	b := long{book: s, parts: map[int]opcout.Long{}}
	for _, t := range []struct {
		zh, en  string
		columns []column
		table   *longsheet.Table
	}{
		{"报告", "Reports", reportColumns, s.reports},
		{"发现", "Findings", findingColumns, s.findings},
		{"提示", "Notices", findingColumns, s.notices},
		{"跨表对照", "Across forms", crossColumns, s.crossed},
		{"失败", "Failures", failureColumns, s.failures},
		{"文件", "Files", fileColumns, s.files},
		{"按单位", "By organisation", groupColumns, s.byOrganisation()},
	} {
		if err := b.add(s.say(t.zh, t.en), t.columns, t.table); err != nil {
			return err
		}
	}
	if s.err != nil {
		return s.err
	}
	if err := s.f.SetDocProps(&excelize.DocProperties{Title: s.say("批量核对汇总", "Summary of a run"), Creator: "ziping", LastModifiedBy: "ziping", Identifier: identifier}); err != nil {
		return err
	}
	return opcout.SaveLong(w, s.f, b.parts)
}

// close takes the temporary files away. Whoever could not write tells of it already.
func (s *Book) close() {
	for _, t := range []*longsheet.Table{s.reports, s.findings, s.notices, s.failures, s.files, s.crossed, s.sums.sheet} {
		if t != nil {
			_ = t.Close()
		}
	}
	_ = s.rules.close()
	_ = s.skipped.close()
	_ = s.f.Close()
}
