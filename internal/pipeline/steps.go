package pipeline

import (
	"io"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/normalize"
	"ziping/normalize/read"
	"ziping/render"
	"ziping/score"
	"ziping/score/decode"
)

// steps are what an input goes through. They stand in a struct so that a test
// can break any one of them.
type steps struct {
	read      func(data []byte, name string, o extract.Options) (*extract.Document, error)
	normalize func(*extract.Document, read.Options) []normalize.Form
	decode    func(*extract.Document, []normalize.Form) (*extract.Document, []normalize.Form)
	audit     func(*Auditor, *extract.Document, []normalize.Form) []score.Audited
	write     func(w io.Writer, b *render.Bundle, format string) error
}

func (o Options) do() *steps {
	if o.steps != nil {
		return o.steps
	}
	return &steps{read: formats.Read, normalize: read.Run, decode: decode.Run, audit: (*Auditor).audit, write: write}
}

// The names of the steps, as a Defect tells them.
const (
	reading     = "read"
	normalizing = "normalize"
	decoding    = "decode"
	auditing    = "audit"
	rendering   = "render"
)
