package worker

import (
	"encoding/json"
	"io"

	"ziping/extract"
	"ziping/internal/frame"
)

// The content of an input and the blobs of an answer follow their message as they are.

// pipeBytes is how much a pipe holds, where it can be told.
const pipeBytes = 1 << 20

// request asks a worker to do a job.
type request struct {
	Job   string
	Param json.RawMessage
	Size  int
	// Memory is what the worker may take, for where nobody else can watch it.
	Memory int64
}

// reply is what a worker says: that it gets on, or how the job ended.
type reply struct {
	Preparing bool     `json:",omitempty"` // compiling PDFium, once for each user
	Progress  bool     `json:",omitempty"`
	Page      bool     `json:",omitempty"` // the picture of a page was read, which takes seconds
	Keeps     bool     `json:",omitempty"` // from now on it runs what workers keep on disk
	Blobs     []int    `json:",omitempty"` // sizes: of the value, then of the blobs
	Error     *Failure `json:",omitempty"`

	blobs [][]byte // the value is the first: whoever carries it looks not into it
}

// reply is an answer on its way.
func (a *Answer) reply() reply {
	r := reply{blobs: append([][]byte{a.Value}, a.Blobs...)}
	for _, b := range r.blobs {
		r.Blobs = append(r.Blobs, len(b))
	}
	return r
}

// answer is an answer that has come; one without anything is empty.
func (r *reply) answer() Answer {
	if len(r.blobs) == 0 {
		return Answer{}
	}
	return Answer{r.blobs[0], r.blobs[1:]}
}

// Failure is an extract.Error that survives the pipe. Of its cause a Defect
// comes along; what a library said stays behind.
type Failure struct {
	Kind                extract.ErrorKind
	Place, Reason, Hint extract.Text
	Defect              *extract.Defect `json:",omitempty"`
}

// Err is the error that it was.
func (f *Failure) Err() *extract.Error {
	e := &extract.Error{Kind: f.Kind, Place: f.Place, Reason: f.Reason, Hint: f.Hint}
	if f.Defect != nil {
		e.Err = f.Defect
	}
	return e
}

// readReply reads a message of a worker with its blobs.
func readReply(in io.Reader, r *reply) error {
	if err := frame.Read(in, r); err != nil {
		return err
	}
	for _, n := range r.Blobs {
		b, err := frame.Blob(in, n)
		if err != nil {
			return err
		}
		r.blobs = append(r.blobs, b)
	}
	return nil
}
