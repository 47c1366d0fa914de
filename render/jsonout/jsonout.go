// Package jsonout writes the public JSON of the pipeline: a Document or a
// Result in UTF-8, keys in the order of the contract, no HTML escapes, one line
// end at the end.
//
//	err := jsonout.Write(w, result, jsonout.Indented)
//
// The schemas are in docs/schema. The bytes depend on the value alone.
package jsonout

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"ziping/render/screen"
)

// Style is how the JSON is laid out.
type Style int

// The styles: Indented for files and readers, Compact for one value a line.
const (
	Indented Style = iota
	Compact
)

// Write writes v, which is an *extract.Document, a *score.Result or a part of one.
func Write(w io.Writer, v any, style Style) error {
	enc := json.NewEncoder(visible{w})
	enc.SetEscapeHTML(false)
	if style == Indented {
		enc.SetIndent("", "  ")
	}
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("json: %w", err)
	}
	return nil
}

// visible writes JSON with what is hidden spelled out. The encoder hands it a whole value
// at once.
type visible struct{ w io.Writer }

func (v visible) Write(data []byte) (int, error) {
	if _, err := v.w.Write(escapeHidden(data)); err != nil {
		return 0, err
	}
	return len(data), nil
}

// escapeHidden spells out control and direction characters that JSON allows as
// they are (U+007F, U+202E …), so that output on a terminal cannot steer it.
// The value stays the same: such characters stand in strings only.
func escapeHidden(data []byte) []byte {
	var out []byte
	from := 0
	for i := 0; i < len(data); {
		switch c := data[i]; {
		case c < 0x7f:
			i++
			continue
		case 0xe4 <= c && c <= 0xe9: // U+4000 to U+9FFF, characters all; JSON is valid UTF-8
			i += 3
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if screen.Hidden(r) {
			out = append(out, data[from:i]...)
			if r > 0xffff {
				r -= 0x10000
				out = fmt.Appendf(out, `\u%04x\u%04x`, 0xd800+(r>>10), 0xdc00+(r&0x3ff))
			} else {
				out = fmt.Appendf(out, `\u%04x`, r)
			}
			from = i + n
		}
		i += n
	}
	if out == nil {
		return data
	}
	return append(out, data[from:]...)
}
