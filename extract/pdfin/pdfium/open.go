package pdfium

import (
	"errors"
	"fmt"

	"ziping/extract"
)

// Trap is what went wrong inside the sandbox: the file made PDFium fail, or take
// more memory than it may.
type Trap struct{ Err error }

func (t *Trap) Error() string { return "PDFium: " + t.Err.Error() }

// Unwrap returns what the sandbox said.
func (t *Trap) Unwrap() error { return t.Err }

// ErrMemory is the Trap of a file that takes more memory than Settings give.
var ErrMemory = errors.New("the sandbox's memory is used up")

// StartError says that there is no PDFium to open a file with.
type StartError struct{ Err error }

func (e *StartError) Error() string { return "PDFium cannot start: " + e.Err.Error() }

// Unwrap returns the reason.
func (e *StartError) Unwrap() error { return e.Err }

// OpenError says that a file could not be opened, and why.
type OpenError struct{ Code OpenCode }

// OpenCode is PDFium's reason for not opening a file.
type OpenCode uint32

// Reasons that matter to a caller; there are others.
const (
	NeedsPassword  OpenCode = 4 // none of those given opens it
	UnknownSecured OpenCode = 5 // encrypted in a way that PDFium does not know
)

func (e *OpenError) Error() string { return fmt.Sprintf("PDFium error %d", uint32(e.Code)) }

// Open opens a file and hands it to use, whose error it returns. It is the fence
// around PDFium: what goes wrong inside comes back as a *Trap, a file that is
// not opened as an *OpenError. A panic of use itself is a defect of the program
// and comes back as such (extract.Caught). After both the next file gets a fresh
// instance.
func (e *Engine) Open(data []byte, passwords []string, use func(Document) error) (err error) {
	if err := e.start(); err != nil {
		return &StartError{err}
	}
	defer func() {
		p := recover()
		trap, inside := p.(*Trap)
		switch {
		case inside:
			err = trap
		case p != nil:
			err = extract.Caught("read", p)
		case e.lib.memory.Size() <= recycleAbove:
			return
		}
		e.recycle()
	}()
	// What is opened here is closed here, unless a panic says that the instance is
	// thrown away: another call into it could hide what went wrong.
	l := e.lib
	addr := l.put(data)
	doc, code := load(l, addr, len(data), passwords)
	if doc.Exists() {
		err = use(doc)
		l.fn(fnCloseDocument).raw(doc.ID())
	} else {
		err = &OpenError{code}
	}
	l.free(addr)
	return err
}

// load tries the empty password and then those given.
func load(l *library, addr uint64, size int, passwords []string) (doc Document, code OpenCode) {
	try := func(word uint64) bool {
		doc = Document{handle{l, l.fn(fnLoadMemDocument).u32(addr, uint64(size), word)}}
		if !doc.Exists() {
			code = OpenCode(l.fn(fnGetLastError).u32())
		}
		return doc.Exists()
	}
	if try(0) {
		return doc, 0
	}
	for _, p := range passwords {
		if code != NeedsPassword {
			break
		}
		word := l.put(append([]byte(p), 0))
		opened := try(word)
		l.free(word)
		if opened {
			return doc, 0
		}
	}
	return doc, code
}
