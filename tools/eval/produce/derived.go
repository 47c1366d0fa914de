package produce

import (
	"os"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
)

type maker = func(*Workshop, []*forms.Form, looks.Look) ([]byte, error)

// through sends what one producer made through a further program.
func through(first maker, names []string, args func(in, out string) []string) maker {
	return func(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
		data, err := first(w, list, l)
		if err != nil {
			return nil, err
		}
		in, err := w.file(".pdf", data)
		if err != nil {
			return nil, err
		}
		out := strings.TrimSuffix(in, ".pdf") + ".out.pdf"
		if err := w.run(names, args(in, out)...); err != nil {
			return nil, err
		}
		return os.ReadFile(out)
	}
}

func ghostscript(first maker, extra ...string) maker {
	return through(first, []string{"gs", "gswin64c"}, func(in, out string) []string {
		return append(append([]string{"-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite"}, extra...), "-sOutputFile="+out, in)
	})
}

func qpdf(first maker, options ...string) maker {
	return through(first, []string{"qpdf"}, func(in, out string) []string {
		return append(append([]string{"--warning-exit-0"}, options...), in, out)
	})
}
