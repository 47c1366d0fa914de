package produce

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/pdfbuild"
	"ziping/tools/eval/typeset"
)

// scripts print with libraries of other languages. Each is started with two
// paths, the job it reads and the PDF it writes, and ends with noLibrary where
// its library is not installed, with noLook where it cannot print the job.
//
//go:embed scripts
var scripts embed.FS

const (
	noLibrary = 77
	noLook    = 78
	noCompile = 1
)

// job is what a script is told: the forms, for libraries that lay out tables,
// and the same set on pages, for those that only draw.
type job struct {
	Forms   []jobForm   `json:"forms"`
	Look    looks.Look  `json:"look"`
	Covers  [][]string  `json:"covers"` // running text, a page each
	Width   int         `json:"width"`
	Height  int         `json:"height"`
	Line    float64     `json:"line"` // width of rulings
	Font    string      `json:"font"` // path of a TrueType font
	HTML    string      `json:"html"`
	Running string      `json:"running"` // what stands at the head of every page
	Pages   []pageDrawn `json:"pages"`
}

type jobForm struct {
	*forms.Form
	Cells  []jobCell            `json:"cells"`
	Head   int                  `json:"head"` // rows to be printed again on every page
	Stored map[int]forms.Stored `json:"stored,omitempty"`
}

type jobCell struct {
	forms.Cell
	Kind    forms.Kind `json:"kind"`
	Stacked bool       `json:"stacked"`
}

type pageDrawn struct {
	Width, Height float64
	Texts         []typeset.Text
	Boxes         []typeset.Box
	Rules         []pdfbuild.Line
}

func newJob(list []*forms.Form, l looks.Look) (*job, error) {
	font, path, err := fontFile()
	if err != nil {
		return nil, err
	}
	if err := drawn(list, font); err != nil {
		return nil, err
	}
	w, h := paper(l)
	j := &job{Covers: [][]string{}, Look: l, Width: w, Height: h, Line: lineWidth(l), Font: path, HTML: string(webPage(list, l)), Running: typeset.HeadLine}
	for i := range l.Cover {
		j.Covers = append(j.Covers, forms.Cover(i))
	}
	for _, f := range list {
		x := jobForm{Form: f, Head: headRows(f, l), Stored: f.Stored}
		for _, c := range f.Cells {
			x.Cells = append(x.Cells, jobCell{c, c.Kind, l.IsStacked(c.Kind == forms.Label, c.RowSpan, c.ColSpan)})
		}
		j.Forms = append(j.Forms, x)
	}
	for _, p := range typeset.Set(list, l, pdfbuild.Advance(pdfbuild.Identity, font)) {
		j.Pages = append(j.Pages, pageDrawn{p.Width, p.Height, p.Texts, p.Boxes, pdfbuild.Rulings(p.Boxes, l.Borders, false)})
	}
	return j, nil
}

// drawn fails if the font has no glyph for a character of the forms: what is
// printed then says nothing of it.
func drawn(list []*forms.Form, font *pdfbuild.Font) error {
	for _, f := range list {
		for _, c := range f.Cells {
			for _, r := range c.Text {
				if r >= ' ' && font.Glyph(r) == 0 {
					return fmt.Errorf("%w: the font has no %q", ErrCannot, r)
				}
			}
		}
	}
	return nil
}

func lineWidth(l looks.Look) float64 {
	switch l.Borders {
	case looks.Hairline:
		return 0.25
	case looks.Thick:
		return 1.8
	}
	return 0.6
}

// fontFile is the font of LoadFont and its path.
func fontFile() (*pdfbuild.Font, string, error) {
	font, err := LoadFont()
	if err != nil {
		return nil, "", err
	}
	for _, up := range []string{"", "../../", "../../../"} {
		if path, err := filepath.Abs(up + fontPath); err == nil {
			if _, err := os.Stat(path); err == nil {
				return font, path, nil
			}
		}
	}
	return nil, "", fmt.Errorf("%s: %w", fontPath, os.ErrNotExist)
}

// script lets a script print; the interpreters are tried in turn.
func script(name string, interpreters ...string) maker {
	return func(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
		code, err := scripts.ReadFile("scripts/" + name)
		if err != nil {
			return nil, err
		}
		path, err := w.file(filepath.Ext(name), code)
		if err != nil {
			return nil, err
		}
		j, err := newJob(list, l)
		if err != nil {
			return nil, err
		}
		said, err := json.Marshal(j)
		if err != nil {
			return nil, err
		}
		in, err := w.file(".json", said)
		if err != nil {
			return nil, err
		}
		out := strings.TrimSuffix(in, ".json") + ".out"
		err = w.run(interpreters, path, in, out)
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			switch exit.ExitCode() {
			case noCompile: // what Java's compiler lacks
				if strings.Contains(err.Error(), "does not exist") {
					return nil, fmt.Errorf("the library of %s: %w", name, ErrMissing)
				}
			case noLibrary:
				return nil, fmt.Errorf("the library of %s: %w", name, ErrMissing)
			case noLook:
				return nil, fmt.Errorf("%s: %w", name, ErrCannot)
			}
		}
		if err != nil {
			return nil, err
		}
		return os.ReadFile(out)
	}
}
