package pdfium

import "math"

// Object is something drawn: a run of text, a path, a picture, a shading, or a
// form XObject with objects of its own.
type Object struct{ handle }

// Kind is what an Object is.
type Kind int

// The kinds of objects.
const (
	KindText    Kind = 1
	KindPath    Kind = 2
	KindImage   Kind = 3
	KindShading Kind = 4
	KindForm    Kind = 5
)

// Kind is what it is.
func (o Object) Kind() Kind { return Kind(o.lib.fn(fnPageObjGetType).int(o.ID())) }

// Matrix is its own matrix.
func (o Object) Matrix() (m Matrix, ok bool) {
	if !o.lib.fn(fnPageObjGetMatrix).ok(o.ID(), o.lib.at(0)) {
		return m, false
	}
	o.lib.floats(m[:])
	return m, true
}

// Bounds is the box around it.
func (o Object) Bounds() (b Box, ok bool) {
	l := o.lib
	if !l.fn(fnPageObjGetBounds).ok(o.ID(), l.at(0), l.at(1), l.at(2), l.at(3)) {
		return b, false
	}
	return Box{l.f32(0), l.f32(1), l.f32(2), l.f32(3)}, true
}

// MoveRight moves it, and has it measured anew.
func (o Object) MoveRight(by float64) {
	one, none := math.Float64bits(1), math.Float64bits(0)
	o.lib.fn(fnPageObjTransform).raw(o.ID(), one, none, none, one, math.Float64bits(by), none)
}

// SetActive says whether it is drawn when the page is painted.
func (o Object) SetActive(active bool) {
	v := uint64(0)
	if active {
		v = 1
	}
	o.lib.fn(fnPageObjSetIsActive).raw(o.ID(), v)
}

// Transparent reports that it is transparent, blended or masked.
func (o Object) Transparent() bool { return o.lib.fn(fnPageObjHasTransparency).ok(o.ID()) }

// FillColour is the colour it is filled with; false for patterns.
func (o Object) FillColour() (c Colour, ok bool) { return o.colour(fnPageObjGetFillColor) }

// StrokeColour is the colour of its lines; false for patterns.
func (o Object) StrokeColour() (c Colour, ok bool) { return o.colour(fnPageObjGetStrokeColor) }

func (o Object) colour(of function) (c Colour, ok bool) {
	l := o.lib
	if !l.fn(of).ok(o.ID(), l.at(0), l.at(1), l.at(2), l.at(3)) {
		return c, false
	}
	return Colour{l.u32(0), l.u32(1), l.u32(2), l.u32(3)}, true
}

// Dots is how many dots a picture is wide and high.
func (o Object) Dots() (w, h int, ok bool) {
	l := o.lib
	if !l.fn(fnImageObjGetImagePixelSize).ok(o.ID(), l.at(0), l.at(1)) {
		return 0, 0, false
	}
	return int(l.u32(0)), int(l.u32(1)), true
}

// StrokeWidth is the width of its lines.
func (o Object) StrokeWidth() (w float64, ok bool) {
	if !o.lib.fn(fnPageObjGetStrokeWidth).ok(o.ID(), o.lib.at(0)) {
		return 0, false
	}
	return o.lib.f32(0), true
}

// SetStrokeWidth sets it.
func (o Object) SetStrokeWidth(w float64) {
	o.lib.fn(fnPageObjSetStrokeWidth).raw(o.ID(), float(w))
}

// Marks counts the marks of its content.
func (o Object) Marks() int { return o.lib.fn(fnPageObjCountMarks).int(o.ID()) }

// Mark is one of them.
func (o Object) Mark(i int) Mark {
	return Mark{handle{o.lib, o.lib.fn(fnPageObjGetMark).u32(o.ID(), uint64(i))}}
}

// RemoveParam takes an entry out of a mark of the object.
func (o Object) RemoveParam(m Mark, name string) {
	o.lib.fn(fnPageObjMarkRemoveParam).raw(o.ID(), m.ID(), o.lib.key(name))
}

// Clip is what it is clipped to, null if to nothing.
func (o Object) Clip() ClipPath {
	return ClipPath{handle{o.lib, o.lib.fn(fnPageObjGetClipPath).u32(o.ID())}}
}

// FormObjects counts the objects in a form XObject.
func (o Object) FormObjects() int { return o.lib.fn(fnFormObjCountObjects).int(o.ID()) }

// FormObject is one of them.
func (o Object) FormObject(i int) Object {
	return Object{handle{o.lib, o.lib.fn(fnFormObjGetObject).u32(o.ID(), uint64(i))}}
}
