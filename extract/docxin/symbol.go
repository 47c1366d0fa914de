package docxin

import (
	"strconv"
	"strings"

	"ziping/extract"
)

// Word writes check boxes and signs as characters of fonts that draw pictures
// in the places of letters. These are the ones forms use.
var symbols = map[string]map[rune]rune{
	"wingdings": {
		0x4a: '☺', 0x6c: '●', 0x6d: '○', 0x6e: '■', 0x6f: '□', 0x70: '□', 0x71: '□', 0x72: '□', 0x74: '◆', 0x75: '◆', 0x76: '❖', 0x77: '◆',
		0x9e: '·', 0x9f: '•', 0xa1: '○', 0xa4: '◉', 0xa7: '▪', 0xa8: '☐', 0xab: '★', 0xd8: '➢', 0xdf: '←', 0xe0: '→', 0xe1: '↑', 0xe2: '↓', 0xe8: '→',
		0xfb: '×', 0xfc: '√', 0xfd: '☒', 0xfe: '☑',
	},
	"wingdings 2": {
		0x2a: '☐', 0x30: '☐', 0x4f: '×', 0x50: '√', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0x97: '●', 0x98: '●', 0xa2: '■', 0xa3: '□',
	},
	"webdings": {0x61: '√', 0x63: '□', 0x67: '■', 0x72: '×'},
	"symbol": {
		0x57: 'Ω', 0x44: 'Δ', 0x53: 'Σ', 0x61: 'α', 0x62: 'β', 0x67: 'γ', 0x6d: 'μ', 0x70: 'π',
		0xa3: '≤', 0xa5: '∞', 0xb0: '°', 0xb1: '±', 0xb3: '≥', 0xb4: '×', 0xb7: '·', 0xb8: '÷', 0xb9: '≠', 0xba: '≡', 0xbb: '≈', 0xbe: '-',
		0xac: '←', 0xad: '↑', 0xae: '→', 0xaf: '↓', 0xd7: '·', 0xe5: 'Σ',
	},
}

// symbolic reports a font that draws signs instead of letters.
func symbolic(font string) bool { return symbols[strings.ToLower(font)] != nil }

// fromFont gives the signs that a font draws for a text; a sign not known
// stays in the private range, which is said by a warning like any other.
func fromFont(font, text string) string {
	table := symbols[strings.ToLower(font)]
	return strings.Map(func(r rune) rune {
		code := r
		if r >= 0xf000 && r <= 0xf0ff {
			code = r - 0xf000
		}
		if sign, ok := table[code]; ok {
			return sign
		}
		if code <= 0x20 {
			return ' '
		}
		if strings.EqualFold(font, "symbol") && code < 0x7f && !letter(code) {
			return code // figures and punctuation are what they are
		}
		if wing := strings.ToLower(font) == "wingdings"; wing && code >= 0x81 && code <= 0x8a {
			return '①' + code - 0x81
		} else if wing && code >= 0x8c && code <= 0x95 {
			return '❶' + code - 0x8c
		}
		if code <= 0xff {
			return 0xf000 + code
		}
		return r
	}, text)
}

func letter(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }

// private reports a text that only a font could show.
func private(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 0xe000 && r <= 0xf8ff })
}

// symbol adds <w:sym w:font="Wingdings" w:char="F0FE"/>.
func (r *reader) symbol(p *paragraph, font, char string) error {
	text := "\ufffd"
	if code, err := strconv.ParseUint(char, 16, 16); err == nil {
		text = string(rune(code))
	}
	if symbolic(font) {
		text = fromFont(font, text)
	}
	if private(text) {
		p.marks = addMark(p.marks, "symbol", extract.Text{ZH: "有符号字体 " + font + " 的符号无法转成文字", EN: "a sign of the font " + font + " cannot be told as text"})
	}
	return r.put(p, text)
}
