package docxin

import "ziping/extract/opc"

// style is what of a style bears on text.
type style struct {
	basedOn string
	num     string
	level   int // -1 where the style does not say
	hidden  bool
}

// styles are those of a document, by id.
type styles map[string]style

// hidden reports a style whose text is not shown, by itself or by one it is
// based on.
func (all styles) hidden(id string) bool {
	for depth := 0; id != "" && depth < 20; depth++ {
		st, ok := all[id]
		if !ok || st.hidden {
			return st.hidden
		}
		id = st.basedOn
	}
	return false
}

func readStyles(p *opc.Package, part string) (styles, error) {
	all := styles{}
	if part == "" {
		return all, nil
	}
	err := p.Scan(part, func(s *opc.Scanner) error {
		id := ""
		var now style
		for s.Next() {
			if s.Space != opc.Word {
				continue
			}
			if s.Kind == opc.End {
				if s.Name() == "style" && len(all) < 10_000 {
					all[id] = now
				}
				continue
			}
			if s.Kind != opc.Start {
				continue
			}
			switch s.Name() {
			case "style":
				id, now = s.Attr("styleId"), style{level: -1}
			case "basedOn":
				now.basedOn = s.Attr("val")
			case "numId":
				now.num = s.Attr("val")
			case "ilvl":
				now.level = s.Int("val", 0)
			case "vanish":
				now.hidden = s.On("val")
			case "tblStylePr", "docDefaults":
				s.Skip()
			}
		}
		return s.Err()
	})
	return all, err
}
