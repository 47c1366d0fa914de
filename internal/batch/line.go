package batch

import (
	"bytes"
	"encoding/json"
)

// beforeDigest stands in a line before what the summary needs of an input. No string
// can hold it: its quotes would be escaped.
var beforeDigest = []byte(`,"digest":`)

// parse reads a line of an account. Most of a line is its digest, which only the
// summary takes apart, and a run over a hundred thousand inputs reads each line three
// times: where the digest stands last, as encode writes it, it is not gone through with
// the rest but left as it is. last says so.
func (l *Line) parse(text []byte) (last bool, err error) {
	head, digest, ok := cutDigest(text)
	if ok && json.Valid(digest) && l.take(head, digest) {
		return true, nil
	}
	*l = Line{}
	return false, json.Unmarshal(text, l)
}

// parseAgain reads a line that was read before, or was written by encode: a digest that
// stands last is not gone through another time.
func (l *Line) parseAgain(text []byte, last bool) error {
	if head, digest, ok := cutDigest(text); ok && last && l.take(head, digest) {
		return nil
	}
	_, err := l.parse(text)
	return err
}

func cutDigest(text []byte) (head, digest []byte, ok bool) {
	head, rest, _ := bytes.Cut(text, beforeDigest)
	digest, ok = bytes.CutSuffix(bytes.TrimRight(rest, "\n"), []byte("}"))
	return head, digest, ok && bytes.HasPrefix(head, []byte(lineBegins))
}

// take reads a line whose digest was cut off.
func (l *Line) take(head, digest []byte) bool {
	if json.Unmarshal(append(bytes.Clone(head), '}'), l) != nil {
		*l = Line{}
		return false
	}
	l.Digest = digest
	return true
}
