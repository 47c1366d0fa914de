package produce

import (
	"os"
	"strings"

	"ziping/internal/eval/forms"
	"ziping/internal/eval/looks"
)

// wkhtmltopdf prints a web page with an old WebKit and the PDF engine of Qt.
func wkhtmltopdf(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	in, err := w.file(".html", webPage(list, l))
	if err != nil {
		return nil, err
	}
	out := strings.TrimSuffix(in, ".html") + ".pdf"
	orientation := "Portrait"
	if l.Landscape {
		orientation = "Landscape"
	}
	if err := w.run([]string{"wkhtmltopdf"}, "-q", "-O", orientation, in, out); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// gnumeric prints a workbook with Pango and Cairo.
func gnumeric(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	if l.Stacked {
		return nil, ErrCannot // it leaves words written downwards out
	}
	data, err := workbook(list, l, true)
	if err != nil {
		return nil, err
	}
	in, err := w.file(".xlsx", data)
	if err != nil {
		return nil, err
	}
	out := strings.TrimSuffix(in, ".xlsx") + ".pdf"
	if err := w.run([]string{"ssconvert"}, in, out); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// abiword prints a text document with Pango and Cairo.
func abiword(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	data, err := wordFile(list, l)
	if err != nil {
		return nil, err
	}
	in, err := w.file(".docx", data)
	if err != nil {
		return nil, err
	}
	out := strings.TrimSuffix(in, ".docx") + ".pdf"
	if err := w.run([]string{"abiword"}, "--to=pdf", "-o", out, in); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// postscript prints to PostScript with one program and distils that with
// another, as printers that make files do.
func postscript(first maker, extra ...string) maker {
	return func(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
		data, err := first(w, list, l)
		if err != nil {
			return nil, err
		}
		in, err := w.file(".pdf", data)
		if err != nil {
			return nil, err
		}
		ps, out := strings.TrimSuffix(in, ".pdf")+".ps", strings.TrimSuffix(in, ".pdf")+".out.pdf"
		if err := w.run([]string{"pdftops"}, append(extra, in, ps)...); err != nil {
			return nil, err
		}
		if err := w.run([]string{"ps2pdf"}, ps, out); err != nil {
			return nil, err
		}
		return os.ReadFile(out)
	}
}

func mutool(first maker, command string, options ...string) maker {
	return through(first, []string{"mutool"}, func(in, out string) []string {
		if command == "convert" {
			return append(append([]string{command}, options...), "-o", out, in)
		}
		return append(append([]string{command}, options...), in, out)
	})
}

func pdftocairo(first maker) maker {
	return through(first, []string{"pdftocairo"}, func(in, out string) []string { return []string{"-pdf", in, out} })
}

func pdftk(first maker, options ...string) maker {
	return through(first, []string{"pdftk"}, func(in, out string) []string {
		return append([]string{in, "output", out}, options...)
	})
}
