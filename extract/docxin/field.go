package docxin

import (
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/opc"
)

// field is a field that was begun and not ended.
type field struct {
	result      bool // past its instruction
	page        bool // a page number
	box         bool // a check box, which is printed already
	instruction string
}

// fieldChar follows the parts of a field: its instruction is not printed, its
// result is.
func (r *reader) fieldChar(s *opc.Scanner, p *paragraph) error {
	switch s.Attr("fldCharType") {
	case "begin":
		box, checked := false, false
		err := each(s, func() error { // the data of a field of a form
			switch s.Name() {
			case "checkBox":
				box = true
			case "default":
				checked = checked || s.On("val")
			case "checked":
				checked = s.On("val")
			}
			return nil
		})
		if err != nil {
			return err
		}
		if box {
			mark := "☐"
			if checked {
				mark = "☑"
			}
			if err := r.put(p, mark); err != nil {
				return err
			}
		}
		if len(r.fields) >= maxFields {
			return extract.LimitError(maxFields, extract.Text{ZH: "层嵌套的域", EN: "fields within fields"})
		}
		r.fields = append(r.fields, field{box: box})
	case "separate":
		if n := len(r.fields); n > 0 {
			r.fields[n-1].result = true
		}
	case "end":
		if n := len(r.fields); n > 0 {
			f := r.fields[n-1]
			r.fields = r.fields[:n-1]
			switch {
			case f.page:
				return r.put(p, pageMark)
			case !f.result && !f.box:
				return r.unresolved(p, f.instruction)
			}
		}
	}
	return nil
}

const maxFields = 64

// unresolved prints a field that stores no result: some draw a sign and need
// none, some print nothing, and of others nobody worked out what they print.
func (r *reader) unresolved(p *paragraph, instruction string) error {
	word, rest, _ := strings.Cut(strings.TrimSpace(instruction), " ")
	text, sure := "", false
	switch word = strings.ToUpper(word); word {
	case "", "ADDIN", "ASK", "BARCODE", "COMMENTS", "FORMCHECKBOX", "FORMTEXT", "GLOSSARY", "HYPERLINK", "INCLUDEPICTURE", "EMBED", "LINK", "MACROBUTTON", "GOTOBUTTON", "NEXT", "PRINT", "PRIVATE", "RD", "SET", "SHAPE", "TA", "TC", "XE":
		return nil
	case "EQ":
		text, sure = eqText(rest)
	case "SYMBOL":
		return r.symbolField(p, strings.Fields(rest))
	}
	if !sure {
		p.marks = addMark(p.marks, "field", extract.Text{
			ZH: "有没有保存结果的域“" + draft.Short(strings.TrimSpace(instruction)) + "”，其内容不能确定",
			EN: "a field without a stored result, " + draft.Short(strings.TrimSpace(instruction)) + ": what it prints is not known for certain",
		})
	}
	return r.put(p, text)
}

// symbolField prints SYMBOL 254 \f "Wingdings".
func (r *reader) symbolField(p *paragraph, words []string) error {
	if len(words) == 0 {
		return nil
	}
	font := ""
	for i, w := range words {
		if w == `\f` && i+1 < len(words) {
			font = strings.Trim(strings.Join(words[i+1:], " "), `"`)
			font, _, _ = strings.Cut(font, `"`)
		}
	}
	code, err := strconv.ParseUint(words[0], 0, 16)
	if err != nil {
		return nil //nolint:nilerr // no number: Word prints nothing either
	}
	return r.symbol(p, font, strconv.FormatUint(code, 16))
}

func isPage(instruction string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(instruction), " ")
	switch strings.ToUpper(word) {
	case "PAGE", "NUMPAGES", "SECTIONPAGES":
		return true
	}
	return false
}
