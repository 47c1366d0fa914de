package docxin

import (
	"ziping/extract"
	"ziping/extract/charset"
	"ziping/extract/draft"
	"ziping/extract/opc"
)

// ReadFlat reads a document whose parts Word saved as one XML text ("Word XML
// document"). Errors are *extract.Error.
func ReadFlat(data []byte, o extract.Options) (*extract.Document, error) {
	return readXML(data, o, func(text []byte) (*opc.Package, error) { return opc.Flat(text, "XML", o.Limits) })
}

// Read2003 reads a document that Word 2003 saved as XML (WordprocessingML). It
// is much like a document of today in one part, but that notes, headers and
// footers stand where they belong, changes are noted in another way, and each
// list number is printed beside its paragraph.
func Read2003(data []byte, o extract.Options) (*extract.Document, error) {
	return readXML(data, o, func(text []byte) (*opc.Package, error) {
		return opc.Single(text, "word/document.xml", "XML", o.Limits)
	})
}

func readXML(data []byte, o extract.Options, open func(text []byte) (*opc.Package, error)) (*extract.Document, error) {
	text, notes, err := charset.DecodeXML(data)
	if err != nil {
		return nil, err
	}
	p, err := open([]byte(text))
	if err != nil {
		return nil, err
	}
	r := reader{p: p, d: draft.New(readerName, "application/msword", o), choices: map[int]bool{}, limits: o.Limits, options: o}
	r.options.Budget = r.d.Budget() // of what is embedded too
	if err := r.read(); err != nil {
		return nil, err
	}
	for _, n := range notes {
		r.d.Warn(n.Code, n.Message, nil)
	}
	return r.d.Document(), nil
}
