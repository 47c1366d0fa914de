package docxin

import (
	"strings"

	"ziping/extract/opc"
	"ziping/text/numerals"
)

// lists are those of a document and how far each has counted, by w:num.
type lists map[string]*list

// list is one w:num: levels, shared counters, own starting values.
type list struct {
	levels [9]level
	counts *[9]int // shared by all lists of one abstract list; -1 where not begun
	start  [9]int  // own start, -1 for none
	begun  bool
}

type level struct {
	known    bool
	start    int
	format   string
	text     string
	between  string // what follows the number
	style    string
	legal    bool
	font     string
	restarts int // level whose step restarts this one; -1 for the one above
}

// maxLevelText is more than the form of a list number has: Word takes 31 characters.
const maxLevelText = 256

func readLists(p *opc.Package, part string) (lists, error) {
	all := lists{}
	if part == "" {
		return all, nil
	}
	type abstract struct {
		levels [9]level
		counts *[9]int
	}
	abstracts := map[string]*abstract{}
	err := p.Scan(part, func(s *opc.Scanner) error {
		var a *abstract
		var n *list
		at := 0
		var into *level
		for s.Next() {
			if s.Kind != opc.Start || s.Space != opc.Word {
				continue
			}
			switch s.Name() {
			case "abstractNum":
				a, n = &abstract{counts: new([9]int)}, nil
				for i := range a.counts {
					a.counts[i] = -1
				}
				if len(abstracts) < 10_000 {
					abstracts[s.Attr("abstractNumId")] = a
				}
			case "num":
				n = &list{start: [9]int{-1, -1, -1, -1, -1, -1, -1, -1, -1}, counts: new([9]int)}
				if len(all) < 10_000 {
					all[s.Attr("numId")] = n
				}
			case "abstractNumId":
				if from := abstracts[s.Attr("val")]; from != nil && n != nil {
					n.levels, n.counts = from.levels, from.counts
				}
			case "lvlOverride":
				at = s.Int("ilvl", 0)
			case "startOverride":
				if n != nil && at >= 0 && at < 9 {
					n.start[at] = s.Int("val", 1)
				}
			case "lvl":
				into = nil
				i := s.Int("ilvl", 0)
				if i < 0 || i > 8 {
					continue
				}
				if n != nil {
					into = &n.levels[i]
				} else if a != nil {
					into = &a.levels[i]
				}
				if into != nil {
					*into = level{known: true, start: 1, format: "decimal", between: "tab", restarts: -1}
				}
			default:
				if into != nil {
					into.read(s)
				}
			}
		}
		return s.Err()
	})
	return all, err
}

func (l *level) read(s *opc.Scanner) {
	switch s.Name() {
	case "start":
		l.start = s.Int("val", 1)
	case "numFmt":
		l.format = s.Attr("val")
	case "lvlText":
		l.text = s.Attr("val")
	case "suff":
		l.between = s.Attr("val")
	case "pStyle":
		l.style = s.Attr("val")
	case "isLgl":
		l.legal = s.On("val")
	case "rFonts":
		l.font = s.Attr("ascii")
	case "lvlRestart":
		l.restarts = s.Int("val", 0)
	}
}

// number is the list number that Word prints before a paragraph, with what
// parts it from the text; sure is false where its form is not known.
func (all lists) number(p *properties, styles styles) (text string, sure bool) {
	if p.listed {
		if private(p.printed) || p.printed == "" {
			return "", false
		}
		return p.printed + between("", p.printed), true
	}
	num, at := p.num, p.level
	id := p.style
	for depth := 0; num == "" && id != "" && depth < 20; depth++ {
		st, ok := styles[id]
		if !ok {
			break
		}
		if num = st.num; num != "" {
			if at < 0 {
				at = st.level
			}
			if l := all[num]; l != nil && at < 0 {
				for i := range l.levels {
					if l.levels[i].style == id {
						at = i
					}
				}
			}
		}
		id = st.basedOn
	}
	l := all[num]
	at = max(0, at)
	if l == nil || at > 8 || !l.levels[at].known {
		return "", true
	}
	l.step(at)
	return l.print(at)
}

// step counts one paragraph at a level.
func (l *list) step(at int) {
	if !l.begun {
		l.begun = true
		for i, v := range l.start {
			if v >= 0 { // the list begins anew there
				l.counts[i] = -1
			}
		}
	}
	first := l.levels[at].start
	if l.start[at] >= 0 {
		first = l.start[at]
	}
	if l.counts[at] < 0 {
		l.counts[at] = first
	} else {
		l.counts[at]++
	}
	for i := at + 1; i < 9; i++ {
		if limit := l.levels[i].restarts; limit != 0 && (limit < 0 || at < limit) {
			l.counts[i] = -1
		}
	}
}

// print writes the number of the level just counted.
func (l *list) print(at int) (string, bool) {
	lv := &l.levels[at]
	if len(lv.text) > maxLevelText {
		return "", false
	}
	switch lv.format {
	case "none":
		return "", true
	case "bullet":
		text := lv.text
		if symbolic(lv.font) {
			text = fromFont(lv.font, text)
		}
		if text == "" || private(text) {
			return "", text == ""
		}
		return text + between(lv.between, text), true
	}
	var b strings.Builder
	for i := 0; i < len(lv.text); i++ {
		if lv.text[i] != '%' || i+1 >= len(lv.text) || lv.text[i+1] < '1' || lv.text[i+1] > '9' {
			b.WriteByte(lv.text[i])
			continue
		}
		i++
		k := int(lv.text[i] - '1')
		n, format := l.counts[k], l.levels[k].format
		if n < 0 {
			n = l.levels[k].start
		}
		if lv.legal {
			format = "decimal"
		}
		s, ok := numerals.List(n, format)
		if !ok {
			return "", false
		}
		b.WriteString(s)
	}
	text := b.String()
	if text == "" {
		return "", true
	}
	return text + between(lv.between, text), true
}

// between is the blank after a number, none where the number ends in wide
// punctuation that brings its own.
func between(suffix, number string) string {
	if suffix == "nothing" || strings.HasSuffix(number, "、") || strings.HasSuffix(number, ")") || strings.HasSuffix(number, ".") {
		return ""
	}
	return " "
}
