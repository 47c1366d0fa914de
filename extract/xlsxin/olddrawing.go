package xlsxin

import (
	"slices"
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/extract/opc"
	"ziping/text/blank"
)

// The drawings of workbooks that older programs wrote are in a language of their own (VML),
// which newer ones keep for comments and the controls of forms.

// controls are the kinds of shapes that show what somebody chose.
var controls = []string{"Checkbox", "Radio", "Drop", "List", "Edit"}

// oldDrawing reads the text boxes of such a drawing and notes its controls. It may break off
// where the drawing does, as programs do not always write one that is whole.
func oldDrawing(r *reader, part string, firstRow int, sheet string, out *surroundings) error {
	chosen, boxes := 0, 0
	err := r.p.Scan(part, func(s *opc.Scanner) error {
		row, kind := 0, ""
		inText, inAnchor := false, false
		var text, anchor strings.Builder
		for s.Next() && boxes < maxBoxes {
			name := s.Name()
			switch s.Kind {
			case opc.Text:
				if inText && text.Len() < 100_000 {
					text.Write(s.Bytes())
				} else if inAnchor && anchor.Len() < 200 {
					anchor.Write(s.Bytes())
				}
			case opc.Start:
				switch name {
				case "shape":
					row, kind = 0, ""
					text.Reset()
				case "textbox":
					inText = true
				case "ClientData":
					kind = s.Attr("ObjectType")
				case "Anchor":
					inAnchor = true
					anchor.Reset()
				}
			default:
				switch name {
				case "textbox":
					inText = false
				case "div", "br":
					text.WriteByte('\n')
				case "Anchor":
					inAnchor = false
					if at := strings.Split(anchor.String(), ","); len(at) > 2 {
						row, _ = strconv.Atoi(blank.Trim(at[2]))
					}
				case "shape":
					switch {
					case slices.Contains(controls, kind):
						chosen++
					case kind == "Note", kind == "Button", blank.None(text.String()):
					default:
						boxes++
						out.add(blank.Trim(text.String()), row+1 > firstRow)
					}
				}
			}
		}
		return nil
	})
	if chosen > 0 {
		r.d.Warn("form-control", extract.Text{
			ZH: "工作表“" + sheet + "”有 " + strconv.Itoa(chosen) + " 个勾选框、下拉框之类的控件，选中的内容未读取",
			EN: "sheet " + sheet + " has " + strconv.Itoa(chosen) + " controls such as check boxes and lists; what was chosen in them was not read",
		}, nil)
	}
	return err
}
