package structure

import (
	"bytes"
	"compress/zlib"
	"io"
)

// Bounds on what a file may ask for.
const (
	mostObjects  = 4_000_000
	mostSections = 1_000
	mostUnpacked = 64 << 20
)

// Open finds the objects of a file.
func Open(data []byte) (*File, error) {
	const tail = 2048
	if !bytes.HasPrefix(data, []byte("%PDF-")) { // places are counted from there, or not
		return nil, unsound("something stands before the file's head")
	}
	end := data[max(0, len(data)-tail):]
	i := bytes.LastIndex(end, []byte("startxref"))
	if i < 0 {
		return nil, unsound("it has no end")
	}
	s := scanner{end, i + len("startxref")}
	start, ok := s.number()
	if !ok || start >= len(data) {
		return nil, unsound("it does not say where its table is")
	}
	f := &File{data: data, at: map[int]place{}, streams: map[int][]byte{}, Start: start}
	seen := map[int]bool{}
	for next, ok := start, true; ok; {
		if seen[next] || len(seen) > mostSections {
			return nil, unsound("its tables go round in circles")
		}
		seen[next] = true
		trailer, streamed, err := f.section(next)
		if err != nil {
			return nil, err
		}
		if f.Trailer == nil {
			f.Trailer, f.Streamed = trailer, streamed
		}
		next, ok = whole(Entry(trailer, "/Prev"))
	}
	if Entry(f.Trailer, "/Encrypt") != nil {
		return nil, unsound("it is encrypted")
	}
	if Entry(f.Trailer, "/Root") == nil {
		return nil, unsound("it has no catalog")
	}
	f.Next, _ = whole(Entry(f.Trailer, "/Size"))
	for n := range f.at {
		f.Next = max(f.Next, n+1)
	}
	return f, nil
}

// section reads one table of objects and gives its dictionary.
func (f *File) section(start int) (trailer []byte, streamed bool, err error) {
	if start >= len(f.data) {
		return nil, false, unsound("a table stands outside")
	}
	s := scanner{f.data, start}
	if !s.word("xref") {
		trailer, err = f.sectionStream(start)
		return trailer, true, err
	}
	trailer, err = f.sectionLines(&s)
	return trailer, false, err
}

// know notes where an object stands, unless a newer table says so.
func (f *File) know(number int, p place) error {
	if _, known := f.at[number]; known {
		return nil
	}
	if len(f.at) > mostObjects || number > mostObjects {
		return unsound("too many objects")
	}
	f.at[number] = p
	return nil
}

// sectionLines reads a table of lines. Objects of a stream that it names beside come
// before those that it calls free.
func (f *File) sectionLines(s *scanner) ([]byte, error) {
	var free []int
	for !s.word("trailer") {
		first, ok1 := s.number()
		count, ok2 := s.number()
		if !ok1 || !ok2 {
			return nil, unsound("a table of objects")
		}
		for n := first; n < first+count; n++ {
			offset, ok1 := s.number()
			gen, ok2 := s.number()
			switch {
			case !ok1 || !ok2:
				return nil, unsound("a table of objects")
			case s.word("n"):
				if err := f.know(n, place{offset: offset, gen: gen}); err != nil {
					return nil, err
				}
			case s.word("f"):
				free = append(free, n)
			default:
				return nil, unsound("a table of objects")
			}
		}
	}
	end, ok := span(f.data, s.at, 0)
	if !ok {
		return nil, unsound("a table without an end")
	}
	trailer := trim(f.data[s.at:end])
	if beside, ok := whole(Entry(trailer, "/XRefStm")); ok && beside < len(f.data) {
		if _, err := f.sectionStream(beside); err != nil {
			return nil, err
		}
	}
	for _, n := range free {
		if err := f.know(n, place{free: true}); err != nil {
			return nil, err
		}
	}
	return trailer, nil
}

// sectionStream reads a table that is a stream.
func (f *File) sectionStream(start int) ([]byte, error) {
	s := scanner{f.data, start}
	_, ok1 := s.number()
	_, ok2 := s.number()
	if !ok1 || !ok2 || !s.word("obj") {
		return nil, unsound("no table where one should be")
	}
	dict, body, err := f.stream(f.data[s.at:])
	if err != nil {
		return nil, err
	}
	var w [3]int
	widths := Elements(Entry(dict, "/W"))
	for i := range w {
		if i >= len(widths) {
			return nil, unsound("a table of objects")
		}
		if w[i], _ = whole(widths[i]); w[i] > 8 {
			return nil, unsound("a table of objects")
		}
	}
	size, _ := whole(Entry(dict, "/Size"))
	index := []int{0, size}
	if list := Elements(Entry(dict, "/Index")); list != nil {
		index = index[:0]
		for _, v := range list {
			n, _ := whole(v)
			index = append(index, n)
		}
	}
	line := w[0] + w[1] + w[2]
	for ; len(index) >= 2; index = index[2:] {
		for n := index[0]; n < index[0]+index[1]; n++ {
			if len(body) < line || line == 0 {
				return nil, unsound("a table of objects")
			}
			if err := f.know(n, entry(body, w)); err != nil {
				return nil, err
			}
			body = body[line:]
		}
	}
	return dict, nil
}

