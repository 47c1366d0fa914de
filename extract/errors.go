package extract

import (
	"errors"
	"fmt"
)

// ErrorKind classifies why an input could not be processed. Kinds are part of
// the public JSON (`error.kind`).
type ErrorKind string

// The kinds of error an input can end with.
const (
	ErrEmpty       ErrorKind = "empty"             // no bytes, or nothing but white space
	ErrTruncated   ErrorKind = "truncated"         // ends in the middle
	ErrDamaged     ErrorKind = "damaged"           // of a kind we read, but broken
	ErrEncrypted   ErrorKind = "encrypted"         // needs a password
	ErrLimit       ErrorKind = "limit"             // larger than a stated limit
	ErrUnsupported ErrorKind = "unsupported"       // a kind we know but do not read
	ErrUnknown     ErrorKind = "unknown-kind"      // no reader for it at all: skipped, not failed
	ErrEncoding    ErrorKind = "encoding"          // text whose characters cannot be decoded
	ErrScanned     ErrorKind = "needs-recognition" // only pictures of pages, whose text was not recognised
	ErrStuck       ErrorKind = "no-progress"       // took too long, or more memory than it may
	ErrNotAForm    ErrorKind = "not-a-form"        // read, and holds no self-evaluation form
	ErrAmbiguous   ErrorKind = "ambiguous"         // read, and which cell is which cannot be told
	ErrRead        ErrorKind = "read"              // the operating system would not give the file
	ErrInternal    ErrorKind = "internal"          // a defect of ziping itself, caught at a fence
)

// Error says why an input could not be processed, where in it, and what to do.
// Place is free text such as "line 12" in both languages; it may be empty.
type Error struct {
	Kind   ErrorKind
	Place  Text
	Reason Text
	Hint   Text
	Err    error // the cause, if a library gave one
}

// Error is the English sentence; use In for the user's language.
func (e *Error) Error() string { return e.In(EN) }

// In is the sentence in the given language, without the hint.
func (e *Error) In(l Lang) string {
	s := e.Reason.In(l)
	if p := e.Place.In(l); p != "" {
		if l == EN {
			s = fmt.Sprintf("%s: %s", p, s)
		} else {
			s = fmt.Sprintf("%s：%s", p, s)
		}
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// AsError is err as the Error it is. Stages give no others: any other error is
// one that nobody thought of, a Defect of the stage it came from.
func AsError(stage string, err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return (&Defect{Stage: stage, Value: err.Error()}).AsError()
}
