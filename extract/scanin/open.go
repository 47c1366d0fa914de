package scanin

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/bmp"
	"golang.org/x/image/webp"

	"ziping/extract"
	"ziping/extract/raster"
)

// The most dots of one picture: A3 at 400 dpi. A dot takes up to eight bytes while
// it is decoded.
const (
	mostDots = 32_000_000
	mostSide = 20_000
)

// tail is how many bytes at the end of a file are looked at for its end.
const tail = 1024

// file is an opened picture file.
type file struct {
	mediaType string
	pages     int
	picture   func(page int) (*raster.Picture, error) // page from 0
	original  func(page int) (Original, error)
}

// format is a kind of picture of one page.
type format struct {
	mediaType string
	marks     []string // what its files begin with
	end       string   // what they end with, "" if not known
	config    func(io.Reader) (image.Config, error)
	decode    func(io.Reader) (image.Image, error)
	// dpi and turn read what the file says beside the dots; nil where it says nothing.
	dpi  func(data []byte) float64
	turn func(data []byte) turn
}

// formats is the list of kinds of one page.
var formats = []format{
	{mediaType: "image/jpeg", marks: []string{"\xff\xd8\xff"}, end: "\xff\xd9", config: jpeg.DecodeConfig, decode: jpeg.Decode, dpi: jpegDPI, turn: jpegTurn},
	{mediaType: "image/png", marks: []string{"\x89PNG\r\n"}, end: "IEND", config: png.DecodeConfig, decode: png.Decode, dpi: pngDPI},
	{mediaType: "image/bmp", marks: []string{"BM"}, config: bmp.DecodeConfig, decode: bmp.Decode, dpi: bmpDPI},
	{mediaType: "image/webp", marks: []string{"RIFF"}, config: webp.DecodeConfig, decode: webp.Decode},
}

// open looks at what a file claims to hold.
func open(data []byte, l extract.Limits) (*file, error) {
	if int64(len(data)) > l.Bytes {
		return nil, extract.LimitError(int(l.Bytes>>20), extract.Text{ZH: "MB", EN: "MB"})
	}
	if isTIFF(data) {
		return openTIFF(data, l)
	}
	for i := range formats {
		f := &formats[i]
		for _, mark := range f.marks {
			if bytes.HasPrefix(data, []byte(mark)) {
				return f.open(data)
			}
		}
	}
	return nil, unsupported(nil)
}

// open looks at the size that a picture claims.
func (f *format) open(data []byte) (*file, error) {
	c, err := f.config(bytes.NewReader(data))
	if err != nil {
		return nil, explain(err)
	}
	if err := fits(c); err != nil {
		return nil, err
	}
	return &file{
		mediaType: f.mediaType, pages: 1,
		picture:  func(int) (*raster.Picture, error) { return f.picture(data) },
		original: func(int) (Original, error) { return f.original(data, c) },
	}, nil
}

func (f *format) decoded(data []byte) (image.Image, error) {
	img, err := f.decode(bytes.NewReader(data))
	if err != nil && !bytes.Contains(data[max(0, len(data)-tail):], []byte(f.end)) {
		return nil, truncated(err)
	}
	if err != nil {
		return nil, explain(err)
	}
	return img, nil
}

func (f *format) picture(data []byte) (*raster.Picture, error) {
	img, err := f.decoded(data)
	if err != nil {
		return nil, err
	}
	p := tones(img)
	if f.dpi != nil {
		p.DPI = plausible(f.dpi(data))
	}
	if f.turn != nil {
		p = f.turn(data).apply(p)
	}
	return p, nil
}

// fits reports a picture within the limits, and one that has dots at all.
func fits(c image.Config) error {
	switch {
	case c.Width <= 0 || c.Height <= 0:
		return damaged(nil)
	case c.Width > mostSide || c.Height > mostSide || c.Width*c.Height > mostDots:
		return &extract.Error{
			Kind: extract.ErrLimit,
			Reason: extract.Text{
				ZH: fmt.Sprintf("图片有 %d×%d 个像素，超过每页 %d 百万像素的上限", c.Width, c.Height, mostDots/1_000_000),
				EN: fmt.Sprintf("the picture has %d×%d dots, over the limit of %d million for a page", c.Width, c.Height, mostDots/1_000_000),
			},
			Hint: extract.Text{ZH: "请以 200–300 dpi 重新扫描，或缩小图片", EN: "scan it again at 200 to 300 dpi, or make the picture smaller"},
		}
	}
	return nil
}

// plausible is a resolution that a page can have, else 0.
func plausible(dpi float64) float64 {
	const least, most = 50, 1300
	if dpi >= least && dpi <= most {
		return dpi
	}
	return 0
}

// explain says why a picture cannot be decoded.
func explain(err error) *extract.Error {
	var (
		je jpeg.UnsupportedError
		pe png.UnsupportedError
	)
	switch {
	case errors.As(err, &je), errors.As(err, &pe), errors.Is(err, bmp.ErrUnsupported):
		return unsupported(err)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return truncated(err)
	}
	return damaged(err)
}

func truncated(err error) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrTruncated,
		Reason: extract.Text{ZH: "图片不完整，后面的部分缺失", EN: "the picture is incomplete: its end is missing"},
		Hint:   extract.Text{ZH: "请重新下载、复制或扫描", EN: "download, copy or scan it again"},
		Err:    err,
	}
}

func damaged(err error) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrDamaged,
		Reason: extract.Text{ZH: "图片已损坏，无法打开", EN: "the picture is damaged and cannot be opened"},
		Hint:   extract.Text{ZH: "请用看图软件打开后另存一份，或重新扫描", EN: "open it in a viewer and save it again, or scan it again"},
		Err:    err,
	}
}

func unsupported(err error) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrUnsupported,
		Reason: extract.Text{ZH: "不能读取这种编码的图片", EN: "pictures coded in this way are not read"},
		Hint:   extract.Text{ZH: "请另存为 PNG、JPEG 或 PDF", EN: "save it as PNG, JPEG or PDF"},
		Err:    err,
	}
}
