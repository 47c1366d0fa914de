// Package frame carries values and bytes over a pipe between processes of this program.
//
// A message is its length in four bytes, big end first, and JSON. Blobs follow it as
// they are; the message says how many and how long.
package frame

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
)

// most bounds a message and a blob: the Document of the largest input within
// limits.
const most = 512 << 20

// pipeBytes is how much is written at once.
const pipeBytes = 1 << 20

// Write writes a message and its blobs in as few writes as can be: a write is a change of
// process. Into a buffer they go without one: a bufio.Writer is flushed by whoever made it,
// so that many messages can go together.
func Write(w io.Writer, v any, blobs ...[]byte) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	head := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	switch w.(type) {
	case *bufio.Writer, *bytes.Buffer:
		return writeAll(w, head, body, blobs)
	}
	out := bufio.NewWriterSize(w, min(len(head)+len(body)+sum(blobs), pipeBytes))
	_ = writeAll(out, head, body, blobs) // Flush tells
	return out.Flush()
}

func writeAll(w io.Writer, head, body []byte, blobs [][]byte) error {
	for _, b := range append([][]byte{head, body}, blobs...) {
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return nil
}

func sum(blobs [][]byte) (n int) {
	for _, b := range blobs {
		n += len(b)
	}
	return n
}

var errTooLong = errors.New("message too long")

// Read reads a message. io.EOF means that there was none.
func Read(r io.Reader, v any) error {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return err
	}
	n := binary.BigEndian.Uint32(head[:])
	if n > most {
		return errTooLong
	}
	body, err := Blob(r, int(n))
	if err != nil {
		return err
	}
	return json.Unmarshal(body, v)
}

// Blob reads so many bytes. Of a large one memory grows with what comes, not
// with what is claimed: the claim is believed once an eighth of it has come.
func Blob(r io.Reader, n int) ([]byte, error) {
	if n < 0 || n > most {
		return nil, errTooLong
	}
	b := make([]byte, min(n, blobBegins))
	for came := 0; ; {
		if _, err := io.ReadFull(r, b[came:]); err != nil {
			return nil, err
		}
		if came = len(b); came == n {
			return b, nil
		}
		size := n
		if came < n/8 {
			size = 4 * came
		}
		next := make([]byte, size)
		copy(next, b)
		b = next
	}
}

// blobBegins is how much of a blob is believed before anything of it has come.
const blobBegins = 1 << 19
