package produce

import "ziping/tools/eval/forms"

// Libraries lists the producers that print with a library of another language
// or with a program that an office rarely has; each where it is installed.
var Libraries = []Producer{
	{Name: "reportlab-table", Make: script("reportlab_table.py", "python3")},
	{Name: "reportlab-canvas", Make: script("reportlab_canvas.py", "python3")},
	{Name: "pycairo", Make: script("pycairo.py", "python3")},
	{Name: "pdfkit", Make: script("pdfkit.js", "node")},
	{Name: "pdf-lib", Make: script("pdf-lib.js", "node")},
	{Name: "skia", Make: script("skia.js", "node")},
	{Name: "pdfmake", Make: script("pdfmake.js", "node")},
	{Name: "jspdf", Make: script("jspdf.js", "node")},
	{Name: "typst", Make: script("typst.js", "node")},
	{Name: "tcpdf", Make: script("tcpdf.php", "php")},
	{Name: "prawn", Make: script("prawn.rb", "ruby")},
	{Name: "pdf-api2", Make: script("pdfapi2.pl", "perl")},
	{Name: "itext", Make: script("IText.java", "java"), Fits: mergedOneWay},
	{Name: "itext-qpdf", Make: qpdf(script("IText.java", "java"), "--object-streams=generate"), Fits: mergedOneWay},
	{Name: "fop", Make: fop},
	{Name: "fop-mutool", Make: mutool(fop, "-d", "-i")},
	{Name: "xelatex", Make: latex},
	{Name: "wkhtmltopdf", Make: wkhtmltopdf},
	{Name: "mutool-clean", Make: mutool(writerDOCX, "-gggg", "-z", "-s")},
	{Name: "pdftocairo", Make: pdftocairo(writerDOCX)},
	{Name: "pdftk", Make: pdftk(calcXLSX, "uncompress")},
	// The way through PostScript loses what most codes mean.
	{Name: "postscript-writer", Make: postscript(writerDOCX), Lies: true},
	{Name: "postscript-calc", Make: postscript(calcXLSX, "-level2"), Lies: true},
}

// mergedOneWay reports that no cell is merged over rows and columns at once and
// that each row begins a cell: iText 2 shifts or loses cells otherwise.
func mergedOneWay(f *forms.Form) bool {
	begins := make([]bool, f.Rows)
	for _, c := range f.Cells {
		if c.RowSpan > 1 && c.ColSpan > 1 {
			return false
		}
		begins[c.Row] = begins[c.Row] || c.RowSpan == 1
	}
	for _, b := range begins {
		if !b {
			return false
		}
	}
	return true
}
