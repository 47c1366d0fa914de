package produce

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
)

// office lets LibreOffice convert a file.
func (w *Workshop) office(ext, filter string, data []byte) ([]byte, error) {
	path, err := w.file(ext, data)
	if err != nil {
		return nil, err
	}
	dir := filepath.Dir(path)
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(w.dir, "office-profile"))
	if err := w.run([]string{"soffice", "libreoffice"}, profile, "--headless", "--norestore", "--convert-to", filter, "--outdir", dir, path); err != nil {
		return nil, err
	}
	return os.ReadFile(strings.TrimSuffix(path, ext) + ".pdf")
}

// chromium lets the browser print a page.
func (w *Workshop) chromium(page []byte) ([]byte, error) {
	path, err := w.file(".html", page)
	if err != nil {
		return nil, err
	}
	out := strings.TrimSuffix(path, ".html") + ".pdf"
	err = w.run([]string{"chromium", "chromium-browser", "google-chrome", "chrome"}, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
		"--disable-sync", "--disable-component-update", "--no-first-run", "--user-data-dir="+filepath.Join(w.dir, "browser-profile"),
		"--no-pdf-header-footer", "--print-to-pdf="+out, "file://"+path)
	if err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

func chromium(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	return w.chromium(webPage(list, l))
}

func weasyprint(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	path, err := w.file(".html", webPage(list, l))
	if err != nil {
		return nil, err
	}
	out := strings.TrimSuffix(path, ".html") + ".pdf"
	if err := w.run([]string{"weasyprint"}, path, out); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

func writerHTML(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	if l.Font == "zenhei" {
		l.Font = "ming" // see officeFont
	}
	return w.office(".html", "pdf:writer_web_pdf_Export", webPage(list, l))
}

func writerDOCX(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	data, err := wordFile(list, l)
	if err != nil {
		return nil, err
	}
	return w.office(".docx", "pdf:writer_pdf_Export", data)
}

func calcXLSX(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	data, err := workbook(list, l, true)
	if err != nil {
		return nil, err
	}
	return w.office(".xlsx", "pdf:calc_pdf_Export", data)
}

// Files lists the kinds of files that the program reads besides PDF, as offices
// and sites write them.
var Files = []Producer{
	{Name: "xlsx", Ext: ".xlsx", Make: func(_ *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
		l.Alone = true // whether a title on a sheet is a row of the table is not for a measure to say
		return workbook(list, l, false)
	}},
	{Name: "docx", Ext: ".docx", Make: func(_ *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) { return wordFile(list, l) }},
	{Name: "html", Ext: ".html", Make: func(_ *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) { return webPage(list, l), nil }},
	{Name: "html-gbk", Ext: ".html", Make: func(_ *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
		page, err := simplifiedchinese.GBK.NewEncoder().Bytes(bytes.Replace(webPage(list, l), []byte(`charset="utf-8"`), []byte(`charset="gb2312"`), 1))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrCannot, err)
		}
		return page, nil
	}},
}
