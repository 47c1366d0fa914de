// Package fields reads the values of form fields that do not say how they look,
// and puts them where a viewer would draw them:
//
//	f := fields.New(data)
//	found := f.Of(doc, page) // before the page is flattened
//	for _, v := range found.Values {
//		glyphs = append(glyphs, v.LayOut(view)...)
//	}
//
// Where a field's look is given, flattening makes it part of the page, unless the
// file asks viewers to build the looks of its fields from their values: then those
// in the file are old, empty, or whatever the last program left.
package fields

import (
	"regexp"
	"strings"

	"ziping/extract/pdfin/packed"
	"ziping/extract/pdfin/pdfium"
	"ziping/text/blank"
)

// Bounds on the fields of a page, and on the text of one.
const (
	maxFields  = 2_000
	maxOptions = 500
	maxText    = 4_000   // bytes of UTF-16
	maxLook    = 400_000 // the same
)

var needLooks = regexp.MustCompile(`/NeedAppearances\s+true`)

// File is what a file says of all its fields.
type File struct{ built bool }

// New looks at a file.
func New(data []byte) File { return File{packed.Says(data, needLooks)} }

// Value is a value and the box it belongs into.
type Value struct {
	text  string
	box   pdfium.Box
	lines bool // it may take several
}

// Found is what the fields of a page hold beside their looks.
type Found struct {
	Values []Value
	// Unshown are values whose look shows no text, and nobody is asked to make
	// another: they are not on the paper.
	Unshown []string
}

// Of reads the values of a page's fields that flattening would throw away. It takes
// away the looks in whose place they come.
func (f File) Of(doc pdfium.Document, page pdfium.Page) (out Found) {
	forms := doc.Forms()
	defer forms.Close()
	for i := range min(max(page.Annotations(), 0), maxFields) {
		a := page.Annotation(i)
		if a.Exists() && a.Kind() == pdfium.Widget && a.Flags()&(pdfium.FlagHidden|pdfium.FlagNoView) == 0 {
			f.look(forms, a, &out)
		}
		if a.Exists() {
			a.Close()
		}
	}
	return out
}

func (f File) look(forms pdfium.Forms, a pdfium.Annotation, out *Found) {
	v, ok := valueOf(forms, a)
	if !ok {
		return
	}
	switch looks := a.Has("AP"); {
	case looks && f.built:
		a.RemoveLook()
		fallthrough
	case !looks:
		if v.text != "" {
			out.Values = append(out.Values, v)
		}
	case v.text != "" && !showsText(a.Look(maxLook)):
		out.Unshown = append(out.Unshown, v.text)
	}
}

// valueOf is the text that a field shows; false for one that shows none, such as a
// box to tick.
func valueOf(forms pdfium.Forms, a pdfium.Annotation) (v Value, ok bool) {
	flags := forms.Flags(a)
	switch forms.Kind(a) {
	case pdfium.TextField:
		if flags&pdfium.FieldPassword != 0 {
			return v, false
		}
		v.text, v.lines = forms.Value(a, maxText), flags&pdfium.FieldMultiline != 0
	case pdfium.ComboField:
		if v.text = strings.Join(forms.Chosen(a, maxOptions, maxText), ""); v.text == "" {
			v.text = forms.Value(a, maxText) // typed, not chosen
		}
	case pdfium.ListField:
		v.text, v.lines = strings.Join(forms.Chosen(a, maxOptions, maxText), "\n"), true
	case pdfium.NoField: // a viewer draws it all the same
		v.text = a.Text("V", maxText)
	default:
		return v, false
	}
	v.text = blank.Trim(v.text)
	box, ok := a.Rect()
	v.box = box
	return v, ok
}

var showing = regexp.MustCompile(`(^|[\s\])>])(Tj|TJ|'|"|Do)(\s|$)`)

// showsText reports a look that shows text, or draws what may.
func showsText(content string) bool { return content == "" || showing.MatchString(content) }
