package produce

import (
	"os"
	"strings"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
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
