package batch

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
)

// Line is what run.ndjson says of one input.
type Line struct {
	Path     string         `json:"path"`
	SHA256   string         `json:"sha256,omitempty"`
	Status   Status         `json:"status"`
	Outputs  []Written      `json:"outputs,omitempty"`
	Findings map[string]int `json:"findings,omitempty"`
	MS       int64          `json:"ms"`
	Error    *Failure       `json:"error,omitempty"`
	Notes    []Note         `json:"notes,omitempty"`
	// Key stands for the version and options that made the outputs.
	Key string `json:"key,omitempty"`
	// Earlier are files that another version or other options made of the same
	// input and that are still in DIR: known, but not of this run.
	Earlier []Written `json:"earlier,omitempty"`
	// Gone says that the input is no longer there; what was made of it still is.
	Gone bool `json:"gone,omitempty"`
	// SameAs is the first of the inputs with the same content; of one that is gone,
	// where that content is now.
	SameAs string `json:"same_as,omitempty"`
	// Digest is what the summary of the run needs of this input.
	Digest json.RawMessage `json:"digest,omitempty"`
}

// Written is a file in DIR; Path is relative to DIR, with slashes.
type Written struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

// settled reports whether doing the input again could give nothing else.
func (l *Line) settled() bool {
	return l.Error == nil || !slices.Contains(again, l.Error.Kind)
}

// ForeignJournalError says that DIR holds a run.ndjson that ziping did not write.
type ForeignJournalError struct{ Line int }

func (e *ForeignJournalError) Error() string {
	return fmt.Sprintf("%s: line %d is no account of a run", journalName, e.Line)
}

// span is where a line stands in the journal.
type span struct {
	off  int64
	len  int32
	last bool // its digest stands last
}

// digest is a short key for a path, so that the index of a long run stays small.
type digest [16]byte

func keyOf(s string) digest {
	sum := sha256.Sum256([]byte(s))
	return digest(sum[:16])
}

// journal is run.ndjson: opened lines are indexed by path and by the outputs'
// stem, new ones are appended.
type journal struct {
	mu     sync.Mutex
	f      *os.File
	end    int64
	byPath map[digest]span
	byStem map[digest]span
	synced time.Time
	// saved are outputs that lines set aside still claim.
	saved map[string]string
}

// openJournal reads what earlier runs left in DIR. Damaged lines of our own are
// set aside; it returns how many.
func openJournal(root *os.Root) (*journal, int, error) {
	if info, err := root.Lstat(journalName); err == nil && !info.Mode().IsRegular() {
		return nil, 0, &ForeignJournalError{1}
	}
	f, err := root.OpenFile(journalName, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, 0, err
	}
	j := newJournal(f)
	bad, err := j.index()
	if err == nil && len(bad) > 0 {
		err = errors.Join(setAside(root, bad), j.keep(root))
		if err == nil {
			j, _, err = openJournal(root)
			return j, len(bad), err
		}
	}
	if err == nil {
		j.saved, err = savedClaims(root)
	}
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	return j, 0, nil
}

func newJournal(f *os.File) *journal {
	return &journal{f: f, byPath: map[digest]span{}, byStem: map[digest]span{}}
}

// lineBegins is how every line that encode writes begins.
const lineBegins = `{"path":`

// told is what stands in one line of an account.
type told struct {
	Line
	text  []byte // without the zeros that a power cut leaves where nothing was written yet
	zeros int    // how many
	at    span
	ended bool // with a line end
	sound bool // a run could have written it
}

// eachLine reads an account line by line and returns its size.
func eachLine(in io.Reader, do func(t *told)) (size int64, err error) {
	r := bufio.NewReaderSize(in, 1<<16)
	for {
		raw, err := r.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return size, err
		}
		t := told{text: bytes.TrimLeft(raw, "\x00"), ended: err == nil}
		t.zeros = len(raw) - len(t.text)
		last, bad := t.Line.parse(t.text)
		t.at = span{size + int64(t.zeros), int32(len(t.text)), last}
		t.sound = t.ended && bad == nil && t.Line.sound()
		do(&t)
		size += int64(len(raw))
		if err == io.EOF {
			return size, nil
		}
	}
}

// index reads the journal and returns the lines that a crash has damaged: torn,
// overwritten with zeros, run together. A file in which nothing is ours is a
// *ForeignJournalError.
func (j *journal) index() (bad [][]byte, err error) {
	good, foreign, n := 0, 0, 0
	j.end, err = eachLine(j.f, func(t *told) {
		n++
		switch {
		case t.sound:
			good++
			j.enter(&t.Line, t.at)
		case t.ended && len(t.text) == 1 && t.zeros > 0: // nothing but zeros
			bad = append(bad, append(make([]byte, t.zeros), t.text...))
		case len(t.text) > 0:
			bad = append(bad, t.text)
			if begins := min(len(t.text), len(lineBegins)); foreign == 0 && string(t.text[:begins]) != lineBegins[:begins] && len(bytes.TrimSpace(t.text)) > 0 {
				foreign = n
			}
		}
	})
	if err != nil {
		return nil, err
	}
	if good == 0 && foreign > 0 {
		return nil, &ForeignJournalError{foreign}
	}
	if len(bad) == 0 && good == 0 { // zeros at most
		j.end = 0
	}
	return bad, nil
}

