// Package structure finds the objects of a PDF without changing or copying them: which
// pages there are, what their dictionaries say, and where new objects may go. It knows
// nothing of what pages show.
//
//	f, err := structure.Open(data)
//	pages, err := f.Pages()
//	structure.Entry(pages[0].Dict, "/Contents") // as the file writes it
//
// It takes sound files only. What is encrypted, or whose table of objects is not right,
// is an ErrStructure, and for someone else to write anew first.
package structure

import (
	"errors"
	"fmt"
)

// ErrStructure says that the objects of a file cannot be found as they are.
var ErrStructure = errors.New("the file's table of objects cannot be used")

func unsound(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrStructure, fmt.Sprintf(format, args...))
}

// File is an opened PDF.
type File struct {
	data    []byte
	at      map[int]place
	streams map[int][]byte // unpacked streams of objects, by number

	// Trailer is the newest dictionary of the table of objects, Start where that table
	// begins, and Streamed that it is a stream.
	Trailer  []byte
	Start    int
	Streamed bool
	// Next is the first number that no object has.
	Next int
}

// place is where an object stands: at an offset, or as one of those in a stream.
type place struct {
	free   bool
	offset int
	gen    int
	within int // number of the stream, 0 for none
	index  int
}

// Generation is the generation of an object, 0 for nearly all.
func (f *File) Generation(number int) int { return f.at[number].gen }

// Object is the value of an object as the file writes it; of a stream the dictionary.
// One that is not there is null.
func (f *File) Object(number int) ([]byte, error) {
	p, ok := f.at[number]
	switch {
	case !ok || p.free:
		return []byte("null"), nil
	case p.within > 0:
		return f.packed(p)
	}
	body, err := f.body(number, p)
	if err != nil {
		return nil, err
	}
	end, ok := span(body, 0, 0)
	if !ok {
		return nil, unsound("object %d", number)
	}
	return trim(body[:end]), nil
}

// body is what stands behind the head of an object.
func (f *File) body(number int, p place) ([]byte, error) {
	if p.offset <= 0 || p.offset >= len(f.data) {
		return nil, unsound("object %d stands outside", number)
	}
	s := scanner{f.data, p.offset}
	n, ok1 := s.number()
	gen, ok2 := s.number()
	if !ok1 || !ok2 || n != number || gen != p.gen || !s.word("obj") {
		return nil, unsound("object %d is not where the table has it", number)
	}
	return f.data[s.at:], nil
}

// deepest bounds chains of references and trees.
const deepest = 64

// Resolve follows references to what they lead to.
func (f *File) Resolve(value []byte) ([]byte, error) {
	for range deepest {
		number, ok := reference(value)
		if !ok {
			return value, nil
		}
		var err error
		if value, err = f.Object(number); err != nil {
			return nil, err
		}
	}
	return nil, unsound("references lead nowhere")
}

// Page is a page: its object, and the resources that are its own or come from above.
type Page struct {
	Number    int
	Dict      []byte
	Resources []byte // resolved; nil for none
}

// Pages are the pages in their order.
func (f *File) Pages() ([]Page, error) {
	root, err := f.Resolve(Entry(f.Trailer, "/Root"))
	if err != nil {
		return nil, err
	}
	w := walk{f: f, seen: map[int]bool{}}
	if err := w.down(Entry(root, "/Pages"), nil, 0); err != nil {
		return nil, err
	}
	return w.pages, nil
}

// walk goes down the tree of pages.
type walk struct {
	f     *File
	seen  map[int]bool // nodes on the way, which may not come again
	pages []Page
}

// mostPages bounds a tree in which nodes come again and again.
const mostPages = 100_000

func (w *walk) down(node, resources []byte, depth int) error {
	number, ok := reference(node)
	if !ok || depth > deepest || w.seen[number] {
		return unsound("the tree of pages")
	}
	dict, err := w.f.Object(number)
	if err != nil {
		return err
	}
	if own := Entry(dict, "/Resources"); own != nil {
		if resources, err = w.f.Resolve(own); err != nil {
			return err
		}
	}
	kids := Entry(dict, "/Kids")
	if kids == nil {
		if w.pages = append(w.pages, Page{number, dict, resources}); len(w.pages) > mostPages {
			return unsound("too many pages")
		}
		return nil
	}
	if kids, err = w.f.Resolve(kids); err != nil {
		return err
	}
	w.seen[number] = true
	defer delete(w.seen, number)
	for _, kid := range Elements(kids) {
		if err := w.down(kid, resources, depth+1); err != nil {
			return err
		}
	}
	return nil
}
