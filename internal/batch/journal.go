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
	// Key stands for the version and options that made the outputs.
	Key string `json:"key,omitempty"`
	// Earlier are files that another version or other options made of the same
	// input and that are still in DIR: known, but not of this run.
	Earlier []Written `json:"earlier,omitempty"`
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
	off int64
	len int32
}

// digest is a short key for a path, so that the index of a long run stays small.
type digest [16]byte

func keyOf(s string) digest {
	sum := sha256.Sum256([]byte(s))
	return digest(sum[:16])
}

// journal is run.ndjson: opened lines are indexed by path and by the outputs'
// stem, new ones are appended. A line that an abrupt end cut off is dropped.
type journal struct {
	mu     sync.Mutex
	f      *os.File
	end    int64
	byPath map[digest]span
	byStem map[digest]span
	// claimed are the keys of byPath whose inputs come again in this run.
	claimed map[digest]bool
	synced  time.Time
}

// openJournal reads what earlier runs left in DIR.
func openJournal(root *os.Root) (*journal, error) {
	f, err := root.OpenFile(journalName, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	j := &journal{f: f, byPath: map[digest]span{}, byStem: map[digest]span{}, claimed: map[digest]bool{}}
	if err := j.index(); err != nil {
		f.Close()
		return nil, err
	}
	return j, nil
}

// lineBegins is how every line that encode writes begins.
const lineBegins = `{"path":`

func (j *journal) index() error {
	r := bufio.NewReaderSize(j.f, 1<<16)
	for lines := 1; ; lines++ {
		raw, err := r.ReadBytes('\n')
		if err == io.EOF {
			// A file of one unfinished line may be someone else's; a power cut
			// leaves zeros at most.
			raw = bytes.TrimRight(raw, "\x00")
			if n := min(len(raw), len(lineBegins)); j.end == 0 && string(raw[:n]) != lineBegins[:n] {
				return &ForeignJournalError{lines}
			}
			return j.f.Truncate(j.end) // whatever follows the last line end was cut off
		}
		if err != nil {
			return err
		}
		var l struct {
			Path             *string
			Status           Status
			Outputs, Earlier []Written
		}
		if json.Unmarshal(raw, &l) != nil || l.Path == nil || l.Status == "" {
			return &ForeignJournalError{lines}
		}
		at := span{j.end, int32(len(raw))}
		j.end += int64(len(raw))
		j.byPath[keyOf(*l.Path)] = at
		for _, w := range slices.Concat(l.Outputs, l.Earlier) {
			j.byStem[keyOf(stemOf(w.Path))] = at
		}
	}
}

// stemOf is an output's path without its format's extension.
func stemOf(out string) string { return out[:max(strings.LastIndexByte(out, '.'), 0)] }

// read returns the line at a place.
func (j *journal) read(at span) (*Line, error) {
	raw := make([]byte, at.len)
	if _, err := j.f.ReadAt(raw, at.off); err != nil {
		return nil, err
	}
	l := new(Line)
	return l, json.Unmarshal(raw, l)
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
		return span{}, err
	}
	at := span{j.end, int32(len(raw))}
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

// claim notes that an input of earlier runs comes again in this one.
func (j *journal) claim(path string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if key := keyOf(path); j.byPath[key].len > 0 {
		j.claimed[key] = true
	}
}

// covers reports whether the journal tells of nothing but n inputs, all claimed.
func (j *journal) covers(n int) bool { return len(j.byPath) == n && len(j.claimed) == n }

// compact writes the journal anew: a line per input of this run, in the run's
// order, then those of inputs that only earlier runs had. So the file is the
// same however many workers there were. The journal is closed by it.
func (j *journal) compact(root *os.Root, run []span) error {
	order := slices.Clone(run)
	for key, at := range j.byPath {
		if !j.claimed[key] {
			order = append(order, at)
		}
	}
	others := order[len(run):]
	slices.SortFunc(others, func(a, b span) int { return cmp.Compare(a.off, b.off) })
	if j.inOrder(order) {
		return errors.Join(j.f.Sync(), j.f.Close())
	}
	copyLines := func(w io.Writer) error {
		b := bufio.NewWriter(w)
		for _, at := range order {
			if _, err := io.Copy(b, io.NewSectionReader(j.f, at.off, int64(at.len))); err != nil {
				return err
			}
		}
		return b.Flush()
	}
	return writeAtomic(root, journalName, copyLines, j.f.Close)
}

// inOrder reports whether the journal is nothing but these lines in this order.
func (j *journal) inOrder(order []span) bool {
	var end int64
	for _, at := range order {
		if at.off != end {
			return false
		}
		end += int64(at.len)
	}
	return end == j.end
}

// close leaves the journal as it stands, for the next run to go on from.
func (j *journal) close() error { return errors.Join(j.f.Sync(), j.f.Close()) }
