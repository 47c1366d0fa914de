package xlsxin

import (
	"sort"

	"ziping/extract/opc"
	"ziping/extract/xlsxin/numfmt"
)

// flatStyle is a Style of SpreadsheetML; what it does not say is its parent's.
type flatStyle struct {
	parent string
	code   string // "" where it does not say
	struck bool
}

// style reads a Style.
func (f *flat) style(s *opc.Scanner) {
	id := s.Attr("ID")
	st := flatStyle{parent: s.Attr("Parent")}
	if st.parent == "" && id != "Default" {
		st.parent = "Default"
	}
	for depth := s.Depth; s.Next() && (s.Kind != opc.End || s.Depth != depth); {
		switch {
		case s.Is(opc.Start, opc.Sheet2003, "NumberFormat"):
			code := s.Attr("Format")
			if known, ok := flatFormats[code]; ok {
				code = known
			}
			st.code = code[:min(len(code), numfmt.MaxCode)]
		case s.Is(opc.Start, opc.Sheet2003, "Font"):
			st.struck = s.Attr("StrikeThrough") == "1"
		}
	}
	if len(f.styles) < maxStyles {
		f.styles[id] = st
	}
}

// styleOf is the style by its name, with what its parents say.
func (f *flat) styleOf(id string) cellStyle {
	if id == "" {
		id = "Default"
	}
	var out cellStyle
	for depth := 0; id != "" && depth < 20; depth++ {
		st := f.styles[id]
		if out.code == "" {
			out.code = st.code
		}
		out.struck = out.struck || st.struck
		id = st.parent
	}
	if out.code == "" {
		out.format = numfmt.General
		return out
	}
	out.format = f.reader.styles.formats.of(out.code)
	return out
}

// flatFormats are the formats that have names, as a Chinese office program
// shows them.
var flatFormats = map[string]string{
	"": "General", "General Number": "General", "General Date": "yyyy/m/d h:mm",
	"Long Date": `yyyy"年"m"月"d"日"`, "Medium Date": "d-mmm-yy", "Short Date": "yyyy/m/d",
	"Long Time": "h:mm:ss", "Medium Time": "h:mm AM/PM", "Short Time": "h:mm",
	"Currency": `"¥"#,##0.00;"¥"\-#,##0.00`, "Euro Currency": `"€"#,##0.00;"€"\-#,##0.00`,
	"Fixed": "0.00", "Standard": "#,##0.00", "Percent": "0.00%", "Scientific": "0.00E+00",
	"Yes/No": `"Yes";"Yes";"No"`, "True/False": `"True";"True";"False"`, "On/Off": `"On";"On";"Off"`,
}

// flatColumns are the styles of columns, in rising order.
type flatColumns struct {
	from, to []int
	ids      []string
}

func (c *flatColumns) add(from, to int, id string) {
	if n := len(c.to); id == "" || from < 1 || n > 0 && from <= c.to[n-1] {
		return
	}
	c.from, c.to, c.ids = append(c.from, from), append(c.to, to), append(c.ids, id)
}

func (c *flatColumns) style(col int) string {
	if k := sort.SearchInts(c.to, col); k < len(c.to) && c.from[k] <= col {
		return c.ids[k]
	}
	return ""
}
