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
	if err := w.run([]string{"soffice", "libreoffice"}, w.profile(), "--headless", "--norestore", "--convert-to", filter, "--outdir", dir, path); err != nil {
		return nil, err
	}
	to, _, _ := strings.Cut(filter, ":")
	return os.ReadFile(filepath.Join(dir, "form."+to))
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

// Saved lists the kinds of files that the program reads besides PDF, as other
// programs save them; each where it is installed.
var Saved = []Producer{
	{Name: "workbook", Ext: ".xlsx", Make: calcBook},
	{Name: "openpyxl", Ext: ".xlsx", Make: script("openpyxl.py", "/usr/bin/python3", "python3")},
	byOffice("calc-xlsx", ".xlsx", calcBook, ".xlsx", "ods:calc8", ".ods", "xlsx:Calc MS Excel 2007 XML"),
	byOffice("calc-html", ".html", calcBook, ".xlsx", "html:HTML (StarCalc)"),
	byOffice("writer-docx", ".docx", wordMaker, ".docx", "odt:writer8", ".odt", "docx:MS Word 2007 XML"),
	byOffice("writer-xml", ".xml", wordMaker, ".docx", "xml:MS Word 2003 XML"),
	byOffice("writer-saved-html", ".html", wordMaker, ".docx", "html:HTML (StarWriter)"),
}

func calcBook(_ *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	return workbook(list, l, false)
}

func printedBook(_ *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	return workbook(list, l, true)
}

func wordMaker(_ *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
	return wordFile(list, l)
}

// Office is a way through LibreOffice, that many files can go at once.
type Office struct {
	First maker
	// Steps are a file's ending and the filter to save it with, in turn.
	Steps []string
}

// byOffice is a producer whose files LibreOffice saves.
func byOffice(name, ext string, first maker, steps ...string) Producer {
	o := &Office{first, steps}
	return Producer{Name: name, Ext: ext, Office: o, Make: func(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
		data, err := first(w, list, l)
		for i := 0; err == nil && i < len(steps); i += 2 {
			data, err = w.office(steps[i], steps[i+1], data)
		}
		return data, err
	}}
}

// Together takes files the whole way at once. What a step made of none is missing
// in the answer.
func (o *Office) Together(w *Workshop, files map[string][]byte) (map[string][]byte, error) {
	for i := 0; i < len(o.Steps); i += 2 {
		in, ext := filepath.Join(w.dir, fmt.Sprint("step", i)), o.Steps[i]
		out := filepath.Join(in, "out")
		if err := os.MkdirAll(out, 0o755); err != nil {
			return nil, err
		}
		args := []string{w.profile(), "--headless", "--norestore", "--convert-to", o.Steps[i+1], "--outdir", out}
		for name, data := range files {
			path := filepath.Join(in, name+ext)
			if err := os.WriteFile(path, data, 0o644); err != nil {
				return nil, err
			}
			args = append(args, path)
		}
		if err := w.run([]string{"soffice", "libreoffice"}, args...); err != nil {
			return nil, err
		}
		to, _, _ := strings.Cut(o.Steps[i+1], ":")
		made := map[string][]byte{}
		for name := range files {
			if data, err := os.ReadFile(filepath.Join(out, name+"."+to)); err == nil {
				made[name] = data
			}
		}
		files = made
		if err := os.RemoveAll(in); err != nil {
			return nil, err
		}
	}
	return files, nil
}

func (w *Workshop) profile() string {
	return "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(w.dir, "office-profile"))
}
