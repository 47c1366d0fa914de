package xlsxin

import (
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/opc"
)

// shared is a text of the table of shared strings.
type shared struct {
	text   string
	struck *extract.Text // what there is to say of struck parts
}

// gathered is a text without what of it is struck.
func gathered(text string, parts draft.Struck) (s shared) {
	s.text, s.struck = parts.Cut(text)
	return s
}

const (
	maxStrings     = 1_000_000
	maxStringBytes = 64 << 20
)

func (r *reader) readStrings(part string) error {
	total := 0
	return r.p.Scan(part, func(s *opc.Scanner) error {
		for s.Next() {
			if !s.Is(opc.Start, opc.Sheet, "si") {
				continue
			}
			one, err := rich(s, r.limits.CellRunes)
			if err != nil {
				return err
			}
			if total += len(one.text); total > maxStringBytes || len(r.strings) >= maxStrings {
				return extract.LimitError(maxStrings, extract.Text{ZH: "个文字条目", EN: "shared strings"})
			}
			r.strings = append(r.strings, one)
		}
		return s.Err()
	})
}

// rich reads a text and its runs up to the end of the tag just started.
// Phonetic hints are no part of it.
func rich(s *opc.Scanner, maxRunes int) (shared, error) {
	var b strings.Builder
	var parts draft.Struck
	depth := s.Depth
	text, above, struck := false, false, false
	for s.Next() {
		switch {
		case s.Kind == opc.End && s.Depth == depth:
			out := gathered(b.String(), parts)
			if strings.Contains(out.text, "_x") {
				out.text = unescape(out.text)
			}
			return out, nil
		case s.Kind == opc.Text:
			if !text {
				continue
			}
			t := s.Text()
			if above {
				t = draft.Superscript(t)
			}
			if struck {
				parts.Add(b.Len(), b.Len()+len(t))
			}
			if b.WriteString(t); b.Len() > 4*maxRunes {
				return shared{}, extract.LimitError(maxRunes, extract.Text{ZH: "字的单元格", EN: "characters in a cell"})
			}
		case s.Space != opc.Sheet:
		case s.Kind == opc.End:
			if s.Name() == "t" {
				text = false
			}
		default:
			switch s.Name() {
			case "t":
				text = true
			case "r":
				above, struck = false, false
			case "vertAlign":
				above = s.Attr("val") == "superscript"
			case "strike":
				struck = s.On("val")
			case "rPh", "phoneticPr":
				s.Skip()
			}
		}
	}
	return shared{}, s.Err()
}

// unescape reads _x000D_, the way a spreadsheet writes control characters.
func unescape(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || i+7 > len(s) {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		code, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' {
			b.WriteString("_x")
			s = s[i+2:]
			continue
		}
		switch {
		case code == '\r':
		case code < 0xd800 || code > 0xdfff:
			b.WriteRune(rune(code))
		}
		s = s[i+7:]
	}
}
