// Package pdfin reads PDF: characters and rulings with their places, by PDFium
// in a sandbox; package grid makes tables of them.
//
//	engine := pdfin.New(pdfin.Settings{Cache: dir})
//	doc, err := engine.Read(data, extract.Options{Limits: extract.DefaultLimits()})
//
// PDFium's order of reading and its words are not used, only what is drawn and
// where. The sandbox bounds memory, not time: callers who read strange files do
// so in a process they can kill (internal/worker).
//
// A page goes through the subpackages in this order: fields (values without a
// look), drawn (rulings, areas, how runs are drawn), chars (the characters),
// evidence (which they are, and whether they stand on the paper), sight (what
// nobody sees), and here into the glyphs that grid takes. pdfium is the sandbox,
// plane the geometry, sfnt what font programs say, signs what single characters
// are, layers what is switched off.
package pdfin

import (
	"errors"

	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/pdfin/pdfium"
	"ziping/extract/recognise"
)

// Settings say how an Engine runs.
type Settings struct {
	// Cache is the folder where the compiled form of PDFium is kept: 0.1 s to
	// start from it, 2 to 5 s without. It holds machine code that will be run, so
	// it must be private to the user. Empty means none.
	Cache string
	// Memory bounds what PDFium itself may take, in bytes; 0 means
	// pdfium.DefaultMemory.
	Memory int64
	// Preparing is called before PDFium is compiled, which takes seconds.
	Preparing func()
	// Progress is called as pages are read and tables found.
	Progress func()
	// Recogniser reads pages that are pictures; nil means that they are not read.
	Recogniser func() *recognise.Reader
}

// Engine reads PDF. It starts PDFium with the first file it is given. An Engine
// is not safe for use by several goroutines.
type Engine struct {
	pdfium   *pdfium.Engine
	memory   int64
	progress func()

	recogniser func() *recognise.Reader
}

// Forget empties the folder in which compiled PDFium is kept: where it is damaged,
// every file read with it would be blamed.
func Forget(cache string) { pdfium.Forget(cache) }

// New returns an Engine that has not started yet.
func New(s Settings) *Engine {
	e := &Engine{
		pdfium:   pdfium.New(pdfium.Settings{Cache: s.Cache, Memory: s.Memory, Preparing: s.Preparing}),
		memory:   s.Memory,
		progress: s.Progress,

		recogniser: s.Recogniser,
	}
	if e.memory <= 0 {
		e.memory = pdfium.DefaultMemory
	}
	if e.progress == nil {
		e.progress = func() {}
	}
	return e
}

// Close ends the engine.
func (e *Engine) Close() error { return e.pdfium.Close() }

// Read reads a PDF. Errors are *extract.Error: what the file does to PDFium is
// its damage or a limit, a panic of our own is a defect of the program.
func (e *Engine) Read(data []byte, o extract.Options) (doc *extract.Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			doc, err = nil, extract.Caught("read", p)
		}
	}()
	r, err := e.pages(data, o)
	if err != nil {
		return nil, err
	}
	r.tables(grid.Find(r.pages, grid.Options{Lang: o.Lang, Heading: o.Heading, Progress: e.progress, Limits: o.Limits}))
	return r.doc, nil
}

// pages reads what stands on the pages. Painting takes more memory, and more can
// go wrong in PDFium, than reading: where it does, the file is read without.
func (e *Engine) pages(data []byte, o extract.Options) (*reader, error) {
	r := newReader(data, o, e.progress)
	r.recogniser = e.recogniser
	err := e.open(data, o, r.read)
	var trap *pdfium.Trap
	if errors.As(err, &trap) && r.painting {
		r = newReader(data, o, e.progress)
		r.blind = true
		err = e.open(data, o, r.read)
	}
	if err != nil {
		return nil, explain(err, data, len(o.Passwords), e.memory)
	}
	return r, nil
}

// open opens a file and hands it to use.
func (e *Engine) open(data []byte, o extract.Options, use func(pdfium.Document) error) error {
	if int64(len(data)) > o.Limits.Bytes {
		return tooMany(int(o.Limits.Bytes>>20), extract.Text{ZH: "MB", EN: "MB"})
	}
	return e.pdfium.Open(data, o.Passwords, use)
}

// Anew is a PDF written anew, with the same pages: one that is damaged is sound then,
// and one that is encrypted no longer is. Errors are those of Read.
func (e *Engine) Anew(data []byte, o extract.Options) ([]byte, error) {
	out, err := e.pdfium.Anew(data, o.Passwords)
	if err != nil {
		return nil, explain(err, data, len(o.Passwords), e.memory)
	}
	return out, nil
}
