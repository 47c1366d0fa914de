package worker

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"

	"ziping/extract"
)

// A message is its length in four bytes, big end first, and JSON. A request is
// followed by the bytes of the input as they are.

// maxFrame bounds a message: the Document of the largest input within limits.
const maxFrame = 512 << 20

// request asks a worker to read one input, or to lay text over its pictures.
type request struct {
	Size    int
	Options extract.Options
	Over    bool            `json:",omitempty"`
	Layers  []extract.Layer `json:",omitempty"` // to be laid over
}

// reply is what a worker says: that it gets on, or how the input ended. One with a Size
// is followed by as many bytes of a file.
type reply struct {
	Preparing bool              `json:",omitempty"` // compiling PDFium, once for each user
	Progress  bool              `json:",omitempty"`
	Page      bool              `json:",omitempty"` // the picture of a page was read, which takes seconds
	Document  *extract.Document `json:",omitempty"`
	Layers    []extract.Layer   `json:",omitempty"` // of Document
	Error     *failure          `json:",omitempty"`
	Size      int               `json:",omitempty"`

	file []byte
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

func writeFrame(w io.Writer, v any, data []byte) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	head := binary.BigEndian.AppendUint32(make([]byte, 0, 4+len(body)), uint32(len(body)))
	if _, err := w.Write(append(head, body...)); err != nil {
		return err
	}
	if len(data) > 0 {
		_, err = w.Write(data)
	}
	return err
}

func readFrame(r io.Reader, v any) error {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return err
	}
	body, err := take(r, int64(binary.BigEndian.Uint32(head[:])))
	if err != nil {
		return err
	}
	return json.Unmarshal(body, v)
}

// take reads n bytes.
func take(r io.Reader, n int64) ([]byte, error) {
	if n < 0 || n > maxFrame {
		return nil, errors.New("message too long")
	}
	var body bytes.Buffer // grows with what comes, not with what is claimed
	if _, err := io.CopyN(&body, r, n); err != nil {
		return nil, err
	}
	return body.Bytes(), nil
}
