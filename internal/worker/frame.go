package worker

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"

	"ziping/extract"
)

// A message is its length in four bytes, big end first, and JSON. The content of
// an input and the blobs of an answer follow it as they are.

// maxFrame bounds a message and a blob: the Document of the largest input within
// limits.
const maxFrame = 512 << 20

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
	Preparing bool            `json:",omitempty"` // compiling PDFium, once for each user
	Progress  bool            `json:",omitempty"`
	Page      bool            `json:",omitempty"` // the picture of a page was read, which takes seconds
	Value     json.RawMessage `json:",omitempty"`
	Blobs     []int           `json:",omitempty"` // their sizes
	Error     *failure        `json:",omitempty"`

	blobs [][]byte
}

// failure is an extract.Error that survives the pipe. Of its cause a Defect
// comes along; what a library said stays behind.
type failure struct {
	Kind                extract.ErrorKind
	Place, Reason, Hint extract.Text
	Defect              *extract.Defect `json:",omitempty"`
}

func (f *failure) err() *extract.Error {
	e := &extract.Error{Kind: f.Kind, Place: f.Place, Reason: f.Reason, Hint: f.Hint}
	if f.Defect != nil {
		e.Err = f.Defect
	}
	return e
}

func writeFrame(w io.Writer, v any, blobs ...[]byte) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, min(4+len(body)+sum(blobs), pipeBytes)) // a write is a change of process
	_, _ = out.Write(binary.BigEndian.AppendUint32(nil, uint32(len(body))))
	_, _ = out.Write(body)
	for _, b := range blobs {
		_, _ = out.Write(b)
	}
	return out.Flush()
}

func sum(blobs [][]byte) (n int) {
	for _, b := range blobs {
		n += len(b)
	}
	return n
}

var errTooLong = errors.New("message too long")

func readFrame(r io.Reader, v any) error {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return err
	}
	n := binary.BigEndian.Uint32(head[:])
	if n > maxFrame {
		return errTooLong
	}
	body, err := readBlob(r, int(n))
	if err != nil {
		return err
	}
	return json.Unmarshal(body, v)
}

// readReply reads a message of a worker with its blobs.
func readReply(in io.Reader, r *reply) error {
	if err := readFrame(in, r); err != nil {
		return err
	}
	for _, n := range r.Blobs {
		b, err := readBlob(in, n)
		if err != nil {
			return err
		}
		r.blobs = append(r.blobs, b)
	}
	return nil
}

// readBlob reads so many bytes. Of a large one memory grows with what comes, not
// with what is claimed.
func readBlob(r io.Reader, n int) ([]byte, error) {
	if n < 0 || n > maxFrame {
		return nil, errTooLong
	}
	if n <= 1<<20 {
		b := make([]byte, n)
		_, err := io.ReadFull(r, b)
		return b, err
	}
	var b bytes.Buffer
	if _, err := io.CopyN(&b, r, int64(n)); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
