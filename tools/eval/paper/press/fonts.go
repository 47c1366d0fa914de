package press

import (
	"crypto/sha256"
	_ "embed"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"ziping/tools/eval/paper/cff"
)

// Face is one font file.
type Face struct {
	Name string
	Hash string // sha256 of the file
	font *sfnt.Font
	cff  *cff.Font // nil for TrueType curves
	buf  sfnt.Buffer
}

// NewFace takes a TrueType or OpenType file.
func NewFace(name string, data []byte) (*Face, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	sum := sha256.Sum256(data)
	face := &Face{Name: name, Hash: hex.EncodeToString(sum[:]), font: f}
	if t := table(data, "CFF "); t != nil {
		if face.cff, err = cff.Parse(t); err != nil {
			return nil, fmt.Errorf("font %s: %w", name, err)
		}
		face.cff.Scale = float64(f.UnitsPerEm())
	}
	return face, nil
}

// table is one table of a font file, nil if it has none of the name.
func table(data []byte, name string) []byte {
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		r := data[12+16*i:]
		if string(r[:4]) == name {
			at := binary.BigEndian.Uint32(r[8:])
			return data[at : at+binary.BigEndian.Uint32(r[12:])]
		}
	}
	return nil
}

// glyph is the number of a character, 0 where the font has none.
func (f *Face) glyph(r rune) sfnt.GlyphIndex {
	i, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil {
		return 0
	}
	return i
}

// unit is the size at which widths are asked for.
const unit = fixed.Int26_6(1000 << 6)

func (f *Face) advance(i sfnt.GlyphIndex) float64 {
	a, err := f.font.GlyphAdvance(&f.buf, i, unit, font.HintingNone)
	if err != nil {
		return 0.5
	}
	return float64(a) / float64(unit)
}

// Stack is fonts in the order in which they are asked for a character.
type Stack []*Face

// Find is the first font that has a character, nil where none has.
func (s Stack) Find(r rune) (*Face, sfnt.GlyphIndex) {
	for _, f := range s {
		if i := f.glyph(r); i != 0 {
			return f, i
		}
	}
	return nil, 0
}

// Advance is the width of a character at size 1.
func (s Stack) Advance(r rune) float64 {
	f, i := s.Find(r)
	if f == nil {
		return 1
	}
	return f.advance(i)
}

// Has reports whether every character of a text can be printed.
func (s Stack) Has(text string) bool {
	for _, r := range text {
		f, i := s.Find(r)
		if f == nil && r > ' ' {
			return false
		}
		if f != nil {
			if _, err := f.outline(i, 10); err != nil {
				return false
			}
		}
	}
	return true
}

//go:embed fonts.txt
var fontList string

// Fonts are the faces of fonts.txt by their names there.
type Fonts map[string]*Face

// LoadFonts looks for the listed fonts below some folders. Which are missing is
// said in the error, with the Debian packages that hold them; the fonts found
// come back even so.
func LoadFonts(dirs ...string) (Fonts, error) {
	paths := map[string]string{}
	for _, d := range dirs {
		_ = filepath.WalkDir(d, func(p string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				paths[e.Name()] = p
			}
			return nil
		})
	}
	out := Fonts{}
	var missing []string
	for line := range strings.Lines(fontList) {
		part := strings.Fields(line)
		if len(part) != 3 || part[0] == "#" {
			continue
		}
		data, err := os.ReadFile(paths[part[1]])
		if err != nil {
			missing = append(missing, part[1]+" ("+part[2]+")")
			continue
		}
		f, err := NewFace(part[0], data)
		if err != nil {
			return nil, err
		}
		out[part[0]] = f
	}
	if missing != nil {
		return out, fmt.Errorf("fonts not found: %s", strings.Join(missing, ", "))
	}
	return out, nil
}
