package pdfium

// Of an Object that is a run of text.

// RenderMode says how a run of text is drawn.
type RenderMode int

// The ways that matter here.
const (
	Fill          RenderMode = 0
	FillAndStroke RenderMode = 2
	Invisible     RenderMode = 3
	ClipOnly      RenderMode = 7
)

// Font is the font of a run of text.
func (o Object) Font() Font { return Font{handle{o.lib, o.lib.fn(fnTextObjGetFont).u32(o.ID())}} }

// FontSize is the size of its font before its matrix.
func (o Object) FontSize() (size float64, ok bool) {
	if !o.lib.fn(fnTextObjGetFontSize).ok(o.ID(), o.lib.at(0)) {
		return 0, false
	}
	return o.lib.f32(0), true
}

// RenderMode is how it is drawn.
func (o Object) RenderMode() RenderMode {
	return RenderMode(o.lib.fn(fnTextObjGetTextRenderMode).int(o.ID()))
}

// SetRenderMode sets it.
func (o Object) SetRenderMode(m RenderMode) {
	o.lib.fn(fnTextObjSetTextRenderMode).raw(o.ID(), uint64(m))
}
