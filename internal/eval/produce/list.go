package produce

// Programs lists the producers that need another program.
var Programs = []Producer{
	{Name: "libreoffice-calc", Make: calcXLSX},
	{Name: "libreoffice-writer", Make: writerDOCX},
	{Name: "libreoffice-html", Make: writerHTML},
	{Name: "chromium", Make: chromium},
	{Name: "weasyprint", Make: weasyprint},
	{Name: "cairo", Make: cairo},
	{Name: "own-xlsx-calc", Make: ownWorkbook, Others: true, OneLook: true},
	{Name: "ghostscript-cairo", Make: ghostscript(cairo, "-dPDFSETTINGS=/printer")},
	{Name: "ghostscript-chromium", Make: ghostscript(chromium)},
	{Name: "ghostscript-calc", Make: ghostscript(calcXLSX, "-dPDFSETTINGS=/ebook", "-dCompatibilityLevel=1.3")},
	{Name: "ghostscript-pdfa", Make: ghostscript(writerDOCX, "-dPDFA=2", "-sColorConversionStrategy=RGB", "-dPDFACompatibilityPolicy=1")},
	{Name: "qpdf-objstm", Make: qpdf(chromium, []string{"--object-streams=generate", "--compress-streams=y", "--recompress-flate"}, nil)},
	{Name: "qpdf-linear", Make: qpdf(calcXLSX, []string{"--linearize"}, nil)},
	{Name: "qpdf-qdf", Make: qpdf(writerDOCX, []string{"--qdf", "--object-streams=disable"}, nil)},
	{Name: "qpdf-rc4", Make: qpdf(calcXLSX, []string{"--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=n", "--"}, nil)},
	{Name: "qpdf-aes256", Make: qpdf(writerDOCX, []string{"--encrypt", "", "owner", "256", "--"}, nil)},
	{Name: "qpdf-rotate90", Make: qpdf(calcXLSX, []string{"--rotate=90"}, nil)},
}
