package draft

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/text/blank"
)

// LabelledCell files a cell that holds a known label and its value behind a colon, or several
// of them, one below the other or a blank apart. It reports false where the cell is another.
//
//	填报单位:市园林局    填报日期:2023年3月1日
func (d *Draft) LabelledCell(it *table.Item) bool {
	at := labelsIn(it.Text, d.Lex)
	if len(at) == 0 || at[0] > 0 {
		return false
	}
	if kv, _ := table.CutColon(it.Text); kv[1] == "" {
		return false
	}
	for k, from := range at {
		to := len(it.Text)
		if k+1 < len(at) {
			to = at[k+1]
		}
		if kv, _ := table.CutColon(it.Text[from:to]); kv[1] != "" {
			d.Labelled(kv[0], it, kv[1])
		} else {
			d.BlankLabel(kv[0])
		}
	}
	it.Claimed, it.Role = true, normalize.RoleValue
	return true
}

// HoldsLabel reports a cell that is a known label, or begins with one and its colon.
func (d *Draft) HoldsLabel(it *table.Item) bool {
	_, is := d.Lex.Head[it.Bare]
	at := labelsIn(it.Text, d.Lex)
	return is || len(at) > 0 && at[0] == 0
}

// labelsIn is where known labels with a colon begin in a text: at its start, whatever line ends
// are in them, and behind a blank; a single one may also stand within.
func labelsIn(text string, lex *lexicon.Lexicon) (at []int) {
	wide, last, first := 0, 0, true
	for i := 0; i < len(text); {
		if blanks, size := blank.Lead(text[i:]); size > 0 {
			i += size
			if last = i; blanks > 1 || strings.Contains(text[i-size:i], "\n") {
				wide = i
			}
			if first {
				wide, last = 0, 0
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == ':' || r == '：' {
			for _, from := range []int{wide, last} {
				if _, known := lex.Head[lexicon.Bare(text[from:i])]; known {
					at = append(at, from)
					break
				}
			}
			first = false
		}
		i += size
	}
	return at
}
