package pdfbuild

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/unicode/norm"
)

// ErrNoCode says that a character map has no code for a character.
var ErrNoCode = errors.New("the character map has no code for a character")

// coder turns characters into codes of fonts and writes the fonts.
type coder interface {
	// encode returns the font's resource name and the code in hexadecimal.
	encode(r rune) (font, code string, err error)
	advance(r rune) float64
	// fonts adds the font objects and returns the entries of the resources.
	fonts(f *file) string
}

func newCoder(k TextKind, font *Font) coder {
	switch k {
	case GBK:
		return &foreign{cmap: "GBK-EUC-H", enc: simplifiedchinese.GBK.NewEncoder()}
	case Distiller:
		return &foreign{cmap: "GBK-EUC-H", enc: simplifiedchinese.GBK.NewEncoder(), latin: true}
	case GBKp:
		return &foreign{cmap: "GBKp-EUC-H", enc: simplifiedchinese.GBK.NewEncoder()}
	case GBK2K:
		return &foreign{cmap: "GBK2K-H", enc: simplifiedchinese.GB18030.NewEncoder()}
	case UCS2:
		return &foreign{cmap: "UniGB-UCS2-H"}
	case UTF16:
		return &foreign{cmap: "UniGB-UTF16-H"}
	case Type3, Type3Blind, LyingType3:
		return &type3{subsetter: subsetter{font: font, code: map[rune]int{}}, blind: k == Type3Blind, lies: k == LyingType3}
	case Word, LyingWord:
		return &word{cjk: identity{subsetter: subsetter{font: font, code: map[rune]int{}}}, latin: latin{subsetter{font: font, code: map[rune]int{}}, k == LyingWord}}
	}
	return &identity{subsetter: subsetter{font: font, code: map[rune]int{}}, kind: k}
}

// Advance is the width of characters in a kind of text layer.
func Advance(k TextKind, font *Font) func(rune) float64 { return newCoder(k, font).advance }

// foreign is a predefined character map without a font in the file.
type foreign struct {
	cmap  string
	enc   *encoding.Encoder
	latin bool // Latin comes from a standard font
}

func (c *foreign) encode(r rune) (string, string, error) {
	if c.latin && r < 0x80 {
		return "F2", fmt.Sprintf("%02X", r), nil
	}
	if c.enc == nil {
		u := utf16.Encode([]rune{r})
		if len(u) > 1 && c.cmap == "UniGB-UCS2-H" {
			return "", "", ErrNoCode
		}
		out := ""
		for _, v := range u {
			out += fmt.Sprintf("%04X", v)
		}
		return "F1", out, nil
	}
	s, err := c.enc.String(string(r))
	if err != nil {
		return "", "", fmt.Errorf("%w: %c in %s", ErrNoCode, r, c.cmap)
	}
	return "F1", fmt.Sprintf("%X", s), nil
}

func (c *foreign) advance(r rune) float64 {
	if c.latin && r < 0x80 {
		return 0.6 // Courier
	}
	if r < 0x80 {
		return 0.5
	}
	return 1
}

func (c *foreign) fonts(f *file) string {
	d := f.add("<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[-8 -145 1000 859]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 683/StemV 50>>")
	// 1–95 are the proportional Latin letters of Adobe-GB1, 814–939 those of half width.
	n := f.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor %d 0 R/DW 1000/W[1 95 500 814 939 500]>>", d))
	n = f.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/%s/DescendantFonts[%d 0 R]>>", c.cmap, n))
	if c.latin {
		return fmt.Sprintf("/F1 %d 0 R/F2 %d 0 R", n, f.add("<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"))
	}
	return fmt.Sprintf("/F1 %d 0 R", n)
}

// subsetter numbers characters in the order of their first use, from 1.
type subsetter struct {
	font *Font
	code map[rune]int
	list []rune
}

func (s *subsetter) number(r rune) (int, error) {
	n, ok := s.code[r]
	if !ok {
		if s.font.Glyph(r) == 0 {
			return 0, fmt.Errorf("%w: %c in the font", ErrNoCode, r)
		}
		s.list = append(s.list, r)
		n = len(s.list)
		s.code[r] = n
	}
	return n, nil
}

func (s *subsetter) advance(r rune) float64 { return s.font.Advance(r) }

// identity is an embedded subset whose codes are glyph numbers.
type identity struct {
	subsetter
	kind TextKind
}

// permuted glyph orders leave room for this many characters.
const slots = 2003

