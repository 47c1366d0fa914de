package score

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/identity"
)

// What a picture gave may be misread. A finding that rests on a doubtful figure says
// so, and is no error: the form may be right.

var mayBeMisread = extract.Text{
	ZH: "；所涉数字在图像上辨认不清，可能是误读",
	EN: "; a figure of it is hard to make out in the picture and may be misread",
}

var failsAnyway = extract.Text{
	ZH: "；所涉数字在图像上不够清楚，但即使误读一两个字符，关系仍不成立",
	EN: "; a figure of it is not quite clear in the picture, but with a character or two read otherwise it would fail all the same",
}

// failsAnyway reports a finding of a sum that fails however its doubtful figures are
// read (identity.ByMisreading).
func (p *Pass) failsAnyway(f *Finding) bool {
	return slices.ContainsFunc(p.Identities, func(t identity.Tested) bool {
		return t.Kind == identity.Sum && t.Outcome == identity.Disagree && speaksOf(f, &t)
	})
}

// doubt adds the word to the findings of a pass that rest on doubtful readings.
func (p *Pass) doubt() {
	for i := range p.findings {
		f := &p.findings[i]
		rests := identity.Misreadable(p.Report, f.Field) ||
			slices.ContainsFunc(f.Operands, func(o normalize.Path) bool { return identity.Misreadable(p.Report, o) })
		if !rests {
			continue
		}
		if p.failsAnyway(f) {
			f.Message += failsAnyway.In(p.Lang)
			continue
		}
		if f.Level == Error {
			f.Level = Notice
		}
		f.Verdict = Undetermined
		if !p.told(f) {
			f.Message += mayBeMisread.In(p.Lang)
		}
	}
}

// told reports a finding whose premise says already that it may be a misreading.
func (p *Pass) told(f *Finding) bool {
	return slices.ContainsFunc(p.Identities, func(t identity.Tested) bool {
		return t.Premise == identity.ReadSurely && speaksOf(f, &t)
	})
}

// gradeRead is the grade as far as it may be held against the total: nil where one of
// the two is doubtful.
func gradeRead(r *normalize.Report, g *identity.Grade) *identity.Grade {
	if g != nil && (identity.Misreadable(r, normalize.GradePath) || identity.Misreadable(r, normalize.TotalScorePath)) {
		return nil
	}
	return g
}