// entry is a line of a table that is a stream.
func entry(b []byte, w [3]int) place {
	field := func(i, absent int) int {
		if w[i] == 0 {
			return absent
		}
		v := 0
		for _, c := range b[:w[i]] {
			v = v<<8 | int(c)
		}
		b = b[w[i]:]
		return v
	}
	kind, second, third := field(0, 1), field(1, 0), field(2, 0)
	switch kind {
	case 1:
		return place{offset: second, gen: third}
	case 2:
		return place{within: second, index: third}
	}
	return place{free: true}
}

// stream is the dictionary of a stream and what it holds, unpacked.
func (f *File) stream(at []byte) (dict, body []byte, err error) {
	end, ok := span(at, 0, 0)
	if !ok {
		return nil, nil, unsound("a stream without a dictionary")
	}
	dict = trim(at[:end])
	s := scanner{at, end}
	if !s.word("stream") {
		return nil, nil, unsound("an object that should be a stream")
	}
	body = at[s.at:]
	body = bytes.TrimPrefix(body, []byte("\r"))
	body = bytes.TrimPrefix(body, []byte("\n"))
	length, err := f.Resolve(Entry(dict, "/Length"))
	if err != nil {
		return nil, nil, err
	}
	n, ok := whole(length)
	if !ok || n > len(body) {
		return nil, nil, unsound("a stream without its length")
	}
	body = body[:n]
	switch filter := Entry(dict, "/Filter"); {
	case filter == nil:
	case string(filter) == "/FlateDecode", len(Elements(filter)) == 1 && string(Elements(filter)[0]) == "/FlateDecode":
		z, err := zlib.NewReader(bytes.NewReader(body))
		if err != nil {
			return nil, nil, unsound("a stream that cannot be unpacked")
		}
		if body, err = io.ReadAll(io.LimitReader(z, mostUnpacked)); err != nil {
			return nil, nil, unsound("a stream that cannot be unpacked")
		}
	default:
		return nil, nil, unsound("a stream packed in another way")
	}
	body, err = unfiltered(body, Entry(dict, "/DecodeParms"))
	return dict, body, err
}

// unfiltered undoes the filters of PNG, which tables are mostly written with.
func unfiltered(b, parms []byte) ([]byte, error) {
	if list := Elements(parms); len(list) == 1 {
		parms = list[0]
	}
	predictor, _ := whole(Entry(parms, "/Predictor"))
	columns, _ := whole(Entry(parms, "/Columns"))
	switch {
	case predictor <= 1:
		return b, nil
	case predictor < 10 || columns < 1 || columns > 1<<16 || Entry(parms, "/Colors") != nil || Entry(parms, "/BitsPerComponent") != nil:
		return nil, unsound("a table filtered in another way")
	}
	var out []byte
	above := make([]byte, columns)
	for ; len(b) > columns; b = b[columns+1:] {
		row := bytes.Clone(b[1 : columns+1])
		var left, corner byte
		for i := range row {
			up := above[i]
			switch b[0] {
			case 1:
				row[i] += left
			case 2:
				row[i] += up
			case 3:
				row[i] += byte((int(left) + int(up)) / 2)
			case 4:
				row[i] += paeth(left, up, corner)
			}
			left, corner = row[i], up
		}
		out, above = append(out, row...), row
	}
	return out, nil
}

// paeth is the neighbour that PNG's fourth filter goes by.
func paeth(left, up, corner byte) byte {
	p := int(left) + int(up) - int(corner)
	a, b, c := abs(p-int(left)), abs(p-int(up)), abs(p-int(corner))
	switch {
	case a <= b && a <= c:
		return left
	case b <= c:
		return up
	}
	return corner
}

func abs(n int) int { return max(n, -n) }

// packed is an object in a stream of objects.
func (f *File) packed(p place) ([]byte, error) {
	body, ok := f.streams[p.within]
	if !ok {
		at := f.at[p.within]
		if at.free || at.within > 0 {
			return nil, unsound("a stream of objects")
		}
		raw, err := f.body(p.within, at)
		if err != nil {
			return nil, err
		}
		dict, unpacked, err := f.stream(raw)
		if err != nil {
			return nil, err
		}
		first, _ := whole(Entry(dict, "/First"))
		body = append([]byte("["), unpacked[:min(first, len(unpacked))]...)
		body = append(append(body, ']'), unpacked[min(first, len(unpacked)):]...)
		f.streams[p.within] = body
	}
	index := Elements(body)
	head, _ := span(body, 0, 0)
	if 2*p.index+1 >= len(index) {
		return nil, unsound("a stream of objects")
	}
	at, ok := whole(index[2*p.index+1])
	if !ok || head+at > len(body) {
		return nil, unsound("a stream of objects")
	}
	end, ok := span(body, head+at, 0)
	if !ok {
		return nil, unsound("a stream of objects")
	}
	return trim(body[head+at : end]), nil
}
