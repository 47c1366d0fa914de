package produce

import (
	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
)

// Programs lists the producers that need another program.
var Programs = []Producer{
	byOffice("libreoffice-calc", "", printedBook, ".xlsx", "pdf:calc_pdf_Export"),
	byOffice("libreoffice-writer", "", wordMaker, ".docx", "pdf:writer_pdf_Export"),
	{Name: "libreoffice-html", Make: writerHTML, Fits: (*forms.Form).EveryColumnAlone},
	{Name: "chromium", Make: chromium},
	{Name: "weasyprint", Make: weasyprint},
	{Name: "cairo", Make: cairo},
	{Name: "own-xlsx-calc", Make: ownWorkbook, Others: true, OneLook: true},
	{Name: "ghostscript-cairo", Make: ghostscript(cairo, "-dPDFSETTINGS=/printer")},
	// Of what the browser writes Ghostscript loses what some codes mean: 重 becomes Þ. The
	// most for Noto Sans CJK, of which the browser makes Type 3 fonts.
	{Name: "ghostscript-chromium", Make: ghostscript(in("zenhei", chromium)), Lies: true},
	{Name: "ghostscript-type3", Make: ghostscript(in("", chromium)), Lies: true},
	{Name: "ghostscript-calc", Make: ghostscript(calcXLSX, "-dPDFSETTINGS=/ebook", "-dCompatibilityLevel=1.3")},
	{Name: "ghostscript-pdfa", Make: ghostscript(writerDOCX, "-dPDFA=2", "-sColorConversionStrategy=RGB", "-dPDFACompatibilityPolicy=1")},
	{Name: "qpdf-objstm", Make: qpdf(in("zenhei", chromium), "--object-streams=generate", "--compress-streams=y", "--recompress-flate")},
	{Name: "qpdf-linear", Make: qpdf(calcXLSX, "--linearize")},
	{Name: "qpdf-qdf", Make: qpdf(writerDOCX, "--qdf", "--object-streams=disable")},
	{Name: "qpdf-rc4", Make: qpdf(calcXLSX, "--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=n", "--")},
	{Name: "qpdf-aes256", Make: qpdf(writerDOCX, "--encrypt", "", "owner", "256", "--")},
	{Name: "qpdf-rotate90", Make: qpdf(calcXLSX, "--rotate=90")},
}

// in prints in a font whatever the look says.
func in(font string, first maker) maker {
	return func(w *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
		l.Font = font
		return first(w, list, l)
	}
}
