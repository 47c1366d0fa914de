package sarifout

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
)

// file writes what was found in one input.
type file struct {
	l     *Log
	in    Input
	index int // of its artifact
	uri   string
}

func (f *file) artifact() artifactLocation { return artifactLocation{URI: f.uri, Index: &f.index} }

// report adds the findings of one form. Its repairs are the fixes of the
// findings they explain.
func (f *file) report(r *score.Report, n, forms int) {
	fixes := map[int][]int{} // the repairs of a finding
	for n := range r.Repairs {
		for _, finding := range r.Repairs[n].Explains {
			fixes[finding] = append(fixes[finding], n)
		}
	}
	for i := range r.Findings {
		x := &r.Findings[i]
		res := result{RuleID: x.Check, Level: level(x.Level), Message: plain(x.Message)}
		if k, ok := f.l.rules[x.Check]; ok {
			res.RuleIndex = &k
		}
		res.Locations = []location{f.location(r, x.Field, x.At)}
		for _, path := range x.Operands {
			if path == x.Field || len(res.Related) == mostRelated {
				continue
			}
			loc := f.location(r, path, placeOf(r, path))
			id := len(res.Related) + 1
			loc.ID = &id
			m := plain(r.Label(path, f.l.o.Lang))
			loc.Message = &m
			res.Related = append(res.Related, loc)
		}
		res.Fingerprints = map[string]string{"zipingFinding/v1": f.fingerprint(x, n)}
		res.Properties = findingProperties(x, f.l.o.Lang)
		if forms > 1 {
			res.Properties["form"] = n + 1
		}
		for _, n := range fixes[i] {
			if fx, ok := f.fix(r, r.Repairs[n]); ok {
				res.Fixes = append(res.Fixes, fx)
			}
		}
		f.l.run.Results = append(f.l.run.Results, res)
	}
}

// mostRelated bounds the parts of a sum that are listed beside it.
const mostRelated = 24

// placeOf is where a field of the form stands, or nil.
func placeOf(r *score.Report, path normalize.Path) *extract.Ref {
	if x, _ := r.Field(path); x != nil {
		return x.At
	}
	return nil
}

func findingProperties(x *score.Finding, lang extract.Lang) properties {
	p := properties{"verdict": string(x.Verdict), "level": string(x.Level)}
	if x.Stated != "" {
		p["stated"] = x.Stated
	}
	if x.Expected != "" {
		p["expected"] = x.Expected
	}
	if s := x.Against.In(lang).Column; s != "" {
		p["basis"] = s // what "expected" is
	}
	if len(x.Interval) > 0 {
		p["interval"] = x.Interval
	}
	if len(x.Operands) > 0 {
		p["operands"] = x.Operands
	}
	return p
}

// fingerprint stays the same while the finding does, wherever its line moves to.
func (f *file) fingerprint(x *score.Finding, n int) string {
	h := sha256.Sum256([]byte(x.Check + "\x00" + strconv.Itoa(n) + "\x00" + x.Field.String() + "\x00" + x.Stated + "\x00" + x.Expected))
	return hex.EncodeToString(h[:16])
}

// location is a place in the input: the file, the line and columns if it is a
// text, and the field with its table, row and column.
func (f *file) location(r *score.Report, path normalize.Path, at *extract.Ref) location {
	loc := location{Physical: &physicalLocation{Artifact: f.artifact()}}
	loc.Physical.Region = f.region(at)
	var l logicalLocation
	if !path.IsZero() {
		l = logicalLocation{FullyQualifiedName: path.String(), Name: path.String(), Kind: "member"}
		if r != nil {
			l.Name = r.Label(path, f.l.o.Lang)
		}
	}
	if at != nil {
		if path.IsZero() {
			l.Name, l.Kind = f.l.say("单元格", "cell"), "element"
		}
		if at.IsLine() {
			l.Properties = properties{"line": at.Line}
		} else {
			l.Properties = properties{"table": at.Table, "row": at.Row, "col": at.Col}
		}
		if at.Page > 0 {
			l.Properties["page"] = at.Page
		}
		if at.Box != nil {
			l.Properties["box"] = at.Box
		}
	}
	if l.Name != "" {
		loc.Logical = []logicalLocation{l}
	}
	return loc
}

// region is where a place stands in a text, nil for other kinds of input.
func (f *file) region(at *extract.Ref) *region {
	if at == nil {
		return nil
	}
	p, ok := f.in.Positions[at.Key()]
	if !ok || p.Line < 1 || p.Sheet != "" {
		return nil
	}
	r := &region{StartLine: p.Line}
	if p.Column > 0 {
		r.StartColumn, r.EndLine, r.EndColumn = p.Column, p.Line, p.End
		if f.in.Document != nil {
			if text, ok := f.in.Document.At(at.Key()); ok && len(text) <= 200 {
				r.Snippet = &content{text}
			}
		}
	}
	return r
}

// fix is a repair as edits of a text; none where one of its edits has no place there.
func (f *file) fix(r *score.Report, rep score.Repair) (fix, bool) {
	if len(rep.Edits) == 0 {
		return fix{}, false
	}
	what := f.l.say("更正", "repair")
	if !rep.Unique {
		what = f.l.say("可能的更正（不唯一，请人工确认）", "possible repair (one of several, for a person to decide)")
	}
	change := artifactChange{Artifact: f.artifact()}
	for i, e := range rep.Edits {
		var at *region
		if e.At != nil {
			at = f.region(e.At)
		}
		if at == nil || at.StartColumn == 0 {
			return fix{}, false
		}
		at.Snippet = nil
		change.Replacements = append(change.Replacements, replacement{Deleted: *at, Inserted: &content{e.Text}})
		sep := "; "
		if i == 0 {
			sep = ": "
		}
		if i < 4 {
			what += sep + r.Label(e.Field, f.l.o.Lang) + " " + e.Old + " → " + e.New
		} else if i == 4 {
			what += " …"
		}
	}
	if rep.Why != "" {
		what += "\n" + rep.Why
	}
	return fix{Description: plain(what), Changes: []artifactChange{change}}, true
}

func (f *file) notification(level, id, text string, at *extract.Ref) notification {
	if text == "" {
		text = id
	}
	return notification{Level: level, Message: plain(text), Descriptor: descriptor{id}, Locations: []location{f.location(nil, normalize.Path{}, at)}}
}
