package produce

import (
	"os"
	"strings"

	"ziping/internal/eval/forms"
	"ziping/internal/eval/looks"
)

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

func mutool(first maker, options ...string) maker {
	return through(first, []string{"mutool"}, func(in, out string) []string {
		return append(append([]string{"clean"}, options...), in, out)
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
