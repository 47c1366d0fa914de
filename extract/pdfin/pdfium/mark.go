package pdfium

// Mark is a mark of content: /Span, /OC and others, with a dictionary.
type Mark struct{ handle }

// Is reports that its tag is an ASCII name.
func (m Mark) Is(name string) bool {
	const room = 64
	l := m.lib
	if !l.fn(fnPageObjMarkGetName).ok(m.ID(), l.at(blobAt), room, l.at(0)) || int(l.u32(0)) != 2*len(name)+2 {
		return false
	}
	b := l.bytes(l.at(blobAt), 2*len(name))
	for i := range len(name) {
		if b[2*i] != name[i] || b[2*i+1] != 0 {
			return false
		}
	}
	return true
}

// Param is an entry of its dictionary that is a string, as the file writes it,
// and how many bytes that has: those past the most a caller takes do not come.
// The bytes are valid until the next call.
func (m Mark) Param(name string, most int) (value []byte, size int, ok bool) {
	l := m.lib
	most = min(most, blobRoom)
	if !l.fn(fnPageObjMarkGetParamBlobValue).ok(m.ID(), l.key(name), l.at(blobAt), uint64(most), l.at(0)) {
		return nil, 0, false
	}
	size = int(l.u32(0))
	return l.bytes(l.at(blobAt), min(size, most)), size, true
}
