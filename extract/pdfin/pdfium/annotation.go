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
	return a.text(most, func(addr, room uint64) int {
		return a.lib.fn(fnAnnotGetStringValue).int(a.ID(), a.lib.key(name), addr, room)
	})
}

// Look is the content stream of how it looks, "" if it takes more than so many
// bytes of UTF-16 or there is none.
func (a Annotation) Look(most int) string {
	return a.text(most, func(addr, room uint64) int { return a.lib.fn(fnAnnotGetAP).int(a.ID(), 0, addr, room) })
}

// RemoveLook takes away how it looks, so that flattening leaves it out.
func (a Annotation) RemoveLook() { a.lib.fn(fnAnnotSetAP).raw(a.ID(), 0, 0) }

// text is what get writes, "" if it takes more than so many bytes of UTF-16. get
// says how many it takes.
func (a Annotation) text(most int, get func(addr, room uint64) int) string {
	l := a.lib
	n := get(0, 0)
	if n <= 2 || n > most {
		return ""
	}
	addr := l.alloc(n)
	defer l.free(addr)
	get(addr, uint64(n))
	return wide(l.bytes(addr, n))
}

// Forms tells of the form fields of a file: what is theirs by inheritance too.
type Forms struct {
	handle
	info uint64
}

// Forms begins to look at the fields. Close ends it.
func (d Document) Forms() Forms {
	const infoSize, version = 256, 1 // of FPDF_FORMFILLINFO, which has no callbacks here
	info := make([]byte, infoSize)
	info[0] = version
	addr := d.lib.put(info)
	return Forms{handle{d.lib, d.lib.fn(fnInitForms).u32(d.ID(), addr)}, addr}
}

// Close ends it.
func (f Forms) Close() {
	if f.Exists() {
		f.lib.fn(fnExitForms).raw(f.ID())
	}
	f.lib.free(f.info)
}

// FieldKind is what a form field is.
type FieldKind int

// The kinds of fields that show their value as text, and of what the file does not
// list among its fields.
const (
	NoField    FieldKind = -1
	ComboField FieldKind = 4
	ListField  FieldKind = 5
	TextField  FieldKind = 6
)

// Flags of fields.
const (
	FieldMultiline = 1 << 12
	FieldPassword  = 1 << 13
)

// Kind is what field an annotation is.
func (f Forms) Kind(a Annotation) FieldKind {
	return FieldKind(f.lib.fn(fnAnnotGetFieldType).int(f.ID(), a.ID()))
}

// Flags are the flags of its field.
func (f Forms) Flags(a Annotation) int {
	return f.lib.fn(fnAnnotGetFieldFlags).int(f.ID(), a.ID())
}

// Value is the value of its field, "" if it takes more than so many bytes of UTF-16.
func (f Forms) Value(a Annotation, most int) string {
	return a.text(most, func(addr, room uint64) int {
		return f.lib.fn(fnAnnotGetFieldValue).int(f.ID(), a.ID(), addr, room)
	})
}

// Chosen are the labels of those of its first options that are selected, each
// shorter than most bytes of UTF-16.
func (f Forms) Chosen(a Annotation, options, most int) (out []string) {
	n := f.lib.fn(fnAnnotGetOptionCount).int(f.ID(), a.ID())
	for i := range min(max(n, 0), options) {
		if !f.lib.fn(fnAnnotIsOptionSelected).ok(f.ID(), a.ID(), uint64(i)) {
			continue
		}
		out = append(out, a.text(most, func(addr, room uint64) int {
			return f.lib.fn(fnAnnotGetOptionLabel).int(f.ID(), a.ID(), uint64(i), addr, room)
		}))
	}
	return out
}
