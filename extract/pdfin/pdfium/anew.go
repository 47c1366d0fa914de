package pdfium

import (
	"bytes"

	"github.com/klippa-app/go-pdfium/requests"
)

// Anew is a file as PDFium writes it: with all its objects where its table of them says,
// and not encrypted. Streams stay as they are packed. Errors are those of Open.
func (e *Engine) Anew(data []byte, passwords []string) ([]byte, error) {
	var password string
	// Which password it is, and that it opens at all, is found out as it is read.
	err := e.Open(data, nil, func(Document) error { return nil })
	for i := 0; err != nil && i < len(passwords); i++ {
		password = passwords[i]
		err = e.Open(data, passwords[i:i+1], func(Document) error { return nil })
	}
	if err != nil {
		return nil, err
	}
	if err := e.start(); err != nil {
		return nil, &StartError{err}
	}
	defer e.recycle() // what happens in there is not watched
	doc, err := e.inst.OpenDocument(&requests.OpenDocument{File: &data, Password: &password})
	if err != nil {
		return nil, &Trap{err}
	}
	var out bytes.Buffer
	if _, err := e.inst.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{Document: doc.Document, Flags: requests.SaveFlagRemoveSecurity, FileWriter: &out}); err != nil {
		return nil, &Trap{err}
	}
	return out.Bytes(), nil
}
