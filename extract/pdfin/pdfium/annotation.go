package pdfium

// Annotation is a note or a form field.
type Annotation struct{ handle }

// AnnotationKind is the subtype of an annotation.
type AnnotationKind int

// Widget is the subtype of form fields.
const Widget AnnotationKind = 20

// Flags of annotations.
const (
	FlagHidden = 1 << 1
	FlagNoView = 1 << 5
)

// Close ends it.
func (a Annotation) Close() { a.lib.fn(fnPageCloseAnnot).raw(a.ID()) }

// Kind is its subtype.
func (a Annotation) Kind() AnnotationKind {
	return AnnotationKind(a.lib.fn(fnAnnotGetSubtype).int(a.ID()))
}

// Flags are its flags.
func (a Annotation) Flags() int { return a.lib.fn(fnAnnotGetFlags).int(a.ID()) }

// Has reports that its dictionary has an entry of that name.
func (a Annotation) Has(name string) bool {
	return a.lib.fn(fnAnnotHasKey).ok(a.ID(), a.lib.key(name))
}

// Rect is the box that it belongs into.
func (a Annotation) Rect() (b Box, ok bool) {
	if !a.lib.fn(fnAnnotGetRect).ok(a.ID(), a.lib.at(0)) {
		return b, false
	}
	return a.lib.rect(), true
}

// Text is an entry of its dictionary that is a string, "" if it takes more than
// so many bytes of UTF-16.
func (a Annotation) Text(name string, most int) string {
	l := a.lib
	n := l.fn(fnAnnotGetStringValue).int(a.ID(), l.key(name), 0, 0)
	if n <= 2 || n > most {
		return ""
	}
	addr := l.alloc(n)
	defer l.free(addr)
	l.fn(fnAnnotGetStringValue).raw(a.ID(), l.key(name), addr, uint64(n))
	return wide(l.bytes(addr, n))
}
