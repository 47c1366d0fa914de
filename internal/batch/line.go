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
// the rest but left as it is.
func (l *Line) parse(text []byte) error {
	head, rest, _ := bytes.Cut(text, beforeDigest)
	if digest, closed := bytes.CutSuffix(bytes.TrimRight(rest, "\n"), []byte("}")); closed && bytes.HasPrefix(head, []byte(lineBegins)) && json.Valid(digest) {
		if json.Unmarshal(append(bytes.Clone(head), '}'), l) == nil {
			l.Digest = digest
			return nil
		}
		*l = Line{}
	}
	return json.Unmarshal(text, l)
}
