package extract

// Clip is a small picture of a cell whose figure was not read for certain, cut from the
// page made straight, for whoever has to look.
type Clip struct {
	At  Ref    // of the cell
	PNG []byte // grey
}

// The bounds of clips: how many a document has, the least sure ones, and how many bytes
// each may take.
const (
	MostClips = 200
	MostClip  = 2 << 10
)

// Clip is the picture of a cell, nil where there is none.
func (d *Document) Clip(at Ref) []byte {
	for i := range d.Clips {
		if d.Clips[i].At.Key() == at.Key() {
			return d.Clips[i].PNG
		}
	}
	return nil
}
