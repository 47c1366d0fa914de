package xlsxin

import (
	"ziping/extract/opc"
	"ziping/extract/xlsxin/numfmt"
)

// styles are the number formats of a workbook by cell style.
type styles struct {
	cells   []cellStyle
	formats formats
}

type cellStyle struct {
	code   string
	struck bool
	ruled  sides
	lost   bool           // the book has no styles, and the cell one
	format *numfmt.Format // once a cell has it
}

const (
	maxStyles  = 70_000 // a workbook may have 65,490
	maxFormats = 2_000  // and some 250 formats of its own
)

func (r *reader) readStyles(part string) error {
	codes := map[int]string{}
	var fonts []bool // struck
	var borders []sides
	return r.p.Scan(part, func(s *opc.Scanner) error {
		inFonts, inBorders, inCells := false, false, false
		for s.Next() {
			if s.Space != opc.Sheet || s.Kind == opc.Text {
				continue
			}
			name := s.Name()
			if s.Kind == opc.End {
				switch name {
				case "fonts":
					inFonts = false
				case "borders":
					inBorders = false
				case "cellXfs":
					inCells = false
				}
				continue
			}
			switch {
			case name == "fonts":
				inFonts = true
			case name == "borders":
				inBorders = true
			case name == "cellXfs":
				inCells = true
			case name == "dxfs" || name == "cellStyleXfs":
				s.Skip()
			case name == "numFmt" && len(codes) < maxStyles:
				if code := s.Attr("formatCode"); len(code) <= numfmt.MaxCode {
					codes[s.Int("numFmtId", -1)] = code
				} else {
					codes[s.Int("numFmtId", -1)] = code[:numfmt.MaxCode]
				}
			case inFonts && name == "font" && len(fonts) < maxStyles:
				fonts = append(fonts, false)
			case inFonts && name == "strike" && len(fonts) > 0:
				fonts[len(fonts)-1] = s.On("val")
			case inBorders && name == "border" && len(borders) < maxStyles:
				borders = append(borders, sides{})
			case inBorders && len(borders) > 0:
				if style := s.Attr("style"); style != "" && style != "none" {
					b := &borders[len(borders)-1]
					b.across = b.across || name == "top" || name == "bottom"
					b.down = b.down || name == "left" || name == "right"
				}
			case inCells && name == "xf" && len(r.styles.cells) < maxStyles:
				id := s.Int("numFmtId", 0)
				code, ok := codes[id]
				if !ok {
					code = builtin(id)
				}
				style := cellStyle{code: code}
				if font := s.Int("fontId", 0); font >= 0 && font < len(fonts) {
					style.struck = fonts[font]
				}
				if border := s.Int("borderId", 0); border >= 0 && border < len(borders) {
					style.ruled = borders[border]
				}
				r.styles.cells = append(r.styles.cells, style)
			}
		}
		return s.Err()
	})
}

// of is the style of a cell; cells without one are General.
func (s *styles) of(i int) cellStyle {
	if i < 0 || i >= len(s.cells) {
		return cellStyle{format: numfmt.General, lost: i > 0 && len(s.cells) == 0}
	}
	c := &s.cells[i]
	if c.format == nil {
		c.format = s.formats.of(c.code)
	}
	return *c
}

// formats are the codes that were taken apart. That is done when the first cell
// asks for one: of a hundred thousand styles a sheet uses few.
type formats map[string]*numfmt.Format

// tooMany stands for the formats beyond those that are taken apart: it says of a
// number that its format is not known.
var tooMany = numfmt.Parse("# ?/?")

func (f *formats) of(code string) *numfmt.Format {
	if known := (*f)[code]; known != nil {
		return known
	}
	if len(*f) >= maxFormats {
		return tooMany
	}
	if *f == nil {
		*f = formats{}
	}
	made := numfmt.Parse(code)
	(*f)[code] = made
	return made
}

// builtin is the code of a format that files name by its number alone, as a
// Chinese office program shows it.
func builtin(id int) string {
	if code, ok := builtins[id]; ok {
		return code
	}
	return "General"
}

var builtins = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
	5: `"¥"#,##0;"¥"\-#,##0`, 6: `"¥"#,##0;"¥"\-#,##0`, 7: `"¥"#,##0.00;"¥"\-#,##0.00`, 8: `"¥"#,##0.00;"¥"\-#,##0.00`,
	9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
	27: `yyyy"年"m"月"`, 28: `m"月"d"日"`, 29: `m"月"d"日"`, 30: "m-d-yy", 31: `yyyy"年"m"月"d"日"`, 32: `h"时"mm"分"`, 33: `h"时"mm"分"ss"秒"`,
	34: `上午/下午h"时"mm"分"`, 35: `上午/下午h"时"mm"分"ss"秒"`, 36: `yyyy"年"m"月"`,
	37: `#,##0;\-#,##0`, 38: `#,##0;\-#,##0`, 39: `#,##0.00;\-#,##0.00`, 40: `#,##0.00;\-#,##0.00`,
	41: `_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ `, 42: `_ "¥"* #,##0_ ;_ "¥"* \-#,##0_ ;_ "¥"* "-"_ ;_ @_ `,
	43: `_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ `, 44: `_ "¥"* #,##0.00_ ;_ "¥"* \-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ `,
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@",
	50: `yyyy"年"m"月"`, 51: `m"月"d"日"`, 52: `yyyy"年"m"月"`, 53: `m"月"d"日"`, 54: `m"月"d"日"`,
	55: `上午/下午h"时"mm"分"`, 56: `上午/下午h"时"mm"分"ss"秒"`, 57: `yyyy"年"m"月"`, 58: `m"月"d"日"`,
}
