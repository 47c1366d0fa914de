// Package pdfbuild writes PDFs by hand, in the ways that old, careless or
// unusual programs write them: character maps without fonts, text layers that
// lie, turned pages, damaged ends. Each is a Style.
//
//	data, err := pdfbuild.Build(pages, font, pdfbuild.Style{Text: pdfbuild.GBK})
package pdfbuild

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"fmt"
	"sort"
	"sync"
)

// Structure is how the objects of a file are found.
type Structure string

// The structures, sound and damaged.
const (
	Table        Structure = ""             // a table of offsets, as in PDF 1.4
	Streams      Structure = "streams"      // object streams and a cross-reference stream
	Hybrid       Structure = "hybrid"       // a table, and a stream for objects in object streams
	Updated      Structure = "updated"      // an incremental update replaces the pages
	ShiftedXref  Structure = "shifted"      // offsets in the table are off by a few bytes
	BadStartXref Structure = "bad-start"    // startxref points nowhere
	NoEnd        Structure = "no-end"       // cut off before the table
	NoEOF        Structure = "no-eof"       // the last line is missing
	Junk         Structure = "junk"         // bytes of something else before and after
	LoopedPrev   Structure = "looped"       // /Prev points at itself
	WrongLengths Structure = "wrong-length" // stream lengths are wrong
)

// file is a PDF while it is written; objects count from 1.
type file struct {
	objects []object
	info    string
	ascii   bool // streams in ASCII
}

type object struct {
	dict   string
	stream []byte // nil: not a stream
}

// add appends an object and returns its number.
func (f *file) add(dict string) int {
	f.objects = append(f.objects, object{dict: dict})
	return len(f.objects)
}

// reserve gives a number to be filled by set.
func (f *file) reserve() int { return f.add("null") }

func (f *file) set(n int, dict string) { f.objects[n-1].dict = dict }

// stream appends a compressed stream; dict holds its further keys.
func (f *file) stream(dict string, data []byte) int {
	o := packed(dict, data)
	if f.ascii {
		var b bytes.Buffer
		w := ascii85.NewEncoder(&b)
		_, _ = w.Write(o.stream) // a bytes.Buffer does not fail
		_ = w.Close()
		o = object{"/Filter[/ASCII85Decode/FlateDecode]" + dict, append(b.Bytes(), "~>"...)}
	}
	f.objects = append(f.objects, o)
	return len(f.objects)
}

func packed(dict string, data []byte) object {
	var z bytes.Buffer
	w := packers.Get().(*zlib.Writer)
	defer packers.Put(w)
	w.Reset(&z)
	_, _ = w.Write(data) // a bytes.Buffer does not fail
	_ = w.Close()
	return object{"/Filter/FlateDecode" + dict, z.Bytes()}
}

// packers are used again: each holds a megabyte.
var packers = sync.Pool{New: func() any {
	w, _ := zlib.NewWriterLevel(nil, zlib.BestSpeed) // a level that there is
	return w
}}

// write gives the bytes of an object with its number.
func (o *object) write(b *bytes.Buffer, n, wrongBy int) {
	fmt.Fprintf(b, "%d 0 obj\n", n)
	if o.stream == nil {
		b.WriteString(o.dict)
	} else {
		fmt.Fprintf(b, "<<%s/Length %d>>\nstream\n", o.dict, max(1, len(o.stream)+wrongBy))
		b.Write(o.stream)
		b.WriteString("\nendstream")
	}
	b.WriteString("\nendobj\n")
}

// bytes ends the file; root is the catalogue's number.
func (f *file) bytes(root int, s Structure) []byte {
	switch s {
	case Streams, Hybrid:
		return f.withStreams(root, s)
	case Updated:
		return f.updated(root)
	}
	var b bytes.Buffer
	if s == Junk {
		b.WriteString("X-Mail-Header: form.pdf\r\n\r\n")
	}
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	wrong := 0
	if s == WrongLengths {
		wrong = -7
	}
	at := make([]int, len(f.objects)+1)
	for i := range f.objects {
		at[i+1] = b.Len()
		f.objects[i].write(&b, i+1, wrong)
	}
	if s == NoEnd {
		return b.Bytes()
	}
	start := b.Len()
	shift := 0
	if s == ShiftedXref {
		shift = 13
	}
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at))
	for _, o := range at[1:] {
		fmt.Fprintf(&b, "%010d 00000 n \n", o+shift)
	}
	prev := ""
	if s == LoopedPrev {
		prev = fmt.Sprintf("/Prev %d", start)
	}
	if s == BadStartXref {
		start = 99999999
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root %d 0 R%s%s>>\nstartxref\n%d\n", len(at), root, f.info, prev, start)
	if s != NoEOF {
		b.WriteString("%%EOF\n")
	}
	if s == Junk {
		b.WriteString("\x00\x00<html><body>404</body></html>")
		b.Write(bytes.Repeat([]byte("\xff\x00junk"), 400))
	}
	return b.Bytes()
}