// sound reports that a line is one that a run could have written.
func (l *Line) sound() bool {
	switch l.Status {
	case OK, Partial:
		return l.Path != "" && l.Error == nil && len(l.Outputs)+len(l.Notes) > 0
	case Failed, Skipped:
		return l.Path != "" && l.Error != nil
	}
	return false
}

// enter notes where the latest line of an input stands, and what it claims.
func (j *journal) enter(l *Line, at span) {
	j.byPath[keyOf(l.Path)] = at
	for _, w := range slices.Concat(l.Outputs, l.Earlier) {
		for _, stem := range stemsOf(w.Path) {
			j.byStem[keyOf(stem)] = at
		}
	}
}

// inOrder are the latest lines of all inputs as they stand in the journal.
func (j *journal) inOrder() []span {
	return slices.SortedFunc(maps.Values(j.byPath), func(a, b span) int { return cmp.Compare(a.off, b.off) })
}

// keep writes the journal anew with its good lines alone, and closes it.
func (j *journal) keep(root *os.Root) error {
	return j.write(root, func(yield func([]byte, error) bool) {
		for _, at := range j.inOrder() {
			if !yield(j.raw(at)) {
				return
			}
		}
	})
}

// twoParts are the extensions with a dot within.
var twoParts = []string{".searchable.pdf"}

// stemsOf are an output's path without its format's extension: two where that may be
// one of two parts.
func stemsOf(out string) []string {
	stems := []string{out[:max(strings.LastIndexByte(out, '.'), 0)]}
	for _, ext := range twoParts {
		if stem, ok := strings.CutSuffix(out, ext); ok {
			stems = append(stems, stem)
		}
	}
	return stems
}

// read returns the line at a place.
func (j *journal) read(at span) (*Line, error) {
	raw, err := j.raw(at)
	if err != nil {
		return nil, err
	}
	l := new(Line)
	return l, l.parseAgain(raw, at.last)
}

// raw is a line as it stands in the journal.
func (j *journal) raw(at span) ([]byte, error) {
	raw := make([]byte, at.len)
	_, err := j.f.ReadAt(raw, at.off)
	return raw, err
}

// last returns the latest line of an input in earlier runs.
func (j *journal) last(path string) (*Line, span, bool) {
	return j.look(j.byPath, path)
}

// owner returns the latest line of earlier runs that claims outputs of a stem.
func (j *journal) owner(stem string) (*Line, bool) {
	l, _, ok := j.look(j.byStem, stem)
	return l, ok
}

func (j *journal) look(index map[digest]span, name string) (*Line, span, bool) {
	at, ok := index[keyOf(name)]
	if !ok {
		return nil, at, false
	}
	l, err := j.read(at)
	return l, at, err == nil
}

// syncEvery bounds what a power cut can take from the account.
const syncEvery = 500 * time.Millisecond

// append writes the line of an input that has ended.
func (j *journal) append(l *Line) (span, error) {
	raw, err := encode(l)
	if err != nil {
		return span{}, err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, err := j.f.WriteAt(raw, j.end); err != nil {
		_ = j.f.Truncate(j.end) // half a line tells nobody anything
		return span{}, err
	}
	at := span{j.end, int32(len(raw)), true}
	j.end += int64(len(raw))
	if now := time.Now(); now.Sub(j.synced) > syncEvery {
		j.synced = now
		return at, j.f.Sync()
	}
	return at, nil
}

// encode is a line of NDJSON: no HTML escapes, one line end.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return b.Bytes(), err
}

// write puts a journal of these lines in the place of the old one, which is closed by it.
func (j *journal) write(root *os.Root, lines iter.Seq2[[]byte, error]) error {
	fill := func(w io.Writer) error {
		b := bufio.NewWriterSize(w, 1<<16)
		for raw, err := range lines {
			if err != nil {
				return err
			}
			if _, err := b.Write(raw); err != nil {
				return err
			}
		}
		return b.Flush()
	}
	return writeAtomic(root, journalName, fill, j.f.Close)
}

// close leaves the journal as it stands, for the next run to go on from.
func (j *journal) close() error { return errors.Join(j.f.Sync(), j.f.Close()) }

// Again reports whether another try may overcome a kind of failure.
func Again(kind string) bool { return slices.Contains(again, kind) }
