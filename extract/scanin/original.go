package scanin

import (
	"image"
	"iter"

	"ziping/extract"
	"ziping/extract/raster"
)

// Original is a page of a picture file as the file has it: JPEG and PNG as they are
// packed, other kinds unpacked without loss.
type Original struct {
	JPEG, PNG []byte
	Image     image.Image
	// Quarters are the quarter turns clockwise that put it upright, Width and Height its
	// size then, in points.
	Quarters      int
	Width, Height float64
}

// Originals are the pages of a file in their order, each made when its turn comes. Read
// may number some of them only; here all come. An error, an *extract.Error, ends them.
func Originals(data []byte, o extract.Options) iter.Seq2[Original, error] {
	return func(yield func(Original, error) bool) {
		file, err := open(data, o.Limits)
		if err != nil {
			yield(Original{}, err)
			return
		}
		for i := range file.pages {
			page, err := file.original(i)
			if !yield(page, err) || err != nil {
				return
			}
		}
	}
}

func (f *format) original(data []byte, c image.Config) (out Original, err error) {
	dpi := 0.0
	if f.dpi != nil {
		dpi = f.dpi(data)
	}
	if f.turn != nil {
		out.Quarters = f.turn(data).quarters()
	}
	out.size(c.Width, c.Height, plausible(dpi), 1)
	switch f.mediaType {
	case "image/jpeg":
		out.JPEG = data
	case "image/png":
		out.PNG = data
	default:
		out.Image, err = f.decoded(data)
	}
	return out, err
}

func tiffOriginal(data []byte, at uint32) (out Original, err error) {
	img, d, err := tiffPage(data, at)
	if err != nil {
		return out, err
	}
	out.Image, out.Quarters = img, d.turn().quarters()
	out.size(img.Bounds().Dx(), img.Bounds().Dy(), d.dpi(), d.stretch())
	return out, nil
}

// size works out how large a page is.
func (p *Original) size(w, h int, dpi, stretch float64) {
	const points = 72
	scale := points / raster.Resolution(w, int(float64(h)*stretch+0.5), dpi)
	p.Width, p.Height = float64(w)*scale, float64(h)*scale*stretch
	if p.Quarters&1 != 0 {
		p.Width, p.Height = p.Height, p.Width
	}
}