// updated writes the objects twice: first with empty pages, then, after the
// first end of file, as they are.
func (f *file) updated(root int) []byte {
	old := file{info: f.info}
	changed := map[int]bool{}
	for i, o := range f.objects {
		if o.stream != nil && bytes.Contains([]byte(o.dict), []byte("/Contents 1")) {
			o = packed("/Contents 1", []byte("BT ET"))
			changed[i+1] = true
		}
		old.objects = append(old.objects, o)
	}
	b := bytes.NewBuffer(old.bytes(root, Table))
	prev := bytes.LastIndex(b.Bytes(), []byte("xref\n0 "))
	var numbers []int
	for n := range changed {
		numbers = append(numbers, n)
	}
	sort.Ints(numbers)
	var xref bytes.Buffer
	for _, n := range numbers {
		fmt.Fprintf(&xref, "%d 1\n%010d 00000 n \n", n, b.Len())
		f.objects[n-1].write(b, n, 0)
	}
	start := b.Len()
	fmt.Fprintf(b, "xref\n%strailer\n<</Size %d/Root %d 0 R%s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", xref.Bytes(), len(f.objects)+1, root, f.info, prev, start)
	return b.Bytes()
}

// withStreams puts plain objects into an object stream. In a hybrid file the
// catalogue and the pages stay outside, as old readers need them.
func (f *file) withStreams(root int, s Structure) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
	n := len(f.objects)
	kind, where, index := make([]int, n+3), make([]int, n+3), make([]int, n+3)
	var heads, body bytes.Buffer
	count := 0
	holder := n + 1
	for i := range f.objects {
		o := &f.objects[i]
		inside := o.stream == nil && (s == Streams || !bytes.Contains([]byte(o.dict), []byte("/Type/")))
		if !inside {
			kind[i+1], where[i+1] = 1, b.Len()
			o.write(&b, i+1, 0)
			continue
		}
		fmt.Fprintf(&heads, "%d %d ", i+1, body.Len())
		body.WriteString(o.dict + "\n")
		kind[i+1], where[i+1], index[i+1] = 2, holder, count
		count++
	}
	o := packed(fmt.Sprintf("/Type/ObjStm/N %d/First %d", count, heads.Len()), append(heads.Bytes(), body.Bytes()...))
	kind[holder], where[holder] = 1, b.Len()
	o.write(&b, holder, 0)
	last := n + 2
	kind[last], where[last] = 1, b.Len()
	streamAt := b.Len()
	var rows bytes.Buffer
	for i := range n + 3 {
		gen := index[i]
		rows.Write([]byte{byte(kind[i]), byte(where[i] >> 24), byte(where[i] >> 16), byte(where[i] >> 8), byte(where[i]), byte(gen >> 8), byte(gen)})
	}
	x := packed(fmt.Sprintf("/Type/XRef/W[1 4 2]/Size %d/Root %d 0 R%s", n+3, root, f.info), rows.Bytes())
	x.write(&b, last, 0)
	if s == Streams {
		fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", streamAt)
		return b.Bytes()
	}
	// As Word does: a table that calls the hidden objects free, and after the first
	// end of file an empty one that leads to the stream.
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n", n+3)
	for i := range n + 3 {
		if kind[i] == 1 {
			fmt.Fprintf(&b, "%010d 00000 n \n", where[i])
		} else {
			fmt.Fprintf(&b, "%010d 65535 f \n", i+1)
		}
	}
	trailer := fmt.Sprintf("trailer\n<</Size %d/Root %d 0 R%s", n+3, root, f.info)
	fmt.Fprintf(&b, "%s>>\nstartxref\n%d\n%%%%EOF\n", trailer, start)
	again := b.Len()
	fmt.Fprintf(&b, "xref\n0 0\n%s/Prev %d/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n", trailer, start, streamAt, again)
	return b.Bytes()
}