func (c *identity) encode(r rune) (string, string, error) {
	n, err := c.number(r)
	if err != nil {
		return "", "", err
	}
	return "F1", fmt.Sprintf("%04X", c.glyph(n)), nil
}

func (c *identity) glyph(n int) int {
	if c.kind == Permuted {
		return 3 + n*37%slots // slots is a prime
	}
	return n
}

func (c *identity) fonts(f *file) string {
	n := len(c.list) + 1
	if c.kind == Permuted {
		n = slots + 4
	}
	order, widths, chars := make([]int, n), make([]string, n), map[rune]int{}
	for i := range widths {
		widths[i] = "1000"
	}
	for i, r := range c.list {
		g := c.glyph(i + 1)
		order[g], chars[r] = c.font.Glyph(r), g
		widths[g] = fmt.Sprintf("%.0f", 1000*c.font.Advance(r))
	}
	if c.kind != NoUnicode && c.kind != LyingMap && c.kind.Lies() {
		chars = nil
	}
	data := c.font.subset(order, chars)
	file := f.stream(fmt.Sprintf("/Length1 %d", len(data)), data)
	d := f.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/ABCDEF+SongTi/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80/FontFile2 %d 0 R>>", file))
	cid := f.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+SongTi/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW 1000/W[0[%s]]>>", d, strings.Join(widths, " ")))
	back := ""
	if c.kind != NoUnicode && c.kind != Permuted {
		back = fmt.Sprintf("/ToUnicode %d 0 R", f.stream("", toUnicode(c.list, 2, c.tell)))
	}
	return fmt.Sprintf("/F1 %d 0 R", f.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+SongTi/Encoding/Identity-H/DescendantFonts[%d 0 R]%s>>", cid, back)))
}

// tell is what ToUnicode says for a character.
func (c *identity) tell(r rune) string {
	digit := r >= '0' && r <= '9'
	switch {
	case (c.kind == LyingMap || c.kind == LyingBare) && digit:
		return string(otherDigit(r))
	case c.kind == LyingSwap && (r == '6' || r == '9'):
		return string('6' + '9' - r)
	case c.kind == LyingBlank && (r == '-' || r == '.' || r == '1'):
		return "\u00a0"
	case c.kind == LyingTwice && r == '5':
		return "55"
	case c.kind == LyingSame && r == '8':
		return "3"
	case c.kind == LyingAreas && digit:
		return string(0xE000 + r)
	case c.kind == LyingMixed && (r == '2' || r == '7'):
		return "" // no name at all
	case c.kind == SoftHyphens && r == '-':
		return "\u00ad"
	case c.kind == Kangxi:
		if k, ok := radicals()[r]; ok {
			return string(k)
		}
	}
	return string(r)
}

// otherDigit is the name that lying fonts give a digit.
func otherDigit(r rune) rune {
	if r < '0' || r > '9' {
		return r
	}
	return '0' + (r-'0'+3)%10
}

// plainly names a character by itself.
func plainly(r rune) string { return string(r) }

// radicals gives for an ordinary character the radical that looks the same.
func radicals() map[rune]rune {
	out := map[rune]rune{'长': '⻓', '见': '⻅', '贝': '⻉', '车': '⻋', '门': '⻔', '页': '⻚', '风': '⻛', '马': '⻢', '鱼': '⻥'}
	for k := rune(0x2f00); k <= 0x2fd5; k++ {
		for _, r := range norm.NFKC.String(string(k)) {
			out[r] = k
		}
	}
	return out
}

// toUnicode writes the map from codes (from 1, of some bytes) to characters.
func toUnicode(list []rune, size int, tell func(rune) string) []byte {
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n")
	fmt.Fprintf(&b, "1 begincodespacerange<%0*X><%s>endcodespacerange\n", 2*size, 0, strings.Repeat("FF", size))
	for i := 0; i < len(list); i += 100 {
		part := list[i:min(i+100, len(list))]
		named := 0
		for _, r := range part {
			if tell(r) != "" {
				named++
			}
		}
		fmt.Fprintf(&b, "%d beginbfchar\n", named)
		for k, r := range part {
			if tell(r) == "" {
				continue
			}
			fmt.Fprintf(&b, "<%0*X><", 2*size, i+k+1)
			for _, u := range utf16.Encode([]rune(tell(r))) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap CMapName currentdict/CMap defineresource pop end end\n")
	return []byte(b.String())
}
