package docxin

import (
	"strings"

	"ziping/extract/draft"
	"ziping/extract/opc"
)

// Equations are built of parts that stand above, below and beside each other.
// On one line a fraction is a/b, a power has its figures raised, a root is √a.

// equation is an equation being read: its parts by their names, and the signs
// that its properties name.
type equation struct {
	parts map[string][]string
	signs map[string]string
}

// equationText reads what the tag just started holds as one line; no text in it
// is longer than most.
func equationText(s *opc.Scanner, most int) (string, error) {
	var b strings.Builder
	err := each(s, func() error {
		switch {
		case s.Space == opc.Word && (s.Name() == "del" || s.Name() == "rPr" || s.Name() == "moveFrom"):
			s.Skip()
			return nil
		case s.Space == opc.Word && s.Name() == "t":
			b.WriteString(s.Content(most))
			return nil
		case s.Space != opc.Math:
			return nil
		}
		name := s.Name()
		switch {
		case name == "t":
			b.WriteString(s.Content(most))
		case strings.HasSuffix(name, "Pr"):
			s.Skip()
		case arranged[name]:
			e := equation{parts: map[string][]string{}, signs: map[string]string{}}
			if err := e.read(s, most); err != nil {
				return err
			}
			b.WriteString(e.line(name))
		}
		return nil
	})
	return b.String(), err
}

// arranged are the tags whose parts stand in an order of their own; the text
// of others is read as it comes.
var arranged = map[string]bool{"f": true, "sSup": true, "sSub": true, "sSubSup": true, "rad": true, "nary": true, "d": true}

// read takes the parts of one of them.
func (e *equation) read(s *opc.Scanner, most int) error {
	return each(s, func() error {
		name := s.Name()
		switch {
		case s.Space != opc.Math:
		case name == "begChr" || name == "endChr" || name == "sepChr" || name == "chr":
			e.signs[name] = s.Attr("val")
		case strings.HasSuffix(name, "Pr") && name != "ctrlPr": // look into it
		case name == "ctrlPr":
			s.Skip()
		case name == "num" || name == "den" || name == "e" || name == "sup" || name == "sub" || name == "deg":
			text, err := equationText(s, most)
			if err != nil {
				return err
			}
			e.parts[name] = append(e.parts[name], text)
		}
		return nil
	})
}

// line writes the parts one after another.
func (e *equation) line(name string) string {
	part := func(name string) string { return strings.Join(e.parts[name], "") }
	sign := func(name, without string) string {
		if v, ok := e.signs[name]; ok {
			return v
		}
		return without
	}
	switch name {
	case "f":
		return grouped(part("num")) + "/" + grouped(part("den"))
	case "sSup":
		return part("e") + raised(part("sup"))
	case "sSub":
		return part("e") + part("sub")
	case "sSubSup":
		return part("e") + part("sub") + raised(part("sup"))
	case "rad":
		return raised(part("deg")) + "√" + grouped(part("e"))
	case "nary":
		out := sign("chr", "∫")
		if sub, sup := part("sub"), part("sup"); sub+sup != "" {
			out += "(" + sub + "…" + sup + ")"
		}
		return out + part("e")
	}
	return sign("begChr", "(") + strings.Join(e.parts["e"], sign("sepChr", "|")) + sign("endChr", ")")
}

// grouped puts brackets around what reads as several terms.
func grouped(s string) string {
	if strings.ContainsAny(s, "+-−×÷*/=") && !(strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")")) {
		return "(" + s + ")"
	}
	return s
}

func raised(s string) string {
	if strings.Trim(s, "0123456789-") == "" {
		return draft.Superscript(s)
	}
	return "^" + grouped(s)
}
